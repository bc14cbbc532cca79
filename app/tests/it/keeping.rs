//! Backup while serving, and restore into either database.

use crate::command::{Folder, Server, demo_export, text};
use std::collections::BTreeMap;
use store::Dialect;
use store::archive::Manifest;

/// Name and hash of every table of an archive.
fn tables(folder: &Folder, archive: &std::path::Path) -> BTreeMap<String, (u64, String)> {
    let out = folder.file("manifest");
    std::fs::create_dir_all(&out).expect("a folder");
    let unpacked = std::process::Command::new("tar").arg("-xf").arg(archive).arg("-C").arg(&out).arg("manifest.json").status();
    assert!(unpacked.expect("tar runs").success());
    let text = std::fs::read_to_string(out.join("manifest.json")).expect("the manifest");
    let manifest: Manifest = serde_json::from_str(&text).expect("the manifest");
    manifest.tables.into_iter().map(|table| (table.name, (table.rows, table.sha256))).collect()
}

async fn other(folder: &Folder) -> Option<Folder> {
    if folder.url.is_some() {
        return Some(Folder::embedded());
    }
    std::env::var("ARTEL_TEST_POSTGRES").ok().filter(|url| !url.is_empty())?;
    Some(Folder::of(Some(testkit::database_on(Dialect::Postgres).await)))
}

#[tokio::test]
async fn what_was_backed_up_while_serving_comes_back_in_either_database() {
    let folder = Folder::fresh().await;
    folder.community("granit");
    let export = demo_export(&folder);
    folder.run(&["import", "telegram", text(&export), "--community", "granit", "--open"]).succeeds();
    std::fs::create_dir_all(folder.data().join("files")).expect("a folder");
    std::fs::write(folder.data().join("files").join("note.txt"), "kept").expect("a file");
    let mut server = Server::start(&folder, &["serve"]);
    let archive = folder.file("artel.tar");
    let backed_up = folder.run(&["backup", text(&archive)]).succeeds();
    assert!(backed_up.out.contains("1 files"), "{}", backed_up.out);
    let cookie = server.owner();
    assert_eq!(server.get_with("/talk", &cookie).status, 200);
    assert_eq!(server.stop().1, Some(0));
    let held = tables(&folder, &archive);
    assert!(held["talk_messages"].0 > 5_000 && held["deeds"].0 > 5_000, "{held:?}");

    let same =
        if folder.url.is_some() { Folder::of(Some(testkit::database_on(Dialect::Postgres).await)) } else { Folder::embedded() };
    for place in [Some(same), other(&folder).await].into_iter().flatten() {
        let restored = place.run(&["restore", text(&archive)]).succeeds();
        assert!(restored.out.contains("1 files are back"), "{}", restored.out);
        assert_eq!(std::fs::read_to_string(place.data().join("files").join("note.txt")).expect("the file"), "kept");
        place.run(&["doctor"]).succeeds();
        let refused = place.run(&["restore", text(&archive)]).ends(1);
        assert!(refused.err.contains("--force") && refused.err.lines().count() == 1, "{}", refused.err);
        place.run(&["restore", text(&archive), "--force"]).succeeds();
        let copy = place.file("again.tar");
        place.run(&["backup", text(&copy)]).succeeds();
        assert_eq!(tables(&place, &copy), held, "the same rows are the same bytes");
        let mut server = Server::start(&place, &["serve"]);
        let cookie = server.owner();
        let month = server.get_with("/talk", &cookie);
        assert!(month.status == 200 && month.body.contains("/talk/months/"), "{}", month.body);
        assert_eq!(server.stop().1, Some(0));
    }
}

#[tokio::test]
async fn an_archive_that_is_none_changes_nothing() {
    let folder = Folder::fresh().await;
    folder.community("granit");
    let archive = folder.file("artel.tar");
    folder.run(&["backup", text(&archive)]).succeeds();
    let mut bytes = std::fs::read(&archive).expect("the archive");
    let middle = bytes.len() / 2;
    bytes.truncate(middle);
    let cut = folder.file("cut.tar");
    std::fs::write(&cut, bytes).expect("a file");
    for file in [text(&cut), "nowhere.tar"] {
        let ran = folder.run(&["restore", file, "--force"]).ends(1);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    assert_eq!(folder.run(&["community", "list"]).succeeds().out, "granit\tGranit House\n");
    folder.run(&["doctor"]).succeeds();
}
