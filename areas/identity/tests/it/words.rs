//! Words: each is used, each that is used exists, and every page speaks both languages.

use crate::support::{OWNER, TestApp, plan};
use identity::community::{self, NewCommunity, NewOwner};
use kernel::Locale;
use std::collections::BTreeSet;
use std::path::Path;

/// Beginnings of words whose end is a role, an act or a step.
const FAMILIES: [&str; 3] = ["identity-role-", "identity-audit-", "identity-step-"];

fn texts(folder: &Path, found: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder of this crate") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            texts(&path, found);
        } else {
            found.push_str(&std::fs::read_to_string(&path).expect("a text"));
        }
    }
}

#[tokio::test]
async fn every_word_is_used_and_every_used_word_exists() {
    let app = TestApp::empty().await;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut used = String::new();
    texts(&root.join("src"), &mut used);
    texts(&root.join("views"), &mut used);
    let quoted: BTreeSet<&str> = used
        .split('"')
        .filter(|piece| piece.starts_with("identity-") && !piece.ends_with('-') && !piece.contains(['{', ' ', '\n']))
        .collect();
    for word in &quoted {
        assert!(app.house.words.knows(word), "there is no word {word}");
    }
    let idle: Vec<&str> = app.house.words.keys().filter(|key| key.starts_with("identity-") && !quoted.contains(key)).collect();
    let idle: Vec<&&str> = idle.iter().filter(|key| !FAMILIES.iter().any(|family| key.starts_with(family))).collect();
    assert!(idle.is_empty(), "words that nobody says: {idle:?}");
}

#[tokio::test]
async fn every_page_speaks_both_languages() {
    let app = TestApp::empty().await;
    let english = NewCommunity {
        name: "Anchor".into(),
        mission: "To help.".into(),
        profession: "Psychologists".into(),
        locale: Locale::En,
        ..plan("opora")
    };
    let owner = NewOwner { email: OWNER.into(), name: "Anna Field".into(), password: None };
    community::found(&app.database.store, &app.database.clock, &app.database.chance, english, owner).await.expect("a community");
    let mut anna = app.signed_in(OWNER).await;
    anna.post("/invitations", &[("people", "boris@example.ru Boris")]).await.is(303);
    let invitation = crate::support::path(&app.outbox.letter_to("boris@example.ru").await);
    app.ask(&mut app.browser(), OWNER).await;
    let link = crate::support::path(&app.outbox.letter_to(OWNER).await);
    let (mut stranger, mut asking) = (app.browser(), app.browser());
    app.ask(&mut asking, OWNER).await;
    app.outbox.letter_to(OWNER).await;
    let own = [
        "/account",
        "/account/password",
        "/account/sessions",
        "/account/leave",
        "/invitations",
        "/roles?q=anna",
        "/roles?q=nobody",
        "/audit",
        "/community",
    ];
    let public = ["/", "/welcome", "/sign-in", "/sign-in/link?key=old", "/invitation?key=old", "/pass?key=old", &invitation, &link];
    for language in ["en", "ru"] {
        for browser in [&mut anna, &mut stranger, &mut asking] {
            browser.set_cookie("language", language);
        }
        let mut pages = vec![asking.get("/sign-in/code").await];
        for path in own {
            pages.push(anna.get(path).await);
        }
        for path in public {
            pages.push(stranger.get(path).await);
        }
        for page in pages {
            assert!([200, 404, 410].contains(&page.status.as_u16()), "{} {}", page.status, page.path);
            assert_eq!(page.attribute("html", "lang"), language);
            let text = page.text().replace("Русский", "");
            let cyrillic = text.chars().any(|letter| matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
            assert_eq!(cyrillic, language == "ru", "{}: {text}", page.path);
            let ids = page.attributes("[id]", "id");
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{} says an id twice", page.path);
            assert_eq!(page.count("h1"), 1, "{}", page.path);
        }
    }
}
