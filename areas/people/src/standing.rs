//! What the ledger says of a member: months, totals, and with whom they speak. Read over all their identities, and
//! only of what the reader may see.

use kernel::{MemberId, Micros, Result};
use store::{FromRow, Row, Scope, args, statement};

/// People shown as "most often with".
pub const COMPANIONS: usize = 8;

/// A month of one member: yyyymm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    pub month: i64,
    pub messages: i64,
    pub replies: i64,
    /// Answers that others gave them.
    pub answered: i64,
    pub reactions: i64,
}

impl FromRow for Month {
    fn from_row(row: &mut Row) -> anyhow::Result<Month> {
        Ok(Month { month: row.next()?, messages: row.next()?, replies: row.next()?, answered: row.next()?, reactions: row.next()? })
    }
}

/// Somebody with whom a member speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    pub member: MemberId,
    pub name: String,
    /// Answers the member gave them.
    pub given: i64,
    /// Answers they gave the member.
    pub received: i64,
}

impl Companion {
    pub fn together(&self) -> i64 {
        self.given + self.received
    }
}

impl FromRow for Companion {
    fn from_row(row: &mut Row) -> anyhow::Result<Companion> {
        Ok(Companion { member: row.next()?, name: row.next()?, given: row.next()?, received: row.next()? })
    }
}

statement!(
    MONTHS = "select a.month, cast(sum(a.messages) as bigint), cast(sum(a.replies) as bigint), cast(sum(a.answered) as bigint), cast(sum(a.reactions) as bigint) \
     from identity_ways w join people_activity a on a.community_id = w.community_id and a.identity_id = w.id \
     where w.community_id = $1 and w.member_id = $2 and a.audience_id {any $3} group by a.month order by a.month"
);
statement!(
    SPAN = "select min(t.first_at), max(t.last_at) from identity_ways w join people_totals t on t.community_id = w.community_id and t.identity_id = w.id \
     where w.community_id = $1 and w.member_id = $2 and t.audience_id {any $3}"
);
statement!(
    COMPANIONS_OF = "select m.id, min(m.name), cast(sum(t.given) as bigint) as given, cast(sum(t.received) as bigint) as received \
     from identity_ways w join people_ties t on t.community_id = w.community_id and t.identity_id = w.id \
     join identity_ways o on o.community_id = t.community_id and o.id = t.other_id \
     join identity_persons m on m.community_id = o.community_id and m.id = o.member_id and m.state = 'active' \
     where w.community_id = $1 and w.member_id = $2 and m.id <> $2 and t.audience_id {any $3} \
     group by m.id order by case when m.id = $4 then 0 else 1 end, sum(t.given) + sum(t.received) desc, m.id limit $5"
);
statement!(
    FIGURES = "select 'month', a.month, '', cast(sum(a.messages) as bigint), cast(sum(a.replies) as bigint), cast(sum(a.answered) as bigint), cast(sum(a.reactions) as bigint) \
       from identity_ways w join people_activity a on a.community_id = w.community_id and a.identity_id = w.id \
       where w.community_id = $1 and w.member_id = $2 and a.audience_id {any $3} group by a.month \
     union all select 'companion', c.id, c.name, c.given, c.received, cast(0 as bigint), cast(0 as bigint) from ( \
       select m.id as id, min(m.name) as name, cast(sum(t.given) as bigint) as given, cast(sum(t.received) as bigint) as received \
       from identity_ways w join people_ties t on t.community_id = w.community_id and t.identity_id = w.id \
       join identity_ways o on o.community_id = t.community_id and o.id = t.other_id \
       join identity_persons m on m.community_id = o.community_id and m.id = o.member_id and m.state = 'active' \
       where w.community_id = $1 and w.member_id = $2 and m.id <> $2 and t.audience_id {any $3} \
       group by m.id order by case when m.id = $4 then 0 else 1 end, sum(t.given) + sum(t.received) desc, m.id limit $5) c \
     order by 1, 2"
);
statement!(
    TIES_WITH = "select o.member_id, cast(sum(t.given) as bigint), cast(sum(t.received) as bigint) \
     from identity_ways o join identity_ways w on w.community_id = o.community_id \
     join people_ties t on t.community_id = w.community_id and t.identity_id = w.id and t.other_id = o.id \
     where o.community_id = $1 and w.member_id = $2 and o.member_id {any $4} and t.audience_id {any $3} group by o.member_id"
);

pub async fn months(scope: &mut Scope, member: MemberId) -> Result<Vec<Month>> {
    let audiences = scope.viewer().audience_numbers();
    scope.all(&MONTHS, args![member, audiences]).await
}

/// [`months`] and [`companions`] at once: one statement, for pages whose statements are counted.
pub async fn figures(scope: &mut Scope, member: MemberId) -> Result<(Vec<Month>, Vec<Companion>)> {
    let audiences = scope.viewer().audience_numbers();
    let reader = scope.viewer().member.unwrap_or(MemberId(0));
    let args = args![member, audiences, reader, COMPANIONS + 1];
    let (mut months, mut companions) = (Vec::new(), Vec::new());
    for (what, key, name, first, second, third, fourth) in
        scope.all::<(String, i64, String, i64, i64, i64, i64)>(&FIGURES, args).await?
    {
        if what == "month" {
            months.push(Month { month: key, messages: first, replies: second, answered: third, reactions: fourth });
        } else {
            companions.push(Companion { member: MemberId(key), name, given: first, received: second });
        }
    }
    companions.sort_by_key(|other| (other.member != reader, -other.together(), other.member));
    Ok((months, companions))
}

/// When a member's first and last words were written.
pub async fn span(scope: &mut Scope, member: MemberId) -> Result<Option<(Micros, Micros)>> {
    let audiences = scope.viewer().audience_numbers();
    let (first, last) = scope.one::<(Option<Micros>, Option<Micros>)>(&SPAN, args![member, audiences]).await?;
    Ok(first.zip(last))
}

/// Active members with whom a member speaks most. The reader, if they are tied at all, comes first.
pub async fn companions(scope: &mut Scope, member: MemberId) -> Result<Vec<Companion>> {
    let audiences = scope.viewer().audience_numbers();
    let reader = scope.viewer().member.unwrap_or(MemberId(0));
    scope.all(&COMPANIONS_OF, args![member, audiences, reader, COMPANIONS + 1]).await
}

/// How often the reader and each of these members answered each other: member, given by the reader, received.
pub async fn ties_with(scope: &mut Scope, members: &[i64]) -> Result<Vec<(MemberId, i64, i64)>> {
    let audiences = scope.viewer().audience_numbers();
    let reader = scope.viewer().member.unwrap_or(MemberId(0));
    scope.all(&TIES_WITH, args![reader, audiences, members.to_vec()]).await
}
