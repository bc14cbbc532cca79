//! The rhythm of days: weekdays, hours, holidays. All in whole numbers, so that every machine agrees.

use chrono::{DateTime, Datelike, Timelike, Weekday};

use crate::DAYS;
use crate::dice::Dice;

pub(crate) const SECOND: i64 = 1_000_000;
pub(crate) const MINUTE: i64 = 60 * SECOND;
pub(crate) const HOUR: i64 = 60 * MINUTE;
pub(crate) const DAY: i64 = 24 * HOUR;

/// How lively the talk is in each hour of the day: after breakfast, at lunch, after the last client.
pub(crate) const HOURS: [u32; 24] = [6, 3, 1, 1, 1, 2, 5, 14, 30, 52, 64, 62, 56, 60, 58, 50, 46, 44, 48, 58, 66, 58, 36, 16];

/// How long people wait with a reply: weight, from and to in minutes.
const WAITS: [(u32, i64, i64); 6] = [(20, 1, 6), (30, 6, 25), (26, 25, 90), (14, 90, 300), (7, 300, 900), (3, 900, 2400)];

pub(crate) struct Calendar {
    pub(crate) since: i64,
    pub(crate) until: i64,
    offset: i64,
}

impl Calendar {
    pub(crate) fn new(offset_hours: i64, until: i64) -> Calendar {
        let until = until - until.rem_euclid(SECOND);
        Calendar { since: until - DAYS * DAY, until, offset: offset_hours * HOUR }
    }

    /// How lively each day of the story is; `people` says how many are there.
    pub(crate) fn day_weights(&self, people: impl Fn(i64) -> u32) -> Vec<u32> {
        let days = (0..DAYS).map(|day| self.since + day * DAY);
        days.map(|at| people(at) * self.liveliness(at) / 100).collect()
    }

    /// A time of a day, chosen by how lively the hours are.
    pub(crate) fn lively_time(&self, dice: &mut Dice, day: i64) -> i64 {
        let hour = dice.weighed(HOURS.iter().copied()).unwrap_or(12) as i64;
        self.midnight(self.since + day * DAY) + hour * HOUR + dice.between(0, 3599) * SECOND
    }

    /// When an answer comes to something said: sooner or later, seldom at night.
    pub(crate) fn reply_time(&self, dice: &mut Dice, said: i64) -> i64 {
        let wait = dice.weighed(WAITS.iter().map(|wait| wait.0)).unwrap_or(0);
        let (_, from, to) = WAITS[wait];
        let at = said + dice.between(from * 60, to * 60) * SECOND;
        if self.is_night(at) && dice.percent(85) {
            return self.midnight(at) + dice.between(450, 640) * MINUTE + dice.between(0, 59) * SECOND;
        }
        at
    }

    pub(crate) fn is_night(&self, at: i64) -> bool {
        (at - self.midnight(at)) / HOUR < 7
    }

    /// The midnight before a time, by the local clock.
    pub(crate) fn midnight(&self, at: i64) -> i64 {
        at - (at + self.offset).rem_euclid(DAY)
    }

    pub(crate) fn weekday(&self, at: i64) -> Weekday {
        self.local(at).weekday()
    }

    /// Local date and time.
    pub(crate) fn local(&self, at: i64) -> DateTime<chrono::Utc> {
        local(at, self.offset)
    }

    /// How lively a day is, 100 being an ordinary one.
    fn liveliness(&self, at: i64) -> u32 {
        let day = self.local(at);
        let weekday = match day.weekday() {
            Weekday::Tue | Weekday::Wed => 125,
            Weekday::Mon | Weekday::Thu => 115,
            Weekday::Fri => 95,
            Weekday::Sat => 50,
            Weekday::Sun => 60,
        };
        let season = match (day.month(), day.day()) {
            (1, 1..=8) | (12, 30..=31) => 25,
            (8, _) => 60,
            (7, _) => 75,
            (9 | 10 | 2, _) => 115,
            _ => 100,
        };
        weekday * season / 100
    }
}

/// The year of a moment.
pub(crate) fn year(at: i64) -> i32 {
    local(at, 0).year()
}

/// The date and time a clock shows that goes `offset` microseconds before UTC.
pub(crate) fn local(at: i64, offset: i64) -> DateTime<chrono::Utc> {
    DateTime::from_timestamp_micros(at + offset).unwrap_or_default()
}

/// As exports write it: `2024-03-01T12:30:00`.
pub(crate) fn written(at: i64, offset_hours: i64) -> String {
    let local = local(at, offset_hours * HOUR);
    let (year, month, day) = (local.year(), local.month(), local.day());
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}", local.hour(), local.minute(), local.second())
}
