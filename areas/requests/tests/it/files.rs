use crate::house::{house, id_in};
use std::path::PathBuf;
use testkit::File;

fn file<'a>(name: &'a str, bytes: &'a [u8]) -> File<'a> {
    File { field: "files", name, kind: "text/html", bytes }
}

#[tokio::test]
async fn files_come_go_and_are_only_ever_saved() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let form = nina.browser.get("/requests/new").await;
    let page = nina.browser.submit(&form, "main form", &[("title", "Посмотрите договор"), ("act", "files")]).await;
    page.is(200).sees("Файлы с вашего устройства");
    let path = page.path.clone();
    let none = nina.browser.upload(&page, "#upload", &[], &[]).await;
    none.is(422).sees("хотя бы один файл");
    let blank = nina.browser.upload(&page, "#upload", &[], &[file("a.pdf", b"%PDF"), file("пусто.txt", b"")]).await;
    blank.is(422).sees("Один из файлов пуст").lacks("a.pdf");
    let sent = [file("../Договор \"№1\".html", b"<script>alert(1)</script>"), file("b.pdf", b"%PDF")];
    let page = nina.browser.upload(&page, "#upload", &[], &sent).await;
    page.is(200).sees("Договор №1.html").sees("b.pdf");
    let (first, second) = (page.link("Договор"), page.link("b.pdf"));
    let draft = path.trim_end_matches("/files").to_owned();
    let folder = house.database.place.data.join("files/requests").join(house.community.to_string()).join(id_in(&draft).to_string());
    assert_eq!(names(&folder).len(), 2, "numbers, not names");
    assert!(names(&folder).iter().all(|name| name.parse::<i64>().is_ok()));
    let saved = nina.browser.get(&first).await;
    assert_eq!(saved.is(200).body.as_ref(), b"<script>alert(1)</script>");
    assert_eq!(saved.header("content-type"), Some("application/octet-stream"));
    assert_eq!(saved.header("x-content-type-options"), Some("nosniff"));
    let disposition = saved.header("content-disposition").expect("a disposition");
    assert!(disposition.starts_with("attachment; filename=\"") && disposition.contains("filename*=UTF-8''%D0%94"), "{disposition}");
    ilya.browser.get(&first).await.is(404);
    ilya.browser.get(&path).await.is(404);
    ilya.browser.post(&format!("{path}/{}/deletion", id_in(&second)), &[]).await.is(404);
    let removal = nina.browser.get(&path).await;
    nina.browser.submit(&removal, &format!("#remove-{}", id_in(&second)), &[]).await.sees("Файл убран").lacks("b.pdf");
    nina.browser.get(&second).await.is(404);
    house.settle().await;
    assert_eq!(names(&folder), [id_in(&first).to_string()]);
    nina.browser.post(&draft, &[("title", "Посмотрите договор"), ("act", "ask")]).await.is(303);
    ilya.browser.get(&first).await.is(200);
    nina.browser.get(&path).await.is(404);
}

#[tokio::test]
async fn files_have_limits_and_go_with_the_draft() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let form = nina.browser.get("/requests/new").await;
    let page = nina.browser.submit(&form, "main form", &[("title", "Смета"), ("act", "files")]).await;
    let large = vec![b'x'; 10 * 1024 * 1024 + 1];
    nina.browser.upload(&page, "#upload", &[], &[file("large.bin", &large)]).await.is(422).sees("больше 10 МБ");
    let many: Vec<File<'_>> = (0..6).map(|_| file("a.txt", b"a")).collect();
    nina.browser.upload(&page, "#upload", &[], &many).await.is(422).sees("не больше пяти");
    let page = nina.browser.upload(&page, "#upload", &[], &many[..4]).await;
    let full = nina.browser.upload(&page, "#upload", &[], &many[..2]).await;
    full.is(422).sees("не больше пяти");
    nina.browser.upload(&page, "#upload", &[], &many[..1]).await.is(200).sees("больше не поместится");
    let draft = page.path.trim_end_matches("/files").to_owned();
    let folder = house.database.place.data.join("files/requests").join(house.community.to_string()).join(id_in(&draft).to_string());
    assert_eq!(names(&folder).len(), 5);
    assert!(names(&house.database.place.data.join("uploads")).is_empty(), "nothing half-taken is left");
    nina.browser.post(&format!("{draft}/deletion"), &[]).await.is(303);
    house.settle().await;
    assert!(!folder.exists());
}

fn names(folder: &PathBuf) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}
