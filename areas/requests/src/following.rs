//! Every night: each open request has its job, even if one was laid with the dead letters or came out of an old backup. The
//! key of a job is held by the one that waits, so nothing is followed twice.

use crate::course;
use kernel::Result;
use store::{BoxFuture, JobHandler, Outcome, Running, Schedule, Who, Wish, args, statement};

const JOB: &str = "requests.follow";
pub(crate) const NIGHTLY: Schedule = Schedule { name: JOB, cron: "20 2 * * *", kind: JOB };
/// Requests looked at in one transaction: writers of the community wait meanwhile.
const SLICE: i64 = 100;

statement!(OPEN = "select id from requests_requests where community_id = $1 and state = 'open' and id > $2 order by id limit $3");

pub struct Following;

impl JobHandler for Following {
    fn kind(&self) -> &'static str {
        JOB
    }

    fn lasting(&self) -> bool {
        true
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            for community in store::followers::communities(&job.store).await? {
                let who = Who::system(community, &job.clock, &job.chance);
                let mut after = 0;
                while let Some(last) = slice(job, &who, after).await? {
                    after = last;
                    if job.heartbeat(&serde_json::Value::Null).await? == Wish::Stop {
                        return Ok(Outcome::Stopped);
                    }
                }
            }
            Ok(Outcome::Done)
        })
    }
}

/// Gives the last request of the slice; nothing where there was none.
async fn slice(job: &Running, who: &Who, after: i64) -> Result<Option<i64>> {
    let mut look = job.store.read(who).await?;
    let open = look.all::<i64>(&OPEN, args![after, SLICE]).await?;
    drop(look);
    let Some(last) = open.last().copied() else { return Ok(None) };
    let mut scope = job.store.write(who).await?;
    for request in open {
        course::follow(&mut scope, request, None).await?;
    }
    scope.commit().await?;
    Ok(Some(last))
}
