//! `/requests/introductions/ID`: two people who may meet, the word of each, and afterwards how they reach each other.

use super::request_lines::Named;
use crate::answer;
use crate::contacts::{self, Contacts};
use crate::introduction::{self, Stage};
use crate::person::Persons;
use crate::policy::{self, Between, Side};
use askama::Template;
use axum::extract::Path;
use web::{Html, Response, Result, Shell, Visit, markdown, see_other};

#[derive(Template)]
#[template(path = "introduction.html")]
struct IntroductionView {
    shell: Shell,
    id: i64,
    request: i64,
    request_title: String,
    other: Named,
    by: Named,
    /// Why, in the words of whoever recommended.
    words: Html,
    chosen: bool,
    decides: bool,
    word: &'static str,
    /// The viewer has accepted and may still think otherwise.
    waits: bool,
    contacts: Option<Contacts>,
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let mut scope = visit.read().await?;
    let between = policy::between(&mut scope, super::id(&id)?).await?;
    let held = between.introduction();
    let answer = answer::find(&mut scope, between.request(), held.answer).await?;
    let persons = Persons::learn(&mut scope, [held.asker, held.person, held.by]).await?;
    let met = held.stage() == Stage::Met;
    let contacts = if met { Some(contacts::of_other(&mut scope, &between).await?) } else { None };
    drop(scope);
    visit.render(&view(visit.shell(visit.t("requests-introduction-title")), &between, &persons, &answer.text, contacts))
}

fn view(shell: Shell, between: &Between, persons: &Persons, words: &str, contacts: Option<Contacts>) -> IntroductionView {
    let (held, side, request) = (between.introduction(), between.side(), between.request());
    let stage = held.seen_by(side, request.is_open());
    let decides = !matches!(stage, Stage::Met | Stage::Declined) && !stage.accepted_by(side);
    let word = match stage {
        Stage::Met => "requests-introduction-met-lead",
        Stage::Declined => "requests-introduction-declined-lead",
        _ if decides => "requests-introduction-decide-lead",
        _ => "requests-introduction-waits-lead",
    };
    IntroductionView {
        id: held.id,
        request: request.id,
        request_title: if request.title.is_empty() { shell.t("requests-wordless") } else { request.title.clone() },
        other: Named::of(&shell, persons, held.of(side.other())),
        by: Named::of(&shell, persons, held.by),
        words: markdown(words),
        chosen: request.is_chosen() && side == Side::Asker,
        decides,
        word,
        waits: !decides && !matches!(stage, Stage::Met | Stage::Declined),
        contacts,
        shell,
    }
}

pub async fn accept(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.write().await?;
    let between = policy::between(&mut scope, id).await?;
    introduction::accept(&mut scope, &between, "web").await?;
    let met = policy::between(&mut scope, id).await?.introduction().stage() == Stage::Met;
    scope.commit().await?;
    visit.flash(if met { "requests-introduction-notice-met" } else { "requests-introduction-notice-accepted" });
    Ok(see_other(format!("/requests/introductions/{id}")))
}

pub async fn decline(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.write().await?;
    let between = policy::between(&mut scope, id).await?;
    introduction::decline(&mut scope, &between).await?;
    scope.commit().await?;
    visit.flash("requests-introduction-notice-declined");
    // A request of chosen people may be out of sight now.
    let stays = between.side() == Side::Asker || !between.request().is_chosen();
    Ok(see_other(if stays { format!("/requests/introductions/{id}") } else { "/today".to_owned() }))
}
