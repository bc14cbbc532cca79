//! A visit: one person at one page. What a handler needs to read, write, speak and answer.

use crate::arrival::Arrival;
use crate::flash::Flash;
use crate::refusal::{Refusal, Result};
use crate::{Community, House, Shell, Theme, Value, flash, rates};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Locale, Problem, Viewer};
use std::net::IpAddr;
use std::sync::Arc;
use store::{Scope, Who};

#[derive(Clone)]
pub struct Visit {
    pub house: Arc<House>,
    pub community: Option<Arc<Community>>,
    pub viewer: Arc<Viewer>,
    /// The session's row.
    pub session: Option<i64>,
    pub locale: Locale,
    pub theme: Theme,
    pub client: IpAddr,
    /// Without the query.
    pub path: String,
    /// Lower case, without port.
    pub host: String,
    /// Path and query, for coming back.
    pub address: String,
    pub arrival: Arrival,
}

impl Visit {
    /// A stranger has come. The gate then fills in `community`, `viewer` and `session` and calls [`Visit::settle`].
    pub fn arrive(house: &Arc<House>, parts: &Parts) -> Visit {
        let arrival = parts.extensions.get::<Arrival>().cloned().unwrap_or_else(|| Arrival::read(house, parts));
        let mut visit = Visit {
            house: house.clone(),
            community: None,
            viewer: Arc::default(),
            session: None,
            locale: Locale::default(),
            theme: arrival.cookie(THEME_COOKIE).and_then(Theme::parse).unwrap_or_default(),
            client: arrival.client,
            path: parts.uri.path().to_owned(),
            host: arrival.host.clone(),
            address: parts.uri.path_and_query().map_or("/", |address| address.as_str()).to_owned(),
            arrival,
        };
        visit.settle(None);
        visit
    }

    /// Chooses the language: what the person said here, then what their account says, then the community's,
    /// then the browser's.
    pub fn settle(&mut self, account: Option<Locale>) {
        let said = self.arrival.cookie(LANGUAGE_COOKIE).and_then(Locale::parse);
        let community = self.community.as_ref().map(|community| community.locale);
        self.locale = said.or(account).or(community).or(self.arrival.accepted).unwrap_or_default();
    }

    /// The community of this host, or 404.
    pub fn community(&self) -> Result<&Community, Problem> {
        self.community.as_deref().ok_or(Problem::NotFound)
    }

    pub fn who(&self) -> Result<Who, Problem> {
        let community = self.community()?.id;
        Ok(Who { community, viewer: self.viewer.clone(), clock: self.house.clock.clone(), chance: self.house.chance.clone() })
    }

    /// A snapshot of the community.
    pub async fn read(&self) -> Result<Scope, Problem> {
        self.house.store.read(&self.who()?).await
    }

    /// A turn to write in the community.
    pub async fn write(&self) -> Result<Scope, Problem> {
        self.house.store.write(&self.who()?).await
    }

    /// A word in the reader's language.
    pub fn t(&self, key: &str) -> String {
        self.house.words.t(self.locale, key)
    }

    /// A word with values: `visit.tv("people-count", &[("n", n.into())])`.
    pub fn tv(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.house.words.tv(self.locale, key, values)
    }

    /// The frame of a page: `title` is the page's own name, the community's is added.
    pub fn shell(&self, title: impl Into<String>) -> Shell {
        Shell::of(self, title.into())
    }

    pub fn render(&self, view: &impl askama::Template) -> Result<Response> {
        self.render_with(StatusCode::OK, view)
    }

    /// As [`Visit::render`] with another status, e.g. 422 for a form to mend.
    pub fn render_with(&self, status: StatusCode, view: &impl askama::Template) -> Result<Response> {
        let page = view.render().map_err(|error| Problem::Internal(error.into()))?;
        let kind = HeaderValue::from_static("text/html; charset=utf-8");
        Ok((status, [(header::CONTENT_TYPE, kind)], page).into_response())
    }

    /// A form that did not pass: the same page with its faults, 422.
    pub fn render_invalid(&self, view: &impl askama::Template) -> Result<Response> {
        self.render_with(StatusCode::UNPROCESSABLE_ENTITY, view)
    }

    /// A notice on the next page. The word is a key that may use `$n`.
    pub fn flash(&self, word: &str) {
        flash::leave(&self.arrival, &Flash { word: word.to_owned(), n: None });
    }

    pub fn flash_n(&self, word: &str, n: i64) {
        flash::leave(&self.arrival, &Flash { word: word.to_owned(), n: Some(n) });
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.arrival.cookie(name)
    }

    /// Sent with the answer, host-only, not readable by scripts. `None` lasts until the browser is closed.
    pub fn set_cookie(&self, name: &str, value: &str, max_age_seconds: Option<i64>) {
        self.arrival.set_cookie(name, value, max_age_seconds);
    }

    pub fn drop_cookie(&self, name: &str) {
        self.arrival.set_cookie(name, "", Some(0));
    }

    /// Takes one try of an act from the viewer's allowance: by account, or by network for strangers.
    pub fn limit(&self, act: &'static str, rate: rates::Rate) -> Result<(), Problem> {
        let key = match self.viewer.account {
            Some(account) => rates::Key::Account(act, account.0),
            None => rates::Key::Network(act, crate::client::neighbourhood(self.client)),
        };
        self.house.rates.take(key, rate, kernel::Clock::real())
    }
}

/// Names of the cookies that hold choices of looks. They are no secrets and open nothing.
pub(crate) const THEME_COOKIE: &str = "theme";
pub(crate) const LANGUAGE_COOKIE: &str = "language";

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Visit> {
        let visit = parts.extensions.get::<Visit>().cloned();
        Ok(visit.ok_or_else(|| Problem::Internal(anyhow::anyhow!("a handler was reached past the gate")))?)
    }
}

/// 303: the form was taken, look here.
pub fn see_other(path: impl AsRef<str>) -> Response {
    redirect(StatusCode::SEE_OTHER, path.as_ref())
}

/// An address that cannot be a header leads home.
pub fn redirect(status: StatusCode, address: &str) -> Response {
    let address = HeaderValue::from_str(address).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (status, [(header::LOCATION, address)]).into_response()
}

/// The longest address to come back to.
const ADDRESS_BYTES: usize = 1_024;

/// A path of this site, or nothing: what `next` may lead to.
pub fn local_path(address: &str) -> Option<&str> {
    let mut bytes = address.bytes();
    let local = bytes.next() == Some(b'/') && !matches!(bytes.next(), Some(b'/' | b'\\'));
    let printable = address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    (local && printable && address.len() <= ADDRESS_BYTES).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        assert_eq!(local_path("/people?q=%D0%B0"), Some("/people?q=%D0%B0"));
        for foreign in
            ["//evil.example", "/\\evil.example", "https://evil.example", "", "people", "/a\r\nSet-Cookie: x", "/ a", "/a\\b"]
        {
            assert_eq!(local_path(foreign), None, "{foreign:?}");
        }
    }
}
