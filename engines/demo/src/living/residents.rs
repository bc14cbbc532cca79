//! Who lives here.

use super::{About, DAY, Habits, MINUTE};
use crate::cast;
use crate::dice::Dice;
use crate::lexicon::Lexicon;
use crate::model::Person;
use crate::profile;
use std::collections::HashSet;

/// One of the people, with how they behave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    pub person: Person,
    pub habits: Habits,
}

/// People who joined one after another in the year before `since`. Those whom the pictures show by name come first.
pub(super) fn invent(lexicon: &'static Lexicon, seed: u64, members: usize, since: i64) -> Vec<Person> {
    let mut dice = Dice::of(seed, &[About::Person as u64]);
    let mut names = HashSet::new();
    let mut people = Vec::with_capacity(members);
    let step = 360 * DAY / members.max(1) as i64;
    let year = crate::calendar::year(since);
    for number in 0..members.max(1) {
        let known = number < lexicon.known.len();
        let mut player = if known { cast::known(lexicon, number, &mut names) } else { cast::other(lexicon, &mut dice, &mut names) };
        profile::fill(lexicon, &mut dice, number, year, &mut player);
        let mut person = player.person;
        person.joined_at = since - 380 * DAY + number as i64 * step + dice.between(0, step / 2 / MINUTE) * MINUTE;
        person.outside_id = format!("user{}", 200_000_000 + number);
        if !known {
            person.email = person.email.replace('@', &format!(".{number}@"));
        }
        person.claimed = true;
        people.push(person);
    }
    people
}
