//! The real history, measured a second time by others: networkx and igraph on the table of ties, and plain Python on the
//! exported chat. Where either is not at hand the test says so.

use crate::command::{Folder, text};
use std::path::{Path, PathBuf};
use std::process::Command;

const DAYS: [&str; 4] = ["2019-03-31", "2020-06-30", "2021-10-15", "2022-08-01"];
/// Before this day two are named who run the chat; their ties are looked at with and without.
const WITH_TEAM: [&str; 2] = ["2020-06-30", "2021-10-15"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn export() -> Option<PathBuf> {
    let shared = std::env::var_os("ARTEL_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let packed = shared.join("data/chat/result.json.xz");
    packed.exists().then_some(packed)
}

fn python() -> Option<PathBuf> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let python = target.join("tools/oracle/bin/python");
    python.exists().then_some(python)
}

struct Measured<'f> {
    folder: &'f Folder,
    answers: PathBuf,
}

impl Measured<'_> {
    /// Writes down what Artel says of a day: the figures, the table of ties, and who the founders are.
    fn write(&self, name: &str, day: &str, founders: &[String]) {
        let said = self.folder.run(&["pulse", "--community", "granit", "--at", day, "--json"]).succeeds();
        std::fs::write(self.answers.join(format!("{name}.json")), said.out).expect("the figures");
        let table = self.answers.join(format!("{name}.csv"));
        self.folder.run(&["pulse", "ties", "--community", "granit", "--at", day, "--csv", text(&table)]).succeeds();
        std::fs::write(self.answers.join(format!("{name}.founders")), founders.join("\n")).expect("the founders");
    }

    /// Those with most answers in a table.
    fn busiest(&self, name: &str, count: usize) -> Vec<String> {
        let table = std::fs::read_to_string(self.answers.join(format!("{name}.csv"))).expect("the table");
        let mut answers = std::collections::BTreeMap::<String, i64>::new();
        for line in table.lines().skip(1) {
            let row: Vec<&str> = line.split(',').collect();
            let both: i64 = row[2..4].iter().map(|count| count.parse::<i64>().expect("a number")).sum();
            row[..2].iter().for_each(|member| *answers.entry((*member).to_owned()).or_default() += both);
        }
        let mut members: Vec<(i64, String)> = answers.into_iter().map(|(member, both)| (-both, member)).collect();
        members.sort_unstable();
        members.into_iter().take(count).map(|(_, member)| member).collect()
    }
}

fn asks(python: &Path, result: &Path, folder: &Folder, answers: &Path) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/pulse_oracle.py");
    let database = folder.data().join("artel.db");
    let ran = Command::new(python).args([&script, result, &database, answers]).output().expect("Python runs");
    print!("{}", String::from_utf8_lossy(&ran.stdout));
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

/// Where nothing is to be measured, why.
fn nothing_to_measure() -> Option<&'static str> {
    if std::env::var("ARTEL_TEST_DATABASE").is_ok_and(|database| database == "postgres") {
        return Some("measured on the embedded database, whose file the oracle reads");
    }
    (export().is_none() || python().is_none())
        .then_some("no shared data, or no Python with networkx and igraph (script/test installs it)")
}

#[tokio::test]
async fn others_measure_the_real_history_alike() {
    if let Some(reason) = nothing_to_measure() {
        println!("skipped: {reason}");
        return;
    }
    let (packed, python) = (export().expect("the export"), python().expect("Python"));
    let folder = Folder::embedded();
    let result = folder.file("result.json");
    let unpacked = Command::new("xz").args(["-dc", text(&packed)]).output().expect("xz runs");
    std::fs::write(&result, unpacked.stdout).expect("the export");
    let create = ["community", "create", "--slug", "granit", "--name", "Granit", "--owner", "owner@example.org"];
    folder.run(&[&create[..], &["--timezone", "Europe/Moscow"]].concat()).succeeds();
    folder.run(&["import", "telegram", text(&result), "--community", "granit"]).succeeds();
    let answers = folder.file("answers");
    std::fs::create_dir(&answers).expect("a folder");
    let measured = Measured { folder: &folder, answers };
    DAYS.iter().for_each(|day| measured.write(day, day, &[]));
    asks(&python, &result, &folder, &measured.answers);
    let busiest = measured.busiest("2020-06-30", 4);
    let (founders, staff) = busiest.split_at(2);
    let mut words = vec!["pulse", "team", "--community", "granit"];
    founders.iter().for_each(|member| words.extend(["--founder", member]));
    staff.iter().for_each(|member| words.extend(["--staff", member]));
    folder.run(&words).succeeds();
    for entry in std::fs::read_dir(&measured.answers).expect("the answers") {
        std::fs::remove_file(entry.expect("an answer").path()).expect("those without a team");
    }
    WITH_TEAM.iter().for_each(|day| measured.write(&format!("{day}-team"), day, founders));
    asks(&python, &result, &folder, &measured.answers);
}
