//! One's own account, and what the community says of itself.

use crate::support::{OWNER, TestApp};
use identity::sign_in::{self, Desk, Welcome};

#[tokio::test]
async fn a_member_keeps_name_language_and_password() {
    let (app, _) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    let mut other = app.signed_in(OWNER).await;
    let page = anna.visit("/account").await;
    anna.submit(&page, "#rename", &[("name", "  ")]).await.is(422).sees("Напишите имя");
    anna.submit(&page, "#rename", &[("name", "Анна  Новая")]).await.is(200).sees("Сохранили");
    anna.visit("/who").await.sees("Анна Новая");
    let page = anna.visit("/account").await;
    anna.post("/account/language", &[("locale", "tlh")]).await.is(422).sees("Выберите язык из предложенных").sees("Анна Новая");
    anna.post("/account/language", &[]).await.is(422);
    other.visit("/who").await.sees("ru");
    anna.submit(&page, "#speak", &[("locale", "en")]).await.is(200).sees("Saved");
    other.visit("/who").await.sees("en");

    let page = anna.visit("/account/password").await;
    anna.submit(&page, "#set", &[("password", "short")]).await.is(422).sees("at least 10 characters");
    anna.submit(&page, "#set", &[("password", "a white horse")]).await.is(200).sees("The password is saved");
    let letter = app.outbox.letter_to(OWNER).await;
    assert!(letter.subject.contains("password was changed"), "in the account's language: {}", letter.subject);
    other.get("/today").await.is(303);
    let page = anna.visit("/account/password").await;
    anna.submit(&page, "#set", &[("password", "another horse"), ("current", "wrong wrong")]).await.is(422).sees("didn’t fit");
    anna.submit(&page, "#set", &[("act", "remove"), ("current", "wrong wrong")]).await.is(422);
    anna.submit(&page, "#set", &[("act", "remove"), ("current", "a white horse")]).await.is(200).sees("The password is gone");
    app.outbox.letter_to(OWNER).await;
    let mut thief = app.browser();
    thief.post("/sign-in/password", &[("email", OWNER), ("password", "a white horse")]).await.is(422);
}

#[tokio::test]
async fn the_owner_describes_the_community() {
    let (app, _) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    let mut boris = app.member(&mut anna, "boris@example.ru", "Борис").await;
    boris.visit("/community").await.is(403);
    let page = anna.visit("/community").await;
    anna.submit(&page, "#describe", &[("timezone", "Moscow"), ("mission", "")])
        .await
        .is(422)
        .sees("Такого пояса нет")
        .sees("Напишите миссию");
    anna.submit(&page, "#describe", &[("name", "Опора и сыновья"), ("timezone", "Asia/Omsk")]).await.is(200).sees("Сохранили");
    app.browser().get("/").await.sees("Опора и сыновья");
    anna.visit("/audit").await.sees("Изменено описание сообщества");
}

#[tokio::test]
async fn a_newcomer_who_was_given_a_link_proves_an_address() {
    let (app, founded) = TestApp::founded().await;
    let community = identity::community::by_slug(&app.database.store, "opora").await.expect("a look").expect("a community");
    let client = "203.0.113.7".parse().expect("an address");
    let desk = Desk { house: &app.house, community: &community, client, locale: kernel::Locale::Ru };
    let email = identity::parsed::Email::parse("new@example.ru").expect("an address");
    sign_in::ask(desk, &email, "/who", Welcome::Known).await.expect("an answer");
    app.outbox.empty().await;
    let cookie = sign_in::ask(desk, &email, "/who", Welcome::Anybody).await.expect("an answer");
    let code = crate::support::code(&app.outbox.letter_to("new@example.ru").await);
    let mut browser = app.browser();
    browser.set_cookie("code", &cookie);
    let page = browser.visit("/sign-in/code").await;
    let page = browser.submit(&page, "#enter", &[("code", &code)]).await;
    page.is(200).sees("[]");
    assert_eq!(page.path, "/who");
    browser.visit("/today").await.is(403);
    browser.visit("/account").await.is(200).sees("new@example.ru").lacks("Уйти из сообщества");
    let mut scope = app.database.store.read(&app.who(&founded)).await.expect("a snapshot");
    assert_eq!(identity::member::count(&mut scope).await.expect("a number"), 1, "an account is no membership");
}
