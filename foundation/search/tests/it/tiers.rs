//! Of words with very many hits the newest are weighed first, and paging still reaches every one.

use search::{Cursor, Document, Index, Kind, Order, Query};

use crate::{COMMUNITY, ids, message, query};

/// The ids on so many pages, one after another. Each cursor goes through an address.
pub fn pages(index: &Index, mut asked: Query, most: usize) -> Vec<i64> {
    let mut seen = Vec::new();
    for _ in 0..most {
        let found = index.search(&asked).unwrap();
        seen.extend(ids(&found));
        let Some(next) = found.next else { break };
        asked.after = Some(next.to_string().parse::<Cursor>().unwrap());
    }
    seen
}

const DOCUMENTS: i64 = 30_000;
const CLOSED: i64 = 5;

/// Every second message is about taxes, every third belongs to a circle, every tenth is taken away again. The later half of the ids
/// is the older half in time, as when a history is brought after the house has lived for a while.
fn house() -> Index {
    let index = Index::in_memory().unwrap();
    let mut writer = index.writer().unwrap();
    for id in 1..=DOCUMENTS {
        let text = format!("{} {}", if id % 2 == 0 { "налоги" } else { "погода" }, "слово ".repeat((id % 7) as usize));
        writer.put(&Document { audience: if id % 3 == 0 { CLOSED } else { 0 }, at: at(id), ..message(id, &text) }).unwrap();
        if id % 8_000 == 0 {
            writer.commit(&[(COMMUNITY, id)]).unwrap();
        }
    }
    for id in (1..=DOCUMENTS).filter(|id| id % 10 == 0) {
        writer.remove(COMMUNITY, Kind::Message, id);
    }
    writer.commit(&[(COMMUNITY, DOCUMENTS)]).unwrap();
    index
}

fn at(id: i64) -> i64 {
    if id > DOCUMENTS / 2 { id } else { id + 2 * DOCUMENTS }
}

/// What a viewer sees of those about taxes, newest first.
fn expected(audiences: &[i64], from: i64, until: i64) -> Vec<i64> {
    let seen = |id: &i64| id % 2 == 0 && id % 10 != 0 && audiences.contains(&if id % 3 == 0 { CLOSED } else { 0 });
    let mut ids: Vec<i64> = (1..=DOCUMENTS).filter(seen).filter(|id| (from..until).contains(&at(*id))).collect();
    ids.sort_unstable_by_key(|id| -at(*id));
    ids
}

#[test]
fn every_hit_is_reached_once_and_nobody_elses() {
    let index = house();
    let middle = 2 * DOCUMENTS + 5_000;
    for (audiences, from, until) in [
        (vec![0], None, None),
        (vec![0, CLOSED], None, None),
        (vec![CLOSED], Some(middle - 500), None),
        (vec![0], None, Some(middle)),
        (vec![0], Some(20_000), Some(middle)),
    ] {
        let wanted = expected(&audiences, from.unwrap_or(0), until.unwrap_or(i64::MAX));
        assert!(!wanted.is_empty());
        let asked = Query { audiences: audiences.clone(), from, until, limit: 100, ..query("налогов") };
        assert_eq!(pages(&index, asked.clone(), 1_000), wanted, "{audiences:?} {from:?} {until:?}");
        let asked = Query { order: Order::Relevance { now: 3 * DOCUMENTS }, ..asked };
        let mut best = pages(&index, asked, 1_000);
        best.sort_unstable_by_key(|id| -at(*id));
        assert_eq!(best, wanted, "{audiences:?} {from:?} {until:?}");
    }
}

#[test]
fn few_are_counted_and_of_many_only_that_they_are_many() {
    let index = house();
    let count = |asked: &Query| index.search(asked).map(|found| (found.total, found.at_least)).unwrap();
    let asked = query("налоги");
    let (total, at_least) = count(&asked);
    assert!(at_least && total < expected(&[0], 0, i64::MAX).len(), "{total}");
    let second = Query { after: index.search(&asked).unwrap().next, ..asked.clone() };
    assert_eq!(count(&second), (total, true), "the second page says the same");
    let few = Query { from: Some(at(14_000)), until: Some(at(15_000)), ..asked.clone() };
    assert_eq!(count(&few), (expected(&[0], at(14_000), at(15_000)).len(), false));
    // A circle with very many hits does not make the few of others many.
    let circle = Query { audiences: vec![CLOSED], from: Some(at(14_000)), until: Some(at(14_600)), ..asked };
    assert_eq!(count(&circle), (expected(&[CLOSED], at(14_000), at(14_600)).len(), false));
}

#[test]
fn within_a_tier_the_best_come_first() {
    let index = house();
    let found = index.search(&Query { order: Order::Relevance { now: 3 * DOCUMENTS }, limit: 100, ..query("налоги") }).unwrap();
    assert!(found.hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
    assert!(found.hits.iter().all(|hit| hit.at > 2 * DOCUMENTS), "the newer half has hits enough");
    assert!(found.hits.iter().all(|hit| hit.id % 7 == 0), "the shortest fit best");
}

#[test]
fn hidden_words_are_found_and_never_shown() {
    let index = crate::index(&[Document {
        hidden: "садовник Лев".into(), ..message(1, "Убийца — […], и точка")
    }]);
    for words in ["садовник", "садовником", "лев убийца", "\"садовник лев\"", "садо"] {
        let found = index.search(&query(words)).unwrap();
        assert_eq!(ids(&found), [1], "{words}");
        let shown: String = found.hits[0].snippet.iter().map(|(piece, _)| piece.as_str()).collect();
        assert_eq!(shown, "Убийца — […], и точка");
    }
    assert!(crate::find(&index, "\"точка садовник\"").is_empty());
}
