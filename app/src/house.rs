//! The wire-up: one list of areas, the house they share, and what works behind the pages.

use crate::cli::{PlaceArgs, ServeArgs};
use crate::{desk, today};
use axum::Router;
use axum::middleware::from_fn_with_state;
use kernel::{Chance, Clock};
use mail::{Mail, Settings};
use search::Index;
use std::sync::Arc;
use store::doctor::Check;
use store::runner::Runner;
use store::{FollowerRole, Store};
use web::{Area, House, HousePlan, house_router};

/// Every area, in the order of the menu and of the first page.
pub fn areas() -> Vec<Area> {
    vec![
        today::area(),
        desk::area(),
        identity::area(),
        people::area(),
        talk::area(),
        requests::area(),
        pulse::area(),
        chat_import::area(),
    ]
}

/// What every area can find wrong with its own rows.
pub fn checks() -> Vec<Check> {
    let areas = [people::doctor::CHECKS, talk::doctor::CHECKS, requests::doctor::CHECKS, pulse::doctor::CHECKS];
    [identity::checks(), areas.concat()].concat()
}

/// A house with everything in it.
pub struct Raised {
    pub house: Arc<House>,
    pub runner: Arc<Runner>,
    pub router: Router,
    pub outbox: Option<std::path::PathBuf>,
}

/// The clock and the chance of a running program: the machine's own.
pub fn machine() -> (Clock, Chance) {
    (Clock::machine(), Chance::system())
}

/// Opens the database and raises the house for serving.
pub async fn raise(place: &PlaceArgs, serve: &ServeArgs) -> anyhow::Result<Raised> {
    let store = Store::open(&place.place()).await?;
    let (clock, chance) = machine();
    raise_on(store, clock, chance, place, serve)
}

/// Raises the house on a store that is open: tests bring their own clock and chance.
pub fn raise_on(store: Store, clock: Clock, chance: Chance, place: &PlaceArgs, serve: &ServeArgs) -> anyhow::Result<Raised> {
    let index = Index::open(&place.data.join("search"))?;
    let mail = Mail::new(&Settings { smtp_url: serve.smtp_url.clone(), from: serve.mail_from.clone(), data: place.data.clone() })?;
    let outbox = mail.outbox().map(std::path::Path::to_owned);
    let areas = areas();
    let data = std::path::absolute(&place.data)?;
    let mut plan = HousePlan::new(store.clone(), clock.clone(), chance.clone(), data);
    plan.public_url = serve.public_url.clone();
    plan.proxies = web::client::TrustedProxies::parse(&serve.trusted_proxy)?;
    plan = plan
        .with(identity::gate::Communities::default())
        .with(identity::address::Listening(format!("http://localhost:{}", serve.listen.port())))
        .with(talk::person_search(index.clone()))
        .with(talk::person_topics())
        .with(requests::person_standing())
        .with(people::OwnData(vec![talk::own_words(), requests::own_data()]))
        .with(index.clone());
    let house = Arc::new(House::raise(plan, &areas)?);
    let mut runner = workers(store, clock, chance, &areas);
    runner.handlers.push(Arc::new(mail));
    runner.followers.push(talk::search_follower(index));
    let (notices, letters) = requests::notices(house.clone());
    runner.followers.push(notices);
    runner.handlers.push(letters);
    let gate = house.clone();
    let router = house_router(&areas, house.clone(), |rooms| rooms.layer(from_fn_with_state(gate, identity::gate)));
    Ok(Raised { house, runner: Arc::new(runner), router, outbox })
}

/// Jobs, projections and schedules of the areas, without what only a serving node has (mail, the search index).
pub fn workers(store: Store, clock: Clock, chance: Chance, areas: &[Area]) -> Runner {
    let mut handlers: Vec<Arc<dyn store::JobHandler>> = areas.iter().flat_map(|area| area.jobs.iter().cloned()).collect();
    handlers.push(Arc::new(store::pruning::Pruning));
    let mut schedules: Vec<store::Schedule> = areas.iter().flat_map(|area| area.schedules.iter().copied()).collect();
    schedules.push(store::pruning::Pruning::SCHEDULE);
    Runner {
        store,
        clock,
        chance,
        followers: areas.iter().flat_map(|area| area.followers.iter().cloned()).collect(),
        handlers,
        schedules,
    }
}

/// Names of the projections, for the doctor: each must have a cursor at the head once it has caught up.
pub fn projections(areas: &[Area]) -> Vec<&'static str> {
    let followers = areas.iter().flat_map(|area| &area.followers);
    followers.filter(|follower| follower.role() == FollowerRole::Projection).map(|follower| follower.name()).collect()
}
