//! Every few minutes: communities with open requests are learnt ahead of the next one, so that the first round comes at once
//! even after this node was started anew; and the figures of those that ask much are counted ahead of the next look.

use crate::figures;
use crate::routing::Keeper;
use kernel::Result;
use store::{BoxFuture, JobHandler, Outcome, Running, Schedule, Who, Wish, statement};

const JOB: &str = "requests.warm";
pub(crate) const EVERY_FEW_MINUTES: Schedule = Schedule { name: JOB, cron: "*/5 * * * *", kind: JOB };

statement!(OPEN = "select id from requests_requests where community_id = $1 and state = 'open' limit 1");

pub struct Warming {
    keeper: Keeper,
}

impl Warming {
    pub fn new(keeper: Keeper) -> Warming {
        Warming { keeper }
    }
}

impl JobHandler for Warming {
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
                let mut scope = job.store.read(&who).await?;
                let needed = scope.maybe::<i64>(&OPEN, &[]).await?.is_some();
                drop(scope);
                if needed {
                    self.keeper.learned(&job.store, &who).await?;
                }
                figures::keep(&job.store, &who).await?;
                if job.heartbeat(&serde_json::Value::Null).await? == Wish::Stop {
                    return Ok(Outcome::Stopped);
                }
            }
            Ok(Outcome::Done)
        })
    }
}
