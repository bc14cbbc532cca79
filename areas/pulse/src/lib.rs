//! Pulse: how the community is, and whether it would live without its founder. See README.md.

pub mod behind;
pub mod day;
pub mod deeds;
pub mod doctor;
pub mod facts;
pub mod figures;
pub mod measuring;
pub mod network;
mod pages;
pub mod pairs;
pub mod past;
pub mod person;
pub mod policy;
pub mod refreshing;
pub mod report;
mod rollup;
pub mod sight;
pub mod snapshot;
pub mod standings;
pub mod team;

pub use rollup::{NAME, Rollup};

use kernel::{Door, Locale};
use std::sync::Arc;
use store::Follower;
use web::{Area, Group, NavItem};

/// What pulse gives to the house.
pub fn area() -> Area {
    Area {
        name: "pulse",
        routes: pages::routes(),
        nav: vec![NavItem {
            path: "/pulse",
            icon: "pulse",
            word: "pulse-title",
            door: Door::Member,
            group: Group::Main,
            order: 40,
        }],
        followers: vec![follower()],
        jobs: vec![Arc::new(refreshing::Refreshing)],
        schedules: vec![refreshing::EVERY_FEW_MINUTES],
        words: &[(Locale::Ru, include_str!("../words/ru.ftl")), (Locale::En, include_str!("../words/en.ftl"))],
        ..Area::default()
    }
}

/// The projection of the ledger that this area keeps.
pub fn follower() -> Arc<dyn Follower> {
    Arc::new(Rollup)
}
