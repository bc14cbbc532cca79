//! Where messages are written: the community's own chat, and those whose history was brought in.

use kernel::Result;
use store::{Scope, args, statement};

/// The source of what is written here, as against what came with a history.
pub const HOME: &str = "home";

statement!(FIND = "select id from talk_chats where community_id = $1 and source_key = $2");
statement!(ADD = "insert into talk_chats (community_id, id, source_key, title, kind, created_at) values ($1, $2, $3, $4, $5, $6)");

/// The community's own chat, made when the first word is written. The scope must be a writing one.
pub async fn home(scope: &mut Scope) -> Result<i64> {
    if let Some(chat) = scope.maybe::<i64>(&FIND, args![HOME]).await? {
        return Ok(chat);
    }
    let (chat, now) = (scope.deal()?, scope.now());
    // It needs no name of its own: pages call it by the community's.
    scope.run(&ADD, args![chat, HOME, "", HOME, now]).await?;
    Ok(chat)
}

/// The community's own chat, if anything was ever written here.
pub(crate) async fn find_home(scope: &mut Scope) -> Result<Option<i64>> {
    scope.maybe(&FIND, args![HOME]).await
}
