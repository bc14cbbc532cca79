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
    pub writers: i64,
    /// Known from joins and invitations only: they never wrote. `None` if the export does not name them.
    pub readers: Option<i64>,
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

    /// The hour of the week when most is written: weekday (0 = Monday) and hour, with the messages.
    pub fn busiest(&self) -> Option<(usize, usize, i64)> {
        let hours =
            self.week.iter().enumerate().flat_map(|(day, hours)| hours.iter().enumerate().map(move |(hour, n)| (day, hour, *n)));
        hours.filter(|(_, _, n)| *n > 0).max_by_key(|(_, _, n)| *n)
    }
}

/// Reads the findings of a chat. `names` is how many different people the export names, where it does.
pub async fn find(scope: &mut Scope, chat: i64, title: &str, names: Option<i64>, zone: Tz) -> Result<Findings> {
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
        readers: names.map(|names| (names - story.writers).max(0)).filter(|readers| *readers > 0),
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
