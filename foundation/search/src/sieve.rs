//! One pass over the matching documents: lets through what the viewer may see within the period,
//! counts it, and keeps the best after the cursor.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::ColumnValues;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::layout::{AT, AUDIENCE, ID};
use crate::page::Rank;
use crate::query::Order;

/// How much a document of this moment weighs more than an old one.
const RECENCY_WEIGHT: f64 = 0.5;
/// After how long half of that is gone: half a year, in microseconds.
const RECENCY_HALF_LIFE: f64 = 182.0 * 24.0 * 3600.0 * 1e6;

#[derive(Clone)]
pub(crate) struct Sieve {
    /// The visible audiences, in order.
    pub(crate) audiences: Arc<[i64]>,
    pub(crate) from: i64,
    pub(crate) until: i64,
    pub(crate) after: Option<Rank>,
    pub(crate) order: Order,
    pub(crate) limit: usize,
}

/// The kept documents, best first, and how many were let through in all.
#[derive(Default)]
pub(crate) struct Sifted {
    pub(crate) kept: Vec<(Rank, DocAddress)>,
    pub(crate) total: usize,
}

impl Collector for Sieve {
    type Fruit = Sifted;
    type Child = SegmentSieve;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<SegmentSieve> {
        let columns = reader.fast_fields();
        Ok(SegmentSieve {
            segment,
            audience: columns.column_first_or_default(AUDIENCE)?,
            at: columns.column_first_or_default(AT)?,
            id: columns.column_first_or_default(ID)?,
            sieve: self.clone(),
            heap: BinaryHeap::with_capacity(self.limit + 1),
            total: 0,
        })
    }

    fn requires_scoring(&self) -> bool {
        self.order != Order::Newest
    }

    fn merge_fruits(&self, parts: Vec<Sifted>) -> tantivy::Result<Sifted> {
        let mut all = Sifted::default();
        for part in parts {
            all.total += part.total;
            all.kept.extend(part.kept);
        }
        all.kept.sort_unstable_by_key(|kept| Reverse(*kept));
        all.kept.truncate(self.limit);
        Ok(all)
    }
}

pub(crate) struct SegmentSieve {
    segment: SegmentOrdinal,
    audience: Arc<dyn ColumnValues<i64>>,
    at: Arc<dyn ColumnValues<i64>>,
    id: Arc<dyn ColumnValues<i64>>,
    sieve: Sieve,
    heap: BinaryHeap<Reverse<(Rank, DocAddress)>>,
    total: usize,
}

impl SegmentCollector for SegmentSieve {
    type Fruit = Sifted;

    fn collect(&mut self, doc: DocId, score: Score) {
        let at = self.at.get_val(doc);
        if at < self.sieve.from || at >= self.sieve.until {
            return;
        }
        if self.sieve.audiences.binary_search(&self.audience.get_val(doc)).is_err() {
            return;
        }
        self.total += 1;
        let rank = Rank { score: self.weigh(score, at), at, id: self.id.get_val(doc) };
        if self.sieve.after.is_some_and(|after| rank >= after) {
            return;
        }
        let full = self.heap.len() == self.sieve.limit;
        if full && self.heap.peek().is_some_and(|Reverse((least, _))| rank <= *least) {
            return;
        }
        self.heap.push(Reverse((rank, DocAddress::new(self.segment, doc))));
        if full {
            self.heap.pop();
        }
    }

    fn harvest(self) -> Sifted {
        let kept = self.heap.into_iter().map(|Reverse(kept)| kept).collect();
        Sifted { kept, total: self.total }
    }
}

impl SegmentSieve {
    fn weigh(&self, score: Score, at: i64) -> Score {
        match self.sieve.order {
            Order::Newest => 0.0,
            Order::Relevance { now } => {
                let age = now.saturating_sub(at).max(0) as f64;
                (f64::from(score) * (1.0 + RECENCY_WEIGHT * (-age / RECENCY_HALF_LIFE).exp2())) as Score
            }
        }
    }
}
