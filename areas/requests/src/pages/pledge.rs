//! `/requests/pledge`: "I will help so many times this year", and what has come of it.

use crate::help;
use crate::pledge::{self, Pledge, USUAL, Year};
use crate::policy;
use askama::Template;
use web::{Faults, Fields, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "pledge.html")]
struct PledgeView {
    shell: Shell,
    year: String,
    pledge: Pledge,
    left: i64,
    /// Helps that count towards the pledge.
    progress: i64,
    times: String,
    faults: Faults,
    helps: Vec<help::Line>,
}

pub async fn show(visit: Visit) -> Result<Response> {
    let view = view(&visit, None, Faults::none()).await?;
    visit.render(&view)
}

async fn view(visit: &Visit, typed: Option<String>, faults: Faults) -> Result<PledgeView> {
    let mut scope = visit.read().await?;
    let member = policy::actor(&mut scope).await?.member;
    let year = Year::of(visit.community()?.timezone, scope.now());
    let pledge = pledge::of(&mut scope, member, year).await?;
    let helps = help::given_in(&mut scope, member, year).await?;
    drop(scope);
    let shell = visit.shell(visit.t("requests-pledge-title"));
    Ok(PledgeView {
        year: year.number.to_string(),
        progress: pledge.helped.min(pledge.times.unwrap_or_default()),
        left: (pledge.times.unwrap_or_default() - pledge.helped).max(0),
        times: typed.unwrap_or_else(|| pledge.times.unwrap_or(USUAL).to_string()),
        pledge,
        faults,
        helps,
        shell,
    })
}

pub async fn set(visit: Visit, fields: Fields) -> Result<Response> {
    let times = fields.number("times").filter(|times| pledge::TIMES.contains(times));
    let Some(times) = times else {
        let mut faults = Faults::none();
        faults.add("times", "requests-pledge-fault-times");
        let view = view(&visit, Some(fields.text("times")), faults).await?;
        return visit.render_invalid(&view);
    };
    let mut scope = visit.write().await?;
    let actor = policy::actor(&mut scope).await?;
    let year = Year::of(visit.community()?.timezone, scope.now());
    pledge::set(&mut scope, actor, year, times, "web").await?;
    scope.commit().await?;
    visit.flash_n("requests-pledge-notice", times);
    Ok(see_other("/requests/pledge"))
}
