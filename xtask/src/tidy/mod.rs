//! `cargo xtask tidy`: what the house asks of its code and the compiler cannot check.

mod arrows;
mod dependencies;
mod documents;
mod length;
mod names;
mod tables;
mod templates;
mod traces;
mod words;

use crate::cargo::{Workspace, packages_built};
use crate::fault::Fault;
use crate::tree::{Tree, root};

/// Prints every fault; an error if there is one.
pub fn run() -> Result<(), String> {
    let root = root()?;
    let tree = Tree::read(&root)?;
    let workspace = Workspace::read(&root)?;
    let mut faults: Vec<Fault> = Vec::new();
    faults.extend(arrows::check(&tree, &workspace));
    faults.extend(tables::check(&tree, &workspace));
    faults.extend(names::check(&tree));
    faults.extend(documents::check(&tree));
    faults.extend(templates::check(&tree));
    faults.extend(words::check(&tree, &workspace));
    faults.extend(length::check(&tree));
    faults.extend(dependencies::check(&tree, &workspace));
    faults.extend(traces::check(&tree));
    let packages = packages_built(&root)?;
    println!("packages built on Linux: {packages} of a budget of {}", dependencies::BUDGET);
    faults.extend(dependencies::over_budget(packages));
    faults.sort();
    faults.dedup();
    for fault in &faults {
        eprintln!("{fault}");
    }
    match faults.len() {
        0 => {
            println!("tidy: {} files, {} crates, nothing to mend", tree.paths.len(), workspace.members.len());
            Ok(())
        }
        count => Err(format!("tidy: {count} faults")),
    }
}
