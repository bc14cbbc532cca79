//! `artel doctor`: cursors, orphans, roll-ups against the ledger, the schema.

use crate::cli::{DoctorArgs, PlaceArgs};
use crate::house;
use crate::said::say;
use std::collections::HashMap;
use std::process::ExitCode;
use store::Store;
use store::doctor::Finding;

pub async fn run(place: &PlaceArgs, args: DoctorArgs) -> anyhow::Result<ExitCode> {
    let store = Store::open(&place.settled()?).await?;
    let (clock, chance) = house::machine();
    let runner = house::workers(store.clone(), clock.clone(), chance.clone(), &house::areas());
    for community in store::followers::communities(&store).await? {
        runner.catch_up(community).await?;
    }
    let findings = store::doctor::examine(&store, &house::checks(), &clock, &chance).await?;
    let mut global = store.global_read().await?;
    let states = global.job_states().await?;
    drop(global);
    let dead = states.iter().find(|(state, _)| state == "dead").map_or(0, |(_, count)| *count);
    let faults: i64 = findings.iter().map(|finding| finding.faults).sum();
    let named = named(&store, &findings).await?;
    if args.json {
        let jobs: serde_json::Map<_, _> = states.into_iter().map(|(state, count)| (state, count.into())).collect();
        say!("{}", serde_json::json!({ "healthy": faults == 0, "faults": faults, "checks": named, "jobs": jobs }))?;
    } else {
        for finding in &named {
            let mark = if finding.faults == 0 { "ok" } else { "!!" };
            say!("{mark} community {} {}: {} {}", finding.community, finding.check, finding.faults, finding.says)?;
        }
        if dead > 0 {
            say!("   {dead} jobs lie with the dead letters: their errors are in the table jobs")?;
        }
        say!("{}", if faults == 0 { "Everything is in order." } else { "Something is wrong: see the lines marked !!" })?;
    }
    Ok(if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A finding as people read it: communities have names, their numbers say nothing.
#[derive(serde::Serialize)]
struct Named<'f> {
    community: String,
    check: &'f str,
    says: &'f str,
    faults: i64,
}

async fn named<'f>(store: &Store, findings: &'f [Finding]) -> anyhow::Result<Vec<Named<'f>>> {
    let communities = identity::community::all(store).await?;
    let slugs: HashMap<i64, String> = communities.into_iter().map(|community| (community.id.0, community.slug)).collect();
    // A ledger without a community is a fault of its own, and has nothing but its number.
    let slug = |number: i64| slugs.get(&number).cloned().unwrap_or_else(|| number.to_string());
    let name = |finding: &'f Finding| Named {
        community: slug(finding.community),
        check: &finding.check,
        says: &finding.says,
        faults: finding.faults,
    };
    Ok(findings.iter().map(name).collect())
}
