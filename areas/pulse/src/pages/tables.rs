//! The tables beside figures: transitions, hours, whose conversations are answered, groups, connectors, newcomers, and
//! what would stay without some people.

use super::marks::Mark;
use super::told::Teller;
use super::{address, charts, ties};
use crate::day::Day;
use crate::figures::clusters::Cluster;
use crate::figures::fates::{Case, Part};
use crate::figures::response::Group;
use crate::figures::ties::Connector;
use crate::pairs::Which;
use crate::person::State;
use crate::standings::Figure;

pub(super) struct MatrixRow {
    pub word: String,
    pub cells: Vec<Cell>,
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

pub(super) struct GroupRow {
    pub word: &'static str,
    pub group: Group,
    pub share: Option<f64>,
    pub wait: Option<String>,
    pub href: String,
    pub answered: String,
    pub soon: String,
    /// Those answered, by how long they waited.
    pub waits: String,
    pub waiting: String,
}

pub(super) struct ClusterRow {
    pub name: String,
    /// Nothing for those that have a row together.
    pub mark: Option<(usize, Mark)>,
    pub size: i64,
    pub inside: i64,
    pub outside: i64,
    pub href: String,
    /// The ties within it and those that lead out.
    pub ties: [String; 2],
}

pub(super) struct ConnectorRow {
    pub name: String,
    pub bridge: f64,
    pub ties: i64,
    pub href: String,
}

pub(super) struct NewcomerRow {
    pub word: &'static str,
    pub reached: i64,
    pub median: Option<i64>,
    pub within: Option<f64>,
    pub href: String,
    /// Those who had it within 28 days.
    pub soon: String,
    pub rest: i64,
    pub rest_href: String,
}

pub(super) struct Scenario {
    pub word: &'static str,
    pub removed: i64,
    /// Those who are taken away.
    pub href: Option<String>,
    /// Each under the word of its column; nothing where nobody is taken away.
    pub shares: [(&'static str, Option<Share>); 3],
}

/// A share of what is left, and where it opens: what it counts, or, of none, what it lacks.
pub(super) struct Share {
    pub share: f64,
    pub href: String,
}

/// A row of the removal curve.
pub(super) struct CurveRow {
    pub removed: i64,
    pub left: i64,
    pub share: f64,
    pub removed_href: String,
    pub left_href: String,
}

pub(super) fn matrix(teller: &Teller<'_>) -> Vec<MatrixRow> {
    let cells = &teller.figures.transitions;
    // Those who stay as they were are most; beside them those who moved would all be pale.
    let most = State::ALL.iter().flat_map(|from| State::ALL.iter().map(move |to| (*from, *to)));
    let most = most.filter(|(from, to)| from != to).map(|(from, to)| cells[from.place()][to.place()]);
    let most = most.max().unwrap_or_default();
    let cell = |from: State, to: State| {
        let count = cells[from.place()][to.place()];
        Cell {
            count,
            heat: charts::heat(count, most),
            href: (count > 0 && teller.staff).then(|| teller.people_href(Figure::Cell(from, to))),
        }
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

pub(super) fn groups(teller: &Teller<'_>) -> Vec<GroupRow> {
    let response = &teller.figures.response;
    let row = |word, who: &str, group: &Group| GroupRow {
        word,
        group: group.clone(),
        share: group.answered_share(),
        wait: group.median_wait.map(|wait| teller.shell.within(wait)),
        href: address("/pulse/conversations", teller.figures.day, &[("who", who)]),
        answered: address("/pulse/conversations", teller.figures.day, &[("answered", "yes"), ("who", who)]),
        soon: address("/pulse/conversations", teller.figures.day, &[("answered", "soon"), ("who", who)]),
        waits: address("/pulse/conversations", teller.figures.day, &[("answered", "yes"), ("who", who), ("order", "wait")]),
        waiting: address("/pulse/conversations", teller.figures.day, &[("answered", "no"), ("who", who)]),
    };
    let team = teller.figures.has_team().then(|| row("pulse-who-crew", "team", &response.team));
    let rest = [
        row("pulse-who-all", "all", &response.all),
        row("pulse-who-fresh", "new", &response.new),
        row("pulse-who-others", "others", &response.others),
    ];
    rest.into_iter().chain(team).collect()
}

pub(super) fn clusters(teller: &Teller<'_>, named: &dyn Fn(i64) -> String) -> Vec<ClusterRow> {
    let (groups, below) = (&teller.figures.clusters.list, teller.figures.clusters.small_below());
    let (own, small): (Vec<_>, Vec<_>) = groups.iter().enumerate().partition(|(_, group)| group.size >= below);
    let ties = |inside, outside| [inside, outside].map(|which| pairs_href(teller.figures.day, which));
    let row = |(place, cluster): (usize, &Cluster)| ClusterRow {
        name: named(cluster.after),
        mark: Some((place + 1, Mark::of(place))),
        size: cluster.size,
        inside: cluster.inside,
        outside: cluster.outside,
        href: teller.people_href(Figure::Cluster(cluster.number)),
        ties: ties(Which::Inside(cluster.number), Which::Outside(cluster.number)),
    };
    let sum = |part: fn(&Cluster) -> i64| small.iter().map(|(_, group)| part(group)).sum::<i64>();
    let together = || ClusterRow {
        name: teller.say("pulse-clusters-small", &[("n", (small.len() as i64).into()), ("below", below.into())]),
        mark: None,
        size: sum(|group| group.size),
        inside: sum(|group| group.inside),
        // A tie between two of them leads out of both, and is one.
        outside: sum(|group| group.outside) - teller.figures.clusters.small_between,
        href: teller.people_href(Figure::Small(below)),
        ties: ties(Which::InsideSmall(below), Which::OutsideSmall(below)),
    };
    let together = (!small.is_empty()).then(together);
    own.into_iter().map(row).chain(together).collect()
}

/// The table of some pairs.
pub(super) fn pairs_href(day: Day, which: Which) -> String {
    ties::link(day, which, "")
}

pub(super) fn connectors(teller: &Teller<'_>, named: &dyn Fn(i64) -> String) -> Vec<ConnectorRow> {
    let row = |connector: &Connector| ConnectorRow {
        name: named(connector.person),
        bridge: connector.bridge,
        ties: connector.ties,
        href: address(&format!("/pulse/people/{}", connector.person), teller.figures.day, &[("figure", "connectors")]),
    };
    teller.figures.ties.connectors.iter().map(row).collect()
}

pub(super) fn newcomers(teller: &Teller<'_>) -> Vec<NewcomerRow> {
    let newcomers = &teller.figures.newcomers;
    let words = ["pulse-tie-1", "pulse-tie-3", "pulse-tie-6"];
    let row = |(nth, word): (usize, &'static str)| NewcomerRow {
        word,
        reached: newcomers.reached[nth],
        median: newcomers.median_days[nth].map(i64::from),
        within: newcomers.within_window[nth],
        href: teller.people_href(Figure::Reached(nth)),
        soon: teller.people_href(Figure::Soon(nth)),
        rest: newcomers.count - newcomers.reached[nth],
        rest_href: teller.people_href(Figure::Unreached(nth)),
    };
    words.into_iter().enumerate().map(row).collect()
}

pub(super) fn scenarios(teller: &Teller<'_>) -> Vec<Scenario> {
    let (resilience, day) = (&teller.figures.resilience, teller.figures.day);
    let people = |case: Case, part: Part| teller.people_href(Figure::Fate(case, part));
    let pairs = |which: Which| pairs_href(day, which);
    let row = |word, case: Case, href: Option<String>| {
        let without = resilience.without(case).cloned().unwrap_or_default();
        let of = |share: Option<f64>, counted: String, lacking: String| {
            share.map(|share| Share { share, href: if share > 0.0 { counted } else { lacking } })
        };
        let talk = of(without.interactions_share, pairs(Which::Kept(case)), pairs(Which::Lost(case)));
        let part = of(without.giant_share, people(case, Part::Together), people(case, Part::Apart));
        let core = of(without.core_share, people(case, Part::Held), people(case, Part::Loose));
        let shares = [("pulse-column-talk", talk), ("pulse-column-part", part), ("pulse-column-core", core)];
        Scenario { word, removed: without.removed, href: href.filter(|_| without.removed > 0), shares }
    };
    let named = |figure| Some(teller.people_href(figure));
    vec![
        row("pulse-without-nobody", Case::Nobody, None),
        row("pulse-without-founders", Case::Founders, named(Figure::Founders)),
        row("pulse-without-team", Case::Team, named(Figure::Team)),
        row("pulse-without-1", Case::Top(1), named(Figure::Top(1))),
        row("pulse-without-5", Case::Top(5), named(Figure::Top(5))),
        row("pulse-without-10", Case::Top(10), named(Figure::Top(10))),
    ]
}

pub(super) fn curve_rows(teller: &Teller<'_>) -> Vec<CurveRow> {
    let resilience = &teller.figures.resilience;
    let row = |(row, (removed, left)): (usize, (i64, i64))| CurveRow {
        removed,
        left,
        share: if resilience.tied > 0 { left as f64 / resilience.tied as f64 } else { 0.0 },
        removed_href: teller.people_href(Figure::Fate(Case::Row(row), Part::Removed)),
        left_href: teller.people_href(Figure::Fate(Case::Row(row), Part::Together)),
    };
    resilience.rows().enumerate().map(row).collect()
}
