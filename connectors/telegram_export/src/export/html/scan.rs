//! Cuts a page into tags and text. It never fails and never looks at a byte twice: what is not a tag
//! is text, what does not end lasts to the end of the page. Scripts and styles are passed over.

use memchr::{memchr, memchr3, memmem};

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'p> {
    /// As it stands, with its entities.
    Text(&'p str),
    Open(Tag<'p>),
    Close(&'p str),
}

#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) struct Tag<'p> {
    pub(super) name: &'p str,
    attributes: &'p str,
    /// The byte of the page where the tag begins.
    pub(super) at: usize,
}

pub(super) struct Scanner<'p> {
    page: &'p str,
    at: usize,
    /// The page ended inside a tag, a comment or a script.
    pub(super) torn: bool,
}

impl<'p> Scanner<'p> {
    pub(super) fn new(page: &'p str) -> Scanner<'p> {
        Scanner { page, at: 0, torn: false }
    }

    pub(super) fn next(&mut self) -> Option<Token<'p>> {
        loop {
            let rest = self.page.get(self.at..).filter(|rest| !rest.is_empty())?;
            let bytes = rest.as_bytes();
            if bytes[0] != b'<' {
                return Some(self.text(memchr(b'<', bytes).unwrap_or(bytes.len())));
            }
            match bytes.get(1) {
                Some(b'!' | b'?') => self.pass_comment(rest),
                Some(b'/') if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                    let end = self.tag_end(bytes)?;
                    let name = name(&rest[2..end]);
                    self.at += end + 1;
                    return Some(Token::Close(name));
                }
                Some(letter) if letter.is_ascii_alphabetic() => {
                    let end = self.tag_end(bytes)?;
                    let inside = &rest[1..end];
                    let name = name(inside);
                    let tag = Tag { name, attributes: &inside[name.len()..], at: self.at };
                    self.at += end + 1;
                    if name.eq_ignore_ascii_case("script") || name.eq_ignore_ascii_case("style") {
                        self.pass_raw(name);
                        continue;
                    }
                    return Some(Token::Open(tag));
                }
                _ => {
                    let next = memchr(b'<', &bytes[1..]).map_or(bytes.len(), |offset| offset + 1);
                    return Some(self.text(next));
                }
            }
        }
    }

    fn text(&mut self, length: usize) -> Token<'p> {
        let text = &self.page[self.at..self.at + length];
        self.at += length;
        Token::Text(text)
    }

    /// The place of the `>` that ends the tag, quotes respected. None: the page ends within the tag,
    /// which then is no tag, as in browsers.
    fn tag_end(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 1;
        loop {
            match memchr3(b'>', b'"', b'\'', &bytes[at..]) {
                None => break,
                Some(offset) if bytes[at + offset] == b'>' => return Some(at + offset),
                Some(offset) => {
                    let quote = bytes[at + offset];
                    match memchr(quote, &bytes[at + offset + 1..]) {
                        None => break,
                        Some(length) => at += offset + length + 2,
                    }
                }
            }
        }
        self.torn = true;
        self.at = self.page.len();
        None
    }

    fn pass_comment(&mut self, rest: &str) {
        let (end, length) = if rest.starts_with("<!--") {
            (memmem::find(&rest.as_bytes()[4..], b"-->").map(|offset| offset + 4), 3)
        } else {
            (memchr(b'>', rest.as_bytes()), 1)
        };
        self.torn |= end.is_none();
        self.at += end.map_or(rest.len(), |end| end + length);
    }

    /// Passes to the closing tag of a script or style, whatever its case.
    fn pass_raw(&mut self, name: &str) {
        let bytes = &self.page.as_bytes()[self.at..];
        let mut from = 0;
        while let Some(offset) = memmem::find(&bytes[from..], b"</") {
            let start = from + offset + 2;
            let closing = bytes.get(start..start + name.len());
            if closing.is_some_and(|closing| closing.eq_ignore_ascii_case(name.as_bytes())) {
                self.at += start - 2;
                return;
            }
            from = start;
        }
        self.torn = true;
        self.at = self.page.len();
    }
}

fn name(inside: &str) -> &str {
    let end = inside.bytes().position(|byte| byte.is_ascii_whitespace() || byte == b'/' || byte == b'>');
    &inside[..end.unwrap_or(inside.len())]
}

impl<'p> Tag<'p> {
    /// The value of an attribute as it stands, with its entities.
    pub(super) fn attribute(&self, wanted: &str) -> Option<&'p str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest.bytes().position(|byte| byte.is_ascii_whitespace() || byte == b'=' || byte == b'/');
            // A stray `=` at the front is a name of its own, so that every round takes something.
            let name = &rest[..end.unwrap_or(rest.len()).max(usize::from(rest.starts_with('=')))];
            rest = rest[name.len()..].trim_start();
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                (value, rest) = self::value(after.trim_start());
            }
            if name.eq_ignore_ascii_case(wanted) {
                return Some(value);
            }
        }
    }

    pub(super) fn class(&self) -> &'p str {
        self.attribute("class").unwrap_or("").trim()
    }
}

/// The value at the front of `text`, and what follows it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(page: &str) -> Vec<String> {
        let mut scanner = Scanner::new(page);
        let mut list = Vec::new();
        while let Some(token) = scanner.next() {
            list.push(match token {
                Token::Text(text) => format!("'{text}'"),
                Token::Open(tag) => format!("<{}:{}", tag.name, tag.class()),
                Token::Close(name) => format!("/{name}"),
            });
        }
        list
    }

    #[test]
    fn tags_and_text_are_told_apart_and_scripts_never_come_through() {
        let page = "<!DOCTYPE html><!-- <b> --><div id=x class='a b' data-x=\"<>\">1 < 2<br/></div>\
                    <script>alert('<div>')</SCRIPT><style>p{}</style>end";
        assert_eq!(tokens(page), ["<div:a b", "'1 '", "'< 2'", "<br:", "/div", "/SCRIPT", "/style", "'end'"]);
        assert_eq!(tokens("a<a class=\"x>y"), ["'a'"]);
        assert_eq!(tokens("a<script>x"), ["'a'"]);
        assert_eq!(tokens("<div =x class=y>"), ["<div:y"]);
        assert_eq!(tokens("<>< <1"), ["'<>'", "'< '", "'<1'"]);
    }
}
