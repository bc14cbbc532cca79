//! People: how those who came with a history become members, what members say of themselves, and the directory.

mod activity;
mod audit;
pub mod claims;
pub mod deeds;
pub mod directory;
pub mod doctor;
pub mod erasures;
pub mod facets;
mod help;
pub mod imported;
pub mod keeping;
mod letters;
pub mod links;
pub mod merges;
pub mod namesakes;
pub mod own_data;
mod pages;
pub mod person;
pub mod points;
pub mod policy;
mod presence;
pub mod profile;
pub mod removals;
pub mod standing;
mod today;

pub use activity::Activity;
pub use directory::PersonSearch;
pub use erasures::{ErasedIdentity, ErasureRow, Erasures};
pub use help::{PersonStanding, Standing, Thanks};
pub use own_data::OwnData;
pub use person::{PersonTopics, Topic};
pub use profile::text as profile_text;
pub use today::steps;

use kernel::{Door, Locale};
use std::sync::Arc;
use store::Follower;
use web::{Area, Group, NavItem};

const WORDS: &[(Locale, &str)] = &[(Locale::Ru, include_str!("../words/ru.ftl")), (Locale::En, include_str!("../words/en.ftl"))];

/// What people give to the house.
pub fn area() -> Area {
    let entry = |path, icon, word, door, group, order| NavItem { path, icon, word, door, group, order };
    Area {
        name: "people",
        routes: pages::routes(),
        followers: vec![follower(), Arc::new(presence::Presence)],
        jobs: vec![Arc::new(keeping::Noting)],
        words: WORDS,
        nav: vec![
            entry("/people", "people", "people-title", Door::Member, Group::Main, 30),
            entry("/people/imported", "useradd", "people-imported-title", Door::Staff, Group::Manage, 30),
            entry("/claims", "check", "people-claims-title", Door::Staff, Group::Manage, 31),
            entry("/removals", "leave", "people-removals-title", Door::Owner, Group::Manage, 32),
            entry("/profile-points", "card", "people-points-title", Door::Staff, Group::Manage, 33),
            entry("/legal-ground", "shield", "people-ground-title", Door::Owner, Group::Manage, 34),
        ],
        today: Some(today::steps),
        ..Area::default()
    }
}

/// The projection of the ledger that this area keeps.
pub fn follower() -> Arc<dyn Follower> {
    Arc::new(Activity)
}
