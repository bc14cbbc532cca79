use crate::Graph;

/// The core number of each node: the largest `k` such that the node is in a part of the graph where everyone has at least `k`
/// neighbours within that part. Weights are not asked. Linear.
///
/// Definition: Seidman, "Network structure and minimum degree", 1983. Algorithm: Batagelj, Zaversnik, "An O(m) algorithm for cores
/// decomposition of networks", 2003: nodes stand in order of what is left of their degree, and the least is taken away.
pub fn cores(graph: &Graph) -> Vec<u32> {
    let mut left: Vec<u32> = (0..graph.nodes() as u32).map(|node| graph.degree(node)).collect();
    let mut line = Line::new(&left);
    for place in 0..left.len() {
        let node = line.nodes[place];
        for &other in graph.heads(node) {
            if left[other as usize] > left[node as usize] {
                line.step_down(other, left[other as usize]);
                left[other as usize] -= 1;
            }
        }
    }
    left
}

/// Nodes by rising degree, with the place of each, and where each degree begins.
struct Line {
    nodes: Vec<u32>,
    places: Vec<u32>,
    begins: Vec<u32>,
}

impl Line {
    fn new(degrees: &[u32]) -> Line {
        let most = degrees.iter().max().map_or(0, |&degree| degree as usize);
        let mut begins = vec![0; most + 2];
        for &degree in degrees {
            begins[degree as usize + 1] += 1;
        }
        for degree in 0..=most {
            begins[degree + 1] += begins[degree];
        }
        let (mut nodes, mut places, mut next) = (vec![0; degrees.len()], vec![0; degrees.len()], begins.clone());
        for (node, &degree) in degrees.iter().enumerate() {
            let place = next[degree as usize];
            nodes[place as usize] = node as u32;
            places[node] = place;
            next[degree as usize] += 1;
        }
        Line { nodes, places, begins }
    }

    /// Moves a node to the end of the next lower degree: it changes places with the first of its own.
    fn step_down(&mut self, node: u32, degree: u32) {
        let (place, first) = (self.places[node as usize], self.begins[degree as usize]);
        let other = self.nodes[first as usize];
        self.nodes.swap(place as usize, first as usize);
        self.places[node as usize] = first;
        self.places[other as usize] = place;
        self.begins[degree as usize] += 1;
    }
}
