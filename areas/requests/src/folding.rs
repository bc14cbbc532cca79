//! A comment that is no help is folded away: it stays, closed, and can be unfolded.

use crate::deeds;
use crate::policy::{Actor, Foldable};
use kernel::Result;
use store::{Scope, args, statement};

statement!(
    FOLD = "update requests_answers set folded_at = $3, folded_by = $4 where community_id = $1 and id = $2 and folded_at is null"
);
statement!(
    UNFOLD = "update requests_answers set folded_at = null, folded_by = null where community_id = $1 and id = $2 and folded_at is not null"
);

/// Folds a comment; twice is once.
pub async fn fold(scope: &mut Scope, foldable: &Foldable, actor: Actor, channel: &str) -> Result<()> {
    let now = scope.now();
    if scope.run(&FOLD, args![foldable.answer().id, now, actor.member]).await? == 0 {
        return Ok(());
    }
    tell(scope, foldable, 1, channel).await
}

/// Unfolds it.
pub async fn unfold(scope: &mut Scope, foldable: &Foldable, channel: &str) -> Result<()> {
    if scope.run(&UNFOLD, args![foldable.answer().id]).await? == 0 {
        return Ok(());
    }
    tell(scope, foldable, 0, channel).await
}

async fn tell(scope: &mut Scope, foldable: &Foldable, amount: i64, channel: &str) -> Result<()> {
    let (request, answer) = (foldable.request(), foldable.answer());
    let parties = [("author", answer.author)];
    let object = (deeds::ANSWER, answer.id);
    let told = deeds::Told { object, amount, parties: &parties, ..deeds::Told::of(request, deeds::FOLDED, channel) };
    deeds::tell(scope, request, told).await
}
