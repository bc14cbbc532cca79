//! Words: each exists in Russian and in English with the same variables, each is used, and none that is used is missing.

use crate::cargo::Workspace;
use crate::fault::Fault;
use crate::rust_text::RustText;
use crate::tree::{File, Tree};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default, PartialEq, Eq)]
struct Word {
    line: usize,
    variables: BTreeSet<String>,
}

type Words = BTreeMap<String, Word>;

pub fn check(tree: &Tree, workspace: &Workspace) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for member in &workspace.members {
        let [russian, english] = ["ru", "en"].map(|language| format!("{}/words/{language}.ftl", member.folder));
        let (Some(ru), Some(en)) = (tree.file(&russian), tree.file(&english)) else {
            faults.extend(lone(tree, &russian, &english));
            continue;
        };
        let words = [read(ru, &mut faults), read(en, &mut faults)];
        faults.extend(compare(&words[0], &russian, &words[1], &english));
        faults.extend(compare(&words[1], &english, &words[0], &russian));
        // The words of the foundation are for everybody's pages.
        let folder = if member.layer() == "foundation" { "" } else { &member.folder };
        let used = Used::read(tree.files.iter().filter(|file| folder.is_empty() || file.path.starts_with(&format!("{folder}/"))));
        for (key, word) in &words[0] {
            // The audit shows an act `people.merged` by the word `people-audit-merged`.
            let act = format!("\"{}\"", key.replacen("-audit-", ".", 1));
            let is_act = key.contains("-audit-") && tree.files.iter().any(|file| file.is("rs") && file.text.contains(&act));
            if !used.has(key) && !is_act {
                faults.push(Fault::new(&russian, word.line, format!("`{key}` is used nowhere")));
            }
            if let Some(other) = known.insert(key.clone(), member.name.clone()) {
                faults.push(Fault::new(&russian, word.line, format!("`{key}` is a word of {other} too")));
            }
        }
    }
    faults.extend(missing(tree, workspace, &known));
    faults
}

fn lone(tree: &Tree, russian: &str, english: &str) -> Option<Fault> {
    match (tree.file(russian), tree.file(english)) {
        (Some(_), None) => Some(Fault::new(russian, 0, format!("{english} is missing"))),
        (None, Some(_)) => Some(Fault::new(english, 0, format!("{russian} is missing"))),
        _ => None,
    }
}

/// Messages of a Fluent file. Terms (`-brand`) are the file's own affair.
fn read(file: &File, faults: &mut Vec<Fault>) -> Words {
    let mut words = Words::new();
    let mut current: Option<String> = None;
    for (number, line) in file.lines() {
        if line.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let key = line.split('=').next().unwrap_or_default().trim().to_string();
            if words.insert(key.clone(), Word { line: number, ..Word::default() }).is_some() {
                faults.push(Fault::new(&file.path, number, format!("`{key}` stands here twice")));
            }
            current = Some(key);
        } else if line.starts_with(['#', '-']) {
            current = None;
        }
        if let Some(word) = current.as_ref().and_then(|key| words.get_mut(key)) {
            word.variables.extend(variables(line));
        }
    }
    words
}

fn variables(line: &str) -> impl Iterator<Item = String> {
    line.split('$')
        .skip(1)
        .map(|rest| rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "_-".contains(*letter)).collect())
        .filter(|name: &String| !name.is_empty())
}

fn compare(one: &Words, path: &str, other: &Words, other_path: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (key, word) in one {
        match other.get(key) {
            None => faults.push(Fault::new(path, word.line, format!("`{key}` is not in {other_path}"))),
            Some(twin) => {
                for variable in word.variables.difference(&twin.variables) {
                    faults.push(Fault::new(
                        path,
                        word.line,
                        format!("`{key}` speaks of ${variable}, which {other_path} leaves out"),
                    ));
                }
            }
        }
    }
    faults
}

/// What code and templates say that may be a key: whole literals, and beginnings of keys put together from parts.
#[derive(Default)]
struct Used {
    whole: BTreeSet<String>,
    beginnings: BTreeSet<String>,
}

impl Used {
    fn read<'a>(files: impl Iterator<Item = &'a File>) -> Used {
        let mut used = Used::default();
        for file in files {
            if file.is("rs") {
                RustText::read(&file.text).literals.into_iter().for_each(|literal| used.add(&literal.text));
            } else if file.is("html") {
                file.text.split('"').for_each(|text| used.add(text));
            }
        }
        used
    }

    fn add(&mut self, text: &str) {
        let plain =
            |text: &str| !text.is_empty() && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
        if plain(text) {
            self.whole.insert(text.to_string());
        }
        // `"role-{code}"` and `"role-" ~ code` stand for every key that begins so.
        let beginning = text.split('{').next().unwrap_or_default();
        if beginning.len() > 3 && beginning.ends_with('-') && plain(beginning) {
            self.beginnings.insert(beginning.to_string());
        }
    }

    fn has(&self, key: &str) -> bool {
        self.whole.contains(key) || self.beginnings.iter().any(|beginning| key.starts_with(beginning))
    }
}

/// Keys asked for by `t("key")` and `tv("key", ...)` which neither the crate nor those below it have.
fn missing(tree: &Tree, workspace: &Workspace, known: &BTreeMap<String, String>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree
        .files
        .iter()
        .filter(|file| file.path.contains("/src/") && file.is("rs") || file.path.contains("/views/") && file.is("html"))
    {
        let Some(member) = workspace.owner(&file.path).filter(|member| member.name != "xtask") else { continue };
        let reach = workspace.reach(&member.name);
        for (number, line) in file.lines() {
            for key in asked(line) {
                if !known.get(key).is_some_and(|owner| reach.contains(owner)) {
                    faults.push(Fault::new(
                        &file.path,
                        number,
                        format!("`{key}` is not among the words of {} and those below", member.name),
                    ));
                }
            }
        }
    }
    faults
}

fn asked(line: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    for call in [".t(\"", ".tv(\"", " t(\"", " tv(\""] {
        for (at, _) in line.match_indices(call) {
            let rest = &line[at + call.len()..];
            let Some((key, after)) = rest.split_once('"') else { continue };
            // A key put together from parts is judged by its beginning only, where words are looked for.
            let whole = !key.contains('{') && !after.trim_start().starts_with('~');
            if whole && !line[..at].trim_start().starts_with("//") {
                keys.push(key);
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::sample::workspace;

    fn faults(ru: &str, en: &str, view: &str, code: &str) -> Vec<String> {
        let house = workspace(&[("areas/talk", &["web"]), ("areas/people", &["web"]), ("foundation/web", &[])]);
        let tree = Tree::of(&[
            ("areas/talk/words/ru.ftl", ru),
            ("areas/talk/words/en.ftl", en),
            ("areas/talk/views/thread.html", view),
            ("areas/talk/src/lib.rs", code),
            ("foundation/web/words/ru.ftl", "web-save = Сохранить\n"),
            ("foundation/web/words/en.ftl", "web-save = Save\n"),
            ("areas/people/views/a.html", "{{ shell.t(\"web-save\") }}"),
        ]);
        check(&tree, &house).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn accepts_words_that_agree_and_are_used() {
        let ru = "-term = x\n# Note\ntalk-count = { $n ->\n    [one] { $n } ответ\n   *[other] { $n } ответов\n}\ntalk-state-open = открыто\n    .title = { $who }\ntalk-name = Беседа\n";
        let en = "talk-name = Talk\ntalk-count = { $n } answers\ntalk-state-open = open { $who }\n";
        let view = "{{ shell.tv(\"talk-count\", n) }}{{ shell.t(\"web-save\") }}{{ shell.t(\"talk-state-\" ~ state) }}";
        assert_eq!(faults(ru, en, view, "fn name() -> &str { \"talk-name\" }"), Vec::<String>::new());
    }

    #[test]
    fn refuses_words_that_disagree_lie_idle_or_are_missing() {
        let found = faults(
            "talk-a = { $n }\ntalk-b = б\ntalk-b = в\n",
            "talk-a = a\ntalk-c = c\n",
            "\n{{ shell.t(\"talk-a\") }}{{ shell.t(\"people-x\") }}",
            "",
        );
        assert_eq!(
            found,
            [
                "areas/talk/words/ru.ftl:3: `talk-b` stands here twice",
                "areas/talk/words/ru.ftl:1: `talk-a` speaks of $n, which areas/talk/words/en.ftl leaves out",
                "areas/talk/words/ru.ftl:3: `talk-b` is not in areas/talk/words/en.ftl",
                "areas/talk/words/en.ftl:2: `talk-c` is not in areas/talk/words/ru.ftl",
                "areas/talk/words/ru.ftl:3: `talk-b` is used nowhere",
                "areas/talk/views/thread.html:2: `people-x` is not among the words of talk and those below",
            ]
        );
    }
}
