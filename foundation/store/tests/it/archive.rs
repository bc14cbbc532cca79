use crate::{deed, write_deeds};
use kernel::CommunityId;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use store::archive::{Erasure, Manifest, backup, erasures, restore};
use store::{Dialect, Place, Store, Work, args, global_statement, statement};
use testkit::TestDatabase;

statement!(
    ADD_ERASURE = "insert into people_erasures (community_id, hash, identity_id, words_too, at) values ($1, $2, $3, $4, $5)"
);
statement!(ADD_ANYTHING = "insert into people_facets (community_id, point, folded, value, members) values ($1, $2, $3, $4, $5)");
statement!(POINT_COUNT = "select count(*) from people_facets where community_id = $1");
global_statement!(NAMES = "select name from identity_communities order by name");

/// A community with something of every kind of column.
pub async fn lived_in(db: &TestDatabase, name: &str) -> CommunityId {
    let community = db.community(name).await;
    write_deeds(db, community, &[deed("a.b", i64::MIN), deed("a.b", i64::MAX)]).await;
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    for (point, value) in [("ё", "\"кавычки\"\n\u{2028}\\"), ("b", "😀"), ("Я", ""), ("a b", "ноль\0"), ("ab", "\u{7f}\u{1}")]
    {
        scope.run(&ADD_ANYTHING, args![point, "x", value, i64::MAX]).await.unwrap();
    }
    scope.run(&ADD_ERASURE, args![vec![0_u8, 255, 10], 5, true, 7]).await.unwrap();
    scope.enqueue(Work { kind: "a.b", payload: serde_json::json!({"я": [1, null]}), due: None, key: Some("k") }).await.unwrap();
    scope.commit().await.unwrap();
    community
}

/// Every member of an archive by its name.
pub fn members(archive: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut tar = tar::Archive::new(std::fs::File::open(archive).unwrap());
    let read = |entry: std::io::Result<tar::Entry<'_, std::fs::File>>| {
        let mut entry = entry.unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.path().unwrap().to_str().unwrap().to_owned(), bytes)
    };
    tar.entries().unwrap().map(read).collect()
}

pub fn empty_place(folder: &Path) -> Place {
    Place { data: folder.to_owned(), database_url: None }
}

async fn names(store: &Store) -> Vec<String> {
    store.global_read().await.unwrap().all(&NAMES, &[]).await.unwrap()
}

fn file(data: &Path, path: &str, text: &str) {
    let path = data.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_moves_from_one_database_to_the_other_and_back_byte_for_byte() {
    let Some((sqlite, postgres)) = testkit::both().await else { return };
    lived_in(&sqlite, "Опора").await;
    lived_in(&sqlite, "Другая").await;
    let folder = tempfile::tempdir().unwrap();
    let (first, second, third) = (folder.path().join("1.tar"), folder.path().join("2.tar"), folder.path().join("3.tar"));
    let told: Manifest = backup(&sqlite.store, None, &first).await.unwrap();
    assert_eq!(told.tables.iter().map(|table| table.rows).sum::<u64>(), 2 + 2 + 2 * (2 + 4 + 5 + 1 + 1));

    let report = restore(&postgres.place, &first, false).await.unwrap();
    assert_eq!((report.manifest, report.erasures_to_replay), (told.clone(), Vec::new()));
    assert_eq!(names(&postgres.second().await).await, ["Другая", "Опора"]);
    backup(&postgres.second().await, None, &second).await.unwrap();

    let home = empty_place(&folder.path().join("home"));
    restore(&home, &second, false).await.unwrap();
    let back = Store::open(&home).await.unwrap();
    assert_eq!(backup(&back, None, &third).await.unwrap().tables, told.tables);

    let tables = |archive: &Path| {
        let mut members = members(archive);
        members.remove("manifest.json");
        members
    };
    assert!(tables(&first).len() > 20);
    assert_eq!(tables(&first), tables(&second));
    assert_eq!(tables(&first), tables(&third));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_one_moment_while_the_house_serves() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let folder = tempfile::tempdir().unwrap();
    let (store, who) = (db.store.clone(), db.who(community));
    let writing = tokio::spawn(async move {
        for object in 0.. {
            let mut scope = store.write(&who).await.unwrap();
            scope.deed(deed("a.b", object)).await.unwrap();
            scope.run(&ADD_ANYTHING, args!["p", object.to_string(), "", 0]).await.unwrap();
            scope.commit().await.unwrap();
            tokio::time::sleep(std::time::Duration::from_micros(300)).await;
        }
    });
    for turn in 0..4 {
        let archive = folder.path().join("same.tar");
        let manifest = backup(&db.store, None, &archive).await.unwrap();
        let rows = |name: &str| manifest.tables.iter().find(|table| table.name == name).unwrap().rows;
        assert_eq!(rows("deeds"), rows("people_facets"), "turn {turn}");
        assert_eq!(rows("deeds") * 2, rows("deed_parties"));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing unfinished lies about");
    }
    writing.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn files_go_along_and_those_before_are_kept() {
    let db = testkit::database().await;
    lived_in(&db, "Опора").await;
    let data = db.place.data.clone();
    let long = format!("files/{}/я.txt", "длинно".repeat(20));
    for (path, text) in
        [("files/a/1.txt", "один"), (long.as_str(), "два"), ("uploads/x/result.json", "{}"), ("outbox/1.eml", "письмо")]
    {
        file(&data, path, text);
    }
    file(&data, "files/empty", "");
    std::os::unix::fs::symlink("/etc/hostname", data.join("files/link")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("all.tar");
    let manifest = backup(&db.store, Some(&data), &archive).await.unwrap();
    let mut paths: Vec<String> = manifest.files.unwrap().into_iter().map(|file| file.path).collect();
    paths.sort();
    let mut expected = vec!["files/a/1.txt".to_owned(), "files/empty".to_owned(), long.clone(), "uploads/x/result.json".to_owned()];
    expected.sort();
    assert_eq!(paths, expected, "no links, no letters");

    let home = empty_place(&folder.path().join("home"));
    file(&home.data, "files/a/1.txt", "прежний");
    let report = restore(&home, &archive, false).await.unwrap();
    assert_eq!(std::fs::read_to_string(home.data.join(&long)).unwrap(), "два");
    assert_eq!(std::fs::read_to_string(home.data.join("files/a/1.txt")).unwrap(), "один");
    assert_eq!(std::fs::read_to_string(report.kept_folders[0].join("a/1.txt")).unwrap(), "прежний");

    let without = folder.path().join("without.tar");
    backup(&db.store, None, &without).await.unwrap();
    restore(&home, &without, true).await.unwrap();
    assert_eq!(
        std::fs::read_to_string(home.data.join("files/a/1.txt")).unwrap(),
        "один",
        "an archive without files leaves them alone"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_that_is_lived_in_is_replaced_only_by_force() {
    let (source, target) = (testkit::database().await, testkit::database().await);
    lived_in(&source, "Новая").await;
    let old = lived_in(&target, "Прежняя").await;
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("a.tar");
    backup(&source.store, None, &archive).await.unwrap();
    let TestDatabase { store, place, .. } = &target;
    let refused = restore(place, &archive, false).await.unwrap_err();
    assert!(refused.to_string().contains("--force"), "{refused:#}");
    assert_eq!(names(store).await, ["Прежняя"]);

    if store.dialect() == Dialect::Sqlite {
        let busy = restore(place, &archive, true).await.unwrap_err();
        assert!(format!("{busy:#}").contains("stop the server") || format!("{busy:#}").contains("locked"), "{busy:#}");
        assert_eq!(names(store).await, ["Прежняя"]);
    }
    // On SQLite the server has to go first: a place of its own for the rest, filled through an archive.
    let place = match store.dialect() {
        Dialect::Postgres => place.clone(),
        Dialect::Sqlite => {
            let home = empty_place(&folder.path().join("home"));
            let before = folder.path().join("before.tar");
            backup(store, None, &before).await.unwrap();
            restore(&home, &before, false).await.unwrap();
            home
        }
    };
    let opened = Store::open(&place).await.unwrap();
    let mut scope = opened.write(&target.who(old)).await.unwrap();
    scope.run(&ADD_ERASURE, args![vec![9_u8], 6, false, 8]).await.unwrap();
    scope.commit().await.unwrap();
    drop(opened);

    let report = restore(&place, &archive, true).await.unwrap();
    assert_eq!(names(&Store::open(&place).await.unwrap()).await, ["Новая"]);
    let mut replayed = report.erasures_to_replay.clone();
    replayed.retain(|erasure| erasure.hash == [9]);
    assert_eq!(replayed, [Erasure { community: old.0, hash: vec![9], identity: 6, words_too: false, at: 8 }]);
    let noted = erasures(&place.data).unwrap();
    assert!(report.erasures_to_replay.iter().all(|erasure| noted.contains(erasure)), "they stand in the folder too: {noted:?}");
    if let Some(kept) = report.kept {
        let kept = rusqlite::Connection::open(kept).unwrap();
        assert_eq!(kept.query_row("select name from identity_communities", [], |row| row.get::<_, String>(0)).unwrap(), "Прежняя");
    }
    // Erased people stay erased however often old archives come back.
    let again = restore(&place, &archive, true).await.unwrap();
    assert_eq!(again.erasures_to_replay, report.erasures_to_replay);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_cannot_be_read_is_put_aside_by_force() {
    let source = testkit::database().await;
    let community = lived_in(&source, "Новая").await;
    let folder = tempfile::tempdir().unwrap();
    let (archive, home) = (folder.path().join("a.tar"), empty_place(&folder.path().join("home")));
    backup(&source.store, None, &archive).await.unwrap();
    file(&home.data, "artel.db", "these bytes are no database, they only lie where it was");
    file(&home.data, "artel.db-wal", "log");
    assert!(restore(&home, &archive, false).await.is_err());
    let report = restore(&home, &archive, true).await.unwrap();
    assert!(std::fs::read_to_string(report.kept.unwrap()).unwrap().starts_with("these bytes"));
    let store = Store::open(&home).await.unwrap();
    assert_eq!(store.read(&source.who(community)).await.unwrap().one::<i64>(&POINT_COUNT, &[]).await.unwrap(), 5);
}
