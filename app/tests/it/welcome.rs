//! The first run: however many browsers race, one of them owns the house.

use crate::app::TestApp;
use std::collections::BTreeMap;
use store::global_statement;

const RACERS: usize = 6;

global_statement!(
    EVERYTHING = "select (select count(*) from identity_communities), (select count(*) from identity_accounts), \
     (select count(*) from identity_members), (select count(*) from identity_roles), (select count(*) from identity_sessions)"
);

fn fields(code: &str, number: usize) -> Vec<(String, String)> {
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    vec![
        field("code", code),
        field("slug", &format!("granit-{number}")),
        field("name", &format!("Granit {number}")),
        field("mission", "We help one another."),
        field("profession", "Psychologists"),
        field("specialisation", ""),
        field("locale", "en"),
        field("timezone", "Europe/London"),
        field("currency", "GBP"),
        field("owner_name", &format!("Racer {number}")),
        field("owner_email", &format!("racer-{number}@example.org")),
        field("from", "people"),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_browsers_that_race_on_the_first_run_one_owns() {
    let app = TestApp::raised().await;
    let database = &app.database;
    let code =
        identity::first_run::open(&database.store, &database.chance, &database.clock).await.expect("a look").expect("a code");
    let racers = (0..RACERS).map(|number| {
        let (mut browser, fields) = (app.browser("localhost:8080"), fields(&code, number));
        tokio::spawn(async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let page = browser.post("/welcome", &fields).await;
            (browser, page)
        })
    });
    let racers: Vec<_> = racers.collect();
    let (mut outcomes, mut winner) = (BTreeMap::new(), None);
    for racer in racers {
        let (browser, page) = racer.await.expect("nobody stumbled");
        *outcomes.entry(page.status.as_u16()).or_insert(0) += 1;
        if page.status.as_u16() == 303 {
            winner = Some(browser);
        } else {
            assert!(browser.cookie("session").is_none(), "a loser is not signed in");
            assert!(matches!(page.status.as_u16(), 404 | 409), "{}: {}", page.status, page.text());
        }
    }
    assert_eq!(outcomes.get(&303), Some(&1), "{outcomes:?}");
    let counts = database.store.global_read().await.expect("a look").one::<(i64, i64, i64, i64, i64)>(&EVERYTHING, &[]).await;
    assert_eq!(counts.expect("counts"), (1, 1, 1, 1, 1), "communities, accounts, members, roles, sessions");
    let mut winner = winner.expect("one came in");
    winner.get("/roles").await.is(200).sees("Racer");
    app.browser("localhost:8080").get(&format!("/welcome?code={code}")).await.is(404);
    app.healthy().await;
}
