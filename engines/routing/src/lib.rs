//! Who in a community will help with a request, and why. The README tells how the engine is used; the score is a sum of reasons, each with
//! a weight, neither ever negative, and each reason names the facts it stands on.
//!
//! Pure algorithms: no I/O, no clock, no chance. The same answers learnt in the same order give the same ranking.

mod candidates;
mod decay;
mod fitting;
mod index;
mod member;
mod postings;
mod rank;
mod rarity;
mod reason;
mod sharing;
mod similar;
mod tags;
pub mod trial;
mod weights;
mod words;

pub use candidates::{Candidates, Request};
pub use fitting::{ENOUGH, Sample, better_on_held_out, fit, refit};
pub use index::{Answer, Index, Profile, Words};
pub use rank::{Because, Ranked};
pub use reason::{Fact, Reason, Values};
pub use sharing::{Cap, Concentration, Sharing, concentration, gini};
pub use weights::Weights;
pub use words::terms;
