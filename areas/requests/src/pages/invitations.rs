//! What an invited member does under `/requests/ID`: «I can help», «I know who», «not now», «nothing more of this topic»; and the
//! block on the request's page that offers it and says why them.

use crate::course;
use crate::dossier::Dossier;
use crate::invitation::{self, Invitation, State};
use crate::person;
use crate::policy::{self, Visible};
use crate::reasons::{Of, Sentence, Telling};
use crate::request::Request;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use kernel::{MemberId, Problem};
use web::{Fields, Html, Response, Result, Shell, Visit, see_other};

/// How often one member may name others: each hears of it.
const NAMING: web::Rate = web::Rate { burst: 10, per_minute: 2 };

#[derive(Template)]
#[template(path = "_invitation.html")]
struct InvitationBlock<'v> {
    shell: &'v Shell,
    request: &'v Request,
    reasons: Vec<Sentence>,
    state: State,
    /// They have said nothing yet.
    waits: bool,
    muted: bool,
}

/// The block of a member's own invitation to an open request, whose facts the dossier learnt.
pub(super) fn block(shell: &Shell, request: &Request, held: &Invitation, dossier: &Dossier) -> Result<Html, Problem> {
    let reasons = Telling::on(shell, Of::You).sentences(&dossier.sources, &held.reasons);
    let waits = matches!(held.state, State::Waiting | State::Lapsed);
    let block = InvitationBlock { shell, request, reasons, state: held.state, waits, muted: dossier.muted };
    Ok(Html::trusted(block.render().map_err(|error| Problem::Internal(error.into()))?))
}

#[derive(Template)]
#[template(path = "pass.html")]
struct PassView {
    shell: Shell,
    request: Request,
    name: String,
    found: Vec<(MemberId, String)>,
    fault: Option<&'static str>,
}

fn path(request: &Request) -> String {
    format!("/requests/{}", request.id)
}

pub async fn take(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let mut scope = visit.write().await?;
    let request = policy::request(&mut scope, super::id(&id)?).await?;
    let actor = policy::actor(&mut scope).await?;
    invitation::took(&mut scope, actor, &request, "web").await?;
    scope.commit().await?;
    visit.flash("requests-invitation-took-done");
    Ok(see_other(format!("{}#composer", path(&request))))
}

pub async fn decline(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let mut scope = visit.write().await?;
    let request = policy::request(&mut scope, super::id(&id)?).await?;
    let actor = policy::actor(&mut scope).await?;
    invitation::decline(&mut scope, actor, &request).await?;
    scope.commit().await?;
    visit.flash("requests-invitation-declined-done");
    Ok(see_other("/today"))
}

pub async fn mute(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let mut scope = visit.write().await?;
    let request = policy::request(&mut scope, super::id(&id)?).await?;
    let actor = policy::actor(&mut scope).await?;
    invitation::mute_topic(&mut scope, actor, &request).await?;
    scope.commit().await?;
    visit.flash("requests-topic-muted");
    Ok(see_other("/requests/limits"))
}

/// Whom does the invited member know? A search by name, each found with a button.
pub async fn choose(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let name = super::query(&visit).text("name");
    visit.render(&choosing(&visit, super::id(&id)?, name, None).await?)
}

async fn choosing(visit: &Visit, id: i64, name: String, fault: Option<&'static str>) -> Result<PassView> {
    let mut scope = visit.read().await?;
    let request = invited(&mut scope, id).await?;
    let found = person::named(&mut scope, &name).await?;
    let me = scope.viewer().member;
    drop(scope);
    let others = found.into_iter().filter(|person| Some(person.id) != me && person.id != request.asker);
    let found = others.map(|person| (person.id, person.name)).collect();
    Ok(PassView { shell: visit.shell(visit.t("requests-pass-title")), request: request.into_inner(), name, found, fault })
}

/// A request that the viewer was asked to help with, and may pass on.
async fn invited(scope: &mut store::Scope, id: i64) -> Result<Visible<Request>, Problem> {
    let request = policy::request(scope, id).await?;
    if request.is_chosen() {
        return Err(Problem::Conflict("requests-pass-chosen"));
    }
    let member = scope.viewer().member.ok_or(Problem::Forbidden)?;
    invitation::of_member(scope, &request, member).await?.ok_or(Problem::Forbidden)?;
    Ok(request)
}

pub async fn pass(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    visit.limit("requests-pass", NAMING)?;
    let member = fields.number("member").map(MemberId).ok_or(Problem::NotFound)?;
    let mut scope = visit.write().await?;
    let request = policy::request(&mut scope, super::id(&id)?).await?;
    let actor = policy::actor(&mut scope).await?;
    let named = match invitation::pass_on(&mut scope, actor, &request, member, "web").await {
        // Another can be named at once.
        Err(Problem::Conflict(word)) if request.is_open() && !request.is_chosen() => {
            drop(scope);
            let view = choosing(&visit, request.id, fields.text("name"), Some(word)).await?;
            return visit.render_with(StatusCode::CONFLICT, &view);
        }
        passed => passed?,
    };
    scope.commit().await?;
    visit.flash(if named { "requests-invitation-passed-done" } else { "requests-pass-once" });
    Ok(see_other(path(&request)))
}

/// The asker opens to all what only chosen people saw.
pub async fn open_to_all(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let mut scope = visit.write().await?;
    let own = policy::own(&mut scope, super::id(&id)?).await?;
    course::open_to_all(&mut scope, &own, "web").await?;
    scope.commit().await?;
    visit.flash("requests-opened-to-all");
    Ok(see_other(path(&own)))
}
