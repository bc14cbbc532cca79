//! `artel bench routing` on small files of both forms, and on the shared ones against their judge where they are.

use crate::command::{Folder, text};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Of eight people each answers about a thing of their own.
fn posts(folder: &Folder) -> PathBuf {
    let mut rows = String::from("Id,PostTypeId,CreationDate,Body,OwnerUserId,Title,Tags,ParentId\n");
    for number in 0..300 {
        let (thing, day, hour) = ((number * number + number / 3) % 8, 1 + number / 12 % 28, number % 12 * 2);
        let date = format!("2012-{:02}-{day:02}T{hour:02}", 1 + number / 336);
        rows += &format!(
            "{0},1,{date}:00:00.000,\"<p>How, \"\"exactly\"\"?</p>\n\",90.0,About thing{thing},<t{thing}>,\n",
            number * 2 + 1
        );
        rows += &format!("{0},2,{date}:30:00.000,<p>So.</p>,{thing}.0,,,{1}.0\n", number * 2 + 2, number * 2 + 1);
    }
    folder.write("posts.csv", &rows)
}

/// The same as a chat.
fn chat(folder: &Folder) -> PathBuf {
    let messages: Vec<Value> = (0..600)
        .map(|place| {
            let (number, answers) = (place / 2, place % 2 == 1);
            let thing = (number * number + number / 3) % 8;
            let who = if answers { thing } else { 90 };
            let said = if answers { json!([{"type": "bold", "text": "вот"}, " так"]) } else { json!(format!("Кто знает, как же всё-таки устроена вещь{thing}, расскажите?")) };
            let mut message = json!({"id": place + 1, "type": "message", "date_unixtime": (1_600_000_000 + place * 3000).to_string(),
                "from": format!("Имя {who}"), "from_id": format!("user{who}"), "text": said});
            if answers {
                message["reply_to_message_id"] = json!(place);
            }
            message
        })
        .collect();
    folder.write("result.json", &json!({"name": "Чат", "messages": messages}).to_string())
}

fn bench(folder: &Folder, file: &Path, more: &[&str]) -> Value {
    let mut words = vec!["bench", "routing", text(file), "--json"];
    words.extend(more);
    let ran = folder.run(&words).succeeds();
    serde_json::from_str(&ran.out).expect("one object of JSON")
}

fn figure(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

#[tokio::test]
async fn both_forms_are_measured_and_nothing_is_kept() {
    let folder = Folder::embedded();
    for (file, least) in [(posts(&folder), 100), (chat(&folder), 50)] {
        let rankings = folder.file("rankings.jsonl");
        let told = bench(&folder, &file, &["--rankings", text(&rankings)]);
        assert!(told["cases"].as_u64().expect("cases") >= least, "{told}");
        assert!(figure(&told["trained"]["mrr"]) > figure(&told["baselines"]["recency"]["mrr"]) + 0.2, "{told}");
        for way in ["trained", "untrained", "capped"] {
            for name in ["mrr", "recall_at_10", "p_at_1", "largest_share"] {
                assert!((0.0..=1.0).contains(&figure(&told[way][name])), "{way} {name}");
            }
        }
        for name in ["recency", "bm25", "zsum"] {
            assert!(
                told["baselines"][name]["recall_at_10"].is_number()
                    && told["against_baselines"]["trained"][name]["mrr"]["half"].is_number()
            );
        }
        let lines: Vec<Value> = std::fs::read_to_string(&rankings)
            .expect("rankings")
            .lines()
            .map(|line| serde_json::from_str(line).expect("a line of JSON"))
            .collect();
        assert_eq!(lines.len() as u64, told["cases"].as_u64().expect("cases"));
        assert!(lines.iter().all(|line| line["ranking"].as_array().expect("a ranking").iter().all(Value::is_string)));
        let table = folder.run(&["bench", "routing", text(&file)]).succeeds();
        assert!(table.out.contains("trained") && table.out.contains("recency") && table.out.contains("cap 0.1"), "{}", table.out);
    }
    assert!(!folder.data().exists(), "no data folder was made");
}

#[tokio::test]
async fn numbers_of_older_exports_are_read_as_the_same_people() {
    let folder = Folder::embedded();
    let file = chat(&folder);
    let told = bench(&folder, &file, &[]);
    let mut export: Value = serde_json::from_str(&std::fs::read_to_string(&file).expect("the chat")).expect("JSON");
    for (place, message) in export["messages"].as_array_mut().expect("messages").iter_mut().enumerate() {
        let number: i64 = message["from_id"].as_str().and_then(|id| id.strip_prefix("user")?.parse().ok()).expect("an id");
        // A person has a 1 above the 32nd bit; some exports write the bare number, and every third entry here is newer.
        match place % 3 {
            0 => message["from_id"] = json!((1_i64 << 32) + number),
            1 => message["from_id"] = json!(number),
            _ => {}
        }
    }
    let older = folder.write("older.json", &export.to_string());
    let again = bench(&folder, &older, &[]);
    for way in ["cases", "trained", "baselines"] {
        assert_eq!(again[way], told[way], "{way}");
    }
}

#[tokio::test]
async fn what_cannot_be_measured_is_refused_in_one_line() {
    let folder = Folder::embedded();
    let empty = folder.write("empty.csv", "Id,PostTypeId,CreationDate,Body,OwnerUserId,Title,Tags,ParentId\n");
    let broken = folder.write("result.json", "{\"messages\": [{]}");
    for file in [empty, broken, folder.file("nowhere.json")] {
        let ran = folder.run(&["bench", "routing", text(&file), "--json"]).ends(1);
        assert!(ran.out.is_empty() && ran.err.lines().count() == 1 && ran.err.contains(text(&file)), "{}", ran.err);
    }
}

/// The folder of shared data and tools, if it is there.
fn shared() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let folder = std::env::var_os("ARTEL_SHARED").map_or_else(beside, PathBuf::from);
    let there = folder.join("tools/routing_eval.py").exists();
    if !there {
        println!("skipped: no shared data");
    }
    there.then_some(folder)
}

#[tokio::test]
async fn the_judge_of_the_shared_questions_sees_the_same_figures() {
    let Some(shared) = shared() else { return };
    let folder = Folder::embedded();
    let (file, rankings) = (shared.join("data/qa/travel_Posts.csv.gz"), folder.file("rankings.jsonl"));
    let told = bench(&folder, &file, &["--rankings", text(&rankings)]);
    let judged = Command::new("python3")
        .arg(shared.join("tools/routing_eval.py"))
        .args(["score", text(&file), text(&rankings)])
        .output()
        .expect("Python runs");
    let judged: Value = serde_json::from_slice(&judged.stdout).expect("JSON of the judge");
    assert_eq!((&judged["missing"], &judged["cases"]), (&json!(0), &told["cases"]));
    for name in ["mrr", "recall_at_10", "p_at_1", "largest_share", "gini_of_asks"] {
        assert!((figure(&judged[name]) - figure(&told["trained"][name])).abs() < 0.0002, "{name}: {judged} {told}");
    }
    assert!(figure(&told["trained"]["mrr"]) >= 0.44 && figure(&told["trained"]["recall_at_10"]) >= 0.65, "{told}");
    assert!(figure(&told["untrained"]["mrr"]) >= 0.41 && figure(&told["untrained"]["recall_at_10"]) >= 0.61, "{told}");
    assert!(figure(&told["capped"]["largest_share"]) <= 0.1, "{told}");
    for name in ["recency", "bm25", "zsum"] {
        assert_eq!(told["against_baselines"]["trained"][name]["better"], true, "{name}: {told}");
    }
}
