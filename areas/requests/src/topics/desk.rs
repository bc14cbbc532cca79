//! A row of the Desk for each topic that is worth a direction of its own.

use super::overview::{self, Overview};
use super::worth::Judged;
use crate::desk::after;
use kernel::Result;
use store::Scope;
use web::{DeskAct, DeskAsk, DeskRow, Shell, Tone};

/// After everything that somebody waits for.
const URGENCY: i64 = 60;
pub(crate) const QUEUE: &str = "topics";

/// Rows after a place, and how many there are in all.
pub(crate) async fn rows(scope: &mut Scope, shell: &Shell, ask: &DeskAsk) -> Result<(Vec<DeskRow>, i64)> {
    let Some(found) = overview::waiting(scope).await? else { return Ok((Vec::new(), 0)) };
    let count = i64::try_from(found.topics.len()).unwrap_or(i64::MAX);
    if ask.queue.as_deref().is_some_and(|queue| queue != QUEUE) {
        return Ok((Vec::new(), count));
    }
    let mut rows: Vec<DeskRow> = found.topics.iter().map(|one| row(shell, &found, one)).collect();
    rows.sort_by_key(|row| row.place);
    rows.retain(|row| row.place > after(ask));
    rows.truncate(ask.limit);
    Ok((rows, count))
}

fn row(shell: &Shell, found: &Overview, one: &Judged) -> DeskRow {
    let topic = &one.topic;
    let path = format!("/requests/topics/found/{}", topic.id);
    let mut reasons = vec![
        shell.tv("requests-topics-found-lately", topic.lately),
        shell.tnt("requests-topics-found-late-of", topic.ripe - topic.in_time, "all", shell.number(topic.ripe)),
        shell.tv("requests-topics-found-people", one.here.len()),
    ];
    let leader = one.leaders.first().and_then(|leader| found.persons.of(leader.member));
    reasons.extend(leader.map(|person| shell.tt("requests-topics-found-could-lead", "name", &person.name)));
    DeskRow {
        queue: QUEUE,
        // The largest first.
        place: (URGENCY, -topic.lately, topic.id),
        icon: "course",
        tone: Tone::Plain,
        title: shell.tt("requests-topics-found-desk-title", "name", &topic.label),
        path: path.clone(),
        note: String::new(),
        because: shell.tt("requests-desk-because", "queue", shell.t("requests-topics-found-desk-queue")),
        reasons,
        acts: vec![
            DeskAct::link(shell.t("requests-topic-new"), format!("/requests/topics?found={}#new", topic.id)),
            DeskAct::post(shell.t("requests-topics-found-later"), format!("{path}/putting-off"), Vec::new()),
        ],
    }
}
