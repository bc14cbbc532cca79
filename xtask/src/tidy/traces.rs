//! A checkout works anywhere and is finished: no machine's paths, no registry's address, nothing left for later.

use crate::fault::Fault;
use crate::tree::Tree;

/// Holds the very words that it looks for.
const ITSELF: &str = "xtask/src/tidy/traces.rs";
/// Cargo's lock names the registry by its nature.
const LOCK: &str = "Cargo.lock";
/// Folders of one machine, at the beginning of a path.
const FOLDERS: [&str; 5] = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), "/home/", "/Users/", "/tmp/bash"];
const REGISTRIES: [&str; 8] = [
    concat!("registry.np", "mjs.org"),
    "registry.yarnpkg.com",
    concat!("py", "pi.org"),
    "pythonhosted.org",
    concat!("index.cra", "tes.io"),
    concat!("static.cra", "tes.io"),
    concat!("deb.deb", "ian.org"),
    "proxy.golang.org",
];
const UNFINISHED: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.files.iter().filter(|file| file.path != ITSELF && file.path != LOCK) {
        for (number, line) in file.lines() {
            if let Some(folder) = FOLDERS.into_iter().find(|folder| begins_path(line, folder)) {
                faults.push(Fault::new(&file.path, number, format!("`{folder}` is a folder of one machine")));
            }
            if let Some(host) = REGISTRIES.into_iter().find(|host| line.contains(host)) {
                faults.push(Fault::new(&file.path, number, format!("`{host}`: leave the choice of a registry to the machine")));
            }
            if let Some(word) = UNFINISHED.into_iter().find(|word| stands_alone(line, word)) {
                faults.push(Fault::new(&file.path, number, format!("`{word}`: finish it, or write an issue")));
            }
        }
    }
    faults
}

/// `areas/work/` and an address are not folders of a machine.
fn begins_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && !"/._-}".contains(letter))
    })
}

fn stands_alone(line: &str, word: &str) -> bool {
    let part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == '-');
    line.match_indices(word).any(|(at, _)| !part(line[..at].chars().next_back()) && !part(line[at + word.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_traces_and_leaves_innocent_lines_alone() {
        let good = "see areas/work/src and https://example.org/home/page; METHODOLOGY; a.co/root/b";
        assert!(check(&Tree::of(&[("a.md", good), ("Cargo.lock", concat!("static.cra", "tes.io"))])).is_empty());
        let bad = concat!(
            "cd /wo",
            "rk/main\nnpm --registry https://registry.np",
            "mjs.org\n// TO",
            "DO: later\nfine\nPATH=/ro",
            "ot/bin"
        );
        let faults: Vec<usize> = check(&Tree::of(&[("script/a", bad)])).into_iter().map(|fault| fault.line).collect();
        assert_eq!(faults, [1, 2, 3, 5]);
    }
}
