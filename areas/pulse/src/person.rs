//! A person as the deeds show them: when they came, when they wrote, when they went; and how they stand on a day.

use crate::day::{Day, WINDOW_DAYS};
use serde::{Deserialize, Serialize};

/// Silent this long, a person is gone.
pub const GONE_AFTER_DAYS: Day = 180;

/// How a person stands on a day. Defined in `docs/pulse.md`, after the words the field uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum State {
    New,
    Active,
    Passive,
    Returning,
    Gone,
}

impl State {
    pub const ALL: [State; 5] = [State::New, State::Active, State::Passive, State::Returning, State::Gone];

    /// The place in rows and columns of transitions.
    pub fn place(self) -> usize {
        self as usize
    }

    pub fn code(self) -> &'static str {
        ["new", "active", "passive", "returning", "gone"][self.place()]
    }

    pub fn parse(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    pub fn from_place(place: i64) -> Option<State> {
        usize::try_from(place).ok().and_then(|place| State::ALL.get(place).copied())
    }
}

/// What a person wrote on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub day: Day,
    pub messages: i64,
}

/// A coming (`arrived`) or a going.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Move {
    pub day: Day,
    /// The deed's number: of two moves on a day the later one holds.
    pub seq: i64,
    pub arrived: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Person {
    /// The lowest number of their identities that spoke with others; 0 of who never did.
    pub order: i64,
    /// A member's number, or that of an erased identity with its sign turned.
    pub id: i64,
    /// In order of days; of long ago only the first and the last, without their messages (see `past`).
    pub written: Vec<Written>,
    /// In order of days and deeds.
    pub moves: Vec<Move>,
}

impl Person {
    /// The day they came: the earliest sign of them.
    pub fn joined(&self) -> Option<Day> {
        let came = self.moves.iter().filter(|step| step.arrived).map(|step| step.day).min();
        let wrote = self.written.first().map(|written| written.day);
        [came, wrote].into_iter().flatten().min()
    }

    /// The last day up to `day` on which they wrote.
    pub fn last_written(&self, day: Day) -> Option<Day> {
        let until = self.written.partition_point(|written| written.day <= day);
        until.checked_sub(1).map(|at| self.written[at].day)
    }

    fn first_written_since(&self, day: Day) -> Option<Day> {
        self.written.get(self.written.partition_point(|written| written.day < day)).map(|written| written.day)
    }

    pub fn messages_between(&self, from: Day, until: Day) -> i64 {
        let (start, end) = (self.written.partition_point(|w| w.day < from), self.written.partition_point(|w| w.day <= until));
        self.written[start..end.max(start)].iter().map(|written| written.messages).sum()
    }

    /// Since when they are away on a day: they went, and neither came back nor wrote since.
    pub fn left(&self, day: Day) -> Option<Day> {
        let last = self.moves.iter().rfind(|step| step.day <= day)?;
        let wrote_since = self.last_written(day).is_some_and(|wrote| wrote > last.day);
        (!last.arrived && !wrote_since).then_some(last.day)
    }

    /// Wrote within the 28 days that end with the day.
    pub fn is_active(&self, day: Day) -> bool {
        self.last_written(day).is_some_and(|wrote| wrote > day - WINDOW_DAYS)
    }

    /// Nothing if they had not come yet.
    pub fn state(&self, day: Day) -> Option<State> {
        let joined = self.joined().filter(|joined| *joined <= day)?;
        let (last, window) = (self.last_written(day), day - WINDOW_DAYS + 1);
        if self.left(day).is_some() || day - last.unwrap_or(joined).max(joined) >= GONE_AFTER_DAYS {
            return Some(State::Gone);
        }
        if joined >= window {
            return Some(State::New);
        }
        if last.is_none_or(|last| last < window) {
            return Some(State::Passive);
        }
        let first = self.first_written_since(window).unwrap_or(day);
        let before = self.last_written(window - 1).unwrap_or(joined);
        Some(if first - before > WINDOW_DAYS { State::Returning } else { State::Active })
    }

    /// Whether they are a member on the day: came, and are not gone.
    pub fn is_member(&self, day: Day) -> bool {
        self.state(day).is_some_and(|state| state != State::Gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(moves: &[(Day, bool)], days: &[Day]) -> Person {
        Person {
            id: 1,
            order: 0,
            written: days.iter().map(|day| Written { day: *day, messages: 1 }).collect(),
            moves: moves.iter().zip(1..).map(|((day, arrived), seq)| Move { day: *day, seq, arrived: *arrived }).collect(),
        }
    }

    #[test]
    fn a_life_passes_through_the_states() {
        let life = person(&[], &[100, 110, 170, 175]);
        assert_eq!(life.state(99), None);
        assert_eq!(life.state(100), Some(State::New));
        assert_eq!(life.state(127), Some(State::New), "28 days, the first included");
        assert_eq!(life.state(128), Some(State::Active), "wrote on day 110, 10 days after the last");
        assert_eq!(life.state(138), Some(State::Passive));
        assert_eq!(life.state(170), Some(State::Returning), "59 silent days");
        assert_eq!(life.state(197), Some(State::Returning));
        assert_eq!(life.state(198), Some(State::Active), "the silence is more than a window ago");
        assert_eq!(life.state(354), Some(State::Passive));
        assert_eq!(life.state(355), Some(State::Gone), "180 silent days");
    }

    #[test]
    fn twenty_eight_silent_days_make_a_return_and_twenty_seven_do_not() {
        assert_eq!(person(&[], &[0, 60, 89]).state(100), Some(State::Returning));
        assert_eq!(person(&[], &[0, 60, 88]).state(100), Some(State::Active));
    }

    #[test]
    fn who_left_is_gone_until_they_come_back_or_write() {
        let left = person(&[(10, true), (50, false)], &[20]);
        assert_eq!((left.state(49), left.state(50)), (Some(State::Passive), Some(State::Gone)));
        assert_eq!(person(&[(10, true), (50, false)], &[20, 51]).state(51), Some(State::Returning));
        let back = person(&[(10, true), (50, false), (55, true)], &[20]);
        assert_eq!(back.state(60), Some(State::Passive));
        assert_eq!(back.joined(), Some(10), "the first coming");
    }

    #[test]
    fn who_only_reads_is_new_then_passive_then_gone() {
        let reader = person(&[(10, true)], &[]);
        assert_eq!(reader.state(10), Some(State::New));
        assert_eq!(reader.state(38), Some(State::Passive));
        assert_eq!(reader.state(190), Some(State::Gone));
        assert_eq!(person(&[(10, true)], &[60]).state(60), Some(State::Returning), "silent since they came");
    }
}
