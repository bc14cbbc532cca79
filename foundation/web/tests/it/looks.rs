use crate::house::{TestHouse, house};
use axum::body::Body;
use axum::extract::Request;

async fn page(house: &TestHouse, path: &str, who: &str, language: &str) -> String {
    house
        .send(Request::builder().uri(path).header("x-as", who).header("cookie", format!("language={language}")), Body::empty())
        .await
        .text()
}

/// Every view of this crate, as everybody who may see it, in both languages.
#[tokio::test]
async fn views_render_in_both_languages() {
    let house = house().await;
    for language in ["ru", "en"] {
        for (path, who) in [
            ("/hall", "member"),
            ("/hall", "owner"),
            ("/", ""),
            ("/", "account"),
            ("/nowhere", ""),
            ("/for/owner", "member"),
            ("/broken", "member"),
        ] {
            let page = page(&house, path, who, language).await;
            check(&page, language);
            assert_eq!(
                page.contains("Зал"),
                language == "ru" && (path == "/hall" || path == "/" || who == "owner"),
                "{path} {language}"
            );
        }
    }
}

/// What holds for any page of the house.
fn check(page: &str, language: &str) {
    assert!(page.starts_with("<!doctype html>") && page.contains(&format!("<html lang=\"{language}\"")), "{page}");
    assert!(page.contains("· Опора &#38; &#60;Ко&#62;</title>"), "{page}");
    assert_eq!(page.matches("<h1").count(), 1, "{page}");
    assert!(page.contains("href=\"#content\"") && page.contains("id=\"content\""), "{page}");
    for inline in [" style=", "<style", " onclick", " onload", "javascript:", "<script>", "hx-on"] {
        assert!(!page.contains(inline), "{inline} in {page}");
    }
    for script in page.match_indices("<script") {
        assert!(page[script.0..].starts_with("<script type=\"module\" src=\"/assets/"), "{page}");
    }
    assert!(!page.contains("web-") || !page.contains(">web-"), "a word was left as its key: {page}");
    if let Ok(folder) = std::env::var("ARTEL_KEEP_PAGES") {
        let name = page.len();
        std::fs::write(format!("{folder}/{language}-{name}.html"), page).expect("a page is kept");
    }
}

#[tokio::test]
async fn the_menu_shows_what_opens() {
    let house = house().await;
    let member = page(&house, "/hall", "member", "ru").await;
    assert!(member.contains("<a href=\"/hall\" aria-current=\"page\">") && !member.contains("href=\"/for/owner\""), "{member}");
    assert!(member.contains("#people-fill"), "the current entry is filled");
    let owner = page(&house, "/hall", "owner", "ru").await;
    assert!(owner.contains("href=\"/for/owner\"") && owner.contains("Управление"), "{owner}");
    assert!(owner.contains("href=\"/people/6\"") && owner.contains("Екатерина &#60;Соловьёва&#62;"), "{owner}");
}

#[tokio::test]
async fn strangers_are_offered_to_sign_in() {
    let house = house().await;
    assert!(page(&house, "/", "", "ru").await.contains("<a href=\"/sign-in\">Войти</a>"));
    assert!(!page(&house, "/", "account", "ru").await.contains("<a href=\"/sign-in\">"));
}
