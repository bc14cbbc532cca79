//! Whether the process lives, and whether it can serve.

use crate::House;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::Duration;

/// How long the store may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// `GET /healthz`: the process answers.
pub(crate) async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the house is open and the store answers.
pub(crate) async fn ready(State(house): State<Arc<House>>) -> Response {
    if *house.closing().borrow() {
        return (StatusCode::SERVICE_UNAVAILABLE, "closing\n").into_response();
    }
    match tokio::time::timeout(PATIENCE, house.store.global_read()).await {
        Ok(Ok(_)) => "ok\n".into_response(),
        Ok(Err(problem)) => {
            tracing::warn!(%problem, "the store does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the store does not answer\n").into_response()
        }
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the store is slow\n").into_response(),
    }
}

/// `GET /robots.txt`: a community's rooms are for people. Public pages may be read.
pub(crate) async fn robots() -> &'static str {
    "User-agent: *\nAllow: /$\nAllow: /assets/\nDisallow: /\n"
}
