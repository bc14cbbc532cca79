//! Graphs that proptest invents: few nodes, from no ties to many, some named twice or from a node to itself.

use proptest::collection::vec;
use proptest::prelude::*;
use ties::Graph;

pub type Edge = (u32, u32, u64);

/// A number of nodes with ties between them.
pub fn edges(most_nodes: u32) -> impl Strategy<Value = (usize, Vec<Edge>)> {
    (1..=most_nodes).prop_flat_map(|nodes| {
        let edge = (0..nodes, 0..nodes, 0..5u64);
        (Just(nodes as usize), vec(edge, 0..(nodes as usize * 3)))
    })
}

pub fn graph(most_nodes: u32) -> impl Strategy<Value = Graph> {
    edges(most_nodes).prop_map(|(nodes, edges)| Graph::new(nodes, edges))
}

/// A graph with other numbers for its nodes, and those numbers.
pub fn renumbered(most_nodes: u32) -> impl Strategy<Value = (Graph, Graph, Vec<u32>)> {
    graph(most_nodes).prop_flat_map(|graph| {
        let numbers = Just((0..graph.nodes() as u32).collect::<Vec<u32>>()).prop_shuffle();
        numbers.prop_map(move |numbers| {
            let other = graph.ties().map(|(one, other, weight)| (numbers[one as usize], numbers[other as usize], weight));
            (graph.clone(), Graph::new(graph.nodes(), other), numbers)
        })
    })
}

/// Whether `wanted` can be reached from `from` by ties between nodes that `may` be entered.
pub fn reaches(graph: &Graph, from: u32, wanted: u32, may: impl Fn(u32) -> bool) -> bool {
    let mut met = vec![from];
    let mut next = 0;
    while next < met.len() {
        for (other, _) in graph.neighbours(met[next]) {
            if may(other) && !met.contains(&other) {
                met.push(other);
            }
        }
        next += 1;
    }
    met.contains(&wanted)
}

/// The largest component among those who `may` be there, by asking each for each.
pub fn giant(graph: &Graph, may: impl Fn(u32) -> bool + Copy) -> u32 {
    let there = || (0..graph.nodes() as u32).filter(|&node| may(node));
    there().map(|from| there().filter(|&to| reaches(graph, from, to, may)).count() as u32).max().unwrap_or(0)
}
