//! Wishes without proof: what may be written in them, and how many a network may write.

use crate::support::TestApp;
use identity::throttle::{NETWORK_WISHES, WINDOW};
use store::statement;

statement!(WISHES = "select count(*) from people_removals where community_id = $1");

const WISH: [(&str, &str); 2] = [("name", "Нина"), ("contact", "nina@example.org")];

#[tokio::test]
async fn what_cannot_be_meant_is_told_at_its_field_and_kept() {
    let app = TestApp::founded().await;
    let mut stranger = app.stranger();
    let (long_name, long_contact) = ("н".repeat(121), "k".repeat(201));
    let bad = stranger.post("/remove-me", &[("name", &long_name), ("contact", &long_contact), ("words", "too")]).await;
    bad.is(422);
    assert_eq!(bad.attributes("#name-error", "class").len() + bad.attributes("#contact-error", "class").len(), 2);
    assert_eq!((bad.attribute("#name", "value"), bad.attribute("#contact", "value")), (long_name, long_contact));
    assert_eq!(bad.attribute("input[name=words][checked]", "value"), "too", "the choice is kept as well");
    for words in ["nonsense", &"x".repeat(10_000)] {
        let bad = stranger.post("/remove-me", &[WISH[0], WISH[1], ("words", words)]).await;
        bad.is(422).sees("Выберите из списка");
        assert_eq!((bad.attribute("#name", "value").as_str(), bad.attribute("#contact", "value").as_str()), (WISH[0].1, WISH[1].1));
        assert_eq!(bad.attributes("#words-error", "class").len(), 1);
    }
    assert_eq!(app.rows::<i64>(&WISHES, &[]).await, [0]);
    stranger.post("/remove-me", &[("name", &"н".repeat(120)), WISH[1], ("words", "too")]).await.is(200);
    assert_eq!(app.rows::<i64>(&WISHES, &[]).await, [1]);
    // Where the wish is carried out at once, a choice that nobody could make changes nothing.
    let (_, mut nina) = app.member("nina@example.org", "Нина").await;
    nina.post("/account/remove", &[("sure", "yes"), ("words", "nonsense")]).await.is(422);
    nina.get("/people").await.is(200);
    let people = app.imported(&["Вера"]).await;
    let vera = app.member_of(people[0]).await.expect("a member");
    app.owner().await.post(&format!("/people/{vera}/remove"), &[("words", "nonsense")]).await.is(422);
    assert_eq!(app.member_of(people[0]).await, Some(vera));
}

#[tokio::test]
async fn a_network_writes_so_many_wishes_and_no_more_for_a_while() {
    let app = TestApp::founded().await;
    for _ in 0..NETWORK_WISHES {
        app.stranger().post("/remove-me", &WISH).await.is(200).sees("Просьба записана");
    }
    let mut neighbour = app.stranger().from("203.0.113.200".parse().expect("an address"));
    let refused = neighbour.post("/remove-me", &[WISH[0], WISH[1], ("words", "too")]).await;
    refused.is(429).sees("Из одной сети принимаем 5 просьб за четверть часа").sees("через 15 минут");
    assert_eq!(refused.attribute("#contact", "value"), WISH[1].1, "what was typed is still there");
    assert_eq!(refused.attribute("input[name=words][checked]", "value"), "too");
    assert!(refused.header("retry-after").is_some());
    app.stranger().from("198.51.100.1".parse().expect("an address")).post("/remove-me", &WISH).await.is(200);
    assert_eq!(app.rows::<i64>(&WISHES, &[]).await, [NETWORK_WISHES + 1]);
    app.database.clock.pass(WINDOW + 1);
    neighbour.post("/remove-me", &WISH).await.is(200);
}
