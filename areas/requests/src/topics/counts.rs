//! The counts as they are kept: made by a job, read by pages, with the moment they are of.

use super::counting::{Counted, Fact, Helper, count};
use super::grouping::group;
use super::{DAYS, ENOUGH, Window, reading, worth};
use kernel::{MICROS_PER_DAY, Micros, Problem, Result};
use serde::de::DeserializeOwned;
use serde_json::json;
use std::cmp::Reverse;
use store::{FromRow, Row, Scope, Store, Who, args, statement};

/// Of which moment the counts are, and of how many requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    pub at: Micros,
    pub asked_lately: i64,
    pub asked_earlier: i64,
    pub found_lately: i64,
    pub found_earlier: i64,
    pub is_cut: bool,
    /// The first request is younger than the two windows: the earlier one has nothing to tell.
    pub is_young: bool,
}

impl Summary {
    pub fn window(&self) -> Window {
        Window::until(self.at)
    }

    pub fn lately(&self) -> i64 {
        self.asked_lately + self.found_lately
    }

    pub fn earlier(&self) -> i64 {
        self.asked_earlier + self.found_earlier
    }

    pub fn found(&self) -> i64 {
        self.found_lately + self.found_earlier
    }
}

impl FromRow for Summary {
    fn from_row(row: &mut Row) -> anyhow::Result<Summary> {
        Ok(Summary {
            at: row.next()?,
            asked_lately: row.next()?,
            asked_earlier: row.next()?,
            found_lately: row.next()?,
            found_earlier: row.next()?,
            is_cut: row.next()?,
            is_young: row.next::<i64>()? != 0,
        })
    }
}

struct Kept(Counted);

impl FromRow for Kept {
    fn from_row(row: &mut Row) -> anyhow::Result<Kept> {
        Ok(Kept(Counted {
            id: row.next()?,
            label: row.next()?,
            terms: held(row)?,
            inside: held(row)?,
            under: row.next()?,
            lately: row.next()?,
            earlier: row.next()?,
            found: row.next()?,
            ripe: row.next()?,
            in_time: row.next()?,
            answered: row.next()?,
            median_wait: row.next()?,
            people: held::<Vec<Helper>>(row)?,
            evidence: held::<Vec<Fact>>(row)?,
        }))
    }
}

fn held<T: DeserializeOwned>(row: &mut Row) -> anyhow::Result<T> {
    Ok(serde_json::from_str(&row.next::<String>()?)?)
}

statement!(
    SUMMARY = "select counted_at, asked_lately, asked_earlier, found_lately, found_earlier, is_cut, case when found_lately + found_earlier = 0 and not exists \
     (select 1 from requests_requests r where r.community_id = $1 and r.asked_at is not null and r.asked_at < c.counted_at - $2) then cast(1 as bigint) else cast(0 as bigint) end \
     from requests_topics_counted c where c.community_id = $1"
);
// Without the requests behind the figures: a list shows none of them.
statement!(
    ALL = "select id, label, terms, inside, under_id, lately, earlier, found, ripe, in_time, answered, median_wait, people, '[]' \
     from requests_topics_found where community_id = $1 order by place"
);
// What the rule of `worth.rs` demands of counts alone: people and directions are judged afterwards.
statement!(
    SLOW = "select id, label, terms, inside, under_id, lately, earlier, found, ripe, in_time, answered, median_wait, people, '[]' \
     from requests_topics_found where community_id = $1 and lately >= $2 and ripe >= $3 and (ripe - in_time) * $4 >= ripe order by place"
);
statement!(
    ONE = "select id, label, terms, inside, under_id, lately, earlier, found, ripe, in_time, answered, median_wait, people, evidence \
     from requests_topics_found where community_id = $1 and id = $2"
);
statement!(FORGET = "delete from requests_topics_found where community_id = $1");
statement!(
    KEEP = "insert into requests_topics_found (community_id, id, place, label, terms, inside, under_id, lately, earlier, found, ripe, in_time, \
       answered, median_wait, people, evidence) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) \
     on conflict (community_id, id) do nothing"
);
statement!(
    SUM_UP = "insert into requests_topics_counted (community_id, counted_at, asked_lately, asked_earlier, found_lately, found_earlier, is_cut) \
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (community_id) do update set counted_at = excluded.counted_at, \
     asked_lately = excluded.asked_lately, asked_earlier = excluded.asked_earlier, found_lately = excluded.found_lately, \
     found_earlier = excluded.found_earlier, is_cut = excluded.is_cut"
);

/// When the topics were counted last; nothing before the first time.
pub async fn summary(scope: &mut Scope) -> Result<Option<Summary>> {
    scope.maybe(&SUMMARY, args![2 * DAYS * MICROS_PER_DAY]).await
}

/// All topics, those asked about most of late first, without the requests behind them.
pub async fn all(scope: &mut Scope) -> Result<Vec<Counted>> {
    Ok(scope.all::<Kept>(&ALL, &[]).await?.into_iter().map(|kept| kept.0).collect())
}

/// Those of enough requests of which too many waited too long.
pub async fn slow(scope: &mut Scope, summary: &Summary) -> Result<Vec<Counted>> {
    let enough = i64::try_from(ENOUGH).unwrap_or(i64::MAX);
    let row = args![worth::volume(summary.lately()), enough, worth::SLOW_ONE_OF];
    Ok(scope.all::<Kept>(&SLOW, row).await?.into_iter().map(|kept| kept.0).collect())
}

/// One with the requests behind it.
///
/// # Errors
/// `NotFound` if the last count did not find it.
pub async fn one(scope: &mut Scope, id: i64) -> Result<Counted> {
    Ok(scope.one::<Kept>(&ONE, args![id]).await?.0)
}

/// Counts a community's topics and keeps them. Reading and counting hold nobody up; the writing is one small transaction.
pub async fn recount(store: &Store, who: &Who) -> Result<()> {
    let mut scope = store.read(who).await?;
    let window = Window::until(scope.now());
    let read = reading::read(&mut scope, window).await?;
    drop(scope);
    let totals = reading::totals(&read, window);
    let is_cut = read.is_cut;
    let counting = tokio::task::spawn_blocking(move || -> Vec<Counted> {
        let groups = group(&read.said, &read.common, &read.talk);
        let mut topics: Vec<Counted> = groups.into_iter().map(|group| count(group, &read.facts, window)).collect();
        topics.sort_by_key(|topic| (Reverse((topic.lately, topic.earlier)), topic.id));
        topics
    });
    let topics = counting.await.map_err(|error| anyhow::anyhow!("topics could not be counted: {error}"))?;
    let rows = topics.iter().enumerate().map(|(place, topic)| row(place, topic)).collect::<Result<Vec<_>>>()?;
    let mut scope = store.write(who).await?;
    scope.run(&FORGET, &[]).await?;
    scope.run_many(&KEEP, rows).await?;
    let [asked_lately, asked_earlier, found_lately, found_earlier] = totals;
    scope.run(&SUM_UP, args![window.now, asked_lately, asked_earlier, found_lately, found_earlier, is_cut]).await?;
    scope.commit().await
}

fn row(place: usize, topic: &Counted) -> Result<Vec<store::Value>> {
    let evidence = serde_json::to_string(&topic.evidence).map_err(|error| Problem::Internal(error.into()))?;
    Ok(args![
        topic.id,
        i64::try_from(place).unwrap_or(i64::MAX),
        topic.label.clone(),
        json!(topic.terms),
        json!(topic.inside),
        topic.under,
        topic.lately,
        topic.earlier,
        topic.found,
        topic.ripe,
        topic.in_time,
        topic.answered,
        topic.median_wait,
        json!(topic.people),
        evidence
    ]
    .to_vec())
}
