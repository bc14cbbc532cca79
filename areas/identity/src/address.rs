//! Hosts and addresses: which community a host means, and where links to a community lead. A letter's links come from
//! the public address or from what was stored at founding, never from the `Host` header of whoever asked for it.

use crate::community::{self, Known};
use kernel::Result;
use std::net::IpAddr;
use store::Scope;
use web::House;

/// What a host name can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The installation itself: its public host, loopback or a bare IP address. The first community answers there.
    Bare,
    /// `SLUG.public-host` or `SLUG.localhost`.
    Slug(String),
    /// A domain of somebody's own, if anybody's.
    Own(String),
}

/// Where this process listens when no public address is configured, e.g. `http://localhost:8080`. The application may
/// put it into the house for links of communities that were founded by command.
#[derive(Clone, Debug)]
pub struct Listening(pub String);

/// Lower case, without port. `public_host` is the host of `--public-url`.
pub fn place(host: &str, public_host: Option<&str>) -> Place {
    if Some(host) == public_host || host == "localhost" || is_ip(host) {
        return Place::Bare;
    }
    let label = [public_host, Some("localhost")].into_iter().flatten().find_map(|base| host.strip_suffix(base)?.strip_suffix('.'));
    match label {
        Some(label) if !label.is_empty() && !label.contains('.') => Place::Slug(label.to_owned()),
        _ => Place::Own(host.to_owned()),
    }
}

fn is_ip(host: &str) -> bool {
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    bare.parse::<IpAddr>().is_ok()
}

/// The host of a URL such as `https://example.org:8443`, in lower case and without port.
pub fn host_of(url: &str) -> Option<String> {
    let (_, authority, _) = pieces(url)?;
    Some(authority.to_ascii_lowercase())
}

/// Scheme, host and `:port` (or nothing).
fn pieces(url: &str) -> Option<(&str, &str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let port = authority.rfind(':').filter(|at| authority[at + 1..].bytes().all(|byte| byte.is_ascii_digit()));
    let (host, port) = port.map_or((authority, ""), |at| authority.split_at(at));
    (!host.is_empty()).then_some((scheme, host, port))
}

/// Scheme, host and port at which a community is reached, without a slash at the end.
pub fn origin_of(house: &House, known: &Known) -> String {
    let listening = || house.find::<Listening>().map_or("http://localhost", |listening| listening.0.as_str());
    match (house.public_url.as_deref(), &known.origin) {
        (None, Some(origin)) => origin.clone(),
        (public, _) => derived(public.unwrap_or_else(listening), known),
    }
}

fn derived(base: &str, known: &Known) -> String {
    let Some((scheme, host, port)) = pieces(base) else { return base.to_owned() };
    match &known.community.host {
        Some(own) => format!("{scheme}://{own}{port}"),
        None if known.first => format!("{scheme}://{host}{port}"),
        None => format!("{scheme}://{}.{host}{port}", known.community.slug),
    }
}

/// [`origin_of`] the scope's own community.
pub async fn origin(scope: &mut Scope, house: &House) -> Result<String> {
    let known = community::known(scope).await?;
    Ok(origin_of(house, &known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_mean_places() {
        let public = Some("artel.example");
        for bare in ["artel.example", "localhost", "127.0.0.1", "[::1]"] {
            assert_eq!(place(bare, public), Place::Bare, "{bare}");
        }
        assert_eq!(place("opora.artel.example", public), Place::Slug("opora".into()));
        assert_eq!(place("opora.localhost", None), Place::Slug("opora".into()));
        for own in ["opora.ru", "a.b.artel.example", ".artel.example", "xartel.example", ""] {
            assert_eq!(place(own, public), Place::Own(own.into()), "{own}");
        }
    }

    #[test]
    fn urls_come_apart() {
        assert_eq!(host_of("https://Artel.Example:8443/x"), Some("artel.example".into()));
        assert_eq!(pieces("http://[::1]:8080"), Some(("http", "[::1]", ":8080")));
        assert_eq!(pieces("http://[::1]"), Some(("http", "[::1]", "")));
        assert_eq!(host_of("nonsense"), None);
    }
}
