//! How much a member lets themselves be asked: a number a week, quiet hours, a holiday. Quiet hours keep nobody from being
//! asked; they delay the letter until the morning ([`Limits::awake_at`]), so that the one best suited is not lost to the hour.

use crate::policy::Actor;
use crate::request::Request;
use crate::settings::MICROS_PER_HOUR;
use chrono::{DateTime, TimeZone, Timelike};
use chrono_tz::Tz;
use kernel::{MICROS_PER_DAY, MemberId, Micros, Result};
use std::collections::{HashMap, HashSet};
use store::{FromRow, Row, Scope, Statement, args, statement};

/// Invitations a week that a member may allow.
pub const PER_WEEK: std::ops::RangeInclusive<i64> = 0..=20;
/// For those who said nothing.
pub const USUAL_PER_WEEK: i64 = 3;
const WEEK: Micros = 7 * MICROS_PER_DAY;
const HOURS: i64 = 24;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub per_week: i64,
    /// From this hour until before that one, of the community's zone; over midnight where the second is smaller.
    pub quiet: Option<(i64, i64)>,
    /// From a moment until before another.
    pub holiday: Option<(Micros, Micros)>,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { per_week: USUAL_PER_WEEK, quiet: None, holiday: None }
    }
}

impl FromRow for Limits {
    fn from_row(row: &mut Row) -> anyhow::Result<Limits> {
        let per_week = row.next()?;
        let quiet = row.next::<Option<i64>>()?.zip(row.next::<Option<i64>>()?);
        let holiday = row.next::<Option<Micros>>()?.zip(row.next::<Option<Micros>>()?);
        Ok(Limits { per_week, quiet, holiday })
    }
}

impl Limits {
    pub fn on_holiday(&self, now: Micros) -> bool {
        self.holiday.is_some_and(|(from, until)| (from..until).contains(&now))
    }

    /// The first moment from now on at which a letter disturbs nobody's quiet hours.
    pub fn awake_at(&self, now: Micros, zone: Tz) -> Micros {
        let Some((from, until)) = self.quiet else { return now };
        let local = zone.from_utc_datetime(&DateTime::from_timestamp_micros(now).unwrap_or_default().naive_utc());
        let hour = i64::from(local.hour());
        let since = (hour - from).rem_euclid(HOURS);
        let long = (until - from).rem_euclid(HOURS);
        if since >= long {
            return now;
        }
        let into_the_hour = now.rem_euclid(MICROS_PER_HOUR);
        now - into_the_hour + (long - since) * MICROS_PER_HOUR
    }
}

macro_rules! columns {
    () => {
        "l.per_week, l.quiet_from, l.quiet_until, l.holiday_from, l.holiday_until"
    };
}

statement!(ONE = concat!("select ", columns!(), " from requests_limits l where l.community_id = $1 and l.member_id = $2"));
statement!(
    MANY =
        concat!("select l.member_id, ", columns!(), " from requests_limits l where l.community_id = $1 and l.member_id {any $2}")
);
statement!(
    KEEP = "insert into requests_limits (community_id, member_id, per_week, quiet_from, quiet_until, holiday_from, holiday_until, changed_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (community_id, member_id) do update set per_week = excluded.per_week, \
     quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, holiday_from = excluded.holiday_from, \
     holiday_until = excluded.holiday_until, changed_at = excluded.changed_at"
);
// Here, not its asker, not away and not deaf to its topic.
macro_rules! here {
    () => {
        "select p.id from identity_persons p \
         left join requests_limits l on l.community_id = p.community_id and l.member_id = p.id \
         where p.community_id = $1 and p.id {any $2} and p.state = 'active' and p.id <> $3 \
         and not exists (select 1 from requests_mutes m where m.community_id = $1 and m.member_id = p.id and m.topic_id = $5) \
         and (l.holiday_from is null or l.holiday_until is null or l.holiday_from > $6 or l.holiday_until <= $6) "
    };
}
// Chosen people are named by whoever asks them, so that does not wait for a free week; it counts towards it.
macro_rules! within_week {
    () => {
        "and not exists (select 1 from requests_invitations i where i.community_id = $1 and i.request_id = $4 and i.member_id = p.id) \
         and (select count(*) from requests_invitations w where w.community_id = $1 and w.member_id = p.id and w.invited_at > $7) < "
    };
}
statement!(FREE = concat!(here!(), within_week!(), "coalesce(l.per_week, $8)"));
// Of a leader's week a quarter, and one at least, is left for what nobody else took up.
statement!(
    SPARE = concat!(
        here!(),
        within_week!(),
        "coalesce(l.per_week, $8) * (case when p.id in (select t.leader_id from requests_topics t where t.community_id = $1 \
         and t.leader_id is not null and t.retired_at is null) then 3 else 4 end) / 4"
    )
);
statement!(
    HEARS = concat!(
        here!(),
        "and (select count(*) from requests_invitations w where w.community_id = $1 and w.member_id = p.id and w.invited_at > $7 \
         and w.request_id <> $4) < coalesce(l.per_week, $8)"
    )
);
statement!(THIS_WEEK = "select count(*) from requests_invitations where community_id = $1 and member_id = $2 and invited_at > $3");

/// A member's own limits; the usual ones for whoever said nothing.
pub async fn held(scope: &mut Scope, member: MemberId) -> Result<Limits> {
    Ok(scope.maybe(&ONE, args![member]).await?.unwrap_or_default())
}

/// Limits of several members; those who said nothing are left out.
pub async fn of_many(scope: &mut Scope, members: &[MemberId]) -> Result<HashMap<MemberId, Limits>> {
    let members: Vec<i64> = members.iter().map(|member| member.0).collect();
    Ok(scope.all::<Held>(&MANY, args![members]).await?.into_iter().map(|held| (held.0, held.1)).collect())
}

struct Held(MemberId, Limits);

impl FromRow for Held {
    fn from_row(row: &mut Row) -> anyhow::Result<Held> {
        Ok(Held(row.next()?, Limits::from_row(row)?))
    }
}

/// Keeps one's own limits.
pub async fn keep(scope: &mut Scope, actor: Actor, limits: Limits) -> Result<()> {
    let now = scope.now();
    let (quiet, holiday) = (limits.quiet.unzip(), limits.holiday.unzip());
    let row = args![actor.member, limits.per_week, quiet.0, quiet.1, holiday.0, holiday.1, now];
    scope.run(&KEEP, row).await.map(|_| ())
}

/// Invitations of the last seven days.
pub async fn this_week(scope: &mut Scope, member: MemberId) -> Result<i64> {
    let since = scope.now() - WEEK;
    scope.one(&THIS_WEEK, args![member, since]).await
}

/// Those of some members who may be asked to help with a request now: here, not its asker, not asked for it already, within
/// their week, not away, and not deaf to its topic.
pub async fn free(scope: &mut Scope, request: &Request, members: &[i64]) -> Result<HashSet<i64>> {
    of(scope, &FREE, request, members).await
}

/// The same for a round of the house, which leaves leaders a part of their week for what they are asked as leaders.
pub async fn spare(scope: &mut Scope, request: &Request, members: &[i64]) -> Result<HashSet<i64>> {
    of(scope, &SPARE, request, members).await
}

/// Whether somebody who was asked for a request already may be asked for it once more. It is still one of their week.
pub async fn hears(scope: &mut Scope, request: &Request, member: MemberId) -> Result<bool> {
    Ok(of(scope, &HEARS, request, &[member.0]).await?.contains(&member.0))
}

async fn of(scope: &mut Scope, which: &Statement, request: &Request, members: &[i64]) -> Result<HashSet<i64>> {
    let now = scope.now();
    let row =
        args![members.to_vec(), request.asker, request.id, request.topic.unwrap_or_default(), now, now - WEEK, USUAL_PER_WEEK];
    Ok(scope.all::<i64>(which, row).await?.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Moscow;

    fn at(text: &str) -> Micros {
        DateTime::parse_from_rfc3339(text).expect("a moment").timestamp_micros()
    }

    #[test]
    fn a_letter_waits_for_the_morning_and_for_nothing_else() {
        let limits = Limits { quiet: Some((22, 8)), ..Limits::default() };
        for (now, awake) in [
            ("2026-11-21T21:59:00+03:00", "2026-11-21T21:59:00+03:00"),
            ("2026-11-21T22:00:00+03:00", "2026-11-22T08:00:00+03:00"),
            ("2026-11-22T00:30:15+03:00", "2026-11-22T08:00:00+03:00"),
            ("2026-11-22T07:59:59+03:00", "2026-11-22T08:00:00+03:00"),
            ("2026-11-22T08:00:00+03:00", "2026-11-22T08:00:00+03:00"),
        ] {
            assert_eq!(limits.awake_at(at(now), Moscow), at(awake), "{now}");
        }
        let by_day = Limits { quiet: Some((9, 18)), ..Limits::default() };
        assert_eq!(by_day.awake_at(at("2026-11-22T12:10:00+03:00"), Moscow), at("2026-11-22T18:00:00+03:00"));
        assert_eq!(by_day.awake_at(at("2026-11-22T18:10:00+03:00"), Moscow), at("2026-11-22T18:10:00+03:00"));
        assert_eq!(Limits::default().awake_at(7, Moscow), 7);
    }

    #[test]
    fn a_holiday_has_a_beginning_and_an_end() {
        let limits = Limits { holiday: Some((100, 200)), ..Limits::default() };
        assert_eq!([99, 100, 199, 200].map(|now| limits.on_holiday(now)), [false, true, true, false]);
    }
}
