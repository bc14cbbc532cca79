//! What requests hold of one person, for that person: what they asked and answered, in their own words.

use kernel::{IdentityId, Micros, Result};
use people::own_data::HeldFn;
use serde_json::{Value as Json, json};
use std::sync::Arc;
use store::{Scope, args, statement};

/// Rows of each kind in one export: the latest.
const ROWS: i64 = 10_000;

statement!(
    ASKED = "select id, state, kind, title, details, city, wanted, created_at, asked_at, closed_at from requests_requests \
     where community_id = $1 and asker_id = $2 order by changed_at desc, id desc limit $3"
);
statement!(
    ANSWERED = "select id, request_id, kind, text, at from requests_answers where community_id = $1 and author_id = $2 and text <> '' \
     order by at desc, id desc limit $3"
);

/// The part of a person's own data that requests give, and the name under which it stands.
pub fn own_data() -> (&'static str, Arc<HeldFn>) {
    ("requests", Arc::new(|scope, identities| Box::pin(held(scope, identities))))
}

type AskedRow = (i64, String, String, String, String, String, String, Micros, Option<Micros>, Option<Micros>);

/// Whoever reads their own data is the viewer: requests know members, not identities.
async fn held(scope: &mut Scope, _: &[IdentityId]) -> Result<Json> {
    let Some(member) = scope.viewer().member else { return Ok(json!({})) };
    let asked = scope.all::<AskedRow>(&ASKED, args![member, ROWS]).await?;
    let answered = scope.all::<(i64, i64, String, String, Micros)>(&ANSWERED, args![member, ROWS]).await?;
    let asked: Vec<Json> = asked
        .into_iter()
        .map(|(id, state, kind, title, details, city, wanted, created_at, asked_at, closed_at)| {
            json!({ "id": id, "state": state, "kind": kind, "title": title, "details": details, "city": city, "wanted": wanted,
                "created_at": moment(created_at), "asked_at": asked_at.map(moment), "closed_at": closed_at.map(moment) })
        })
        .collect();
    let answered: Vec<Json> = answered
        .into_iter()
        .map(|(id, request, kind, text, at)| json!({ "id": id, "request": request, "kind": kind, "text": text, "at": moment(at) }))
        .collect();
    Ok(json!({ "asked": asked, "answered": answered }))
}

/// RFC 3339 in UTC.
fn moment(at: Micros) -> String {
    chrono::DateTime::from_timestamp_micros(at).unwrap_or_default().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
