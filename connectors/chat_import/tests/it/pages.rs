//! Imports as people bring them in, by the pages.

use crate::house::{TestHouse, house};
use crate::workshop::Workshop;
use chat_import::run::State;
use kernel::{Locale, Role};
use store::statement;
use testkit::{Browser, Page};

statement!(TEXTS = "select text from talk_messages where community_id = $1 and kind = 'message' order by at, number");
statement!(HIDDEN = "select count(*) from identity_hidden_audiences where community_id = $1");
statement!(NUMBERS = "select number from talk_messages where community_id = $1 and kind = 'message' order by at, number");

fn export(messages: &[String]) -> String {
    format!(r#"{{"name": "Клуб", "type": "private_supergroup", "id": 77, "messages": [{}]}}"#, messages.join(",\n"))
}

fn said(id: i64, minute: i64, fields: &str) -> String {
    let at = 1_577_836_800 + minute * 60;
    format!(r#"{{"id": {id}, "type": "message", "date_unixtime": "{at}", "from": "Анна", "from_id": "user1", {fields}}}"#)
}

fn entities(pieces: &[(&str, &str)]) -> String {
    let pieces: Vec<String> = pieces.iter().map(|(kind, text)| format!(r#"{{"type": "{kind}", "text": "{text}"}}"#)).collect();
    format!(r#""text": "", "text_entities": [{}]"#, pieces.join(", "))
}

async fn owner(house: &TestHouse, locale: Locale) -> Browser {
    house.member("Ольга", &[Role::Owner], locale).await
}

async fn open(browser: &mut Browser, run: &str) -> Page {
    let page = browser.get(run).await;
    browser.submit(&page, &format!("form[action='{run}/open']"), &[]).await
}

#[tokio::test]
async fn words_behind_a_spoiler_are_shown_to_those_who_ask() {
    let house = house().await;
    let mut owner = owner(&house, Locale::Ru).await;
    let told = entities(&[("plain", "Убийца — "), ("spoiler", "садовник Лев"), ("plain", ", и "), ("bold", "точка")]);
    let text = export(&[said(1, 0, &told), said(2, 1, r#""text": "Вот как!", "reply_to_message_id": 1"#)]);
    let run = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    open(&mut owner, &run).await.is(200);

    for (locale, word) in [(Locale::Ru, "Показать скрытые слова"), (Locale::En, "Show the hidden words")] {
        let mut member = house.member("Анна", &[], locale).await;
        let list = member.get("/talk").await;
        list.is(200).sees("Убийца — […], и точка").lacks("садовник");
        let thread = list.attributes("a", "href").into_iter().find(|href| href.starts_with("/talk/threads/")).expect("the thread");
        let page = member.get(&thread).await;
        assert_eq!(page.one(".prose > p > label.spoiler > span"), "садовник Лев");
        assert_eq!(page.one(".prose > p > strong"), "точка");
        assert_eq!(page.attribute("label.spoiler > input[type='checkbox']", "aria-labelledby"), "spoiler-name");
        assert_eq!(page.one("#spoiler-name[hidden]"), word);
        assert!(!page.title().contains("садовник"), "{}", page.title());
    }
    let texts = house.read().await.all::<String>(&TEXTS, &[]).await.expect("texts");
    assert_eq!(texts, ["Убийца — […], и точка", "Вот как!"], "what search reads");
}

#[tokio::test]
async fn an_import_that_brought_nothing_is_not_opened() {
    let house = house().await;
    let mut owner = owner(&house, Locale::Ru).await;
    let text = export(&[said(1, 0, r#""text": "раз""#), said(2, 1, r#""text": "два""#)]);
    let first = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    assert_eq!(house.uploads().len(), 1, "the file stays until the import is settled");
    let again = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    assert_eq!(house.uploads().len(), 1, "a file that brought nothing is not kept");
    let page = owner.get(&again).await;
    page.is(200).sees("Всё из этого файла уже было здесь: добавлять нечего");
    assert_eq!(page.count(&format!("form[action='{again}/open']")), 0);
    owner.post(&format!("{again}/open"), &[]).await.is(409).sees("Этот перенос не принёс ничего нового, открывать нечего.");
    let mut english = house.member("Ann", &[Role::Owner], Locale::En).await;
    let refused = english.post(&format!("{again}/open"), &[]).await;
    refused.is(409).sees("This import brought nothing new, so there is nothing to open.");
    open(&mut owner, &first).await.is(200);
    house.settle().await;
    assert!(house.uploads().is_empty(), "{:?}", house.uploads());
    owner.get("/talk").await.sees("раз").sees("два");
}

/// Imports that count as history which waits to be opened, wherever somebody asks for such.
async fn hidden(house: &TestHouse) -> i64 {
    house.read().await.one::<i64>(&HIDDEN, &[]).await.expect("a count")
}

#[tokio::test]
async fn an_import_that_brought_nothing_hides_nothing() {
    for (locale, nothing, waits) in [
        (Locale::Ru, "Ничего нового", "Перенесено, скрыто от участников"),
        (Locale::En, "Nothing new", "Imported, hidden from members"),
    ] {
        let house = house().await;
        let mut owner = owner(&house, locale).await;
        let text = export(&[said(1, 0, r#""text": "раз""#)]);
        let first = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
        assert_eq!(hidden(&house).await, 1);
        open(&mut owner, &first).await.is(200);
        for (name, file) in [("result.json", text.as_str()), ("torn.json", &text[..text.len() - 3])] {
            house.import(&mut owner, &[(name, file.as_bytes())]).await;
            assert_eq!(hidden(&house).await, 0, "{name}");
        }
        let page = house.upload(&mut owner, &[("result.json", text.as_bytes())]).await;
        let run = page.path.clone();
        owner.submit(&page, &format!("form[action='{run}/cancel']"), &[]).await.is(200);
        house.settle().await;
        assert_eq!(hidden(&house).await, 0, "a cancelled one");
        owner.get("/import").await.is(200).sees(nothing).lacks(waits);
        // What does bring something waits, as ever.
        let more = export(&[said(1, 0, r#""text": "раз""#), said(2, 1, r#""text": "два""#)]);
        house.import(&mut owner, &[("result.json", more.as_bytes())]).await;
        assert_eq!(hidden(&house).await, 1);
        owner.get("/import").await.is(200).sees(nothing).sees(waits);
    }
}

#[tokio::test]
async fn a_broken_place_in_the_list_of_imports_is_no_page() {
    let house = house().await;
    let mut owner = owner(&house, Locale::Ru).await;
    owner.get("/import?before=").await.is(200);
    owner.get(&format!("/import?before={}", web::Cursor::encode(&7))).await.is(200);
    for broken in ["nonsense", "%25%25", "W10"] {
        owner.get(&format!("/import?before={broken}")).await.is(404);
    }
}

#[tokio::test]
async fn what_was_odd_about_a_file_is_said_on_its_page() {
    let house = house().await;
    let mut owner = owner(&house, Locale::Ru).await;
    let dateless = r#"{"id": 1, "type": "message", "from": "Анна", "from_id": "user1", "text": "до всего"}"#.to_owned();
    let rows =
        [dateless, said(2, 0, r#""text": "было""#), said(2, 1, r#""text": "стало""#), said(3, 2, r#""text": ["а", [["б"]]]"#)];
    let text = export(&rows);
    let run = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    let page = owner.get(&run).await;
    page.sees("result.json, сообщение 1: даты нет, взята дата первой записи, где она есть")
        .sees("result.json, сообщение 2: номер повторяется с другим текстом, сохранены оба")
        .sees("result.json, сообщение 3: слишком глубокая вложенность: часть текста или его оформления не сохранена");
    let texts = house.read().await.all::<String>(&TEXTS, &[]).await.expect("texts");
    assert_eq!(texts.len(), 4);
    assert!(["до всего", "было", "стало", "а"].iter().all(|text| texts.iter().any(|kept| kept == text)), "{texts:?}");
    let numbers = house.read().await.all::<i64>(&NUMBERS, &[]).await.expect("numbers");
    // Once more nothing is new, not even the text with a number of its own.
    let again = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    owner.get(&again).await.sees("Всё из этого файла уже было здесь: добавлять нечего");
    assert_eq!(house.read().await.all::<i64>(&NUMBERS, &[]).await.expect("numbers"), numbers);

    let undated = export(&[r#"{"id": 1, "type": "message", "from": "Анна", "from_id": "user1", "text": "x"}"#.to_owned()]);
    let refused = house.import(&mut owner, &[("result.json", undated.as_bytes())]).await;
    owner.get(&refused).await.sees("result.json: ни у одного сообщения нет верной даты").sees("Ничего не записано");
    assert_eq!(house.uploads().len(), 1, "a refused file is not kept");
}

#[tokio::test]
async fn hostile_pages_come_in_as_words_alone() {
    let house = house().await;
    let mut owner = owner(&house, Locale::En).await;
    let evil = "<script>alert(1)</script><img src=x onerror=alert(2)><b onclick=alert(3)>bold</b> \
        <a href=\"javascript:alert(4)\">here</a> <span class=\"spoiler\"><iframe srcdoc=\"&lt;script&gt;\"></iframe>kept <svg onload=alert(5)>back</span> \
        &lt;script&gt;alert(6)&lt;/script&gt; \u{0}<p style=\"position:fixed\">end</p>";
    let message = |id: i64, name: &str, text: &str| {
        format!(
            "<div class=\"message default clearfix\" id=\"message{id}\"><div class=\"body\">\
             <div class=\"pull_right date details\" title=\"01.01.2020 03:00:0{id} UTC+03:00\">03:00</div>\
             <div class=\"from_name\">{name}</div><div class=\"text\">{text}</div></div></div>"
        )
    };
    let history = message(1, "Ann &lt;img src=x onerror=alert(7)&gt;", evil) + &message(2, "Bob", &"<div>".repeat(5_000));
    let page = format!(
        "<!DOCTYPE html><html><body onload=\"alert(8)\"><div class=\"page_header\"><div class=\"text bold\">Club &lt;script&gt;alert(9)</div></div>\
         <div class=\"history\">{history}</div></body></html>"
    );
    let mut bytes = page.into_bytes();
    bytes.extend_from_slice(b"<!-- \xFF\xFE not UTF-8 -->");
    let run = house.import(&mut owner, &[("messages.html", &bytes)]).await;
    let shown = owner.get(&run).await;
    shown
        .is(200)
        .sees("Club <script>alert(9)")
        .sees("message 2: nested too deeply")
        .sees("characters that are not allowed were mended");
    open(&mut owner, &run).await.is(200);
    let list = owner.get("/talk").await;
    let thread = list.attributes("a", "href").into_iter().rfind(|href| href.starts_with("/talk/threads/")).expect("the thread");
    for page in [shown, list, owner.get(&thread).await, owner.get(&format!("{run}/findings")).await] {
        page.is(200);
        for tag in
            ["<script>", "<img src=x", "<iframe", "<svg onload", "onclick=", "onerror=alert(2)", "javascript:", "style=\"position"]
        {
            assert!(!page.html().contains(tag), "{tag} on {}", page.path);
        }
    }
    let page = owner.get(&thread).await;
    assert_eq!(page.one(".prose label.spoiler > span"), "kept back");
    page.sees("alert(6)").sees("Ann <img src=x onerror=alert(7)>");
}

#[tokio::test]
async fn what_was_cancelled_before_anything_came_leaves_no_file() {
    let house = house().await;
    let mut owner = owner(&house, Locale::Ru).await;
    let text = export(&[said(1, 0, r#""text": "раз""#)]);
    let page = house.upload(&mut owner, &[("result.json", text.as_bytes())]).await;
    let run = page.path.clone();
    assert_eq!(house.uploads().len(), 1);
    let page = owner.submit(&page, &format!("form[action='{run}/cancel']"), &[]).await;
    page.is(200).sees("Перенос отменён").sees("Ничего не записано").lacks("открыть участникам");
    house.settle().await;
    assert!(house.uploads().is_empty(), "{:?}", house.uploads());
    assert_eq!(house.read().await.all::<String>(&TEXTS, &[]).await.expect("texts"), Vec::<String>::new());
    for act in ["open", "cancel", "pause", "resume"] {
        owner.post(&format!("{run}/{act}"), &[]).await.is(409);
    }
    let whole = house.import(&mut owner, &[("result.json", text.as_bytes())]).await;
    open(&mut owner, &whole).await.is(200);
}

#[tokio::test]
async fn a_file_of_the_command_line_stays_wherever_it_lies() {
    let workshop = Workshop::open().await;
    let path = workshop.file("uploads/mine/result.json", "{\"name\": \"Клуб\", \"messages\": [{}]}");
    let run = workshop.import(&path).await;
    assert_eq!(run.state, State::Failed);
    assert!(path.exists(), "a folder that happens to be called uploads is its owner's");
}

#[tokio::test]
async fn findings_name_nobody_who_was_erased_since() {
    let house = house().await;
    let mut owner = owner(&house, Locale::En).await;
    let asked = said(1, 0, r#""text": "Who knows?""#);
    let answer = |id: i64, to: i64| {
        format!(
            r#"{{"id": {id}, "type": "message", "date_unixtime": "15778404{id:02}", "from": "Bob Stone", "from_id": "user2", "reply_to_message_id": {to}, "text": "I do"}}"#
        )
    };
    let run = house.import(&mut owner, &[("result.json", export(&[asked, answer(2, 1), answer(3, 1)]).as_bytes())]).await;
    let pages = [run.clone(), format!("{run}/findings")];
    for page in &pages {
        owner.get(page).await.is(200).sees("Bob Stone");
    }
    let mut scope = house.database.store.write(&house.database.who(house.community)).await.expect("a turn to write");
    let bob = identity::identity::by_outside(&mut scope, "telegram", "user2").await.expect("a look").expect("Bob");
    identity::identity::erase(&mut scope, bob.id).await.expect("forgotten");
    scope.commit().await.expect("it holds");
    for page in &pages {
        owner.get(page).await.is(200).lacks("Bob Stone").sees("former member");
    }
}
