use crate::Graph;
use crate::chance::Chance;

/// Betweenness of each node: over all pairs of other nodes, the share of their shortest paths that lead through it. Paths are counted
/// in steps, weights are not asked. A pair counts once, not in both directions, and nothing is divided by the number of pairs; the
/// middle of a star of `n` has `(n - 1)(n - 2) / 2`.
///
/// Exact when there are at least as many `pivots` as nodes. With fewer, paths are followed from so many nodes drawn without return,
/// and sums are scaled by `nodes / pivots`: right in the mean, and the error falls with the root of the pivots. No pivots: all 0.
///
/// Sources: Freeman, "A set of measures of centrality based on betweenness", 1977; Brandes, "A faster algorithm for betweenness
/// centrality", 2001; Brandes, Pich, "Centrality estimation in large networks", 2007.
pub fn betweenness(graph: &Graph, pivots: usize, seed: u64) -> Vec<f64> {
    let nodes = graph.nodes();
    let mut found = vec![0.0; nodes];
    if pivots == 0 {
        return found;
    }
    let mut from: Vec<u32> = (0..nodes as u32).collect();
    if pivots < nodes {
        Chance::new(seed).draw(&mut from, pivots);
        from.truncate(pivots);
        // Sums of fractions depend on their order, and a rising one goes through memory gently.
        from.sort_unstable();
    }
    let mut walk = Walk::new(graph);
    for &pivot in &from {
        walk.from(pivot);
        walk.add_to(&mut found);
    }
    // Each pair was met from both of its ends.
    let scale = 0.5 * nodes as f64 / from.len().max(1) as f64;
    found.iter_mut().for_each(|value| *value *= scale);
    found
}

const NOT_MET: u32 = u32::MAX;

/// Shortest paths from one node.
struct Walk<'a> {
    graph: &'a Graph,
    /// Nodes as they were met, near ones first.
    met: Vec<u32>,
    steps: Vec<u32>,
    /// Numbers of shortest paths, as fractions: there may be more than an integer holds.
    paths: Vec<f64>,
    depends: Vec<f64>,
}

impl<'a> Walk<'a> {
    fn new(graph: &'a Graph) -> Walk<'a> {
        let nodes = graph.nodes();
        let met = Vec::with_capacity(nodes);
        Walk { graph, met, steps: vec![NOT_MET; nodes], paths: vec![0.0; nodes], depends: vec![0.0; nodes] }
    }

    fn from(&mut self, pivot: u32) {
        for &node in &self.met {
            self.steps[node as usize] = NOT_MET;
            self.paths[node as usize] = 0.0;
            self.depends[node as usize] = 0.0;
        }
        self.met.clear();
        self.met.push(pivot);
        self.steps[pivot as usize] = 0;
        self.paths[pivot as usize] = 1.0;
        let mut next = 0;
        while let Some(&node) = self.met.get(next) {
            next += 1;
            let (further, paths) = (self.steps[node as usize] + 1, self.paths[node as usize]);
            for &other in self.graph.heads(node) {
                if self.steps[other as usize] == NOT_MET {
                    self.steps[other as usize] = further;
                    self.met.push(other);
                }
                if self.steps[other as usize] == further {
                    self.paths[other as usize] += paths;
                }
            }
        }
    }

    /// What depends on each node, from the farthest back to the pivot.
    fn add_to(&mut self, found: &mut [f64]) {
        for &node in self.met.iter().skip(1).rev() {
            found[node as usize] += self.depends[node as usize];
            let part = (1.0 + self.depends[node as usize]) / self.paths[node as usize];
            let nearer = self.steps[node as usize] - 1;
            for &other in self.graph.heads(node) {
                if self.steps[other as usize] == nearer {
                    self.depends[other as usize] += self.paths[other as usize] * part;
                }
            }
        }
    }
}
