//! Marks by number, for numbers that mostly rise: eight bytes for every entry, however many there are, and never a copy
//! of all of them to make room.

use std::collections::BTreeMap;

/// Entries of one block.
const BLOCK: usize = 8_192;

#[derive(Debug, Default)]
pub(crate) struct Rising {
    blocks: Vec<Block>,
    /// Numbers that came after a larger one, or far from the others.
    late: BTreeMap<i64, u32>,
}

#[derive(Debug)]
struct Block {
    first: i64,
    last: i64,
    /// How far each number is above the first.
    steps: Vec<u32>,
    marks: Vec<u32>,
}

impl Rising {
    /// Keeps a mark under a number that has none yet.
    pub(crate) fn insert(&mut self, number: i64, mark: u32) {
        match self.blocks.last_mut() {
            Some(block) if block.takes(number) => block.push(number, mark),
            // A block is begun when the one before is worth its room: numbers far apart would take one each.
            Some(block) if number <= block.last || block.steps.len() < BLOCK / 2 => _ = self.late.insert(number, mark),
            _ => self.blocks.push(Block::begin(number, mark)),
        }
    }

    pub(crate) fn find(&self, number: i64) -> Option<u32> {
        let after = self.blocks.partition_point(|block| block.first <= number);
        let found = after.checked_sub(1).and_then(|place| self.blocks.get(place)).and_then(|block| block.find(number));
        found.or_else(|| self.late.get(&number).copied())
    }

    /// Whether the number is larger than all: then it has no mark, and looking for one is spared.
    pub(crate) fn is_above_all(&self, number: i64) -> bool {
        self.blocks.last().is_none_or(|block| block.last < number)
            && self.late.last_key_value().is_none_or(|(last, _)| *last < number)
    }
}

impl Block {
    fn begin(number: i64, mark: u32) -> Block {
        let mut block = Block { first: number, last: number, steps: Vec::with_capacity(BLOCK), marks: Vec::with_capacity(BLOCK) };
        block.push(number, mark);
        block
    }

    fn takes(&self, number: i64) -> bool {
        number > self.last && self.steps.len() < BLOCK && self.step(number).is_some()
    }

    fn step(&self, number: i64) -> Option<u32> {
        number.checked_sub(self.first).and_then(|step| u32::try_from(step).ok())
    }

    fn push(&mut self, number: i64, mark: u32) {
        let Some(step) = self.step(number) else { return };
        self.last = number;
        self.steps.push(step);
        self.marks.push(mark);
    }

    fn find(&self, number: i64) -> Option<u32> {
        let place = self.steps.binary_search(&self.step(number)?).ok()?;
        self.marks.get(place).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_wherever_their_numbers_stood() {
        let mut rising = Rising::default();
        let count = 3 * BLOCK as i64 + 7;
        for place in 0..count {
            rising.insert(place * 3 - 5_000, place as u32);
        }
        for far in [i64::MAX - 1, i64::MAX] {
            rising.insert(far, 1);
        }
        rising.insert(-4_999, 70);
        rising.insert(i64::MIN, 71);
        for place in 0..count {
            assert_eq!(rising.find(place * 3 - 5_000), Some(place as u32));
            let between = if place == 0 { Some(70) } else { None };
            assert_eq!(rising.find(place * 3 - 4_999), between);
        }
        assert_eq!((rising.find(i64::MAX), rising.find(i64::MIN), rising.find(i64::MAX - 2)), (Some(1), Some(71), None));
        assert!(rising.blocks.iter().all(|block| block.steps.capacity() == BLOCK), "no block is copied to grow");
    }

    #[test]
    fn numbers_far_apart_cost_no_whole_blocks() {
        let mut rising = Rising::default();
        for place in 0..100_i64 {
            rising.insert(place << 33, 1);
        }
        assert_eq!(rising.blocks.len(), 1);
        assert_eq!((rising.find(99 << 33), rising.find(98 << 34)), (Some(1), None));
        assert!(rising.is_above_all(100 << 33) && !rising.is_above_all(99 << 33));
    }
}
