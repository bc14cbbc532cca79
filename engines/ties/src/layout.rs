//! A drawing that is the same on each visit: clusters as discs, their people within.

mod packing;

use crate::{Graph, by_degree};
use packing::Packing;

/// Where to draw, in any unit; everything stays `margin` away from the edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Canvas {
    pub width: f32,
    pub height: f32,
    pub margin: f32,
}

/// Where a cluster lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disc {
    pub x: f32,
    pub y: f32,
    pub radius: f32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Where each node lies.
    pub places: Vec<(f32, f32)>,
    /// The disc of each cluster; a label that nobody has gets one of radius 0.
    pub discs: Vec<Disc>,
}

/// Room between two discs, where a cluster of one node has the radius 1.
const GAP: f64 = 0.8;

/// Places clusters, given as a label for each node, as discs whose area grows with their size: the largest first and in the middle, each
/// further one as near as it can to those with which it shares most ties, none over another; then everything is made to fit.
///
/// Within a disc the best connected are in the middle: by falling degree, strength, then number, along the spiral of a sunflower
/// (Vogel, "A better way to construct the sunflower head", 1979), which leaves everyone equal room.
///
/// # Panics
/// If `of` has not one label for each node.
pub fn layout(graph: &Graph, of: &[u32], options: &Canvas) -> Layout {
    assert_eq!(of.len(), graph.nodes(), "one label for each node");
    let clusters = of.iter().max().map_or(0, |&last| last as usize + 1);
    let mut sizes = vec![0u32; clusters];
    of.iter().for_each(|&cluster| sizes[cluster as usize] += 1);
    let between = Graph::new(clusters, graph.ties().map(|(one, other, weight)| (of[one as usize], of[other as usize], weight)));
    let spots = packed(&between, &sizes, options);
    let frame = Frame::around(&spots, options);
    let places = seated(graph, of, &sizes, &spots).into_iter().map(|(x, y)| frame.fit(x, y)).collect();
    let discs = spots
        .iter()
        .map(|spot| {
            let (x, y) = frame.fit(spot.x, spot.y);
            Disc { x, y, radius: (spot.radius * frame.scale) as f32 }
        })
        .collect();
    Layout { places, discs }
}

/// A disc before the drawing is made to fit.
#[derive(Clone, Copy, Debug)]
struct Spot {
    x: f64,
    y: f64,
    radius: f64,
}

fn packed(between: &Graph, sizes: &[u32], options: &Canvas) -> Vec<Spot> {
    let mut order: Vec<u32> = (0..sizes.len() as u32).filter(|&cluster| sizes[cluster as usize] > 0).collect();
    order.sort_by_key(|&cluster| u32::MAX - sizes[cluster as usize]);
    let mut spots: Vec<Spot> = sizes.iter().map(|&size| Spot { x: 0.0, y: 0.0, radius: f64::from(size).sqrt() }).collect();
    let mut placed = vec![false; sizes.len()];
    let mut packing = Packing::new(&spots, options);
    for cluster in order {
        let radius = spots[cluster as usize].radius;
        let friends = between.neighbours(cluster).filter(|&(other, _)| placed[other as usize]);
        let target = middle(friends.map(|(other, weight)| (spots[other as usize], weight as f64)));
        spots[cluster as usize] = packing.place(radius, target);
        placed[cluster as usize] = true;
    }
    spots
}

/// The mean of centres by weight; `None` if there are none.
fn middle(spots: impl Iterator<Item = (Spot, f64)>) -> Option<(f64, f64)> {
    let (mut x, mut y, mut sum) = (0.0, 0.0, 0.0);
    for (spot, weight) in spots {
        x += spot.x * weight;
        y += spot.y * weight;
        sum += weight;
    }
    (sum > 0.0).then(|| (x / sum, y / sum))
}

/// Nodes within their discs.
fn seated(graph: &Graph, of: &[u32], sizes: &[u32], spots: &[Spot]) -> Vec<(f64, f64)> {
    let directions: Vec<(f64, f64)> = sunflower().take(sizes.iter().max().map_or(0, |&most| most as usize)).collect();
    let mut places = vec![(0.0, 0.0); of.len()];
    let mut taken = vec![0u32; sizes.len()];
    for node in by_degree(graph) {
        let cluster = of[node as usize] as usize;
        let (spot, seat) = (spots[cluster], taken[cluster]);
        taken[cluster] += 1;
        // A disc of one has its node in the very middle; elsewhere half a seat is left free at the rim.
        let out =
            if sizes[cluster] == 1 { 0.0 } else { spot.radius * ((f64::from(seat) + 0.5) / f64::from(sizes[cluster])).sqrt() };
        let (east, south) = directions[seat as usize];
        places[node as usize] = (spot.x + out * east, spot.y + out * south);
    }
    places
}

/// Directions that turn by the golden angle each time. By multiplication, since machines differ in sines.
fn sunflower() -> impl Iterator<Item = (f64, f64)> {
    const TURN: (f64, f64) = (-0.737_368_878_078_319_7, 0.675_490_294_261_523_6);
    std::iter::successors(Some((1.0, 0.0)), |&(x, y)| Some((x * TURN.0 - y * TURN.1, x * TURN.1 + y * TURN.0)))
}

/// How the discs come onto the canvas: moved and scaled, never stretched.
struct Frame {
    scale: f64,
    from: (f64, f64),
    to: (f64, f64),
}

impl Frame {
    fn around(spots: &[Spot], options: &Canvas) -> Frame {
        let present = || spots.iter().filter(|spot| spot.radius > 0.0);
        let low = |of: fn(&Spot) -> f64| present().map(|spot| of(spot) - spot.radius).fold(f64::INFINITY, f64::min);
        let high = |of: fn(&Spot) -> f64| present().map(|spot| of(spot) + spot.radius).fold(f64::NEG_INFINITY, f64::max);
        let (width, height) = (f64::from(options.width), f64::from(options.height));
        let to = (width / 2.0, height / 2.0);
        if present().next().is_none() {
            return Frame { scale: 0.0, from: (0.0, 0.0), to };
        }
        let (left, right, top, bottom) = (low(|spot| spot.x), high(|spot| spot.x), low(|spot| spot.y), high(|spot| spot.y));
        let room = |side: f64| (side - 2.0 * f64::from(options.margin)).max(0.0);
        let scale = (room(width) / (right - left)).min(room(height) / (bottom - top));
        Frame { scale, from: ((left + right) / 2.0, (top + bottom) / 2.0), to }
    }

    fn fit(&self, x: f64, y: f64) -> (f32, f32) {
        (((x - self.from.0) * self.scale + self.to.0) as f32, ((y - self.from.1) * self.scale + self.to.1) as f32)
    }
}
