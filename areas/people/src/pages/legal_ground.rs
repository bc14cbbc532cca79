//! `/legal-ground`: on what ground the community keeps data of people who agreed to nothing. The owner says it once.

use crate::policy;
use askama::Template;
use identity::community::{self, LegalGround};
use web::{Faults, Fields, Shell, Visit, see_other};

/// Grounds to choose from; each has words `people-ground-…`.
const GROUNDS: [&str; 4] = ["rules", "interest", "consent", "other"];
const TEXT_CHARS: usize = 2_000;

#[derive(Template)]
#[template(path = "legal_ground.html")]
struct GroundView {
    shell: Shell,
    stated: Option<LegalGround>,
    grounds: [&'static str; 4],
    chosen: String,
    text: String,
    faults: Faults,
}

pub(super) async fn show(visit: Visit) -> web::Result {
    policy::keeper(&visit.viewer)?;
    let stated = community::legal_ground(&mut visit.read().await?).await?;
    let (chosen, text) = match &stated {
        Some(ground) => ground
            .text
            .split_once('\n')
            .map_or((ground.text.clone(), String::new()), |(chosen, text)| (chosen.to_owned(), text.to_owned())),
        None => ("interest".to_owned(), String::new()),
    };
    visit.render(&GroundView {
        shell: visit.shell(visit.t("people-ground-title")),
        stated,
        grounds: GROUNDS,
        chosen,
        text,
        faults: Faults::none(),
    })
}

pub(super) async fn state(visit: Visit, form: Fields) -> web::Result {
    policy::keeper(&visit.viewer)?;
    let right = identity::policy::keeps_community(&visit.viewer)?;
    let (chosen, text) = (form.get("ground").to_owned(), form.text("text"));
    let mut faults = Faults::none();
    if !GROUNDS.contains(&chosen.as_str()) {
        faults.add("ground", "people-fault-choice");
    }
    if text.chars().count() > TEXT_CHARS {
        faults.add("text", "people-fault-long");
    } else if chosen == "other" && text.is_empty() {
        faults.add("text", "people-fault-ground");
    }
    if faults.any() {
        let stated = community::legal_ground(&mut visit.read().await?).await?;
        return visit.render_invalid(&GroundView {
            shell: visit.shell(visit.t("people-ground-title")),
            stated,
            grounds: GROUNDS,
            chosen,
            text,
            faults,
        });
    }
    let mut scope = visit.write().await?;
    community::state_legal_ground(&mut scope, &right, &format!("{chosen}\n{text}")).await?;
    scope.commit().await?;
    visit.flash("people-ground-stated");
    Ok(see_other("/legal-ground"))
}
