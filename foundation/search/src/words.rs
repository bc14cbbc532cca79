//! How text falls into words: one way for indexing, asking and highlighting.

use std::borrow::Cow;
use std::ops::Range;

use frostem::{Algorithm, Stemmer};

/// Longer words are cut: nobody looks for them, and they would swell the dictionary.
const WORD_LIMIT: usize = 64;

/// Walks over the words of a text, giving each in its folded form.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a str) -> Scanner<'a> {
        Scanner { text, at: 0 }
    }

    /// Puts the next word, folded, into `form` and returns its place in the text, in bytes.
    pub(crate) fn next_into(&mut self, form: &mut String) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        let start = self.at + rest.find(is_letter)?;
        form.clear();
        let mut end = start;
        let mut letters = 0;
        let mut chars = self.text[start..].char_indices().peekable();
        while let Some((offset, letter)) = chars.next() {
            if is_letter(letter) {
                if letters < WORD_LIMIT {
                    fold_into(letter, form);
                }
                letters += 1;
            } else if is_mark(letter) {
                join_mark(letter, form);
            } else if is_apostrophe(letter) && chars.peek().is_some_and(|(_, next)| is_letter(*next)) {
                form.push('\'');
            } else {
                break;
            }
            end = start + offset + letter.len_utf8();
        }
        self.at = end;
        Some(start..end)
    }
}

/// Whether a character is a letter or a digit. Those of everyday texts are known without a table.
fn is_letter(letter: char) -> bool {
    match letter {
        'а'..='я' | 'А'..='Я' | 'a'..='z' | 'A'..='Z' | '0'..='9' | 'ё' | 'Ё' => true,
        '\0'..='\u{7f}' => false,
        other => other.is_alphanumeric(),
    }
}

/// Whether a character belongs to the word it stands in without being a letter of its own:
/// accents typed after the letter, soft hyphens, invisible joiners.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

fn fold_into(letter: char, form: &mut String) {
    match letter {
        'а'..='я' | 'a'..='z' | '0'..='9' => return form.push(letter),
        'А'..='Я' => return form.push(char::from_u32(letter as u32 + 32).unwrap_or(letter)),
        _ => {}
    }
    for lower in letter.to_lowercase() {
        match lower {
            'ё' => form.push('е'),
            other if is_mark(other) => {}
            other => form.push(other),
        }
    }
}

/// A breve after и makes й (some keyboards and PDF files write it so); a stress or any other mark
/// says nothing about which word it is.
fn join_mark(mark: char, form: &mut String) {
    if mark == '\u{306}' && form.ends_with('и') {
        form.pop();
        form.push('й');
    }
}

/// The folded form of a text: its words in lower case with ё as е, one space between them.
///
/// # Examples
///
/// ```
/// assert_eq!(search::fold("Ещё  РАЗ!"), "еще раз");
/// ```
pub fn fold(text: &str) -> String {
    let mut scanner = Scanner::new(text);
    let (mut folded, mut form) = (String::with_capacity(text.len()), String::new());
    while scanner.next_into(&mut form).is_some() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&form);
    }
    folded
}

/// The stem of a folded word: Russian for Cyrillic letters, English for plain Latin ones, the word
/// itself for anything else (numbers, other scripts, mixtures).
///
/// # Examples
///
/// ```
/// assert_eq!(search::stem("психологам"), search::stem("психолог"));
/// assert_eq!(search::stem("invoices"), search::stem("invoice"));
/// ```
pub fn stem(form: &str) -> Cow<'_, str> {
    if form.chars().all(|letter| letter.is_ascii_alphabetic() || letter == '\'') {
        Stemmer::new(Algorithm::English).stem(form)
    } else if form.chars().all(|letter| matches!(letter, '\u{400}'..='\u{4ff}')) {
        Stemmer::new(Algorithm::Russian).stem(form)
    } else {
        Cow::Borrowed(form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let (mut scanner, mut form, mut words) = (Scanner::new(text), String::new(), Vec::new());
        while let Some(place) = scanner.next_into(&mut form) {
            words.push(&text[place]);
        }
        words
    }

    #[test]
    fn words_are_found_with_their_places() {
        assert_eq!(words("— Да, веб-дизайн: client’s 2,5 %…"), ["Да", "веб", "дизайн", "client’s", "2", "5"]);
        assert!(words(" …!? 🙂 «»").is_empty());
    }

    #[test]
    fn forms_are_folded() {
        assert_eq!(fold("ЁЖИК Client’s за\u{301}мок"), "ежик client's замок");
        assert_eq!(fold("мои\u{306} со\u{ad}юз"), "мой союз");
        assert_eq!(fold(&"я".repeat(500)).chars().count(), WORD_LIMIT);
    }

    #[test]
    fn everyday_letters_are_as_the_tables_have_them() {
        for letter in '\0'..='\u{52f}' {
            assert_eq!(is_letter(letter), letter.is_alphanumeric(), "{letter:?}");
            let (mut form, lower) = (String::new(), letter.to_lowercase().collect::<String>().replace('ё', "е"));
            fold_into(letter, &mut form);
            assert!(form == lower || lower.contains(is_mark), "{letter:?} {form:?}");
        }
    }

    #[test]
    fn stems_follow_the_script() {
        for forms in [["книга", "книгу"], ["вопрос", "вопросами"], ["clients", "client's"], ["running", "runs"]]
        {
            assert_eq!(stem(forms[0]), stem(forms[1]));
        }
        assert_eq!(stem("2024"), "2024");
        assert_ne!(stem("супервизия"), stem("супервизор"));
    }
}
