//! Audiences: who may see a row. 0 is everyone and has no row; an import is an audience of staff until it is opened.

use kernel::{AudienceId, Problem, Result};
use std::collections::HashSet;
use store::{Scope, args, statement};

/// Audiences that one viewer may have at once; the newest count.
pub const AUDIENCES_AT_ONCE: i64 = 1_000;

statement!(
    CREATE = "insert into identity_audiences (community_id, id, kind, opened_at, withdrawn_at) values ($1, $2, $3, null, null)"
);
statement!(
    OPEN = "update identity_audiences set opened_at = $3 where community_id = $1 and id = $2 and opened_at is null and withdrawn_at is null"
);
statement!(
    WITHDRAW = "update identity_audiences set withdrawn_at = $3 where community_id = $1 and id = $2 and withdrawn_at is null"
);
statement!(WITHDRAWN = "select id from identity_audiences where community_id = $1 and id {any $2} and withdrawn_at is not null");
statement!(STATE = "select opened_at, withdrawn_at from identity_audiences where community_id = $1 and id = $2");

/// A new audience that only staff see. `kind` says what for: `import`.
pub async fn create(scope: &mut Scope, kind: &str) -> Result<AudienceId> {
    let id = AudienceId(scope.deal()?);
    scope.run(&CREATE, args![id, kind]).await?;
    Ok(id)
}

/// Lets every member see its rows. Opening twice changes nothing.
///
/// # Errors
/// `NotFound` if there is none, `Conflict` if it was withdrawn.
pub async fn open(scope: &mut Scope, id: AudienceId) -> Result<()> {
    let now = scope.now();
    if scope.run(&OPEN, args![id, now]).await? == 0 {
        let (_, withdrawn) = state(scope, id).await?;
        if withdrawn.is_some() {
            return Err(Problem::Conflict("identity-audience-withdrawn"));
        }
    }
    Ok(())
}

/// Takes its rows from everybody's sight, staff included. The rows themselves are the area's to remove.
pub async fn withdraw(scope: &mut Scope, id: AudienceId) -> Result<()> {
    let now = scope.now();
    if scope.run(&WITHDRAW, args![id, now]).await? == 0 {
        state(scope, id).await?;
    }
    Ok(())
}

/// Whether every member sees it.
pub async fn is_open(scope: &mut Scope, id: AudienceId) -> Result<bool> {
    if id == AudienceId::EVERYONE {
        return Ok(true);
    }
    let (opened, withdrawn) = state(scope, id).await?;
    Ok(opened.is_some() && withdrawn.is_none())
}

/// Which of these were taken from everybody's sight.
pub async fn withdrawn(scope: &mut Scope, ids: &[AudienceId]) -> Result<HashSet<AudienceId>> {
    let ids: HashSet<i64> = ids.iter().map(|id| id.0).collect();
    let ids: Vec<i64> = ids.into_iter().collect();
    Ok(scope.all(&WITHDRAWN, args![ids]).await?.into_iter().collect())
}

async fn state(scope: &mut Scope, id: AudienceId) -> Result<(Option<i64>, Option<i64>)> {
    scope.one(&STATE, args![id]).await
}
