//! Chat import: what Telegram Desktop writes comes in as the history of a community.
//!
//! [`export`] reads an export as a stream of messages and service lines. It knows nothing of a
//! database, of communities or of time, so the same reading serves the check before the first row
//! and the import itself.

pub mod export;
