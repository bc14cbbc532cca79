//! Who is who within one export.

use std::collections::HashMap;

use super::fault::Problem;
use super::item::{Action, Author, AuthorKind, Entry, Item};
use super::limits::Limits;

/// `user123` as it stands. Exports before 2021 write a number: the id, with what kind it is of in
/// the bits above the 32nd (1 a person, 2 a chat).
pub fn outside_id(text: &str) -> String {
    let Ok(number) = text.parse::<u64>() else { return text.to_owned() };
    match number >> 32 {
        1 => format!("user{}", number & 0xFFFF_FFFF),
        2 => format!("channel{}", number & 0xFFFF_FFFF),
        _ => format!("user{number}"),
    }
}

/// Whether the name stands for an account that is gone. Telegram's own JSON has null there; a
/// converter from HTML writes the words, and beside them any id it made up. The name wins, so that
/// the JSON and the HTML of one history tell of the same people.
pub(crate) fn is_placeholder(name: &str) -> bool {
    matches!(name, "Deleted Account" | "Удалённый аккаунт" | "Удаленный аккаунт")
}

/// The name without the white space around it, cut to the limit. True: it was cut.
pub(crate) fn tidy_name(name: &str, limits: &Limits) -> (Option<String>, bool) {
    let name = name.trim();
    if name.is_empty() {
        return (None, false);
    }
    match name.char_indices().nth(limits.max_name_chars) {
        Some((end, _)) => (Some(name[..end].to_owned()), true),
        None => (Some(name.to_owned()), false),
    }
}

/// The names of an export and who bears them, gathered by the check. A service line calls people by
/// bare names; within one document such a name refers to the one person who bears it there.
#[derive(Debug, Default)]
pub(crate) struct Names {
    known: HashMap<Box<str>, Bearer>,
    bytes: usize,
    nobody_wrote: bool,
    nobody_seen: bool,
}

#[derive(Debug, Default)]
struct Bearer {
    id: Option<Box<str>>,
    several: bool,
    wrote: bool,
    /// Neither a channel nor the group itself.
    person: bool,
}

/// Whom a bare name means.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Meaning<'a> {
    Person(&'a str),
    Several,
    Unknown,
}

impl Names {
    pub(crate) fn note(&mut self, item: &Item, limits: &Limits) -> Result<(), Problem> {
        match item {
            Item::Message(message) => self.note_author(&message.author, true),
            Item::Service(service) => {
                self.note_author(&service.actor, false);
                for author in mentioned(&service.action) {
                    self.note_author(author, false);
                }
            }
        }
        if self.known.len() > limits.max_names || self.bytes > limits.max_names_bytes {
            return Err(Problem::TooManyNames(limits.max_names as u64));
        }
        Ok(())
    }

    fn note_author(&mut self, author: &Author, wrote: bool) {
        if author.kind == AuthorKind::Nobody {
            self.nobody_seen = true;
            self.nobody_wrote |= wrote;
        }
        let Some(name) = author.name.as_deref() else { return };
        if !self.known.contains_key(name) {
            self.bytes += name.len();
            self.known.insert(name.into(), Bearer::default());
        }
        let Some(bearer) = self.known.get_mut(name) else { return };
        bearer.wrote |= wrote;
        bearer.person |= author.kind == AuthorKind::Person;
        match (&bearer.id, author.outside_id.as_deref()) {
            (None, Some(id)) => bearer.id = Some(id.into()),
            (Some(known), Some(id)) => bearer.several |= &**known != id,
            _ => {}
        }
    }

    pub(crate) fn meaning(&self, name: &str) -> Meaning<'_> {
        match self.known.get(name) {
            Some(Bearer { several: true, .. }) => Meaning::Several,
            Some(Bearer { id: Some(id), .. }) => Meaning::Person(id),
            _ => Meaning::Unknown,
        }
    }

    pub(crate) fn knows(&self, name: &str) -> bool {
        self.known.contains_key(name)
    }

    /// Different names of those who wrote; the placeholder counts as one.
    pub(crate) fn authors(&self) -> u64 {
        self.known.values().filter(|bearer| bearer.wrote).count() as u64 + u64::from(self.nobody_wrote)
    }

    /// Different names of people who appear in service lines and never wrote.
    pub(crate) fn silent(&self) -> u64 {
        self.known.values().filter(|bearer| bearer.person && !bearer.wrote).count() as u64
    }

    /// Different names of those who wrote or appear in service lines; the placeholder counts as one.
    pub(crate) fn all(&self) -> u64 {
        self.known.len() as u64 + u64::from(self.nobody_seen)
    }
}

/// The people a service line speaks of, its actor aside.
fn mentioned(action: &Action) -> &[Author] {
    match action {
        Action::Invited(people) | Action::Removed(people) | Action::CallInvited(people) => people,
        Action::Created { members, .. } => members,
        Action::Joined(Entry::Link(Some(inviter))) => std::slice::from_ref(inviter),
        _ => &[],
    }
}

/// Says which action bringing or removing these people was: who brings only themselves joined.
pub(crate) fn invitation(actor: &Author, members: Vec<Author>) -> Action {
    match members.as_slice() {
        [only] if only == actor => Action::Joined(Entry::Alone),
        _ => Action::Invited(members),
    }
}

/// Who removes only themselves left.
pub(crate) fn removal(actor: &Author, members: Vec<Author>) -> Action {
    match members.as_slice() {
        [only] if only == actor => Action::Left,
        _ => Action::Removed(members),
    }
}
