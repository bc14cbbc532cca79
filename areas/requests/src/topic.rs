//! Topics: the directions of a community's requests. The leader of one is asked when nobody takes a request up.

use crate::policy::Steward;
use crate::tags::Tag;
use crate::topics;
use kernel::{MemberId, Problem, Result, fold};
use serde_json::json;
use store::{FromRow, Row, Scope, args, statement};

/// Topics of a community, retired ones included.
pub const AT_MOST: i64 = 100;
pub const NAME_LETTERS: usize = 60;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub id: i64,
    pub name: String,
    pub leader: Option<MemberId>,
    /// The leader's name, if they are a member today.
    pub leader_name: Option<String>,
    /// Nothing new is asked under it.
    pub retired: bool,
}

impl FromRow for Topic {
    fn from_row(row: &mut Row) -> anyhow::Result<Topic> {
        Ok(Topic { id: row.next()?, name: row.next()?, leader: row.next()?, leader_name: row.next()?, retired: row.next()? })
    }
}

macro_rules! topics {
    ($rest:literal) => {
        concat!(
            "select t.id, t.name, t.leader_id, m.name, t.retired_at is not null from requests_topics t \
             left join identity_persons m on m.community_id = t.community_id and m.id = t.leader_id and m.state = 'active' \
             where t.community_id = $1 ",
            $rest
        )
    };
}

statement!(ALL = topics!("order by t.folded limit $2"));
statement!(FIND = topics!("and t.id = $2"));
statement!(NAMED = "select id from requests_topics where community_id = $1 and folded = $2");
statement!(COUNT = "select count(*) from (select 1 from requests_topics where community_id = $1 limit $2) t");
statement!(
    ADD = "insert into requests_topics (community_id, id, name, folded, leader_id, created_at, created_by, retired_at) \
     values ($1, $2, $3, $4, null, $5, $6, null)"
);
statement!(RENAME = "update requests_topics set name = $3, folded = $4 where community_id = $1 and id = $2");
statement!(LEAD = "update requests_topics set leader_id = $3 where community_id = $1 and id = $2");
statement!(RETIRE = "update requests_topics set retired_at = $3 where community_id = $1 and id = $2");

/// A topic's name that may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicName(String);

impl TopicName {
    /// # Errors
    /// The word that says what to mend.
    pub fn parse(typed: &str) -> Result<TopicName, &'static str> {
        let name = crate::text::line(typed);
        if name.is_empty() {
            return Err("requests-fault-topic-empty");
        }
        if name.chars().count() > NAME_LETTERS { Err("requests-fault-topic-long") } else { Ok(TopicName(name)) }
    }
}

/// Every topic by name, retired ones too.
pub async fn all(scope: &mut Scope) -> Result<Vec<Topic>> {
    scope.all(&ALL, args![AT_MOST]).await
}

/// # Errors
/// `NotFound` if there is none.
pub async fn find(scope: &mut Scope, id: i64) -> Result<Topic> {
    scope.one(&FIND, args![id]).await
}

/// Opens a direction. One of this name that was retired comes back.
///
/// # Errors
/// `Invalid` where one of this name is open already; `Conflict` where there are [`AT_MOST`].
pub async fn create(scope: &mut Scope, right: Steward, name: &TopicName) -> Result<i64> {
    let folded = fold(&name.0);
    if let Some(id) = scope.maybe::<i64>(&NAMED, args![folded.clone()]).await? {
        if !find(scope, id).await?.retired {
            return Err(Problem::field("name", "requests-fault-topic-taken"));
        }
        retire(scope, right, id, false).await?;
        return Ok(id);
    }
    if scope.one::<i64>(&COUNT, args![AT_MOST]).await? >= AT_MOST {
        return Err(Problem::Conflict("requests-topics-many"));
    }
    let (id, now, by) = (scope.deal()?, scope.now(), scope.viewer().member);
    scope.run(&ADD, args![id, name.0.clone(), folded, now, by]).await?;
    record(scope, "requests.topic-opened", id).await?;
    Ok(id)
}

/// # Errors
/// `Invalid` where another has this name.
pub async fn rename(scope: &mut Scope, _: Steward, id: i64, name: &TopicName) -> Result<()> {
    find(scope, id).await?;
    let folded = fold(&name.0);
    if scope.maybe::<i64>(&NAMED, args![folded.clone()]).await?.is_some_and(|held| held != id) {
        return Err(Problem::field("name", "requests-fault-topic-taken"));
    }
    scope.run(&RENAME, args![id, name.0.clone(), folded]).await?;
    record(scope, "requests.topic-renamed", id).await
}

/// Names the leader, or nobody.
///
/// # Errors
/// `Invalid` for somebody who is no member today.
pub async fn lead(scope: &mut Scope, _: Steward, id: i64, leader: Option<MemberId>) -> Result<()> {
    let held = find(scope, id).await?;
    if held.leader == leader {
        return Ok(());
    }
    if let Some(member) = leader
        && crate::draft::active(scope, &[member]).await?.is_empty()
    {
        return Err(Problem::field("leader", "requests-fault-leader"));
    }
    scope.run(&LEAD, args![id, leader]).await?;
    let concerned = leader.or(held.leader).unwrap_or(MemberId(0));
    let act = if leader.is_some() { "requests.leader-named" } else { "requests.leader-released" };
    identity::audit::record(scope, act, "member", concerned.0, &json!({ "topic": id })).await
}

/// Names the words by which new requests meet a direction.
pub async fn tag(scope: &mut Scope, right: Steward, id: i64, tags: &[Tag]) -> Result<()> {
    find(scope, id).await?;
    if topics::tags::put(scope, right, id, tags).await? { record(scope, "requests.topic-tagged", id).await } else { Ok(()) }
}

/// Closes a direction to new requests, or opens it again. What was asked under it stays.
pub async fn retire(scope: &mut Scope, _: Steward, id: i64, retired: bool) -> Result<()> {
    if find(scope, id).await?.retired == retired {
        return Ok(());
    }
    let at = retired.then_some(scope.now());
    scope.run(&RETIRE, args![id, at]).await?;
    record(scope, if retired { "requests.topic-retired" } else { "requests.topic-restored" }, id).await
}

async fn record(scope: &mut Scope, act: &str, topic: i64) -> Result<()> {
    identity::audit::record(scope, act, "topic", topic, &json!({})).await
}
