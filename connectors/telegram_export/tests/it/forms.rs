//! Every form in which an export can lie on the disk leads to the same history.

use std::ops::ControlFlow;

use telegram_export::export::{Export, Form, Limits};

use crate::fixture::*;

const NEW_YEAR: i64 = 1_577_836_800;

fn three() -> String {
    [
        said(1, NEW_YEAR, "Анна Печкина", "user1", "Здравствуйте", ""),
        said(2, NEW_YEAR + 60, "Борис Дымов", "user2", "Добрый день", ", \"reply_to_message_id\": 1"),
        said(3, NEW_YEAR + 120, "Анна Печкина", "user1", "Как тяга?", ""),
    ]
    .join(",\n")
}

fn first_page() -> String {
    [
        line(-1, "1 January 2020"),
        wrote(1, "03:00:00", "Анна Печкина", &text("Здравствуйте")),
        wrote(
            2,
            "03:01:00",
            "Борис Дымов",
            &format!(
                "<div class=\"reply_to details\">\nIn reply to <a href=\"#go_to_message1\" onclick=\"return GoToMessage(1)\">this message</a>\n</div>{}",
                text("Добрый день")
            ),
        ),
    ]
    .concat()
}

fn second_page() -> String {
    wrote(3, "03:02:00", "Анна Печкина", &text("Как тяга?"))
}

/// The texts, with the numbers and times that both forms share.
fn told(items: &[telegram_export::export::Item]) -> Vec<(i64, i64, String, Option<i64>)> {
    items.iter().map(|item| (item.number(), item.at_micros(), message(item).text(), message(item).reply_to)).collect()
}

#[test]
fn json_html_and_zips_tell_the_same() {
    let folder = Folder::new();
    let (summary, from_json) = read(&folder.write("json/result.json", json(&three())));
    assert_eq!((summary.messages, summary.replies, summary.authors), (3, 1, 2));
    assert_eq!(from_json[0].at_micros(), NEW_YEAR * 1_000_000);

    let pages = [
        ("messages.html", page("Клуб печников", &(first_page() + &neighbour("messages2.html")))),
        ("messages2.html", page("Клуб печников", &(neighbour("messages.html") + &second_page()))),
    ];
    for (name, content) in &pages {
        folder.write(&format!("flat/{name}"), content);
        folder.write(&format!("flat/photos/{name}.jpg"), "no picture");
        folder.write(&format!("wrapped/ChatExport_2020-01-02/{name}"), content);
    }
    folder.write("monthly/2020-01/messages.html", page("Клуб печников (2020-01)", &first_page()));
    folder.write("monthly/2020-02/messages.html", page("Клуб печников (2020-02)", &second_page()));
    for form in ["flat", "wrapped", "monthly"] {
        let (summary, items) = read(&folder.path().join(form));
        assert_eq!(told(&items), told(&from_json), "{form}");
        assert_eq!((summary.messages, summary.replies, summary.names), (3, 1, 2), "{form}");
        assert_eq!(summary.warnings, [], "{form}");
        let export = open(&folder.path().join(form)).unwrap();
        assert_eq!(export.chat().source_key, "telegram-html:клуб печников");
        assert_eq!((export.chat().title.as_str(), export.chat().form), ("Клуб печников", Form::Html));
    }

    let json = json(&three());
    let zip = folder.zip(&[("ChatExport/result.json", json.as_bytes()), ("ChatExport/photos/a.jpg", b"x")]);
    assert_eq!(read(&zip).1, from_json);
    assert_eq!(open(&zip).unwrap().chat().source_key, "telegram:77");
    let packed: Vec<_> = pages.iter().map(|(name, content)| (*name, content.as_bytes())).collect();
    assert_eq!(told(&read(&folder.zip(&packed)).1), told(&from_json));
}

#[test]
fn one_page_alone_and_a_renamed_file_are_read() {
    let folder = Folder::new();
    let html = folder.write("Клуб.html", page("Клуб печников", &first_page()));
    assert_eq!(read(&html).0.messages, 2);
    let json = folder.write("выгрузка (1).json", format!("\u{FEFF}{}", json(&three())));
    assert_eq!(read(&json).0.messages, 3);
}

fn account() -> String {
    format!(
        r#"{{"about": "x", "personal_information": {{"user_id": 5}}, "contacts": {{"list": [{{"a": "]}}"}}]}},
        "chats": {{"about": "y", "list": [
          {{"name": "Клуб печников", "type": "private_group", "id": 77, "messages": [{}]}},
          {{"name": null, "type": "personal_chat", "id": 78, "messages": []}}
        ]}},
        "left_chats": {{"about": "z", "list": [
          {{"id": 79, "messages": [{}], "type": "private_group", "name": "Трубочисты"}}
        ]}}}}"#,
        three(),
        said(1, NEW_YEAR, "Вера Трубина", "user3", "Привет", "")
    )
}

#[test]
fn of_a_whole_account_the_chat_is_named() {
    let folder = Folder::new();
    let path = folder.write("result.json", account());
    let unnamed = fault(&path, Limits::default());
    assert_fault(&unnamed, "chat_needed", "Клуб печников (77); personal_chat (78); Трубочисты (79)");
    for (chat, key, messages) in [("77", "telegram:77", 3), ("трубочисты", "telegram:79", 1)] {
        let mut export = Export::open(&path, Some(chat), Limits::default()).unwrap();
        assert_eq!(export.chat().source_key, key);
        assert_eq!(export.check(|_, _| {}).unwrap().messages, messages);
        assert_eq!(items(&mut export).len() as u64, messages);
    }
    let mut silent = Export::open(&path, Some("78"), Limits::default()).unwrap();
    assert_eq!(silent.chat().source_key, "telegram:78");
    assert_fault(&silent.check(|_, _| {}).unwrap_err()[0], "no_messages", "result.json");
    let unknown = Export::open(&path, Some("Кузнецы"), Limits::default()).err().unwrap();
    assert_fault(&unknown, "chat_unknown", "Кузнецы");
}

#[test]
fn of_a_whole_account_in_html_too() {
    let folder = Folder::new();
    folder.write("export_results.html", "<html></html>");
    folder.write("chats/chat_01/messages.html", page("Клуб печников", &first_page()));
    folder.write("chats/chat_02/messages.html", page("Трубочисты", &second_page()));
    assert_fault(&fault(folder.path(), Limits::default()), "chat_needed", "Трубочисты");
    for chat in ["Трубочисты", "chat_02"] {
        let mut export = Export::open(folder.path(), Some(chat), Limits::default()).unwrap();
        assert_eq!(export.check(|_, _| {}).unwrap().messages, 1);
    }
}

#[test]
fn progress_rises_to_the_total_and_reading_stops_on_request() {
    let folder = Folder::new();
    let path = folder.write("result.json", json(&three()));
    let mut export = open(&path).unwrap();
    let mut seen = Vec::new();
    export.check(|read, total| seen.push((read, total))).unwrap();
    let total = export.total_bytes();
    assert_eq!(seen.last(), Some(&(total, total)));
    let mut count = 0;
    let stop = |_| {
        count += 1;
        if count == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    export.items(|_, _| {}, stop).unwrap();
    assert_eq!(count, 2);
}
