//! Months of the community's zone: how the past is walked through.

use chrono::{DateTime, Datelike};
use chrono_tz::Tz;
use kernel::{Micros, Result};
use std::fmt;
use store::{Scope, args, statement};

/// A month, kept as yyyymm and written `2024-03` in addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i64);

impl Month {
    /// The month of a moment in a zone.
    pub fn of(at: Micros, zone: Tz) -> Month {
        let moment = DateTime::from_timestamp_micros(at).unwrap_or_default().with_timezone(&zone);
        Month(i64::from(moment.year()) * 100 + i64::from(moment.month()))
    }

    /// `2024-03` and nothing else.
    pub fn parse(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        let digits = year.len() == 4 && month.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let (year, month) = (year.parse::<i64>().ok()?, month.parse::<i64>().ok()?);
        (digits && year >= 1970 && (1..=12).contains(&month)).then_some(Month(year * 100 + month))
    }

    /// yyyymm, as in the tables.
    pub fn number(self) -> i64 {
        self.0
    }

    pub fn year(self) -> i64 {
        self.0 / 100
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.0 / 100, self.0 % 100)
    }
}

/// What was said in a month, as the viewer may know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthCount {
    pub month: Month,
    pub threads: i64,
    pub messages: i64,
}

statement!(
    LIST = "select month, cast(sum(threads) as bigint), cast(sum(messages) as bigint) from talk_months \
     where community_id = $1 and audience_id {any $2} group by month order by month desc"
);
statement!(
    GROW = "insert into talk_months (community_id, month, audience_id, threads, messages) values ($1, $2, $3, $4, 1) \
     on conflict (community_id, month, audience_id) do update set threads = talk_months.threads + excluded.threads, \
     messages = talk_months.messages + excluded.messages"
);

/// Every month with something in it, the newest first.
pub async fn list(scope: &mut Scope) -> Result<Vec<MonthCount>> {
    let audiences = scope.viewer().audience_numbers();
    let rows = scope.all::<(i64, i64, i64)>(&LIST, args![audiences]).await?;
    let counts = rows.into_iter().map(|(month, threads, messages)| MonthCount { month: Month(month), threads, messages });
    Ok(counts.filter(|count| count.messages > 0).collect())
}

/// Counts one more message, and a thread if it begins one.
pub(crate) async fn grow(scope: &mut Scope, month: Month, audience: kernel::AudienceId, begins_thread: bool) -> Result<()> {
    scope.run(&GROW, args![month.0, audience, i64::from(begins_thread)]).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_the_zone() {
        // 2024-02-29T22:30:00Z is March already in Moscow.
        let at = 1_709_245_800_000_000;
        assert_eq!(Month::of(at, chrono_tz::UTC).to_string(), "2024-02");
        assert_eq!(Month::of(at, chrono_tz::Europe::Moscow).to_string(), "2024-03");
        assert_eq!(Month::parse("2024-03").map(Month::number), Some(202_403));
        for wrong in ["2024-13", "2024-00", "2024-3", "24-03", "2024-03-01", "+024-03", "", "2024-0३", "1969-12"] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }
}
