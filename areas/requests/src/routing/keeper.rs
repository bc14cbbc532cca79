//! What this node has learnt, community by community: made when it is needed, kept while there is room, never written down.
//! The ledger and the texts are the truth; whatever is forgotten here is learnt again from them.

use crate::routing::Learned;
use kernel::{CommunityId, Result};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::{Store, Who};
use tokio::sync::OwnedMutexGuard;

/// Communities remembered at once.
const COMMUNITIES: usize = 64;
/// Answers remembered at once, of all communities: some 600 bytes each. One community may have more, alone.
const ANSWERS: usize = 1_500_000;

/// Shared by all who route on this node.
#[derive(Clone, Default)]
pub struct Keeper(Arc<Mutex<Shelf>>);

#[derive(Default)]
struct Shelf {
    kept: HashMap<CommunityId, Kept>,
    turn: u64,
}

#[derive(Default)]
struct Kept {
    learned: Arc<tokio::sync::Mutex<Learned>>,
    /// The last turn at which it was asked for.
    used: u64,
    answers: usize,
}

impl Keeper {
    pub fn new() -> Keeper {
        Keeper::default()
    }

    /// What there is to know of a community, caught up with its ledger. Held by one at a time: whoever needs a turn to write
    /// as well takes that afterwards, or writers would wait for what is being learnt.
    pub async fn learned(&self, store: &Store, who: &Who) -> Result<OwnedMutexGuard<Learned>> {
        let mut learned = self.take(who.community).lock_owned().await;
        learned.catch_up(store, who).await?;
        self.put(who.community, learned.index.sizes().0);
        Ok(learned)
    }

    /// Communities remembered now.
    pub fn remembered(&self) -> usize {
        self.shelf(|shelf| shelf.kept.len())
    }

    fn take(&self, community: CommunityId) -> Arc<tokio::sync::Mutex<Learned>> {
        self.shelf(|shelf| {
            shelf.turn += 1;
            let turn = shelf.turn;
            let kept = shelf.kept.entry(community).or_default();
            kept.used = turn;
            kept.learned.clone()
        })
    }

    /// Notes how much was learnt, and forgets whatever was not needed for longest until all fits.
    fn put(&self, community: CommunityId, answers: usize) {
        self.shelf(|shelf| {
            if let Some(kept) = shelf.kept.get_mut(&community) {
                kept.answers = answers;
            }
            shelf.make_room(community, COMMUNITIES, ANSWERS);
        });
    }

    fn shelf<T>(&self, look: impl FnOnce(&mut Shelf) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Shelf {
    fn make_room(&mut self, needed: CommunityId, communities: usize, answers: usize) {
        loop {
            let all: usize = self.kept.values().map(|kept| kept.answers).sum();
            if self.kept.len() <= communities && all <= answers {
                return;
            }
            let others = self.kept.iter().filter(|(community, _)| **community != needed);
            let Some(oldest) = others.min_by_key(|(_, kept)| kept.used).map(|(community, _)| *community) else { return };
            self.kept.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_needed_for_longest_is_forgotten_first() {
        let keeper = Keeper::new();
        for community in 1..=4 {
            keeper.take(CommunityId(community));
            keeper.put(CommunityId(community), 10);
        }
        keeper.take(CommunityId(1));
        keeper.shelf(|shelf| shelf.make_room(CommunityId(1), 3, 1_000));
        let held = |keeper: &Keeper, community| keeper.shelf(|shelf| shelf.kept.contains_key(&CommunityId(community)));
        assert!(held(&keeper, 1) && !held(&keeper, 2) && held(&keeper, 3) && held(&keeper, 4));
        keeper.shelf(|shelf| shelf.make_room(CommunityId(1), 3, 15));
        assert!(held(&keeper, 1) && keeper.remembered() == 1, "by answers");
        keeper.shelf(|shelf| shelf.make_room(CommunityId(1), 3, 5));
        assert_eq!(keeper.remembered(), 1, "a large community is kept alone");
    }
}
