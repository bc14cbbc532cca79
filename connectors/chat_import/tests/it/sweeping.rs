//! Uploads that were torn before an import knew of them do not stay on the disk.

use crate::house::{TestHouse, house};
use chat_import::sweeping::NIGHTLY;
use kernel::{Locale, Role};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;
use store::Work;

const HOUR: Duration = Duration::from_secs(3_600);
const WHOLE: &str = r#"{"name": "Клуб", "type": "private_supergroup", "id": 77, "messages": [{"id": 1, "type": "message",
    "date_unixtime": "1577836800", "from": "Анна", "from_id": "user1", "text": "раз"}]}"#;

/// A folder as an upload begins it, last written to some time ago.
fn torn(house: &TestHouse, name: &str, age: Duration) -> PathBuf {
    let folder = house.database.place.data.join("uploads").join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("result.json"), &WHOLE[..60]).expect("a file");
    make_older(&folder, age);
    folder
}

fn make_older(folder: &Path, age: Duration) {
    let file = File::options().write(true).open(folder.join("result.json")).expect("the file");
    let then = file.metadata().and_then(|written| written.modified()).expect("when it was written") - age;
    file.set_modified(then).expect("an older file");
    File::open(folder).expect("the folder").set_modified(then).expect("an older folder");
}

async fn sweep(house: &TestHouse) {
    let work = Work { kind: NIGHTLY.kind, payload: serde_json::json!({}), due: None, key: Some(NIGHTLY.name) };
    let mut global = house.database.store.global().await.expect("a turn to write");
    global.enqueue(house.database.chance.id(), None, work, house.database.clock.now()).await.expect("a job");
    global.commit().await.expect("it waits");
    house.settle().await;
}

#[tokio::test]
async fn an_upload_that_no_import_knows_goes_after_a_day() {
    let house = house().await;
    let mut owner = house.member("Ольга", &[Role::Owner], Locale::Ru).await;
    sweep(&house).await;
    let run = house.import(&mut owner, &[("result.json", WHOLE.as_bytes())]).await;
    let [of_run] = house.uploads().try_into().expect("one upload");
    make_older(&of_run, 900 * HOUR);
    let old = torn(&house, "torn-long-ago", 25 * HOUR);
    let fresh = torn(&house, "still-coming", 23 * HOUR);
    // A folder is not touched while its one file grows.
    let slow = torn(&house, "slow", 25 * HOUR);
    std::fs::write(slow.join("result.json"), &WHOLE[..70]).expect("more of it");
    sweep(&house).await;
    assert!(!old.exists(), "nobody would ever remove it");
    assert!(fresh.exists() && slow.exists(), "these may still arrive");
    assert!(of_run.exists(), "an import that waits to be opened keeps its file, however old");
    owner.post(&format!("{run}/open"), &[]).await.is(303);
    house.settle().await;
    assert!(!of_run.exists());
}
