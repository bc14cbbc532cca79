//! `artel bench`: engines measured on real data. Nothing is kept, and no community is touched.

mod asking;
mod chat;
mod posts;

use crate::cli::{BenchArgs, BenchEngine, BenchModel, BenchRoutingArgs};
use crate::said::{self, say};
use anyhow::Context;
use routing::trial::{self, Case, Difference, History, Judged, Outcome};
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub fn run(args: BenchArgs) -> anyhow::Result<ExitCode> {
    match args.engine {
        BenchEngine::Routing(routing) => routed(&routing),
        BenchEngine::Asking(asking) => asking::run(&asking),
    }
}

/// A history as the engine takes it, and the people's names in the file.
struct Read {
    history: History,
    name_of: Box<dyn Fn(i64) -> String>,
}

fn routed(args: &BenchRoutingArgs) -> anyhow::Result<ExitCode> {
    let name = args.file.to_string_lossy();
    let read = if name.contains(".csv") { posts::read(&args.file) } else { chat::read(&args.file) };
    let read = read.with_context(|| format!("{name} cannot be read"))?;
    let outcome = trial::run(&read.history);
    anyhow::ensure!(!outcome.cases.is_empty(), "{name} has no question that somebody answered who had answered before");
    if let Some(path) = &args.rankings {
        write_rankings(path, &outcome, args.model, &read).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    let told = told(&outcome);
    if args.json {
        say!("{told}")?;
    } else {
        said::text(&text(&outcome))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn write_rankings(path: &Path, outcome: &Outcome, model: BenchModel, read: &Read) -> anyhow::Result<()> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    for case in &outcome.cases {
        let ranking: Vec<String> = ranking(case, model).iter().map(|member| (read.name_of)(*member)).collect();
        writeln!(file, "{}", json!({"id": case.id, "ranking": ranking}))?;
    }
    Ok(file.flush()?)
}

fn ranking(case: &Case, model: BenchModel) -> &[i64] {
    match model {
        BenchModel::Trained => &case.trained,
        BenchModel::Untrained => &case.untrained,
        BenchModel::Capped => &case.capped,
    }
}

fn rounded(value: f64) -> Value {
    json!((value * 10_000.0).round() / 10_000.0)
}

fn figures(judged: &Judged, outcome: &Outcome) -> Value {
    json!({
        "mrr": rounded(judged.mrr().mean),
        "mrr_half": rounded(judged.mrr().half),
        "recall_at_10": rounded(judged.recall_at_10().mean),
        "recall_half": rounded(judged.recall_at_10().half),
        "recall_at_5": rounded(judged.recall_at_5().mean),
        "p_at_1": rounded(judged.p_at_1().mean),
        "largest_share": rounded(judged.largest_share()),
        "gini_of_asks": rounded(judged.gini_of_asks(&outcome.ever)),
    })
}

fn told(outcome: &Outcome) -> Value {
    let difference = |difference: Difference| json!({"mean": rounded(difference.mean), "half": rounded(difference.half)});
    let against = |judged: &Judged| -> Value {
        let each = outcome.against_baselines(judged).into_iter();
        let pair = |(name, mrr, recall): (&str, _, _)| {
            let better = Difference::is_better(&mrr) && Difference::is_better(&recall);
            (name.to_string(), json!({"mrr": difference(mrr), "recall_at_10": difference(recall), "better": better}))
        };
        Value::Object(each.map(pair).collect())
    };
    let numbers = |pairs: Vec<(&'static str, f64)>| -> Map<String, Value> {
        pairs.into_iter().map(|(name, value)| (name.to_string(), rounded(value))).collect()
    };
    let baselines: Map<String, Value> =
        outcome.baselines.iter().map(|(name, judged)| ((*name).to_string(), figures(judged, outcome))).collect();
    let curve: Vec<Value> =
        outcome.curve.iter().map(|(cap, judged)| json!({"cap": cap, "figures": figures(judged, outcome)})).collect();
    json!({
        "cases": outcome.cases.len(),
        "taught": outcome.taught,
        "trained": figures(&outcome.trained, outcome),
        "untrained": figures(&outcome.untrained, outcome),
        "capped": figures(&outcome.capped, outcome),
        "baselines": baselines,
        "against_baselines": {"trained": against(&outcome.trained), "untrained": against(&outcome.untrained)},
        "baselines_chosen": numbers(outcome.chosen.clone()),
        "weights": numbers(outcome.told_weights()),
        "curve": curve,
    })
}

fn text(outcome: &Outcome) -> String {
    let mut lines = vec![format!("{} questions, weights from {} before them", outcome.cases.len(), outcome.taught)];
    lines.push(format!("{:12}{:>8}{:>12}{:>11}{:>8}{:>15}", "", "mrr", "recall@10", "recall@5", "p@1", "largest share"));
    let mut row = |name: &str, judged: &Judged| {
        lines.push(format!(
            "{name:12}{:>8.4}{:>12.4}{:>11.4}{:>8.4}{:>15.4}",
            judged.mrr().mean,
            judged.recall_at_10().mean,
            judged.recall_at_5().mean,
            judged.p_at_1().mean,
            judged.largest_share()
        ));
    };
    row("trained", &outcome.trained);
    row("untrained", &outcome.untrained);
    row("capped", &outcome.capped);
    outcome.baselines.iter().for_each(|(name, judged)| row(name, judged));
    outcome.curve.iter().for_each(|(cap, judged)| row(&format!("cap {cap}"), judged));
    for (name, mrr, recall) in outcome.against_baselines(&outcome.trained) {
        let (mean, half) = (mrr.mean, mrr.half);
        lines.push(format!("trained - {name}: mrr {mean:+.4} ± {half:.4}, recall@10 {:+.4} ± {:.4}", recall.mean, recall.half));
    }
    lines.join("\n") + "\n"
}
