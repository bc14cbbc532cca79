//! Facts in the reader's words, with the sources that they may see.

use super::Because;
use chrono::{DateTime, Datelike, TimeZone};
use chrono_tz::Tz;
use kernel::{Locale, Micros, Result};
use std::collections::HashMap;
use store::{Scope, args, statement};
use web::{Shell, Words};

/// «Often» is said from so many on.
const OFTEN: u32 = 5;

statement!(
    SOURCES = "select 'message', m.id, m.id, substr(m.said, 1, 400) from talk_answered m where m.community_id = $1 and m.id {any $2} and m.audience_id {any $5} \
     union all select 'answer', a.id, a.request_id, r.title from requests_answers a \
       join requests_requests r on r.community_id = a.community_id and r.id = a.request_id \
       where a.community_id = $1 and a.id {any $3} and r.audience_id {any $5} and r.state <> 'draft' and a.deleted_at is null and r.title <> '' \
     union all select 'person', p.id, p.id, p.name from identity_persons p where p.community_id = $1 and p.id {any $4} and p.name <> ''"
);

/// What some facts stand on, as far as the scope's viewer may see it.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    messages: HashMap<i64, String>,
    /// Request and title.
    answers: HashMap<i64, (i64, String)>,
    names: HashMap<i64, String>,
}

impl Sources {
    /// For all facts of a page at once: one statement, none where nothing needs it.
    pub async fn learn<'f>(scope: &mut Scope, facts: impl IntoIterator<Item = &'f Because>) -> Result<Sources> {
        let (mut messages, mut answers, mut persons) = (Vec::new(), Vec::new(), Vec::new());
        for fact in facts {
            match fact {
                Because::Message { message, .. } => messages.push(*message),
                Because::Answer { answer, .. } => answers.push(*answer),
                Because::Passed { by } | Because::Chosen { by } => persons.push(by.0),
                _ => {}
            }
        }
        let mut sources = Sources::default();
        if messages.is_empty() && answers.is_empty() && persons.is_empty() {
            return Ok(sources);
        }
        let audiences = scope.viewer().audience_numbers();
        let found = scope.all::<(String, i64, i64, String)>(&SOURCES, args![messages, answers, persons, audiences]).await?;
        for (kind, id, place, text) in found {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            match kind.as_str() {
                "message" => drop(sources.messages.insert(id, text)),
                "answer" => drop(sources.answers.insert(id, (place, text))),
                _ => drop(sources.names.insert(id, text)),
            }
        }
        Ok(sources)
    }
}

/// Of whom the reader hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The invited member reads it themselves.
    You,
    /// Staff read it, or anybody but the two.
    Them,
    /// The asker reads it of somebody who was asked.
    Asker,
}

/// A language and a present in which facts are told.
#[derive(Clone, Copy)]
pub struct Telling<'w> {
    pub words: &'w Words,
    pub locale: Locale,
    pub zone: Tz,
    pub now: Micros,
    pub of: Of,
}

/// One fact as it is told, and where its source is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub text: String,
    pub path: Option<String>,
}

impl<'w> Telling<'w> {
    pub fn on(shell: &'w Shell, of: Of) -> Telling<'w> {
        let zone = shell.community.as_ref().map_or(chrono_tz::UTC, |community| community.timezone);
        Telling { words: &shell.house.words, locale: shell.locale, zone, now: shell.now, of }
    }

    /// The facts whose sources this reader may see, in their order.
    pub fn sentences(&self, sources: &Sources, facts: &[Because]) -> Vec<Sentence> {
        facts.iter().filter_map(|fact| self.sentence(sources, fact)).collect()
    }

    fn sentence(&self, sources: &Sources, fact: &Because) -> Option<Sentence> {
        let plain = |text| Some(Sentence { text, path: None });
        match fact {
            Because::Message { message, at } => {
                let said = sources.messages.get(message).filter(|said| !said.is_empty())?;
                let text = self.said("alike", &[("when", self.month(*at).into()), ("what", shortened(said, SHORT).into())]);
                Some(Sentence { text, path: Some(format!("/talk/messages/{message}")) })
            }
            Because::Answer { answer, at, helped } => {
                let (request, title) = sources.answers.get(answer)?;
                let what = if *helped { "helped-with" } else { "alike" };
                let text = self.said(what, &[("when", self.month(*at).into()), ("what", shortened(title, SHORT).into())]);
                Some(Sentence { text, path: Some(format!("/requests/{request}")) })
            }
            Because::Offer { words } => plain(self.said("offer", &[("words", self.list(words).into())])),
            Because::Speaks { language } => plain(self.said("speaks", &[("language", language.into())])),
            Because::Lives { city, .. } => plain(self.said("lives", &[("city", city.into())])),
            Because::Knows { name } => plain(self.said("knows", &[("name", name.into())])),
            Because::Tag { tag, answers } => {
                plain(self.said(if *answers < OFTEN { "tag-some" } else { "tag" }, &[("tag", tag.into()), ("n", answers.into())]))
            }
            // Without the numbers: here only answers that say something were counted, and a profile counts all of them.
            Because::Helped { .. } => plain(self.said("helped", &[])),
            Because::WasHelped { .. } => plain(self.said("was-helped", &[])),
            Because::Answers { answers, .. } => plain(self.said(if *answers < OFTEN { "answers-some" } else { "answers" }, &[])),
            Because::Around { .. } => plain(self.said("around", &[])),
            Because::Wider => plain(self.said("wider", &[])),
            Because::Leader => plain(self.said("leader", &[])),
            Because::Passed { by } => plain(self.said("passed", &[("name", sources.names.get(&by.0)?.into())])),
            Because::Chosen { by } => plain(self.said("chosen", &[("name", sources.names.get(&by.0)?.into())])),
        }
    }

    fn said(&self, fact: &str, values: &[(&str, web::Value)]) -> String {
        // What the asker reads differs only where it speaks of the asker.
        let of = match self.of {
            Of::You => "you",
            Of::Asker if matches!(fact, "helped" | "was-helped") => "asker",
            Of::Asker | Of::Them => "them",
        };
        web::bind(&self.words.tv(self.locale, &format!("requests-because-{fact}-{of}"), values))
    }

    /// «В октябре», with the year if it is another one.
    fn month(&self, at: Micros) -> String {
        let local = |at| self.zone.from_utc_datetime(&DateTime::from_timestamp_micros(at).unwrap_or_default().naive_utc());
        let (then, today) = (local(at), local(self.now));
        let month = self.words.tv(self.locale, "requests-because-month", &[("month", then.month().into())]);
        if then.year() == today.year() { month } else { format!("{month} {}", then.year()) }
    }

    fn list(&self, words: &[String]) -> String {
        words
            .iter()
            .map(|word| self.words.tv(self.locale, "requests-because-word", &[("word", word.into())]))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// Letters of a source that stand in a sentence.
const SHORT: usize = 90;

pub(super) fn shortened(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let cut: String = text.chars().take(letters).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches(['…', ',', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sources_are_cut_between_words() {
        let text = "слово ".repeat(40);
        let short = shortened(text.trim(), SHORT);
        assert!(short.ends_with("слово…") && short.chars().count() <= SHORT + 1, "{short}");
        assert_eq!(shortened("мало", SHORT), "мало");
    }
}
