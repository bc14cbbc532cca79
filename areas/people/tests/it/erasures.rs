//! "Remove me": by a personal link at once, by the owner's word, by oneself; importers obey, restores too.

use crate::support::{OWNER, SOURCE, TestApp, at, path};
use kernel::AudienceId;
use people::Erasures;
use store::{args, statement};

statement!(
    NAMED = "select count(*) from identity_identities i where i.community_id = $1 and (i.name <> '' or i.folded <> '') and i.id {any $2}"
);
statement!(MEMBERS_NAMED = "select count(*) from identity_members m where m.community_id = $1 and m.name like $2");
statement!(POINTS = "select count(*) from people_points where community_id = $1");
statement!(REMOVALS = "select state, name, contact from people_removals where community_id = $1 order by id");
statement!(UNERASE = "delete from people_erasures where community_id = $1");

async fn personal_link(app: &TestApp, person: i64) -> String {
    let page = app.owner().await.post(&format!("/people/imported/{person}/link"), &[]).await;
    path(&page.is(200).attribute("#link", "value")).replace("/claim/", "/remove-me/")
}

#[tokio::test]
async fn a_personal_link_removes_at_once_and_importers_obey() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Вера Кочетова"]).await;
    app.said(people[0], None, at("2024-03-05T12:00:00Z"), AudienceId::EVERYONE).await;
    app.catch_up().await;
    let imported = app.member_of(people[0]).await.expect("a member");
    let link = personal_link(&app, imported.0).await;
    let mut nina = app.stranger();
    let page = nina.visit(&link).await;
    page.is(200).sees("Нина Абрамова").sees("Сразу и навсегда");
    nina.submit(&page, "#remove-me", &[("words", "too")]).await.is(200).sees("Вас здесь больше нет");
    nina.post(&link, &[("words", "too")]).await.is(404);
    assert_eq!(app.rows::<i64>(&NAMED, args![vec![people[0].0]]).await, [0]);
    assert_eq!(app.rows::<i64>(&MEMBERS_NAMED, args!["%Абрамова%"]).await, [0]);
    let mut scope = app.read().await;
    let erasures = Erasures::load(&mut scope).await.expect("the forgotten");
    let found = erasures.find(SOURCE, "1").expect("forgotten");
    assert_eq!((found.identity, found.words_too), (people[0], true));
    assert_eq!(erasures.find(SOURCE, "2"), None);
    drop(scope);
    assert!(app.kinds().await.contains(&"people.erased".to_owned()));
    app.owner().await.get("/people/imported?show=all").await.is(200).lacks("Абрамова").sees("Вера Кочетова");
    app.healthy().await;
}

#[tokio::test]
async fn without_proof_the_owner_looks_at_it_and_strangers_learn_nothing() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Пётр Ёлкин", "Пётр Ёлкин"]).await;
    let mut stranger = app.stranger();
    let page = stranger.visit("/remove-me").await;
    let bad = stranger.submit(&page, "#remove-me", &[("name", "Нина"), ("contact", "")]).await;
    bad.is(422).sees("не сможем ответить");
    assert_eq!(bad.attribute("#name", "value"), "Нина");
    let known = stranger.submit(&page, "#remove-me", &[("name", "нина абрамова"), ("contact", "nina@example.org")]).await;
    let twice = stranger.submit(&page, "#remove-me", &[("name", "Петр Елкин"), ("contact", "+7 900 000-00-00")]).await;
    let nobody = stranger.submit(&page, "#remove-me", &[("name", "Сидор"), ("contact", "sidor@example.org")]).await;
    assert_eq!(known.is(200).text(), nobody.is(200).text());
    assert_eq!(twice.is(200).text(), nobody.text());
    app.member("vera@example.org", "Вера").await.1.get("/removals").await.is(403);
    let mut owner = app.owner().await;
    let page = owner.visit("/removals").await;
    page.is(200).sees("Нина Абрамова").sees("Сидор").sees("нужно найти, кто это");
    let forms = page.attributes("form[action^='/removals/']", "action");
    assert_eq!(forms.len(), 3);
    let first = app.member_of(people[0]).await.expect("a member");
    owner.post(&forms[0], &[("act", "fulfil")]).await.is(422).sees("Сначала найдите, кто это");
    let sure = owner.visit(&format!("{}?member={first}", forms[0])).await;
    sure.is(200).sees("Удалить навсегда: Нина Абрамова?");
    owner.submit(&sure, "#sure", &[("act", "fulfil")]).await.is(200).sees("Удалили");
    app.outbox.letter_to("nina@example.org").await;
    assert_eq!(app.member_of(people[0]).await, None, "the way to the member is cut");
    // The owner finds which Пётр it was; the other one stays.
    owner.post(&forms[1], &[("act", "fulfil")]).await.is(422).sees("Сначала найдите, кто это");
    let second = app.member_of(people[2]).await.expect("a member").to_string();
    owner.visit(&forms[1]).await.is(200).sees("Пётр Ёлкин");
    owner.post(&forms[1], &[("act", "fulfil"), ("member", &second)]).await.is(303);
    assert_eq!((app.member_of(people[1]).await.is_some(), app.member_of(people[2]).await), (true, None));
    owner.post(&forms[2], &[("act", "refuse")]).await.is(303);
    app.outbox.letter_to("sidor@example.org").await;
    let left = app.rows::<(String, String, String)>(&REMOVALS, &[]).await;
    assert!(left.iter().all(|(state, name, contact)| state != "waiting" && name.is_empty() && contact.is_empty()), "{left:?}");
    owner.post(&forms[0], &[("act", "fulfil")]).await.is(404);
}

#[tokio::test]
async fn a_member_removes_themselves_with_their_past_but_not_the_last_owner() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова"]).await;
    let imported = app.member_of(people[0]).await.expect("a member");
    let page = app.owner().await.post(&format!("/people/imported/{imported}/link"), &[]).await;
    let link = path(&page.attribute("#link", "value"));
    let mut nina = app.signed_in("nina@example.org").await;
    nina.post(&format!("{link}/{imported}"), &[]).await.is(303);
    let member = app.member_of(people[0]).await.expect("a member");
    nina.post("/profile/edit/place", &[("city", "Казань"), ("see-city", "members")]).await.is(303);
    let data = nina.get("/account/data.json").await.is(200).json();
    assert_eq!(
        (data["account"]["email"].as_str(), data["profile"][0]["value"].as_str()),
        (Some("nina@example.org"), Some("Казань"))
    );
    assert_eq!(data["known_as"].as_array().map(Vec::len), Some(2));
    let page = nina.visit("/account/remove").await;
    nina.submit(&page, "#remove", &[]).await.is(422).sees("Отметьте");
    nina.post("/account/remove", &[("sure", "yes"), ("words", "stay")]).await.is(303);
    assert_eq!(app.rows::<i64>(&MEMBERS_NAMED, args!["%Абрамова%"]).await, [0], "nor in the row of the past person");
    assert_eq!(app.rows::<i64>(&POINTS, &[]).await, [0]);
    let email = identity::parsed::Email::parse("nina@example.org").expect("an address");
    let account = identity::account::by_email(&mut app.read().await, &email).await.expect("a look");
    assert!(account.is_none(), "the account and its address are gone");
    nina.get("/people").await.is(303);
    app.owner().await.get(&format!("/people/{member}")).await.is(404);
    app.owner().await.post("/account/remove", &[("sure", "yes"), ("words", "stay")]).await.is(409);
    assert_eq!(app.rows::<i64>(&MEMBERS_NAMED, args!["Анна%"]).await, [1], "the last owner keeps everything");
    app.signed_in(OWNER).await.get("/people").await.is(200);
    app.healthy().await;
}

#[tokio::test]
async fn a_restore_forgets_again_whom_the_backup_still_knows() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Вера Кочетова"]).await;
    let secret = identity::community::secret(&mut app.read().await).await.expect("the secret");
    let hash = |outside: &str| kernel::token::keyed_hash(&secret, &format!("{SOURCE}\n{outside}"));
    let row = |outside: &str, identity| people::ErasureRow { hash: hash(outside), identity, words_too: false, at: 5 };
    // The number of the first row is another's here: people are known by their hash.
    let rows = [row("1", people[1]), row("99", people[1])];
    let mut scope = app.write().await;
    assert_eq!(people::erasures::replay(&mut scope, &rows).await.expect("replayed"), 1);
    assert_eq!(people::erasures::replay(&mut scope, &rows).await.expect("replayed twice"), 0);
    scope.commit().await.expect("it stays");
    assert_eq!(app.rows::<i64>(&NAMED, args![vec![people[0].0]]).await, [0]);
    assert_eq!(app.rows::<i64>(&NAMED, args![vec![people[1].0]]).await, [1], "Vera stays");
    let mut scope = app.read().await;
    let erasures = Erasures::load(&mut scope).await.expect("the forgotten");
    assert_eq!(erasures.find(SOURCE, "1").map(|found| found.identity), Some(people[0]));
    let unmet = erasures.find(SOURCE, "99").expect("kept for importers").identity;
    assert!(!people.contains(&unmet));
    assert_eq!(erasures.find(SOURCE, "2"), None);
    assert_eq!(
        people::erasures::rows(&mut scope).await.expect("rows").len(),
        3,
        "two numbers, and the name of the one who was known"
    );
    drop(scope);
    app.write().await.run(&UNERASE, &[]).await.expect("prepared on both databases");
}

statement!(INVITED = "select count(*) from identity_invitations where community_id = $1 and (email <> '' or name <> '')");

#[tokio::test]
async fn whoever_came_by_an_invitation_leaves_no_address_and_a_neighbours_house_stays_open() {
    let app = TestApp::founded().await;
    let mut owner = app.owner().await;
    owner.post("/invitations", &[("people", "nina@example.org Нина\nvera@example.org Вера\nolga@example.org Ольга")]).await.is(303);
    let letters = app.outbox.letters().await;
    let link = |to: &str| {
        let letter = letters.iter().find(|letter| letter.to == to).expect("a letter");
        path(letter.text.split_whitespace().find(|word| word.contains("/invitation?key=")).expect("a link"))
    };
    let mut nina = app.stranger();
    let page = nina.visit(&link("nina@example.org")).await;
    nina.submit(&page, "form", &[("name", "Нина")]).await.is(200);
    // Vera takes an invitation that was written to another address of hers.
    let mut vera = app.signed_in("vera@work.example").await;
    let page = vera.visit(&link("vera@example.org")).await;
    vera.submit(&page, "form", &[("name", "Вера")]).await.is(200);
    assert_eq!(app.rows::<i64>(&INVITED, &[]).await, [3]);
    let elsewhere = app.database.community("Другая").await;
    let mut scope = app.database.store.write(&app.database.who(elsewhere)).await.expect("a turn to write");
    let email = |text: &str| identity::parsed::Email::parse(text).expect("an address");
    let held = identity::account::by_email(&mut scope, &email("vera@work.example")).await.expect("a look").expect("an account");
    let name = identity::parsed::Name::parse("Вера").expect("a name");
    identity::member::join(&mut scope, held.id, &name, identity::member::Arrival::default()).await.expect("a member there too");
    scope.commit().await.expect("it stays");
    for browser in [&mut nina, &mut vera] {
        browser.post("/account/remove", &[("sure", "yes"), ("words", "stay")]).await.is(303);
        browser.get("/people").await;
    }
    assert_eq!(app.rows::<i64>(&INVITED, &[]).await, [1], "Olga's, who was not asked");
    let mut scope = app.read().await;
    assert!(identity::account::by_email(&mut scope, &email("nina@example.org")).await.expect("a look").is_none());
    assert!(
        identity::account::by_email(&mut scope, &email("vera@work.example")).await.expect("a look").is_some(),
        "for the other house"
    );
    drop(scope);
    nina.get("/people").await.is(303);
    vera.get("/people").await.is(403);
}
