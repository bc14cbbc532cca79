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
        let (title, definition) = (self.t(&format!("pulse-{id}-title")), self.t(&format!("pulse-{id}-define")));
        Told { id, title, number: None, note: String::new(), says: self.t(reason), definition, links: Vec::new() }
    }

    /// Persons behind a figure, for those who may see them.
    fn people(&self, figure: Figure, word: &str, n: i64) -> Option<Link> {
        let href = self.people_href(figure);
        (self.staff && n > 0).then(|| Link { href, label: self.say(word, &[("n", n.into())]) })
    }

    pub fn people_href(&self, figure: Figure) -> String {
        let number;
        let rest: Vec<(&str, &str)> = match figure {
            Figure::State(state) => vec![("to", state.code())],
            Figure::Cell(from, to) => vec![("from", from.code()), ("to", to.code())],
            Figure::Cluster(cluster) => {
                number = cluster.to_string();
                vec![("number", number.as_str())]
            }
            Figure::Reached(nth) | Figure::Unreached(nth) => vec![("number", ["1", "3", "6"][nth.min(2)])],
            _ => Vec::new(),
        };
        let rest: Vec<(&str, &str)> = [("figure", figure.code())].into_iter().chain(rest).collect();
        address("/pulse/people", self.figures.day, &rest)
    }

    /// Another page of the same day, for those who may see persons.
    fn way(&self, path: &str, rest: &[(&str, &str)], label: String) -> Option<Link> {
        self.staff.then(|| Link { href: address(path, self.figures.day, rest), label })
    }
}

impl Told {
    fn with(mut self, links: impl IntoIterator<Item = Option<Link>>) -> Told {
        self.links.extend(links.into_iter().flatten());
        self
    }
}
