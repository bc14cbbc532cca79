//! `/talk/topics/ID`: the conversations of one topic, the newest first.

use super::shown::{ThreadLine, thread_lines};
use crate::author::Names;
use crate::thread::{self, Key, Thread};
use crate::topic::{self, Topic};
use askama::Template;
use axum::extract::Path;
use web::paging::Page;
use web::{Cursor, Pager, Response, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "topic.html")]
struct TopicView {
    shell: Shell,
    topic: Topic,
    threads: Vec<ThreadLine>,
    pager: Pager,
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    let before = Cursor::place::<Key>(super::query(&visit).get("before"))?;
    let mut scope = visit.read().await?;
    let topic = topic::find(&mut scope, id).await?;
    let threads =
        Page::cut(thread::of_topic(&mut scope, id, before).await?, thread::PAGE, |thread: &Thread| (thread.started_at, thread.id));
    let names = Names::learn(&mut scope, threads.rows.iter().map(|thread| thread.starter)).await?;
    drop(scope);
    let shell = visit.shell(topic.title.clone());
    let lines = thread_lines(&shell, &names, threads.rows);
    let path = format!("/talk/topics/{id}");
    let pager = Pager::new(before.map(|_| path.clone()), threads.next.map(|next| format!("{path}?before={next}")));
    visit.render(&TopicView { shell, topic, threads: lines, pager })
}
