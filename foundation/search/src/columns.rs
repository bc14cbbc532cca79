//! The numbers of each segment's documents, opened once and kept as long as the segment is read: opening them costs more than
//! a rare word.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::columnar::{Cardinality, ColumnValues};
use tantivy::index::SegmentId;
use tantivy::{DocId, Searcher, SegmentReader};

use crate::layout::{AT, AUDIENCE, ID};
use crate::tier::Tier;

/// Documents that are looked at or passed over together.
const BLOCK_DOCUMENTS: u32 = 4096;

type Numbers = Arc<dyn ColumnValues<i64>>;

/// Neighbours in a segment, with the first and the last moment among them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    pub(crate) first: DocId,
    pub(crate) end: DocId,
    pub(crate) earliest: i64,
    pub(crate) latest: i64,
}

pub(crate) struct Columns {
    pub(crate) at: Numbers,
    pub(crate) id: Numbers,
    audience: Numbers,
    pub(crate) blocks: Vec<Block>,
}

impl Columns {
    fn open(reader: &SegmentReader) -> tantivy::Result<Columns> {
        let at = numbers(reader, AT)?;
        let blocks = blocks(at.as_ref(), reader.max_doc());
        Ok(Columns { id: numbers(reader, ID)?, audience: numbers(reader, AUDIENCE)?, at, blocks })
    }

    /// Whether a viewer of these audiences, given in order, sees a document.
    pub(crate) fn is_seen(&self, audiences: &[i64], doc: DocId) -> bool {
        audiences.binary_search(&self.audience.get_val(doc)).is_ok()
    }

    /// The stretches of documents that may belong to a tier, in order.
    pub(crate) fn stretches(&self, tier: Tier) -> Vec<Range<DocId>> {
        let mut stretches: Vec<Range<DocId>> = Vec::new();
        for block in self.blocks.iter().filter(|block| block.latest >= tier.floor && block.earliest < tier.ceiling) {
            match stretches.last_mut() {
                Some(last) if last.end == block.first => last.end = block.end,
                _ => stretches.push(block.first..block.end),
            }
        }
        stretches
    }
}

/// Every document has one number of each sort, so that the values can be read without the way round by their rows.
fn numbers(reader: &SegmentReader, name: &str) -> tantivy::Result<Numbers> {
    let column = reader.fast_fields().i64(name)?;
    Ok(match column.get_cardinality() {
        Cardinality::Full => column.values,
        _ => column.first_or_default_col(0),
    })
}

fn blocks(at: &dyn ColumnValues<i64>, documents: u32) -> Vec<Block> {
    let mut moments = vec![0; BLOCK_DOCUMENTS as usize];
    let starts = (0..documents).step_by(BLOCK_DOCUMENTS as usize);
    let block = |first: DocId| {
        let end = documents.min(first + BLOCK_DOCUMENTS);
        let moments = &mut moments[..(end - first) as usize];
        at.get_range(u64::from(first), moments);
        let (earliest, latest) = moments.iter().fold((i64::MAX, i64::MIN), |(low, high), at| (low.min(*at), high.max(*at)));
        Block { first, end, earliest, latest }
    };
    starts.map(block).collect()
}

/// The columns of the segments that are read just now.
#[derive(Default)]
pub(crate) struct Opened(Mutex<HashMap<SegmentId, Arc<Columns>>>);

impl Opened {
    /// Those of a searcher, in the order of its segments. What segments that are gone had is let go.
    pub(crate) fn of(&self, searcher: &Searcher) -> tantivy::Result<Vec<Arc<Columns>>> {
        let mut opened = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let readers = searcher.segment_readers();
        if readers.iter().any(|reader| !opened.contains_key(&reader.segment_id())) {
            opened.retain(|id, _| readers.iter().any(|reader| reader.segment_id() == *id));
        }
        let mut columns = Vec::with_capacity(readers.len());
        for reader in readers {
            let kept = match opened.get(&reader.segment_id()) {
                Some(kept) => kept.clone(),
                None => Arc::new(Columns::open(reader)?),
            };
            opened.insert(reader.segment_id(), kept.clone());
            columns.push(kept);
        }
        Ok(columns)
    }
}
