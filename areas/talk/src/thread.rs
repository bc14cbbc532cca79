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

// The ids of a page are found first, audience by audience: an index leads to the first threads of each that the viewer
// may see, so a history that waits hidden is not even walked past, however large it is. `reach` says how far those of
// an audience can matter. The size of a page is written out, since PostgreSQL then plans for so few. The rows of the
// page are put in order here: asked for an order, SQLite would walk the whole index of it for them.
const _: () = assert!(PAGE == 30, "the statements write it out");

#[rustfmt::skip]
macro_rules! page {
    ($only:literal, $at:literal, $beyond:literal, $order:literal, $within:literal, $end:literal) => {
        concat!(
            threads!(), "t.id in (with reach as materialized (select n.number as audience, coalesce(( \
               select ", $at, " from talk_threads where community_id = $1 and audience_id = n.number", $only, " \
                 and (", $at, ", id) ", $beyond, " ($2, $3) order by ", $at, $order, ", id", $order, " limit 1 offset 30 \
             ), ", $end, ") as edge from {numbers $4} n) \
             select i.id from reach cross join talk_threads i \
               where i.community_id = $1 and i.audience_id = reach.audience", $only, " \
                 and (i.", $at, ", i.id) ", $beyond, " ($2, $3) and i.", $at, " ", $within, " reach.edge \
               order by i.", $at, $order, ", i.id", $order, " limit 31)"
        )
    };
    (latest $at:literal $only:literal) => { page!($only, $at, "<", " desc", ">=", "-9223372036854775807") };
    (first $at:literal $only:literal) => { page!($only, $at, ">", "", "<=", "9223372036854775807") };
}

statement!(FIND = concat!(threads!(), "t.id = $2 and t.audience_id {any $3}"));
statement!(LATEST = page!(latest "last_at" ""));
statement!(OF_MONTH = page!(first "started_at" " and month = $5"));
statement!(OF_TOPIC = page!(latest "started_at" " and topic_id = $5"));
statement!(WAITING = page!(latest "started_at" " and question and answered_at is null and started_at >= $5"));

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
    let mut threads = scope.all::<Thread>(&LATEST, args![key.0, key.1, audiences]).await?;
    threads.sort_by_key(|thread| Reverse((thread.last_at, thread.id)));
    Ok(threads)
}

/// The threads begun in a month, in the order of time, after a place.
pub async fn of_month(scope: &mut Scope, month: Month, after: Option<Key>) -> Result<Vec<Thread>> {
    let (audiences, key) = (scope.viewer().audience_numbers(), after.unwrap_or(FIRST));
    let mut threads = scope.all::<Thread>(&OF_MONTH, args![key.0, key.1, audiences, month.number()]).await?;
    threads.sort_by_key(Thread::begun);
    Ok(threads)
}

/// The threads of a topic, the newest first.
pub async fn of_topic(scope: &mut Scope, topic: i64, before: Option<Key>) -> Result<Vec<Thread>> {
    let (audiences, key) = (scope.viewer().audience_numbers(), before.unwrap_or(LAST));
    let mut threads = scope.all::<Thread>(&OF_TOPIC, args![key.0, key.1, audiences, topic]).await?;
    threads.sort_by_key(|thread| Reverse(thread.begun()));
    Ok(threads)
}

/// Questions of the last days that nobody answered, the newest first.
pub async fn waiting(scope: &mut Scope, before: Option<Key>) -> Result<Vec<Thread>> {
    let (audiences, key, since) = (scope.viewer().audience_numbers(), before.unwrap_or(LAST), waiting_since(scope));
    let mut threads = scope.all::<Thread>(&WAITING, args![key.0, key.1, audiences, since]).await?;
    threads.sort_by_key(|thread| Reverse(thread.begun()));
    Ok(threads)
}

/// Questions asked before this moment are history.
pub(crate) fn waiting_since(scope: &Scope) -> Micros {
    scope.now() - WAITING_DAYS * MICROS_PER_DAY
}
