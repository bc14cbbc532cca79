//! The drawing of ties: dots by place and colour, strong ties by weight, groups by name.

use crate::figures::Figures;
use crate::figures::drawing::{Drawing, HEIGHT, Place, WIDTH};

/// Colours of groups, the largest first; the rest are grey. The place tells them apart, never colour alone.
const COLOURS: [&str; 4] = ["c-1", "c-2", "c-3", "c-4"];
const GREY: &str = "c-0";
/// Groups whose names are written into the drawing.
const NAMED: usize = 6;
/// Of these, those for which a narrow screen has room too.
const MAJOR: usize = 3;
/// This near to an edge a name begins or ends there.
const EDGE: f32 = 120.0;
/// Answers of both from which a tie is strong, and very strong.
const STRONG: i64 = 5;
const STRONGEST: i64 = 15;

pub(super) struct Edge {
    pub class: &'static str,
    pub x1: String,
    pub y1: String,
    pub x2: String,
    pub y2: String,
}

pub(super) struct Node {
    pub class: &'static str,
    pub x: String,
    pub y: String,
    pub r: String,
}

pub(super) struct Label {
    pub name: String,
    /// `start`, `middle` or `end`: so that a name at the edge stays within the drawing.
    pub anchor: &'static str,
    /// One of the smaller groups, whose names a narrow screen has no room for.
    pub minor: bool,
    pub x: String,
    pub y: String,
}

pub(super) struct Picture {
    pub width: f32,
    pub height: f32,
    pub edges: Vec<Edge>,
    pub nodes: Vec<Node>,
    pub labels: Vec<Label>,
    /// Members drawn, and the ties between them.
    pub drawn: i64,
    pub ties: i64,
}

/// Room above and below for names.
const ROOM: f32 = 24.0;

fn at(number: f32) -> String {
    format!("{number:.1}")
}

/// Nothing where nobody has a tie.
pub(super) fn picture(figures: &Figures, named: &dyn Fn(i64) -> String) -> Option<Picture> {
    let drawing = &figures.drawing;
    if drawing.dots.is_empty() {
        return None;
    }
    let colour = |number: i64| {
        let place = figures.clusters.list.iter().position(|cluster| cluster.number == number);
        place.and_then(|place| COLOURS.get(place).copied()).unwrap_or(GREY)
    };
    let nodes = drawing.dots.iter().map(|dot| Node {
        class: colour(dot.cluster),
        x: at(dot.x),
        y: at(dot.y + ROOM),
        r: at(4.0 + (dot.ties as f32).sqrt() * 1.4),
    });
    let label = |place: &Place| {
        let rank = figures.clusters.list.iter().take(NAMED).position(|cluster| cluster.number == place.number)?;
        let cluster = &figures.clusters.list[rank];
        let (anchor, x) = match place.x {
            x if x < EDGE => ("start", 0.0),
            x if x > WIDTH - EDGE => ("end", WIDTH),
            x => ("middle", x),
        };
        let y = (place.y - place.radius + ROOM - 10.0).max(16.0);
        Some(Label { name: named(cluster.after), anchor, minor: rank >= MAJOR, x: at(x), y: at(y) })
    };
    let labels = drawing.places.iter().filter_map(label);
    Some(Picture {
        width: WIDTH,
        height: HEIGHT + 2.0 * ROOM,
        edges: edges(drawing),
        nodes: nodes.collect(),
        labels: labels.collect(),
        drawn: drawing.dots.len() as i64,
        ties: drawing.lines.len() as i64,
    })
}

/// The weakest first, so that strong ties lie on top.
fn edges(drawing: &Drawing) -> Vec<Edge> {
    let mut lines: Vec<_> = drawing.lines.iter().collect();
    lines.sort_by_key(|line| line.ab + line.ba);
    let edge = |line: &&crate::figures::drawing::Line| {
        let (a, b) = (drawing.dots.get(line.a)?, drawing.dots.get(line.b)?);
        let class = match line.ab + line.ba {
            STRONGEST.. => "c-edge c-edge--3",
            STRONG.. => "c-edge c-edge--2",
            _ => "c-edge",
        };
        Some(Edge { class, x1: at(a.x), y1: at(a.y + ROOM), x2: at(b.x), y2: at(b.y + ROOM) })
    };
    lines.iter().filter_map(edge).collect()
}
