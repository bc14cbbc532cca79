//! The whole house as one service: assets and health outside the gate, rooms inside.

use crate::refusal::{Refusal, Trouble};
use crate::{
    Area, House, Refusal as Refused, Visit, appearance, assets, client, compression, door, health, open_to_anywhere, origin, pages,
    rates, requests, see_other,
};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kernel::{Clock, Problem};
use std::sync::Arc;

/// Builds the service. `gate` lays identity's middleware around the rooms: it finds the stranger's [`Visit`] in the
/// request's extensions, fills in community, viewer and session, calls [`Visit::settle`] and puts it back.
pub fn house_router(areas: &[Area], house: Arc<House>, gate: impl FnOnce(Router) -> Router) -> Router {
    let mut rooms = Router::new();
    let free = origin::FromAnywhere::from(open_to_anywhere(areas));
    for route in areas.iter().flat_map(|area| &area.routes).chain(&appearance::routes()) {
        rooms = rooms.route(route.path, door::hung(route));
    }
    let read: Arc<[&str]> =
        areas.iter().flat_map(|area| &area.routes).filter(|route| route.method == "GET").map(|route| route.path).collect();
    let no_such_act = move |request: Request| async move { no_such_act(&request, &read) };
    let rooms = rooms.fallback(nowhere).method_not_allowed_fallback(no_such_act).layer(from_fn(pages::show));
    let rooms = gate(rooms)
        .layer(from_fn_with_state(free, origin::check))
        .layer(from_fn_with_state(house.clone(), flood))
        .layer(from_fn(pages::show))
        .layer(from_fn_with_state(house.clone(), arrive));
    Router::new()
        .route("/assets/{*path}", get(assets::serve))
        .route("/favicon.ico", get(assets::favicon))
        .route("/robots.txt", get(health::robots))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .with_state(house.clone())
        .fallback_service(rooms)
        .layer(from_fn(compression::pack))
        .layer(from_fn_with_state(house, requests::meet))
}

async fn nowhere() -> Refused {
    Problem::NotFound.into()
}

/// Whoever comes back to the address of an act (a bookmark, another language chosen on its page) is led to the page above it.
fn no_such_act(request: &Request, read: &[&str]) -> Response {
    let path = request.uri().path();
    let above = path.rmatch_indices('/').map(|(end, _)| &path[..end]);
    match above.filter(|_| request.method() == Method::GET).find(|above| read.iter().any(|pattern| origin::fits(pattern, above))) {
        Some(above) => see_other(above).into_response(),
        None => Refusal(Trouble::Method).into_response(),
    }
}

/// Somebody stands at the gate: a stranger, until the gate knows better.
async fn arrive(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visit = Visit::arrive(&house, &parts);
    parts.extensions.insert(visit);
    next.run(Request::from_parts(parts, body)).await
}

async fn flood(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    let client = request.extensions().get::<Visit>().map(|visit| visit.client);
    if let Some(client) = client.filter(|client| !client.is_loopback()) {
        let key = rates::Key::Network("request", client::neighbourhood(client));
        if let Err(problem) = house.rates.take(key, house.floods.network, Clock::real()) {
            return Refusal::from(problem).into_response();
        }
    }
    next.run(request).await
}
