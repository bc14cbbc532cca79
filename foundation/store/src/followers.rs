//! Followers read the deeds in order and meet each at least once. The writer does not know its readers.

use crate::deeds::DeedRow;
use crate::scope::{Scope, Who};
use crate::{BoxFuture, Store, args, global_statement, statement};
use kernel::{Chance, Clock, CommunityId, Result};

/// Deeds met in one transaction: small, because writers of the community wait meanwhile.
pub const SLICE: i64 = 500;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowerRole {
    /// Has a durable cursor in the database, moves in the transaction of its effect, may be rebuilt from zero.
    Projection,
    /// Begins at the head, is never replayed, passes over what was imported.
    Effector,
    /// Lives on this node and keeps its cursor inside its own data (the search index).
    Node,
}

pub trait Follower: Send + Sync {
    /// Stable: the cursor's name.
    fn name(&self) -> &'static str;
    fn role(&self) -> FollowerRole;
    /// Takes in a slice of deeds in order. A projection and an effector get a writing scope, committed after;
    /// a node follower gets a reading one and keeps `deeds.last().seq` itself.
    fn meet<'a>(&'a self, scope: &'a mut Scope, deeds: &'a [DeedRow]) -> BoxFuture<'a, Result<()>>;
    /// Forgets everything of this community, to be rebuilt from zero. Effectors never are.
    fn reset<'a>(&'a self, scope: &'a mut Scope) -> BoxFuture<'a, Result<()>>;
    /// Where a node follower stands.
    fn cursor(&self, _community: CommunityId) -> i64 {
        0
    }
}

statement!(CURSOR = "select seq from follower_cursors where community_id = $1 and follower = $2");
statement!(HEAD_SEQ = "select seq from deed_heads where community_id = $1");
statement!(
    MOVE = "insert into follower_cursors (community_id, follower, seq, moved_at) values ($1, $2, $3, $4) \
     on conflict (community_id, follower) do update set seq = excluded.seq, moved_at = excluded.moved_at"
);
global_statement!(COMMUNITIES = "select community_id from deed_heads order by community_id");

/// Every community of the installation.
pub async fn communities(store: &Store) -> Result<Vec<CommunityId>> {
    let mut global = store.global_read().await?;
    global.all(&COMMUNITIES, &[]).await
}

/// The place a projection has come to in one community: 0 before its first deed.
pub async fn place(scope: &mut Scope, follower: &str) -> Result<i64> {
    Ok(scope.maybe::<i64>(&CURSOR, args![follower]).await?.unwrap_or_default())
}

/// Brings one follower one slice further. True if there may be more.
pub async fn step(store: &Store, follower: &dyn Follower, community: CommunityId, clock: &Clock, chance: &Chance) -> Result<bool> {
    let who = Who::system(community, clock, chance);
    match follower.role() {
        FollowerRole::Node => step_node(store, follower, &who).await,
        role => step_durable(store, follower, role, &who).await,
    }
}

async fn step_node(store: &Store, follower: &dyn Follower, who: &Who) -> Result<bool> {
    let mut scope = store.read(who).await?;
    let deeds = scope.deeds_after(follower.cursor(who.community), SLICE).await?;
    if deeds.is_empty() {
        return Ok(false);
    }
    follower.meet(&mut scope, &deeds).await?;
    Ok(deeds.len() as i64 == SLICE)
}

async fn step_durable(store: &Store, follower: &dyn Follower, role: FollowerRole, who: &Who) -> Result<bool> {
    // A look without the lock first: most of the time there is nothing to do, and writers need not wait for that.
    let mut look = store.read(who).await?;
    let head = look.one::<i64>(&HEAD_SEQ, &[]).await?;
    let seen = look.maybe::<i64>(&CURSOR, args![follower.name()]).await?;
    drop(look);
    if seen == Some(head) {
        return Ok(false);
    }
    let mut scope = store.write(who).await?;
    let cursor = scope.maybe::<i64>(&CURSOR, args![follower.name()]).await?;
    let now = scope.now();
    let Some(cursor) = cursor.or((role == FollowerRole::Projection).then_some(0)) else {
        // An effector that was never here begins at the head: the past is not its business.
        let head = scope.one::<i64>(&HEAD_SEQ, &[]).await?;
        scope.run(&MOVE, args![follower.name(), head, now]).await?;
        scope.commit().await?;
        return Ok(false);
    };
    let mut deeds = scope.deeds_after(cursor, SLICE).await?;
    let (Some(last), more) = (deeds.last().map(|deed| deed.seq), deeds.len() as i64 == SLICE) else { return Ok(false) };
    if role == FollowerRole::Effector {
        deeds.retain(|deed| !deed.is_imported());
    }
    if !deeds.is_empty() {
        follower.meet(&mut scope, &deeds).await?;
    }
    scope.run(&MOVE, args![follower.name(), last, now]).await?;
    scope.commit().await?;
    Ok(more)
}

/// Brings a follower to the head of one community: what a command does before it prints figures.
pub async fn catch_up(
    store: &Store,
    follower: &dyn Follower,
    community: CommunityId,
    clock: &Clock,
    chance: &Chance,
) -> Result<()> {
    while step(store, follower, community, clock, chance).await? {}
    Ok(())
}

/// Forgets a projection and sets it before the first deed. Effectors and node followers are refused.
pub async fn reset(store: &Store, follower: &dyn Follower, who: &Who) -> Result<()> {
    if follower.role() != FollowerRole::Projection {
        return Err(kernel::Problem::Internal(anyhow::anyhow!("{} is not a projection and is never replayed", follower.name())));
    }
    let mut scope = store.write(who).await?;
    follower.reset(&mut scope).await?;
    let now = scope.now();
    scope.run(&MOVE, args![follower.name(), 0, now]).await?;
    scope.commit().await
}
