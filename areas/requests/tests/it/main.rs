//! Requests through the front door, on both databases.

mod answering;
mod asking;
mod closing;
mod coursing;
mod dealing;
mod directions;
mod discreet;
mod files;
mod floor;
mod heard;
mod history;
mod house;
mod introducing;
mod inviting;
mod leading;
mod leaving;
mod lists;
mod noticing;
mod promising;
mod refitting;
mod reporting;
mod rooms;
mod routed;
mod standing;
mod telling;
mod topics;
