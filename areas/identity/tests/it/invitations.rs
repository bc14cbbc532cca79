//! Invitations: sent, accepted once, expired, taken back; an existing account is not opened by one.

use crate::support::{OWNER, TestApp, path};
use kernel::MICROS_PER_DAY;

#[tokio::test]
async fn people_are_invited_by_mail_and_come_in_once() {
    let (app, founded) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    let page = anna.visit("/invitations").await;
    page.sees("Пока никого не звали");
    let page = anna.submit(&page, "#invite", &[("people", "Борис Ветров boris@example.ru\nкто-то там\n")]).await;
    page.is(422).sees("не удалось прочитать").sees("кто-то там");
    app.outbox.empty().await;
    let people = "Борис Ветров <boris@example.ru>\nvera@example.ru\nvera@example.ru\nanna@example.ru";
    anna.submit(&page, "#invite", &[("people", people)])
        .await
        .is(200)
        .sees("Отправили 2 приглашения")
        .sees("Борис Ветров")
        .sees("ждёт");
    let letters = app.outbox.letters().await;
    assert_eq!(letters.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["boris@example.ru", "vera@example.ru"]);
    assert!(letters[0].text.contains("Анна Ёлкина приглашает вас"), "{}", letters[0].text);
    let page = anna.visit("/invitations").await;
    anna.submit(&page, "#invite", &[("people", "vera@example.ru")]).await.sees("уже с нами или приглашены");

    let link = path(&letters[0]);
    let mut boris = app.browser();
    let page = boris.visit(&link).await;
    page.is(200).sees("Приглашает Анна Ёлкина");
    assert_eq!(page.attribute("#name", "value"), "Борис Ветров");
    let mut second = boris.clone();
    boris.submit(&page, "#accept", &[("name", " ")]).await.is(422).sees("Напишите имя");
    boris.submit(&page, "#accept", &[]).await.is(200).sees("Борис Ветров");
    second.submit(&page, "#accept", &[]).await.is(410).sees("уже не действует");
    assert!(second.cookie("session").is_none());
    anna.visit("/invitations").await.sees("принято");

    let deeds = app.deeds(&founded).await;
    let joined = deeds.last().expect("deeds");
    assert_eq!(joined.kind, "member.joined");
    assert_eq!(joined.party("inviter"), deeds[0].actor, "Anna brought him");
    assert_eq!(deeds.iter().filter(|deed| deed.kind == "member.invited").count(), 2);

    app.pass(15 * MICROS_PER_DAY);
    app.browser().get(&path(&letters[1])).await.is(410);
    let page = anna.visit("/invitations").await;
    page.sees("срок вышел");
    let form = page.attributes("form[id^=resend]", "id").remove(0);
    anna.submit(&page, &format!("#{form}"), &[]).await.sees("отправлено снова");
    let fresh = path(&app.outbox.letter_to("vera@example.ru").await);
    app.browser().get(&path(&letters[1])).await.is(410);
    app.browser().get(&fresh).await.is(200);
    let page = anna.visit("/invitations").await;
    let form = page.attributes("form[id^=revoke]", "id").remove(0);
    anna.submit(&page, &format!("#{form}"), &[]).await.sees("отозвано");
    app.browser().get(&fresh).await.is(410);
}

#[tokio::test]
async fn two_browsers_with_one_link_make_one_member() {
    let (app, founded) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    let page = anna.visit("/invitations").await;
    anna.submit(&page, "#invite", &[("people", "boris@example.ru")]).await.is(200);
    let link = path(&app.outbox.letter_to("boris@example.ru").await);
    let key = link.rsplit('=').next().expect("a key").to_owned();
    let (mut one, mut two) = (app.browser(), app.browser());
    let fields = [("key", key.as_str()), ("name", "Борис")];
    let (first, second) = tokio::join!(one.post("/invitation", &fields), two.post("/invitation", &fields));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410]);
    let mut scope = app.database.store.read(&app.who(&founded)).await.expect("a snapshot");
    assert_eq!(identity::member::count(&mut scope).await.expect("a number"), 2);
}

#[tokio::test]
async fn an_invitation_handed_on_opens_no_account_that_existed() {
    let (app, _) = TestApp::founded().await;
    app.pass(1);
    app.found("tsekh", "boris@example.ru").await;
    let mut anna = app.signed_in(OWNER).await;
    let page = anna.visit("/invitations").await;
    anna.submit(&page, "#invite", &[("people", "boris@example.ru")]).await.is(200);
    let link = path(&app.outbox.letter_to("boris@example.ru").await);
    let key = link.rsplit('=').next().expect("a key").to_owned();
    let mut thief = app.browser();
    thief.get(&link).await.is(200).sees("У вас уже есть вход");
    thief.post("/invitation", &[("key", &key), ("name", "Вор")]).await.is(303);
    assert!(thief.cookie("session").is_none());
    // The owner of the address signs in and finds the invitation waiting.
    let mut boris = app.browser();
    let page = boris.visit(&link).await;
    let page = boris.visit(&page.attribute("main a.btn", "href")).await;
    assert_eq!(page.attribute("#email", "value"), "boris@example.ru");
    let page = boris.submit(&page, "#sign-in", &[]).await;
    let code = crate::support::code(&app.outbox.letter_to("boris@example.ru").await);
    let page = boris.submit(&page, "#enter", &[("code", &code)]).await;
    boris.submit(&page, "#accept", &[("name", "Борис")]).await.is(200).sees("Борис []");
}
