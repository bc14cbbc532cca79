//! A community: finding it by host or name, what it says of itself. Founding one is next door.

use crate::address::Place;
use crate::audit;
pub use crate::founding::{Founded, NewCommunity, NewOwner, Site, found};
use crate::outside::Outside;
use crate::parsed::{Name, Sieve, line};
use crate::policy::KeepsCommunity;
use kernel::{CommunityId, Locale, MemberId, Micros, Problem, Result};
use serde_json::json;
use std::sync::Arc;
use store::{FromRow, Row, Scope, Store, args, global_statement};
use web::Community;

const MISSION_LETTERS: usize = 240;
const PROFESSION_LETTERS: usize = 80;

/// A community with what the gate and letters must know besides.
#[derive(Clone, Debug)]
pub struct Known {
    pub community: Arc<Community>,
    /// Scheme, host and port at which it was founded.
    pub origin: Option<String>,
    /// The first one of the installation, which answers on the bare host.
    pub first: bool,
}

impl FromRow for Known {
    fn from_row(row: &mut Row) -> anyhow::Result<Known> {
        let community = Community {
            id: row.next()?,
            slug: row.next()?,
            name: row.next()?,
            mission: row.next()?,
            profession: row.next()?,
            specialisation: row.next()?,
            locale: Locale::parse(&row.next::<String>()?).unwrap_or_default(),
            timezone: row.next::<String>()?.parse().unwrap_or(chrono_tz::UTC),
            currency: row.next()?,
            host: row.next()?,
        };
        Ok(Known { community: Arc::new(community), origin: row.next()?, first: row.next()? })
    }
}

/// The legal ground on which the owner keeps data of people who came with a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalGround {
    pub text: String,
    pub at: Micros,
    pub by: Option<MemberId>,
}

/// The columns of [`Known`], and the rest of its statement.
macro_rules! known {
    ($rest:literal) => {
        concat!(
            "select c.id, c.slug, c.name, c.mission, c.profession, c.specialisation, c.locale, c.timezone, c.currency, c.host, c.origin, ",
            "c.id = (select f.id from identity_communities f order by f.founded_at, f.id limit 1) from identity_communities c ",
            $rest
        )
    };
}

global_statement!(BY_ID = known!("where c.id = $1"));
global_statement!(BY_SLUG = known!("where c.slug = $1"));
global_statement!(BY_HOST = known!("where c.host = $1"));
global_statement!(FIRST = known!("order by c.founded_at, c.id limit 1"));
global_statement!(ALL = known!("order by c.founded_at, c.id"));
global_statement!(ANY = "select id from identity_communities limit 1");
global_statement!(
    DESCRIBE = "update identity_communities set name = $2, mission = $3, profession = $4, specialisation = $5, locale = $6, timezone = $7, currency = $8 where id = $1"
);
global_statement!(SECRET = "select secret from identity_communities where id = $1");
global_statement!(
    GROUND = "select legal_ground, legal_ground_at, legal_ground_by from identity_communities where id = $1 and legal_ground is not null"
);
global_statement!(
    SET_GROUND = "update identity_communities set legal_ground = $2, legal_ground_at = $3, legal_ground_by = $4 where id = $1"
);

/// Every community, the first one first.
pub async fn all(store: &Store) -> Result<Vec<Community>> {
    let known = store.global_read().await?.all::<Known>(&ALL, &[]).await?;
    Ok(known.into_iter().map(|known| Arc::unwrap_or_clone(known.community)).collect())
}

pub async fn by_slug(store: &Store, slug: &str) -> Result<Option<Community>> {
    let known = known_by_slug(store, slug).await?;
    Ok(known.map(|known| Arc::unwrap_or_clone(known.community)))
}

pub async fn known_by_slug(store: &Store, slug: &str) -> Result<Option<Known>> {
    store.global_read().await?.maybe(&BY_SLUG, args![slug]).await
}

/// The community that a place means, if any.
pub async fn by_place(store: &Store, place: &Place) -> Result<Option<Known>> {
    let mut global = store.global_read().await?;
    match place {
        Place::Bare => global.maybe(&FIRST, &[]).await,
        Place::Slug(slug) => global.maybe(&BY_SLUG, args![slug]).await,
        Place::Own(host) => global.maybe(&BY_HOST, args![host]).await,
    }
}

/// The community that a host means. Lower case, without port; `public_host` is that of `--public-url`.
pub async fn by_host(store: &Store, host: &str, public_host: Option<&str>) -> Result<Option<Community>> {
    let known = by_place(store, &crate::address::place(host, public_host)).await?;
    Ok(known.map(|known| Arc::unwrap_or_clone(known.community)))
}

/// Whether the installation has a community at all.
pub async fn any(outside: &mut impl Outside) -> Result<bool> {
    Ok(outside.row::<CommunityId>(&ANY, &[]).await?.is_some())
}

/// The scope's own community.
pub async fn known(scope: &mut Scope) -> Result<Known> {
    let id = scope.community();
    known_in(scope, id).await
}

pub(crate) async fn known_in(outside: &mut impl Outside, id: CommunityId) -> Result<Known> {
    outside.row(&BY_ID, args![id]).await?.ok_or(Problem::NotFound)
}

/// The key of hashes that must not be guessable, e.g. of the erased.
pub async fn secret(scope: &mut Scope) -> Result<Vec<u8>> {
    let id = scope.community();
    scope.global_one(&SECRET, args![id]).await
}

pub async fn legal_ground(scope: &mut Scope) -> Result<Option<LegalGround>> {
    let id = scope.community();
    let row = scope.global_maybe::<(String, Micros, Option<MemberId>)>(&GROUND, args![id]).await?;
    Ok(row.map(|(text, at, by)| LegalGround { text, at, by }))
}

/// Writes down the legal ground, with the audit. The text is the owner's; its length is the caller's to limit.
pub async fn state_legal_ground(scope: &mut Scope, _right: &KeepsCommunity, text: &str) -> Result<()> {
    let (id, now, by) = (scope.community(), scope.now(), scope.viewer().member);
    scope.global_run(&SET_GROUND, args![id, text, now, by]).await?;
    audit::record(scope, "identity.legal-ground-stated", "community", id.0, &json!({})).await
}

/// What a community says of itself, parsed.
#[derive(Clone, Debug)]
pub struct Description {
    pub(crate) name: Name,
    pub(crate) mission: String,
    pub(crate) profession: String,
    pub(crate) specialisation: String,
    pub(crate) locale: Locale,
    pub(crate) timezone: chrono_tz::Tz,
    pub(crate) currency: String,
}

impl Description {
    pub(crate) fn sift(sieve: &mut Sieve, new: &NewCommunity) -> Option<Description> {
        let name = sieve.take("name", "identity-fault-title", Name::parse(&new.name));
        let mission = sieve.take("mission", "identity-fault-mission", line(&new.mission, MISSION_LETTERS));
        let profession = sieve.take("profession", "identity-fault-profession", line(&new.profession, PROFESSION_LETTERS));
        let specialisation =
            sieve.take("specialisation", "identity-fault-profession", line(&new.specialisation, PROFESSION_LETTERS));
        let timezone = sieve.take("timezone", "identity-fault-timezone", new.timezone.trim().parse().ok());
        let currency = sieve.take("currency", "identity-fault-currency", currency(&new.currency));
        Some(Description {
            name: name?,
            mission: mission?,
            profession: profession?,
            specialisation: specialisation?,
            locale: new.locale,
            timezone: timezone?,
            currency: currency?,
        })
    }

    /// # Errors
    /// `Invalid` with the faulty fields.
    pub fn parse(new: &NewCommunity) -> Result<Description> {
        let mut sieve = Sieve::default();
        let description = Description::sift(&mut sieve, new);
        sieve.finish(description)
    }
}

fn currency(code: &str) -> Option<String> {
    let code = code.trim().to_ascii_uppercase();
    (code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(code)
}

/// Changes what a community says of itself. Its address stays: links out in the world lead there.
pub async fn describe(scope: &mut Scope, _right: &KeepsCommunity, said: &Description) -> Result<()> {
    let id = scope.community();
    let row = args![
        id,
        said.name.as_str(),
        &said.mission,
        &said.profession,
        &said.specialisation,
        said.locale.code(),
        said.timezone.name(),
        &said.currency
    ];
    scope.global_run(&DESCRIBE, row).await?;
    audit::record(scope, "identity.community-described", "community", id.0, &json!({})).await
}
