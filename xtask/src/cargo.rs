//! What cargo knows of the workspace.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// A dependency of one crate of ours on another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    pub to: String,
    /// For the tests of the crate only.
    pub dev: bool,
}

#[derive(Clone, Debug)]
pub struct Member {
    pub name: String,
    /// From the root: `areas/talk`.
    pub folder: String,
    pub ours: BTreeSet<Arrow>,
    /// Names of crates that others made.
    pub external: BTreeSet<String>,
}

impl Member {
    /// The first part of the folder: `areas`, `app`.
    pub fn layer(&self) -> &str {
        self.folder.split('/').next().unwrap_or(&self.folder)
    }
}

pub struct Workspace {
    pub members: Vec<Member>,
}

impl Workspace {
    pub fn read(root: &Path) -> Result<Workspace, String> {
        let text = output(root, &["metadata", "--no-deps", "--format-version", "1", "--offline"])?;
        let value: Value = serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
        Workspace::parse(&value)
    }

    pub fn parse(value: &Value) -> Result<Workspace, String> {
        let root = value["workspace_root"].as_str().ok_or("cargo metadata names no workspace root")?;
        let packages = value["packages"].as_array().ok_or("cargo metadata lists no packages")?;
        let mut members = Vec::new();
        for package in packages {
            let manifest = package["manifest_path"].as_str().unwrap_or_default();
            let folder = manifest.strip_prefix(root).unwrap_or(manifest).trim_start_matches('/');
            let (mut ours, mut external) = (BTreeSet::new(), BTreeSet::new());
            for dependency in package["dependencies"].as_array().into_iter().flatten() {
                let name = dependency["name"].as_str().unwrap_or_default().to_string();
                if dependency["source"].is_null() {
                    ours.insert(Arrow { to: name, dev: dependency["kind"].as_str() == Some("dev") });
                } else {
                    external.insert(name);
                }
            }
            members.push(Member {
                name: package["name"].as_str().unwrap_or_default().to_string(),
                folder: folder.trim_end_matches("Cargo.toml").trim_end_matches('/').to_string(),
                ours,
                external,
            });
        }
        members.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Workspace { members })
    }

    /// The crate that a file belongs to.
    pub fn owner(&self, path: &str) -> Option<&Member> {
        self.members.iter().find(|member| path.strip_prefix(&member.folder).is_some_and(|rest| rest.starts_with('/')))
    }

    /// The crate itself and all of ours that it stands on, directly or not.
    pub fn reach(&self, name: &str) -> BTreeSet<String> {
        let by_name: BTreeMap<&str, &Member> = self.members.iter().map(|member| (member.name.as_str(), member)).collect();
        let mut reached = BTreeSet::new();
        let mut next = vec![name.to_string()];
        while let Some(name) = next.pop() {
            if !reached.insert(name.clone()) {
                continue;
            }
            if let Some(member) = by_name.get(name.as_str()) {
                next.extend(member.ours.iter().map(|arrow| arrow.to.clone()));
            }
        }
        reached
    }
}

/// The number of different packages that a build for Linux compiles.
pub fn packages_built(root: &Path) -> Result<usize, String> {
    let tree = ["tree", "-e", "normal,build", "--prefix", "none", "--target", "x86_64-unknown-linux-gnu", "--locked"];
    let text = output(root, &[&tree[..], &["--offline"]].concat()).or_else(|_| output(root, &tree))?;
    let packages: BTreeSet<(&str, &str)> = text
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?))
        })
        .collect();
    Ok(packages.len())
}

fn output(root: &Path, arguments: &[&str]) -> Result<String, String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_string());
    let run = Command::new(cargo).args(arguments).current_dir(root).output().map_err(|error| format!("cargo: {error}"))?;
    if !run.status.success() {
        return Err(format!("cargo {}: {}", arguments.join(" "), String::from_utf8_lossy(&run.stderr).trim()));
    }
    String::from_utf8(run.stdout).map_err(|error| format!("cargo {}: {error}", arguments.join(" ")))
}

#[cfg(test)]
pub mod sample {
    use super::*;

    /// A workspace of crates given as folder and names they stand on; `dev:` marks an arrow of tests, `*` a foreign crate.
    pub fn workspace(crates: &[(&str, &[&str])]) -> Workspace {
        let members = crates
            .iter()
            .map(|(folder, arrows)| Member {
                name: folder.rsplit('/').next().unwrap_or(folder).to_string(),
                folder: folder.to_string(),
                ours: arrows
                    .iter()
                    .filter(|name| !name.starts_with('*'))
                    .map(|name| Arrow { to: name.trim_start_matches("dev:").to_string(), dev: name.starts_with("dev:") })
                    .collect(),
                external: arrows.iter().filter_map(|name| name.strip_prefix('*')).map(str::to_string).collect(),
            })
            .collect();
        Workspace { members }
    }
}
