//! A house of identity, people and talk over a fresh database, and the people who come in.

use axum::Router;
use axum::middleware::from_fn_with_state;
use chrono_tz::Europe::Moscow;
use identity::identity::NewIdentity;
use identity::member::{Arrival, State};
use identity::parsed::{Email, Name};
use identity::session;
use kernel::{AudienceId, CommunityId, IdentityId, Locale, MemberId, Micros, Role};
use search::Index;
use std::sync::Arc;
use store::runner::Runner;
use store::{Scope, Value, args, statement};
use talk::history::{History, Incoming, ServiceDeed, Source};
use talk::{Pace, SearchFollower};
use testkit::{Browser, TestDatabase};
use web::{House, HousePlan};

pub struct TestHouse {
    pub database: TestDatabase,
    pub community: CommunityId,
    pub index: Index,
    router: Router,
    follower: Arc<SearchFollower>,
    runner: Runner,
}

pub struct Person {
    pub browser: Browser,
    pub member: MemberId,
    pub identity: IdentityId,
}

statement!(COUNT_DEEDS = "select count(*) from deeds where community_id = $1 and kind = $2");
statement!(
    PARTY = "select p.identity_id from deeds d join deed_parties p on p.community_id = d.community_id and p.seq = d.seq \
     where d.community_id = $1 and d.kind = $2 and p.part = $3 order by d.seq desc limit 1"
);

pub async fn house() -> TestHouse {
    let database = testkit::database().await;
    let community = database.community("opora").await;
    let index = Index::in_memory().expect("an index");
    let follower = Arc::new(SearchFollower::new(index.clone(), Pace::AT_ONCE));
    let areas = [identity::area(), people::area(), talk::area()];
    let plan = HousePlan::new(database.store.clone(), database.clock.clone(), database.chance.clone(), database.place.data.clone());
    let house =
        Arc::new(House::raise(plan.with(index.clone()).with(identity::gate::Communities::default()), &areas).expect("a house"));
    let router =
        web::house_router(&areas, house.clone(), |rooms| rooms.layer(from_fn_with_state(house.clone(), identity::gate::gate)));
    let runner = Runner {
        store: database.store.clone(),
        clock: database.clock.clone(),
        chance: database.chance.clone(),
        followers: vec![follower.clone()],
        handlers: vec![Arc::new(talk::erasure::EraseWords)],
        schedules: Vec::new(),
    };
    TestHouse { database, community, index, router, follower, runner }
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
        let now = self.database.clock.now();
        let (store, chance) = (&self.database.store, &self.database.chance);
        let email = Email::parse(&format!("p{}@example.org", chance.id())).expect("an address");
        let mut global = store.global().await.expect("a turn to write");
        let account = identity::account::ensure(&mut global, &email, Locale::Ru, now, chance).await.expect("an account");
        let browser = session::Browser { agent: "test".to_owned(), network: "127.0.0.0/24".to_owned() };
        let token = session::open(&mut global, chance, now, account.id, self.community, &browser).await.expect("a session");
        global.commit().await.expect("the account stays");
        let mut scope = self.write().await;
        let name = Name::parse(name).expect("a name");
        let member = identity::member::join(&mut scope, account.id, &name, Arrival::default()).await.expect("a member");
        let right = identity::policy::keeps_roles(scope.viewer()).expect("the house may");
        for role in roles {
            identity::role::grant(&mut scope, &right, member.id, *role).await.expect("a role");
        }
        let identity = identity::identity::own(&mut scope, member.id).await.expect("an identity");
        scope.commit().await.expect("the member stays");
        let mut browser = Browser::new(self.router.clone(), "opora.localhost");
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

    /// A history comes in, in slices.
    pub async fn history(&self, audience: AudienceId, lines: Vec<Incoming>) {
        let source = Source { key: "telegram:1".to_owned(), title: "Чат".to_owned(), kind: "group".to_owned() };
        let mut scope = self.write().await;
        let mut history = History::begin(&mut scope, &source, audience, Moscow).await.expect("a history");
        history.add(&mut scope, lines).await.expect("added");
        scope.commit().await.expect("the history stays");
    }

    /// Followers and jobs do all there is to do; the index is on the disk.
    pub async fn settle(&self) {
        self.runner.settle().await.expect("all done");
        self.follower.flush().await.expect("committed");
    }

    pub async fn deeds(&self, kind: &str) -> i64 {
        self.read().await.one(&COUNT_DEEDS, args![kind]).await.expect("a count")
    }

    /// Who stood in a part of the latest deed of a kind.
    pub async fn party(&self, kind: &str, part: &str) -> Option<IdentityId> {
        self.read().await.maybe(&PARTY, args![kind, part]).await.expect("a party")
    }

    /// Talk's own checks find nothing.
    pub async fn is_healthy(&self) {
        let mut scope = self.read().await;
        for check in talk::doctor::CHECKS {
            let faults = scope.one::<i64>(check.count, &[]).await.expect("a check");
            assert_eq!(faults, 0, "{}: {}", check.name, check.says);
        }
    }

    pub async fn one(&self, statement: &store::Statement, args: &[Value]) -> i64 {
        self.read().await.one(statement, args).await.expect("a number")
    }

    /// Statements that an act ran.
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

/// A message of a history.
pub fn said(number: i64, at: Micros, author: IdentityId, text: &str) -> Incoming {
    Incoming { number, at, author: Some(author), text: text.to_owned(), question: text.contains('?'), ..Incoming::default() }
}

/// An answer in a history.
pub fn answered(number: i64, at: Micros, author: IdentityId, to: i64, text: &str) -> Incoming {
    Incoming { reply_to: Some(to), ..said(number, at, author, text) }
}

/// A line that the chat wrote about itself.
pub fn service(number: i64, at: Micros) -> Incoming {
    Incoming { number, at, service: Some(ServiceDeed::default()), ..Incoming::default() }
}

/// The id behind an address like `/talk/threads/7`.
pub fn id_in(address: &str) -> i64 {
    let last = address.split(['?', '#']).next().and_then(|path| path.rsplit('/').next());
    last.and_then(|id| id.parse().ok()).unwrap_or_else(|| panic!("no id in {address}"))
}
