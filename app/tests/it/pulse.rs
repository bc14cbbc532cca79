//! `artel pulse`: figures, the table of ties and the team, by the real program on either database.

use crate::command::{Folder, demo_export, text};
use serde_json::Value;
use store::{Who, statement};

statement!(AUDIT = "select act from identity_audit where community_id = $1 and act like 'pulse.%' order by id");

async fn granit() -> Folder {
    let folder = Folder::fresh().await;
    folder.community("granit");
    let export = demo_export(&folder);
    folder.run(&["import", "telegram", text(&export), "--community", "granit"]).succeeds();
    folder
}

fn told(folder: &Folder, more: &[&str]) -> Value {
    let ran = folder.run(&[&["pulse", "--community", "granit", "--json"], more].concat()).succeeds();
    assert_eq!(ran.out.lines().count(), 1, "one object: {}", ran.out);
    serde_json::from_str(&ran.out).expect("JSON")
}

/// What others read by name must stay so named.
const NUMBERS: [&str; 21] = [
    "/members",
    "/active_28d",
    "/new_28d",
    "/left_28d",
    "/ties/horizontal",
    "/ties/per_active",
    "/ties/reciprocity",
    "/components/count",
    "/components/largest_share",
    "/core/max",
    "/core/members_in_2core",
    "/clusters/count",
    "/clusters/modularity",
    "/resilience/top_5pct/giant_share",
    "/resilience/top_5pct/interactions_share",
    "/resilience/top_5pct/core_share",
    "/resilience/curve_area",
    "/parameters/window_days",
    "/parameters/ties_days",
    "/parameters/half_life_days",
    "/parameters/weights/reply",
];
/// Known only when there is enough of a history, or a team.
const NAMED: [&str; 6] = [
    "/newcomers/days_to_1st",
    "/newcomers/days_to_3rd",
    "/newcomers/days_to_6th",
    "/resilience/founders/giant_share",
    "/resilience/founders/interactions_share",
    "/resilience/founders/core_share",
];

/// A day within the invented history, which ends where the clock of the tests stands.
const DAY: &str = "2026-10-31";

#[tokio::test]
async fn figures_are_told_as_json_with_names_that_stay() {
    let folder = granit().await;
    let said = told(&folder, &["--at", DAY]);
    assert_eq!(said["at"], DAY);
    for name in NUMBERS {
        assert!(said.pointer(name).is_some_and(Value::is_number), "{name}: {said}");
    }
    for name in NAMED {
        assert!(said.pointer(name).is_some(), "{name}: {said}");
    }
    let rows = said["transitions"].as_array().expect("rows");
    assert!(rows.len() == 5 && rows.iter().all(|row| row.as_array().is_some_and(|row| row.len() == 5)), "{rows:?}");
    let states = said["states"].as_object().expect("states");
    let standing: i64 =
        states.iter().filter(|(state, _)| *state != "gone").map(|(_, count)| count.as_i64().expect("a count")).sum();
    assert_eq!(said["members"], standing, "it was caught up with the import that nobody has opened");
    assert!(standing > 20, "{said}");
    assert_eq!(told(&folder, &["--at", DAY]), said, "asked twice, told the same");
    // For people: a line for each figure.
    let plain = folder.run(&["pulse", "--community", "granit", "--at", DAY]).succeeds();
    assert!(plain.out.lines().any(|line| line == format!("members: {standing}")), "{}", plain.out);
    assert!(plain.out.contains("resilience.founders.giant_share: not known"), "{}", plain.out);
}

#[tokio::test]
async fn what_cannot_be_told_is_said_in_one_line() {
    let folder = Folder::fresh().await;
    folder.community("granit");
    let fails = |words: &[&str], part: &str| {
        let ran = folder.run(&[&["pulse"], words].concat());
        assert!(ran.code.is_some_and(|code| code != 0), "{words:?}: {}", ran.out);
        assert!(ran.out.is_empty() && ran.err.contains(part), "{words:?}: {} {}", ran.out, ran.err);
    };
    fails(&["--community", "granit", "--at", "31.03.2024"], "31.03.2024 is no date: write it as 2024-03-31");
    fails(&["--community", "granit", "--at", "2024-02-30", "--json"], "2024-02-30 is no date");
    fails(&["--community", "granit", "--at", "2999-01-01"], "2999-01-01 has not come yet");
    fails(&["--community", "nowhere"], "there is no community nowhere");
    fails(&["ties", "--community", "nowhere", "--csv", "x.csv"], "there is no community nowhere");
    fails(&["ties", "--community", "granit", "--csv", "no/such/folder.csv"], "No such file");
    fails(&["team", "--community", "granit", "--founder", "Nobody At All"], "nobody here is called Nobody At All");
    fails(&["team", "--community", "granit", "--founder", "77777777"], "77777777: there is none");
    fails(&["team", "--community", "granit", "--remove", "5"], "entry 5: there is none");
    fails(&["team", "--community", "granit", "--from", "yesterday"], "yesterday is no date");
    fails(&["team", "--community", "granit", "--from", "2024-03-02", "--until", "2024-03-02"], "must be a day after 2024-03-02");
    fails(&[], "--community");
    fails(&["team", "--community", "granit", "--founder", "Owner", "--from", "2999-01-01"], "2999-01-01 has not come yet");
    // Of a day before anybody was there nothing is known, and no zeros are told.
    for words in [&["--at", "2020-01-01"][..], &["--at", "2020-01-01", "--json"], &["ties", "--at", "2020-01-01", "--csv", "-"]] {
        let words = if words[0] == "ties" {
            [&["ties", "--community", "granit"], &words[1..]].concat()
        } else {
            [&["--community", "granit"], words].concat()
        };
        fails(&words, "the community was not there yet on 2020-01-01: its history begins on 2");
    }
    // An empty community has figures too: those that can be.
    let said = told(&folder, &[]);
    assert_eq!((&said["members"], &said["ties"]["horizontal"], &said["ties"]["pairs"]), (&1.into(), &0.into(), &0.into()));
}

#[tokio::test]
async fn whoever_stops_reading_ends_no_command_with_a_complaint() {
    let folder = granit().await;
    for words in [
        &["pulse", "--community", "granit"][..],
        &["pulse", "--community", "granit", "--json"],
        &["pulse", "team", "--community", "granit"],
        &["pulse", "ties", "--community", "granit", "--csv", "-"],
        &["pulse", "ties", "--community", "granit", "--csv", "ties.csv"],
        &["community", "list"],
        &["doctor"],
        &["doctor", "--json"],
    ] {
        let ran = folder.run_unread(words).succeeds();
        assert!(!ran.err.contains("panicked") && !ran.err.contains("pipe"), "{words:?}: {}", ran.err);
    }
}

#[tokio::test]
async fn the_table_of_ties_goes_where_it_is_asked_for() {
    let folder = granit().await;
    let ties = |file: &str| folder.run(&["pulse", "ties", "--community", "granit", "--at", DAY, "--csv", file]).succeeds();
    let (printed, written) = (ties("-"), ties("ties.csv"));
    assert_eq!(printed.out, std::fs::read_to_string(folder.file("ties.csv")).expect("the table"), "and nothing else");
    assert!(!folder.file("-").exists() && printed.out.lines().count() > 10);
    assert!(written.out.starts_with(printed.err.trim()) && printed.err.contains(" pairs, "), "{}", printed.err);
}

#[tokio::test]
async fn the_table_of_ties_holds_what_the_figures_count() {
    let folder = granit().await;
    let file = folder.file("ties.csv");
    let ran = folder.run(&["pulse", "ties", "--community", "granit", "--at", DAY, "--csv", text(&file)]).succeeds();
    let table = std::fs::read_to_string(&file).expect("the table");
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("member_a,member_b,a_to_b,b_to_a,last,depth,team_a,team_b,between_members,days,order_a,order_b"));
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let number = |row: &[&str], at: usize| row[at].parse::<i64>().expect("a number");
    let ties = rows.iter().filter(|row| number(row, 2) > 0 && number(row, 3) > 0).count();
    let said = told(&folder, &["--at", DAY]);
    assert_eq!(said["ties"]["pairs"], rows.len());
    assert_eq!((&said["ties"]["all"], &said["ties"]["horizontal"]), (&ties.into(), &ties.into()));
    assert_eq!(said["ties"]["interactions"], rows.iter().map(|row| number(row, 2) + number(row, 3)).sum::<i64>());
    assert!(
        ties > 10
            && rows.iter().all(|row| number(row, 0) < number(row, 1)
                && row[4] <= DAY
                && row[5].parse::<f64>().is_ok_and(|depth| depth > 0.0))
    );
    assert!(ran.out.starts_with(&format!("{} pairs, {ties} ties: ", rows.len())), "{}", ran.out);
    // What the figures are made of stands in the table: every answer by its day, and which of them were between members.
    let between: i64 = rows.iter().map(|row| number(row, 8)).sum();
    let answers: i64 = rows.iter().map(|row| number(row, 2) + number(row, 3)).sum();
    assert_eq!((between, &said["ties"]["members_share"]), (answers, &Value::Null), "no team is named that day");
    assert_eq!((&said["response"]["team"], said["response"]["all"]["begun"].is_number()), (&Value::Null, true));
    for row in &rows {
        let (depth, recent) = counted_again(row[9]);
        assert!((depth - row[5].parse::<f64>().expect("a depth")).abs() < 1e-9, "{row:?}");
        assert_eq!(recent, (number(row, 2), number(row, 3)), "{row:?}");
    }
}

/// The depth by the days of a pair, and the answers each way of the last 90.
fn counted_again(days: &str) -> (f64, (i64, i64)) {
    let date = |text: &str| chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a date");
    let (mut depth, mut recent) = (0.0, (0, 0));
    for day in days.split(';') {
        let parts: Vec<&str> = day.split(' ').collect();
        let (there, back) = (parts[1].parse::<i64>().expect("a number"), parts[2].parse::<i64>().expect("a number"));
        let age = (date(DAY) - date(parts[0])).num_days();
        depth += (there + back) as f64 * 2f64.powf(-age as f64 / 45.0);
        if age < 90 {
            recent = (recent.0 + there, recent.1 + back);
        }
    }
    (depth, recent)
}

/// The first columns of the table of members with most answers: somebody to be named.
fn best_tied(folder: &Folder) -> String {
    let file = folder.file("most.csv");
    folder.run(&["pulse", "ties", "--community", "granit", "--at", DAY, "--csv", text(&file)]).succeeds();
    let mut counts = std::collections::BTreeMap::new();
    for line in std::fs::read_to_string(&file).expect("the table").lines().skip(1) {
        for member in line.split(',').take(2) {
            *counts.entry(member.to_owned()).or_insert(0) += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).expect("somebody").0
}

#[tokio::test]
async fn the_team_is_named_listed_and_taken_back() {
    let folder = granit().await;
    let team = |more: &[&str]| folder.run(&[&["pulse", "team", "--community", "granit"], more].concat());
    assert!(team(&[]).succeeds().out.contains("Nobody is named yet"));
    let before = told(&folder, &["--at", DAY]);
    assert_eq!(before["resilience"]["founders"]["giant_share"], Value::Null);
    let id = best_tied(&folder);
    let listed = team(&["--founder", &id]).succeeds().out;
    let row: Vec<&str> = listed.trim_end().split('\t').collect();
    assert_eq!((row.len(), row[1], row[2], row[5]), (6, "founder", id.as_str(), "still"), "{listed}");
    assert_eq!(row[4], format!("from {}", before["first_day"].as_str().expect("a day")), "from the first day of the history");
    let name = row[3].to_owned();
    let named = told(&folder, &["--at", DAY]);
    assert_eq!(named["resilience"]["founders"]["removed"], 1, "kept figures were computed again");
    assert!(
        named["ties"]["horizontal"].as_i64() < before["ties"]["horizontal"].as_i64(),
        "ties with the founder are not horizontal"
    );
    assert_eq!(named["ties"]["all"], before["ties"]["all"]);
    let again = team(&["--staff", &id]).ends(1);
    assert!(again.err.contains("is named already for some of these days"), "{}", again.err);
    // A name that several bear is asked back, with their numbers, and nothing is changed, not by what was clear either.
    let letter: String = name.chars().take(1).collect();
    let unclear = team(&["--remove", row[0], "--founder", &letter]).ends(1);
    assert!(unclear.err.contains("may be several people"), "{}", unclear.err);
    let people: Vec<(&str, &str)> = unclear.err.lines().skip(1).filter_map(|line| line.trim().split_once('\t')).collect();
    assert!(people.len() > 1 && people.len() + 1 == unclear.err.lines().count(), "{}", unclear.err);
    assert!(people.iter().all(|(id, name)| id.parse::<i64>().is_ok() && name.split(' ').any(|word| word.starts_with(&letter))));
    // By the whole of a name it is they who are found, or they are among those who bear it.
    let whole = team(&["--staff", &name]).ends(1).err;
    assert!(whole.contains("is named already for some of these days") || whole.contains(&format!("  {id}\t{name}")), "{whole}");
    assert_eq!(team(&[]).succeeds().out, listed);
    team(&["--remove", row[0]]).succeeds();
    let dated = team(&["--staff", &name, "--from", "2026-10-01", "--until", "2026-11-01"]).succeeds().out;
    assert!(dated.contains(&format!("staff\t{id}\t{name}\tfrom 2026-10-01\tuntil 2026-11-01")), "{dated}");
    assert_eq!(told(&folder, &["--at", DAY])["resilience"]["staff"]["removed"], 1);
    assert_eq!(told(&folder, &["--at", "2026-11-01"])["resilience"]["staff"]["removed"], 0);
    let store = folder.store().await;
    let community = identity::community::by_slug(&store, "granit").await.expect("a look").expect("granit").id;
    let who = Who::system(community, &kernel::Clock::machine(), &kernel::Chance::system());
    let audit = store.read(&who).await.expect("a snapshot").all::<String>(&AUDIT, &[]).await.expect("the audit");
    assert_eq!(audit, ["pulse.named", "pulse.unnamed", "pulse.named"]);
    folder.run(&["doctor"]).succeeds();
}
