//! What the form of a request says of its own limits.

use crate::{files, wish};
use chrono::Days;
use chrono_tz::Tz;
use kernel::Micros;

/// Letters and numbers that the fields take.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    pub title: usize,
    pub details: usize,
    pub city: usize,
    pub files: usize,
}

impl Bounds {
    pub const HELD: Bounds =
        Bounds { title: wish::TITLE_LETTERS, details: wish::DETAILS_LETTERS, city: wish::CITY_LETTERS, files: files::AT_MOST };
}

/// The first and the last day that may be a deadline, as a field for dates writes them.
pub fn days(zone: Tz, now: Micros) -> (String, String) {
    let today = wish::day(now, zone);
    let last = today.checked_add_days(Days::new(wish::DAYS_AHEAD)).unwrap_or(today);
    (today.to_string(), last.to_string())
}
