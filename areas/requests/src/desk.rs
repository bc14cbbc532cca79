//! What requests lay on the Desk: those that nobody answered, those that came to the Desk, those that hang, and what was reported.
//! Requests of chosen people never lie here, but for a report by one of them: and then only what the reporter chose to show.

mod rows;

pub use rows::{Lying, LyingReport};

use crate::course::STALE;
use crate::figures::{self, ENOUGH, Figures};
use crate::topics;
use askama::Template;
use kernel::{MICROS_PER_DAY, Micros, Problem, Result};
use store::{BoxFuture, Scope, args, statement};
use web::{DESK_COUNTED, DeskAsk, DeskPart, DeskPlace, DeskQueue, Html, Panel, PanelPlace, Shell, Visit, calendar};

/// A queue: its code, its urgency, its name.
const QUEUES: [(&str, &str); 5] = [
    ("reported", "requests-desk-reported"),
    ("escalated", "requests-desk-escalated"),
    ("unanswered", "requests-desk-unanswered"),
    ("stale", "requests-desk-stale"),
    (topics::desk::QUEUE, "requests-topics-found-desk-queue"),
];

/// A request that all may see, is open, and does not rest after an act. Open ones are many and those for the Desk few: sums with
/// nought keep the database from walking the list of all open ones, or of all ever asked.
macro_rules! awake {
    () => {
        "r.community_id = $1 and r.state = 'open' and r.audience_id + 0 = 0 and not exists (select 1 from requests_tended t \
         where t.community_id = r.community_id and t.request_id = r.id and t.until_at > $2)"
    };
}
macro_rules! escalated {
    () => {
        concat!(awake!(), " and r.stage = 'desk' and r.first_answer_at is null")
    };
}
macro_rules! unanswered {
    () => {
        concat!(
            awake!(),
            " and r.stage <> 'desk' and r.first_answer_at is null and r.asked_at + 0 < $2 - cast(3600000000 as bigint) * \
             coalesce((select s.patience_hours from requests_settings s where s.community_id = $1), 24)"
        )
    };
}
macro_rules! late {
    () => {
        concat!(awake!(), " and r.first_answer_at is not null and r.deadline_at is not null and r.deadline_at < $2")
    };
}
macro_rules! silent {
    () => {
        concat!(
            awake!(),
            " and r.first_answer_at is not null and r.last_answer_at < $3 and (r.deadline_at is null or r.deadline_at >= $2)"
        )
    };
}
pub(crate) use {awake, escalated, late, silent, unanswered};

statement!(
    COUNTS = concat!(
        "select (select count(*) from (select 1 from requests_requests r where ",
        escalated!(),
        " limit $4) at_desk), (select count(*) from (select 1 from requests_reports p join requests_requests r on r.community_id = p.community_id and r.id = p.request_id \
           left join requests_answers a on a.community_id = p.community_id and a.id = p.answer_id \
           where p.community_id = $1 and p.settled_at is null and coalesce(a.author_id, r.asker_id) <> $6 order by p.at, p.id limit $4) reported), \
         (select count(*) from (select 1 from requests_requests r where ",
        unanswered!(),
        " limit $4) waiting), (select count(*) from (select 1 from requests_requests r where ",
        late!(),
        " limit $4) overdue), (select count(*) from (select 1 from requests_requests r where ",
        silent!(),
        " limit $4) quiet), (select count(*) from (select 1 from requests_tended d where d.community_id = $1 and d.at >= $5 \
           union all select 1 from requests_reports p where p.community_id = $1 and p.settled_at >= $5 limit $4) done)"
    )
);

/// Three statements: rows, counts, figures; and a few for topics that are worth a direction, once they were counted.
pub(crate) fn desk<'a>(scope: &'a mut Scope, visit: &'a Visit, ask: &'a DeskAsk) -> BoxFuture<'a, Result<DeskPart>> {
    Box::pin(async move {
        let shell = visit.shell("");
        let now = scope.now();
        let zone = visit.community()?.timezone;
        let stale_before = now - STALE;
        let rows = rows::find(scope, ask, (now, stale_before)).await?;
        let own = scope.viewer().member.map_or(0, |member| member.0);
        let midnight = calendar::midnight(zone, crate::wish::day(now, zone));
        let counts: (i64, i64, i64, i64, i64, i64) =
            scope.one(&COUNTS, args![now, stale_before, DESK_COUNTED, midnight, own]).await?;
        let (escalated, reported, unanswered, late, silent, done_today) = counts;
        let (directions, worth) = topics::desk::rows(scope, &shell, ask).await?;
        let counts = [reported, escalated, unanswered, (late + silent).min(DESK_COUNTED), worth];
        let queues = QUEUES.iter().zip(counts).map(|((code, word), count)| DeskQueue { code, word, count }).collect();
        let figures = figures::lately(scope).await?;
        let aside = vec![Panel { place: PanelPlace::Aside, order: 10, waiting: 0, html: promises(&shell, figures)? }];
        let rows = rows.into_iter().map(|row| row.told(&shell)).chain(directions).collect();
        Ok(DeskPart { queues, rows, aside, done_today })
    })
}

/// What lies on the Desk without its words, in the order of its rows: for whoever works it without a page.
///
/// # Errors
/// `Forbidden` for whoever is no staff.
pub async fn lying(scope: &mut Scope, limit: usize) -> Result<Vec<Lying>> {
    crate::policy::steward(scope)?;
    let now = scope.now();
    let rows = rows::find(scope, &DeskAsk { queue: None, after: None, limit }, (now, now - STALE)).await?;
    Ok(rows.into_iter().map(rows::Found::bare).collect())
}

/// The place after which rows are wanted: the very beginning where none is named.
pub(crate) fn after(ask: &DeskAsk) -> DeskPlace {
    ask.after.unwrap_or((i64::MIN, i64::MIN, i64::MIN))
}

#[derive(Template)]
#[template(path = "_promises.html")]
struct Promises<'s> {
    shell: &'s Shell,
    figures: Figures,
}

impl Promises<'_> {
    /// A share, or nothing where there are too few for one.
    fn part_of(&self, part: &i64, whole: &i64) -> Option<f64> {
        (*whole >= ENOUGH).then(|| *part as f64 / *whole as f64)
    }

    fn wait(&self) -> Option<String> {
        self.figures.median_wait.filter(|_| self.figures.answered >= ENOUGH).map(|wait| length(self.shell, wait))
    }
}

/// Days for what lasts days.
pub(crate) fn length(shell: &Shell, micros: Micros) -> String {
    let days = micros / MICROS_PER_DAY;
    if days >= 3 { shell.tv("requests-days", days) } else { shell.within(micros) }
}

fn promises(shell: &Shell, figures: Figures) -> Result<Html> {
    let drawn = Promises { shell, figures }.render().map_err(|error| Problem::Internal(error.into()))?;
    Ok(Html::trusted(drawn))
}
