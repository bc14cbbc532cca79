use crate::house::house;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, StatusCode};

#[tokio::test]
async fn a_failed_form_keeps_what_was_typed() {
    let house = house().await;
    let answer = house.post("/hall", "member", "name=+&text=%3Cb%3E%D1%8F%22").await;
    let page = answer.text();
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("aria-invalid=\"true\" aria-describedby=\"name-error name-hint\""), "{page}");
    assert!(page.contains("<a href=\"#name\">Напишите имя</a>") && page.contains("Поправьте 1\u{a0}поле"), "{page}");
    assert!(page.contains("&#60;b&#62;я&#34;"), "{page}");
    assert!(answer.cookies().is_empty());
}

#[tokio::test]
async fn a_notice_is_shown_once() {
    let house = house().await;
    let answer = house.post("/hall", "member", "name=x").await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/hall"));
    assert_eq!(answer.cookies(), ["notice=hall-saved.2; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"]);
    let with = |cookie: &'static str| {
        house.send(Request::builder().uri("/hall").header("x-as", "member").header("cookie", cookie), Body::empty())
    };
    let page = with("notice=hall-saved.2").await;
    assert!(page.text().contains("Сохранили 2\u{a0}слова"), "{}", page.text());
    assert_eq!(page.cookies(), ["notice=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
    for planted in ["notice=nothing-known", "notice=<b>x</b>", "notice=hall-saved.x"] {
        let page = with(planted).await;
        assert!(page.status == StatusCode::OK && !page.text().contains("role=\"status\""), "{planted}");
    }
}

#[tokio::test]
async fn looks_are_chosen_by_plain_forms() {
    let house = house().await;
    let answer = house.post("/language", "", "language=en&next=//evil.example").await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/"));
    assert_eq!(answer.cookies(), ["language=en; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"]);
    assert!(house.post("/theme", "", "theme=%22x&next=/").await.cookies().is_empty());
    let page = house.send(Request::builder().uri("/").header("cookie", "language=en; theme=dark"), Body::empty()).await.text();
    assert!(
        page.contains("<html lang=\"en\" dir=\"ltr\" data-theme=\"dark\">")
            && page.contains("<meta name=\"color-scheme\" content=\"dark\">"),
        "{page}"
    );
    assert!(page.contains("value=\"dark\" checked"), "{page}");
}

#[tokio::test]
async fn forms_that_are_no_forms_are_refused() {
    let house = house().await;
    let request = Request::builder().method(Method::POST).uri("/hall").header("x-as", "member");
    assert_eq!(house.send(request.header("content-type", "application/json"), "{}").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn an_address_that_cannot_be_read_is_a_page_that_is_not_there() {
    let house = house().await;
    let get = async |address: &str| house.send(Request::builder().uri(address), Body::empty()).await;
    assert_eq!(get("/numbered/7?a=1").await.text(), "inside");
    for address in
        ["/numbered/seven", "/numbered/99999999999999999999", "/numbered/%22%3E%3Cscript%3E", "/numbered/7?a=b", "/numbered/%ff"]
    {
        let answer = get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(answer.text().contains("Такой страницы нет") && !answer.text().contains("parse"), "{}", answer.text());
    }
    let sent = house.post("/numbered/seven", "", "").await;
    assert_eq!(sent.status, StatusCode::BAD_REQUEST);
    assert!(sent.text().contains("Форму не удалось прочитать"), "{}", sent.text());
}
