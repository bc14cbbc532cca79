//! A community as pages know it. Identity's gate finds it by host and puts it into the visit.

use kernel::{CommunityId, Locale};

#[derive(Clone, Debug)]
pub struct Community {
    pub id: CommunityId,
    /// The name in addresses: lower-case Latin letters, digits and hyphens.
    pub slug: String,
    pub name: String,
    /// One sentence.
    pub mission: String,
    pub profession: String,
    pub specialisation: String,
    pub locale: Locale,
    pub timezone: chrono_tz::Tz,
    /// ISO 4217, e.g. `RUB`.
    pub currency: String,
    /// Its own domain, without port.
    pub host: Option<String>,
}
