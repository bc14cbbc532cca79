//! `artel doctor`: cursors, orphans, roll-ups against the ledger, the schema.

use crate::cli::{DoctorArgs, PlaceArgs};
use crate::house;
use std::process::ExitCode;
use store::Store;

pub async fn run(place: &PlaceArgs, args: DoctorArgs) -> anyhow::Result<ExitCode> {
    let store = Store::open(&place.place()).await?;
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
    if args.json {
        let jobs: serde_json::Map<_, _> = states.into_iter().map(|(state, count)| (state, count.into())).collect();
        println!("{}", serde_json::json!({ "healthy": faults == 0, "faults": faults, "checks": findings, "jobs": jobs }));
    } else {
        for finding in &findings {
            let mark = if finding.faults == 0 { "ok" } else { "!!" };
            println!("{mark} community {} {}: {} {}", finding.community, finding.check, finding.faults, finding.says);
        }
        if dead > 0 {
            println!("   {dead} jobs lie with the dead letters: their errors are in the table jobs");
        }
        println!("{}", if faults == 0 { "Everything is in order." } else { "Something is wrong: see the lines marked !!" });
    }
    Ok(if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
