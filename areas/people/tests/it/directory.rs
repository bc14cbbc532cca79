//! The directory and a member's page: who is in it, who is found, what ties are told.

use crate::support::{TestApp, at};
use kernel::{AudienceId, MemberId};
use people::PersonSearch;
use std::sync::Arc;

#[tokio::test]
async fn only_those_who_agreed_are_in_the_directory() {
    let app = TestApp::founded().await;
    app.imported(&["Захар Тайный"]).await;
    let (_, mut nina) = app.member("nina@example.org", "Нина Абрамова").await;
    app.member("petr@example.org", "Пётр Ёлкин").await;
    nina.get("/people").await.is(200).sees("Пётр Ёлкин").sees("это вы").lacks("Захар");
    nina.get("/people?q=елк").await.is(200).sees("Пётр Ёлкин").lacks("Анна Абр");
    nina.get("/people?q=захар").await.is(200).sees("Никто не подошёл");
    nina.get("/people/imported").await.is(403).lacks("Захар");
    app.owner().await.get("/people/imported?show=all").await.is(200).sees("Захар Тайный");
    app.owner().await.get("/people/imported").await.is(200).lacks("Захар");
    app.stranger().get("/people").await.is(303);
    nina.get("/people?sort=nonsense&f=nonsense&f=city%3A%27").await.is(200);
}

#[tokio::test]
async fn facets_widen_within_a_point_and_narrow_between_points() {
    let app = TestApp::founded().await;
    let people = [
        ("a", "Анна", "Казань", "Пары"),
        ("b", "Борис", "Казань", "Сон"),
        ("v", "Вера", "Уфа", "Пары"),
        ("g", "Глеб", "Орёл", "Страх"),
    ];
    for (email, name, city, speciality) in people {
        let (id, _) = app.member(&format!("{email}@example.org"), name).await;
        let mut scope = app.write().await;
        people::profile::fill(&mut scope, id, &[("city", city), ("specialisation", speciality), ("unknown", "x")])
            .await
            .expect("filled");
        scope.commit().await.expect("it stays");
    }
    let mut reader = app.signed_in("a@example.org").await;
    let names = async |reader: &mut testkit::Browser, query: &str| {
        reader.get(&format!("/people?{query}")).await.is(200).all(".person-card h3")
    };
    assert_eq!(names(&mut reader, "f=city:казань").await, ["Анна", "Борис"]);
    assert_eq!(names(&mut reader, "f=city:казань&f=city:уфа").await, ["Анна", "Борис", "Вера"]);
    assert_eq!(names(&mut reader, "f=city:казань&f=city:уфа&f=specialisation:пары").await, ["Анна", "Вера"]);
    assert_eq!(names(&mut reader, "f=city:орел&sort=newest").await, ["Глеб"]);
    assert_eq!(names(&mut reader, "q=бор&f=city:уфа").await, Vec::<String>::new());
    let page = reader.get("/people?f=city:казань").await;
    assert_eq!(page.attributes("input[name=f][checked]", "value"), ["city:казань"]);
    reader.get("/people?f=city:нигде").await.is(200).sees("Никто не подошёл").sees("нигде");
}

#[tokio::test]
async fn pages_go_on_by_cursor_in_both_orders() {
    let app = TestApp::founded().await;
    let mut scope = app.write().await;
    for number in 0..60 {
        identity::member::create(&mut scope, identity::member::State::Active, &format!("Участник {number:02}"))
            .await
            .expect("a member");
    }
    scope.commit().await.expect("they stay");
    let mut owner = app.owner().await;
    for order in ["name", "newest"] {
        let mut page = owner.get(&format!("/people?sort={order}")).await;
        let mut seen = page.all(".person-card h3");
        while let Some(next) = page.attributes("a[rel=next]", "href").into_iter().next() {
            page = owner.get(&next).await;
            seen.extend(page.all(".person-card h3"));
        }
        assert_eq!(seen.len(), 61, "{order}");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 61, "{order}: nobody twice");
    }
}

#[tokio::test]
async fn a_page_tells_true_ties_and_never_names_those_who_agreed_to_nothing() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Захар Тайный"]).await;
    let (nina_id, mut nina) = app.member("nina@example.org", "Нина Абрамова").await;
    let (vera_id, mut vera) = app.member("vera@example.org", "Вера Кочетова").await;
    let mut scope = app.read().await;
    let (one, two) = (
        identity::identity::own(&mut scope, nina_id).await.expect("own"),
        identity::identity::own(&mut scope, vera_id).await.expect("own"),
    );
    drop(scope);
    for (author, other) in [(one, two), (one, two), (two, one), (one, people[0])] {
        app.said(author, Some(other), at("2026-10-05T12:00:00Z"), AudienceId::EVERYONE).await;
    }
    app.said(one, None, at("2026-08-05T12:00:00Z"), AudienceId(555)).await;
    app.catch_up().await;
    vera.get("/people").await.is(200).sees("вы ответили друг другу 3 раза");
    let page = vera.get(&format!("/people/{nina_id}")).await;
    page.is(200).sees("2 ответа вам").sees("1 ответ от вас").lacks("Захар").sees("октябрь 2026").lacks("август 2026");
    assert_eq!(page.all(".chart tbody tr").len(), 1, "a hidden import is not told to members");
    nina.get(&format!("/people/{nina_id}")).await.is(200).sees("Вера Кочетова").sees("3 ответа друг другу").lacks("Захар");
    let page = app.owner().await.get(&format!("/people/{nina_id}")).await;
    page.is(200).sees("Чаще всего с кем").lacks("Что вас связывает");
}

#[tokio::test]
async fn the_search_of_the_house_is_asked_where_there_is_one() {
    let found: Arc<people::directory::SearchFn> = Arc::new(|_, viewer, words, _| {
        assert!(viewer.is_member());
        Ok(if words == "развод" { vec![MemberId(99_999), viewer.member.expect("a member")] } else { Vec::new() })
    });
    let app = TestApp::with(|plan| plan.with(PersonSearch(found))).await;
    let (_, mut nina) = app.member("nina@example.org", "Нина Абрамова").await;
    assert_eq!(nina.get("/people?q=развод").await.is(200).all(".person-card h3"), ["Нина Абрамова"]);
    nina.get("/people?q=нина").await.is(200).sees("Никто не подошёл");
}
