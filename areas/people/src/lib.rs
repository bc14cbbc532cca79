//! People: how those who came with a history become members, what members say of themselves, and the directory.

mod activity;
pub mod claims;
pub mod deeds;
pub mod directory;
pub mod doctor;
pub mod erasures;
pub mod facets;
pub mod imported;
mod letters;
pub mod links;
pub mod merges;
pub mod own_data;
pub mod person;
pub mod points;
pub mod policy;
pub mod profile;
pub mod removals;
pub mod standing;
mod today;

pub use activity::Activity;
pub use directory::PersonSearch;
pub use erasures::{ErasedIdentity, ErasureRow, Erasures};
pub use own_data::OwnData;
pub use person::{PersonTopics, Topic};
pub use profile::text as profile_text;
pub use today::steps;

use std::sync::Arc;
use store::Follower;

/// The projection of the ledger that this area keeps.
pub fn follower() -> Arc<dyn Follower> {
    Arc::new(Activity)
}
