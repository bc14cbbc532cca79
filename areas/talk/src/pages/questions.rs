//! `/talk/questions`: what was asked in the last days and not answered yet.

use super::shown::{ThreadLine, thread_lines};
use crate::author::Names;
use crate::thread::{self, Key, Thread};
use askama::Template;
use web::paging::Page;
use web::{Cursor, Pager, Response, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "questions.html")]
struct QuestionsView {
    shell: Shell,
    threads: Vec<ThreadLine>,
    pager: Pager,
}

pub async fn show(visit: Visit) -> Result<Response> {
    let before = Cursor::place::<Key>(super::query(&visit).get("before"))?;
    let mut scope = visit.read().await?;
    let threads =
        Page::cut(thread::waiting(&mut scope, before).await?, thread::PAGE, |thread: &Thread| (thread.started_at, thread.id));
    let names = Names::learn(&mut scope, threads.rows.iter().map(|thread| thread.starter)).await?;
    drop(scope);
    let shell = visit.shell(visit.t("talk-questions-title"));
    let lines = thread_lines(&shell, &names, threads.rows);
    let newer = before.map(|_| "/talk/questions".to_owned());
    let pager = Pager::new(newer, threads.next.map(|next| format!("/talk/questions?before={next}")));
    visit.render(&QuestionsView { shell, threads: lines, pager })
}
