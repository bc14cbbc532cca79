//! The drawing of ties: dots by place, shape and colour, strong ties by weight, groups by number and name.

use super::labels::{Label, Wanted, labels};
use super::marks::Mark;
use crate::figures::Figures;
use crate::figures::clusters::SMALLEST_SHOWN;
use crate::figures::drawing::{Drawing, HEIGHT, Place, WIDTH};

/// Groups whose names are written into the drawing, as far as there is room; the others have their numbers.
const NAMED: usize = 12;
/// Sizes of the type: names on a wide screen, numbers on a narrow one, where the drawing is shown at less than half its size.
const NAME: f32 = 17.0;
const NUMBER: f32 = 32.0;
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
    pub path: String,
}

pub(super) struct Picture {
    pub width: f32,
    /// Where what is drawn begins, and how high it is.
    pub top: f32,
    pub height: f32,
    pub edges: Vec<Edge>,
    pub nodes: Vec<Node>,
    /// For a wide screen.
    pub names: Vec<Label>,
    /// For a narrow one.
    pub numbers: Vec<Label>,
    /// Members drawn, the ties between them, and all who have ties.
    pub drawn: i64,
    pub ties: i64,
    pub tied: i64,
}

impl Picture {
    /// Everybody who has ties is drawn.
    pub fn is_whole(&self) -> bool {
        self.drawn == self.tied
    }
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
    let groups = &figures.clusters.list;
    let place = |number: i64| groups.iter().position(|group| group.number == number && group.size >= SMALLEST_SHOWN);
    let nodes = drawing.dots.iter().map(|dot| {
        let mark = place(dot.cluster).map_or(Mark::NONE, Mark::of);
        Node { class: mark.class, path: mark.path(dot.x, dot.y + ROOM, 4.0 + (dot.ties as f32).sqrt() * 1.4) }
    });
    let mut ranked: Vec<(usize, &Place)> = drawing.places.iter().filter_map(|spot| Some((place(spot.number)?, spot))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let wanted = |full: bool| {
        let one = |(rank, spot): &(usize, &Place)| {
            let number = (rank + 1).to_string();
            let name = (full && *rank < NAMED).then(|| format!("{number} {}", named(groups[*rank].after)));
            Wanted { x: spot.x, y: spot.y + ROOM, radius: spot.radius, texts: name.into_iter().chain([number]).collect() }
        };
        ranked.iter().map(one).collect::<Vec<Wanted>>()
    };
    let canvas = (WIDTH, HEIGHT + 2.0 * ROOM);
    let (names, numbers) = (labels(&wanted(true), NAME, canvas), labels(&wanted(false), NUMBER, canvas));
    let (top, bottom) = filled(drawing, names.iter().chain(&numbers).map(|label| label.y), canvas.1);
    Some(Picture {
        width: canvas.0,
        top,
        height: bottom - top,
        edges: edges(drawing),
        nodes: nodes.collect(),
        names,
        numbers,
        drawn: drawing.dots.len() as i64,
        ties: drawing.lines.len() as i64,
        tied: figures.ties.tied,
    })
}

/// From where to where there is something, so that no empty paper is shown above and below.
fn filled(drawing: &Drawing, labels: impl Iterator<Item = f32>, height: f32) -> (f32, f32) {
    let (highest, lowest) = drawing
        .dots
        .iter()
        .map(|dot| dot.y + ROOM)
        .chain(labels)
        .fold((height, 0.0_f32), |(high, low), y| (high.min(y), low.max(y)));
    ((highest - NUMBER).max(0.0).floor(), (lowest + ROOM).min(height).ceil())
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
