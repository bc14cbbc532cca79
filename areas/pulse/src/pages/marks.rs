//! How groups are told apart: each has its number, and by it a shape and a colour. No two of the first twenty have both alike,
//! and colour is never alone. In the drawing and in the tables a group is marked the same.

/// In the order of charts, loss last; plum is the portraits'.
const COLOURS: [&str; 5] = ["c-1", "c-2", "c-3", "c-4", "c-5"];
const SHAPES: [Shape; 4] = [Shape::Circle, Shape::Square, Shape::Triangle, Shape::Diamond];
const GREY: &str = "c-0";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Circle,
    Square,
    Triangle,
    Diamond,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub class: &'static str,
    shape: Shape,
}

impl Mark {
    /// Of those who are in no group that is named.
    pub const NONE: Mark = Mark { class: GREY, shape: Shape::Circle };

    /// Of the group at a place, the largest at 0.
    pub fn of(place: usize) -> Mark {
        if place >= COLOURS.len() * SHAPES.len() {
            return Mark::NONE;
        }
        Mark { class: COLOURS[place % COLOURS.len()], shape: SHAPES[place % SHAPES.len()] }
    }

    /// The shape about a point, as large to the eye as a circle of this radius.
    pub fn path(self, x: f32, y: f32, radius: f32) -> String {
        let corners = |points: &[(f32, f32)]| {
            let points: Vec<String> =
                points.iter().map(|(east, south)| format!("{:.1} {:.1}", x + east * radius, y + south * radius)).collect();
            format!("M{}Z", points.join("L"))
        };
        match self.shape {
            Shape::Circle => {
                let (left, across) = (x - radius, 2.0 * radius);
                format!(
                    "M{left:.1} {y:.1}a{radius:.1} {radius:.1} 0 1 0 {across:.1} 0a{radius:.1} {radius:.1} 0 1 0 -{across:.1} 0Z"
                )
            }
            Shape::Square => corners(&[(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)]),
            Shape::Triangle => corners(&[(0.0, -1.45), (1.26, 0.73), (-1.26, 0.73)]),
            Shape::Diamond => corners(&[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)]),
        }
    }

    /// The shape alone, in a box of 16 by 16.
    pub fn sign(&self) -> String {
        self.path(8.0, 8.5, 5.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn twenty_groups_are_told_apart_and_neighbours_differ_in_shape_too() {
        let marks: Vec<Mark> = (0..20).map(Mark::of).collect();
        let alike: BTreeSet<(&str, String)> = marks.iter().map(|mark| (mark.class, mark.sign())).collect();
        assert_eq!(alike.len(), 20);
        assert!(marks.windows(2).all(|two| two[0].class != two[1].class && two[0].shape != two[1].shape));
        assert_eq!(Mark::of(20), Mark::NONE);
    }
}
