//! Where names and numbers of groups stand in the drawing: never one over another. The largest groups choose first; whose name
//! has no room keeps its number, and whose number has none goes without.

/// A letter is at most so wide on the average, as a part of the size of the type.
const LETTER: f32 = 0.62;
/// Room around a text, and between it and its group.
const ROOM: f32 = 6.0;

/// A group that waits for its label.
pub(super) struct Wanted {
    pub x: f32,
    pub y: f32,
    pub radius: f32,
    /// What may be written, the best first.
    pub texts: Vec<String>,
}

/// A text about the middle of its line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub text: String,
    pub x: f32,
    /// Of the line that letters stand on.
    pub y: f32,
}

#[derive(Clone, Copy)]
struct Area {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Area {
    fn about(x: f32, y: f32, text: &str, size: f32) -> Area {
        let half = text.chars().count() as f32 * size * LETTER / 2.0;
        Area { left: x - half, top: y - size * 0.8, right: x + half, bottom: y + size * 0.25 }
    }

    fn is_apart(&self, other: &Area) -> bool {
        self.right + ROOM <= other.left
            || other.right + ROOM <= self.left
            || self.bottom + ROOM <= other.top
            || other.bottom + ROOM <= self.top
    }

    fn is_within(&self, (width, height): (f32, f32)) -> bool {
        self.left >= 0.0 && self.top >= 0.0 && self.right <= width && self.bottom <= height
    }
}

/// Above its group, below it, to its right, to its left, or in its middle: the first where there is room.
pub(super) fn labels(wanted: &[Wanted], size: f32, canvas: (f32, f32)) -> Vec<Label> {
    let mut taken: Vec<Area> = Vec::new();
    let mut placed = Vec::new();
    for group in wanted {
        let found = group.texts.iter().find_map(|text| {
            places(group, text, size, canvas.0).into_iter().find_map(|(x, y)| {
                let area = Area::about(x, y, text, size);
                let free = area.is_within(canvas) && taken.iter().all(|other| area.is_apart(other));
                free.then(|| (Label { text: text.clone(), x, y }, area))
            })
        });
        if let Some((label, area)) = found {
            taken.push(area);
            placed.push(label);
        }
    }
    placed
}

fn places(group: &Wanted, text: &str, size: f32, width: f32) -> [(f32, f32); 5] {
    let half = text.chars().count() as f32 * size * LETTER / 2.0;
    let inside = group.x.clamp(half.min(width / 2.0), (width - half).max(width / 2.0));
    let (away, middle) = (group.radius + ROOM, group.y + size * 0.3);
    [
        (inside, group.y - away - size * 0.25),
        (inside, group.y + away + size * 0.8),
        (group.x + away + half, middle),
        (group.x - away - half, middle),
        (group.x, middle),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANVAS: (f32, f32) = (860.0, 668.0);

    fn overlap(labels: &[Label], size: f32) -> bool {
        let areas: Vec<Area> = labels.iter().map(|label| Area::about(label.x, label.y, &label.text, size)).collect();
        areas.iter().enumerate().any(|(at, one)| areas[at + 1..].iter().any(|other| !one.is_apart(other)))
    }

    fn crowd(distance: f32) -> Vec<Wanted> {
        let name = |place: usize| format!("{place} Екатерина Соловьёва");
        let group = |place: usize| Wanted {
            x: 60.0 + distance * (place % 5) as f32,
            y: 60.0 + distance * (place / 5) as f32,
            radius: 20.0,
            texts: vec![name(place), place.to_string()],
        };
        (0..15).map(group).collect()
    }

    #[test]
    fn no_label_lies_over_another_however_dense_the_groups() {
        for distance in [4.0, 30.0, 90.0, 180.0] {
            for size in [17.0, 32.0] {
                let placed = labels(&crowd(distance), size, CANVAS);
                assert!(!placed.is_empty() && !overlap(&placed, size), "{distance} {size}");
                assert_eq!(placed, labels(&crowd(distance), size, CANVAS), "the same each time");
                assert!(placed.iter().all(|label| Area::about(label.x, label.y, &label.text, size).is_within(CANVAS)));
            }
        }
    }

    #[test]
    fn who_has_no_room_for_a_name_keeps_the_number() {
        let placed = labels(&crowd(60.0), 17.0, CANVAS);
        assert_eq!(placed[0].text, "0 Екатерина Соловьёва");
        assert!(placed.iter().any(|label| label.text.len() < 3), "{placed:?}");
        let apart = labels(&crowd(180.0)[..4], 12.0, CANVAS);
        assert_eq!(apart.iter().filter(|label| label.text.len() > 3).count(), 4);
    }
}
