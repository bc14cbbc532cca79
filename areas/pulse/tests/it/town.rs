//! A community made by hand: people known from a history, what they say on which day, and what becomes of it.

use chrono_tz::Europe::Moscow;
use identity::identity::NewIdentity;
use identity::member::State;
use kernel::{AudienceId, CommunityId, IdentityId, MICROS_PER_DAY, MemberId, Micros, Role, Roles, Viewer};
use pulse::day::{self, Day};
use pulse::figures::Figures;
use pulse::sight::Sight;
use pulse::snapshot::Snapshot;
use pulse::{measuring, team};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Deed, FromRow, Scope, Statement, Value, Who, args, followers, statement};
use talk::history::{History, Incoming, ServiceDeed, Source};
use testkit::TestDatabase;

/// The present day of every test: its clock stands at noon of Moscow.
pub const TODAY: &str = "2026-11-21";
const HOUR: Micros = MICROS_PER_DAY / 24;

statement!(OF_IDENTITY = "select member_id from identity_identities where community_id = $1 and id = $2");
statement!(NUMBERED = "select id from talk_messages where community_id = $1 and number = $2");
statement!(TOOK_LONG = "update pulse_snapshots set cost_micros = $2 where community_id = $1");
statement!(SET_CURSOR = "update follower_cursors set seq = $3 where community_id = $1 and follower = $2");
statement!(
    ADD_CURSOR = "insert into follower_cursors (community_id, follower, seq, moved_at) values ($1, $2, 0, 0) \
     on conflict (community_id, follower) do nothing"
);

pub struct Town {
    pub database: Arc<TestDatabase>,
    pub community: CommunityId,
    /// The number of the next line of a history; they are unique in the community.
    next: i64,
}

/// A day by its date.
pub fn on(date: &str) -> Day {
    day::parse(date).expect("a date")
}

/// A moment of a day in Moscow.
pub fn at(day: Day, hour: i64) -> Micros {
    day::begins(Moscow, day) + hour * HOUR
}

impl Town {
    pub async fn new() -> Town {
        Town::in_database(Arc::new(testkit::database().await), "opora").await
    }

    pub async fn in_database(database: Arc<TestDatabase>, slug: &str) -> Town {
        let community = database.community(slug).await;
        Town { database, community, next: 1_000_000_000 }
    }

    pub fn who(&self) -> Who {
        self.database.who(self.community)
    }

    pub async fn read(&self) -> Scope {
        self.database.store.read(&self.who()).await.expect("a snapshot")
    }

    pub async fn write(&self) -> Scope {
        self.database.store.write(&self.who()).await.expect("a turn to write")
    }

    pub async fn rows<T: FromRow + Send>(&self, statement: &'static Statement, args: &[Value]) -> Vec<T> {
        self.read().await.all(statement, args).await.expect("the rows")
    }

    /// Somebody known from a history.
    pub async fn person(&self, name: &str) -> IdentityId {
        self.somebody("person", name).await
    }

    /// Somebody of a kind: `person`, `deleted` (an id without a name).
    pub async fn somebody(&self, kind: &str, name: &str) -> IdentityId {
        let mut scope = self.write().await;
        let member = identity::member::create(&mut scope, State::Imported, name).await.expect("a member");
        let outside_id = format!("user{member}");
        let new = NewIdentity { member: Some(member), source: "telegram", outside_id: &outside_id, kind, name };
        let identity = identity::identity::create(&mut scope, new).await.expect("an identity");
        identity::member::set_identity(&mut scope, member, identity).await.expect("their own");
        scope.commit().await.expect("the person stays");
        identity
    }

    /// A channel writes in the chat, and is nobody.
    pub async fn channel(&self, name: &str) -> IdentityId {
        let mut scope = self.write().await;
        let new = NewIdentity { member: None, source: "telegram", outside_id: "channel1", kind: "channel", name };
        let identity = identity::identity::create(&mut scope, new).await.expect("an identity");
        scope.commit().await.expect("the channel stays");
        identity
    }

    pub async fn people<const N: usize>(&self, names: [&str; N]) -> [IdentityId; N] {
        let mut found = Vec::with_capacity(N);
        for name in names {
            found.push(self.person(name).await);
        }
        found.try_into().expect("as many as were named")
    }

    pub async fn member_of(&self, identity: IdentityId) -> Option<MemberId> {
        self.read().await.one::<Option<MemberId>>(&OF_IDENTITY, args![identity]).await.expect("the identity")
    }

    /// A new import: its lines are hidden until it is opened.
    pub async fn import(&self) -> AudienceId {
        let mut scope = self.write().await;
        let audience = identity::audience::create(&mut scope, "import").await.expect("an audience");
        scope.commit().await.expect("the audience stays");
        audience
    }

    pub async fn open(&self, audience: AudienceId) {
        let mut scope = self.write().await;
        identity::audience::open(&mut scope, audience).await.expect("opened");
        talk::history::open(&mut scope, audience).await.expect("counted");
        tell(&mut scope, "import.opened", audience).await;
        scope.commit().await.expect("it stays open");
    }

    /// An import is taken back, and its messages go.
    pub async fn take_back(&self, audience: AudienceId) {
        let mut scope = self.write().await;
        identity::audience::withdraw(&mut scope, audience).await.expect("withdrawn");
        tell(&mut scope, "import.withdrawn", audience).await;
        talk::history::take_back(&mut scope, audience, 0, i64::MAX).await.expect("taken back");
        talk::history::take_back_rest(&mut scope, audience).await.expect("the rest");
        scope.commit().await.expect("it stays so");
    }

    /// Lines of a history come in. Gives the message of each.
    pub async fn bring(&mut self, audience: AudienceId, lines: Vec<Incoming>) -> Vec<i64> {
        let key = format!("telegram:{audience}");
        let source = Source { key, title: "Чат".to_owned(), kind: "group".to_owned() };
        let numbers: Vec<i64> = lines.iter().map(|line| line.number).collect();
        let mut scope = self.write().await;
        let mut history = History::begin(&mut scope, &source, audience, Moscow).await.expect("a history");
        history.add(&mut scope, lines).await.expect("added");
        scope.commit().await.expect("the history stays");
        let mut ids = Vec::with_capacity(numbers.len());
        for number in numbers {
            ids.push(self.rows::<i64>(&NUMBERED, args![number]).await[0]);
        }
        ids
    }

    pub fn number(&mut self) -> i64 {
        self.next += 1;
        self.next
    }

    /// Somebody says something at noon of a day. Gives the number by which it is answered.
    pub async fn says(&mut self, who: IdentityId, day: Day) -> i64 {
        let line = Incoming { number: self.number(), at: at(day, 12), author: Some(who), ..Incoming::default() };
        let number = line.number;
        self.bring(AudienceId::EVERYONE, vec![line]).await;
        number
    }

    /// Somebody answers what was said, at one in the afternoon.
    pub async fn answers(&mut self, who: IdentityId, to: i64, day: Day) -> i64 {
        let (number, author) = (self.number(), Some(who));
        let line = Incoming { number, at: at(day, 13), author, reply_to: Some(to), ..Incoming::default() };
        self.bring(AudienceId::EVERYONE, vec![line]).await;
        number
    }

    /// Two answer each other, each on a day of their own.
    pub async fn tie(&mut self, (one, on_day): (IdentityId, Day), (other, answered_on): (IdentityId, Day)) {
        let said = self.says(other, on_day).await;
        let answer = self.answers(one, said, on_day).await;
        self.answers(other, answer, answered_on).await;
    }

    /// The chat says of itself that somebody came or went.
    pub async fn moves(&mut self, kind: &'static str, who: IdentityId, day: Day, audience: AudienceId) {
        let service = Some(ServiceDeed { kind, parties: Vec::new() });
        let line = Incoming { number: self.number(), at: at(day, 9), author: Some(who), service, ..Incoming::default() };
        self.bring(audience, vec![line]).await;
    }

    pub async fn message(&self, number: i64) -> i64 {
        self.rows::<i64>(&NUMBERED, args![number]).await[0]
    }

    /// A member, or a moderator, as they come in by the front.
    pub async fn viewer(&self, who: IdentityId, moderator: bool, audiences: &[AudienceId]) -> Who {
        let roles: Roles = moderator.then_some(Role::Moderator).into_iter().collect();
        let seen = std::iter::once(AudienceId::EVERYONE).chain(audiences.iter().copied());
        let member = self.member_of(who).await;
        let viewer = Viewer { member, identity: Some(who), roles, audiences: seen.collect(), ..Viewer::default() };
        Who { viewer: Arc::new(viewer), ..self.who() }
    }

    /// Takes the words of a message away, as its author or a moderator does.
    pub async fn deletes(&self, viewer: &Who, message: i64) -> bool {
        let mut scope = self.database.store.write(viewer).await.expect("a turn to write");
        let Ok(right) = talk::policy::deletable(&mut scope, message).await else { return false };
        let writer = talk::policy::writer(&mut scope).await.expect("a writer");
        talk::deletion::delete(&mut scope, &right, writer, "web").await.expect("deleted");
        scope.commit().await.expect("it stays deleted");
        true
    }

    /// Everything the roll-ups have not met yet.
    /// Makes `past` the past of `person`, and follows.
    pub async fn merge(&self, past: MemberId, person: MemberId) {
        let mut scope = self.write().await;
        let right = people::policy::steward(scope.viewer()).expect("the house may");
        people::merges::merge(&mut scope, &right, past, person).await.expect("one person");
        scope.commit().await.expect("it stays");
        self.follow().await;
    }

    /// As in a large community, where nobody waits for figures of the present day.
    pub async fn figures_took_long(&self) {
        let mut scope = self.write().await;
        scope.run(&TOOK_LONG, args![measuring::CHEAP_MICROS + 1]).await.expect("kept figures");
        scope.commit().await.expect("it stays");
    }

    pub async fn follow(&self) {
        let database = &self.database;
        let follower = pulse::follower();
        followers::catch_up(&database.store, follower.as_ref(), self.community, &database.clock, &database.chance)
            .await
            .expect("the follower follows");
    }

    /// One slice of a size of its own: the house's are always as large.
    pub async fn follow_a_little(&self, deeds: i64) {
        let mut scope = self.write().await;
        scope.run(&ADD_CURSOR, args![pulse::NAME]).await.expect("a cursor");
        let place = followers::place(&mut scope, pulse::NAME).await.expect("a place");
        let slice = scope.deeds_after(place, deeds).await.expect("deeds");
        let Some(last) = slice.last().map(|deed| deed.seq) else { return };
        pulse::follower().meet(&mut scope, &slice).await.expect("met");
        scope.run(&SET_CURSOR, args![pulse::NAME, last]).await.expect("moved");
        scope.commit().await.expect("it stays met");
    }

    /// Counts everything anew, from the first deed.
    pub async fn rebuild(&self) {
        followers::reset(&self.database.store, pulse::follower().as_ref(), &self.who()).await.expect("forgotten");
        self.follow().await;
    }

    pub async fn snapshot(&self, day: Day, sight: Sight) -> Snapshot {
        measuring::figures(&self.database.store, &self.who(), day, sight).await.expect("figures")
    }

    /// The figures of a day as members get them, the roll-ups being at the head.
    pub async fn figures(&self, day: Day) -> Figures {
        self.follow().await;
        self.snapshot(day, Sight::Open).await.figures
    }

    pub async fn names(&self, who: IdentityId, post: team::Post, from: Day, until: Option<Day>) -> i64 {
        let member = self.member_of(who).await.expect("a member");
        let mut scope = self.write().await;
        let right = pulse::policy::names_team(scope.viewer()).expect("the house may");
        let id = team::name(&mut scope, &right, member, post, from, until).await.expect("named");
        scope.commit().await.expect("it stays");
        id
    }

    /// Every check of the doctor finds health.
    pub async fn healthy(&self) {
        let mut scope = self.read().await;
        let mut faults = BTreeMap::new();
        for check in pulse::doctor::CHECKS {
            faults.insert(check.name, scope.one::<i64>(check.count, &[]).await.expect("a check"));
        }
        assert!(faults.values().all(|count| *count == 0), "{faults:?}");
    }
}

async fn tell(scope: &mut Scope, kind: &str, audience: AudienceId) {
    let at = scope.now();
    let deed = Deed {
        kind,
        at,
        actor: None,
        object_kind: "import",
        object: audience.0,
        audience,
        channel: "web",
        amount: 0,
        parties: &[],
    };
    scope.deed(deed).await.expect("a deed");
}
