//! `/`: what a community says of itself to those who are not in it, and the way in.

use askama::Template;
use web::{Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "front.html")]
struct FrontView {
    shell: Shell,
    name: String,
    mission: String,
    specialisation: String,
}

pub async fn show(visit: Visit) -> Result {
    let Some(community) = visit.community.clone() else { return Ok(see_other("/welcome")) };
    if visit.viewer.is_member() {
        return Ok(see_other("/today"));
    }
    visit.render(&FrontView {
        shell: visit.shell(visit.t("identity-front-title")),
        name: community.name.clone(),
        mission: community.mission.clone(),
        specialisation: community.specialisation.clone(),
    })
}
