//! `/merges`: two imported persons who are one. The house points at likely pairs; staff decide, and may undo.

use super::imported::PersonRow;
use super::{address, member_id, number, place};
use crate::imported::{self, Sieve};
use crate::merges::{self, Act, Suggestion};
use crate::policy;
use askama::Template;
use axum::extract::{Path, RawQuery};
use identity::member::State;
use kernel::{MemberId, Problem};
use web::{Fields, Pager, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "merges.html")]
struct ListView {
    shell: Shell,
    suggestions: Vec<Suggestion>,
    more_suggestions: Option<String>,
    history: Vec<Act>,
    pager: Pager,
}

pub(super) async fn list(visit: Visit, RawQuery(raw): RawQuery) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    let before = place(&fields, "before")?;
    let mut scope = visit.read().await?;
    let mut suggestions = merges::suggestions(&mut scope, &steward, fields.get("after")).await?;
    let mut history = merges::latest(&mut scope, before).await?;
    drop(scope);
    let more = suggestions.len() > merges::SUGGESTIONS;
    suggestions.truncate(merges::SUGGESTIONS);
    let more_suggestions = suggestions.last().filter(|_| more).map(|last| address("/merges", &[("after", &last.folded)]));
    let older = history.len() > merges::HISTORY;
    history.truncate(merges::HISTORY);
    let older = history.last().filter(|_| older).map(|last| address("/merges", &[("before", &last.id.to_string())]));
    let pager = Pager::new(before.map(|_| "/merges".to_owned()), older);
    visit.render(&ListView { shell: visit.shell(visit.t("people-merges-title")), suggestions, more_suggestions, history, pager })
}

#[derive(Template)]
#[template(path = "merge.html")]
struct ChooseView {
    shell: Shell,
    id: i64,
    name: String,
    words: String,
    people: Vec<PersonRow>,
    /// Of an imported person: members of today whom they may have become.
    members: Vec<(MemberId, String)>,
}

/// Looks for the other half of a person.
pub(super) async fn choose(visit: Visit, Path(id): Path<String>, RawQuery(raw): RawQuery) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    let mut scope = visit.read().await?;
    let person = identity::member::member(&mut scope, member_id(&id)?).await?;
    if !matches!(person.state, State::Imported | State::Active) {
        return Err(Problem::NotFound.into());
    }
    // Without a search: those of a like name, by its first word.
    let words = match fields.text("q") {
        words if words.is_empty() => person.name.split_whitespace().next().unwrap_or_default().to_owned(),
        words => words,
    };
    let rows = imported::list(&mut scope, &steward, Sieve::All, &words, None).await?;
    let members = match person.state {
        State::Imported => merges::members(&mut scope, &steward, &words).await?,
        _ => Vec::new(),
    };
    drop(scope);
    let shell = visit.shell(visit.t("people-merge-title"));
    let people = rows
        .iter()
        .filter(|(row, _)| row.id != person.id)
        .take(imported::PAGE)
        .map(|(row, _)| PersonRow::of(&shell, row))
        .collect();
    visit.render(&ChooseView { shell, id: person.id.0, name: person.name, words, people, members })
}

pub(super) async fn merge(visit: Visit, form: Fields) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let pair = form.number("past").zip(form.number("person"));
    let (past, person) = pair.ok_or(Problem::field("past", "people-fault-who"))?;
    let mut scope = visit.write().await?;
    merges::merge(&mut scope, &steward, MemberId(past), MemberId(person)).await?;
    scope.commit().await?;
    visit.flash("people-merged");
    Ok(see_other("/merges"))
}

pub(super) async fn undo(visit: Visit, Path(act): Path<String>) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let mut scope = visit.write().await?;
    merges::undo(&mut scope, &steward, number(&act)?).await?;
    scope.commit().await?;
    visit.flash("people-merge-undone");
    Ok(see_other("/merges"))
}
