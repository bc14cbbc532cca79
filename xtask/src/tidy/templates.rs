//! Pages keep the strict Content-Security-Policy and speak through words: no script, style or handler within a template,
//! and no text of its own.

use crate::fault::Fault;
use crate::tree::Tree;

/// Proper names, the same in every language.
const NAMES: [&str; 12] =
    ["Artel", "Артель", "Telegram", "Desktop", "JSON", "HTML", "Markdown", "SQLite", "PostgreSQL", "Русский", "English", "AGPL"];
/// What a person reads though it stands in an attribute.
const READ_ATTRIBUTES: [&str; 6] = ["alt", "aria-description", "aria-label", "label", "placeholder", "title"];
/// What stands inside is shown as it is: names of files and keys.
const VERBATIM: [&str; 4] = ["code", "kbd", "samp", "pre"];

pub fn check(tree: &Tree) -> Vec<Fault> {
    let templates = tree.files.iter().filter(|file| file.path.contains("/views/") && file.is("html"));
    templates.flat_map(|file| template(&file.text).into_iter().map(|(line, reason)| Fault::new(&file.path, line, reason))).collect()
}

/// The template with all that askama computes replaced by spaces; lines stay where they were.
fn without_code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, closing)) =
        [("{{", "}}"), ("{%", "%}"), ("{#", "#}")].into_iter().filter_map(|(open, close)| Some((rest.find(open)?, close))).min()
    {
        let end = rest[at..].find(closing).map_or(rest.len(), |end| at + end + 2);
        out.push_str(&rest[..at]);
        out.extend(rest[at..end].chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// The block `page_class` holds classes of the page's frame: they are no text.
fn without_class_blocks(text: &str) -> String {
    let (begin, end) = ("{% block page_class %}", "{% endblock %}");
    let Some((before, rest)) = text.split_once(begin) else { return text.to_string() };
    let Some((_, after)) = rest.split_once(end) else { return text.to_string() };
    format!("{before}{begin}{end}{}", without_class_blocks(after))
}

fn template(text: &str) -> Vec<(usize, String)> {
    let html = without_code(&without_class_blocks(text));
    let mut faults = Vec::new();
    let mut verbatim: Option<String> = None;
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        let line = html[..at].matches('\n').count() + 1;
        if rest.starts_with("<!--") {
            at += rest.find("-->").map_or(rest.len(), |end| end + 3);
        } else if is_tag(rest) {
            let tag = Tag::read(rest);
            at += tag.length;
            let closes = tag.name.starts_with('/');
            if verbatim.as_ref().is_some_and(|name| tag.name[1..] == **name && closes) {
                verbatim = None;
            } else if VERBATIM.contains(&tag.name.as_str()) {
                verbatim = Some(tag.name.clone());
            }
            faults.extend(judge(&tag).into_iter().map(|reason| (line, reason)));
            if tag.name == "script" && html[at..].split("</").next().is_some_and(|body| !body.trim().is_empty()) {
                faults.push((line, "a script within the page: the policy forbids it; make it a file".to_string()));
                at += html[at..].find("</").unwrap_or(0);
            }
        } else {
            let end = rest
                .char_indices()
                .skip(1)
                .find(|(next, letter)| *letter == '<' && (is_tag(&rest[*next..]) || rest[*next..].starts_with("<!--")))
                .map_or(rest.len(), |(next, _)| next);
            if verbatim.is_none() {
                let (text, attributes) = without_attributes(&rest[..end]);
                let shown = own_text(&text)
                    .map(|(down, word)| (line + down, format!("`{word}` is text of the page's own: take it from the words")));
                faults.extend(shown);
                let tag = Tag { name: String::new(), attributes, length: 0 };
                faults.extend(judge(&tag).into_iter().map(|reason| (line, reason)));
            }
            at += end;
        }
    }
    faults
}

/// A macro may write attributes of a tag that its caller opens: they are no text, and are judged as attributes.
fn without_attributes(text: &str) -> (String, Vec<(String, String)>) {
    let (mut out, mut attributes) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text;
    while let Some(at) = rest.find("=\"") {
        let name = rest[..at].rfind(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').map_or(0, |before| before + 1);
        let Some(length) = rest[at + 2..].find('"').filter(|_| name < at) else { break };
        attributes.push((rest[name..at].to_lowercase(), rest[at + 2..at + 2 + length].to_string()));
        out.push_str(&rest[..name]);
        out.push_str(&"\n".repeat(rest[name..at + 3 + length].matches('\n').count()));
        rest = &rest[at + 3 + length..];
    }
    out.push_str(rest);
    (out, attributes)
}

fn is_tag(text: &str) -> bool {
    text.strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/' || letter == '!'))
}

struct Tag {
    /// In lower case; `/name` closes.
    name: String,
    attributes: Vec<(String, String)>,
    length: usize,
}

impl Tag {
    fn read(text: &str) -> Tag {
        let name: String = text[1..].chars().take_while(|letter| !letter.is_whitespace() && *letter != '>').collect();
        let mut tag = Tag { length: 1 + name.len(), name: name.to_lowercase(), attributes: Vec::new() };
        loop {
            let rest = &text[tag.length..];
            let skipped = rest.len() - rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/').len();
            let rest = &rest[skipped..];
            tag.length += skipped;
            if rest.is_empty() || rest.starts_with('>') {
                tag.length += rest.len().min(1);
                return tag;
            }
            let end = rest.find(|letter: char| letter.is_whitespace() || "=>".contains(letter)).unwrap_or(rest.len()).max(1);
            let key = rest[..end].to_lowercase();
            let after = &rest[end..];
            let (value, length) = after.strip_prefix('=').map_or((String::new(), 0), value);
            tag.attributes.push((key, value));
            tag.length += end + length;
        }
    }
}

/// The value of an attribute after `=`, and the length of both.
fn value(text: &str) -> (String, usize) {
    let quote = text.chars().next().filter(|letter| *letter == '"' || *letter == '\'');
    match quote {
        Some(quote) => {
            let end = text[1..].find(quote).map_or(text.len() - 1, |end| end);
            (text[1..1 + end].to_string(), (end + 3).min(text.len() + 1))
        }
        None => {
            let end = text.find(|letter: char| letter.is_whitespace() || letter == '>').unwrap_or(text.len());
            (text[..end].to_string(), end + 1)
        }
    }
}

fn judge(tag: &Tag) -> Vec<String> {
    let mut faults = Vec::new();
    if tag.name == "style" {
        faults.push("a style within the page: the policy forbids it; make it a file".to_string());
    }
    for (key, value) in &tag.attributes {
        let squeezed: String = value.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
        if key == "style" {
            faults.push("`style=` is forbidden by the policy: use a class".to_string());
        } else if key.starts_with("hx-on") || key.starts_with("data-hx-on") {
            faults.push(format!("`{key}` runs script from an attribute, which the policy forbids"));
        } else if key.starts_with("on") {
            faults.push(format!("`{key}` is a handler in an attribute, which the policy forbids"));
        } else if squeezed.starts_with("js:") || squeezed.starts_with("javascript:") {
            faults.push(format!("`{key}` holds script, which the policy forbids"));
        } else if key.ends_with("hx-trigger") && value.contains('[') {
            faults.push("a filter in `hx-trigger` is script, which the policy forbids".to_string());
        }
        if READ_ATTRIBUTES.contains(&key.as_str()) {
            faults.extend(
                own_text(value).map(|(_, word)| format!("`{word}` in `{key}` is text of the page's own: take it from the words")),
            );
        }
    }
    faults
}

/// The first word of two letters and more on each line that is no proper name: lines down, word.
fn own_text(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter_map(|(down, line)| {
        let mut before = None;
        let word = line.split(|letter: char| !letter.is_alphabetic()).find(|word| {
            // The name of a character reference is not text: &nbsp;
            let start = word.as_ptr() as usize - line.as_ptr() as usize;
            before = line[..start].chars().next_back();
            let reference = before == Some('&') && line[start + word.len()..].starts_with(';');
            word.chars().count() > 1 && !reference && !NAMES.contains(word)
        });
        word.map(|word| (down, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_a_page_that_keeps_the_rules() {
        let page = "{% extends \"app.html\" %}\n<!-- a note -->\n<h1 class=\"title\">{{ shell.t(\"talk-title\") }}</h1>{# why #}\n\
            <p title=\"{{ tip }}\">Artel&nbsp;&middot; 1 &lt; 2 <code>result.json</code></p>\n\
            <script src=\"/a.js\" type=\"module\"></script>\n<form hx-post=\"/x\" hx-trigger=\"change\"><input name=on value=a></form><a href='/y'>{{ n }} / 7 → B</a>\n\
            {% macro told() %} aria-invalid=\"true\"{% if a %} aria-describedby=\"{{ name }}-error\"{% endif %}{% endmacro %}";
        assert_eq!(template(page), []);
    }

    #[test]
    fn refuses_script_style_and_text() {
        let page = "<script>alert(1)</script>\n<p style=\"color: red\" onclick=x()>\n<b hx-on:click=\"y\" hx-trigger='keyup[key==1]'></b>\n\
            <i hx-vals=\"js:{a: 1}\"></i><a href=\" JavaScript:z()\">\n  {{ name }} пишет\n<style>\n</style><img alt='A picture'><code>x</code> after\n{% macro m() %} style=\"x\"{% endmacro %}";
        let faults = template(page);
        let lines: Vec<usize> = faults.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 7, 7], "{faults:?}");
        assert!(faults[7].1.starts_with("`пишет` is text"));
        assert!(faults[9].1.starts_with("`picture` in `alt`"));
        assert!(faults[10].1.starts_with("`after` is text"));
    }
}
