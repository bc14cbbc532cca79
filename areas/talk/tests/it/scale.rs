use crate::house::{TestHouse, answered, house, said};
use kernel::{AudienceId, IdentityId, MICROS_PER_SECOND};
use store::{args, statement};
use talk::history::Incoming;

/// 2023-11-01T00:00Z.
const THEN: i64 = 1_698_796_800_000_000;

statement!(MESSAGE_NUMBER = "select id from talk_messages where community_id = $1 and number = $2");

/// So many threads in one month and topic, and an answer in one thread for every so many of them. Gives the last answer.
async fn fill(house: &TestHouse, (from, count, each): (i64, i64, i64), mut last: i64, authors: &[IdentityId]) -> i64 {
    let author = |number: i64| authors[usize::try_from(number).unwrap_or_default() % authors.len()];
    let at = |number: i64| THEN + number * MICROS_PER_SECOND;
    let mut lines = Vec::new();
    if from == 0 {
        lines.push(Incoming { opens_topic: Some("Тема".to_owned()), ..crate::house::service(1, THEN) });
        lines.push(said(2, THEN, authors[0], "Большой разговор"));
    }
    for number in from..from + count {
        let (odd, even) = (1_000 + 2 * number, 1_001 + 2 * number);
        // Every answer answers the one before, so that quotes are looked up too.
        if number % each == 0 {
            lines.push(answered(odd, at(number), author(number), last, &format!("ответ {number} с числом")));
            last = odd;
        }
        lines.push(Incoming {
            topic: Some(1),
            ..said(even, at(number), author(number + 1), &format!("разговор {number} с числом?"))
        });
    }
    house.history(AudienceId::EVERYONE, lines).await;
    last
}

#[tokio::test]
async fn pages_cost_the_same_at_ten_and_at_ten_thousand() {
    let house = house().await;
    let mut reader = house.member("Нина", &[]).await;
    let mut authors = Vec::new();
    for number in 0..40 {
        authors.push(house.imported(&format!("Автор {number}")).await);
    }
    let mut last = fill(&house, (0, 60, 1), 2, &authors).await;
    house.settle().await;
    let thread = house.one(&MESSAGE_NUMBER, args![2]).await;
    let topic = reader.browser.get("/talk").await.attribute("a[href^='/talk/topics/']", "href");
    let thread = format!("/talk/threads/{thread}");
    let paths = [
        "/talk",
        "/talk/questions",
        "/talk/months/2023-11",
        &topic,
        &thread,
        &format!("{thread}?end"),
        "/search?q=число",
        "/search?q=число&kind=people",
    ];
    let mut few = Vec::new();
    for path in paths {
        few.push(house.statements(&mut reader, path).await);
    }
    for turn in 0..10 {
        last = fill(&house, (60 + turn * 1_000, 1_000, 4), last, &authors).await;
    }
    house.settle().await;
    for (path, before) in paths.iter().zip(few) {
        let after = house.statements(&mut reader, path).await;
        assert_eq!(before, after, "{path}");
        assert!(after <= 8, "{path} takes {after} statements");
    }
    house.is_healthy().await;
}
