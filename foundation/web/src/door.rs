//! The doorway of one route: who may enter, how much may be carried in, how long it may take.

use crate::refusal::{Refusal, Trouble};
use crate::requests::Pattern;
use crate::route::{Kind, Route};
use crate::visit::redirect;
use crate::{Visit, again, origin, rates};
use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use futures_util::stream;
use http_body_util::{BodyExt, Limited};
use kernel::door::Answer;
use kernel::{Clock, Door, Problem};
use std::time::Duration;

/// How long an upload may bring nothing.
const STALL: Duration = Duration::from_secs(60);

#[derive(Clone, Copy)]
struct Doorway {
    path: &'static str,
    door: Door,
    kind: Kind,
    body_bytes: u64,
    excess: Option<&'static str>,
    patience: Option<Duration>,
}

/// The route's handler behind its door.
pub(crate) fn hung(route: &Route) -> MethodRouter {
    let doorway = Doorway {
        path: route.path,
        door: route.door,
        kind: route.kind,
        body_bytes: route.body_bytes,
        excess: route.excess,
        patience: route.patience,
    };
    route.handler.clone().route_layer(from_fn_with_state(doorway, pass))
}

async fn pass(State(doorway): State<Doorway>, request: Request, next: Next) -> Response {
    let mut response = match entered(doorway, &request) {
        Ok(visit) => serve(doorway, request, next, &visit).await,
        Err(turned_away) => turned_away,
    };
    response.extensions_mut().insert(Pattern(doorway.path));
    response
}

#[expect(clippy::result_large_err, reason = "both are answers, made once a request")]
fn entered(doorway: Doorway, request: &Request) -> Result<Visit, Response> {
    let visit = request.extensions().get::<Visit>().cloned().ok_or_else(past_the_gate)?;
    admit(doorway.door, &visit, origin::is_safe(request.method()))?;
    if let (false, Some(account)) = (origin::is_safe(request.method()), visit.viewer.account) {
        let key = rates::Key::Account("write", account.0);
        visit
            .house
            .rates
            .take(key, visit.house.floods.account, Clock::real())
            .map_err(|problem| Refusal::from(problem).into_response())?;
    }
    Ok(visit)
}

fn past_the_gate() -> Response {
    Refusal::from(anyhow::anyhow!("a route was reached past the gate")).into_response()
}

/// Whether the door opens to this viewer, or what it says instead.
#[expect(clippy::result_large_err, reason = "both are answers, made once a request")]
fn admit(door: Door, visit: &Visit, safe: bool) -> Result<(), Response> {
    if visit.community.is_none() && !matches!(door, Door::Open | Door::Account) {
        return Err(Refusal::from(Problem::NotFound).into_response());
    }
    match door.answer(&visit.viewer) {
        Answer::Enter => Ok(()),
        Answer::SignIn => Err(redirect(StatusCode::SEE_OTHER, &sign_in(visit, safe))),
        // A door of the staff is shown to members with a word on who opens it; others need not know of it.
        Answer::Refuse if door != Door::Member && !visit.viewer.is_member() => {
            Err(Refusal::from(Problem::NotFound).into_response())
        }
        Answer::Refuse => Err(Trouble::Door(door).into()),
    }
}

/// A page is come back to after signing in; an act is not repeated by itself.
fn sign_in(visit: &Visit, safe: bool) -> String {
    if !safe {
        return "/sign-in".to_owned();
    }
    let next: String = form_urlencoded::byte_serialize(visit.address.as_bytes()).collect();
    format!("/sign-in?next={next}")
}

async fn serve(doorway: Doorway, request: Request, next: Next, visit: &Visit) -> Response {
    let answer = async {
        match doorway.kind {
            Kind::Page => again::serve(request, next, visit, doorway.body_bytes).await,
            Kind::Upload => upload(request, next, doorway).await,
            Kind::Stream => next.run(request).await,
        }
    };
    match doorway.patience {
        Some(patience) => tokio::time::timeout(patience, answer).await.unwrap_or_else(|_| Trouble::Slow.into()),
        None => answer.await,
    }
}

/// A large body goes through in pieces and stops at its limit.
async fn upload(request: Request, next: Next, doorway: Doorway) -> Response {
    let announced = HttpBody::size_hint(request.body()).exact();
    if announced.is_some_and(|bytes| bytes > doorway.body_bytes) {
        return doorway.excess.map_or(Trouble::TooLarge, Trouble::Excess).into();
    }
    let limit = usize::try_from(doorway.body_bytes).unwrap_or(usize::MAX);
    next.run(request.map(|body| Body::new(Limited::new(hurried(body, STALL), limit)))).await
}

/// A body that fails when nothing comes for `stall`, so that nobody holds a place by sending nothing.
fn hurried(body: Body, stall: Duration) -> Body {
    Body::from_stream(stream::unfold(Some(body), move |body| async move {
        let mut body = body?;
        match tokio::time::timeout(stall, body.frame()).await {
            Ok(Some(Ok(frame))) => Some((Ok(frame.into_data().unwrap_or_default()), Some(body))),
            Ok(Some(Err(error))) => Some((Err(error), None)),
            Ok(None) => None,
            Err(_) => Some((Err(axum::Error::new("the upload stalled")), None)),
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Bytes;
    use futures_util::StreamExt;

    #[tokio::test]
    async fn an_upload_that_stalls_ends() {
        let piece = || Ok::<_, std::io::Error>(Bytes::from_static(b"x"));
        let whole = Body::from_stream(stream::iter([piece(), piece()]));
        assert_eq!(hurried(whole, Duration::from_secs(5)).collect().await.expect("whole").to_bytes(), "xx");
        let stalled = Body::from_stream(stream::iter([piece()]).chain(stream::pending()));
        assert!(hurried(stalled, Duration::from_millis(10)).collect().await.is_err());
    }
}
