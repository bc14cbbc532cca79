//! From one community to another of the same account.

use crate::support::{MINUTE, OWNER, TestApp};
use testkit::Browser;

#[tokio::test]
async fn a_pass_opens_the_other_community_once_and_for_a_minute() {
    let app = TestApp::at(Some("http://localhost")).await;
    app.found("opora", OWNER).await;
    app.pass(1);
    app.found("tsekh", OWNER).await;
    app.pass(1);
    app.found("sklad", "boris@example.ru").await;
    let mut anna = app.sign_in(Browser::new(app.router.clone(), "localhost"), OWNER).await;
    anna.get("/account/communities/sklad").await.is(404);
    let page = anna.get("/account/communities/tsekh").await;
    let link = page.location().strip_prefix("http://tsekh.localhost").expect("the other community's address").to_owned();
    let mut there = Browser::new(app.router.clone(), "tsekh.localhost");
    anna.get(&link).await.is(410);
    let page = there.visit(&link).await;
    page.is(200).sees(OWNER);
    assert!(there.cookie("session").is_none());
    let mut thief = there.clone();
    there.submit(&page, "#enter", &[]).await.is(200).sees("owner");
    thief.submit(&page, "#enter", &[]).await.is(410);
    assert!(thief.cookie("session").is_none());

    let page = anna.get("/account/communities/tsekh").await;
    let link = page.location().strip_prefix("http://tsekh.localhost").expect("an address").to_owned();
    app.pass(MINUTE + 1);
    thief.get(&link).await.is(410).sees("Пропуск действует минуту");
}
