//! What would be left without some people: founders, staff, those who hold most ties.
//! Three views, because each alone is nearly blind: who still hangs together, how much of the conversation stays, and
//! how many still have two ways to the others.

use crate::facts::Facts;
use crate::network::{Network, TieGraph};
use crate::team::Post;
use serde::{Deserialize, Serialize};
use ties::{by_degree, components, cores, random_area, removal_curve, without};

/// Random orders that the removal curve is compared with.
pub const RANDOM_ORDERS: usize = 20;
/// Points of the curve that are kept.
pub const CURVE_POINTS: usize = 51;

/// What is left after some are gone. Shares are of those who stay; nothing where nobody was taken or nobody stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Without {
    /// How many were taken away.
    pub removed: i64,
    /// Of the members with ties who stay, those in the largest connected part.
    pub giant_share: Option<f64>,
    /// Of all answers between members, those that concern none of the removed.
    pub interactions_share: Option<f64>,
    /// Of the members with ties who stay, those in the 2-core: with two ways to the others.
    pub core_share: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Resilience {
    /// Nobody taken away: to compare with.
    pub whole: Without,
    pub founders: Without,
    pub staff: Without,
    pub top_1pct: Without,
    pub top_5pct: Without,
    pub top_10pct: Without,
    /// The persons of the top 10 per cent, in the order in which they were taken away.
    #[serde(default)]
    pub top: Vec<i64>,
    /// Members with ties.
    pub tied: i64,
    /// Size of the largest part, in members, as those with most ties go one by one: (removed, largest part).
    pub curve: Vec<(i64, i64)>,
    /// Area under that curve, both axes as shares: near 0 falls apart at once, 1/2 stays one piece to the end.
    pub curve_area: Option<f64>,
    /// The same for people going in random order, mean of twenty.
    pub random_area: Option<f64>,
}

impl Resilience {
    /// Kept by a version that did not write down who was taken away: to be computed again.
    pub fn is_unnamed(&self) -> bool {
        self.top.len() as i64 != self.top_10pct.removed
    }

    pub(super) fn of(facts: &Facts, network: &Network, graph: &TieGraph) -> Resilience {
        let order = by_degree(&graph.graph);
        let curve = removal_curve(&graph.graph, &order);
        let tied = graph.persons.len();
        let first = |percent: usize| -> Vec<u32> {
            order[..(tied * percent).div_ceil(100)].iter().map(|node| graph.persons[*node as usize]).collect()
        };
        let top = |percent: usize| left(network, graph, &first(percent));
        let points = curve.sampled(CURVE_POINTS).into_iter().map(|left| (left.removed as i64, i64::from(left.giant)));
        let staff = facts.holders(None);
        let known = tied > 0;
        Resilience {
            whole: measured(network, graph, &[]),
            founders: left(network, graph, &facts.holders(Some(Post::Founder))),
            staff: left(network, graph, &staff),
            top_1pct: top(1),
            top_5pct: top(5),
            top_10pct: top(10),
            top: first(10).into_iter().map(|person| facts.people[person as usize].id).collect(),
            tied: tied as i64,
            curve: if known { points.collect() } else { Vec::new() },
            curve_area: known.then(|| curve.area()),
            random_area: known.then(|| random_area(&graph.graph, RANDOM_ORDERS, super::SEED)),
        }
    }
}

/// Nothing to tell where nobody is taken away.
fn left(network: &Network, graph: &TieGraph, removed: &[u32]) -> Without {
    if removed.is_empty() { Without::default() } else { measured(network, graph, removed) }
}

fn measured(network: &Network, graph: &TieGraph, removed: &[u32]) -> Without {
    let mut gone = vec![false; network.members.len()];
    removed.iter().for_each(|person| gone[*person as usize] = true);
    let marks: Vec<bool> = graph.persons.iter().map(|person| gone[*person as usize]).collect();
    let stay = marks.iter().filter(|gone| !**gone).count();
    let rest = without(&graph.graph, &marks);
    let parts = components(&rest);
    let mut sizes = vec![0usize; parts.count()];
    let staying = parts.of.iter().zip(&marks).filter(|(_, gone)| !**gone);
    staying.for_each(|(part, _)| sizes[*part as usize] += 1);
    let core = cores(&rest).iter().zip(&marks).filter(|(core, gone)| **core >= 2 && !**gone).count();
    let all = network.interactions();
    let kept: i64 = network
        .pairs
        .iter()
        .filter(|pair| !gone[pair.a as usize] && !gone[pair.b as usize])
        .map(crate::network::Pair::interactions)
        .sum();
    let share = |part: usize| (stay > 0).then(|| part as f64 / stay as f64);
    Without {
        removed: removed.len() as i64,
        giant_share: share(sizes.iter().copied().max().unwrap_or_default()),
        interactions_share: (all > 0).then(|| kept as f64 / all as f64),
        core_share: share(core),
    }
}
