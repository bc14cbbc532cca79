//! Messages that are odd and nevertheless read.

use crate::fixture::*;

const NEW_YEAR: i64 = 1_577_836_800;

#[test]
fn negative_numbers_are_kept_apart_from_positive_ones() {
    let (summary, items) = read_json(
        &[
            said(-5, NEW_YEAR, "Анна", "user1", "до переезда", ""),
            said(5, NEW_YEAR + 1, "Анна", "user1", "после", ", \"reply_to_message_id\": -5"),
        ]
        .join(","),
    );
    assert_eq!((items[0].number(), items[1].number()), (-5, 5));
    assert_eq!((summary.messages, summary.duplicates, message(&items[1]).reply_to), (2, 0, Some(-5)));
    let (_, items) =
        read_page(&(line(-1, "1 January 2020") + &wrote(-7, "03:00:00", "Анна", &text("x")) + &line(-8, "Анна invited Лев")));
    assert_eq!(items.iter().map(|item| item.number()).collect::<Vec<_>>(), [-7, -8]);
}

#[test]
fn repeated_numbers_count_once() {
    let first = said(1, NEW_YEAR, "Анна", "user1", "раз", "");
    let later = said(2, NEW_YEAR, "Анна", "user1", "два", "");
    let other = said(1, NEW_YEAR, "Анна", "user1", "не раз", "");
    let (summary, items) = read_json(&[first.clone(), later.clone(), first.clone()].join(","));
    assert_eq!((summary.messages, summary.duplicates, summary.warnings.len()), (2, 1, 0));
    assert_eq!(items.len(), 2);
    let (summary, items) = read_json(&[first, later, other].join(","));
    assert_eq!(codes(&summary), [("repeated_differently", 1)]);
    assert_eq!(message(&items[0]).text(), "раз");
    assert_eq!(items.len(), 2);
}

#[test]
fn dates_may_go_back_lack_a_zone_or_be_absurd() {
    let plain =
        |id: i64, date: &str| format!(r#"{{"id": {id}, "type": "message", {date}, "from": "А", "from_id": "user1", "text": "x"}}"#);
    let (summary, items) = read_json(
        &[
            said(1, NEW_YEAR, "А", "user1", "x", ""),
            said(2, NEW_YEAR - 100, "А", "user1", "x", ""),
            plain(3, r#""date": "2020-01-01T00:00:00""#),
            plain(4, r#""date_unixtime": "-5""#),
            plain(5, r#""date_unixtime": "99999999999999""#),
            plain(6, r#""date": "потом""#),
            plain(7, r#""date_unixtime": 1577836900"#),
        ]
        .join(","),
    );
    let micros: Vec<_> = items.iter().map(|item| item.at_micros() / 1_000_000 - NEW_YEAR).collect();
    assert_eq!(micros, [0, -100, 0, 0, 0, 0, 100]);
    assert_eq!(codes(&summary), [("out_of_order", 1), ("zone_missing", 1), ("date_replaced", 3)]);
    assert_eq!((summary.first_at, summary.last_at), (Some((NEW_YEAR - 100) * 1_000_000), Some((NEW_YEAR + 100) * 1_000_000)));
}

#[test]
fn fields_of_a_wrong_kind_count_as_absent() {
    let odd = r#"{"id": 1, "type": "message", "date_unixtime": {"a": 1}, "from": ["x"], "from_id": true, "text": 5,
        "text_entities": {"a": []}, "members": "x", "reactions": 7, "poll": "x", "photo": [], "reply_to_message_id": "нет"}"#;
    let (summary, items) = read_json(&format!("{odd},{}", r#"{"id": 2, "type": "unsupported"}"#));
    assert_eq!(items.len(), 1);
    assert_eq!(message(&items[0]).text(), "");
    assert_eq!(summary.skipped, 1);
    assert!(codes(&summary).contains(&("unsupported", 1)));
}

#[test]
fn characters_that_json_does_not_allow_are_mended() {
    let (summary, items) = read_json(&said(1, NEW_YEAR, "Анна", "user1", r"a\x1Fb\ud83d", ""));
    assert_eq!(message(&items[0]).text(), "a\u{1F}b\u{FFFD}");
    assert_eq!(codes(&summary), [("mended", 1)]);
    let folder = Folder::new();
    let mut bytes = json(&said(1, NEW_YEAR, "Анна", "user1", "aZb", "")).into_bytes();
    let place = bytes.iter().position(|byte| *byte == b'Z').unwrap();
    bytes[place] = 0xFF;
    let (summary, items) = read(&folder.write("result.json", bytes));
    assert_eq!(message(&items[0]).text(), "a\u{FFFD}b");
    assert_eq!(codes(&summary), [("mended", 1)]);
}
