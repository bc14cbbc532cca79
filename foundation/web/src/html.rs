//! HTML that may be written as it is, and the escaping of everything else.

use std::fmt;

/// Markup made or cleaned by us. A template writes it without escaping; nothing that a person typed becomes
/// `Html` except through [`crate::markdown`], [`crate::clean`] or [`escape`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Markup that the caller vouches for: from a template, or stored after cleaning.
    pub fn trusted(markup: impl Into<String>) -> Html {
        Html(markup.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}

/// Text as it stands in HTML, in an element or in a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaping_leaves_letters_and_disarms_markup() {
        assert_eq!(escape("Ёлка & \"сын\""), "Ёлка &amp; &quot;сын&quot;");
        assert_eq!(escape("<script>'"), "&lt;script&gt;&#39;");
    }
}
