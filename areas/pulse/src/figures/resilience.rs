//! What would be left without some people: founders, staff, those who hold most ties.
//! Three views, because each alone is nearly blind: who still hangs together, how much of the conversation stays, and
//! how many still have two ways to the others.

use super::fates::{Case, Fates, Part, Rest};
use crate::facts::Facts;
use crate::network::{Network, Pair, TieGraph};
use crate::team::Post;
use serde::{Deserialize, Serialize};
use ties::{by_degree, random_area, removal_curve};

/// Random orders that the removal curve is compared with.
pub const RANDOM_ORDERS: usize = 20;
/// Points of the curve that are kept.
pub const CURVE_POINTS: usize = 51;
/// Rows of the table beside it.
const CURVE_ROWS: usize = 11;

/// What is left after some are gone. Shares are of those who stay; nothing where nobody was taken or nobody stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Without {
    /// How many were taken away.
    pub removed: i64,
    /// Of the members with ties who stay, those in the largest connected part.
    pub giant_share: Option<f64>,
    /// Of the active members who stay, with ties or without, those in that part.
    #[serde(default)]
    pub active_share: Option<f64>,
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
    /// Standings say what becomes of each person in each case.
    #[serde(default)]
    pub fated: bool,
    /// Area under that curve, both axes as shares: near 0 falls apart at once, 1/2 stays one piece to the end.
    pub curve_area: Option<f64>,
    /// The same for people going in random order, mean of twenty.
    pub random_area: Option<f64>,
}

impl Resilience {
    /// Kept by a version that did not write down who was taken away and what became of the others: to be computed again.
    pub fn is_unnamed(&self) -> bool {
        !self.fated || self.top.len() as i64 != self.top_10pct.removed
    }

    /// A few points of the curve: how many are gone, and how many of the others hang together.
    pub fn rows(&self) -> impl Iterator<Item = (i64, i64)> {
        let step = self.curve.len().saturating_sub(1).div_ceil(CURVE_ROWS - 1).max(1);
        self.curve.iter().step_by(step).copied()
    }

    /// What is left in a case that has a name.
    pub fn without(&self, case: Case) -> Option<&Without> {
        match case {
            Case::Nobody => Some(&self.whole),
            Case::Founders => Some(&self.founders),
            Case::Team => Some(&self.staff),
            Case::Top(1) => Some(&self.top_1pct),
            Case::Top(5) => Some(&self.top_5pct),
            Case::Top(10) => Some(&self.top_10pct),
            Case::Top(_) | Case::Row(_) => None,
        }
    }

    pub(super) fn of(facts: &Facts, network: &Network, graph: &TieGraph) -> (Resilience, Fates) {
        let order = by_degree(&graph.graph);
        let curve = removal_curve(&graph.graph, &order);
        let tied = graph.persons.len();
        let first = |count: usize| -> Vec<u32> { order[..count].iter().map(|node| graph.persons[*node as usize]).collect() };
        let percent = |percent: usize| first((tied * percent).div_ceil(100));
        let points = curve.sampled(CURVE_POINTS).into_iter().map(|left| (left.removed as i64, i64::from(left.giant)));
        let active = facts.people.iter().map(|person| person.is_active(facts.day) && person.is_member(facts.day)).collect();
        let mut taking = Taking { active, network, graph, fates: Fates::new(facts.people.len()) };
        let known = tied > 0;
        let resilience = Resilience {
            whole: taking.measured(Case::Nobody, &[]),
            founders: taking.left(Case::Founders, &facts.holders(Some(Post::Founder))),
            staff: taking.left(Case::Team, &facts.holders(None)),
            top_1pct: taking.left(Case::Top(1), &percent(1)),
            top_5pct: taking.left(Case::Top(5), &percent(5)),
            top_10pct: taking.left(Case::Top(10), &percent(10)),
            top: percent(10).into_iter().map(|person| facts.people[person as usize].id).collect(),
            tied: tied as i64,
            curve: if known { points.collect() } else { Vec::new() },
            fated: true,
            curve_area: known.then(|| curve.area()),
            random_area: known.then(|| random_area(&graph.graph, RANDOM_ORDERS, super::SEED)),
        };
        for (row, (removed, _)) in resilience.rows().enumerate() {
            taking.take(Case::Row(row), &first(usize::try_from(removed).unwrap_or_default()));
        }
        (resilience, taking.fates)
    }
}

/// Takes people away, case by case.
struct Taking<'t> {
    /// Who wrote in the 28 days, by person.
    active: Vec<bool>,
    network: &'t Network,
    graph: &'t TieGraph,
    fates: Fates,
}

impl Taking<'_> {
    fn take(&mut self, case: Case, removed: &[u32]) -> (Rest, Vec<bool>) {
        let mut gone = vec![false; self.network.members.len()];
        removed.iter().for_each(|person| gone[*person as usize] = true);
        (self.fates.take(self.graph, case, &gone), gone)
    }

    /// Nothing to tell where nobody is taken away.
    fn left(&mut self, case: Case, removed: &[u32]) -> Without {
        if removed.is_empty() { Without::default() } else { self.measured(case, removed) }
    }

    fn measured(&mut self, case: Case, removed: &[u32]) -> Without {
        let (rest, gone) = self.take(case, removed);
        let all = self.network.interactions();
        let kept = self.network.pairs.iter().filter(|pair| !gone[pair.a as usize] && !gone[pair.b as usize]);
        let kept: i64 = kept.map(Pair::interactions).sum();
        let together = Part::Together.marks(case).0;
        let (mut staying, mut held_together) = (0_u32, 0_u32);
        for person in (0..gone.len()).filter(|person| self.active[*person] && !gone[*person]) {
            staying += 1;
            held_together += u32::from(self.fates.of(person) & together != 0);
        }
        let share = |part: usize| (rest.stay > 0).then(|| part as f64 / rest.stay as f64);
        Without {
            removed: removed.len() as i64,
            giant_share: share(rest.together),
            active_share: (staying > 0).then(|| f64::from(held_together) / f64::from(staying)),
            interactions_share: (all > 0).then(|| kept as f64 / all as f64),
            core_share: share(rest.held),
        }
    }
}
