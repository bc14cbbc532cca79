//! Words behind a spoiler stay marked as such, whatever formatting they have.

use telegram_export::export::{Message, SpanKind};

use crate::fixture::*;

fn pieces(message: &Message) -> Vec<(&str, &SpanKind, bool)> {
    message.spans.iter().map(|span| (span.text.as_str(), &span.kind, span.hidden)).collect()
}

#[test]
fn a_spoiler_in_json_is_hidden() {
    let entities = r#", "text_entities": [{"type": "plain", "text": "убийца "}, {"type": "spoiler", "text": "садовник"},
        {"type": "spoiler", "text": " Лев"}, {"type": "plain", "text": "!"}]"#;
    let (summary, items) = read_json(&said(1, 1_577_836_800, "Анна", "user1", "x", entities));
    assert!(summary.warnings.is_empty(), "{:?}", summary.warnings);
    let plain = &SpanKind::Plain;
    assert_eq!(pieces(message(&items[0])), [("убийца ", plain, false), ("садовник Лев", plain, true), ("!", plain, false)]);
}

#[test]
fn a_spoiler_in_html_hides_what_is_nested_in_it() {
    let history = wrote(
        1,
        "03:00:00",
        "Анна",
        &text(
            "а <span class=\"spoiler hidden\" onclick=\"ShowSpoiler(this)\"><span aria-hidden=\"true\">б <strong>в</strong> \
             <a href=\"https://a.example/\">г</a></span></span> д <em>е <span class=\"spoiler\">ё</span></em> \
             <span class=\"nospoilers\">ж</span>",
        ),
    );
    let (_, items) = read_page(&history);
    let link = SpanKind::TextLink("https://a.example/".into());
    assert_eq!(
        pieces(message(&items[0])),
        [
            ("а ", &SpanKind::Plain, false),
            ("б ", &SpanKind::Plain, true),
            ("в", &SpanKind::Bold, true),
            (" ", &SpanKind::Plain, true),
            ("г", &link, true),
            (" д ", &SpanKind::Plain, false),
            ("е ", &SpanKind::Italic, false),
            ("ё", &SpanKind::Italic, true),
            (" ж", &SpanKind::Plain, false),
        ]
    );
}
