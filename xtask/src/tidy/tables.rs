//! A table belongs to one crate, and only that crate's SQL names it. Views are published: all may read them.

use crate::cargo::Workspace;
use crate::fault::Fault;
use crate::rust_text::RustText;
use crate::tree::Tree;
use std::collections::BTreeMap;

/// The ledger, its followers and the jobs carry names older than the rule: all are `store`'s.
const OF_STORE: [&str; 4] = ["deed", "follower", "job", "store_"];
/// `testkit` looks into any table, as tests must; these very checks name some in their samples.
const LOOKS_ANYWHERE: [&str; 2] = ["testkit", "xtask"];
/// Crates that may leave the community's scope: accounts and installations lie outside communities.
const ARCHIVE: &str = "foundation/store/src/archive/";
const OUTSIDE_COMMUNITIES: [&str; 4] = ["store", "identity", "artel", "testkit"];

pub fn check(tree: &Tree, workspace: &Workspace) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut tables = BTreeMap::new();
    for file in tree.within("migrations/sql").filter(|file| file.is("sql")) {
        for (line, name, view) in created(&file.text) {
            match owner(&name, workspace) {
                Some(_) if view => {}
                Some(owner) => {
                    tables.insert(name, owner);
                }
                None => {
                    faults.push(Fault::new(&file.path, line, format!("nobody owns {name}: a table's name begins with its crate's")))
                }
            }
        }
    }
    for file in tree.files.iter().filter(|file| file.is("rs") && file.path.contains("/src/")) {
        let Some(member) = workspace.owner(&file.path).filter(|member| !LOOKS_ANYWHERE.contains(&member.name.as_str())) else {
            continue;
        };
        let text = RustText::read(&file.text);
        let tests = file.text.lines().position(|line| line.starts_with("#[cfg(test)]")).unwrap_or(usize::MAX);
        // An archive carries every table of everybody; samples within tests run nowhere.
        let own = text.literals.iter().filter(|literal| literal.line <= tests && !file.path.starts_with(ARCHIVE));
        for literal in own {
            for name in named(&literal.text) {
                if let Some(owner) = tables.get(name.as_str()).filter(|owner| **owner != member.name) {
                    let reason = format!("{name} is a table of {owner}: call a function of that crate instead");
                    faults.push(Fault::new(&file.path, literal.line, reason));
                }
            }
        }
        if !OUTSIDE_COMMUNITIES.contains(&member.name.as_str()) {
            for (number, _) in text.code.lines().enumerate().filter(|(_, line)| line.contains("global_statement!")) {
                let reason = "a statement outside communities: only store, identity and the app write those";
                faults.push(Fault::new(&file.path, number + 1, reason));
            }
        }
    }
    faults
}

fn owner(table: &str, workspace: &Workspace) -> Option<String> {
    if OF_STORE.iter().any(|beginning| table.starts_with(beginning)) {
        return Some("store".to_string());
    }
    let names = workspace.members.iter().map(|member| &member.name);
    names
        .filter(|name| table.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('_')))
        .max_by_key(|name| name.len())
        .cloned()
}

/// Tables and views that a migration makes: line, name, whether it is a view.
fn created(sql: &str) -> Vec<(usize, String, bool)> {
    let mut found = Vec::new();
    for (number, line) in sql.lines().enumerate() {
        let line = line.split("--").next().unwrap_or_default().to_lowercase();
        let words: Vec<&str> = words(&line).collect();
        let Some(at) = words.iter().position(|word| *word == "create") else { continue };
        let rest: Vec<&str> = words[at + 1..]
            .iter()
            .copied()
            .filter(|word| !["temporary", "or", "replace", "if", "not", "exists"].contains(word))
            .collect();
        if let [kind @ ("table" | "view"), name, ..] = rest.as_slice() {
            found.push((number + 1, name.to_string(), *kind == "view"));
        }
    }
    found
}

/// Names that stand where SQL has a table.
fn named(sql: &str) -> Vec<String> {
    let lower = sql.to_lowercase();
    let mut found = Vec::new();
    let mut expects = false;
    for piece in pieces(&lower) {
        match piece {
            "from" | "join" | "into" | "update" => expects = true,
            // `from a, b`: what follows a comma may be a table; a column there is no table's name.
            "," => expects = true,
            _ if expects => {
                found.push(piece.to_string());
                expects = false;
            }
            _ => {}
        }
    }
    found
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty())
}

/// Words and commas.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(',').flat_map(|part| words(part).chain(part.ends_with(',').then_some(",")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::sample::workspace;

    const SQL: &str = "create table talk_messages (\n id bigint -- create table other\n);\ncreate table deeds (seq bigint);\n\
        create view people_names as select 1;\ncreate table people_members (id bigint);\n";

    fn faults(files: &[(&str, &str)]) -> Vec<String> {
        let house =
            workspace(&[("areas/talk", &[]), ("areas/people", &[]), ("foundation/store", &[]), ("foundation/testkit", &[])]);
        check(&Tree::of(files), &house).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn accepts_own_tables_published_views_and_columns_of_the_same_name() {
        let talk = "statement!(A = \"select deeds from talk_messages m, people_names n where x = 'y'\"); // from people_members";
        let kit = "const A: &str = \"delete from talk_messages\"; global_statement!(B = \"\");";
        assert!(
            faults(&[("migrations/sql/1.sql", SQL), ("areas/talk/src/a.rs", talk), ("foundation/testkit/src/a.rs", kit)])
                .is_empty()
        );
    }

    #[test]
    fn refuses_foreign_tables_orphans_and_leaving_the_community() {
        let talk = "\n statement!(A = \"select 1 from talk_messages m \\\n  join people_members p on true\");\nglobal_statement!(B = \"\");";
        let sql = format!("{SQL}create table if not exists messages (id bigint);");
        assert_eq!(
            faults(&[
                ("migrations/sql/1.sql", &sql),
                ("areas/talk/src/a.rs", talk),
                ("areas/people/src/b.rs", "\"from a, deeds\"")
            ]),
            [
                "migrations/sql/1.sql:7: nobody owns messages: a table's name begins with its crate's",
                "areas/talk/src/a.rs:2: people_members is a table of people: call a function of that crate instead",
                "areas/talk/src/a.rs:4: a statement outside communities: only store, identity and the app write those",
                "areas/people/src/b.rs:1: deeds is a table of store: call a function of that crate instead",
            ]
        );
    }
}
