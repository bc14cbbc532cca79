//! The test kit tested: databases are fresh and go, browsers fill forms as people do, and nothing is left behind.

mod browser;
mod database;
mod outbox;
