//! What is known of one member from what they did: when they answer, how much, whom, and from what profile.

use crate::decay::{Faded, hours};
use std::collections::BTreeMap;

/// Half-lives of activity in hours, of [`crate::Reason::Day`] to [`crate::Reason::Quarter`].
pub(crate) const ACTIVITY_HALF_LIVES: [f64; 4] = [24.0, 7.0 * 24.0, 30.0 * 24.0, 90.0 * 24.0];
/// The same in answers of the whole community, which follows its own pace.
pub(crate) const PACE_HALF_LIFE: f64 = 100.0;
pub(crate) const DAYS_HALF_LIFE: f64 = 20.0 * 24.0;
pub(crate) const TALK_HALF_LIFE: f64 = 7.0 * 24.0;
/// A conversation of these days, and an acquaintance.
const TIE_HALF_LIVES: [f64; 2] = [3.0 * 24.0, 60.0 * 24.0];
pub(crate) const ASKED_HALF_LIFE: f64 = 7.0 * 24.0;
const HOURS_PER_DAY: f64 = 24.0;

#[derive(Clone, Debug, Default)]
pub(crate) struct Member {
    pub(crate) id: i64,
    /// Answers with their weights.
    pub(crate) weight: f64,
    /// The same, once for each tag.
    pub(crate) tagged: f64,
    pub(crate) retired: bool,
    pub(crate) answers: u32,
    pub(crate) last_answer: i64,
    pub(crate) last_seen: Option<i64>,
    pub(crate) activity: [Faded; ACTIVITY_HALF_LIVES.len()],
    pub(crate) pace: Faded,
    /// Days with an answer, fading.
    pub(crate) days: Faded,
    last_day: Option<i64>,
    pub(crate) talk: Faded,
    pub(crate) asked: Faded,
    pub(crate) habits: Habits,
    /// Those whom this member answered or who answered them, by their place in the index.
    pub(crate) ties: BTreeMap<u32, Tie>,
    pub(crate) profile: Option<Known>,
}

/// Answers from this member to another, and back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tie {
    depth: [Faded; TIE_HALF_LIVES.len()],
    pub(crate) to: u32,
    pub(crate) from: u32,
}

impl Tie {
    pub(crate) fn add(&mut self, weight: f64, at: f64, helped: bool) {
        for (depth, half_life) in self.depth.iter_mut().zip(TIE_HALF_LIVES) {
            depth.add(weight, at, half_life);
        }
        if helped { self.to += 1 } else { self.from += 1 }
    }

    pub(crate) fn depth(&self, at: f64) -> f64 {
        self.depth.iter().zip(TIE_HALF_LIVES).map(|(depth, half_life)| depth.read(at, half_life).ln_1p()).sum()
    }
}

/// The current profile: its text among the offers, and whom they know.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) text: u32,
    pub(crate) offers: Vec<u32>,
    pub(crate) names: Vec<String>,
}

impl Member {
    pub(crate) fn new(id: i64) -> Member {
        Member { id, ..Member::default() }
    }

    /// What stands in the place of somebody who was erased.
    pub(crate) fn gone() -> Member {
        Member { retired: true, ..Member::default() }
    }

    pub(crate) fn see(&mut self, at: i64) {
        self.last_seen = Some(self.last_seen.map_or(at, |seen| seen.max(at)));
        self.talk.add(1.0, hours(at), TALK_HALF_LIFE);
    }

    /// `number` counts the answers of the whole community.
    pub(crate) fn answer(&mut self, at: i64, number: f64, weight: f64) {
        self.answers += 1;
        self.weight += weight;
        self.last_answer = self.last_answer.max(at);
        for (count, half_life) in self.activity.iter_mut().zip(ACTIVITY_HALF_LIVES) {
            count.add(weight, hours(at), half_life);
        }
        self.pace.add(weight, number, PACE_HALF_LIFE);
        self.habits.add(at);
        let day = (hours(at) / HOURS_PER_DAY).floor() as i64;
        if self.last_day.is_none_or(|last| last < day) {
            self.days.add(1.0, hours(at), DAYS_HALF_LIFE);
            self.last_day = Some(day);
        }
    }
}

/// At which hours somebody answers, in UTC.
#[derive(Clone, Debug, Default)]
pub(crate) struct Habits {
    hours: [u32; 24],
    all: u32,
}

/// An answer speaks for its hour, half for those beside it, a quarter for the next.
const NEIGHBOURS: [(usize, f64); 5] = [(22, 0.25), (23, 0.5), (0, 1.0), (1, 0.5), (2, 0.25)];
const NEIGHBOURS_SUM: f64 = 2.5;
/// So many answers of everybody stand in for those a member has not yet given.
const TYPICAL: f64 = 5.0;

fn hour(at: i64) -> usize {
    hours(at).floor().rem_euclid(24.0) as usize
}

impl Habits {
    pub(crate) fn add(&mut self, at: i64) {
        self.hours[hour(at)] += 1;
        self.all += 1;
    }

    pub(crate) fn take_off(&mut self, other: &Habits) {
        self.hours.iter_mut().zip(other.hours).for_each(|(mine, theirs)| *mine -= theirs.min(*mine));
        self.all -= other.all.min(self.all);
    }

    fn around(&self, at: i64) -> f64 {
        let now = hour(at);
        NEIGHBOURS.iter().map(|(after, part)| part * f64::from(self.hours[(now + after) % 24])).sum::<f64>() / NEIGHBOURS_SUM
    }

    /// The part of everybody's answers that is given at this hour.
    pub(crate) fn typical(&self, at: i64) -> f64 {
        (self.around(at) + 0.1) / (f64::from(self.all) + 2.4)
    }

    /// How much likelier than everybody they are to be here at this hour: a logarithm, 0 for the typical.
    pub(crate) fn hour_lift(&self, typical: f64, at: i64) -> f64 {
        ((self.around(at) + TYPICAL * typical) / (f64::from(self.all) + TYPICAL) / typical).ln()
    }

    /// Of a hundred answers, so many within two hours of this time of day.
    pub(crate) fn hour_percent(&self, at: i64) -> u8 {
        let now = hour(at);
        let near: u32 = NEIGHBOURS.iter().map(|(after, _)| self.hours[(now + after) % 24]).sum();
        (100 * near).checked_div(self.all).unwrap_or(0) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000_000;

    #[test]
    fn habits_lift_the_usual_hour_and_nothing_without_answers() {
        let (mut owl, mut everybody) = (Habits::default(), Habits::default());
        for day in 0..20 {
            owl.add((day * 24 + 2) * HOUR);
            everybody.add((day * 24 + 2) * HOUR);
            everybody.add((day * 24 + 14) * HOUR);
        }
        let (night, noon) = (1000 * 24 * HOUR + 2 * HOUR, 1000 * 24 * HOUR + 14 * HOUR);
        assert!(owl.hour_lift(everybody.typical(night), night) > 0.3 && owl.hour_lift(everybody.typical(noon), noon) < -0.3);
        assert!(Habits::default().hour_lift(everybody.typical(night), night).abs() < 1e-9);
        assert_eq!((owl.hour_percent(night), owl.hour_percent(noon)), (100, 0));
        everybody.take_off(&owl);
        assert_eq!(everybody.hour_percent(night), 0);
    }

    #[test]
    fn two_answers_of_a_day_are_one_day() {
        let mut member = Member::new(7);
        for at in [0, HOUR, 30 * HOUR] {
            member.answer(at, 0.0, 1.0);
        }
        assert!((member.days.read(30.0, DAYS_HALF_LIFE) - 2.0).abs() < 0.1);
        assert_eq!((member.answers, member.last_answer), (3, 30 * HOUR));
    }
}
