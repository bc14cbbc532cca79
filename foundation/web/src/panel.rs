//! Parts of the first page that an area draws itself.

use crate::{Html, Visit};
use store::{BoxFuture, Scope};

/// Where on the first page a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PanelPlace {
    /// A button under the greeting.
    Head,
    Main,
    /// Beside: what is good to know and asks for nothing.
    Aside,
}

/// One part, in the reader's language.
#[derive(Clone, Debug)]
pub struct Panel {
    pub place: PanelPlace,
    /// Smaller comes first, across areas.
    pub order: u16,
    /// How many things in it wait for the reader's word: the greeting counts them.
    pub waiting: usize,
    pub html: Html,
}

/// Looks into the snapshot of the first page and draws. At most two statements, whatever the number of rows.
pub type PanelsFn = for<'a> fn(&'a mut Scope, &'a Visit) -> BoxFuture<'a, kernel::Result<Vec<Panel>>>;
