//! The JSON form: `result.json` of one chat, or of a whole account with its chats in lists.

mod action;
mod frame;
mod media;
mod mend;
mod message;
mod raw;
mod text;
mod walk;

pub(crate) use frame::Frames;
pub(crate) use message::Converter;
pub(crate) use walk::{Found, Target, read_messages};

use super::fault::Fault;
use super::limits::Limits;
use super::source::Guard;

/// The chats of a file, which is read as far as needed.
pub(crate) fn chats_of(guard: &mut Guard<'_>, file: &str, limits: &Limits) -> Result<Vec<Found>, Fault> {
    walk::find_chats(&mut Frames::new(guard, file), limits)
}
