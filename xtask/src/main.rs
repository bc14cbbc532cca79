//! Chores of the repository that need more than a shell. `cargo xtask tidy` is part of the tests.

mod cargo;
mod fault;
mod rust_text;
mod tidy;
mod tree;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask tidy               checks what the compiler cannot: arrows, tables, names, documents, templates, words
cargo xtask stands-on CRATE    prints the workspace's crates that depend on CRATE, in tests or otherwise";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["tidy"] => tidy::run(),
        ["stands-on", name] => stands_on(name),
        _ => Err(USAGE.to_string()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn stands_on(name: &str) -> Result<(), String> {
    let workspace = cargo::Workspace::read(&tree::root()?)?;
    for member in &workspace.members {
        if member.ours.iter().any(|arrow| arrow.to == name) {
            println!("{}", member.name);
        }
    }
    Ok(())
}
