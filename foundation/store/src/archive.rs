//! Backup and restore: one format for both databases, a tar of table dumps from one snapshot, the files, and a manifest
//! with hashes.
//!
//! - `tables/NAME.jsonl`: a line that names the columns and their kinds, then one JSON array a row in the order of the
//!   primary key. Bytes are base64, numbers exact, NULL is `null`. The same rows give the same bytes on both databases.
//! - `files/…`, `uploads/…`: the folders of that name in the data folder.
//! - `manifest.json`, last: format, schema, when it was made, and size and SHA-256 of every other member.

mod backup;
mod erasures;
mod files;
mod index;
mod reading;
mod restore;
mod rows;
mod target_postgres;
mod target_sqlite;

pub use backup::backup;
pub use erasures::{Erasure, erasures, note_erasures};
pub use restore::{Report, restore};

use kernel::Micros;

/// The form of the archive itself.
pub const FORMAT: i64 = 1;
/// Folders of the data folder that go along.
pub const FOLDERS: [&str; 2] = ["files", "uploads"];
const MANIFEST: &str = "manifest.json";

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Manifest {
    pub format: i64,
    /// Number of the last migration.
    pub schema: i32,
    /// By the machine's clock.
    pub made_at: Micros,
    pub tables: Vec<TableEntry>,
    /// Nothing if the backup was made without the data folder: a restore then leaves the files alone.
    pub files: Option<Vec<FileEntry>>,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TableEntry {
    pub name: String,
    pub rows: u64,
    pub bytes: u64,
    pub sha256: String,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FileEntry {
    /// Relative to the data folder, with `/`.
    pub path: String,
    pub bytes: u64,
    pub sha256: String,
}

/// The number of the last migration that this program knows.
fn newest_schema() -> i32 {
    migrations::ALL.last().map_or(0, |migration| migration.0)
}

fn hex(hash: impl AsRef<[u8]>) -> String {
    hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}
