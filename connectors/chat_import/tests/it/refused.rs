//! What is wrong with an export is said before its first row, and its file does not stay.

use crate::house::{TestHouse, house};
use chat_import::run::{self, State};
use kernel::{Locale, Role};
use store::statement;

statement!(NAMES = "select name from identity_members where community_id = $1 and state = 'imported'");
statement!(MESSAGES = "select count(*) from talk_messages where community_id = $1");

/// A page of an HTML export, whole.
fn page() -> String {
    let message = |id: i64, day: &str, name: &str, text: &str| {
        format!(
            "<div class=\"message default clearfix\" id=\"message{id}\"><div class=\"body\">\
             <div class=\"pull_right date details\" title=\"{day} 03:00:0{id} UTC+03:00\">03:00</div>\
             <div class=\"from_name\">{name}</div><div class=\"text\">{text}</div></div></div>"
        )
    };
    let history = message(1, "01.01.2020", "Анна Печкина", "раз") + &message(2, "01.01.2020", "Спиридон Ветров", "два");
    format!(
        "<!DOCTYPE html><html><body><div class=\"page_header\"><div class=\"text bold\">Клуб</div></div>\
         <div class=\"history\">{history}</div></body></html>"
    )
}

async fn nothing_came(house: &TestHouse) {
    let mut scope = house.read().await;
    assert_eq!(scope.all::<String>(&NAMES, &[]).await.expect("names"), Vec::<String>::new());
    assert_eq!(scope.one::<i64>(&MESSAGES, &[]).await.expect("count"), 0);
    assert!(house.uploads().is_empty(), "{:?}", house.uploads());
}

#[tokio::test]
async fn a_page_cut_within_a_name_makes_nobody() {
    let house = house().await;
    let mut owner = house.member("Ольга", &[Role::Owner], Locale::Ru).await;
    let mut english = house.member("Ann", &[Role::Owner], Locale::En).await;
    let whole = page();
    let cut = &whole[..whole.find("иридон").expect("the name")];
    let run = house.import(&mut owner, &[("messages.html", cut.as_bytes())]).await;
    owner
        .get(&run)
        .await
        .sees("messages.html: страница обрывается после сообщения 1, последнего целого на ней")
        .sees("Ничего не записано");
    english.get(&run).await.sees("messages.html: the page ends after message 1, the last whole one on it");
    nothing_came(&house).await;
    let run = house.import(&mut owner, &[("messages.html", whole.as_bytes())]).await;
    owner.get(&run).await.sees("История перенесена");
    let names = house.read().await.all::<String>(&NAMES, &[]).await.expect("names");
    assert_eq!(names.len(), 2, "{names:?}");
}

#[tokio::test]
async fn a_date_that_cannot_be_refuses_both_forms() {
    let house = house().await;
    let mut owner = house.member("Ольга", &[Role::Owner], Locale::Ru).await;
    let mut english = house.member("Ann", &[Role::Owner], Locale::En).await;
    let odd = page().replacen("01.01.2020 03:00:02", "32.13.2026 10:00:00", 1);
    let json = r#"{"name": "Клуб", "type": "private_supergroup", "id": 77, "messages": [
        {"id": 1, "type": "message", "date_unixtime": "1577836800", "from": "Анна", "from_id": "user1", "text": "раз"},
        {"id": 2, "type": "message", "date": "вчера", "from": "Лев", "from_id": "user2", "text": "два"}]}"#;
    for (file, bytes, russian, plain) in [
        (
            "messages.html",
            odd.as_str(),
            "messages.html, сообщение 2: такой даты у сообщения быть не может: «32.13.2026 10:00:00 UTC+03:00»",
            "messages.html, message 2: a message cannot have the date “32.13.2026 10:00:00 UTC+03:00”",
        ),
        (
            "result.json",
            json,
            "result.json, сообщение 2: такой даты у сообщения быть не может: «вчера»",
            "result.json, message 2: a message cannot have the date “вчера”",
        ),
    ] {
        let run = house.import(&mut owner, &[(file, bytes.as_bytes())]).await;
        owner.get(&run).await.sees(russian).sees("Ничего не записано");
        english.get(&run).await.sees(plain);
        nothing_came(&house).await;
    }
}

#[tokio::test]
async fn a_server_that_dies_at_a_refusal_says_the_same_afterwards_and_keeps_no_file() {
    let house = house().await;
    let mut owner = house.member("Ольга", &[Role::Owner], Locale::Ru).await;
    let uploaded = house.upload(&mut owner, &[("result.json", b"{\"name\": \"x\", \"messages\": [{}]}")]).await;
    let id: i64 = uploaded.path.trim_start_matches("/import/").parse().expect("the run");
    let found = run::find(&mut house.read().await, id).await.expect("the run");
    house.work_once(found.job.expect("a job")).await;
    let refused = run::find(&mut house.read().await, id).await.expect("the run");
    assert_eq!(refused.state, State::Failed);
    assert_eq!(house.uploads().len(), 1, "removing is work of its own, in the same transaction");
    // The file went, the server died, and the job that refused it is begun again.
    std::fs::remove_dir_all(&house.uploads()[0]).expect("removed");
    house.begin_again(found.job.expect("a job")).await;
    house.settle().await;
    let again = run::find(&mut house.read().await, id).await.expect("the run");
    assert_eq!((again.state, again.faults), (State::Failed, refused.faults), "not that the file cannot be read");
    assert!(house.uploads().is_empty());
}
