//! Answers to a request: given, folded away, deleted.

use super::composer::Typed;
use super::request_lines::Named;
use crate::answer::{self, Kind, NewAnswer};
use crate::person::{self, Persons};
use crate::{deletion, folding, policy};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use kernel::{FieldFault, MemberId, Problem};
use store::Scope;
use web::{Fields, Response, Result, Shell, Visit, plain, see_other};

/// A body in which a very long text still comes through, so that it can be given back.
pub(super) const BODY_BYTES: u64 = 2 * 1024 * 1024;
/// How often one member may answer: a lively exchange, not a flood.
const ANSWERING: web::Rate = web::Rate { burst: 12, per_minute: 6 };
/// Letters of an answer shown before it is deleted.
const EXCERPT: usize = 200;

pub async fn add(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = super::id(&id)?;
    let mut typed = Typed::of(&fields);
    let Some(kind) = kind_of(fields.get("kind")) else {
        typed.faults.add("kind", "requests-answer-fault-kind");
        return super::request::again(&visit, id, Kind::Solution, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    if visit.limit("requests.answer", ANSWERING).is_err() {
        typed.faults.add("text", "requests-answer-fault-often");
        return super::request::again(&visit, id, kind, typed, StatusCode::TOO_MANY_REQUESTS).await;
    }
    match give(&visit, id, kind, &mut typed).await {
        Ok(answer) => {
            visit.flash(if kind == Kind::Comment { "requests-answer-notice-comment" } else { "requests-answer-notice" });
            Ok(see_other(format!("/requests/{id}#a{answer}")))
        }
        Err(Problem::Invalid(faults)) => {
            typed.faults = faults.into();
            super::request::again(&visit, id, kind, typed, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Problem::Conflict(word)) => {
            typed.faults.add("text", word);
            super::request::again(&visit, id, kind, typed, StatusCode::CONFLICT).await
        }
        Err(problem) => Err(problem.into()),
    }
}

/// A form that says nothing of it answers with a solution.
fn kind_of(code: &str) -> Option<Kind> {
    if code.is_empty() { Some(Kind::Solution) } else { Kind::parse(code) }
}

async fn give(visit: &Visit, id: i64, kind: Kind, typed: &mut Typed) -> Result<i64, Problem> {
    let mut scope = visit.write().await?;
    let request = policy::request(&mut scope, id).await?;
    let actor = policy::actor(&mut scope).await?;
    let nobody = [actor.member, request.asker];
    let person = if kind == Kind::Recommendation { meant(&mut scope, typed, nobody).await? } else { None };
    let new = NewAnswer { kind, text: &typed.text, person };
    let answer = answer::add(&mut scope, &request, actor, new, "web").await?;
    scope.commit().await?;
    Ok(answer)
}

/// The member who is meant by what was typed or chosen; several who may be meant are offered, but for whoever cannot be.
async fn meant(scope: &mut Scope, typed: &mut Typed, nobody: [MemberId; 2]) -> Result<Option<MemberId>, Problem> {
    if typed.person.is_some() || typed.name.is_empty() {
        return Ok(typed.person);
    }
    let mut found = person::named(scope, &typed.name).await?;
    if let Some(member) = person::the_one(&found, &typed.name) {
        return Ok(Some(member));
    }
    found.retain(|person| !nobody.contains(&person.id));
    if let [only] = &found[..] {
        return Ok(Some(only.id));
    }
    let word = if found.is_empty() { "requests-answer-fault-name" } else { "requests-answer-fault-which" };
    typed.offered = found;
    Err(Problem::Invalid(vec![FieldFault { field: "person", word }]))
}

pub async fn fold(visit: Visit, Path((id, answer)): Path<(String, String)>) -> Result<Response> {
    let (id, answer) = (super::id(&id)?, super::id(&answer)?);
    let mut scope = visit.write().await?;
    let foldable = policy::foldable(&mut scope, id, answer).await?;
    let actor = policy::actor(&mut scope).await?;
    folding::fold(&mut scope, &foldable, actor, "web").await?;
    scope.commit().await?;
    visit.flash("requests-folding-notice");
    Ok(see_other(format!("/requests/{id}#a{answer}")))
}

pub async fn unfold(visit: Visit, Path((id, answer)): Path<(String, String)>) -> Result<Response> {
    let (id, answer) = (super::id(&id)?, super::id(&answer)?);
    let mut scope = visit.write().await?;
    let foldable = policy::foldable(&mut scope, id, answer).await?;
    folding::unfold(&mut scope, &foldable, "web").await?;
    scope.commit().await?;
    visit.flash("requests-unfolding-notice");
    Ok(see_other(format!("/requests/{id}#a{answer}")))
}

#[derive(Template)]
#[template(path = "answer_deletion.html")]
struct DeletionView {
    shell: Shell,
    id: i64,
    answer: i64,
    own: bool,
    author: Named,
    excerpt: String,
}

pub async fn deletion(visit: Visit, Path((id, answer)): Path<(String, String)>) -> Result<Response> {
    let (id, answer) = (super::id(&id)?, super::id(&answer)?);
    let mut scope = visit.read().await?;
    let deletable = policy::deletable(&mut scope, id, answer).await?;
    let held = deletable.answer();
    let persons = Persons::learn(&mut scope, [held.author]).await?;
    drop(scope);
    let shell = visit.shell(visit.t("requests-deletion-title"));
    // A moderator takes down a contact without reading it.
    let readable = deletable.own() || held.kind != Kind::Contact;
    let excerpt = if readable { plain(&held.text, EXCERPT) } else { String::new() };
    let author = Named::of(&shell, &persons, held.author);
    visit.render(&DeletionView { id, answer, own: deletable.own(), author, excerpt, shell })
}

pub async fn delete(visit: Visit, Path((id, answer)): Path<(String, String)>) -> Result<Response> {
    let (id, answer) = (super::id(&id)?, super::id(&answer)?);
    let mut scope = visit.write().await?;
    let deletable = policy::deletable(&mut scope, id, answer).await?;
    let actor = policy::actor(&mut scope).await?;
    deletion::delete(&mut scope, &deletable, actor, "web").await?;
    scope.commit().await?;
    visit.flash("requests-deletion-notice");
    Ok(see_other(format!("/requests/{id}#a{answer}")))
}
