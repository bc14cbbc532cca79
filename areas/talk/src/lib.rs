//! Conversations: threads, months, topics, search. See README.md.

pub mod author;
pub mod beginnings;
pub mod chat;
pub mod correction;
pub mod deeds;
pub mod deletion;
pub mod doctor;
pub mod erasure;
pub mod evidence;
mod extras;
mod finding;
pub mod history;
pub mod message;
pub mod month;
mod own_words;
mod pages;
pub mod policy;
pub mod posting;
mod service;
pub mod story;
pub mod thread;
mod today;
pub mod topic;
pub mod wording;

pub use finding::people::person_search;
pub use finding::{Pace, SearchFollower};
pub use own_words::own_words;
pub use topic::person_topics;

use kernel::{Door, Locale};
use std::sync::Arc;
use web::{Area, Group, NavItem};

/// The area's face to the house. The follower of search is added by the application, which opens the index.
pub fn area() -> Area {
    Area {
        name: "talk",
        routes: pages::routes(),
        jobs: vec![Arc::new(erasure::EraseWords), Arc::new(erasure::credits::EraseCredits)],
        words: &[(Locale::Ru, include_str!("../words/ru.ftl")), (Locale::En, include_str!("../words/en.ftl"))],
        nav: vec![NavItem { path: "/talk", icon: "chat", word: "talk-title", door: Door::Member, group: Group::Main, order: 20 }],
        today: Some(today::steps),
        ..Area::default()
    }
}

/// Keeps the index of this node in step with the ledger. Pages ask the same index by `house.get::<search::Index>()`.
pub fn search_follower(index: search::Index) -> Arc<SearchFollower> {
    Arc::new(SearchFollower::new(index, Pace::SERVING))
}
