//! What other areas may ask of conversations to find requests in them: messages that begin something, and answers, with what
//! stood around them. Whoever asks sees to it that only those learn of it who may: audiences come along.

use crate::extras::Extras;
use kernel::{AudienceId, IdentityId, Micros, Result};
use store::{FromRow, Row, Scope, args, statement};

/// A message that begins a conversation, by somebody known, with its words.
#[derive(Clone, Debug)]
pub struct Beginning {
    pub id: i64,
    pub audience: AudienceId,
    pub author: IdentityId,
    pub at: Micros,
    pub text: String,
    /// When anybody wrote in the chat before.
    pub before: Option<Micros>,
    /// When its author wrote before, in whatever chat.
    pub own_before: Option<Micros>,
}

impl FromRow for Beginning {
    fn from_row(row: &mut Row) -> anyhow::Result<Beginning> {
        Ok(Beginning {
            id: row.next()?,
            audience: row.next()?,
            author: row.next()?,
            at: row.next()?,
            text: row.next()?,
            before: row.next()?,
            own_before: row.next()?,
        })
    }
}

/// A message within a conversation, by somebody known.
#[derive(Clone, Debug)]
pub struct Answer {
    pub id: i64,
    pub audience: AudienceId,
    /// The message that began the conversation.
    pub thread: i64,
    pub author: IdentityId,
    pub at: Micros,
    pub text: String,
    /// The message answered, and by whom it was.
    pub to: i64,
    pub to_author: Option<IdentityId>,
    pub reactions: Vec<(String, i64)>,
}

impl FromRow for Answer {
    fn from_row(row: &mut Row) -> anyhow::Result<Answer> {
        Ok(Answer {
            id: row.next()?,
            audience: row.next()?,
            thread: row.next()?,
            author: row.next()?,
            at: row.next()?,
            text: row.next()?,
            to: row.next()?,
            to_author: row.next()?,
            reactions: Extras::read(row.next::<Option<String>>()?.as_deref()).reactions,
        })
    }
}

statement!(
    BEGINNINGS = "select m.id, m.audience_id, m.author_id, m.at, m.text, \
     (select p.at from talk_messages p where p.community_id = m.community_id and p.chat_id = m.chat_id and p.number < m.number \
       order by p.number desc limit 1), \
     (select o.at from talk_messages o where o.community_id = m.community_id and o.author_id = m.author_id and o.at < m.at \
       order by o.at desc limit 1) \
     from talk_messages m where m.community_id = $1 and m.id {any $2} and m.kind = 'message' and m.id = m.thread_id and m.author_id is not null \
     and m.deleted_at is null and m.text <> '' order by m.at, m.id"
);
statement!(
    ANSWERS = "select m.id, m.audience_id, m.thread_id, m.author_id, m.at, m.text, m.reply_to_id, a.author_id, m.extras from talk_messages m \
     join talk_messages a on a.community_id = m.community_id and a.id = m.reply_to_id \
     where m.community_id = $1 and m.id {any $2} and m.kind = 'message' and m.author_id is not null and m.deleted_at is null and m.text <> '' \
     order by m.at, m.id"
);

/// Of these messages, those that begin a conversation, in the order of time.
pub async fn beginnings(scope: &mut Scope, ids: &[i64]) -> Result<Vec<Beginning>> {
    if ids.is_empty() { Ok(Vec::new()) } else { scope.all(&BEGINNINGS, args![ids.to_vec()]).await }
}

/// Of these messages, those that answer another, in the order of time.
pub async fn answers(scope: &mut Scope, ids: &[i64]) -> Result<Vec<Answer>> {
    if ids.is_empty() { Ok(Vec::new()) } else { scope.all(&ANSWERS, args![ids.to_vec()]).await }
}
