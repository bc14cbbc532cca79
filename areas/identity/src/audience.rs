//! Audiences: who may see a row. 0 is everyone and has no row; an import is an audience of staff until it is opened; one of
//! chosen people is seen by those who were named, and by nobody else, whatever their roles.

use kernel::{AudienceId, MemberId, Problem, Result};
use std::collections::HashSet;
use store::{Scope, args, statement};

/// Audiences that one viewer may have at once; the newest count.
pub const AUDIENCES_AT_ONCE: i64 = 1_000;
/// The kind of an audience of chosen people.
pub const CHOSEN: &str = "chosen";
/// People chosen for one audience.
pub const CHOSEN_AT_MOST: i64 = 100;

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

statement!(
    ADD = "insert into identity_audience_members (community_id, audience_id, member_id, added_at) values ($1, $2, $3, $4) on conflict do nothing"
);
statement!(REMOVE = "delete from identity_audience_members where community_id = $1 and audience_id = $2 and member_id = $3");
statement!(
    MEMBERS =
        "select member_id from identity_audience_members where community_id = $1 and audience_id = $2 order by member_id limit $3"
);

/// A new audience that only staff see. `kind` says what for: `import`.
pub async fn create(scope: &mut Scope, kind: &str) -> Result<AudienceId> {
    let id = AudienceId(scope.deal()?);
    scope.run(&CREATE, args![id, kind]).await?;
    Ok(id)
}

/// A new audience of chosen people.
pub async fn choose(scope: &mut Scope, members: &[MemberId]) -> Result<AudienceId> {
    let id = create(scope, CHOSEN).await?;
    add(scope, id, members).await?;
    Ok(id)
}

/// Lets further people see what an audience of chosen people sees. Naming somebody twice changes nothing.
pub async fn add(scope: &mut Scope, id: AudienceId, members: &[MemberId]) -> Result<()> {
    let now = scope.now();
    scope.run_many(&ADD, members.iter().map(|member| args![id, *member, now].to_vec()).collect()).await.map(|_| ())
}

/// Lets people see no more what an audience of chosen people sees.
pub async fn remove(scope: &mut Scope, id: AudienceId, members: &[MemberId]) -> Result<()> {
    scope.run_many(&REMOVE, members.iter().map(|member| args![id, *member].to_vec()).collect()).await.map(|_| ())
}

/// Those of an audience of chosen people, in the order of their numbers.
pub async fn chosen(scope: &mut Scope, id: AudienceId) -> Result<Vec<MemberId>> {
    scope.all(&MEMBERS, args![id, CHOSEN_AT_MOST]).await
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
