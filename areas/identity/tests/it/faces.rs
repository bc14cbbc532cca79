//! What other areas build on: names, merging, erasing, audiences, cleaning, the doctor.

use crate::support::{MINUTE, OWNER, TestApp};
use identity::identity::{NewIdentity, PERSON};
use identity::member::{self, State};
use identity::{audience, gate, identity as identities};
use kernel::{AudienceId, Problem};
use store::Scope;

async fn imported(scope: &mut Scope, name: &str, outside_id: &str) -> (kernel::MemberId, kernel::IdentityId) {
    let id = member::create(scope, State::Imported, name).await.expect("a member");
    let new = NewIdentity { member: Some(id), source: "telegram", outside_id, kind: PERSON, name };
    let identity = identities::create(scope, new).await.expect("an identity");
    member::set_identity(scope, id, identity).await.expect("its own");
    (id, identity)
}

#[tokio::test]
async fn people_are_merged_restored_and_forgotten() {
    let (app, founded) = TestApp::founded().await;
    let mut scope = app.database.store.write(&app.who(&founded)).await.expect("a turn");
    let (past, known_as) = imported(&mut scope, "Анечка", "user1").await;
    let own = identities::own(&mut scope, founded.member).await.expect("Anna's identity");
    let names = identities::names(&mut scope, &[known_as, own, known_as]).await.expect("names");
    assert_eq!((names.len(), names[&known_as].name.as_deref(), names[&known_as].state), (2, Some("Анечка"), Some(State::Imported)));
    assert!(names[&own].is_active());

    assert_eq!(member::merge_into(&mut scope, past, founded.member).await.expect("one person"), [known_as]);
    let named = &identities::names(&mut scope, &[known_as]).await.expect("names")[&known_as];
    assert_eq!((named.name.as_deref(), named.member), (Some("Анна Ёлкина"), Some(founded.member)));
    assert_eq!(identities::of_member(&mut scope, founded.member).await.expect("identities").len(), 2);
    for (from, to) in [(past, founded.member), (founded.member, past), (founded.member, founded.member)] {
        assert!(matches!(member::merge_into(&mut scope, from, to).await, Err(Problem::Conflict(_))));
    }
    assert_eq!(member::restore(&mut scope, past).await.expect("a person again"), State::Imported);
    identities::repoint(&mut scope, known_as, past).await.expect("their own again");
    assert!(matches!(member::restore(&mut scope, past).await, Err(Problem::Conflict(_))));

    identities::erase(&mut scope, known_as).await.expect("forgotten");
    member::erase(&mut scope, past).await.expect("forgotten");
    let named = &identities::names(&mut scope, &[known_as]).await.expect("names")[&known_as];
    assert_eq!((named.name.as_deref(), named.member), (None, None));
    assert!(matches!(identities::erase(&mut scope, known_as).await, Err(Problem::NotFound)));
    assert!(matches!(identities::repoint(&mut scope, known_as, past).await, Err(Problem::NotFound)));
    assert!(matches!(member::erase(&mut scope, founded.member).await, Err(Problem::Conflict("identity-role-last-owner"))));
    scope.commit().await.expect("it stays");
    let mut scope = app.database.store.read(&app.who(&founded)).await.expect("a snapshot");
    for check in identity::checks() {
        assert_eq!(scope.one::<i64>(check.count, &[]).await.expect("a count"), 0, "{}", check.says);
    }
}

#[tokio::test]
async fn an_account_is_closed_when_it_is_a_member_nowhere() {
    let (app, founded) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    let mut boris = app.member(&mut anna, "boris@example.ru", "Борис").await;
    let mut scope = app.database.store.write(&app.who(&founded)).await.expect("a turn");
    let email = identity::parsed::Email::parse("boris@example.ru").expect("an address");
    let account = identity::account::by_email(&mut scope, &email).await.expect("a look").expect("an account").id;
    assert!(!identity::account::close(&mut scope, account).await.expect("an answer"), "still a member");
    let held = member::of_account(&mut scope, account).await.expect("a look").expect("a member").id;
    member::erase(&mut scope, held).await.expect("forgotten");
    assert!(identity::account::close(&mut scope, account).await.expect("an answer"));
    assert_eq!(identity::invitation::forget(&mut scope, &email).await.expect("a number"), 0, "it was forgotten with the member");
    scope.commit().await.expect("it stays");
    boris.visit("/today").await.sees("С возвращением");
    anna.visit("/invitations").await.is(200).lacks("boris@example.ru");
    anna.visit("/today").await.is(200);
}

#[tokio::test]
async fn unopened_audiences_are_for_staff() {
    let (app, founded) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    let mut boris = app.member(&mut anna, "boris@example.ru", "Борис").await;
    let who = app.who(&founded);
    let mut scope = app.database.store.write(&who).await.expect("a turn");
    let import = audience::create(&mut scope, "import").await.expect("an audience");
    scope.commit().await.expect("it stays");
    let seen = format!("[0, {import}]");
    anna.visit("/who").await.sees(&seen);
    boris.visit("/who").await.sees("[0]");
    app.browser().visit("/who").await.sees("[] []");
    let mut scope = app.database.store.write(&who).await.expect("a turn");
    assert!(
        !audience::is_open(&mut scope, import).await.expect("a state")
            && audience::is_open(&mut scope, AudienceId::EVERYONE).await.expect("a state")
    );
    audience::open(&mut scope, import).await.expect("open to members");
    audience::open(&mut scope, import).await.expect("twice is once");
    scope.commit().await.expect("it stays");
    boris.visit("/who").await.sees(&seen);
    let mut scope = app.database.store.write(&who).await.expect("a turn");
    audience::withdraw(&mut scope, import).await.expect("taken back");
    assert!(matches!(audience::open(&mut scope, import).await, Err(Problem::Conflict(_))));
    assert!(matches!(audience::open(&mut scope, AudienceId(9_999)).await, Err(Problem::NotFound)));
    scope.commit().await.expect("it stays");
    anna.visit("/who").await.sees("[0]").lacks(&seen);
    let acting = gate::who(&app.database.store, &who, founded.member).await.expect("Anna acts");
    assert!(acting.viewer.is_owner() && !acting.viewer.system);
}

#[tokio::test]
async fn the_night_forgets_what_is_expired() {
    let (app, _) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    app.browser().post("/sign-in/password", &[("email", OWNER), ("password", "мимо мимо мимо")]).await.is(422);
    let mut scope = app.database.store.global().await.expect("a turn");
    let work = store::Work { kind: "identity.cleaning", payload: serde_json::json!({}), due: None, key: None };
    let id = app.database.chance.id();
    app.pass(16 * MINUTE);
    let data = app.database.place.data.clone();
    for (name, days) in [("artel-before-9-1.db", 31), ("artel-before-12-2.db", 29), ("notes-of-mine.db", 400)] {
        std::fs::write(data.join(name), "a copy").expect("a file");
        let file = std::fs::File::options().write(true).open(data.join(name)).expect("the file");
        let made = file.metadata().and_then(|about| about.modified()).expect("when it was made");
        file.set_modified(made - std::time::Duration::from_secs(days * 86_400)).expect("an older file");
    }
    scope.enqueue(id, None, work, app.database.clock.now()).await.expect("a job");
    scope.commit().await.expect("it stays");
    let area = identity::area();
    let runner = store::runner::Runner {
        store: app.database.store.clone(),
        clock: app.database.clock.clone(),
        chance: app.database.chance.clone(),
        followers: Vec::new(),
        handlers: area.jobs,
        schedules: area.schedules,
    };
    let (_stop, stopping) = tokio::sync::watch::channel(false);
    assert!(runner.run_one(id, stopping).await.expect("a run").is_some());
    let mut global = app.database.store.global_read().await.expect("a snapshot");
    for count in [&CODES, &FAILURES] {
        assert_eq!(global.one::<i64>(count, &[]).await.expect("a count"), 0);
    }
    assert_eq!(global.one::<i64>(&SESSIONS, &[]).await.expect("a count"), 1);
    drop(global);
    let stays = |name: &str| data.join(name).exists();
    assert!(!stays("artel-before-9-1.db"), "it knows people who were removed since");
    assert!(stays("artel-before-12-2.db") && stays("notes-of-mine.db"));
    anna.visit("/today").await.is(200);
}

store::global_statement!(CODES = "select count(*) from identity_codes");
store::global_statement!(FAILURES = "select count(*) from identity_failures");
store::global_statement!(SESSIONS = "select count(*) from identity_sessions");
