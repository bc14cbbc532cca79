//! Profiles: filled step by step, seen by those who may, counted in facets to the one.

use crate::support::TestApp;
use store::{args, statement};

statement!(FACETS = "select point, folded, value, members from people_facets where community_id = $1 order by point, folded");
statement!(OWN = "select id from people_own_points where community_id = $1 order by position");

#[tokio::test]
async fn a_profile_is_filled_step_by_step_and_nothing_typed_is_lost() {
    let app = TestApp::founded().await;
    let (id, mut nina) = app.member("nina@example.org", "Нина Абрамова").await;
    let (_, mut vera) = app.member("vera@example.org", "Вера").await;
    let page = nina.visit("/profile/edit").await;
    assert_eq!(page.path, "/profile/edit/about");
    let bad = nina.submit(&page, "#profile", &[("headline", "Супервизор <b>"), ("name", "")]).await;
    bad.is(422).sees("Имя не может быть пустым");
    assert_eq!(bad.attribute("#headline", "value"), "Супервизор <b>");
    let page = nina.submit(&page, "#profile", &[("headline", "Супервизор <b>"), ("name", "Нина Ёлкина")]).await;
    assert_eq!(page.path, "/profile/edit/work");
    let bad = nina.submit(&page, "#profile", &[("experience_years", "сто"), ("specialisation", "Пары, Развод")]).await;
    bad.is(422).sees("целое число");
    assert_eq!(bad.attribute("#specialisation", "value"), "Пары, Развод");
    nina.submit(&page, "#profile", &[("experience_years", "16"), ("specialisation", "Пары, Развод, пары"), ("practice", "online")])
        .await
        .is(200);
    nina.post(
        "/profile/edit/place",
        &[("city", "Казань"), ("see-city", "members"), ("phone", "+7 900"), ("see-phone", "staff"), ("then", "profile")],
    )
    .await
    .is(303);
    nina.get("/profile/edit/nonsense").await.is(404);
    let page = vera.get(&format!("/people/{id}")).await;
    page.is(200).sees("Нина Ёлкина").sees("Супервизор <b>").sees("Пары, Развод").sees("онлайн").sees("Казань").lacks("+7 900");
    app.owner().await.get(&format!("/people/{id}")).await.sees("+7 900");
    nina.get(&format!("/people/{id}")).await.sees("+7 900").sees("Рассказать о себе");
    nina.get(&format!("/people/{id}?as=others")).await.is(200).lacks("+7 900").sees("другие участники");
    vera.get(&format!("/people/{id}?as=others")).await.lacks("другие участники");
    assert_eq!(app.kinds().await.iter().filter(|kind| *kind == "people.profile-changed").count(), 3);
    // Saving the same again changes nothing and writes no deed.
    nina.post("/profile/edit/place", &[("city", "Казань"), ("see-city", "members")]).await.is(303);
    assert_eq!(app.kinds().await.iter().filter(|kind| *kind == "people.profile-changed").count(), 3);
    app.healthy().await;
}

#[tokio::test]
async fn facets_count_exactly_and_tell_nothing_that_only_staff_may_see() {
    let app = TestApp::founded().await;
    let (_, mut nina) = app.member("nina@example.org", "Нина").await;
    let (vera_id, mut vera) = app.member("vera@example.org", "Вера").await;
    let facets = async || {
        app.rows::<(String, String, String, i64)>(&FACETS, &[]).await.into_iter().map(|row| (row.1, row.3)).collect::<Vec<_>>()
    };
    let city = |browser: &testkit::Browser| browser.clone();
    city(&nina).post("/profile/edit/place", &[("city", "Орёл"), ("see-city", "members")]).await.is(303);
    vera.post("/profile/edit/place", &[("city", "орел"), ("see-city", "everyone")]).await.is(303);
    assert_eq!(facets().await, [("орел".to_owned(), 2)]);
    nina.post("/profile/edit/place", &[("city", "Орёл"), ("see-city", "staff")]).await.is(303);
    assert_eq!(facets().await, [("орел".to_owned(), 1)], "what only staff see is not counted");
    vera.post("/profile/edit/work", &[("specialisation", "Пары, Сон"), ("see-specialisation", "members")]).await.is(303);
    vera.post("/profile/edit/work", &[("specialisation", "Сон"), ("see-specialisation", "members")]).await.is(303);
    assert_eq!(facets().await, [("орел".to_owned(), 1), ("сон".to_owned(), 1)]);
    vera.post("/account/leave", &[]).await.is(303);
    app.catch_up().await;
    assert!(facets().await.is_empty(), "those who left are not counted");
    let (back, _) = app.member("vera@example.org", "Вера").await;
    assert_eq!(back, vera_id);
    app.catch_up().await;
    assert_eq!(facets().await.len(), 2, "those who come back are");
    app.healthy().await;
}

#[tokio::test]
async fn a_community_adds_points_of_its_own() {
    let app = TestApp::founded().await;
    let (id, mut nina) = app.member("nina@example.org", "Нина").await;
    nina.get("/profile-points").await.is(403);
    let mut owner = app.owner().await;
    let page = owner.visit("/profile-points").await;
    let bad = owner.submit(&page, "#point", &[("label", "Супервизор"), ("kind", "choice"), ("choices", "да")]).await;
    bad.is(422).sees("от двух до тридцати");
    assert_eq!(bad.attribute("#label", "value"), "Супервизор");
    owner
        .submit(&page, "#point", &[("label", "Супервизор"), ("kind", "choice"), ("choices", "да\nнет"), ("facet", "yes")])
        .await
        .is(200)
        .sees("Пункт добавлен");
    owner.submit(&page, "#point", &[("label", "Кабинет"), ("kind", "text"), ("visibility", "staff")]).await.is(200);
    let own = app.rows::<i64>(&OWN, &[]).await;
    let key = format!("own-{}", own[0]);
    let page = nina.visit("/profile/edit/own").await;
    page.is(200).sees("Супервизор").sees("Кабинет");
    nina.submit(&page, "#profile", &[(&key, "да")]).await.is(200);
    nina.post("/profile/edit/own", &[(&key, "может быть")]).await.is(422);
    let page = app.member("vera@example.org", "Вера").await.1.get(&format!("/people/{id}")).await;
    page.is(200).sees("Супервизор").sees("да");
    assert_eq!(app.rows::<(String, String, String, i64)>(&FACETS, &[]).await, [(key.clone(), "да".into(), "да".into(), 1)]);
    owner.post(&format!("/profile-points/{}/shift", own[1]), &[("to", "up")]).await.is(303);
    assert_eq!(app.rows::<i64>(&OWN, &[]).await, [own[1], own[0]]);
    owner.post(&format!("/profile-points/{}/retire", own[0]), &[("retired", "yes")]).await.is(303);
    assert!(app.rows::<(String, String, String, i64)>(&FACETS, &[]).await.is_empty());
    nina.get(&format!("/people/{id}")).await.lacks("Супервизор");
    owner.post(&format!("/profile-points/{}/retire", own[0]), &[("retired", "no")]).await.is(303);
    let page = owner.visit(&format!("/profile-points/{}", own[0])).await;
    owner.submit(&page, "#point", &[("label", "Ведёт супервизии")]).await.is(200);
    nina.get(&format!("/people/{id}")).await.sees("Ведёт супервизии");
    assert_eq!(app.rows::<(String, String, String, i64)>(&FACETS, &[]).await.len(), 1);
    app.healthy().await;
}

#[tokio::test]
async fn the_legal_ground_is_said_once_and_first_steps_know_it() {
    let app = TestApp::founded().await;
    app.imported(&["Нина"]).await;
    let mut owner = app.owner().await;
    let said = owner.get("/today").await.is(200).html();
    assert!(said.contains("/legal-ground") && said.contains("/claim-links") && said.contains("/profile/edit"), "{said}");
    let page = owner.visit("/legal-ground").await;
    owner.submit(&page, "#ground", &[("ground", "other"), ("text", " ")]).await.is(422).sees("своими словами");
    owner.submit(&page, "#ground", &[("ground", "rules"), ("text", "Закреплено в чате")]).await.is(200).sees("Основание записано");
    owner.get("/legal-ground").await.sees("Записано 21 ноября").sees("Закреплено в чате");
    assert!(owner.get("/today").await.html().contains("Запишите, на каком основании храните данные true"));
    app.member("nina@example.org", "Нина").await.1.get("/legal-ground").await.is(403);
    let texts = people::profile_text(&mut app.read().await, &[app.founded.member]).await.expect("texts");
    assert_eq!(texts, [(app.founded.member, "Анна Ёлкина".to_owned(), String::new())]);
    app.read().await.maybe::<i64>(&OWN, args![]).await.expect("a look");
}
