use super::*;

fn because(reason: Reason, facts: &[Fact]) -> routing::Because {
    routing::Because { reason, part: 1.0, facts: facts.to_vec() }
}

fn chosen(because: &[routing::Because]) -> Vec<Because> {
    let answered = Answered::from([(9, Past { at: 500, helped: true, loosely: false })]);
    let labels = HashMap::from([("визы".to_owned(), "Визы".to_owned())]);
    let said = (0..100).map(|id| (id, (id * 10, id >= 50))).filter(|(id, _)| *id != 9).collect();
    let offered = |words: Vec<String>| words;
    choose(because, &Known { now: 10 * MICROS_PER_DAY, said: &said, answered: &answered, offered: &offered, labels: &labels })
}

#[test]
fn three_facts_at_most_and_only_two_of_them_past_answers() {
    let found = chosen(&[
        because(Reason::Seen, &[Fact::SeenAt(7)]),
        because(Reason::Similar, &[Fact::Answer(1), Fact::Answer(9)]),
        because(Reason::Nearest, &[Fact::Answer(1), Fact::Answer(3)]),
        because(Reason::Offers, &[Fact::Offer("визы".to_owned()), Fact::Offer("Рим".to_owned())]),
        because(Reason::Tags, &[Fact::Tag { tag: "визы".to_owned(), answers: 4 }]),
    ]);
    let offer = Because::Offer { words: vec!["визы".to_owned(), "Рим".to_owned()] };
    let helped = Because::Answer { answer: 9, at: 500, helped: true, loosely: false };
    let message = |id| Because::Message { message: id, at: id * 10, loosely: id >= 50 };
    assert_eq!(found, [message(1), helped, offer.clone()]);
}

#[test]
fn what_only_touches_the_matter_is_told_where_nothing_stands_nearer() {
    let loose = |id| Because::Message { message: id, at: id * 10, loosely: true };
    let past = [Fact::Answer(60), Fact::Answer(61), Fact::Answer(62)];
    assert_eq!(chosen(&[because(Reason::Similar, &past)]), [loose(60), loose(61)]);
    let near = [Fact::Answer(60), Fact::Answer(2)];
    assert_eq!(chosen(&[because(Reason::Similar, &near)]), [Because::Message { message: 2, at: 20, loosely: false }]);
}

#[test]
fn what_says_nothing_is_left_out() {
    let often = Fact::Answered { answers: 40, last_at: 6 };
    let rare = Fact::Tag { tag: "визы".to_owned(), answers: 1 };
    assert_eq!(chosen(&[because(Reason::Load, &[Fact::Asked(3)]), because(Reason::Tags, &[rare])]), []);
    assert_eq!(chosen(&[because(Reason::Month, std::slice::from_ref(&often))]), [Because::Answers { answers: 40, last_at: 6 }]);
    assert_eq!(chosen(&[because(Reason::Seen, &[Fact::SeenAt(7)])]), [Because::Around { at: 7 }]);
    assert_eq!(chosen(&[because(Reason::Seen, &[Fact::SeenAt(-30 * MICROS_PER_DAY)])]), [], "that is long ago");
    let helped = Fact::Helped { them: 2, by_them: 5 };
    assert_eq!(
        chosen(&[because(Reason::Month, &[often]), because(Reason::Ties, &[helped])]),
        [Because::Helped { times: 2 }],
        "activity is told only where nothing nearer is known"
    );
    assert_eq!(chosen(&[because(Reason::Similar, &[Fact::Answer(4000)])]), [], "a source that nobody knows");
}

#[test]
fn facts_come_back_as_they_were_kept() {
    let facts = vec![Because::Leader, Because::Passed { by: MemberId(7) }, Because::Knows { name: "Ozon".to_owned() }];
    let kept = serde_json::to_string(&facts).expect("json");
    assert!(kept.starts_with(r#"[{"fact":"leader"},{"fact":"passed","by":7}"#), "{kept}");
    assert_eq!(serde_json::from_str::<Vec<Because>>(&kept).expect("facts"), facts);
}

#[test]
fn long_sources_are_cut_between_words() {
    let text = "слово ".repeat(40);
    let short = shortened(text.trim());
    assert!(short.ends_with("слово…") && short.chars().count() <= SHORT + 1, "{short}");
    assert_eq!(shortened("мало"), "мало");
}
