//! `/pulse`: how the community is, today or on a past day. Staff see all of it; members the totals and their own ties.

use super::charts::{self, Curve, Growth, Line, PeriodRow};
use super::picture::{Picture, picture};
use super::tables::{ClusterRow, ConnectorRow, CurveRow, GroupRow, HourRow, MatrixRow, NewcomerRow, Scenario};
use super::tables::{clusters, connectors, curve_rows, groups, hour_rows, matrix, newcomers, scenarios};
use super::told::{FEWEST, Teller, Told};
use super::{address, asked_day, figures, query, sight, today, zone};
use crate::day::{self, Day, WINDOW_DAYS};
use crate::figures::Figures;
use crate::pairs::{self, Pair};
use crate::person::State;
use crate::sight::Sight;
use crate::snapshot::Snapshot;
use crate::{behind, team};
use askama::Template;
use kernel::Problem;
use std::collections::HashMap;
use web::{Faults, Shell, Visit};

/// What stands at the head of every page of a day.
pub(super) struct Head {
    /// What stands in the field of the day: what was typed, if it was no good.
    pub at: String,
    /// The day shown, as in addresses.
    pub shown: String,
    pub days: String,
    pub first: String,
    pub today: String,
    pub is_today: bool,
    /// «12:40», where the figures are of a moment ago.
    pub as_of: Option<String>,
    /// A history that waits unopened is included.
    pub whole: bool,
    /// Nobody wrote in the window, and this is the last day on which somebody did.
    pub last: Option<(String, String)>,
    pub faults: Faults,
    /// Nobody has ever written.
    pub empty: bool,
}

#[derive(Template)]
#[template(path = "pulse.html")]
struct StaffView {
    shell: Shell,
    head: Head,
    told: Telling,
    growth: Option<Growth>,
    active: Option<Line>,
    periods: Vec<PeriodRow>,
    period_ends: Vec<String>,
    cells: Vec<MatrixRow>,
    /// The conclusion, before any chart.
    lead: String,
    hours: Vec<HourRow>,
    groups: Vec<GroupRow>,
    picture: Option<Picture>,
    /// How many of those who have ties are drawn.
    drawn: String,
    clusters: Vec<ClusterRow>,
    connectors: Vec<ConnectorRow>,
    newcomers: Vec<NewcomerRow>,
    scenarios: Vec<Scenario>,
    founders: Vec<String>,
    curve: Option<Curve>,
    curve_rows: Vec<CurveRow>,
    curve_area: Option<(f64, f64)>,
    ties_href: String,
    owner: bool,
}

/// The area without the most tied is so much smaller than by chance where much stands on single people.
const LEANS: f64 = 0.8;

impl StaffView {
    fn leans(&self, area: &f64, random: &f64) -> bool {
        *area < LEANS * random
    }
}

#[derive(Template)]
#[template(path = "pulse_member.html")]
struct MemberView {
    shell: Shell,
    head: Head,
    /// Each by itself.
    told: Vec<Told>,
    transitions: Told,
    cells: Vec<MatrixRow>,
    hours_told: Told,
    own: Vec<Pair>,
    /// Members with whom the reader speaks and who agreed to nothing yet.
    unclaimed: i64,
    hours: Vec<HourRow>,
}

/// Every figure in words.
struct Telling {
    size: Told,
    active: Told,
    churn: Told,
    transitions: Told,
    hours: Told,
    response: Told,
    ties: Told,
    between: Told,
    reciprocity: Told,
    depth: Told,
    clusters: Told,
    connectors: Told,
    lonely: Told,
    newcomers: Told,
    resilience: Told,
}

impl Telling {
    /// Those at the head of the page.
    fn first(&self) -> [&Told; 5] {
        [&self.size, &self.active, &self.churn, &self.response, &self.ties]
    }

    /// Those about ties that need no picture.
    fn of_ties(&self) -> [&Told; 4] {
        [&self.ties, &self.between, &self.reciprocity, &self.depth]
    }
}

pub(super) async fn show(visit: Visit) -> web::Result {
    let sight = sight(&visit).await?;
    let fields = query(&visit);
    let mut faults = Faults::none();
    let day = match asked_day(&visit, &fields) {
        Ok(day) => day,
        Err(Problem::Invalid(found)) => {
            faults = found.into();
            today(&visit)?
        }
        Err(problem) => return Err(problem.into()),
    };
    let mut kept = figures(&visit, day, sight).await?;
    if kept.figures.first_day.is_none() && day != today(&visit)? {
        faults.add("at", "pulse-fault-before");
        kept = figures(&visit, today(&visit)?, sight).await?;
    }
    let shell = visit.shell(visit.t("pulse-title"));
    let typed = if faults.any() { fields.text("at") } else { String::new() };
    let head = head(&visit, &shell, &kept, sight, (faults, typed)).await?;
    if visit.viewer.is_staff() {
        staff(&visit, shell, head, &kept.figures).await
    } else {
        member(&visit, shell, head, &kept.figures).await
    }
}

/// What the page says of its day, its freshness and what is included.
async fn head(visit: &Visit, shell: &Shell, kept: &Snapshot, sight: Sight, (faults, typed): (Faults, String)) -> web::Result<Head> {
    let (zone, today, figures) = (zone(visit)?, today(visit)?, &kept.figures);
    let said = |day: Day| shell.day(day::begins(zone, day));
    let mut last = None;
    if figures.size.messages == 0 && figures.first_day.is_some() {
        let mut scope = visit.read().await?;
        let found = behind::last_written(&mut scope, figures.day, &visit.viewer.audience_numbers()).await?;
        last = found.map(|day| (said(day), address("/pulse", day, &[])));
    }
    Ok(Head {
        at: if typed.is_empty() { day::written(figures.day) } else { typed },
        shown: day::written(figures.day),
        days: shell.days(day::begins(zone, figures.day - WINDOW_DAYS + 1), day::begins(zone, figures.day)),
        first: figures.first_day.map_or_else(String::new, day::written),
        today: day::written(today),
        is_today: figures.day == today,
        as_of: kept.stale.then(|| shell.time(kept.made_at)),
        whole: sight == Sight::Whole,
        empty: figures.size.messages == 0 && last.is_none() && figures.day == today,
        last,
        faults,
    })
}

fn answer(visit: &Visit, invalid: bool, view: &impl Template) -> web::Result {
    if invalid { visit.render_invalid(view) } else { visit.render(view) }
}

async fn staff(visit: &Visit, shell: Shell, head: Head, figures: &Figures) -> web::Result {
    let (names, founders) = names(visit, figures).await?;
    let former = visit.t("pulse-former");
    let named = |person: i64| names.get(&person).cloned().unwrap_or_else(|| former.clone());
    let teller = Teller { visit, shell: &shell, figures, zone: zone(visit)?, staff: true };
    let told = Telling {
        size: teller.size(),
        active: teller.active(),
        churn: teller.churn(),
        transitions: teller.transitions(),
        hours: teller.hours(),
        response: teller.response(),
        ties: teller.ties(),
        between: teller.between(),
        reciprocity: teller.reciprocity(),
        depth: teller.depth(),
        clusters: teller.clusters(&named),
        connectors: teller.connectors(&named),
        lonely: teller.lonely(),
        newcomers: teller.newcomers(),
        resilience: teller.resilience(),
    };
    let periods = charts::rows(&figures.periods);
    let picture = picture(figures, &named);
    let view = StaffView {
        period_ends: periods.iter().map(|row| teller.day(row.day)).collect(),
        growth: charts::growth(&figures.periods),
        active: charts::active(&figures.periods),
        lead: teller.lead(),
        cells: matrix(&teller),
        hours: hour_rows(&teller),
        groups: groups(&teller),
        clusters: clusters(&teller, &named),
        connectors: connectors(&teller, &named),
        newcomers: newcomers(&teller),
        scenarios: scenarios(&teller),
        curve: charts::curve(&figures.resilience).filter(|_| figures.ties.tied >= FEWEST),
        curve_rows: curve_rows(&teller),
        curve_area: figures.resilience.curve_area.zip(figures.resilience.random_area),
        ties_href: address("/pulse/ties", figures.day, &[("show", "ties")]),
        drawn: picture.as_ref().map(|picture| drawn(&teller, picture)).unwrap_or_default(),
        picture,
        owner: visit.viewer.is_owner(),
        periods,
        founders,
        told,
        head,
        shell,
    };
    answer(visit, view.head.faults.any(), &view)
}

fn drawn(teller: &Teller<'_>, picture: &Picture) -> String {
    let word = if picture.is_whole() { "pulse-picture-all" } else { "pulse-picture-most" };
    teller.say(word, &[("n", picture.drawn.into()), ("ties", picture.ties.into()), ("all", picture.tied.into())])
}

/// Names of everybody whom the page names, and of the founders on the day: two statements.
async fn names(visit: &Visit, figures: &Figures) -> web::Result<(HashMap<i64, String>, Vec<String>)> {
    let after = figures.clusters.list.iter().map(|cluster| cluster.after);
    let mut people: Vec<i64> = after.chain(figures.ties.connectors.iter().map(|connector| connector.person)).collect();
    let mut scope = visit.read().await?;
    let mut founders: Vec<String> = team::named(&mut scope)
        .await?
        .into_iter()
        .filter(|held| held.entry.post == team::Post::Founder && held.entry.holds(figures.day))
        .filter_map(|held| held.name)
        .collect();
    // Two who were named may have become one person since.
    founders.sort_unstable();
    founders.dedup();
    people.sort_unstable();
    people.dedup();
    let names = identity::member::names(&mut scope, &people).await?;
    Ok((names, founders))
}

async fn member(visit: &Visit, shell: Shell, head: Head, figures: &Figures) -> web::Result {
    let own = match visit.viewer.member {
        Some(member) => pairs::of_one(&mut visit.read().await?, figures.day, Sight::Open, member.0).await?,
        None => Vec::new(),
    };
    let teller = Teller { visit, shell: &shell, figures, zone: zone(visit)?, staff: false };
    let told = vec![
        teller.size(),
        teller.active(),
        teller.churn(),
        teller.response(),
        teller.ties(),
        teller.reciprocity(),
        teller.clusters(&|_| String::new()),
        teller.resilience(),
    ];
    let (transitions, hours_told, cells) = (teller.transitions(), teller.hours(), matrix(&teller));
    let hours = hour_rows(&teller);
    let (own, unclaimed): (Vec<Pair>, Vec<Pair>) = own.into_iter().partition(|pair| pair.b.claimed);
    let unclaimed = unclaimed.len() as i64;
    let view = MemberView { shell, head, told, transitions, cells, hours_told, own, unclaimed, hours };
    answer(visit, view.head.faults.any(), &view)
}
