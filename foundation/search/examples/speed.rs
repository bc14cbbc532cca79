//! Prints how fast documents are indexed and queries answered, on generated text.
//!
//! `cargo run --release -p search --example speed [documents]`

#![allow(clippy::disallowed_methods, reason = "a stopwatch is the whole purpose here")]

use std::time::Instant;

use search::{Document, Index, Kind, Order, Query};

const STEMS: &str = "вопрос клиент супервиз терап книг кабинет договор налог групп встреч случа оплат сесси коллег запрос \
                     ребёнок семь пар работ помощ опыт обучен метод план отзыв client invoice session report meeting";
const ENDINGS: [&str; 6] = ["", "а", "у", "ом", "ы", "ами"];
const WORDS_IN_MESSAGE: usize = 25;
const ROUNDS: u32 = 200;

/// A small generator, so that every run has the same text.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }
}

fn text(dice: &mut Dice, stems: &[&str]) -> String {
    let mut text = String::new();
    for _ in 0..WORDS_IN_MESSAGE {
        // A long tail of rare words beside the common ones, as in real talk.
        if dice.roll(4) == 0 {
            text.push_str(&format!("слово{} ", dice.roll(50_000)));
        } else {
            text.push_str(stems[dice.roll(stems.len())]);
            text.push_str(ENDINGS[dice.roll(ENDINGS.len())]);
            text.push(' ');
        }
    }
    text
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let documents: i64 = std::env::args().nth(1).map_or(Ok(200_000), |count| count.parse())?;
    let dir = tempfile::tempdir()?;
    let index = Index::open(dir.path())?;
    let stems: Vec<&str> = STEMS.split_whitespace().collect();
    let mut dice = Dice(1);
    let mut writer = index.writer()?;
    let start = Instant::now();
    for id in 1..=documents {
        let (title, text) = (String::new(), text(&mut dice, &stems));
        let person = id % 500;
        writer.put(&Document {
            community: 1,
            audience: 0,
            kind: Kind::Message,
            id,
            person,
            at: id,
            title,
            text,
            hidden: String::new(),
        })?;
        if id % 20_000 == 0 {
            writer.commit(&[(1, id)])?;
        }
    }
    writer.commit(&[(1, documents)])?;
    let seconds = start.elapsed().as_secs_f64();
    println!("indexed {documents} documents: {:.0} a second", documents as f64 / seconds);
    for words in ["слово777", "вопросы", "супервизия клиента", "\"вопрос клиент\"", "терап", "книга -налог", "слова123"]
    {
        for order in [Order::Newest, Order::Relevance { now: documents }] {
            let query = Query {
                community: 1,
                audiences: vec![0],
                kind: Kind::Message,
                words: words.to_owned(),
                person: None,
                from: None,
                until: None,
                order,
                after: None,
                limit: 20,
            };
            let total = index.search(&query)?.total;
            let start = Instant::now();
            for _ in 0..ROUNDS {
                index.search(&query)?;
            }
            println!("{:>8} us, {total:>7} hits, {order:?}: {words}", start.elapsed().as_micros() / u128::from(ROUNDS));
        }
    }
    Ok(())
}
