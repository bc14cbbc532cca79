//! What `artel` can be told to do.

pub mod archive;
pub mod bench;
pub mod community;
pub mod demo;
pub mod doctor;
pub mod import;
pub mod pulse;
pub mod pulse_team;
pub mod serve;
pub mod simulate;
