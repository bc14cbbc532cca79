//! Who is who: communities, accounts, sign-in, sessions, members and identities, roles, invitations, audiences, audit.

pub mod account;
pub mod address;
pub mod arrival;
pub mod audience;
pub mod audit;
mod cleaning;
pub mod community;
mod copies;
pub mod deeds;
pub mod doctor;
pub mod first_run;
mod founding;
pub mod gate;
pub mod identity;
pub mod invitation;
mod invitee;
pub mod letters;
pub mod member;
mod merging;
mod outside;
mod pages;
pub mod parsed;
pub mod pass;
pub mod password;
pub mod policy;
pub mod role;
pub mod session;
pub mod sign_in;
pub mod throttle;

pub use gate::gate;
pub use outside::Outside;

pub use doctor::checks;

use kernel::{Door, Locale};
use std::sync::Arc;
use web::{Area, Group, NavItem};

const WORDS: &[(Locale, &str)] = &[(Locale::Ru, include_str!("../words/ru.ftl")), (Locale::En, include_str!("../words/en.ftl"))];

/// What identity gives to the house.
pub fn area() -> Area {
    Area {
        name: "identity",
        routes: pages::routes(),
        jobs: vec![Arc::new(cleaning::Cleaning), Arc::new(cleaning::NoLetter)],
        schedules: vec![cleaning::NIGHTLY],
        words: WORDS,
        nav: menu(),
        today: Some(pages::steps),
        ..Area::default()
    }
}

fn menu() -> Vec<NavItem> {
    let item = |path, icon, word, door, group, order| NavItem { path, icon, word, door, group, order };
    vec![
        item("/account", "user", "identity-account-title", Door::Account, Group::Main, 90),
        item("/invitations", "useradd", "identity-invitations-title", Door::Staff, Group::Manage, 30),
        item("/roles", "key", "identity-roles-title", Door::Owner, Group::Manage, 40),
        item("/audit", "shield", "identity-audit-title", Door::Owner, Group::Manage, 80),
        item("/community", "gear", "identity-community-title", Door::Owner, Group::Manage, 90),
    ]
}
