//! The invented communities read well and hold together.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod living;

use std::collections::{HashMap, HashSet};

use demo::{DAYS, Demo, Locale, Message, Note, Role, Said, What, demo};
use serde_json::Value;

const UNTIL: i64 = 1_795_000_000_000_000;
const BOTH: [Locale; 2] = [Locale::Ru, Locale::En];

fn said(demo: &Demo) -> impl Iterator<Item = (&Message, &Said)> {
    demo.messages.iter().filter_map(|message| match &message.what {
        What::Said(said) => Some((message, said)),
        What::Noted(_) => None,
    })
}

fn authors(demo: &Demo) -> HashMap<usize, usize> {
    let mut authors = HashMap::new();
    for (message, _) in said(demo) {
        *authors.entry(message.person).or_default() += 1;
    }
    authors
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    for locale in BOTH {
        let first = demo(locale, 7, UNTIL);
        assert_eq!(first.telegram_json(), demo(locale, 7, UNTIL).telegram_json());
        assert_eq!(first, demo(locale, 7, UNTIL));
        assert_ne!(first.messages, demo(locale, 8, UNTIL).messages);
    }
}

#[test]
fn counts_are_within_bounds() {
    for locale in BOTH {
        for seed in [1, 2, 3] {
            let demo = demo(locale, seed, UNTIL);
            let people = demo.people.len();
            assert!((120..=140).contains(&people), "{people} people");
            assert!((4_700..=5_100).contains(&demo.messages.len()), "{} messages", demo.messages.len());
            let silent = people - authors(&demo).len();
            assert!((people * 28 / 100..=people * 50 / 100).contains(&silent), "{silent} of {people} only read");
            let left = demo.people.iter().filter(|person| person.left_at.is_some()).count();
            assert!((3..=24).contains(&left), "{left} left");
            let owners = demo.people.iter().filter(|person| person.role == Role::Owner).count();
            assert_eq!((owners, demo.people[0].role), (1, Role::Owner));
        }
    }
}

#[test]
fn nobody_speaks_before_joining_or_after_leaving() {
    for locale in BOTH {
        let demo = demo(locale, 1, UNTIL);
        let since = UNTIL - DAYS * 24 * 3600 * 1_000_000;
        for (message, said) in said(&demo) {
            let person = &demo.people[message.person];
            assert!(person.joined_at < message.at && message.at < UNTIL, "{}", said.plain());
            assert!(person.left_at.is_none_or(|left| message.at < left));
            for (reactor, at) in said.reactions.iter().flat_map(|reaction| &reaction.people) {
                assert!(demo.people[*reactor].joined_at < *at && message.at < *at && *at < UNTIL);
            }
        }
        assert!(demo.messages.iter().all(|message| (since..UNTIL).contains(&message.at)));
        for (index, person) in demo.people.iter().enumerate() {
            assert!(person.invited_by.is_none_or(|by| by < index), "{}", person.name);
        }
        assert!(matches!(demo.messages[0].what, What::Noted(Note::Created)));
    }
}

#[test]
fn replies_point_to_earlier_messages() {
    for locale in BOTH {
        let demo = demo(locale, 1, UNTIL);
        let mut earlier = HashSet::new();
        let mut last = (i64::MIN, 0);
        for message in &demo.messages {
            assert!(message.at >= last.0 && message.id > last.1);
            last = (message.at, message.id);
            match &message.what {
                What::Said(said) => assert!(said.reply_to.is_none_or(|id| earlier.contains(&id))),
                What::Noted(Note::Pinned(id)) => assert!(earlier.contains(id)),
                What::Noted(_) => {}
            }
            earlier.insert(message.id);
        }
    }
}

#[test]
fn the_talk_is_shaped_like_talk() {
    for locale in BOTH {
        let demo = demo(locale, 1, UNTIL);
        let total = said(&demo).count();
        let replied: HashSet<i64> = said(&demo).filter_map(|(_, said)| said.reply_to).collect();
        let replies = said(&demo).filter(|(_, said)| said.reply_to.is_some()).count();
        assert!((total * 50 / 100..total * 85 / 100).contains(&replies), "{replies} replies of {total}");
        let questions: Vec<i64> = said(&demo)
            .filter(|(_, said)| said.reply_to.is_none() && said.plain().contains('?'))
            .map(|(message, _)| message.id)
            .collect();
        assert!(questions.len() > 400, "{} questions", questions.len());
        let unanswered = questions.iter().filter(|id| !replied.contains(id)).count();
        let share = unanswered * 100 / questions.len();
        assert!((10..=40).contains(&share), "{share} % without an answer");
        let mut counts: Vec<usize> = authors(&demo).into_values().collect();
        counts.sort_unstable_by(|one, other| other.cmp(one));
        let top: usize = counts.iter().take(8).sum();
        assert!((total * 30 / 100..total * 75 / 100).contains(&top), "the first eight wrote {top} of {total}");
        let half = UNTIL - DAYS / 2 * 24 * 3600 * 1_000_000;
        let later = said(&demo).filter(|(message, _)| message.at > half).count();
        assert!(later * 100 / total > 54, "{later} of {total} in the second year");
        assert!(said(&demo).any(|(_, said)| said.edited_at.is_some()));
        assert!(said(&demo).filter(|(_, said)| !said.reactions.is_empty()).count() > total / 10);
    }
}

#[test]
fn texts_are_finished_and_seldom_repeat() {
    for locale in BOTH {
        for seed in [1, 5] {
            let demo = demo(locale, seed, UNTIL);
            let mut times: HashMap<String, usize> = HashMap::new();
            for (_, said) in said(&demo) {
                let text = said.plain();
                assert!(!text.contains(['{', '}', '[', ']', '|', '~', '*', '\u{2}', '\u{3}']), "{text}");
                assert!(!text.contains("  ") && !text.contains(" .") && !text.contains(" ,"), "{text}");
                assert!(!text.is_empty() || said.attachment.is_some());
                *times.entry(text).or_default() += usize::from(said.attachment.is_none());
            }
            let (text, most) = times.iter().max_by_key(|(_, times)| **times).unwrap();
            assert!(*most <= 5, "{most} times: {text}");
        }
    }
}

#[test]
fn profiles_are_filled_and_addresses_invented() {
    for locale in BOTH {
        let demo = demo(locale, 1, UNTIL);
        let emails: HashSet<&str> = demo.people.iter().map(|person| person.email.as_str()).collect();
        assert_eq!(emails.len(), demo.people.len());
        let ids: HashSet<&str> = demo.people.iter().map(|person| person.outside_id.as_str()).collect();
        assert_eq!(ids.len(), demo.people.len());
        for person in &demo.people {
            assert!(person.email.is_ascii() && person.email.ends_with("@example.org"), "{}", person.email);
            assert!(person.points.iter().any(|(key, _)| *key == "profession"));
            for (key, text) in &person.points {
                assert!(!text.is_empty() && !text.contains(['{', '[', '~', '|']), "{key}: {text}");
            }
        }
        let claimed = demo.people.iter().filter(|person| person.claimed).count();
        assert!(claimed > demo.people.len() / 3 && claimed < demo.people.len());
    }
}

#[test]
fn the_export_is_what_telegram_desktop_writes() {
    for locale in BOTH {
        let demo = demo(locale, 1, UNTIL);
        let json = demo.telegram_json();
        assert!(json.starts_with("{\n \"name\": \""), "name, type and id come before the messages");
        let export: Value = serde_json::from_str(&json).unwrap();
        let messages = export["messages"].as_array().unwrap();
        assert_eq!(messages.len(), demo.messages.len());
        let has = |key: &str| messages.iter().any(|message| !message[key].is_null());
        for key in ["reply_to_message_id", "reactions", "edited_unixtime", "poll", "photo", "file", "members", "inviter"] {
            assert!(has(key), "{key}");
        }
        let actions: HashSet<&str> = messages.iter().filter_map(|message| message["action"].as_str()).collect();
        let expected = ["create_channel", "invite_members", "join_group_by_link", "remove_members", "pin_message"];
        assert_eq!(actions, HashSet::from(expected));
        let entities = messages.iter().flat_map(|message| message["text_entities"].as_array().unwrap());
        let kinds: HashSet<&str> = entities.map(|entity| entity["type"].as_str().unwrap()).collect();
        for kind in ["plain", "bold", "hashtag", "link", "mention_name", "blockquote"] {
            assert!(kinds.contains(kind), "{kind}");
        }
        for message in messages {
            assert!(message["id"].is_i64() && message["date_unixtime"].as_str().unwrap().parse::<i64>().is_ok());
            assert_eq!(message["date"].as_str().unwrap().len(), 19);
            let joined: String = match &message["text"] {
                Value::String(text) => text.clone(),
                parts => parts.as_array().unwrap().iter().map(|part| part.as_str().or(part["text"].as_str()).unwrap()).collect(),
            };
            let entities: String =
                message["text_entities"].as_array().unwrap().iter().map(|part| part["text"].as_str().unwrap()).collect();
            assert_eq!(joined, entities);
        }
    }
}
