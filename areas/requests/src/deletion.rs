//! An answer loses its words: its author's own, or anybody's by a moderator. A line stays, so that those who answered it
//! are not left speaking to nobody.

use crate::policy::{Actor, Deletable};
use crate::{answer, deeds, introduction, reports};
use kernel::Result;
use store::{Scope, args, statement};

statement!(
    DELETE = "update requests_answers set text = '', person_id = null, deleted_at = $3, deleted_by = $4 where community_id = $1 and id = $2"
);

/// Deletes the words, counts anew, and takes back the introduction that nobody has followed to its end.
pub async fn delete(scope: &mut Scope, deletable: &Deletable, actor: Actor, channel: &str) -> Result<()> {
    let (request, held, now) = (deletable.request(), deletable.answer(), scope.now());
    scope.run(&DELETE, args![held.id, now, actor.member]).await?;
    introduction::withdraw_of(scope, request, held.id).await?;
    reports::forget_shown(scope, request, held.id).await?;
    answer::count(scope, request.id).await?;
    let author = [("author", held.author)];
    let parties = if deletable.own() { &[][..] } else { &author[..] };
    let object = (deeds::ANSWER, held.id);
    let told = deeds::Told { object, parties, ..deeds::Told::of(request, deeds::ANSWER_DELETED, channel) };
    deeds::tell(scope, request, told).await
}
