//! Lines that a chat wrote about itself: who came, who left, what was pinned. Pages count them by day and say no more.

use crate::month::Month;
use kernel::{Micros, Result};
use store::{Scope, args, statement};

statement!(
    BY_DAY = "select day, count(*) from (select (at + $5) / 86400000000 as day from talk_messages \
     where community_id = $1 and kind = 'service' and month = $2 and at >= $3 and at < $4 and audience_id {any $6}) lines group by day order by day"
);

/// How many there were on each day of a stretch of a month. Days are counted from 1970-01-01 with `offset`
/// microseconds added to UTC: the zone's offset at the beginning of the stretch.
pub async fn by_day(scope: &mut Scope, month: Month, from: Micros, until: Micros, offset: Micros) -> Result<Vec<(i64, i64)>> {
    let audiences = scope.viewer().audience_numbers();
    scope.all(&BY_DAY, args![month.number(), from, until, offset, audiences]).await
}
