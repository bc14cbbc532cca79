//! Pages made to do harm: nothing of them is carried on, and none takes long.

use std::time::{Duration, Instant};

use telegram_export::export::{Limits, SpanKind, Tongue};

use crate::fixture::*;

#[test]
fn scripts_and_handlers_are_never_carried() {
    let history = wrote(
        1,
        "03:00:00",
        "Анна<script>alert('name')</script>",
        &text(
            "до<script>document.write('<div class=\"message default\" id=\"message666\">')</script> <img src=x onerror=alert(1)>\
             <style>.a{}</style><a href=\"JaVaScRiPt:alert(1)\" onclick=\"alert(2)\">сюда</a><iframe src=\"https://a.example\"></iframe>\
             <!-- <div class=\"message default\" id=\"message667\"> --> после",
        ),
    );
    let (summary, items) = read_page(&history);
    assert_eq!(items.len(), 1);
    let message = message(&items[0]);
    assert_eq!(message.author.name.as_deref(), Some("Анна"));
    assert_eq!(message.text(), "до сюда после");
    assert!(message.spans.iter().all(|span| span.kind == SpanKind::Plain));
    assert_eq!(codes(&summary), [("link_refused", 1)]);
}

#[test]
fn unclosed_tags_lose_no_later_message() {
    let torn = "<div class=\"message default clearfix\" id=\"message1\"><div class=\"body\">\
        <div class=\"pull_right date details\" title=\"01.01.2020 03:00:00 UTC+03:00\"><div class=\"from_name\">Анна</div>\
        <div class=\"text\">раз <strong>два <em>три";
    let history = format!("{torn}{}", wrote(2, "03:00:01", "Борис", &text("</div></div></b></i>четыре")));
    let (_, items) = read_page(&history);
    assert_eq!(message(&items[0]).text(), "раз два три");
    assert_eq!(message(&items[1]).author.name.as_deref(), Some("Борис"));
}

#[test]
fn a_torn_page_is_refused_wherever_it_ends() {
    let folder = Folder::new();
    let history = wrote(1, "03:00:00", "Анна", &text("раз")) + &wrote(2, "03:00:01", "Спиридон Печкин", &text("два"));
    let whole = page("Клуб", &(history + &wrote(3, "03:00:02", "Лев", &text("три"))));
    let begin = whole.find("id=\"message1\"").unwrap();
    let end = whole.find("</body").unwrap() + "</body".len();
    for end in (begin..=end).filter(|end| whole.is_char_boundary(*end)).step_by(3) {
        folder.write("messages.html", &whole[..end]);
        assert_fault(&fault(folder.path(), Limits::default()), "page_torn", "messages.html: the page ends ");
    }
    folder.write("messages.html", &whole[..=end]);
    assert_eq!(read(folder.path()).0.messages, 3);

    let cut = |mark: &str| {
        folder.write("messages.html", &whole[..whole.find(mark).unwrap()]);
        let fault = fault(folder.path(), Limits::default());
        (fault.words(Tongue::En), fault.words(Tongue::Ru))
    };
    let (english, russian) = cut("иридон");
    assert!(english.starts_with("messages.html: the page ends after message 1, the last whole one on it."), "{english}");
    assert!(russian.starts_with("messages.html: страница обрывается после сообщения 1, последнего целого на ней."), "{russian}");
    assert!(cut("нна").0.starts_with("messages.html: the page ends before its first whole message."));

    // Of several pages the torn one is named, and an end in the middle is none.
    let next = page("Клуб", &wrote(5, "03:00:05", "Лев", &text("пять")));
    folder.write(
        "messages.html",
        whole.replace(
            "<div class=\"message default clearfix\" id=\"message2",
            "</body></html><div class=\"message default clearfix\" id=\"message2",
        ),
    );
    folder.write("messages2.html", &next[..next.find("пять").unwrap()]);
    let words = fault(folder.path(), Limits::default()).words(Tongue::En);
    assert!(words.starts_with("messages2.html: the page ends before its first whole message."), "{words}");
}

#[test]
fn a_page_of_another_encoding_is_refused_and_a_damaged_one_is_mended() {
    let folder = Folder::new();
    let whole = page("Клуб", &wrote(1, "03:00:00", "Анна", &text("как перевести страницу?")));
    // Windows-1251, as an editor of another age would save it.
    let cyrillic = |letter: char| match u32::from(letter) {
        code @ 0..0x80 => code as u8,
        code @ 0x410..0x450 => (code - 0x410 + 0xC0) as u8,
        _ => b'?',
    };
    let other: Vec<u8> = whole.chars().map(cyrillic).collect();
    let path = folder.write("messages.html", &other);
    assert_fault(&fault(&path, Limits::default()), "not_utf8", "messages.html: the page is not in UTF-8");
    let mut damaged = whole.into_bytes();
    let place = damaged.iter().rposition(|byte| *byte == b'?').unwrap();
    damaged[place] = 0xFF;
    let (summary, items) = read(&folder.write("messages.html", &damaged));
    assert_eq!(message(&items[0]).text(), "как перевести страницу\u{FFFD}");
    assert_eq!(codes(&summary), [("mended", 1)]);
}

#[test]
fn a_message_without_a_number_is_named_by_its_line() {
    let folder = Folder::new();
    let page = page("Клуб", "<div class=\"message default clearfix\">x</div>");
    folder.write("messages.html", &page);
    let fault = fault(folder.path(), Limits::default());
    let line = page[..page.find("message default").unwrap()].lines().count();
    assert_fault(&fault, "number_missing", &format!("messages.html, line {line}:"));
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the real clock is what is asked here")]
fn nothing_takes_the_square_of_its_size() {
    let size = 40_000;
    let bombs = [
        "<div>".repeat(size),
        "<strong>".repeat(size),
        "</div>".repeat(size),
        "<".repeat(size * 4),
        "<a href=\"".repeat(size),
        "<!--".repeat(size),
        "<script>".repeat(size),
        "&".repeat(size * 4),
        "&#x41".repeat(size),
        format!("<div {}>", "a=1 ".repeat(size)),
        format!("<div class=\"{}\">", "message ".repeat(size)),
        "<div class=\"reaction\"><div class=\"answer\">".repeat(size / 4),
        "<b> </b>".repeat(size),
        "<div class=\"userpics\"><div class=\"initials\" title=\"x\">".repeat(size / 4),
    ];
    let start = Instant::now();
    for bomb in &bombs {
        for history in [wrote(1, "03:00:00", "Анна", &text(bomb)), wrote(1, "03:00:00", "Анна", bomb) + &line(2, bomb)] {
            let folder = Folder::new();
            folder.write("messages.html", page("Клуб", &history));
            // What swallows the end of its page is a torn page; the others are read.
            match open(folder.path()).unwrap().check(|_, _| {}) {
                Ok(summary) => assert!(summary.messages > 0),
                Err(faults) => assert_eq!(faults[0].problem.code(), "page_torn", "{faults:?}"),
            }
        }
    }
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}
