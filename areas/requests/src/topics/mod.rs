//! Topics found in requests: what members ask about again and again, how often, how soon they are answered, and by whom. A job
//! counts them every night and whenever staff ask for it, and keeps the figures with the moment they are of, so that a page costs
//! a few statements whatever the number of requests. From what is kept follows, by a rule that the page states, which of them
//! is worth a direction of its own, and who could lead it.
//!
//! Requests of chosen people are not read at all. Those found in a history are, once the owner has accepted them.

mod candidates;
pub mod counting;
pub mod counts;
mod covering;
pub(crate) mod desk;
pub mod grouping;
pub mod job;
mod listing;
mod naming;
pub mod overview;
mod reading;
mod surprise;
pub mod tags;
mod words;
pub mod worth;

pub use candidates::ENOUGH;
pub use covering::{Directions, suggest};
pub use listing::{Listed, Narrowing, PAGE, listed};

use kernel::{MICROS_PER_DAY, Micros};

/// The days of each of the two stretches that are compared.
pub const DAYS: i64 = 90;

/// The last ninety days and the ninety before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub now: Micros,
    pub middle: Micros,
    pub from: Micros,
}

impl Window {
    pub fn until(now: Micros) -> Window {
        Window { now, middle: now - DAYS * MICROS_PER_DAY, from: now - 2 * DAYS * MICROS_PER_DAY }
    }

    /// Of the last ninety days.
    pub fn is_late(&self, at: Micros) -> bool {
        at >= self.middle
    }
}
