//! Times as exports write them.

use chrono::NaiveDate;

use super::fault::{Fault, Problem};
use super::warning::Notice;

/// 2000-01-01, before there was Telegram; anything earlier is a mistake of the file.
const EARLIEST_SECONDS: i64 = 946_684_800;
/// A time for what is going to be refused.
pub(crate) const ANY_MICROS: i64 = EARLIEST_SECONDS * 1_000_000;
/// 2100-01-01.
const LATEST_SECONDS: i64 = 4_102_444_800;

/// Microseconds since 1970, if the time is one that a message can have.
pub(crate) fn micros(seconds: i64) -> Option<i64> {
    (EARLIEST_SECONDS..LATEST_SECONDS).contains(&seconds).then(|| seconds * 1_000_000)
}

/// Characters of a wrong date that are said.
const SAID: usize = 40;

/// What is wrong with a date that is written and cannot be read.
pub(crate) fn impossible(written: &str) -> Problem {
    Problem::DateImpossible(written.chars().filter(|letter| !letter.is_control()).take(SAID).collect())
}

/// The time of an entry that has none, with what to say of it: that of the entry `before`; at the beginning, where
/// nothing is before, that of the `first` entry with a date.
///
/// # Errors
/// No entry of the export has a date.
pub(crate) fn stand_in(before: Option<i64>, first: Option<i64>, file: &str) -> Result<(i64, Notice), Fault> {
    let before = before.map(|at| (at, Notice::DateReplaced));
    let found = before.or_else(|| first.map(|at| (at, Notice::DateFromNext)));
    found.ok_or_else(|| Fault::whole(file, Problem::DatesMissing))
}

/// Seconds since 1970 of `2018-11-22T18:04:28` read as UTC.
pub(crate) fn json_seconds(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    let fits = bytes.len() >= 19 && bytes[4] == b'-' && bytes[7] == b'-' && matches!(bytes[10], b'T' | b' ');
    if !fits {
        return None;
    }
    seconds(digits(&bytes[0..4])?, digits(&bytes[5..7])?, digits(&bytes[8..10])?, &bytes[11..19])
}

/// `22.11.2018 18:04:28 UTC+04:00`: seconds read as UTC, and the zone in seconds where it is given.
pub(crate) fn title_seconds(text: &str) -> Option<(i64, Option<i64>)> {
    let text = text.trim();
    let bytes = text.as_bytes();
    if bytes.len() < 19 || bytes[2] != b'.' || bytes[5] != b'.' || bytes[10] != b' ' {
        return None;
    }
    let seconds = seconds(digits(&bytes[6..10])?, digits(&bytes[3..5])?, digits(&bytes[0..2])?, &bytes[11..19])?;
    let zone = text.get(19..).and_then(|rest| zone_seconds(rest.trim()));
    Some((seconds, zone))
}

/// Seconds east of Greenwich of `UTC+04:00`, `UTC-03:30` or `UTC`.
pub(crate) fn zone_seconds(text: &str) -> Option<i64> {
    let rest = text.strip_prefix("UTC")?.as_bytes();
    if rest.is_empty() {
        return Some(0);
    }
    if rest.len() < 6 || rest[3] != b':' {
        return None;
    }
    let size = i64::from(digits(&rest[1..3])?) * 3600 + i64::from(digits(&rest[4..6])?) * 60;
    let size = (size <= 15 * 3600).then_some(size)?;
    match rest[0] {
        b'+' => Some(size),
        b'-' => Some(-size),
        _ => None,
    }
}

/// The day of a separating line: `22 November 2018`. Seconds of its midnight read as UTC.
pub(crate) fn separator_seconds(text: &str) -> Option<i64> {
    let mut words = text.split_whitespace();
    let day: u32 = words.next()?.parse().ok()?;
    let month = month(words.next()?)?;
    let year: u32 = words.next()?.trim_end_matches("г.").parse().ok()?;
    if !matches!(words.next(), None | Some("г.")) {
        return None;
    }
    seconds(year, month, day, b"00:00:00")
}

fn month(word: &str) -> Option<u32> {
    const ENGLISH: [&str; 12] =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    const RUSSIAN: [&str; 12] =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
    let place = ENGLISH.iter().position(|name| *name == word);
    let place = place.or_else(|| RUSSIAN.iter().position(|name| *name == word))?;
    u32::try_from(place + 1).ok()
}

fn seconds(year: u32, month: u32, day: u32, time: &[u8]) -> Option<i64> {
    if time.len() != 8 || time[2] != b':' || time[5] != b':' {
        return None;
    }
    let (hour, minute, second) = (digits(&time[0..2])?, digits(&time[3..5])?, digits(&time[6..8])?);
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some(date.and_hms_opt(hour, minute, second)?.and_utc().timestamp())
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0u32, |sum, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        Some(sum * 10 + u32::from(digit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_both_forms_are_read_and_nonsense_is_refused() {
        assert_eq!(json_seconds("2018-11-22T18:04:28"), Some(1_542_909_868));
        assert_eq!(title_seconds("22.11.2018 18:04:28 UTC+04:00"), Some((1_542_909_868, Some(14_400))));
        assert_eq!(title_seconds("22.11.2018 18:04:28"), Some((1_542_909_868, None)));
        assert_eq!(zone_seconds("UTC-03:30"), Some(-12_600));
        assert_eq!(separator_seconds("22 November 2018"), Some(1_542_844_800));
        assert_eq!(separator_seconds("22 ноября 2018 г."), Some(1_542_844_800));
        for wrong in ["", "2018-13-22T18:04:28", "2018-11-22", "вчера вчера вчера", "2018-11-22T18:04:6a"] {
            assert_eq!(json_seconds(wrong), None, "{wrong}");
        }
        assert_eq!(title_seconds("32.11.2018 18:04:28"), None);
        assert_eq!(separator_seconds("Anna invited Boris"), None);
        assert_eq!(micros(-5), None);
        assert_eq!(micros(1), None);
    }
}
