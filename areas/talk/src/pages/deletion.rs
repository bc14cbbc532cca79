//! `/talk/messages/ID/deletion`: a page to think once more, and the act.

use super::shown::spoken;
use crate::author::Names;
use crate::history::excerpt;
use crate::{deletion, policy};
use askama::Template;
use axum::extract::Path;
use web::{Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "deletion.html")]
struct DeletionView {
    shell: Shell,
    id: i64,
    own: bool,
    name: String,
    excerpt: String,
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let mut scope = visit.read().await?;
    let message = policy::deletable(&mut scope, super::id(&id)?).await?;
    let names = Names::learn(&mut scope, [message.author]).await?;
    drop(scope);
    let shell = visit.shell(visit.t("talk-deletion-title"));
    let name = spoken(&shell, &names.byline(message.author, message.author_name.as_deref()));
    visit.render(&DeletionView { shell, id: message.id, own: message.own(), name, excerpt: excerpt(&message.text) })
}

pub async fn confirm(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.write().await?;
    let message = policy::deletable(&mut scope, id).await?;
    let writer = policy::writer(&mut scope).await?;
    deletion::delete(&mut scope, &message, writer, "web").await?;
    scope.commit().await?;
    visit.flash("talk-deletion-notice");
    Ok(see_other(format!("/talk/messages/{id}")))
}
