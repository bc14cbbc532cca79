use super::tally::Tally;
use crate::Graph;

/// A tie seen from one of its ends, small so that many fit into the processor's memory.
#[derive(Clone, Copy)]
pub(super) struct Tie {
    pub other: u32,
    pub weight: u32,
}

/// A graph between the first and the smallest. What ties are within a node counts in its strength only.
pub(super) struct Level {
    pub starts: Vec<u32>,
    pub ties: Vec<Tie>,
    pub strengths: Vec<u32>,
}

impl Level {
    /// Twice the sum of weights must fit into 32 bits, so that any sum does. Where it does not, above two thousand million dealings,
    /// weights are halved until it does, and none to less than 1.
    pub(super) fn new(graph: &Graph) -> Level {
        let (starts, heads, weights) = graph.rows();
        let most = u64::from(u32::MAX) - weights.len() as u64;
        let halved = (0..u64::BITS).find(|halved| (graph.weight() >> halved) <= most / 2).unwrap_or_default();
        let coarse = |&weight: &u64| (weight >> halved).max(1) as u32;
        let strength = |row: &[usize]| weights[row[0]..row[1]].iter().map(coarse).sum();
        Level {
            starts: starts.iter().map(|&start| start as u32).collect(),
            ties: heads.iter().zip(weights.iter().map(coarse)).map(|(&other, weight)| Tie { other, weight }).collect(),
            strengths: starts.windows(2).map(strength).collect(),
        }
    }

    pub(super) fn nodes(&self) -> usize {
        self.strengths.len()
    }

    pub(super) fn ties(&self, node: u32) -> &[Tie] {
        &self.ties[self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize]
    }

    /// The graph whose nodes are these parts.
    pub(super) fn gathered(&self, parts: &Parts) -> Level {
        let members = Members::new(parts);
        let mut tally = Tally::new(parts.count);
        let mut next = Level { starts: vec![0], ties: Vec::new(), strengths: vec![0; parts.count] };
        for part in 0..parts.count as u32 {
            for &node in members.of(part) {
                next.strengths[part as usize] += self.strengths[node as usize];
                for tie in self.ties(node) {
                    tally.add(parts.of[tie.other as usize], tie.weight);
                }
            }
            tally.take(|other, weight| {
                if other != part {
                    next.ties.push(Tie { other, weight });
                }
            });
            next.starts.push(next.ties.len() as u32);
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
