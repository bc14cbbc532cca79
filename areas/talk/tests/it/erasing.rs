use crate::house::{answered, house, said};
use kernel::{AudienceId, MICROS_PER_SECOND};
use serde_json::json;
use store::{Work, args, statement};
use talk::history::Incoming;

const THEN: i64 = 1_700_000_000_000_000;

statement!(
    WORDS_OF = "select count(*) from talk_messages where community_id = $1 and author_id = $2 and (text <> '' or html is not null)"
);
statement!(LEFT = "select count(*) from talk_messages where community_id = $1 and extras like $2");

#[tokio::test]
async fn erased_words_leave_rows_excerpts_quotes_and_search() {
    let house = house().await;
    let mut reader = house.member("Нина", &[]).await;
    let (vera, oleg) = (house.imported("Вера Кочетова").await, house.imported("Олег").await);
    let mut lines: Vec<Incoming> = (1..=250)
        .map(|number| said(number, THEN + number * MICROS_PER_SECOND, vera, &format!("Веркины слова {number}?")))
        .collect();
    let quote = json!({ "reply_quote": "Веркины слова", "via": "bot" }).to_string();
    lines.push(Incoming {
        extras: Some(quote), ..answered(300, THEN + 400 * MICROS_PER_SECOND, oleg, 7, "Олег отвечает")
    });
    house.history(AudienceId::EVERYONE, lines).await;
    house.settle().await;
    reader.browser.get("/search?q=веркины").await.sees("Нашлось 250 совпадений");
    let mut scope = house.write().await;
    identity::identity::erase(&mut scope, vera).await.unwrap();
    let payload = json!({ "identity_id": vera });
    scope.enqueue(Work { kind: talk::erasure::JOB, payload, due: None, key: None }).await.unwrap();
    scope.commit().await.unwrap();
    house.settle().await;
    assert_eq!((house.one(&WORDS_OF, args![vera]).await, house.one(&WORDS_OF, args![oleg]).await), (0, 1));
    assert_eq!(house.one(&LEFT, args!["%Веркины%"]).await, 0, "quotes in answers go too");
    assert_eq!(house.deeds("talk.deleted").await, 250);
    reader.browser.get("/search?q=веркины").await.sees("Ничего не нашлось");
    reader.browser.get("/search?q=отвечает").await.sees("Нашлось 1 совпадение");
    let talk = reader.browser.get("/talk").await;
    talk.lacks("Веркины").lacks("Вера").sees("бывший участник").sees("Сообщение без слов");
    let page = reader.browser.click(&talk, "Сообщение без слов").await;
    page.sees("Слова убраны по просьбе автора").sees("Олег отвечает").lacks("Вера");
    house.is_healthy().await;
}
