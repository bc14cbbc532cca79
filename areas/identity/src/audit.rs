//! What staff did with power, for ever. Entries are never changed; names are looked up when they are shown.

use kernel::{IdentityId, Micros, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Entries on one page.
pub const PAGE: usize = 50;

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: i64,
    pub at: Micros,
    /// Who acted; nobody if it was the house itself.
    pub actor: Option<IdentityId>,
    /// `area.what`, e.g. `identity.role-granted`. Said with the word `area-audit-what`.
    pub act: String,
    pub subject_kind: String,
    pub subject: i64,
    /// Ids, codes and numbers; never names or texts of people. Under `past` or `person` stands the other member whom
    /// the act concerns.
    pub detail: serde_json::Value,
}

impl FromRow for Entry {
    fn from_row(row: &mut Row) -> anyhow::Result<Entry> {
        Ok(Entry {
            id: row.next()?,
            at: row.next()?,
            actor: row.next()?,
            act: row.next()?,
            subject_kind: row.next()?,
            subject: row.next()?,
            detail: row.next()?,
        })
    }
}

statement!(
    RECORD = "insert into identity_audit (community_id, id, at, actor_id, act, subject_kind, subject_id, detail) values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
statement!(
    BEFORE = "select id, at, actor_id, act, subject_kind, subject_id, detail from identity_audit \
     where community_id = $1 and id < $2 order by id desc limit $3"
);

/// Writes down an act of the scope's viewer, in the transaction of the act.
pub async fn record(scope: &mut Scope, act: &str, subject_kind: &str, subject: i64, detail: &serde_json::Value) -> Result<()> {
    let (id, now, actor) = (scope.deal()?, scope.now(), scope.viewer().identity);
    scope.run(&RECORD, args![id, now, actor, act, subject_kind, subject, detail]).await?;
    Ok(())
}

/// Entries before an id, newest first; at most `limit`.
pub async fn before(scope: &mut Scope, id: Option<i64>, limit: usize) -> Result<Vec<Entry>> {
    scope.all(&BEFORE, args![id.unwrap_or(i64::MAX), limit]).await
}
