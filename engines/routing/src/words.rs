//! How a text falls into terms: word forms by their stem, code and product names as they are written.

use frostem::{Algorithm, Stemmer};
use std::collections::HashMap;

/// Longer runs of letters are addresses and keys, which nobody shares with anybody.
const LONGEST: usize = 40;
/// Words that stand in every text of their language and say nothing about it.
const EMPTY: &str = "a an and are as at be been but by can could did do does for from had has have he how i if in is it its just me my no not \
    of on or our she so some than that the their them then there these they this to was we were what when which who will \
    with would you your also а без бы был была были было в вам вас во вот все вы да для до его ее если есть еще же за и из \
    или им их к как ко кто ли мне мы на не нет но ну о он она они от по при с со так там то тоже тут ты у уже что чтобы это \
    этот я";

/// Terms and their numbers. A word is stemmed once and then remembered.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    /// Every spelling met, with its term; none for empty words.
    spellings: HashMap<Box<str>, Option<u32>>,
    terms: HashMap<Box<str>, u32>,
}

impl Default for Lexicon {
    fn default() -> Lexicon {
        let spellings = EMPTY.split_whitespace().map(|word| (Box::from(word), None)).collect();
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
        if EMPTY.split_whitespace().all(|empty| empty != word) {
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
    for chunk in text.split(|letter: char| !(letter.is_alphanumeric() || is_joint(letter) || is_mark(letter) || is_sign(letter))) {
        let chunk = chunk.trim_start_matches(|letter| is_joint(letter) || is_sign(letter));
        let bare = chunk.trim_end_matches(is_joint);
        let name = bare.trim_end_matches(is_sign);
        if name.is_empty() {
            continue;
        }
        let signed = name.len() < bare.len() && name.len() <= 3;
        let parts = parts(name);
        let letters = name.chars().count();
        if !signed {
            for part in parts.iter().filter(|part| !part.is_empty()) {
                fold(part, &mut word);
                give(&word);
            }
        }
        if signed || (parts.len() > 1 && letters <= LONGEST) {
            fold(if signed { bare } else { name }, &mut word);
            give(&word);
        }
    }
}

/// What stands between the parts of one name.
fn is_joint(letter: char) -> bool {
    matches!(letter, '.' | '_' | '-' | '\'' | '’')
}

/// What ends the name of a language: C++, C#.
fn is_sign(letter: char) -> bool {
    matches!(letter, '+' | '#')
}

/// Accents typed after the letter and soft hyphens: they belong to the word and say nothing about which it is.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{305}' | '\u{307}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// A name cut at its joints and where a capital follows a small letter.
fn parts(name: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut small) = (0, false);
    for (at, letter) in name.char_indices() {
        let joint = matches!(letter, '.' | '_' | '-') || is_sign(letter);
        if joint || (small && letter.is_uppercase()) {
            parts.push(&name[start..at]);
            start = if joint { at + letter.len_utf8() } else { at };
        }
        small = letter.is_lowercase();
    }
    parts.push(&name[start..]);
    parts
}

fn fold(word: &str, into: &mut String) {
    into.clear();
    for letter in word.chars().filter(|letter| !is_mark(*letter)).take(LONGEST).flat_map(char::to_lowercase) {
        match letter {
            'ё' => into.push('е'),
            '’' => into.push('\''),
            '\u{306}' if into.ends_with('и') => {
                into.pop();
                into.push('й');
            }
            '\u{306}' => {}
            other => into.push(other),
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
