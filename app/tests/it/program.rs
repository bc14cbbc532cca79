//! Commands that end by themselves: founding, the doctor, the demo.

use crate::command::{Folder, demo_export, text};
use kernel::{Chance, Clock};
use store::{Who, args, statement};

statement!(SPOIL = "update talk_months set messages = messages + 1 where community_id = $1");
statement!(MEND = "update talk_months set messages = messages - 1 where community_id = $1");
statement!(
    LANGUAGES = "select distinct a.locale from identity_accounts a join identity_members m on m.account_id = a.id where m.community_id = $1"
);

fn create<'w>(slug: &'w str, more: &[&'w str]) -> Vec<&'w str> {
    let mut words = vec!["community", "create", "--slug", slug, "--name", "Granit House", "--owner", "owner@granit.example.org"];
    words.extend(more);
    words
}

#[tokio::test]
async fn a_community_is_founded_by_command_and_faults_name_their_flags() {
    let folder = Folder::fresh().await;
    let ran = folder.run(&create("granit", &["--locale", "en", "--timezone", "Europe/London"])).succeeds();
    assert!(ran.out.contains("granit is founded"), "{}", ran.out);
    assert!(ran.err.is_empty(), "{}", ran.err);
    let again = folder.run(&create("granit", &["--locale", "en"])).ends(2);
    assert!(again.err.starts_with("--slug: ") && again.err.lines().count() == 1, "{}", again.err);
    let bad = folder.run(&create("Not a slug", &["--timezone", "Nowhere/Town", "--locale", "en"])).ends(2);
    assert!(bad.err.contains("--slug: ") && bad.err.contains("--timezone: "), "{}", bad.err);
    assert!(!bad.err.contains("identity-fault"), "{}", bad.err);
    let owner = folder.run(&["community", "create", "--slug", "second", "--name", "Second", "--owner", "nobody"]).ends(2);
    assert!(owner.err.starts_with("--owner: "), "{}", owner.err);
    let weak = folder.run_with(&create("second", &["--password-stdin", "--locale", "en"]), "123").ends(2);
    assert!(weak.err.starts_with("--password-stdin: "), "{}", weak.err);
    folder.run(&create("second", &["--locale", "fr"])).ends(2);
    folder.run(&create("second", &[])).succeeds();
    let list = folder.run(&["community", "list"]).succeeds();
    assert_eq!(list.out, "granit\tGranit House\nsecond\tGranit House\n");
    folder.run(&["doctor"]).succeeds();
}

#[tokio::test]
async fn the_doctor_tells_health_from_illness_by_its_status() {
    let folder = Folder::fresh().await;
    if folder.url.is_none() {
        let nowhere = folder.run(&["doctor"]).ends(1);
        assert!(nowhere.err.contains("there is no"), "{}", nowhere.err);
        assert!(!folder.data().join("artel.db").exists(), "looking builds no house");
    }
    folder.run(&["community", "list"]).succeeds();
    let healthy = folder.run(&["doctor", "--json"]).succeeds();
    let said: serde_json::Value = serde_json::from_str(&healthy.out).expect("JSON");
    assert_eq!((&said["healthy"], &said["faults"]), (&true.into(), &0.into()), "an empty house is healthy");
    folder.community("granit");
    let export = demo_export(&folder);
    folder.run(&["import", "telegram", text(&export), "--community", "granit", "--open"]).succeeds();
    let healthy = folder.run(&["doctor", "--json"]).succeeds();
    let said: serde_json::Value = serde_json::from_str(&healthy.out).expect("JSON");
    assert_eq!((&said["healthy"], &said["faults"]), (&true.into(), &0.into()), "{said}");
    assert!(said["checks"].as_array().expect("checks").len() > 15, "{said}");
    assert_eq!(said["jobs"]["done"], 1, "{said}");

    change(&folder, &SPOIL).await;
    let ill = folder.run(&["doctor", "--json"]).ends(1);
    let said: serde_json::Value = serde_json::from_str(&ill.out).expect("JSON");
    assert_eq!(said["healthy"], false);
    let found = said["checks"].as_array().expect("checks").iter().find(|check| check["check"] == "talk.months").expect("the check");
    assert!(found["faults"].as_i64().expect("a number") > 0, "{found}");
    let ill = folder.run(&["doctor"]).ends(1);
    assert!(ill.out.lines().any(|line| line.starts_with("!!") && line.contains("talk.months")), "{}", ill.out);
    change(&folder, &MEND).await;
    folder.run(&["doctor"]).succeeds();
}

async fn who(folder: &Folder) -> (store::Store, Who) {
    let store = folder.store().await;
    let community = identity::community::all(&store).await.expect("communities").remove(0).id;
    let who = Who::system(community, &Clock::machine(), &Chance::system());
    (store, who)
}

async fn change(folder: &Folder, statement: &'static store::Statement) {
    let (store, who) = who(folder).await;
    let mut scope = store.write(&who).await.expect("a turn to write");
    assert!(scope.run(statement, args![]).await.expect("changed") > 0);
    scope.commit().await.expect("it stays");
}

#[tokio::test]
async fn a_demo_is_made_once_and_is_healthy() {
    let folder = Folder::fresh().await;
    let made = folder.run(&["demo", "--locale", "en", "--seed", "3", "--no-serve"]).succeeds();
    assert!(made.out.contains("owner: ") && made.out.contains("member: "), "{}", made.out);
    let healthy = folder.run(&["doctor"]).succeeds();
    assert!(healthy.out.contains("Everything is in order."), "{}", healthy.out);
    let (store, who) = who(&folder).await;
    let mut scope = store.read(&who).await.expect("a snapshot");
    let languages = scope.all::<String>(&LANGUAGES, &[]).await.expect("languages");
    assert_eq!(languages, ["en"], "people of an English demo read English");
    assert!(identity::member::count(&mut scope).await.expect("members") > 50);
    drop(scope);
    let again = folder.run(&["demo", "--locale", "en", "--no-serve"]).ends(1);
    assert!(again.err.contains("a demo needs a fresh folder"), "{}", again.err);
    assert!(!folder.data().join("uploads").join("demo").exists(), "its export was forgotten when it was opened");
}

#[tokio::test]
async fn words_that_are_not_understood_end_with_two() {
    let folder = Folder::embedded();
    folder.run(&["nonsense"]).ends(2);
    folder.run(&["import", "telegram", "x"]).ends(2);
    let version = folder.run(&["--version"]).succeeds();
    assert!(version.out.starts_with("artel "), "{}", version.out);
    let help = folder.run(&["--help"]).succeeds();
    for command in ["serve", "import", "community", "backup", "restore", "doctor", "demo"] {
        assert!(help.out.contains(command), "{command}");
    }
    let nowhere =
        folder.command(&["doctor", "--database-url", "postgres://nobody:secret-word@127.0.0.1:1/x"]).output().expect("it runs");
    let said = String::from_utf8_lossy(&nowhere.stderr);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(said.lines().count() == 1 && !said.contains("secret-word"), "{said}");
}
