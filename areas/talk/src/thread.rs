//! A thread: a message and what came of it. Its id is that of its first message.

use crate::month::Month;
use kernel::{AudienceId, IdentityId, MICROS_PER_DAY, Micros, Result};
use std::cmp::Reverse;
use store::{FromRow, Row, Scope, args, statement};

/// Threads on one page of a list.
pub const PAGE: usize = 30;
/// How long a question is said to wait: later it is history.
pub const WAITING_DAYS: i64 = 7;
/// Beyond this a number of waiting questions says nothing more.
pub const WAITING_COUNTED: i64 = 100;

#[derive(Clone, Debug)]
pub struct Thread {
    pub id: i64,
    pub topic: Option<i64>,
    pub topic_title: Option<String>,
    pub audience: AudienceId,
    pub month: i64,
    pub started_at: Micros,
    pub last_at: Micros,
    pub starter: Option<IdentityId>,
    pub starter_name: Option<String>,
    /// The beginning of the first message; empty if it has no words, or has lost them.
    pub excerpt: String,
    pub question: bool,
    pub answered_at: Option<Micros>,
    pub replies: i64,
}

impl FromRow for Thread {
    fn from_row(row: &mut Row) -> anyhow::Result<Thread> {
        Ok(Thread {
            id: row.next()?,
            topic: row.next()?,
            topic_title: row.next()?,
            audience: row.next()?,
            month: row.next()?,
            started_at: row.next()?,
            last_at: row.next()?,
            starter: row.next()?,
            starter_name: row.next()?,
            excerpt: row.next()?,
            question: row.next()?,
            answered_at: row.next()?,
            replies: row.next()?,
        })
    }
}

impl Thread {
    /// Its place among others by the time it began.
    fn begun(&self) -> Key {
        (self.started_at, self.id)
    }

    /// Somebody asked, and nobody answered yet.
    pub fn waits(&self) -> bool {
        self.question && self.answered_at.is_none()
    }
}

macro_rules! threads {
    () => {
        "select t.id, t.topic_id, p.title, t.audience_id, t.month, t.started_at, t.last_at, t.starter_id, t.starter_name, t.excerpt, t.question, \
         t.answered_at, t.replies from talk_threads t left join talk_topics p on p.community_id = t.community_id and p.id = t.topic_id \
         where t.community_id = $1 and "
    };
}

// The ids of a page are found within one index, which holds the audience too: a large history that waits hidden
// costs a walk along the index and no visit to its rows. The rows of the page are put in order here: asked for an
// order, SQLite would walk the whole index of it for them.
statement!(FIND = concat!(threads!(), "t.id = $2 and t.audience_id {any $3}"));
statement!(
    LATEST = concat!(
        threads!(),
        "t.id in (select i.id from talk_threads i where i.community_id = $1 and (i.last_at, i.id) < ($2, $3) \
     and i.audience_id {any $4} order by i.last_at desc, i.id desc limit $5)"
    )
);
statement!(
    OF_MONTH = concat!(
        threads!(),
        "t.id in (select i.id from talk_threads i where i.community_id = $1 and i.month = $6 \
     and (i.started_at, i.id) > ($2, $3) and i.audience_id {any $4} order by i.started_at, i.id limit $5)"
    )
);
statement!(
    OF_TOPIC = concat!(
        threads!(),
        "t.id in (select i.id from talk_threads i where i.community_id = $1 and i.topic_id = $6 \
     and (i.started_at, i.id) < ($2, $3) and i.audience_id {any $4} order by i.started_at desc, i.id desc limit $5)"
    )
);
statement!(
    WAITING = concat!(
        threads!(),
        "t.id in (select i.id from talk_threads i where i.community_id = $1 and i.question and i.answered_at is null \
     and i.started_at >= $6 and (i.started_at, i.id) < ($2, $3) and i.audience_id {any $4} order by i.started_at desc, i.id desc limit $5)"
    )
);
statement!(
    COUNT_WAITING = "select count(*) from (select 1 from talk_threads where community_id = $1 and question and answered_at is null \
     and started_at >= $2 and audience_id {any $3} limit $4) waiting"
);

/// A place in a list: the time by which it is ordered, and the id.
pub type Key = (Micros, i64);

const LAST: Key = (i64::MAX, i64::MAX);
const FIRST: Key = (i64::MIN, i64::MIN);

/// One thread, or [`kernel::Problem::NotFound`] if there is none that the viewer may see.
pub(crate) async fn find(scope: &mut Scope, id: i64) -> Result<Thread> {
    let audiences = scope.viewer().audience_numbers();
    scope.one(&FIND, args![id, audiences]).await
}

/// The threads with the latest words, before a place. One more than a page, if there is.
pub async fn latest(scope: &mut Scope, before: Option<Key>) -> Result<Vec<Thread>> {
    let (audiences, key) = (scope.viewer().audience_numbers(), before.unwrap_or(LAST));
    let mut threads = scope.all::<Thread>(&LATEST, args![key.0, key.1, audiences, PAGE + 1]).await?;
    threads.sort_by_key(|thread| Reverse((thread.last_at, thread.id)));
    Ok(threads)
}

/// The threads begun in a month, in the order of time, after a place.
pub async fn of_month(scope: &mut Scope, month: Month, after: Option<Key>) -> Result<Vec<Thread>> {
    let (audiences, key) = (scope.viewer().audience_numbers(), after.unwrap_or(FIRST));
    let mut threads = scope.all::<Thread>(&OF_MONTH, args![key.0, key.1, audiences, PAGE + 1, month.number()]).await?;
    threads.sort_by_key(Thread::begun);
    Ok(threads)
}

/// The threads of a topic, the newest first.
pub async fn of_topic(scope: &mut Scope, topic: i64, before: Option<Key>) -> Result<Vec<Thread>> {
    let (audiences, key) = (scope.viewer().audience_numbers(), before.unwrap_or(LAST));
    let mut threads = scope.all::<Thread>(&OF_TOPIC, args![key.0, key.1, audiences, PAGE + 1, topic]).await?;
    threads.sort_by_key(|thread| Reverse(thread.begun()));
    Ok(threads)
}

/// Questions of the last days that nobody answered, the newest first.
pub async fn waiting(scope: &mut Scope, before: Option<Key>) -> Result<Vec<Thread>> {
    let (audiences, key, since) = (scope.viewer().audience_numbers(), before.unwrap_or(LAST), waiting_since(scope));
    let mut threads = scope.all::<Thread>(&WAITING, args![key.0, key.1, audiences, PAGE + 1, since]).await?;
    threads.sort_by_key(|thread| Reverse(thread.begun()));
    Ok(threads)
}

/// How many questions of the last days nobody answered; at most [`WAITING_COUNTED`].
pub async fn count_waiting(scope: &mut Scope) -> Result<i64> {
    let (audiences, since) = (scope.viewer().audience_numbers(), waiting_since(scope));
    scope.one(&COUNT_WAITING, args![since, audiences, WAITING_COUNTED]).await
}

fn waiting_since(scope: &Scope) -> Micros {
    scope.now() - WAITING_DAYS * MICROS_PER_DAY
}
