//! Requests for help: asked, routed, answered, closed, remembered. See README.md.

pub mod answer;
pub mod asking;
pub mod closure;
pub mod contacts;
pub mod correction;
pub mod course;
pub mod deal;
pub mod deeds;
pub mod deletion;
pub mod desk;
pub mod doctor;
mod dossier;
pub mod draft;
pub mod erasure;
pub mod figures;
pub mod files;
pub mod folding;
mod following;
pub mod help;
pub mod history;
pub mod introduction;
pub mod invitation;
pub mod leaving;
mod letter;
pub mod limits;
pub mod lists;
pub mod money;
pub mod mutes;
pub mod notices;
pub mod own_data;
mod pages;
pub mod person;
pub mod pledge;
pub mod policy;
pub mod reasons;
pub mod refit;
pub mod reports;
pub mod request;
pub mod routing;
mod said_by_all;
pub mod settings;
pub mod similar;
mod sound;
pub mod standing;
mod steps;
pub mod stops;
pub mod tags;
pub mod tending;
pub mod text;
mod today;
pub mod topic;
pub mod topics;
pub mod warming;
pub mod wish;

pub use notices::notices;
pub use own_data::own_data;
pub use standing::person_standing;

use kernel::{Door, Locale};
use std::sync::Arc;
use web::{Area, Group, NavItem, OwnPage};

const WORDS: &[(Locale, &str)] = &[(Locale::Ru, include_str!("../words/ru.ftl")), (Locale::En, include_str!("../words/en.ftl"))];

/// The area's face to the house.
pub fn area() -> Area {
    let keeper = routing::Keeper::new();
    Area {
        name: "requests",
        routes: pages::routes(),
        followers: vec![Arc::new(history::finding::Finding), Arc::new(erasure::Erasures)],
        jobs: vec![
            Arc::new(erasure::EraseWords),
            Arc::new(erasure::names::EraseNames),
            Arc::new(leaving::Leaving),
            Arc::new(files::RemoveFiles),
            Arc::new(course::Course::new(keeper.clone())),
            Arc::new(tending::Asking::new(keeper.clone())),
            Arc::new(warming::Warming::new(keeper)),
            Arc::new(refit::Refit),
            Arc::new(following::Following),
            Arc::new(topics::job::CountTopics),
        ],
        schedules: vec![warming::EVERY_FEW_MINUTES, refit::WEEKLY, following::NIGHTLY, topics::job::NIGHTLY],
        nav: vec![
            NavItem {
                path: "/requests",
                icon: "requests",
                word: "requests-title",
                door: Door::Member,
                group: Group::Main,
                order: 10,
            },
            NavItem {
                path: "/requests/found",
                icon: "search",
                word: "requests-found-title",
                door: Door::Staff,
                group: Group::Manage,
                order: 26,
            },
        ],
        words: WORDS,
        panels: Some(today::panels),
        desk: Some(desk::desk),
        own: own(),
        ..Area::default()
    }
}

/// What members set for themselves.
fn own() -> Vec<OwnPage> {
    let page = |path, icon, word, note, order| OwnPage { path, icon, word, note, door: Door::Member, order };
    vec![
        page("/requests/limits", "clock", "requests-limits-title", "requests-limits-note", 10),
        page("/requests/notices", "mail", "requests-notices-title", "requests-notices-note", 20),
        page("/requests/pledge", "check", "requests-pledge-title", "requests-pledge-note", 30),
    ]
}
