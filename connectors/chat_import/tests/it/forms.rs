//! One chat in two exports: of the other form, under another title; and two chats that look alike.

use crate::house::{TestHouse, house};
use kernel::{Locale, Role};
use store::statement;
use testkit::Browser;

statement!(TEXTS = "select text from talk_messages where community_id = $1 and kind = 'message' order by at, number");
statement!(PEOPLE = "select name from identity_members where community_id = $1 and state = 'imported' order by name, id");

/// Who, what, and the number of the message answered.
type Line = (&'static str, &'static str, Option<i64>);

const TALK: [Line; 4] =
    [("Анна", "Кто знает печника?", None), ("Лев", "Я знаю", Some(1)), ("Анна", "Спасибо", Some(2)), ("Лев", "Пишите", None)];

fn json(chat: i64, from: i64, lines: &[Line]) -> Vec<u8> {
    let said = lines.iter().zip(1_i64..).map(|((who, text, reply), id)| {
        let reply = reply.map_or(String::new(), |to| format!(r#""reply_to_message_id": {to}, "#));
        let user = who.chars().map(|letter| letter as u32).sum::<u32>();
        format!(
            r#"{{"id": {id}, "type": "message", "date_unixtime": "{}", "from": "{who}", "from_id": "user{user}", {reply}"text": "{text}"}}"#,
            from + id * 61
        )
    });
    let said: Vec<String> = said.collect();
    format!(r#"{{"name": "Клуб", "type": "private_supergroup", "id": {chat}, "messages": [{}]}}"#, said.join(",\n")).into_bytes()
}

fn html(title: &str, from: i64, lines: &[Line]) -> Vec<u8> {
    let said = lines.iter().zip(1_i64..).map(|((who, text, reply), id)| {
        let at = chrono::DateTime::from_timestamp(from + id * 61 + 3 * 3_600, 0).expect("a time").format("%d.%m.%Y %H:%M:%S");
        let reply = reply.map_or(String::new(), |to| {
            format!("<div class=\"reply_to details\">In reply to <a href=\"#go_to_message{to}\">this message</a></div>")
        });
        format!(
            "<div class=\"message default clearfix\" id=\"message{id}\"><div class=\"body\">\
             <div class=\"pull_right date details\" title=\"{at} UTC+03:00\">00:00</div>\
             <div class=\"from_name\">{who}</div>{reply}<div class=\"text\">{text}</div></div></div>"
        )
    });
    let said: String = said.collect();
    format!(
        "<!DOCTYPE html><html><body><div class=\"page_header\"><div class=\"text bold\">{title}</div></div>\
         <div class=\"history\">{said}</div></body></html>"
    )
    .into_bytes()
}

const START: i64 = 1_577_836_800;

async fn owner(house: &TestHouse, locale: Locale) -> Browser {
    house.member("Ольга", &[Role::Owner], locale).await
}

async fn texts(house: &TestHouse) -> Vec<String> {
    house.read().await.all::<String>(&TEXTS, &[]).await.expect("texts")
}

async fn people(house: &TestHouse) -> Vec<String> {
    house.read().await.all::<String>(&PEOPLE, &[]).await.expect("people")
}

#[tokio::test]
async fn the_other_form_of_a_chat_adds_only_what_is_new_and_says_so() {
    let more = [&TALK[..], &[("Анна", "Уже нашла", Some(4)), ("Пётр", "И я", None)]].concat();
    for (locale, title, names) in [
        (Locale::Ru, "Этот чат уже здесь", "HTML знает людей только по именам"),
        (Locale::En, "This chat is here already", "HTML knows people by their names alone"),
    ] {
        let house = house().await;
        let mut owner = owner(&house, locale).await;
        let first = house.import(&mut owner, &[("result.json", &json(77, START, &TALK))]).await;
        owner.get(&first).await.is(200).lacks(title);
        let same = house.import(&mut owner, &[("messages.html", &html("Клуб", START, &TALK))]).await;
        let nothing = if locale == Locale::Ru { "добавлять нечего" } else { "nothing to add" };
        owner.get(&same).await.sees(title).sees("(JSON)").sees(nothing).lacks(names);
        assert_eq!((texts(&house).await.len(), people(&house).await), (4, vec!["Анна".to_owned(), "Лев".to_owned()]));

        let later = house.import(&mut owner, &[("messages.html", &html("Клуб", START, &more))]).await;
        owner.get(&later).await.sees(title).sees(names);
        assert_eq!(texts(&house).await.len(), 6);
        // A name alone is joined with nobody without the owner's word.
        assert_eq!(people(&house).await, ["Анна", "Анна", "Лев", "Пётр"]);
        owner.post(&format!("{first}/open"), &[]).await.is(303);
        owner.post(&format!("{later}/open"), &[]).await.is(303);
        let list = owner.get("/talk").await;
        let threads: Vec<String> = list.attributes("a", "href").into_iter().filter(|to| to.starts_with("/talk/threads/")).collect();
        let mut answered = Vec::new();
        for thread in &threads {
            let page = owner.get(thread).await;
            answered.push(page.html().contains("Пишите") && page.html().contains("Уже нашла"));
        }
        assert!(answered.contains(&true), "an answer of the later export stands under the line it answers");
    }
}

#[tokio::test]
async fn json_after_html_is_the_same_chat_and_can_be_taken_instead() {
    let house = house().await;
    let mut owner = owner(&house, Locale::Ru).await;
    let (page, file) = (html("Клуб", START, &TALK), json(77, START, &TALK));
    let first = house.import(&mut owner, &[("messages.html", &page)]).await;
    let again = house.import(&mut owner, &[("result.json", &file)]).await;
    owner.get(&again).await.sees("(HTML)").sees("JSON знает больше").sees("добавлять нечего");
    assert_eq!((texts(&house).await.len(), people(&house).await.len()), (4, 2));
    owner.post(&format!("{first}/take-back"), &[]).await.is(303);
    house.settle().await;
    assert!(texts(&house).await.is_empty());
    let whole = house.import(&mut owner, &[("result.json", &file)]).await;
    owner.get(&whole).await.lacks("Этот чат уже здесь");
    // From now on the pages are the other form of this one, though a chat of their title once stood here.
    house.import(&mut owner, &[("messages.html", &page)]).await;
    assert_eq!((texts(&house).await.len(), people(&house).await.len()), (4, 2));
}

#[tokio::test]
async fn two_ids_are_two_chats_though_their_messages_stand_at_one_time() {
    let house = house().await;
    let mut owner = owner(&house, Locale::Ru).await;
    for (chat, count) in [(77, 4), (78, 8), (77, 8), (78, 8)] {
        let run = house.import(&mut owner, &[("result.json", &json(chat, START, &TALK))]).await;
        owner.get(&run).await.is(200).lacks("Этот чат уже здесь");
        assert_eq!(texts(&house).await.len(), count, "{chat}");
    }
    // The pages know no id: they are of a chat that holds their messages.
    house.import(&mut owner, &[("messages.html", &html("Клуб", START, &TALK))]).await;
    assert_eq!(texts(&house).await.len(), 8);
}

#[tokio::test]
async fn a_chat_that_was_renamed_is_the_same_and_its_namesake_is_not() {
    let house = house().await;
    let mut owner = owner(&house, Locale::Ru).await;
    house.import(&mut owner, &[("messages.html", &html("Клуб", START, &TALK))]).await;
    let renamed = house.import(&mut owner, &[("messages.html", &html("Клуб печников", START, &TALK))]).await;
    owner.get(&renamed).await.sees("Этот чат уже здесь").sees("добавлять нечего");
    let namesake = html("Клуб", START + 500_000, &TALK);
    for (count, run) in [(8, "messages.html"), (8, "again.html")] {
        let run = house.import(&mut owner, &[(run, &namesake)]).await;
        owner.get(&run).await.is(200);
        assert_eq!(texts(&house).await.len(), count, "another chat that bears the title comes in whole, and once");
    }
    // Ids tell chats apart whatever their messages look like, and other times tell that they are not the same.
    house.import(&mut owner, &[("result.json", &json(78, START + 900_000, &TALK))]).await;
    assert_eq!(texts(&house).await.len(), 12);
}
