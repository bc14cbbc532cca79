//! Just enough of Rust's grammar to tell code from comments and string literals.

pub struct Literal {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// As written, with line continuations folded to a space.
    pub text: String,
}

pub struct RustText {
    /// The source with comments and the insides of literals replaced by spaces; lines stay where they were.
    pub code: String,
    pub literals: Vec<Literal>,
}

impl RustText {
    pub fn read(source: &str) -> RustText {
        let mut reader =
            Reader { rest: source, line: 1, out: RustText { code: String::with_capacity(source.len()), literals: Vec::new() } };
        while !reader.rest.is_empty() {
            reader.step();
        }
        reader.out
    }
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    out: RustText,
}

impl Reader<'_> {
    fn step(&mut self) {
        let rest = self.rest;
        if rest.starts_with("//") {
            self.blank(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.blank(block_comment(rest));
        } else if let Some((opening, closing, raw)) = string_opening(rest, self.out.code.chars().next_back()) {
            self.string(opening, &closing, raw);
        } else if let Some(length) = char_literal(rest) {
            self.blank(length);
        } else {
            self.keep(rest.chars().next().map_or(1, char::len_utf8));
        }
    }

    fn keep(&mut self, length: usize) {
        let (piece, rest) = self.rest.split_at(length);
        self.line += piece.matches('\n').count();
        self.out.code.push_str(piece);
        self.rest = rest;
    }

    fn blank(&mut self, length: usize) {
        let (piece, rest) = self.rest.split_at(length);
        self.line += piece.matches('\n').count();
        self.out.code.extend(piece.chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }));
        self.rest = rest;
    }

    fn string(&mut self, opening: usize, closing: &str, raw: bool) {
        let line = self.line;
        let inside = &self.rest[opening..];
        let mut end = 0;
        while end < inside.len() && !inside[end..].starts_with(closing) {
            // An escape hides the letter after it, a quotation mark for one.
            let escaped = !raw && inside[end..].starts_with('\\');
            end += inside[end..].chars().take(if escaped { 2 } else { 1 }).map(char::len_utf8).sum::<usize>();
        }
        let text = if raw { inside[..end].to_string() } else { unfold(&inside[..end]) };
        self.out.literals.push(Literal { line, text });
        self.keep(opening);
        self.blank(end);
        self.keep(closing.len().min(self.rest.len()));
    }
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of what opens a string here, what closes it, and whether escapes mean nothing in it.
fn string_opening(text: &str, before: Option<char>) -> Option<(usize, String, bool)> {
    if text.starts_with('"') {
        return Some((1, "\"".to_string(), false));
    }
    // `r`, `b` and `c` open a string only where no name is being spelt.
    if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') {
        return None;
    }
    let prefix = ["br", "cr", "r", "b", "c"].into_iter().find(|prefix| {
        let rest = text.strip_prefix(prefix).unwrap_or_default();
        rest.trim_start_matches('#').starts_with('"') && (prefix.ends_with('r') || rest.starts_with('"'))
    })?;
    let hashes = text[prefix.len()..].chars().take_while(|letter| *letter == '#').count();
    Some((prefix.len() + hashes + 1, format!("\"{}", "#".repeat(hashes)), prefix.ends_with('r')))
}

/// The length of a character literal here; a lifetime is none.
fn char_literal(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    if let Some(escape) = inside.strip_prefix('\\') {
        let first = escape.chars().next()?.len_utf8();
        return escape[first..].find('\'').map(|end| 2 + first + end + 1);
    }
    let letter = inside.chars().next()?;
    inside[letter.len_utf8()..].starts_with('\'').then_some(2 + letter.len_utf8())
}

/// `\` at the end of a line joins it to the next without its indent.
fn unfold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pieces = text.split("\\\n");
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        out.push(' ');
        out.push_str(piece.trim_start());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_code_from_comments_and_literals() {
        let source = "fn a<'x>() { // it's \"quoted\"\n let b = '{'; let c = '\\''; let d = \"e \\\" {\"; /* { /* } */ */\n r#\"raw \" {\"# }\nlet bar = \"one \\\n    two\";";
        let text = RustText::read(source);
        assert_eq!(text.code.lines().count(), source.lines().count());
        assert_eq!(text.code.matches('{').count(), 1);
        assert_eq!(text.code.matches('}').count(), 1);
        let literals: Vec<(usize, &str)> = text.literals.iter().map(|literal| (literal.line, literal.text.as_str())).collect();
        assert_eq!(literals, [(2, "e \\\" {"), (3, "raw \" {"), (4, "one  two")]);
    }
}
