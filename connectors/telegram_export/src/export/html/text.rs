//! Formatted text of a page.

use super::entity;
use super::scan::Tag;
use crate::export::item::{Span, SpanKind};
use crate::export::spans::is_allowed_link;

/// Deeper formatting than this is taken as that of the tag around it.
const DEEPEST: usize = 32;

/// Gathers the pieces of one text.
#[derive(Debug, Default)]
pub(super) struct TextBuilder {
    pub(super) spans: Vec<Span>,
    open: Vec<Open>,
    /// The next letters begin a new piece, even if its kind is the same.
    fresh: bool,
    pub(super) refused_link: bool,
    /// Formatting was nested deeper than it is followed.
    pub(super) too_deep: bool,
}

/// An open tag, already joined with those around it.
#[derive(Debug)]
struct Open {
    kind: SpanKind,
    /// Behind a spoiler.
    hidden: bool,
    /// The piece at which the tag began.
    first: usize,
}

impl TextBuilder {
    /// True: the tag formats, and [`TextBuilder::close`] is due at its end.
    pub(super) fn open(&mut self, tag: &Tag<'_>) -> bool {
        let Some(kind) = self.kind(tag) else { return false };
        if self.open.len() >= DEEPEST {
            self.too_deep = true;
            return false;
        }
        let around = self.open.last();
        let hidden = around.is_some_and(|outer| outer.hidden) || is_spoiler(tag);
        let kind = match around {
            Some(outer) if is_lasting(&outer.kind) || kind == SpanKind::Plain => outer.kind.clone(),
            _ => kind,
        };
        self.open.push(Open { kind, hidden, first: self.spans.len() });
        self.fresh = true;
        true
    }

    pub(super) fn close(&mut self) {
        let Some(Open { kind, first, .. }) = self.open.pop() else { return };
        self.fresh = true;
        let inner = self.open.last().is_some_and(|outer| outer.kind == kind);
        if let SpanKind::TextLink(href) = &kind
            && !inner
        {
            self.settle_link(href, first);
        }
    }

    pub(super) fn line_break(&mut self) {
        self.push("\n");
    }

    /// Adds text as it stands in the page. The white space with which the page is laid out is one
    /// space, or nothing after a line break; in code it is kept.
    pub(super) fn text(&mut self, raw: &str) {
        let code = matches!(self.open.last(), Some(Open { kind: SpanKind::Pre(_), .. }));
        let mut text = entity::decoded(raw);
        if !code && raw.contains('\n') {
            let after_break = self.spans.last().is_none_or(|span| span.text.ends_with('\n'));
            text = flowed(&text, after_break);
        }
        self.push(&text);
    }

    fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let (kind, hidden) = self.open.last().map_or((&SpanKind::Plain, false), |tag| (&tag.kind, tag.hidden));
        let fresh = self.fresh && *kind != SpanKind::Plain;
        match self.spans.last_mut() {
            Some(last) if !fresh && last.kind == *kind && last.hidden == hidden => last.text.push_str(text),
            _ => self.spans.push(Span { kind: kind.clone(), hidden, text: text.to_owned() }),
        }
        self.fresh = false;
    }

    /// None: the tag is not one of formatting.
    fn kind(&mut self, tag: &Tag<'_>) -> Option<SpanKind> {
        Some(match tag.name {
            "strong" | "b" => SpanKind::Bold,
            "em" | "i" => SpanKind::Italic,
            "u" | "ins" => SpanKind::Underline,
            "s" | "del" | "strike" => SpanKind::Strike,
            "code" => SpanKind::Code,
            "pre" => SpanKind::Pre(None),
            "blockquote" => SpanKind::Blockquote,
            "span" | "tg-spoiler" => SpanKind::Plain,
            "a" => self.link(tag),
            _ => return None,
        })
    }

    fn link(&mut self, tag: &Tag<'_>) -> SpanKind {
        let script = tag.attribute("onclick").unwrap_or("");
        for (call, kind) in [
            ("ShowHashtag", SpanKind::Hashtag),
            ("ShowBotCommand", SpanKind::BotCommand),
            ("ShowCashtag", SpanKind::Cashtag),
            ("ShowMentionName", SpanKind::MentionName(None)),
        ] {
            if script.contains(call) {
                return kind;
            }
        }
        let href = entity::decoded(tag.attribute("href").unwrap_or("").trim());
        if href.starts_with("mailto:") {
            SpanKind::Email
        } else if href.starts_with("tel:") {
            SpanKind::Phone
        } else if href.is_empty() {
            SpanKind::Plain
        } else if is_allowed_link(&href) {
            SpanKind::TextLink(href)
        } else {
            self.refused_link = true;
            SpanKind::Plain
        }
    }

    /// A link whose text is its address, or a mention, is known only at its end.
    fn settle_link(&mut self, href: &str, first: usize) {
        let Some([span]) = self.spans.get_mut(first..) else { return };
        if span.text == href {
            span.kind = SpanKind::Link;
        } else if span.text.starts_with('@') && href.contains("t.me/") {
            span.kind = SpanKind::Mention;
        }
    }
}

fn is_spoiler(tag: &Tag<'_>) -> bool {
    tag.name == "tg-spoiler" || tag.name == "span" && tag.class().split_ascii_whitespace().any(|word| word == "spoiler")
}

/// Kinds that formatting inside does not change.
fn is_lasting(kind: &SpanKind) -> bool {
    !matches!(
        kind,
        SpanKind::Plain | SpanKind::Bold | SpanKind::Italic | SpanKind::Underline | SpanKind::Strike | SpanKind::Blockquote
    )
}

/// White space that holds a line end becomes one space; other white space stays.
fn flowed(text: &str, after_break: bool) -> String {
    let mut flowed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(line_end) = rest.find('\n') {
        flowed.push_str(rest[..line_end].trim_end_matches([' ', '\t', '\r']));
        rest = rest[line_end..].trim_start_matches([' ', '\t', '\r', '\n']);
        if !(flowed.is_empty() && after_break) {
            flowed.push(' ');
        }
    }
    flowed.push_str(rest);
    flowed
}
