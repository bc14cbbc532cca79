//! The web foundation through its front door.

mod acts;
mod doors;
mod headers;
mod house;
mod limits;
mod looks;
mod origin;
mod time;
mod words;
