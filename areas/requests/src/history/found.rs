//! Requests found in a history, as a list and as counts.

use super::asking::SURE;
use kernel::{IdentityId, Micros, Result};
use std::collections::HashSet;
use store::{FromRow, Row, Scope, args, statement};

/// Found requests on one page.
pub const PAGE: usize = 30;
/// Beyond this a count says only that there are more.
pub const COUNTED: i64 = 10_000;
/// From here on an answer is said to have helped.
pub const HELPED: f64 = 0.5;

/// A found request.
#[derive(Clone, Debug)]
pub struct Found {
    pub message: i64,
    pub asker: IdentityId,
    pub at: Micros,
    pub confidence: f64,
    pub answers: i64,
    /// Answers that helped, as far as anybody said so.
    pub helps: i64,
}

impl FromRow for Found {
    fn from_row(row: &mut Row) -> anyhow::Result<Found> {
        Ok(Found {
            message: row.next()?,
            asker: row.next()?,
            at: row.next()?,
            confidence: row.next()?,
            answers: row.next()?,
            helps: row.next()?,
        })
    }
}

/// How much was found; each at most [`COUNTED`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub requests: i64,
    pub answered: i64,
    pub helps: i64,
}

statement!(
    LATEST = "select f.message_id, f.asker_id, f.at, f.confidence, \
     (select count(*) from requests_found_helps h where h.community_id = f.community_id and h.message_id = f.message_id), \
     (select count(*) from requests_found_helps h where h.community_id = f.community_id and h.message_id = f.message_id and h.confidence >= $4) \
     from requests_found f where f.community_id = $1 and f.audience_id {any $2} and (f.confidence >= $3 or f.tagged) and (f.at, f.message_id) < ($5, $6) \
     order by f.at desc, f.message_id desc limit $7"
);
statement!(
    COUNTS = "select (select count(*) from (select 1 from requests_found f where f.community_id = $1 and f.audience_id {any $2} \
       and (f.confidence >= $3 or f.tagged) limit $4) found), \
     (select count(*) from (select 1 from requests_found f where f.community_id = $1 and f.audience_id {any $2} and (f.confidence >= $3 or f.tagged) \
       and exists (select 1 from requests_found_helps h where h.community_id = f.community_id and h.message_id = f.message_id) limit $4) answered), \
     (select count(*) from (select 1 from requests_found_helps h where h.community_id = $1 and h.audience_id {any $2} and h.confidence >= 0.5 limit $4) helps)"
);

statement!(
    HELPED_AMONG = "select answer_id from requests_found_helps where community_id = $1 and answer_id {any $2} and confidence >= $3"
);

/// Of these answers, those that helped.
pub async fn helped(scope: &mut Scope, answers: &[i64]) -> Result<HashSet<i64>> {
    Ok(scope.all::<i64>(&HELPED_AMONG, args![answers.to_vec(), HELPED]).await?.into_iter().collect())
}

/// The latest found requests before a place in the order of time, one more than a page.
pub async fn latest(scope: &mut Scope, before: Option<(Micros, i64)>) -> Result<Vec<Found>> {
    let audiences = scope.viewer().audience_numbers();
    let (at, id) = before.unwrap_or((i64::MAX, i64::MAX));
    scope.all(&LATEST, args![audiences, SURE, HELPED, at, id, PAGE as i64 + 1]).await
}

pub async fn counts(scope: &mut Scope) -> Result<Counts> {
    let audiences = scope.viewer().audience_numbers();
    let (requests, answered, helps) = scope.one::<(i64, i64, i64)>(&COUNTS, args![audiences, SURE, COUNTED]).await?;
    Ok(Counts { requests, answered, helps })
}
