//! `/pulse`: how the community is, today or on a past day. Staff see all of it; members the totals and their own ties.

use super::charts::{self, Curve, Growth, Line, PeriodRow};
use super::picture::{Picture, picture};
use super::told::{Teller, Told};
use super::{address, asked_day, figures, query, sight, today, zone};
use crate::day::{self, Day, WINDOW_DAYS};
use crate::figures::Figures;
use crate::figures::resilience::Without;
use crate::figures::response::Group;
use crate::pairs::{self, Pair};
use crate::person::State;
use crate::sight::Sight;
use crate::snapshot::Snapshot;
use crate::standings::Figure;
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
    clusters: Vec<ClusterRow>,
    connectors: Vec<ConnectorRow>,
    newcomers: Vec<NewcomerRow>,
    scenarios: Vec<Scenario>,
    founders: Vec<String>,
    curve: Option<Curve>,
    curve_area: Option<(f64, f64)>,
    ties_href: String,
    owner: bool,
}

#[derive(Template)]
#[template(path = "pulse_member.html")]
struct MemberView {
    shell: Shell,
    head: Head,
    told: Vec<Told>,
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

pub(super) struct MatrixRow {
    word: String,
    cells: Vec<Cell>,
}

pub(super) struct HourRow {
    pub weekday: String,
    pub cells: Vec<Cell>,
}

pub(super) struct Cell {
    pub count: i64,
    pub heat: i64,
    /// Where it opens, if anything is behind it and the reader may look.
    pub href: Option<String>,
}

struct GroupRow {
    word: &'static str,
    group: Group,
    share: Option<f64>,
    wait: Option<String>,
    href: String,
    waiting: String,
}

struct ClusterRow {
    name: String,
    size: i64,
    inside: i64,
    outside: i64,
    href: String,
}

struct ConnectorRow {
    name: String,
    bridge: f64,
    ties: i64,
    href: String,
}

struct NewcomerRow {
    word: &'static str,
    reached: i64,
    median: Option<i64>,
    within: f64,
    href: String,
    rest: i64,
    rest_href: String,
}

struct Scenario {
    word: &'static str,
    without: Without,
    href: Option<String>,
}

impl Scenario {
    fn shares(&self) -> [Option<f64>; 3] {
        [self.without.interactions_share, self.without.giant_share, self.without.core_share]
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
        empty: figures.size.messages == 0 && last.is_none(),
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
        curve: charts::curve(&figures.resilience),
        curve_area: figures.resilience.curve_area.zip(figures.resilience.random_area),
        ties_href: address("/pulse/ties", figures.day, &[("show", "ties")]),
        picture: picture(figures, &named),
        owner: visit.viewer.is_owner(),
        periods,
        founders,
        told,
        head,
        shell,
    };
    answer(visit, view.head.faults.any(), &view)
}

/// Names of everybody whom the page names, and of the founders on the day: two statements.
async fn names(visit: &Visit, figures: &Figures) -> web::Result<(HashMap<i64, String>, Vec<String>)> {
    let after = figures.clusters.list.iter().map(|cluster| cluster.after);
    let mut people: Vec<i64> = after.chain(figures.ties.connectors.iter().map(|connector| connector.person)).collect();
    let mut scope = visit.read().await?;
    let team = team::all(&mut scope).await?;
    let founders: Vec<i64> = team
        .iter()
        .filter(|entry| entry.post == team::Post::Founder && entry.holds(figures.day))
        .map(|entry| entry.member.0)
        .collect();
    people.extend(&founders);
    people.sort_unstable();
    people.dedup();
    let names = identity::member::names(&mut scope, &people).await?;
    let founders = founders.iter().filter_map(|person| names.get(person).cloned()).collect();
    Ok((names, founders))
}

fn matrix(teller: &Teller<'_>) -> Vec<MatrixRow> {
    let cells = &teller.figures.transitions;
    // Those who stay as they were are most; beside them those who moved would all be pale.
    let most = State::ALL.iter().flat_map(|from| State::ALL.iter().map(move |to| (*from, *to)));
    let most = most.filter(|(from, to)| from != to).map(|(from, to)| cells[from.place()][to.place()]);
    let most = most.max().unwrap_or_default();
    let cell = |from: State, to: State| {
        let count = cells[from.place()][to.place()];
        Cell { count, heat: charts::heat(count, most), href: (count > 0).then(|| teller.people_href(Figure::Cell(from, to))) }
    };
    let row = |from: State| MatrixRow {
        word: teller.t(&format!("pulse-were-{}", from.code())),
        cells: State::ALL.map(|to| cell(from, to)).into(),
    };
    State::ALL.map(row).into()
}

pub(super) fn hour_rows(teller: &Teller<'_>) -> Vec<HourRow> {
    let hours = &teller.figures.hours;
    let most = hours.iter().flatten().copied().max().unwrap_or_default();
    let cell = |weekday: usize, hour: usize, count: i64| {
        let (weekday, hour) = (weekday.to_string(), hour.to_string());
        let opens = || address("/pulse/hours", teller.figures.day, &[("weekday", &weekday), ("hour", &hour)]);
        Cell { count, heat: charts::heat(count, most), href: (count > 0 && teller.staff).then(opens) }
    };
    let row = |(weekday, row): (usize, &Vec<i64>)| HourRow {
        weekday: teller.shell.weekday(weekday + 1),
        cells: row.iter().enumerate().map(|(hour, count)| cell(weekday, hour, *count)).collect(),
    };
    hours.iter().enumerate().map(row).collect()
}

fn groups(teller: &Teller<'_>) -> Vec<GroupRow> {
    let response = &teller.figures.response;
    let row = |word, who: &str, group: &Group| GroupRow {
        word,
        group: group.clone(),
        share: group.answered_share(),
        wait: group.median_wait.map(|wait| teller.shell.length(wait)),
        href: address("/pulse/conversations", teller.figures.day, &[("who", who)]),
        waiting: address("/pulse/conversations", teller.figures.day, &[("answered", "no"), ("who", who)]),
    };
    vec![
        row("pulse-who-all", "all", &response.all),
        row("pulse-who-fresh", "new", &response.new),
        row("pulse-who-others", "others", &response.others),
        row("pulse-who-crew", "team", &response.team),
    ]
}

fn clusters(teller: &Teller<'_>, named: &dyn Fn(i64) -> String) -> Vec<ClusterRow> {
    let shown = teller.figures.clusters.list.iter().filter(|cluster| cluster.size >= crate::figures::clusters::SMALLEST_SHOWN);
    let row = |cluster: &crate::figures::clusters::Cluster| ClusterRow {
        name: named(cluster.after),
        size: cluster.size,
        inside: cluster.inside,
        outside: cluster.outside,
        href: teller.people_href(Figure::Cluster(cluster.number)),
    };
    shown.map(row).collect()
}

fn connectors(teller: &Teller<'_>, named: &dyn Fn(i64) -> String) -> Vec<ConnectorRow> {
    let row = |connector: &crate::figures::ties::Connector| ConnectorRow {
        name: named(connector.person),
        bridge: connector.bridge,
        ties: connector.ties,
        href: address(&format!("/pulse/people/{}", connector.person), teller.figures.day, &[("figure", "connectors")]),
    };
    teller.figures.ties.connectors.iter().map(row).collect()
}

fn newcomers(teller: &Teller<'_>) -> Vec<NewcomerRow> {
    let newcomers = &teller.figures.newcomers;
    let words = ["pulse-tie-1", "pulse-tie-3", "pulse-tie-6"];
    let row = |(nth, word): (usize, &'static str)| NewcomerRow {
        word,
        reached: newcomers.reached[nth],
        median: newcomers.median_days[nth].map(i64::from),
        within: newcomers.within_window[nth],
        href: teller.people_href(Figure::Reached(nth)),
        rest: newcomers.count - newcomers.reached[nth],
        rest_href: teller.people_href(Figure::Unreached(nth)),
    };
    words.into_iter().enumerate().map(row).collect()
}

fn scenarios(teller: &Teller<'_>) -> Vec<Scenario> {
    let resilience = &teller.figures.resilience;
    let named = |figure| Some(teller.people_href(figure));
    let top = |percent: &str| Some(address("/pulse/people", teller.figures.day, &[("figure", "top"), ("number", percent)]));
    let all = [
        ("pulse-without-nobody", &resilience.whole, None),
        ("pulse-without-founders", &resilience.founders, named(Figure::Founders)),
        ("pulse-without-team", &resilience.staff, named(Figure::Team)),
        ("pulse-without-1", &resilience.top_1pct, top("1")),
        ("pulse-without-5", &resilience.top_5pct, top("5")),
        ("pulse-without-10", &resilience.top_10pct, top("10")),
    ];
    all.map(|(word, without, href)| Scenario { word, without: without.clone(), href: href.filter(|_| without.removed > 0) }).into()
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
        teller.response(),
        teller.ties(),
        teller.reciprocity(),
        teller.clusters(&|_| String::new()),
        teller.hours(),
    ];
    let hours = hour_rows(&teller);
    let (own, unclaimed): (Vec<Pair>, Vec<Pair>) = own.into_iter().partition(|pair| pair.b.claimed);
    let unclaimed = unclaimed.len() as i64;
    let view = MemberView { shell, head, told, own, unclaimed, hours };
    answer(visit, view.head.faults.any(), &view)
}
