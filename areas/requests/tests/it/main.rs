//! Requests through the front door, on both databases.

mod answering;
mod asking;
mod closing;
mod coursing;
mod directions;
mod files;
mod history;
mod house;
mod introducing;
mod inviting;
mod leaving;
mod lists;
mod noticing;
mod promising;
mod refitting;
mod routed;
mod standing;
mod telling;
mod topics;
