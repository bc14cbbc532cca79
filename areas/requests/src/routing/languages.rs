//! Languages, as requests name them and profiles list them. «Перевод с немецкого» names one; «немецкая овчарка» does not.

use std::collections::BTreeSet;

/// Each language as a number: its place in [`LANGUAGES`].
pub(super) type Language = usize;

/// How the Russian adjective begins, and the English name.
const LANGUAGES: [(&str, &str); 45] = [
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
];
/// Those that are nouns in Russian.
const NOUNS: [(&str, &str); 5] =
    [("иврит", "Hebrew"), ("хинди", "Hindi"), ("фарси", "Farsi"), ("эсперанто", "Esperanto"), ("урду", "Urdu")];

/// Endings of the adjective where it stands for the language.
const ENDINGS: [&str; 5] = ["ий", "ого", "ому", "им", "ом"];
/// Beginnings of words that speak of languages: beside them the adjective is one whatever follows.
const ABOUT: [&str; 11] =
    ["язык", "переводчи", "репетитор", "преподавател", "носител", "говор", "владе", "speak", "fluent", "translat", "interpret"];
/// What may follow a language that stands for itself.
const AFTER: &str = "и или на с со в во для по из от до без как где кто что а но не к у о об за через при если чтобы который которая \
    and or into to for in from with without at by as who speaker speakers language tutor teacher lessons translation";
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
    let named = |(at, word): (usize, &Word)| {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).filter(|before| !before.last);
        let free = word.last || words.get(at + 1).is_none_or(|next| after.contains(next.said.as_str()));
        let meant = (about || free) && before.is_none_or(|before| !WITHOUT.contains(&before.said.as_str()));
        (0..LANGUAGES.len() + NOUNS.len()).find(|language| says(word, *language, meant))
    };
    words.iter().enumerate().filter_map(named).collect()
}

fn says(word: &Word, language: Language, meant: bool) -> bool {
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

/// The languages that an item of a profile's list is about.
pub(super) fn spoken(item: &str) -> BTreeSet<Language> {
    let all = 0..LANGUAGES.len() + NOUNS.len();
    let said = words(item);
    let is = |language: &Language| {
        let (russian, english) = name(*language);
        said.iter().any(|word| word.said.starts_with(russian) || word.said == english.to_lowercase())
    };
    all.filter(is).collect()
}

/// A language in both of the languages that people write here: so one that is listed in English is found by a request in Russian.
pub(super) fn names(language: Language) -> String {
    let (russian, english) = name(language);
    let ending = if language < LANGUAGES.len() { "ий" } else { "" };
    format!("{russian}{ending} {english}")
}

fn name(language: Language) -> (&'static str, &'static str) {
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
        languages.into_iter().map(|language| name(language).1).collect()
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
            assert!(named(text).is_empty(), "{text}: {:?}", english(named(text)));
        }
    }

    #[test]
    fn a_profile_lists_languages_in_its_own_words() {
        assert_eq!(english(spoken("Немецкий B2")), ["German"]);
        assert_eq!(english(spoken("fluent German")), ["German"]);
        assert!(spoken("жестовый").is_empty());
        assert!(names(1).contains("немецкий") && names(1).contains("German"));
    }
}
