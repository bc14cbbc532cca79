//! How many, how active, where from and where to, and at what hours.

use super::standing::Standing;
use crate::day::{Day, WINDOW_DAYS, weekday};
use crate::facts::Facts;
use crate::person::State;
use serde::{Deserialize, Serialize};

/// Periods of 28 days in a row of time: a year and a little.
pub const PERIODS: i64 = 13;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Came, and are not gone.
    pub members: i64,
    /// Members 28 days before.
    pub members_before: i64,
    /// Members who wrote within the 28 days.
    pub active: i64,
    pub active_before: i64,
    /// Came within the 28 days (and may be gone again).
    pub new: i64,
    /// Gone now, and members 28 days before or come since: they left, or have been silent for 180 days.
    /// So members = members before + new + back - gone.
    pub gone: i64,
    /// Of these, who came within the 28 days too.
    pub gone_new: i64,
    /// Went away within the 28 days, whenever they had come.
    pub left: i64,
    /// Were gone 28 days before and are members again.
    pub back: i64,
    /// Members of the team.
    pub team: i64,
    pub messages: i64,
    /// How many stand in each state: new, active, passive, returning, gone.
    pub states: [i64; 5],
}

impl Size {
    pub(super) fn of(facts: &Facts, standings: &[Standing]) -> Size {
        let mut size = Size::default();
        let window = facts.day - WINDOW_DAYS + 1;
        for standing in standings {
            let here = standing.state != State::Gone;
            let was = standing.before.is_some_and(|before| before != State::Gone);
            size.states[standing.state.place()] += 1;
            size.members += i64::from(here);
            size.members_before += i64::from(was);
            size.active += i64::from(standing.active);
            size.new += i64::from(standing.joined >= window);
            size.gone += i64::from(!here && (was || standing.joined >= window));
            size.gone_new += i64::from(!here && standing.joined >= window);
            size.left += i64::from(standing.left.is_some_and(|left| left >= window));
            size.back += i64::from(here && standing.before == Some(State::Gone));
            size.team += i64::from(here && standing.team);
            size.messages += standing.messages;
        }
        let before = facts.day - WINDOW_DAYS;
        let was_active = |person: &&crate::person::Person| person.is_active(before) && person.is_member(before);
        size.active_before = facts.people.iter().filter(was_active).count() as i64;
        size
    }

    /// Members who wrote, of all members; nothing without members.
    pub fn active_share(&self) -> Option<f64> {
        (self.members > 0).then(|| self.active as f64 / self.members as f64)
    }

    pub fn active_share_before(&self) -> Option<f64> {
        (self.members_before > 0).then(|| self.active_before as f64 / self.members_before as f64)
    }

    /// Who went in 28 days, of those who were members at their beginning.
    pub fn churn(&self) -> Option<f64> {
        (self.members_before > 0).then(|| (self.gone - self.gone_new) as f64 / self.members_before as f64)
    }
}

/// Rows: states 28 days before; columns: states now. Who came since stands in no row.
pub(super) fn transitions(standings: &[Standing]) -> [[i64; 5]; 5] {
    let mut cells = [[0; 5]; 5];
    for standing in standings {
        if let Some(before) = standing.before {
            cells[before.place()][standing.state.place()] += 1;
        }
    }
    cells
}

/// 28 days of the past year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The last day.
    pub day: Day,
    pub members: i64,
    pub active: i64,
    pub new: i64,
    pub gone: i64,
    /// Were gone 28 days before and are members again.
    pub back: i64,
}

/// The last thirteen periods that begin no earlier than the history, the oldest first.
pub(super) fn periods(facts: &Facts) -> Vec<Period> {
    let Some(first) = facts.first_day else { return Vec::new() };
    let ends =
        (0..PERIODS).map(|back| facts.day - back * WINDOW_DAYS).filter(|end| end - WINDOW_DAYS + 1 >= first || *end == facts.day);
    let mut periods: Vec<Period> = ends.map(|day| period(facts, day)).collect();
    periods.reverse();
    periods
}

fn period(facts: &Facts, day: Day) -> Period {
    let mut period = Period { day, members: 0, active: 0, new: 0, gone: 0, back: 0 };
    for person in &facts.people {
        let Some(state) = person.state(day) else { continue };
        let here = state != State::Gone;
        period.members += i64::from(here);
        period.active += i64::from(here && person.is_active(day));
        let came = person.joined().is_some_and(|joined| joined > day - WINDOW_DAYS);
        period.new += i64::from(came);
        period.gone += i64::from(!here && (came || person.is_member(day - WINDOW_DAYS)));
        period.back += i64::from(here && person.state(day - WINDOW_DAYS) == Some(State::Gone));
    }
    period
}

/// Messages of the 28 days by weekday and hour.
pub(super) fn hours(facts: &Facts) -> Vec<Vec<i64>> {
    let mut cells = vec![vec![0; 24]; 7];
    for hour in &facts.hours {
        cells[weekday(hour.day)][usize::try_from(hour.hour).unwrap_or_default().min(23)] += hour.messages;
    }
    cells
}
