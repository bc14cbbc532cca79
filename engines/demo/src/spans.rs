//! Reads the marks in a composed text: `*bold*`, `_italic_`, `#tag`, an address, a quoted first line
//! (`> `), and mentions, which stand as a number between U+0002 and U+0003.

use crate::model::{Person, Span};

/// How a mention stands in a composed text.
pub(crate) fn mention(person: usize) -> String {
    format!("\u{2}{person}\u{3}")
}

/// Cuts a composed text into spans. `first_name` tells the names of the mentioned.
pub(crate) fn spans<'a>(text: &str, person: impl Fn(usize) -> &'a Person) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut rest = text;
    if let Some(quoted) = text.strip_prefix("> ") {
        let (quote, after) = quoted.split_once('\n').unwrap_or((quoted, ""));
        spans.push(Span::Quote(quote.to_owned()));
        rest = after;
    }
    while let Some(at) = rest.find(['*', '_', '#', '\u{2}', 'h']) {
        let (span, length) = marked(&rest[at..], &person).unwrap_or_else(|| {
            let letter: String = rest[at..].chars().take(1).collect();
            let length = letter.len();
            (Span::Plain(letter), length)
        });
        push(&mut spans, Span::Plain(rest[..at].to_owned()));
        push(&mut spans, span);
        rest = &rest[at + length..];
    }
    push(&mut spans, Span::Plain(rest.to_owned()));
    spans
}

/// The marked stretch at the beginning of a text with its length in bytes, if there is one.
fn marked<'a>(text: &str, person: &impl Fn(usize) -> &'a Person) -> Option<(Span, usize)> {
    let mark = text.chars().next()?;
    match mark {
        '*' | '_' => {
            let end = text[1..].find(mark)?;
            let inside = text[1..=end].to_owned();
            Some((if mark == '*' { Span::Bold(inside) } else { Span::Italic(inside) }, end + 2))
        }
        '#' => {
            let end = text[1..].find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len() - 1);
            (end > 0).then(|| (Span::Hashtag(text[..=end].to_owned()), end + 1))
        }
        '\u{2}' => {
            let end = text.find('\u{3}')?;
            let index = text[1..end].parse().ok()?;
            Some((Span::Mention(person(index).first_name.clone(), index), end + 1))
        }
        _ => {
            text.starts_with("https://").then_some(())?;
            let end = text.find(char::is_whitespace).unwrap_or(text.len());
            let link = text[..end].trim_end_matches(['.', ',', ')']);
            Some((Span::Link(link.to_owned()), link.len()))
        }
    }
}

/// Adds a span; plain ones grow together and empty ones vanish.
fn push(spans: &mut Vec<Span>, span: Span) {
    match (spans.last_mut(), span) {
        (_, Span::Plain(text)) if text.is_empty() => {}
        (Some(Span::Plain(before)), Span::Plain(text)) => before.push_str(&text),
        (_, span) => spans.push(span),
    }
}
