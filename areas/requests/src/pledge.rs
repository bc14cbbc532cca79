//! "I will help so many times this year": a promise of a member to themselves, with what has come of it.

use crate::deeds;
use crate::policy::Actor;
use chrono::{Datelike, NaiveDate, TimeZone};
use chrono_tz::Tz;
use kernel::{AudienceId, MemberId, Micros, Problem, Result};
use std::ops::RangeInclusive;
use store::{Deed, Scope, args, statement};
use web::calendar;

/// What is proposed to whoever has promised nothing yet.
pub const USUAL: i64 = 3;
pub const TIMES: RangeInclusive<i64> = 1..=50;

/// A calendar year in the community's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    pub number: i64,
    pub from: Micros,
    /// The first moment of the next.
    pub until: Micros,
}

impl Year {
    pub fn of(zone: Tz, at: Micros) -> Year {
        let utc = chrono::DateTime::from_timestamp_micros(at).unwrap_or_default();
        let number = zone.from_utc_datetime(&utc.naive_utc()).year();
        let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).map_or(0, |day| calendar::midnight(zone, day));
        Year { number: i64::from(number), from: first(number), until: first(number + 1) }
    }
}

/// A promise and its progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pledge {
    /// None if nothing was promised.
    pub times: Option<i64>,
    /// Help confirmed in the year.
    pub helped: i64,
}

statement!(
    OF = "select (select p.times from requests_pledges p where p.community_id = $1 and p.member_id = $2 and p.year = $3), \
     (select count(*) from requests_helps h where h.community_id = $1 and h.helper_id = $2 and h.at >= $4 and h.at < $5 and h.undone_at is null)"
);
statement!(
    KEEP = "insert into requests_pledges (community_id, member_id, year, times, set_at) values ($1, $2, $3, $4, $5) \
     on conflict (community_id, member_id, year) do update set times = excluded.times, set_at = excluded.set_at"
);

pub async fn of(scope: &mut Scope, member: MemberId, year: Year) -> Result<Pledge> {
    let (times, helped) = scope.one::<(Option<i64>, i64)>(&OF, args![member, year.number, year.from, year.until]).await?;
    Ok(Pledge { times, helped })
}

/// Promises, or promises another number; the same again changes nothing.
///
/// # Errors
/// `Invalid` at `times`.
pub async fn set(scope: &mut Scope, actor: Actor, year: Year, times: i64, channel: &str) -> Result<()> {
    if !TIMES.contains(&times) {
        return Err(Problem::field("times", "requests-pledge-fault-times"));
    }
    if of(scope, actor.member, year).await?.times == Some(times) {
        return Ok(());
    }
    let now = scope.now();
    scope.run(&KEEP, args![actor.member, year.number, times, now]).await?;
    let deed = Deed {
        kind: deeds::PLEDGED,
        at: now,
        actor: Some(actor.identity),
        object_kind: "year",
        object: year.number,
        audience: AudienceId::EVERYONE,
        channel,
        amount: times,
        parties: &[],
    };
    scope.deed(deed).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_begins_at_the_communitys_midnight() {
        let year = Year::of(chrono_tz::Europe::Moscow, 1_795_251_600_000_000);
        assert_eq!(year.number, 2026);
        assert_eq!(Year::of(chrono_tz::Europe::Moscow, year.until).number, 2027);
        assert_eq!(Year::of(chrono_tz::Europe::Moscow, year.until - 1), year);
        assert_eq!(Year::of(chrono_tz::UTC, year.until).number, 2026);
    }
}
