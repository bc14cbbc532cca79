//! Who stands on whom: the crates as cargo sees them, against the drawing in ARCHITECTURE.md and the order of layers.

use crate::cargo::{Member, Workspace};
use crate::fault::Fault;
use crate::tree::Tree;
use std::collections::BTreeMap;

const DRAWING: &str = "ARCHITECTURE.md";
const FENCE: &str = "```arrows";
/// The crate that makes tests; tests of any crate may stand on it, and nothing else.
const TESTKIT: &str = "testkit";

pub fn check(tree: &Tree, workspace: &Workspace) -> Vec<Fault> {
    let mut faults = layers(workspace);
    match drawn(tree) {
        Err(fault) => faults.push(fault),
        Ok(drawn) => faults.extend(compare(workspace, &drawn)),
    }
    faults
}

/// Arrows of the drawing, each with its line.
fn drawn(tree: &Tree) -> Result<BTreeMap<(String, String), usize>, Fault> {
    let document = tree.file(DRAWING).ok_or_else(|| Fault::new(DRAWING, 0, "the drawing of arrows between crates is missing"))?;
    let mut lines = document.lines().skip_while(|(_, line)| line.trim() != FENCE);
    if lines.next().is_none() {
        return Err(Fault::new(DRAWING, 0, format!("a block {FENCE} with lines `crate -> crates it stands on` is missing")));
    }
    let mut arrows = BTreeMap::new();
    for (number, line) in lines.take_while(|(_, line)| line.trim() != "```") {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let Some((from, to)) = line.split_once("->") else {
            return Err(Fault::new(DRAWING, number, format!("not an arrow: {line}")));
        };
        for to in to.split_whitespace() {
            arrows.insert((from.trim().to_string(), to.to_string()), number);
        }
    }
    Ok(arrows)
}

fn compare(workspace: &Workspace, drawn: &BTreeMap<(String, String), usize>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut real = BTreeMap::new();
    for member in &workspace.members {
        for arrow in member.ours.iter().filter(|arrow| !(arrow.dev && arrow.to == TESTKIT)) {
            real.insert((member.name.clone(), arrow.to.clone()), format!("{}/Cargo.toml", member.folder));
        }
    }
    for ((from, to), manifest) in &real {
        if !drawn.contains_key(&(from.clone(), to.clone())) {
            faults.push(Fault::new(manifest, 0, format!("{from} stands on {to}, which {DRAWING} does not draw")));
        }
    }
    for ((from, to), line) in drawn {
        if !real.contains_key(&(from.clone(), to.clone())) {
            faults.push(Fault::new(DRAWING, *line, format!("draws {from} -> {to}, which no Cargo.toml has")));
        }
    }
    faults
}

/// Layers that a crate of this layer may stand on.
fn below(layer: &str) -> &'static [&'static str] {
    match layer {
        "engines" => &["engines"],
        "foundation" => &["foundation", "migrations"],
        "areas" => &["areas", "foundation", "engines"],
        "connectors" => &["connectors", "areas", "foundation", "engines"],
        "app" => &["connectors", "areas", "foundation", "engines"],
        _ => &[],
    }
}

fn layers(workspace: &Workspace) -> Vec<Fault> {
    let by_name: BTreeMap<&str, &Member> = workspace.members.iter().map(|member| (member.name.as_str(), member)).collect();
    let mut faults = Vec::new();
    for member in &workspace.members {
        let manifest = format!("{}/Cargo.toml", member.folder);
        for arrow in &member.ours {
            let Some(other) = by_name.get(arrow.to.as_str()) else { continue };
            if arrow.to == TESTKIT {
                if !arrow.dev {
                    faults.push(Fault::new(&manifest, 0, "testkit is for tests: name it under dev-dependencies"));
                }
            } else if !below(member.layer()).contains(&other.layer()) {
                let reason = format!("{} ({}) may not stand on {} ({})", member.name, member.layer(), other.name, other.layer());
                faults.push(Fault::new(&manifest, 0, reason));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::sample::workspace;

    const DRAWN: &str = "# House\n\n```arrows\ntalk -> people kernel # as drawn\npeople -> kernel\n```\n";

    fn reasons(faults: &[Fault]) -> Vec<String> {
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn accepts_the_drawing_and_names_what_is_missing_and_what_is_extra() {
        let tree = Tree::of(&[("ARCHITECTURE.md", DRAWN)]);
        let house = [
            ("areas/talk", &["people", "kernel", "dev:testkit"][..]),
            ("areas/people", &["kernel"]),
            ("foundation/kernel", &[]),
            ("foundation/testkit", &["kernel"]),
        ];
        let faults = check(&tree, &workspace(&house));
        assert_eq!(
            reasons(&faults),
            ["foundation/testkit/Cargo.toml: testkit stands on kernel, which ARCHITECTURE.md does not draw"]
        );

        let house = [("areas/talk", &["people"][..]), ("areas/people", &["kernel"]), ("foundation/kernel", &[])];
        let faults = check(&tree, &workspace(&house));
        assert_eq!(reasons(&faults), ["ARCHITECTURE.md:4: draws talk -> kernel, which no Cargo.toml has"]);
        assert_eq!(reasons(&check(&Tree::default(), &workspace(&[]))).len(), 1);
    }

    #[test]
    fn keeps_the_layers_apart() {
        let house = workspace(&[
            ("engines/ties", &["kernel"]),
            ("foundation/kernel", &["people"]),
            ("areas/people", &["mail", "testkit", "ties", "kernel"]),
            ("connectors/mail", &["people"]),
            ("foundation/testkit", &[]),
        ]);
        assert_eq!(
            reasons(&layers(&house)),
            [
                "engines/ties/Cargo.toml: ties (engines) may not stand on kernel (foundation)",
                "foundation/kernel/Cargo.toml: kernel (foundation) may not stand on people (areas)",
                "areas/people/Cargo.toml: people (areas) may not stand on mail (connectors)",
                "areas/people/Cargo.toml: testkit is for tests: name it under dev-dependencies",
            ]
        );
    }
}
