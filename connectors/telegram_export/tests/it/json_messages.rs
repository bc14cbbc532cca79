//! What is kept of a message in JSON.

use telegram_export::export::{Author, AuthorKind, Forward, MediaKind, SpanKind};

use crate::fixture::*;

const NEW_YEAR: i64 = 1_577_836_800;

fn one(fields: &str) -> telegram_export::export::Message {
    let (_, items) = read_json(&said(1, NEW_YEAR, "Анна Печкина", "user1", "x", fields));
    message(&items[0]).clone()
}

#[test]
fn authors_are_told_apart() {
    let with = |from: &str, id: &str| {
        let (_, items) = read_json(&format!(
            r#"{{"id": 1, "type": "message", "date_unixtime": "{NEW_YEAR}", "from": {from}, "from_id": {id}, "text": "x"}}"#
        ));
        message(&items[0]).author.clone()
    };
    let author = |id: &str, name: Option<&str>, kind| Author { outside_id: Some(id.into()), name: name.map(Into::into), kind };
    assert_eq!(with("\"Анна\"", "\"user1\""), author("user1", Some("Анна"), AuthorKind::Person));
    assert_eq!(with("null", "\"user1\""), author("user1", None, AuthorKind::Deleted));
    assert_eq!(with("\"Deleted Account\"", "\"user1\""), Author::nobody());
    assert_eq!(with("\"Удалённый аккаунт\"", "\"user1\""), Author::nobody());
    assert_eq!(with("\"Новости\"", "\"channel5\""), author("channel5", Some("Новости"), AuthorKind::Channel));
    assert_eq!(with("\"Клуб\"", "\"channel77\""), author("channel77", Some("Клуб"), AuthorKind::AnonymousAdmin));
    assert_eq!(with("\"Анна\"", "4294967297"), author("user1", Some("Анна"), AuthorKind::Person));
    assert_eq!(with("\"Новости\"", "8589934597"), author("channel5", Some("Новости"), AuthorKind::Channel));
    assert_eq!(with("\"Анна\"", "null"), Author::named("Анна"));
    assert_eq!(with("null", "null"), Author::nobody());
}

#[test]
fn formatting_is_kept_and_unknown_kinds_are_plain_with_a_warning() {
    let entities = r#", "text_entities": [
        {"type": "plain", "text": " Смотрите "}, {"type": "bold", "text": "жирно"},
        {"type": "text_link", "text": "сюда", "href": "https://a.example/"},
        {"type": "text_link", "text": "туда", "href": "javascript:alert(1)"},
        {"type": "mention", "text": "@boris"}, {"type": "mention_name", "text": "Борис", "user_id": 2},
        {"type": "pre", "text": "код", "language": "rust"}, {"type": "custom_emoji", "text": "🔥", "document_id": "9"},
        {"type": "hologram", "text": "!"}, {"type": "spoiler", "text": "\n"}]"#;
    let (summary, items) = read_json(&said(1, NEW_YEAR, "Анна", "user1", "x", entities));
    let message = message(&items[0]);
    let kinds: Vec<_> = message.spans.iter().map(|span| span.kind.clone()).collect();
    assert_eq!(message.text(), "Смотрите жирносюдатуда@borisБорискод🔥!");
    assert_eq!(
        kinds,
        [
            SpanKind::Plain,
            SpanKind::Bold,
            SpanKind::TextLink("https://a.example/".into()),
            SpanKind::Plain,
            SpanKind::Mention,
            SpanKind::MentionName(Some("user2".into())),
            SpanKind::Pre(Some("rust".into())),
            SpanKind::CustomEmoji(Some("9".into())),
            SpanKind::Unknown("hologram".into()),
        ]
    );
    assert_eq!(codes(&summary), [("link_refused", 1), ("unknown_entity", 1)]);
}

#[test]
fn text_without_entities_is_a_string_or_a_list() {
    let (_, items) = read_json(&format!(
        r##"{{"id": 1, "type": "message", "date_unixtime": "{NEW_YEAR}", "from": "А", "from_id": "user1",
        "text": ["Тема ", {{"type": "hashtag", "text": "#печи"}}, " и труба"]}}"##
    ));
    assert_eq!(message(&items[0]).text(), "Тема #печи и труба");
    assert_eq!(message(&items[0]).spans[1].kind, SpanKind::Hashtag);
    assert_eq!(one("").text(), "x");
}

#[test]
fn replies_forwards_bots_edits_and_signatures_are_kept() {
    let reply = one(r#", "reply_to_message_id": 9"#);
    assert_eq!((reply.reply_to, reply.reply_elsewhere), (Some(9), None));
    let elsewhere = one(r#", "reply_to_message_id": 9, "reply_to_peer_id": "channel8""#);
    assert_eq!((elsewhere.reply_to, elsewhere.reply_elsewhere.as_deref()), (None, Some("channel8")));
    let forward = |fields| one(fields).forwarded_from;
    let from = |name: Option<&str>, id: Option<&str>| Some(Forward { name: name.map(Into::into), outside_id: id.map(Into::into) });
    assert_eq!(forward(r#", "forwarded_from": "Газета""#), from(Some("Газета"), None));
    assert_eq!(forward(r#", "forwarded_from": "Нина", "forwarded_from_id": "user7""#), from(Some("Нина"), Some("user7")));
    assert_eq!(forward(r#", "forwarded_from": null"#), from(None, None));
    assert_eq!(forward(""), None);
    let rest = one(r#", "via_bot": "@gif", "author": "Староста", "edited": "2020-01-01T03:01:00""#);
    assert_eq!((rest.via_bot.as_deref(), rest.signature.as_deref()), (Some("@gif"), Some("Староста")));
    // The clock of the machine was three hours ahead, as the date of the message tells.
    assert_eq!(rest.edited_at, Some((NEW_YEAR + 60) * 1_000_000));
    assert_eq!(one(r#", "edited_unixtime": "1577836805""#).edited_at, Some((NEW_YEAR + 5) * 1_000_000));
}

#[test]
fn reactions_polls_and_media_are_kept_as_what_they_were() {
    let reactions = one(r#", "reactions": [{"type": "emoji", "count": 3, "emoji": "👍", "recent": [
            {"from": "Борис", "from_id": "user2", "date": "2020-01-01T03:02:00"}, {"from": null, "from_id": "user3", "date": ""}]},
            {"type": "custom_emoji", "count": 1, "document_id": "55"}, {"type": "paid", "count": 2}]"#)
    .reactions;
    let labels: Vec<_> = reactions.iter().map(|one| (one.label.as_str(), one.count)).collect();
    assert_eq!(labels, [("👍", 3), ("custom:55", 1), ("paid", 2)]);
    assert_eq!(reactions[0].recent[0].1, Some((NEW_YEAR + 120) * 1_000_000));
    assert_eq!(reactions[0].recent[1].0.kind, AuthorKind::Deleted);

    let poll = one(r#", "poll": {"question": "Чем топить?", "closed": false, "total_voters": 5,
        "answers": [{"text": "Дубом", "voters": 4, "chosen": true}, {"text": "Елью", "voters": 1}]}"#);
    let options = poll.poll.as_ref().unwrap();
    assert_eq!((options.total, options.options[0].clone()), (5, ("Дубом".to_owned(), 4)));
    assert_eq!(poll.media.unwrap().kind, MediaKind::Poll);

    let media = |fields: &str| {
        let media = one(fields).media.unwrap();
        (media.kind, media.title.unwrap_or_default(), media.detail.unwrap_or_default())
    };
    let said = |title: &str, detail: &str| (title.to_owned(), detail.to_owned());
    let with = |kind, (title, detail): (String, String)| (kind, title, detail);
    assert_eq!(media(r#", "photo": "photos/a.jpg", "width": 1"#), with(MediaKind::Photo, said("", "")));
    assert_eq!(media(r#", "file": "files/схема.pdf""#), with(MediaKind::File, said("схема.pdf", "")));
    assert_eq!(media(r#", "file": "(File not included.)", "file_name": "a.zip""#), with(MediaKind::File, said("a.zip", "")));
    assert_eq!(media(r#", "file": "a", "media_type": "sticker", "sticker_emoji": "😀""#), with(MediaKind::Sticker, said("", "😀")));
    assert_eq!(media(r#", "file": "v/1.ogg", "media_type": "voice_message", "duration_seconds": 65"#).2, "01:05");
    assert_eq!(
        media(r#", "location_information": {"latitude": 55.5, "longitude": 37.1}"#),
        with(MediaKind::Location, said("", "55.5, 37.1"))
    );
    assert_eq!(
        media(r#", "contact_information": {"first_name": "Глеб", "last_name": "", "phone_number": "+70000000000"}"#),
        with(MediaKind::Contact, said("Глеб", ""))
    );
    assert_eq!(
        media(r#", "invoice_information": {"title": "Печь", "amount": 500, "currency": "RUB"}"#),
        with(MediaKind::Invoice, said("Печь", "500 RUB"))
    );
    assert_eq!(media(r#", "game_title": "Змейка""#).0, MediaKind::Game);
    assert!(one("").media.is_none());
}

#[test]
fn topics_follow_from_the_line_that_created_them() {
    let messages = [
        service(10, NEW_YEAR, "\"Анна\"", "user1", r#""action": "topic_created", "title": "Трубы""#),
        said(11, NEW_YEAR, "Борис", "user2", "первое", ", \"reply_to_message_id\": 10"),
        said(12, NEW_YEAR, "Анна", "user1", "ответ", ", \"reply_to_message_id\": 11"),
        said(13, NEW_YEAR, "Анна", "user1", "общее", ""),
        said(14, NEW_YEAR, "Анна", "user1", "прямо", ", \"topic_id\": 10"),
    ];
    let (_, items) = read_json(&messages.join(","));
    let placed: Vec<_> = items[1..].iter().map(|item| (message(item).topic, message(item).reply_to)).collect();
    assert_eq!(placed, [(Some(10), None), (Some(10), Some(11)), (None, None), (Some(10), None)]);
}
