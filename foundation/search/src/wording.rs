//! What a person typed, read kindly: there is no wrong syntax, only words.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::words::{Scanner, stem};

/// The longest search text, in characters; the rest is not read.
pub const LENGTH_LIMIT: usize = 400;
/// The most words in a search; the rest are not read.
pub const WORDS_LIMIT: usize = 16;
/// From how many letters on the last word also matches as a beginning.
const PREFIX_LETTERS: usize = 3;

/// Words so common that a message need not contain them to be found.
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let words = "а без бы в во для до же за и из или к как ко ли мне мы на над не но о об от по под при про с со \
                 то у что это я a an and are as at be by for from how i in is it of on or that the to was what with";
    words.split_whitespace().collect()
});

/// A word of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) form: String,
    pub(crate) stem: String,
    /// Its place in what was typed, in bytes.
    pub(crate) place: Range<usize>,
}

impl Word {
    pub(crate) fn is_common(&self) -> bool {
        COMMON.contains(self.form.as_str())
    }
}

/// One demand: a word, or several that stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) words: Vec<Word>,
    pub(crate) excluded: bool,
    /// Also matches words that begin so.
    pub(crate) beginning: bool,
    pub(crate) quoted: bool,
    /// Only the very form counts. Nobody can type this.
    pub(crate) exact: bool,
}

/// Reads what was typed into demands.
pub(crate) fn read(typed: &str) -> Vec<Clause> {
    let typed = within_length(typed);
    let mut clauses = Vec::new();
    let mut left = WORDS_LIMIT;
    let mut rest = 0..typed.len();
    while let Some((piece, excluded, quoted, next)) = piece(typed, rest.start) {
        rest.start = next;
        let words = words(typed, piece, left);
        left -= words.len();
        if !words.is_empty() {
            clauses.push(Clause { words, excluded, beginning: false, quoted, exact: false });
        }
    }
    if let Some(last) = clauses.last_mut() {
        let long = last.words.len() == 1 && last.words[0].form.chars().count() >= PREFIX_LETTERS;
        last.beginning = long && !last.quoted && !last.excluded;
    }
    clauses
}

fn within_length(typed: &str) -> &str {
    typed.char_indices().nth(LENGTH_LIMIT).map_or(typed, |(end, _)| &typed[..end])
}

/// The next piece from a place on: its range, whether it is excluded, whether it is quoted, and where
/// to go on. A quotation that is not closed reaches to the end.
fn piece(typed: &str, from: usize) -> Option<(Range<usize>, bool, bool, usize)> {
    let mut start = from + typed[from..].find(|letter: char| !letter.is_whitespace())?;
    let mut head = typed[start..].chars();
    let mut first = head.next()?;
    let excluded = first == '-' && head.clone().next().is_some_and(|next| next.is_alphanumeric() || is_quote(next));
    if excluded {
        start += 1;
        first = head.next()?;
    }
    if is_quote(first) {
        let inside = start + first.len_utf8();
        let end = typed[inside..].find(is_quote).map_or(typed.len(), |at| inside + at);
        let next = end + typed[end..].chars().next().map_or(0, char::len_utf8);
        return Some((inside..end, excluded, true, next));
    }
    let ends = |letter: char| letter.is_whitespace() || is_quote(letter);
    let end = typed[start..].find(ends).map_or(typed.len(), |at| start + at);
    Some((start..end, excluded, false, end))
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '«' | '»' | '“' | '”' | '„')
}

fn words(typed: &str, piece: Range<usize>, limit: usize) -> Vec<Word> {
    let (mut scanner, mut form, mut words) = (Scanner::new(&typed[piece.clone()]), String::new(), Vec::new());
    while words.len() < limit {
        let Some(place) = scanner.next_into(&mut form) else {
            break;
        };
        let place = piece.start + place.start..piece.start + place.end;
        words.push(Word { stem: stem(&form).into_owned(), form: form.clone(), place });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(typed: &str) -> Vec<String> {
        read(typed)
            .iter()
            .map(|clause| {
                let forms: Vec<&str> = clause.words.iter().map(|word| word.form.as_str()).collect();
                let sign = if clause.excluded { "-" } else { "" };
                format!("{sign}{}{}", forms.join("+"), if clause.beginning { "*" } else { "" })
            })
            .collect()
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        assert_eq!(
            outline("книги «семейная терапия» -дети -\"в школе\" про"),
            ["книги", "семейная+терапия", "-дети", "-в+школе", "про*"]
        );
        assert_eq!(outline("веб-дизайн"), ["веб+дизайн"]);
        assert_eq!(outline("\"психолог\""), ["психолог"]);
    }

    #[test]
    fn odd_syntax_is_only_words() {
        assert_eq!(outline("\"не закрыта"), ["не+закрыта"]);
        assert_eq!(outline("-- - «» \"\" 🙂"), Vec::<String>::new());
        assert_eq!(outline("да AND (нет^2)~ field:x"), ["да", "and", "нет+2", "field+x"]);
        assert_eq!(outline("ищу -"), ["ищу*"]);
    }

    #[test]
    fn length_and_words_are_limited() {
        let count: usize = read(&"да ".repeat(100)).iter().map(|clause| clause.words.len()).sum();
        assert_eq!(count, WORDS_LIMIT);
        assert_eq!(read(&"я".repeat(10_000)).len(), 1);
        assert!(read(&" ".repeat(10_000)).is_empty());
    }
}
