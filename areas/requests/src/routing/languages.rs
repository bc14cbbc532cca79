//! Languages, as requests name them and profiles list them. «Перевод с немецкого» names one; «немецкая овчарка» does not.

use routing::terms;
use std::collections::BTreeSet;

/// A language that is known here, by its place in [`LANGUAGES`]; or any other word, which is one where a member lists it as theirs:
/// «жестовый», Romansh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Language {
    Known(usize),
    Listed(Stem),
}

/// How a word begins whatever its ending, held by value: blank after its last letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stem([char; STEM]);
const STEM: usize = 16;

/// How the Russian adjective begins, and the English name.
const LANGUAGES: [(&str, &str); 52] = [
    ("английск", "English"),
    ("немецк", "German"),
    ("французск", "French"),
    ("испанск", "Spanish"),
    ("итальянск", "Italian"),
    ("португальск", "Portuguese"),
    ("китайск", "Chinese"),
    ("японск", "Japanese"),
    ("корейск", "Korean"),
    ("турецк", "Turkish"),
    ("арабск", "Arabic"),
    ("польск", "Polish"),
    ("чешск", "Czech"),
    ("словацк", "Slovak"),
    ("словенск", "Slovene"),
    ("сербск", "Serbian"),
    ("хорватск", "Croatian"),
    ("черногорск", "Montenegrin"),
    ("болгарск", "Bulgarian"),
    ("румынск", "Romanian"),
    ("венгерск", "Hungarian"),
    ("финск", "Finnish"),
    ("шведск", "Swedish"),
    ("норвежск", "Norwegian"),
    ("датск", "Danish"),
    ("нидерландск", "Dutch"),
    ("греческ", "Greek"),
    ("латышск", "Latvian"),
    ("литовск", "Lithuanian"),
    ("эстонск", "Estonian"),
    ("украинск", "Ukrainian"),
    ("белорусск", "Belarusian"),
    ("грузинск", "Georgian"),
    ("армянск", "Armenian"),
    ("азербайджанск", "Azerbaijani"),
    ("казахск", "Kazakh"),
    ("киргизск", "Kyrgyz"),
    ("узбекск", "Uzbek"),
    ("таджикск", "Tajik"),
    ("татарск", "Tatar"),
    ("вьетнамск", "Vietnamese"),
    ("тайск", "Thai"),
    ("персидск", "Persian"),
    ("латинск", "Latin"),
    ("русск", "Russian"),
    ("валлийск", "Welsh"),
    ("ирландск", "Irish"),
    ("каталанск", "Catalan"),
    ("башкирск", "Bashkir"),
    ("чувашск", "Chuvash"),
    ("осетинск", "Ossetian"),
    ("монгольск", "Mongolian"),
];
/// Those that are nouns in Russian.
const NOUNS: [(&str, &str); 5] =
    [("иврит", "Hebrew"), ("хинди", "Hindi"), ("фарси", "Farsi"), ("эсперанто", "Esperanto"), ("урду", "Urdu")];

/// Endings of the adjective where it stands for the language.
const ENDINGS: [&str; 5] = ["ий", "ого", "ому", "им", "ом"];
/// Those after other letters: «жестовый».
const HARD: [&str; 2] = ["ый", "ым"];
/// Beginnings of words that speak of languages: beside them the adjective is one whatever follows.
const ABOUT: [&str; 11] =
    ["язык", "переводчи", "репетитор", "преподавател", "носител", "говор", "владе", "speak", "fluent", "translat", "interpret"];
/// What may follow a language that stands for itself.
const AFTER: &str = "и или на с со в во для по из от до без как где кто что а но не к у о об за через при если чтобы который которая \
    and or into to for in from with without at by as who speaker speakers language tutor teacher lessons translation";
/// What stands beside a language in a profile.
const LEVELS: &str = "язык языки language languages fluent native basic good some свободно родной базовый разговорный";
const WITHOUT: [&str; 3] = ["без", "without", "кроме"];

struct Word {
    /// In small letters.
    said: String,
    capital: bool,
    /// Something ends after it.
    last: bool,
}

/// The languages that a request names.
pub(super) fn named(text: &str) -> BTreeSet<Language> {
    let words = words(text);
    let about = words.iter().any(|word| ABOUT.iter().any(|begun| word.said.starts_with(begun)));
    let after: BTreeSet<&str> = AFTER.split_whitespace().collect();
    let named = |(at, word): (usize, &Word)| -> Option<Language> {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).filter(|before| !before.last);
        let free = word.last || words.get(at + 1).is_none_or(|next| after.contains(next.said.as_str()));
        let meant = (about || free) && before.is_none_or(|before| !WITHOUT.contains(&before.said.as_str()));
        let known = all().find(|language| says(word, *language, meant)).map(Language::Known);
        known.or_else(|| if meant && may_be_one(word) { listed(word) } else { None })
    };
    words.iter().enumerate().filter_map(named).collect()
}

fn says(word: &Word, language: usize, meant: bool) -> bool {
    let (russian, english) = name(language);
    let in_english = meant && word.capital && word.said == english.to_lowercase();
    if language >= LANGUAGES.len() {
        return in_english || (meant && word.said.strip_prefix(russian).is_some_and(|ending| ending.chars().count() <= 2));
    }
    let adverb = word.said.strip_prefix("по-").and_then(|said| said.strip_prefix(russian)) == Some("и");
    let ending = word.said.strip_prefix(russian).unwrap_or_default();
    let spoken = ending.starts_with("оговор") || ending.starts_with("оязыч");
    in_english || adverb || spoken || (meant && ENDINGS.contains(&ending))
}

/// Whether a word is written as languages are: as the adjective is in Russian, with a capital in English.
fn may_be_one(word: &Word) -> bool {
    if is_latin(&word.said) { word.capital } else { ENDINGS.iter().chain(&HARD).any(|ending| word.said.ends_with(ending)) }
}

fn listed(word: &Word) -> Option<Language> {
    let [term] = <[String; 1]>::try_from(terms(&word.said)).ok()?;
    let mut stem = [' '; STEM];
    let is_whole = term.chars().count() <= STEM;
    for (held, letter) in stem.iter_mut().zip(term.chars()) {
        *held = letter;
    }
    is_whole.then_some(Language::Listed(Stem(stem)))
}

/// The languages that an item of a profile's list is about: those known here, or else what its words may be.
pub(super) fn spoken(item: &str) -> BTreeSet<Language> {
    let of = |word: &Word| {
        let is = |language: &usize| {
            let (russian, english) = name(*language);
            word.said.starts_with(russian) || word.said == english.to_lowercase()
        };
        let is_level = LEVELS.split_whitespace().any(|level| level == word.said);
        all().find(is).map(Language::Known).or_else(|| if is_level { None } else { listed(word) })
    };
    let (known, listed): (BTreeSet<Language>, BTreeSet<Language>) =
        words(item).iter().filter_map(of).partition(|language| matches!(language, Language::Known(_)));
    if known.is_empty() { listed } else { known }
}

/// A language in both of the languages that people write here: so one that is listed in English is found by a request in Russian.
/// One that is not known here has its own word alone, with an ending that its stem loses again.
pub(super) fn names(language: Language) -> String {
    match language {
        Language::Known(number) => {
            let (russian, english) = name(number);
            let ending = if number < LANGUAGES.len() { "ий" } else { "" };
            format!("{russian}{ending} {english}")
        }
        Language::Listed(Stem(letters)) => {
            let stem: String = letters.iter().filter(|letter| **letter != ' ').collect();
            if is_latin(&stem) { stem } else { format!("{stem}ый") }
        }
    }
}

fn is_latin(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_alphabetic())
}

fn all() -> std::ops::Range<usize> {
    0..LANGUAGES.len() + NOUNS.len()
}

fn name(language: usize) -> (&'static str, &'static str) {
    LANGUAGES.get(language).or_else(|| NOUNS.get(language - LANGUAGES.len())).copied().unwrap_or_default()
}

fn words(text: &str) -> Vec<Word> {
    // «German-speaking» is two words, «по-немецки» is one.
    let text = text.replace("-speak", " speak");
    let word = |chunk: &str| {
        let bare = chunk.trim_matches(|letter: char| !letter.is_alphanumeric());
        let last = chunk.trim_end_matches(['»', '”', '"', '\'']).ends_with(|letter: char| !letter.is_alphanumeric());
        Word { said: bare.to_lowercase().replace('ё', "е"), capital: bare.starts_with(char::is_uppercase), last }
    };
    text.split_whitespace().map(word).filter(|word| !word.said.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(languages: BTreeSet<Language>) -> Vec<&'static str> {
        let known = |language| if let Language::Known(number) = language { Some(name(number).1) } else { None };
        languages.into_iter().filter_map(known).collect()
    }

    fn is_met(text: &str, item: &str) -> bool {
        !named(text).is_disjoint(&spoken(item))
    }

    #[test]
    fn a_language_is_named_where_it_is_spoken_of_and_not_where_something_is_of_its_country() {
        for (text, language) in [
            ("Нужен специалист, говорящий по-немецки", "German"),
            ("Перевод доверенности с немецкого", "German"),
            ("Кто переведёт с итальянского на русский?", "Italian"),
            ("Ищу носителя: французский, три раза в неделю", "French"),
            ("Репетитор немецкого школьнику", "German"),
            ("Договор на турецком языке", "Turkish"),
            ("Психолог со знанием иврита", "Hebrew"),
            ("Немецкоговорящий юрист", "German"),
            ("Looking for a German-speaking accountant", "German"),
            ("A letter to be translated into Finnish", "Finnish"),
        ] {
            assert!(english(named(text)).contains(&language), "{text}: {:?}", named(text));
        }
        for text in [
            "Щенок немецкой овчарки",
            "Немецкий дизайн кухни",
            "Платёж на немецкий счёт",
            "Работа без английского",
            "Польский завод ищет станки",
            "Polish my CV, please",
            "German shepherd puppy",
            "How do I polish a floor",
            "Греческая кухня и русская баня",
        ] {
            assert!(english(named(text)).is_empty(), "{text}: {:?}", named(text));
        }
    }

    #[test]
    fn a_profile_lists_languages_in_its_own_words() {
        assert_eq!(english(spoken("Немецкий B2")), ["German"]);
        assert_eq!(english(spoken("fluent German")), ["German"]);
        let german = names(Language::Known(1));
        assert!(german.contains("немецкий") && german.contains("German"));
    }

    #[test]
    fn a_language_that_is_not_known_here_is_met_by_the_word_that_a_member_lists() {
        for text in [
            "Психолог со знанием жестового языка",
            "Специалист, владеющий жестовым языком",
            "Кто принимает на жестовом?",
            "Говорит ли кто-нибудь на жестовом?",
        ] {
            assert!(is_met(text, "жестовый") && is_met(text, "Жестовый язык"), "{text}: {:?}", named(text));
        }
        for text in ["Speaks Romansh", "Romansh-speaking engineer for a chapel", "Who knows Romansh?"] {
            assert!(is_met(text, "Romansh") && is_met(text, "fluent Romansh"), "{text}: {:?}", named(text));
        }
        for text in ["Жестовый театр ищет помещение", "Romansh sheepdog puppy", "Работа без жестового"]
        {
            assert!(!is_met(text, "жестовый") && !is_met(text, "Romansh"), "{text}: {:?}", named(text));
        }
        assert!(is_met("Speaks Welsh", "Welsh") && is_met("Engineer who speaks Irish", "ирландский"));
        assert!(!is_met("Встреча на деловом", "деловой английский"), "a word beside a language is none");
        assert!(!is_met("Irish setter puppy", "Irish"));
        assert_eq!(terms(&names(listed(&words("жестовым")[0]).expect("a stem"))), terms("жестовый"));
    }
}
