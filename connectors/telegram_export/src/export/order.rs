//! Repeated numbers and dates that go back.

use std::hash::{Hash, Hasher};

use super::item::{Item, Message};
use super::rising::Rising;

/// Eight bytes for every entry seen. Numbers mostly rise, so looking one up is rare.
#[derive(Debug, Default)]
pub(crate) struct Order {
    marks: Rising,
    latest_micros: Option<i64>,
}

/// What an item is to those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    New {
        back_in_time: bool,
    },
    /// It says what stood under this number before.
    Same,
    /// It says something else, and got a number of its own.
    Other,
}

impl Order {
    /// What the item is to those before it. One that says something else under a number that is
    /// taken gets another number: of two texts none is the right one for certain, so both are kept.
    pub(crate) fn place(&mut self, item: &mut Item) -> Place {
        let number = item.number();
        let mark = mark(item);
        let mut taken = false;
        if let Some(known) = self.find(number) {
            let own = own_number(number, mark);
            if known == mark || self.find(own).is_some() {
                return Place::Same;
            }
            taken = true;
            self.marks.insert(own, mark);
            item.set_number(own);
        } else {
            self.marks.insert(number, mark);
        }
        let at = item.at_micros();
        let back_in_time = self.latest_micros.is_some_and(|latest| at < latest);
        self.latest_micros = Some(at);
        if taken { Place::Other } else { Place::New { back_in_time } }
    }

    fn find(&self, number: i64) -> Option<u32> {
        if self.marks.is_above_all(number) { None } else { self.marks.find(number) }
    }
}

/// Far below the numbers of Telegram, and the same in every export that repeats this number with these words: so the
/// same export again brings nothing new.
fn own_number(number: i64, mark: u32) -> i64 {
    const KEPT_BITS: i64 = (1 << 30) - 1;
    i64::MIN + ((number & KEPT_BITS) << 32 | i64::from(mark))
}

/// Of what an item says: its words, what hung on it and what was asked. Who wrote is left out, since people rename
/// themselves, and so are reactions and the time of editing, which differ from export to export.
fn mark(item: &Item) -> u32 {
    let mut hasher = Mixer(0);
    match item {
        Item::Message(message) => says(message, &mut hasher),
        Item::Service(service) => (1u8, &service.text).hash(&mut hasher),
    }
    let mark = hasher.finish();
    (mark ^ (mark >> 32)) as u32
}

fn says(message: &Message, hasher: &mut Mixer) {
    match message.spans.as_slice() {
        [] => {}
        [only] => only.text.hash(hasher),
        _ => message.text().hash(hasher),
    }
    if let Some(media) = &message.media {
        (media.kind, &media.title).hash(hasher);
    }
    if let Some(poll) = &message.poll {
        poll.question.hash(hasher);
    }
}

/// Multiplies and rotates eight bytes at a time. It need not withstand an enemy: two entries that
/// collide on purpose only hide from each other that they differ. Numbers are made of it, so it must stay as it is.
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
