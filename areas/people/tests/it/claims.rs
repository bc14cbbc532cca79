//! "That was I": by the chat's link with the owner's word, by a personal link at once; one winner in every race.

use crate::support::{OWNER, TestApp, at, code, path};
use kernel::{AudienceId, IdentityId};
use testkit::Browser;

async fn chat_link(owner: &mut Browser) -> String {
    let page = owner.visit("/claim-links").await;
    let page = owner.submit(&page, "#make", &[]).await;
    path(&page.is(200).attribute("#link", "value"))
}

async fn personal_link(owner: &mut Browser, person: i64) -> String {
    let page = owner.post(&format!("/people/imported/{person}/link"), &[]).await;
    path(&page.is(200).attribute("#link", "value"))
}

#[tokio::test]
async fn a_person_finds_themselves_by_the_chats_link_and_the_owner_confirms() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Нина Зуева", "Пётр Нинов"]).await;
    app.said(people[0], None, at("2024-03-05T12:00:00Z"), AudienceId::EVERYONE).await;
    app.said(people[0], Some(people[1]), at("2024-05-05T12:00:00Z"), AudienceId::EVERYONE).await;
    app.catch_up().await;
    let imported = app.member_of(people[0]).await.expect("a member");
    let mut owner = app.owner().await;
    owner.get(&format!("/people/{imported}")).await.is(404);
    let link = chat_link(&mut owner).await;

    let mut nina = app.stranger();
    let page = nina.visit(&link).await;
    page.is(200).lacks("Абрамова");
    nina.submit(&page, "#search", &[("q", "ни")]).await.is(422).sees("хотя бы три буквы");
    let page = nina.submit(&page, "#search", &[("q", "нин")]).await;
    page.is(200).sees("Нина Абрамова").sees("2 сообщения").sees("март 2024").sees("май 2024").sees("Пётр Нинов");
    let page = nina.click(&page, "Это я: Нина Абрамова").await;
    nina.submit(&page, "#letter", &[("email", "nina@")]).await.is(422).sees("не хватает адреса");
    let asked = nina.submit(&page, "#letter", &[("email", "nina@example.org")]).await;
    let digits = code(&app.outbox.letter_to("nina@example.org").await);
    let page = nina.submit(&asked, "#enter", &[("code", &digits)]).await;
    page.is(200).sees("Владелец сообщества посмотрит");
    nina.submit(&page, "#claim", &[("note", "писала про сон")]).await.is(200).sees("Ждём владельца");
    nina.post(&page.path, &[]).await.is(409).sees("уже отозвались");
    nina.get("/people").await.is(403);
    assert_eq!(app.member_of(people[0]).await, Some(imported), "nothing happened yet");

    let page = owner.visit("/claims").await;
    page.is(200).sees("nina@example.org").sees("Нина Абрамова").sees("писала про сон");
    let claim = page.attribute("input[name=claim]", "value");
    owner.submit(&page, "#claims", &[("claim", &claim), ("act", "confirm")]).await.is(200).sees("Подтвердили 1 отклик");
    let letter = app.outbox.letter_to("nina@example.org").await;
    assert!(letter.text.contains("/today"), "{}", letter.text);
    let member = app.member_of(people[0]).await.expect("a member");
    assert_ne!(member, imported);
    nina.get(&format!("/people/{member}")).await.is(200).sees("Нина Абрамова").sees("Сообщений");
    let led = owner.get(&format!("/people/{imported}")).await;
    assert_eq!(led.is(303).location(), format!("/people/{member}"), "who was claimed leads on to who claimed");
    assert!(app.kinds().await.contains(&"people.claimed".to_owned()));
    // The person is no longer among those who can be claimed, and the claim cannot be decided twice.
    app.stranger().get(&format!("{link}?q=абрам")).await.is(200).sees("Никого с таким именем");
    owner.post("/claims", &[("claim", &claim), ("act", "confirm")]).await.is(303);
    app.outbox.empty().await;
    app.healthy().await;
}

#[tokio::test]
async fn a_chat_link_can_be_renewed_and_revoked_and_runs_out() {
    let app = TestApp::founded().await;
    app.imported(&["Нина Абрамова"]).await;
    let mut owner = app.owner().await;
    let link = chat_link(&mut owner).await;
    app.database.clock.pass(29 * kernel::MICROS_PER_DAY);
    let mut owner = app.owner().await;
    let page = owner.visit("/claim-links").await;
    owner.submit(&page, "form[action$=renew]", &[]).await.is(200).sees("Ссылка продлена");
    app.database.clock.pass(29 * kernel::MICROS_PER_DAY);
    app.stranger().get(&link).await.is(200);
    app.database.clock.pass(2 * kernel::MICROS_PER_DAY);
    app.stranger().get(&link).await.is(410).sees("больше не действует");
    app.stranger().get("/claim/nonsense").await.is(404);
    let mut owner = app.owner().await;
    let page = owner.visit("/claim-links").await;
    let fresh = owner.submit(&page, "form[action='/claim-links']", &[]).await;
    let fresh = path(&fresh.attribute("#link", "value"));
    app.stranger().get(&fresh).await.is(200);
    let page = owner.visit("/claim-links").await;
    owner.submit(&page, "form[action$=revoke]", &[]).await.is(200);
    app.stranger().get(&fresh).await.is(410);
}

#[tokio::test]
async fn a_personal_link_is_proof_once_and_two_at_a_time_make_one_winner() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Вера Кочетова"]).await;
    let imported = app.member_of(people[0]).await.expect("a member");
    let mut owner = app.owner().await;
    let link = personal_link(&mut owner, imported.0).await;
    app.member("petr@example.org", "Пётр").await.1.post(&format!("/people/imported/{imported}/link"), &[]).await.is(403);
    let other = app.member_of(people[1]).await.expect("a member");
    app.stranger().get(&format!("{link}/{other}")).await.is(404);
    let mut first = app.signed_in("nina@example.org").await;
    let mut second = app.signed_in("vera@example.org").await;
    let page = first.visit(&link).await;
    page.is(200).sees("Нина Абрамова").sees("войдёте сразу");
    let address = page.path.clone();
    let (mine, theirs) = tokio::join!(first.post(&address, &[]), second.post(&address, &[]));
    let mut statuses = [mine.status.as_u16(), theirs.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "one winner");
    app.stranger().get(&link).await.is(410);
    let member = app.member_of(people[0]).await.expect("a member");
    assert_ne!(member, imported);
    assert_eq!(app.kinds().await.iter().filter(|kind| *kind == "people.claimed").count(), 1);
    app.healthy().await;
}

#[tokio::test]
async fn the_owner_sees_both_who_claim_one_person_and_a_member_may_claim_a_second_name() {
    let app = TestApp::founded().await;
    let people: Vec<IdentityId> = app.imported(&["Нина Абрамова", "Ниночка"]).await;
    let (person, second) = (app.member_of(people[0]).await.expect("a member"), app.member_of(people[1]).await.expect("a member"));
    let mut owner = app.owner().await;
    let link = chat_link(&mut owner).await;
    let (mut nina, mut impostor) = (app.signed_in("nina@example.org").await, app.signed_in("other@example.org").await);
    nina.post(&format!("{link}/{person}"), &[("note", "")]).await.is(200);
    impostor.post(&format!("{link}/{person}"), &[("note", "")]).await.is(200);
    nina.post(&format!("{link}/{second}"), &[("note", "")]).await.is(200);
    let page = owner.visit("/claims").await;
    page.is(200).sees("nina@example.org").sees("other@example.org").sees("на это имя 2 отклика");
    let claims = page.attributes("input[name=claim]", "value");
    owner.post("/claims", &[("claim", &claims[0]), ("claim", &claims[2]), ("act", "confirm")]).await.is(303);
    let to: Vec<String> =
        app.outbox.letters().await.into_iter().map(|letter| format!("{} {}", letter.to, letter.subject)).collect();
    assert_eq!(to.iter().filter(|line| line.starts_with("nina@example.org Вас узнали")).count(), 2, "{to:?}");
    assert_eq!(to.iter().filter(|line| line.starts_with("other@example.org Пока не")).count(), 1, "{to:?}");
    let member = app.member_of(people[0]).await;
    assert_eq!(app.member_of(people[1]).await, member, "both names are one member's");
    owner.get("/claims").await.is(200).sees("Никто не ждёт");
    app.signed_in(OWNER).await.get("/claims").await.is(200);
    nina.get("/claims").await.is(403);
    app.healthy().await;
}
