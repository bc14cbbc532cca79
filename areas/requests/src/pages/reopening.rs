//! A closure is undone within its time.

use crate::{closure, policy};
use axum::extract::Path;
use web::{Response, Result, Visit, see_other};

pub async fn reopen(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.write().await?;
    let own = policy::own(&mut scope, id).await?;
    let helps = closure::reopen(&mut scope, own, "web").await?;
    scope.commit().await?;
    visit.flash(if helps > 0 { "requests-reopening-notice-helped" } else { "requests-reopening-notice" });
    Ok(see_other(format!("/requests/{id}")))
}
