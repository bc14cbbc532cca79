//! First findings: one page that a founder can print or post into the chat.

use chrono::{Datelike, Timelike};
use chrono_tz::Tz;
use kernel::{IdentityId, Result};
use serde::{Deserialize, Serialize};
use store::Scope;
use talk::story::Story;

#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
pub struct Findings {
    pub title: String,
    pub messages: i64,
    /// People who wrote: neither channels nor accounts that are gone and cannot be told apart.
    pub writers: i64,
    /// Messages of those accounts.
    #[serde(default)]
    pub nameless: i64,
    /// Known from joins and invitations only: they never wrote. `None` if the export does not name them, or is not of the whole
    /// chat: who is silent in it may have written before.
    pub readers: Option<i64>,
    /// Answers of people to one another.
    pub answers: i64,
    pub answerers: Vec<Answerer>,
    pub questions: i64,
    pub unanswered: i64,
    /// Messages by weekday (Monday first) and hour of the community's zone.
    pub week: Vec<Vec<i64>>,
    pub months: Vec<Month>,
}

#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct Answerer {
    pub identity: i64,
    /// Learned whenever the findings are read, and kept nowhere: who was erased since is named no more.
    #[serde(skip)]
    pub name: Option<String>,
    /// Different people answered.
    pub people: i64,
    pub answers: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct Month {
    /// yyyymm.
    pub month: i64,
    pub messages: i64,
    pub writers: i64,
    pub new_writers: i64,
}

impl Findings {
    /// Reads what an import found, if it came so far, with the names that people bear today.
    pub async fn read(scope: &mut Scope, kept: Option<serde_json::Value>) -> Result<Option<Findings>> {
        let Some(mut findings) = kept.and_then(|kept| serde_json::from_value::<Findings>(kept).ok()) else { return Ok(None) };
        let identities: Vec<IdentityId> = findings.answerers.iter().map(|answerer| IdentityId(answerer.identity)).collect();
        let names = identity::identity::names(scope, &identities).await?;
        for answerer in &mut findings.answerers {
            answerer.name = names.get(&IdentityId(answerer.identity)).and_then(|named| named.name.clone());
        }
        Ok(Some(findings))
    }

    /// Messages by weekday (Monday first) and two hours.
    pub fn pairs(&self) -> Vec<Vec<i64>> {
        self.week.iter().map(|hours| hours.chunks(2).map(|pair| pair.iter().sum()).collect()).collect()
    }

    /// The two hours of the week when most is written: weekday (0 = Monday) and first hour, with the messages. They are a
    /// cell of the table that stands on the same page.
    pub fn busiest(&self) -> Option<(usize, usize, i64)> {
        let pairs = self.pairs().into_iter().enumerate();
        let cells = pairs.flat_map(|(day, pairs)| pairs.into_iter().enumerate().map(move |(pair, n)| (day, pair * 2, n)));
        cells.filter(|(_, _, n)| *n > 0).max_by_key(|(day, hour, n)| (*n, std::cmp::Reverse((*day, *hour))))
    }
}

/// What the check saw in the export.
pub struct Seen {
    pub messages: i64,
    /// People who are named and never wrote.
    pub silent: i64,
}

/// Reads the findings of a chat.
pub async fn find(scope: &mut Scope, chat: i64, title: &str, seen: Seen, zone: Tz) -> Result<Findings> {
    let story = talk::story::read(scope, chat).await?;
    let answerers = story
        .answerers
        .iter()
        .map(|(identity, people, answers)| Answerer { identity: identity.0, name: None, people: *people, answers: *answers })
        .collect();
    Ok(Findings {
        title: title.to_owned(),
        messages: story.messages,
        writers: story.writers,
        nameless: story.nameless,
        readers: Some(seen.silent).filter(|silent| *silent > 0 && seen.messages >= story.messages),
        answers: story.answers,
        answerers,
        questions: story.questions,
        unanswered: story.unanswered,
        week: week(&story, zone),
        months: months(&story),
    })
}

fn week(story: &Story, zone: Tz) -> Vec<Vec<i64>> {
    let mut week = vec![vec![0; 24]; 7];
    for (hour, messages) in &story.hours {
        let at = chrono::DateTime::from_timestamp(hour * 3600, 0).unwrap_or_default().with_timezone(&zone);
        week[at.weekday().num_days_from_monday() as usize][at.hour() as usize] += messages;
    }
    week
}

fn months(story: &Story) -> Vec<Month> {
    let new = |month: i64| story.new_writers.iter().find(|(first, _)| *first == month).map_or(0, |(_, count)| *count);
    story
        .months
        .iter()
        .map(|(month, messages, writers)| Month { month: *month, messages: *messages, writers: *writers, new_writers: new(*month) })
        .collect()
}
