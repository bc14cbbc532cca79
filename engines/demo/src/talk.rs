//! The history: notes of the chat, introductions, news, threads; then everything in the order of time.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, Weekday};

use crate::calendar::{Calendar, DAY, HOUR, MINUTE, SECOND};
use crate::cast::Player;
use crate::dice::Dice;
use crate::lexicon::{Lexicon, Subject, SubjectKind};
use crate::model::{Attachment, Message, Note, Poll, Said, What};
use crate::template::{Bindings, Voice, fitting, render};
use crate::{DAYS, MESSAGES, profile, reactions, spans};

/// How often one text may come.
const REPEATS_LIMIT: u32 = 2;
/// How often a text is composed anew before it is given up.
const TRIES: u32 = 14;
/// The number of the first message, as if the first lines had been lost with a basic group.
const FIRST_ID: i64 = 1;
/// Every so many days the group votes on something.
const POLL_DAYS: i64 = 52;

/// Tells the story. Until the end the id of a message is its place in `told`.
pub(crate) struct Teller<'a> {
    pub(crate) lexicon: &'static Lexicon,
    pub(crate) dice: &'a mut Dice,
    pub(crate) calendar: &'a Calendar,
    pub(crate) people: &'a [Player],
    pub(crate) told: Vec<Message>,
    pub(crate) recent: Vec<usize>,
    texts: HashMap<String, u32>,
    /// How often a template was taken, so that the fresh ones come first.
    taken: HashMap<&'static str, u32>,
}

/// One thing to say.
pub(crate) struct Line<'t> {
    pub(crate) person: usize,
    pub(crate) at: i64,
    pub(crate) reply_to: Option<usize>,
    pub(crate) template: &'t str,
    /// How many of a hundred such lines get reactions.
    pub(crate) warmth: usize,
}

pub(crate) fn talk(lexicon: &'static Lexicon, dice: &mut Dice, calendar: &Calendar, people: &[Player]) -> Vec<Message> {
    let (told, recent, texts, taken) = (Vec::new(), Vec::new(), HashMap::new(), HashMap::new());
    let mut teller = Teller { lexicon, dice, calendar, people, told, recent, texts, taken };
    teller.notes();
    teller.introductions();
    teller.news();
    teller.polls();
    teller.threads();
    in_order(teller.told)
}

impl Teller<'_> {
    fn note(&mut self, at: i64, person: usize, note: Note) {
        let id = self.told.len() as i64;
        self.told.push(Message { id, at, person, what: What::Noted(note) });
    }

    fn notes(&mut self) {
        self.note(self.calendar.since, 0, Note::Created);
        let mut number = 1;
        while number < self.people.len() {
            let person = &self.people[number].person;
            let together =
                |other: &&Player| other.person.joined_at == person.joined_at && other.person.invited_by == person.invited_by;
            let group = self.people[number..].iter().take_while(together).count();
            match person.invited_by.filter(|by| self.people[*by].is_present(person.joined_at)) {
                Some(by) => self.note(person.joined_at, by, Note::Invited((number..number + group).collect())),
                None => self.note(person.joined_at, number, Note::JoinedByLink(0)),
            }
            number += group;
        }
        for (number, player) in self.people.iter().enumerate() {
            if let Some(left_at) = player.person.left_at {
                self.note(left_at, number, Note::Left);
            }
        }
    }

    fn introductions(&mut self) {
        for number in 1..self.people.len() {
            let player = &self.people[number];
            if player.voice == 0 || self.dice.percent(30) {
                continue;
            }
            let at = self.calendar.reply_time(self.dice, player.person.joined_at + 4 * MINUTE);
            let years = profile::point(player, "experience_years").and_then(|years| years.parse().ok()).unwrap_or(1);
            let since = self.calendar.local(self.calendar.until).year() - years;
            let given = [
                ("since", since.to_string()),
                ("self", player.person.first_name.clone()),
                ("work", lowered(profile::point(player, "specialisation").unwrap_or(self.lexicon.community.profession))),
                ("town", profile::point(player, "city").unwrap_or(self.lexicon.cities[0].0).to_owned()),
            ];
            let introductions = self.lexicon.phrases.introductions;
            let Some(chosen) = self.freshest(introductions) else { continue };
            let template = introductions[chosen];
            let line = Line { person: number, at, reply_to: None, template, warmth: 55 };
            let Some(said) = self.say(line, &mut Bindings::new(), &given) else { continue };
            for _ in 0..self.dice.below(4) {
                self.answer_from(self.lexicon.phrases.welcomes, said, 12);
            }
        }
    }

    /// Somebody answers a line with one of the phrases.
    fn answer_from(&mut self, phrases: &[&'static str], said: usize, warmth: usize) {
        let (first_at, author) = (self.told[said].at, self.told[said].person);
        let at = self.calendar.reply_time(self.dice, first_at);
        let Some(person) = self.helper(at, None, &[author]) else { return };
        let given = [("name", self.people[author].person.first_name.clone())];
        let Some(chosen) = self.freshest(phrases) else { return };
        let template = phrases[chosen];
        let reply_to = self.dice.percent(80).then_some(said);
        self.say(Line { person, at, reply_to, template, warmth }, &mut Bindings::new(), &given);
    }

    /// News come on weekday mornings, about four in three weeks; some are pinned.
    fn news(&mut self) {
        let subjects: Vec<&Subject> = self.subjects().filter(|subject| subject.kind == SubjectKind::News).collect();
        for day in 6..DAYS {
            let midnight = self.calendar.midnight(self.calendar.since + day * DAY);
            let weekday = self.calendar.weekday(midnight + 12 * HOUR);
            let chance = match weekday {
                Weekday::Thu => 55,
                Weekday::Mon => 26,
                Weekday::Tue | Weekday::Wed => 8,
                _ => 0,
            };
            if !self.dice.percent(chance) {
                continue;
            }
            let Some(chosen) = self.dice.weighed(subjects.iter().map(|subject| subject.weight)) else { return };
            let subject = subjects[chosen];
            let at = midnight + self.dice.between(570, 760) * MINUTE + self.dice.between(0, 59) * SECOND;
            let person = self.dice.weighed(self.people.iter().map(|one| u32::from(one.runs_things() && one.is_present(at))));
            let Some(chosen) = self.freshest(subject.openers) else { continue };
            let template = subject.openers[chosen];
            let line = Line { person: person.unwrap_or(0), at, reply_to: None, template, warmth: 88 };
            let Some(said) = self.say(line, &mut Bindings::new(), &[]) else { continue };
            if self.dice.percent(28) {
                let pinned_at = at + self.dice.between(20, 90) * SECOND;
                if pinned_at < self.calendar.until {
                    self.note(pinned_at, 0, Note::Pinned(said as i64));
                }
            }
            for _ in 0..self.dice.below(4) {
                self.answer_from(&fitting(subject.answers, chosen), said, 8);
            }
        }
    }

    fn polls(&mut self) {
        for (number, (question, answers)) in (1..).zip(self.lexicon.phrases.polls) {
            let at = self.calendar.lively_time(self.dice, number * POLL_DAYS);
            let present = self.people.iter().filter(|one| one.is_present(at)).count();
            let votes = answers.iter().map(|answer| (*answer, self.dice.below(present / 3 + 2) as u32)).collect();
            let said = Said { attachment: Some(Attachment::Poll(Poll { question, answers: votes })), ..Said::default() };
            if at < self.calendar.until {
                let id = self.told.len() as i64;
                self.told.push(Message { id, at, person: 0, what: What::Said(said) });
            }
        }
    }

    /// Threads begin on lively days, more of them as people come, until there is enough talk.
    fn threads(&mut self) {
        let joined: Vec<i64> = self.people.iter().map(|player| player.person.joined_at).collect();
        let left: Vec<i64> = self.people.iter().filter_map(|player| player.person.left_at).collect();
        let crowd = |at: i64| {
            let came = joined.iter().filter(|joined| **joined < at).count();
            (20 + came - left.iter().filter(|left| **left < at).count()) as u32
        };
        let days = self.calendar.day_weights(crowd);
        // The first batch is told in the order of time, so that subjects do not come too close together.
        let mut starts: Vec<i64> = (0..MESSAGES / 6).map(|_| self.lively_moment(&days)).collect();
        starts.sort_unstable();
        for start in starts {
            self.thread(start);
        }
        for _ in 0..MESSAGES {
            if self.told.len() >= MESSAGES {
                return;
            }
            let start = self.lively_moment(&days);
            self.thread(start);
        }
    }

    fn lively_moment(&mut self, days: &[u32]) -> i64 {
        let day = self.dice.weighed(days.iter().copied()).unwrap_or(0) as i64;
        self.calendar.lively_time(self.dice, day)
    }

    pub(crate) fn subjects(&self) -> impl Iterator<Item = &'static Subject> + Clone + use<> {
        self.lexicon.subjects.iter().flat_map(|group| group.iter())
    }

    /// One of the templates that were taken least often, by its place in the list.
    pub(crate) fn freshest(&mut self, templates: &[&'static str]) -> Option<usize> {
        let times = |template: &&'static str| self.taken.get(*template).copied().unwrap_or(0);
        let least = templates.iter().map(times).min()?;
        let fresh: Vec<usize> = (0..templates.len()).filter(|index| times(&templates[*index]) == least).collect();
        let chosen = *self.dice.pick(&fresh);
        *self.taken.entry(templates[chosen]).or_default() += 1;
        Some(chosen)
    }

    /// Says a line, if its author is there, its time has come and the words are not worn out.
    pub(crate) fn say(&mut self, line: Line<'_>, bindings: &mut Bindings, given: &[(&'static str, String)]) -> Option<usize> {
        let author = &self.people[line.person];
        if line.at >= self.calendar.until || !author.is_present(line.at) {
            return None;
        }
        for attempt in 0..TRIES {
            // A text that was said before is taken only if nothing new can be composed.
            let limit = if attempt < TRIES - 3 { 1 } else { REPEATS_LIMIT };
            let mut tried = bindings.clone();
            let mut voice = Voice { feminine: author.person.feminine, bindings: &mut tried, given };
            let text = render(self.lexicon, self.dice, &mut voice, line.template);
            let times = self.texts.entry(text.clone()).or_default();
            if *times >= limit {
                continue;
            }
            *times += 1;
            *bindings = tried;
            let id = self.told.len();
            let said = Said {
                text: spans::spans(&text, |index| &self.people[index].person),
                reply_to: line.reply_to.map(|index| index as i64),
                edited_at: self.dice.percent(3).then(|| line.at + self.dice.between(20, 900) * SECOND),
                reactions: reactions::reactions(self.dice, self.people, &line, self.calendar.until),
                attachment: None,
            };
            self.told.push(Message { id: id as i64, at: line.at, person: line.person, what: What::Said(said) });
            return Some(id);
        }
        None
    }
}

/// With a small first letter, unless the word is an abbreviation.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// Sorts by time and numbers anew, with the gaps that deleted messages leave.
fn in_order(mut told: Vec<Message>) -> Vec<Message> {
    told.sort_by_key(|message| (message.at, message.id));
    let deleted: HashSet<i64> = (1..).map(|number| number * 61).take(told.len() / 40).collect();
    let mut next = FIRST_ID;
    let mut ids: HashMap<i64, i64> = HashMap::with_capacity(told.len());
    for message in &told {
        while deleted.contains(&next) {
            next += 1;
        }
        ids.insert(message.id, next);
        next += 1;
    }
    for message in &mut told {
        message.id = ids[&message.id];
        match &mut message.what {
            What::Said(said) => said.reply_to = said.reply_to.map(|old| ids[&old]),
            What::Noted(Note::Pinned(old)) => *old = ids[old],
            What::Noted(_) => {}
        }
    }
    told
}
