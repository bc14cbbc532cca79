//! Who is found for a request, and why.

use proptest::prelude::*;
use routing::{Answer, Fact, Index, Profile, Ranked, Reason, Request, Weights};

pub const HOUR: i64 = 3_600_000_000;
pub const DAY: i64 = 24 * HOUR;

pub fn answer<'a>(id: i64, at: i64, member: i64, asker: i64, question: &'a str, tags: &'a [&'a str]) -> Answer<'a> {
    Answer { id, at, member, asker: Some(asker), question, answer: "вот что помогло", tags, weight: 1.0 }
}

pub fn request<'a>(text: &'a str, at: i64) -> Request<'a> {
    Request { at, asker: 100, text, tags: &[], wanted: &[] }
}

/// Six members answer in turn, each about a thing of their own.
pub fn community() -> Index {
    let mut index = Index::new();
    let things = ["визы в Италию", "JMeter и Kafka", "лицензия таможни", "C++ и сборка", "аренда склада", "перевод договора"];
    for day in 0..30 {
        for (member, thing) in (1..).zip(things) {
            let text = format!("Как устроены {thing}?");
            index.learn(&answer(day * 10 + member, day * DAY + member * HOUR, member, 100, &text, &[]));
        }
    }
    index
}

pub fn part(ranked: &Ranked, reason: Reason) -> f64 {
    ranked.because.iter().find(|because| because.reason == reason).map_or(0.0, |because| because.part)
}

#[test]
fn who_answered_such_requests_is_found_in_other_word_forms() {
    let index = community();
    for (text, member) in
        [("нужна виза италия", 1), ("в jmeter падает kafka", 2), ("Таможня: лицензии", 3), ("не собирается на c++", 4)]
    {
        let found = index.rank(&request(text, 30 * DAY), &Weights::untrained(), |_| true, 3);
        assert_eq!(found[0].member, member, "{text}");
        let similar = found[0].because.iter().find(|because| because.reason == Reason::Similar).expect("a reason");
        let [Fact::Answer(one), Fact::Answer(other)] = similar.facts[..] else { panic!("two answers: {:?}", similar.facts) };
        assert!(one % 10 == member && other % 10 == member && one != other, "their own answers");
    }
}

#[test]
fn of_equals_the_one_who_was_here_lately_goes_first() {
    let mut index = Index::new();
    for (id, (member, at)) in [(1, 10), (2, 200), (3, 90)].into_iter().enumerate() {
        index.learn(&answer(id as i64, at * DAY, member, 50, "нагрузка сервера", &["load"]));
    }
    let asked = Request { tags: &["load"], ..request("нагрузка", 201 * DAY) };
    let order: Vec<i64> = index.rank(&asked, &Weights::untrained(), |_| true, 3).iter().map(|found| found.member).collect();
    assert_eq!(order, [2, 3, 1]);
    index.see(1, 201 * DAY - HOUR);
    let found = index.rank(&asked, &Weights::untrained(), |_| true, 3);
    let first = found.iter().find(|found| found.member == 1).expect("the first member");
    let seen = first.because.iter().find(|because| because.reason == Reason::Seen).expect("a reason");
    assert_eq!(seen.facts, [Fact::SeenAt(201 * DAY - HOUR)]);
    let tags = found[0].because.iter().find(|because| because.reason == Reason::Tags).expect("a reason");
    assert_eq!(tags.facts, [Fact::Tag { tag: "load".to_string(), answers: 1 }]);
}

#[test]
fn a_newcomer_is_found_by_their_offers_and_whom_they_know() {
    let mut index = community();
    index.describe(8, &Profile { offers: &["Бухгалтерия и налоги"], knows: &["Альфа-Банк"] });
    index.describe(9, &Profile { offers: &["Фотосъёмка"], knows: &[] });
    let asked =
        Request { wanted: &["альфа-банк"], ..request("Кто посоветует про налоги?", 31 * DAY) };
    let found = index.rank(&asked, &Weights::untrained(), |_| true, 10);
    let newcomer = found.iter().find(|found| found.member == 8).expect("the newcomer");
    let facts: Vec<&Fact> = newcomer.because.iter().flat_map(|because| &because.facts).collect();
    assert_eq!(facts, [&Fact::Offer("налоги".to_string()), &Fact::Name("альфа-банк".to_string())]);
    let others: Vec<i64> =
        index.rank(&asked, &Weights::untrained(), |member| member >= 8, 10).iter().map(|found| found.member).collect();
    assert_eq!(others, [8, 9]);
    index.describe(8, &Profile { offers: &["Керамика"], knows: &[] });
    let found = index.rank(&asked, &Weights::untrained(), |member| member >= 8, 10);
    assert!(
        found.iter().all(|found| part(found, Reason::Offers) == 0.0 && part(found, Reason::Knows) == 0.0),
        "the old profile is gone"
    );
}

#[test]
fn whoever_was_asked_much_goes_down_and_the_retired_vanish() {
    let mut index = community();
    let asked = request("визы в Италию", 30 * DAY);
    let before = index.rank(&asked, &Weights::untrained(), |_| true, 6);
    assert_eq!(before[0].member, 1);
    for _ in 0..5 {
        index.ask(1, 30 * DAY);
    }
    let tired = index.rank(&asked, &Weights::untrained(), |_| true, 6);
    let first = tired.iter().find(|found| found.member == 1).expect("still there");
    assert!(first.score < before[0].score);
    let load = first.because.iter().find(|because| because.reason == Reason::Load).expect("a reason");
    assert_eq!(load.facts, [Fact::Asked(5)]);
    index.retire(1);
    assert!(index.rank(&asked, &Weights::untrained(), |_| true, 6).iter().all(|found| found.member != 1));
    index.restore(1);
    assert!(index.rank(&asked, &Weights::untrained(), |_| true, 6).iter().any(|found| found.member == 1));
}

#[test]
fn an_empty_index_finds_nobody_and_a_strange_request_still_finds_somebody() {
    let index = Index::new();
    assert!(index.rank(&request("что угодно", 0), &Weights::untrained(), |_| true, 5).is_empty());
    let found = community().rank(&request("zzz 🙂", 30 * DAY), &Weights::untrained(), |_| true, 5);
    assert_eq!(found.len(), 5);
    assert!(found.iter().all(|found| part(found, Reason::Similar) == 0.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn reasons_are_never_negative_and_add_up_and_ranking_is_the_same_again(
        answers in prop::collection::vec((0_i64..12, 0_i64..12, 0_i64..400, 0_usize..4, 0_usize..3), 1..120),
        loads in prop::collection::vec(0_i64..12, 0..10),
        (text, tag, hour) in (0_usize..4, 0_usize..3, 0_i64..500),
    ) {
        let texts = ["visa to Rome", "нагрузка на сервер", "node.js and C++", ""];
        let tags = ["law", "work", "сервер"];
        let build = || {
            let mut index = Index::new();
            for (id, (member, asker, hour, text, tag)) in answers.iter().enumerate() {
                index.learn(&answer(id as i64, hour * HOUR, *member, *asker, texts[*text], &[tags[*tag]]));
            }
            loads.iter().for_each(|member| index.ask(*member, 400 * HOUR));
            index
        };
        let (index, again) = (build(), build());
        let asked = Request { at: hour * HOUR, asker: 3, text: texts[text], tags: &[tags[tag]], wanted: &[] };
        let found = index.rank(&asked, &Weights::untrained(), |_| true, 20);
        prop_assert_eq!(&found, &again.rank(&asked, &Weights::untrained(), |_| true, 20));
        prop_assert!(found.windows(2).all(|pair| pair[0].score >= pair[1].score));
        for ranked in &found {
            prop_assert!(ranked.member != 3, "the asker is not asked");
            prop_assert!(ranked.because.iter().all(|because| because.part > 0.0));
            let sum: f64 = ranked.because.iter().map(|because| because.reason.sign() * because.part).sum();
            prop_assert!((sum - ranked.score).abs() < 1e-9);
        }
        let few = index.rank(&asked, &Weights::untrained(), |_| true, 2);
        prop_assert_eq!(&few[..], &found[..few.len()], "a shorter list begins the longer one");
    }
}

#[test]
fn those_who_are_asked_have_reasons_even_where_all_are_alike() {
    let mut index = Index::new();
    index.learn(&answer(1, DAY, 7, 100, "виза в Италию", &[]));
    let (asked, weights) = (request("виза в Италию", 2 * DAY), Weights::untrained());
    let candidates = routing::Candidates::of(&index, &asked, |_| true);
    let facts = |member| {
        let ranked = index.reasons(&candidates, &asked, &weights, member)?;
        Some(ranked.because.into_iter().flat_map(|because| because.facts).collect::<Vec<Fact>>())
    };
    let told = facts(7).expect("the only candidate");
    assert!(told.contains(&Fact::Answer(1)) && told.contains(&Fact::Helped { them: 1, by_them: 0 }), "{told:?}");
    assert_eq!(facts(100), None, "whoever asks is no candidate");
    assert_eq!((index.answered_at(1), index.answered_at(2)), (Some(DAY), None));
}

#[test]
fn a_sample_holds_those_who_had_the_same_chance_and_always_who_answered() {
    let (index, asked) = (community(), request("нужна виза в Италию", 31 * DAY));
    let candidates = routing::Candidates::of(&index, &asked, |_| true);
    let weights = Weights::untrained();
    let order: Vec<i64> = candidates.order(&weights, 6).into_iter().map(|(member, _)| member).collect();
    assert_eq!((order.len(), order[0]), (6, 1), "who answered about visas is first");
    let last = order[5];
    let sample = |most, among: &[i64], answered: i64| {
        let found = candidates.sample(&weights, most, |member| among.contains(&member), |member| member == answered);
        let best = found.values.iter().map(|values| weights.score(values)).fold(f64::NEG_INFINITY, f64::max);
        (found.values.len(), found.answered.iter().filter(|answered| **answered).count(), best)
    };
    let score = |place: usize| candidates.order(&weights, 6)[place].1;
    assert_eq!(sample(2, &order, last), (3, 1, score(0)), "the two best, and who answered");
    assert_eq!(sample(2, &order[1..], last), (3, 1, score(1)), "the best is not among them");
    assert_eq!(sample(9, &order[3..], order[0]), (3, 0, score(3)), "whoever answered had another chance");
}

#[test]
fn facts_are_told_whatever_their_reason_weighs() {
    let (index, asked) = (community(), request("нужна виза в Италию", 31 * DAY));
    let candidates = routing::Candidates::of(&index, &asked, |_| true);
    let mut weights = Weights::nothing();
    weights.set(Reason::Load, 1.0);
    let told = index.reasons(&candidates, &asked, &weights, 1).expect("a candidate");
    let similar = told.because.iter().find(|because| because.reason == Reason::Similar).expect("a reason");
    assert!(similar.part == 0.0 && matches!(similar.facts[..], [Fact::Answer(_), ..]), "{similar:?}");
}

#[test]
fn an_answer_with_one_common_word_votes_but_is_not_called_similar() {
    let mut index = community();
    let long =
        "Нужен совет: виза, налоговая декларация, договор поставки, банковская гарантия, аккредитив, рассрочка, пошлина, хранение";
    let asked = request(long, 31 * DAY);
    index.learn(&answer(5_000, 30 * DAY, 3, 100, "Налоговая декларация и банковская гарантия при рассрочке пошлины", &[]));
    let found = index.rank(&asked, &Weights::untrained(), |_| true, 6);
    let similar = |member| {
        let ranked = found.iter().find(|found| found.member == member).expect("a candidate");
        ranked.because.iter().find(|because| because.reason == Reason::Similar).expect("a vote").facts.clone()
    };
    assert_eq!(similar(3), [Fact::Answer(5_000)]);
    assert_eq!(similar(1), [], "one word of many");
}

#[test]
fn what_was_confirmed_weighs_more_and_what_was_not_weighs_as_before() {
    let mut index = community();
    let asked = request("нужна виза в Италию", 31 * DAY);
    let value = |index: &Index| {
        let candidates = routing::Candidates::of(index, &asked, |_| true);
        candidates.order(&Weights::untrained(), 1)[0].1
    };
    let before = value(&index);
    index.learn(&answer(6_000, 30 * DAY, 2, 100, "виза в Италию", &[]));
    let plain = part(&index.rank(&asked, &Weights::untrained(), |member| member != 1, 1)[0], Reason::Similar);
    index.confirm(6_000, 3.0);
    let confirmed = index.rank(&asked, &Weights::untrained(), |_| true, 6);
    assert!(confirmed.iter().any(|found| found.member == 2) && plain > 0.0 && before > 0.0);
    let votes = |index: &Index| {
        let found = index.rank(&asked, &Weights::untrained(), |_| true, 6);
        let of = |member| found.iter().find(|found| found.member == member).map_or(0.0, |found| part(found, Reason::Similar));
        of(2) / of(1)
    };
    let high = votes(&index);
    index.confirm(6_000, 1.0);
    let low = votes(&index);
    assert!(high > low, "{high} {low}");
    index.confirm(7_777, 5.0);
    assert_eq!(votes(&index), low, "what is not known stays so");
}
