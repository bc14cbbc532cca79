//! Messages that are odd and nevertheless read.

use telegram_export::export::{Export, Limits, Tongue};

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
    assert_eq!(codes(&summary), [("number_negative", 1)]);
    assert!(summary.warnings[0].words(Tongue::En).ends_with("message -5: the number is negative, the message is kept under it"));
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
    assert_eq!((summary.messages, summary.duplicates), (2, 1));
    assert_eq!(codes(&summary), [("repeated", 1)]);
    assert_eq!(items.len(), 2);
    let (summary, items) = read_json(&[first.clone(), later, other.clone(), first, other.clone(), other].join(","));
    assert_eq!((summary.messages, summary.duplicates), (3, 3));
    assert_eq!(codes(&summary), [("repeated_differently", 1), ("repeated", 3)]);
    assert_eq!(items.iter().map(|item| message(item).text()).collect::<Vec<_>>(), ["раз", "два", "не раз"]);
}

#[test]
fn of_two_texts_with_one_number_both_are_kept_in_both_forms() {
    let both = |folder: &Folder| {
        let (summary, items) = read(folder.path());
        assert_eq!((summary.messages, summary.duplicates, summary.replies), (4, 2, 1), "{:?}", folder.path());
        assert_eq!(codes(&summary), [("repeated_differently", 1), ("repeated", 2)]);
        assert!(
            summary.warnings[0].words(Tongue::En).ends_with("message 1: the number is repeated with another text, both are kept")
        );
        let texts: Vec<_> = items.iter().map(|item| message(item).text()).collect();
        assert_eq!(texts, ["было", "ответ", "стало", "конец"]);
        assert_eq!((items[0].number(), message(&items[1]).reply_to), (1, Some(1)), "who answered, answered the first");
        let own = items[2].number();
        assert!(own < -(1 << 62), "a number that no chat gives: {own}");
        // Wherever the same words come with the same number, they get the same number of their own.
        assert_eq!(own, i64::MIN + (1 << 32) + (own & 0xFFFF_FFFF));
        own
    };
    let json_form = Folder::new();
    let entities = r#", "text_entities": [{"type": "bold", "text": "бы"}, {"type": "plain", "text": "ло"}]"#;
    let messages = [
        said(1, NEW_YEAR, "Анна", "user1", "было", ""),
        said(2, NEW_YEAR + 1, "Борис", "user2", "ответ", ", \"reply_to_message_id\": 1"),
        said(1, NEW_YEAR + 2, "Анна", "user1", "стало", ""),
        // Another name, formatting and time of editing are no other words.
        said(1, NEW_YEAR + 3, "Анна Печкина", "user1", "было", &format!("{entities}, \"edited_unixtime\": \"{}\"", NEW_YEAR + 9)),
        said(1, NEW_YEAR + 2, "Анна", "user1", "стало", ""),
        said(3, NEW_YEAR + 4, "Анна", "user1", "конец", ""),
    ];
    json_form.write("result.json", json(&messages.join(",")));
    let html_form = Folder::new();
    let reply = "<div class=\"reply_to details\">In reply to <a href=\"#go_to_message1\">this message</a></div>";
    let history = [
        wrote(1, "03:00:00", "Анна", &text("было")),
        wrote(2, "03:00:01", "Борис", &format!("{reply}{}", text("ответ"))),
        wrote(1, "03:00:02", "Анна", &text("стало")),
        wrote(1, "03:00:03", "Анна Печкина", &text("<strong>бы</strong>ло")),
        joined(1, "03:00:02", &text("стало")),
        wrote(3, "03:00:04", "Анна", &text("конец")),
    ];
    html_form.write("messages.html", page("Клуб печников", &history.concat()));
    assert_eq!(both(&json_form), both(&html_form));
}

#[test]
fn dates_may_go_back_or_lack_a_zone() {
    let plain =
        |id: i64, date: &str| format!(r#"{{"id": {id}, "type": "message", {date}, "from": "А", "from_id": "user1", "text": "x"}}"#);
    let (summary, items) = read_json(
        &[
            said(1, NEW_YEAR, "А", "user1", "x", ""),
            said(2, NEW_YEAR - 100, "А", "user1", "x", ""),
            plain(3, r#""date": "2020-01-01T00:00:00""#),
            plain(4, r#""date_unixtime": null"#),
            plain(5, r#""date": """#),
            plain(6, r#""date": "2020-01-01T00:00:00", "date_unixtime": "-5""#),
            plain(7, r#""date_unixtime": 1577836900"#),
        ]
        .join(","),
    );
    let micros: Vec<_> = items.iter().map(|item| item.at_micros() / 1_000_000 - NEW_YEAR).collect();
    assert_eq!(micros, [0, -100, 0, 0, 0, 0, 100]);
    assert_eq!(codes(&summary), [("out_of_order", 1), ("zone_missing", 2), ("date_replaced", 2)]);
    assert!(
        summary.warnings[2].words(Tongue::En).ends_with("message 4: the date is missing, that of the entry before was taken (×2)")
    );
    assert_eq!((summary.first_at, summary.last_at), (Some((NEW_YEAR - 100) * 1_000_000), Some((NEW_YEAR + 100) * 1_000_000)));
}

#[test]
fn a_date_that_has_not_come_is_told_with_its_first_message() {
    let folder = Folder::new();
    let now = NEW_YEAR + 100;
    let dated = [(1, NEW_YEAR), (2, now + 86_400), (3, now + 86_401), (4, NEW_YEAR + 1), (5, now + 900_000)];
    let messages = dated.map(|(id, at)| said(id, at, "А", "user1", "x", ""));
    let path = folder.write("result.json", json(&messages.join(",")));
    let limits = Limits { written_by: now * 1_000_000, ..Limits::default() };
    let summary = Export::open(&path, None, limits).unwrap().check(|_, _| {}).unwrap();
    assert_eq!(codes(&summary), [("date_in_future", 2), ("out_of_order", 1)]);
    assert_eq!(summary.warnings[0].words(Tongue::Ru), "result.json, сообщение 3: дата ещё не наступила, запись стоит под ней (×2)");
    assert_eq!((summary.messages, summary.last_at), (5, Some((now + 900_000) * 1_000_000)), "all of them are kept");
}

#[test]
fn a_date_that_cannot_be_refuses_the_export_and_names_its_messages() {
    let folder = Folder::new();
    let dated =
        |id: i64, date: &str| format!(r#"{{"id": {id}, "type": "message", {date}, "from": "А", "from_id": "user1", "text": "x"}}"#);
    let messages = [
        said(1, NEW_YEAR, "А", "user1", "x", ""),
        dated(2, r#""date": "2020-02-30T00:00:00""#),
        dated(3, r#""date_unixtime": "-5""#),
        dated(4, r#""date_unixtime": 99999999999999"#),
        dated(5, r#""date": "потом", "date_unixtime": "nonsense""#),
    ];
    let path = folder.write("result.json", json(&messages.join(",")));
    let faults = open(&path).unwrap().check(|_, _| {}).unwrap_err();
    let told: Vec<_> = faults.iter().map(|fault| fault.words(Tongue::En)).collect();
    let sentence = |id: i64, date: &str| format!("result.json, message {id}: a message cannot have the date “{date}”");
    assert_eq!(told, [sentence(2, "2020-02-30T00:00:00"), sentence(3, "-5"), sentence(4, "99999999999999"), sentence(5, "потом"),]);
    assert_eq!(
        faults[0].words(Tongue::Ru),
        "result.json, сообщение 2: такой даты у сообщения быть не может: «2020-02-30T00:00:00»"
    );

    let pages = Folder::new();
    let odd = wrote(7, "10:00:00", "Анна", &text("x")).replace("01.01.2020", "32.13.2026");
    pages.write("messages.html", page("Клуб", &(wrote(6, "03:00:00", "Анна", &text("x")) + &odd)));
    let found = fault(pages.path(), Limits::default());
    assert_fault(
        &found,
        "date_impossible",
        "messages.html, message 7: a message cannot have the date “32.13.2026 10:00:00 UTC+03:00”",
    );
}

#[test]
fn entries_before_the_first_date_take_that_one() {
    let undated = |id: i64| format!(r#"{{"id": {id}, "type": "message", "from": "А", "from_id": "user1", "text": "x"}}"#);
    let known = said(3, NEW_YEAR, "А", "user1", "x", "");
    let (summary, items) = read_json(&[undated(1), undated(2), known, undated(4)].join(","));
    assert_eq!(items.iter().map(|item| item.at_micros() / 1_000_000).collect::<Vec<_>>(), [NEW_YEAR; 4]);
    assert_eq!(codes(&summary), [("date_from_next", 2), ("date_replaced", 1)]);
    assert_eq!((summary.first_at, summary.last_at), (Some(NEW_YEAR * 1_000_000), Some(NEW_YEAR * 1_000_000)));
    let said_so = summary.warnings[0].words(Tongue::En);
    assert!(said_so.ends_with("message 1: the date is missing, that of the first entry with a date was taken (×2)"), "{said_so}");

    let dateless = |id: i64| wrote(id, "03:00:00", "Анна", &text("x")).replace("01.01.2020 03:00:00 UTC+03:00", "");
    let history = [dateless(1), line(2, "Анна invited Лев"), wrote(3, "03:00:00", "Анна", &text("x")), dateless(4)];
    let (summary, items) = read_page(&history.concat());
    assert_eq!(items.iter().map(|item| item.at_micros() / 1_000_000).collect::<Vec<_>>(), [NEW_YEAR; 4]);
    assert_eq!(codes(&summary), [("date_from_next", 2), ("date_replaced", 1)]);
}

#[test]
fn an_export_without_any_date_is_refused_once() {
    let undated: Vec<String> =
        (1..40).map(|id| format!(r#"{{"id": {id}, "type": "message", "from": "А", "from_id": "user1", "text": "x"}}"#)).collect();
    let folder = Folder::new();
    let path = folder.write("result.json", json(&undated.join(",")));
    let faults = open(&path).unwrap().check(|_, _| {}).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_fault(&faults[0], "dates_missing", "result.json: not one message");
    let pages = Folder::new();
    pages.write("messages.html", page("Клуб", &wrote(1, "x", "Анна", &text("x")).replace("01.01.2020 x UTC+03:00", "")));
    assert_fault(&fault(pages.path(), Limits::default()), "dates_missing", "messages.html");
    // A torn file is refused for being torn, even if it ends before its first date.
    let whole = json(&undated[0]);
    let torn = folder.write("torn.json", &whole[..whole.len() - 4]);
    assert_fault(&fault(&torn, Limits::default()), "truncated", "torn.json");
}

#[test]
fn what_is_nested_too_deeply_is_remarked_where_it_stands() {
    let nested = |field: &str| format!(", \"{field}\": {}\"тайна\"{}", "[".repeat(300), "]".repeat(300));
    // The older field says it whole, so nothing is lost.
    let (summary, items) = read_json(&said(7, NEW_YEAR, "Анна", "user1", "слова", &nested("text_entities")));
    assert_eq!((message(&items[0]).text().as_str(), summary.warnings.len()), ("слова", 0));
    for field in [nested("text"), ", \"text\": [\"слова\", [[\"тайна\"]]]".into(), ", \"text\": {\"a\": \"тайна\"}".into()]
    {
        let (summary, _) = read_json(&said(7, NEW_YEAR, "Анна", "user1", "x", &field));
        assert_eq!(codes(&summary), [("too_deep", 1)], "{field}");
        assert!(summary.warnings[0].words(Tongue::En).contains("result.json, message 7: nested too deeply"));
    }
    let deep = format!("{}слова{} после", "<div>".repeat(300), "</div>".repeat(300));
    let (summary, items) = read_page(&(wrote(7, "03:00:00", "Анна", &text(&deep)) + &wrote(8, "03:00:00", "Лев", &text("x"))));
    assert_eq!(codes(&summary), [("too_deep", 1)]);
    assert!(summary.warnings[0].words(Tongue::En).contains("messages.html, message 7: nested too deeply"));
    assert!(message(&items[0]).text().starts_with("слова"));
    let formats = format!("{}слова{} после", "<b><i>".repeat(20), "</i></b>".repeat(20));
    let (summary, items) = read_page(&wrote(7, "03:00:00", "Анна", &text(&formats)));
    assert_eq!((message(&items[0]).text().as_str(), codes(&summary)), ("слова после", vec![("too_deep", 1)]));
}

#[test]
fn fields_of_a_wrong_kind_count_as_absent() {
    let odd = r#"{"id": 1, "type": "message", "date": "2020-01-01T00:00:00", "date_unixtime": {"a": 1}, "from": ["x"], "from_id": true, "text": 5,
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
