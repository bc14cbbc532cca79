//! Wishes without proof: what may be written in them, and how many a network may write.

use crate::support::TestApp;
use identity::throttle::{NETWORK_WISHES, WINDOW};
use store::statement;

statement!(STATES = "select state from people_removals where community_id = $1 order by id");
statement!(LAST = "select max(id) from people_removals where community_id = $1");
statement!(WISHES = "select count(*) from people_removals where community_id = $1");

/// Who asks by name, as a stranger does; gives the owner's page of the wish.
async fn asked(app: &TestApp, name: &str) -> String {
    app.stranger().post("/remove-me", &[("name", name), ("contact", "asker@example.org")]).await.is(200);
    format!("/removals/{}", app.rows::<i64>(&LAST, &[]).await[0])
}

#[tokio::test]
async fn exactly_the_person_whom_the_owner_named_is_erased() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Нина Зуева"]).await;
    let (guess, chosen) = (app.member_of(people[0]).await.expect("one"), app.member_of(people[1]).await.expect("one"));
    let (vera, _) = app.member("vera@example.org", "Вера").await;
    let wish = asked(&app, "Нина Абрамова").await;
    let mut owner = app.owner().await;
    owner.visit("/removals").await.link("Посмотреть и удалить");
    // Nobody named, nobody there, and whoever is not to be had: nothing happens to anybody.
    let nobody = (i64::MAX - 7).to_string();
    for member in ["", "x", "-1", &nobody] {
        let refused = owner.post(&wish, &[("act", "fulfil"), ("member", member)]).await;
        refused.is(422).sees("Сначала найдите, кто это").has("#member-error");
        assert!(refused.text().contains("Нина Зуева"), "the choice is still there");
    }
    owner.get(&format!("{wish}?member={nobody}")).await.is(422).has("#member-error");
    assert_eq!((app.member_of(people[0]).await, app.member_of(people[1]).await), (Some(guess), Some(chosen)));
    // The owner finds another, is told whom, and that one goes.
    let page = owner.visit(&format!("{wish}?q=зуев")).await;
    page.is(200).sees("Нина Зуева").lacks("Нина Абрамова —");
    let sure = owner.click(&page, "Это он: Нина Зуева").await;
    sure.is(200).sees("Удалить навсегда: Нина Зуева?").lacks("Удалить навсегда: Нина Абрамова");
    owner.submit(&sure, "#sure", &[("act", "fulfil")]).await.is(200).sees("Удалили");
    app.outbox.letter_to("asker@example.org").await;
    assert_eq!((app.member_of(people[0]).await, app.member_of(people[1]).await), (Some(guess), None));
    assert_eq!(app.rows::<String>(&STATES, &[]).await, ["done"]);
    owner.get(&format!("/people/{vera}")).await.is(200).sees("Вера");
    owner.post(&wish, &[("act", "fulfil"), ("member", &guess.to_string())]).await.is(404);
    assert_eq!(app.member_of(people[0]).await, Some(guess), "a decided wish erases nobody more");
}

#[tokio::test]
async fn a_member_of_the_name_is_offered_and_a_merged_person_leads_to_whom_they_became() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Вера Кочетова", "Вероника К."]).await;
    let (ghost, past) = (app.member_of(people[0]).await.expect("one"), app.member_of(people[1]).await.expect("one"));
    let (active, mut vera) = app.member("vera@example.org", "Вера Кочетова").await;
    let mut owner = app.owner().await;
    owner.post("/merges", &[("past", &past.to_string()), ("person", &active.to_string())]).await.is(303);
    // An imported person of that name is not proposed while a member bears it too.
    let wish = asked(&app, "вера кочетова").await;
    owner.visit("/removals").await.is(200).sees("нужно найти, кто это").lacks("Посмотреть и удалить");
    let page = owner.visit(&wish).await;
    page.is(200).sees("уже участник");
    assert_eq!(page.all("a[href*='member=']").len(), 2, "the member and the imported person");
    let sure = owner.visit(&format!("{wish}?member={ghost}")).await;
    sure.is(200).sees("Известен только по перенесённой истории").sees("Под этим же именем есть и другие");
    // By the name of a past: the page offers, and names, the member of today; the past itself cannot be erased.
    let by_past = asked(&app, "Вероника К.").await;
    let page = owner.visit(&by_past).await;
    let sure = owner.click(&page, "Это он: Вера Кочетова").await;
    sure.is(200).sees("Удалить навсегда: Вера Кочетова?").sees("Участник сообщества");
    owner.get(&format!("{by_past}?member={past}")).await.is(200).sees("Удалить навсегда: Вера Кочетова?");
    owner.post(&by_past, &[("act", "fulfil"), ("member", &past.to_string())]).await.is(422);
    vera.get("/people").await.is(200);
    owner.submit(&sure, "#sure", &[("act", "fulfil")]).await.is(200).sees("Удалили");
    app.outbox.letter_to("asker@example.org").await;
    vera.get("/people").await.is(303);
    assert_eq!((app.member_of(people[0]).await, app.member_of(people[1]).await), (Some(ghost), None));
    assert_eq!(app.rows::<String>(&STATES, &[]).await, ["waiting", "done"]);
}

#[tokio::test]
async fn a_wish_by_name_is_not_done_because_another_of_that_name_was_erased() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова"]).await;
    let nina = app.member_of(people[0]).await.expect("one");
    let wishes = [asked(&app, "Нина Абрамова").await, asked(&app, "нина абрамова").await];
    let mut owner = app.owner().await;
    let sure = owner.visit(&format!("{}?member={nina}", wishes[0])).await;
    owner.submit(&sure, "#sure", &[("act", "fulfil")]).await.is(200).sees("человека, о котором могла быть просьба, уже удалили");
    app.outbox.letter_to("asker@example.org").await;
    assert_eq!(app.rows::<String>(&STATES, &[]).await, ["done", "waiting"]);
    // The owner learns of it and answers, or finds the other one.
    let gone = owner.visit(&format!("{}?member={nina}", wishes[1])).await;
    gone.is(200).sees("Такого человека уже удалили").sees("нина абрамова");
    owner.submit(&gone, "#sure", &[("act", "fulfil")]).await.is(200);
    app.outbox.letter_to("asker@example.org").await;
    assert_eq!(app.rows::<String>(&STATES, &[]).await, ["done", "done"]);
}

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
