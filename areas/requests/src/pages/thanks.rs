//! Thanks are shown on the helper's profile while both agree; either may take it back.

use crate::{help, policy};
use axum::extract::Path;
use kernel::Problem;
use web::{Fields, Response, Result, Visit, see_other};

pub async fn agree(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (id, agrees) = (super::id(&id)?, fields.get("agrees") == "1");
    let mut scope = visit.write().await?;
    let request = match policy::given(&mut scope, id).await {
        Ok(given) => {
            help::show_given(&mut scope, &given, agrees, "web").await?;
            given.request().id
        }
        Err(Problem::Forbidden) => {
            let received = policy::received(&mut scope, id).await?;
            help::show_received(&mut scope, &received, agrees, "web").await?;
            received.request().id
        }
        Err(problem) => return Err(problem.into()),
    };
    scope.commit().await?;
    visit.flash(if agrees { "requests-thanks-notice-shown" } else { "requests-thanks-notice-hidden" });
    Ok(see_other(format!("/requests/{request}#h{id}")))
}
