use axum::Router;
use axum::extract::{Multipart, Query, RawForm};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect};
use axum::routing::{get, post};
use std::collections::HashMap;
use testkit::{Browser, File};

const PAGE: &str = r#"<!doctype html><title>Анкета</title><style>.secret{}</style>
<h1>Анкета <b>члена</b></h1><p>Шаг</p><p>первый</p><a href="/thanks?from=page#end">Дальше</a>
<form class="profile" method="post" action="/profile">
  <input type="hidden" name="token" value="t&amp;1"><input name="name" value="Анна"><input type="checkbox" name="news" checked>
  <input type="radio" name="seen" value="all"><input type="radio" name="seen" value="staff" checked>
  <select name="city"><option value="msk">Москва<option value="spb" selected>Петербург</select>
  <textarea name="about">
о себе</textarea><button name="act" value="save">Сохранить</button><button name="act" value="drop" formaction="/dropped">Удалить</button>
</form><input name="outside" form="search" value="x"><form id="search" action="/thanks"><input name="q"></form>
<form class="file" method="post" enctype="multipart/form-data" action="/file"><input type="file" name="photo"><input name="note"></form>"#;

async fn file(mut parts: Multipart) -> String {
    let mut said = Vec::new();
    while let Some(part) = parts.next_field().await.unwrap() {
        let head = format!("{}:{}", part.name().unwrap(), part.file_name().unwrap_or("-"));
        said.push(format!("{head}={}", part.text().await.unwrap()));
    }
    said.join(" ")
}

async fn thanks(Query(query): Query<HashMap<String, String>>, headers: HeaderMap) -> String {
    let mut query: Vec<_> = query.into_iter().collect();
    query.sort();
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("none").to_owned();
    format!("{query:?} cookie {} site {} host {}", header("cookie"), header("sec-fetch-site"), header("host"))
}

fn browser() -> Browser {
    let kept = AppendHeaders([(header::SET_COOKIE, "session=abc; Path=/; HttpOnly"), (header::SET_COOKIE, "old=1; Max-Age=0")]);
    let save = move |headers: HeaderMap, RawForm(body): RawForm| async move {
        assert_eq!(headers["origin"], "http://opora.localhost");
        (kept, Redirect::to(&format!("/thanks?{}", String::from_utf8(body.to_vec()).unwrap()))).into_response()
    };
    let router = Router::new()
        .route("/", get(|| async { Html(PAGE) }))
        .route("/profile", post(save))
        .route("/dropped", post(|| async { StatusCode::GONE }))
        .route("/file", post(file))
        .route("/thanks", get(thanks));
    Browser::new(router, "opora.localhost")
}

#[tokio::test]
async fn a_form_is_sent_as_the_page_offers_it() {
    let mut browser = browser();
    let page = browser.visit("/").await;
    page.is(200).sees("Анкета члена Шаг первый").lacks("Анкета гостя").has("form.profile");
    assert_eq!((page.title(), page.one("h1"), page.count("option")), ("Анкета".to_owned(), "Анкета члена".to_owned(), 2));
    assert_eq!(page.link("Дальше"), "/thanks?from=page#end");

    let thanks = browser.submit(&page, "form.profile", &[("name", "Ёлкин & Co"), ("city", "msk")]).await;
    thanks
        .is(200)
        .sees(r#"("name", "Ёлкин & Co")"#)
        .sees(r#"("token", "t&1")"#)
        .sees(r#"("news", "on")"#)
        .sees(r#"("seen", "staff")"#);
    thanks.sees(r#"("city", "msk")"#).sees(r#"("about", "о себе")"#).sees(r#"("act", "save")"#).lacks("outside");
    thanks.sees("cookie session=abc site same-origin host opora.localhost");
    assert_eq!(thanks.came_by, ["/profile"]);
    assert_eq!(browser.cookie("session"), Some("abc"));
    assert!(browser.cookie_line("session").unwrap().contains("HttpOnly"));

    browser.submit(&page, "form.profile", &[("act", "drop")]).await.is(410);
    browser.submit(&page, "#search", &[("q", "а б")]).await.sees(r#"[("outside", "x"), ("q", "а б")]"#);
    browser.clone().at("other.localhost").get("/thanks").await.sees("cookie none site none host other.localhost");
    browser.stranger().click(&page, "Дальше").await.sees(r#"[("from", "page")] cookie none"#);
    browser.with("sec-fetch-site", "cross-site").get("/thanks").await.sees("site cross-site");
}

#[tokio::test]
async fn files_go_with_their_form() {
    let mut browser = browser();
    let page = browser.visit("/").await;
    let file = File { field: "photo", name: "я.txt", kind: "text/plain", bytes: "строка".as_bytes() };
    let answer = browser.upload(&page, "form.file", &[("note", "вот")], &[file]).await;
    answer.is(200).sees("note:-=вот photo:я.txt=строка");
}

#[tokio::test]
#[should_panic(expected = "does not offer `paris`")]
async fn a_choice_that_the_page_does_not_offer_is_refused() {
    let mut browser = browser();
    let page = browser.visit("/").await;
    browser.submit(&page, "form.profile", &[("city", "paris")]).await;
}
