//! `/talk`: the latest conversations, and the way into the past.

use super::shown::{ThreadLine, thread_lines};
use crate::author::Names;
use crate::month::{self, MonthCount};
use crate::thread::{self, Key, Thread};
use crate::topic::{self, Topic};
use askama::Template;
use web::paging::Page;
use web::{Cursor, Pager, Response, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "talk.html")]
struct TalkView {
    shell: Shell,
    threads: Vec<ThreadLine>,
    years: Vec<Year>,
    topics: Vec<Topic>,
    pager: Pager,
    first_page: bool,
}

/// The months of a year, the newest first.
pub struct Year {
    pub year: i64,
    pub months: Vec<MonthCount>,
    /// The one that is shown unfolded.
    pub open: bool,
}

pub async fn show(visit: Visit) -> Result<Response> {
    let before = Cursor::place::<Key>(super::query(&visit).get("before"))?;
    let mut scope = visit.read().await?;
    let threads = Page::cut(thread::latest(&mut scope, before).await?, thread::PAGE, |thread: &Thread| (thread.last_at, thread.id));
    let years = years(month::list(&mut scope).await?);
    let topics = topic::list(&mut scope).await?;
    let names = Names::learn(&mut scope, threads.rows.iter().map(|thread| thread.starter)).await?;
    drop(scope);
    let shell = visit.shell(visit.t("talk-title"));
    let threads_shown = thread_lines(&shell, &names, threads.rows);
    let pager = Pager::new(before.map(|_| "/talk".to_owned()), threads.next.map(|next| format!("/talk?before={next}")));
    visit.render(&TalkView { shell, threads: threads_shown, years, topics, pager, first_page: before.is_none() })
}

fn years(months: Vec<MonthCount>) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for count in months {
        match years.last_mut() {
            Some(year) if year.year == count.month.year() => year.months.push(count),
            _ => years.push(Year { year: count.month.year(), months: vec![count], open: years.is_empty() }),
        }
    }
    years
}
