//! The front door of a town: the house with identity, people and pulse in it, and those who come in.

use crate::town::Town;
use axum::Router;
use axum::middleware::from_fn_with_state;
use identity::member::Arrival;
use identity::parsed::{Email, Name};
use identity::session;
use kernel::{IdentityId, Locale, MemberId, Role};
use std::sync::Arc;
use testkit::{Browser, Page};
use web::{House, HousePlan};

pub struct Front {
    pub town: Town,
    pub house: Arc<House>,
    router: Router,
}

/// Somebody who joined and is signed in.
pub struct Guest {
    pub browser: Browser,
    pub member: MemberId,
    pub identity: IdentityId,
}

impl Front {
    pub async fn of(town: Town) -> Front {
        let database = &town.database;
        let areas = [identity::area(), people::area(), pulse::area()];
        let plan =
            HousePlan::new(database.store.clone(), database.clock.clone(), database.chance.clone(), database.place.data.clone());
        let house = Arc::new(House::raise(plan.with(identity::gate::Communities::default()), &areas).expect("a house"));
        let router =
            web::house_router(&areas, house.clone(), |rooms| rooms.layer(from_fn_with_state(house.clone(), identity::gate::gate)));
        Front { town, house, router }
    }

    pub async fn guest(&self, name: &str, roles: &[Role]) -> Guest {
        let database = &self.town.database;
        let (now, chance) = (database.clock.now(), &database.chance);
        let email = Email::parse(&format!("p{}@example.org", chance.id())).expect("an address");
        let mut global = database.store.global().await.expect("a turn to write");
        let account = identity::account::ensure(&mut global, &email, Locale::Ru, now, chance).await.expect("an account");
        let from = session::Browser { agent: "test".to_owned(), network: "127.0.0.0/24".to_owned() };
        let token = session::open(&mut global, chance, now, account.id, self.town.community, &from).await.expect("a session");
        global.commit().await.expect("the account stays");
        let mut scope = self.town.write().await;
        let name = Name::parse(name).expect("a name");
        let member = identity::member::join(&mut scope, account.id, &name, Arrival::default()).await.expect("a member");
        let right = identity::policy::keeps_roles(scope.viewer()).expect("the house may");
        for role in roles {
            identity::role::grant(&mut scope, &right, member.id, *role).await.expect("a role");
        }
        let identity = identity::identity::own(&mut scope, member.id).await.expect("an identity");
        scope.commit().await.expect("the member stays");
        self.town.follow().await;
        let mut browser = Browser::new(self.router.clone(), "opora.localhost");
        browser.set_cookie(session::COOKIE, &token);
        Guest { browser, member: member.id, identity }
    }

    pub async fn owner(&self) -> Guest {
        self.guest("Анна Ёлкина", &[Role::Owner]).await
    }
}

impl Guest {
    /// What all pages of a list show for a selector.
    pub async fn leaf(&mut self, path: &str, selector: &str) -> Vec<String> {
        let (mut found, mut next) = (Vec::new(), Some(path.to_owned()));
        while let Some(path) = next {
            let page = self.browser.get(&path).await;
            page.is(200);
            found.extend(page.all(selector));
            next = page.attributes(".pager a[rel=next]", "href").first().map(|href| href.replace("&amp;", "&"));
        }
        found
    }
}

/// The number that a text begins with or names first; numbers are written in groups.
pub fn number(text: &str) -> Option<i64> {
    let text = text.replace('\u{a0}', "");
    let start = text.find(|letter: char| letter.is_ascii_digit())?;
    let digits: String = text[start..].chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The count that a link is called by; nothing where it is called by a share or a time.
pub fn counted(label: &str) -> Option<i64> {
    number(label).filter(|_| !["%", "дн", "час", "мин", "сек"].iter().any(|unit| label.contains(unit)))
}

/// Links of a page to a path, with what they are called; the large numbers of figures are opened by a test of their own.
pub fn links(page: &Page, path: &str) -> Vec<(String, String)> {
    let selector = format!("main a[href^='{path}']:not(.figure__open)");
    page.attributes(&selector, "href").into_iter().zip(page.all(&selector)).collect()
}
