//! Work for later is a row, written in the transaction of its cause. A job takes effect once in our database:
//! its last transaction marks it done, and only the holder of the lease can. Toward the world it happens at
//! least once, with a stable key.

use crate::row::{FromRow, Row};
use crate::scope::{Global, Scope, Who};
use crate::{BoxFuture, Store, args, global_statement};
use kernel::{Chance, Clock, CommunityId, MICROS_PER_SECOND, Micros, Problem, Result};
use serde_json::Value as Json;
use std::time::Duration;

/// How long a worker may be silent before its job is given to another.
pub const LEASE: Micros = 15 * MICROS_PER_SECOND;
const LEASE_KEPT_EVERY: Duration = Duration::from_secs(4);
/// Tries before a job is laid with the dead letters.
pub const ATTEMPTS: i64 = 8;
const LONGEST_BACKOFF: Micros = 3_600 * MICROS_PER_SECOND;

/// Work to be enqueued.
#[derive(Clone, Debug)]
pub struct Work<'a> {
    pub kind: &'a str,
    pub payload: Json,
    /// Business time; now if none.
    pub due: Option<Micros>,
    /// At most one job of this kind and key waits or runs; a second is not written.
    pub key: Option<&'a str>,
}

/// What became of a run.
#[derive(Debug)]
pub enum Outcome {
    /// Done. Handlers that write call [`Running::finish`] in their last transaction; for others the runner marks it.
    Done,
    /// Not yet: try again after this long. Does not count as a failure.
    Again { after: Micros },
    /// Handed back because the server stops.
    Stopped,
    /// Given up for a reason that trying again cannot mend.
    Failed(String),
    /// Somebody cancelled it.
    Cancelled,
}

/// What the house wants of a running job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    GoOn,
    /// The server stops: hand the job back.
    Stop,
    /// Somebody asked to end it.
    Cancel,
    /// Somebody asked to pause it.
    Pause,
}

pub trait JobHandler: Send + Sync {
    fn kind(&self) -> &'static str;
    /// True for work of minutes (an import): it has workers of its own, so that letters do not wait behind it.
    fn lasting(&self) -> bool {
        false
    }
    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>>;
}

/// A job in the hands of a worker.
pub struct Running {
    pub id: i64,
    pub community: Option<CommunityId>,
    pub kind: String,
    pub payload: Json,
    /// 1 for the first try.
    pub attempt: i64,
    /// What the last heartbeat before a break said, to go on from.
    pub progress: Option<Json>,
    pub store: Store,
    pub clock: Clock,
    pub chance: Chance,
    pub(crate) owner: i64,
    pub(crate) stopping: tokio::sync::watch::Receiver<bool>,
    pub(crate) finished: bool,
    /// What the last heartbeat heard.
    pub(crate) heard: Wish,
}

/// A job as people see it.
#[derive(Clone, Debug)]
pub struct JobRow {
    pub id: i64,
    pub community: Option<CommunityId>,
    pub kind: String,
    pub payload: Json,
    /// `waiting`, `running`, `done`, `dead`, `cancelled`, `paused`.
    pub state: String,
    pub attempt: i64,
    pub progress: Option<Json>,
    pub error: Option<String>,
    pub created_at: Micros,
    pub done_at: Option<Micros>,
}

impl FromRow for JobRow {
    fn from_row(row: &mut Row) -> anyhow::Result<JobRow> {
        Ok(JobRow {
            id: row.next()?,
            community: row.next()?,
            kind: row.next()?,
            payload: row.next()?,
            state: row.next()?,
            attempt: row.next()?,
            progress: row.next()?,
            error: row.next()?,
            created_at: row.next()?,
            done_at: row.next()?,
        })
    }
}

global_statement!(
    ADD = "insert into jobs (id, community_id, kind, payload, state, unique_key, due_at, attempt, created_at) \
     values ($1, $2, $3, $4, 'waiting', $5, $6, 0, $7) on conflict (kind, unique_key) do nothing"
);
global_statement!(
    CLAIM = "update jobs set state = 'running', lease_owner = $1, lease_until = $2, attempt = attempt + 1 \
     where id = (select id from jobs where state = 'waiting' and due_at <= $3 and kind {any $4} order by due_at, id limit 1 {skip locked}) \
     returning id, community_id, kind, payload, state, attempt, progress, error, created_at, done_at"
);
global_statement!(
    CLAIM_ONE = "update jobs set state = 'running', lease_owner = $1, lease_until = $2, attempt = attempt + 1 \
     where id = $3 and state = 'waiting' returning id, community_id, kind, payload, state, attempt, progress, error, created_at, done_at"
);
global_statement!(
    RECLAIM =
        "update jobs set state = 'waiting', lease_owner = null, lease_until = null where state = 'running' and lease_until < $1"
);
global_statement!(
    BURY = "update jobs set state = 'dead', unique_key = null, lease_owner = null, lease_until = null, done_at = $3, \
       error = 'its workers vanished without a word' where state = 'running' and lease_until < $1 and attempt >= $2"
);
global_statement!(KEEP = "update jobs set lease_until = $3 where id = $1 and lease_owner = $2 and state = 'running'");
global_statement!(HELD = "select id from jobs where kind = $1 and unique_key = $2");
global_statement!(
    HEARTBEAT =
        "update jobs set lease_until = $3, progress = $4 where id = $1 and lease_owner = $2 and state = 'running' returning wanted"
);
// What is done is forgotten but for its name: the payload of a letter holds codes and addresses.
global_statement!(
    FINISH = "update jobs set state = $3, error = $4, payload = case when $3 = 'done' then '{}' else payload end, unique_key = null, lease_owner = null, lease_until = null, wanted = null, done_at = $5 \
     where id = $1 and lease_owner = $2 and state = 'running'"
);
// A wish that came while the job was on its way back is not lost: a pause is a pause, and of the end it hears at once.
global_statement!(
    BACK = "update jobs set state = case when wanted = 'pause' then 'paused' else $3 end, \
       due_at = case when wanted = 'cancel' then created_at else $4 end, error = $5, attempt = $6, lease_owner = null, lease_until = null, \
       wanted = case when wanted = 'cancel' then wanted end \
     where id = $1 and lease_owner = $2 and state = 'running'"
);
global_statement!(
    ONE = "select id, community_id, kind, payload, state, attempt, progress, error, created_at, done_at from jobs where id = $1"
);
global_statement!(WANT = "update jobs set wanted = $2 where id = $1 and state = 'running'");
global_statement!(
    END_WAITING = "update jobs set state = $2, unique_key = null, done_at = $3 where id = $1 and state in ('waiting', 'paused')"
);
global_statement!(PAUSE_WAITING = "update jobs set state = 'paused' where id = $1 and state = 'waiting'");
global_statement!(
    RESUME = "update jobs set state = 'waiting', due_at = $2, wanted = null where id = $1 and state in ('paused', 'dead')"
);
global_statement!(STATES = "select state, count(*) from jobs group by state");
global_statement!(NEXT_DUE = "select due_at from jobs where state = 'waiting' order by due_at limit 1");

impl Scope {
    /// Writes work for later in this transaction. Gives the job's id: of the one that waits or runs already, if its key
    /// is held.
    pub async fn enqueue(&mut self, work: Work<'_>) -> Result<i64> {
        let (id, community, now) = (self.chance().id(), self.community(), self.now());
        let due = work.due.unwrap_or(now);
        // A key is the community's own: another's job of the same key is none of its business.
        let key = work.key.map(|key| format!("{community}/{key}"));
        let added = self.tx.run(&ADD, args![id, community, work.kind, work.payload, key.clone(), due, now]).await?;
        if added == 0 {
            // The holder may have finished in this very moment (PostgreSQL, another transaction): then it is told as such.
            let held = self.global_maybe(&HELD, args![work.kind, key]).await?;
            return held.ok_or_else(|| Problem::Again(anyhow::anyhow!("the key was just let go")));
        }
        self.wakes_jobs = true;
        Ok(id)
    }

    /// Writes a letter to be sent in this transaction.
    pub async fn letter(&mut self, letter: &kernel::Letter) -> Result<i64> {
        let payload = serde_json::to_value(letter)?;
        self.enqueue(Work { kind: kernel::Letter::JOB, payload, due: None, key: Some(&letter.key) }).await
    }

    pub async fn job(&mut self, id: i64) -> Result<JobRow> {
        self.global_one(&ONE, args![id]).await
    }

    /// Asks a job to end. One that waits ends at once; one that runs hears of it at its next heartbeat.
    pub async fn cancel_job(&mut self, id: i64) -> Result<()> {
        let now = self.now();
        self.global_run(&END_WAITING, args![id, "cancelled", now]).await?;
        self.global_run(&WANT, args![id, "cancel"]).await?;
        Ok(())
    }

    /// Asks a job to pause where it is.
    pub async fn pause_job(&mut self, id: i64) -> Result<()> {
        self.global_run(&PAUSE_WAITING, args![id]).await?;
        self.global_run(&WANT, args![id, "pause"]).await?;
        Ok(())
    }

    /// Lets a paused or dead job go on.
    pub async fn resume_job(&mut self, id: i64) -> Result<()> {
        let now = self.now();
        self.global_run(&RESUME, args![id, now]).await?;
        self.wakes_jobs = true;
        Ok(())
    }
}

impl Global {
    pub async fn enqueue(&mut self, id: i64, community: Option<CommunityId>, work: Work<'_>, now: Micros) -> Result<()> {
        let due = work.due.unwrap_or(now);
        self.run(&ADD, args![id, community, work.kind, work.payload, work.key, due, now]).await?;
        self.wakes_jobs = true;
        Ok(())
    }

    pub async fn job(&mut self, id: i64) -> Result<JobRow> {
        self.one(&ONE, args![id]).await
    }

    /// How many jobs are in each state.
    pub async fn job_states(&mut self) -> Result<Vec<(String, i64)>> {
        self.all(&STATES, &[]).await
    }

    /// When the next job is due, if one waits.
    pub async fn next_due(&mut self) -> Result<Option<Micros>> {
        self.maybe(&NEXT_DUE, &[]).await
    }

    /// Jobs whose workers fell silent wait again; those that took worker after worker with them do not.
    pub(crate) async fn reclaim(&mut self, now: Micros) -> Result<u64> {
        let real = Clock::real();
        self.run(&BURY, args![real, ATTEMPTS, now]).await?;
        self.run(&RECLAIM, args![real]).await
    }

    /// Takes the next due job of these kinds, with a lease.
    pub(crate) async fn claim(&mut self, owner: i64, now: Micros, kinds: &[String]) -> Result<Option<JobRow>> {
        let lease = Clock::real() + LEASE;
        self.maybe(&CLAIM, args![owner, lease, now, crate::List::Text(kinds.to_vec())]).await
    }

    pub(crate) async fn claim_one(&mut self, owner: i64, id: i64) -> Result<Option<JobRow>> {
        self.maybe(&CLAIM_ONE, args![owner, Clock::real() + LEASE, id]).await
    }
}

impl Running {
    /// The house acting in the job's community.
    pub fn who(&self) -> Result<Who> {
        let community =
            self.community.ok_or_else(|| Problem::Internal(anyhow::anyhow!("{} belongs to no community", self.kind)))?;
        Ok(Who::system(community, &self.clock, &self.chance))
    }

    /// Tells how far the work is and hears what is wanted. Call every second or so: people watch.
    pub async fn heartbeat(&mut self, progress: &Json) -> Result<Wish> {
        let mut global = self.store.global().await?;
        let wanted = global
            .maybe::<Option<String>>(&HEARTBEAT, args![self.id, self.owner, Clock::real() + LEASE, progress])
            .await?
            .ok_or_else(lost)?;
        global.commit().await?;
        Ok(self.wish(wanted.as_deref()))
    }

    /// The same inside a transaction of the work, so that progress and rows are true together.
    pub async fn heartbeat_in(&mut self, scope: &mut Scope, progress: &Json) -> Result<Wish> {
        let wanted = scope
            .global_maybe::<Option<String>>(&HEARTBEAT, args![self.id, self.owner, Clock::real() + LEASE, progress])
            .await?
            .ok_or_else(lost)?;
        Ok(self.wish(wanted.as_deref()))
    }

    fn wish(&mut self, wanted: Option<&str>) -> Wish {
        self.heard = match wanted {
            Some("cancel") => Wish::Cancel,
            Some("pause") => Wish::Pause,
            _ if *self.stopping.borrow() => Wish::Stop,
            _ => Wish::GoOn,
        };
        self.heard
    }

    /// Keeps the lease while the handler is at work, heartbeat or not: a letter may take its server a minute.
    /// Returns only when the lease is lost.
    pub(crate) async fn keep_lease(store: Store, id: i64, owner: i64) {
        loop {
            tokio::time::sleep(LEASE_KEPT_EVERY).await;
            match keep(&store, id, owner).await {
                Ok(0) => return,
                Ok(_) => {}
                Err(error) => tracing::warn!(job = id, %error, "the lease of a job could not be kept"),
            }
        }
    }

    /// Marks the job done in the transaction of its effect: both are true, or neither.
    pub async fn finish(&mut self, scope: &mut Scope) -> Result<()> {
        let none: Option<String> = None;
        let done = scope.global_run(&FINISH, args![self.id, self.owner, "done", none, self.clock.now()]).await?;
        if done == 0 {
            return Err(lost());
        }
        self.finished = true;
        Ok(())
    }

    pub(crate) async fn settle(&mut self, result: Result<Outcome>) -> Result<()> {
        let (now, none) = (self.clock.now(), None::<String>);
        let mut global = self.store.global().await?;
        let (id, owner) = (self.id, self.owner);
        match result {
            Ok(Outcome::Done) if self.finished => 0,
            Ok(Outcome::Done) => global.run(&FINISH, args![id, owner, "done", none, now]).await?,
            Ok(Outcome::Cancelled) => global.run(&FINISH, args![id, owner, "cancelled", none, now]).await?,
            Ok(Outcome::Failed(reason)) => global.run(&FINISH, args![id, owner, "dead", reason, now]).await?,
            Ok(Outcome::Again { after }) => {
                global.run(&BACK, args![id, owner, "waiting", now + after, none, self.attempt - 1]).await?
            }
            Ok(Outcome::Stopped) if self.heard == Wish::Cancel => {
                global.run(&FINISH, args![id, owner, "cancelled", none, now]).await?
            }
            Ok(Outcome::Stopped) => {
                let state = self.state_when_stopped();
                global.run(&BACK, args![id, owner, state, now, none, self.attempt - 1]).await?
            }
            Err(problem) if self.attempt >= ATTEMPTS => {
                tracing::error!(job = id, kind = %self.kind, error = %problem, "a job was laid with the dead letters");
                global.run(&FINISH, args![id, owner, "dead", problem.to_string(), now]).await?
            }
            Err(problem) => {
                tracing::warn!(job = id, kind = %self.kind, attempt = self.attempt, error = %problem, "a job failed and will be tried again");
                let due = now + backoff(self.attempt, &self.chance);
                global.run(&BACK, args![id, owner, "waiting", due, problem.to_string(), self.attempt]).await?
            }
        };
        global.commit().await
    }

    fn state_when_stopped(&self) -> &'static str {
        if *self.stopping.borrow() && self.heard != Wish::Pause { "waiting" } else { "paused" }
    }
}

async fn keep(store: &Store, id: i64, owner: i64) -> Result<u64> {
    let mut global = store.global().await?;
    let kept = global.run(&KEEP, args![id, owner, Clock::real() + LEASE]).await?;
    global.commit().await?;
    Ok(kept)
}

/// Ten seconds, doubled each time up to an hour, with a fifth of chance so that a crowd does not come back at once.
fn backoff(attempt: i64, chance: &Chance) -> Micros {
    let base = ((10 * MICROS_PER_SECOND) << (attempt.clamp(1, 12) - 1)).min(LONGEST_BACKOFF);
    base + chance.below(base as u64 / 5 + 1) as i64
}

fn lost() -> Problem {
    Problem::Internal(anyhow::anyhow!("the lease of this job went to another worker"))
}
