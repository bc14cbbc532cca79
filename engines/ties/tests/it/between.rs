//! Betweenness against its definition.

use crate::invented::{graph, renumbered};
use crate::known::star;
use proptest::prelude::*;
use ties::{Graph, betweenness};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn exact_betweenness_is_the_share_of_shortest_paths(graph in graph(9)) {
        let found = betweenness(&graph, graph.nodes(), 0);
        for (node, expected) in by_definition(&graph).into_iter().enumerate() {
            prop_assert!((found[node] - expected).abs() < 1e-9, "node {}: {} for {}", node, found[node], expected);
        }
    }

    #[test]
    fn betweenness_does_not_ask_for_numbers_or_weights((graph, other, numbers) in renumbered(12)) {
        let heavy = Graph::new(graph.nodes(), other.ties().map(|(one, two, weight)| (one, two, weight * 7 + u64::from(one))));
        let (found, again) = (betweenness(&graph, 12, 1), betweenness(&heavy, 99, 2));
        for (node, &number) in numbers.iter().enumerate() {
            prop_assert!((found[node] - again[number as usize]).abs() < 1e-9);
        }
    }
}

/// Number of steps and of shortest paths from each node to each, by the powers of the neighbourhood.
fn paths(graph: &Graph) -> Vec<Vec<Option<(u32, f64)>>> {
    let nodes = graph.nodes();
    (0..nodes)
        .map(|from| {
            let mut known = vec![None; nodes];
            let mut walks = vec![0.0; nodes];
            walks[from] = 1.0;
            for steps in 0..nodes as u32 {
                for (node, &walks) in walks.iter().enumerate() {
                    if walks > 0.0 && known[node].is_none() {
                        known[node] = Some((steps, walks));
                    }
                }
                let next = |node: u32| graph.neighbours(node).map(|(other, _)| walks[other as usize]).sum();
                walks = (0..nodes as u32).map(next).collect();
            }
            known
        })
        .collect()
}

fn by_definition(graph: &Graph) -> Vec<f64> {
    let paths = paths(graph);
    let nodes = graph.nodes();
    let through = |node: usize, from: usize, to: usize| -> f64 {
        let (Some((all, count)), Some((first, one)), Some((second, two))) = (paths[from][to], paths[from][node], paths[node][to])
        else {
            return 0.0;
        };
        if first + second == all { one * two / count } else { 0.0 }
    };
    let pairs = |node: usize| {
        (0..nodes)
            .flat_map(move |from| (from + 1..nodes).map(move |to| (from, to)))
            .filter(move |&(from, to)| from != node && to != node)
    };
    (0..nodes).map(|node| pairs(node).map(|(from, to)| through(node, from, to)).sum()).collect()
}

#[test]
fn a_sample_is_right_in_the_mean_and_repeats_itself() {
    let graph = star(30);
    let exact = 29.0 * 28.0 / 2.0;
    let runs = 200;
    let mean = (0..runs).map(|seed| betweenness(&graph, 5, seed)[0]).sum::<f64>() / runs as f64;
    assert!((mean / exact - 1.0).abs() < 0.02, "{mean} for {exact}");
    let bits = |seed| betweenness(&graph, 5, seed).into_iter().map(f64::to_bits).collect::<Vec<_>>();
    assert_eq!(bits(7), bits(7));
    assert_eq!(betweenness(&graph, 0, 1), [0.0; 30]);
    assert!(betweenness(&Graph::new(0, []), 3, 1).is_empty());
}
