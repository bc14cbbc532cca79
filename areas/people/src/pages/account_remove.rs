//! `/account/remove`: a member removes themselves. It is for good, so the page asks for a tick.

use crate::erasures::{self, Erasable};
use crate::{policy, removals};
use askama::Template;
use web::{Faults, Fields, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "account_remove.html")]
struct RemoveView {
    shell: Shell,
    words_too: bool,
    faults: Faults,
}

pub(super) async fn show(visit: Visit) -> web::Result {
    policy::myself(&visit.viewer)?;
    let shell = visit.shell(visit.t("people-remove-me-title"));
    visit.render(&RemoveView { shell, words_too: false, faults: Faults::none() })
}

pub(super) async fn remove(visit: Visit, form: Fields) -> web::Result {
    let myself = policy::myself(&visit.viewer)?;
    let mut faults = Faults::none();
    if form.get("sure") != "yes" {
        faults.add("sure", "people-fault-sure");
    }
    let chosen = removals::words_too(form.get("words"));
    if chosen.is_none() {
        faults.add("words", "people-fault-choice");
    }
    let words_too = chosen.unwrap_or_default();
    if faults.any() {
        let shell = visit.shell(visit.t("people-remove-me-title"));
        return visit.render_invalid(&RemoveView { shell, words_too, faults });
    }
    let mut scope = visit.write().await?;
    erasures::erase(&mut scope, &Erasable::by_myself(&myself), words_too).await?;
    scope.commit().await?;
    visit.flash("people-removed-yourself");
    Ok(see_other("/"))
}
