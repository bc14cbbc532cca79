//! A browser's cookies: kept by host, forgotten when told to.

use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use std::collections::BTreeMap;

/// Cookies by host and name. Each keeps its `Set-Cookie` line, for tests that look at its armour.
#[derive(Clone, Debug, Default)]
pub struct Jar(BTreeMap<(String, String), Kept>);

#[derive(Clone, Debug)]
struct Kept {
    value: String,
    line: String,
}

impl Jar {
    pub fn take(&mut self, host: &str, headers: &HeaderMap) {
        for line in headers.get_all(SET_COOKIE).iter().filter_map(|line| line.to_str().ok()) {
            let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
            let Some((name, value)) = pair.split_once('=') else { continue };
            let key = (host.to_owned(), name.trim().to_owned());
            let over = attributes.split(';').filter_map(|attribute| attribute.trim().split_once('=')).any(|(name, value)| {
                name.eq_ignore_ascii_case("max-age") && value.trim().parse::<i64>().is_ok_and(|seconds| seconds <= 0)
            });
            if over {
                self.0.remove(&key);
            } else {
                self.0.insert(key, Kept { value: value.trim().to_owned(), line: line.to_owned() });
            }
        }
    }

    /// The `Cookie` header for a host, if there is any cookie.
    pub fn header(&self, host: &str) -> Option<String> {
        let pairs: Vec<String> =
            self.0.iter().filter(|((kept, _), _)| kept == host).map(|((_, name), kept)| format!("{name}={}", kept.value)).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    pub fn value(&self, host: &str, name: &str) -> Option<&str> {
        self.0.get(&(host.to_owned(), name.to_owned())).map(|kept| kept.value.as_str())
    }

    pub fn line(&self, host: &str, name: &str) -> Option<&str> {
        self.0.get(&(host.to_owned(), name.to_owned())).map(|kept| kept.line.as_str())
    }

    pub fn put(&mut self, host: &str, name: &str, value: &str) {
        let kept = Kept { value: value.to_owned(), line: format!("{name}={value}") };
        self.0.insert((host.to_owned(), name.to_owned()), kept);
    }

    pub fn forget(&mut self) {
        self.0.clear();
    }
}
