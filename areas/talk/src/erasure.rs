//! An erased person's words go too, if they wished so: slice by slice, with a mark in their place, so that the
//! conversations stay readable.

pub mod credits;

use crate::{deeds, deletion, extras};
use kernel::{AudienceId, IdentityId, Micros, Result};
use serde_json::json;
use store::{BoxFuture, Deed, JobHandler, Outcome, Running, Scope, Slices, args, statement};

/// The kind of job; payload `{"identity_id": …}`.
pub const JOB: &str = "talk.erase-words";
/// Messages erased in one transaction: writers of the community wait meanwhile.
const SLICE: i64 = 100;

statement!(
    NEXT = "select id, thread_id, audience_id, at from talk_messages where community_id = $1 and author_id = $2 and (at, id) > ($3, $4) \
     order by at, id limit $5"
);
statement!(
    ERASE = "update talk_messages set text = '', html = null, extras = $3, question = $4 where community_id = $1 and id = $2"
);

#[derive(Clone, Copy, Debug)]
struct Word {
    id: i64,
    thread: i64,
    audience: AudienceId,
    at: Micros,
}

pub struct EraseWords;

impl JobHandler for EraseWords {
    fn kind(&self) -> &'static str {
        JOB
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let Some(identity) = job.payload["identity_id"].as_i64().map(IdentityId) else {
                return Ok(Outcome::Failed("the payload names no identity".to_owned()));
            };
            let held = job.progress.clone().unwrap_or_default();
            let number = |name: &str| held[name].as_i64().unwrap_or(i64::MIN);
            let mut erasing = Erasing { identity, after: (number("at"), number("id")) };
            job.to_the_end(&mut erasing).await
        })
    }
}

struct Erasing {
    identity: IdentityId,
    /// The last message that is erased already.
    after: (Micros, i64),
}

impl Slices for Erasing {
    fn slice<'a>(&'a mut self, scope: &'a mut Scope) -> BoxFuture<'a, Result<bool>> {
        Box::pin(async move {
            let words = next(scope, self.identity, self.after).await?;
            let Some(last) = words.last() else { return Ok(false) };
            self.after = (last.at, last.id);
            erase(scope, &words).await?;
            Ok(true)
        })
    }

    fn reached(&self) -> serde_json::Value {
        json!({ "at": self.after.0, "id": self.after.1 })
    }
}

async fn next(scope: &mut Scope, identity: IdentityId, after: (Micros, i64)) -> Result<Vec<Word>> {
    let rows = scope.all::<(i64, i64, AudienceId, Micros)>(&NEXT, args![identity, after.0, after.1, SLICE]).await?;
    Ok(rows.into_iter().map(|(id, thread, audience, at)| Word { id, thread, audience, at }).collect())
}

/// Each message becomes a deed without an actor, so that every node's search forgets it.
async fn erase(scope: &mut Scope, words: &[Word]) -> Result<()> {
    scope.run_many(&ERASE, words.iter().map(|word| args![word.id, extras::ERASED, false].to_vec()).collect()).await?;
    let roots = words.iter().filter(|word| word.id == word.thread).map(|word| args![word.id, false].to_vec());
    scope.run_many(&deletion::EMPTY_THREAD, roots.collect()).await?;
    let threads = words.iter().map(|word| word.thread).filter(|thread| *thread != 0).collect();
    deletion::unquote(scope, threads, words.iter().map(|word| word.id).collect()).await?;
    let at = scope.now();
    let deeds: Vec<Deed<'_>> = words
        .iter()
        .map(|word| Deed {
            kind: deeds::DELETED,
            at,
            actor: None,
            object_kind: deeds::OBJECT,
            object: word.id,
            audience: word.audience,
            channel: "erasure",
            amount: 0,
            parties: &[],
        })
        .collect();
    scope.deeds(&deeds).await.map(|_| ())
}
