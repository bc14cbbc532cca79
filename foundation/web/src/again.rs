//! A page that the database asked to try again is tried again, with the same body, before anybody hears of it.

use crate::Visit;
use crate::refusal::{Refused, Trouble};
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use kernel::Problem;
use std::time::Duration;

/// Tries of one request.
const TRIES: u32 = 3;

/// Waits before the second and third try: the other writer is done by then, since transactions are short.
const PAUSE: Duration = Duration::from_millis(30);

pub(crate) async fn serve(request: Request, next: Next, visit: &Visit, body_bytes: u64) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, usize::try_from(body_bytes).unwrap_or(usize::MAX)).await else {
        return Trouble::TooLarge.into();
    };
    let kept = visit.arrival.outbox.kept();
    let mut attempt = 1;
    loop {
        let request = Request::from_parts(parts.clone(), Body::from(body.clone()));
        let response = next.clone().run(request).await;
        if attempt == TRIES || !asks_again(&response) {
            return response;
        }
        tracing::debug!(attempt, "the database asked to try again");
        visit.arrival.outbox.restore(&kept);
        tokio::time::sleep(PAUSE * attempt).await;
        attempt += 1;
    }
}

fn asks_again(response: &Response) -> bool {
    let refused = response.extensions().get::<Refused>();
    refused.is_some_and(|refused| matches!(*refused.0, Trouble::Problem(Problem::Again(_))))
}
