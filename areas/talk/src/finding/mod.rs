//! Finding: the search index kept in step with the ledger, and asked.

pub(crate) mod asked;
mod documents;
mod follower;
mod keeper;
pub mod people;
mod spoilers;

pub use follower::SearchFollower;
pub use keeper::Pace;
