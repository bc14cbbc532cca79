//! `/requests/ID/correction`: the asker mends what they asked, while it is open.

use super::bounds::{self, Bounds};
use super::{CORRECTING, new};
use crate::draft::Draft;
use crate::wish::{self, Typed};
use crate::{correction, policy, tags, topic};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use kernel::Problem;
use store::Scope;
use web::{Faults, Fields, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "request_correction.html")]
struct CorrectionView {
    shell: Shell,
    faults: Faults,
    id: i64,
    request_title: String,
    typed: Typed,
    topics: Vec<(String, String)>,
    tag_fields: Vec<String>,
    tags_in_use: Vec<String>,
    days: (String, String),
    bounds: Bounds,
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let mut scope = visit.read().await?;
    let own = policy::own(&mut scope, super::id(&id)?).await?;
    let held = correction::held(&mut scope, own).await?;
    let typed = Typed::of(&held.wish(), visit.community()?.timezone);
    let view = view(&visit, &mut scope, &held, typed, Faults::none()).await?;
    visit.render(&view)
}

pub async fn save(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.write().await?;
    let own = policy::own(&mut scope, id).await?;
    let held = correction::held(&mut scope, own).await?;
    let typed = new::typed(&fields);
    let wish = match correction::parse(&typed, &held.request, visit.community()?.timezone, scope.now()) {
        Ok(wish) => wish,
        Err(faults) => return mend(&visit, scope, &held, typed, faults.into(), StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    if visit.limit("requests.correct", CORRECTING).is_err() {
        let faults = new::fault("title", "requests-fault-often");
        return mend(&visit, scope, &held, typed, faults, StatusCode::TOO_MANY_REQUESTS).await;
    }
    match correction::correct(&mut scope, held.clone(), &wish, "web").await {
        Ok(changed) => {
            scope.commit().await?;
            visit.flash(if changed { "requests-corrected" } else { "requests-corrected-nothing" });
            Ok(see_other(format!("/requests/{id}")))
        }
        Err(Problem::Invalid(faults)) => mend(&visit, scope, &held, typed, faults.into(), StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(problem) => Err(problem.into()),
    }
}

/// The form again, with what was typed and what to mend. Nothing is kept.
async fn mend(visit: &Visit, writing: Scope, held: &Draft, typed: Typed, faults: Faults, status: StatusCode) -> Result<Response> {
    drop(writing);
    let mut scope = visit.read().await?;
    let view = view(visit, &mut scope, held, typed, faults).await?;
    visit.render_with(status, &view)
}

async fn view(visit: &Visit, scope: &mut Scope, held: &Draft, typed: Typed, faults: Faults) -> Result<CorrectionView, Problem> {
    let (zone, request) = (visit.community()?.timezone, &held.request);
    let all = topic::all(scope).await?;
    // A direction that was retired stays with what was asked under it.
    let kept = all.iter().find(|topic| topic.retired && Some(topic.id) == request.topic);
    let kept = kept.map(|topic| (topic.id.to_string(), topic.name.clone()));
    let mut topics = super::topics(visit, all, "requests-topic-none");
    topics.extend(kept);
    let (mut first, last) = bounds::days(zone, visit.house.clock.now());
    if let Some(at) = request.deadline_at {
        first = first.min(wish::day(at, zone).to_string());
    }
    let shell = visit.shell(visit.t("requests-correction-title"));
    Ok(CorrectionView {
        request_title: if request.title.is_empty() { shell.t("requests-wordless") } else { request.title.clone() },
        id: request.id,
        topics,
        tag_fields: new::tag_fields(&typed.tags),
        tags_in_use: tags::in_use(scope).await?,
        days: (first, last),
        bounds: Bounds::HELD,
        typed,
        faults,
        shell,
    })
}
