//! `/account/remove`: a member removes themselves. It is for good, so the page asks for a tick.

use crate::erasures::{self, Erasable};
use crate::policy;
use askama::Template;
use web::{Faults, Fields, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "account_remove.html")]
struct RemoveView {
    shell: Shell,
    faults: Faults,
}

pub(super) async fn show(visit: Visit) -> web::Result {
    policy::myself(&visit.viewer)?;
    visit.render(&RemoveView { shell: visit.shell(visit.t("people-remove-me-title")), faults: Faults::none() })
}

pub(super) async fn remove(visit: Visit, form: Fields) -> web::Result {
    let myself = policy::myself(&visit.viewer)?;
    if form.get("sure") != "yes" {
        let mut faults = Faults::none();
        faults.add("sure", "people-fault-sure");
        return visit.render_invalid(&RemoveView { shell: visit.shell(visit.t("people-remove-me-title")), faults });
    }
    let mut scope = visit.write().await?;
    erasures::erase(&mut scope, &Erasable::by_myself(&myself), form.get("words") == "too").await?;
    scope.commit().await?;
    visit.flash("people-removed-yourself");
    Ok(see_other("/"))
}
