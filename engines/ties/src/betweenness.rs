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

/// Shortest paths from one node. Nodes are met layer by layer, each layer one step further; sums are drawn from the neighbours' values,
/// which are written only when the whole layer is done. So whatever lies in another layer than the one asked for is still 0, and no tie
/// needs to be looked at twice.
struct Walk<'a> {
    graph: &'a Graph,
    met: Vec<u32>,
    /// Where each layer begins in `met`; one more at the end.
    layers: Vec<usize>,
    is_met: Vec<bool>,
    /// Numbers of shortest paths, as fractions: there may be more than an integer holds.
    paths: Vec<f64>,
    /// What each shortest path through a node carries of all that lies at it and beyond.
    loads: Vec<f64>,
    /// Values of the layer that is being made.
    fresh: Vec<f64>,
}

impl<'a> Walk<'a> {
    fn new(graph: &'a Graph) -> Walk<'a> {
        let nodes = graph.nodes();
        Walk {
            graph,
            met: Vec::with_capacity(nodes),
            layers: Vec::new(),
            is_met: vec![false; nodes],
            paths: vec![0.0; nodes],
            loads: vec![0.0; nodes],
            fresh: Vec::new(),
        }
    }

    fn from(&mut self, pivot: u32) {
        for &node in &self.met {
            self.is_met[node as usize] = false;
            self.paths[node as usize] = 0.0;
            self.loads[node as usize] = 0.0;
        }
        self.met.clear();
        self.met.push(pivot);
        self.is_met[pivot as usize] = true;
        self.layers.clear();
        self.layers.push(0);
        while self.step() {}
    }

    /// Counts the paths to each node of the last layer, as many as its neighbours in the layer before have together, and meets the next
    /// layer on the way. Whether there was anyone.
    fn step(&mut self) -> bool {
        let (begin, end) = (self.layers[self.layers.len() - 1], self.met.len());
        self.fresh.clear();
        for place in begin..end {
            let row = self.graph.heads(self.met[place]);
            let paths: f64 = row.iter().map(|&other| self.paths[other as usize]).sum();
            self.fresh.push(if place == 0 { 1.0 } else { paths });
            for &other in row {
                if !self.is_met[other as usize] {
                    self.is_met[other as usize] = true;
                    self.met.push(other);
                }
            }
        }
        self.met[begin..end].iter().zip(&self.fresh).for_each(|(&node, &paths)| self.paths[node as usize] = paths);
        if end > begin {
            self.layers.push(end);
        }
        end > begin
    }

    /// What depends on each node, from the farthest layer back to the one around the pivot.
    fn add_to(&mut self, found: &mut [f64]) {
        let (graph, paths, loads) = (self.graph, &self.paths, &mut self.loads);
        for bounds in self.layers.windows(2).skip(1).rev() {
            let layer = &self.met[bounds[0]..bounds[1]];
            self.fresh.clear();
            self.fresh.extend(layer.iter().map(|&node| {
                let beyond: f64 = graph.heads(node).iter().map(|&other| loads[other as usize]).sum();
                let depends = paths[node as usize] * beyond;
                found[node as usize] += depends;
                (1.0 + depends) / paths[node as usize]
            }));
            layer.iter().zip(&self.fresh).for_each(|(&node, &value)| loads[node as usize] = value);
        }
    }
}
