//! Thanks for help: said or changed by whoever received it, shown on the helper's profile while both agree.

use super::request_lines::Named;
use crate::person::Persons;
use crate::{help, policy};
use askama::Template;
use axum::extract::Path;
use kernel::Problem;
use web::{Faults, Fields, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "thanks.html")]
struct ThanksView {
    shell: Shell,
    id: i64,
    request: i64,
    helper: Named,
    thanks: String,
    shown: bool,
    faults: Faults,
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let view = view(&visit, super::id(&id)?, None, Faults::none()).await?;
    visit.render(&view)
}

async fn view(visit: &Visit, id: i64, typed: Option<(String, bool)>, faults: Faults) -> Result<ThanksView> {
    let mut scope = visit.read().await?;
    let received = policy::received(&mut scope, id).await?;
    let help = received.help();
    let persons = Persons::learn(&mut scope, [help.helper]).await?;
    drop(scope);
    let shell = visit.shell(visit.t("requests-thanks-title"));
    let helper = Named::of(&shell, &persons, help.helper);
    // Where nothing was said yet, the words are meant to be shown unless the asker says otherwise.
    let (thanks, shown) = typed.unwrap_or_else(|| (help.thanks.clone(), help.asker_agrees || help.thanks.is_empty()));
    Ok(ThanksView { id, request: received.request().id, helper, thanks, shown, faults, shell })
}

pub async fn say(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = super::id(&id)?;
    let (thanks, shown) = (fields.text("thanks"), fields.get("shown") == "1");
    let mut scope = visit.write().await?;
    let received = policy::received(&mut scope, id).await?;
    match help::thank(&mut scope, &received, &thanks, shown, "web").await {
        Ok(()) => scope.commit().await?,
        Err(Problem::Invalid(faults)) => {
            drop(scope);
            let view = view(&visit, id, Some((thanks, shown)), faults.into()).await?;
            return visit.render_invalid(&view);
        }
        Err(problem) => return Err(problem.into()),
    }
    visit.flash("requests-thanks-notice-said");
    Ok(see_other(format!("/requests/{}#h{id}", received.request().id)))
}

pub async fn agree(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (id, agrees) = (super::id(&id)?, fields.get("agrees") == "1");
    let mut scope = visit.write().await?;
    let request = match policy::given(&mut scope, id).await {
        Ok(given) => {
            help::show_given(&mut scope, &given, agrees, "web").await?;
            given.request().id
        }
        Err(Problem::Forbidden) => {
            let received = policy::received(&mut scope, id).await?;
            help::show_received(&mut scope, &received, agrees, "web").await?;
            received.request().id
        }
        Err(problem) => return Err(problem.into()),
    };
    scope.commit().await?;
    visit.flash(if agrees { "requests-thanks-notice-shown" } else { "requests-thanks-notice-hidden" });
    Ok(see_other(format!("/requests/{request}#h{id}")))
}
