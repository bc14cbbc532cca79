use std::sync::Arc;

use tantivy::query::EnableScoring;
use tantivy::schema::Value;
use tantivy::{DocAddress, Searcher, TantivyDocument};

use crate::columns::Columns;
use crate::correction;
use crate::document::Kind;
use crate::error::Result;
use crate::index::Index;
use crate::layout::Fields;
use crate::page::{Cursor, PAGE_LIMIT, Rank};
use crate::query::{self, Order, Query};
use crate::sieve::{Sieve, Sifted};
use crate::snippet::Wanted;
use crate::tier::{ENOUGH_HITS, Tier};
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
    /// How many there are on all pages, as far as they were counted.
    pub total: usize,
    /// There are more than `total`: of very many only the newest are counted.
    pub at_least: bool,
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
        let searcher = self.inner.reader.searcher();
        let columns = self.inner.opened.of(&searcher)?;
        let shelves = Shelves { fields: self.inner.fields, searcher, columns };
        let clauses = read(&query.words);
        if let Some(found) = shelves.page(query, &clauses)? {
            return Ok(found);
        }
        let Some(corrected) = correction::correct(&shelves, query, &clauses)? else {
            return Ok(Found::default());
        };
        let found = shelves.page(query, &read(&corrected))?;
        Ok(found.map(|found| Found { corrected: Some(corrected), ..found }).unwrap_or_default())
    }
}

/// The index as it stood when a search began.
pub(crate) struct Shelves {
    pub(crate) fields: Fields,
    pub(crate) searcher: Searcher,
    columns: Vec<Arc<Columns>>,
}

/// A document in its order, with the tier it was found in.
type Kept = (Rank, DocAddress, Tier);

impl Shelves {
    /// Whether anything at all answers to a query, on whatever page.
    pub(crate) fn has_any(&self, query: &Query, clauses: &[Clause]) -> tantivy::Result<bool> {
        let (whole, Some(sieve)) = (whole(query), self.sieve(query, clauses)?) else {
            return Ok(false);
        };
        Ok(sieve.reach_back(whole.ceiling, whole.floor, 1)?.1.total > 0)
    }

    /// `None` if nothing answers to the query.
    fn page(&self, query: &Query, clauses: &[Clause]) -> Result<Option<Found>> {
        let (whole, Some(sieve)) = (whole(query), self.sieve(query, clauses)?) else {
            return Ok(None);
        };
        let (tier, sifted) = first_tier(&sieve, query, whole)?;
        let at_least = tier != whole;
        let total = if at_least { ENOUGH_HITS } else { sifted.total };
        let mut kept: Vec<Kept> = sifted.kept().map(|(rank, address)| (rank, address, tier)).collect();
        older_tiers(&sieve, query, whole.floor, tier, &mut kept)?;
        if kept.is_empty() && (query.after.is_none() || !self.has_any(query, clauses)?) {
            return Ok(None);
        }
        let length = page_length(query);
        let next = if kept.len() > length { kept.get(length - 1) } else { None };
        let next = next.map(|(last, _, tier)| Cursor { last: *last, now: now(query), tier: *tier });
        kept.truncate(length);
        Ok(Some(Found { hits: self.hits(clauses, kept)?, total, at_least, next, corrected: None }))
    }

    fn sieve(&self, query: &Query, clauses: &[Clause]) -> tantivy::Result<Option<Sieve<'_>>> {
        let Some(built) = query::build(&self.fields, query, clauses) else {
            return Ok(None);
        };
        let order = order(query);
        let scoring = match order {
            Order::Newest => EnableScoring::disabled_from_searcher(&self.searcher),
            Order::Relevance { .. } => EnableScoring::enabled_from_searcher(&self.searcher),
        };
        let mut audiences = query.audiences.clone();
        audiences.sort_unstable();
        Ok(Some(Sieve {
            weight: built.weight(scoring)?,
            searcher: &self.searcher,
            columns: &self.columns,
            audiences,
            order,
            limit: page_length(query) + 1,
        }))
    }

    fn hits(&self, clauses: &[Clause], kept: Vec<Kept>) -> Result<Vec<Hit>> {
        let wanted = Wanted::of(clauses);
        let hit = |(rank, address, _): Kept| {
            let document: TantivyDocument = self.searcher.doc(address)?;
            let text = document.get_first(self.fields.text).and_then(|value| value.as_str()).unwrap_or_default();
            Ok(Hit { id: rank.id, score: rank.score, at: rank.at, snippet: wanted.snippet(text) })
        };
        kept.into_iter().map(hit).collect()
    }
}

/// The tier where the page begins, and the best of it: for the first page the newest, else the one where the page before ended.
fn first_tier(sieve: &Sieve, query: &Query, whole: Tier) -> tantivy::Result<(Tier, Sifted)> {
    let Some(after) = query.after else {
        return sieve.reach_back(whole.ceiling, whole.floor, enough(query));
    };
    let tier = after.tier.within(whole);
    let mut sifted = Sifted::after(after.last);
    sieve.pass(tier, &mut sifted)?;
    Ok((tier, sifted))
}

/// Fills the page up from the tiers below one.
fn older_tiers(sieve: &Sieve, query: &Query, bottom: i64, mut tier: Tier, kept: &mut Vec<Kept>) -> tantivy::Result<()> {
    while kept.len() < sieve.limit && tier.floor > bottom {
        let (older, sifted) = sieve.reach_back(tier.floor, bottom, enough(query))?;
        kept.extend(sifted.kept().map(|(rank, address)| (rank, address, older)));
        tier = older;
    }
    Ok(())
}

/// The time that is searched.
fn whole(query: &Query) -> Tier {
    Tier { floor: query.from.unwrap_or(i64::MIN), ceiling: query.until.unwrap_or(i64::MAX) }
}

/// Members are few, and none is better for being new: all of them are weighed.
fn enough(query: &Query) -> usize {
    match query.kind {
        Kind::Message => ENOUGH_HITS,
        Kind::Person => usize::MAX,
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
