//! Files that are no export, or not a whole one.

use std::fs;

use telegram_export::export::{Limits, Place};

use crate::fixture::*;

const NEW_YEAR: i64 = 1_577_836_800;

#[test]
fn what_is_no_export_is_refused_with_its_name() {
    let folder = Folder::new();
    let cases: [(&str, &[u8], &str); 9] = [
        ("photo.png", b"\x89PNG\r\n\x1a\n0000", "not_an_export"),
        ("empty.json", b"", "empty"),
        ("blank.json", b" \n ", "empty"),
        ("other.json", b"{\"a\": 1}", "not_an_export"),
        ("list.json", b"[1]", "not_an_export"),
        ("words.json", b"{hello}", "broken_json"),
        ("page.html", b"<html><body>Hello</body></html>", "not_an_export"),
        ("broken.zip", b"PK\x03\x04 nothing else", "broken_zip"),
        ("none.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "not_an_export"),
    ];
    for (name, content, code) in cases {
        assert_fault(&fault(&folder.write(name, content), Limits::default()), code, name);
    }
    assert_fault(&fault(&folder.path().join("absent.json"), Limits::default()), "unreadable", "absent.json");
    let nothing = Folder::new();
    nothing.write("photos/messages.txt", "x");
    assert_eq!(fault(nothing.path(), Limits::default()).problem.code(), "not_an_export");
}

#[test]
fn truncated_json_is_refused_wherever_it_ends() {
    let folder = Folder::new();
    let whole =
        json(&[said(1, NEW_YEAR, "Анна", "user1", "раз \\\" два", ""), said(2, NEW_YEAR, "Борис", "user2", "три", "")].join(",\n"));
    assert_eq!(read(&folder.write("result.json", &whole)).0.messages, 2);
    let start = whole.find("\"messages\"").unwrap();
    for end in (start + 14..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let fault = fault(&folder.write("result.json", &whole[..end]), Limits::default());
        assert_fault(&fault, "truncated", "result.json, line ");
    }
    for field in ["text", "text_entities", "poll", "from"] {
        let nested = format!("\"{field}\": {}0{}", "[".repeat(200_000), "]".repeat(200_000));
        let deep = whole.replace("\"text\": \"три\"", &nested);
        assert_eq!(read(&folder.write("result.json", deep)).0.messages, 2, "{field}");
    }
    let broken = whole.replace("\"text\": \"три\"", "\"text\": три");
    let fault = fault(&folder.write("result.json", broken), Limits::default());
    assert_fault(&fault, "broken_json", "result.json, line 9");
}

#[test]
fn a_missing_page_is_named() {
    let with = |names: &[(&str, &str)]| {
        let folder = Folder::new();
        for (place, (name, history)) in names.iter().enumerate() {
            let text = wrote(place as i64 + 1, "03:00:00", "Анна", &text("x"));
            folder.write(name, page("Клуб", &format!("{text}{history}")));
        }
        folder
    };
    let middle = with(&[("messages.html", ""), ("messages3.html", "")]);
    assert_fault(&fault(middle.path(), Limits::default()), "page_missing", "messages2.html");
    let first = with(&[("messages2.html", ""), ("messages3.html", "")]);
    assert_fault(&fault(first.path(), Limits::default()), "page_missing", "messages.html");
    let last = with(&[("messages.html", &neighbour("messages2.html"))]);
    assert_fault(&fault(last.path(), Limits::default()), "page_missing", "messages2.html");
    let month = with(&[
        ("2019-06/messages.html", &neighbour("../2019-07/messages.html")),
        ("2019-08/messages.html", &neighbour("../2019-09/messages.html")),
        ("2019-09/messages.html", &neighbour("../2019-08/messages.html")),
    ]);
    // The first month chosen leads on to a month that is not there, as a founder may have meant.
    let (summary, _) = read(month.path());
    assert_eq!(codes(&summary), [("neighbour_missing", 1)]);
    let months = with(&[
        ("2019-05/messages.html", &neighbour("../2019-06/messages.html")),
        ("2019-06/messages.html", &neighbour("../2019-07/messages.html")),
        ("2019-08/messages.html", ""),
    ]);
    assert_fault(&fault(months.path(), Limits::default()), "page_missing", "2019-07/messages.html");
}

#[test]
fn all_faults_of_a_check_are_listed() {
    let folder = Folder::new();
    let path = folder.write("result.json", json(&["{\"type\": \"message\"}"; 30].join(",\n")));
    let faults = open(&path).unwrap().check(|_, _| {}).unwrap_err();
    assert_eq!(faults.len(), 20);
    assert_eq!(faults[1].place, Place::Line(7));
    assert_fault(&faults[0], "number_missing", "result.json, line 6");
}

#[test]
fn limits_hold() {
    let folder = Folder::new();
    let long = json(&said(1, NEW_YEAR, "Анна", "user1", &"а".repeat(5000), ""));
    let path = folder.write("result.json", &long);
    let with = |limits: Limits| fault(&path, limits);
    assert_eq!(with(Limits { max_message_bytes: 1000, ..Limits::default() }).problem.code(), "message_too_long");
    assert_eq!(with(Limits { max_bytes: 1000, ..Limits::default() }).problem.code(), "too_large");
    assert_eq!(with(Limits { max_names: 0, ..Limits::default() }).problem.code(), "too_many_names");
    assert_eq!(with(Limits { max_messages: 0, ..Limits::default() }).problem.code(), "too_many_messages");
    assert_eq!(with(Limits { max_names_bytes: 3, ..Limits::default() }).problem.code(), "too_many_names");
    let mut export = telegram_export::export::Export::open(
        &path,
        None,
        Limits { max_message_text: 100, max_name_chars: 2, ..Limits::default() },
    )
    .unwrap();
    let summary = export.check(|_, _| {}).unwrap();
    assert_eq!(codes(&summary), [("name_cut", 1), ("text_cut", 1)]);
    assert_eq!(message(&items(&mut export)[0]).text().len(), 100);
    let pages = Folder::new();
    pages.write("messages.html", page("Клуб", &wrote(1, "03:00:00", "Анна", &text("x"))));
    let short = Limits { max_page_bytes: 100, ..Limits::default() };
    assert_fault(&fault(pages.path(), short), "page_too_long", "messages.html");
    assert_eq!(fault(pages.path(), Limits { max_entries: 0, ..Limits::default() }).problem.code(), "too_many_entries");
}

#[cfg(unix)]
#[test]
fn links_out_of_a_folder_are_not_followed() {
    let outside = Folder::new();
    let secret = outside.write("result.json", json(&said(1, NEW_YEAR, "Анна", "user1", "x", "")));
    let folder = Folder::new();
    std::os::unix::fs::symlink(&secret, folder.path().join("result.json")).unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("2019-01")).unwrap();
    assert_eq!(fault(folder.path(), Limits::default()).problem.code(), "not_an_export");
    folder.write("messages.html", page("Клуб", &wrote(1, "03:00:00", "Анна", &text("x"))));
    let (summary, items) = read(folder.path());
    assert_eq!(items.len(), 1);
    assert_eq!(codes(&summary), [("link_skipped", 1), ("link_skipped", 1)]);
    fs::remove_file(folder.path().join("result.json")).unwrap();
}
