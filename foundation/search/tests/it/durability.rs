use std::fs;
use std::path::Path;

use search::{Error, Index, Query};

use crate::tiers::pages;
use crate::{COMMUNITY, find, message};

fn filled(dir: &Path) -> Index {
    let index = Index::open(dir).unwrap();
    let mut writer = index.writer().unwrap();
    writer.put(&message(1, "первый вопрос")).unwrap();
    writer.commit(&[(COMMUNITY, 10), (8, 3)]).unwrap();
    index
}

#[test]
fn documents_and_cursors_survive_reopening() {
    let dir = tempfile::tempdir().unwrap();
    let nested = dir.path().join("search/index");
    drop(filled(&nested));
    let index = Index::open(&nested).unwrap();
    assert_eq!((index.cursor(COMMUNITY), index.cursor(8), index.cursor(9)), (10, 3, 0));
    assert_eq!(find(&index, "вопросы"), [1]);
    assert!(index.verify().unwrap().is_empty());
}

#[test]
fn what_was_not_committed_never_was() {
    let dir = tempfile::tempdir().unwrap();
    let index = filled(dir.path());
    let mut writer = index.writer().unwrap();
    writer.put(&message(2, "второй вопрос")).unwrap();
    writer.remove(COMMUNITY, search::Kind::Message, 1);
    drop(writer);
    drop(index);
    let index = Index::open(dir.path()).unwrap();
    assert_eq!(index.cursor(COMMUNITY), 10);
    assert_eq!(find(&index, "вопрос"), [1]);
    let mut writer = index.writer().unwrap();
    writer.put(&message(2, "второй вопрос")).unwrap();
    writer.commit(&[(COMMUNITY, 11)]).unwrap();
    assert_eq!((index.cursor(COMMUNITY), index.cursor(8)), (11, 3));
    assert_eq!(find(&index, "вопрос"), [2, 1]);
}

#[test]
fn there_is_one_writer() {
    let dir = tempfile::tempdir().unwrap();
    let index = filled(dir.path());
    let writer = index.writer().unwrap();
    assert!(matches!(index.writer(), Err(Error::Busy)));
    assert!(matches!(Index::open(dir.path()).unwrap().writer(), Err(Error::Busy)));
    drop(writer);
    assert!(index.writer().is_ok());
}

#[test]
fn a_damaged_or_older_index_starts_anew() {
    let spoil_all = |dir: &Path, spoil: &dyn Fn(&Path)| {
        for entry in fs::read_dir(dir).unwrap() {
            spoil(&entry.unwrap().path());
        }
    };
    let is_meta = |path: &Path| path.file_name().is_some_and(|name| name == "meta.json");
    let older = |path: &Path| {
        if is_meta(path) {
            let text = fs::read_to_string(path).unwrap();
            assert!(text.contains("\\\"version\\\":2"));
            fs::write(path, text.replace("\\\"version\\\":2", "\\\"version\\\":0")).unwrap();
        }
    };
    let other_fields = |path: &Path| {
        if is_meta(path) {
            fs::write(path, fs::read_to_string(path).unwrap().replace("\"heads\"", "\"hands\"")).unwrap();
        }
    };
    let no_meaning = |path: &Path| {
        if is_meta(path) {
            fs::write(path, "{\"segments\": [").unwrap();
        }
    };
    let cut = |path: &Path| {
        if !is_meta(path) {
            fs::write(path, &fs::read(path).unwrap()[..fs::metadata(path).unwrap().len() as usize / 2]).unwrap();
        }
    };
    let gone = |path: &Path| {
        if !is_meta(path) {
            fs::remove_file(path).unwrap();
        }
    };
    let spoilers: [&dyn Fn(&Path); 5] = [&older, &other_fields, &no_meaning, &cut, &gone];
    for (number, spoil) in spoilers.into_iter().enumerate() {
        let dir = tempfile::tempdir().unwrap();
        drop(filled(dir.path()));
        spoil_all(dir.path(), spoil);
        let index = Index::open(dir.path()).unwrap();
        assert_eq!((index.cursor(COMMUNITY), index.len()), (0, 0), "damage {number}");
        drop(index);
        assert_eq!(find(&filled(dir.path()), "вопрос"), [1], "damage {number}");
    }
}

#[test]
fn a_folder_that_cannot_be_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "здесь уже файл").unwrap();
    assert!(matches!(Index::open(&file.join("index")), Err(Error::Folder(_))));
    assert_eq!(fs::read_to_string(&file).unwrap(), "здесь уже файл");
}

#[test]
fn a_hundred_thousand_documents() {
    let dir = tempfile::tempdir().unwrap();
    let index = Index::open(dir.path()).unwrap();
    let mut writer = index.writer().unwrap();
    for id in 1..=100_000 {
        writer.put(&message(id, &format!("вопрос номер {id} о налогах и {} книгах", id % 100))).unwrap();
        if id % 40_000 == 0 {
            writer.commit(&[(COMMUNITY, id)]).unwrap();
        }
    }
    writer.commit(&[(COMMUNITY, 100_000)]).unwrap();
    let found = index.search(&crate::query("книга налоги")).unwrap();
    assert!(found.at_least && found.total < 100_000, "{}", found.total);
    assert_eq!((found.hits[0].id, found.hits.len()), (100_000, 50));
    assert_eq!(
        pages(&index, Query { limit: 100, ..crate::query("книга налоги") }, 120),
        (88_001..=100_000).rev().collect::<Vec<_>>()
    );
    assert_eq!(find(&index, "\"77777\""), [77_777]);
}
