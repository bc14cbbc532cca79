//! Geometry of charts, in a box of 1000 by 300: labels are words beside it, so that they keep their size.

use crate::day::{Day, written};
use crate::figures::resilience::Resilience;
use crate::figures::size::Period;

const WIDTH: f64 = 1_000.0;
const HEIGHT: f64 = 300.0;
/// Steps of colour in heat maps.
const STEPS: i64 = 5;

pub(super) struct Bar {
    pub class: &'static str,
    pub x: String,
    pub y: String,
    pub width: String,
    pub height: String,
}

/// 28 days of the table beside a chart.
pub(super) struct PeriodRow {
    pub day: Day,
    pub at: String,
    pub new: i64,
    pub back: i64,
    pub gone: i64,
    pub members: i64,
    pub active: i64,
    pub share: f64,
}

/// Who came and who went, period by period: up and down from a line.
pub(super) struct Growth {
    pub bars: Vec<Bar>,
    pub zero: String,
    pub top: i64,
    pub bottom: i64,
    /// For the first time, or again.
    pub came: i64,
    pub gone: i64,
}

/// A line of shares with the ground under it.
pub(super) struct Line {
    pub path: String,
    pub area: String,
    /// The share at the top of the box.
    pub top: f64,
}

fn share(part: i64, whole: i64) -> f64 {
    if whole > 0 { part as f64 / whole as f64 } else { 0.0 }
}

pub(super) fn rows(periods: &[Period]) -> Vec<PeriodRow> {
    let row = |period: &Period| PeriodRow {
        day: period.day,
        at: written(period.day),
        new: period.new,
        back: period.back,
        gone: period.gone,
        members: period.members,
        active: period.active,
        share: share(period.active, period.members),
    };
    periods.iter().map(row).collect()
}

/// Nothing where there is nothing to compare.
pub(super) fn growth(periods: &[Period]) -> Option<Growth> {
    let came = |period: &Period| period.new + period.back;
    let top = periods.iter().map(came).max()?;
    let bottom = periods.iter().map(|period| period.gone).max()?;
    if periods.len() < 2 || top + bottom == 0 {
        return None;
    }
    let (step, unit) = (WIDTH / periods.len() as f64, HEIGHT / (top + bottom) as f64);
    let zero = top as f64 * unit;
    let bar = |(place, period): (usize, &Period)| {
        let (x, width) = (step * (place as f64 + 0.15), step * 0.7);
        [("c-1", zero - came(period) as f64 * unit, came(period)), ("c-4", zero, period.gone)].map(|(class, y, count)| Bar {
            class,
            x: format!("{x:.1}"),
            y: format!("{y:.1}"),
            width: format!("{width:.1}"),
            height: format!("{:.1}", count as f64 * unit),
        })
    };
    let bars = periods.iter().enumerate().flat_map(bar).collect();
    let sum = |count: fn(&Period) -> i64| periods.iter().map(count).sum();
    Some(Growth { bars, zero: format!("{zero:.1}"), top, bottom, came: sum(|one| one.new + one.back), gone: sum(|one| one.gone) })
}

fn drawn(points: &[(f64, f64)]) -> (String, String) {
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{:.1} {:.1}", x * WIDTH, (1.0 - y) * HEIGHT)).collect();
    let line = format!("M{}", path.join("L"));
    let ends = points.first().zip(points.last());
    let area = ends.map_or_else(String::new, |(first, last)| {
        format!("{line}L{:.1} {HEIGHT}L{:.1} {HEIGHT}Z", last.0 * WIDTH, first.0 * WIDTH)
    });
    (line, area)
}

/// The share of active members over time. Its top is the next whole ten per cent.
pub(super) fn active(periods: &[Period]) -> Option<Line> {
    if periods.len() < 2 {
        return None;
    }
    let shares: Vec<f64> = periods.iter().map(|period| share(period.active, period.members)).collect();
    let top = (shares.iter().copied().fold(0.0, f64::max) * 10.0).ceil().max(1.0) / 10.0;
    let last = (shares.len() - 1) as f64;
    let points: Vec<(f64, f64)> = shares.iter().enumerate().map(|(place, share)| (place as f64 / last, share / top)).collect();
    let (path, area) = drawn(&points);
    Some(Line { path, area, top })
}

/// The removal curve.
pub(super) struct Curve {
    pub path: String,
    pub area: String,
}

pub(super) fn curve(resilience: &Resilience) -> Option<Curve> {
    let tied = resilience.tied as f64;
    if resilience.curve.len() < 2 || resilience.tied == 0 {
        return None;
    }
    let points: Vec<(f64, f64)> =
        resilience.curve.iter().map(|(removed, left)| (*removed as f64 / tied, *left as f64 / tied)).collect();
    let (path, area) = drawn(&points);
    Some(Curve { path, area })
}

/// The step of colour of a cell: 0 for none, 5 for the most.
pub(super) fn heat(count: i64, most: i64) -> i64 {
    if count <= 0 || most <= 0 { 0 } else { ((count * STEPS + most - 1) / most).clamp(1, STEPS) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heat_has_five_steps_and_none() {
        assert_eq!([0, 1, 20, 21, 99, 100].map(|count| heat(count, 100)), [0, 1, 1, 2, 5, 5]);
        assert_eq!((heat(3, 0), heat(1, 1)), (0, 5));
    }

    #[test]
    fn charts_need_two_periods_and_stay_in_their_box() {
        let period = |day, members, active, new, gone| Period { day, members, active, new, gone, back: 0 };
        assert!(growth(&[period(0, 4, 2, 4, 0)]).is_none() && active(&[period(0, 4, 2, 4, 0)]).is_none());
        assert!(growth(&[period(0, 4, 2, 0, 0), period(28, 4, 2, 0, 0)]).is_none(), "nobody came, nobody went");
        let two = [period(0, 4, 2, 4, 0), period(28, 4, 1, 0, 2)];
        let growth = growth(&two).expect("two periods");
        assert_eq!((growth.zero.as_str(), growth.bars.len(), growth.came, growth.gone), ("200.0", 4, 4, 2));
        let line = active(&two).expect("two periods");
        assert_eq!((line.top, line.path.as_str()), (0.5, "M0.0 0.0L1000.0 150.0"));
        assert_eq!(line.area, "M0.0 0.0L1000.0 150.0L1000.0 300L0.0 300Z");
    }
}
