//! How texts are composed.
//!
//! - `{city}` is a slot: a random row of that name, the same throughout a thread; `{city.1}` is another
//!   form of the same row. `{name}` is the person who is addressed, `{expert}` one who is called by a
//!   mention; other given words come from the caller.
//! - `[сам|сама]` agrees with the author: masculine, feminine.
//! - `(так~этак~)` is a choice; an option may be empty and may hold slots and agreements.
//!
//! Spaces left double by an empty option become one, and none stays before a full stop or a comma.

use std::collections::BTreeMap;

use crate::dice::Dice;
use crate::lexicon::Lexicon;

/// What a thread remembers of its slots.
pub(crate) type Bindings = BTreeMap<&'static str, usize>;

/// Who speaks, of what, to whom.
pub(crate) struct Voice<'a> {
    pub(crate) feminine: bool,
    pub(crate) bindings: &'a mut Bindings,
    /// Words for slots that the lexicon does not have.
    pub(crate) given: &'a [(&'static str, String)],
}

/// Composes a text.
pub(crate) fn render(lexicon: &Lexicon, dice: &mut Dice, voice: &mut Voice<'_>, template: &str) -> String {
    let chosen = choose(dice, template);
    let mut text = String::with_capacity(chosen.len() * 2);
    let mut rest = chosen.as_str();
    while let Some(at) = rest.find(['{', '[']) {
        text.push_str(&rest[..at]);
        let (open, close) = if rest[at..].starts_with('{') { ('{', '}') } else { ('[', ']') };
        let Some(end) = rest[at..].find(close) else { break };
        let inside = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        if open == '{' {
            text.push_str(&slot(lexicon, dice, voice, inside));
        } else {
            let (masculine, feminine) = inside.split_once('|').unwrap_or((inside, inside));
            text.push_str(if voice.feminine { feminine } else { masculine });
        }
    }
    text.push_str(rest);
    tidy(&text)
}

/// Settles the choices; a bracket without `~` is only a bracket.
fn choose(dice: &mut Dice, template: &str) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('(') {
        text.push_str(&rest[..open]);
        rest = &rest[open..];
        match rest.find(')') {
            Some(close) if rest[..close].contains('~') => {
                let options: Vec<&str> = rest[1..close].split('~').collect();
                text.push_str(options[dice.below(options.len())]);
                rest = &rest[close + 1..];
            }
            _ => {
                text.push('(');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

fn slot(lexicon: &Lexicon, dice: &mut Dice, voice: &mut Voice<'_>, inside: &str) -> String {
    let (name, form) = inside.split_once('.').unwrap_or((inside, "0"));
    if let Some((_, given)) = voice.given.iter().find(|(key, _)| *key == name) {
        return given.clone();
    }
    let Some((key, rows)) = lexicon.slots.iter().find(|(key, _)| *key == name) else {
        return format!("{{{inside}}}");
    };
    let row = *voice.bindings.entry(key).or_insert_with(|| dice.below(rows.len()));
    let form = form.parse().unwrap_or(0);
    rows[row].split('|').nth(form).unwrap_or(rows[row]).to_owned()
}

fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, ' ' | '.' | ',' | '!' | '?' | ':' | '\n') && tidy.ends_with(' ') {
            tidy.pop();
        }
        if letter != ' ' || !(tidy.is_empty() || tidy.ends_with('\n')) {
            tidy.push(letter);
        }
    }
    while tidy.ends_with(char::is_whitespace) {
        tidy.pop();
    }
    capitals(&tidy)
}

/// Each sentence begins with a capital, after any opening marks.
fn capitals(text: &str) -> String {
    let mut begins = true;
    let mut before = ' ';
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if begins && letter.is_alphanumeric() && !matches!(before, '#' | '\u{2}') {
            out.extend(letter.to_uppercase());
        } else {
            out.push(letter);
        }
        begins = match letter {
            ' ' => begins || matches!(before, '.' | '!' | '?'),
            '\n' => true,
            '*' | '>' | '«' | '“' => begins,
            _ => false,
        };
        before = letter;
    }
    out
}

/// The texts of a list that fit an opener. A text may begin with the numbers of the openers it fits,
/// counted from 1, as in `13>Text`; without them it fits all.
pub(crate) fn fitting(texts: &[&'static str], opener: usize) -> Vec<&'static str> {
    let number = opener + 1;
    let fits = |text: &&'static str| match text.split_once('>') {
        Some((tags, rest)) if !tags.is_empty() && tags.bytes().all(|tag| tag.is_ascii_digit()) => {
            tags.contains(&number.to_string()).then_some(rest)
        }
        _ => Some(*text),
    };
    texts.iter().filter_map(fits).collect()
}
