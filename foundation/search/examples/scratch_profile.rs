#![allow(clippy::disallowed_methods)]
use search::{Index, Kind, Order, Query};
use std::time::Instant;
fn main() {
    let mut args = std::env::args().skip(1);
    let dir = args.next().unwrap();
    let rounds: u32 = args.next().unwrap().parse().unwrap();
    let newest = args.next().unwrap() == "newest";
    let community: i64 = args.next().unwrap().parse().unwrap();
    let index = Index::open(std::path::Path::new(&dir)).unwrap();
    println!("{} documents", index.len());
    for words in args {
        let now = 1_795_000_000_000_000;
        let order = if newest { Order::Newest } else { Order::Relevance { now } };
        let query = Query {
            community,
            audiences: std::env::var("AUD").unwrap().split(",").map(|a| a.parse().unwrap()).collect(),
            kind: Kind::Message,
            words: words.clone(),
            person: None,
            from: None,
            until: None,
            order,
            after: None,
            limit: 20,
        };
        let found = index.search(&query).unwrap();
        let start = Instant::now();
        for _ in 0..rounds {
            index.search(&query).unwrap();
        }
        println!("{:>8.1} us {:>8} hits  {words}", start.elapsed().as_micros() as f64 / f64::from(rounds), found.total);
    }
}
