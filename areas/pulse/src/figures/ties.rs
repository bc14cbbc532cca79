//! Who talks with whom: ties, the parts they make, who connects, who is alone.

use super::Parameters;
use super::standing::Standing;
use crate::network::{Network, Pair, TieGraph};
use ::ties::{betweenness, components, cores, without};
use serde::{Deserialize, Serialize};

/// Shortest ways are counted from so many members, chosen by the seed.
pub const PIVOTS: usize = 256;
/// Connectors that are named.
pub const CONNECTORS: usize = 10;

/// The shape of the graph of ties, by node.
pub struct Shape {
    pub parts: i64,
    pub largest: i64,
    pub giant: Vec<bool>,
    pub cores: Vec<u32>,
    pub bridges: Vec<f64>,
}

impl Shape {
    pub(super) fn of(graph: &TieGraph, parameters: &Parameters) -> Shape {
        let parts = components(&graph.graph);
        let largest = parts.largest();
        let giant: Vec<bool> = parts.of.iter().map(|part| Some(*part) == largest).collect();
        let size = giant.iter().filter(|inside| **inside).count();
        let outside: Vec<bool> = giant.iter().map(|inside| !inside).collect();
        let bridges = betweenness(&without(&graph.graph, &outside), parameters.pivots, parameters.seed);
        let ways = size.saturating_sub(1) as f64 * size.saturating_sub(2) as f64 / 2.0;
        let share = |through: f64| if ways > 0.0 { through / ways } else { 0.0 };
        Shape {
            parts: parts.count() as i64,
            largest: size as i64,
            giant,
            cores: cores(&graph.graph),
            bridges: bridges.into_iter().map(share).collect(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Connector {
    pub person: i64,
    pub bridge: f64,
    pub ties: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ties {
    /// Between two who are not of the team.
    pub horizontal: i64,
    /// All ties, those with the team too.
    pub all: i64,
    /// Pairs of whom at least one answered the other.
    pub pairs: i64,
    /// Answers of these pairs.
    pub interactions: i64,
    /// Of these, between two who were not of the team when they answered.
    pub between_members: i64,
    pub active: i64,
    /// Ties by depth: below 1, 1 to 5, 5 and more.
    pub depths: [i64; 3],
    pub median_depth: Option<f64>,
    /// Members with at least one tie.
    pub tied: i64,
    pub parts: i64,
    pub largest: i64,
    pub core_max: i64,
    pub in_2core: i64,
    pub connectors: Vec<Connector>,
    /// Active, not of the team, without any tie.
    pub lonely: i64,
}

impl Ties {
    pub(super) fn of(network: &Network, graph: &TieGraph, shape: &Shape, standings: &[Standing]) -> Ties {
        let mut depths: Vec<f64> = network.ties().map(|pair| pair.depth).collect();
        depths.sort_unstable_by(f64::total_cmp);
        let between = |from: f64, to: f64| depths.iter().filter(|depth| (from..to).contains(*depth)).count() as i64;
        Ties {
            horizontal: network.ties().filter(|pair| !pair.with_team).count() as i64,
            all: depths.len() as i64,
            pairs: network.pairs.len() as i64,
            interactions: network.interactions(),
            between_members: network.pairs.iter().map(|pair| pair.between_members).sum(),
            active: standings.iter().filter(|standing| standing.active).count() as i64,
            depths: [between(0.0, 1.0), between(1.0, 5.0), between(5.0, f64::INFINITY)],
            median_depth: median(&depths),
            tied: graph.persons.len() as i64,
            parts: shape.parts,
            largest: shape.largest,
            core_max: shape.cores.iter().copied().max().map_or(0, i64::from),
            in_2core: shape.cores.iter().filter(|core| **core >= 2).count() as i64,
            connectors: connectors(standings),
            lonely: standings.iter().filter(|standing| standing.lonely).count() as i64,
        }
    }

    /// Ties between members who are not of the team, for each active member.
    pub fn per_active(&self) -> Option<f64> {
        (self.active > 0).then(|| self.horizontal as f64 / self.active as f64)
    }

    /// Of pairs that talked, those where both answered.
    pub fn reciprocity(&self) -> Option<f64> {
        (self.pairs > 0).then(|| self.all as f64 / self.pairs as f64)
    }

    /// Of all answers, those between members rather than with the team, if there is one.
    pub fn members_share(&self) -> Option<f64> {
        (self.interactions > 0).then(|| self.between_members as f64 / self.interactions as f64)
    }

    /// Of members with ties, those in the largest connected part.
    pub fn largest_share(&self) -> Option<f64> {
        (self.tied > 0).then(|| self.largest as f64 / self.tied as f64)
    }
}

/// The middle, or the mean of two middles.
fn median(sorted: &[f64]) -> Option<f64> {
    let (low, high) = (sorted.get(sorted.len().saturating_sub(1) / 2)?, sorted.get(sorted.len() / 2)?);
    Some((low + high) / 2.0)
}

/// Those through whom most shortest ways lead.
fn connectors(standings: &[Standing]) -> Vec<Connector> {
    let mut found: Vec<&Standing> = standings.iter().filter(|standing| standing.bridge > 0.0).collect();
    found.sort_by(|one, other| other.bridge.total_cmp(&one.bridge).then(one.person.cmp(&other.person)));
    let named = |standing: &&Standing| Connector { person: standing.person, bridge: standing.bridge, ties: standing.ties };
    found.iter().take(CONNECTORS).map(named).collect()
}

/// Every pair, for those who want to compute for themselves.
pub fn table(network: &Network) -> &[Pair] {
    &network.pairs
}
