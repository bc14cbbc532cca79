//! Whom to ask: what the node has learnt of each community, and the ranking that stands on it.

mod callings;
mod denied;
pub(crate) mod floor;
mod keeper;
mod languages;
mod learning;
mod names;
mod offered;
mod place;
mod ranking;
mod reading;

pub use keeper::Keeper;
pub use learning::Learned;
#[cfg(test)]
pub(crate) use offered::shared_words;
pub(crate) use place::other_names;
pub(crate) use ranking::Asked;
pub use ranking::{Choice, Choosing, SHARE, round, weights};
pub(crate) use reading::{active, stated, tags};
