//! A community that lives on: who its people are, how they behave, what they need and what they say to each other. Decisions
//! are drawn for each occasion by itself, from the seed and the numbers of those concerned: what happens to one request
//! changes nothing for another.

mod asking;
mod habits;
mod helping;
mod need;
mod residents;
mod said;

pub use asking::{Closing, Verdict, When};
pub use habits::{Habits, Pace};
pub use helping::{Answer, AnswerKind, Reaction};
pub use need::{Asking, Need};
pub use residents::Resident;

use crate::dice::Dice;
use crate::lexicon::Lexicon;
use crate::model::{Community, Field, Locale, Person, Role};

pub(crate) const SECOND: i64 = 1_000_000;
pub(crate) const MINUTE: i64 = 60 * SECOND;
pub(crate) const HOUR: i64 = 60 * MINUTE;
pub(crate) const DAY: i64 = 24 * HOUR;

/// What a decision is about: the first part of its chance.
#[derive(Clone, Copy)]
pub(crate) enum About {
    Person = 1,
    Day,
    Need,
    Reaction,
    Wait,
    Crowd,
    Answer,
    Verdict,
    Closing,
    Word,
    Meeting,
    Deal,
    Session,
}

/// Everything about the people that can be known beforehand, and the source of what they decide.
pub struct Living {
    pub(crate) lexicon: &'static Lexicon,
    pub(crate) seed: u64,
    /// The first moment, in microseconds of UTC.
    pub(crate) since: i64,
    pub(crate) residents: Vec<Resident>,
    /// Of a hundred needs, those about which hardly anybody knows anything.
    pub(crate) hard: usize,
}

impl Living {
    /// A community of so many people who were all there before `since`, and live so many days from then on.
    pub fn new(locale: Locale, seed: u64, members: usize, since: i64, days: i64) -> Living {
        let lexicon = locale.lexicon();
        let people = residents::invent(lexicon, seed, members, since);
        Living::of(lexicon, seed, people, since, days)
    }

    /// The same with people who are known already.
    pub fn among(locale: Locale, seed: u64, people: Vec<Person>, since: i64, days: i64) -> Living {
        Living::of(locale.lexicon(), seed, people, since, days)
    }

    /// With so many of a hundred needs that hardly anybody can help with.
    pub fn with_hard_needs(self, hard: usize) -> Living {
        Living { hard, ..self }
    }

    fn of(lexicon: &'static Lexicon, seed: u64, people: Vec<Person>, since: i64, days: i64) -> Living {
        let residents = people.into_iter().enumerate();
        let residents =
            residents.map(|(number, person)| Resident { habits: habits::of(lexicon, seed, number, &person, days), person });
        Living { lexicon, seed, since, residents: residents.collect(), hard: 1 }
    }

    pub fn community(&self) -> &Community {
        &self.lexicon.community
    }

    /// Everybody, in the order in which they joined. The first is the owner.
    pub fn residents(&self) -> &[Resident] {
        &self.residents
    }

    /// The first moment of the story.
    pub fn since(&self) -> i64 {
        self.since
    }

    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Names of the directions of requests, each with who leads it, if anybody.
    pub fn directions(&self) -> Vec<(&'static str, Option<usize>)> {
        let leads = |field: Field| {
            let of = |role: Role| {
                self.residents.iter().position(|resident| resident.person.role == role && resident.person.field == field)
            };
            of(Role::DirectionLeader).or_else(|| of(Role::Mentor))
        };
        self.lexicon.wants.directions.iter().map(|(field, name, _)| (*name, leads(*field))).collect()
    }

    /// Who runs the community day by day.
    pub fn administrator(&self) -> usize {
        self.residents.iter().position(|resident| resident.person.role == Role::Administrator).unwrap_or_default()
    }

    pub(crate) fn dice(&self, about: About, first: usize, second: usize) -> Dice {
        Dice::of(self.seed, &[about as u64, first as u64, second as u64])
    }
}

impl Locale {
    pub(crate) fn lexicon(self) -> &'static Lexicon {
        match self {
            Locale::Ru => &crate::ru::LEXICON,
            Locale::En => &crate::en::LEXICON,
        }
    }
}
