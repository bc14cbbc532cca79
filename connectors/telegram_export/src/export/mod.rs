//! Reading what Telegram Desktop writes: `result.json`, HTML pages, or a zip of either.
//!
//! An export is read in passes, each with memory for one message or one page. The first pass,
//! [`Export::check`], finds everything that is wrong before anything is taken in and learns who bears
//! which name; [`Export::items`] then gives the history in the order of the files.

mod dates;
mod fault;
mod html;
mod item;
mod json;
mod layout;
mod limits;
mod open;
mod order;
mod pass;
mod people;
mod rising;
mod sample;
mod source;
mod spans;
mod topics;
mod warning;
mod zip_guard;

use std::ops::ControlFlow;
use std::path::Path;

pub use fault::{Fault, Place, Problem, Tongue};
pub use item::{
    Action, Author, AuthorKind, Chat, Entry, Form, Forward, Item, Media, MediaKind, Message, Poll, Reaction, Service, Span,
    SpanKind,
};
pub use limits::Limits;
pub use people::outside_id;
pub use sample::Sample;
pub use warning::{Notice, Warning};

use open::Plan;
use people::Names;
use source::Source;
use warning::Warnings;

/// An export that was found and looks like one; what is in it is known after [`Export::check`].
pub struct Export {
    source: Source,
    plan: Plan,
    chat: Chat,
    limits: Limits,
    /// Who bears which name, once a pass has learned it.
    names: Option<Names>,
    /// The time of the first entry that has one, learned by the check where entries before it have none.
    first_dated: Option<i64>,
    opening: Warnings,
}

/// What the check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    pub messages: u64,
    /// Messages that answer another.
    pub replies: u64,
    /// Lines the chat wrote about itself.
    pub service: u64,
    /// Entries that stand in the export more than once, beyond their first time.
    pub duplicates: u64,
    /// Entries without content that the export could not give.
    pub skipped: u64,
    /// The earliest and the latest time, in microseconds of UTC.
    pub first_at: Option<i64>,
    pub last_at: Option<i64>,
    /// Different names of those who wrote; "Deleted Account" is one.
    pub authors: u64,
    /// Different names of those who wrote or appear in service lines.
    pub names: u64,
    /// Different names of people who appear in service lines and never wrote.
    pub silent: u64,
    /// Bytes read, after unpacking.
    pub bytes: u64,
    /// By which the chat is recognised in another export.
    pub sample: Sample,
    pub warnings: Vec<Warning>,
}

impl Export {
    /// Finds the export at a path: a `.json` file, a page, a folder or a zip. Of several chats `chat`
    /// names one by title, id or folder.
    ///
    /// # Errors
    /// When there is no export, it is unsafe to read, or the chat is not clear.
    pub fn open(path: &Path, chat: Option<&str>, limits: Limits) -> Result<Export, Fault> {
        open::open(path, chat, limits)
    }

    pub fn chat(&self) -> &Chat {
        &self.chat
    }

    /// The bytes of one pass, as far as the files promise; for progress only.
    pub fn total_bytes(&self) -> u64 {
        self.plan.files().iter().map(|file| file.size).sum()
    }

    /// Reads everything once and keeps nothing but figures.
    ///
    /// # Errors
    /// All faults that were found, at most twenty.
    pub fn check(&mut self, mut progress: impl FnMut(u64, u64)) -> Result<Summary, Vec<Fault>> {
        pass::check(self, &mut progress)
    }

    /// Gives every entry of the history to `each`, in the order of the files and each number once,
    /// until it breaks off. Takes the names from the check, or reads the export once more for them.
    ///
    /// # Errors
    /// The first fault.
    pub fn items(
        &mut self,
        mut progress: impl FnMut(u64, u64),
        mut each: impl FnMut(Item) -> ControlFlow<()>,
    ) -> Result<(), Fault> {
        if self.names.is_none() {
            self.check(|_, _| {}).map_err(|faults| {
                let first = faults.into_iter().next();
                first.unwrap_or_else(|| Fault::whole("", Problem::NotAnExport))
            })?;
        }
        pass::items(self, &mut progress, &mut each)
    }
}
