//! `artel import telegram`, also when the machine dies in the middle of it.

use crate::command::{Folder, PATIENCE, Server, demo_export, text};
use chat_import::progress::Progress;
use kernel::Clock;
use std::collections::BTreeSet;
use std::process::Stdio;
use std::time::Duration;
use store::{Store, args, global_statement};

/// As README and the help promise.
const KEYS: [&str; 8] = ["messages", "people", "authors", "replies", "service", "duplicates", "skipped", "seconds"];

global_statement!(BRINGING = "select state, progress from jobs where kind = $1 order by created_at desc, id limit 1");
global_statement!(LAPSED_NOW = "update jobs set lease_until = 0 where kind = $1 and state = 'running'");
global_statement!(
    COUNTED = "select (select count(*) from talk_messages), (select count(*) from talk_threads), (select count(*) from identity_identities), \
     (select count(*) from identity_members), (select count(*) from deeds where kind <> $1), (select count(*) from deed_parties)"
);

async fn job(store: &Store) -> Option<(String, Progress)> {
    let mut global = store.global_read().await.expect("a look");
    let row =
        global.maybe::<(String, Option<serde_json::Value>)>(&BRINGING, args![chat_import::run::BRING]).await.expect("the job");
    row.map(|(state, progress)| (state, Progress::read(progress.as_ref())))
}

async fn counted(folder: &Folder) -> (i64, i64, i64, i64, i64, i64) {
    let store = folder.store().await;
    store.global_read().await.expect("a look").one(&COUNTED, args!["import.opened"]).await.expect("counts")
}

fn keys(line: &str) -> Vec<&str> {
    line.split('"').skip(1).step_by(2).collect()
}

#[tokio::test]
async fn an_import_by_command_ends_with_its_counts() {
    let folder = Folder::fresh().await;
    folder.community("granit");
    let export = demo_export(&folder);
    let words = ["import", "telegram", text(&export), "--community", "granit", "--json"];
    let first = folder.run(&words).succeeds();
    assert_eq!(first.out.lines().count(), 1, "{}", first.out);
    assert_eq!(keys(first.last()), KEYS);
    let counts: serde_json::Value = serde_json::from_str(first.last()).expect("JSON");
    let demo = demo::demo(demo::Locale::En, 7, testkit::MORNING);
    let said = demo.messages.iter().filter(|message| matches!(message.what, demo::What::Said(_))).count();
    assert_eq!(counts["messages"], said);
    assert_eq!(counts["service"], demo.messages.len() - said);
    let said_by = |message: &&demo::Message| matches!(message.what, demo::What::Said(_));
    let authors: BTreeSet<usize> = demo.messages.iter().filter(said_by).map(|message| message.person).collect();
    assert_eq!(counts["authors"], authors.len());
    // The chat's own lines call people by name alone, and a name that two bear, or nobody, is a person apart.
    assert!(counts["people"].as_u64().is_some_and(|people| people as usize >= authors.len()), "{counts}");
    assert_eq!(counts["people"], counted(&folder).await.3 - 1, "everybody but the owner");
    assert_eq!((&counts["duplicates"], &counts["skipped"]), (&0.into(), &0.into()), "{counts}");

    let again = folder.run(&words).succeeds();
    assert_eq!(keys(again.last()), KEYS);
    let counts: serde_json::Value = serde_json::from_str(again.last()).expect("JSON");
    for key in ["messages", "people", "authors", "replies", "service"] {
        assert_eq!(counts[key], 0, "{key} in {counts}");
    }
    assert_eq!(counts["duplicates"], said);
    let plain = folder.run(&["import", "telegram", text(&export), "--community", "granit"]).succeeds();
    assert!(plain.out.contains("nothing to add") && !plain.out.contains("Hidden"), "{}", plain.out);
    folder.community("kamen");
    let elsewhere = folder.run(&["import", "telegram", text(&export), "--community", "kamen"]).succeeds();
    assert!(elsewhere.out.contains("Hidden from members"), "{}", elsewhere.out);
}

#[tokio::test]
async fn a_bad_file_is_refused_with_its_place_and_nothing_is_written() {
    let folder = Folder::fresh().await;
    folder.community("granit");
    let whole = std::fs::read_to_string(demo_export(&folder)).expect("the export");
    let cut: String = whole.chars().take(whole.chars().count() / 2).collect();
    let cut = folder.write("cut.json", &cut);
    let ran = folder.run(&["import", "telegram", text(&cut), "--community", "granit", "--json"]).ends(2);
    assert!(ran.err.contains("cut.json") && ran.out.is_empty(), "{} {}", ran.out, ran.err);
    let wrong = folder.write("wrong.json", "{\"name\": 3}");
    folder.run(&["import", "telegram", text(&wrong), "--community", "granit"]).ends(2);
    let missing = folder.run(&["import", "telegram", "nowhere.json", "--community", "granit"]).ends(1);
    assert!(missing.err.contains("nowhere.json: there is nothing here") && missing.err.lines().count() == 1, "{}", missing.err);
    let nobody = folder.run(&["import", "telegram", text(&cut), "--community", "kamen"]).ends(1);
    assert!(nobody.err.contains("kamen"), "{}", nobody.err);
    assert_eq!(counted(&folder).await.0, 0);
    folder.run(&["doctor"]).succeeds();
}

/// Starts an import by command and kills it, without a word, when a part of it is in.
async fn killed_halfway(folder: &Folder, export: &str) -> u64 {
    let mut command = folder.command(&["import", "telegram", export, "--community", "granit", "--json"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let store = folder.store().await;
    let begun = Clock::stopwatch();
    loop {
        assert!(begun.elapsed() < PATIENCE, "the import does not begin");
        assert!(child.try_wait().expect("its state").is_none(), "the import was over too soon");
        if job(&store).await.is_some_and(|(_, progress)| progress.position > 300) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    // SIGKILL: nothing of it is heard.
    child.kill().expect("killed");
    child.wait().expect("gone");
    let (state, progress) = job(&store).await.expect("the job");
    assert_eq!(state, "running", "nobody told the database");
    // The lease would hold for a quarter of a minute; time is not what this is about.
    let mut global = store.global().await.expect("a turn to write");
    assert_eq!(global.run(&LAPSED_NOW, args![chat_import::run::BRING]).await.expect("lapsed"), 1);
    global.commit().await.expect("it stays");
    progress.position
}

#[tokio::test]
async fn an_import_killed_in_the_middle_is_finished_by_the_server() {
    let unbroken = Folder::fresh().await;
    unbroken.community("granit");
    let export = demo_export(&unbroken);
    unbroken.run(&["import", "telegram", text(&export), "--community", "granit"]).succeeds();
    let expected = counted(&unbroken).await;

    let folder = Folder::fresh().await;
    folder.community("granit");
    let position = killed_halfway(&folder, text(&export)).await;
    assert!(position > 300 && position < 5_000, "{position}");
    let broken = counted(&folder).await;
    assert!(broken.0 > 0 && broken.0 < expected.0, "{broken:?} of {expected:?}");
    let mut server = Server::start(&folder, &["serve"]);
    let store = folder.store().await;
    let begun = Clock::stopwatch();
    while job(&store).await.expect("the job").0 != "done" {
        assert!(begun.elapsed() < PATIENCE, "the import is not finished: {:?} {}", job(&store).await, server.logged());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(server.stop().1, Some(0));
    assert_eq!(counted(&folder).await, expected, "exactly as if nothing had happened");
    folder.run(&["doctor"]).succeeds();
    let again = folder.run(&["import", "telegram", text(&export), "--community", "granit", "--json"]).succeeds();
    assert!(again.last().starts_with("{\"messages\":0,\"people\":0,"), "{}", again.last());
}
