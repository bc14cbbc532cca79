//! Hosts, foreign sites, and what stands outside the areas.

use crate::app::{MARK, OURS, TestApp};
use axum::http::Method;
use kernel::Door;

#[tokio::test]
async fn an_unknown_host_is_misdirected_and_an_unknown_path_is_nowhere() {
    let app = TestApp::raised().await;
    app.found("granit", &format!("{OURS} House"), "owner@granit.example.org", "Owner").await;
    let mut owner = app.signed_in("granit.localhost", "owner@granit.example.org").await;
    for host in ["nobody.localhost", "example.org", "granit.localhost.example.org", "granit.example.org", ""] {
        let mut stranger = app.browser(host);
        stranger.get("/").await.is(421);
        stranger.get("/today").await.is(421);
        stranger.post("/sign-in", &[]).await.is(421);
    }
    for path in ["/nowhere", "/people/1/nowhere", "/import/1/nowhere", "/.git/config", "/assets/nowhere.css", "//", "/today/"] {
        owner.get(path).await.is(404);
        app.browser("granit.localhost").get(path).await.is(404);
    }
    owner.post("/nowhere", &[]).await.is(404);
    owner.post("/today", &[]).await.is(405);
    owner.get("/sign-out").await.is(405);
    // The page above an act, where there is one.
    let above = owner.visit("/people/imported/7/link").await;
    assert_eq!((above.is(200).path.as_str(), above.came_by.len()), ("/people/imported", 1));
    owner.get("/healthz").await.is(200);
    owner.get("/readyz").await.is(200);
    owner.get("/robots.txt").await.is(200);
    owner.get("/favicon.ico").await.is(200);
    app.browser("nobody.localhost").get("/healthz").await.is(200);
}

#[tokio::test]
async fn no_act_comes_from_another_site() {
    let app = TestApp::raised().await;
    let here = app.place(("granit", "granit.localhost"), OURS, 0).await;
    let mut owner = app.signed_in(here.host, &here.owner_email).await;
    let areas = artel::house::areas();
    // Mail providers stop letters from wherever they are; nothing else may be asked for from elsewhere.
    let stop = web::open_to_anywhere(&areas);
    assert_eq!(stop, ["/requests/stops/{token}"]);
    let acts = web::doors(&areas).into_iter().filter(|(method, path, _)| *method != "GET" && !stop.contains(path));
    let acts: Vec<&str> = acts.map(|(_, path, _)| path).collect();
    assert!(acts.len() > 40, "{}", acts.len());
    for path in acts.into_iter().chain(["/theme", "/language"]) {
        let path = crate::addresses::filled(path, &here, &Default::default());
        for site in ["cross-site", "same-site"] {
            let page = owner.clone().with("sec-fetch-site", site).post(&path, &[]).await;
            assert_eq!(page.status.as_u16(), 403, "{path} from {site}");
        }
        for (name, value) in [("origin", "https://evil.example"), ("origin", "null"), ("origin", "http://qvartz.localhost")] {
            let page = owner.clone().with(name, value).post(&path, &[]).await;
            assert_eq!(page.status.as_u16(), 403, "{path} with {name} {value}");
        }
        for method in [Method::PUT, Method::DELETE, Method::PATCH] {
            let request = owner.request(method.clone(), &path, "cross-site");
            assert_eq!(owner.send(request).await.status.as_u16(), 403, "{method} {path}");
            let request = owner.request(method.clone(), &path, "same-origin");
            assert_eq!(owner.send(request).await.status.as_u16(), 405, "{method} {path}");
        }
    }
    // None of it was done: the owner is still here, and so is everything else.
    owner.get("/today").await.is(200);
    owner.get("/roles").await.is(200).sees(OURS).lacks(MARK);
}

#[test]
fn every_entry_of_the_menu_stands_behind_the_door_of_its_page() {
    let areas = artel::house::areas();
    let doors = web::doors(&areas);
    for entry in areas.iter().flat_map(|area| &area.nav) {
        let page = doors.iter().find(|(method, path, _)| *method == "GET" && *path == entry.path);
        assert_eq!(page.map(|(.., door)| *door), Some(entry.door), "{}", entry.path);
    }
    let mut seen = std::collections::BTreeSet::new();
    for (method, path, door) in &doors {
        assert!(seen.insert((*method, *path)), "{method} {path} is hung twice");
        // The programs of mail stop a kind of letter by the token in it, without a cookie and from elsewhere (RFC 8058).
        let by_token = ["/welcome", "/requests/stops/{token}"].contains(path);
        assert!(*method == "GET" || !matches!(door, Door::Open) || by_token, "{path} is an act that everybody may do");
    }
}
