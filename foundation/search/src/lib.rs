//! Full-text search of one node: messages and people, in Russian and English at once.
//!
//! The index is a projection of the deeds. It holds its own cursor, so it may be thrown away and
//! built again at any time. It has no clock, no database and no notion of rights: the caller says
//! which community is searched and which audiences the viewer may see, and both are required.
//!
//! # From async code
//!
//! [`Index::search`] and [`Index::cursor`] are synchronous and read memory-mapped files: call them inline. A search
//! takes less than a millisecond, however many hits its words have.
//! [`Index::open`], [`Index::verify`] and every method of [`Writer`] may wait for the disk: call them from
//! `spawn_blocking`.

mod columns;
mod correction;
mod document;
mod error;
mod index;
mod layout;
mod page;
mod query;
mod search;
mod sieve;
mod snippet;
mod tier;
mod tokens;
mod wording;
mod words;
mod writer;

pub use document::{Document, Kind, TEXT_LIMIT};
pub use error::{Error, Result};
pub use index::Index;
pub use page::{Cursor, NotACursor, PAGE_LIMIT};
pub use query::{Order, Query};
pub use search::{Found, Hit};
pub use snippet::SNIPPET_LENGTH;
pub use wording::{LENGTH_LIMIT, WORDS_LIMIT};
pub use words::{fold, stem};
pub use writer::{HEAP_BYTES, Writer};
