//! An invented community for a first look, for fixtures and for pictures: the same seed and the same
//! end give the same people and the same talk, byte for byte. There is no I/O, no clock and nobody
//! real in it.

mod calendar;
mod cast;
mod dice;
mod en;
mod lexicon;
pub mod living;
mod model;
mod profile;
mod reactions;
mod ru;
mod spans;
mod talk;
mod telegram;
mod template;
mod thread;

pub use living::Living;
pub use model::{Attachment, Community, Demo, Field, Locale, Message, Note, Person, Poll, Reaction, Role, Said, Span, What};

use crate::dice::Dice;

/// How long the story is, in days.
pub const DAYS: i64 = 730;
/// About how many people come in all.
pub const PEOPLE: usize = 130;
/// About how many messages they write.
pub const MESSAGES: usize = 5_000;

/// Invents a community whose story ends at `until_micros` (UTC).
///
/// # Examples
///
/// ```
/// let demo = demo::demo(demo::Locale::Ru, 1, 1_790_000_000_000_000);
/// assert_eq!(demo.community.name, "Опора");
/// assert!(demo.people.len() >= 120);
/// ```
pub fn demo(locale: Locale, seed: u64, until_micros: i64) -> Demo {
    let lexicon = locale.lexicon();
    let mut dice = Dice::new(seed);
    let calendar = calendar::Calendar::new(lexicon.offset_hours, until_micros);
    let people = cast::people(lexicon, &mut dice, &calendar);
    let messages = talk::talk(lexicon, &mut dice, &calendar, &people);
    let people = people.into_iter().map(|player| player.person).collect();
    Demo { community: lexicon.community.clone(), people, messages }
}
