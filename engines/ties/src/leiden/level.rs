use crate::Graph;

/// A graph between the first and the smallest: what ties are within a node counts in its strength only. Weights are whole numbers
/// kept as fractions, exact up to 2^53.
pub(super) struct Level {
    pub starts: Vec<u32>,
    pub heads: Vec<u32>,
    pub weights: Vec<f64>,
    pub strengths: Vec<f64>,
}

impl Level {
    pub(super) fn new(graph: &Graph) -> Level {
        let (starts, heads, weights) = graph.rows();
        Level {
            starts: starts.iter().map(|&start| start as u32).collect(),
            heads: heads.to_vec(),
            weights: weights.iter().map(|&weight| weight as f64).collect(),
            strengths: (0..graph.nodes() as u32).map(|node| graph.strength(node) as f64).collect(),
        }
    }

    pub(super) fn nodes(&self) -> usize {
        self.strengths.len()
    }

    pub(super) fn neighbours(&self, node: u32) -> impl Iterator<Item = (u32, f64)> {
        let row = self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize;
        self.heads[row.clone()].iter().copied().zip(self.weights[row].iter().copied())
    }

    /// The graph whose nodes are these parts.
    pub(super) fn gathered(&self, parts: &Parts) -> Level {
        let members = Members::new(parts);
        let mut tally = Tally::new(parts.count);
        let mut next =
            Level { starts: vec![0], heads: Vec::new(), weights: Vec::new(), strengths: Vec::with_capacity(parts.count) };
        for part in 0..parts.count as u32 {
            let mut strength = 0.0;
            for &node in members.of(part) {
                strength += self.strengths[node as usize];
                for (other, weight) in self.neighbours(node) {
                    tally.add(parts.of[other as usize], weight);
                }
            }
            next.strengths.push(strength);
            for &other in tally.met.iter().filter(|&&other| other != part) {
                next.heads.push(other);
                next.weights.push(tally.weight(other));
            }
            next.starts.push(next.heads.len() as u32);
            tally.clear();
        }
        next
    }
}

/// Labels without gaps.
pub(super) struct Parts {
    pub of: Vec<u32>,
    pub count: usize,
}

impl Parts {
    /// Labels below the number of nodes, numbered anew by their first node.
    pub(super) fn new(labels: &[u32]) -> Parts {
        const NONE: u32 = u32::MAX;
        let mut known = vec![NONE; labels.len()];
        let mut count = 0;
        let of = labels
            .iter()
            .map(|&label| {
                let known = &mut known[label as usize];
                if *known == NONE {
                    *known = count;
                    count += 1;
                }
                *known
            })
            .collect();
        Parts { of, count: count as usize }
    }
}

/// The nodes of each part.
struct Members {
    starts: Vec<u32>,
    nodes: Vec<u32>,
}

impl Members {
    fn new(parts: &Parts) -> Members {
        let mut starts = vec![0u32; parts.count + 1];
        parts.of.iter().for_each(|&part| starts[part as usize + 1] += 1);
        for part in 0..parts.count {
            starts[part + 1] += starts[part];
        }
        let (mut nodes, mut next) = (vec![0; parts.of.len()], starts.clone());
        for (node, &part) in parts.of.iter().enumerate() {
            nodes[next[part as usize] as usize] = node as u32;
            next[part as usize] += 1;
        }
        Members { starts, nodes }
    }

    fn of(&self, part: u32) -> &[u32] {
        &self.nodes[self.starts[part as usize] as usize..self.starts[part as usize + 1] as usize]
    }
}

/// Clusters of a level's nodes while they change.
pub(super) struct Division {
    pub of: Vec<u32>,
    pub strengths: Vec<f64>,
    pub members: Vec<u32>,
    /// Labels that nobody has.
    pub empty: Vec<u32>,
    /// Labels that somebody has.
    pub count: usize,
}

impl Division {
    pub(super) fn new(level: &Level, labels: &[u32]) -> Division {
        let nodes = level.nodes();
        let parts = Parts::new(labels);
        let (mut strengths, mut members) = (vec![0.0; nodes], vec![0; nodes]);
        for (node, &label) in parts.of.iter().enumerate() {
            strengths[label as usize] += level.strengths[node];
            members[label as usize] += 1;
        }
        Division { of: parts.of, strengths, members, empty: (parts.count as u32..nodes as u32).rev().collect(), count: parts.count }
    }

    /// The same clusters, of parts instead of nodes.
    pub(super) fn gathered(&self, next: &Level, parts: &Parts) -> Division {
        let own = Parts::new(&self.of);
        let mut labels = vec![0; parts.count];
        for (&part, &label) in parts.of.iter().zip(&own.of) {
            labels[part as usize] = label;
        }
        Division::new(next, &labels)
    }

    pub(super) fn change(&mut self, node: u32, strength: f64, to: u32) {
        let from = std::mem::replace(&mut self.of[node as usize], to) as usize;
        self.strengths[from] -= strength;
        self.members[from] -= 1;
        if self.members[from] == 0 {
            self.strengths[from] = 0.0;
            self.empty.push(from as u32);
            self.count -= 1;
        }
        let to = to as usize;
        if self.members[to] == 0 {
            self.empty.pop();
            self.count += 1;
        }
        self.strengths[to] += strength;
        self.members[to] += 1;
    }
}

/// Sums of weight by label, for one node at a time; labels are met in the order of its neighbours.
pub(super) struct Tally {
    weights: Vec<f64>,
    pub met: Vec<u32>,
}

impl Tally {
    pub(super) fn new(labels: usize) -> Tally {
        Tally { weights: vec![0.0; labels], met: Vec::new() }
    }

    pub(super) fn add(&mut self, label: u32, weight: f64) {
        let sum = &mut self.weights[label as usize];
        if *sum == 0.0 {
            self.met.push(label);
        }
        *sum += weight;
    }

    pub(super) fn weight(&self, label: u32) -> f64 {
        self.weights[label as usize]
    }

    pub(super) fn clear(&mut self) {
        for label in self.met.drain(..) {
            self.weights[label as usize] = 0.0;
        }
    }
}
