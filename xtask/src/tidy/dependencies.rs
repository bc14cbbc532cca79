//! Every crate and package that others made has its reason in docs/dependencies.md, and nothing else stands there.

use crate::cargo::Workspace;
use crate::fault::Fault;
use crate::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};

/// Packages that a build for Linux may compile.
pub const BUDGET: usize = 450;
const DOCUMENT: &str = "docs/dependencies.md";
const BROWSER_TOOLS: &str = "e2e/package.json";

pub fn check(tree: &Tree, workspace: &Workspace) -> Vec<Fault> {
    let Some(document) = tree.file(DOCUMENT) else {
        return vec![Fault::new(DOCUMENT, 0, "the list of dependencies is missing")];
    };
    let mut faults = Vec::new();
    let mut listed: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, line) in document.lines().filter(|(_, line)| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        if cells.len() < 2 || cells[1..].iter().any(|cell| cell.is_empty()) {
            faults.push(Fault::new(DOCUMENT, number, "a dependency without a reason"));
        }
        for name in cells[0].split('`').skip(1).step_by(2) {
            if listed.insert(name, number).is_some() {
                faults.push(Fault::new(DOCUMENT, number, format!("`{name}` is listed twice")));
            }
        }
    }
    let used = used(tree, workspace);
    for (name, manifest) in &used {
        if !listed.contains_key(name.as_str()) {
            faults.push(Fault::new(manifest, 0, format!("`{name}` has no reason in {DOCUMENT}")));
        }
    }
    for (name, number) in listed {
        if !used.contains_key(name) {
            faults.push(Fault::new(DOCUMENT, number, format!("`{name}` is no dependency of any crate")));
        }
    }
    faults
}

/// Names, with a manifest that asks for each.
fn used(tree: &Tree, workspace: &Workspace) -> BTreeMap<String, String> {
    let mut used = BTreeMap::new();
    for member in &workspace.members {
        for name in &member.external {
            used.entry(name.clone()).or_insert_with(|| format!("{}/Cargo.toml", member.folder));
        }
    }
    for name in browser_tools(tree) {
        used.entry(name).or_insert_with(|| BROWSER_TOOLS.to_string());
    }
    used
}

fn browser_tools(tree: &Tree) -> BTreeSet<String> {
    let Some(file) = tree.file(BROWSER_TOOLS) else { return BTreeSet::new() };
    let manifest: serde_json::Value = serde_json::from_str(&file.text).unwrap_or_default();
    ["dependencies", "devDependencies", "optionalDependencies"]
        .into_iter()
        .filter_map(|kind| manifest[kind].as_object())
        .flat_map(|names| names.keys().cloned())
        .collect()
}

pub fn over_budget(packages: usize) -> Option<Fault> {
    (packages >= BUDGET)
        .then(|| Fault::new("Cargo.lock", 0, format!("{packages} packages are built on Linux, the budget is under {BUDGET}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::sample::workspace;

    #[test]
    fn wants_a_reason_for_each_and_nothing_else() {
        let house = workspace(&[("app", &["*clap", "*tar"])]);
        let tools = "{\"dependencies\": {\"axe-core\": \"1\"}}";
        let good = "| crate | why |\n| --- | --- |\n| `clap` | flags |\n| `tar`, `axe-core` | files |\n";
        assert!(check(&Tree::of(&[(DOCUMENT, good), (BROWSER_TOOLS, tools)]), &house).is_empty());
        let bad = "| `clap` | |\n| `rand` | dice |\n| `clap` | again |\n";
        let mut faults: Vec<String> =
            check(&Tree::of(&[(DOCUMENT, bad), (BROWSER_TOOLS, tools)]), &house).iter().map(ToString::to_string).collect();
        faults.sort();
        assert_eq!(
            faults,
            [
                "app/Cargo.toml: `tar` has no reason in docs/dependencies.md",
                "docs/dependencies.md:1: a dependency without a reason",
                "docs/dependencies.md:2: `rand` is no dependency of any crate",
                "docs/dependencies.md:3: `clap` is listed twice",
                "e2e/package.json: `axe-core` has no reason in docs/dependencies.md",
            ]
        );
        assert!(over_budget(BUDGET - 1).is_none() && over_budget(BUDGET).is_some());
    }
}
