//! How far an import is, in words for the page. The same fragment stands in the page and comes by the stream.

use crate::progress::{Progress, Stage};
use crate::run::{Run, State};
use askama::Template;
use kernel::Result;
use store::Scope;
use web::Shell;

#[derive(Template)]
#[template(path = "_progress.html")]
pub struct ProgressView<'a> {
    pub shell: &'a Shell,
    pub run: &'a Run,
    pub progress: &'a Progress,
    /// The job was laid with the dead letters: something of ours broke.
    pub broken: bool,
}

/// One step of the way: its word, and `done`, `current` or nothing.
pub struct Step {
    pub word: &'static str,
    pub state: &'static str,
}

impl ProgressView<'_> {
    fn word(&self, prefix: &str) -> String {
        format!("{prefix}{}", self.run.state.code())
    }

    pub fn steps(&self) -> Vec<Step> {
        let words =
            ["import-step-received", "import-step-checked", "import-step-bringing", "import-step-findings", "import-step-done"];
        let at = match (self.run.state, self.progress.stage) {
            (State::Checking, _) => 1,
            (State::Bringing | State::Paused | State::Failed | State::Cancelled, Stage::Finding) => 3,
            (State::Failed, Stage::Checking) => 1,
            (State::Bringing | State::Paused | State::Failed | State::Cancelled, _) => 2,
            _ => 5,
        };
        let state = |index: usize| match index.cmp(&at) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "current",
            std::cmp::Ordering::Greater => "",
        };
        words.into_iter().enumerate().map(|(index, word)| Step { word, state: state(index) }).collect()
    }

    pub fn is_counting(&self) -> bool {
        matches!(self.progress.stage, Stage::Bringing | Stage::Finding)
    }

    pub fn minutes_left(&self) -> Option<u64> {
        self.progress.seconds_left.filter(|seconds| *seconds >= 60).map(|seconds| seconds.div_ceil(60))
    }

    pub fn seconds_left(&self) -> Option<u64> {
        self.progress.seconds_left.filter(|seconds| *seconds < 60)
    }
}

/// The run's progress, and whether its job lies dead.
pub async fn of(scope: &mut Scope, run: &Run) -> Result<(Progress, bool)> {
    let Some(job) = run.job else { return Ok((Progress::default(), false)) };
    let job = scope.job(job).await?;
    let broken = job.state == "dead" && run.state.is_running();
    Ok((Progress::read(job.progress.as_ref()), broken))
}
