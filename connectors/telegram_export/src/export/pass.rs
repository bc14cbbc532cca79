//! One reading of the export from its beginning to its end.

use std::collections::HashSet;
use std::ops::ControlFlow;

use super::dates;
use super::fault::{Fault, Place, Problem};
use super::item::Item;
use super::layout;
use super::limits::Limits;
use super::open::Plan;
use super::order::{self, Order};
use super::people::Names;
use super::source::{Listed, Source};
use super::warning::{Notice, Warnings};
use super::{Export, Summary, html, json};

/// Faults that one check lists.
const MOST_FAULTS: usize = 20;
/// Microseconds.
const DAY: i64 = 86_400 * 1_000_000;
/// Bytes between two reports of progress.
const REPORT_BYTES: u64 = 1 << 20;

type Flow = Result<ControlFlow<()>, Fault>;

/// Most exports are read once. One that begins without a date is read again, when it is known which date follows.
pub(super) fn check(export: &mut Export, progress: &mut dyn FnMut(u64, u64)) -> Result<Summary, Vec<Fault>> {
    let undated = |faults: &[Fault]| faults.last().is_some_and(|fault| fault.problem == Problem::DatesMissing);
    match check_once(export, progress) {
        Err(faults) if export.first_dated.is_none() && undated(&faults) => {
            export.first_dated = first_dated(export);
            if export.first_dated.is_some() { check_once(export, progress) } else { Err(faults) }
        }
        checked => checked,
    }
}

fn check_once(export: &mut Export, progress: &mut dyn FnMut(u64, u64)) -> Result<Summary, Vec<Fault>> {
    let nobody = Names::default();
    let mut names = Names::default();
    let mut summary = Summary::default();
    let mut warnings = Warnings::default();
    let mut faults = Vec::new();
    let limits = export.limits;
    for warning in export.opening.list() {
        warnings.add(&warning.file, warning.place, warning.notice.clone());
    }
    if let Plan::Html { pages, .. } = &export.plan
        && let Some(page) = layout::gap(pages)
    {
        faults.push(Fault::whole(page.clone(), Problem::PageMissing(page)));
    }
    let mut pass = Pass {
        names: &nobody,
        first_dated: export.first_dated,
        warnings: &mut warnings,
        limits,
        order: Order::default(),
        progress,
        summary: &mut summary,
    };
    let outcome = pass.run(
        &mut export.source,
        &export.plan,
        &export.chat.title,
        &mut |item, file| {
            names.note(&item, &limits).map_err(|problem| Fault::whole(file, problem))?;
            Ok(ControlFlow::Continue(()))
        },
        &mut |fault| {
            faults.push(fault.clone());
            // That no entry has a date is true of the whole export and said once.
            let enough = faults.len() >= MOST_FAULTS || fault.problem == Problem::DatesMissing;
            if enough { Err(fault) } else { Ok(()) }
        },
    );
    if let Err(fault) = outcome
        && faults.last() != Some(&fault)
    {
        faults.push(fault);
    }
    if faults.is_empty() && summary.messages + summary.service + summary.skipped == 0 {
        faults.push(Fault::whole(&export.plan.files()[0].name, Problem::NoMessages));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    summary.authors = names.authors();
    summary.names = names.all();
    summary.silent = names.silent();
    summary.warnings = warnings.list().to_vec();
    export.names = Some(names);
    Ok(summary)
}

/// The time of the first entry that has one; entries before it take it.
fn first_dated(export: &mut Export) -> Option<i64> {
    let nobody = Names::default();
    let (mut warnings, mut summary, mut found) = (Warnings::default(), Summary::default(), None);
    let (limits, progress) = (export.limits, &mut |_, _| {});
    let mut pass = Pass {
        names: &nobody,
        first_dated: None,
        warnings: &mut warnings,
        limits,
        order: Order::default(),
        progress,
        summary: &mut summary,
    };
    let mut each = |item: Item, _: &str| {
        found = Some(item.at_micros());
        Ok(ControlFlow::Break(()))
    };
    // Nothing is made of faults here: the check meets them again.
    let outcome = pass.run(&mut export.source, &export.plan, &export.chat.title, &mut each, &mut |_| Ok(()));
    // A file that breaks before its first date is refused for that, not for its dates.
    found.or_else(|| outcome.is_err().then_some(dates::ANY_MICROS))
}

pub(super) fn items(
    export: &mut Export,
    progress: &mut dyn FnMut(u64, u64),
    each: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> Result<(), Fault> {
    let nobody = Names::default();
    let names = export.names.as_ref().unwrap_or(&nobody);
    let mut warnings = Warnings::default();
    let mut summary = Summary::default();
    let limits = export.limits;
    let first_dated = export.first_dated;
    let mut pass =
        Pass { names, first_dated, warnings: &mut warnings, limits, order: Order::default(), progress, summary: &mut summary };
    pass.run(&mut export.source, &export.plan, &export.chat.title, &mut |item, _| Ok(each(item)), &mut Err).map(|_| ())
}

struct Pass<'a> {
    names: &'a Names,
    first_dated: Option<i64>,
    warnings: &'a mut Warnings,
    limits: Limits,
    order: Order,
    progress: &'a mut dyn FnMut(u64, u64),
    summary: &'a mut Summary,
}

type Each<'e> = &'e mut dyn FnMut(Item, &str) -> Flow;
type Faults<'f> = &'f mut dyn FnMut(Fault) -> Result<(), Fault>;

impl Pass<'_> {
    fn run(&mut self, source: &mut Source, plan: &Plan, title: &str, each: Each<'_>, faults: Faults<'_>) -> Flow {
        match plan {
            Plan::Json { file, target, id } => self.json(source, file, *target, *id, each, faults),
            Plan::Html { pages, monthly } => self.html(source, pages, *monthly, title, each, faults),
        }
    }

    fn json(
        &mut self,
        source: &mut Source,
        file: &Listed,
        target: json::Target,
        id: Option<i64>,
        each: Each<'_>,
        faults: Faults<'_>,
    ) -> Flow {
        let limits = self.limits;
        let mut budget = limits.max_bytes;
        let mut reported = 0;
        let mut converter = json::Converter::new(&file.name, id, limits, self.names, self.first_dated);
        source
            .read(file, &mut budget, |guard| {
                let mut frames = json::Frames::new(guard, &file.name);
                let flow = json::read_messages(&mut frames, target, &limits, |line, taken, bytes| {
                    if taken - reported >= REPORT_BYTES {
                        reported = taken;
                        (self.progress)(taken, file.size.max(taken));
                    }
                    match converter.convert(line, bytes, self.warnings) {
                        Ok(Some(item)) => self.take(item, &file.name, each),
                        Ok(None) => {
                            self.summary.skipped += 1;
                            Ok(ControlFlow::Continue(()))
                        }
                        Err(fault) => faults(fault).map(|()| ControlFlow::Continue(())),
                    }
                })?;
                self.summary.bytes = frames.taken();
                Ok(flow)
            })
            .inspect(|_| (self.progress)(self.summary.bytes, self.summary.bytes))
    }

    fn html(
        &mut self,
        source: &mut Source,
        pages: &[Listed],
        monthly: bool,
        title: &str,
        each: Each<'_>,
        faults: Faults<'_>,
    ) -> Flow {
        let limits = self.limits;
        let known: HashSet<&str> = pages.iter().map(|page| page.name.as_str()).collect();
        let total: u64 = pages.iter().map(|page| page.size).sum();
        let mut budget = limits.max_bytes;
        let mut space = Vec::new();
        // Monthly pages are made by a converter, whose title need not be that of the group.
        let own_title = Some(title).filter(|title| !monthly && !title.is_empty());
        let mut converter = html::Converter::new(own_title, limits, self.names, self.first_dated);
        for (place, page) in pages.iter().enumerate() {
            source.read(page, &mut budget, |guard| html::load(&page.name, guard, &limits, &mut space))?;
            let mut warnings = std::mem::take(self.warnings);
            let read = html::read_page(
                &page.name,
                &space,
                &mut converter,
                &mut warnings,
                &mut |item, warnings| {
                    std::mem::swap(self.warnings, warnings);
                    let flow = self.take(item, &page.name, each);
                    std::mem::swap(self.warnings, warnings);
                    flow
                },
                faults,
            );
            *self.warnings = warnings;
            let (flow, links) = read?;
            self.summary.bytes += space.len() as u64;
            (self.progress)(self.summary.bytes, total.max(self.summary.bytes));
            if flow.is_break() {
                return Ok(flow);
            }
            let at_edge = monthly && (place == 0 || place + 1 == pages.len());
            self.neighbours(page, &links, &known, at_edge, faults)?;
        }
        Ok(ControlFlow::Continue(()))
    }

    /// A page leads to those before and after it: one that is not there is missing. Of monthly
    /// folders a founder may choose some, so nothing is missing at their ends.
    fn neighbours(
        &mut self,
        page: &Listed,
        links: &[String],
        known: &HashSet<&str>,
        at_edge: bool,
        faults: Faults<'_>,
    ) -> Result<(), Fault> {
        if page.alone.is_some() {
            return Ok(());
        }
        for link in links {
            let Some(target) = layout::linked_page(&page.name, link) else { continue };
            if known.contains(target.as_str()) {
                continue;
            }
            if at_edge && layout::folder(&target) != layout::folder(&page.name) {
                self.warnings.add(&page.name, Place::Whole, Notice::NeighbourMissing(target));
            } else {
                faults(Fault::whole(&page.name, Problem::PageMissing(target)))?;
            }
        }
        Ok(())
    }

    /// Counts the item and passes it on, unless it was there before.
    fn take(&mut self, mut item: Item, file: &str, each: Each<'_>) -> Flow {
        let place = Place::Message(item.number());
        let is_negative = item.number() < 0 && matches!(item, Item::Message(_));
        if self.summary.messages + self.summary.service >= self.limits.max_messages {
            let problem = Problem::TooManyMessages(self.limits.max_messages);
            return Err(Fault { file: file.to_owned(), place, problem });
        }
        match self.order.place(&mut item) {
            order::Place::Same => {
                self.summary.duplicates += 1;
                self.warnings.add(file, place, Notice::Repeated);
                return Ok(ControlFlow::Continue(()));
            }
            order::Place::Other => self.warnings.add(file, place, Notice::RepeatedDifferently),
            order::Place::New { back_in_time: true } => self.warnings.add(file, place, Notice::OutOfOrder),
            order::Place::New { .. } => {}
        }
        if is_negative {
            self.warnings.add(file, place, Notice::NumberNegative);
        }
        let at = item.at_micros();
        if at > self.limits.written_by.saturating_add(DAY) {
            self.warnings.add(file, place, Notice::DateInFuture);
        }
        self.summary.first_at = Some(self.summary.first_at.map_or(at, |first| first.min(at)));
        self.summary.last_at = self.summary.last_at.max(Some(at));
        match &item {
            Item::Message(message) => {
                self.summary.messages += 1;
                self.summary.sample.note(message.number, at);
                self.summary.replies += u64::from(message.reply_to.is_some());
            }
            Item::Service(_) => self.summary.service += 1,
        }
        each(item, file)
    }
}
