//! Erasures outlive the database: a backup from before is restored, and the list beside the data forgets again.

use crate::support::{SOURCE, TestApp};
use kernel::MemberId;
use people::keeping;
use std::path::Path;
use std::sync::Arc;
use store::archive::{self, Erasure};
use store::runner::Runner;
use store::{Dialect, Place, Store, args, statement};
use testkit::TestDatabase;
use tokio::sync::watch;

statement!(NAMES = "select name from identity_members where community_id = $1 and state <> 'erased' order by name");
statement!(HELD = "select count(*) from people_erasures where community_id = $1");
statement!(OWN = "update identity_roles set member_id = $2 where community_id = $1");

impl TestApp {
    /// Does the jobs of this area that are due.
    async fn work(&self) {
        let TestDatabase { store, clock, chance, .. } = &self.database;
        let (store, clock, chance) = (store.clone(), clock.clone(), chance.clone());
        let (followers, schedules) = (Vec::new(), Vec::new());
        let runner = Runner { store, clock, chance, followers, handlers: vec![Arc::new(keeping::Noting)], schedules };
        let (_keep, stopping) = watch::channel(false);
        while runner.work_once(&stopping).await.expect("the work is done") {}
    }

    fn noted(&self) -> Vec<Erasure> {
        archive::erasures(&self.database.place.data).expect("the list")
    }

    async fn remove(&self, member: MemberId) {
        self.owner().await.post(&format!("/people/{member}/remove"), &[("words", "stay")]).await.is(303);
    }

    async fn names_in(&self, store: &Store) -> Vec<String> {
        store.read(&self.system()).await.expect("a snapshot").all(&NAMES, &[]).await.expect("names")
    }
}

/// A place for a restored database of the kind under test, with nothing in its folder yet.
struct Elsewhere {
    place: Place,
    _folder: tempfile::TempDir,
    _database: Option<TestDatabase>,
}

async fn elsewhere(app: &TestApp) -> Elsewhere {
    let folder = tempfile::tempdir().expect("a folder");
    let database = match app.database.store.dialect() {
        Dialect::Sqlite => None,
        Dialect::Postgres => Some(testkit::database().await),
    };
    let database_url = database.as_ref().and_then(|database| database.place.database_url.clone());
    Elsewhere { place: Place { data: folder.path().to_owned(), database_url }, _folder: folder, _database: database }
}

/// Restores the archive and opens the house as a server does, with the list of another folder.
async fn opened(place: &Place, archive: &Path, list: &Path, app: &TestApp) -> (Store, usize) {
    archive::restore(place, archive, true).await.expect("restored");
    std::fs::copy(list.join("erasures.jsonl"), place.data.join("erasures.jsonl")).expect("the list goes along");
    let store = Store::open(place).await.expect("it opens");
    let forgotten = keeping::replay(&store, &app.database.clock, &app.database.chance).await.expect("replayed");
    (store, forgotten)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_from_before_brings_nobody_back() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Вера Кочетова"]).await;
    let folder = tempfile::tempdir().expect("a folder");
    let archive = folder.path().join("before.tar");
    archive::backup(&app.database.store, None, &archive).await.expect("a backup");
    app.remove(app.member_of(people[0]).await.expect("a member")).await;
    assert_eq!(app.noted(), [], "not before the job");
    app.work().await;
    let noted = app.noted();
    assert_eq!(noted.len(), 2, "how she was known, and her name");
    assert!(noted.iter().all(|line| (line.identity, line.community) == (people[0].0, app.founded.community.0)));

    let home = elsewhere(&app).await;
    let (store, forgotten) = opened(&home.place, &archive, &app.database.place.data, &app).await;
    assert_eq!(forgotten, 1);
    assert_eq!(app.names_in(&store).await, ["Анна Ёлкина", "Вера Кочетова"]);
    let again = keeping::replay(&store, &app.database.clock, &app.database.chance).await.expect("once more");
    assert_eq!(again, 0, "who is forgotten is forgotten");
    let mut scope = store.read(&app.system()).await.expect("a snapshot");
    let erasures = people::Erasures::load(&mut scope).await.expect("the forgotten");
    assert_eq!(erasures.find(SOURCE, "1").map(|found| found.identity), Some(people[0]), "importers obey");
    assert_eq!(erasures.find(SOURCE, "2"), None);
    assert!(erasures.credited("Нина Абрамова").is_some(), "nor do they name whose words were passed on");
}

#[tokio::test]
async fn what_no_job_noted_is_noted_at_the_next_start() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова"]).await;
    app.remove(app.member_of(people[0]).await.expect("a member")).await;
    let (store, clock, chance) = (&app.database.store, &app.database.clock, &app.database.chance);
    assert_eq!(keeping::replay(store, clock, chance).await.expect("a start"), 0);
    assert_eq!(app.noted().len(), 2);
    // The job comes late, and there is nothing left to write.
    app.work().await;
    let text = std::fs::read_to_string(app.database.place.data.join("erasures.jsonl")).expect("the list");
    assert_eq!(text.lines().count(), 2);
    assert!(!text.contains("Абрамова"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_the_last_owner_then_does_not_keep_the_house_shut() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова"]).await;
    let folder = tempfile::tempdir().expect("a folder");
    let archive = folder.path().join("before.tar");
    let (boris, _) = app.member("boris@example.org", "Борис").await;
    archive::backup(&app.database.store, None, &archive).await.expect("a backup");
    // Boris became the owner after the backup, and Anna went.
    let mut anna = app.owner().await;
    let mut scope = app.write().await;
    scope.run(&OWN, args![boris]).await.expect("Boris owns");
    scope.commit().await.expect("it stays");
    anna.post("/account/remove", &[("sure", "yes"), ("words", "stay")]).await.is(303);
    let mut owner = app.signed_in("boris@example.org").await;
    let nina = app.member_of(people[0]).await.expect("a member");
    owner.post(&format!("/people/{nina}/remove"), &[("words", "stay")]).await.is(303);
    app.work().await;
    let home = elsewhere(&app).await;
    let (store, forgotten) = opened(&home.place, &archive, &app.database.place.data, &app).await;
    assert_eq!(forgotten, 1, "Nina, but not Anna yet");
    assert_eq!(app.names_in(&store).await, ["Анна Ёлкина", "Борис"]);
    let mut scope = store.write(&app.system()).await.expect("a turn to write");
    scope.run(&OWN, args![boris]).await.expect("Boris owns again");
    scope.commit().await.expect("it stays");
    assert_eq!(keeping::replay(&store, &app.database.clock, &app.database.chance).await.expect("the next start"), 1);
    assert_eq!(app.names_in(&store).await, ["Борис"]);
    let held = store.read(&app.system()).await.expect("a snapshot").one::<i64>(&HELD, &[]).await.expect("a count");
    assert_eq!(held, 4, "how each was known, and their names");
}
