//! Documents are true: every path and command that those below name exists, and so does the target of
//! every link in any document.

use crate::fault::Fault;
use crate::tree::{File, Tree};

const CHECKED: [&str; 6] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "STYLE.md", "docs/operating.md"];
/// What Artel makes when it runs; not files of the repository.
const MADE_AT_RUN: [&str; 7] = ["./data", "data/", "outbox/", "files/", "backups/", "target/", "../shared"];
const EXTENSIONS: [&str; 16] =
    ["md", "rs", "toml", "sql", "html", "css", "js", "mjs", "json", "ftl", "sh", "svg", "png", "woff2", "lock", "yml"];

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    let commands = Commands::read(tree);
    for file in tree.files.iter().filter(|file| CHECKED.contains(&file.path.as_str())) {
        for (line, text) in spoken(file) {
            if let Some(reason) = commands.refuse(tree, text).or_else(|| refuse_path(tree, text)) {
                faults.push(Fault::new(&file.path, line, reason));
            }
        }
    }
    for file in tree.files.iter().filter(|file| file.is("md")) {
        for (line, target) in links(file) {
            let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            match resolve(folder, target) {
                Some(path) if tree.exists(&path) => {}
                _ => faults.push(Fault::new(&file.path, line, format!("the link leads nowhere: {target}"))),
            }
        }
    }
    faults
}

/// What stands between backticks, and the lines of fenced blocks of shell.
fn spoken(file: &File) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut fence: Option<&str> = None;
    for (number, line) in file.lines() {
        if let Some(kind) = line.trim().strip_prefix("```") {
            fence = if fence.is_some() { None } else { Some(kind) };
        } else if let Some(kind) = fence {
            if ["sh", "bash", "console"].contains(&kind) {
                let command = line.split(" #").next().unwrap_or_default().trim();
                found.push((number, command.strip_prefix("$ ").unwrap_or(command)));
            }
        } else {
            found.extend(line.split('`').skip(1).step_by(2).map(|text| (number, text)));
        }
    }
    found
}

fn refuse_path(tree: &Tree, text: &str) -> Option<String> {
    let (path, item) = text.split_once("::").map_or((text, None), |(path, item)| (path, Some(item)));
    let word = path.chars().all(|letter| letter.is_alphanumeric() || "/._-*".contains(letter));
    let ending = path.rsplit_once('.').is_some_and(|(stem, end)| !stem.is_empty() && EXTENSIONS.contains(&end));
    // A path that begins with a slash is an address of a page.
    if !word || path.starts_with('/') || !(ending || path.contains('/')) || MADE_AT_RUN.iter().any(|made| path.starts_with(made)) {
        return None;
    }
    let known = match path.split_once('*') {
        Some((before, after)) => tree.paths.iter().any(|known| known.strip_prefix(before).is_some_and(|rest| rest.contains(after))),
        None => tree.exists(path),
    };
    if !known {
        return Some(format!("`{path}` does not exist"));
    }
    let name = item?.split("::").last().unwrap_or_default().trim_end_matches("()");
    let makes = |kind: &str| tree.file(path).is_some_and(|file| file.text.contains(&format!("{kind} {name}")));
    (!["fn", "struct", "enum", "trait", "const", "static", "type", "mod", "macro_rules!"].into_iter().any(makes))
        .then(|| format!("`{path}` has no `{name}`"))
}

/// What the command lines of the house understand.
struct Commands<'a> {
    xtask: &'a str,
    app: Vec<&'a str>,
}

impl<'a> Commands<'a> {
    fn read(tree: &'a Tree) -> Commands<'a> {
        Commands {
            xtask: tree.file("xtask/src/main.rs").map_or("", |file| file.text.as_str()),
            app: tree.within("app/src").filter(|file| file.is("rs")).map(|file| file.text.as_str()).collect(),
        }
    }

    fn refuse(&self, tree: &Tree, text: &str) -> Option<String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        match words.as_slice() {
            [script, ..] if script.trim_start_matches("./").starts_with("script/") => {
                let script = script.trim_start_matches("./");
                (!tree.exists(script)).then(|| format!("`{script}` does not exist"))
            }
            ["cargo", "xtask", name, ..] => {
                (!self.xtask.contains(&format!("[\"{name}\""))).then(|| format!("`cargo xtask {name}` is not a command"))
            }
            [artel, rest @ ..] if *artel == "artel" || artel.ends_with("/artel") => self.refuse_artel(rest),
            _ => None,
        }
    }

    fn refuse_artel(&self, words: &[&str]) -> Option<String> {
        let subcommands = words
            .iter()
            .take_while(|word| word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-') && !word.starts_with('-'));
        for name in subcommands {
            if !self.app.iter().any(|text| declares(text, &variant(name))) {
                return Some(format!("`artel {name}` is not a command: no variant {} in app/src", variant(name)));
            }
        }
        for flag in words.iter().filter_map(|word| word.trim_start_matches('[').strip_prefix("--")) {
            let flag = flag.split(['=', ']']).next().unwrap_or_default();
            let field = flag.replace('-', "_");
            let known = |text: &&str| text.contains(&format!("\"{flag}\"")) || text.contains(&format!("{field}: "));
            if !matches!(flag, "help" | "version") && !self.app.iter().any(known) {
                return Some(format!("`artel` has no flag --{flag}"));
            }
        }
        None
    }
}

/// `community-create` is the variant `CommunityCreate`.
fn variant(name: &str) -> String {
    let capital = |part: &str| part.chars().take(1).flat_map(char::to_uppercase).chain(part.chars().skip(1)).collect::<String>();
    name.split('-').map(capital).collect()
}

/// A line of an enum: the variant alone, or with what it holds.
fn declares(text: &str, variant: &str) -> bool {
    text.lines()
        .any(|line| line.trim().strip_prefix(variant).is_some_and(|rest| rest.is_empty() || rest.starts_with([',', '(', '{', ' '])))
}

/// Targets of links and pictures within the repository.
fn links(file: &File) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (number, line) in file.lines() {
        fenced ^= line.trim().starts_with("```");
        if fenced {
            continue;
        }
        for (at, _) in line.match_indices("](") {
            let target = line[at + 2..].split([')', ' ']).next().unwrap_or_default();
            if !target.is_empty() && !target.contains("://") && !target.starts_with(['#', '/']) && !target.starts_with("mailto:") {
                found.push((number, target.split('#').next().unwrap_or_default()));
            }
        }
    }
    found
}

fn resolve(folder: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const APP: &str = "enum Command {\n    Serve(Serve),\n    Community { create: bool },\n}\nstruct Serve {\n    listen: String,\n    database_url: String,\n}\n";
    const XTASK: &str = "match words { [\"tidy\"] => {} }";

    fn faults(readme: &str) -> Vec<String> {
        let tree = Tree::of(&[
            ("README.md", readme),
            ("script/server", ""),
            ("docs/one.md", "[up](../README.md#top) [out](https://example.org)"),
            ("app/src/main.rs", APP),
            ("xtask/src/main.rs", XTASK),
        ]);
        check(&tree).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn accepts_what_exists() {
        let readme = "`script/server` `app/src/main.rs` `app/src/main.rs::Serve` `app/*/main.rs` `docs/` `/people` `./data` `cargo xtask tidy`\n\
            `artel serve --listen ADDR` `artel` `artel community` [doc](docs/one.md) `cargo build` `outbox/*.eml` `store::deeds`\n\n\
            ```sh\nscript/server --database-url URL # starts it\n```\n";
        assert_eq!(faults(readme), Vec::<String>::new());
    }

    #[test]
    fn refuses_what_does_not() {
        let readme = "`script/serve`\n`app/src/gone.rs` `gone.md`\n`app/src/main.rs::gone`\n`cargo xtask gone`\n`artel gone`\n`artel serve --gone`\n[x](docs/two.md)\n```sh\nscript/gone\n```\n`lib/*/main.rs`";
        assert_eq!(
            faults(readme),
            [
                "README.md:1: `script/serve` does not exist",
                "README.md:2: `app/src/gone.rs` does not exist",
                "README.md:2: `gone.md` does not exist",
                "README.md:3: `app/src/main.rs` has no `gone`",
                "README.md:4: `cargo xtask gone` is not a command",
                "README.md:5: `artel gone` is not a command: no variant Gone in app/src",
                "README.md:6: `artel` has no flag --gone",
                "README.md:9: `script/gone` does not exist",
                "README.md:11: `lib/*/main.rs` does not exist",
                "README.md:7: the link leads nowhere: docs/two.md",
            ]
        );
    }
}
