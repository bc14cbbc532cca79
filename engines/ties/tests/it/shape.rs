//! The graph itself, its components and its cores.

use crate::invented::{edges, graph, reaches, renumbered};
use petgraph::graph::UnGraph;
use proptest::prelude::*;
use std::collections::BTreeMap;
use ties::{Graph, components, cores, without};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_graph_holds_each_pair_once_with_its_sum((nodes, edges) in edges(12)) {
        let graph = Graph::new(nodes, edges.clone());
        let mut sums: BTreeMap<(u32, u32), u64> = BTreeMap::new();
        for &(one, other, weight) in edges.iter().filter(|&&(one, other, weight)| one != other && weight > 0) {
            *sums.entry((one.min(other), one.max(other))).or_default() += weight;
        }
        let expected: Vec<(u32, u32, u64)> = sums.iter().map(|(&(one, other), &weight)| (one, other, weight)).collect();
        prop_assert_eq!(graph.ties().collect::<Vec<_>>(), expected.clone());
        prop_assert_eq!((graph.nodes(), graph.edges(), graph.weight()), (nodes, sums.len(), sums.values().sum()));
        for node in 0..nodes as u32 {
            let own: Vec<(u32, u64)> = expected.iter()
                .filter_map(|&(one, other, weight)| if one == node { Some((other, weight)) } else if other == node { Some((one, weight)) } else { None })
                .collect();
            let row: Vec<(u32, u64)> = graph.neighbours(node).collect();
            prop_assert!(row.is_sorted());
            prop_assert_eq!(graph.degree(node) as usize, own.len());
            prop_assert_eq!(graph.strength(node), own.iter().map(|&(_, weight)| weight).sum::<u64>());
            let mut own = own;
            own.sort_unstable();
            prop_assert_eq!(row, own);
        }
        let mut backwards = edges;
        backwards.reverse();
        prop_assert_eq!(graph, Graph::new(nodes, backwards.into_iter().map(|(one, other, weight)| (other, one, weight))));
    }

    #[test]
    fn components_are_who_reaches_whom(graph in graph(16)) {
        let found = components(&graph);
        let nodes = graph.nodes() as u32;
        for one in 0..nodes {
            for other in 0..nodes {
                prop_assert_eq!(found.of[one as usize] == found.of[other as usize], reaches(&graph, one, other, |_| true));
            }
        }
        let mut oracle = UnGraph::<(), u64>::new_undirected();
        let places: Vec<_> = (0..nodes).map(|_| oracle.add_node(())).collect();
        for (one, other, weight) in graph.ties() {
            oracle.add_edge(places[one as usize], places[other as usize], weight);
        }
        prop_assert_eq!(found.count(), petgraph::algo::connected_components(&oracle));
        let firsts: Vec<usize> = (0..found.count()).map(|label| found.of.iter().position(|&of| of as usize == label).unwrap()).collect();
        prop_assert!(firsts.is_sorted());
        for (label, &size) in found.sizes.iter().enumerate() {
            prop_assert_eq!(found.of.iter().filter(|&&of| of as usize == label).count(), size as usize);
        }
        let most = *found.sizes.iter().max().unwrap();
        prop_assert_eq!(found.largest(), found.sizes.iter().position(|&size| size == most).map(|label| label as u32));
    }

    #[test]
    fn a_core_is_what_stays_when_the_weak_leave((graph, other, numbers) in renumbered(14)) {
        let found = cores(&graph);
        for least in 0..=graph.nodes() as u32 {
            let stays = peeled(&graph, least);
            for (node, &stays) in stays.iter().enumerate() {
                prop_assert_eq!(stays, found[node] >= least, "node {} at {}", node, least);
            }
        }
        let again = cores(&other);
        for (node, &number) in numbers.iter().enumerate() {
            prop_assert_eq!(found[node], again[number as usize]);
        }
    }

    #[test]
    fn without_some_the_others_keep_their_ties(graph in graph(14), marks in proptest::collection::vec(any::<bool>(), 14)) {
        let removed = &marks[..graph.nodes()];
        let left = without(&graph, removed);
        let expected: Vec<_> = graph.ties().filter(|&(one, other, _)| !removed[one as usize] && !removed[other as usize]).collect();
        prop_assert_eq!(left.ties().collect::<Vec<_>>(), expected);
        prop_assert_eq!(left.nodes(), graph.nodes());
    }
}

/// Who stays when all with fewer than `least` neighbours leave, again and again.
fn peeled(graph: &Graph, least: u32) -> Vec<bool> {
    let mut stays = vec![true; graph.nodes()];
    loop {
        let weak = (0..graph.nodes() as u32).find(|&node| {
            stays[node as usize] && (graph.neighbours(node).filter(|&(other, _)| stays[other as usize]).count() as u32) < least
        });
        match weak {
            Some(node) => stays[node as usize] = false,
            None => return stays,
        }
    }
}

#[test]
fn an_empty_graph_has_nothing() {
    let graph = Graph::new(0, []);
    assert_eq!((graph.nodes(), graph.edges(), graph.weight(), graph.ties().count()), (0, 0, 0, 0));
    assert_eq!((components(&graph).count(), components(&graph).largest()), (0, None));
    assert!(cores(&graph).is_empty());
}

#[test]
#[should_panic(expected = "a tie names a node that is not there")]
fn a_tie_to_nobody_is_refused() {
    Graph::new(2, [(0, 2, 1)]);
}

#[test]
#[should_panic(expected = "the sum of weights is too large")]
fn weights_beyond_counting_are_refused() {
    Graph::new(3, [(0, 1, u64::MAX / 2), (1, 2, 1)]);
}
