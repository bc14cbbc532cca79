//! Names that say nothing are banned: a thing without a name of its own has no place yet.

use crate::fault::Fault;
use crate::rust_text::RustText;
use crate::tree::Tree;

const BANNED: [&str; 8] = ["common", "commons", "helper", "helpers", "misc", "util", "utils", "utilities"];

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for path in &tree.paths {
        for part in path.split('/') {
            let stem = part.split('.').next().unwrap_or(part).trim_start_matches('_').to_lowercase();
            if BANNED.contains(&stem.as_str()) {
                faults.push(Fault::new(path, 0, format!("`{part}` says nothing of what is inside: name it after its subject")));
            }
        }
    }
    for file in tree.files.iter().filter(|file| file.is("rs")) {
        for (number, line) in RustText::read(&file.text).code.lines().enumerate() {
            let Some(name) = module(line).filter(|name| BANNED.contains(name)) else { continue };
            faults.push(Fault::new(
                &file.path,
                number + 1,
                format!("module `{name}` says nothing of what is inside: name it after its subject"),
            ));
        }
    }
    faults
}

fn module(line: &str) -> Option<&str> {
    let rest = line.trim().strip_prefix("pub").map_or(line.trim(), |rest| rest.trim_start_matches(|letter| letter != ' ').trim());
    rest.strip_prefix("mod ").map(|name| name.trim_end_matches([' ', '{', ';', '}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_empty_names_and_accepts_true_ones() {
        let good =
            Tree::of(&[("areas/talk/src/commonplace.rs", "mod thread;\n// mod utils;\n"), ("areas/talk/views/_message.html", "")]);
        assert!(check(&good).is_empty());
        let bad = Tree::of(&[
            ("areas/talk/src/utils.rs", ""),
            ("e2e/helpers/a.mjs", ""),
            ("app/src/a.rs", "\npub(crate) mod misc {}\n"),
            ("areas/talk/views/_common.html", ""),
        ]);
        let faults: Vec<(String, usize)> = check(&bad).into_iter().map(|fault| (fault.path, fault.line)).collect();
        assert_eq!(
            faults,
            [
                ("areas/talk/src/utils.rs".to_string(), 0),
                ("e2e/helpers/a.mjs".to_string(), 0),
                ("areas/talk/views/_common.html".to_string(), 0),
                ("app/src/a.rs".to_string(), 2)
            ]
        );
    }
}
