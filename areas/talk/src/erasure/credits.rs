//! Messages that were passed on say who said them first. Of whoever was erased they say so no more: the words stay,
//! for somebody else passed them on, and the name goes.

use crate::extras;
use kernel::Result;
use people::erasures::ERASE_CREDITS as JOB;
use serde_json::json;
use std::collections::HashSet;
use store::{BoxFuture, JobHandler, Outcome, Running, Scope, Value, Wish, args, statement};

/// Messages looked through at once. Writers of the community wait only while names are taken away.
const SLICE: i64 = 2_000;

statement!(NEXT = "select id, extras from talk_messages where community_id = $1 and id > $2 order by id limit $3");
statement!(REWRITE = "update talk_messages set extras = $3 where community_id = $1 and id = $2 and extras = $4");

pub struct EraseCredits;

impl JobHandler for EraseCredits {
    fn kind(&self) -> &'static str {
        JOB
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let Some(names) = job.payload["names"].as_array() else {
                return Ok(Outcome::Failed("the payload names nobody".to_owned()));
            };
            let names: HashSet<String> = names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
            let mut after = job.progress.as_ref().and_then(|held| held["after"].as_i64()).unwrap_or_default();
            loop {
                let (named, last) = credits(&mut job.store.read(&job.who()?).await?, &names, after).await?;
                let mut scope = job.store.write(&job.who()?).await?;
                scope.run_many(&REWRITE, named).await?;
                let Some(last) = last else {
                    job.finish(&mut scope).await?;
                    scope.commit().await?;
                    return Ok(Outcome::Done);
                };
                after = last;
                let wish = job.heartbeat_in(&mut scope, &json!({ "after": after })).await?;
                scope.commit().await?;
                match wish {
                    Wish::GoOn => {}
                    Wish::Stop | Wish::Pause => return Ok(Outcome::Stopped),
                    // What the law demands is not given up half-way.
                    Wish::Cancel => tracing::warn!(job = job.id, "an erasure cannot be cancelled"),
                }
            }
        })
    }
}

/// What to write for messages of the next slice that name one of these as the first speaker, and where the slice ends.
/// A message that changes meanwhile (its words are erased) is left as it is then.
async fn credits(scope: &mut Scope, names: &HashSet<String>, after: i64) -> Result<(Vec<Vec<Value>>, Option<i64>)> {
    let rows = scope.all::<(i64, Option<String>)>(&NEXT, args![after, SLICE]).await?;
    let last = rows.last().map(|(id, _)| *id);
    let named = rows.into_iter().filter_map(|(id, held)| {
        let held = held?;
        let left = extras::without_credit(&held, names)?;
        Some(args![id, left, held].to_vec())
    });
    Ok((named.collect(), last))
}
