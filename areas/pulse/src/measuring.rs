//! From roll-ups to kept figures: the one way by which pages, the command line and the night get them.

use crate::day::{Day, day_of, monday};
use crate::facts::{self, Facts};
use crate::figures::clusters::LastWeek;
use crate::figures::{Measured, measure};
use crate::rollup;
use crate::sight::Sight;
use crate::snapshot::{self, Snapshot};
use kernel::{Micros, Problem, Result};
use std::time::Instant;
use store::{Store, Who};

/// Figures that took no longer are computed anew whenever they are asked for and stale.
pub const CHEAP_MICROS: Micros = 150_000;

/// The figures of a day. Kept ones if they are true still, or, of the present day, if computing them anew would keep a
/// reader waiting: the job does that within minutes.
///
/// # Errors
/// `NotFound` for a day that has not begun.
pub async fn figures(store: &Store, who: &Who, day: Day, sight: Sight) -> Result<Snapshot> {
    let mut scope = store.read(who).await?;
    let kept = snapshot::find(&mut scope, day, sight).await?;
    if let Some(kept) = kept.as_ref().filter(|kept| !kept.stale) {
        return Ok(kept.clone());
    }
    let today = today(&mut scope).await?;
    drop(scope);
    match kept {
        Some(kept) if day == today && kept.cost_micros > CHEAP_MICROS => Ok(kept),
        _ => afresh(store, who, day, sight).await,
    }
}

/// The present day in the community's zone.
pub async fn today(scope: &mut store::Scope) -> Result<Day> {
    let zone = identity::community::known(scope).await?.community.timezone;
    Ok(day_of(zone, scope.now()))
}

/// Computes the figures of a day from the roll-ups and keeps them.
///
/// # Errors
/// `NotFound` for a day that has not begun.
pub async fn afresh(store: &Store, who: &Who, day: Day, sight: Sight) -> Result<Snapshot> {
    let mut scope = store.read(who).await?;
    let today = today(&mut scope).await?;
    if day > today {
        return Err(Problem::NotFound);
    }
    #[allow(clippy::disallowed_methods, reason = "what it costs decides only who waits for it, and is part of no figure")]
    let begun = Instant::now();
    let week = monday(day);
    let facts = facts::read(&mut scope, day, sight).await?;
    // A week is written down while it lasts, never later: what a past day shows must not hang on who looked at which day before.
    let lasts = week == monday(today);
    let last = snapshot::last_week(&mut scope, sight, week, lasts).await?;
    let read_to = store::followers::place(&mut scope, rollup::NAME).await?;
    drop(scope);
    let measured = aside(facts, last).await?;
    let mut scope = store.write(who).await?;
    // What came while we counted is not in these figures: they are kept, and known to be stale already.
    let stale = store::followers::place(&mut scope, rollup::NAME).await? != read_to;
    let cost_micros = i64::try_from(begun.elapsed().as_micros()).unwrap_or(i64::MAX);
    let kept = Snapshot { figures: measured.figures.clone(), made_at: scope.now(), cost_micros, stale };
    snapshot::keep(&mut scope, sight, lasts.then_some(week), &measured, &kept).await?;
    scope.commit().await?;
    Ok(kept)
}

/// Measuring is work for a thread that serves nobody meanwhile.
async fn aside(facts: Facts, last: LastWeek) -> Result<Measured> {
    let measured = tokio::task::spawn_blocking(move || measure(&facts, &last)).await;
    measured.map_err(|error| Problem::Internal(anyhow::Error::from(error)))
}
