//! How far an import is, as it stands in its job's row: the page and the terminal read the same.

use crate::run::Run;
use kernel::Result;
use serde_json::Value as Json;
use store::Scope;

/// Counts of added rows, and of those passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Counts {
    pub messages: u64,
    pub people: u64,
    pub authors: u64,
    pub replies: u64,
    pub service: u64,
    pub duplicates: u64,
    /// Entries that the export holds twice.
    #[serde(default)]
    pub repeated: u64,
    pub skipped: u64,
}

impl Counts {
    /// The same export again adds nothing: there is nothing to open or to take back then.
    pub fn anything(&self) -> bool {
        self.messages + self.service + self.people > 0
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    #[default]
    Checking,
    Bringing,
    Finding,
}

#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Progress {
    pub stage: Stage,
    /// Bytes while checking, entries while bringing.
    pub done: u64,
    pub total: u64,
    /// Entries a second over the last stretch.
    pub per_second: u64,
    /// Of the whole, as far as can be told.
    pub seconds_left: Option<u64>,
    /// Entries taken from the export that are safely in: where a broken run goes on.
    pub position: u64,
    /// The first id this import could have dealt; taking back begins here.
    pub first_id: Option<i64>,
    pub counts: Counts,
    /// Seconds of work in earlier lives of the job.
    pub seconds: f64,
}

impl Progress {
    pub fn read(json: Option<&Json>) -> Progress {
        json.and_then(|json| serde_json::from_value(json.clone()).ok()).unwrap_or_default()
    }

    /// Of a run whose job brings it in: true at any time, also after a break, since it is written with the rows.
    pub async fn of(scope: &mut Scope, run: &Run) -> Result<Progress> {
        let Some(job) = run.job else { return Ok(Progress::default()) };
        Ok(Progress::read(scope.job(job).await?.progress.as_ref()))
    }

    pub fn json(&self) -> Json {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// Whole per cent of the stage.
    pub fn per_cent(&self) -> u64 {
        (self.done.min(self.total) * 100).checked_div(self.total).unwrap_or(0)
    }
}
