//! `/requests/notices`: which letters come, for a member. `/requests/stops/TOKEN`: one click from a letter, without signing in.

use crate::policy;
use crate::stops::{self, Holder, Kind};
use askama::Template;
use axum::body::Bytes;
use axum::extract::Path;
use std::collections::BTreeSet;
use web::{Fields, Refusal, Response, Result, Shell, Trouble, Visit, see_other};

/// A kind of letter with its switch.
struct Switch {
    code: &'static str,
    comes: bool,
}

#[derive(Template)]
#[template(path = "notices.html")]
struct Notices {
    shell: Shell,
    switches: Vec<Switch>,
}

pub async fn show(visit: Visit) -> Result<Response> {
    let mut scope = visit.read().await?;
    let actor = policy::actor(&mut scope).await?;
    let stopped = stops::of(&mut scope, actor.member).await?;
    drop(scope);
    let switches = Kind::ALL.iter().map(|kind| Switch { code: kind.code(), comes: !stopped.contains(kind) }).collect();
    visit.render(&Notices { shell: visit.shell(visit.t("requests-notices-title")), switches })
}

pub async fn keep(visit: Visit, fields: Fields) -> Result<Response> {
    if fields.all("comes").any(|code| Kind::parse(code).is_none()) {
        return Err(Refusal(Trouble::Malformed));
    }
    let stopped: BTreeSet<Kind> =
        Kind::ALL.iter().copied().filter(|kind| fields.all("comes").all(|code| code != kind.code())).collect();
    let mut scope = visit.write().await?;
    let actor = policy::actor(&mut scope).await?;
    stops::keep(&mut scope, actor, &stopped).await?;
    scope.commit().await?;
    visit.flash("requests-notices-kept");
    Ok(see_other("/requests/notices"))
}

#[derive(Template)]
#[template(path = "stop.html")]
struct Stop {
    shell: Shell,
    token: String,
    kind: &'static str,
    stopped: bool,
}

/// Opening the link changes nothing: programs that look at letters open links too.
pub async fn ask(visit: Visit, Path(token): Path<String>) -> Result<Response> {
    let mut scope = visit.read().await?;
    let holder = stops::holder(&mut scope, &token).await?;
    let stopped = stops::stopped_by(&mut scope, holder).await?;
    drop(scope);
    page(&visit, token, holder, stopped)
}

/// The button of that page, or the one of a mail program (RFC 8058), which must not be redirected.
pub async fn stop(visit: Visit, Path(token): Path<String>, body: Bytes) -> Result<Response> {
    let fields = Fields::parse(&body).unwrap_or_default();
    let one_click = fields.has("List-Unsubscribe") || is_one_click(&body);
    let stopped = one_click || !fields.has("resume");
    let mut scope = visit.write().await?;
    let holder = stops::holder(&mut scope, &token).await?;
    stops::set_by(&mut scope, holder, stopped).await?;
    scope.commit().await?;
    if one_click {
        return page(&visit, token, holder, stopped);
    }
    Ok(see_other(format!("/requests/stops/{token}")))
}

/// Mail programs send their one click in either form; of one in parts it is enough to know the field's name.
fn is_one_click(body: &[u8]) -> bool {
    const NAME: &[u8] = b"name=\"List-Unsubscribe\"";
    body.windows(NAME.len()).any(|part| part == NAME)
}

fn page(visit: &Visit, token: String, holder: Holder, stopped: bool) -> Result<Response> {
    let title = visit.t(if stopped { "requests-stop-done-title" } else { "requests-stop-title" });
    visit.render(&Stop { shell: visit.shell(title), token, kind: holder.kind.code(), stopped })
}
