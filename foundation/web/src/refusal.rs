//! What a handler answers when it cannot answer: a kernel problem, or a trouble of the web itself. The pages layer
//! turns it into a page in the reader's language.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Door, Problem};
use std::sync::Arc;

#[derive(Debug)]
pub enum Trouble {
    Problem(Problem),
    /// The page exists, and the viewer may know it, but the door is for others.
    Door(Door),
    /// The request came from another site.
    Foreign,
    /// The body is larger than the route allows.
    TooLarge,
    /// The upload is larger than the route allows, and the route has a word of its own for that.
    Excess(&'static str),
    /// The form cannot be read at all.
    Malformed,
    /// The answer took too long.
    Slow,
    /// There is no such act on this page.
    Method,
    /// This host is none of ours.
    Misdirected,
    /// Too many live streams are open.
    Streams,
}

/// The error side of [`Result`]: anything that becomes a kernel problem, or a [`Trouble`].
#[derive(Debug)]
pub struct Refusal(pub Trouble);

pub type Result<T = Response, E = Refusal> = std::result::Result<T, E>;

impl<E: Into<Problem>> From<E> for Refusal {
    fn from(error: E) -> Refusal {
        Refusal(Trouble::Problem(error.into()))
    }
}

impl Trouble {
    pub fn status(&self) -> StatusCode {
        match self {
            Trouble::Problem(problem) => match problem {
                Problem::NotFound => StatusCode::NOT_FOUND,
                Problem::Forbidden => StatusCode::FORBIDDEN,
                Problem::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
                Problem::Conflict(_) => StatusCode::CONFLICT,
                Problem::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
                Problem::Again(_) => StatusCode::SERVICE_UNAVAILABLE,
                Problem::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
            },
            Trouble::Door(_) | Trouble::Foreign => StatusCode::FORBIDDEN,
            Trouble::TooLarge | Trouble::Excess(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Trouble::Malformed => StatusCode::BAD_REQUEST,
            Trouble::Slow => StatusCode::SERVICE_UNAVAILABLE,
            Trouble::Method => StatusCode::METHOD_NOT_ALLOWED,
            Trouble::Misdirected => StatusCode::MISDIRECTED_REQUEST,
            Trouble::Streams => StatusCode::TOO_MANY_REQUESTS,
        }
    }
}

/// Travels in the response's extensions until the pages layer writes the page.
#[derive(Clone, Debug)]
pub(crate) struct Refused(pub Arc<Trouble>);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.0.status().into_response();
        response.extensions_mut().insert(Refused(Arc::new(self.0)));
        response
    }
}

impl From<Trouble> for Response {
    fn from(trouble: Trouble) -> Response {
        Refusal(trouble).into_response()
    }
}
