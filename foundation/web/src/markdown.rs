//! What people write: Markdown without HTML of their own, then cleaned against a closed list of tags.

use crate::{Html, escape};
use ammonia::{Builder, UrlRelative};
use comrak::nodes::{AstNode, NodeLink, NodeValue};
use comrak::{Arena, Options};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The longest text that is read as Markdown; more is shown as it is.
pub const TEXT_LETTERS: usize = 50_000;
/// The deepest nesting that is read; deeper texts are shown as they are.
const DEPTH: usize = 24;
/// Marks of quotes and lists at the beginning of one line before it counts as hostile.
const MARKS: usize = 32;

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.table = false;
    options.render.escape = true;
    options.render.hardbreaks = true;
    options
});

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from([
            "p",
            "br",
            "hr",
            "strong",
            "b",
            "em",
            "i",
            "u",
            "del",
            "s",
            "code",
            "pre",
            "blockquote",
            "ul",
            "ol",
            "li",
            "a",
            "h3",
            "h4",
            "h5",
            "h6",
        ]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .clean_content_tags(HashSet::from(["script", "style", "title", "noscript", "template", "iframe", "svg", "math"]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "tg"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("nofollow ugc noopener"));
    cleaner
});

/// Safe HTML of a text. Headings begin at the third level, pictures become links, raw HTML is shown as text.
pub fn markdown(text: &str) -> Html {
    if is_hostile(text) {
        return linkify(text);
    }
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, text, &OPTIONS);
    if !tame(root) {
        return linkify(text);
    }
    let mut html = String::with_capacity(text.len() * 2);
    match comrak::format_html(root, &OPTIONS, &mut html) {
        Ok(()) => clean(&html),
        Err(_) => linkify(text),
    }
}

/// Markup of others against the closed list: tags, `href` of few schemes, nothing else.
pub fn clean(html: &str) -> Html {
    Html::trusted(CLEANER.clean(html).to_string())
}

/// Plain text with its addresses made links and its line ends kept.
pub fn linkify(text: &str) -> Html {
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    for (at, line) in text.replace('\r', "").split('\n').enumerate() {
        if at > 0 {
            html.push_str("<br>\n");
        }
        link_line(&mut html, line);
    }
    clean(&html)
}

/// The text without its marks, in one line, cut at a word after at most `letters` letters.
pub fn plain(text: &str, letters: usize) -> String {
    // Nobody reads an excerpt of more than its beginning.
    let beginning: String = text.chars().take(letters.saturating_mul(3).saturating_add(200)).collect();
    let words = if is_hostile(&beginning) { beginning } else { unmarked(&beginning) };
    shortened(&words, letters)
}

fn is_hostile(text: &str) -> bool {
    let many_marks = |line: &str| {
        line.chars()
            .take_while(|letter| matches!(letter, '>' | '-' | '*' | '+' | ' ' | '\t'))
            .filter(|letter| *letter != ' ')
            .count()
            > MARKS
    };
    text.chars().nth(TEXT_LETTERS).is_some() || text.lines().any(many_marks)
}

/// Pictures become links and headings small. False if the text is nested too deeply to be meant.
fn tame<'a>(root: &'a AstNode<'a>) -> bool {
    let mut open = vec![(root, 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > DEPTH {
            return false;
        }
        let mut data = node.data.borrow_mut();
        match &mut data.value {
            NodeValue::Image(link) => {
                data.value =
                    NodeValue::Link(std::mem::replace(link, Box::new(NodeLink { url: String::new(), title: String::new() })))
            }
            NodeValue::Heading(heading) => heading.level = (heading.level + 2).min(6),
            _ => {}
        }
        drop(data);
        open.extend(node.children().map(|child| (child, depth + 1)));
    }
    true
}

fn unmarked(text: &str) -> String {
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, text, &OPTIONS);
    let mut words = String::with_capacity(text.len());
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::CodeBlock(code) => words.push_str(&code.literal),
            NodeValue::HtmlInline(html) => words.push_str(html),
            NodeValue::HtmlBlock(html) => words.push_str(&html.literal),
            value if value.block() => words.push(' '),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

fn shortened(text: &str, letters: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = text.char_indices().nth(letters) else { return text };
    let word_end = text[..cut].rfind(' ').filter(|end| *end > cut / 2).unwrap_or(cut);
    format!("{}…", text[..word_end].trim_end_matches([',', '.', ';', ':', ' ', '—']))
}

fn link_line(html: &mut String, line: &str) {
    let mut rest = line;
    while let Some(start) = ["https://", "http://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        html.push_str(&escape(&rest[..start]));
        let tail = &rest[start..];
        let end =
            tail.find(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | '«' | '»')).unwrap_or(tail.len());
        let address = tail[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']);
        let shown = escape(address);
        html.push_str(&format!("<a href=\"{shown}\">{shown}</a>"));
        rest = &tail[address.len()..];
    }
    html.push_str(&escape(rest));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_marks_become_markup() {
        let html = markdown("# Тема\n\n**важно** ~~нет~~ `код`\nстрока\n\n> цитата\n\n1. раз\n\nhttps://example.org/a?b=1&c=2");
        for part in ["<h3>Тема</h3>", "<strong>важно</strong>", "<del>нет</del>", "<code>код</code><br>", "<blockquote>", "<ol>"]
        {
            assert!(html.as_str().contains(part), "{part} in {html}");
        }
        assert!(html.as_str().contains("<a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"nofollow ugc noopener\">"), "{html}");
    }

    #[test]
    fn pictures_become_links() {
        let html = markdown("![кот](https://example.org/cat.png)");
        assert_eq!(html.as_str().trim(), "<p><a href=\"https://example.org/cat.png\" rel=\"nofollow ugc noopener\">кот</a></p>");
    }

    #[test]
    fn attacks_stay_text() {
        let attacks = [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:alert(1))",
            "[a](JaVaScRiPt:alert(1))",
            "[a](data:text/html;base64,PHNjcmlwdD4=)",
            "[a](vbscript:x)",
            "![a](javascript:alert(1))",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<svg><script>alert(1)</script></svg>",
            "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
            "<p style=\"position:fixed\">x</p>",
            "[a](https://x\" onmouseover=\"alert(1))",
            "<iframe srcdoc='<script>alert(1)</script>'>",
            "<<script>script>alert(1)<</script>/script>",
            "```\"><script>alert(1)</script>\nx\n```",
            "<style>*{display:none}</style>",
            "<form action=https://evil.example><input name=password>",
            "[a]: javascript:alert(1)\n[a]",
            "https://x.example/<script>alert(1)</script>",
            "<base href=//evil.example>",
            "\u{0}<scr\u{0}ipt>alert(1)</script>",
        ];
        for attack in attacks {
            for html in [markdown(attack), linkify(attack), clean(attack)] {
                let html = html.as_str().to_lowercase();
                for tag in ["<script", "<img", "<svg", "<math", "<iframe", "<style", "<form", "<input", "<base"] {
                    assert!(!html.contains(tag), "{tag} of {attack}: {html}");
                }
                for (at, _) in html.match_indices('<') {
                    let tag = html[at..].split('>').next().unwrap_or_default();
                    assert!(
                        !tag.contains("javascript:")
                            && !tag.contains("data:")
                            && !tag.contains("vbscript:")
                            && !tag.contains(" on")
                            && !tag.contains("style"),
                        "{attack}: {html}"
                    );
                }
            }
        }
    }

    #[test]
    fn deep_and_long_texts_are_shown_as_they_are() {
        assert!(markdown(&format!("{}глубоко", "> ".repeat(5_000))).as_str().starts_with("&gt; &gt;"));
        assert!(markdown(&format!("{}слово{}", "*_".repeat(3_000), "_*".repeat(3_000))).as_str().contains("слово"));
        assert!(markdown(&"я".repeat(TEXT_LETTERS + 1)).as_str().starts_with("яя"));
        assert!(markdown(&"[".repeat(20_000)).as_str().starts_with("<p>[["));
    }

    #[test]
    fn excerpts_end_at_words() {
        assert_eq!(plain("**Коллеги**, [нужен](https://x.example) кто-то\n\nпо парам", 100), "Коллеги, нужен кто-то по парам");
        assert_eq!(plain("Коллеги, нужен кто-то по парам в Казани", 20), "Коллеги, нужен…");
        assert_eq!(plain("", 10), "");
    }

    #[test]
    fn addresses_in_text_end_where_sentences_do() {
        let html = linkify("См. https://example.org/a_(b), и <b>\nдалее");
        assert!(
            html.as_str().contains("<a href=\"https://example.org/a_(b\" rel")
                || html.as_str().contains("href=\"https://example.org/a_(b)\""),
            "{html}"
        );
        assert!(html.as_str().contains("&lt;b&gt;<br>"), "{html}");
    }
}
