//! What comes of an import as people read it: polls, names, shares of few, and who sees what is hidden.

use crate::house::house;
use kernel::{Locale, Role};
use store::{args, statement};

statement!(
    KNOWN = "select source, outside_id, kind, name from identity_identities where community_id = $1 and source <> 'account' order by outside_id"
);
statement!(TEXTS = "select text from talk_messages where community_id = $1 and kind = 'message' order by at, number");
statement!(
    AS_BEFORE = "update identity_identities set outside_id = $2, name = $3 where community_id = $1 and source = 'telegram-name'"
);

fn export(messages: &[String]) -> String {
    format!(r#"{{"name": "Клуб", "type": "private_supergroup", "id": 77, "messages": [{}]}}"#, messages.join(",\n"))
}

fn said(id: i64, from: &str, from_id: &str, fields: &str) -> String {
    let at = 1_577_836_800 + id * 60;
    format!(r#"{{"id": {id}, "type": "message", "date_unixtime": "{at}", "from": "{from}", "from_id": "{from_id}", {fields}}}"#)
}

#[tokio::test]
async fn a_poll_is_a_poll_and_its_thread_is_its_question() {
    let house = house().await;
    let mut owner = house.member("Ольга", &[Role::Owner], Locale::Ru).await;
    let poll = r#""text": "", "poll": {"question": "Чем топить печь?", "closed": false, "total_voters": 5,
        "answers": [{"text": "Дубом", "voters": 4, "chosen": false}, {"text": "Елью", "voters": 1, "chosen": false}]}"#;
    let text = export(&[said(1, "Анна", "user1", poll), said(2, "Лев", "user2", r#""text": "Дубом!", "reply_to_message_id": 1"#)]);
    let run = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    owner.post(&format!("{run}/open"), &[]).await.is(303);
    for (locale, poll, attachment) in [(Locale::Ru, "Опрос", "Вложение"), (Locale::En, "Poll", "Attachment")] {
        let mut member = house.member("Пётр", &[], locale).await;
        let list = member.get("/talk").await;
        list.is(200).sees("Чем топить печь?");
        let thread = list.attributes("a", "href").into_iter().find(|href| href.starts_with("/talk/threads/")).expect("the thread");
        let page = member.get(&thread).await;
        page.is(200).sees(poll).sees("Дубом").sees("Елью").lacks(attachment);
        assert!(page.title().contains("Чем топить печь?"), "{}", page.title());
        assert_eq!(page.one("h1"), "Чем топить печь?");
        assert_eq!(page.all("main .prose, main .card--sunken b").iter().filter(|text| text.contains("Чем топить")).count(), 1);
        assert_eq!(page.count("main .attachment"), 0);
    }
    let texts = house.read().await.all::<String>(&TEXTS, &[]).await.expect("texts");
    assert_eq!(texts[0], "Чем топить печь?", "what search reads");
}

#[tokio::test]
async fn names_come_in_clean_and_meet_again() {
    let house = house().await;
    let mut owner = house.member("Ольга", &[Role::Owner], Locale::Ru).await;
    let invited = r#"{"id": 9, "type": "service", "date_unixtime": "1577840000", "actor": "Анна\u202e Печкина", "actor_id": "user1",
        "action": "invite_members", "members": ["Ле\u200bв\u2066", "\u200b\u3164"], "text": ""}"#;
    let rows = [
        said(1, "Анна\\u202e Печкина", "user1", r#""text": "раз""#),
        said(2, "\\u200b\\u2060", "user2", r#""text": "два""#),
        said(3, "Лена 👩\\u200d💻", "user3", r#""text": "три", "forwarded_from": "Бо\u202eб""#),
        invited.to_owned(),
    ];
    let text = export(&rows);
    let run = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    let known = async || house.read().await.all::<(String, String, String, String)>(&KNOWN, &[]).await.expect("identities");
    let row = |source: &str, id: &str, kind: &str, name: &str| (source.to_owned(), id.to_owned(), kind.to_owned(), name.to_owned());
    let clean = [
        row("telegram-name", "telegram:77\nЛев", "person", "Лев"),
        row("telegram", "user1", "person", "Анна Печкина"),
        row("telegram", "user2", "person", "user2"),
        row("telegram", "user3", "person", "Лена 👩\u{200d}💻"),
    ];
    assert_eq!(known().await, clean);
    let again = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    owner.get(&again).await.sees("Всё из этого файла уже было здесь");
    assert_eq!(known().await, clean);
    // An import of an earlier version kept the name as it was written: it is the same person still.
    let mut scope = house.database.store.write(&house.database.who(house.community)).await.expect("a turn to write");
    scope.run(&AS_BEFORE, args!["telegram:77\nЛе\u{200b}в\u{2066}", "Ле\u{200b}в\u{2066}"]).await.expect("as before");
    scope.commit().await.expect("it holds");
    house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    assert_eq!(known().await.len(), clean.len());
    owner.post(&format!("{run}/open"), &[]).await.is(303);
    for page in ["/talk", "/people/imported?show=all"] {
        let shown = owner.get(page).await;
        assert!(!shown.is(200).html().contains(['\u{202e}', '\u{2066}', '\u{200b}']), "{page}");
        shown.sees("user2");
    }
}

#[tokio::test]
async fn dates_that_have_not_come_are_told_in_the_report() {
    let house = house().await;
    let mut owner = house.member("Анна", &[Role::Owner], Locale::Ru).await;
    let late =
        r#"{"id": 7, "type": "message", "date_unixtime": "3900000000", "from": "Анна", "from_id": "user1", "text": "потом"}"#;
    let text = export(&[said(1, "Анна", "user1", r#""text": "раз""#), late.to_owned()]);
    let run = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    owner.get(&run).await.is(200).sees("сообщение 7: дата ещё не наступила");
}

#[tokio::test]
async fn of_few_people_numbers_are_told_and_no_share() {
    let house = house().await;
    let joined = |id: i64| {
        format!(
            r#"{{"id": {}, "type": "service", "date_unixtime": "{}", "actor": "Гость {id}", "actor_id": "user{}", "action": "join_group_by_link", "text": ""}}"#,
            50 + id,
            1_577_840_000 + id,
            500 + id
        )
    };
    let mut rows = vec![
        said(1, "Анна", "user1", r#""text": "Кто знает?""#),
        said(2, "Лев", "user2", r#""text": "Я", "reply_to_message_id": 1"#),
    ];
    rows.extend((0..3).map(joined));
    let few = export(&rows);
    rows.extend((3..8).map(joined));
    let enough = export(&rows);
    for (locale, readers, of_ten) in
        [(Locale::Ru, "3 человека только читают", "Это 80"), (Locale::En, "3 people only read", "That is 80")]
    {
        let mut owner = house.member("Ольга", &[Role::Owner], locale).await;
        let run = house.import(&mut owner, &[("result.json", few.as_bytes())]).await;
        let page = owner.get(&run).await;
        page.sees(readers);
        assert!(page.all(".findings .item p").iter().all(|note| !note.contains('%')), "{:?}", page.all(".findings .item p"));
        let run = house.import(&mut owner, &[("result.json", enough.as_bytes())]).await;
        owner.get(&run).await.sees(of_ten);
    }
}

#[tokio::test]
async fn the_page_says_truly_who_sees_a_hidden_import() {
    let house = house().await;
    for (role, locale, words) in [
        (Role::Owner, Locale::Ru, "Пока владелец не откроет её участникам, её видят только владелец и администраторы."),
        (Role::Administrator, Locale::Ru, "Пока владелец не откроет её участникам, её видят только владелец и администраторы."),
        (Role::Administrator, Locale::En, "Until the owner opens it to members, only the owner and the administrators see it."),
    ] {
        house.member("Вера", &[role], locale).await.get("/import").await.is(200).sees(words).lacks("только вы").lacks("only you");
    }
    let mut owner = house.member("Ольга", &[Role::Owner], Locale::Ru).await;
    let mut administrator = house.member("Вера", &[Role::Administrator], Locale::Ru).await;
    let text = export(&[said(1, "Анна", "user1", r#""text": "словечко""#)]);
    let run = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    administrator.get("/talk").await.is(200).sees("словечко");
    administrator.get(&run).await.is(200).sees("Участники увидят разговоры, когда владелец их откроет");
    administrator.post(&format!("{run}/open"), &[]).await.is(403);
    house.member("Пётр", &[], Locale::Ru).await.get("/talk").await.is(200).lacks("словечко");
}

/// Two answers by Лев of three in all, one of his own to himself, one to an account that is gone, and a channel.
fn talk() -> Vec<String> {
    let reply = |id: i64, to: i64| format!(r#""text": "да", "reply_to_message_id": {to}, "edited": "{id}""#);
    let gone = |id: i64, fields: &str| {
        format!(r#"{{"id": {id}, "type": "message", "date_unixtime": "1577838600", "from": "Deleted Account", {fields}}}"#)
    };
    let late = |id: i64, from: &str, user: &str, fields: &str| {
        // Thursday, 2 January 2020, 13:10 in UTC.
        let at = 1_577_970_600 + id;
        format!(r#"{{"id": {id}, "type": "message", "date_unixtime": "{at}", "from": "{from}", "from_id": "{user}", {fields}}}"#)
    };
    let mut rows = vec![
        said(1, "Анна", "user1", r#""text": "Кто знает?""#),
        said(2, "Лев", "user2", &reply(2, 1)),
        said(3, "Лев", "user2", &reply(3, 2)),
        said(4, "Вера", "user3", r#""text": "А где?""#),
        said(5, "Лев", "user2", &reply(5, 4)),
        said(6, "Анна", "user1", &reply(6, 5)),
        gone(7, r#""text": "пока""#),
        said(8, "Лев", "user2", &reply(8, 7)),
        said(9, "Клуб", "channel9", r#""text": "Новость?""#),
    ];
    rows.extend((10..13).map(|id| late(id, "Анна", "user1", r#""text": "раз""#)));
    // An hour of Friday in which more is written than in any of Thursday, but not more than in its two.
    rows.extend((13..15).map(|id| late(id + 3_600, "Вера", "user3", r#""text": "два""#)));
    rows.push(
        r#"{"id": 20, "type": "service", "date_unixtime": "1577980000", "actor": "Гость", "actor_id": "user50", "action": "join_group_by_link", "text": ""}"#
            .to_owned(),
    );
    rows
}

#[tokio::test]
async fn findings_agree_with_themselves_and_say_what_they_count() {
    for (locale, words) in [
        (
            Locale::Ru,
            [
                "Лев: ответы 2 разным людям",
                "Всего их 3: ответы самому себе и удалённым аккаунтам в счёт не идут",
                "1 вопрос из 3 остался без прямого ответа",
                "Вопрос здесь — сообщение со знаком вопроса",
                "1 человек только читает",
                "писавших людей: 3. 1 сообщение — от удалённых аккаунтов",
            ],
        ),
        (
            Locale::En,
            [
                "Лев answered 2 different people",
                "There are 3 in all: those to oneself and to deleted accounts are not counted",
                "1 question of 3 was left without a direct answer",
                "A question is a message with a question mark",
                "1 person only reads",
                "people who wrote: 3. 1 message is of a deleted account",
            ],
        ),
    ] {
        let house = house().await;
        let mut owner = house.member("Ольга", &[Role::Owner], locale).await;
        let run = house.import(&mut owner, &[("result.json", export(&talk()).as_bytes())]).await;
        for path in [run.clone(), format!("{run}/findings")] {
            let page = owner.get(&path).await;
            words.iter().fold(page.is(200), |page, words| page.sees(words));
            // The headline is a cell of the table under it.
            let cells: Vec<i64> = page.all(".heat td").iter().map(|cell| cell.parse().expect("a number")).collect();
            let most = cells.iter().max().expect("cells");
            let headline = if locale == Locale::Ru {
                format!("недели написано {most} сообщ")
            } else {
                format!("{most} messages were written in these two hours")
            };
            page.sees(&headline);
        }
    }
}

#[tokio::test]
async fn an_export_of_a_part_says_nothing_of_those_who_only_read() {
    let house = house().await;
    let mut owner = house.member("Ольга", &[Role::Owner], Locale::En).await;
    house.import(&mut owner, &[("result.json", export(&talk()).as_bytes())]).await;
    let part = export(&talk()[12..]);
    let run = house.import(&mut owner, &[("result.json", part.as_bytes())]).await;
    owner.get(&run).await.is(200).lacks("only reads").lacks("only read");
}
