//! Two persons who are one: joined by staff only, and undone exactly.

use crate::support::{OWNER, TestApp, at};
use kernel::AudienceId;
use store::{args, statement};

statement!(STATES = "select id, state, name from identity_members where community_id = $1 order by id");
statement!(POINTERS = "select id, member_id from identity_identities where community_id = $1 order by id");

#[tokio::test]
async fn a_merge_is_undone_exactly_and_in_order() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Нина Абрамова", "Ниночка"]).await;
    let before = (app.rows::<(i64, String, String)>(&STATES, &[]).await, app.rows::<(i64, Option<i64>)>(&POINTERS, &[]).await);
    let mut owner = app.owner().await;
    let page = owner.visit("/merges").await;
    page.is(200).sees("Нина Абрамова · Нина Абрамова").lacks("Ниночка · ");
    assert!(app.member_of(people[0]).await.is_some());
    let merged = owner.submit(&page, "form[action='/merges']", &[]).await;
    merged.is(200).sees("Объединили");
    let (first, third) = (app.member_of(people[0]).await.expect("one"), app.member_of(people[2]).await.expect("third"));
    assert_eq!(app.member_of(people[1]).await, Some(first));
    let page = owner.visit(&format!("/people/{third}/merge?q=нина")).await;
    page.is(200).sees("Нина Абрамова");
    // The joined pair becomes the past of the third: now the first act cannot be undone before the second.
    owner.post("/merges", &[("past", &first.to_string()), ("person", &third.to_string())]).await.is(303);
    let page = owner.visit("/merges").await;
    let undo = page.attributes("form[action$=undo]", "action");
    assert_eq!(undo.len(), 2);
    owner.post(&undo[1], &[]).await.is(409);
    owner.post(&undo[0], &[]).await.is(303);
    owner.post(&undo[0], &[]).await.is(409);
    owner.post(&undo[1], &[]).await.is(303);
    let after = (app.rows::<(i64, String, String)>(&STATES, &[]).await, app.rows::<(i64, Option<i64>)>(&POINTERS, &[]).await);
    assert_eq!(after, before, "everything is as it was");
    let kinds = app.kinds().await;
    assert_eq!(
        (
            kinds.iter().filter(|kind| *kind == "people.merged").count(),
            kinds.iter().filter(|kind| *kind == "people.unmerged").count()
        ),
        (2, 2)
    );
    app.healthy().await;
}

#[tokio::test]
async fn nobody_who_agreed_becomes_anothers_past_and_only_staff_merge() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина", "Вера"]).await;
    let (nina, vera) = (app.member_of(people[0]).await.expect("one"), app.member_of(people[1]).await.expect("two"));
    let (petr, mut browser) = app.member("petr@example.org", "Пётр").await;
    let pair = |past: kernel::MemberId, person: kernel::MemberId| [("past", past.to_string()), ("person", person.to_string())];
    let sent = pair(nina, vera);
    let fields: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post("/merges", &fields).await.is(403);
    let mut owner = app.signed_in(OWNER).await;
    for (past, person) in [(petr, nina), (nina, nina)] {
        let sent = pair(past, person);
        let fields: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
        owner.post("/merges", &fields).await.is(409);
    }
    assert_eq!(app.rows::<(i64, Option<i64>)>(&POINTERS, args![]).await.iter().filter(|row| row.1 == Some(vera.0)).count(), 1);
    owner.post("/merges", &fields).await.is(303);
    assert_eq!(app.member_of(people[0]).await, Some(vera));
}

#[tokio::test]
async fn a_person_who_wrote_under_two_names_stands_once_among_those_to_invite() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Ниночка", "Вера Кочетова", "Пётр Ёлкин"]).await;
    let mut scope = app.write().await;
    let elsewhere = identity::audience::create(&mut scope, "import").await.expect("an audience");
    scope.commit().await.expect("it stays");
    let wrote = [(0, 3, AudienceId::EVERYONE), (1, 2, AudienceId::EVERYONE), (1, 2, elsewhere), (2, 4, AudienceId::EVERYONE)];
    for (person, messages, audience) in wrote {
        for day in 1..=messages {
            app.said(people[person], None, at(&format!("2024-03-{day:02}T12:00:00Z")), audience).await;
        }
    }
    app.catch_up().await;
    let (nina, second) = (app.member_of(people[0]).await.expect("one"), app.member_of(people[1]).await.expect("two"));
    let mut owner = app.owner().await;
    owner.post("/merges", &[("past", &second.to_string()), ("person", &nina.to_string())]).await.is(303);
    let page = owner.get("/people/imported").await;
    assert_eq!(page.is(200).all("main .rows h2"), ["Нина Абрамова", "Вера Кочетова"], "seven messages before four");
    page.sees("7 сообщений");
}

#[tokio::test]
async fn a_claimed_member_is_joined_with_a_further_name_and_parted_again() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Ниночка", "Вера Кочетова"]).await;
    let (person, further) = (app.member_of(people[0]).await.expect("one"), app.member_of(people[1]).await.expect("two"));
    let mut owner = app.owner().await;
    let page = owner.post(&format!("/people/imported/{person}/link"), &[]).await;
    let link = crate::support::path(&page.is(200).attribute("#link", "value"));
    let mut nina = app.signed_in("nina@example.org").await;
    nina.post(&format!("{link}/{person}"), &[]).await.is(303);
    let member = app.member_of(people[0]).await.expect("a member");
    let (_, mut other) = app.member("oleg@example.org", "Олег").await;
    let before = (app.rows::<(i64, String, String)>(&STATES, &[]).await, app.rows::<(i64, Option<i64>)>(&POINTERS, &[]).await);

    // From the member's page to the name, or from the name to the member.
    let page = owner.visit(&format!("/people/{member}")).await;
    let page = owner.click(&page, "Другое имя этого человека").await;
    page.is(200).sees("Нина Абрамова: кто это ещё?");
    let page = owner.visit(&format!("/people/{member}/merge?q=ниночка")).await;
    owner.submit(&page, "form[action='/merges']", &[]).await.is(200).sees("Объединили");
    assert_eq!(app.member_of(people[1]).await, Some(member));
    // The number of old leads on: staff always, others where they may read what was written under that name.
    let (old, now) = (format!("/people/{further}"), format!("/people/{member}"));
    assert_eq!(owner.get(&old).await.is(303).location(), now);
    other.get(&old).await.is(404);
    app.said(people[1], None, at("2024-03-01T12:00:00Z"), AudienceId::EVERYONE).await;
    app.catch_up().await;
    assert_eq!(other.get(&old).await.is(303).location(), now);
    nina.get(&format!("/people/{member}/merge")).await.is(403);
    nina.get(&format!("/people/{member}")).await.is(200).lacks("Другое имя этого человека");
    let journal = owner.visit("/audit").await;
    journal.is(200).sees("Объединены двое").sees("Нина Абрамова · Ниночка");
    let page = owner.visit(&format!("/people/{member}")).await;
    let undo = page.attributes("form[action$=undo]", "action");
    assert_eq!(undo.len(), 2, "the claim and the merge");
    owner.post(&undo[0], &[]).await.is(303);
    owner.get(&old).await.is(404);
    owner.visit("/audit").await.sees("Отменено объединение").sees("Ниночка · Нина Абрамова");
    let after = (app.rows::<(i64, String, String)>(&STATES, &[]).await, app.rows::<(i64, Option<i64>)>(&POINTERS, &[]).await);
    assert_eq!(after, before, "everything is as it was");

    let page = owner.visit(&format!("/people/{further}/merge?q=нина")).await;
    page.is(200).sees("уже участник");
    owner.submit(&page, "form[action='/merges']", &[]).await.is(200).sees("Объединили");
    assert_eq!(app.member_of(people[1]).await, Some(member));
    // Who removes themselves takes both names along, out of the journal too.
    nina.post("/account/remove", &[("sure", "yes"), ("words", "stay")]).await.is(303);
    let journal = owner.visit("/audit").await;
    journal.is(200).sees("Объединены двое").sees("бывший участник · бывший участник").lacks("Ниночка").lacks("Нина Абрамова");
    assert_eq!(app.member_of(people[1]).await, None);
    owner.get(&old).await.is(404);
    app.healthy().await;
}

#[tokio::test]
async fn a_member_and_an_imported_person_of_one_name_are_pointed_at() {
    let app = TestApp::founded().await;
    let (petr, _) = app.member("petr@example.org", "Пётр Ёлкин").await;
    let people = app.imported(&["Петр Елкин"]).await;
    let mut owner = app.owner().await;
    let page = owner.visit("/merges").await;
    page.is(200).sees("Пётр Ёлкин · Петр Елкин");
    owner.submit(&page, "form[action='/merges']", &[]).await.is(200).sees("Объединили").sees("Одинаковых имён нет");
    assert_eq!(app.member_of(people[0]).await, Some(petr), "the past is the one who agreed to nothing");
}
