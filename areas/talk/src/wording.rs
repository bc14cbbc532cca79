//! What a person typed, parsed at the door: 1 to [`LETTERS`] characters of Markdown, with what is kept of it.

use web::{markdown, plain};

/// The longest message.
pub const LETTERS: usize = 8_000;

/// A text that may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// As typed, with plain line ends.
    source: String,
    /// Without marks: what is searched and quoted. The source itself where there are no marks.
    plain: String,
    formatted: bool,
}

impl Wording {
    /// # Errors
    /// The word that says what to mend.
    pub fn parse(typed: &str) -> Result<Wording, &'static str> {
        // Marks that turn the direction of a line make it read otherwise than it is.
        let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let kept = |letter: &char| (!letter.is_control() || matches!(letter, '\n' | '\t')) && !turns(*letter);
        let source: String = typed.replace("\r\n", "\n").chars().filter(kept).collect();
        let source = source.trim().to_owned();
        if source.is_empty() {
            return Err("talk-fault-empty");
        }
        if source.chars().count() > LETTERS {
            return Err("talk-fault-long");
        }
        // Marks change the words: a text that reads the same without them has none and keeps its line ends.
        let unmarked = plain(&source, 2 * LETTERS);
        let formatted = unmarked != source.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = if formatted { unmarked } else { source.clone() };
        // A text of nothing but marks would be an empty message.
        if kernel::visible(&plain).is_empty() {
            return Err("talk-fault-empty");
        }
        Ok(Wording { source, plain, formatted })
    }

    /// The text without marks.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// Safe HTML, where the text has formatting.
    pub fn html(&self) -> Option<String> {
        self.formatted.then(|| markdown(&self.source).into_string())
    }

    /// What was typed, where [`Wording::plain`] does not say it.
    pub fn source(&self) -> Option<&str> {
        self.formatted.then_some(self.source.as_str())
    }

    /// Whether something is asked: a question mark outside of addresses.
    pub fn asks(&self) -> bool {
        self.plain.split_whitespace().any(|word| word.contains('?') && !word.contains("://"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_parsed_once() {
        let simple = Wording::parse(" Добрый день!\r\nКто знает? \u{0}").unwrap();
        assert_eq!((simple.plain(), simple.html(), simple.source()), ("Добрый день!\nКто знает?", None, None));
        assert!(simple.asks());
        let marked = Wording::parse("**Важно**: https://x.example/?a=1").unwrap();
        assert!(marked.plain().starts_with("Важно: "));
        assert!(marked.html().unwrap().contains("<strong>Важно</strong>"));
        assert!(!marked.asks(), "a question mark in an address asks nothing");
        assert_eq!(Wording::parse(" \n\u{0}\t"), Err("talk-fault-empty"));
        assert_eq!(Wording::parse("\u{200b}\u{2066}"), Err("talk-fault-empty"));
        assert_eq!(Wording::parse("Счёт \u{202e}fdp").unwrap().plain(), "Счёт fdp");
        assert!(Wording::parse(&"я".repeat(LETTERS)).is_ok());
        assert_eq!(Wording::parse(&"я".repeat(LETTERS + 1)), Err("talk-fault-long"));
    }
}
