//! Requests found in conversations that came with a history: what was asked, who answered, whom it helped. They feed the choice of
//! whom to ask; in figures they never stand beside real requests unless the owner accepted them.

pub mod asking;
pub mod finding;
pub mod found;
pub mod sample;
pub mod settings;
pub mod thanks;
