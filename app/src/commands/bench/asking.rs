//! Precision and recall of finding requests in a conversation, by labels of a stratified sample, with their intervals.

use super::chat::{self, Said};
use crate::cli::BenchAskingArgs;
use crate::said::say;
use anyhow::Context;
use kernel::Chance;
use requests::history::asking::{Beginning, SURE, confidence};
use serde::Deserialize;
use serde_json::json;
use std::collections::HashMap;
use std::process::ExitCode;

/// Samples drawn anew from the labels (Efron 1979): their middle 95 % are the interval.
const DRAWN: usize = 1_000;
const SEED: u64 = 1;

#[derive(Deserialize)]
struct Row {
    message: i64,
    beginnings_in_stratum: f64,
    labelled_in_stratum: f64,
    asks: u8,
}

/// A labelled message: how many beginnings it stands for, whether it asks, and how surely it was thought to.
#[derive(Clone, Copy, Debug)]
struct Labelled {
    stands_for: f64,
    asks: bool,
    confidence: f64,
}

/// A share with its 95 % interval.
struct Judged {
    share: f64,
    least: f64,
    most: f64,
}

pub(super) fn run(args: &BenchAskingArgs) -> anyhow::Result<ExitCode> {
    let named = |path: &std::path::Path| format!("{} cannot be read", path.display());
    let (messages, _) = chat::messages(&args.file).with_context(|| named(&args.file))?;
    let rows = rows(&args.labels).with_context(|| named(&args.labels))?;
    let found = confidences(&messages);
    let labelled: Vec<Labelled> = rows.iter().filter_map(|row| labelled(row, &found)).collect();
    anyhow::ensure!(!labelled.is_empty(), "no labelled message is in {}", args.file.display());
    let [precision, recall] = judged(&labelled);
    let asking = labelled.iter().filter(|one| one.asks).count();
    if args.json {
        let told = |judged: &Judged| json!({"value": judged.share, "interval": [judged.least, judged.most]});
        say!(
            "{}",
            json!({"labelled": labelled.len(), "asking": asking, "threshold": SURE, "precision": told(&precision), "recall": told(&recall)})
        )?;
    } else {
        say!("{} labelled messages, {asking} of them ask; called a request from a confidence of {SURE}", labelled.len())?;
        for (name, judged) in [("precision", &precision), ("recall", &recall)] {
            say!("{name:<10} {:.3}   95 % interval {:.3} to {:.3}", judged.share, judged.least, judged.most)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn rows(path: &std::path::Path) -> anyhow::Result<Vec<Row>> {
    csv::Reader::from_path(path)?.deserialize().map(|row| Ok(row?)).collect()
}

fn labelled(row: &Row, found: &HashMap<i64, f64>) -> Option<Labelled> {
    let confidence = *found.get(&row.message)?;
    Some(Labelled { stands_for: row.beginnings_in_stratum / row.labelled_in_stratum, asks: row.asks == 1, confidence })
}

/// Of every message, by when others and its author wrote before.
fn confidences(messages: &[(i64, Said)]) -> HashMap<i64, f64> {
    let (mut last, mut own): (Option<i64>, HashMap<i64, i64>) = (None, HashMap::new());
    let mut found = HashMap::new();
    for (id, said) in messages {
        let before = said.who.and_then(|who| own.insert(who, said.at));
        let beginning = Beginning {
            text: &said.text,
            pause: last.map(|last| said.at - last),
            own_pause: before.map(|before| said.at - before),
        };
        found.insert(*id, confidence(&beginning));
        last = Some(said.at);
    }
    found
}

/// Precision and recall with their intervals.
fn judged(labelled: &[Labelled]) -> [Judged; 2] {
    let (chance, count) = (Chance::seeded(SEED), labelled.len() as u64);
    let drawn: Vec<[f64; 2]> =
        (0..DRAWN).map(|_| shares(&labelled.iter().map(|_| labelled[chance.below(count) as usize]).collect::<Vec<_>>())).collect();
    let whole = shares(labelled);
    [0, 1].map(|which| {
        let mut sorted: Vec<f64> = drawn.iter().map(|shares| shares[which]).collect();
        sorted.sort_by(f64::total_cmp);
        Judged { share: whole[which], least: sorted[DRAWN / 40], most: sorted[DRAWN - DRAWN / 40 - 1] }
    })
}

/// Precision and recall, each label counted for the beginnings that it stands for.
fn shares(labelled: &[Labelled]) -> [f64; 2] {
    let sum = |of: fn(&Labelled) -> bool| labelled.iter().filter(|one| of(one)).map(|one| one.stands_for).sum::<f64>();
    let right = sum(|one| one.asks && one.confidence >= SURE);
    let share = |whole: f64| if whole > 0.0 { right / whole } else { 0.0 };
    [share(sum(|one| one.confidence >= SURE)), share(sum(|one| one.asks))]
}
