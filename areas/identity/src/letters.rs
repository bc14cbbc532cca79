//! Letters as identity writes them: a few lines, a code or a link, and why it came. Words only, in the reader's language.

use askama::Template;
use kernel::{Letter, Locale, Problem, Result};
use web::{Value, Words};

/// A letter to be written. Lines are in the reader's language already.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    pub to: &'a str,
    pub locale: Locale,
    /// Names the letter for ever.
    pub key: String,
    pub subject: String,
    pub lines: Vec<String>,
    pub code: Option<String>,
    /// Words of the link and where it leads.
    pub link: Option<(String, String)>,
    pub after: Vec<String>,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct LetterHtml<'a> {
    draft: &'a Draft<'a>,
    footer: &'a str,
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct LetterText<'a> {
    draft: &'a Draft<'a>,
    footer: &'a str,
}

/// Speaks one language.
#[derive(Clone, Copy)]
pub struct Pen<'w> {
    pub words: &'w Words,
    pub locale: Locale,
}

impl Pen<'_> {
    pub fn t(&self, key: &str) -> String {
        self.words.t(self.locale, key)
    }

    pub fn tt(&self, key: &str, name: &str, text: &str) -> String {
        self.words.tv(self.locale, key, &[(name, Value::from(text))])
    }
}

/// The letter itself, from the community.
pub fn write(words: &Words, community: &str, draft: &Draft<'_>) -> Result<Letter> {
    let footer = words.tv(draft.locale, "identity-letter-footer", &[("community", community.into())]);
    let failed = |error: askama::Error| Problem::Internal(error.into());
    Ok(Letter {
        to: draft.to.to_owned(),
        from_name: community.to_owned(),
        subject: draft.subject.clone(),
        text: LetterText { draft, footer: &footer }.render().map_err(failed)?,
        html: LetterHtml { draft, footer: &footer }.render().map_err(failed)?,
        key: draft.key.clone(),
        stop: None,
    })
}
