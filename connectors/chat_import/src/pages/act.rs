//! What may be done with an import.

use crate::pages::run;
use crate::progress::Progress;
use crate::run::{Run, State};
use crate::{forgetting, opening, run as runs, taking_back};
use askama::Template;
use axum::extract::Path;
use kernel::Problem;
use store::Scope;
use web::{Response, Result, Shell, Visit, see_other};

/// The job of a run that is in one of these states.
async fn job_of(scope: &mut Scope, id: i64, states: &[State]) -> Result<(Run, i64)> {
    let run = runs::find(scope, id).await?;
    match run.job.filter(|_| states.contains(&run.state)) {
        Some(job) => Ok((run, job)),
        None => Err(Problem::Conflict("import-not-now").into()),
    }
}

pub async fn pause(visit: Visit, Path(id): Path<i64>) -> Result<Response> {
    let mut scope = visit.write().await?;
    let (_, job) = job_of(&mut scope, id, &[State::Checking, State::Bringing]).await?;
    scope.pause_job(job).await?;
    if scope.job(job).await?.state == "paused" {
        runs::set_state(&mut scope, id, State::Paused).await?;
    }
    scope.commit().await?;
    visit.flash("import-pausing");
    Ok(see_other(format!("/import/{id}")))
}

pub async fn resume(visit: Visit, Path(id): Path<i64>) -> Result<Response> {
    let mut scope = visit.write().await?;
    let (_, job) = job_of(&mut scope, id, &[State::Paused, State::Bringing, State::Checking]).await?;
    scope.resume_job(job).await?;
    runs::set_state(&mut scope, id, State::Bringing).await?;
    scope.commit().await?;
    Ok(see_other(format!("/import/{id}")))
}

pub async fn cancel(visit: Visit, Path(id): Path<i64>) -> Result<Response> {
    let mut scope = visit.write().await?;
    let (run, job) = job_of(&mut scope, id, &[State::Checking, State::Bringing, State::Paused]).await?;
    scope.cancel_job(job).await?;
    let ended = matches!(scope.job(job).await?.state.as_str(), "cancelled" | "dead");
    if ended {
        runs::set_state(&mut scope, id, State::Cancelled).await?;
    }
    if ended && !Progress::of(&mut scope, &run).await?.counts.anything() {
        forgetting::nothing_came(&mut scope, &run).await?;
    }
    scope.commit().await?;
    visit.flash("import-cancelling");
    Ok(see_other(format!("/import/{id}")))
}

pub async fn open(visit: Visit, Path(id): Path<i64>) -> Result<Response> {
    let mut scope = visit.write().await?;
    opening::open(&mut scope, id).await?;
    scope.commit().await?;
    visit.flash("import-opened-notice");
    Ok(see_other("/talk"))
}

#[derive(Template)]
#[template(path = "take_back.html")]
struct TakeBack {
    shell: Shell,
    run: Run,
}

pub async fn ask_take_back(visit: Visit, Path(id): Path<i64>) -> Result<Response> {
    let mut scope = visit.read().await?;
    let run = runs::find(&mut scope, id).await?;
    if !run.state.may_be_settled() {
        return run::show(visit, Path(id)).await;
    }
    visit.render(&TakeBack { shell: visit.shell(visit.t("import-take-back-title")), run })
}

pub async fn take_back(visit: Visit, Path(id): Path<i64>) -> Result<Response> {
    let mut scope = visit.write().await?;
    taking_back::begin(&mut scope, id).await?;
    scope.commit().await?;
    visit.flash("import-taking-back");
    Ok(see_other(format!("/import/{id}")))
}
