//! Chat import: a history that Telegram Desktop wrote becomes the history of a community.
//!
//! The upload is checked whole before the first row. Rows come in slices, hidden behind an audience of their
//! own, until the owner opens them to members or takes them back.

pub mod bringing;
pub mod conversion;
pub mod findings;
pub mod forgetting;
pub mod lines;
mod markup;
pub mod opening;
pub mod pages;
pub mod progress;
pub mod run;
pub mod sweeping;
pub mod taking_back;

use kernel::Locale;
use std::sync::Arc;
use store::{BoxFuture, Scope};
use web::{Area, Step, Visit};

/// The area as the house takes it in.
pub fn area() -> Area {
    Area {
        name: "chat_import",
        routes: pages::routes(),
        jobs: vec![
            Arc::new(bringing::Bringing),
            Arc::new(taking_back::TakingBack),
            Arc::new(forgetting::Forgetting),
            Arc::new(sweeping::Sweeping),
        ],
        schedules: vec![sweeping::NIGHTLY],
        words: &[(Locale::Ru, include_str!("../words/ru.ftl")), (Locale::En, include_str!("../words/en.ftl"))],
        nav: pages::nav(),
        today: Some(today),
        ..Area::default()
    }
}

/// Runs among which the first page looks for one that waits.
const LATEST: i64 = 10;

/// For those who run the community: bring the history in, or look at what came.
fn today<'a>(scope: &'a mut Scope, visit: &'a Visit) -> BoxFuture<'a, kernel::Result<Vec<Step>>> {
    Box::pin(async move {
        if !visit.viewer.is_staff() {
            return Ok(Vec::new());
        }
        let runs = run::list(scope, i64::MAX, LATEST).await?;
        let waiting = runs.iter().find(|run| run.state == run::State::Brought).cloned();
        let latest = waiting.or_else(|| runs.into_iter().next());
        let step = |key: &str, path: String, done: bool| Step {
            order: 10,
            icon: "importer",
            title: visit.t(&format!("import-today-{key}title")),
            note: visit.t(&format!("import-today-{key}note")),
            path,
            action: visit.t(&format!("import-today-{key}action")),
            done,
        };
        Ok(match latest {
            Some(run) if run.state == run::State::Brought => vec![step("open-", format!("/import/{}", run.id), false)],
            Some(run) if matches!(run.state, run::State::Opened | run::State::Unchanged) => Vec::new(),
            _ => vec![step("", "/import".to_owned(), false)],
        })
    })
}
