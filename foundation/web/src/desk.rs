//! What an area lays on the Desk of those who run the community: rows that say what to do, each with its acts.

use crate::{Panel, Visit};
use kernel::Micros;
use store::{BoxFuture, Scope};

/// A kind of row, with a tab of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskQueue {
    /// As in addresses.
    pub code: &'static str,
    /// A key of the area's words.
    pub word: &'static str,
    /// At most [`DESK_COUNTED`]: so many may be more.
    pub count: i64,
}

/// Rows of one queue that are counted; that there are more is enough to know.
pub const DESK_COUNTED: i64 = 300;

/// How much a row asks for haste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    /// Needs attention, time is running.
    Ochre,
    /// Went wrong.
    Brick,
}

impl Tone {
    /// The class of its glyph.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Plain => "",
            Tone::Ochre => " glyph--ochre",
            Tone::Brick => " glyph--brick",
        }
    }
}

/// Where a row stands: urgency (smaller comes first), since when, and an id that sets apart what is equal otherwise.
pub type DeskPlace = (i64, Micros, i64);

/// What can be done about a row. The first one is what the key `e` does.
#[derive(Clone, Debug)]
pub struct DeskAct {
    /// In the reader's language.
    pub word: String,
    pub path: String,
    /// Hidden fields of its form; none for a link.
    pub fields: Option<Vec<(&'static str, String)>>,
}

impl DeskAct {
    /// Done by a form at once. The form also has `back`: the address of the Desk it was on.
    pub fn post(word: String, path: String, fields: Vec<(&'static str, String)>) -> DeskAct {
        DeskAct { word, path, fields: Some(fields) }
    }

    pub fn link(word: String, path: String) -> DeskAct {
        DeskAct { word, path, fields: None }
    }
}

/// One thing to do, in the reader's language.
#[derive(Clone, Debug)]
pub struct DeskRow {
    pub queue: &'static str,
    pub place: DeskPlace,
    pub icon: &'static str,
    pub tone: Tone,
    /// A whole sentence: what happened.
    pub title: String,
    /// Where its title leads; empty for a thing that cannot be opened.
    pub path: String,
    pub note: String,
    /// A word over the reasons, and the facts for the act that is offered.
    pub because: String,
    pub reasons: Vec<String>,
    pub acts: Vec<DeskAct>,
}

/// What the Desk wants to know of an area.
#[derive(Clone, Debug, Default)]
pub struct DeskAsk {
    /// Only rows of this queue.
    pub queue: Option<String>,
    /// Only rows after this place.
    pub after: Option<DeskPlace>,
    pub limit: usize,
}

/// An area's part of the Desk.
#[derive(Clone, Debug, Default)]
pub struct DeskPart {
    /// All queues of the area, empty ones too.
    pub queues: Vec<DeskQueue>,
    /// In the order of their places, at most as many as were asked for.
    pub rows: Vec<DeskRow>,
    /// What stands beside.
    pub aside: Vec<Panel>,
    /// Acts from the Desk since midnight.
    pub done_today: i64,
}

/// Looks into the snapshot of the Desk. At most five statements, whatever the number of rows.
pub type DeskFn = for<'a> fn(&'a mut Scope, &'a Visit, &'a DeskAsk) -> BoxFuture<'a, kernel::Result<DeskPart>>;
