//! Pulse: how the community is, and whether it would live without its founder. See README.md.

pub mod day;
pub mod deeds;
pub mod doctor;
pub mod facts;
pub mod figures;
pub mod measuring;
pub mod network;
pub mod person;
pub mod policy;
pub mod refreshing;
pub mod report;
mod rollup;
pub mod sight;
pub mod snapshot;
pub mod team;

pub use rollup::{NAME, Rollup};

use kernel::Locale;
use std::sync::Arc;
use store::Follower;
use web::Area;

/// What pulse gives to the house.
pub fn area() -> Area {
    Area {
        name: "pulse",
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
