//! The community lives on in a way that can be believed, and the same way each time.

use demo::living::{Asking, Reaction};
use demo::{Living, Locale};
use std::collections::{BTreeMap, HashSet};

/// A Monday, by the clocks of Moscow.
const SINCE: i64 = 1_794_776_400_000_000;
const HOUR: i64 = 3_600_000_000;
const BOTH: [Locale; 2] = [Locale::Ru, Locale::En];

fn living(locale: Locale, members: usize) -> Living {
    Living::new(locale, 1, members, SINCE, 30)
}

#[test]
fn everybody_is_somebody() {
    for locale in BOTH {
        for members in [1, 60, 1_000, 6_000] {
            let living = living(locale, members);
            let people = living.residents();
            assert_eq!(people.len(), members);
            let names: HashSet<&str> = people.iter().map(|resident| resident.person.name.as_str()).collect();
            let emails: HashSet<&str> = people.iter().map(|resident| resident.person.email.as_str()).collect();
            assert_eq!((names.len(), emails.len()), (members, members));
            assert!(people.windows(2).all(|pair| pair[0].person.joined_at < pair[1].person.joined_at));
            assert!(people.iter().all(|resident| resident.person.joined_at < SINCE));
        }
    }
}

#[test]
fn four_and_a_half_thousand_needs_are_not_the_same_ten_sentences() {
    for locale in BOTH {
        let living = living(locale, 1_000);
        let (mut titles, mut whole, mut asked) = (BTreeMap::<String, usize>::new(), HashSet::new(), 0);
        for day in 0..30 {
            for when in living.asks_on(day, 150.0) {
                let need = living.need(asked, when.asker);
                let letters = need.title.chars().count();
                assert!((12..=140).contains(&letters), "{letters}: {}", need.title);
                for text in [&need.title, &need.details] {
                    assert!(!text.contains(['{', '}', '[', ']', '|', '~', '\u{2}']) && !text.contains("  "), "{text}");
                }
                assert_eq!(need.asking == Asking::Contact, !need.wanted.is_empty());
                whole.insert(format!("{} {}", need.title, need.details));
                *titles.entry(need.title).or_default() += 1;
                asked += 1;
            }
        }
        assert!((4_350..=4_650).contains(&asked), "{asked} in thirty days");
        assert!(whole.len() * 1_000 > asked * 995, "{} of {asked} differ", whole.len());
        let (title, most) = titles.iter().max_by_key(|(_, times)| **times).unwrap();
        assert!(titles.len() > 1_200 && *most < 70, "{} titles, {most} times {title}", titles.len());
    }
}

#[test]
fn the_same_seed_gives_the_same_people_needs_and_decisions() {
    let told = |seed| {
        let living = Living::new(Locale::Ru, seed, 200, SINCE, 30);
        let asks: Vec<_> = (0..7).flat_map(|day| living.asks_on(day, 30.0)).collect();
        let said = asks.iter().enumerate().map(|(number, when)| {
            let need = living.need(number, when.asker);
            let helper = (when.asker + number) % 199 + 1;
            let answer = living.answer(&need, helper, 0);
            format!("{} {} {} {:?}", when.at, need.title, answer.text, living.reacts(&need, helper, false, when.at))
        });
        said.collect::<Vec<_>>()
    };
    assert_eq!(told(1), told(1));
    assert_ne!(told(1), told(2));
}

#[test]
fn people_sleep_rest_and_differ() {
    let living = living(Locale::Ru, 1_000);
    let (mut waits, mut nights, mut reactions, mut looks) = (Vec::new(), 0, BTreeMap::<&str, usize>::new(), 0);
    for (number, when) in (0..7).flat_map(|day| living.asks_on(day, 150.0)).enumerate() {
        let need = living.need(number, when.asker);
        let helper = (when.asker + 13 * number) % 1_000;
        let Some(at) = living.looks(&need, helper, when.at) else { continue };
        assert!(at > when.at);
        waits.push((at - when.at) / HOUR);
        // Between two and five in the morning by their own clock hardly anybody looks.
        let zone = living.residents()[helper].person.points.iter().find(|(key, _)| *key == "time_zone");
        if zone.is_some_and(|(_, zone)| zone == "Europe/Moscow") {
            looks += 1;
            nights += usize::from((2..5).contains(&((at / HOUR + 3) % 24)));
        }
        let reaction = match living.reacts(&need, helper, false, at) {
            Reaction::Ignores => "ignores",
            Reaction::Declines => "declines",
            Reaction::Mutes => "mutes",
            Reaction::PassesOn(_) => "passes",
            Reaction::Takes(_) => "takes",
            Reaction::Answers => "answers",
        };
        *reactions.entry(reaction).or_default() += 1;
    }
    assert!(looks > 200 && nights * 50 < looks, "{nights} of {looks} by night");
    waits.sort_unstable();
    assert!((1..=18).contains(&waits[waits.len() / 2]), "half within {} hours", waits[waits.len() / 2]);
    assert_eq!(reactions.len(), 6, "{reactions:?}");
    let silent = 1_050 - waits.len();
    assert!((50..=200).contains(&silent), "{silent} never look");
}

#[test]
fn nobody_mutes_the_direction_that_they_lead() {
    for locale in BOTH {
        let living = living(locale, 1_000);
        let leaders: Vec<Option<usize>> = living.directions().into_iter().map(|(_, leader)| leader).collect();
        let (mut looked, mut muted) = (0, 0);
        for (number, when) in (0..30).flat_map(|day| living.asks_on(day, 150.0)).enumerate() {
            let need = living.need(number, when.asker);
            let Some(direction) = need.direction else { continue };
            if let Some(leader) = leaders[direction] {
                looked += 1;
                assert_ne!(living.reacts(&need, leader, true, when.at), Reaction::Mutes, "{}", need.title);
            }
            let other = (when.asker + 13 * number) % 1_000;
            muted +=
                usize::from(leaders[direction] != Some(other) && living.reacts(&need, other, false, when.at) == Reaction::Mutes);
        }
        assert!(looked > 1_000 && muted > 10, "{looked} looked, {muted} others muted");
    }
}
