//! Reads the ledger into the search index of this node. Texts are read as they stand now, so a deed may be met
//! twice, late or in a rebuild, and the index still says what the tables say.

use super::documents;
use super::keeper::{Batch, Change, Keeper, Pace};
use crate::deeds;
use kernel::{AudienceId, CommunityId, Result};
use search::Index;
use std::collections::BTreeSet;
use store::{BoxFuture, DeedRow, Follower, FollowerRole, Scope, followers};

/// Deeds of other areas that change what is found: `import.withdrawn` concerns its audience, the others a member.
const WITHDRAWN: &str = "import.withdrawn";
const OF_MEMBERS: [&str; 3] = ["people.", "member.", "identity."];

pub struct SearchFollower {
    keeper: Keeper,
}

impl SearchFollower {
    pub fn new(index: Index, pace: Pace) -> SearchFollower {
        SearchFollower { keeper: Keeper::start(index, pace) }
    }

    /// Makes everything taken in so far durable and findable: for commands and tests that look at once.
    pub async fn flush(&self) -> Result<()> {
        self.keeper.flush().await
    }

    async fn take(&self, scope: &mut Scope, deeds: &[DeedRow]) -> Result<()> {
        let Some(last) = deeds.last() else { return Ok(()) };
        let touched = Touched::by(deeds);
        let mut changes: Vec<Change> = touched.withdrawn.iter().map(|audience| Change::RemoveAudience(*audience)).collect();
        changes.extend(documents::of_messages(scope, touched.messages).await?);
        changes.extend(documents::of_people(scope, touched.members).await?);
        let settled = (deeds.len() as i64) < followers::SLICE;
        self.keeper.take(Batch { community: scope.community(), changes, seq: last.seq, settled }).await
    }
}

/// What a slice of deeds was about.
#[derive(Debug, Default, PartialEq, Eq)]
struct Touched {
    messages: BTreeSet<i64>,
    members: BTreeSet<i64>,
    withdrawn: BTreeSet<i64>,
}

impl Touched {
    fn by(deeds: &[DeedRow]) -> Touched {
        let mut touched = Touched::default();
        for deed in deeds {
            match deed.kind.as_str() {
                deeds::MESSAGE | deeds::REPLY | deeds::EDITED | deeds::DELETED => {
                    touched.messages.insert(deed.object);
                }
                WITHDRAWN if deed.audience != AudienceId::EVERYONE => {
                    touched.withdrawn.insert(deed.audience.0);
                }
                kind if deed.object_kind == "member" && OF_MEMBERS.iter().any(|area| kind.starts_with(area)) => {
                    touched.members.insert(deed.object);
                }
                _ => {}
            }
        }
        touched
    }
}

impl Follower for SearchFollower {
    fn name(&self) -> &'static str {
        "talk.search"
    }

    fn role(&self) -> FollowerRole {
        FollowerRole::Node
    }

    fn meet<'a>(&'a self, scope: &'a mut Scope, deeds: &'a [DeedRow]) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.take(scope, deeds))
    }

    fn reset<'a>(&'a self, scope: &'a mut Scope) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.keeper.forget(scope.community()))
    }

    fn cursor(&self, community: CommunityId) -> i64 {
        self.keeper.cursor(community)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deed(kind: &str, object_kind: &str, object: i64, audience: i64) -> DeedRow {
        DeedRow {
            seq: 1,
            kind: kind.to_owned(),
            at: 0,
            recorded_at: 0,
            actor: None,
            object_kind: object_kind.to_owned(),
            object,
            audience: AudienceId(audience),
            channel: "web".to_owned(),
            amount: 0,
            parties: Vec::new(),
        }
    }

    #[test]
    fn deeds_say_what_they_touch() {
        let deeds = [
            deed(deeds::MESSAGE, "message", 3, 0),
            deed(deeds::DELETED, "message", 3, 0),
            deed(deeds::REACTION, "message", 9, 0),
            deed("people.claimed", "member", 5, 0),
            deed("member.left", "member", 6, 0),
            deed("chat.joined", "message", 7, 0),
            deed(WITHDRAWN, "import", 1, 4),
            deed(WITHDRAWN, "import", 2, 0),
        ];
        let expected = Touched { messages: [3].into(), members: [5, 6].into(), withdrawn: [4].into() };
        assert_eq!(Touched::by(&deeds), expected, "an import for everybody is never taken back as an audience");
    }
}
