//! `/removals`: wishes to be forgotten that wait for the owner.

use super::imported::PersonRow;
use super::number;
use crate::imported::{self, Sieve};
use crate::removals::{self, Removal};
use crate::{letters, policy};
use askama::Template;
use axum::extract::{Path, RawQuery};
use kernel::{MemberId, Micros, Problem};
use web::{Cursor, Fields, Pager, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "removals.html")]
struct ListView {
    shell: Shell,
    removals: Vec<Removal>,
    pager: Pager,
}

pub(super) async fn list(visit: Visit, RawQuery(raw): RawQuery) -> web::Result {
    let keeper = policy::keeper(&visit.viewer)?;
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    let after = Cursor::place::<(Micros, i64)>(fields.get("after"))?;
    let mut scope = visit.read().await?;
    let mut removals = removals::list(&mut scope, &keeper, after).await?;
    drop(scope);
    let more = removals.len() > removals::PAGE;
    removals.truncate(removals::PAGE);
    let next =
        removals.last().filter(|_| more).map(|last| format!("/removals?after={}", Cursor::encode(&(last.created_at, last.id))));
    let pager = Pager::onward(after.map(|_| "/removals".to_owned()), next);
    visit.render(&ListView { shell: visit.shell(visit.t("people-removals-title")), removals, pager })
}

#[derive(Template)]
#[template(path = "removal.html")]
struct FindView {
    shell: Shell,
    removal: Removal,
    words: String,
    people: Vec<PersonRow>,
}

/// Finds who a wish is about, where the person only wrote a name.
pub(super) async fn find(visit: Visit, Path(id): Path<String>, RawQuery(raw): RawQuery) -> web::Result {
    let (keeper, steward) = (policy::keeper(&visit.viewer)?, policy::steward(&visit.viewer)?);
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    let mut scope = visit.read().await?;
    let removal = removals::one(&mut scope, &keeper, number(&id)?).await?;
    let words = match fields.text("q") {
        words if words.is_empty() => removal.name.split_whitespace().next().unwrap_or_default().to_owned(),
        words => words,
    };
    let rows = imported::list(&mut scope, &steward, Sieve::All, &words, None).await?;
    drop(scope);
    let shell = visit.shell(visit.t("people-removals-find"));
    let people = rows.iter().take(imported::PAGE).map(|(row, _)| PersonRow::of(&shell, row)).collect();
    visit.render(&FindView { shell, removal, words, people })
}

pub(super) async fn decide(visit: Visit, Path(id): Path<String>, form: Fields) -> web::Result {
    let keeper = policy::keeper(&visit.viewer)?;
    let id = number(&id)?;
    let mut scope = visit.write().await?;
    let fulfils = form.get("act") == "fulfil";
    let decided = if fulfils {
        removals::fulfil(&mut scope, &keeper, id, form.number("member").map(MemberId)).await
    } else {
        removals::refuse(&mut scope, &keeper, id).await
    };
    let contact = match decided {
        Ok(contact) => contact,
        Err(Problem::Invalid(_)) => {
            visit.flash("people-removals-who-first");
            return Ok(see_other("/removals"));
        }
        Err(problem) => return Err(problem.into()),
    };
    let about = if fulfils { letters::REMOVED } else { letters::REMOVAL_REFUSED };
    letters::to_contact(&mut scope, &visit, &contact, about, &format!("removal.{id}")).await?;
    scope.commit().await?;
    visit.flash(if fulfils { "people-removed" } else { "people-removal-refused" });
    Ok(see_other("/removals"))
}
