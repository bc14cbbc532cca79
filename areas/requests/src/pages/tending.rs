//! `/requests/ID/tending`: what staff do about a request from the Desk, and back to where they were on it. Before they close one,
//! they read what its asker will be told, and may say it otherwise.

use crate::closure::NOTE_LETTERS;
use crate::policy;
use crate::tending::{self, Act};
use crate::text;
use askama::Template;
use axum::extract::Path;
use kernel::Problem;
use store::Scope;
use web::{Faults, Fields, Refusal, Response, Result, Shell, Trouble, Visit, local_path, see_other};

#[derive(Template)]
#[template(path = "withdrawal.html")]
struct WithdrawalView {
    shell: Shell,
    id: i64,
    request_title: String,
    asked: i64,
    note: String,
    faults: Faults,
    /// The Desk as its reader left it.
    back: String,
}

/// `/requests/ID/withdrawal`: the word of a closing, before it is said.
pub async fn confirm(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let back = back(&super::query(&visit));
    let view = view(&visit, super::id(&id)?, None, Faults::none(), back).await?;
    visit.render(&view)
}

async fn view(visit: &Visit, id: i64, typed: Option<String>, faults: Faults, back: String) -> Result<WithdrawalView> {
    let mut scope = visit.read().await?;
    let steward = policy::steward(&scope)?;
    let request = policy::request(&mut scope, id).await?;
    tending::may_withdraw(&mut scope, &steward, &request).await?;
    let asked = tending::asked(&mut scope, id).await?;
    drop(scope);
    let note = match typed {
        Some(typed) => typed,
        None => usual_note(visit, asked)?,
    };
    let shell = visit.shell(visit.t("requests-withdrawal-title"));
    let request_title = if request.title.is_empty() { shell.t("requests-wordless") } else { request.title.clone() };
    Ok(WithdrawalView { id, request_title, asked, note, faults, back, shell })
}

/// The word of a closing is kept with the request, so it is in the community's language.
fn usual_note(visit: &Visit, asked: i64) -> Result<String, Problem> {
    let (words, locale) = (&visit.house.words, visit.community()?.locale);
    Ok(if asked == 0 {
        words.t(locale, "requests-tending-note-nobody")
    } else {
        words.tv(locale, "requests-tending-note", &[("n", asked.into())])
    })
}

pub async fn tend(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let act = Act::parse(fields.get("act")).filter(|act| *act != Act::Nobody).ok_or(Refusal(Trouble::Malformed));
    let mut scope = visit.write().await?;
    let steward = policy::steward(&scope)?;
    let actor = policy::actor(&mut scope).await?;
    let request = policy::request(&mut scope, super::id(&id)?).await?;
    let act = act?;
    let note = match note(&visit, &mut scope, act, request.id, &fields).await? {
        Ok(note) => note,
        Err(word) => {
            drop(scope);
            let mut faults = Faults::none();
            faults.add("note", word);
            let view = view(&visit, request.id, Some(fields.text("note")), faults, back(&fields)).await?;
            return visit.render_invalid(&view);
        }
    };
    let now = tending::tend(&mut scope, steward, actor, &request, act, &note).await?;
    scope.commit().await?;
    visit.flash(if now { done(act) } else { "requests-tended-already" });
    Ok(see_other(back(&fields)))
}

/// What the asker is told: as it was typed, or the usual word where no form asked for one. Within, the word for what is wrong.
async fn note(
    visit: &Visit,
    scope: &mut Scope,
    act: Act,
    request: i64,
    fields: &Fields,
) -> Result<Result<String, &'static str>, Problem> {
    if act != Act::Withdraw {
        return Ok(Ok(String::new()));
    }
    if !fields.has("note") {
        let asked = tending::asked(scope, request).await?;
        return usual_note(visit, asked).map(Ok);
    }
    Ok(match text::kept(fields.get("note"), NOTE_LETTERS) {
        Ok(note) if note.is_empty() => Err("requests-withdrawal-fault-note"),
        Ok(note) => Ok(note),
        Err(_) => Err("requests-closure-fault-note"),
    })
}

fn done(act: Act) -> &'static str {
    match act {
        Act::Ask => "requests-tended-ask",
        Act::Remind => "requests-tended-remind",
        Act::Withdraw => "requests-tended-withdraw",
        Act::Wait | Act::Nobody => "requests-tended-wait",
    }
}

/// The Desk as it was, and nowhere else.
pub(super) fn back(fields: &Fields) -> String {
    let back = local_path(fields.get("back")).filter(|path| *path == "/desk" || path.starts_with("/desk?"));
    back.unwrap_or("/desk").to_owned()
}
