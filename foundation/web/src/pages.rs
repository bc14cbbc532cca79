//! Refusals become pages: what happened, what is safe, what to do.

use crate::refusal::{Refused, Trouble};
use crate::requests::Pattern;
use crate::{Shell, Visit};
use askama::Template;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use kernel::{Door, Problem};
use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorView {
    shell: Shell,
    code: u16,
    text: String,
    reference: Option<String>,
    sign_in: bool,
}

/// Runs the rest of the house; writes a page for what it refused, also when it fell over.
pub(crate) async fn show(request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Visit>().cloned();
    let sends = !request.method().is_safe();
    let answer = AssertUnwindSafe(next.run(request)).catch_unwind().await;
    let mut response = answer.unwrap_or_else(|panic| Trouble::Problem(Problem::Internal(fallen(&*panic))).into());
    if is_extractors_own(&response) {
        let trouble = if sends { Trouble::Malformed } else { Trouble::Problem(Problem::NotFound) };
        response.extensions_mut().insert(Refused(Arc::new(trouble)));
    }
    let Some((refused, visit)) = response.extensions_mut().remove::<Refused>().zip(visit) else {
        return response;
    };
    let mut page = page(&visit, &refused.0);
    if let Some(pattern) = response.extensions().get::<Pattern>() {
        page.extensions_mut().insert(*pattern);
    }
    page
}

/// What came could not be read, and the framework says so in its own words: a number in the address that is none, a
/// name twice, a form of another kind. A page that is asked for so is not there.
fn is_extractors_own(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    response.status() == StatusCode::BAD_REQUEST
        && response.extensions().get::<Refused>().is_none()
        && kind.starts_with("text/plain")
}

fn fallen(panic: &(dyn Any + Send)) -> anyhow::Error {
    let said = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    anyhow::anyhow!("a handler panicked: {}", said.unwrap_or("without a word"))
}

fn page(visit: &Visit, trouble: &Trouble) -> Response {
    note(visit, trouble);
    let status = trouble.status();
    let (title, text) = words(visit, trouble, status);
    let shell = visit.shell(title);
    let reference = status.is_server_error().then(|| shell.tt("web-error-reference", "reference", &*visit.arrival.reference));
    let sign_in = matches!(trouble, Trouble::Door(_)) && visit.community.is_some();
    let view = ErrorView { shell, code: status.as_u16(), text, reference, sign_in };
    let mut response = visit.render_with(status, &view).unwrap_or_else(|_| status.into_response());
    if let Trouble::Problem(Problem::TooMany(seconds)) = trouble {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    response
}

/// What we must mend goes into the log with the number that the reader sees.
fn note(visit: &Visit, trouble: &Trouble) {
    let reference = &*visit.arrival.reference;
    match trouble {
        Trouble::Problem(Problem::Internal(error)) => tracing::error!(reference, "{error:?}"),
        Trouble::Problem(Problem::Again(error)) => tracing::warn!(reference, "the database was busy for too long: {error:#}"),
        Trouble::Slow => tracing::warn!(reference, "an answer took too long"),
        _ => {}
    }
}

fn words(visit: &Visit, trouble: &Trouble, status: StatusCode) -> (String, String) {
    let pair = |name: &str| (visit.t(&format!("web-error-{name}-title")), visit.t(&format!("web-error-{name}-text")));
    match trouble {
        Trouble::Problem(Problem::Conflict(word)) if visit.house.words.knows(word) => {
            (visit.t("web-error-409-title"), visit.t(word))
        }
        Trouble::Problem(Problem::TooMany(seconds)) => {
            (visit.t("web-error-429-title"), visit.tv("web-error-429-text", &[("n", (*seconds).into())]))
        }
        Trouble::Problem(Problem::Invalid(faults)) if faults.iter().any(|fault| visit.house.words.knows(fault.word)) => {
            let known = faults.iter().filter(|fault| visit.house.words.knows(fault.word));
            (visit.t("web-error-422-title"), known.map(|fault| visit.t(fault.word)).collect::<Vec<_>>().join(". "))
        }
        Trouble::Excess(word) => (visit.t("web-error-413-title"), visit.t(word)),
        Trouble::Streams => (visit.t("web-error-429-title"), visit.t("web-error-streams-text")),
        Trouble::Door(door) => (visit.t("web-error-door-title"), visit.t(door_word(*door))),
        Trouble::Foreign => pair("foreign"),
        _ => pair(&status.as_u16().to_string()),
    }
}

/// Who can open a door and how to ask.
fn door_word(door: Door) -> &'static str {
    match door {
        Door::Owner => "web-error-door-owner",
        Door::Staff => "web-error-door-staff",
        Door::Moderator => "web-error-door-moderator",
        Door::Leader => "web-error-door-leader",
        Door::Open | Door::Stranger | Door::Account | Door::Member => "web-error-door-member",
    }
}
