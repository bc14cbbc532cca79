//! Repeated numbers and dates that go back.

use std::hash::{DefaultHasher, Hash, Hasher};

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
    let mut hasher = DefaultHasher::new();
    item.hash(&mut hasher);
    hasher.finish() as u32
}
