//! The tables beside figures: transitions, hours, whose conversations are answered, groups, connectors, newcomers, and
//! what would stay without some people.

use super::marks::Mark;
use super::told::Teller;
use super::{address, charts};
use crate::figures::clusters::{Cluster, SMALLEST_SHOWN};
use crate::figures::resilience::Without;
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
    pub waiting: String,
}

/// Groups with a row of their own: the largest. Those of two, and others past this, have one together.
const OWN_ROWS: usize = 30;

pub(super) struct ClusterRow {
    pub name: String,
    /// Nothing for those that have a row together.
    pub mark: Option<(usize, Mark)>,
    pub size: i64,
    pub inside: i64,
    pub outside: i64,
    pub href: String,
    /// The ties within it and those that lead out; nothing for those that have a row together.
    pub ties: Option<[String; 2]>,
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
    pub within: f64,
    pub href: String,
    pub rest: i64,
    pub rest_href: String,
}

pub(super) struct Scenario {
    pub word: &'static str,
    pub without: Without,
    pub href: Option<String>,
}

impl Scenario {
    /// Each under the word of its column.
    pub fn shares(&self) -> [(&'static str, Option<f64>); 3] {
        [
            ("pulse-column-talk", self.without.interactions_share),
            ("pulse-column-part", self.without.giant_share),
            ("pulse-column-core", self.without.core_share),
        ]
    }
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
    let groups = &teller.figures.clusters.list;
    // Whoever is smaller than this is told of together: as many groups of one size as do not fit.
    let below = groups.get(OWN_ROWS).map_or(SMALLEST_SHOWN, |next| SMALLEST_SHOWN.max(next.size + 1));
    let (own, small): (Vec<_>, Vec<_>) = groups.iter().enumerate().partition(|(_, group)| group.size >= below);
    let row = |(place, cluster): (usize, &Cluster)| ClusterRow {
        name: named(cluster.after),
        mark: Some((place + 1, Mark::of(place))),
        size: cluster.size,
        inside: cluster.inside,
        outside: cluster.outside,
        href: teller.people_href(Figure::Cluster(cluster.number)),
        ties: Some([Which::Inside(cluster.number), Which::Outside(cluster.number)].map(|which| {
            let parts = [("show", which.code()), ("number", &*cluster.number.to_string())];
            address("/pulse/ties", teller.figures.day, &parts)
        })),
    };
    let sum = |part: fn(&Cluster) -> i64| small.iter().map(|(_, group)| part(group)).sum();
    let together = ClusterRow {
        name: teller.say("pulse-clusters-small", &[("n", (small.len() as i64).into()), ("below", below.into())]),
        mark: None,
        size: sum(|group| group.size),
        inside: sum(|group| group.inside),
        outside: sum(|group| group.outside),
        href: teller.people_href(Figure::Small(below)),
        ties: None,
    };
    own.into_iter().map(row).chain((!small.is_empty()).then_some(together)).collect()
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
        rest: newcomers.count - newcomers.reached[nth],
        rest_href: teller.people_href(Figure::Unreached(nth)),
    };
    words.into_iter().enumerate().map(row).collect()
}

pub(super) fn scenarios(teller: &Teller<'_>) -> Vec<Scenario> {
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
