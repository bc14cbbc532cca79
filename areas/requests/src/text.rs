//! What a person typed: Markdown as typed, without what cannot be seen, of a bounded length.

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

/// A text with something to read in it: a text of nothing but marks is empty.
pub fn said(typed: &str, letters: usize) -> Result<String, Fault> {
    let text = kept(typed, letters)?;
    if plain(&text, 1).is_empty() { Err(Fault::Empty) } else { Ok(text) }
}

/// A text that may be left out.
pub fn kept(typed: &str, letters: usize) -> Result<String, Fault> {
    let visible = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    let text: String = typed.replace("\r\n", "\n").chars().filter(visible).collect();
    let text = text.trim();
    if text.chars().count() > letters { Err(Fault::Long) } else { Ok(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_bounded_and_say_something() {
        assert_eq!(said(" Позвоните\r\nмне \u{0}", 100).as_deref(), Ok("Позвоните\nмне"));
        assert_eq!(said("\n\t", 100), Err(Fault::Empty));
        assert_eq!(said("** **", 1), Err(Fault::Long));
        assert_eq!(kept("", 10).as_deref(), Ok(""));
        assert!(said(&"я".repeat(LETTERS), LETTERS).is_ok());
        assert_eq!(said(&"я".repeat(LETTERS + 1), LETTERS), Err(Fault::Long));
    }
}
