use crate::archive::{empty_place, lived_in, members};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use store::Store;
use store::archive::{backup, restore};
use testkit::TestDatabase;

fn write(archive: &Path, members: &BTreeMap<String, Vec<u8>>) {
    let mut tar = tar::Builder::new(std::fs::File::create(archive).unwrap());
    for (name, bytes) in members {
        raw(&mut tar, name, bytes, tar::EntryType::Regular);
    }
    tar.finish().unwrap();
}

/// As a forger writes it: the name goes in as it is.
fn raw(tar: &mut tar::Builder<std::fs::File>, name: &str, bytes: &[u8], kind: tar::EntryType) {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    header.set_entry_type(kind);
    header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
    header.set_cksum();
    tar.append(&header, bytes).unwrap();
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Changes one table's dump and tells the manifest about it, as a careful forger would.
fn with_table(members: &BTreeMap<String, Vec<u8>>, name: &str, bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut forged = members.clone();
    let mut manifest: Value = serde_json::from_slice(&forged["manifest.json"]).unwrap();
    let tables = manifest["tables"].as_array_mut().unwrap();
    let entry = tables.iter_mut().find(|table| table["name"] == name).unwrap();
    entry["sha256"] = json!(hash(&bytes));
    entry["bytes"] = json!(bytes.len());
    entry["rows"] = json!(bytes.iter().filter(|byte| **byte == b'\n').count() - 1);
    forged.insert("manifest.json".to_owned(), serde_json::to_vec(&manifest).unwrap());
    forged.insert(format!("tables/{name}.jsonl"), bytes);
    forged
}

fn with_manifest(members: &BTreeMap<String, Vec<u8>>, change: impl FnOnce(&mut Value)) -> BTreeMap<String, Vec<u8>> {
    let mut forged = members.clone();
    let mut manifest: Value = serde_json::from_slice(&forged["manifest.json"]).unwrap();
    change(&mut manifest);
    forged.insert("manifest.json".to_owned(), serde_json::to_vec(&manifest).unwrap());
    forged
}

struct Forge {
    db: TestDatabase,
    folder: tempfile::TempDir,
    archive: PathBuf,
    true_members: BTreeMap<String, Vec<u8>>,
}

impl Forge {
    async fn open() -> Forge {
        let db = testkit::database_on(store::Dialect::Sqlite).await;
        lived_in(&db, "Опора").await;
        std::fs::create_dir_all(db.place.data.join("files")).unwrap();
        std::fs::write(db.place.data.join("files/a.txt"), "файл").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let archive = folder.path().join("a.tar");
        backup(&db.store, Some(&db.place.data), &archive).await.unwrap();
        let true_members = members(&archive);
        Forge { db, folder, archive, true_members }
    }

    /// The archive is refused with these words, and nothing at all is left in the target.
    async fn refused(&self, words: &str) {
        let home = empty_place(&self.folder.path().join("home"));
        let fault = format!("{:#}", restore(&home, &self.archive, true).await.unwrap_err());
        assert!(fault.contains(words), "`{words}` is not in: {fault}");
        let left: Vec<_> = std::fs::read_dir(&home.data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.iter().all(|name| name == "artel.lock"), "{words}: {left:?}");
        assert!(!self.folder.path().join("evil.txt").exists());
    }

    async fn forged(&self, members: &BTreeMap<String, Vec<u8>>, words: &str) {
        write(&self.archive, members);
        self.refused(words).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_archive_is_refused_before_anything_is_touched() {
    let forge = Forge::open().await;
    let whole = &forge.true_members;
    let deeds = whole["tables/deeds.jsonl"].clone();

    let mut other = whole.clone();
    other.insert("tables/deeds.jsonl".to_owned(), String::from_utf8(deeds.clone()).unwrap().replace("a.b", "a.c").into_bytes());
    forge.forged(&other, "tables/deeds.jsonl is not what the manifest says").await;
    let mut other = whole.clone();
    other.insert("files/a.txt".to_owned(), b"other".to_vec());
    forge.forged(&other, "files/a.txt is not what the manifest says").await;
    let mut other = whole.clone();
    other.remove("tables/jobs.jsonl");
    forge.forged(&other, "tables/jobs.jsonl is missing").await;
    let mut other = whole.clone();
    other.remove("manifest.json");
    forge.forged(&other, "the manifest is missing").await;
    let mut other = whole.clone();
    other.insert("files/more.txt".to_owned(), b"x".to_vec());
    forge.forged(&other, "the manifest does not know files/more.txt").await;

    forge.forged(&with_manifest(whole, |manifest| manifest["format"] = json!(2)), "has the form 2").await;
    forge.forged(&with_manifest(whole, |manifest| manifest["schema"] = json!(9_999)), "made by a newer Artel").await;
    forge.forged(&with_manifest(whole, |manifest| manifest["schema"] = json!(0)), "there is no schema 0").await;
    let no_table =
        with_manifest(whole, |manifest| manifest["tables"].as_array_mut().unwrap().retain(|table| table["name"] != "jobs"));
    forge.forged(&no_table, "the table jobs is missing").await;

    std::fs::write(&forge.archive, "not a tar at all").unwrap();
    forge.refused("not a whole backup").await;
    write(&forge.archive, whole);
    let bytes = std::fs::read(&forge.archive).unwrap();
    // Cut within a member, one block behind its name.
    let name = b"tables/deeds.jsonl";
    let at = bytes.windows(name.len()).position(|part| part == name).unwrap();
    std::fs::write(&forge.archive, &bytes[..at + 515]).unwrap();
    forge.refused("not a whole backup").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_do_not_fit_are_refused_with_their_place() {
    let forge = Forge::open().await;
    let heads = String::from_utf8(forge.true_members["tables/deed_heads.jsonl"].clone()).unwrap();
    let (header, rows) = heads.split_once('\n').unwrap();
    for (row, words) in [
        ("[1,2]", "2 cells where 3 are wanted"),
        ("[1,2,\"3\"]", "next_id: \"3\" does not fit a bigint"),
        ("[1,2,null]", "next_id: null does not fit a bigint"),
        ("[1,2,3.5]", "next_id: not a bigint"),
        ("[1,2,9223372036854775808]", "next_id: not a bigint"),
        ("{\"a\":1}", "tables/deed_heads.jsonl, line 3"),
        ("[1,2", "tables/deed_heads.jsonl, line 3"),
    ] {
        let bytes = format!("{header}\n{rows}{row}\n").into_bytes();
        forge.forged(&with_table(&forge.true_members, "deed_heads", bytes), words).await;
    }
    let twice = format!("{header}\n{rows}{rows}").into_bytes();
    forge.forged(&with_table(&forge.true_members, "deed_heads", twice), "loading the table deed_heads").await;
    let columns = heads.replace("next_id", "next_di").into_bytes();
    forge.forged(&with_table(&forge.true_members, "deed_heads", columns), "these are not the columns").await;
    let endless = heads.trim_end().to_owned().into_bytes();
    forge.forged(&with_table(&forge.true_members, "deed_heads", endless), "the line has no end").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_that_lead_elsewhere_are_refused() {
    let forge = Forge::open().await;
    for name in [
        "../evil.txt",
        "files/../../evil.txt",
        "/tmp/evil.txt",
        "files/..",
        "tables/../evil.jsonl",
        "artel.db",
        "outbox/1.eml",
        "tables/x;drop.jsonl",
    ] {
        let mut members = forge.true_members.clone();
        members.insert(name.to_owned(), b"evil".to_vec());
        forge.forged(&members, "leads elsewhere").await;
    }
    for kind in [tar::EntryType::Symlink, tar::EntryType::Link, tar::EntryType::Directory, tar::EntryType::Char] {
        let mut tar = tar::Builder::new(std::fs::File::create(&forge.archive).unwrap());
        raw(&mut tar, "files/odd", b"", kind);
        tar.finish().unwrap();
        drop(tar);
        forge.refused("is no plain file").await;
    }
    let path = with_manifest(&forge.true_members, |manifest| {
        manifest["files"]
            .as_array_mut()
            .unwrap()
            .push(json!({"path": "files/../../evil.txt", "bytes": 4, "sha256": hash(b"evil")}));
    });
    forge.forged(&path, "outside its folders").await;
    let mut tar = tar::Builder::new(std::fs::File::create(&forge.archive).unwrap());
    for _ in 0..2 {
        raw(&mut tar, "files/a.txt", b"a", tar::EntryType::Regular);
    }
    drop(tar);
    forge.refused("files/a.txt is there twice").await;
}

/// An archive of the first schema, as an older Artel would have made it.
fn of_the_first_schema(members: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let first = ["deed_heads", "deeds", "deed_parties", "follower_cursors", "jobs", "job_schedules"];
    let mut old = with_manifest(members, |manifest| {
        manifest["schema"] = json!(1);
        manifest["tables"].as_array_mut().unwrap().retain(|table| first.contains(&table["name"].as_str().unwrap()));
    });
    old.retain(|name, _| !name.starts_with("tables/") || first.iter().any(|table| *name == format!("tables/{table}.jsonl")));
    old
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_archive_is_restored_as_it_was_and_then_migrated() {
    let forge = Forge::open().await;
    write(&forge.archive, &of_the_first_schema(&forge.true_members));
    let target = testkit::database().await;
    let place = match target.store.dialect() {
        store::Dialect::Postgres => target.place.clone(),
        store::Dialect::Sqlite => empty_place(&forge.folder.path().join("home")),
    };
    restore(&place, &forge.archive, false).await.unwrap();
    let store = Store::open(&place).await.unwrap();
    assert_eq!(store::schema::tables(&store).await.unwrap(), store::schema::tables(&target.store).await.unwrap());
    let communities = store::followers::communities(&store).await.unwrap();
    let deeds = store.read(&forge.db.who(communities[0])).await.unwrap().deeds_after(0, 10).await.unwrap();
    assert_eq!(deeds.iter().map(|deed| deed.object).collect::<Vec<_>>(), [i64::MIN, i64::MAX]);
    assert_eq!(deeds[0].parties.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_that_fails_on_postgresql_leaves_what_was_there() {
    let Some((_, target)) = testkit::both().await else { return };
    let community = lived_in(&target, "Прежняя").await;
    let forge = Forge::open().await;
    let heads = String::from_utf8(forge.true_members["tables/jobs.jsonl"].clone()).unwrap();
    let (header, rows) = heads.split_once('\n').unwrap();
    write(&forge.archive, &with_table(&forge.true_members, "jobs", format!("{header}\n{rows}{rows}").into_bytes()));
    let fault = format!("{:#}", restore(&target.place, &forge.archive, true).await.unwrap_err());
    assert!(fault.contains("loading the table jobs"), "{fault}");
    let deeds = target.store.read(&target.who(community)).await.unwrap().deeds_after(0, 10).await.unwrap();
    assert_eq!(deeds.len(), 2);
}
