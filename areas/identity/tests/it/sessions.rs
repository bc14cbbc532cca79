//! Browsers that are signed in: listed, ended, outlived.

use crate::support::{OWNER, TestApp};
use kernel::MICROS_PER_DAY;

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let (app, _) = TestApp::founded().await;
    let phone = app
        .browser()
        .with("user-agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/604.1")
        .from("198.51.100.9".parse().expect("an address"));
    let mut phone = app.sign_in(phone, OWNER).await;
    let mut desk = app.signed_in(OWNER).await;
    let mut tablet = app.signed_in(OWNER).await;
    let page = desk.visit("/account/sessions").await;
    page.sees("Safari, iPhone").sees("198.51.100.0/24").sees("это устройство");
    assert_eq!(page.count("#sessions article"), 3);
    let forms = page.attributes("#sessions form", "action");
    assert_eq!(forms.len(), 2, "one's own browser is left by signing out");
    // Somebody else cannot end it.
    let mut other = app.member(&mut desk, "boris@example.ru", "Борис").await;
    for form in &forms {
        other.post(form, &[]).await.is(303);
    }
    phone.visit("/today").await.is(200);
    tablet.visit("/today").await.is(200);
    let last = forms.last().expect("a form");
    desk.post(last, &[]).await.is(303);
    let page = desk.visit("/account/sessions").await;
    assert_eq!(page.count("#sessions article"), 2);
    desk.submit(&page, "#end-others", &[]).await.sees("На других устройствах вы вышли");
    phone.visit("/today").await.sees("С возвращением");
    tablet.visit("/today").await.sees("С возвращением");
    desk.visit("/today").await.sees("Анна Ёлкина");

    let page = desk.visit("/account").await;
    let token = desk.cookie("session").expect("a session").to_owned();
    desk.submit(&page, "#sign-out", &[]).await.is(200);
    assert!(desk.cookie("session").is_none());
    desk.set_cookie("session", &token);
    desk.visit("/today").await.sees("С возвращением");
}

#[tokio::test]
async fn tokens_change_with_every_sign_in_and_grow_old() {
    let (app, _) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    let first = anna.cookie("session").expect("a session").to_owned();
    // Signing in again in the same browser: the page sends members on, a script need not heed it.
    anna.post("/sign-in", &[("email", OWNER)]).await.is(303);
    let code = crate::support::code(&app.outbox.letter_to(OWNER).await);
    anna.post("/sign-in/code", &[("code", &code)]).await.is(303);
    assert_ne!(anna.cookie("session"), Some(first.as_str()));
    let mut thief = anna.stranger();
    thief.set_cookie("session", &first);
    thief.get("/today").await.is(303);

    for _ in 0..8 {
        app.pass(20 * MICROS_PER_DAY);
        anna.get("/today").await.is(200);
    }
    app.pass(20 * MICROS_PER_DAY);
    anna.get("/today").await.is(303);
    let mut anna = app.signed_in(OWNER).await;
    app.pass(29 * MICROS_PER_DAY);
    anna.get("/today").await.is(200);
    app.pass(31 * MICROS_PER_DAY);
    anna.get("/today").await.is(303);
}

#[tokio::test]
async fn a_page_costs_two_statements_to_know_who_came() {
    let (app, _) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    anna.get("/who").await.is(200);
    let before = app.database.store.statements_run();
    anna.get("/who").await.is(200);
    assert_eq!(app.database.store.statements_run() - before, 2);
    let before = app.database.store.statements_run();
    app.browser().get("/who").await.is(200);
    assert_eq!(app.database.store.statements_run() - before, 0, "a stranger costs nothing");
}
