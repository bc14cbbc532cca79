//! What tests stand on: a fresh database with a clock that stands still, a browser without a window, and the post box.

mod browser;
mod cluster;
mod cookies;
mod database;
mod form;
mod outbox;
mod page;

pub use browser::Browser;
pub use database::{MORNING, TestDatabase, both, database, database_on};
pub use form::File;
pub use outbox::Outbox;
pub use page::Page;
