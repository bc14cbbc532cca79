//! Every few minutes: figures of the present day that grew stale are computed anew; days of a community that changed its
//! time zone are counted anew.

use crate::rollup::{self, Rollup};
use crate::sight::Sight;
use crate::{measuring, snapshot};
use kernel::{CommunityId, Result};
use store::{BoxFuture, JobHandler, Outcome, Running, Schedule, Who, Wish};

const KIND: &str = "pulse.refresh";

pub(crate) const EVERY_FEW_MINUTES: Schedule = Schedule { name: KIND, cron: "*/5 * * * *", kind: KIND };

pub(crate) struct Refreshing;

impl JobHandler for Refreshing {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn lasting(&self) -> bool {
        true
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            for community in store::followers::communities(&job.store).await? {
                refresh(job, community).await?;
                if job.heartbeat(&serde_json::Value::Null).await? == Wish::Stop {
                    return Ok(Outcome::Stopped);
                }
            }
            Ok(Outcome::Done)
        })
    }
}

async fn refresh(job: &Running, community: CommunityId) -> Result<()> {
    let who = Who::system(community, &job.clock, &job.chance);
    count_anew_if_zone_moved(&job.store, &who).await?;
    let mut scope = job.store.read(&who).await?;
    let today = measuring::today(&mut scope).await?;
    let whole = Sight::of_staff(&mut scope).await?;
    let mut stale = Vec::new();
    for sight in [Some(Sight::Open), (whole != Sight::Open).then_some(whole)].into_iter().flatten() {
        if snapshot::find(&mut scope, today, sight).await?.is_none_or(|kept| kept.stale) {
            stale.push(sight);
        }
    }
    drop(scope);
    for sight in stale {
        measuring::afresh(&job.store, &who, today, sight).await?;
    }
    Ok(())
}

/// Where the community's time zone is another than that in which its days were counted, they are counted from the first deed.
pub async fn count_anew_if_zone_moved(store: &store::Store, who: &Who) -> Result<()> {
    let mut scope = store.read(who).await?;
    let moved = rollup::moved_zone(&mut scope).await?;
    drop(scope);
    if moved {
        store::followers::reset(store, &Rollup, who).await?;
        store::followers::catch_up(store, &Rollup, who.community, &who.clock, &who.chance).await?;
    }
    Ok(())
}
