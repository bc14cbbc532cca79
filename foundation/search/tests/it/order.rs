use search::{Cursor, Document, Order, Query};

use crate::{find, ids, index, index_of, message, query};

const DAY: i64 = 24 * 3600 * 1_000_000;

#[test]
fn the_exact_form_ranks_higher() {
    let index = index_of(&["о книге", "книга", "о книгах"]);
    let found = index.search(&Query { order: Order::Relevance { now: 10 }, ..query("\"книге\"") }).unwrap();
    assert_eq!((found.hits[0].id, found.total), (1, 3));
    let found = index.search(&Query { order: Order::Relevance { now: 10 }, ..query("\"книгах\"") }).unwrap();
    assert_eq!(found.hits[0].id, 3);
}

#[test]
fn titles_and_whole_words_rank_higher() {
    let titled = Document {
        title: "Семейная терапия".into(), ..message(1, "говорим о разном, в том числе о детях")
    };
    let other = message(2, "терапия детей и подростков вообще тема");
    let index = index(&[titled, other, message(3, "терапиями терапевтическая")]);
    let found = index.search(&Query { order: Order::Relevance { now: 10 }, ..query("терапия") }).unwrap();
    assert_eq!(found.hits[0].id, 1);
}

#[test]
fn recent_documents_rank_higher_among_equals() {
    let at = |id, at| Document { at, ..message(id, "вопрос о налогах") };
    let now = 1000 * DAY;
    let index = index(&[at(1, now - 900 * DAY), at(2, now - DAY), at(3, now - 200 * DAY)]);
    let found = index.search(&Query { order: Order::Relevance { now }, ..query("налог") }).unwrap();
    assert_eq!(ids(&found), [2, 3, 1]);
    assert!(found.hits[0].score > found.hits[1].score);
}

#[test]
fn pages_follow_without_gaps_or_repeats() {
    // Equal times, so that only the id tells them apart.
    let documents: Vec<Document> = (1..=95).map(|id| Document { at: id / 10, ..message(id, "общий вопрос") }).collect();
    let index = index(&documents);
    for order in [Order::Newest, Order::Relevance { now: 1000 }] {
        let mut asked = Query { order, limit: 10, ..query("вопрос") };
        let mut seen = Vec::new();
        loop {
            let found = index.search(&asked).unwrap();
            assert_eq!(found.total, 95);
            seen.extend(ids(&found));
            let Some(next) = found.next else { break };
            // The cursor goes through an address, and the clock goes on.
            asked.after = Some(next.to_string().parse::<Cursor>().unwrap());
            if let Order::Relevance { now } = &mut asked.order {
                *now += 400 * DAY;
            }
        }
        assert_eq!(seen, (1..=95).rev().collect::<Vec<i64>>());
    }
}

#[test]
fn a_page_is_stable_while_new_documents_come() {
    let index = index_of(&["один вопрос", "два вопроса", "три вопроса", "пять вопросов"]);
    let first = index.search(&Query { limit: 2, ..query("вопрос") }).unwrap();
    assert_eq!(ids(&first), [4, 3]);
    let mut writer = index.writer().unwrap();
    writer.put(&message(9, "ещё вопрос")).unwrap();
    writer.commit(&[]).unwrap();
    let second = index.search(&Query { limit: 2, after: first.next, ..query("вопрос") }).unwrap();
    assert_eq!(ids(&second), [2, 1]);
    assert_eq!(second.next, None);
    assert_eq!(find(&index, "вопрос"), [9, 4, 3, 2, 1]);
}
