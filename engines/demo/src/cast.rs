//! Who comes, when, through whom, and who leaves.

use std::collections::HashSet;

use chrono::Datelike;

use crate::calendar::{Calendar, DAY, HOUR, MINUTE, SECOND};
use crate::dice::Dice;
use crate::lexicon::Lexicon;
use crate::model::{Field, Person, Role};
use crate::{DAYS, PEOPLE, profile};

/// A person with what only the story needs to know.
pub(crate) struct Player {
    pub(crate) person: Person,
    /// What they know best.
    pub(crate) field: Field,
    /// How much they say; 0 for those who only read.
    pub(crate) voice: u32,
    /// How readily they answer others.
    pub(crate) help: u32,
}

impl Player {
    pub(crate) fn is_present(&self, at: i64) -> bool {
        self.person.joined_at < at && self.person.left_at.is_none_or(|left| at < left)
    }

    pub(crate) fn runs_things(&self) -> bool {
        matches!(self.person.role, Role::Owner | Role::Administrator)
    }
}

pub(crate) const FIELDS: [Field; 7] =
    [Field::Cases, Field::Branch, Field::Tools, Field::Business, Field::Conduct, Field::Learning, Field::Places];

/// Names that are tried before a surname is doubled.
const TRIES: usize = 40;

pub(crate) fn people(lexicon: &'static Lexicon, dice: &mut Dice, calendar: &Calendar) -> Vec<Player> {
    let mut names = HashSet::new();
    let mut people: Vec<Player> = Vec::with_capacity(PEOPLE);
    for (number, joined_at) in joins(dice, lexicon.known.len(), calendar).into_iter().enumerate() {
        let player =
            if number < lexicon.known.len() { known(lexicon, number, &mut names) } else { other(lexicon, dice, &mut names) };
        people.push(player);
        people[number].person.joined_at = joined_at;
        people[number].person.outside_id = format!("user{}", 100_000_000 + number * 7_654_321 + dice.below(7_000_000));
        people[number].person.invited_by = inviter(dice, &people, number);
        let year = calendar.local(calendar.until).year();
        profile::fill(lexicon, dice, number, year, &mut people[number]);
    }
    for (number, player) in people.iter_mut().enumerate() {
        leave(dice, calendar, number, lexicon.known.len(), player);
        player.person.claimed = player.person.left_at.is_none()
            && (number < lexicon.known.len() || dice.percent(if player.voice > 0 { 72 } else { 38 }));
    }
    people
}

/// The times of joining: the circle of the founder in the first days, then waves of growth.
fn joins(dice: &mut Dice, known: usize, calendar: &Calendar) -> Vec<i64> {
    let count = PEOPLE - 4 + dice.below(9);
    let mut joins: Vec<i64> = (0..count as i64)
        .map(|number| {
            if number == 0 {
                return calendar.since;
            }
            let (known, count) = (known as i64, count as i64);
            let day = if number < known {
                number * 14 / known
            } else {
                // Three waves a year, as after each open meeting.
                let even = 14 + (number - known) * (DAYS - 26) / (count - known);
                even - (even % 122) * 2 / 5
            };
            let midnight = calendar.midnight(calendar.since + day * DAY);
            let at = midnight + dice.between(0, 2) * DAY + dice.between(9 * 60, 22 * 60) * MINUTE;
            (at + dice.between(0, 59) * SECOND).clamp(calendar.since + HOUR * (number + 1), calendar.until - HOUR)
        })
        .collect();
    joins[1..].sort_unstable();
    // The founder begins by bringing in three at once.
    joins[2] = joins[1];
    joins[3] = joins[1];
    joins
}

pub(crate) fn known(lexicon: &'static Lexicon, number: usize, names: &mut HashSet<String>) -> Player {
    let known = &lexicon.known[number];
    let help = known.voice * if known.voice > 60 { 2 } else { 1 };
    let mut player = player(known.first, known.surname, known.feminine, known.field, known.voice, help);
    player.person.role = known.role;
    player.person.points.push(("city", known.city.to_owned()));
    names.insert(player.person.name.clone());
    player
}

pub(crate) fn other(lexicon: &'static Lexicon, dice: &mut Dice, names: &mut HashSet<String>) -> Player {
    let mut tries = 0;
    let (feminine, first, surname) = loop {
        tries += 1;
        let feminine = dice.percent(lexicon.feminine_percent);
        let first = *dice.pick(if feminine { lexicon.feminine } else { lexicon.masculine });
        let born = |pair: &(&'static str, &'static str)| if feminine { pair.1 } else { pair.0 };
        let mut surname = born(dice.pick(lexicon.surnames)).to_owned();
        // In a crowd single surnames run out.
        if tries > TRIES {
            surname = format!("{surname}-{}", born(dice.pick(lexicon.surnames)));
        }
        if names.insert(format!("{first} {surname}")) {
            break (feminine, first, surname);
        }
    };
    // About two in five only read; the rest fall off steeply from a few great talkers.
    let voice = if dice.percent(45) { 0 } else { 38 / (1 + dice.below(20) as u32) };
    let help = voice * (1 + dice.below(3) as u32);
    let field = *dice.pick(&FIELDS);
    player(first, &surname, feminine, field, voice, help)
}

fn player(first: &str, surname: &str, feminine: bool, field: Field, voice: u32, help: u32) -> Player {
    let person = Person {
        name: format!("{first} {surname}"),
        first_name: first.to_owned(),
        feminine,
        outside_id: String::new(),
        email: profile::email(first, surname),
        joined_at: 0,
        invited_by: None,
        left_at: None,
        claimed: false,
        role: Role::Member,
        field,
        points: Vec::new(),
    };
    Player { person, field, voice, help }
}

/// Those who talk much also bring people; a quarter come by the link alone.
fn inviter(dice: &mut Dice, people: &[Player], number: usize) -> Option<usize> {
    if (1..=3).contains(&number) {
        return Some(0);
    }
    if number == 0 || dice.percent(25) {
        return None;
    }
    dice.weighed(people[..number].iter().map(|player| player.voice + if player.runs_things() { 60 } else { 0 }))
}

/// One in nine leaves again, not before a month and never one of the known.
fn leave(dice: &mut Dice, calendar: &Calendar, number: usize, known: usize, player: &mut Player) {
    if number >= known && dice.percent(11) {
        let at = calendar.midnight(player.person.joined_at) + dice.between(30, 300) * DAY + dice.between(8 * 60, 23 * 60) * MINUTE;
        player.person.left_at = (at < calendar.until - DAY).then_some(at);
    }
}
