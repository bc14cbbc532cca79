//! Text with formatting, made tidy in the same way for both forms.

use super::item::{Span, SpanKind};

/// Removes white space around the text and empty pieces, joins neighbours of one kind, and cuts the
/// text to `most` bytes. True: it was cut.
pub(crate) fn tidy(spans: &mut Vec<Span>, most: usize) -> bool {
    let cut = cut(spans, most);
    while let Some(first) = spans.first_mut() {
        let kept = first.text.trim_start().len();
        first.text.drain(..first.text.len() - kept);
        if !first.text.is_empty() {
            break;
        }
        spans.remove(0);
    }
    while let Some(last) = spans.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        spans.pop();
    }
    spans.retain(|span| !span.text.is_empty());
    if spans.len() > 1 {
        join(spans);
    }
    cut
}

/// The first blank pieces can be many in a hostile file; removing them one by one must not cost the
/// square of their number, so they go before.
fn cut(spans: &mut Vec<Span>, most: usize) -> bool {
    let blank = spans.iter().take_while(|span| span.text.trim().is_empty()).count();
    spans.drain(..blank);
    let mut left = most;
    for place in 0..spans.len() {
        let length = spans[place].text.len();
        if length > left {
            let end = spans[place].text.floor_char_boundary(left);
            spans[place].text.truncate(end);
            spans.truncate(place + 1);
            return true;
        }
        left -= length;
    }
    false
}

fn join(spans: &mut Vec<Span>) {
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans.drain(..) {
        match joined.last_mut().filter(|last| last.kind == span.kind && last.hidden == span.hidden && span.kind == SpanKind::Plain)
        {
            Some(last) => last.text.push_str(&span.text),
            None => joined.push(span),
        }
    }
    *spans = joined;
}

/// Whether a link may be shown. Everything else (`javascript:`, `data:`) becomes plain text.
pub(crate) fn is_allowed_link(href: &str) -> bool {
    let href = href.trim();
    match href.split_once(':') {
        None => true,
        Some((scheme, _)) if scheme.contains(['/', '?', '#', '.']) => true,
        Some((scheme, _)) => {
            const ALLOWED: [&str; 7] = ["http", "https", "ftp", "tg", "ton", "mailto", "tel"];
            ALLOWED.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Span {
        Span { kind: SpanKind::Plain, hidden: false, text: text.into() }
    }

    #[test]
    fn text_is_tidy_and_dangerous_links_are_refused() {
        let mut spans = vec![plain(" \n"), plain(" Привет"), plain(", "), plain("мир \n"), plain(" ")];
        assert!(!tidy(&mut spans, 100));
        assert_eq!(spans, [plain("Привет, мир")]);
        let mut long = vec![plain("Привет")];
        assert!(tidy(&mut long, 3));
        assert_eq!(long, [plain("П")]);
        for good in ["https://a.example/x:y", "dev.property", "tg://resolve", "mailto:a@b.example", "a.example:80"] {
            assert!(is_allowed_link(good), "{good}");
        }
        for bad in ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "vbscript:x"] {
            assert!(!is_allowed_link(bad), "{bad}");
        }
    }
}
