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
    let mut company = Company::new(graph);
    let goes = company.all_but(order);
    let mut curve =
        RemovalCurve { nodes: graph.nodes() as u32, giants: vec![0; order.len() + 1], weights: vec![0; order.len() + 1] };
    for removed in (0..=order.len()).rev() {
        curve.giants[removed] = company.giant;
        curve.weights[removed] = company.weight;
        if removed > 0 && goes[removed - 1] {
            company.join(order[removed - 1]);
        }
    }
    curve
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
        sum += removal_curve(graph, &order).area();
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
struct Company<'a> {
    graph: &'a Graph,
    present: Vec<bool>,
    parents: Vec<u32>,
    sizes: Vec<u32>,
    giant: u32,
    weight: u64,
}

impl<'a> Company<'a> {
    fn new(graph: &'a Graph) -> Company<'a> {
        let nodes = graph.nodes();
        Company {
            graph,
            present: vec![false; nodes],
            parents: (0..nodes as u32).collect(),
            sizes: vec![1; nodes],
            giant: 0,
            weight: 0,
        }
    }

    /// Lets everyone in who is not in the order, and says which places of the order name someone for the first time.
    fn all_but(&mut self, order: &[u32]) -> Vec<bool> {
        let mut named = vec![false; self.graph.nodes()];
        let goes = order.iter().map(|&node| !std::mem::replace(&mut named[node as usize], true)).collect();
        for node in (0..self.graph.nodes() as u32).filter(|&node| !named[node as usize]) {
            self.join(node);
        }
        goes
    }

    fn join(&mut self, node: u32) {
        self.present[node as usize] = true;
        self.giant = self.giant.max(1);
        let graph = self.graph;
        for (other, weight) in graph.neighbours(node) {
            if self.present[other as usize] {
                self.weight += weight;
                self.unite(node, other);
            }
        }
    }

    fn root(&mut self, mut node: u32) -> u32 {
        while self.parents[node as usize] != node {
            let above = self.parents[self.parents[node as usize] as usize];
            self.parents[node as usize] = above;
            node = above;
        }
        node
    }

    fn unite(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            return;
        }
        let (small, large) = if self.sizes[one as usize] < self.sizes[other as usize] { (one, other) } else { (other, one) };
        self.parents[small as usize] = large;
        self.sizes[large as usize] += self.sizes[small as usize];
        self.giant = self.giant.max(self.sizes[large as usize]);
    }
}
