//! `/talk/new`: the beginning of a conversation.

use super::threads::{Composer, allowed};
use crate::wording::LETTERS;
use crate::{policy, posting};
use askama::Template;
use axum::http::StatusCode;
use web::{Fields, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "new.html")]
struct NewView {
    shell: Shell,
    composer: Composer,
}

pub async fn show(visit: Visit) -> Result<Response> {
    render(&visit, StatusCode::OK, String::new(), None)
}

pub async fn create(visit: Visit, fields: Fields) -> Result<Response> {
    let wording = match allowed(&visit, &fields) {
        Ok(wording) => wording,
        Err((status, fault)) => return render(&visit, status, fields.text("text"), Some(fault)),
    };
    let mut scope = visit.write().await?;
    let writer = policy::writer(&mut scope).await?;
    let posted = posting::begin(&mut scope, visit.community()?.timezone, writer, &wording, "web").await?;
    scope.commit().await?;
    Ok(see_other(format!("/talk/threads/{}", posted.thread)))
}

fn render(visit: &Visit, status: StatusCode, text: String, fault: Option<&'static str>) -> Result<Response> {
    let composer = Composer { text, fault, to: None, limit: LETTERS };
    visit.render_with(status, &NewView { shell: visit.shell(visit.t("talk-new-title")), composer })
}
