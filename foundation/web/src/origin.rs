//! Acts come from our own pages only. Browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`); programs
//! without a browser say nothing and carry no one's cookies by accident.

use crate::Visit;
use crate::arrival::{Arrival, text};
use crate::refusal::Trouble;
use axum::extract::Request;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;

pub(crate) async fn check(request: Request, next: Next) -> Response {
    let safe = is_safe(request.method());
    let arrival = request.extensions().get::<Visit>().map(|visit| &visit.arrival);
    let ours = safe || arrival.is_some_and(|arrival| is_ours(request.headers(), arrival));
    if ours { next.run(request).await } else { Trouble::Foreign.into() }
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
