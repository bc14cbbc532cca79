//! Passes over the matching documents: lets through what the viewer may see within a tier, counts it, and keeps the best
//! after the cursor.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;
use std::sync::Arc;

use tantivy::query::{Scorer, Weight};
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentOrdinal};

use crate::columns::Columns;
use crate::page::Rank;
use crate::query::Order;
use crate::tier::{Steps, Tier};

/// How much a document of this moment weighs more than an old one.
const RECENCY_WEIGHT: f64 = 0.5;
/// After how long half of that is gone: half a year, in microseconds.
const RECENCY_HALF_LIFE: f64 = 182.0 * 24.0 * 3600.0 * 1e6;

pub(crate) struct Sieve<'a> {
    pub(crate) searcher: &'a Searcher,
    /// Those of the searcher's segments, in their order.
    pub(crate) columns: &'a [Arc<Columns>],
    pub(crate) weight: Box<dyn Weight>,
    /// The visible audiences, in order.
    pub(crate) audiences: Vec<i64>,
    pub(crate) order: Order,
    pub(crate) limit: usize,
}

/// The best documents of one tier and how many were let through in all.
#[derive(Default)]
pub(crate) struct Sifted {
    after: Option<Rank>,
    heap: BinaryHeap<Reverse<(Rank, DocAddress)>>,
    pub(crate) total: usize,
}

impl Sifted {
    /// Of those after one.
    pub(crate) fn after(last: Rank) -> Sifted {
        Sifted { after: Some(last), ..Sifted::default() }
    }

    /// The kept documents, best first.
    pub(crate) fn kept(self) -> impl Iterator<Item = (Rank, DocAddress)> {
        self.heap.into_sorted_vec().into_iter().map(|Reverse(kept)| kept)
    }

    fn offer(&mut self, rank: Rank, address: DocAddress, limit: usize) {
        self.total += 1;
        if self.after.is_some_and(|after| rank >= after) {
            return;
        }
        if self.heap.len() == limit {
            if self.heap.peek().is_some_and(|Reverse((least, _))| rank <= *least) {
                return;
            }
            self.heap.pop();
        }
        self.heap.push(Reverse((rank, address)));
    }
}

impl Sieve<'_> {
    /// Reaches back from a moment until enough was let through, not below `bottom`: the tier that this makes, and its best.
    pub(crate) fn reach_back(&self, ceiling: i64, bottom: i64, enough: usize) -> tantivy::Result<(Tier, Sifted)> {
        let whole = Tier { floor: bottom, ceiling };
        let blocks = self.columns.iter().flat_map(|columns| &columns.blocks);
        let inside = blocks.filter(|block| block.latest >= whole.floor && block.earliest < whole.ceiling);
        let mut steps = Steps::new(inside.map(|block| (block.earliest, u64::from(block.end - block.first))).collect(), bottom);
        let (mut sifted, mut reached) = (Sifted::default(), ceiling);
        while reached > bottom && sifted.total < enough {
            // A block may begin where an earlier step has been already.
            let floor = steps.next(sifted.total, enough).min(reached);
            self.pass(Tier { floor, ceiling: reached }, &mut sifted)?;
            reached = floor;
        }
        Ok((Tier { floor: reached, ceiling }, sifted))
    }

    /// Adds what a tier has.
    pub(crate) fn pass(&self, tier: Tier, sifted: &mut Sifted) -> tantivy::Result<()> {
        for (segment, columns) in (0..).zip(self.columns) {
            let stretches = columns.stretches(tier);
            if stretches.is_empty() {
                continue;
            }
            let mut scorer = self.weight.scorer(self.searcher.segment_reader(segment), 1.0)?;
            for stretch in stretches {
                self.stretch(segment, stretch, tier, scorer.as_mut(), sifted);
            }
        }
        Ok(())
    }

    fn stretch(&self, segment: SegmentOrdinal, stretch: Range<DocId>, tier: Tier, scorer: &mut dyn Scorer, sifted: &mut Sifted) {
        let reader = self.searcher.segment_reader(segment);
        let (alive, columns) = (reader.alive_bitset(), &self.columns[segment as usize]);
        let mut doc = scorer.doc();
        if doc < stretch.start {
            doc = scorer.seek(stretch.start);
        }
        while doc < stretch.end {
            let at = columns.at.get_val(doc);
            let stands = at >= tier.floor && at < tier.ceiling && alive.is_none_or(|alive| alive.is_alive(doc));
            if stands && columns.is_seen(&self.audiences, doc) {
                let rank = Rank { score: self.weigh(scorer, at), at, id: columns.id.get_val(doc) };
                sifted.offer(rank, DocAddress::new(segment, doc), self.limit);
            }
            doc = scorer.advance();
        }
    }

    fn weigh(&self, scorer: &mut dyn Scorer, at: i64) -> Score {
        match self.order {
            Order::Newest => 0.0,
            Order::Relevance { now } => {
                let age = now.saturating_sub(at).max(0) as f64;
                (f64::from(scorer.score()) * (1.0 + RECENCY_WEIGHT * (-age / RECENCY_HALF_LIFE).exp2())) as Score
            }
        }
    }
}
