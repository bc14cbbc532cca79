//! Work that a job does a slice at a time. Each slice is one transaction with the job's own progress, so that a killed
//! process goes on where it was, and writers of the community wait only for one slice.

use crate::{BoxFuture, Outcome, Running, Scope, Wish};
use kernel::Result;
use serde_json::Value as Json;

/// Work that is done to its end: what the law or a person's leaving demands is not given up half-way.
pub trait Slices: Send {
    /// One slice; whether there may be more.
    fn slice<'a>(&'a mut self, scope: &'a mut Scope) -> BoxFuture<'a, Result<bool>>;

    /// Where a broken run goes on: what the job's `progress` is then.
    fn reached(&self) -> Json;
}

impl Running {
    /// Does the work until nothing is left, or until this process closes.
    ///
    /// # Errors
    /// Those of a slice: it never was, and the job is tried again later.
    pub async fn to_the_end(&mut self, work: &mut impl Slices) -> Result<Outcome> {
        loop {
            let mut scope = self.store.write(&self.who()?).await?;
            if !work.slice(&mut scope).await? {
                self.finish(&mut scope).await?;
                scope.commit().await?;
                return Ok(Outcome::Done);
            }
            let wish = self.heartbeat_in(&mut scope, &work.reached()).await?;
            scope.commit().await?;
            match wish {
                Wish::GoOn => {}
                Wish::Stop | Wish::Pause => return Ok(Outcome::Stopped),
                Wish::Cancel => tracing::warn!(job = self.id, kind = self.kind, "this work cannot be cancelled"),
            }
        }
    }
}
