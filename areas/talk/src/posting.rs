//! Members write: begin a conversation, or answer in one. Message, thread, month and deed are one act.

use crate::author::Names;
use crate::history::excerpt;
use crate::message::Message;
use crate::month::{self, Month};
use crate::policy::{Visible, Writer};
use crate::thread::Thread;
use crate::wording::Wording;
use crate::{chat, deeds, extras};
use chrono_tz::Tz;
use kernel::{AudienceId, MICROS_PER_SECOND, Micros, Problem, Result};
use store::{Deed, Party, Scope, Value, args, statement};

/// The same words by the same person in the same place are one message if they come within this time: a form was
/// sent twice.
const TWICE: Micros = 120 * MICROS_PER_SECOND;

/// What was written, or had been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posted {
    pub thread: i64,
    pub message: i64,
}

statement!(
    ADD = "insert into talk_messages (community_id, id, chat_id, number, audience_id, kind, at, month, author_id, thread_id, reply_to_id, \
     topic_id, text, html, extras, question) values ($1, $2, $3, $2, $4, 'message', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
);
statement!(
    ADD_THREAD = "insert into talk_threads (community_id, id, chat_id, audience_id, month, started_at, last_at, starter_id, excerpt, question, \
     replies) values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, 0)"
);
statement!(
    GROW_THREAD = "update talk_threads set replies = replies + 1, last_at = case when last_at < $3 then $3 else last_at end, \
     answered_at = case when answered_at is null and $4 then $3 else answered_at end where community_id = $1 and id = $2"
);
statement!(
    LAST_OF_AUTHOR = "select id, thread_id, coalesce(reply_to_id, 0), text, at from talk_messages \
     where community_id = $1 and author_id = $2 order by at desc limit 1"
);

/// Begins a conversation that the whole community sees. `channel` is the door it came by, e.g. `web`.
pub async fn begin(scope: &mut Scope, zone: Tz, writer: Writer, wording: &Wording, channel: &str) -> Result<Posted> {
    if let Some(posted) = posted_already(scope, writer, 0, wording).await? {
        return Ok(posted);
    }
    let line = Line { thread: None, audience: AudienceId::EVERYONE, topic: None, reply_to: None };
    let Written { id, at, month } = write(scope, zone, writer, wording, &line).await?;
    let chat = chat::home(scope).await?;
    let row = args![id, chat, line.audience, month.number(), at, writer.identity, excerpt(wording.plain()), wording.asks()];
    scope.run(&ADD_THREAD, row).await?;
    month::grow(scope, month, line.audience, true).await?;
    tell(scope, (deeds::MESSAGE, id, at), line.audience, writer, channel, &[]).await?;
    Ok(Posted { thread: id, message: id })
}

/// Answers a message of a thread. The answer is seen by those who see the thread.
///
/// # Errors
/// `Conflict` if the answered message stands in another thread.
pub async fn answer(
    scope: &mut Scope,
    zone: Tz,
    writer: Writer,
    (thread, to): (&Visible<Thread>, &Visible<Message>),
    wording: &Wording,
    channel: &str,
) -> Result<Posted> {
    if to.thread != thread.id {
        return Err(Problem::Conflict("talk-answer-elsewhere"));
    }
    if let Some(posted) = posted_already(scope, writer, to.id, wording).await? {
        return Ok(posted);
    }
    let names = Names::learn(scope, [thread.starter, to.author, Some(writer.identity)]).await?;
    let by_another = thread.starter.is_none_or(|starter| !names.same(starter, writer.identity));
    let line = Line { thread: Some(thread.id), audience: thread.audience, topic: thread.topic, reply_to: Some(to.id) };
    let Written { id, at, month } = write(scope, zone, writer, wording, &line).await?;
    scope.run(&GROW_THREAD, args![thread.id, at, by_another]).await?;
    month::grow(scope, month, line.audience, false).await?;
    let answered = to.author.filter(|author| !names.same(*author, writer.identity));
    let parties: Vec<Party<'_>> = answered.map(|identity| Party { part: "answered", identity }).into_iter().collect();
    tell(scope, (deeds::REPLY, id, at), line.audience, writer, channel, &parties).await?;
    Ok(Posted { thread: thread.id, message: id })
}

/// Where a new message stands. Without a thread it begins one.
struct Line {
    thread: Option<i64>,
    audience: AudienceId,
    topic: Option<i64>,
    reply_to: Option<i64>,
}

/// A new message. Its row, its thread and its deed are of one moment: by it the deed is found again.
struct Written {
    id: i64,
    at: Micros,
    month: Month,
}

async fn write(scope: &mut Scope, zone: Tz, writer: Writer, wording: &Wording, line: &Line) -> Result<Written> {
    let chat = chat::home(scope).await?;
    let (id, at) = (scope.deal()?, scope.now());
    let month = Month::of(at, zone);
    let row: &[Value] = args![
        id,
        chat,
        line.audience,
        at,
        month.number(),
        writer.identity,
        line.thread.unwrap_or(id),
        line.reply_to,
        line.topic,
        wording.plain(),
        wording.html(),
        extras::of_source(wording.source()),
        wording.asks(),
    ];
    scope.run(&ADD, row).await?;
    Ok(Written { id, at, month })
}

async fn posted_already(scope: &mut Scope, writer: Writer, reply_to: i64, wording: &Wording) -> Result<Option<Posted>> {
    let last = scope.maybe::<(i64, i64, i64, String, Micros)>(&LAST_OF_AUTHOR, args![writer.identity]).await?;
    let since = scope.now() - TWICE;
    Ok(last
        .filter(|(_, _, to, text, at)| *to == reply_to && *at >= since && text == wording.plain())
        .map(|(message, thread, ..)| Posted { thread, message }))
}

async fn tell(
    scope: &mut Scope,
    (kind, message, at): (&str, i64, Micros),
    audience: AudienceId,
    writer: Writer,
    channel: &str,
    parties: &[Party<'_>],
) -> Result<()> {
    let actor = Some(writer.identity);
    let deed = Deed { kind, at, actor, object_kind: deeds::OBJECT, object: message, audience, channel, amount: 0, parties };
    scope.deed(deed).await.map(|_| ())
}
