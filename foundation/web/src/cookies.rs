//! Cookies: host-only always, `__Host-` under TLS, and never readable by scripts.

use std::sync::{Mutex, PoisonError};

/// Cookies read from one request; more than this are ignored.
const COOKIES_READ: usize = 40;

/// The longest value kept; browsers allow about 4096 bytes for the whole cookie.
const VALUE_BYTES: usize = 1_024;

/// The cookies of a request, by their plain names.
#[derive(Clone, Debug, Default)]
pub struct Cookies(Vec<(String, String)>);

impl Cookies {
    /// Under TLS only names with the `__Host-` prefix count: a sibling host cannot set those.
    pub fn read<'h>(headers: impl Iterator<Item = &'h str>, secure: bool) -> Cookies {
        let mut cookies = Vec::new();
        for pair in headers.flat_map(|header| header.split(';')).take(COOKIES_READ) {
            let Some((name, value)) = pair.trim().split_once('=') else { continue };
            let name = match (secure, name.strip_prefix("__Host-")) {
                (true, Some(name)) => name,
                (false, None) => name,
                _ => continue,
            };
            if value.len() <= VALUE_BYTES {
                cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        Cookies(cookies)
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(held, _)| held == name).map(|(_, value)| value.as_str())
    }
}

/// One `Set-Cookie` header's value.
pub fn written(name: &str, value: &str, max_age_seconds: Option<i64>, secure: bool) -> String {
    let prefix = if secure { "__Host-" } else { "" };
    let lasting = max_age_seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let armour = if secure { "; Secure" } else { "" };
    format!("{prefix}{name}={value}; Path=/; HttpOnly; SameSite=Lax{lasting}{armour}")
}

/// Cookies to be sent with the answer, collected while it is made.
#[derive(Debug, Default)]
pub struct Outbox(Mutex<Vec<(String, String)>>);

impl Outbox {
    /// A later cookie of the same name takes the place of an earlier one.
    pub fn put(&self, name: &str, header: String) {
        let mut cookies = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        cookies.retain(|(held, _)| held != name);
        cookies.push((name.to_owned(), header));
    }

    /// What stands in the box now, to come back to when an attempt fails.
    pub fn kept(&self) -> Vec<(String, String)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets what a failed attempt left behind.
    pub fn restore(&self, kept: &[(String, String)]) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = kept.to_vec();
    }

    /// Takes everything out, as header values.
    pub fn empty(&self) -> Vec<String> {
        let mut cookies = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        cookies.drain(..).map(|(_, header)| header).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_armoured_under_tls_only() {
        assert_eq!(written("session", "x", Some(60), true), "__Host-session=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure");
        assert_eq!(written("session", "x", None, false), "session=x; Path=/; HttpOnly; SameSite=Lax");
        let header = "__Host-session=safe; session=planted";
        assert_eq!(Cookies::read([header].into_iter(), true).get("session"), Some("safe"));
        assert_eq!(Cookies::read([header].into_iter(), false).get("session"), Some("planted"));
        assert_eq!(Cookies::read(["session=planted"].into_iter(), true).get("session"), None);
    }
}
