//! Archives made to do harm.

use std::fs::{self, File};
use std::io::Write;

use telegram_export::export::Limits;
use zip::write::SimpleFileOptions;

use crate::fixture::*;

const NEW_YEAR: i64 = 1_577_836_800;

fn tiny() -> String {
    json(&said(1, NEW_YEAR, "Анна", "user1", "x", ""))
}

#[test]
fn names_that_lead_out_of_the_archive_refuse_it() {
    let folder = Folder::new();
    let good = tiny();
    for name in ["../result.json", "a/../../b.txt", "/etc/result.json", "\\result.json", "C:\\result.json", "a\\..\\b"] {
        let zip = folder.zip(&[("result.json", good.as_bytes()), (name, b"x")]);
        assert_fault(&fault(&zip, Limits::default()), "unsafe_name", "export.zip");
    }
    assert_eq!(read(&folder.zip(&[("a..b/result.json", good.as_bytes())])).0.messages, 1);
}

#[test]
fn links_in_an_archive_refuse_it() {
    let folder = Folder::new();
    let path = folder.path().join("export.zip");
    let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
    zip.add_symlink("result.json", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    zip.finish().unwrap();
    assert_fault(&fault(&path, Limits::default()), "symbolic_link", "result.json");
}

#[test]
fn an_archive_of_a_hundred_thousand_pictures_is_read_as_what_it_holds() {
    let folder = Folder::new();
    let names: Vec<String> = (0..100_000).map(|number| format!("photos/{number}.jpg")).collect();
    let good = tiny();
    let mut files: Vec<(&str, &[u8])> = vec![("result.json", good.as_bytes())];
    files.extend(names.iter().map(|name| (name.as_str(), &b""[..])));
    let zip = folder.zip(&files);
    assert_eq!(read(&zip).0.messages, 1);
    let fewer = Limits { max_entries: 100_000, ..Limits::default() };
    assert_fault(&fault(&zip, fewer), "too_many_entries", "export.zip");
    assert_eq!(fault(&zip, Limits { max_directory_bytes: 1 << 20, ..Limits::default() }).problem.code(), "too_large");
}

#[test]
fn an_archive_of_something_else_is_no_export() {
    let folder = Folder::new();
    let zip = folder.zip(&[("photo.jpg", b"x"), ("readme.txt", b"y")]);
    assert_fault(&fault(&zip, Limits::default()), "not_an_export", "export.zip");
}

#[test]
fn of_several_exports_none_is_picked_by_chance() {
    let folder = Folder::new();
    let tiny = tiny();
    let zip = folder.zip(&[("b/result.json", tiny.as_bytes()), ("a/result.json", tiny.as_bytes())]);
    assert_fault(&fault(&zip, Limits::default()), "several_exports", "b/result.json; a/result.json");
    let above = folder.zip(&[("result.json", tiny.as_bytes()), ("a/result.json", b"{}")]);
    assert_eq!(read(&above).0.messages, 1, "the one that lies above is meant");
}

#[test]
fn a_bomb_is_stopped_by_what_comes_out_of_it() {
    let folder = Folder::new();
    let blank = " ".repeat(3 << 20);
    let bomb = tiny().replace(" \"messages\"", &format!("{blank}\"messages\""));
    let zip = folder.zip(&[("result.json", bomb.as_bytes())]);
    assert_eq!(read(&zip).0.messages, 1);
    let strict = Limits { ratio_floor_bytes: 1 << 20, ..Limits::default() };
    assert_fault(&fault(&zip, strict), "ratio_too_high", "result.json");
    assert_eq!(fault(&zip, Limits { max_bytes: 1 << 20, ..Limits::default() }).problem.code(), "too_large");

    // The headers promise ten bytes; what comes out counts.
    let mut bytes = fs::read(&zip).unwrap();
    let size = (bomb.len() as u32).to_le_bytes();
    for place in 0..bytes.len() - 4 {
        if bytes[place..place + 4] == size {
            bytes[place..place + 4].copy_from_slice(&10u32.to_le_bytes());
        }
    }
    let lying = folder.write("lying.zip", bytes);
    let refused = fault(&lying, strict).problem.code();
    assert!(["ratio_too_high", "broken_zip", "truncated"].contains(&refused), "{refused}");
}

#[test]
fn pages_of_an_archive_share_one_budget() {
    let folder = Folder::new();
    let long = page("Клуб", &wrote(1, "03:00:00", "Анна", &text(&"а".repeat(1000))));
    let names: Vec<String> = (2..40).map(|number| format!("messages{number}.html")).collect();
    let mut files: Vec<(&str, &[u8])> = vec![("messages.html", long.as_bytes())];
    files.extend(names.iter().map(|name| (name.as_str(), long.as_bytes())));
    let zip = folder.zip(&files);
    assert_eq!(read(&zip).0.duplicates, 38);
    assert_eq!(fault(&zip, Limits { max_bytes: 20_000, ..Limits::default() }).problem.code(), "too_large");
    assert_eq!(fault(&zip, Limits { max_entries: 10, ..Limits::default() }).problem.code(), "too_many_entries");
}

#[test]
fn a_torn_archive_is_a_fault() {
    let folder = Folder::new();
    let zip = folder.zip(&[("result.json", json(&said(1, NEW_YEAR, "Анна", "user1", &"текст ".repeat(500), "")).as_bytes())]);
    let whole = fs::read(&zip).unwrap();
    let mut damaged = whole.clone();
    damaged[60..80].fill(0xAA);
    let mut file = File::create(folder.path().join("damaged.zip")).unwrap();
    file.write_all(&damaged).unwrap();
    fault(&folder.path().join("damaged.zip"), Limits::default());
    assert_fault(&fault(&folder.write("half.zip", &whole[..whole.len() / 2]), Limits::default()), "broken_zip", "half.zip");
}
