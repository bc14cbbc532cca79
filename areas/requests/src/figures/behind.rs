//! The requests behind the figures of the promises: each figure opens to those that it counts, one by one.

use super::{DAYS, Figures, PROMISED, count, counted_lately};
use crate::history::asking::SURE;
use crate::lists;
use crate::policy::Steward;
use crate::request::{Outcome, codes};
use kernel::{MICROS_PER_DAY, MemberId, Micros, Result};
use std::collections::HashMap;
use store::{FromRow, Row, Scope, args, statement};

/// Requests on one page.
pub const PAGE: usize = 50;
/// A place in a list: how it is ordered, whether it was found in a history, its number.
pub type Key = (i64, i64, i64);

codes!(
    /// What a figure counts.
    Figure {
        /// The first answer came within the time that is promised,
        InTime = "in-time",
        /// or later, or not at all though that time has passed.
        Late = "late",
        Answered = "answered",
        Closed = "closed",
        Open = "open",
        Escalated = "escalated",
    }
);

impl Figure {
    /// How many it counts.
    pub fn of(self, figures: &Figures) -> i64 {
        match self {
            Figure::InTime => figures.answered_in_time,
            Figure::Late => figures.ripe - figures.answered_in_time,
            Figure::Answered => figures.answered,
            Figure::Closed => figures.closed,
            Figure::Open => figures.own() - figures.closed,
            Figure::Escalated => figures.escalated,
        }
    }
}

/// A request behind a figure.
#[derive(Clone, Debug)]
pub struct Counted {
    pub key: Key,
    pub asked_at: Micros,
    /// Until the first answer.
    pub wait: Option<Micros>,
    pub outcome: Option<Outcome>,
    /// Where it is read; nothing for a message that is there no more.
    pub path: Option<String>,
    /// Empty where its words were taken away.
    pub said: String,
    /// Nobody for what was found in a history; no name for those who were forgotten.
    pub asker: Option<(MemberId, String)>,
    /// The asker is a member today.
    pub asker_here: bool,
}

impl Counted {
    pub fn is_found(&self) -> bool {
        self.key.1 == FOUND
    }
}

const ASKED: i64 = 0;
const FOUND: i64 = 1;

impl FromRow for Counted {
    fn from_row(row: &mut Row) -> anyhow::Result<Counted> {
        Ok(Counted {
            key: (row.next()?, row.next()?, row.next()?),
            asked_at: row.next()?,
            wait: row.next()?,
            outcome: row.next::<Option<String>>()?.as_deref().and_then(Outcome::parse),
            path: None,
            said: String::new(),
            asker: None,
            asker_here: false,
        })
    }
}

// By the wait where that is what is told, else the latest first.
statement!(
    BEHIND = concat!(
        counted_lately!(),
        ", shown as (select case when $8 = 'answered' then wait else -asked_at end as place, found, id, asked_at, wait, outcome from lately \
           where ($8 = 'in-time' and wait <= $4) or ($8 = 'late' and asked_at <= $3 and (wait is null or wait > $4)) \
             or ($8 = 'answered' and wait is not null) or ($8 = 'closed' and outcome is not null) \
             or ($8 = 'open' and found = 0 and outcome is null) or ($8 = 'escalated' and escalated_at is not null)) \
         select place, found, id, asked_at, wait, outcome from shown where (place, found, id) > ($9, $10, $11) \
         order by place, found, id limit $12"
    )
);

/// All figures of this moment, and those behind one of them after a place: one more than a page, if there is. Four statements.
pub async fn behind(scope: &mut Scope, _: Steward, figure: Figure, after: Option<Key>) -> Result<(Figures, Vec<Counted>)> {
    let figures = count(scope).await?;
    let (now, audiences) = (scope.now(), scope.viewer().audience_numbers());
    let (place, found, id) = after.unwrap_or((i64::MIN, i64::MIN, i64::MIN));
    let (since, code) = (now - DAYS * MICROS_PER_DAY, figure.code());
    let row = args![since, now - PROMISED, PROMISED, audiences, SURE, now, code, place, found, id, PAGE + 1];
    let mut rows = scope.all::<Counted>(&BEHIND, row).await?;
    name(scope, &mut rows).await?;
    Ok((figures, rows))
}

/// What was asked, and by whom.
async fn name(scope: &mut Scope, rows: &mut [Counted]) -> Result<()> {
    let ids = |source: i64| -> Vec<i64> { rows.iter().filter(|row| row.key.1 == source).map(|row| row.key.2).collect() };
    let (asked, found) = (ids(ASKED), ids(FOUND));
    let mut lines: HashMap<i64, lists::Line> = lists::among(scope, &asked).await?.into_iter().map(|line| (line.id, line)).collect();
    let said = talk::evidence::lines(scope, &found).await?;
    let mut said: HashMap<i64, String> = said.into_iter().map(|line| (line.id, line.excerpt)).collect();
    for row in rows {
        let id = row.key.2;
        if row.is_found() {
            row.path = said.contains_key(&id).then(|| format!("/talk/messages/{id}"));
            row.said = said.remove(&id).unwrap_or_default();
        } else if let Some(line) = lines.remove(&id) {
            row.path = Some(format!("/requests/{id}"));
            row.said = line.title;
            (row.asker, row.asker_here) = (Some((line.asker, line.asker_name)), line.asker_here);
        }
    }
    Ok(())
}
