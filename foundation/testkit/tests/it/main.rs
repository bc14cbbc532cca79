//! The test kit tested: databases are fresh and go, browsers fill forms as people do, and nothing is left behind.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helping functions too")]
mod browser;
mod database;
mod outbox;
