//! Whoever is erased leaves nothing that a ranking could show.

use crate::finding::{DAY, HOUR, answer, community, part, request};
use routing::{Fact, Index, Profile, Reason, Request, Weights, Words};
use std::collections::HashMap;

#[test]
fn the_erased_are_gone_with_answers_profile_and_ties() {
    let mut index = community();
    index.describe(1, &Profile { offers: &["визы"], knows: &["Альфа-Банк"] });
    index.learn(&answer(900, 30 * DAY, 1, 2, "уникальный вопрос", &["tag"]));
    index.learn(&answer(901, 30 * DAY + HOUR, 3, 1, "секретное слово", &["tag"]));
    let asked = Request {
        tags: &["tag"], ..request("секретное слово, визы, уникальный вопрос", 31 * DAY)
    };
    let before = index.rank(&asked, &Weights::untrained(), |_| true, 10);
    assert!(before.iter().any(|found| found.member == 1));
    let helper = before.iter().find(|found| found.member == 3).expect("who answered the erased");
    assert!(part(helper, Reason::Similar) > 0.0);

    index.erase(1);
    let after = index.rank(&asked, &Weights::untrained(), |_| true, 10);
    assert!(after.iter().all(|found| found.member != 1));
    assert_eq!(index.answers_of(1), 0);
    let answers: Vec<&Fact> = after.iter().flat_map(|found| &found.because).flat_map(|because| &because.facts).collect();
    assert!(answers.iter().all(|fact| !matches!(fact, Fact::Answer(id) if id % 10 == 1 || *id == 900)), "{answers:?}");
    let helper = after.iter().find(|found| found.member == 3).expect("who answered the erased");
    let words = request("секретное слово", 31 * DAY);
    assert!(index.rank(&words, &Weights::untrained(), |_| true, 10).iter().all(|found| part(found, Reason::Similar) == 0.0));
    assert!(part(helper, Reason::Tags) > 0.0, "the answer of another still counts for them");
    let as_erased = Request { asker: 1, ..request("визы", 31 * DAY) };
    assert!(index.rank(&as_erased, &Weights::untrained(), |_| true, 10).iter().all(|found| part(found, Reason::Ties) == 0.0));
    index.erase(1);
    index.erase(12_345);
}

#[test]
fn a_person_who_comes_back_begins_anew() {
    let mut index = community();
    let (_, members) = index.sizes();
    index.erase(2);
    index.learn(&answer(950, 31 * DAY, 2, 100, "аренда склада", &[]));
    assert_eq!((index.answers_of(2), index.sizes().1), (1, members));
    let found = index.rank(&request("склад в аренду", 32 * DAY), &Weights::untrained(), |_| true, 10);
    assert_eq!(found.iter().filter(|found| found.member == 2).count(), 1);
}

#[test]
fn words_that_were_changed_or_taken_back_are_found_no_more() {
    let mut index = community();
    index.learn(&answer(900, 30 * DAY, 1, 2, "уникальный вопрос", &[]));
    index.learn(&answer(901, 30 * DAY + HOUR, 3, 2, "секретное слово", &[]));
    let similar = |index: &Index, text: &str, member: i64| {
        let found = index.rank(&request(text, 31 * DAY), &Weights::untrained(), |_| true, 10);
        found.iter().find(|found| found.member == member).map_or(0.0, |found| part(found, Reason::Similar))
    };
    assert!(similar(&index, "уникальный вопрос", 1) > 0.0 && similar(&index, "секретное слово", 3) > 0.0);
    let (before, answers) = (index.sizes().1, index.answers_of(1));
    let now = Words { question: "уникальный вопрос", answer: "про лебёдку", tags: &[] };
    index.reword(&HashMap::from([(900, Some(now)), (901, None), (77_777, None)]));
    assert!(similar(&index, "лебёдка", 1) > 0.0 && similar(&index, "уникальный вопрос", 1) > 0.0);
    assert_eq!(similar(&index, "секретное слово", 3), 0.0, "taken back");
    assert_eq!((index.sizes().1, index.answers_of(1)), (before, answers), "it counts once");
    assert_eq!(index.answered_at(900), Some(30 * DAY));
    index.reword(&HashMap::from([(900, None)]));
    assert_eq!(similar(&index, "лебёдка", 1), 0.0, "changed words can be taken back too");
}
