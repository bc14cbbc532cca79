//! One import: progress while it works, faults if it failed, findings when it is in.

use crate::findings::Findings;
use crate::pages::findings::FindingsView;
use crate::pages::progress::{self, ProgressView};
use crate::progress::Progress;
use crate::run::{self, Run, State};
use askama::Template;
use axum::extract::Path;
use kernel::{Locale, Problem};
use std::time::Duration;
use web::{Event, Response, Result, Shell, Visit, live};

const LOOK_EVERY: Duration = Duration::from_millis(700);

#[derive(Template)]
#[template(path = "run.html")]
struct RunView {
    shell: Shell,
    run: Run,
    progress: Progress,
    progress_part: String,
    findings: Option<FindingsView>,
    faults: Vec<String>,
    warnings: Vec<(String, i64)>,
    broken: bool,
}

impl RunView {
    fn word(&self, prefix: &str) -> String {
        format!("{prefix}{}", self.run.state.code())
    }

    /// What came of a cancelled import is there to be settled; where nothing came there is nothing to say of it.
    fn says(&self) -> String {
        match self.run.state {
            State::Cancelled if !self.progress.counts.anything() => "import-says-cancelled-empty".to_owned(),
            _ => self.word("import-says-"),
        }
    }

    /// What the form of this export does not share with the one from which the chat was brought in before.
    fn other_form(&self) -> Option<&'static str> {
        match (self.run.known_from()?, self.run.form.as_str()) {
            ("json", "html") if self.progress.counts.people > 0 => Some("import-same-names"),
            ("html", "json") => Some("import-same-richer"),
            _ => None,
        }
    }

    fn is_owner(&self) -> bool {
        self.shell.viewer.is_owner()
    }

    fn count(&self, key: &str) -> i64 {
        let counts = self.run.counts.as_ref();
        counts.and_then(|counts| counts[key].as_i64()).unwrap_or_default()
    }
}

pub async fn show(visit: Visit, Path(id): Path<i64>) -> Result<Response> {
    let mut scope = visit.read().await?;
    let run = run::find(&mut scope, id).await?;
    let (progress, broken) = progress::of(&mut scope, &run).await?;
    let findings = Findings::read(&mut scope, run.findings.clone()).await?;
    drop(scope);
    let shell = visit.shell(if run.title.is_empty() { visit.t("import-title") } else { run.title.clone() });
    let progress_part = part(&shell, &run, &progress, broken)?;
    let findings = findings.map(|findings| FindingsView::new(visit.shell(""), findings));
    let (faults, warnings) = (faults(&run, visit.locale), warnings(&run, visit.locale));
    visit.render(&RunView { shell, progress, progress_part, findings, faults, warnings, broken, run })
}

fn part(shell: &Shell, run: &Run, progress: &Progress, broken: bool) -> Result<String> {
    let view = ProgressView { shell, run, progress, broken };
    Ok(view.render().map_err(|error| Problem::Internal(error.into()))?)
}

fn faults(run: &Run, locale: Locale) -> Vec<String> {
    let faults = run.faults.as_ref().and_then(|faults| faults.as_array()).cloned().unwrap_or_default();
    faults.iter().filter_map(|fault| fault[locale.code()].as_str().map(str::to_owned)).collect()
}

fn warnings(run: &Run, locale: Locale) -> Vec<(String, i64)> {
    let warnings = run.summary.as_ref().and_then(|summary| summary["warnings"].as_array()).cloned().unwrap_or_default();
    warnings.iter().filter_map(|warning| Some((warning[locale.code()].as_str()?.to_owned(), warning["count"].as_i64()?))).collect()
}

/// Progress as it moves. When the work is over the browser is led to the page as it stands then.
pub async fn events(visit: Visit, Path(id): Path<i64>) -> Result<Response> {
    let mut scope = visit.read().await?;
    let seen = run::find(&mut scope, id).await?.state;
    drop(scope);
    let watcher = std::sync::Arc::new(visit.clone());
    live::watch(&visit, LOOK_EVERY, move || {
        let visit = watcher.clone();
        async move { look(&visit, id, seen).await.ok() }
    })
}

/// What the page says above the progress is true of one state only: when that changes, the page is read anew.
async fn look(visit: &Visit, id: i64, seen: State) -> Result<Vec<Event>> {
    let mut scope = visit.read().await?;
    let run = run::find(&mut scope, id).await?;
    let (progress, broken) = progress::of(&mut scope, &run).await?;
    drop(scope);
    if run.state != seen || (!run.state.is_running() && run.state != State::Receiving) {
        return Ok(vec![Event::go(&format!("/import/{id}"))]);
    }
    let shell = visit.shell("");
    Ok(vec![Event::part("progress", part(&shell, &run, &progress, broken)?)])
}
