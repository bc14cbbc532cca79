//! `/requests/drafts`: what the reader began to ask; the preview of one; throwing one away.

use crate::draft::{self, Draft, DraftLine};
use crate::policy;
use crate::similar::{self, Similar};
use crate::topic;
use askama::Template;
use axum::extract::Path;
use web::{Html, Response, Result, Shell, Visit, markdown, see_other};

#[derive(Template)]
#[template(path = "drafts.html")]
struct DraftsView {
    shell: Shell,
    drafts: Vec<DraftLine>,
}

#[derive(Template)]
#[template(path = "preview.html")]
struct PreviewView {
    shell: Shell,
    id: i64,
    held: Draft,
    chosen: bool,
    details: Html,
    topic: Option<(i64, String)>,
    similar: Vec<Similar>,
}

#[derive(Template)]
#[template(path = "draft_deletion.html")]
struct DeletionView {
    shell: Shell,
    id: i64,
    title: String,
}

pub async fn list(visit: Visit) -> Result<Response> {
    let mut scope = visit.read().await?;
    let actor = policy::actor(&mut scope).await?;
    let drafts = draft::of(&mut scope, actor.member).await?;
    drop(scope);
    visit.render(&DraftsView { shell: visit.shell(visit.t("requests-drafts-title")), drafts })
}

pub async fn preview(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.read().await?;
    let actor = policy::actor(&mut scope).await?;
    let held = draft::own(&mut scope, actor, id).await?;
    let topic = match held.request.topic {
        Some(topic) => Some((topic, topic::find(&mut scope, topic).await?.name)),
        None => None,
    };
    let similar = similar::like(&mut scope, &format!("{}\n{}", held.request.title, held.request.details)).await?;
    drop(scope);
    let shell = visit.shell(visit.t("requests-preview-title"));
    let (details, chosen) = (markdown(&held.request.details), held.wish().chosen);
    visit.render(&PreviewView { shell, id, held, chosen, details, topic, similar })
}

pub async fn ask_deletion(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.read().await?;
    let actor = policy::actor(&mut scope).await?;
    let draft = draft::own(&mut scope, actor, id).await?;
    drop(scope);
    visit.render(&DeletionView { shell: visit.shell(visit.t("requests-draft-deletion-title")), id, title: draft.request.title })
}

pub async fn delete(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.write().await?;
    let actor = policy::actor(&mut scope).await?;
    draft::delete(&mut scope, actor, id).await?;
    scope.commit().await?;
    visit.flash("requests-draft-deleted");
    Ok(see_other("/requests/drafts"))
}
