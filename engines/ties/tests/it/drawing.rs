//! The drawing fits, covers nothing, and is the same each time.

use crate::invented::graph;
use crate::known::karate;
use proptest::prelude::*;
use ties::{Canvas, Graph, Layout, Leiden, clusters, layout};

const CANVAS: Canvas = Canvas { width: 900.0, height: 500.0, margin: 12.0 };
/// Places are rounded to what an `f32` holds.
const ROUNDING: f32 = 0.01;

fn apart(one: (f32, f32), other: (f32, f32)) -> f32 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

/// The first thing that is wrong with a drawing.
fn fault(of: &[u32], canvas: &Canvas, drawn: &Layout) -> Option<String> {
    let sizes: Vec<usize> =
        (0..drawn.discs.len()).map(|label| of.iter().filter(|&&other| other as usize == label).count()).collect();
    for (label, disc) in drawn.discs.iter().enumerate().filter(|&(label, _)| sizes[label] > 0) {
        let inside = |at: f32, side: f32| {
            at - disc.radius >= canvas.margin - ROUNDING && at + disc.radius <= side - canvas.margin + ROUNDING
        };
        if !inside(disc.x, canvas.width) || !inside(disc.y, canvas.height) {
            return Some(format!("{disc:?} leaves the canvas"));
        }
        for (other, second) in drawn.discs.iter().enumerate().filter(|&(other, _)| other > label && sizes[other] > 0) {
            if apart((disc.x, disc.y), (second.x, second.y)) < disc.radius + second.radius {
                return Some(format!("{label} and {other} overlap"));
            }
            if (disc.radius * disc.radius / sizes[label] as f32 / (second.radius * second.radius / sizes[other] as f32) - 1.0).abs()
                > 0.01
            {
                return Some(format!("{label} and {other} give their nodes unequal room"));
            }
        }
    }
    let mut outside = of.iter().zip(&drawn.places).enumerate();
    outside.find_map(|(node, (&label, &place))| {
        let disc = drawn.discs[label as usize];
        (apart(place, (disc.x, disc.y)) > disc.radius + ROUNDING).then(|| format!("{node} lies outside its disc"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_drawing_fits_and_covers_nothing(
        graph in graph(40), labels in proptest::collection::vec(any::<u32>(), 40), most in 1..40u32, wide in 50..2000u16, high in 50..2000u16,
    ) {
        let of: Vec<u32> = labels[..graph.nodes()].iter().map(|label| label % most).collect();
        let canvas = Canvas { width: f32::from(wide), height: f32::from(high), margin: 5.0 };
        let drawn = layout(&graph, &of, &canvas);
        prop_assert_eq!(drawn.places.len(), graph.nodes());
        prop_assert_eq!(fault(&of, &canvas, &drawn), None);
        prop_assert_eq!(&drawn, &layout(&graph, &of, &canvas));
        let mut places = drawn.places.clone();
        places.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
        prop_assert!(places.windows(2).all(|pair| pair[0] != pair[1]), "two nodes on one spot");
    }
}

#[test]
fn the_best_connected_lie_in_the_middle_and_the_canvas_is_used() {
    let graph = karate();
    let found = clusters(&graph, &Leiden::default());
    let drawn = layout(&graph, &found.of, &CANVAS);
    assert_eq!(fault(&found.of, &CANVAS, &drawn), None);
    let out = |node: usize| {
        let disc = drawn.discs[found.of[node] as usize];
        apart(drawn.places[node], (disc.x, disc.y))
    };
    for one in 0..34usize {
        for other in 0..34usize {
            if found.of[one] == found.of[other] && graph.degree(one as u32) > graph.degree(other as u32) {
                assert!(out(one) < out(other), "{one} and {other}");
            }
        }
    }
    let (left, right) = drawn
        .discs
        .iter()
        .fold((f32::MAX, f32::MIN), |(left, right), disc| (left.min(disc.x - disc.radius), right.max(disc.x + disc.radius)));
    let (top, bottom) = drawn
        .discs
        .iter()
        .fold((f32::MAX, f32::MIN), |(top, bottom), disc| (top.min(disc.y - disc.radius), bottom.max(disc.y + disc.radius)));
    let full =
        |low: f32, high: f32, side: f32| (low - CANVAS.margin).abs() < ROUNDING && (high - side + CANVAS.margin).abs() < ROUNDING;
    assert!(full(left, right, CANVAS.width) || full(top, bottom, CANVAS.height));
}

/// Ten clusters; the last is tied to one of the middle-sized alone, and should lie nearer to it than to most.
#[test]
fn clusters_lie_near_those_they_share_ties_with() {
    let sizes = [40u32, 30, 20, 20, 20, 20, 20, 20, 20, 6];
    let of: Vec<u32> = sizes.iter().zip(0..).flat_map(|(&size, label)| (0..size).map(move |_| label)).collect();
    let first = |label: usize| sizes[..label].iter().sum::<u32>();
    for friend in 1..9 {
        let drawn = layout(&Graph::new(of.len(), [(first(9), first(friend), 5)]), &of, &CANVAS);
        let last = drawn.discs[9];
        let gap = |label: usize| apart((last.x, last.y), (drawn.discs[label].x, drawn.discs[label].y)) - drawn.discs[label].radius;
        let nearer = (0..9).filter(|&label| gap(label) < gap(friend)).count();
        assert!(nearer <= 1, "{nearer} lie nearer than {friend}");
    }
}

#[test]
fn nobody_one_and_thousands_can_be_drawn() {
    let nobody = layout(&Graph::new(0, []), &[], &CANVAS);
    assert_eq!((nobody.places.len(), nobody.discs.len()), (0, 0));
    let one = layout(&Graph::new(1, []), &[0], &CANVAS);
    assert_eq!((one.places[0], one.discs[0].radius), ((450.0, 250.0), 238.0));
    // A label that nobody has takes no room.
    let gap = layout(&Graph::new(2, [(0, 1, 1)]), &[0, 2], &CANVAS);
    assert_eq!((gap.discs.len(), gap.discs[1].radius), (3, 0.0));
    let alone: Vec<u32> = (0..3000).collect();
    let many = layout(&star_of_stars(), &alone, &CANVAS);
    assert_eq!(fault(&alone, &CANVAS, &many), None);
}

/// The hardest for packing: very many small clusters that all want to the same place.
fn star_of_stars() -> Graph {
    Graph::new(3000, (1..3000).map(|node| (0, node, 1)))
}
