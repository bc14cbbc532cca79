//! `/people/imported`: those who came with a history, as a list to invite; and taking one of them out.

use super::{address, member_id};
use crate::erasures::{self, Erasable};
use crate::imported::{self, After, Imported, Sieve};
use crate::{letters, links, policy, removals};
use askama::Template;
use axum::extract::{Path, RawQuery};
use identity::member::State;
use kernel::Problem;
use std::cmp::Reverse;
use web::{Cursor, Fields, Pager, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "imported.html")]
struct ListView {
    shell: Shell,
    sieve: Sieve,
    words: String,
    people: Vec<PersonRow>,
    pager: Pager,
    ground: bool,
    owner: bool,
}

/// An imported person with the months of the first and the last word.
pub(super) struct PersonRow {
    pub id: i64,
    pub name: String,
    pub messages: i64,
    pub first: String,
    pub last: String,
}

impl PersonRow {
    pub fn of(shell: &Shell, person: &Imported) -> PersonRow {
        let (first, last) = (super::month(shell, person.first_at), super::month(shell, person.last_at));
        PersonRow { id: person.id.0, name: person.name.clone(), messages: person.messages, first, last }
    }
}

pub(super) async fn list(visit: Visit, RawQuery(raw): RawQuery) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    let sieve = Sieve::parse(fields.get("show")).unwrap_or_default();
    let words: String = fields.text("q").chars().take(120).collect();
    let after = Cursor::place::<After>(fields.get("after"))?;
    let began = after.is_none();
    let mut scope = visit.read().await?;
    let mut rows = imported::list(&mut scope, &steward, sieve, &words, after).await?;
    let ground = identity::community::legal_ground(&mut scope).await?.is_some();
    drop(scope);
    let more = rows.len() > imported::PAGE;
    rows.truncate(imported::PAGE);
    let link = |after: &str| address("/people/imported", &[("show", sieve.code()), ("q", &words), ("after", after)]);
    let next = rows.last().filter(|_| more).map(|(_, after)| link(&Cursor::encode(after)));
    let pager = Pager::onward((!began).then(|| link("")), next);
    let shell = visit.shell(visit.t("people-imported-title"));
    if sieve == Sieve::Wrote {
        rows.sort_by_key(|(person, _)| Reverse(person.messages));
    }
    let people = rows.iter().map(|(person, _)| PersonRow::of(&shell, person)).collect();
    visit.render(&ListView { people, shell, sieve, words, pager, ground, owner: visit.viewer.is_owner() })
}

#[derive(Template)]
#[template(path = "link_made.html")]
pub(super) struct LinkView {
    pub shell: Shell,
    /// Whom a personal link is for.
    pub name: Option<String>,
    pub some_hidden: bool,
    pub link: String,
    pub until: kernel::Micros,
}

pub(super) async fn make_link(visit: Visit, Path(id): Path<String>) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let mut scope = visit.write().await?;
    let id = member_id(&id)?;
    let token = links::make_personal(&mut scope, &steward, id).await?;
    let name = identity::member::member(&mut scope, id).await?.name;
    let link = letters::link(&mut scope, &visit, &format!("/claim/{token}")).await?;
    let until = scope.now() + links::DAYS * kernel::MICROS_PER_DAY;
    scope.commit().await?;
    visit.render(&LinkView { shell: visit.shell(visit.t("people-link-made")), name: Some(name), some_hidden: false, link, until })
}

#[derive(Template)]
#[template(path = "remove_person.html")]
struct RemoveView {
    shell: Shell,
    id: i64,
    name: String,
    words_too: bool,
}

pub(super) async fn ask_removal(visit: Visit, Path(id): Path<String>) -> web::Result {
    policy::keeper(&visit.viewer)?;
    let mut scope = visit.read().await?;
    let member = identity::member::member(&mut scope, member_id(&id)?).await?;
    if !matches!(member.state, State::Imported | State::Active | State::Left) {
        return Err(Problem::NotFound.into());
    }
    let shell = visit.shell(visit.t("people-remove-title"));
    visit.render(&RemoveView { shell, id: member.id.0, name: member.name, words_too: false })
}

pub(super) async fn remove(visit: Visit, Path(id): Path<String>, form: Fields) -> web::Result {
    let keeper = policy::keeper(&visit.viewer)?;
    let words_too = removals::words_too(form.get("words")).ok_or(Problem::field("words", "people-fault-choice"))?;
    let mut scope = visit.write().await?;
    let right = Erasable::by_owner(&keeper, member_id(&id)?);
    erasures::erase(&mut scope, &right, words_too).await?;
    scope.commit().await?;
    visit.flash("people-removed");
    Ok(see_other("/people/imported"))
}
