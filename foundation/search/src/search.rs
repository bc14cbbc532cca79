use tantivy::schema::Value;
use tantivy::{Searcher, TantivyDocument};

use crate::correction;
use crate::error::Result;
use crate::index::Index;
use crate::layout::Fields;
use crate::page::{Cursor, PAGE_LIMIT};
use crate::query::{self, Order, Query};
use crate::sieve::{Sieve, Sifted};
use crate::snippet::snippet;
use crate::wording::{Clause, read};

/// A document that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its id within the community and kind.
    pub id: i64,
    /// How well it fits; 0 where the newest come first.
    pub score: f32,
    /// When it happened, in microseconds of UTC.
    pub at: i64,
    /// The text round the found words in pieces that follow one another; the flag marks found words.
    pub snippet: Vec<(String, bool)>,
}

/// A page of hits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The hits in the order that was asked for.
    pub hits: Vec<Hit>,
    /// How many there are on all pages.
    pub total: usize,
    /// Where the next page begins; `None` on the last one.
    pub next: Option<Cursor>,
    /// Set if the words as typed have no hit: these have, and the hits are theirs.
    pub corrected: Option<String>,
}

impl Index {
    /// Finds one page. Synchronous and short: call it inline from async code.
    ///
    /// # Errors
    ///
    /// `Inside` if the files of the index cannot be read. No text of a query is an error.
    pub fn search(&self, query: &Query) -> Result<Found> {
        // One searcher for all steps: a commit in between must not move the documents under our feet.
        let shelves = Shelves { fields: self.inner.fields, searcher: self.inner.reader.searcher() };
        let clauses = read(&query.words);
        let sifted = shelves.sift(query, &clauses)?;
        if sifted.total > 0 {
            return shelves.page(query, &clauses, sifted);
        }
        let Some(corrected) = correction::correct(&shelves, query, &clauses)? else {
            return Ok(Found::default());
        };
        let clauses = read(&corrected);
        let sifted = shelves.sift(query, &clauses)?;
        if sifted.total == 0 {
            return Ok(Found::default());
        }
        Ok(Found { corrected: Some(corrected), ..shelves.page(query, &clauses, sifted)? })
    }
}

/// The index as it stood when a search began.
pub(crate) struct Shelves {
    pub(crate) fields: Fields,
    pub(crate) searcher: Searcher,
}

impl Shelves {
    /// The best documents for a query, one more than a page holds, and their number.
    pub(crate) fn sift(&self, query: &Query, clauses: &[Clause]) -> tantivy::Result<Sifted> {
        let Some(built) = query::build(&self.fields, query, clauses) else {
            return Ok(Sifted::default());
        };
        let mut audiences = query.audiences.clone();
        audiences.sort_unstable();
        let sieve = Sieve {
            audiences: audiences.into(),
            from: query.from.unwrap_or(i64::MIN),
            until: query.until.unwrap_or(i64::MAX),
            after: query.after.map(|after| after.last),
            order: order(query),
            limit: page_length(query) + 1,
        };
        self.searcher.search(built.as_ref(), &sieve)
    }

    fn page(&self, query: &Query, clauses: &[Clause], sifted: Sifted) -> Result<Found> {
        let length = page_length(query);
        let more = sifted.kept.len() > length;
        let mut found = Found { total: sifted.total, ..Found::default() };
        for (rank, address) in sifted.kept.into_iter().take(length) {
            let document: TantivyDocument = self.searcher.doc(address)?;
            let text = document.get_first(self.fields.text).and_then(|value| value.as_str()).unwrap_or_default();
            let snippet = snippet(text, clauses);
            found.hits.push(Hit { id: rank.id, score: rank.score, at: rank.at, snippet });
            if more {
                found.next = Some(Cursor { last: rank, now: now(query) });
            }
        }
        Ok(found)
    }
}

fn page_length(query: &Query) -> usize {
    query.limit.clamp(1, PAGE_LIMIT)
}

/// The order of a query; later pages weigh recency by the time of the first.
fn order(query: &Query) -> Order {
    match (query.order, query.after) {
        (Order::Relevance { .. }, Some(after)) => Order::Relevance { now: after.now },
        (order, _) => order,
    }
}

fn now(query: &Query) -> i64 {
    match order(query) {
        Order::Relevance { now } => now,
        Order::Newest => 0,
    }
}
