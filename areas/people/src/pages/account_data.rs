//! `/account/data`: everything the community holds about the reader, to look at and to take along.

use crate::own_data::{self, OwnData};
use crate::policy;
use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use web::{Shell, Visit};

#[derive(Template)]
#[template(path = "account_data.html")]
struct DataView {
    shell: Shell,
}

pub(super) async fn show(visit: Visit) -> web::Result {
    policy::myself(&visit.viewer)?;
    visit.render(&DataView { shell: visit.shell(visit.t("people-data")) })
}

pub(super) async fn download(visit: Visit) -> web::Result {
    let myself = policy::myself(&visit.viewer)?;
    let mut scope = visit.read().await?;
    let held = own_data::export(&mut scope, &myself, visit.house.find::<OwnData>()).await?;
    let text = serde_json::to_string_pretty(&held).map_err(anyhow::Error::from)?;
    let kind = HeaderValue::from_static("application/json; charset=utf-8");
    let name = HeaderValue::from_static("attachment; filename=\"my-data.json\"");
    Ok((
        [
            (header::CONTENT_TYPE, kind),
            (header::CONTENT_DISPOSITION, name),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ],
        text,
    )
        .into_response())
}
