//! Clusters by the Leiden algorithm: nodes move where modularity rises, clusters are refined into parts that hang together, parts
//! become the nodes of a smaller graph, and so on.

mod division;
mod level;
mod moving;
mod refining;
mod tally;

use crate::chance::Chance;
use crate::components::parts;
use crate::{Graph, modularity};
use division::Division;
use level::Level;

/// How to look for clusters.
#[derive(Clone, Debug, PartialEq)]
pub struct Leiden {
    /// Nodes are visited in an order drawn from it.
    pub seed: u64,
    /// More gives smaller clusters; see [`modularity`]. At least 0.
    pub resolution: f64,
    /// Clusters to begin with, a label for each node, so that this week's are like last week's. Nodes past its end begin alone.
    pub start: Option<Vec<u32>>,
    /// Passes over the whole graph at most, one at least. It ends earlier when a pass changes nothing.
    pub passes: u32,
}

impl Default for Leiden {
    fn default() -> Leiden {
        Leiden { seed: 0, resolution: 1.0, start: None, passes: 4 }
    }
}

/// A division of the nodes into clusters.
#[derive(Clone, Debug, PartialEq)]
pub struct Clusters {
    /// The cluster of each node. Clusters are numbered by falling size, then by their first node.
    pub of: Vec<u32>,
    pub count: usize,
    /// At the resolution that was asked for.
    pub modularity: f64,
}

impl Clusters {
    /// Nodes in each cluster.
    pub fn sizes(&self) -> Vec<u32> {
        let mut sizes = vec![0; self.count];
        self.of.iter().for_each(|&cluster| sizes[cluster as usize] += 1);
        sizes
    }
}

/// Clusters of high modularity. Each hangs together by its own ties; none has less modularity than the start, or than each node alone.
/// A node without ties is a cluster of its own. The best division cannot be found in sensible time: other seeds give others.
///
/// Source: Traag, Waltman, van Eck, "From Louvain to Leiden: guaranteeing well-connected communities", 2019, with the chance of the
/// refinement at θ = 0.01 of the mean weight of a tie. Two departures: a node that can join another in the refinement does not choose to
/// stay alone, and at the end whatever does not hang together is parted, which can only raise modularity.
///
/// # Panics
/// If the resolution is below 0 or not a number.
pub fn clusters(graph: &Graph, options: &Leiden) -> Clusters {
    assert!(options.resolution >= 0.0 && options.resolution.is_finite(), "a resolution is a number from 0");
    let start = starting(graph.nodes(), options.start.as_deref());
    let mut of = start.clone();
    if graph.weight() > 0 {
        let level = Level::new(graph);
        let goal = Goal::new(&level, options.resolution);
        let mut chance = Chance::new(options.seed);
        for _ in 0..options.passes.max(1) {
            let (next, moved) = pass(&level, &of, &goal, &mut chance);
            of = next;
            if !moved {
                break;
            }
        }
    }
    let found = numbered(graph, &of, options.resolution);
    let began = numbered(graph, &start, options.resolution);
    if began.modularity > found.modularity { began } else { found }
}

/// What a move must win: gains are in units of weight, both ends of a tie counted.
struct Goal {
    /// Expected weight between two nodes, for each unit of the product of their strengths.
    expected: f64,
    /// A gain below this is a rounding error: 1e-12 of modularity.
    least: f64,
    /// θ of the paper.
    warmth: f64,
}

impl Goal {
    fn new(level: &Level, resolution: f64) -> Goal {
        let both_ways = level.strengths.iter().map(|&strength| f64::from(strength)).sum::<f64>();
        Goal { expected: resolution / both_ways, least: 1e-12 * both_ways, warmth: 0.01 * both_ways / level.ties.len() as f64 }
    }
}

/// From a division of the nodes to a better one, through smaller and smaller graphs; with whether anything moved.
fn pass(first: &Level, of: &[u32], goal: &Goal, chance: &mut Chance) -> (Vec<u32>, bool) {
    let mut division = Division::new(first, of);
    let mut moved = moving::settle(first, &mut division, goal, chance);
    let mut gathered: Option<Level> = None;
    let mut place_of: Vec<u32> = (0..first.nodes() as u32).collect();
    loop {
        let level = gathered.as_ref().unwrap_or(first);
        if division.count == level.nodes() {
            break;
        }
        let refined = refining::refine(level, &division, goal, chance);
        if refined.count == level.nodes() {
            break;
        }
        let next = level.gathered(&refined);
        division = division.gathered(&next, &refined);
        place_of.iter_mut().for_each(|place| *place = refined.of[*place as usize]);
        moved |= moving::settle(&next, &mut division, goal, chance);
        gathered = Some(next);
    }
    (place_of.iter().map(|&place| division.of[place as usize]).collect(), moved)
}

/// Labels below the number of nodes, in the order of their first node.
fn starting(nodes: usize, start: Option<&[u32]>) -> Vec<u32> {
    let given = start.unwrap_or_default();
    let given = &given[..given.len().min(nodes)];
    let mut known: Vec<(u32, u32)> = given.iter().copied().zip(0..).collect();
    known.sort_unstable();
    known.dedup_by_key(|(label, _)| *label);
    // The first node of a cluster is its label, so that nodes past the end can be their own.
    let first = |label: &u32| known.binary_search_by_key(label, |&(known, _)| known).map_or(0, |place| known[place].1);
    given.iter().map(first).chain(given.len() as u32..nodes as u32).collect()
}

/// Parts what does not hang together and numbers clusters by size.
fn numbered(graph: &Graph, of: &[u32], resolution: f64) -> Clusters {
    let whole = parts(graph, |one, other| of[one as usize] == of[other as usize]);
    let mut order: Vec<u32> = (0..whole.count() as u32).collect();
    order.sort_by_key(|&part| u32::MAX - whole.sizes[part as usize]);
    let mut rank = vec![0; order.len()];
    order.iter().zip(0..).for_each(|(&part, place)| rank[part as usize] = place);
    let of: Vec<u32> = whole.of.iter().map(|&part| rank[part as usize]).collect();
    let modularity = modularity(graph, &of, resolution);
    Clusters { of, count: order.len(), modularity }
}
