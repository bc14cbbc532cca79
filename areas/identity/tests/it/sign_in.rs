//! Signing in by code, link and password; throttles; the same answer to everybody.

use crate::support::{MINUTE, OWNER, TestApp, code, path};
use testkit::Browser;

fn wrong(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().expect("six digits") + 1) % 1_000_000)
}

#[tokio::test]
async fn the_code_opens_once_and_only_where_it_was_asked_for() {
    let (app, _) = TestApp::founded().await;
    let mut anna = app.browser();
    let page = anna.visit("/sign-in?next=/who").await;
    let page = anna.submit(&page, "#sign-in", &[("email", "Anna@Example.ru")]).await;
    page.is(200).sees("Шесть цифр");
    let letter = app.outbox.letter_to("Anna@Example.ru").await;
    assert_eq!(letter.from_name, "Опора");
    let code = code(&letter);
    // Another browser, with the same code.
    let mut other = app.browser();
    other.post("/sign-in/code", &[("code", &code)]).await.is(422).sees("больше не действует");
    let page = anna.submit(&page, "#enter", &[("code", &wrong(&code))]).await;
    page.is(422).sees("Код не подошёл");
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let inside = anna.submit(&page, "#enter", &[("code", &spaced)]).await;
    inside.is(200).sees("Анна Ёлкина");
    assert_eq!(inside.path, "/who");
    let mut again = anna.stranger();
    again.post("/sign-in/code", &[("code", &code)]).await.is(422);
    assert!(again.cookie("session").is_none());
}

#[tokio::test]
async fn five_wrong_codes_end_a_code_but_not_its_link() {
    let (app, _) = TestApp::founded().await;
    let mut anna = app.browser();
    let page = app.ask(&mut anna, OWNER).await;
    let letter = app.outbox.letter_to(OWNER).await;
    let right = code(&letter);
    for _ in 0..5 {
        anna.submit(&page, "#enter", &[("code", &wrong(&right))]).await.is(422);
    }
    let refused = anna.submit(&page, "#enter", &[("code", &right)]).await;
    refused.is(429).sees("Подождите 15 мин");
    assert!(refused.header("retry-after").is_some());
    assert!(anna.cookie("session").is_none());
    // The link is not guessed, so it is not throttled with the account.
    let mut elsewhere = app.browser().from("198.51.100.9".parse().expect("an address"));
    let page = elsewhere.visit(&path(&letter)).await;
    elsewhere.submit(&page, "#enter", &[]).await.is(200).sees("Анна Ёлкина");
    assert!(elsewhere.cookie("session").is_some());
}

#[tokio::test]
async fn a_link_works_once_by_a_button_in_any_browser() {
    let (app, _) = TestApp::founded().await;
    app.ask(&mut app.browser(), OWNER).await;
    let link = path(&app.outbox.letter_to(OWNER).await);
    let mut phone = app.browser();
    for _ in 0..3 {
        phone.get(&link).await.is(200).sees(OWNER);
    }
    assert!(phone.cookie("session").is_none(), "looking uses nothing up");
    let page = phone.get(&link).await;
    let mut thief = phone.clone();
    phone.submit(&page, "#enter", &[]).await.is(200);
    assert!(phone.cookie("session").is_some());
    thief.post("/sign-in/link", &[("key", link.rsplit('=').next().expect("a key"))]).await.is(410).sees("уже не действует");
    assert!(thief.cookie("session").is_none());

    app.ask(&mut app.browser(), OWNER).await;
    let link = path(&app.outbox.letter_to(OWNER).await);
    app.pass(16 * MINUTE);
    phone.stranger().get(&link).await.is(410).sees("15 минут");
}

#[tokio::test]
async fn nobody_learns_who_has_an_account() {
    let (app, _) = TestApp::founded().await;
    let (mut known, mut unknown) = (app.browser(), app.browser());
    known.visit("/sign-in").await.is(200);
    let statements = |before: u64| app.database.store.statements_run() - before;
    let before = app.database.store.statements_run();
    let first = app.ask(&mut known, OWNER).await;
    let for_known = statements(before);
    let before = app.database.store.statements_run();
    let second = app.ask(&mut unknown, "nobody@example.ru").await;
    assert_eq!(statements(before), for_known, "both ways do the same work");
    app.outbox.letter_to(OWNER).await;
    assert_eq!(first.html().replace(OWNER, "X"), second.html().replace("nobody@example.ru", "X"));
    unknown.submit(&second, "#enter", &[("code", "000000")]).await.is(422).sees("Код не подошёл");
    let wrong = |email: &'static str| {
        let mut browser = app.browser();
        async move {
            let fields = [("email", email), ("password", "что-нибудь длинное"), ("next", "/")];
            browser.post("/sign-in/password", &fields).await.is(422).html().replace(email, "X")
        }
    };
    assert_eq!(wrong(OWNER).await, wrong("nobody@example.ru").await);
}

#[tokio::test]
async fn five_failures_lock_an_account_for_a_while_and_thirty_a_network() {
    let (app, _) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    let page = anna.visit("/account/password").await;
    anna.submit(&page, "#set", &[("password", "белый конь в яблоках")]).await.is(200).sees("Пароль сохранён");
    app.outbox.letter_to(OWNER).await;
    let knock = |client: &'static str, email: &'static str, password: &'static str| {
        let mut browser = app.browser().from(client.parse().expect("an address"));
        async move { browser.post("/sign-in/password", &[("email", email), ("password", password)]).await }
    };
    // All at once: no more than five are tried.
    let burst = futures_join((0..12).map(|_| knock("198.51.100.1", OWNER, "мимо мимо мимо")).collect()).await;
    assert!(burst.iter().filter(|status| **status == 422).count() <= 5, "{burst:?}");
    for _ in 0..5 {
        knock("198.51.100.1", OWNER, "мимо мимо мимо").await;
    }
    knock("192.0.2.1", OWNER, "белый конь в яблоках").await.is(429).sees("Слишком много попыток");
    app.pass(16 * MINUTE);
    knock("192.0.2.1", OWNER, "белый конь в яблоках").await.is(303);
    // A network: other accounts, neighbours' addresses.
    for number in 0..30 {
        let email: &'static str = Box::leak(format!("someone{number}@example.ru").into_boxed_str());
        let client: &'static str = Box::leak(format!("203.0.113.{number}").into_boxed_str());
        knock(client, email, "мимо мимо мимо").await.is(422);
    }
    knock("203.0.113.200", OWNER, "белый конь в яблоках").await.is(429);
    knock("203.0.114.1", OWNER, "белый конь в яблоках").await.is(303);
}

/// Runs many knocks side by side and gives their statuses.
async fn futures_join(knocks: Vec<impl Future<Output = testkit::Page> + Send + 'static>) -> Vec<u16> {
    let tasks: Vec<_> = knocks.into_iter().map(tokio::spawn).collect();
    let mut statuses = Vec::new();
    for task in tasks {
        statuses.push(task.await.expect("a knock").status.as_u16());
    }
    statuses
}

#[tokio::test]
async fn letters_to_one_address_are_few() {
    let (app, _) = TestApp::founded().await;
    for _ in 0..4 {
        app.ask(&mut app.browser(), OWNER).await.is(200);
    }
    app.ask(&mut app.browser(), OWNER).await.is(429).sees("Слишком много попыток");
    assert_eq!(app.outbox.letters().await.len(), 4);
    let mut other = app.browser();
    app.ask(&mut other, "not an address").await.is(422).sees("Проверьте адрес");
    app.outbox.empty().await;
}

#[tokio::test]
async fn next_leads_only_to_this_site() {
    let (app, _) = TestApp::founded().await;
    for (asked, led) in
        [("https%3A%2F%2Fevil.example%2F", "/today"), ("%2F%2Fevil.example", "/today"), ("%2Fwho%3Fa%3Db", "/who?a=b")]
    {
        let mut anna = app.browser();
        let page = anna.visit(&format!("/sign-in?next={asked}")).await;
        let page = anna.submit(&page, "#sign-in", &[("email", OWNER)]).await;
        let code = code(&app.outbox.letter_to(OWNER).await);
        let page = anna.submit(&page, "#enter", &[("code", &code)]).await;
        assert_eq!(page.path, led, "{asked}");
    }
    let mut foreign: Browser = app.browser().with("sec-fetch-site", "cross-site");
    foreign.post("/sign-in", &[("email", OWNER)]).await.is(403);
    app.outbox.empty().await;
}
