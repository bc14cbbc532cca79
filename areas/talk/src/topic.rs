//! Topics: the rooms of a chat, as its source named them.

use kernel::{MemberId, Result};
use people::PersonTopics;
use std::sync::Arc;
use store::{FromRow, Row, Scope, args, statement};

/// Topics that one page lists.
pub const LISTED: i64 = 100;
/// Messages of each identity of a person that are looked at when their topics are counted.
const COUNTED: i64 = 500;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub id: i64,
    pub title: String,
}

impl FromRow for Topic {
    fn from_row(row: &mut Row) -> anyhow::Result<Topic> {
        Ok(Topic { id: row.next()?, title: row.next()? })
    }
}

statement!(FIND = "select id, title from talk_topics where community_id = $1 and id = $2 and audience_id {any $3}");
statement!(LIST = "select id, title from talk_topics where community_id = $1 and audience_id {any $2} order by id limit $3");
// An index alone answers: of each of a member's identities, how far back its latest messages reach (`edge`), and of
// what topics they are.
statement!(
    OF_MEMBER = "with reach as materialized (select n.id as author, coalesce((select at from talk_messages \
         where community_id = $1 and author_id = n.id and audience_id {any $3} order by at desc limit 1 offset $4), -9223372036854775807) as edge \
       from identity_ways n where n.community_id = $1 and n.member_id = $2), \
     w as materialized (select m.topic_id, count(*) as messages from reach cross join talk_messages m \
       where m.community_id = $1 and m.author_id = reach.author and m.at > reach.edge and m.audience_id {any $3} and m.topic_id is not null \
       group by m.topic_id) \
     select w.topic_id, t.title, w.messages from w join talk_topics t on t.community_id = $1 and t.id = w.topic_id \
     where t.audience_id {any $3} order by w.messages desc, w.topic_id limit $5"
);

/// One topic, or [`kernel::Problem::NotFound`] if there is none that the viewer may see.
pub async fn find(scope: &mut Scope, id: i64) -> Result<Topic> {
    let audiences = scope.viewer().audience_numbers();
    scope.one(&FIND, args![id, audiences]).await
}

/// The topics that the viewer may see, in the order in which they were met.
pub async fn list(scope: &mut Scope) -> Result<Vec<Topic>> {
    let audiences = scope.viewer().audience_numbers();
    scope.all(&LIST, args![audiences, LISTED]).await
}

/// Where a member writes most, of their latest messages: what the page of a person asks. One statement.
pub fn person_topics() -> PersonTopics {
    PersonTopics(Arc::new(|scope, member, limit| Box::pin(of_member(scope, member, limit))))
}

async fn of_member(scope: &mut Scope, member: MemberId, limit: usize) -> Result<Vec<people::Topic>> {
    let audiences = scope.viewer().audience_numbers();
    let rows = scope.all::<(i64, String, i64)>(&OF_MEMBER, args![member, audiences, COUNTED, limit]).await?;
    Ok(rows
        .into_iter()
        .map(|(topic, title, messages)| people::Topic { title, path: format!("/talk/topics/{topic}"), messages })
        .collect())
}
