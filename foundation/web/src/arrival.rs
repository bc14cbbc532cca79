//! What is known of a request before anybody is recognised: from where, to which host, how safely, under which number.

use crate::House;
use crate::cookies::{Cookies, Outbox, written};
use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::Locale;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

/// The longest host name that DNS allows.
const HOST_BYTES: usize = 253;

#[derive(Clone, Debug)]
pub struct Arrival {
    /// Eight characters that a person can read out to the owner and the owner can find in the log.
    pub reference: Arc<str>,
    pub client: IpAddr,
    /// The browser speaks TLS to us or to our proxy.
    pub secure: bool,
    /// Lower case, without port. Empty if there was none.
    pub host: String,
    /// As in the `Host` header, with port: what `Origin` is compared with.
    pub authority: String,
    pub accepted: Option<Locale>,
    pub(crate) cookies: Arc<Cookies>,
    pub(crate) outbox: Arc<Outbox>,
}

impl Arrival {
    pub(crate) fn read(house: &House, parts: &Parts) -> Arrival {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
        let forwarded = joined(&parts.headers, "x-forwarded-for");
        let secure = house.behind_tls()
            || (house.proxies.contains(peer.to_canonical())
                && joined(&parts.headers, "x-forwarded-proto").is_some_and(|scheme| last(&scheme) == "https"));
        let authority = authority(parts);
        let cookies = parts.headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        Arrival {
            reference: URL_SAFE_NO_PAD.encode(house.chance.bytes::<6>()).into(),
            client: house.proxies.client(peer, forwarded.as_deref()),
            secure,
            host: bare_host(&authority),
            accepted: text(&parts.headers, header::ACCEPT_LANGUAGE.as_str()).and_then(Locale::accepted),
            cookies: Arc::new(Cookies::read(cookies, secure)),
            outbox: Arc::default(),
            authority,
        }
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name)
    }

    /// The value must be made of characters that a cookie may hold: base64url, digits, words.
    pub fn set_cookie(&self, name: &str, value: &str, max_age_seconds: Option<i64>) {
        self.outbox.put(name, written(name, value, max_age_seconds, self.secure));
    }
}

pub(crate) fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// All values of a header that may come in pieces.
fn joined(headers: &HeaderMap, name: &str) -> Option<String> {
    let values: Vec<&str> = headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
    (!values.is_empty()).then(|| values.join(","))
}

fn last(list: &str) -> &str {
    list.rsplit(',').next().unwrap_or_default().trim()
}

fn authority(parts: &Parts) -> String {
    let named = text(&parts.headers, header::HOST.as_str()).or_else(|| parts.uri.authority().map(|authority| authority.as_str()));
    named.filter(|name| name.len() <= HOST_BYTES + 6).unwrap_or_default().to_ascii_lowercase()
}

fn bare_host(authority: &str) -> String {
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    host.trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_lose_their_ports() {
        assert_eq!(bare_host("opora.localhost:8080"), "opora.localhost");
        assert_eq!(bare_host("[::1]:8080"), "[::1]");
        assert_eq!(bare_host("[::1]"), "[::1]");
        assert_eq!(bare_host("example.org."), "example.org");
    }
}
