//! What is left when some leave.

use crate::invented::{giant, graph, renumbered};
use crate::known::{clique, star};
use proptest::collection::vec;
use proptest::prelude::*;
use ties::{Graph, Left, by_degree, random_area, removal_curve};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Orders may be short, and may name a node twice.
    #[test]
    fn the_curve_is_what_is_left_each_time(graph in graph(10), drawn in vec(0..10u32, 0..14)) {
        let order: Vec<u32> = drawn.into_iter().map(|node| node % graph.nodes() as u32).collect();
        let curve = removal_curve(&graph, &order);
        prop_assert_eq!(curve.last(), order.len());
        let mut sum = 0.0;
        for removed in 0..=order.len() {
            let stays = |node: u32| !order[..removed].contains(&node);
            prop_assert_eq!(curve.giant(removed), giant(&graph, stays));
            let weight: u64 = graph.ties().filter(|&(one, other, _)| stays(one) && stays(other)).map(|(.., weight)| weight).sum();
            prop_assert_eq!(curve.weight_left(removed), weight);
            if removed > 0 {
                sum += f64::from(curve.giant(removed - 1) + curve.giant(removed)) / 2.0 / graph.nodes() as f64;
            }
        }
        let area = if order.is_empty() { f64::from(curve.giant(0)) / graph.nodes() as f64 } else { sum / order.len() as f64 };
        prop_assert!((curve.area() - area).abs() < 1e-12);
    }

    #[test]
    fn points_are_even_and_hold_both_ends(graph in graph(30), points in 0..40usize) {
        let curve = removal_curve(&graph, &by_degree(&graph));
        let sampled = curve.sampled(points);
        prop_assert_eq!(sampled.len(), points.clamp(2, curve.last() + 1));
        prop_assert_eq!((sampled[0].removed, sampled.last().unwrap().removed), (0, curve.last()));
        let gaps: Vec<usize> = sampled.windows(2).map(|pair| pair[1].removed - pair[0].removed).collect();
        prop_assert!(gaps.iter().max().unwrap() - gaps.iter().min().unwrap() <= 1);
        for Left { removed, giant, weight } in sampled {
            prop_assert_eq!((giant, weight), (curve.giant(removed), curve.weight_left(removed)));
        }
    }

    #[test]
    fn the_order_is_by_degree_strength_and_number((graph, other, numbers) in renumbered(12)) {
        let order = by_degree(&graph);
        let rank = |node: u32| (std::cmp::Reverse(graph.degree(node)), std::cmp::Reverse(graph.strength(node)), node);
        prop_assert!(order.is_sorted_by_key(|&node| rank(node)));
        let mut all = order.clone();
        all.sort_unstable();
        prop_assert!(all.into_iter().eq(0..graph.nodes() as u32));
        // The curve of an order does not ask how nodes are numbered.
        let same: Vec<u32> = order.iter().map(|&node| numbers[node as usize]).collect();
        prop_assert_eq!(removal_curve(&graph, &order), removal_curve(&other, &same));
    }
}

#[test]
fn a_star_falls_apart_and_a_clique_does_not() {
    let fallen = removal_curve(&star(5), &by_degree(&star(5)));
    assert_eq!((0..=5).map(|removed| fallen.giant(removed)).collect::<Vec<_>>(), [5, 1, 1, 1, 1, 0]);
    assert_eq!((0..=5).map(|removed| fallen.weight_left(removed)).collect::<Vec<_>>(), [4, 0, 0, 0, 0, 0]);
    assert!((fallen.area() - 6.5 / 25.0).abs() < 1e-15);
    let whole = removal_curve(&clique(5), &by_degree(&clique(5)));
    assert_eq!((0..=5).map(|removed| whole.giant(removed)).collect::<Vec<_>>(), [5, 4, 3, 2, 1, 0]);
    assert_eq!(whole.area(), 0.5);
}

#[test]
fn random_orders_hold_longer_than_the_worst_and_repeat_themselves() {
    let graph = star(40);
    let worst = removal_curve(&graph, &by_degree(&graph)).area();
    let chance = random_area(&graph, 50, 3);
    assert!(chance > worst + 0.1 && chance < 0.5, "{chance} beside {worst}");
    assert_eq!(chance.to_bits(), random_area(&graph, 50, 3).to_bits());
    assert_ne!(chance.to_bits(), random_area(&graph, 50, 4).to_bits());
    assert!((random_area(&clique(9), 7, 1) - 0.5).abs() < 1e-15);
}

#[test]
fn nobody_and_no_order_have_a_curve_too() {
    let nobody = Graph::new(0, []);
    let curve = removal_curve(&nobody, &[]);
    assert_eq!((curve.giant(0), curve.weight_left(0), curve.area(), curve.sampled(10).len()), (0, 0, 0.0, 1));
    assert_eq!((random_area(&nobody, 5, 1), random_area(&star(5), 0, 1)), (0.0, 0.0));
    assert_eq!(removal_curve(&star(4), &[]).area(), 1.0);
}
