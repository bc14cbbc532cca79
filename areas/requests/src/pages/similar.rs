//! `/requests/similar`: what was asked before and is like a text. With `part` only the list itself, for the form's script.

use crate::similar::{self, Similar};
use askama::Template;
use web::{Response, Result, Shell, Visit};

/// Letters of a text that are read.
const LETTERS: usize = 1_000;

#[derive(Template)]
#[template(path = "similar.html")]
struct SimilarView {
    shell: Shell,
    q: String,
    similar: Vec<Similar>,
}

#[derive(Template)]
#[template(path = "_similar.html")]
struct SimilarPart {
    shell: Shell,
    similar: Vec<Similar>,
}

pub async fn show(visit: Visit) -> Result<Response> {
    let query = super::query(&visit);
    let q: String = query.text("q").chars().take(LETTERS).collect();
    let mut scope = visit.read().await?;
    let similar = similar::like(&mut scope, &q).await?;
    drop(scope);
    let shell = visit.shell(visit.t("requests-similar-title"));
    if query.has("part") { visit.render(&SimilarPart { shell, similar }) } else { visit.render(&SimilarView { shell, q, similar }) }
}
