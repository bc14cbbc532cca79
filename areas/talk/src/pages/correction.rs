//! `/talk/messages/ID/correction`: a mistake in one's own fresh words is mended.

use super::threads::Composer;
use crate::wording::{LETTERS, Wording};
use crate::{correction, policy};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use web::{Fields, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "correction.html")]
struct CorrectionView {
    shell: Shell,
    id: i64,
    composer: Composer,
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let mut scope = visit.read().await?;
    let message = policy::editable(&mut scope, super::id(&id)?).await?;
    drop(scope);
    let text = message.extras.source.clone().unwrap_or_else(|| message.text.clone());
    render(&visit, StatusCode::OK, message.id, text, None)
}

pub async fn save(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.write().await?;
    let message = policy::editable(&mut scope, id).await?;
    let wording = match Wording::parse(fields.get("text")) {
        Ok(wording) => wording,
        Err(fault) => {
            drop(scope);
            return render(&visit, StatusCode::UNPROCESSABLE_ENTITY, id, fields.text("text"), Some(fault));
        }
    };
    let writer = policy::writer(&mut scope).await?;
    correction::correct(&mut scope, &message, writer, &wording, "web").await?;
    scope.commit().await?;
    Ok(see_other(format!("/talk/messages/{id}")))
}

fn render(visit: &Visit, status: StatusCode, id: i64, text: String, fault: Option<&'static str>) -> Result<Response> {
    let composer = Composer { text, fault, to: None, limit: LETTERS };
    visit.render_with(status, &CorrectionView { shell: visit.shell(visit.t("talk-correction-title")), id, composer })
}
