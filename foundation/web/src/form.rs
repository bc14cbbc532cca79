//! Forms: typed fields for those that fit a struct, plain fields for lists, and faults shown at fields.

use crate::refusal::{Refusal, Result, Trouble};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use kernel::FieldFault;
use serde::de::DeserializeOwned;

/// Fields read from one form; more are refused.
const FIELDS: usize = 1_000;

/// A form as a struct of strings, numbers and options. A form that cannot be read at all is a 400: pages that let
/// people type keep their fields as `String` and parse them, so that what was typed can be shown again.
#[derive(Clone, Debug)]
pub struct Form<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Form<T>> {
        let body = body(request, state).await?;
        serde_urlencoded::from_bytes(&body).map(Form).map_err(|error| {
            tracing::debug!(%error, "a form could not be read");
            Refusal(Trouble::Malformed)
        })
    }
}

/// A form as its fields in order; a name may come many times.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    pub fn parse(body: &[u8]) -> Option<Fields> {
        let fields: Vec<(String, String)> =
            form_urlencoded::parse(body).take(FIELDS + 1).map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        (fields.len() <= FIELDS).then_some(Fields(fields))
    }

    /// The first value, or the empty text.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(held, _)| held == name).map_or("", |(_, value)| value.as_str())
    }

    /// Without white space at the ends; line ends are `\n`.
    pub fn text(&self, name: &str) -> String {
        self.get(name).replace("\r\n", "\n").trim().to_owned()
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(held, _)| held == name)
    }

    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(held, _)| held == name).map(|(_, value)| value.as_str())
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name).trim().parse().ok()
    }

    /// Names and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Fields> {
        Fields::parse(&body(request, state).await?).ok_or(Refusal(Trouble::Malformed))
    }
}

/// The body of a urlencoded form. Its size was limited by the route.
async fn body<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded") {
        return Err(Refusal(Trouble::Malformed));
    }
    Bytes::from_request(request, state).await.map_err(|_| Refusal(Trouble::TooLarge))
}

/// What is wrong with a form, for its page: `faults.of("name")` is the word to show at the field.
#[derive(Clone, Debug, Default)]
pub struct Faults(pub Vec<FieldFault>);

impl Faults {
    pub fn none() -> Faults {
        Faults::default()
    }

    pub fn add(&mut self, field: &'static str, word: &'static str) {
        self.0.push(FieldFault { field, word });
    }

    /// In the order of the form, in which a reader meets its fields.
    pub fn ordered(&mut self, fields: &[&str]) {
        self.0.sort_by_key(|fault| fields.iter().position(|field| *field == fault.field));
    }

    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// The first fault of a field.
    pub fn of(&self, field: &str) -> Option<&'static str> {
        self.0.iter().find(|fault| fault.field == field).map(|fault| fault.word)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, FieldFault> {
        self.0.iter()
    }
}

impl From<Vec<FieldFault>> for Faults {
    fn from(faults: Vec<FieldFault>) -> Faults {
        Faults(faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_order_and_repeats() {
        let fields = Fields::parse(b"pick=1&pick=2&name=+%D0%AF+&text=a%0D%0Ab").expect("a form");
        assert_eq!(fields.all("pick").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!((fields.text("name").as_str(), fields.text("text").as_str(), fields.get("none")), ("Я", "a\nb", ""));
        assert!(Fields::parse("a=1&".repeat(FIELDS + 1).as_bytes()).is_none());
    }
}
