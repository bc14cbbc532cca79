//! One person who was two: a member becomes another's past, and may be restored. Why, and how it is undone, is the
//! people area's.

use crate::identity;
use crate::member::{State, member};
use kernel::{IdentityId, MemberId, Problem, Result};
use store::{Scope, args, statement};

statement!(SET_STATE = "update identity_members set state = $3 where community_id = $1 and id = $2");

/// Marks a member as another's past and moves every identity over. Gives the identities that were moved, so that the
/// people area can keep what is needed to undo it.
///
/// # Errors
/// `Conflict` if one of them is a past already or was erased, or if the past one has an account of its own.
pub async fn merge_into(scope: &mut Scope, past: MemberId, to: MemberId) -> Result<Vec<IdentityId>> {
    let (from, into) = (member(scope, past).await?, member(scope, to).await?);
    let gone = |state| matches!(state, State::Withdrawn | State::Merged | State::Erased);
    if past == to || gone(from.state) || gone(into.state) || from.account.is_some() {
        return Err(Problem::Conflict("identity-member-not-mergeable"));
    }
    let moved: Vec<IdentityId> = identity::of_member(scope, past).await?.into_iter().map(|row| row.id).collect();
    for id in &moved {
        identity::repoint(scope, *id, to).await?;
    }
    scope.run(&SET_STATE, args![past, State::Merged.code()]).await?;
    Ok(moved)
}

/// Makes a merged member a person again: active, left or imported, as their row tells. Identities are pointed back by
/// the people area, which knows them.
///
/// # Errors
/// `Conflict` if the member is nobody's past.
pub async fn restore(scope: &mut Scope, id: MemberId) -> Result<State> {
    let held = member(scope, id).await?;
    if held.state != State::Merged {
        return Err(Problem::Conflict("identity-member-not-merged"));
    }
    let state = match (held.joined_at, held.left_at) {
        (_, Some(_)) => State::Left,
        (Some(_), None) => State::Active,
        (None, None) => State::Imported,
    };
    scope.run(&SET_STATE, args![id, state.code()]).await?;
    Ok(state)
}
