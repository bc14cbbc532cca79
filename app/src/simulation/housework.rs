//! What the house does by itself while its people live: jobs when they are due, schedules hour by hour, followers behind the
//! deeds. One thing after another, so that the same story is told again the same way.

use super::{People, Plan};
use kernel::{CommunityId, Letter, MICROS_PER_SECOND, Micros, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::runner::Runner;
use store::{BoxFuture, DeedRow, Follower, FollowerRole, JobHandler, Outcome, Running, Who, statement};
use tokio::sync::watch;
use web::House;

const HOUR: Micros = 3_600 * MICROS_PER_SECOND;
/// Hours between two looks at schedules while nobody does anything.
const IDLE: i64 = 6;

statement!(HEAD = "select seq from store_heads where community_id = $1");

pub(crate) struct Housework {
    pub runner: Runner,
    pub community: CommunityId,
    pub began_at: Micros,
    /// Kept so that nothing stops.
    stopping: (watch::Sender<bool>, watch::Receiver<bool>),
    letters: Arc<AtomicUsize>,
    next_hour: Micros,
    hours: i64,
    /// Something was done since the last look at schedules.
    stirred: bool,
}

impl Housework {
    /// A runner like the house's own, with the clock and the chance of the story. Letters are counted and thrown away: those to
    /// whom they would go are invented. The search index is left to whoever serves.
    pub fn new(runner: &Runner, house: Arc<House>, people: &People, plan: Plan) -> Housework {
        let count = Arc::new(AtomicUsize::new(0));
        let mut handlers: Vec<Arc<dyn JobHandler>> = runner
            .handlers
            .iter()
            .filter(|handler| ![Letter::JOB, requests::notices::JOB].contains(&handler.kind()))
            .cloned()
            .collect();
        let mut followers: Vec<Arc<dyn Follower>> =
            runner.followers.iter().filter(|follower| follower.role() == FollowerRole::Projection).cloned().collect();
        handlers.push(Arc::new(Postbox(count.clone())));
        if plan.letters {
            let (notices, writing) = requests::notices(house);
            followers.push(notices);
            handlers.push(writing);
        }
        let (clock, chance) = (people.clock.clone(), people.chance.clone());
        let now = clock.now();
        let schedules = runner.schedules.clone();
        Housework {
            runner: Runner { store: runner.store.clone(), clock, chance, followers, handlers, schedules },
            community: people.community,
            began_at: now,
            stopping: watch::channel(false),
            letters: count,
            next_hour: now,
            hours: plan.hours,
            stirred: false,
        }
    }

    pub fn now(&self) -> Micros {
        self.runner.clock.now()
    }

    pub fn pass_to(&self, at: Micros) {
        self.runner.clock.pass((at - self.now()).max(0));
    }

    pub fn system(&self) -> Who {
        Who::system(self.community, &self.runner.clock, &self.runner.chance)
    }

    pub fn letters(&self) -> usize {
        self.letters.load(Ordering::Relaxed)
    }

    /// What happened before the story is followed first, and is no news.
    pub async fn begin(&mut self) -> Result<()> {
        self.runner.settle().await
    }

    /// The last deed there is.
    pub async fn head(&self) -> Result<i64> {
        let mut scope = self.runner.store.read(&self.system()).await?;
        scope.one(&HEAD, &[]).await
    }

    pub async fn deeds_after(&self, seq: i64, limit: i64) -> Result<Vec<DeedRow>> {
        let mut scope = self.runner.store.read(&self.system()).await?;
        scope.deeds_after(seq, limit).await
    }

    /// When something is to be done next: by somebody, or by the house.
    pub async fn next(&self, agenda: Option<Micros>) -> Result<Micros> {
        let mut look = self.runner.store.global_read().await?;
        let job = look.next_due().await?;
        Ok([agenda, job].into_iter().flatten().fold(self.next_hour, Micros::min))
    }

    /// Jobs that are due.
    pub async fn work(&self) -> Result<()> {
        while self.runner.work_once(&self.stopping.1).await? {}
        Ok(())
    }

    /// News become letters.
    pub async fn tell(&mut self) -> Result<()> {
        self.stirred = true;
        self.follow(FollowerRole::Effector).await
    }

    async fn follow(&self, role: FollowerRole) -> Result<()> {
        let runner = &self.runner;
        for follower in runner.followers.iter().filter(|follower| follower.role() == role) {
            store::followers::catch_up(&runner.store, follower.as_ref(), self.community, &runner.clock, &runner.chance).await?;
        }
        Ok(())
    }

    /// Every hour in which something happens: schedules, and whatever stands on deeds.
    pub async fn keep_hours(&mut self) -> Result<()> {
        let now = self.now();
        if now < self.next_hour {
            return Ok(());
        }
        self.next_hour = now - now.rem_euclid(HOUR) + HOUR * if self.stirred { self.hours } else { IDLE.max(self.hours) };
        self.stirred = false;
        for schedule in &self.runner.schedules {
            schedule.tick(&self.runner.store, now, &self.runner.chance).await?;
        }
        self.follow(FollowerRole::Projection).await
    }

    /// The story ends: everything that stands on deeds stands on all of them.
    pub async fn rest(&self) -> Result<()> {
        self.follow(FollowerRole::Projection).await
    }
}

/// Takes letters to nobody.
struct Postbox(Arc<AtomicUsize>);

impl JobHandler for Postbox {
    fn kind(&self) -> &'static str {
        Letter::JOB
    }

    fn run<'a>(&'a self, _: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(async { Ok(Outcome::Done) })
    }
}
