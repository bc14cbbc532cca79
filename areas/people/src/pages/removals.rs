//! `/removals`: wishes to be forgotten that wait for the owner.

use super::imported::PersonRow;
use super::number;
use crate::imported::{self, Sieve};
use crate::namesakes::{self, Namesake};
use crate::removals::{self, Removal};
use crate::{letters, policy};
use askama::Template;
use axum::extract::{Path, RawQuery};
use identity::member::{Member, State};
use kernel::{MemberId, Micros, Problem};
use store::Scope;
use web::{Cursor, Faults, Fields, Pager, Shell, Visit, see_other};

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
    /// Those who joined.
    members: Vec<Namesake>,
    faults: Faults,
}

/// Finds who a wish is about; with a member in the address, says who would be erased and asks once more.
pub(super) async fn find(visit: Visit, Path(id): Path<String>, RawQuery(raw): RawQuery) -> web::Result {
    let keeper = policy::keeper(&visit.viewer)?;
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    let mut scope = visit.read().await?;
    let removal = removals::one(&mut scope, &keeper, number(&id)?).await?;
    if fields.get("member").is_empty() {
        return visit.render(&looked_for(&visit, &mut scope, removal, &fields.text("q"), Faults::none()).await?);
    }
    let member = fields.number("member").map(MemberId);
    match removals::meant(&mut scope, &keeper, &removal, member).await {
        Ok(person) => visit.render(&sure(&visit, &mut scope, removal, person).await?),
        Err(Problem::Invalid(faults)) => visit.render_invalid(&looked_for(&visit, &mut scope, removal, "", faults.into()).await?),
        Err(problem) => Err(problem.into()),
    }
}

async fn looked_for(visit: &Visit, scope: &mut Scope, removal: Removal, words: &str, faults: Faults) -> kernel::Result<FindView> {
    let (keeper, steward) = (policy::keeper(&visit.viewer)?, policy::steward(&visit.viewer)?);
    // Without a search: those of a like name, by its first word.
    let first = removal.name.split_whitespace().next().unwrap_or_default();
    let words = if words.is_empty() { first.to_owned() } else { words.to_owned() };
    let rows = imported::list(scope, &steward, Sieve::All, &words, None).await?;
    let members = namesakes::joined_as(scope, &keeper, &words).await?;
    let shell = visit.shell(visit.t("people-removals-find"));
    let people = rows.iter().take(imported::PAGE).map(|(row, _)| PersonRow::of(&shell, row)).collect();
    Ok(FindView { shell, removal, words, people, members, faults })
}

#[derive(Template)]
#[template(path = "removal_sure.html")]
struct SureView {
    shell: Shell,
    removal: Removal,
    person: Member,
    /// Others of the same name, who stay.
    alike: Vec<Namesake>,
}

async fn sure(visit: &Visit, scope: &mut Scope, removal: Removal, person: Member) -> kernel::Result<SureView> {
    let keeper = policy::keeper(&visit.viewer)?;
    let name = if person.state == State::Erased { &removal.name } else { &person.name };
    let alike = namesakes::alike(scope, &keeper, person.id, name).await?;
    Ok(SureView { shell: visit.shell(visit.t("people-remove-title")), removal, person, alike })
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
        Err(Problem::Invalid(faults)) => {
            let removal = removals::one(&mut scope, &keeper, id).await?;
            return visit.render_invalid(&looked_for(&visit, &mut scope, removal, "", faults.into()).await?);
        }
        Err(problem) => return Err(problem.into()),
    };
    let about = if fulfils { letters::REMOVED } else { letters::REMOVAL_REFUSED };
    letters::to_contact(&mut scope, &visit, &contact, about, &format!("removal.{id}")).await?;
    scope.commit().await?;
    visit.flash(if fulfils { "people-removed" } else { "people-removal-refused" });
    Ok(see_other("/removals"))
}
