//! Who is who: communities, accounts, sign-in, sessions, members and identities, roles, invitations, audiences, audit.

pub mod account;
pub mod address;
pub mod audience;
pub mod audit;
pub mod community;
pub mod deeds;
pub mod gate;
pub mod identity;
pub mod member;
mod outside;
pub mod parsed;
pub mod password;
pub mod policy;
pub mod role;
pub mod session;

pub use gate::gate;
pub use outside::Outside;

use kernel::Locale;

const WORDS: &[(Locale, &str)] = &[(Locale::Ru, include_str!("../words/ru.ftl")), (Locale::En, include_str!("../words/en.ftl"))];

/// What identity gives to the house.
pub fn area() -> web::Area {
    web::Area { name: "identity", words: WORDS, ..web::Area::default() }
}
