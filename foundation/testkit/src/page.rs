//! An answer as a test reads it: status, headers, and the words a person would see.

use axum::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use scraper::{ElementRef, Html, Selector};

/// Characters of a page's words shown when an assertion fails.
const SHOWN: usize = 1_500;
/// Elements whose text nobody sees.
const UNSEEN: [&str; 5] = ["script", "style", "template", "head", "title"];

#[derive(Clone, Debug)]
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
    /// Path and query of the page itself, after redirects.
    pub path: String,
    pub host: String,
    /// Paths that led here by redirect, in order.
    pub came_by: Vec<String>,
}

impl Page {
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn document(&self) -> Html {
        Html::parse_document(&self.html())
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Where a redirect leads. Panics if this is none.
    pub fn location(&self) -> &str {
        self.header("location").unwrap_or_else(|| panic!("{} {} leads nowhere: {}", self.status, self.path, self.excerpt()))
    }

    /// The words of the page, one space between them.
    pub fn text(&self) -> String {
        words(self.document().root_element())
    }

    pub fn title(&self) -> String {
        self.one("title")
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{} is not JSON: {error}", self.path))
    }

    /// The status is this one; the page itself otherwise.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Page {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.path, self.excerpt());
        self
    }

    /// A person reading the page sees these words.
    #[track_caller]
    pub fn sees(&self, words: &str) -> &Page {
        assert!(self.text().contains(&spaced(words)), "{} {} does not say `{words}`: {}", self.status, self.path, self.excerpt());
        self
    }

    /// A person reading the page does not see these words, nor are they hidden in its source.
    #[track_caller]
    pub fn lacks(&self, words: &str) -> &Page {
        let found = self.text().contains(&spaced(words)) || self.html().contains(words);
        assert!(!found, "{} {} says `{words}`: {}", self.status, self.path, self.excerpt());
        self
    }

    /// The words of each element that a CSS selector finds.
    pub fn all(&self, selector: &str) -> Vec<String> {
        let document = self.document();
        document.select(&parsed(selector)).map(words_of_any).collect()
    }

    /// The words of the first element that a CSS selector finds. Panics if there is none.
    #[track_caller]
    pub fn one(&self, selector: &str) -> String {
        let found = self.all(selector).into_iter().next();
        found.unwrap_or_else(|| panic!("{} {} has no `{selector}`: {}", self.status, self.path, self.excerpt()))
    }

    pub fn count(&self, selector: &str) -> usize {
        self.document().select(&parsed(selector)).count()
    }

    #[track_caller]
    pub fn has(&self, selector: &str) -> &Page {
        assert!(self.count(selector) > 0, "{} {} has no `{selector}`: {}", self.status, self.path, self.excerpt());
        self
    }

    /// The attribute of each element that a CSS selector finds and that carries it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let document = self.document();
        document.select(&parsed(selector)).filter_map(|element| element.attr(name).map(str::to_owned)).collect()
    }

    /// The attribute of the first element that a CSS selector finds. Panics if there is none.
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        let found = self.attributes(selector, name).into_iter().next();
        found.unwrap_or_else(|| panic!("{} {} has no `{selector}` with `{name}`", self.status, self.path))
    }

    /// Where the first link with these words (whole or in part) leads.
    #[track_caller]
    pub fn link(&self, label: &str) -> String {
        let (document, label) = (self.document(), spaced(label));
        let every = parsed("a[href]");
        let mut links = document.select(&every);
        let found = links.find(|link| words(*link).contains(&label) || link.attr("aria-label") == Some(label.as_str()));
        match found.and_then(|link| link.attr("href")) {
            Some(href) => href.to_owned(),
            None => panic!("{} {} has no link `{label}`: {}", self.status, self.path, self.excerpt()),
        }
    }

    pub(crate) fn excerpt(&self) -> String {
        self.text().chars().take(SHOWN).collect()
    }
}

#[track_caller]
pub(crate) fn parsed(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("`{selector}` is no CSS selector: {error}"))
}

/// What a person sees of an element.
pub(crate) fn words(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    gather(element, &mut text);
    spaced(&text)
}

fn words_of_any(element: ElementRef<'_>) -> String {
    if UNSEEN.contains(&element.value().name()) { spaced(&element.text().collect::<String>()) } else { words(element) }
}

fn gather(element: ElementRef<'_>, text: &mut String) {
    if UNSEEN.contains(&element.value().name()) {
        return;
    }
    for child in element.children() {
        if let Some(words) = child.value().as_text() {
            text.push_str(words);
        } else if let Some(child) = ElementRef::wrap(child) {
            // Blocks stand apart for a reader, though not in the source.
            let apart = !matches!(
                child.value().name(),
                "a" | "b" | "i" | "em" | "strong" | "span" | "mark" | "code" | "bdi" | "time" | "abbr"
            );
            if apart {
                text.push(' ');
            }
            gather(child, text);
            if apart {
                text.push(' ');
            }
        }
    }
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
