//! The kinds of deed that pulse reads, and the few it writes. It weighs them; it never changes them.

use identity::deeds::{COMMUNITY_FOUNDED, MEMBER_JOINED, MEMBER_LEFT};
use kernel::{IdentityId, Result};
use store::{Deed, DeedRow, Scope};

/// The founders and staff of the community were chosen anew. Object: the member.
pub const TEAM_CHANGED: &str = "pulse.team-changed";

/// What an answer weighs in a tie. Later kinds of help get weights of their own.
pub const REPLY_WEIGHT: i64 = 1;

const CHAT_JOINED: &str = "chat.joined";
const CHAT_INVITED: &str = "chat.invited";
const CHAT_LEFT: &str = "chat.left";
const CHAT_REMOVED: &str = "chat.removed";

/// Whom a deed says to have come, and whom to have gone.
pub fn moves(deed: &DeedRow) -> Vec<(IdentityId, bool)> {
    let parts = |wanted: &'static [&'static str], arrived: bool| {
        let concerned = deed.parties.iter().filter(|(part, _)| wanted.contains(&part.as_str()));
        concerned.map(|(_, identity)| (*identity, arrived)).collect()
    };
    match deed.kind.as_str() {
        COMMUNITY_FOUNDED | MEMBER_JOINED => parts(&["actor"], true),
        CHAT_JOINED => parts(&["actor", "invited"], true),
        CHAT_INVITED => parts(&["invited"], true),
        MEMBER_LEFT | CHAT_LEFT => parts(&["actor"], false),
        CHAT_REMOVED => parts(&["removed"], false),
        _ => Vec::new(),
    }
}

/// Deeds after which persons, or what may be seen, are others than before: every kept figure must be computed again.
pub fn changes_persons(kind: &str) -> bool {
    [
        people::deeds::CLAIMED,
        people::deeds::MERGED,
        people::deeds::UNMERGED,
        people::deeds::ERASED,
        "import.opened",
        "import.withdrawn",
        TEAM_CHANGED,
    ]
    .contains(&kind)
}

pub(crate) async fn team_changed(scope: &mut Scope, member: kernel::MemberId) -> Result<()> {
    let (at, actor) = (scope.now(), scope.viewer().identity);
    let channel = if scope.viewer().system { "house" } else { "web" };
    let audience = kernel::AudienceId::EVERYONE;
    let deed =
        Deed { kind: TEAM_CHANGED, at, actor, object_kind: "member", object: member.0, audience, channel, amount: 0, parties: &[] };
    scope.deed(deed).await.map(|_| ())
}
