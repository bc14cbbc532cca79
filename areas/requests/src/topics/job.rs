//! Every night, and when staff ask for it: topics are counted anew.

use super::counts;
use crate::policy::Steward;
use kernel::Result;
use store::{BoxFuture, JobHandler, Outcome, Running, Schedule, Scope, Who, Wish, Work};

const JOB: &str = "requests.topics";
pub(crate) const NIGHTLY: Schedule = Schedule { name: JOB, cron: "50 2 * * *", kind: JOB };

/// Counts one community, if the job is one's own; all of them otherwise.
pub struct CountTopics;

impl JobHandler for CountTopics {
    fn kind(&self) -> &'static str {
        JOB
    }

    fn lasting(&self) -> bool {
        true
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            if job.community.is_some() {
                counts::recount(&job.store, &job.who()?).await?;
                return Ok(Outcome::Done);
            }
            for community in store::followers::communities(&job.store).await? {
                let who = Who::system(community, &job.clock, &job.chance);
                counts::recount(&job.store, &who).await?;
                if job.heartbeat(&serde_json::Value::Null).await? == Wish::Stop {
                    return Ok(Outcome::Stopped);
                }
            }
            Ok(Outcome::Done)
        })
    }
}

/// Has the topics counted soon. Asking twice is asking once.
pub async fn order(scope: &mut Scope, _: Steward) -> Result<()> {
    scope.enqueue(Work { kind: JOB, payload: serde_json::Value::Null, due: None, key: Some("now") }).await.map(|_| ())
}
