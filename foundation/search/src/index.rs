use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::{fs, io};

use serde::{Deserialize, Serialize};
use tantivy::directory::MmapDirectory;
use tantivy::directory::error::OpenReadError;
use tantivy::{IndexReader, ReloadPolicy, TantivyError};

use crate::columns::Opened;
use crate::error::Result;
use crate::layout::{self, Fields};
use crate::writer::Writer;

/// The full-text index of a node. Clones share one index; use it from any thread.
#[derive(Clone)]
pub struct Index {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) index: tantivy::Index,
    pub(crate) reader: IndexReader,
    pub(crate) fields: Fields,
    pub(crate) opened: Opened,
    /// What the last commit said. It is replaced only after the commit is on the disk.
    pub(crate) cursors: RwLock<BTreeMap<i64, i64>>,
}

/// What each commit carries beside the documents.
#[derive(Serialize, Deserialize)]
pub(crate) struct Payload {
    pub(crate) version: u32,
    pub(crate) cursors: BTreeMap<i64, i64>,
}

impl Index {
    /// Opens the index in a folder, creating both if needed.
    ///
    /// An index of another layout or a damaged one is emptied: its cursors then read 0 and the
    /// follower builds it again. The folder must belong to the index alone.
    ///
    /// # Errors
    ///
    /// `Folder` or `Inside` if the folder cannot be read or written at all.
    pub fn open(dir: &Path) -> Result<Index> {
        // The words of messages are in it: it is for the one who runs the house alone.
        let mut folder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        folder.recursive(true).create(dir)?;
        // A damaged file may make the reader panic as well as fail; for us both mean the same.
        match catch_unwind(AssertUnwindSafe(|| Index::open_as_it_is(dir))) {
            Ok(Ok(Some(index))) => return Ok(index),
            Ok(Err(error)) if !is_damage(&error) => return Err(error.into()),
            _ => {}
        }
        empty(dir)?;
        Ok(Index::create(tantivy::Index::create_in_dir(dir, layout::layout().0)?)?)
    }

    /// An index that lives in memory and ends with the process.
    ///
    /// # Errors
    ///
    /// `Inside` if the index cannot be made.
    pub fn in_memory() -> Result<Index> {
        Ok(Index::create(tantivy::Index::create_in_ram(layout::layout().0))?)
    }

    /// The highest deed of a community whose effects are durable here; 0 if there are none.
    pub fn cursor(&self, community: i64) -> i64 {
        let cursors = self.inner.cursors.read().unwrap_or_else(PoisonError::into_inner);
        cursors.get(&community).copied().unwrap_or(0)
    }

    /// Opens the one writer, which holds [`crate::HEAP_BYTES`] of memory until it is dropped.
    ///
    /// # Errors
    ///
    /// `Busy` while another writer lives, in this process or in another one.
    pub fn writer(&self) -> Result<Writer> {
        Writer::open(self)
    }

    /// How many documents there are in all.
    pub fn len(&self) -> u64 {
        self.inner.reader.searcher().num_docs()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads every file and compares it with its checksum; returns the damaged ones.
    ///
    /// # Errors
    ///
    /// `Inside` if the files cannot be read.
    pub fn verify(&self) -> Result<Vec<PathBuf>> {
        Ok(self.inner.index.validate_checksum()?.into_iter().collect())
    }

    fn open_as_it_is(dir: &Path) -> tantivy::Result<Option<Index>> {
        let directory = MmapDirectory::open(dir)?;
        if !tantivy::Index::exists(&directory)? {
            return Ok(None);
        }
        let index = tantivy::Index::open(directory)?;
        if index.schema() != layout::layout().0 {
            return Ok(None);
        }
        let metas = index.load_metas()?;
        let payload = metas.payload.as_deref().map(serde_json::from_str::<Payload>);
        let cursors = match payload {
            Some(Ok(payload)) if payload.version == layout::VERSION => payload.cursors,
            // Created, but nothing was committed before the process ended.
            None if metas.segments.is_empty() => BTreeMap::new(),
            _ => return Ok(None),
        };
        Index::with_cursors(index, cursors).map(Some)
    }

    fn create(index: tantivy::Index) -> tantivy::Result<Index> {
        Index::with_cursors(index, BTreeMap::new())
    }

    fn with_cursors(mut index: tantivy::Index, cursors: BTreeMap<i64, i64>) -> tantivy::Result<Index> {
        index.set_tokenizers(layout::tokenizers());
        // The writer reloads the reader after each commit, so no thread has to watch the folder.
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let fields = layout::layout().1;
        let cursors = RwLock::new(cursors);
        Ok(Index { inner: Arc::new(Inner { index, reader, fields, opened: Opened::default(), cursors }) })
    }
}

/// Whether an error says that the files are spoilt, as against a folder we may not read just now.
fn is_damage(error: &TantivyError) -> bool {
    let spoilt = |kind| matches!(kind, io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData);
    match error {
        TantivyError::DataCorruption(_)
        | TantivyError::IncompatibleIndex(_)
        | TantivyError::SchemaError(_)
        | TantivyError::FieldNotFound(_)
        | TantivyError::InvalidArgument(_)
        | TantivyError::InternalError(_)
        | TantivyError::MissingPlugin(_)
        | TantivyError::UnexpectedPlugin(_)
        | TantivyError::DeserializeError(_) => true,
        TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. }) => spoilt(io_error.kind()),
        TantivyError::OpenReadError(_) => true,
        TantivyError::IoError(error) => spoilt(error.kind()),
        _ => false,
    }
}

/// Removes the files of a folder, but no folder inside it: an index has none.
fn empty(dir: &Path) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
