//! What a person typed: Markdown as typed, without what cannot be seen, of a bounded length.

use kernel::visible;
use web::plain;

/// The longest answer, note or word of thanks.
pub const LETTERS: usize = 8_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Empty,
    Long,
}

impl Fault {
    pub fn word(self) -> &'static str {
        match self {
            Fault::Empty => "requests-text-fault-empty",
            Fault::Long => "requests-text-fault-long",
        }
    }
}

/// One line without what cannot be seen, as names are.
pub fn line(typed: &str) -> String {
    visible(typed)
}

/// Lines with plain ends and the room between words as typed, without what cannot be seen, word by word as names are: by it a
/// text reads otherwise than it is, and is not found by its words.
pub fn lines(typed: &str) -> String {
    let typed = typed.replace("\r\n", "\n");
    let mut text = String::with_capacity(typed.len());
    for part in typed.split_inclusive(char::is_whitespace) {
        let word = part.trim_end_matches(char::is_whitespace);
        text.push_str(&visible(word));
        text.extend(part[word.len()..].chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')));
    }
    text.trim().to_owned()
}

/// A text with something to read in it: a text of nothing but marks is empty.
pub fn said(typed: &str, letters: usize) -> Result<String, Fault> {
    let text = kept(typed, letters)?;
    if visible(&plain(&text, letters)).is_empty() { Err(Fault::Empty) } else { Ok(text) }
}

/// A text that may be left out.
pub fn kept(typed: &str, letters: usize) -> Result<String, Fault> {
    let text = lines(typed);
    if text.chars().count() > letters { Err(Fault::Long) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_bounded_and_say_something() {
        assert_eq!(said(" Позвоните\r\nмне \u{0}", 100).as_deref(), Ok("Позвоните\nмне"));
        assert_eq!(said("Позвоните \u{202e}мне\u{202c}", 100).as_deref(), Ok("Позвоните мне"));
        assert_eq!(
            said("По\u{200b}звоните\n\n    1\u{fe0f}\u{20e3}  👩\u{200d}💻", 100).as_deref(),
            Ok("Позвоните\n\n    1\u{fe0f}\u{20e3}  👩\u{200d}💻")
        );
        assert_eq!(said("\n\t", 100), Err(Fault::Empty));
        assert_eq!(said("\u{200b} \u{2060}", 100), Err(Fault::Empty));
        assert_eq!(said("** **", 1), Err(Fault::Long));
        assert_eq!(kept("", 10).as_deref(), Ok(""));
        assert!(said(&"я".repeat(LETTERS), LETTERS).is_ok());
        assert_eq!(said(&"я".repeat(LETTERS + 1), LETTERS), Err(Fault::Long));
    }
}
