//! The outermost layer: numbers a request, writes it into the log, and puts headers and cookies on the answer.

use crate::{Arrival, House, headers};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use kernel::Clock;
use std::sync::Arc;
use tracing::Instrument;

/// The pattern of the route that answered. Paths are never logged: some hold secrets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern(pub &'static str);

pub(crate) async fn meet(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    let watch = Clock::stopwatch();
    let method = request.method().clone();
    let (mut parts, body) = request.into_parts();
    let arrival = Arrival::read(&house, &parts);
    parts.extensions.insert(arrival.clone());
    let span = tracing::info_span!("request", reference = %arrival.reference);
    let mut response = next.run(Request::from_parts(parts, body)).instrument(span.clone()).await;
    headers::put(response.headers_mut(), arrival.secure);
    for cookie in arrival.outbox.empty() {
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    let route = response.extensions().get::<Pattern>().map_or("-", |pattern| pattern.0);
    let milliseconds = watch.elapsed().as_secs_f64() * 1_000.0;
    span.in_scope(|| tracing::info!(%method, route, status = response.status().as_u16(), ms = (milliseconds * 10.0).round() / 10.0, "answered"));
    response
}
