//! A message: what was said, where, when and in answer to what.

use crate::extras::Extras;
use kernel::{AudienceId, IdentityId, MemberId, Micros, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Messages on one page of a thread.
pub const PAGE: usize = 50;
/// How many messages stand before the one that an address leads to.
const CONTEXT: i64 = 9;
/// Characters of an answered message that are quoted.
pub const QUOTED: i64 = 200;

#[derive(Clone, Debug)]
pub struct Message {
    pub id: i64,
    pub chat: i64,
    pub audience: AudienceId,
    /// A line that the chat wrote about itself: somebody joined, something was pinned.
    pub service: bool,
    pub at: Micros,
    pub author: Option<IdentityId>,
    pub author_name: Option<String>,
    /// The thread, whose id is that of its first message; 0 for service lines.
    pub thread: i64,
    pub reply_to: Option<i64>,
    /// Plain text; empty if it was deleted or erased.
    pub text: String,
    /// Safe HTML, only where the text has formatting.
    pub html: Option<String>,
    pub extras: Extras,
    pub edited_at: Option<Micros>,
    pub deleted_at: Option<Micros>,
    pub deleted_by: Option<MemberId>,
}

macro_rules! columns {
    () => {
        "id, chat_id, audience_id, kind, at, author_id, author_name, thread_id, reply_to_id, text, html, extras, edited_at, deleted_at, deleted_by"
    };
}

impl FromRow for Message {
    fn from_row(row: &mut Row) -> anyhow::Result<Message> {
        Ok(Message {
            id: row.next()?,
            chat: row.next()?,
            audience: row.next()?,
            service: row.next::<String>()? == "service",
            at: row.next()?,
            author: row.next()?,
            author_name: row.next()?,
            thread: row.next()?,
            reply_to: row.next()?,
            text: row.next()?,
            html: row.next()?,
            extras: Extras::read(row.next::<Option<String>>()?.as_deref()),
            edited_at: row.next()?,
            deleted_at: row.next()?,
            deleted_by: row.next()?,
        })
    }
}

impl Message {
    pub fn key(&self) -> Key {
        (self.at, self.id)
    }

    pub fn is_root(&self) -> bool {
        self.id == self.thread
    }
}

/// The place of a message among others: its time, then its id.
pub type Key = (Micros, i64);

/// Which page of a thread's answers is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Start,
    After(Key),
    Before(Key),
    End,
}

/// One page of a thread's answers, in the order of time.
#[derive(Clone, Debug)]
pub struct Replies {
    pub messages: Vec<Message>,
    /// The page begins where the thread does.
    pub from_start: bool,
    /// The page ends where the thread does.
    pub to_end: bool,
}

/// The answered message, as far as an answer quotes it.
#[derive(Clone, Debug)]
pub struct Quoted {
    pub id: i64,
    pub author: Option<IdentityId>,
    pub author_name: Option<String>,
    pub text: String,
    pub deleted: bool,
}

impl From<&Message> for Quoted {
    fn from(message: &Message) -> Quoted {
        let deleted = message.deleted_at.is_some();
        Quoted {
            id: message.id,
            author: message.author,
            author_name: message.author_name.clone(),
            text: message.text.clone(),
            deleted,
        }
    }
}

impl FromRow for Quoted {
    fn from_row(row: &mut Row) -> anyhow::Result<Quoted> {
        Ok(Quoted { id: row.next()?, author: row.next()?, author_name: row.next()?, text: row.next()?, deleted: row.next()? })
    }
}

statement!(
    FIND = concat!("select ", columns!(), " from talk_messages where community_id = $1 and id = $2 and audience_id {any $3}")
);
statement!(
    AFTER = concat!(
        "select ",
        columns!(),
        " from talk_messages where community_id = $1 and thread_id = $2 and (at, id) > ($3, $4) \
     and id <> $2 and audience_id {any $5} order by at, id limit $6"
    )
);
statement!(
    BEFORE = concat!(
        "select ",
        columns!(),
        " from talk_messages where community_id = $1 and thread_id = $2 and (at, id) < ($3, $4) \
     and id <> $2 and audience_id {any $5} order by at desc, id desc limit $6"
    )
);
statement!(
    QUOTED_ONES = "select id, author_id, author_name, substr(text, 1, $4), deleted_at is not null from talk_messages \
     where community_id = $1 and id {any $2} and audience_id {any $3}"
);
statement!(
    HOW_FAR = "select count(*) from (select 1 from talk_messages where community_id = $1 and thread_id = $2 and (at, id) < ($3, $4) \
     and id <> $2 and audience_id {any $5} limit $6) near"
);
statement!(
    SHORTLY_BEFORE = "select at, id from talk_messages where community_id = $1 and thread_id = $2 and (at, id) < ($3, $4) \
     and id <> $2 and audience_id {any $5} order by at desc, id desc limit 1 offset $6"
);
statement!(
    MANY = concat!("select ", columns!(), " from talk_messages where community_id = $1 and id {any $2} and audience_id {any $3}")
);

/// One message, or [`kernel::Problem::NotFound`] if there is none that the viewer may see.
pub(crate) async fn find(scope: &mut Scope, id: i64) -> Result<Message> {
    let audiences = scope.viewer().audience_numbers();
    scope.one(&FIND, args![id, audiences]).await
}

/// Those of some messages that the viewer may see, in no order.
pub(crate) async fn many(scope: &mut Scope, ids: Vec<i64>) -> Result<Vec<Message>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let audiences = scope.viewer().audience_numbers();
    scope.all(&MANY, args![ids, audiences]).await
}

/// A page of the answers in a thread; the first message is not among them.
pub(crate) async fn replies(scope: &mut Scope, thread: i64, place: Place) -> Result<Replies> {
    let audiences = scope.viewer().audience_numbers();
    let (statement, key) = match place {
        Place::Start => (&AFTER, (i64::MIN, i64::MIN)),
        Place::After(key) => (&AFTER, key),
        Place::Before(key) => (&BEFORE, key),
        Place::End => (&BEFORE, (i64::MAX, i64::MAX)),
    };
    let mut messages = scope.all::<Message>(statement, args![thread, key.0, key.1, audiences, PAGE + 1]).await?;
    let more = messages.len() > PAGE;
    messages.truncate(PAGE);
    let backwards = matches!(place, Place::Before(_) | Place::End);
    if backwards {
        messages.reverse();
    }
    let from_start = if backwards { !more } else { place == Place::Start };
    let to_end = if backwards { place == Place::End } else { !more };
    Ok(Replies { messages, from_start, to_end })
}

/// The beginnings of answered messages that the viewer may see.
pub(crate) async fn quoted(scope: &mut Scope, ids: Vec<i64>) -> Result<Vec<Quoted>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let audiences = scope.viewer().audience_numbers();
    scope.all(&QUOTED_ONES, args![ids, audiences, QUOTED]).await
}

/// The page of its thread on which a message stands.
pub(crate) async fn place_of(scope: &mut Scope, message: &Message) -> Result<Place> {
    if message.is_root() {
        return Ok(Place::Start);
    }
    let audiences = scope.viewer().audience_numbers();
    let before = scope.one::<i64>(&HOW_FAR, args![message.thread, message.at, message.id, audiences.clone(), PAGE]).await?;
    if before < PAGE as i64 {
        return Ok(Place::Start);
    }
    let args = args![message.thread, message.at, message.id, audiences, CONTEXT];
    let key = scope.maybe::<Key>(&SHORTLY_BEFORE, args).await?;
    Ok(key.map_or(Place::Start, Place::After))
}
