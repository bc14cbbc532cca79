//! What a member's help amounts to: help that its receivers confirmed, the year's pledge, and thanks that both agreed to
//! show. No points and no places in a row. Help with requests that the reader may not see is not told of at all.

use crate::pledge::Year;
use kernel::{MemberId, Micros, Result};
use people::{PersonStanding, Standing, Thanks};
use std::sync::Arc;
use store::{FromRow, Row, Scope, args, statement};

/// Thanks shown on a profile: the latest.
const THANKS: i64 = 6;

statement!(
    OF = "with helped as (select h.id, h.at, h.thanks, h.asker_id, h.request_id, h.asker_agrees, h.helper_agreed_at \
         from requests_helps h join requests_requests r on r.community_id = h.community_id and r.id = h.request_id \
         where h.community_id = $1 and h.helper_id = $2 and h.undone_at is null and r.audience_id {any $3}), \
       shown as (select id, at, thanks, asker_id, request_id from helped \
         where asker_agrees = true and helper_agreed_at is not null and thanks <> '' order by at desc, id desc limit $7) \
     select 'all', count(*), cast(0 as bigint), '', '', '' from helped \
     union all select 'year', count(*), cast(0 as bigint), '', '', '' from helped where at >= $4 and at < $5 \
     union all select 'pledge', p.times, cast(0 as bigint), '', '', '' from requests_pledges p where p.community_id = $1 and p.member_id = $2 and p.year = $6 \
     union all select 'thanks', s.at, s.asker_id, m.name, m.state, s.thanks from shown s \
       join identity_persons m on m.community_id = $1 and m.id = s.asker_id where m.name <> '' \
     order by 1, 2 desc"
);

struct Line {
    what: String,
    number: i64,
    member: MemberId,
    name: String,
    active: bool,
    words: String,
}

impl FromRow for Line {
    fn from_row(row: &mut Row) -> anyhow::Result<Line> {
        let (what, number, member, name) = (row.next()?, row.next()?, row.next()?, row.next()?);
        let active = row.next::<String>()? == "active";
        Ok(Line { what, number, member, name, active, words: row.next()? })
    }
}

/// What the page of a person asks: one statement.
pub fn person_standing() -> PersonStanding {
    PersonStanding(Arc::new(|scope, member, zone| {
        let year = Year::of(zone, scope.now());
        Box::pin(of(scope, member, year))
    }))
}

/// A member's standing in a year, as the scope's viewer may see it.
pub async fn of(scope: &mut Scope, member: MemberId, year: Year) -> Result<Standing> {
    let audiences = scope.viewer().audience_numbers();
    let args = args![member, audiences, year.from, year.until, year.number, THANKS];
    let mut standing = Standing::default();
    for line in scope.all::<Line>(&OF, args).await? {
        match line.what.as_str() {
            "all" => standing.helped = line.number,
            "year" => standing.helped_this_year = line.number,
            "pledge" => standing.pledged = Some(line.number),
            _ => standing.thanks.push(thanks(line)),
        }
    }
    Ok(standing)
}

fn thanks(line: Line) -> Thanks {
    let at: Micros = line.number;
    Thanks { at, member: line.active.then_some(line.member), name: line.name, words: line.words }
}
