//! Words: each is used, each that is used exists, and every page speaks both languages.

use crate::pages_front::Front;
use crate::town::{Town, on};
use pulse::day::written;
use std::collections::BTreeSet;
use std::path::Path;

/// Beginnings of words whose end is a figure, a state, a day or a choice.
const FAMILIES: [&str; 12] = [
    "pulse-audit-",
    "pulse-weekday-",
    "pulse-were-",
    "pulse-now-",
    "pulse-who-state-",
    "pulse-list-",
    "pulse-post-",
    "pulse-which-",
    "pulse-verdict-",
    "pulse-resilience-",
    "pulse-because-",
    "pulse-tie-",
];
/// Figures: each has a title and a definition.
const FIGURES: [&str; 15] = [
    "size",
    "active",
    "churn",
    "transitions",
    "hours",
    "response",
    "ties",
    "between",
    "reciprocity",
    "depth",
    "clusters",
    "connectors",
    "lonely",
    "newcomers",
    "resilience",
];

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
    let front = Front::of(Town::new().await).await;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut used = String::new();
    texts(&root.join("src"), &mut used);
    texts(&root.join("views"), &mut used);
    // Cookies of rates and the like are no words: a word is said in one of the two languages.
    let quoted: BTreeSet<&str> = used
        .split('"')
        .filter(|piece| piece.starts_with("pulse-") && !piece.ends_with('-') && !piece.contains(['{', ' ', '\n']))
        .filter(|piece| *piece != "pulse-computing")
        .collect();
    let words = &front.house.words;
    for word in &quoted {
        assert!(words.knows(word), "there is no word {word}");
    }
    let titles: BTreeSet<String> =
        FIGURES.iter().flat_map(|figure| [format!("pulse-{figure}-title"), format!("pulse-{figure}-define")]).collect();
    for word in &titles {
        assert!(words.knows(word), "there is no word {word}");
    }
    let idle: Vec<&str> = words
        .keys()
        .filter(|key| key.starts_with("pulse-") && !quoted.contains(key) && !titles.contains(*key))
        .filter(|key| !FAMILIES.iter().any(|family| key.starts_with(family)))
        .filter(|key| !key.strip_suffix("-advice").is_some_and(|told| quoted.contains(told)))
        .collect();
    assert!(idle.is_empty(), "words that nobody says: {idle:?}");
}

#[tokio::test]
async fn every_page_speaks_both_languages() {
    let mut town = Town::new().await;
    let day = on("2026-11-10");
    let [vera, gleb, daria] = town.people(["Vera", "Gleb", "Daria"]).await;
    for (one, other) in [(vera, gleb), (gleb, daria), (daria, vera)] {
        town.tie((one, day - 50), (other, day - 40)).await;
        town.tie((one, day - 5), (other, day - 4)).await;
    }
    let front = Front::of(town).await;
    let mut owner = front.guest("Anna", &[kernel::Role::Owner]).await;
    let at = written(day);
    let paths = [
        format!("/pulse?at={at}"),
        format!("/pulse/people?at={at}&figure=tied"),
        format!("/pulse/ties?at={at}"),
        format!("/pulse/conversations?at={at}"),
        format!("/pulse/hours?at={at}"),
        "/pulse/team?q=ve".to_owned(),
        "/pulse".to_owned(),
    ];
    for (language, other) in [("ru", 'a'..='z'), ("en", 'а'..='я')] {
        owner.browser.set_cookie("language", language);
        for path in &paths {
            let page = owner.browser.get(path).await;
            assert_eq!(page.is(200).attribute("html", "lang"), language);
            assert!(!page.html().contains("pulse-lead") && !page.text().contains("pulse-"), "{path}: a word is missing");
            // The switch of languages names each in itself.
            let said = page.one("main").replace("Vera", "").replace("Gleb", "").replace("Daria", "").replace("Anna", "");
            let said = said.replace("Europe/Moscow", "");
            let strange: String = said.chars().filter(|letter| other.contains(letter)).collect();
            assert_eq!(strange, "", "{path} in {language}");
        }
    }
}
