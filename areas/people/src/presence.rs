//! Facets count those who are here. Identity lets people come and go; this follower takes the hint from its deeds.

use crate::facets;
use identity::deeds::{MEMBER_JOINED, MEMBER_LEFT};
use identity::member::State;
use kernel::{MemberId, Result};
use std::collections::BTreeSet;
use store::{BoxFuture, DeedRow, Follower, FollowerRole, Scope};

pub(crate) struct Presence;

impl Follower for Presence {
    fn name(&self) -> &'static str {
        "people.presence"
    }

    fn role(&self) -> FollowerRole {
        FollowerRole::Projection
    }

    /// What the member is now decides, not what the deed says: met twice or late, it comes to the same.
    fn meet<'a>(&'a self, scope: &'a mut Scope, deeds: &'a [DeedRow]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let moved = deeds.iter().filter(|deed| [MEMBER_JOINED, MEMBER_LEFT].contains(&deed.kind.as_str()));
            for member in moved.map(|deed| MemberId(deed.object)).collect::<BTreeSet<_>>() {
                match identity::member::member(scope, member).await?.state {
                    State::Active => facets::restore(scope, member).await?,
                    _ => facets::forget(scope, member).await?,
                }
            }
            Ok(())
        })
    }

    /// Facets are not made of deeds, so there is nothing to forget.
    fn reset<'a>(&'a self, _: &'a mut Scope) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}
