//! Two imported persons who are one: joined by staff only, and undone exactly.

use crate::support::{OWNER, TestApp};
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
async fn nobody_who_agreed_is_merged_and_only_staff_merge() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина", "Вера"]).await;
    let (nina, vera) = (app.member_of(people[0]).await.expect("one"), app.member_of(people[1]).await.expect("two"));
    let (petr, mut browser) = app.member("petr@example.org", "Пётр").await;
    let pair = |past: kernel::MemberId, person: kernel::MemberId| [("past", past.to_string()), ("person", person.to_string())];
    let sent = pair(nina, vera);
    let fields: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post("/merges", &fields).await.is(403);
    let mut owner = app.signed_in(OWNER).await;
    for (past, person) in [(petr, nina), (nina, petr), (nina, nina)] {
        let sent = pair(past, person);
        let fields: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
        owner.post("/merges", &fields).await.is(409);
    }
    assert_eq!(app.rows::<(i64, Option<i64>)>(&POINTERS, args![]).await.iter().filter(|row| row.1 == Some(vera.0)).count(), 1);
    owner.post("/merges", &fields).await.is(303);
    assert_eq!(app.member_of(people[0]).await, Some(vera));
}
