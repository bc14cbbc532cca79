//! The owner takes an import back: its messages go, slice by slice; the deeds stay in the ledger, in an
//! audience that is withdrawn, and every reading leaves them out.

use crate::run::{self, Run, State, TAKE_BACK};
use kernel::{Problem, Result};
use serde_json::json;
use store::{BoxFuture, JobHandler, Outcome, Running, Scope, Wish, Work};

/// Ids looked at in one transaction.
const SLICE: i64 = 2_000;

/// Begins taking back. Nothing of it is seen from this moment on.
pub async fn begin(scope: &mut Scope, id: i64) -> Result<Run> {
    let run = run::find(scope, id).await?;
    if !run.state.may_be_settled() {
        return Err(Problem::Conflict("import-not-open-now"));
    }
    identity::audience::withdraw(scope, run.audience).await?;
    let key = format!("{}-{id}", scope.community());
    let job = scope.enqueue(Work { kind: TAKE_BACK, payload: json!({ "run": id }), due: None, key: Some(&key) }).await?;
    run::set_job(scope, id, job, State::Withdrawing).await?;
    run::tell(scope, "import.withdrawn", &run).await?;
    Ok(run)
}

pub struct TakingBack;

impl JobHandler for TakingBack {
    fn kind(&self) -> &'static str {
        TAKE_BACK
    }

    fn lasting(&self) -> bool {
        true
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(take_back(job))
    }
}

async fn take_back(job: &mut Running) -> Result<Outcome> {
    let id = job.payload["run"].as_i64().unwrap_or_default();
    let who = job.who()?;
    let mut look = job.store.read(&who).await?;
    let run = run::find(&mut look, id).await?;
    drop(look);
    let first = run.counts.as_ref().and_then(|counts| counts["first_id"].as_i64()).unwrap_or(run.id);
    // Twice through the ids: messages first, then persons.
    let mut from = job.progress.as_ref().and_then(|progress| progress["done"].as_i64()).unwrap_or(first);
    let mut last = job.progress.as_ref().and_then(|progress| progress["end"].as_i64());
    loop {
        let mut scope = job.store.write(&who).await?;
        let end = match last {
            Some(end) => end,
            // Everything the import could have dealt stands before the next id of today.
            None => *last.insert(scope.deal()?),
        };
        let span = end - first;
        if from >= first + 2 * span {
            talk::history::take_back_rest(&mut scope, run.audience).await?;
            run::set_state(&mut scope, id, State::Withdrawn).await?;
            job.finish(&mut scope).await?;
            scope.commit().await?;
            return Ok(Outcome::Done);
        }
        if from < end {
            talk::history::take_back(&mut scope, run.audience, from, (from + SLICE).min(end)).await?;
        } else {
            // The same ids once more, for persons: only now is it certain who has written nothing else.
            persons(&mut scope, from - span, from - span + SLICE).await?;
        }
        // Each pass ends exactly at the end, so that the next begins at the first id.
        from = if from < end { (from + SLICE).min(end) } else { from + SLICE };
        let wish = job.heartbeat_in(&mut scope, &json!({ "done": from, "total": first + 2 * span, "end": end })).await?;
        scope.commit().await?;
        if wish == Wish::Stop {
            return Ok(Outcome::Stopped);
        }
        tokio::task::yield_now().await;
    }
}

/// Those who came only with this import go with it; who wrote elsewhere stays.
async fn persons(scope: &mut Scope, from: i64, until: i64) -> Result<()> {
    let came = identity::arrival::imported_between(scope, from, until).await?;
    let stay = talk::history::wrote(scope, &came).await?;
    let gone: Vec<_> = came.into_iter().filter(|identity| !stay.contains(identity)).collect();
    identity::arrival::withdraw(scope, from, until, &gone).await.map(|_| ())
}
