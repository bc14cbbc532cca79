//! How well the community keeps its promises, over the last thirty days: of requests that everybody may see. Those that were only
//! found in a history stand beside them once the owner has accepted them, and not a day before. Nobody closes those or passes
//! them on, so outcomes and escalations are of the others alone.

pub mod behind;

use crate::history::asking::SURE;
use kernel::{MICROS_PER_DAY, Micros, Result};
use store::{FromRow, Row, Scope, Store, Who, args, statement};

/// The days that are looked at.
pub const DAYS: i64 = 30;
/// The first answer is promised within this time.
pub const PROMISED: Micros = MICROS_PER_DAY;
/// So many requests are counted at each look. Of more, the figures are a job's,
const LIVE: i64 = 1_000;
/// as long as they are no older than this.
const FRESH: Micros = MICROS_PER_DAY / 96;
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
    /// When a job counted them; nothing where they are of this moment.
    pub counted_at: Option<Micros>,
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
            counted_at: row.next()?,
        })
    }
}

/// All that is counted, each with what is said of it. The history is not even looked into while its requests are not accepted.
macro_rules! counted_lately {
    () => {
        "with lately as (select r.id, r.asked_at, r.first_answer_at - r.asked_at as wait, r.outcome, r.escalated_at, cast(0 as bigint) as found \
           from requests_requests r where r.community_id = $1 and r.asked_at >= $2 and r.audience_id = 0 and r.state <> 'draft' \
           union all select f.message_id, f.at, (select min(h.at) from requests_found_helps h where h.community_id = f.community_id \
             and h.message_id = f.message_id) - f.at, null, null, cast(1 as bigint) \
           from requests_found_settings s join requests_found f on f.community_id = s.community_id \
           where s.community_id = $1 and s.accepted_at is not null and f.audience_id {any $5} and f.at >= $2 and f.at <= $7 \
             and (f.confidence >= $6 or f.tagged))"
    };
}
use counted_lately;

statement!(
    LATELY = concat!(
        counted_lately!(),
        ", waits as (select wait, row_number() over (order by wait) as place, count(*) over () as n from lately where wait is not null) \
     select (select count(*) from lately), \
     (select count(*) from lately where found = 1), \
     (select count(*) from lately where asked_at <= $3 or wait <= $4), \
     (select count(*) from lately where wait <= $4), \
     (select count(*) from waits), \
     (select min(wait) from waits where place * 2 >= n), \
     (select count(*) from lately where outcome is not null), \
     (select count(*) from lately where escalated_at is not null), cast(null as bigint)"
    )
);

statement!(MANY = "select count(*) from (select 1 from requests_requests where community_id = $1 and asked_at >= $2 limit $3) r");
statement!(
    KEPT = "select asked, found, ripe, answered_in_time, answered, median_wait, closed, escalated, counted_at from requests_promises \
     where community_id = $1 and counted_at >= $2"
);
statement!(FORGET = "delete from requests_promises where community_id = $1");
statement!(
    KEEP = "insert into requests_promises (community_id, counted_at, asked, found, ripe, answered_in_time, answered, median_wait, closed, escalated) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
);

/// The figures of the last minutes where a job keeps them, else of this moment, as far as the viewer may see histories. At most
/// two statements.
pub async fn lately(scope: &mut Scope) -> Result<Figures> {
    let fresh = scope.now() - FRESH;
    match scope.maybe::<Figures>(&KEPT, args![fresh]).await? {
        Some(kept) => Ok(kept),
        None => count(scope).await,
    }
}

async fn count(scope: &mut Scope) -> Result<Figures> {
    let (now, audiences) = (scope.now(), scope.viewer().audience_numbers());
    scope.one(&LATELY, args![now - DAYS * MICROS_PER_DAY, now - PROMISED, PROMISED, audiences, SURE, now]).await
}

/// Keeps the figures of a community that asks much. They are counted before the turn to write is taken.
pub(crate) async fn keep(store: &Store, who: &Who) -> Result<()> {
    let mut scope = store.read(who).await?;
    let since = scope.now() - DAYS * MICROS_PER_DAY;
    let many = scope.one::<i64>(&MANY, args![since, LIVE + 1]).await? > LIVE;
    let kept = scope.maybe::<Figures>(&KEPT, args![0]).await?.is_some();
    let counted = if many { Some(count(&mut scope).await?) } else { None };
    drop(scope);
    if counted.is_none() && !kept {
        return Ok(());
    }
    let mut scope = store.write(who).await?;
    scope.run(&FORGET, &[]).await?;
    if let Some(new) = counted {
        let row = args![
            scope.now(),
            new.asked,
            new.found,
            new.ripe,
            new.answered_in_time,
            new.answered,
            new.median_wait,
            new.closed,
            new.escalated
        ];
        scope.run(&KEEP, row).await?;
    }
    scope.commit().await
}
