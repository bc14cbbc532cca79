//! What counting costs in a database that is there: `counting DATA SLUG rebuild|follow|day [DATE]`. Prints one line of JSON;
//! `bench/pulse.py` reads it. One act in a process, so that its peak memory is that of this act alone.

use kernel::{Chance, Clock};
use pulse::day;
use pulse::measuring;
use pulse::sight::Sight;
use serde_json::{Value, json};
use store::{Place, Scope, Store, Who, followers, statement};

/// Deeds in one slice, and how many are met, when the cost of a deed is asked for.
const SLICE: i64 = 1_000;
const MET: i64 = 100_000;
/// Of the kernel, on every Linux that Artel runs on.
const TICKS_PER_SECOND: f64 = 100.0;

statement!(SET_CURSOR = "update follower_cursors set seq = $3 where community_id = $1 and follower = $2");
statement!(HEAD = "select seq from deed_heads where community_id = $1");

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [data, slug, act, more @ ..] = arguments.as_slice() else { anyhow::bail!("counting DATA SLUG rebuild|follow|day [DATE]") };
    let store = Store::open(&Place { data: data.into(), database_url: None }).await?;
    let community = identity::community::by_slug(&store, slug).await?.ok_or_else(|| anyhow::anyhow!("no community {slug}"))?;
    let who = Who::system(community.id, &Clock::machine(), &Chance::system());
    let (begun, used) = (Clock::stopwatch(), processor_seconds()?);
    let mut told = match act.as_str() {
        "rebuild" => rebuild(&store, &who).await?,
        "follow" => follow(&store, &who).await?,
        "day" => measure(&store, &who, more.first().map_or("", String::as_str)).await?,
        other => anyhow::bail!("{other} is none of rebuild, follow, day"),
    };
    told["seconds"] = json!(begun.elapsed().as_secs_f64());
    told["processor_seconds"] = json!(processor_seconds()? - used);
    told["peak_mb"] = json!(peak_mb()?);
    println!("{told}");
    Ok(())
}

/// Forgets everything and counts from the first deed, as the doctor's advice or another time zone asks for.
async fn rebuild(store: &Store, who: &Who) -> anyhow::Result<Value> {
    followers::reset(store, pulse::follower().as_ref(), who).await?;
    followers::catch_up(store, pulse::follower().as_ref(), who.community, &who.clock, &who.chance).await?;
    Ok(json!({ "deeds": store.read(who).await?.one::<i64>(&HEAD, &[]).await? }))
}

/// Counts the latest deeds once more and takes them back: the sums they meet are as many as they will ever be.
async fn follow(store: &Store, who: &Who) -> anyhow::Result<Value> {
    let head = store.read(who).await?.one::<i64>(&HEAD, &[]).await?;
    let mut place = (head - MET).max(0);
    let (mut met, used) = (0, processor_seconds()?);
    // One transaction for each slice, as when following, so that writing is part of the cost.
    while place < head {
        let mut scope = store.write(who).await?;
        place = slice(&mut scope, place).await?;
        scope.commit().await?;
        met += SLICE;
    }
    let micros = (processor_seconds()? - used) * 1e6 / met.max(1) as f64;
    // What was counted twice is counted anew.
    rebuild(store, who).await?;
    Ok(json!({ "deeds": met, "micros_a_deed": micros }))
}

async fn slice(scope: &mut Scope, place: i64) -> anyhow::Result<i64> {
    let deeds = scope.deeds_after(place, SLICE).await?;
    let last = deeds.last().map_or(i64::MAX, |deed| deed.seq);
    pulse::follower().meet(scope, &deeds).await?;
    scope.run(&SET_CURSOR, store::args![pulse::NAME, last]).await?;
    Ok(last)
}

/// Computes a day that is not kept, and asks for it again.
async fn measure(store: &Store, who: &Who, date: &str) -> anyhow::Result<Value> {
    let day = day::parse(date).ok_or_else(|| anyhow::anyhow!("{date} is no date"))?;
    let (begun, used) = (Clock::stopwatch(), processor_seconds()?);
    let made = measuring::afresh(store, who, day, Sight::Open).await?;
    let (computed, processor) = (begun.elapsed().as_secs_f64(), processor_seconds()? - used);
    let begun = Clock::stopwatch();
    let kept = measuring::figures(store, who, day, Sight::Open).await?;
    anyhow::ensure!(kept.figures == made.figures, "what is kept is what was computed");
    let (size, ties) = (&kept.figures.size, &kept.figures.ties);
    let figures =
        json!({ "members": size.members, "active": size.active, "pairs": ties.pairs, "ties": ties.all, "tied": ties.tied });
    Ok(json!({
        "computed_seconds": computed, "computed_processor_seconds": processor,
        "kept_ms": begun.elapsed().as_secs_f64() * 1e3, "figures": figures
    }))
}

/// Processor time of this process so far, of all its threads.
fn processor_seconds() -> anyhow::Result<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or_default();
    Ok((ticks(11) + ticks(12)) / TICKS_PER_SECOND)
}

fn peak_mb() -> anyhow::Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    Ok(line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or_default() / 1024.0)
}
