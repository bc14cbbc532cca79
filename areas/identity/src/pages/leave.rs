//! `/account/leave`: going away. Leaving is described as clearly as joining.

use crate::member;
use askama::Template;
use kernel::Problem;
use web::{Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "leave.html")]
struct LeaveView {
    shell: Shell,
    name: String,
}

pub async fn show(visit: Visit) -> Result {
    let name = visit.community()?.name.clone();
    visit.render(&LeaveView { shell: visit.shell(visit.t("identity-leave-title")), name })
}

pub async fn leave(visit: Visit) -> Result {
    let id = visit.viewer.member.ok_or(Problem::Forbidden)?;
    let mut scope = visit.write().await?;
    member::leave(&mut scope, id).await?;
    scope.commit().await?;
    visit.flash("identity-left");
    Ok(see_other("/"))
}
