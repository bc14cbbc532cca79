//! What the house keeps is for the one who runs it, whatever the folder is.
#![cfg(unix)]

use crate::archive::{empty_place, lived_in};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use store::Store;
use store::archive::{Erasure, backup, erasures, note_erasures, restore};

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn opened_to_all(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

fn erasure(hash: u8) -> Erasure {
    Erasure { community: 1, hash: vec![hash], identity: 2, words_too: false, at: 3 }
}

/// Every file that lies directly in the folder, with its mode.
fn files(folder: &Path) -> Vec<(String, u32)> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    files.map(|entry| (entry.file_name().to_str().unwrap().to_owned(), mode(&entry.path()))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_closed_in_a_folder_that_is_open() {
    let source = testkit::database().await;
    lived_in(&source, "Опора").await;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    opened_to_all(&data, 0o755);
    let home = empty_place(&data);
    drop(Store::open(&home).await.unwrap());
    note_erasures(&data, &[erasure(1)]).unwrap();
    std::fs::create_dir_all(source.place.data.join("files/a")).unwrap();
    std::fs::write(source.place.data.join("files/a/1.txt"), "один").unwrap();
    let archive = folder.path().join("a.tar");
    std::fs::write(&archive, "an older one").unwrap();
    opened_to_all(&archive, 0o644);
    backup(&source.store, Some(&source.place.data), &archive).await.unwrap();
    assert_eq!(mode(&archive), 0o600, "the backup");
    restore(&home, &archive, false).await.unwrap();
    let store = Store::open(&home).await.unwrap();
    drop(store.global().await.unwrap());
    let found = files(&data);
    assert!(found.len() >= 4, "{found:?}");
    assert!(found.iter().all(|(_, mode)| *mode == 0o600), "{found:?}");
    assert_eq!((mode(&data.join("files")), mode(&data.join("files/a/1.txt"))), (0o700, 0o600));
    assert_eq!(mode(&data), 0o755, "the folder is whose it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_older_version_left_open_is_closed_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let home = empty_place(folder.path());
    drop(Store::open(&home).await.unwrap());
    std::fs::create_dir(folder.path().join("outbox")).unwrap();
    std::fs::create_dir(folder.path().join("mine")).unwrap();
    std::fs::write(folder.path().join("artel-before-3-1.db"), "a copy").unwrap();
    std::fs::write(folder.path().join("notes.txt"), "somebody's own").unwrap();
    for (name, mode) in
        [("artel.db", 0o644), ("artel-before-3-1.db", 0o644), ("notes.txt", 0o644), ("outbox", 0o755), ("mine", 0o755)]
    {
        opened_to_all(&folder.path().join(name), mode);
    }
    drop(Store::open(&home).await.unwrap());
    let modes = |names: [&str; 5]| names.map(|name| mode(&folder.path().join(name)));
    assert_eq!(modes(["artel.db", "artel-before-3-1.db", "notes.txt", "outbox", "mine"]), [0o600, 0o600, 0o644, 0o700, 0o755]);
}

#[test]
fn a_line_that_was_cut_swallows_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("erasures.jsonl");
    assert_eq!(note_erasures(folder.path(), &[erasure(1), erasure(2)]).unwrap(), 2);
    let whole = std::fs::read(&list).unwrap();
    std::fs::write(&list, &whole[..whole.len() - 9]).unwrap();
    assert_eq!(erasures(folder.path()).unwrap(), [erasure(1)]);
    assert_eq!(note_erasures(folder.path(), &[erasure(1), erasure(2), erasure(3)]).unwrap(), 2);
    assert_eq!(erasures(folder.path()).unwrap(), [erasure(1), erasure(2), erasure(3)]);
    assert_eq!(note_erasures(folder.path(), &[erasure(3)]).unwrap(), 0);
    let wider = Erasure { words_too: true, ..erasure(3) };
    assert_eq!(note_erasures(folder.path(), std::slice::from_ref(&wider)).unwrap(), 1);
    assert_eq!(erasures(folder.path()).unwrap(), [erasure(1), erasure(2), wider], "the last word counts");
}
