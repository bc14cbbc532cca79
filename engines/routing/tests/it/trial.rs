//! The trial on an invented history: nothing of the future is used, and what can be known is found.

use crate::finding::{DAY, HOUR};
use routing::trial::{Given, History, Question, run};
use std::sync::Arc;

const THINGS: i64 = 24;

/// Each question is about one of two dozen things, and answered a quarter of an hour later by the one who knows it; every fourth also by
/// somebody else.
fn history(days: i64) -> History {
    let mut history = History { least: 2, test_share: 0.4, ..History::default() };
    for number in 0..days * 4 {
        let thing = (number * number + number / 3) % THINGS;
        let (at, id, asker) = (number / 4 * DAY + number % 4 * 3 * HOUR, number * 10, 50 + number % 9);
        let text: Arc<str> = format!("who knows about k{thing} number {number}").into();
        let mut helpers = vec![(thing, at + HOUR / 4)];
        if number % 4 == 0 {
            helpers.push(((thing + 3) % THINGS, at + HOUR / 3));
        }
        for (helper, answered_at) in &helpers {
            history.answers.push(Given {
                id: id + helper,
                at: *answered_at,
                member: *helper,
                asker: Some(asker),
                question: text.clone(),
                text: "here is how".to_string(),
                tags: Arc::from([]),
            });
        }
        history.questions.push(Question { id, at, asker, text: text.to_string(), tags: Vec::new(), answered: helpers });
        history.seen.push((asker, at));
    }
    history
}

#[test]
fn those_who_know_are_found_better_than_by_recency() {
    let outcome = run(&history(150));
    assert!(outcome.cases.len() > 150 && outcome.taught > 200, "{} {}", outcome.cases.len(), outcome.taught);
    let (trained, recency) = (outcome.trained.mrr().mean, outcome.baselines[0].1.mrr().mean);
    assert!(trained > recency + 0.15, "{trained} {recency}");
    let against = outcome.against_baselines(&outcome.trained);
    assert!(against[0].1.is_better());
    assert!(outcome.capped.largest_share() <= 0.1 + 1e-9, "{}", outcome.capped.largest_share());
    assert!(outcome.curve.iter().filter(|(cap, _)| *cap > 0.07).all(|(cap, judged)| judged.largest_share() <= cap + 1e-9));
}

#[test]
fn the_future_changes_no_ranking() {
    let whole = history(60);
    let outcome = run(&whole);
    let cut = outcome.cases[outcome.cases.len() / 2].id;
    let at = whole.questions.iter().find(|question| question.id == cut).expect("the question").at;
    // After the cut everything is different: other people answer other things.
    let mut other = whole.clone();
    for given in other.answers.iter_mut().filter(|given| given.at >= at) {
        given.text = "k1 k1".to_string();
        given.question = "k1".into();
        given.asker = None;
    }
    for (before, after) in outcome.cases.iter().zip(&run(&other).cases).take_while(|(case, _)| case.id != cut) {
        assert_eq!((before.id, &before.trained, &before.untrained), (after.id, &after.trained, &after.untrained));
    }
}

#[test]
fn a_history_without_answers_has_no_cases() {
    let empty = run(&History::default());
    assert!(empty.cases.is_empty() && empty.taught == 0 && empty.trained.mrr().mean == 0.0);
}
