//! `/requests/similar`: what was asked before and is like a text. With `part` only the list itself and the direction
//! it seems to belong to, for the form's script.

use crate::similar::{self, Similar};
use crate::topic::Topic;
use crate::topics;
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
#[template(path = "_similar_part.html")]
struct SimilarPart {
    shell: Shell,
    /// The direction that the text seems to belong to.
    suggested: Option<Topic>,
    similar: Vec<Similar>,
}

pub async fn show(visit: Visit) -> Result<Response> {
    let query = super::query(&visit);
    let q: String = query.text("q").chars().take(LETTERS).collect();
    let mut scope = visit.read().await?;
    let similar = similar::like(&mut scope, &q).await?;
    let shell = visit.shell(visit.t("requests-similar-title"));
    if query.has("part") {
        let suggested = topics::suggest(&mut scope, &q).await?;
        return visit.render(&SimilarPart { shell, suggested, similar });
    }
    visit.render(&SimilarView { shell, q, similar })
}
