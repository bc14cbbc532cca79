//! A piece of the text round the words that were found.

use std::collections::HashSet;
use std::ops::Range;

use crate::wording::Clause;
use crate::words::{Scanner, stem};

/// About how many characters a snippet has.
pub const SNIPPET_LENGTH: usize = 200;
/// How much of that stands before the first found word.
const LEAD_LENGTH: usize = 50;
/// How many found words are looked at; the rest of a very long text is not weighed.
const MATCHES_LIMIT: usize = 200;

/// What is marked in the texts of a page.
pub(crate) struct Wanted<'a> {
    stems: HashSet<&'a str>,
    /// Words that begin so are marked as well.
    beginning: Option<&'a str>,
    /// The letters that all these begin with.
    initials: Vec<char>,
}

struct Match {
    place: Range<usize>,
    stem: String,
}

impl<'a> Wanted<'a> {
    pub(crate) fn of(clauses: &'a [Clause]) -> Wanted<'a> {
        let wanted = || clauses.iter().filter(|clause| !clause.excluded);
        let several = wanted().flat_map(|clause| &clause.words).any(|word| !word.is_common());
        let stems: HashSet<&str> = wanted()
            .flat_map(|clause| clause.words.iter().map(move |word| (word, clause.words.len() > 1)))
            .filter(|(word, in_phrase)| *in_phrase || !several || !word.is_common())
            .map(|(word, _)| word.stem.as_str())
            .collect();
        let beginning = wanted().find(|clause| clause.beginning).map(|clause| clause.words[0].form.as_str());
        let initials = stems.iter().copied().chain(beginning).filter_map(|word| word.chars().next()).collect();
        Wanted { stems, beginning, initials }
    }

    /// Cuts the text to the stretch with the most different words that were asked for. The pieces follow
    /// one another; the flag says which ones were asked for. Runs of white space become one space.
    pub(crate) fn snippet(&self, text: &str) -> Vec<(String, bool)> {
        let matches = self.matches(text);
        let stretch = stretch(text, &matches);
        let mut pieces = Vec::new();
        let mut at = stretch.start;
        if at > 0 {
            add(&mut pieces, "…", false);
        }
        let inside = |found: &&Match| found.place.start >= stretch.start && found.place.end <= stretch.end;
        for found in matches.iter().filter(inside) {
            add(&mut pieces, &text[at..found.place.start], false);
            add(&mut pieces, &text[found.place.clone()], true);
            at = found.place.end;
        }
        add(&mut pieces, &text[at..stretch.end], false);
        if stretch.end < text.trim_end().len() {
            add(&mut pieces, "…", false);
        }
        pieces
    }

    fn matches(&self, text: &str) -> Vec<Match> {
        let (mut scanner, mut form, mut matches) = (Scanner::new(text), String::new(), Vec::new());
        while matches.len() < MATCHES_LIMIT {
            let Some(place) = scanner.next_into(&mut form) else {
                break;
            };
            // Finding a stem takes long, and no stem begins with another letter than its word.
            if !form.starts_with(self.initials.as_slice()) {
                continue;
            }
            let stem = stem(&form);
            if self.stems.contains(stem.as_ref()) || self.beginning.is_some_and(|start| form.starts_with(start)) {
                matches.push(Match { place, stem: stem.into_owned() });
            }
        }
        matches
    }
}

/// The range of the text to show, its ends between words.
fn stretch(text: &str, matches: &[Match]) -> Range<usize> {
    let best = matches.iter().enumerate().max_by_key(|(index, first)| {
        let end = forward(text, first.place.start, SNIPPET_LENGTH - LEAD_LENGTH);
        let inside = matches[*index..].iter().take_while(|found| found.place.end <= end);
        let different = inside.map(|found| found.stem.as_str()).collect::<HashSet<_>>().len();
        (different, std::cmp::Reverse(*index))
    });
    let first = best.map_or(0, |(_, found)| found.place.start);
    let start = between_words(text, backward(text, first, LEAD_LENGTH), first);
    let end = forward(text, start, SNIPPET_LENGTH);
    let whole = text[start..end].rfind(char::is_whitespace).map_or(end, |at| start + at);
    // A single endless word is cut where it must be.
    let end = if end == text.len() || whole <= first { end } else { whole };
    start..end
}

fn forward(text: &str, from: usize, chars: usize) -> usize {
    text[from..].char_indices().nth(chars).map_or(text.len(), |(at, _)| from + at)
}

fn backward(text: &str, from: usize, chars: usize) -> usize {
    text[..from].char_indices().rev().nth(chars.saturating_sub(1)).map_or(0, |(at, _)| at)
}

/// The first place after a space, not later than `limit`.
fn between_words(text: &str, from: usize, limit: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let space = text[from..limit].char_indices().find(|(_, letter)| letter.is_whitespace());
    space.map_or(limit, |(at, letter)| from + at + letter.len_utf8())
}

/// Adds text to the last piece of the same sort, or begins another.
fn add(pieces: &mut Vec<(String, bool)>, text: &str, found: bool) {
    for letter in text.chars() {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        let after_space = pieces.last().is_none_or(|(piece, _)| piece.ends_with(' '));
        if letter == ' ' && after_space {
            continue;
        }
        match pieces.last_mut() {
            Some((piece, same)) if *same == found => piece.push(letter),
            _ => pieces.push((letter.to_string(), found)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::read;

    fn marked(text: &str, typed: &str) -> String {
        let mark = |(piece, found): (String, bool)| if found { format!("[{piece}]") } else { piece };
        Wanted::of(&read(typed)).snippet(text).into_iter().map(mark).collect()
    }

    #[test]
    fn forms_of_a_word_are_marked() {
        assert_eq!(marked("Есть вопрос\n\nпро супервизию", "вопросы"), "Есть [вопрос] про супервизию");
        assert_eq!(marked("Тёплый приём", "теплыми прием"), "[Тёплый] [приём]");
        assert_eq!(marked("Книга о психологах", "\"о психологе\""), "Книга [о] [психологах]");
        assert_eq!(marked("ничего общего", "вопрос"), "ничего общего");
        assert_eq!(marked("", "вопрос"), "");
    }

    #[test]
    fn a_long_text_is_cut_round_the_words() {
        let text = format!("{}нужен кабинет в центре {}", "слово ".repeat(200), "ещё раз ".repeat(200));
        let cut = marked(&text, "кабинет центр");
        assert!(cut.starts_with("…слово ") && cut.ends_with('…'), "{cut}");
        assert!(cut.contains("нужен [кабинет] в [центре]"), "{cut}");
        assert!(cut.chars().count() <= SNIPPET_LENGTH + 10);
        assert!(marked(&"я".repeat(1_000), "ять").chars().count() <= SNIPPET_LENGTH + 2);
    }
}
