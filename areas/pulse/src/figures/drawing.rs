//! The ties as a drawing: laid out by clusters, the same for the same ties.

use super::clusters::{Divided, SMALLEST_SHOWN};
use crate::facts::Facts;
use crate::network::{Network, TieGraph};
use serde::{Deserialize, Serialize};
use ties::{Canvas, Graph, layout};

/// Members that are drawn: those with most answers. More would be a blot.
pub const MOST_DRAWN: usize = 160;
pub const WIDTH: f32 = 860.0;
pub const HEIGHT: f32 = 620.0;
const MARGIN: f32 = 28.0;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dot {
    pub person: i64,
    pub x: f32,
    pub y: f32,
    pub ties: u32,
    /// The cluster's number.
    pub cluster: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Places among the dots.
    pub a: usize,
    pub b: usize,
    pub ab: i64,
    pub ba: i64,
}

/// A cluster's place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub number: i64,
    pub x: f32,
    pub y: f32,
    pub radius: f32,
    /// How many of it are drawn.
    pub drawn: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Drawing {
    pub dots: Vec<Dot>,
    pub lines: Vec<Line>,
    pub places: Vec<Place>,
}

impl Drawing {
    pub(super) fn of(facts: &Facts, network: &Network, graph: &TieGraph, divided: &Divided) -> Drawing {
        let chosen = chosen(graph);
        let place = |node: u32| chosen.binary_search(&node).ok();
        let lines: Vec<Line> = network
            .ties()
            .filter_map(|pair| {
                let (a, b) = (place(graph.node(pair.a)?)?, place(graph.node(pair.b)?)?);
                Some(Line { a, b, ab: pair.ab, ba: pair.ba })
            })
            .collect();
        let edges = lines.iter().map(|line| (line.a as u32, line.b as u32, (line.ab + line.ba).unsigned_abs()));
        let small = Graph::new(chosen.len(), edges);
        let labels: Vec<u32> = chosen.iter().map(|node| divided.labels[*node as usize]).collect();
        let laid = layout(&small, &labels, &Canvas { width: WIDTH, height: HEIGHT, margin: MARGIN });
        let number = |node: u32| divided.of_node[node as usize].unwrap_or_default();
        let dots = chosen.iter().zip(&laid.places).map(|(node, (x, y))| Dot {
            person: facts.people[graph.persons[*node as usize] as usize].id,
            x: *x,
            y: *y,
            ties: graph.graph.degree(*node),
            cluster: number(*node),
        });
        let dots: Vec<Dot> = dots.collect();
        let places = laid.discs.iter().zip(0u32..).filter_map(|(disc, label)| {
            let first = labels.iter().position(|other| *other == label)?;
            let drawn = labels.iter().filter(|other| **other == label).count() as i64;
            Some(Place { number: dots[first].cluster, x: disc.x, y: disc.y, radius: disc.radius, drawn })
        });
        let places = places.filter(|place| place.drawn >= SMALLEST_SHOWN).collect();
        Drawing { dots, lines, places }
    }
}

/// The nodes to draw, by rising number.
fn chosen(graph: &TieGraph) -> Vec<u32> {
    let mut nodes: Vec<u32> = (0..graph.persons.len() as u32).collect();
    nodes.sort_by_key(|node| (std::cmp::Reverse(graph.graph.strength(*node)), *node));
    nodes.truncate(MOST_DRAWN);
    nodes.sort_unstable();
    nodes
}
