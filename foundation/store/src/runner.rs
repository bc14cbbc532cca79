//! What works behind the pages: workers for jobs, a loop for followers, a clock for schedules.

use crate::followers::{self, Follower};
use crate::jobs::{JobHandler, JobRow, Outcome, Running};
use crate::schedules::Schedule;
use crate::{FollowerRole, Store};
use kernel::{Chance, Clock, Result};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// Jobs run at once on a node.
pub const WORKERS: usize = 2;
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
        for _ in 0..WORKERS {
            tasks.spawn(self.clone().work(stopping.clone()));
        }
        tasks.spawn(self.clone().follow(stopping.clone()));
        tasks.spawn(self.clone().keep_schedules(stopping));
        while tasks.join_next().await.is_some() {}
    }

    async fn work(self: Arc<Self>, mut stopping: watch::Receiver<bool>) {
        while !*stopping.borrow() {
            match self.work_once(&stopping).await {
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
        let owner = self.chance.id();
        let kinds: Vec<String> = self.handlers.iter().map(|handler| handler.kind().to_owned()).collect();
        // A look first: an idle house writes nothing.
        let now = self.clock.now();
        if !self.something_due(now).await? {
            return Ok(false);
        }
        let mut global = self.store.global().await?;
        global.reclaim().await?;
        let job = global.claim(owner, now, &kinds).await?;
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
        global.reclaim().await?;
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
        };
        let result = match handler {
            Some(handler) => handler.run(&mut running).await,
            None => Ok(Outcome::Failed(format!("nobody knows jobs of the kind {}", running.kind))),
        };
        running.settle(result).await
    }

    async fn follow(self: Arc<Self>, mut stopping: watch::Receiver<bool>) {
        let mut tardy = true;
        while !*stopping.borrow() {
            let communities = if tardy {
                followers::communities(&self.store).await.unwrap_or_else(|error| {
                    tracing::error!(%error, "the communities cannot be read");
                    Vec::new()
                })
            } else {
                tokio::select! {
                    moved = self.store.wakers().moved() => moved,
                    () = tokio::time::sleep(SWEEP) => { tardy = true; continue }
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
        while !*stopping.borrow() {
            match followers::step(&self.store, follower, community, &self.clock, &self.chance).await {
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
        while !*stopping.borrow() {
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

crate::global_statement!(LAPSED = "select id from jobs where state = 'running' and lease_until < $1 limit 1");
