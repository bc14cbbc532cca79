//! What other areas may ask of conversations to show what stands behind a figure: when something was written, what was
//! begun in a stretch of time, and a line of text for a deed.

use kernel::{IdentityId, Micros, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Letters of an excerpt.
const EXCERPT: usize = 220;

/// The beginning of a conversation.
#[derive(Clone, Copy, Debug)]
pub struct Begun {
    pub thread: i64,
    pub starter: Option<IdentityId>,
    pub started_at: Micros,
    /// When another first answered.
    pub answered_at: Option<Micros>,
}

impl FromRow for Begun {
    fn from_row(row: &mut Row) -> anyhow::Result<Begun> {
        Ok(Begun { thread: row.next()?, starter: row.next()?, started_at: row.next()?, answered_at: row.next()? })
    }
}

/// A message as evidence.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: i64,
    pub at: Micros,
    pub author: Option<IdentityId>,
    /// Empty where there are no words: a picture, or words of a person who was forgotten.
    pub excerpt: String,
    /// Its author or a moderator took the words away: it is evidence no more.
    pub taken_away: bool,
}

impl FromRow for Line {
    fn from_row(row: &mut Row) -> anyhow::Result<Line> {
        let (id, at, author) = (row.next()?, row.next()?, row.next()?);
        let text: String = row.next()?;
        let words: Vec<&str> = text.split_whitespace().collect();
        let whole = words.join(" ");
        let mut excerpt: String = whole.chars().take(EXCERPT).collect();
        if excerpt.len() < whole.len() {
            excerpt.push('…');
        }
        Ok(Line { id, at, author, excerpt, taken_away: row.next()? })
    }
}

statement!(WRITTEN = "select author_id, at from talk_messages where community_id = $1 and id = $2");
statement!(
    BEGUN = "select t.id, t.starter_id, t.started_at, t.answered_at from talk_threads t \
     join talk_messages m on m.community_id = t.community_id and m.id = t.id and m.deleted_at is null \
     where t.community_id = $1 and t.month {any $2} and t.started_at >= $3 and t.started_at < $4 and t.starter_id is not null \
     and t.audience_id {any $5} \
     order by t.started_at, t.id"
);
statement!(
    LINES = "select id, at, author_id, text, deleted_at is not null and deleted_by is not null from talk_messages where community_id = $1 and id {any $2} and audience_id {any $3}"
);

/// An answer and what it answers, in the words that stand there today: what routing learns.
#[derive(Clone, Debug)]
pub struct Exchange {
    pub id: i64,
    pub answer: String,
    pub question: String,
    /// Who asked, as far as their question may be seen in the same audiences.
    pub asker: Option<IdentityId>,
}

impl FromRow for Exchange {
    fn from_row(row: &mut Row) -> anyhow::Result<Exchange> {
        Ok(Exchange { id: row.next()?, answer: row.next()?, question: row.next()?, asker: row.next()? })
    }
}

statement!(
    EXCHANGES = "select m.id, m.text, coalesce(q.text, ''), q.author_id from talk_messages m \
     left join talk_messages q on q.community_id = m.community_id and q.id = coalesce(m.reply_to_id, m.thread_id) and q.id <> m.id and q.audience_id {any $3} \
     where m.community_id = $1 and m.id {any $2} and m.audience_id {any $3}"
);
/// Answers with what they answer, within some audiences. In no order.
pub async fn exchanges(scope: &mut Scope, ids: &[i64], audiences: &[i64]) -> Result<Vec<Exchange>> {
    scope.all(&EXCHANGES, args![ids.to_vec(), audiences.to_vec()]).await
}

statement!(
    ANSWERING = "select m.id from talk_messages q join talk_messages m on m.community_id = q.community_id and m.thread_id = q.thread_id \
     and coalesce(m.reply_to_id, m.thread_id) = q.id and m.id <> q.id where q.community_id = $1 and q.id {any $2} order by m.id"
);

/// Messages that answer some others.
pub async fn answering(scope: &mut Scope, ids: &[i64]) -> Result<Vec<i64>> {
    scope.all(&ANSWERING, args![ids.to_vec()]).await
}

/// By whom and when a message was written; nothing if it is not here, or if its author is nobody known.
pub async fn written(scope: &mut Scope, id: i64) -> Result<Option<(IdentityId, Micros)>> {
    let found = scope.maybe::<(Option<IdentityId>, Micros)>(&WRITTEN, args![id]).await?;
    Ok(found.and_then(|(author, at)| Some((author?, at))))
}

/// Conversations that people began from one moment until before another, `months` (yyyymm of the community's zone)
/// being those of that stretch, in some audiences.
pub async fn begun_between(
    scope: &mut Scope,
    months: &[i64],
    from: Micros,
    until: Micros,
    audiences: &[i64],
) -> Result<Vec<Begun>> {
    scope.all(&BEGUN, args![months.to_vec(), from, until, audiences.to_vec()]).await
}

/// Messages by their ids, as far as the viewer may see them. In no order.
pub async fn lines(scope: &mut Scope, ids: &[i64]) -> Result<Vec<Line>> {
    let audiences = scope.viewer().audience_numbers();
    scope.all(&LINES, args![ids.to_vec(), audiences]).await
}
