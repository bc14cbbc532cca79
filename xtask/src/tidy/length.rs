//! Small pieces: past 400 lines a file, past 70 a function must say why, in a comment `Long because: ...`.

use crate::fault::Fault;
use crate::rust_text::RustText;
use crate::tree::{File, Tree};

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 70;
const REASON: &str = "Long because: ";
/// A file's reason stands in its first lines.
const FIRST_LINES: usize = 10;
/// A function's reason stands in the lines just above its name, attributes included, or just below.
const NEAR_LINES: usize = 8;

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.files.iter().filter(|file| file.is("rs") && file.path.contains("/src/")) {
        let lines = file.text.lines().count();
        if lines > FILE_LINES && !file.text.lines().take(FIRST_LINES).any(|line| line.contains(REASON)) {
            faults.push(Fault::new(
                &file.path,
                0,
                format!("{lines} lines, over {FILE_LINES}: split it, or begin it with `//! {REASON}...`"),
            ));
        }
        faults.extend(functions(file));
    }
    faults
}

fn functions(file: &File) -> Vec<Fault> {
    let code = RustText::read(&file.text).code;
    let lines: Vec<&str> = file.text.lines().collect();
    let mut faults = Vec::new();
    let mut from = 0;
    while let Some(found) = code[from..].find("fn ") {
        let start = from + found;
        from = start + 3;
        let begins_word = code[..start].chars().next_back().is_none_or(|letter| !letter.is_alphanumeric() && letter != '_');
        let Some(end) = body_end(&code[start..]).filter(|_| begins_word) else { continue };
        let line = code[..start].matches('\n').count() + 1;
        let length = code[start..start + end].matches('\n').count() + 1;
        let near = line.saturating_sub(NEAR_LINES)..(line + 3).min(lines.len());
        if length > FUNCTION_LINES && !lines[near].iter().any(|line| line.contains(REASON)) {
            let name: String = code[from..].chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            let reason = format!("{name} has {length} lines, over {FUNCTION_LINES}: split it, or say above it `// {REASON}...`");
            faults.push(Fault::new(&file.path, line, reason));
        }
    }
    faults
}

/// Where the function that begins the text ends; nothing if it has no body, as in a trait or a type.
fn body_end(code: &str) -> Option<usize> {
    // A semicolon within brackets is an array's length.
    let (mut depth, mut brackets) = (0_i32, 0_i32);
    for (at, letter) in code.char_indices() {
        match letter {
            '(' | '[' => brackets += 1,
            ')' | ']' if depth == 0 && brackets == 0 => return None,
            ')' | ']' => brackets -= 1,
            ';' if depth == 0 && brackets == 0 => return None,
            '{' => depth += 1,
            '}' if depth <= 1 => return (depth == 1).then_some(at + 1),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(lines: usize) -> String {
        format!("pub fn long(a: [u8; 2]) -> [u8; 2] {{\n{}    a\n}}\n", "    let _b = \"}\"; // }\n".repeat(lines))
    }

    #[test]
    fn refuses_what_is_long_without_a_reason() {
        let file = "// line\n".repeat(401);
        let function = format!("trait A {{ fn none(&self); }}\n{}", body(80));
        let faults: Vec<String> =
            check(&Tree::of(&[("app/src/a.rs", &file), ("app/src/b.rs", &function)])).iter().map(ToString::to_string).collect();
        assert_eq!(
            faults,
            [
                "app/src/a.rs: 401 lines, over 400: split it, or begin it with `//! Long because: ...`",
                "app/src/b.rs:2: long has 83 lines, over 70: split it, or say above it `// Long because: ...`",
            ]
        );
    }

    #[test]
    fn accepts_what_is_short_or_says_why() {
        let file = format!("//! Long because: one table.\n{}", "// line\n".repeat(401));
        let function = format!("// Long because: a flat list reads best in one piece.\n{}", body(80));
        let tree = Tree::of(&[("app/src/a.rs", &file), ("app/src/b.rs", &function), ("app/src/c.rs", &body(60))]);
        assert!(check(&tree).is_empty());
    }
}
