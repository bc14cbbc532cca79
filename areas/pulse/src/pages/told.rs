//! A figure in words: its number, one sentence on what it means and what to do, its definition, and the ways to the
//! people behind it. Sentences are made of true numbers; what the data cannot say is said to be unknown.

mod lasting;
mod members;
mod talk;
mod ties;

use super::address;
use crate::day::{self, Day, WINDOW_DAYS};
use crate::figures::Figures;
use crate::standings::Figure;
use chrono_tz::Tz;
use web::{Shell, Value, Visit, bind};

/// From fewer cases no sentence judges or advises: one person more would turn it round.
pub(super) const FEWEST: i64 = 5;

/// A way to what is behind a figure.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub href: String,
    pub label: String,
}

#[derive(Clone, Debug)]
pub(super) struct Told {
    /// Also its place on the page.
    pub id: &'static str,
    pub title: String,
    /// Where the number opens, for those who may look.
    pub opens: Option<String>,
    /// Nothing where the data cannot support it.
    pub number: Option<String>,
    /// What to compare the number with.
    pub note: String,
    /// What it means and what to do; or why it is not known.
    pub says: String,
    pub definition: String,
    pub links: Vec<Link>,
}

/// Tells the figures of one day to one reader.
pub(super) struct Teller<'v> {
    pub visit: &'v Visit,
    pub shell: &'v Shell,
    pub figures: &'v Figures,
    pub zone: Tz,
    /// Whether persons may be named and opened.
    pub staff: bool,
}

impl Teller<'_> {
    pub fn t(&self, key: &str) -> String {
        bind(&self.visit.t(key))
    }

    /// A word with its values.
    pub fn say(&self, key: &str, values: &[(&str, Value)]) -> String {
        bind(&self.visit.tv(key, values))
    }

    /// What is so, and for those who may open it and act on it, what to do. Members are told what is so.
    fn advise(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.advise_on(key, values, None)
    }

    /// The same with a second fact, where there is one.
    fn advise_on(&self, key: &str, values: &[(&str, Value)], besides: Option<String>) -> String {
        let advice = self.staff.then(|| self.t(&format!("{key}-advice")));
        [Some(self.say(key, values)), besides, advice].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What is said of so many cases; of too few that they are.
    fn enough(&self, cases: i64, says: impl FnOnce() -> String) -> String {
        if cases >= FEWEST {
            return says();
        }
        self.say("pulse-few-cases", &[("n", cases.into()), ("least", FEWEST.into())])
    }

    fn share(&self, share: f64) -> Value {
        Value::Text(self.shell.percent(share))
    }

    fn decimal(&self, number: f64) -> Value {
        Value::Text(self.shell.decimal(number))
    }

    pub fn day(&self, day: Day) -> String {
        self.shell.day(day::begins(self.zone, day))
    }

    /// `+8`, `−101`, `0`.
    fn change(&self, now: i64, before: i64) -> String {
        let change = now - before;
        if change > 0 { format!("+{}", self.shell.number(change)) } else { self.shell.number(change) }
    }

    /// The history reaches back over the whole window.
    fn has_window(&self) -> bool {
        self.figures.first_day.is_some_and(|first| first <= self.figures.day - WINDOW_DAYS)
    }

    fn told(&self, id: &'static str, number: String, note: String, says: String) -> Told {
        Told { number: Some(number), note, says, ..self.unknown(id, "pulse-unknown") }
    }

    /// A figure that the data cannot support, with the reason.
    fn unknown(&self, id: &'static str, reason: &str) -> Told {
        self.unknown_because(id, self.t(reason))
    }

    fn unknown_because(&self, id: &'static str, says: String) -> Told {
        let (title, definition) = (self.t(&format!("pulse-{id}-title")), self.t(&format!("pulse-{id}-define")));
        Told { id, title, opens: None, number: None, note: String::new(), says, definition, links: Vec::new() }
    }

    /// Ties of too few people to say anything of groups, connectors and what would be left.
    fn too_few_tied(&self, id: &'static str) -> Told {
        let numbers = [("n", self.figures.ties.tied.into()), ("least", FEWEST.into())];
        self.unknown_because(id, self.say("pulse-unknown-tied", &numbers))
    }

    /// Persons behind a figure, for those who may see them.
    fn people(&self, figure: Figure, word: &str, n: i64) -> Option<Link> {
        let href = self.people_href(figure);
        (self.staff && n > 0).then(|| Link { href, label: self.say(word, &[("n", n.into())]) })
    }

    pub fn people_href(&self, figure: Figure) -> String {
        super::people::link("/pulse/people", self.figures.day, figure, &[])
    }

    /// Another page of the same day, for those who may see persons.
    fn way(&self, path: &str, rest: &[(&str, &str)], label: String) -> Option<Link> {
        self.staff.then(|| Link { href: address(path, self.figures.day, rest), label })
    }
}

impl Told {
    /// The number itself opens so, as does the first of the ways beside it.
    fn opening(mut self, link: Option<Link>) -> Told {
        self.opens = link.as_ref().map(|link| link.href.clone());
        self.with([link])
    }

    fn with(mut self, links: impl IntoIterator<Item = Option<Link>>) -> Told {
        self.links.extend(links.into_iter().flatten());
        self
    }
}
