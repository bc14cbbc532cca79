//! `/claims`: who says who they were, and one act that decides several at once.

use crate::claims::{self, Decided, Waiting};
use crate::{letters, policy};
use askama::Template;
use axum::extract::RawQuery;
use kernel::{Micros, Problem};
use store::Scope;
use web::{Cursor, Fields, Pager, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "claims.html")]
struct ListView {
    shell: Shell,
    claims: Vec<Waiting>,
    pager: Pager,
}

pub(super) async fn list(visit: Visit, RawQuery(raw): RawQuery) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    let after = Cursor::place::<(Micros, i64)>(fields.get("after"))?;
    let mut scope = visit.read().await?;
    let mut waiting = claims::list(&mut scope, &steward, after).await?;
    let more = waiting.len() > claims::PAGE;
    waiting.truncate(claims::PAGE);
    let next = waiting.last().filter(|_| more).map(|last| format!("/claims?after={}", Cursor::encode(&(last.created_at, last.id))));
    drop(scope);
    let pager = Pager::onward(after.map(|_| "/claims".to_owned()), next);
    visit.render(&ListView { claims: waiting, shell: visit.shell(visit.t("people-claims-title")), pager })
}

/// Confirms or refuses what was ticked. One that somebody else decided meanwhile is passed over, the rest stands.
pub(super) async fn decide(visit: Visit, form: Fields) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let chosen: Vec<i64> = form.all("claim").filter_map(|id| id.parse().ok()).take(claims::PAGE).collect();
    if chosen.is_empty() {
        visit.flash("people-claims-nothing");
        return Ok(see_other("/claims"));
    }
    let confirms = form.get("act") == "confirm";
    let mut scope = visit.write().await?;
    let mut decided = 0;
    for claim in chosen {
        let outcome = if confirms {
            claims::confirm(&mut scope, &steward, claim).await
        } else {
            claims::refuse(&mut scope, &steward, claim).await.map(|one| vec![one])
        };
        match outcome {
            Ok(outcome) => {
                decided += 1;
                tell(&mut scope, &visit, claim, &outcome).await?;
            }
            Err(Problem::Conflict(_) | Problem::NotFound) => {}
            Err(problem) => return Err(problem.into()),
        }
    }
    scope.commit().await?;
    visit.flash_n(if confirms { "people-claims-confirmed" } else { "people-claims-refused" }, decided);
    Ok(see_other("/claims"))
}

async fn tell(scope: &mut Scope, visit: &Visit, claim: i64, decided: &[Decided]) -> kernel::Result<()> {
    for (place, one) in decided.iter().enumerate() {
        let (account, about) = match one {
            Decided::Confirmed { account, .. } => (*account, letters::CONFIRMED),
            Decided::Refused { account } => (*account, letters::REFUSED),
        };
        letters::to_account(scope, visit, account, about, &format!("claim.{claim}.{place}")).await?;
    }
    Ok(())
}
