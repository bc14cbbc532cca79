//! How well the community keeps its promises, over the last thirty days: of requests that everybody may see. Those that were only
//! found in a history stand beside them once the owner has accepted them, and not a day before. Nobody closes those or passes
//! them on, so outcomes and escalations are of the others alone.

use crate::history::asking::SURE;
use kernel::{MICROS_PER_DAY, Micros, Result};
use store::{FromRow, Row, Scope, args, statement};

/// The days that are looked at.
pub const DAYS: i64 = 30;
/// The first answer is promised within this time.
pub const PROMISED: Micros = MICROS_PER_DAY;
/// A share of fewer says nothing.
pub const ENOUGH: i64 = 5;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub asked: i64,
    /// Of them, those found in a history.
    pub found: i64,
    /// Of them, those whose promise has fallen due or was kept before.
    pub ripe: i64,
    pub answered_in_time: i64,
    pub answered: i64,
    /// Half of the answered ones waited no longer than this for their first answer.
    pub median_wait: Option<Micros>,
    pub closed: i64,
    pub escalated: i64,
}

impl Figures {
    /// Asked here: what an outcome is expected of.
    pub fn own(&self) -> i64 {
        self.asked - self.found
    }
}

impl FromRow for Figures {
    fn from_row(row: &mut Row) -> anyhow::Result<Figures> {
        Ok(Figures {
            asked: row.next()?,
            found: row.next()?,
            ripe: row.next()?,
            answered_in_time: row.next()?,
            answered: row.next()?,
            median_wait: row.next()?,
            closed: row.next()?,
            escalated: row.next()?,
        })
    }
}

// The history is not even looked into while its requests are not accepted.
statement!(
    LATELY = "with lately as (select r.asked_at, r.first_answer_at - r.asked_at as wait, r.outcome, r.escalated_at, cast(0 as bigint) as found \
       from requests_requests r where r.community_id = $1 and r.asked_at >= $2 and r.audience_id = 0 and r.state <> 'draft' \
       union all select f.at, (select min(h.at) from requests_found_helps h where h.community_id = f.community_id and h.message_id = f.message_id) - f.at, \
         null, null, cast(1 as bigint) from requests_found_settings s join requests_found f on f.community_id = s.community_id \
       where s.community_id = $1 and s.accepted_at is not null and f.audience_id {any $5} and f.at >= $2 and f.at <= $7 \
         and (f.confidence >= $6 or f.tagged)), \
     waits as (select wait, row_number() over (order by wait) as place, count(*) over () as n from lately where wait is not null) \
     select (select count(*) from lately), \
     (select count(*) from lately where found = 1), \
     (select count(*) from lately where asked_at <= $3 or wait <= $4), \
     (select count(*) from lately where wait <= $4), \
     (select count(*) from waits), \
     (select min(wait) from waits where place * 2 >= n), \
     (select count(*) from lately where outcome is not null), \
     (select count(*) from lately where escalated_at is not null)"
);

/// The figures of this moment, as far as the viewer may see histories. One statement.
pub async fn lately(scope: &mut Scope) -> Result<Figures> {
    let (now, audiences) = (scope.now(), scope.viewer().audience_numbers());
    scope.one(&LATELY, args![now - DAYS * MICROS_PER_DAY, now - PROMISED, PROMISED, audiences, SURE, now]).await
}
