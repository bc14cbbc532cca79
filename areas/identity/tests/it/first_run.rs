//! The first run: one code, one owner.

use crate::support::{MINUTE, OWNER, TestApp};
use identity::{community, first_run};
use testkit::Browser;

const FIELDS: [(&str, &str); 10] = [
    ("profession", "Психологи"),
    ("specialisation", "Начинающие"),
    ("mission", "Помочь начинающим психологам."),
    ("name", "Опора"),
    ("slug", "opora"),
    ("timezone", "Europe/Moscow"),
    ("currency", "RUB"),
    ("owner_name", "Анна Ёлкина"),
    ("owner_email", OWNER),
    ("password", "белый конь в яблоках"),
];

async fn code(app: &TestApp) -> String {
    let opened =
        first_run::open(&app.database.store, &app.database.chance, &app.database.clock).await.expect("a look at the communities");
    opened.expect("a code, since there is no community")
}

fn browser(app: &TestApp) -> Browser {
    Browser::new(app.router.clone(), "localhost:8080")
}

#[tokio::test]
async fn only_the_holder_of_the_code_founds() {
    let app = TestApp::empty().await;
    let mut stranger = browser(&app).from("127.0.0.1".parse().expect("an address"));
    stranger.visit("/").await.is(403).sees("artel serve");
    stranger.visit("/welcome?code=guessed").await.is(403).sees("Дом готов");
    let first = code(&app).await;
    let second = code(&app).await;
    stranger.visit(&format!("/welcome?code={first}")).await.is(403).sees("покажет новую");
    let mut fields = FIELDS.to_vec();
    fields.push(("code", "guessed"));
    stranger.post("/welcome", &fields).await.is(403);

    let mut founder = browser(&app);
    let page = founder.visit(&format!("/welcome?code={second}")).await;
    page.is(200).sees("Кого вы собираете?");
    let page = founder
        .submit(
            &page,
            "#welcome",
            &[("owner_email", "anna"), ("slug", "Опора"), ("name", "Опора"), ("profession", "Психологи"), ("mission", "Помочь")],
        )
        .await;
    page.is(422).sees("латинских букв").sees("Проверьте адрес").has("#slug[aria-invalid]");
    assert_eq!(page.attribute("#name", "value"), "Опора", "what was typed stays");
    let page = founder.submit(&page, "#welcome", &FIELDS).await;
    page.is(200).sees("Анна Ёлкина [\"owner\"]");
    assert_eq!(page.path, "/import", "the founder has a chat");
    assert!(founder.cookie_line("session").is_some_and(|line| line.contains("HttpOnly") && line.contains("SameSite=Lax")));
    founder.visit("/").await.sees("Анна Ёлкина");

    stranger.visit(&format!("/welcome?code={second}")).await.is(404).sees("уже создано");
    assert_eq!(first_run::open(&app.database.store, &app.database.chance, &app.database.clock).await.expect("a look"), None);
    let mut by_password = browser(&app);
    let page = by_password.visit("/sign-in").await;
    let page = by_password.submit(&page, "#by-password", &[("email", OWNER), ("password", "белый конь в яблоках")]).await;
    page.is(200).sees("Анна Ёлкина");
}

#[tokio::test]
async fn two_browsers_racing_make_one_owner() {
    let app = TestApp::empty().await;
    let code = code(&app).await;
    let (mut one, mut two) = (browser(&app), browser(&app));
    let form = |email| {
        let mut fields = FIELDS.to_vec();
        fields.retain(|(name, _)| *name != "owner_email" && *name != "password");
        fields.extend([("code", code.as_str()), ("owner_email", email), ("from", "people")]);
        fields
    };
    let (first, second) = (form("one@example.ru"), form("two@example.ru"));
    let (first, second) = tokio::join!(one.post("/welcome", &first), two.post("/welcome", &second));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 303, "{statuses:?}");
    assert!([404, 409].contains(&statuses[1]), "{statuses:?}");
    assert_eq!(community::all(&app.database.store).await.expect("communities").len(), 1);
    let entered = [&one, &two].iter().filter(|browser| browser.cookie("session").is_some()).count();
    assert_eq!(entered, 1);
    let winner = if first.status.as_u16() == 303 { first } else { second };
    assert_eq!(winner.location(), "/invitations");
    app.pass(MINUTE);
}
