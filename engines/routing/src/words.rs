//! How a text falls into terms: word forms by their stem, code and product names as they are written.

use frostem::{Algorithm, Stemmer};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Longer runs of letters are addresses and keys, which nobody shares with anybody.
const LONGEST: usize = 40;
/// From a capital Russian letter to the small one.
const SMALL: u32 = 'а' as u32 - 'А' as u32;
/// The name of a language with signs is short, in bytes.
const SIGNED: usize = 3;
/// Words that stand in every text of their language and say nothing about it.
static EMPTY: LazyLock<HashSet<&str>> = LazyLock::new(|| EMPTY_WORDS.split_whitespace().collect());
const EMPTY_WORDS: &str = "a an and are as at be been but by can could did do does for from had has have he how i if in is it its \
    just me my no not of on or our she so some than that the their them then there these they this to was we were what when \
    which who will with would you your also а без бы был была были было в вам вас во вот все вы да для до его ее если есть еще \
    же за и из или им их к как ко кто ли мне мы на не нет но ну о он она они от по при с со так там то тоже тут ты у уже что \
    чтобы это этот я";

/// Terms and their numbers. A word is stemmed once and then remembered.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    /// Every spelling met, with its term; none for empty words.
    spellings: HashMap<Box<str>, Option<u32>>,
    terms: HashMap<Box<str>, u32>,
}

impl Default for Lexicon {
    fn default() -> Lexicon {
        let spellings = EMPTY.iter().map(|word| (Box::from(*word), None)).collect();
        Lexicon { spellings, terms: HashMap::new() }
    }
}

impl Lexicon {
    /// The terms of a text with repetitions, numbered; new ones get the next number.
    pub(crate) fn learn(&mut self, text: &str, found: &mut Vec<u32>) {
        each(text, |word| {
            if let Some(term) = self.number(word) {
                found.push(term);
            }
        });
    }

    /// A tag counts as its words, and twice as itself.
    pub(crate) fn learn_tag(&mut self, tag: &str, found: &mut Vec<u32>) {
        self.learn(tag, found);
        if let Some(term) = self.number(&format!("#{tag}")) {
            found.extend([term, term]);
        }
    }

    pub(crate) fn known_tag(&self, tag: &str, found: &mut Vec<u32>) {
        self.known(tag, found);
        if let Some(term) = self.spellings.get(format!("#{tag}").as_str()).copied().flatten() {
            found.extend([term, term]);
        }
    }

    /// The terms of a text that were met before.
    pub(crate) fn known(&self, text: &str, found: &mut Vec<u32>) {
        each(text, |word| {
            let term = match self.spellings.get(word) {
                Some(term) => *term,
                None => self.terms.get(stem(word).as_ref()).copied(),
            };
            found.extend(term);
        });
    }

    /// The number of a term as [`terms`] gives it, if it was met before.
    pub(crate) fn term(&self, term: &str) -> Option<u32> {
        self.terms.get(term).copied()
    }

    fn number(&mut self, word: &str) -> Option<u32> {
        if let Some(term) = self.spellings.get(word) {
            return *term;
        }
        let next = u32::try_from(self.terms.len()).ok()?;
        let term = *self.terms.entry(Box::from(stem(word).as_ref())).or_insert(next);
        self.spellings.insert(Box::from(word), Some(term));
        Some(term)
    }
}

/// The terms of a text, as a reader would see them: for tests and for showing why.
pub fn terms(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    each(text, |word| {
        if !EMPTY.contains(word) {
            found.push(stem(word).into_owned());
        }
    });
    found
}

/// Russian for Cyrillic letters, English for plain Latin ones; anything with digits or signs is a name and stays.
fn stem(word: &str) -> std::borrow::Cow<'_, str> {
    if word.chars().all(|letter| letter.is_ascii_alphabetic() || letter == '\'') {
        Stemmer::new(Algorithm::English).stem(word)
    } else if word.chars().all(|letter| matches!(letter, '\u{400}'..='\u{4ff}')) {
        Stemmer::new(Algorithm::Russian).stem(word)
    } else {
        std::borrow::Cow::Borrowed(word)
    }
}

/// Gives each word of a text in lower case, then what code and product names add: `node.js` is `node`, `js` and `node.js`;
/// `getUserName` is `get`, `user`, `name` and the whole; `C++` is `c++`.
fn each(text: &str, mut give: impl FnMut(&str)) {
    let mut word = String::new();
    for chunk in text.split(|letter: char| class(letter) == Class::Gap) {
        let chunk = chunk.trim_start_matches(|letter| matches!(class(letter), Class::Joint | Class::Sign));
        let bare = chunk.trim_end_matches(|letter| class(letter) == Class::Joint);
        let name = bare.trim_end_matches(|letter| class(letter) == Class::Sign);
        if name.is_empty() {
            continue;
        }
        let signed = name.len() < bare.len() && name.len() <= SIGNED;
        let cuts = if signed { 0 } else { give_parts(name, &mut word, &mut give) };
        if signed || (cuts > 0 && name.chars().count() <= LONGEST) {
            fold(if signed { bare } else { name }, &mut word);
            give(&word);
        }
    }
}

/// Gives the parts of a name, cut at its joints and where a capital follows a small letter; returns the number of cuts.
fn give_parts(name: &str, word: &mut String, give: &mut impl FnMut(&str)) -> usize {
    let (mut start, mut small, mut cuts) = (0, false, 0);
    let mut part = |part: &str| {
        if !part.is_empty() {
            fold(part, word);
            give(word);
        }
    };
    for (at, letter) in name.char_indices() {
        let joint = matches!(letter, '.' | '_' | '-' | '+' | '#');
        if joint || (small && is_capital(letter)) {
            part(&name[start..at]);
            start = if joint { at + 1 } else { at };
            cuts += 1;
        }
        small = !joint && !is_capital(letter);
    }
    part(&name[start..]);
    cuts
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    /// Stands between the parts of one name.
    Joint,
    /// Ends the name of a language: C++, C#.
    Sign,
    Gap,
}

/// Latin and Cyrillic letters are told first: nearly all are.
fn class(letter: char) -> Class {
    match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => Class::Letter,
        '.' | '_' | '-' | '\'' | '’' => Class::Joint,
        '+' | '#' => Class::Sign,
        ascii if ascii.is_ascii() => Class::Gap,
        other if is_mark(other) || other == '\u{306}' || other.is_alphanumeric() => Class::Letter,
        _ => Class::Gap,
    }
}

/// Accents typed after the letter and soft hyphens: they belong to the word and say nothing about which it is.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{305}' | '\u{307}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

fn is_capital(letter: char) -> bool {
    match letter {
        'a'..='z' | 'а'..='я' => false,
        'A'..='Z' | 'А'..='Я' => true,
        other => other.is_uppercase(),
    }
}

fn fold(word: &str, into: &mut String) {
    into.clear();
    for letter in word.chars().filter(|letter| !is_mark(*letter)).take(LONGEST) {
        match letter {
            'a'..='z' | '0'..='9' | 'а'..='я' => into.push(letter),
            'A'..='Z' => into.push(letter.to_ascii_lowercase()),
            'А'..='Я' => into.extend(char::from_u32(letter as u32 + SMALL)),
            'ё' | 'Ё' => into.push('е'),
            '’' => into.push('\''),
            '\u{306}' if into.ends_with('и') => {
                into.pop();
                into.push('й');
            }
            '\u{306}' => {}
            other => into.extend(other.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one_term() {
        for (one, other) in [("нагрузку", "нагрузки"), ("visas", "visa"), ("ЁЛКА", "елки"), ("за\u{301}мок", "замок")]
        {
            assert_eq!(terms(one), terms(other), "{one} {other}");
        }
        assert!(terms("и в the of").is_empty());
    }

    #[test]
    fn names_and_code_are_found_whole_and_in_parts() {
        assert_eq!(terms("C++, C# и node.js!"), ["c++", "c#", "node", "js", "node.js"]);
        assert_eq!(terms("getUserName()"), ["get", "user", "name", "getusernam"]);
        assert_eq!(terms("http_req_duration"), ["http", "req", "durat", "http_req_duration"]);
        assert_eq!(terms("JMeter 5.4"), ["jmeter", "5", "4", "5.4"]);
        assert_eq!(terms("Яндекс.Танк и k6"), ["яндекс", "танк", "яндекс.танк", "k6"]);
        assert_eq!(terms(" ... -- +++ "), Vec::<String>::new());
    }

    #[test]
    fn what_is_learnt_is_known_in_other_forms() {
        let mut lexicon = Lexicon::default();
        let (mut learnt, mut known) = (Vec::new(), Vec::new());
        lexicon.learn("нагрузка сервера", &mut learnt);
        lexicon.known("серверы под нагрузкой", &mut known);
        assert_eq!(known, [learnt[1], learnt[0]]);
    }
}
