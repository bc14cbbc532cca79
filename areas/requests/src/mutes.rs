//! Topics of which a member wants to hear no requests.

use crate::policy::Actor;
use kernel::{MemberId, Result};
use store::{Scope, args, statement};

/// Topics a page lists; a community has no more.
const LISTED: i64 = crate::topic::AT_MOST;

statement!(
    ADD = "insert into requests_mutes (community_id, member_id, topic_id, at) values ($1, $2, $3, $4) on conflict do nothing"
);
statement!(DROP = "delete from requests_mutes where community_id = $1 and member_id = $2 and topic_id = $3");
statement!(
    OF_MEMBER = "select t.id, t.name from requests_mutes m join requests_topics t on t.community_id = m.community_id and t.id = m.topic_id \
     where m.community_id = $1 and m.member_id = $2 order by t.folded, t.id limit $3"
);

/// Doing so twice changes nothing.
pub async fn mute(scope: &mut Scope, actor: Actor, topic: i64) -> Result<()> {
    let now = scope.now();
    scope.run(&ADD, args![actor.member, topic, now]).await.map(|_| ())
}

pub async fn unmute(scope: &mut Scope, actor: Actor, topic: i64) -> Result<()> {
    scope.run(&DROP, args![actor.member, topic]).await.map(|_| ())
}

/// Numbers and names, by name.
pub async fn of_member(scope: &mut Scope, member: MemberId) -> Result<Vec<(i64, String)>> {
    scope.all(&OF_MEMBER, args![member, LISTED]).await
}
