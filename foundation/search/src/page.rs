use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use crate::tier::Tier;

/// The longest page of hits.
pub const PAGE_LIMIT: usize = 100;

/// The place of a hit in its order: by score, then newest first, then by id.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rank {
    pub(crate) score: f32,
    pub(crate) at: i64,
    pub(crate) id: i64,
}

impl Ord for Rank {
    fn cmp(&self, other: &Rank) -> Ordering {
        self.score.total_cmp(&other.score).then(self.at.cmp(&other.at)).then(self.id.cmp(&other.id))
    }
}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Rank) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Rank {
    fn eq(&self, other: &Rank) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Rank {}

/// Where a page ended; the next one begins after it. It is written into addresses with `Display`
/// and read back with `parse`.
///
/// It keeps the time by which recency was weighed, so that later pages are weighed alike, and the stretch of time whose hits are
/// being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) last: Rank,
    pub(crate) now: i64,
    pub(crate) tier: Tier,
}

impl fmt::Display for Cursor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Rank { score, at, id } = self.last;
        let Tier { floor, ceiling } = self.tier;
        write!(out, "{:x}-{at:x}-{id:x}-{:x}-{floor:x}-{ceiling:x}", score.to_bits(), self.now)
    }
}

/// The text is no cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place in a list of hits")]
pub struct NotACursor;

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Cursor, NotACursor> {
        let number = |part: &str| u64::from_str_radix(part, 16).map(u64::cast_signed).map_err(|_| NotACursor);
        let parts: Vec<&str> = text.splitn(7, '-').collect();
        let &[score, at, id, now, floor, ceiling] = parts.as_slice() else {
            return Err(NotACursor);
        };
        let score = u32::from_str_radix(score, 16).map(f32::from_bits).map_err(|_| NotACursor)?;
        let tier = Tier { floor: number(floor)?, ceiling: number(ceiling)? };
        Ok(Cursor { last: Rank { score, at: number(at)?, id: number(id)? }, now: number(now)?, tier })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_an_address() {
        let tier = Tier { floor: i64::MIN, ceiling: 5 };
        let cursor = Cursor { last: Rank { score: 3.25, at: -7, id: i64::MAX }, now: 1_700_000_000_000_000, tier };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        for wrong in ["", "-", "1-2-3-4", "1-2-3-4-5-6-7", "z-1-1-1-1-1", "1-2-3-ffffffffffffffffff-5-6", "1-2-3-я-5-6"] {
            assert_eq!(wrong.parse::<Cursor>(), Err(NotACursor));
        }
    }
}
