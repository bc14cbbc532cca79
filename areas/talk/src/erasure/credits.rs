//! Messages that were passed on say who said them first. Of whoever was erased they say so no more: the words stay,
//! for somebody else passed them on, and the name goes.

use crate::extras;
use kernel::Result;
use people::erasures::ERASE_CREDITS as JOB;
use serde_json::json;
use std::collections::HashSet;
use store::{BoxFuture, JobHandler, Outcome, Running, Scope, Slices, args, statement};

/// Messages looked through in one transaction: writers of the community wait meanwhile.
const SLICE: i64 = 2_000;

statement!(NEXT = "select id, extras from talk_messages where community_id = $1 and id > $2 order by id limit $3");
statement!(REWRITE = "update talk_messages set extras = $3 where community_id = $1 and id = $2");

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
            let names = names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
            let after = job.progress.as_ref().and_then(|held| held["after"].as_i64()).unwrap_or_default();
            job.to_the_end(&mut Erasing { names, after }).await
        })
    }
}

struct Erasing {
    names: HashSet<String>,
    /// The last message that was looked at.
    after: i64,
}

impl Slices for Erasing {
    fn slice<'a>(&'a mut self, scope: &'a mut Scope) -> BoxFuture<'a, Result<bool>> {
        Box::pin(async move {
            let rows = scope.all::<(i64, Option<String>)>(&NEXT, args![self.after, SLICE]).await?;
            let Some((last, _)) = rows.last() else { return Ok(false) };
            self.after = *last;
            let named =
                rows.into_iter().filter_map(|(id, held)| Some((id, extras::without_credit(held.as_deref()?, &self.names)?)));
            scope.run_many(&REWRITE, named.map(|(id, left)| args![id, left].to_vec()).collect()).await?;
            Ok(true)
        })
    }

    fn reached(&self) -> serde_json::Value {
        json!({ "after": self.after })
    }
}
