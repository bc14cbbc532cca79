//! `/pulse/hours`: who wrote in an hour of a weekday, in any of them, or at all, with how much; and what they wrote.

use super::shown::{Dated, Line, lines, name_or_former, of_day};
use super::{address, asked_day, number, query, sight, zone};
use crate::behind::{self, Cell, Place, Way};
use crate::day::Day;
use crate::figures::Figures;
use crate::policy;
use askama::Template;
use kernel::{IdentityId, Problem};
use std::collections::HashMap;
use store::{DeedRow, Scope};
use web::{Cursor, Fields, Page, Pager, Shell, Visit};

/// Persons on one page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "pulse_hours.html")]
struct HoursView {
    shell: Shell,
    dated: Dated,
    title: String,
    messages: i64,
    /// Who, and what: the word, where it opens, whether it is open.
    ways: [(&'static str, String, bool); 2],
    rows: Vec<Row>,
    lines: Vec<Line>,
    pager: Pager,
}

struct Row {
    name: String,
    messages: i64,
    href: String,
    /// These messages.
    opens: String,
}

/// What an address asks for.
struct Asked {
    day: Day,
    cell: Cell,
    /// The messages rather than those who wrote them.
    messages: bool,
    person: Option<i64>,
    after: String,
}

impl Asked {
    fn read(visit: &Visit, fields: &Fields) -> kernel::Result<Asked> {
        let messages = match fields.get("show") {
            "" => false,
            "messages" => true,
            _ => return Err(Problem::NotFound),
        };
        let person = Some(fields.get("person")).filter(|person| messages && !person.is_empty()).map(number).transpose()?;
        let cell = Cell { weekday: part(fields, "weekday", 7)?, hour: part(fields, "hour", 24)? };
        Ok(Asked { day: asked_day(visit, fields)?, cell, messages, person, after: fields.get("after").to_owned() })
    }

    /// The same hours: who wrote, or what was written, by all or by one person.
    fn link(&self, messages: bool, person: Option<i64>, after: &str) -> String {
        let said = |part: Option<i64>| part.map(|part| part.to_string()).unwrap_or_default();
        let (weekday, hour, person) = (said(self.cell.weekday), said(self.cell.hour), said(person));
        let show = if messages { "messages" } else { "" };
        let parts = [("weekday", &*weekday), ("hour", &hour), ("show", show), ("person", &person), ("after", after)];
        address("/pulse/hours", self.day, &parts)
    }

    fn pager(&self, next: Option<&str>) -> Pager {
        let link = |after: &str| self.link(self.messages, self.person, after);
        let first = (!self.after.is_empty()).then(|| link(""));
        let next = next.map(link);
        // Messages lead from newer to older, people from many messages to few.
        if self.messages { Pager::new(first, next) } else { Pager::onward(first, next) }
    }
}

fn part(fields: &Fields, name: &str, below: i64) -> kernel::Result<Option<i64>> {
    match fields.get(name) {
        "" => Ok(None),
        text => text.parse().ok().filter(|number| (0..below).contains(number)).map(Some).ok_or(Problem::NotFound),
    }
}

/// Messages of the cell, as the figures count them.
fn counted(figures: &Figures, cell: Cell) -> i64 {
    let asked = |part: Option<i64>, place: usize| part.is_none_or(|part| part == place as i64);
    let rows = figures.hours.iter().enumerate().filter(|(weekday, _)| asked(cell.weekday, *weekday));
    rows.flat_map(|(_, row)| row.iter().enumerate()).filter(|(hour, _)| asked(cell.hour, *hour)).map(|(_, count)| count).sum()
}

pub(super) async fn list(visit: Visit) -> web::Result {
    policy::sees_persons(&visit.viewer)?;
    let asked = Asked::read(&visit, &query(&visit))?;
    let sight = sight(&visit).await?;
    let shell = visit.shell(visit.t("pulse-hours-list"));
    let (kept, dated) = of_day(&visit, &shell, asked.day, sight).await?;
    let mut view = HoursView {
        title: title(&visit, &asked),
        messages: counted(&kept.figures, asked.cell),
        ways: [
            ("pulse-hours-who", asked.link(false, None, ""), !asked.messages),
            ("pulse-hours-what", asked.link(true, None, ""), asked.messages && asked.person.is_none()),
        ],
        rows: Vec::new(),
        lines: Vec::new(),
        pager: asked.pager(None),
        dated,
        shell,
    };
    if asked.messages {
        what(&visit, &asked, &mut view).await?;
    } else {
        who(&visit, &asked, &mut view).await?;
    }
    visit.render(&view)
}

/// Those who wrote, each with the messages they wrote.
async fn who(visit: &Visit, asked: &Asked, view: &mut HoursView) -> kernel::Result<()> {
    let after = Cursor::place::<(i64, i64)>(&asked.after)?;
    let audiences = visit.viewer.audience_numbers();
    let found = behind::at_hours(&mut visit.read().await?, asked.day, asked.cell, &audiences, after, PAGE + 1).await?;
    let page = Page::cut(found, PAGE, |writer| (writer.messages, writer.person));
    let rows = page.rows.iter().map(|writer| Row {
        name: name_or_former(writer.name.as_ref(), &view.shell),
        messages: writer.messages,
        href: address(&format!("/pulse/people/{}", writer.person), asked.day, &[("figure", "messages")]),
        opens: asked.link(true, Some(writer.person), ""),
    });
    view.rows = rows.collect();
    view.pager = asked.pager(page.next.as_deref());
    Ok(())
}

/// What was written, the newest first.
async fn what(visit: &Visit, asked: &Asked, view: &mut HoursView) -> kernel::Result<()> {
    let before = Cursor::place::<Place>(&asked.after)?;
    let audiences = visit.viewer.audience_numbers();
    let mut scope = visit.read().await?;
    let ways = behind::writers(&mut scope, asked.day, asked.cell, &audiences, asked.person).await?;
    let hours = (zone(visit)?, asked.day, asked.cell);
    let deeds = behind::written_at(&mut scope, &ways, hours, &audiences, before).await?;
    let page = Page::cut(deeds, behind::PAGE, |deed| (deed.at, deed.seq));
    view.lines = signed(&mut scope, &page.rows, &ways, &view.shell).await?;
    view.pager = asked.pager(page.next.as_deref());
    if asked.person.is_some() {
        view.messages = ways.iter().map(|way| way.messages).sum();
        view.title = match ways.first() {
            Some(way) => format!("{}: {}", name_or_former(way.name.as_ref(), &view.shell), view.title),
            None => return Err(Problem::NotFound),
        };
    }
    Ok(())
}

/// Messages as lines, each with who wrote it.
async fn signed(scope: &mut Scope, deeds: &[DeedRow], ways: &[Way], shell: &Shell) -> kernel::Result<Vec<Line>> {
    let names: HashMap<IdentityId, String> =
        ways.iter().map(|way| (way.identity, name_or_former(way.name.as_ref(), shell))).collect();
    let authors: HashMap<i64, &String> = deeds.iter().filter_map(|deed| Some((deed.object, names.get(&deed.actor?)?))).collect();
    let mut lines = lines(scope, deeds).await?;
    for line in &mut lines {
        line.author = authors.get(&line.id).map(|name| (*name).clone()).unwrap_or_default();
    }
    Ok(lines)
}

fn title(visit: &Visit, asked: &Asked) -> String {
    let weekday = asked.cell.weekday.map(|weekday| visit.t(&format!("pulse-weekday-{}", weekday + 1)));
    let hours = asked.cell.hour.map(|hour| format!("{hour}:00–{}:00", (hour + 1) % 24));
    let when = [weekday, hours].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let word = if asked.messages { "pulse-hours-written" } else { "pulse-hours-list" };
    match when.is_empty() {
        true => visit.t(word),
        false => visit.tv(if asked.messages { "pulse-hours-written-when" } else { "pulse-hours-when" }, &[("when", when.into())]),
    }
}
