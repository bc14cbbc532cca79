use super::level::{Level, Parts};

/// Clusters of a level's nodes while they change. Labels are below the number of nodes.
pub(super) struct Division {
    pub of: Vec<u32>,
    pub strengths: Vec<u32>,
    members: Vec<u32>,
    /// Labels that nobody has.
    empty: Vec<u32>,
    /// Labels that somebody has.
    pub count: usize,
}

impl Division {
    pub(super) fn new(level: &Level, labels: &[u32]) -> Division {
        let nodes = level.nodes();
        let parts = Parts::new(labels);
        let (mut strengths, mut members) = (vec![0; nodes], vec![0; nodes]);
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

    pub(super) fn an_empty_one(&self) -> Option<u32> {
        self.empty.last().copied()
    }

    pub(super) fn change(&mut self, node: u32, strength: u32, to: u32) {
        let from = std::mem::replace(&mut self.of[node as usize], to) as usize;
        self.strengths[from] -= strength;
        self.members[from] -= 1;
        if self.members[from] == 0 {
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
