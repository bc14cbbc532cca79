//! `/requests/ID/tending`: what staff do about a request from the Desk, and back to where they were on it.

use crate::policy;
use crate::tending::{self, Act};
use axum::extract::Path;
use web::{Fields, Refusal, Response, Result, Trouble, Visit, local_path, see_other};

pub async fn tend(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let act = Act::parse(fields.get("act")).filter(|act| *act != Act::Nobody).ok_or(Refusal(Trouble::Malformed));
    let mut scope = visit.write().await?;
    let steward = policy::steward(&scope)?;
    let actor = policy::actor(&mut scope).await?;
    let request = policy::request(&mut scope, super::id(&id)?).await?;
    let act = act?;
    // The word of a closing is kept with the request, so it is in the community's language.
    let note = visit.house.words.t(visit.community()?.locale, "requests-tending-note");
    tending::tend(&mut scope, steward, actor, &request, act, &note).await?;
    scope.commit().await?;
    visit.flash(done(act));
    Ok(see_other(back(&fields)))
}

fn done(act: Act) -> &'static str {
    match act {
        Act::Ask => "requests-tended-ask",
        Act::Remind => "requests-tended-remind",
        Act::Withdraw => "requests-tended-withdraw",
        Act::Wait | Act::Nobody => "requests-tended-wait",
    }
}

/// The Desk as it was, and nowhere else.
pub(super) fn back(fields: &Fields) -> String {
    let back = local_path(fields.get("back")).filter(|path| *path == "/desk" || path.starts_with("/desk?"));
    back.unwrap_or("/desk").to_owned()
}
