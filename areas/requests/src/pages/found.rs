//! `/requests/found`: requests found in a history, for staff: how much, how surely, a sample to judge, hashtags, acceptance.

use super::id;
use crate::history::{found, sample, settings};
use crate::policy;
use askama::Template;
use axum::extract::Path;
use kernel::{IdentityId, Micros};
use std::collections::HashMap;
use store::Scope;
use talk::author::Names;
use talk::evidence::{self, Line};
use web::paging::Page;
use web::{Cursor, Fields, Pager, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "found.html")]
struct FoundView {
    shell: Shell,
    counts: found::Counts,
    most: i64,
    judged: sample::Judged,
    enough: i64,
    sample: Vec<Shown>,
    hashtags: String,
    fault: Option<&'static str>,
    accepted_at: Option<Micros>,
}

#[derive(Template)]
#[template(path = "found_list.html")]
struct ListView {
    shell: Shell,
    rows: Vec<Shown>,
    pager: Pager,
}

/// A found message as pages show it.
struct Shown {
    message: i64,
    name: Option<String>,
    at: Micros,
    text: String,
    confidence: f64,
    asks: Option<bool>,
    answers: i64,
    helps: i64,
}

pub async fn show(visit: Visit) -> Result<Response> {
    let view = view(&visit, None).await?;
    visit.render(&view)
}

async fn view(visit: &Visit, typed: Option<(String, &'static str)>) -> Result<FoundView> {
    let mut scope = visit.read().await?;
    let counts = found::counts(&mut scope).await?;
    let held = settings::held(&mut scope).await?;
    let drawn = sample::draw(&mut scope).await?;
    let judged = sample::judged(&mut scope).await?;
    let people: Vec<(i64, IdentityId)> = drawn.iter().map(|one| (one.message, one.asker)).collect();
    let (lines, names) = told(&mut scope, &people).await?;
    drop(scope);
    let shown = |one: &sample::Drawn| {
        let line = lines.get(&one.message)?;
        let name = names.byline(Some(one.asker), None).name().map(str::to_owned);
        let text = line.excerpt.clone();
        Some(Shown {
            message: one.message,
            name,
            at: one.at,
            text,
            confidence: one.confidence,
            asks: one.asks,
            answers: 0,
            helps: 0,
        })
    };
    let sample = drawn.iter().filter_map(shown).collect();
    let (hashtags, fault) = match typed {
        Some((hashtags, fault)) => (hashtags, Some(fault)),
        None => (held.hashtags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" "), None),
    };
    Ok(FoundView {
        shell: visit.shell(visit.t("requests-found-title")),
        counts,
        most: found::COUNTED,
        judged,
        enough: sample::ENOUGH,
        sample,
        hashtags,
        fault,
        accepted_at: held.accepted_at,
    })
}

/// Texts and names of found messages: two statements.
async fn told(scope: &mut Scope, found: &[(i64, IdentityId)]) -> Result<(HashMap<i64, Line>, Names), kernel::Problem> {
    let ids: Vec<i64> = found.iter().map(|(message, _)| *message).collect();
    let lines = evidence::lines(scope, &ids).await?.into_iter().filter(|line| !line.excerpt.is_empty());
    let lines = lines.map(|line| (line.id, line)).collect();
    let names = Names::learn(scope, found.iter().map(|(_, asker)| Some(*asker))).await?;
    Ok((lines, names))
}

pub async fn list(visit: Visit) -> Result<Response> {
    let before = Cursor::place::<(Micros, i64)>(super::query(&visit).get("before"))?;
    let mut scope = visit.read().await?;
    let page = Page::cut(found::latest(&mut scope, before).await?, found::PAGE, |one: &found::Found| (one.at, one.message));
    let people: Vec<(i64, IdentityId)> = page.rows.iter().map(|one| (one.message, one.asker)).collect();
    let (lines, names) = told(&mut scope, &people).await?;
    drop(scope);
    let shown = |one: found::Found| Shown {
        message: one.message,
        name: names.byline(Some(one.asker), None).name().map(str::to_owned),
        at: one.at,
        text: lines.get(&one.message).map(|line| line.excerpt.clone()).unwrap_or_default(),
        confidence: one.confidence,
        asks: None,
        answers: one.answers,
        helps: one.helps,
    };
    let newer = before.map(|_| "/requests/found/all".to_owned());
    let pager = Pager::new(newer, page.next.map(|next| format!("/requests/found/all?before={next}")));
    let rows = page.rows.into_iter().map(shown).collect();
    visit.render(&ListView { shell: visit.shell(visit.t("requests-found-all-title")), rows, pager })
}

pub async fn label(visit: Visit, Path(message): Path<String>, fields: Fields) -> Result<Response> {
    let message = id(&message)?;
    let mut scope = visit.write().await?;
    let right = policy::steward(&scope)?;
    sample::label(&mut scope, right, message, fields.get("asks") == "yes").await?;
    scope.commit().await?;
    Ok(see_other(format!("/requests/found#m{message}")))
}

pub async fn name(visit: Visit, fields: Fields) -> Result<Response> {
    let hashtags = match settings::parse(fields.get("hashtags")) {
        Ok(hashtags) => hashtags,
        Err(fault) => return visit.render_invalid(&view(&visit, Some((fields.text("hashtags"), fault))).await?),
    };
    let mut scope = visit.write().await?;
    let right = policy::steward(&scope)?;
    settings::name(&mut scope, right, &hashtags).await?;
    scope.commit().await?;
    visit.flash("requests-found-named");
    Ok(see_other("/requests/found"))
}

pub async fn accept(visit: Visit, fields: Fields) -> Result<Response> {
    let mut scope = visit.write().await?;
    let right = policy::steward(&scope)?;
    settings::accept(&mut scope, right, fields.get("accepted") == "yes").await?;
    scope.commit().await?;
    visit.flash("requests-found-decided");
    Ok(see_other("/requests/found"))
}
