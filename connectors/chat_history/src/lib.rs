//! Chat import: a history that Telegram Desktop wrote becomes the history of a community.
//!
//! The upload is checked whole before the first row. Rows come in slices, hidden behind an audience of their
//! own, until the owner opens them to members or takes them back.

pub mod bringing;
pub mod conversion;
pub mod findings;
pub mod lines;
pub mod opening;
pub mod progress;
pub mod run;
pub mod taking_back;
