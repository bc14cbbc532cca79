//! Formatted text as the talk area keeps it: safe HTML for its page, and plain words for lists and search.
//!
//! Words behind a spoiler stand in the HTML alone, inside a label with a box to tick: they are out of sight, out of
//! the order of tabs and unread aloud until the reader ticks it, without a script. Everywhere else, in lists,
//! quotes, titles and search, a mark stands for them: who meets them there has not asked.

use telegram_export::export::{Span, SpanKind};

/// Stands for hidden words where they cannot be asked for, and for a name that is named no more. It says in every
/// language that something is left out.
pub const LEFT_OUT: &str = "[…]";

/// The text without formatting, for lists and search.
pub fn shown_words(spans: &[Span]) -> String {
    let mut words = String::new();
    for run in spans.chunk_by(|one, next| one.hidden == next.hidden) {
        match run {
            [first, ..] if first.hidden => words.push_str(&left_out(run)),
            _ => words.extend(run.iter().map(|span| span.text.as_str())),
        }
    }
    words
}

/// The mark, with the white space that stood around the hidden words.
fn left_out(run: &[Span]) -> String {
    let text: String = run.iter().map(|span| span.text.as_str()).collect();
    match text.trim() {
        "" => text,
        words => text.replacen(words, LEFT_OUT, 1),
    }
}

/// Safe HTML of a text that needs HTML of its own: every piece is escaped, and only these tags are written.
/// Plain text, addresses, mentions and tags do not need it: the page shows them.
pub fn html(spans: &[Span]) -> Option<String> {
    if !spans.iter().any(|span| span.hidden || is_formatted(&span.kind)) {
        return None;
    }
    let mut html = String::from("<p>");
    for run in spans.chunk_by(|one, next| one.hidden == next.hidden) {
        let is_spoiler = run.iter().any(|span| span.hidden && !span.text.trim().is_empty());
        if is_spoiler {
            html.push_str(SPOILER);
        }
        run.iter().for_each(|span| piece(&mut html, span));
        if is_spoiler {
            html.push_str("</span></label>");
        }
    }
    html.push_str("</p>");
    Some(html)
}

/// The page of messages holds the box's name under this id, in the reader's language.
const SPOILER: &str = "<label class=\"spoiler\"><input type=\"checkbox\" aria-labelledby=\"spoiler-name\"><span>";

fn is_formatted(kind: &SpanKind) -> bool {
    matches!(
        kind,
        SpanKind::Bold
            | SpanKind::Italic
            | SpanKind::Underline
            | SpanKind::Strike
            | SpanKind::Code
            | SpanKind::Pre(_)
            | SpanKind::TextLink(_)
            | SpanKind::Blockquote
    )
}

fn piece(html: &mut String, span: &Span) {
    let text = escaped(&span.text);
    match &span.kind {
        SpanKind::Bold => html.push_str(&format!("<strong>{text}</strong>")),
        SpanKind::Italic => html.push_str(&format!("<em>{text}</em>")),
        SpanKind::Underline => html.push_str(&format!("<u>{text}</u>")),
        SpanKind::Strike => html.push_str(&format!("<s>{text}</s>")),
        SpanKind::Code => html.push_str(&format!("<code>{text}</code>")),
        SpanKind::Pre(_) => html.push_str(&format!("<code class=\"code-block\">{text}</code>")),
        SpanKind::Blockquote => html.push_str(&format!("<q>{text}</q>")),
        SpanKind::Link => html.push_str(&link(&with_scheme(&span.text), &text)),
        SpanKind::TextLink(address) => html.push_str(&link(address, &text)),
        _ => html.push_str(&text),
    }
}

fn with_scheme(address: &str) -> String {
    if address.contains("://") { address.to_owned() } else { format!("https://{address}") }
}

fn link(address: &str, text: &str) -> String {
    let safe =
        ["https://", "http://", "mailto:", "tel:", "tg://"].iter().any(|scheme| address.to_ascii_lowercase().starts_with(scheme));
    if safe { format!("<a href=\"{}\" rel=\"nofollow ugc noopener\">{text}</a>", escaped(address)) } else { text.to_owned() }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(kind: SpanKind, text: &str) -> Span {
        Span { kind, hidden: false, text: text.into() }
    }

    fn hidden(kind: SpanKind, text: &str) -> Span {
        Span { hidden: true, ..span(kind, text) }
    }

    #[test]
    fn formatting_never_lets_markup_through() {
        let spans = [
            span(SpanKind::Bold, "<script>alert(1)</script>"),
            span(SpanKind::TextLink("javascript:alert(1)".into()), "сюда"),
            span(SpanKind::TextLink("https://example.org/\"onclick=".into()), "туда"),
            hidden(SpanKind::Plain, "</span></label><img src=x onerror=alert(1)>"),
        ];
        let html = html(&spans).unwrap();
        assert!(html.starts_with("<p><strong>&lt;script&gt;"));
        assert!(!html.contains("javascript:"));
        assert!(html.contains("href=\"https://example.org/&quot;onclick=\""));
        assert!(html.contains("<span>&lt;/span&gt;&lt;/label&gt;&lt;img"));
    }

    #[test]
    fn hidden_words_stand_behind_one_box_and_nowhere_else() {
        let spans = [
            span(SpanKind::Plain, "Убийца: "),
            hidden(SpanKind::Plain, "это "),
            hidden(SpanKind::Bold, "садовник"),
            hidden(SpanKind::TextLink("https://a.example/".into()), " Лев "),
            span(SpanKind::Plain, "или "),
            hidden(SpanKind::Italic, "никто"),
        ];
        assert_eq!(shown_words(&spans), "Убийца: […] или […]");
        let html = html(&spans).unwrap();
        let first = "<span>это <strong>садовник</strong><a href=\"https://a.example/\" rel=\"nofollow ugc noopener\"> Лев </a></span></label>или ";
        assert!(html.starts_with("<p>Убийца: <label class=\"spoiler\"><input type=\"checkbox\" aria-labelledby=\"spoiler-name\">"));
        assert!(html.contains(first), "{html}");
        assert!(html.ends_with("<span><em>никто</em></span></label></p>"), "{html}");
    }

    #[test]
    fn plain_words_and_hidden_blanks_need_nothing() {
        assert_eq!(html(&[span(SpanKind::Plain, "а"), span(SpanKind::Hashtag, "#б")]), None);
        let blank = [span(SpanKind::Plain, "а"), hidden(SpanKind::Plain, " \n"), span(SpanKind::Plain, "б")];
        assert_eq!(shown_words(&blank), "а \nб");
        assert_eq!(html(&blank).unwrap(), "<p>а <br>б</p>");
    }
}
