//! The whole house on a test database, with two communities whose members know nothing of one another.

use artel::cli::{PlaceArgs, ServeArgs};
use artel::house::{self, Raised};
use chat_import::run::NewRun;
use identity::community::{self, Founded, NewCommunity, NewOwner};
use identity::invitation::Invitee;
use identity::member::Arrival;
use identity::parsed::{Email, Name};
use identity::{account, member, session};
use kernel::{AccountId, Clock, CommunityId, Locale, MemberId, Problem, Role};
use std::time::Duration;
use store::{Scope, Who, args, statement};
use testkit::{Browser, TestDatabase};
use tokio::sync::watch;

/// With it everybody signs in.
pub const PASSWORD: &str = "белый конь в яблоках";
/// Begins whatever belongs to the other community, and nothing else.
pub const MARK: &str = "Qvartz";
/// Begins whatever belongs to this one.
pub const OURS: &str = "Granit";

pub struct TestApp {
    pub raised: Raised,
    pub database: TestDatabase,
    /// The hash of [`PASSWORD`], made once: hashing is slow on purpose.
    hash: String,
}

/// A community with something of every kind in it.
pub struct Place {
    pub host: &'static str,
    pub slug: &'static str,
    pub founded: Founded,
    pub owner_email: String,
    pub run: i64,
    pub chat_token: String,
    pub removal_token: String,
    pub stop_token: String,
    pub act: i64,
    pub resident: MemberId,
}

statement!(HEAD = "select seq from deed_heads where community_id = $1");
statement!(HOLDING = "update deed_heads set next_id = next_id + $2 where community_id = $1");
statement!(FREE_IMPORTED = "select id from identity_members where community_id = $1 and state = 'imported' order by id");

fn serve_args() -> ServeArgs {
    ServeArgs {
        listen: "127.0.0.1:0".parse().expect("an address"),
        public_url: None,
        trusted_proxy: Vec::new(),
        smtp_url: None,
        mail_from: "artel@example.org".into(),
    }
}

/// A direction of requests, a request with a file, and a draft: all of them the owner's. Another reports the request.
async fn ask(owner: &mut Browser, other: &mut Browser, mark: &str) {
    owner.post("/requests/topics", &[("name", &format!("{mark} direction"))]).await.is(303);
    let title = format!("{mark} request");
    let files = owner.post("/requests/new", &[("title", &title), ("act", "files")]).await.location().to_owned();
    let page = owner.get(&files).await;
    let file = testkit::File { field: "files", name: "file.txt", kind: "text/plain", bytes: mark.as_bytes() };
    owner.upload(&page, "#upload", &[], &[file]).await.is(200);
    let asked = owner.post(files.trim_end_matches("/files"), &[("title", &title), ("act", "ask")]).await.location().to_owned();
    other.post(&format!("{asked}/report"), &[("reason", "other"), ("note", &format!("{mark} report"))]).await.is(303);
    owner.post("/requests/new", &[("title", &format!("{mark} draft")), ("act", "save")]).await.is(303);
}

impl TestApp {
    pub async fn raised() -> TestApp {
        let database = testkit::database().await;
        let place = PlaceArgs { data: database.place.data.clone(), database_url: database.place.database_url.clone() };
        let (store, clock, chance) = (database.store.clone(), database.clock.clone(), database.chance.clone());
        let raised = house::raise_on(store, clock, chance, &place, &serve_args()).expect("the house stands");
        let password = identity::password::Password::parse(PASSWORD).expect("a password");
        let hash = identity::password::hash(password, &database.chance).await.expect("a hash");
        TestApp { raised, database, hash }
    }

    pub fn who(&self, community: CommunityId) -> Who {
        self.database.who(community)
    }

    pub async fn write(&self, community: CommunityId) -> Scope {
        self.database.store.write(&self.who(community)).await.expect("a turn to write")
    }

    pub async fn read(&self, community: CommunityId) -> Scope {
        self.database.store.read(&self.who(community)).await.expect("a snapshot")
    }

    /// A browser on this machine, so that the limits against floods do not speak up in place of the doors.
    pub fn browser(&self, host: &str) -> Browser {
        Browser::new(self.raised.router.clone(), host).from("127.0.0.1".parse().expect("an address"))
    }

    pub async fn found(&self, slug: &str, name: &str, owner: &str, owner_name: &str) -> Founded {
        let new = NewCommunity {
            slug: slug.into(),
            name: name.into(),
            mission: format!("{name} helps."),
            profession: "Psychologists".into(),
            specialisation: String::new(),
            locale: Locale::En,
            timezone: "Europe/London".into(),
            currency: "GBP".into(),
        };
        let owner = NewOwner { email: owner.into(), name: owner_name.into(), password: None };
        let (store, clock, chance) = (&self.database.store, &self.database.clock, &self.database.chance);
        let founded = community::found(store, clock, chance, new, owner).await.expect("a new community");
        let mut scope = self.write(founded.community).await;
        account::set_password(&mut scope, founded.account, Some(&self.hash)).await.expect("a password");
        scope.commit().await.expect("it stays");
        founded
    }

    /// An account with the password, a member nowhere yet.
    pub async fn account(&self, community: CommunityId, email: &str) -> AccountId {
        let mut scope = self.write(community).await;
        let (now, chance) = (scope.now(), scope.chance().clone());
        let email = Email::parse(email).expect("an address");
        let held = account::ensure(&mut scope, &email, Locale::En, now, &chance).await.expect("an account");
        account::set_password(&mut scope, held.id, Some(&self.hash)).await.expect("a password");
        scope.commit().await.expect("the account stays");
        held.id
    }

    pub async fn join(&self, community: CommunityId, account: AccountId, name: &str, role: Option<Role>) -> MemberId {
        let mut scope = self.write(community).await;
        let name = Name::parse(name).expect("a name");
        let joined = member::join(&mut scope, account, &name, Arrival::default()).await.expect("a member");
        if let Some(role) = role {
            let right = identity::policy::keeps_roles(scope.viewer()).expect("the house may");
            identity::role::grant(&mut scope, &right, joined.id, role).await.expect("a role");
        }
        scope.commit().await.expect("the member stays");
        joined.id
    }

    /// Somebody's own browser, come in by the front door with the password.
    pub async fn signed_in(&self, host: &str, email: &str) -> Browser {
        let mut browser = self.browser(host);
        let page = browser.get("/sign-in").await;
        let fields = [("email", email), ("password", PASSWORD)];
        let inside = browser.submit(&page, "#by-password", &fields).await;
        assert!(browser.cookie(session::COOKIE).is_some(), "{email} did not come in: {}", inside.text());
        browser
    }

    /// The same without the front door, for people who are needed by the hundred.
    pub async fn carried_in(&self, host: &str, community: CommunityId, account: AccountId) -> Browser {
        let mut scope = self.write(community).await;
        let (now, chance) = (scope.now(), scope.chance().clone());
        let from = session::Browser { agent: "test".into(), network: "127.0.0.0/24".into() };
        let token = session::open(&mut scope, &chance, now, account, community, &from).await.expect("a session");
        scope.commit().await.expect("the session stays");
        let mut browser = self.browser(host);
        browser.set_cookie(session::COOKIE, &token);
        browser
    }

    /// A history comes in by the job of everybody's imports, and is opened to members.
    pub async fn import(&self, community: CommunityId, file_name: &str, text: &str) -> i64 {
        let path = self.database.place.data.join(file_name);
        std::fs::write(&path, text).expect("a file");
        let mut scope = self.write(community).await;
        let bytes = i64::try_from(text.len()).expect("a small file");
        let new = NewRun { path: path.to_string_lossy().into_owned(), file_name: file_name.into(), pick: String::new(), bytes };
        let (id, job) = chat_import::run::begin(&mut scope, new).await.expect("a run");
        scope.commit().await.expect("it stays");
        let (_keep, stopping) = watch::channel(false);
        self.raised.runner.run_one(job, stopping).await.expect("the job").expect("was waiting");
        let mut scope = self.write(community).await;
        match chat_import::opening::open(&mut scope, id).await {
            // The same file again brings nothing that could be opened.
            Err(Problem::Conflict("import-nothing-to-open")) => return id,
            opened => opened.expect("opened"),
        };
        scope.commit().await.expect("it stays open");
        id
    }

    pub async fn imported(&self, community: CommunityId) -> Vec<MemberId> {
        self.read(community).await.all(&FREE_IMPORTED, &[]).await.expect("the imported")
    }

    /// A community with a history, people, links, claims, wishes, points and invitations, each with the mark.
    /// Its ids begin at `first`, so that those of two communities can be told apart.
    pub async fn place(&self, (slug, host): (&'static str, &'static str), mark: &str, first: i64) -> Place {
        let owner_email = format!("owner@{slug}.example.org");
        let founded = self.found(slug, &format!("{mark} House"), &owner_email, &format!("{mark} Owner")).await;
        let community = founded.community;
        let mut scope = self.write(community).await;
        scope.run(&HOLDING, args![first]).await.expect("later ids");
        scope.commit().await.expect("they stay");
        let account = self.account(community, &format!("resident@{slug}.example.org")).await;
        let resident = self.join(community, account, &format!("{mark} Resident"), None).await;
        let run = self.import(community, &format!("{mark}-export.json"), &history_of(mark)).await;
        let guest = self.account(community, &format!("{}-guest@example.org", mark.to_lowercase())).await;
        let imported = self.imported(community).await;
        let mut scope = self.write(community).await;
        let steward = people::policy::steward(scope.viewer()).expect("the house may");
        let chat_token = people::links::make_chat(&mut scope, &steward).await.expect("a link");
        let link = people::links::working(&mut scope, &chat_token).await.expect("it works");
        people::claims::make(&mut scope, &link, guest, imported[0], &format!("{mark} note")).await.expect("a claim");
        let removal_token = people::links::make_personal(&mut scope, &steward, imported[1]).await.expect("a link");
        let stop_token = requests::stops::token(&mut scope, resident, requests::stops::Kind::Invited).await.expect("a token");
        let act = people::merges::merge(&mut scope, &steward, imported[3], imported[4]).await.expect("merged");
        let wish = people::removals::Wish::parse(Some(imported[5]), &format!("{mark} wish"), &format!("{mark} contact"), "stay");
        people::removals::ask(&mut scope, &wish.expect("a wish")).await.expect("asked");
        let town = format!("{mark}burg");
        people::profile::fill(&mut scope, resident, &[("city", &town)]).await.expect("a profile");
        self.invite(&mut scope, mark).await;
        scope.commit().await.expect("it all stays");
        let mut owner = self.carried_in(host, community, founded.account).await;
        let label = format!("{mark} point");
        owner
            .post("/profile-points", &[("label", &label), ("kind", "text"), ("visibility", "everyone"), ("facet", "on")])
            .await
            .is(303);
        let mut other = self.carried_in(host, community, account).await;
        ask(&mut owner, &mut other, mark).await;
        Place { host, slug, founded, owner_email, run, chat_token, removal_token, stop_token, act, resident }
    }

    async fn invite(&self, scope: &mut Scope, mark: &str) {
        let right = identity::policy::invites(scope.viewer()).expect("the house may");
        let words = &self.raised.house.words;
        let post =
            identity::invitation::Post { words, locale: Locale::En, community: mark, origin: "http://localhost", inviter: "" };
        let invitee = Invitee::parse(&format!("{}-invited@example.org {mark} Invited", mark.to_lowercase())).expect("an invitee");
        identity::invitation::send(scope, &right, &[invitee], &post).await.expect("a letter");
    }

    /// Follows what happened, the search index included. Letters and other work stay where they are.
    pub async fn catch_up(&self) {
        self.follow().await;
        let index = self.raised.house.get::<search::Index>();
        for community in store::followers::communities(&self.database.store).await.expect("the communities") {
            let head = self.read(community).await.one::<i64>(&HEAD, &[]).await.expect("a head");
            let begun = Clock::stopwatch();
            // The index is written every few seconds, not at every deed.
            while index.cursor(community.0) < head {
                assert!(begun.elapsed() < Duration::from_secs(30), "the index does not come up");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }

    async fn follow(&self) {
        let (store, clock, chance) = (&self.database.store, &self.database.clock, &self.database.chance);
        for community in store::followers::communities(store).await.expect("the communities") {
            for follower in &self.raised.runner.followers {
                store::followers::catch_up(store, follower.as_ref(), community, clock, chance).await.expect("it follows");
            }
        }
    }

    /// Every check of the doctor finds health.
    pub async fn healthy(&self) {
        let (store, clock, chance) = (&self.database.store, &self.database.clock, &self.database.chance);
        let found = store::doctor::examine(store, &house::checks(), clock, chance).await.expect("the doctor looks");
        let faults: Vec<String> =
            found.into_iter().filter(|one| one.faults != 0).map(|one| format!("{}: {}", one.check, one.faults)).collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
}

fn history_of(mark: &str) -> String {
    crate::history::telegram(mark, 30)
}

statement!(pub SESSION_OF = "select s.id from identity_sessions s where s.community_id = $1 and s.account_id = $2 order by s.created_at desc limit 1");

/// The newest session of an account in a community.
pub async fn session_of(app: &TestApp, community: CommunityId, account: AccountId) -> i64 {
    app.read(community).await.one(&SESSION_OF, args![account]).await.expect("a session")
}
