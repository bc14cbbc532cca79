//! Repeated numbers and dates that go back.

use std::hash::{Hash, Hasher};

use super::item::Item;

/// Twelve bytes for every entry seen. Numbers mostly rise, so looking one up is rare.
#[derive(Debug, Default)]
pub(crate) struct Order {
    numbers: Vec<i64>,
    marks: Vec<u32>,
    /// Numbers that came after a larger one, sorted.
    late: std::collections::BTreeMap<i64, u32>,
    latest_micros: Option<i64>,
}

/// What an item is to those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    New { back_in_time: bool },
    Same,
    Different,
}

impl Order {
    pub(crate) fn place(&mut self, item: &Item) -> Place {
        let number = item.number();
        let mark = mark(item);
        if self.numbers.last().is_none_or(|last| *last < number) {
            self.numbers.push(number);
            self.marks.push(mark);
        } else if let Some(known) = self.find(number) {
            return if known == mark { Place::Same } else { Place::Different };
        } else {
            self.late.insert(number, mark);
        }
        let at = item.at_micros();
        let back_in_time = self.latest_micros.is_some_and(|latest| at < latest);
        self.latest_micros = Some(at);
        Place::New { back_in_time }
    }

    fn find(&self, number: i64) -> Option<u32> {
        match self.numbers.binary_search(&number) {
            Ok(place) => self.marks.get(place).copied(),
            Err(_) => self.late.get(&number).copied(),
        }
    }
}

fn mark(item: &Item) -> u32 {
    let mut hasher = Mixer(0);
    item.hash(&mut hasher);
    let mark = hasher.finish();
    (mark ^ (mark >> 32)) as u32
}

/// Multiplies and rotates eight bytes at a time. It need not withstand an enemy: two entries that
/// collide on purpose only hide from each other that they differ.
struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.write_u64(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.write_u64(u64::from_le_bytes(last) ^ (rest.len() as u64) << 56);
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
