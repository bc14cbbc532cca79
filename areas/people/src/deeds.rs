//! The kinds of deed this area writes, and those of others that it reads.

use kernel::{IdentityId, Result};
use store::{Deed, Party, Scope};

pub const CLAIMED: &str = "people.claimed";
pub const MERGED: &str = "people.merged";
pub const UNMERGED: &str = "people.unmerged";
pub const ERASED: &str = "people.erased";
pub const PROFILE_CHANGED: &str = "people.profile-changed";

pub(crate) const MESSAGE: &str = "talk.message";
pub(crate) const REPLY: &str = "talk.reply";
pub(crate) const REACTION: &str = "talk.reaction";
pub(crate) const CAME: &str = "chat.joined";
pub(crate) const BROUGHT: &str = "chat.invited";
pub(crate) const WITHDRAWN: &str = "import.withdrawn";

/// Writes a deed about a member that everybody in the community may know of.
pub(crate) async fn about_member(
    scope: &mut Scope,
    kind: &str,
    member: kernel::MemberId,
    amount: i64,
    part: &str,
    identities: &[IdentityId],
) -> Result<i64> {
    let parties: Vec<Party<'_>> = identities.iter().map(|identity| Party { part, identity: *identity }).collect();
    let (at, actor) = (scope.now(), scope.viewer().identity);
    let channel = if scope.viewer().system { "house" } else { "web" };
    let audience = kernel::AudienceId::EVERYONE;
    scope
        .deed(Deed { kind, at, actor, object_kind: "member", object: member.0, audience, channel, amount, parties: &parties })
        .await
}
