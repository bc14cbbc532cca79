//! `/talk/months/2024-03`: what was begun in a month, day by day.

use super::shown::{ThreadLine, thread_lines};
use crate::author::Names;
use crate::month::{self, Month, MonthCount};
use crate::service;
use crate::thread::{self, Key, Thread};
use askama::Template;
use axum::extract::Path;
use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;
use kernel::{MICROS_PER_DAY, MICROS_PER_SECOND, Micros, Problem};
use std::collections::BTreeMap;
use web::paging::Page;
use web::{Cursor, Pager, Response, Result, Shell, Visit, calendar};

#[derive(Template)]
#[template(path = "month.html")]
struct MonthView {
    shell: Shell,
    /// Nothing was said in a month that has no count.
    count: Option<MonthCount>,
    days: Vec<Day>,
    earlier: Option<Month>,
    later: Option<Month>,
    pager: Pager,
}

/// A day with the conversations begun on it.
struct Day {
    /// A moment of the day, by which it is called.
    at: Micros,
    threads: Vec<ThreadLine>,
    /// Lines that the chat wrote about itself.
    service: i64,
}

pub async fn show(visit: Visit, Path(month): Path<String>) -> Result<Response> {
    let month = Month::parse(&month).ok_or(Problem::NotFound)?;
    let after = Cursor::place::<Key>(super::query(&visit).get("after"))?;
    let zone = visit.community()?.timezone;
    let mut scope = visit.read().await?;
    let threads = Page::cut(thread::of_month(&mut scope, month, after).await?, thread::PAGE, |thread: &Thread| {
        (thread.started_at, thread.id)
    });
    let months = month::list(&mut scope).await?;
    let stretch = stretch(zone, month, after, &threads);
    let service = service::by_day(&mut scope, month, stretch.from, stretch.until, stretch.offset).await?;
    let names = Names::learn(&mut scope, threads.rows.iter().map(|thread| thread.starter)).await?;
    drop(scope);
    let mut shell = visit.shell(String::new());
    shell.title = capitalised(&shell.month(month.to_string()));
    let path = format!("/talk/months/{month}");
    let next = threads.next.clone().map(|next| format!("{path}?after={next}"));
    let days = days(&shell, &names, threads.rows, service, stretch.offset);
    let pager = Pager::onward(after.map(|_| path), next);
    let earlier = months.iter().find(|count| count.month < month).map(|count| count.month);
    let later = months.iter().rev().find(|count| count.month > month).map(|count| count.month);
    let count = months.into_iter().find(|count| count.month == month);
    visit.render(&MonthView { shell, count, days, earlier, later, pager })
}

/// The time that one page covers: from where the page before ended to where the next begins.
struct Stretch {
    from: Micros,
    until: Micros,
    offset: Micros,
}

fn stretch(zone: Tz, month: Month, after: Option<Key>, threads: &Page<Thread>) -> Stretch {
    let (first, end) = calendar::month_bounds(zone, &month.to_string()).unwrap_or((0, i64::MAX));
    let from = after.map_or(first, |(at, _)| at + 1);
    let last = threads.rows.last().map_or(end, |thread| thread.started_at + 1);
    let until = if threads.next.is_some() { last } else { end };
    let utc = DateTime::from_timestamp_micros(from).unwrap_or_default().naive_utc();
    let offset = i64::from(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()) * MICROS_PER_SECOND;
    Stretch { from, until, offset }
}

fn days(shell: &Shell, names: &Names, threads: Vec<Thread>, service: Vec<(i64, i64)>, offset: Micros) -> Vec<Day> {
    let mut days: BTreeMap<i64, Day> = BTreeMap::new();
    for line in thread_lines(shell, names, threads) {
        let day = (line.started_at + offset).div_euclid(MICROS_PER_DAY);
        let at = line.started_at;
        days.entry(day).or_insert(Day { at, threads: Vec::new(), service: 0 }).threads.push(line);
    }
    for (day, count) in service {
        let noon = day * MICROS_PER_DAY + MICROS_PER_DAY / 2 - offset;
        days.entry(day).or_insert(Day { at: noon, threads: Vec::new(), service: 0 }).service = count;
    }
    days.into_values().collect()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
