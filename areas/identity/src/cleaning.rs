//! The nightly cleaning: what is expired is forgotten.

use crate::{copies, pass, session, sign_in, throttle};
use kernel::Result;
use store::{BoxFuture, JobHandler, Outcome, Running, Schedule};

const CLEANING: &str = "identity.cleaning";

/// A quarter past two at night, UTC.
pub const NIGHTLY: Schedule = Schedule { name: CLEANING, cron: "15 2 * * *", kind: CLEANING };

/// Deletes expired letters, passes, failures and sessions, and old copies of the database.
pub struct Cleaning;

impl JobHandler for Cleaning {
    fn kind(&self) -> &'static str {
        CLEANING
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(clean(job))
    }
}

async fn clean(job: &mut Running) -> Result<Outcome> {
    let now = job.clock.now();
    let mut global = job.store.global().await?;
    let letters = sign_in::clean(&mut global, now).await?;
    let passes = pass::clean(&mut global, now).await?;
    let failures = throttle::clean(&mut global, now).await?;
    let sessions = session::clean(&mut global, now).await?;
    global.commit().await?;
    let copies = copies::clean(job.store.data());
    tracing::info!(letters, passes, failures, sessions, copies, "what is expired was forgotten");
    Ok(Outcome::Done)
}

/// Does nothing: see [`sign_in::NO_LETTER`].
pub struct NoLetter;

impl JobHandler for NoLetter {
    fn kind(&self) -> &'static str {
        sign_in::NO_LETTER
    }

    fn run<'a>(&'a self, _: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async { Ok(Outcome::Done) })
    }
}
