//! Whatever the bytes, reading ends with a history or a fault, never with a panic.

use std::ops::ControlFlow;

use proptest::prelude::*;
use telegram_export::export::{Export, Limits, Tongue};

use crate::fixture::*;

fn survive(name: &str, bytes: &[u8]) {
    let folder = Folder::new();
    let path = folder.write(name, bytes);
    let limits = Limits { max_bytes: 8 << 20, ..Limits::default() };
    let opened = Export::open(&path, None, limits);
    let Ok(mut export) = opened else { return };
    match export.check(|_, _| {}) {
        Ok(summary) => {
            let mut count = 0;
            let counted = |_| {
                count += 1;
                ControlFlow::Continue(())
            };
            export.items(|_, _| {}, counted).unwrap();
            assert_eq!(count, summary.messages + summary.service);
            summary.warnings.iter().for_each(|warning| assert!(!warning.words(Tongue::Ru).is_empty()));
        }
        Err(faults) => faults.iter().for_each(|fault| assert!(!fault.words(Tongue::En).is_empty())),
    }
}

fn sample_json() -> Vec<u8> {
    json(&[
        said(1, 1_577_836_800, "Анна", "user1", "раз", r#", "text_entities": [{"type": "bold", "text": "раз"}], "reactions": [{"type": "emoji", "count": 1, "emoji": "x"}]"#),
        service(2, 1_577_836_801, "\"Анна\"", "user1", r#""action": "invite_members", "members": ["Лев", null]"#),
        said(3, 1_577_836_802, "Лев", "user2", "два \\u0430", r#", "reply_to_message_id": 1, "poll": {"question": "?", "answers": []}"#),
    ].join(",\n"))
    .into_bytes()
}

fn sample_page() -> Vec<u8> {
    page(
        "Клуб",
        &[
            line(-1, "1 January 2020"),
            wrote(1, "03:00:00", "Анна", &text("раз <strong>два</strong> &amp; <a href=\"https://a.example\">три</a>")),
            joined(2, "03:00:01", "<div class=\"reply_to details\">In reply to <a href=\"#go_to_message1\">this message</a></div>"),
            line(3, "Анна invited Лев and Борис"),
        ]
        .concat(),
    )
    .into_bytes()
}

/// Bytes overwritten, removed and doubled at random places.
fn mutated(sample: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let letters = prop::sample::select(b"<>\"'{}[],:\\/&;=0-9a\xFF\n ".to_vec());
    let change = (any::<prop::sample::Index>(), 0..4u8, letters, 1..40usize);
    prop::collection::vec(change, 1..8).prop_map(move |changes| {
        let mut bytes = sample.clone();
        for (place, kind, letter, length) in changes {
            let at = place.index(bytes.len().max(1));
            let end = (at + length).min(bytes.len());
            match kind {
                0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = letter),
                1 => drop(bytes.drain(at..end)),
                2 => bytes.insert(at.min(bytes.len()), letter),
                _ => {
                    let copy = bytes[at..end].to_vec();
                    bytes.splice(at..at, copy);
                }
            }
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survive("result.json", &bytes);
        survive("messages.html", &bytes);
        survive("export.zip", &[b"PK\x03\x04".as_slice(), &bytes].concat());
    }

    #[test]
    fn mutated_json(bytes in mutated(sample_json())) {
        survive("result.json", &bytes);
    }

    #[test]
    fn mutated_pages(bytes in mutated(sample_page())) {
        survive("messages.html", &bytes);
    }

    #[test]
    fn mutated_zips(bytes in mutated({
        let folder = Folder::new();
        std::fs::read(folder.zip(&[("messages.html", &sample_page()), ("messages2.html", &sample_page())])).unwrap()
    })) {
        survive("export.zip", &bytes);
    }
}
