//! What talk holds of one person, for that person: their words, wherever they were written.

use kernel::{IdentityId, Micros, Result};
use people::own_data::HeldFn;
use serde_json::{Value as Json, json};
use std::sync::Arc;
use store::{Scope, args, statement};

/// Messages in one export: the latest ones.
const ROWS: i64 = 20_000;

statement!(
    WORDS = "select id, thread_id, at, text from talk_messages where community_id = $1 and author_id {any $2} \
     and audience_id {any $3} and kind = 'message' and text <> '' order by at desc limit $4"
);

/// The part of a person's own data that talk gives, and the name under which it stands.
pub fn own_words() -> (&'static str, Arc<HeldFn>) {
    ("messages", Arc::new(|scope, identities| Box::pin(held(scope, identities))))
}

async fn held(scope: &mut Scope, identities: &[IdentityId]) -> Result<Json> {
    let identities: Vec<i64> = identities.iter().map(|identity| identity.0).collect();
    let audiences = scope.viewer().audience_numbers();
    let rows = scope.all::<(i64, i64, Micros, String)>(&WORDS, args![identities, audiences, ROWS]).await?;
    let moment = |at: Micros| chrono::DateTime::from_timestamp_micros(at).map(|at| at.to_rfc3339());
    Ok(rows
        .into_iter()
        .map(|(id, thread, at, text)| json!({ "id": id, "thread": thread, "at": moment(at), "text": text }))
        .collect())
}
