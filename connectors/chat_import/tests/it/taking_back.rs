//! Of two imports of one chat the first is taken back: whom the other one names stays.

use crate::workshop::{Workshop, count};
use chat_import::run::{Run, State};
use chat_import::taking_back;
use store::statement;

statement!(IMPORTED = "select name from identity_members where community_id = $1 and state = 'imported' order by name");

fn said(number: i64, person: &str, more: &str) -> String {
    let at = 1_577_836_800 + number * 60;
    format!(
        r#"{{"id": {number}, "type": "message", "date_unixtime": "{at}", "from": "{person}", "from_id": "user{person}", "text": "слово"{more}}}"#
    )
}

fn export(entries: &[String]) -> String {
    format!(r#"{{"name": "Клуб", "type": "private_supergroup", "id": 77, "messages": [{}]}}"#, entries.join(",\n"))
}

/// Anna writes; Boris thanks her; Gleb brings Vera back. Of them only Anna says a word.
fn naming() -> [String; 2] {
    let thanks = r#", "reactions": [{"type": "emoji", "count": 1, "emoji": "👍", "recent": [
        {"from": "Boris", "from_id": "userBoris", "date": "2020-01-01T00:12:00"}]}]"#;
    let invited = r#"{"id": 12, "type": "service", "date_unixtime": "1577838000", "actor": "Gleb", "actor_id": "userGleb",
        "action": "invite_members", "members": ["Vera"], "text": ""}"#;
    [said(11, "Anna", thanks), invited.to_owned()]
}

async fn bring(workshop: &Workshop, name: &str, text: &str) -> Run {
    let run = workshop.import(&workshop.file(name, text)).await;
    assert_eq!(run.state, State::Brought, "{:?}", run.faults);
    run
}

async fn take_back(workshop: &Workshop, run: &Run) {
    let mut scope = workshop.write().await;
    taking_back::begin(&mut scope, run.id).await.expect("begun");
    scope.commit().await.expect("committed");
    workshop.runner.settle().await.expect("settled");
    assert_eq!(workshop.run(run.id).await.state, State::Withdrawn);
}

async fn imported(workshop: &Workshop) -> Vec<String> {
    workshop.read().await.all(&IMPORTED, &[]).await.expect("names")
}

#[tokio::test]
async fn whom_only_the_deeds_of_another_import_name_stays() {
    let workshop = Workshop::open().await;
    // All of them write in the first export, and so they came with it; the later one adds what names some of them.
    let everybody = ["Anna", "Boris", "Vera", "Gleb", "Dina"];
    let mut entries: Vec<String> = (1..).zip(everybody).map(|(number, person)| said(number, person, "")).collect();
    let first = bring(&workshop, "first.json", &export(&entries)).await;
    entries.extend(naming());
    let second = bring(&workshop, "second.json", &export(&entries)).await;
    assert_eq!(count(&second, "people"), 0);
    assert_eq!(imported(&workshop).await, ["Anna", "Boris", "Dina", "Gleb", "Vera"]);
    take_back(&workshop, &first).await;
    assert_eq!(imported(&workshop).await, ["Anna", "Boris", "Gleb", "Vera"], "Dina was in the first alone");
    take_back(&workshop, &second).await;
    let left = imported(&workshop).await;
    assert!(left.is_empty(), "nobody names them any more, and yet {left:?} stay");
}
