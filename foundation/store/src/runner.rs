//! What works behind the pages: workers for jobs, a loop for followers, a clock for schedules.

use crate::followers::{self, Follower};
use crate::jobs::{JobHandler, JobRow, Outcome, Running, Wish};
use crate::schedules::Schedule;
use crate::{FollowerRole, Store};
use futures_util::FutureExt;
use kernel::{Chance, Clock, Problem, Result};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

/// Quick jobs run at once on a node.
pub const WORKERS: usize = 2;
/// Lasting jobs run at once on a node.
pub const LASTING_WORKERS: usize = 1;
/// How often the sweep looks for what no word told of.
const SWEEP: Duration = Duration::from_secs(2);

pub struct Runner {
    pub store: Store,
    pub clock: Clock,
    pub chance: Chance,
    pub followers: Vec<Arc<dyn Follower>>,
    pub handlers: Vec<Arc<dyn JobHandler>>,
    pub schedules: Vec<Schedule>,
}

impl Runner {
    /// Works until `stopping` says true, then hands back what is in hand and returns.
    pub async fn run(self: Arc<Self>, stopping: watch::Receiver<bool>) {
        let mut tasks = JoinSet::new();
        for worker in 0..WORKERS + LASTING_WORKERS {
            tasks.spawn(self.clone().work(worker >= WORKERS, stopping.clone()));
        }
        tasks.spawn(self.clone().follow(stopping.clone()));
        tasks.spawn(self.clone().keep_schedules(stopping));
        while tasks.join_next().await.is_some() {}
    }

    async fn work(self: Arc<Self>, lasting: bool, mut stopping: watch::Receiver<bool>) {
        let kinds: Vec<String> =
            self.handlers.iter().filter(|handler| handler.lasting() == lasting).map(|handler| handler.kind().to_owned()).collect();
        while !over(&stopping) && !kinds.is_empty() {
            match self.work_on(&kinds, &stopping).await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::error!(%error, "jobs cannot be taken"),
            }
            tokio::select! {
                () = self.store.wakers().jobs_waiting() => {}
                () = tokio::time::sleep(SWEEP) => {}
                _ = stopping.changed() => {}
            }
        }
    }

    /// Takes one due job and runs it. False if there was none.
    pub async fn work_once(&self, stopping: &watch::Receiver<bool>) -> Result<bool> {
        let kinds: Vec<String> = self.handlers.iter().map(|handler| handler.kind().to_owned()).collect();
        self.work_on(&kinds, stopping).await
    }

    async fn work_on(&self, kinds: &[String], stopping: &watch::Receiver<bool>) -> Result<bool> {
        let owner = self.chance.id();
        // A look first: an idle house writes nothing.
        let now = self.clock.now();
        if !self.something_due(now).await? {
            return Ok(false);
        }
        let mut global = self.store.global().await?;
        global.reclaim(now).await?;
        let job = global.claim(owner, now, kinds).await?;
        global.commit().await?;
        match job {
            Some(job) => self.run_job(job, owner, stopping.clone()).await.map(|()| true),
            None => Ok(false),
        }
    }

    async fn something_due(&self, now: i64) -> Result<bool> {
        let mut look = self.store.global_read().await?;
        let lapsed = look.maybe::<i64>(&crate::runner::LAPSED, crate::args![Clock::real()]).await?;
        Ok(lapsed.is_some() || look.next_due().await?.is_some_and(|due| due <= now))
    }

    /// Runs one job by its id, here and now: the command line's way. `None` if it is not waiting.
    pub async fn run_one(&self, id: i64, stopping: watch::Receiver<bool>) -> Result<Option<()>> {
        let owner = self.chance.id();
        let mut global = self.store.global().await?;
        global.reclaim(self.clock.now()).await?;
        let job = global.claim_one(owner, id).await?;
        global.commit().await?;
        match job {
            Some(job) => self.run_job(job, owner, stopping).await.map(Some),
            None => Ok(None),
        }
    }

    async fn run_job(&self, job: JobRow, owner: i64, stopping: watch::Receiver<bool>) -> Result<()> {
        let handler = self.handlers.iter().find(|handler| handler.kind() == job.kind);
        let mut running = Running {
            id: job.id,
            community: job.community,
            kind: job.kind,
            payload: job.payload,
            attempt: job.attempt,
            progress: job.progress,
            store: self.store.clone(),
            clock: self.clock.clone(),
            chance: self.chance.clone(),
            owner,
            stopping,
            finished: false,
            heard: Wish::GoOn,
        };
        let result = match handler {
            Some(handler) => carry_out(handler.as_ref(), &mut running).await,
            None => Ok(Outcome::Failed(format!("nobody knows jobs of the kind {}", running.kind))),
        };
        running.settle(result).await
    }

    async fn follow(self: Arc<Self>, mut stopping: watch::Receiver<bool>) {
        let mut tardy = true;
        let mut sweep = tokio::time::interval(SWEEP);
        while !over(&stopping) {
            let communities = if tardy {
                followers::communities(&self.store).await.unwrap_or_else(|error| {
                    tracing::error!(%error, "the communities cannot be read");
                    Vec::new()
                })
            } else {
                tokio::select! {
                    moved = self.store.wakers().moved() => moved,
                    _ = sweep.tick() => { tardy = true; continue }
                    _ = stopping.changed() => continue,
                }
            };
            tardy = false;
            for community in communities {
                for follower in &self.followers {
                    self.bring_up(follower.as_ref(), community, &stopping).await;
                }
            }
        }
    }

    async fn bring_up(&self, follower: &dyn Follower, community: kernel::CommunityId, stopping: &watch::Receiver<bool>) {
        while !over(stopping) {
            let step = followers::step(&self.store, follower, community, &self.clock, &self.chance);
            match AssertUnwindSafe(step).catch_unwind().await.unwrap_or_else(|panic| Err(panicked(panic.as_ref()))) {
                Ok(true) => tokio::task::yield_now().await,
                Ok(false) => return,
                Err(error) => {
                    tracing::error!(%error, follower = follower.name(), %community, "a follower stumbled and will try again");
                    return;
                }
            }
        }
    }

    /// Everything in order, once: what tests and commands use instead of the loops.
    pub async fn settle(&self) -> Result<()> {
        let (_keep, stopping) = watch::channel(false);
        loop {
            for community in followers::communities(&self.store).await? {
                for follower in &self.followers {
                    followers::catch_up(&self.store, follower.as_ref(), community, &self.clock, &self.chance).await?;
                }
            }
            if !self.work_once(&stopping).await? {
                return Ok(());
            }
        }
    }

    /// Projections only, for one community: a command that prints figures first catches up.
    pub async fn catch_up(&self, community: kernel::CommunityId) -> Result<()> {
        for follower in self.followers.iter().filter(|follower| follower.role() == FollowerRole::Projection) {
            followers::catch_up(&self.store, follower.as_ref(), community, &self.clock, &self.chance).await?;
        }
        Ok(())
    }

    async fn keep_schedules(self: Arc<Self>, mut stopping: watch::Receiver<bool>) {
        while !over(&stopping) {
            for schedule in &self.schedules {
                if let Err(error) = schedule.tick(&self.store, self.clock.now(), &self.chance).await {
                    tracing::error!(%error, schedule = schedule.name, "a schedule could not be kept");
                }
            }
            tokio::select! {
                () = tokio::time::sleep(10 * SWEEP) => {}
                _ = stopping.changed() => {}
            }
        }
    }
}

/// The house stops, or whoever could have said so is gone.
fn over(stopping: &watch::Receiver<bool>) -> bool {
    *stopping.borrow() || stopping.has_changed().is_err()
}

/// Runs a handler with its lease kept. One that panics has failed like any other, and takes no worker with it. A job that went
/// to another worker meanwhile cannot take effect here; it finds out by itself.
async fn carry_out(handler: &dyn JobHandler, running: &mut Running) -> Result<Outcome> {
    // A task of its own: a single statement may read a whole history and hold up this one for longer than the lease.
    let _kept = Kept(tokio::spawn(Running::keep_lease(running.store.clone(), running.id, running.owner)));
    let done = AssertUnwindSafe(handler.run(running)).catch_unwind().await;
    done.unwrap_or_else(|panic| Err(panicked(panic.as_ref())))
}

/// Keeps a lease as long as it is held.
struct Kept(JoinHandle<()>);

impl Drop for Kept {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn panicked(panic: &(dyn std::any::Any + Send)) -> Problem {
    let words = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    Problem::Internal(anyhow::anyhow!("panicked: {}", words.unwrap_or("without words")))
}

crate::global_statement!(LAPSED = "select id from jobs where state = 'running' and lease_until < $1 limit 1");
