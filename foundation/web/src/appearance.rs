//! How the site looks to this browser: theme and language, kept in cookies, chosen by plain forms.

use crate::refusal::Result;
use crate::visit::{LANGUAGE_COOKIE, THEME_COOKIE, local_path, see_other};
use crate::{Fields, Route, Theme, Visit};
use axum::response::Response;
use kernel::{Door, Locale};

const YEAR_SECONDS: i64 = 365 * 24 * 3_600;

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::post("/theme", Door::Open, theme), Route::post("/language", Door::Open, language)]
}

async fn theme(visit: Visit, fields: Fields) -> Result<Response> {
    if let Some(theme) = Theme::parse(fields.get("theme")) {
        visit.set_cookie(THEME_COOKIE, theme.code(), Some(YEAR_SECONDS));
    }
    Ok(back(&fields))
}

async fn language(visit: Visit, fields: Fields) -> Result<Response> {
    if let Some(locale) = Locale::ALL.into_iter().find(|locale| locale.code() == fields.get("language")) {
        visit.set_cookie(LANGUAGE_COOKIE, locale.code(), Some(YEAR_SECONDS));
    }
    Ok(back(&fields))
}

fn back(fields: &Fields) -> Response {
    see_other(local_path(fields.get("next")).unwrap_or("/"))
}
