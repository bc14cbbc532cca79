//! Days of the community: numbers from 1970-01-01, ending at midnight in the community's zone.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeZone, Timelike};
use chrono_tz::Tz;
use kernel::Micros;

/// A day by its number.
pub type Day = i64;

/// The days of one window: members are active if they wrote within it.
pub const WINDOW_DAYS: Day = 28;
/// The first Monday: 1970-01-05.
const FIRST_MONDAY: Day = 4;
const FIRST: NaiveDate = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a date of the calendar");

/// The day and the hour (0–23) of a moment.
pub fn day_and_hour(zone: Tz, at: Micros) -> (Day, i64) {
    let local = zone.from_utc_datetime(&DateTime::from_timestamp_micros(at).unwrap_or_default().naive_utc());
    (number(local.date_naive()), i64::from(local.hour()))
}

pub fn day_of(zone: Tz, at: Micros) -> Day {
    day_and_hour(zone, at).0
}

fn number(date: NaiveDate) -> Day {
    (date - FIRST).num_days()
}

pub fn date(day: Day) -> NaiveDate {
    let days = Days::new(day.unsigned_abs());
    let date = if day < 0 { FIRST.checked_sub_days(days) } else { FIRST.checked_add_days(days) };
    date.unwrap_or(FIRST)
}

/// `2024-03-31`.
pub fn written(day: Day) -> String {
    date(day).format("%Y-%m-%d").to_string()
}

/// Reads `2024-03-31`; nothing if it is no date between 1970 and 9999.
pub fn parse(text: &str) -> Option<Day> {
    let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()?;
    (1970..=9999).contains(&date.year()).then(|| number(date))
}

/// The same for a question about a day: what is before 1970 is as long ago as anybody can ask.
pub fn parse_early(text: &str) -> Option<Day> {
    let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()?;
    (date.year() <= 9999).then(|| number(date).max(0))
}

/// The first moment of a day: midnight, or the first minute that exists where clocks were put forward over it.
pub fn begins(zone: Tz, day: Day) -> Micros {
    let midnight = date(day).and_hms_opt(0, 0, 0).unwrap_or_default();
    let local =
        (0..8).find_map(|quarter| zone.from_local_datetime(&(midnight + chrono::TimeDelta::minutes(quarter * 30))).earliest());
    local.map_or_else(|| midnight.and_utc().timestamp_micros(), |local| local.timestamp_micros())
}

/// Monday of the week of a day.
pub fn monday(day: Day) -> Day {
    (day - FIRST_MONDAY).div_euclid(7) * 7 + FIRST_MONDAY
}

/// 0 for Monday.
pub fn weekday(day: Day) -> usize {
    usize::try_from((day - FIRST_MONDAY).rem_euclid(7)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_end_at_midnight_of_the_zone() {
        // 2024-02-29T22:30:00Z is 1:30 of 1 March in Moscow.
        let at = 1_709_245_800_000_000;
        assert_eq!(written(day_of(chrono_tz::Europe::Moscow, at)), "2024-03-01");
        assert_eq!(day_and_hour(Tz::UTC, at).1, 22);
        let day = parse("2024-03-01").expect("a date");
        assert_eq!(begins(chrono_tz::Europe::Moscow, day), 1_709_240_400_000_000);
        assert_eq!((written(monday(day)).as_str(), weekday(day)), ("2024-02-26", 4));
        assert_eq!((parse("2024-02-30"), parse("yesterday"), parse("99999-01-01")), (None, None, None));
        assert_eq!((parse("0001-01-01"), parse_early("0001-01-01"), parse_early("yesterday")), (None, Some(0), None));
        assert_eq!(parse_early("2024-03-01"), Some(day));
    }

    #[test]
    fn a_midnight_that_never_was_begins_later() {
        // Clocks in Beirut went from 0:00 to 1:00 on 28 March 2021.
        let day = parse("2021-03-28").expect("a date");
        assert_eq!(day_and_hour(chrono_tz::Asia::Beirut, begins(chrono_tz::Asia::Beirut, day)), (day, 1));
    }
}
