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

/// The words of a language, each with all its lines.
fn messages(words: &str) -> Vec<(&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    for line in words.lines() {
        match (line.split_once(" = "), found.last_mut()) {
            (Some((key, said)), _) if line.starts_with("pulse-") => found.push((key, said.to_owned())),
            (_, Some(last)) if line.starts_with(' ') => last.1.push_str(line),
            _ => {}
        }
    }
    found
}

/// Whether a sentence, or what follows a colon, tells somebody to do something.
fn commands(language: &str, said: &str) -> bool {
    const ACTS: [&str; 24] = [
        "Answer",
        "Ask",
        "Be",
        "Call",
        "Do",
        "Find",
        "Give",
        "Help",
        "Introduce",
        "Invite",
        "Keep",
        "Let",
        "Look",
        "Meet",
        "Name",
        "Open",
        "Read",
        "See",
        "Show",
        "Take",
        "Try",
        "Wait",
        "Welcome",
        "Write",
    ];
    if language == "en" {
        let begun = said.split(['.', ':', ';', '!']).filter_map(|part| part.split_whitespace().next());
        return begun.into_iter().any(|word| ACTS.iter().any(|act| word.eq_ignore_ascii_case(act)));
    }
    let mut words = said.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| ["йте", "ите", "ьте", "йтесь", "итесь"].iter().any(|end| word.ends_with(end)) || word == "держать")
}

#[test]
fn what_is_so_is_told_without_what_to_do() {
    for (language, words) in [("ru", include_str!("../../words/ru.ftl")), ("en", include_str!("../../words/en.ftl"))] {
        let all = messages(words);
        let of_figures = |key: &str| {
            // What stands on an empty list of staff is no sentence of a figure.
            let figure = FIGURES.iter().any(|figure| key.starts_with(&format!("pulse-{figure}-")));
            figure || ["pulse-few", "pulse-unknown", "pulse-lead-"].iter().any(|part| key.starts_with(part))
        };
        let (advice, facts): (Vec<_>, Vec<_>) = all
            .iter()
            .filter(|(key, _)| of_figures(key) && !key.ends_with("-title") && !key.ends_with("-none-text"))
            .partition(|(key, _)| key.ends_with("-advice"));
        assert!(advice.len() > 30 && facts.len() > 60, "{} {}", advice.len(), facts.len());
        for (key, said) in facts {
            assert!(!commands(language, said), "{language}: {key} tells what to do: {said}");
        }
        for (key, said) in &advice {
            assert!(!said.contains('{'), "{language}: {key} has values");
            assert!(all.iter().any(|(told, _)| Some(*told) == key.strip_suffix("-advice")), "{language}: {key} follows nothing");
        }
    }
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
