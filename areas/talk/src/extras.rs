//! What a message is besides its text: media, polls, forwards, reactions. Read leniently, because it comes from
//! outside: an unknown shape is left out, never an error.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::HashSet;

/// Answers and reactions that are shown; a poll or a message with more is cut.
const LISTED: usize = 40;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extras {
    /// Who said it first, if it was passed on.
    pub forward: Option<String>,
    /// The words of the answered message that the author picked.
    pub reply_quote: Option<String>,
    pub media: Option<Media>,
    pub poll: Option<Poll>,
    pub reactions: Vec<(String, i64)>,
    /// The bot by which it was sent.
    pub via: Option<String>,
    /// The words were removed at the author's request.
    pub erased: bool,
    /// Markdown as it was typed, of our own messages with formatting.
    pub source: Option<String>,
}

/// A file that stayed at its source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Media {
    pub kind: String,
    pub title: Option<String>,
    pub detail: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Poll {
    pub question: String,
    pub options: Vec<(String, i64)>,
    pub total: i64,
}

impl Extras {
    pub fn read(text: Option<&str>) -> Extras {
        let Some(Ok(Value::Object(mut held))) = text.map(serde_json::from_str::<Value>) else { return Extras::default() };
        let mut poll: Option<Poll> = part(&mut held, "poll");
        if let Some(poll) = &mut poll {
            poll.options.truncate(LISTED);
        }
        let mut reactions: Vec<(String, i64)> = part(&mut held, "reactions").unwrap_or_default();
        reactions.truncate(LISTED);
        Extras {
            forward: part(&mut held, "forward"),
            reply_quote: part(&mut held, "reply_quote"),
            media: part(&mut held, "media"),
            poll,
            reactions,
            via: part(&mut held, "via"),
            erased: part(&mut held, "erased").unwrap_or_default(),
            source: part(&mut held, "source"),
        }
    }
}

fn part<T: for<'de> Deserialize<'de>>(held: &mut Map<String, Value>, name: &str) -> Option<T> {
    serde_json::from_value(held.remove(name)?).ok()
}

/// What stands instead of words that were removed at their author's request.
pub(crate) const ERASED: &str = r#"{"erased":true}"#;

/// The extras of a message that is written here.
pub(crate) fn of_source(source: Option<&str>) -> Option<String> {
    source.map(|source| serde_json::json!({ "source": source }).to_string())
}

/// The same extras without the quoted words; nothing if there are none to take away.
pub(crate) fn without_quote(text: &str) -> Option<String> {
    let Ok(Value::Object(mut held)) = serde_json::from_str::<Value>(text) else { return None };
    held.remove("reply_quote")?;
    Some(Value::Object(held).to_string())
}

/// The same extras without the name of who said it first; nothing if they name none of these.
pub(crate) fn without_credit(text: &str, names: &HashSet<String>) -> Option<String> {
    let Ok(Value::Object(mut held)) = serde_json::from_str::<Value>(text) else { return None };
    let credit = held.get_mut("forward")?;
    if !names.contains(credit.as_str()?) {
        return None;
    }
    *credit = Value::String(String::new());
    Some(Value::Object(held).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_shapes_are_read_and_others_left_out() {
        let text = r#"{"forward":"Нина","media":{"kind":"photo","title":null},"poll":{"question":"Когда?","options":[["вт",3],["чт",1]],"total":4},
            "reactions":[["👍",3]],"via":7,"service":{"action":"x"},"new":[1]}"#;
        let extras = Extras::read(Some(text));
        assert_eq!(extras.forward.as_deref(), Some("Нина"));
        assert_eq!(extras.media, Some(Media { kind: "photo".into(), ..Media::default() }));
        assert_eq!(extras.poll.map(|poll| (poll.options.len(), poll.total)), Some((2, 4)));
        assert_eq!((extras.reactions.len(), extras.via), (1, None));
        for broken in [None, Some(""), Some("[]"), Some("{"), Some(r#"{"poll":7,"reactions":{"a":1}}"#)] {
            assert_eq!(Extras::read(broken), Extras::default(), "{broken:?}");
        }
        assert!(Extras::read(Some(ERASED)).erased);
    }

    #[test]
    fn who_said_it_first_can_be_taken_away() {
        let names = HashSet::from(["Нина".to_owned()]);
        let left = without_credit(r#"{"forward":"Нина","via":"bot"}"#, &names);
        assert_eq!(left.as_deref(), Some(r#"{"forward":"","via":"bot"}"#));
        for other in [r#"{"forward":"Нина Ли"}"#, r#"{"via":"Нина"}"#, r#"{"forward":7}"#, ERASED] {
            assert_eq!(without_credit(other, &names), None, "{other}");
        }
    }

    #[test]
    fn quoted_words_can_be_taken_away() {
        assert_eq!(without_quote(r#"{"reply_quote":"слова","via":"bot"}"#).as_deref(), Some(r#"{"via":"bot"}"#));
        assert_eq!(without_quote(r#"{"via":"bot"}"#), None);
    }
}
