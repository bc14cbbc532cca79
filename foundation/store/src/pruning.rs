//! Ended jobs are cleared away after a while.

use crate::jobs::{JobHandler, Outcome, Running};
use crate::{BoxFuture, args, global_statement};
use kernel::{Micros, Result};

global_statement!(PRUNE = "delete from jobs where state {any $1} and due_at < $2");

/// How long ended jobs stay for people to look at; dead letters stay until somebody settles them.
pub const KEPT: Micros = 30 * kernel::MICROS_PER_DAY;

/// Clears away ended jobs, nightly.
pub struct Pruning;

impl Pruning {
    pub const SCHEDULE: crate::Schedule = crate::Schedule { name: "store.prune", cron: "20 3 * * *", kind: "store.prune" };
}

impl JobHandler for Pruning {
    fn kind(&self) -> &'static str {
        Self::SCHEDULE.kind
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let ended = crate::List::Text(vec!["done".to_owned(), "cancelled".to_owned()]);
            let mut global = job.store.global().await?;
            global.run(&PRUNE, args![ended, job.clock.now() - KEPT]).await?;
            global.commit().await?;
            Ok(Outcome::Done)
        })
    }
}
