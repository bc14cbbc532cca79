//! Acts come from our own pages only. Browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`); programs
//! without a browser say nothing and carry no one's cookies by accident. An act that a secret in its path allows may
//! declare that it comes from anywhere ([`crate::Route::from_anywhere`]).

use crate::Visit;
use crate::arrival::{Arrival, text};
use crate::refusal::Trouble;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// Patterns of the acts that declare themselves open to other sites.
pub(crate) type FromAnywhere = Arc<[&'static str]>;

pub(crate) async fn check(State(free): State<FromAnywhere>, request: Request, next: Next) -> Response {
    if may_come(&request, &free) { next.run(request).await } else { Trouble::Foreign.into() }
}

fn may_come(request: &Request, free: &FromAnywhere) -> bool {
    let method = request.method();
    let arrival = || request.extensions().get::<Visit>().map(|visit| &visit.arrival);
    is_safe(method)
        || method == Method::POST && free.iter().any(|pattern| fits(pattern, request.uri().path()))
        || arrival().is_some_and(|arrival| is_ours(request.headers(), arrival))
}

/// `/stops/{token}` fits `/stops/abc`, and neither `/stops/` nor `/stops/a/b`.
pub(crate) fn fits(pattern: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if wanted == given || wanted.starts_with('{') && !given.is_empty() => {}
            _ => return false,
        }
    }
}

pub(crate) fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn is_ours(headers: &HeaderMap, arrival: &Arrival) -> bool {
    let origin = text(headers, "origin").map(|origin| is_own_origin(origin, arrival));
    match text(headers, "sec-fetch-site") {
        Some("same-origin") => origin != Some(false),
        // Typed by the person, if it was not made up: then the browser names our own origin.
        Some("none") => origin == Some(true),
        Some(_) => false,
        // An old browser or a program. Every browser of the last ten years sends `Origin` with a form.
        None => origin != Some(false) && !headers.contains_key("sec-fetch-mode"),
    }
}

fn is_own_origin(origin: &str, arrival: &Arrival) -> bool {
    match origin.split_once("://") {
        Some(("https", authority)) => authority.eq_ignore_ascii_case(&arrival.authority),
        Some(("http", authority)) => !arrival.secure && authority.eq_ignore_ascii_case(&arrival.authority),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_fits_whole_addresses() {
        for (path, fitting) in [
            ("/stops/a-1", true),
            ("/stops/", false),
            ("/stops", false),
            ("/stops/a/b", false),
            ("/stops/a/", false),
            ("/other/a", false),
            ("//stops/a", false),
        ] {
            assert_eq!(fits("/stops/{token}", path), fitting, "{path}");
        }
    }
}
