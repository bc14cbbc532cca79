//! Work that recurs. One row a schedule; whoever moves it on enqueues its job in the same transaction.

use crate::jobs::Work;
use crate::{Store, args, global_statement};
use chrono::{DateTime, Utc};
use kernel::{Chance, Micros, Result};

/// `cron` has five fields in UTC: minute, hour, day of month, month, day of week.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    pub name: &'static str,
    pub cron: &'static str,
    /// The kind of job, with an empty payload and no community.
    pub kind: &'static str,
}

global_statement!(NEXT = "select next_at from job_schedules where name = $1");
global_statement!(BEGIN = "insert into job_schedules (name, next_at) values ($1, $2) on conflict (name) do nothing");
global_statement!(ADVANCE = "update job_schedules set next_at = $3 where name = $1 and next_at = $2");

impl Schedule {
    /// The first moment after `now` that the rule names.
    fn next_after(&self, now: Micros) -> Result<Micros> {
        let rule: croner::Cron = self.cron.parse().map_err(|error| anyhow::anyhow!("schedule {}: {error}", self.name))?;
        let now = DateTime::<Utc>::from_timestamp_micros(now).unwrap_or_default();
        let next = rule.find_next_occurrence(&now, false).map_err(|error| anyhow::anyhow!("schedule {}: {error}", self.name))?;
        Ok(next.timestamp_micros())
    }

    /// Enqueues the job if its time has come. However many nodes ask, one enqueues.
    pub async fn tick(&self, store: &Store, now: Micros, chance: &Chance) -> Result<bool> {
        let mut look = store.global_read().await?;
        let next = look.maybe::<Micros>(&NEXT, args![self.name]).await?;
        drop(look);
        let Some(next) = next else {
            let mut global = store.global().await?;
            global.run(&BEGIN, args![self.name, self.next_after(now)?]).await?;
            global.commit().await?;
            return Ok(false);
        };
        if next > now {
            return Ok(false);
        }
        let mut global = store.global().await?;
        if global.run(&ADVANCE, args![self.name, next, self.next_after(now)?]).await? == 0 {
            return Ok(false);
        }
        let work = Work { kind: self.kind, payload: serde_json::json!({}), due: None, key: Some(self.name) };
        global.enqueue(chance.id(), None, work, now).await?;
        global.commit().await?;
        Ok(true)
    }
}
