/// An undirected graph whose ties carry a weight: how often two people dealt with each other.
///
/// Kept as rows of neighbours one after another, each row sorted. Two nodes have one tie at most, no node has a tie to itself, and
/// no tie weighs 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    /// Where the row of each node begins; one more at the end.
    starts: Vec<usize>,
    heads: Vec<u32>,
    weights: Vec<u64>,
    strengths: Vec<u64>,
    weight: u64,
}

impl Graph {
    /// A graph of nodes `0..nodes`. Ties named several times, in either direction, become one with their weights added.
    /// A tie of a node to itself, or of weight 0, is none.
    ///
    /// # Panics
    /// If a tie names a node that is not there, there are 2^31 ties or more, or twice the sum of all weights does not fit into `u64`.
    pub fn new(nodes: usize, edges: impl IntoIterator<Item = (u32, u32, u64)>) -> Graph {
        assert!(u32::try_from(nodes).is_ok(), "nodes are numbered by u32");
        let edges: Vec<(u32, u32, u64)> = edges.into_iter().filter(|&(one, other, weight)| one != other && weight > 0).collect();
        assert!(edges.iter().all(|&(one, other, _)| (one.max(other) as usize) < nodes), "a tie names a node that is not there");
        assert!(u32::try_from(edges.len() * 2).is_ok(), "ties are numbered by u32");
        let total: u128 = edges.iter().map(|&(.., weight)| u128::from(weight)).sum();
        assert!(total * 2 <= u128::from(u64::MAX), "the sum of weights is too large");
        Rows::both_ways(nodes, &edges).turned().merged(total as u64)
    }

    pub fn nodes(&self) -> usize {
        self.strengths.len()
    }

    /// The number of ties, each counted once.
    pub fn edges(&self) -> usize {
        self.heads.len() / 2
    }

    /// The sum of the weights of all ties, each counted once.
    pub fn weight(&self) -> u64 {
        self.weight
    }

    /// The number of neighbours.
    pub fn degree(&self, node: u32) -> u32 {
        self.heads(node).len() as u32
    }

    /// The sum of the weights of a node's ties.
    pub fn strength(&self, node: u32) -> u64 {
        self.strengths[node as usize]
    }

    /// Neighbours with the weight of the tie, by number.
    pub fn neighbours(&self, node: u32) -> impl Iterator<Item = (u32, u64)> {
        let row = self.row(node);
        self.heads[row.clone()].iter().copied().zip(self.weights[row].iter().copied())
    }

    /// Every tie once, the lower number first, in order.
    pub fn ties(&self) -> impl Iterator<Item = (u32, u32, u64)> {
        (0..self.nodes() as u32).flat_map(|node| {
            self.neighbours(node).filter(move |&(other, _)| node < other).map(move |(other, weight)| (node, other, weight))
        })
    }

    pub(crate) fn heads(&self, node: u32) -> &[u32] {
        &self.heads[self.row(node)]
    }

    /// The place of a node's row, for those who walk the whole graph.
    pub(crate) fn row(&self, node: u32) -> std::ops::Range<usize> {
        self.starts[node as usize]..self.starts[node as usize + 1]
    }

    pub(crate) fn rows(&self) -> (&[usize], &[u32], &[u64]) {
        (&self.starts, &self.heads, &self.weights)
    }
}

/// Ties in both directions by their first node, not yet merged.
struct Rows {
    starts: Vec<usize>,
    heads: Vec<u32>,
    weights: Vec<u64>,
}

impl Rows {
    fn both_ways(nodes: usize, edges: &[(u32, u32, u64)]) -> Rows {
        let mut starts = vec![0; nodes + 1];
        for &(one, other, _) in edges {
            starts[one as usize + 1] += 1;
            starts[other as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut rows = Rows { heads: vec![0; edges.len() * 2], weights: vec![0; edges.len() * 2], starts };
        let mut next = rows.starts.clone();
        for &(one, other, weight) in edges {
            rows.put(&mut next, one, other, weight);
            rows.put(&mut next, other, one, weight);
        }
        rows
    }

    fn put(&mut self, next: &mut [usize], tail: u32, head: u32, weight: u64) {
        let place = next[tail as usize];
        self.heads[place] = head;
        self.weights[place] = weight;
        next[tail as usize] += 1;
    }

    /// The same ties from the other end. Both directions are there, so the rows are as long as before; and they come out sorted,
    /// because they are filled by rising tail: a sort in linear time.
    fn turned(self) -> Rows {
        let mut rows = Rows { heads: vec![0; self.heads.len()], weights: vec![0; self.weights.len()], starts: self.starts.clone() };
        let mut next = self.starts.clone();
        for tail in 0..self.starts.len() - 1 {
            for place in self.starts[tail]..self.starts[tail + 1] {
                rows.put(&mut next, self.heads[place], tail as u32, self.weights[place]);
            }
        }
        rows
    }

    /// One tie for each pair, in place.
    fn merged(mut self, weight: u64) -> Graph {
        let nodes = self.starts.len() - 1;
        let mut strengths = vec![0; nodes];
        let mut kept = 0;
        for (node, strength) in strengths.iter_mut().enumerate() {
            let (from, row) = (self.starts[node], kept);
            self.starts[node] = kept;
            for place in from..self.starts[node + 1] {
                *strength += self.weights[place];
                if kept > row && self.heads[kept - 1] == self.heads[place] {
                    self.weights[kept - 1] += self.weights[place];
                } else {
                    self.heads[kept] = self.heads[place];
                    self.weights[kept] = self.weights[place];
                    kept += 1;
                }
            }
        }
        self.starts[nodes] = kept;
        self.heads.truncate(kept);
        self.weights.truncate(kept);
        Graph { starts: self.starts, heads: self.heads, weights: self.weights, strengths, weight }
    }
}
