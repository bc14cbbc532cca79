//! What is left of a graph when some leave.

use crate::Graph;
use crate::chance::Chance;

/// The order in which a community would lose most: by falling degree, then falling strength, then number.
/// Source of the order: Albert, Jeong, Barabási, "Error and attack tolerance of complex networks", 2000; degrees are those of the
/// whole graph and not counted anew after each removal.
pub fn by_degree(graph: &Graph) -> Vec<u32> {
    let mut order: Vec<u32> = (0..graph.nodes() as u32).collect();
    order.sort_unstable_by_key(|&node| (u32::MAX - graph.degree(node), u64::MAX - graph.strength(node), node));
    order
}

/// What is left after the first `k` nodes of an order are gone, for every `k` from 0 to the order's length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovalCurve {
    nodes: u32,
    giants: Vec<u32>,
    weights: Vec<u64>,
}

/// One point of a [`RemovalCurve`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    pub removed: usize,
    /// Nodes of the largest component.
    pub giant: u32,
    /// Weight of the ties between those who are left.
    pub weight: u64,
}

/// Takes nodes away in this order; who is not in it stays to the end. A node named twice goes the first time.
///
/// One pass from the end: nodes come back one by one and components grow together, which takes as long as reading the graph.
/// Source: Newman, Ziff, "Fast Monte Carlo algorithm for site or bond percolation", 2001.
///
/// # Panics
/// If the order names a node that is not there.
pub fn removal_curve(graph: &Graph, order: &[u32]) -> RemovalCurve {
    let goes = departures(graph, order);
    RemovalCurve { nodes: graph.nodes() as u32, giants: giants(graph, order, &goes), weights: weights(graph, order.len(), &goes) }
}

/// The place of each node in the order, its length for those who stay.
fn departures(graph: &Graph, order: &[u32]) -> Vec<u32> {
    let mut goes = vec![order.len() as u32; graph.nodes()];
    for (place, &node) in order.iter().enumerate().rev() {
        goes[node as usize] = place as u32;
    }
    goes
}

fn giants(graph: &Graph, order: &[u32], goes: &[u32]) -> Vec<u32> {
    let mut company = Company::new(graph.nodes());
    for node in (0..graph.nodes() as u32).filter(|&node| goes[node as usize] as usize == order.len()) {
        company.join(graph, node);
    }
    let mut giants = vec![company.giant; order.len() + 1];
    for (place, &node) in order.iter().enumerate().rev() {
        if goes[node as usize] as usize == place {
            company.join(graph, node);
        }
        giants[place] = company.giant;
    }
    giants
}

/// A tie is there until the first of its ends goes.
fn weights(graph: &Graph, length: usize, goes: &[u32]) -> Vec<u64> {
    let mut left = vec![0; length + 1];
    for (one, other, weight) in graph.ties() {
        left[goes[one as usize].min(goes[other as usize]) as usize] += weight;
    }
    for place in (0..length).rev() {
        left[place] += left[place + 1];
    }
    left
}

impl RemovalCurve {
    /// Length of the order: the last `removed` that may be asked for.
    pub fn last(&self) -> usize {
        self.giants.len() - 1
    }

    /// Nodes of the largest component after so many removals; 0 when nobody is left.
    pub fn giant(&self, removed: usize) -> u32 {
        self.giants[removed.min(self.last())]
    }

    /// Weight of the ties between those who are left.
    pub fn weight_left(&self, removed: usize) -> u64 {
        self.weights[removed.min(self.last())]
    }

    /// The mean, over the whole order, of the share that the largest component has of the original nodes: the area under the curve by
    /// the trapezoid rule, both axes as shares. 0 for an empty graph; the share itself for an empty order. When all are removed, it
    /// lies between nearly 0 (falls apart at once) and 1/2 (always one piece).
    /// Source: the robustness R of Schneider et al., "Mitigation of malicious attacks on networks", 2011, there as a plain mean.
    pub fn area(&self) -> f64 {
        area(&self.giants, self.nodes)
    }

    /// At most so many points at even distances, the first and the last among them; every point if there are fewer.
    pub fn sampled(&self, points: usize) -> Vec<Left> {
        let last = self.last();
        let steps = last.min(points.max(2) - 1);
        let at = |step: usize| if steps == 0 { 0 } else { (step as u128 * last as u128 / steps as u128) as usize };
        (0..=steps).map(at).map(|removed| Left { removed, giant: self.giants[removed], weight: self.weights[removed] }).collect()
    }
}

/// Twice the area is a sum of integers, so that nothing depends on the order of adding.
fn area(giants: &[u32], nodes: u32) -> f64 {
    let ends = u64::from(giants[0]) + u64::from(giants[giants.len() - 1]);
    let steps = giants.len() - 1;
    match (nodes, steps) {
        (0, _) => 0.0,
        (_, 0) => f64::from(giants[0]) / f64::from(nodes),
        _ => {
            let doubled = 2 * giants.iter().map(|&giant| u64::from(giant)).sum::<u64>() - ends;
            doubled as f64 / (2.0 * steps as f64 * f64::from(nodes))
        }
    }
}

/// The mean [`RemovalCurve::area`] of so many random orders of all nodes, to compare with; 0 if there are no runs.
pub fn random_area(graph: &Graph, runs: usize, seed: u64) -> f64 {
    let mut chance = Chance::new(seed);
    let mut sum = 0.0;
    for _ in 0..runs {
        let order = chance.order(graph.nodes());
        sum += area(&giants(graph, &order, &departures(graph, &order)), graph.nodes() as u32);
    }
    sum / runs.max(1) as f64
}

/// The graph without those marked. Numbers stay: who is removed remains as a node without ties.
///
/// # Panics
/// If `removed` has not one mark for each node.
pub fn without(graph: &Graph, removed: &[bool]) -> Graph {
    assert_eq!(removed.len(), graph.nodes(), "one mark for each node");
    Graph::new(graph.nodes(), graph.ties().filter(|&(one, other, _)| !removed[one as usize] && !removed[other as usize]))
}

/// Those who are there, in groups that grow together: union by size with path halving.
/// Source: Tarjan, van Leeuwen, "Worst-case analysis of set union algorithms", 1984.
struct Company {
    parents: Vec<u32>,
    sizes: Vec<u32>,
    giant: u32,
}

/// The parent of those who are not there.
const ABSENT: u32 = u32::MAX;

impl Company {
    fn new(nodes: usize) -> Company {
        Company { parents: vec![ABSENT; nodes], sizes: vec![1; nodes], giant: 0 }
    }

    fn join(&mut self, graph: &Graph, node: u32) {
        let mut own = node;
        self.parents[node as usize] = node;
        for &other in graph.heads(node) {
            let parent = self.parents[other as usize];
            // Once most are in one group, most are right below its root.
            if parent != ABSENT && parent != own {
                own = self.unite(own, parent);
            }
        }
        self.giant = self.giant.max(self.sizes[own as usize]);
    }

    fn root(&mut self, mut node: u32) -> u32 {
        while self.parents[node as usize] != node {
            let above = self.parents[self.parents[node as usize] as usize];
            self.parents[node as usize] = above;
            node = above;
        }
        node
    }

    /// The root of both, of which `own` is one already.
    fn unite(&mut self, own: u32, other: u32) -> u32 {
        let other = self.root(other);
        if own == other {
            return own;
        }
        let (small, large) = if self.sizes[own as usize] < self.sizes[other as usize] { (own, other) } else { (other, own) };
        self.parents[small as usize] = large;
        self.sizes[large as usize] += self.sizes[small as usize];
        large
    }
}
