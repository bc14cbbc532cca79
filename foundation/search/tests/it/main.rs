//! The search index as its followers and pages use it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod durability;
mod filters;
mod hostile;
mod order;
mod tiers;
mod words;

use search::{Document, Found, Index, Kind, Order, Query};

pub const COMMUNITY: i64 = 7;

/// A message of community 7 for everybody, by person 1, at its id in microseconds.
pub fn message(id: i64, text: &str) -> Document {
    let (title, text, hidden) = (String::new(), text.to_owned(), String::new());
    Document { community: COMMUNITY, audience: 0, kind: Kind::Message, id, person: 1, at: id, title, text, hidden }
}

pub fn index(documents: &[Document]) -> Index {
    let index = Index::in_memory().unwrap();
    let mut writer = index.writer().unwrap();
    for document in documents {
        writer.put(document).unwrap();
    }
    writer.commit(&[(COMMUNITY, 1)]).unwrap();
    index
}

/// An index of messages with ids from 1 on.
pub fn index_of(texts: &[&str]) -> Index {
    let documents: Vec<Document> = (1..).zip(texts).map(|(id, text)| message(id, text)).collect();
    index(&documents)
}

pub fn query(words: &str) -> Query {
    Query {
        community: COMMUNITY,
        audiences: vec![0],
        kind: Kind::Message,
        words: words.to_owned(),
        person: None,
        from: None,
        until: None,
        order: Order::Newest,
        after: None,
        limit: 50,
    }
}

pub fn ids(found: &Found) -> Vec<i64> {
    found.hits.iter().map(|hit| hit.id).collect()
}

/// The ids found for some words, newest first.
pub fn find(index: &Index, words: &str) -> Vec<i64> {
    ids(&index.search(&query(words)).unwrap())
}
