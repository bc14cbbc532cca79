//! Everything that pages and the Desk say of found topics: the kept counts, judged by the directions and the people of this moment.

use super::counting::Counted;
use super::counts::{self, Summary};
use super::worth::{Judged, Today, Verdict, judge};
use super::{DAYS, Directions};
use crate::person::Persons;
use crate::policy::Steward;
use kernel::{MICROS_PER_DAY, MemberId, Problem, Result};
use store::{Scope, args, statement};

/// Topics that lie on the Desk together.
const ON_DESK: usize = 3;
/// Topics that are told of at length; the table has them all.
pub const TOLD: usize = 5;

/// Found topics as they stand.
#[derive(Clone, Debug)]
pub struct Overview {
    pub summary: Summary,
    pub topics: Vec<Judged>,
    pub persons: Persons,
}

statement!(
    PUT_OFF = "insert into requests_topics_put_off (community_id, id, until_at, by_id) values ($1, $2, $3, $4) \
     on conflict (community_id, id) do update set until_at = excluded.until_at, by_id = excluded.by_id"
);
statement!(RESTING = "select id from requests_topics_put_off where community_id = $1 and until_at > $2 order by id limit 1000");
statement!(COUNTED = "select id from requests_topics_found where community_id = $1 and id = $2");

/// All of them, or nothing before the first count. Six statements, however many requests there are.
pub async fn overview(scope: &mut Scope) -> Result<Option<Overview>> {
    let Some(summary) = counts::summary(scope).await? else { return Ok(None) };
    let topics = counts::all(scope).await?;
    Ok(Some(judged(scope, summary, topics).await?))
}

/// One with the requests behind it.
///
/// # Errors
/// `NotFound` if the last count did not find it.
pub async fn one(scope: &mut Scope, id: i64) -> Result<(Judged, Summary, Persons)> {
    let summary = counts::summary(scope).await?.ok_or(Problem::NotFound)?;
    let topic = counts::one(scope, id).await?;
    let found = judged(scope, summary, vec![topic]).await?;
    let judged = found.topics.into_iter().next().ok_or(Problem::NotFound)?;
    Ok((judged, summary, found.persons))
}

async fn judged(scope: &mut Scope, summary: Summary, topics: Vec<Counted>) -> Result<Overview> {
    let directions = Directions::learn(scope).await?;
    let people = topics.iter().flat_map(|topic| &topic.people).map(|one| one.member);
    let persons = Persons::learn(scope, people.collect::<Vec<MemberId>>()).await?;
    let today = Today::learn(scope, &persons, &topics, &directions).await?;
    let topics = topics.into_iter().map(|topic| judge(topic, &summary, &directions, &today)).collect();
    Ok(Overview { summary, topics, persons })
}

impl Overview {
    /// Those worth a direction of their own, the largest first.
    pub fn worth(&self) -> impl Iterator<Item = &Judged> {
        self.topics.iter().filter(|one| one.verdict == Verdict::Worth)
    }
}

/// Those worth a direction that staff did not put off, as many as one can think about at a time: what lies on the Desk.
pub async fn waiting(scope: &mut Scope) -> Result<Option<Overview>> {
    let Some(summary) = counts::summary(scope).await? else { return Ok(None) };
    let slow = counts::slow(scope, &summary).await?;
    let mut found = judged(scope, summary, slow).await?;
    found.topics.retain(|one| one.verdict == Verdict::Worth);
    if !found.topics.is_empty() {
        let now = scope.now();
        let resting = scope.all::<i64>(&RESTING, args![now]).await?;
        found.topics.retain(|one| !resting.contains(&one.topic.id));
        found.topics.truncate(ON_DESK);
    }
    Ok(Some(found))
}

/// Takes a topic off the Desk for as long as the counts look back.
///
/// # Errors
/// `NotFound` if the last count did not find it.
pub async fn put_off(scope: &mut Scope, _: Steward, id: i64) -> Result<()> {
    let by = scope.viewer().member.ok_or(Problem::Forbidden)?;
    scope.one::<i64>(&COUNTED, args![id]).await?;
    let until = scope.now() + DAYS * MICROS_PER_DAY;
    scope.run(&PUT_OFF, args![id, until, by]).await.map(|_| ())
}
