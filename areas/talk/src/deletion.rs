//! Words are taken back: their author's own, or anybody's by a moderator. A line stays, so that the answers to it
//! can still be followed.

use crate::policy::{Deletable, Writer};
use crate::{deeds, extras};
use kernel::{Micros, Result};
use store::{Deed, Party, Scope, args, statement};

statement!(
    DELETE = "update talk_messages set text = '', html = null, extras = null, question = $5, deleted_at = $3, deleted_by = $4 \
     where community_id = $1 and id = $2"
);
statement!(pub(crate) EMPTY_THREAD = "update talk_threads set excerpt = '', question = $3 where community_id = $1 and id = $2");
statement!(pub(crate) QUOTING = "select id, extras from talk_messages where community_id = $1 and thread_id {any $2} and reply_to_id {any $3} \
     and extras is not null");
statement!(pub(crate) UNQUOTE = "update talk_messages set extras = $3 where community_id = $1 and id = $2");
statement!(
    NEXT_ANSWER = "update talk_threads set answered_at = (select min(m.at) from talk_messages m where m.community_id = $1 and m.thread_id = $2 \
       and m.id <> $2 and m.deleted_at is null and m.audience_id {any $4} and (m.author_id is null or m.author_id <> coalesce(talk_threads.starter_id, 0))) \
     where community_id = $1 and id = $2 and answered_at = $3"
);

/// Deletes the words, everywhere they stand: the message, its thread's excerpt, quotes in answers.
pub async fn delete(scope: &mut Scope, message: &Deletable, writer: Writer, channel: &str) -> Result<()> {
    let now = scope.now();
    scope.run(&DELETE, args![message.id, now, writer.member, false]).await?;
    if message.is_root() {
        scope.run(&EMPTY_THREAD, args![message.id, false]).await?;
    } else {
        wait_again(scope, message.thread, message.at).await?;
    }
    unquote(scope, vec![message.thread], vec![message.id]).await?;
    let author = message.author.filter(|_| !message.own()).map(|identity| Party { part: "author", identity });
    let deed = Deed {
        kind: deeds::DELETED,
        at: now,
        actor: Some(writer.identity),
        object_kind: deeds::OBJECT,
        object: message.id,
        audience: message.audience,
        channel,
        amount: 0,
        parties: author.as_slice(),
    };
    scope.deed(deed).await.map(|_| ())
}

/// If the deleted words were the first answer, the next one counts, or the question waits again.
async fn wait_again(scope: &mut Scope, thread: i64, at: Micros) -> Result<()> {
    let audiences = scope.viewer().audience_numbers();
    scope.run(&NEXT_ANSWER, args![thread, at, audiences]).await.map(|_| ())
}

/// Takes the quoted words of some messages out of the answers to them.
pub(crate) async fn unquote(scope: &mut Scope, threads: Vec<i64>, messages: Vec<i64>) -> Result<()> {
    let quoting = scope.all::<(i64, String)>(&QUOTING, args![threads, messages]).await?;
    let rows = quoting.into_iter().filter_map(|(id, held)| Some(args![id, extras::without_quote(&held)?].to_vec())).collect();
    scope.run_many(&UNQUOTE, rows).await.map(|_| ())
}
