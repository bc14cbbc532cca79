//! Which community a host means, and who is refused.

use crate::support::{OWNER, TestApp, link};
use testkit::Browser;

#[tokio::test]
async fn hosts_lead_to_their_communities() {
    let (app, first) = TestApp::founded().await;
    app.pass(1);
    let second = app.found("tsekh", "boris@example.ru").await;
    assert_ne!(first.community, second.community);
    for host in ["opora.localhost:8080", "localhost", "127.0.0.1:8080", "[::1]:8080"] {
        Browser::new(app.router.clone(), host).get("/").await.is(200).sees("Опора");
    }
    Browser::new(app.router.clone(), "tsekh.localhost").get("/sign-in").await.is(200);
    for host in ["nobody.localhost", "example.org", "a.opora.localhost", "opora.localhost.evil.example"] {
        Browser::new(app.router.clone(), host).get("/").await.is(421).lacks("Опора");
    }
    // A session of one community is nothing in another.
    let mut anna = app.signed_in(OWNER).await;
    anna.visit("/today").await.is(200).sees("Анна Ёлкина");
    let session = anna.cookie("session").expect("a session").to_owned();
    let mut there = Browser::new(app.router.clone(), "tsekh.localhost");
    there.set_cookie("session", &session);
    let page = there.get("/today").await;
    page.is(303);
    assert_eq!(page.location(), "/sign-in?next=%2Ftoday");
}

#[tokio::test]
async fn links_come_from_the_public_address_and_never_from_the_host_header() {
    let app = TestApp::at(Some("https://artel.example")).await;
    app.found("opora", OWNER).await;
    app.pass(1);
    app.found("tsekh", OWNER).await;
    let at = |host| Browser::new(app.router.clone(), host).over_tls();
    app.ask(&mut at("localhost"), OWNER).await;
    assert!(link(&app.outbox.letter_to(OWNER).await).starts_with("https://artel.example/sign-in/link?key="));
    app.ask(&mut at("tsekh.localhost"), OWNER).await;
    assert!(link(&app.outbox.letter_to(OWNER).await).starts_with("https://tsekh.artel.example/"));
    let mut secure = at("artel.example");
    secure = app.sign_in(secure, OWNER).await;
    assert!(secure.cookie_line("__Host-session").is_some(), "armoured under TLS");
}
