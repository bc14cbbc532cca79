//! The list of imports with the way to bring in another.

use crate::run::{self, Run};
use askama::Template;
use axum::extract::Query;
use web::{Cursor, Faults, Page, Pager, Response, Result, Shell, Visit};

const PAGE: usize = 20;

#[derive(Template)]
#[template(path = "imports.html")]
pub struct Imports {
    pub shell: Shell,
    pub runs: Vec<Run>,
    pub pager: Pager,
    pub faults: Faults,
    /// Typed before: which chat of a full-account export.
    pub chat: String,
}

#[derive(serde::Deserialize)]
pub struct Position {
    before: Option<String>,
}

pub async fn list(visit: Visit, Query(position): Query<Position>) -> Result<Response> {
    let view = page(&visit, position.before.as_deref(), Faults::none(), String::new()).await?;
    visit.render(&view)
}

pub async fn page(visit: &Visit, before: Option<&str>, faults: Faults, chat: String) -> Result<Imports> {
    let from = Cursor::place::<i64>(before.unwrap_or_default())?;
    let mut scope = visit.read().await?;
    let rows = run::list(&mut scope, from.unwrap_or(i64::MAX), PAGE as i64 + 1).await?;
    let page = Page::cut(rows, PAGE, |run| run.id);
    let next = page.next.map(|cursor| format!("/import?before={cursor}"));
    let pager = Pager::onward(from.map(|_| "/import".to_owned()), next);
    Ok(Imports { shell: visit.shell(visit.t("import-title")), runs: page.rows, pager, faults, chat })
}
