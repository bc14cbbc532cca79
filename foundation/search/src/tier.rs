//! Of a word with very many hits only the newest are weighed at first. The history falls into tiers, the newest first: a tier
//! reaches back until it has enough hits, hits of a newer tier come before those of an older one, and paging leads from tier
//! to tier. So a page costs what a page shows, not what the word has, and every hit is still reached.

/// A stretch of time, in microseconds of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tier {
    /// Its first moment.
    pub(crate) floor: i64,
    /// The first moment after it.
    pub(crate) ceiling: i64,
}

impl Tier {
    /// The part of it that lies in another one.
    pub(crate) fn within(self, other: Tier) -> Tier {
        Tier { floor: self.floor.max(other.floor), ceiling: self.ceiling.min(other.ceiling) }
    }
}

/// A tier that has so many hits reaches back no further.
pub(crate) const ENOUGH_HITS: usize = 1_000;
/// How many documents are looked through at first.
const FIRST_DOCUMENTS: u64 = 16_384;
/// How many times as many are looked through next, at least: few steps lead through any history.
const LEAST_GROWTH: u64 = 4;

/// Walks back from a moment in steps, each as long as the hits met so far suggest.
pub(crate) struct Steps {
    /// Blocks of documents: the earliest moment and how many there are, the newest last.
    blocks: Vec<(i64, u64)>,
    bottom: i64,
    looked: u64,
}

impl Steps {
    /// `blocks` are those that may have documents between `bottom` and where the walk begins.
    pub(crate) fn new(mut blocks: Vec<(i64, u64)>, bottom: i64) -> Steps {
        blocks.sort_unstable();
        Steps { blocks, bottom, looked: 0 }
    }

    /// Where the next step ends, when so many hits were met and so many are enough; `bottom` is the end of the walk.
    pub(crate) fn next(&mut self, met: usize, enough: usize) -> i64 {
        let wanted = match self.looked {
            0 => FIRST_DOCUMENTS,
            looked => looked.saturating_mul(LEAST_GROWTH.max(((enough / met.max(1)) as u64 / 2).saturating_mul(3))),
        };
        while let Some((earliest, documents)) = self.blocks.pop() {
            self.looked += documents;
            if self.looked >= wanted {
                return earliest.max(self.bottom);
            }
        }
        self.bottom
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_grow_with_the_rarity_of_hits() {
        let blocks = || (0..1_000).map(|number| (number * 10, 4_096)).collect();
        let mut frequent = Steps::new(blocks(), i64::MIN);
        assert_eq!(frequent.next(0, 1_000), 9_960, "four blocks");
        assert_eq!(frequent.next(900, 1_000), 9_840, "four times as many at least");
        let mut rare = Steps::new(blocks(), -5);
        rare.next(0, 1_000);
        assert_eq!(rare.next(1, 1_000), -5, "at once through everything");
        assert_eq!(Steps::new(Vec::new(), 7).next(0, 1), 7);
        let mut all = Steps::new(blocks(), -5);
        all.next(0, usize::MAX);
        assert_eq!(all.next(0, usize::MAX), -5, "where everybody is wanted, everything is looked through");
    }
}
