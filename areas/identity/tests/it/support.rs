//! The house with one area in it.

use axum::middleware::from_fn_with_state;
use identity::community::{self, Founded, NewCommunity, NewOwner};
use identity::gate::{self, Communities};
use kernel::{Door, Letter, Locale, Micros};
use std::sync::Arc;
use store::Who;
use testkit::{Browser, Outbox, Page, TestDatabase};
use web::{House, HousePlan, Result, Route, Visit};

pub const OWNER: &str = "anna@example.ru";
pub const MINUTE: Micros = 60 * kernel::MICROS_PER_SECOND;

pub struct TestApp {
    // Before the database: when the test ends, it looks for letters that nobody read.
    pub outbox: Outbox,
    pub house: Arc<House>,
    pub router: axum::Router,
    pub database: TestDatabase,
}

/// Stands for pages of other areas: says who came.
async fn who_am_i(visit: Visit) -> Result {
    let viewer = &visit.viewer;
    let audiences = viewer.audience_numbers();
    let said = format!(
        "{} {:?} {audiences:?} {}",
        viewer.name,
        viewer.roles.iter().map(kernel::Role::code).collect::<Vec<_>>(),
        visit.locale.code()
    );
    Ok(axum::response::IntoResponse::into_response(said))
}

fn elsewhere() -> web::Area {
    web::Area {
        name: "elsewhere",
        routes: vec![
            Route::get("/today", Door::Member, who_am_i),
            Route::get("/import", Door::Owner, who_am_i),
            Route::get("/who", Door::Stranger, who_am_i),
        ],
        ..web::Area::default()
    }
}

impl TestApp {
    pub async fn empty() -> TestApp {
        TestApp::at(None).await
    }

    /// Without a community, at a public address if there is one.
    pub async fn at(public_url: Option<&str>) -> TestApp {
        let database = testkit::database().await;
        let (store, clock, chance) = (database.store.clone(), database.clock.clone(), database.chance.clone());
        let mut plan = HousePlan::new(store, clock, chance, database.place.data.clone()).with(Communities::default());
        plan.public_url = public_url.map(str::to_owned);
        let areas = [identity::area(), elsewhere()];
        let house = Arc::new(House::raise(plan, &areas).expect("the house stands"));
        let router = web::house_router(&areas, house.clone(), |rooms| rooms.layer(from_fn_with_state(house.clone(), gate::gate)));
        let outbox = Outbox::of(&database);
        // It stands for a letter that was not sent, and nobody works here.
        outbox.forgive(identity::sign_in::NO_LETTER);
        TestApp { outbox, house, router, database }
    }

    /// With the community «Опора» of [`OWNER`].
    pub async fn founded() -> (TestApp, Founded) {
        let app = TestApp::empty().await;
        let founded = app.found("opora", OWNER).await;
        (app, founded)
    }

    pub async fn found(&self, slug: &str, owner: &str) -> Founded {
        let owner = NewOwner { email: owner.into(), name: "Анна Ёлкина".into(), password: None };
        let founded = community::found(&self.database.store, &self.database.clock, &self.database.chance, plan(slug), owner).await;
        gate::forget_communities(&self.house);
        founded.expect("a new community")
    }

    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone(), "opora.localhost")
    }

    pub fn who(&self, founded: &Founded) -> Who {
        Who::system(founded.community, &self.database.clock, &self.database.chance)
    }

    pub fn pass(&self, micros: Micros) {
        self.database.clock.pass(micros);
    }

    /// A browser that is signed in with this address, by the code of a letter.
    pub async fn signed_in(&self, email: &str) -> Browser {
        self.sign_in(self.browser(), email).await
    }

    pub async fn sign_in(&self, mut browser: Browser, email: &str) -> Browser {
        let asked = self.ask(&mut browser, email).await;
        let code = code(&self.outbox.letter_to(email).await);
        browser.submit(&asked, "#enter", &[("code", &code)]).await;
        assert!(browser.cookie("session").or(browser.cookie("__Host-session")).is_some(), "{email} is not signed in");
        browser
    }

    /// Asks for a letter and gives the page of the code.
    pub async fn ask(&self, browser: &mut Browser, email: &str) -> Page {
        let page = browser.visit("/sign-in").await;
        browser.submit(&page, "#sign-in", &[("email", email)]).await
    }

    /// A member with an account, invited by the owner.
    pub async fn member(&self, owner: &mut Browser, email: &str, name: &str) -> Browser {
        let page = owner.visit("/invitations").await;
        owner.submit(&page, "#invite", &[("people", email)]).await.is(200);
        let link = path(&self.outbox.letter_to(email).await);
        let mut browser = self.browser();
        let page = browser.visit(&link).await;
        browser.submit(&page, "#accept", &[("name", name)]).await.is(200);
        browser
    }

    pub async fn deeds(&self, founded: &Founded) -> Vec<store::DeedRow> {
        let mut scope = self.database.store.read(&self.who(founded)).await.expect("a snapshot");
        scope.deeds_after(0, 1_000).await.expect("the deeds")
    }
}

pub fn plan(slug: &str) -> NewCommunity {
    NewCommunity {
        slug: slug.into(),
        name: "Опора".into(),
        mission: "Помочь начинающим психологам выстроить практику.".into(),
        profession: "Психологи".into(),
        specialisation: String::new(),
        locale: Locale::Ru,
        timezone: "Europe/Moscow".into(),
        currency: "RUB".into(),
    }
}

/// The six digits of a letter.
pub fn code(letter: &Letter) -> String {
    let code: String = letter.subject.chars().take(6).collect();
    assert!(
        letter.text.contains(&code) && letter.html.contains(&code) && code.bytes().all(|byte| byte.is_ascii_digit()),
        "{letter:?}"
    );
    code
}

/// Where a letter's link leads.
pub fn link(letter: &Letter) -> String {
    let link = letter.text.lines().find(|line| line.starts_with("http")).unwrap_or_else(|| panic!("no link in {}", letter.text));
    assert!(letter.html.contains(link), "the link of both forms is one: {}", letter.html);
    link.to_owned()
}

/// Path and query of a letter's link.
pub fn path(letter: &Letter) -> String {
    let link = link(letter);
    let (_, rest) = link.split_once("://").expect("a whole address");
    rest[rest.find('/').expect("a path")..].to_owned()
}
