//! The house with identity and people in it, a community «Опора», and a history that came by import.

use axum::middleware::from_fn_with_state;
use identity::arrival::{Arrivals, Newcomer, Outsider};
use identity::community::{self, Founded, NewCommunity, NewOwner};
use identity::gate::{self, Communities};
use identity::member;
use identity::parsed::{Email, Name};
use identity::{account, session};
use kernel::{AudienceId, Door, IdentityId, Letter, Locale, MemberId, Micros};
use std::sync::Arc;
use store::{Deed, FromRow, Party, Scope, Statement, Value, Who, args, followers, statement};
use testkit::{Browser, Outbox, TestDatabase};
use web::{House, HousePlan, Route, Visit};

pub const OWNER: &str = "anna@example.org";
pub const SOURCE: &str = "telegram";

pub struct TestApp {
    // Before the database: when the test ends, it looks for letters that nobody read.
    pub outbox: Outbox,
    pub router: axum::Router,
    pub database: TestDatabase,
    pub founded: Founded,
}

/// Stands for the first page.
async fn today(visit: Visit) -> web::Result {
    let mut scope = visit.read().await?;
    let steps = people::steps(&mut scope, &visit).await?;
    let said: Vec<String> = steps.iter().map(|step| format!("{} {} {}", step.path, step.title, step.done)).collect();
    Ok(axum::response::IntoResponse::into_response(said.join("\n")))
}

statement!(MEMBER_OF = "select member_id from identity_identities where community_id = $1 and id = $2");

impl TestApp {
    pub async fn founded() -> TestApp {
        TestApp::with(|plan| plan).await
    }

    pub async fn with(parts: impl FnOnce(HousePlan) -> HousePlan) -> TestApp {
        let database = testkit::database().await;
        let plan =
            HousePlan::new(database.store.clone(), database.clock.clone(), database.chance.clone(), database.place.data.clone());
        let plan = parts(plan.with(Communities::default()));
        let elsewhere =
            web::Area { name: "elsewhere", routes: vec![Route::get("/today", Door::Member, today)], ..web::Area::default() };
        let areas = [identity::area(), people::area(), elsewhere];
        let house = Arc::new(House::raise(plan, &areas).expect("the house stands"));
        let router = web::house_router(&areas, house.clone(), |rooms| rooms.layer(from_fn_with_state(house.clone(), gate::gate)));
        let outbox = Outbox::of(&database);
        outbox.forgive(people::erasures::ERASE_WORDS);
        outbox.forgive(people::erasures::ERASE_NAMES);
        outbox.forgive(people::erasures::ERASE_CREDITS);
        outbox.forgive(people::keeping::NOTE);
        let new = NewCommunity {
            slug: "opora".into(),
            name: "Опора".into(),
            mission: "Помочь начинающим психологам.".into(),
            profession: "Психологи".into(),
            specialisation: String::new(),
            locale: Locale::Ru,
            timezone: "Europe/Moscow".into(),
            currency: "RUB".into(),
        };
        let owner = NewOwner { email: OWNER.into(), name: "Анна Ёлкина".into(), password: None };
        let founded =
            community::found(&database.store, &database.clock, &database.chance, new, owner).await.expect("a new community");
        TestApp { outbox, router, database, founded }
    }

    pub fn stranger(&self) -> Browser {
        Browser::new(self.router.clone(), "opora.localhost")
    }

    pub fn system(&self) -> Who {
        Who::system(self.founded.community, &self.database.clock, &self.database.chance)
    }

    pub async fn read(&self) -> Scope {
        self.database.store.read(&self.system()).await.expect("a snapshot")
    }

    pub async fn write(&self) -> Scope {
        self.database.store.write(&self.system()).await.expect("a turn to write")
    }

    /// A browser that is signed in with this account's address. The account is opened if there is none.
    pub async fn signed_in(&self, email: &str) -> Browser {
        let mut scope = self.write().await;
        let (now, chance) = (scope.now(), scope.chance().clone());
        let held = account::ensure(&mut scope, &Email::parse(email).expect("an address"), Locale::Ru, now, &chance)
            .await
            .expect("an account");
        let from = session::Browser { agent: "test".into(), network: "203.0.113.0/24".into() };
        let token = session::open(&mut scope, &chance, now, held.id, self.founded.community, &from).await.expect("a session");
        scope.commit().await.expect("the session stays");
        let mut browser = self.stranger();
        browser.set_cookie(session::COOKIE, &token);
        browser
    }

    pub async fn owner(&self) -> Browser {
        self.signed_in(OWNER).await
    }

    /// A member with an account, and their browser.
    pub async fn member(&self, email: &str, name: &str) -> (MemberId, Browser) {
        let browser = self.signed_in(email).await;
        let mut scope = self.write().await;
        let held =
            account::by_email(&mut scope, &Email::parse(email).expect("an address")).await.expect("a look").expect("an account");
        let joined = member::join(&mut scope, held.id, &Name::parse(name).expect("a name"), member::Arrival::default())
            .await
            .expect("a member");
        scope.commit().await.expect("the member stays");
        (joined.id, browser)
    }

    /// Persons of an imported history: outside ids are 1, 2, 3 … in this order.
    pub async fn imported(&self, names: &[&str]) -> Vec<IdentityId> {
        let newcomers: Vec<Newcomer> = names
            .iter()
            .enumerate()
            .map(|(at, name)| Newcomer {
                outsider: Outsider { source: SOURCE, outside_id: (at + 1).to_string() },
                kind: "person",
                name: (*name).to_owned(),
            })
            .collect();
        let outsiders: Vec<Outsider> = newcomers.iter().map(|newcomer| newcomer.outsider.clone()).collect();
        let mut scope = self.write().await;
        let mut arrivals = Arrivals::load(&mut scope, &[SOURCE]).await.expect("arrivals");
        arrivals.meet(&mut scope, newcomers).await.expect("newcomers");
        let found = outsiders.iter().map(|outsider| arrivals.find(outsider).expect("an identity")).collect();
        scope.commit().await.expect("they stay");
        found
    }

    /// The member behind an identity, as it is now.
    pub async fn member_of(&self, identity: IdentityId) -> Option<MemberId> {
        self.read().await.one::<Option<MemberId>>(&MEMBER_OF, args![identity]).await.expect("the identity")
    }

    /// One message, or one answer, of an imported history.
    pub async fn said(&self, author: IdentityId, answered: Option<IdentityId>, at: Micros, audience: AudienceId) {
        let mut scope = self.write().await;
        say(&mut scope, author, answered, at, audience).await;
        scope.commit().await.expect("it was said");
    }

    /// Brings the projections of this area to the head.
    pub async fn catch_up(&self) {
        for follower in people::area().followers {
            followers::catch_up(
                &self.database.store,
                follower.as_ref(),
                self.founded.community,
                &self.database.clock,
                &self.database.chance,
            )
            .await
            .expect("the follower follows");
        }
    }

    pub async fn kinds(&self) -> Vec<String> {
        let mut scope = self.read().await;
        scope.deeds_after(0, 10_000).await.expect("the deeds").into_iter().map(|deed| deed.kind).collect()
    }

    pub async fn rows<T: FromRow + Send>(&self, statement: &'static Statement, args: &[Value]) -> Vec<T> {
        self.read().await.all(statement, args).await.expect("the rows")
    }

    /// Every check of the doctor finds health.
    pub async fn healthy(&self) {
        let found =
            store::doctor::examine(&self.database.store, people::doctor::CHECKS, &self.database.clock, &self.database.chance).await;
        let faults: Vec<String> = found
            .expect("the doctor looks")
            .into_iter()
            .filter(|one| one.faults != 0)
            .map(|one| format!("{}: {}", one.check, one.faults))
            .collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
}

pub async fn say(scope: &mut Scope, author: IdentityId, answered: Option<IdentityId>, at: Micros, audience: AudienceId) {
    let parties: Vec<Party<'_>> = answered.iter().map(|identity| Party { part: "answered", identity: *identity }).collect();
    let kind = if answered.is_some() { "talk.reply" } else { "talk.message" };
    let channel = store::deeds::IMPORTED;
    let deed =
        Deed { kind, at, actor: Some(author), object_kind: "message", object: 1, audience, channel, amount: 0, parties: &parties };
    scope.deed(deed).await.expect("a deed");
}

/// Microseconds of a moment such as `2024-03-05T12:00:00Z`.
pub fn at(moment: &str) -> Micros {
    chrono::DateTime::parse_from_rfc3339(moment).expect("a moment").timestamp_micros()
}

/// Path and query of a letter's or a page's link.
pub fn path(link: &str) -> String {
    let (_, rest) = link.split_once("://").expect("a whole address");
    rest[rest.find('/').expect("a path")..].to_owned()
}

/// The six digits of a letter.
pub fn code(letter: &Letter) -> String {
    letter.subject.chars().take(6).collect()
}
