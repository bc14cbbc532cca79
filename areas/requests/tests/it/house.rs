//! A house of identity, people, talk and requests over a fresh database, and the people who come in.

use axum::Router;
use axum::middleware::from_fn_with_state;
use chrono_tz::Europe::Moscow;
use identity::identity::NewIdentity;
use identity::member::Arrival;
use identity::member::State;
use identity::parsed::{Email, Name};
use identity::session;
use kernel::{AudienceId, CommunityId, IdentityId, Locale, MemberId, Micros, Role};
use search::Index;
use std::sync::Arc;
use store::runner::Runner;
use store::{Scope, Value, Who, args, statement};
use talk::history::{History, Incoming, Source};
use testkit::{Browser, Page, TestDatabase};
use web::{House, HousePlan};

pub struct TestHouse {
    pub database: TestDatabase,
    pub community: CommunityId,
    pub house: Arc<House>,
    pub router: Router,
    runner: Runner,
}

pub struct Person {
    pub browser: Browser,
    pub member: MemberId,
    pub identity: IdentityId,
}

statement!(COUNT_DEEDS = "select count(*) from deeds where community_id = $1 and kind = $2");

/// The house of «Опора», at `opora.localhost`.
pub async fn house() -> TestHouse {
    house_with(Vec::new()).await
}

/// The same with rooms of a test's own.
pub async fn house_with(more: Vec<web::Area>) -> TestHouse {
    let database = testkit::database().await;
    let community = database.community("opora").await;
    let index = Index::in_memory().expect("an index");
    let mut areas = vec![identity::area(), people::area(), talk::area(), requests::area()];
    areas.extend(more);
    let plan = HousePlan::new(database.store.clone(), database.clock.clone(), database.chance.clone(), database.place.data.clone())
        .with(index)
        .with(people::OwnData(vec![requests::own_data()]))
        .with(requests::person_standing())
        .with(identity::gate::Communities::default());
    let house = Arc::new(House::raise(plan, &areas).expect("a house"));
    let router =
        web::house_router(&areas, house.clone(), |rooms| rooms.layer(from_fn_with_state(house.clone(), identity::gate::gate)));
    let runner = Runner {
        store: database.store.clone(),
        clock: database.clock.clone(),
        chance: database.chance.clone(),
        followers: areas.iter().flat_map(|area| area.followers.iter().cloned()).collect(),
        handlers: areas.iter().flat_map(|area| area.jobs.iter().cloned()).collect(),
        schedules: Vec::new(),
    };
    TestHouse { database, community, house, router, runner }
}

impl TestHouse {
    pub async fn write(&self) -> Scope {
        self.database.store.write(&self.database.who(self.community)).await.expect("a turn to write")
    }

    pub async fn read(&self) -> Scope {
        self.database.store.read(&self.database.who(self.community)).await.expect("a snapshot")
    }

    /// Somebody who joined and is signed in.
    pub async fn member(&self, name: &str, roles: &[Role]) -> Person {
        self.member_of(self.community, "opora.localhost", name, roles).await
    }

    /// Somebody of another community of the same house, at `HOST`.
    pub async fn member_of(&self, community: CommunityId, host: &str, name: &str, roles: &[Role]) -> Person {
        let now = self.database.clock.now();
        let (store, chance) = (&self.database.store, &self.database.chance);
        let email = Email::parse(&format!("p{}@example.org", chance.id())).expect("an address");
        let mut global = store.global().await.expect("a turn to write");
        let account = identity::account::ensure(&mut global, &email, Locale::Ru, now, chance).await.expect("an account");
        let browser = session::Browser { agent: "test".to_owned(), network: "127.0.0.0/24".to_owned() };
        let token = session::open(&mut global, chance, now, account.id, community, &browser).await.expect("a session");
        global.commit().await.expect("the account stays");
        let mut scope = store.write(&self.database.who(community)).await.expect("a turn to write");
        let name = Name::parse(name).expect("a name");
        let member = identity::member::join(&mut scope, account.id, &name, Arrival::default()).await.expect("a member");
        let right = identity::policy::keeps_roles(scope.viewer()).expect("the house may");
        for role in roles {
            identity::role::grant(&mut scope, &right, member.id, *role).await.expect("a role");
        }
        let identity = identity::identity::own(&mut scope, member.id).await.expect("an identity");
        scope.commit().await.expect("the member stays");
        let mut browser = Browser::new(self.router.clone(), host);
        browser.set_cookie(session::COOKIE, &token);
        Person { browser, member: member.id, identity }
    }

    /// Somebody who is known from a history and agreed to nothing.
    pub async fn imported(&self, name: &str) -> IdentityId {
        let mut scope = self.write().await;
        let member = identity::member::create(&mut scope, State::Imported, name).await.expect("a member");
        let outside_id = format!("user{member}");
        let new = NewIdentity { member: Some(member), source: "telegram", outside_id: &outside_id, kind: "person", name };
        let identity = identity::identity::create(&mut scope, new).await.expect("an identity");
        scope.commit().await.expect("the person stays");
        identity
    }

    /// An audience that only staff see until it is opened.
    pub async fn hidden(&self) -> AudienceId {
        let mut scope = self.write().await;
        let audience = identity::audience::create(&mut scope, "import").await.expect("an audience");
        scope.commit().await.expect("the audience stays");
        audience
    }

    pub async fn open(&self, audience: AudienceId) {
        let mut scope = self.write().await;
        identity::audience::open(&mut scope, audience).await.expect("opened");
        talk::history::open(&mut scope, audience).await.expect("counted");
        scope.commit().await.expect("it stays open");
    }

    /// A history comes in.
    pub async fn history(&self, audience: AudienceId, lines: Vec<Incoming>) {
        let source = Source { key: "telegram:1".to_owned(), title: "Чат".to_owned(), kind: "group".to_owned() };
        let mut scope = self.write().await;
        let mut history = History::begin(&mut scope, &source, audience, Moscow).await.expect("a history");
        history.add(&mut scope, lines).await.expect("added");
        scope.commit().await.expect("the history stays");
    }

    /// A person as the rules see them, outside a browser.
    pub async fn who(&self, member: MemberId) -> Who {
        identity::gate::who(&self.database.store, &self.database.who(self.community), member).await.expect("a viewer")
    }

    /// Followers and jobs do all there is to do.
    pub async fn settle(&self) {
        self.runner.settle().await.expect("all done");
    }

    pub async fn deeds(&self, kind: &str) -> i64 {
        self.read().await.one(&COUNT_DEEDS, args![kind]).await.expect("a count")
    }

    pub async fn one(&self, statement: &store::Statement, args: &[Value]) -> i64 {
        self.read().await.one(statement, args).await.expect("a number")
    }

    /// Statements that a page ran.
    pub async fn statements(&self, person: &mut Person, path: &str) -> u64 {
        // A visit now and then learns the community anew, and later ones remember it for seconds: the smallest of three
        // visits is one that remembered, however slow the machine is.
        let mut fewest = u64::MAX;
        for _ in 0..3 {
            let before = self.database.store.statements_run();
            person.browser.get(path).await.is(200);
            fewest = fewest.min(self.database.store.statements_run() - before);
        }
        fewest
    }
}

/// Asks the whole community; gives the request's number. It is not routed until the house settles.
pub async fn asked(person: &mut Person, title: &str, fields: &[(&str, &str)]) -> i64 {
    let mut filled = vec![("title", title), ("kind", "solution"), ("sight", "community"), ("act", "ask")];
    for field in fields {
        filled.retain(|held| held.0 != field.0 || field.0 == "person" || field.0 == "tag");
        filled.push(*field);
    }
    let page = person.browser.post("/requests/new", &filled).await;
    id_in(page.is(303).location())
}

/// A message of a history.
pub fn said(number: i64, at: Micros, author: IdentityId, text: &str) -> Incoming {
    Incoming { number, at, author: Some(author), text: text.to_owned(), question: text.contains('?'), ..Incoming::default() }
}

/// An answer in a history.
pub fn answered(number: i64, at: Micros, author: IdentityId, to: i64, text: &str) -> Incoming {
    Incoming { reply_to: Some(to), ..said(number, at, author, text) }
}

/// The id behind an address like `/requests/7`.
pub fn id_in(address: &str) -> i64 {
    let last = address.split(['?', '#']).next().and_then(|path| path.rsplit('/').next());
    last.and_then(|id| id.parse().ok()).unwrap_or_else(|| panic!("no id in {address}"))
}

/// The words of a page without those of its frame.
pub fn main_text(page: &Page) -> String {
    page.one("main")
}
