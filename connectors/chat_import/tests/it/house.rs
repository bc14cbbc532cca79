//! A house in which histories are brought in and read, with the people who come in.

use axum::Router;
use axum::middleware::from_fn_with_state;
use identity::member::Arrival;
use identity::parsed::{Email, Name};
use identity::session;
use kernel::{CommunityId, Locale, Role};
use std::path::PathBuf;
use std::sync::Arc;
use store::runner::Runner;
use store::{Scope, args, global_statement};
use testkit::{Browser, File, Page, TestDatabase};
use web::{House, HousePlan};

global_statement!(AGAIN = "update jobs set state = 'waiting', payload = $2, done_at = null where id = $1");

pub struct TestHouse {
    pub database: TestDatabase,
    pub community: CommunityId,
    router: Router,
    runner: Runner,
}

pub async fn house() -> TestHouse {
    let database = testkit::database().await;
    let community = database.community("opora").await;
    let areas = [identity::area(), people::area(), talk::area(), chat_import::area()];
    let plan = HousePlan::new(database.store.clone(), database.clock.clone(), database.chance.clone(), database.place.data.clone());
    let house = Arc::new(House::raise(plan.with(identity::gate::Communities::default()), &areas).expect("a house"));
    let router =
        web::house_router(&areas, house.clone(), |rooms| rooms.layer(from_fn_with_state(house.clone(), identity::gate::gate)));
    let runner = Runner {
        store: database.store.clone(),
        clock: database.clock.clone(),
        chance: database.chance.clone(),
        followers: vec![Arc::new(people::Activity)],
        handlers: areas.iter().flat_map(|area| area.jobs.clone()).collect(),
        schedules: Vec::new(),
    };
    TestHouse { database, community, router, runner }
}

impl TestHouse {
    pub async fn read(&self) -> Scope {
        self.database.store.read(&self.database.who(self.community)).await.expect("a snapshot")
    }

    /// Somebody who joined and is signed in, and reads the pages in this language.
    pub async fn member(&self, name: &str, roles: &[Role], locale: Locale) -> Browser {
        let now = self.database.clock.now();
        let (store, chance) = (&self.database.store, &self.database.chance);
        let email = Email::parse(&format!("p{}@example.org", chance.id())).expect("an address");
        let mut global = store.global().await.expect("a turn to write");
        let account = identity::account::ensure(&mut global, &email, locale, now, chance).await.expect("an account");
        let browser = session::Browser { agent: "test".to_owned(), network: "127.0.0.0/24".to_owned() };
        let token = session::open(&mut global, chance, now, account.id, self.community, &browser).await.expect("a session");
        global.commit().await.expect("the account stays");
        let mut scope = store.write(&self.database.who(self.community)).await.expect("a turn to write");
        let name = Name::parse(name).expect("a name");
        let member = identity::member::join(&mut scope, account.id, &name, Arrival::default()).await.expect("a member");
        let right = identity::policy::keeps_roles(scope.viewer()).expect("the house may");
        for role in roles {
            identity::role::grant(&mut scope, &right, member.id, *role).await.expect("a role");
        }
        scope.commit().await.expect("the member stays");
        let mut browser = Browser::new(self.router.clone(), "opora.localhost");
        browser.set_cookie(session::COOKIE, &token);
        browser
    }

    /// Sends files by the form of the imports' page; the page of the run, or the form with what is to be mended.
    pub async fn upload(&self, browser: &mut Browser, files: &[(&str, &[u8])]) -> Page {
        let page = browser.get("/import").await;
        page.is(200);
        let files: Vec<File<'_>> =
            files.iter().map(|(name, bytes)| File { field: "export", name, kind: "application/octet-stream", bytes }).collect();
        browser.upload(&page, "form[action='/import']", &[], &files).await
    }

    /// Followers and jobs do all there is to do.
    pub async fn settle(&self) {
        self.runner.settle().await.expect("all done");
    }

    /// One job runs, and nothing after it.
    pub async fn work_once(&self, job: i64) {
        let (_keep, stopping) = tokio::sync::watch::channel(false);
        self.runner.run_one(job, stopping).await.expect("the job").expect("was waiting");
    }

    /// A job waits again, as after a server that died before it could say that the job was done.
    pub async fn begin_again(&self, job: i64) {
        let mut global = self.database.store.global().await.expect("a turn to write");
        let payload = serde_json::json!({ "run": self.latest_run().await });
        global.run(&AGAIN, args![job, payload]).await.expect("the job");
        global.commit().await.expect("it waits");
    }

    async fn latest_run(&self) -> i64 {
        chat_import::run::list(&mut self.read().await, i64::MAX, 1).await.expect("the runs")[0].id
    }

    /// Uploads and works until there is nothing to do; the address of the run.
    pub async fn import(&self, browser: &mut Browser, files: &[(&str, &[u8])]) -> String {
        let page = self.upload(browser, files).await;
        page.is(200);
        assert!(page.path.starts_with("/import/"), "{}", page.path);
        self.settle().await;
        page.path.clone()
    }

    /// What lies in the folder of uploads.
    pub fn uploads(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.database.place.data.join("uploads"));
        entries.map(|entries| entries.map(|entry| entry.expect("an entry").path()).collect()).unwrap_or_default()
    }
}
