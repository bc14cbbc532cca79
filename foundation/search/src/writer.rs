use std::collections::BTreeMap;
use std::sync::PoisonError;

use tantivy::IndexWriter;
use tantivy::TantivyError;
use tantivy::indexer::IndexWriterOptions;

use crate::document::{Document, Kind};
use crate::error::{Error, Result};
use crate::index::{Index, Payload};
use crate::layout;

/// The memory, in bytes, that gathers documents before they are written out as a segment.
pub const HEAP_BYTES: usize = 32 * 1024 * 1024;

/// The one writer of an index. What is put and removed becomes visible and durable with `commit`,
/// all at once; a writer dropped before it leaves no trace. After an error drop it and open another.
pub struct Writer {
    index: Index,
    inner: IndexWriter,
    cursors: BTreeMap<i64, i64>,
}

impl Writer {
    pub(crate) fn open(index: &Index) -> Result<Writer> {
        let options =
            IndexWriterOptions::builder().num_worker_threads(1).num_merge_threads(1).memory_budget_per_thread(HEAP_BYTES).build();
        let inner = index.inner.index.writer_with_options(options).map_err(|error| match error {
            TantivyError::LockFailure(..) => Error::Busy,
            other => Error::Inside(other),
        })?;
        let cursors = index.inner.cursors.read().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(Writer { index: index.clone(), inner, cursors })
    }

    /// Adds a document, in place of one of the same community, kind and id.
    ///
    /// # Errors
    ///
    /// `Inside` if the writing thread has failed.
    pub fn put(&mut self, document: &Document) -> Result<()> {
        let fields = self.index.inner.fields;
        self.inner.delete_term(fields.key(document.community, document.kind, document.id));
        self.inner.add_document(fields.write(document))?;
        Ok(())
    }

    /// Takes a document away; nothing happens if there is none.
    pub fn remove(&mut self, community: i64, kind: Kind, id: i64) {
        self.inner.delete_term(self.index.inner.fields.key(community, kind, id));
    }

    /// Takes away all that one audience sees.
    pub fn remove_audience(&mut self, community: i64, audience: i64) {
        self.inner.delete_term(self.index.inner.fields.circle(community, audience));
    }

    /// Takes a community away with its cursor, for a rebuild or for good.
    pub fn remove_community(&mut self, community: i64) {
        self.inner.delete_term(self.index.inner.fields.community(community));
        self.cursors.remove(&community);
    }

    /// Makes everything since the last commit durable and visible together with the cursors
    /// (community, deed). Communities that are not named keep theirs.
    ///
    /// # Errors
    ///
    /// `Inside` if the disk failed; the index is then as it was before.
    pub fn commit(&mut self, cursors: &[(i64, i64)]) -> Result<()> {
        self.cursors.extend(cursors.iter().copied());
        let payload = Payload { version: layout::VERSION, cursors: self.cursors.clone() };
        let payload = serde_json::to_string(&payload).map_err(std::io::Error::from)?;
        let mut prepared = self.inner.prepare_commit()?;
        prepared.set_payload(&payload);
        prepared.commit()?;
        let inner = &self.index.inner;
        inner.reader.reload()?;
        *inner.cursors.write().unwrap_or_else(PoisonError::into_inner) = self.cursors.clone();
        Ok(())
    }
}
