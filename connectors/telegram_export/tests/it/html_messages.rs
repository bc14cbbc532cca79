//! What is kept of a message on a page.

use telegram_export::export::{Author, AuthorKind, Forward, MediaKind, SpanKind};

use crate::fixture::*;

fn one(body: &str) -> telegram_export::export::Message {
    let (_, items) = read_page(&wrote(1, "03:00:00", "Анна Печкина", body));
    message(&items[0]).clone()
}

#[test]
fn formatting_line_breaks_and_entities_are_kept() {
    let message = one(&text(
        "Смотрите <strong>жирно</strong> &lt;b&gt; &amp; R&amp;D<br><br><em>курсив</em> <a href=\"https://a.example/?a=1&amp;b=2\">сюда</a> \
         <a href=\"https://b.example/\">https://b.example/</a> <a href=\"https://t.me/boris\">@boris</a> \
         <a href=\"\" onclick=\"return ShowHashtag(&quot;печи&quot;)\">#печи</a><a href=\"\" onclick=\"return ShowBotCommand(&quot;go&quot;)\">/go</a> \
         <a href=\"\" onclick=\"return ShowMentionName()\">Борис</a> <a href=\"mailto:a@a.example\">a@a.example</a> <a href=\"tel:+7\">+7</a>\
         <pre>a  b\nc</pre><code>код</code><s>нет</s><u>да</u><blockquote>цитата</blockquote>\
         <span class=\"spoiler hidden\" onclick=\"ShowSpoiler(this)\"><span aria-hidden=\"true\">тайна</span></span> \
         <a href=\"javascript:alert(1)\">опасно</a>",
    ));
    let kinds: Vec<_> = message
        .spans
        .iter()
        .filter(|span| span.kind != SpanKind::Plain || span.hidden)
        .map(|span| (span.kind.clone(), span.text.as_str()))
        .collect();
    assert_eq!(
        kinds,
        [
            (SpanKind::Bold, "жирно"),
            (SpanKind::Italic, "курсив"),
            (SpanKind::TextLink("https://a.example/?a=1&b=2".into()), "сюда"),
            (SpanKind::Link, "https://b.example/"),
            (SpanKind::Mention, "@boris"),
            (SpanKind::Hashtag, "#печи"),
            (SpanKind::BotCommand, "/go"),
            (SpanKind::MentionName(None), "Борис"),
            (SpanKind::Email, "a@a.example"),
            (SpanKind::Phone, "+7"),
            (SpanKind::Pre(None), "a  b\nc"),
            (SpanKind::Code, "код"),
            (SpanKind::Strike, "нет"),
            (SpanKind::Underline, "да"),
            (SpanKind::Blockquote, "цитата"),
            (SpanKind::Plain, "тайна"),
        ]
    );
    let hidden: Vec<_> = message.spans.iter().filter(|span| span.hidden).map(|span| span.text.as_str()).collect();
    assert_eq!(hidden, ["тайна"]);
    assert!(message.text().starts_with("Смотрите жирно <b> & R&D\n\nкурсив сюда"), "{}", message.text());
    assert!(message.text().ends_with("тайна опасно"));
}

#[test]
fn authors_are_inherited_and_names_lose_their_bot() {
    let history = [
        wrote(1, "03:00:00", "Анна Печкина via @gif", &text("раз")),
        joined(2, "03:00:05", &text("два")),
        wrote(3, "03:00:10", "Deleted Account", &text("три")),
        wrote(4, "03:00:15", "Клуб печников", &text("четыре")),
        line(5, "Анна Печкина invited Лев"),
        joined(6, "03:00:20", &text("пять")),
    ];
    let (summary, items) = read_page(&history.concat());
    assert_eq!(message(&items[0]).author, Author::named("Анна Печкина"));
    assert_eq!(message(&items[0]).via_bot.as_deref(), Some("@gif"));
    assert_eq!((&message(&items[1]).author, message(&items[1]).via_bot.as_deref()), (&Author::named("Анна Печкина"), Some("@gif")));
    assert_eq!(message(&items[2]).author, Author::nobody());
    assert_eq!(message(&items[3]).author.kind, AuthorKind::AnonymousAdmin);
    assert_eq!(message(&items[5]).author, Author::nobody());
    assert_eq!(codes(&summary), [("author_missing", 1)]);
    assert_eq!((summary.authors, summary.names), (3, 4));
}

#[test]
fn the_forwarder_stays_the_author() {
    let forwarded = "<div class=\"pull_left forwarded userpic_wrap\"><div class=\"userpic\"><div class=\"initials\">Г</div></div></div>\
        <div class=\"forwarded body\"><div class=\"from_name\">\nГазета <span class=\"date details\" title=\"03.07.2019 20:44:42 UTC+04:00\"> 03.07.2019 20:44:42</span>\n</div>\
        <div class=\"text\">\nновость\n</div></div>";
    let history = [
        wrote(1, "03:00:00", "Анна", forwarded),
        joined(2, "03:00:01", "<div class=\"forwarded body\"><div class=\"text\">\nещё\n</div></div>"),
        joined(3, "03:00:02", &text("своё")),
    ];
    let (_, items) = read_page(&history.concat());
    let told: Vec<_> = items
        .iter()
        .map(|item| (message(item).author.name.as_deref(), message(item).forwarded_from.clone(), message(item).text()))
        .collect();
    let paper = Some(Forward { name: Some("Газета".into()), outside_id: None });
    assert_eq!(
        told,
        [
            (Some("Анна"), paper.clone(), "новость".to_owned()),
            (Some("Анна"), paper, "ещё".to_owned()),
            (Some("Анна"), None, "своё".to_owned())
        ]
    );
    assert_eq!(items[0].at_micros(), 1_577_836_800_000_000);
}

#[test]
fn replies_lead_to_this_page_another_page_or_another_chat() {
    let reply = |inner: &str| one(&format!("<div class=\"reply_to details\">\nIn reply to {inner}\n</div>{}", text("x")));
    assert_eq!(reply("<a href=\"#go_to_message123\" onclick=\"return GoToMessage(123)\">this message</a>").reply_to, Some(123));
    assert_eq!(reply("<a href=\"messages2.html#go_to_message-5\">this message</a>").reply_to, Some(-5));
    assert!(reply("a message in another chat").reply_elsewhere.is_some());
    assert_eq!(one(&text("<a href=\"#go_to_message9\">x</a>")).reply_to, None);
}

#[test]
fn media_polls_and_reactions_are_kept() {
    let generic = |class: &str, title: &str, status: &str| {
        let body = format!(
            "<div class=\"media_wrap clearfix\"><a class=\"media clearfix pull_left block_link {class}\" href=\"files/a\">\
             <div class=\"fill pull_left\"></div><div class=\"body\"><div class=\"title bold\">\n{title}\n</div>\
             <div class=\"status details\">\n{status}\n</div></div></a></div>"
        );
        let media = one(&body).media.unwrap();
        (media.kind, media.title, media.detail)
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(generic("media_file", "схема.pdf", "2 KB"), (MediaKind::File, some("схема.pdf"), some("2 KB")));
    assert_eq!(generic("media_voice_message", "Voice message", "00:07"), (MediaKind::Voice, None, some("00:07")));
    assert_eq!(generic("media_photo", "Sticker", "😀"), (MediaKind::Sticker, None, some("😀")));
    assert_eq!(generic("media_contact", "Глеб", "+7 000"), (MediaKind::Contact, some("Глеб"), None));
    let photo = one(&format!(
        "<div class=\"media_wrap clearfix\"><a class=\"photo_wrap clearfix pull_left\" href=\"p\"><img class=\"photo\" src=\"p\"/></a></div>{}",
        text("подпись")
    ));
    assert_eq!((photo.media.as_ref().unwrap().kind, photo.text()), (MediaKind::Photo, "подпись".to_owned()));

    let poll = one(
        "<div class=\"media_wrap clearfix\"><div class=\"media_poll\"><div class=\"question bold\">\nЧем топить?\n</div>\
         <div class=\"details\">\nAnonymous poll\n</div><div class=\"answer\">\n- Дубом <span class=\"details\">4 votes, chosen vote</span>\n</div>\
         <div class=\"answer\">\n- Елью\n</div><div class=\"total details&#x09;\">\n5 votes\n</div></div></div>",
    );
    let asked = poll.poll.unwrap();
    assert_eq!(asked.question, "Чем топить?");
    assert_eq!((asked.options, asked.total), (vec![("Дубом".to_owned(), 4), ("Елью".to_owned(), 0)], 5));

    let reactions = one(&(text("x")
        + "<span class=\"reactions\"><span class=\"reaction active\"><span class=\"emoji\">\n❤\n</span><span class=\"userpics\">\
           <div class=\"userpic userpic1\"><div class=\"initials\" title=\"Борис Дымов\">\nБД\n</div></div></span><span class=\"count\">\n3\n</span></span>\
           <span class=\"reaction paid\"><span class=\"emoji\">\n⭐\n</span><span class=\"count\">\n1\n</span></span></span>"))
    .reactions;
    assert_eq!((reactions[0].label.as_str(), reactions[0].count), ("❤", 3));
    assert_eq!(reactions[0].recent, [(Author::named("Борис Дымов"), None)]);
    assert_eq!((reactions[1].label.as_str(), reactions[1].count), ("paid", 1));
}

#[test]
fn white_space_on_one_line_makes_no_difference() {
    let wide = page("Клуб печников", &wrote(1, "03:00:00", "Анна", &text("раз <strong>два</strong>")));
    let narrow: String = wide.split('\n').map(str::trim_start).collect();
    let folder = Folder::new();
    folder.write("wide/messages.html", &wide);
    folder.write("narrow/messages.html", narrow);
    assert_eq!(read(&folder.path().join("wide")).1, read(&folder.path().join("narrow")).1);
}

#[test]
fn older_pages_have_no_zone() {
    let history = wrote(1, "03:00:00", "Анна", &text("x")).replace(" UTC+03:00", "");
    let (summary, items) = read_page(&history);
    assert_eq!(items[0].at_micros(), (1_577_836_800 + 3 * 3600) * 1_000_000);
    assert_eq!(codes(&summary), [("zone_missing", 1)]);
}
