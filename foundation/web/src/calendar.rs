//! Dates and times as people say them, in the community's time zone and the reader's language.

use crate::Words;
use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Timelike};
use chrono_tz::Tz;
use kernel::{Locale, MICROS_PER_SECOND, Micros};

const MINUTE: Micros = 60 * MICROS_PER_SECOND;
const HOUR: Micros = 60 * MINUTE;
const DAY: Micros = 24 * HOUR;

/// A moment by which to speak: the words, the language, the zone and the present.
#[derive(Clone, Copy)]
pub struct Calendar<'w> {
    pub words: &'w Words,
    pub locale: Locale,
    pub zone: Tz,
    pub now: Micros,
}

impl Calendar<'_> {
    fn local(&self, at: Micros) -> DateTime<Tz> {
        let utc = DateTime::from_timestamp_micros(at).unwrap_or_default();
        self.zone.from_utc_datetime(&utc.naive_utc())
    }

    fn day_of(&self, at: Micros) -> NaiveDate {
        self.local(at).date_naive()
    }

    fn t(&self, key: &str) -> String {
        self.words.t(self.locale, key)
    }

    /// «19 ноября», with the year if it is not the current one.
    pub fn day(&self, at: Micros) -> String {
        let date = self.day_of(at);
        let month = self.t(&format!("web-month-{}", date.month()));
        if date.year() == self.local(self.now).year() {
            format!("{}\u{a0}{month}", date.day())
        } else {
            format!("{}\u{a0}{month} {}", date.day(), date.year())
        }
    }

    /// «четверг, 19 ноября» this year, «19 ноября 2023» in others.
    pub fn date(&self, at: Micros) -> String {
        let date = self.day_of(at);
        if date.year() != self.local(self.now).year() {
            return self.day(at);
        }
        format!("{}, {}", self.t(&format!("web-weekday-{}", date.weekday().number_from_monday())), self.day(at))
    }

    /// «18:12».
    pub fn time(&self, at: Micros) -> String {
        let local = self.local(at);
        format!("{}:{:02}", local.hour(), local.minute())
    }

    /// «сегодня, 9:40», «вчера, 18:12», «12 октября, 21:40».
    pub fn date_time(&self, at: Micros) -> String {
        let (day, today) = (self.day_of(at), self.day_of(self.now));
        let day = match (today - day).num_days() {
            0 => self.t("web-today"),
            1 => self.t("web-yesterday"),
            -1 => self.t("web-tomorrow"),
            _ => self.day(at),
        };
        format!("{day}, {}", self.time(at))
    }

    /// How long ago, or how soon: minutes and hours for what is near, dates for the rest.
    pub fn ago(&self, at: Micros) -> String {
        let passed = self.now - at;
        match passed {
            _ if passed < -12 * HOUR => self.date_time(at),
            _ if passed < 0 => self.soon(-passed),
            _ if passed < MINUTE => self.t("web-just-now"),
            _ if passed < HOUR => self.words.tv(self.locale, "web-minutes-ago", &[("n", (passed / MINUTE).into())]),
            _ if passed < 48 * HOUR => self.date_time(at),
            _ => self.day(at),
        }
    }

    /// «через 2 ч 10 мин».
    fn soon(&self, left: Micros) -> String {
        self.words.tv(self.locale, "web-soon", &[("length", self.length(left).into())])
    }

    /// A length of time: «3 дня 4 ч», «2 ч 10 мин», «4 мин», «меньше минуты». Of what is long the small part is left out.
    pub fn length(&self, micros: Micros) -> String {
        let (days, hours, minutes) = (micros / DAY, micros / HOUR, micros % HOUR / MINUTE);
        let n = |key: &str, n: i64| self.words.tv(self.locale, key, &[("n", n.into())]);
        let both = |large: String, small: String| format!("{large} {small}").replace(' ', "\u{a0}");
        match (days, hours, minutes) {
            (7.., ..) => n("web-days", days),
            (2.., hours, _) if hours % 24 == 0 => n("web-days", days),
            (2.., hours, _) => both(n("web-days", days), n("web-hours", hours % 24)),
            (_, 0, 0) => self.t("web-under-a-minute"),
            (_, 0, minutes) => n("web-minutes", minutes),
            (_, hours, 0) => n("web-hours", hours),
            (_, hours, minutes) => both(n("web-hours", hours), n("web-minutes", minutes)),
        }
    }

    /// A length of time within which something happened: whole minutes, rounded up, or the sentence would not be true.
    pub fn within(&self, micros: Micros) -> String {
        self.length(if micros < MINUTE { micros } else { (micros + MINUTE - 1) / MINUTE * MINUTE })
    }

    /// «19:00–20:30».
    pub fn hours(&self, from: Micros, to: Micros) -> String {
        format!("{}–{}", self.time(from), self.time(to))
    }

    /// «12–19 ноября», «30 ноября – 2 декабря 2025»: from one day to another.
    pub fn days(&self, from: Micros, to: Micros) -> String {
        let (first, last) = (self.day_of(from), self.day_of(to));
        if first == last {
            self.day(to)
        } else if (first.year(), first.month()) == (last.year(), last.month()) {
            format!("{}–{}", first.day(), self.day(to))
        } else {
            format!("{}\u{a0}– {}", self.day(from), self.day(to))
        }
    }

    /// «март 2024» for `2024-03`; the text itself if it is no month.
    pub fn month(&self, month: &str) -> String {
        let parsed = month.split_once('-').and_then(|(year, month)| Some((year.parse::<i32>().ok()?, month.parse::<u32>().ok()?)));
        match parsed {
            Some((year, month @ 1..=12)) => format!("{} {year}", self.month_name(month)),
            _ => month.to_owned(),
        }
    }

    /// «март»: 1 to 12.
    pub fn month_name(&self, month: u32) -> String {
        self.t(&format!("web-month-name-{}", month.clamp(1, 12)))
    }

    /// «чт»: 1 is Monday.
    pub fn weekday_short(&self, day: u32) -> String {
        self.t(&format!("web-weekday-short-{}", day.clamp(1, 7)))
    }

    /// For `<time datetime>`.
    pub fn machine(&self, at: Micros) -> String {
        self.local(at).format("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// The month of a moment, as in addresses: `2024-03`.
    pub fn month_key(&self, at: Micros) -> String {
        self.local(at).format("%Y-%m").to_string()
    }
}

/// The first moment of a day in a zone, also where clocks jump over midnight.
pub fn midnight(zone: Tz, day: NaiveDate) -> Micros {
    let start = (0..=3).find_map(|hour| zone.from_local_datetime(&day.and_hms_opt(hour, 0, 0)?).earliest());
    start.map_or(0, |moment| moment.timestamp_micros())
}

/// From the first moment of a month (`2024-03`) to the first of the next.
pub fn month_bounds(zone: Tz, month: &str) -> Option<(Micros, Micros)> {
    let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok()?;
    let next = first.checked_add_months(chrono::Months::new(1))?;
    Some((midnight(zone, first), midnight(zone, next)))
}
