//! `/talk/messages/ID`: the permanent address of a message. It leads to the page of its thread on which it stands.

use crate::message::{self, Place};
use crate::policy;
use axum::extract::Path;
use axum::http::StatusCode;
use web::{Cursor, Response, Result, Visit};

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let mut scope = visit.read().await?;
    let message = policy::message(&mut scope, super::id(&id)?).await?;
    // A message may be open while its thread is not: then it has no page to stand on.
    let thread = policy::thread(&mut scope, message.thread).await?;
    let page = match message::place_of(&mut scope, &message).await? {
        Place::After(key) => format!("?after={}", Cursor::encode(&key)),
        _ => String::new(),
    };
    Ok(web::redirect(StatusCode::SEE_OTHER, &format!("/talk/threads/{}{page}#m{}", thread.id, message.id)))
}
