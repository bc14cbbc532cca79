//! Clusters keep the promises of Leiden.

use crate::invented::{graph, reaches};
use crate::known::{karate, star};
use proptest::collection::vec;
use proptest::prelude::*;
use ties::{Clusters, Graph, Leiden, clusters, modularity};

/// Newman's sum over all pairs of nodes of one cluster, as it stands in the paper.
fn by_definition(graph: &Graph, of: &[u32], resolution: f64) -> f64 {
    if graph.weight() == 0 {
        return 0.0;
    }
    let both_ways = 2.0 * graph.weight() as f64;
    let nodes = graph.nodes() as u32;
    let pair = |one: u32, other: u32| {
        let weight = graph.neighbours(one).find(|&(node, _)| node == other).map_or(0, |(_, weight)| weight);
        weight as f64 - resolution * graph.strength(one) as f64 * graph.strength(other) as f64 / both_ways
    };
    let pairs = (0..nodes).flat_map(|one| (0..nodes).map(move |other| (one, other)));
    pairs.filter(|&(one, other)| of[one as usize] == of[other as usize]).map(|(one, other)| pair(one, other)).sum::<f64>()
        / both_ways
}

fn hang_together(graph: &Graph, found: &Clusters) -> bool {
    let nodes = graph.nodes() as u32;
    (0..nodes).all(|one| {
        let own = found.of[one as usize];
        (0..nodes)
            .filter(|&other| found.of[other as usize] == own)
            .all(|other| reaches(graph, one, other, |node| found.of[node as usize] == own))
    })
}

fn numbered_by_size_then_first_node(found: &Clusters) -> bool {
    let first = |cluster: usize| found.of.iter().position(|&of| of as usize == cluster).unwrap();
    let sizes = found.sizes();
    (0..found.count).is_sorted_by_key(|cluster| (std::cmp::Reverse(sizes[cluster]), first(cluster)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn modularity_is_its_definition(graph in graph(12), labels in vec(any::<u32>(), 12), few in 1..6u32, resolution in 0.0..3.0f64) {
        let of: Vec<u32> = labels[..graph.nodes()].iter().map(|label| label % few * 1000).collect();
        prop_assert!((modularity(&graph, &of, resolution) - by_definition(&graph, &of, resolution)).abs() < 1e-12);
    }

    #[test]
    fn clusters_hang_together_and_are_no_worse_than_the_start(
        graph in graph(16), labels in vec(0..9u32, 0..20), seed in any::<u64>(), passes in 0..4u32, resolution in 0.0..3.0f64,
    ) {
        let options = Leiden { seed, resolution, start: Some(labels.clone()), passes };
        let found = clusters(&graph, &options);
        prop_assert_eq!(found.of.len(), graph.nodes());
        prop_assert_eq!(found.sizes().into_iter().sum::<u32>() as usize, graph.nodes());
        prop_assert!(hang_together(&graph, &found));
        prop_assert!(numbered_by_size_then_first_node(&found));
        prop_assert_eq!(found.modularity.to_bits(), modularity(&graph, &found.of, resolution).to_bits());
        let alone: Vec<u32> = (0..graph.nodes() as u32).collect();
        let start: Vec<u32> = alone.iter().map(|&node| labels.get(node as usize).copied().unwrap_or(100 + node)).collect();
        prop_assert!(found.modularity >= modularity(&graph, &start, resolution) - 1e-12);
        prop_assert!(found.modularity >= modularity(&graph, &alone, resolution) - 1e-12);
        prop_assert_eq!(&found, &clusters(&graph, &options));
    }

    /// No node gains by going to another cluster, or to none: what a pass leaves is locally best.
    #[test]
    fn no_single_node_wants_to_move(graph in graph(12), seed in any::<u64>()) {
        let found = clusters(&graph, &Leiden { seed, passes: 50, ..Leiden::default() });
        for node in 0..graph.nodes() {
            for to in 0..=found.count as u32 {
                let mut other = found.of.clone();
                other[node] = to;
                prop_assert!(modularity(&graph, &other, 1.0) <= found.modularity + 1e-9);
            }
        }
    }
}

/// Cliques in a ring, one tie between neighbours.
fn ring(cliques: u32, size: u32) -> Graph {
    let nodes = cliques * size;
    let within = (0..cliques).flat_map(|clique| {
        (0..size).flat_map(move |one| (one + 1..size).map(move |other| (clique * size + one, clique * size + other, 1)))
    });
    Graph::new(nodes as usize, within.chain((0..cliques).map(|clique| (clique * size, (clique + 1) % cliques * size + 1, 1))))
}

#[test]
fn cliques_in_a_ring_are_found_whatever_the_seed() {
    let graph = ring(8, 5);
    for seed in 0..20 {
        let found = clusters(&graph, &Leiden { seed, ..Leiden::default() });
        let expected: Vec<u32> = (0..40).map(|node| node / 5).collect();
        assert_eq!(found.of, expected, "seed {seed}");
    }
}

#[test]
fn a_start_at_the_best_stays_there_and_a_poor_one_gets_there() {
    let graph = ring(6, 4);
    let best = clusters(&graph, &Leiden::default());
    for seed in 0..10 {
        for start in [best.of.clone(), vec![0; 24], (0..24).map(|node| node % 4).collect(), vec![7, 7, 3_000_000_000]] {
            assert_eq!(clusters(&graph, &Leiden { seed, start: Some(start), ..Leiden::default() }), best);
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_bits_and_weights_only_count_in_proportion() {
    let graph = karate();
    let heavy = Graph::new(34, graph.ties().map(|(one, other, _)| (one, other, 1 << 40)));
    for seed in 0..10 {
        let options = Leiden { seed, ..Leiden::default() };
        let (found, same) = (clusters(&graph, &options), clusters(&heavy, &options));
        assert_eq!(found.of, same.of);
        assert!((found.modularity - same.modularity).abs() < 1e-12);
    }
}

#[test]
fn a_resolution_says_how_small() {
    let graph = karate();
    let count = |resolution| clusters(&graph, &Leiden { resolution, ..Leiden::default() }).count;
    assert_eq!((count(0.0), count(100.0)), (1, 34));
    assert!(count(0.5) < count(1.0) && count(1.0) < count(4.0));
}

#[test]
fn nobody_one_and_the_untied_are_clusters_too() {
    let nobody = clusters(&Graph::new(0, []), &Leiden::default());
    assert_eq!((nobody.count, nobody.modularity), (0, 0.0));
    let three = clusters(&Graph::new(3, []), &Leiden { start: Some(vec![5, 5, 5]), ..Leiden::default() });
    assert_eq!((three.of, three.count, three.modularity), (vec![0, 1, 2], 3, 0.0));
    let mut ties: Vec<(u32, u32, u64)> = star(4).ties().map(|(one, other, weight)| (one + 1, other + 1, weight)).collect();
    ties.push((6, 7, 2));
    let found = clusters(&Graph::new(8, ties), &Leiden::default());
    assert_eq!(found.of, [2, 0, 0, 0, 0, 3, 1, 1]);
}
