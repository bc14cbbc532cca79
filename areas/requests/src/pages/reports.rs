//! `/requests/ID/report`: a member asks staff to look at a request or one of its answers. `/requests/reports/ID/settlement`: staff
//! say what they did; `/requests/reports/ID`: what they may read of it where they do not see the request.

use crate::answer::{Answer, Kind};
use crate::person::Persons;
use crate::policy;
use crate::reports::{self, NewReport, Reason, Report, Settlement};
use askama::Template;
use axum::extract::Path;
use kernel::Problem;
use web::{Faults, Fields, Rate, Response, Result, Shell, Visit, plain, see_other};

/// How often one member may report: nobody needs more in a day, and a flood helps nobody.
const REPORTING: Rate = Rate { burst: 5, per_minute: 1 };
/// Letters of the reported words that are shown to whoever reports them.
const QUOTED: usize = 280;

#[derive(Template)]
#[template(path = "report.html")]
struct ReportView {
    shell: Shell,
    faults: Faults,
    request: i64,
    answer: Option<i64>,
    /// Whose words are reported, and their beginning.
    author: String,
    quote: String,
    chosen: bool,
    /// A contact, which staff read by this report alone.
    contact: bool,
    reasons: Vec<&'static str>,
    reason: String,
    note: String,
    shows: bool,
}

/// What was typed so far.
#[derive(Default)]
struct Typed {
    faults: Faults,
    reason: String,
    note: String,
    shows: bool,
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let answer = answer_in(super::query(&visit).get("answer"))?;
    let view = view(&visit, super::id(&id)?, answer, Typed::default()).await?;
    visit.render(&view)
}

pub async fn report(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (id, answer) = (super::id(&id)?, answer_in(fields.get("answer"))?);
    let mut typed = Typed {
        faults: Faults::default(),
        reason: fields.get("reason").to_owned(),
        note: fields.text("note"),
        shows: fields.has("shows"),
    };
    let Some(reason) = Reason::parse(&typed.reason) else {
        typed.faults.add("reason", "requests-report-fault-reason");
        return visit.render_invalid(&view(&visit, id, answer, typed).await?);
    };
    visit.limit("report", REPORTING)?;
    let mut scope = visit.write().await?;
    let actor = policy::actor(&mut scope).await?;
    let request = policy::request(&mut scope, id).await?;
    let new = NewReport { answer, reason, note: &typed.note, shows: typed.shows };
    match reports::report(&mut scope, &request, actor, new, "web").await {
        Err(Problem::Invalid(faults)) => {
            drop(scope);
            typed.faults = Faults::from(faults);
            return visit.render_invalid(&view(&visit, id, answer, typed).await?);
        }
        reported => reported?,
    };
    scope.commit().await?;
    visit.flash("requests-report-sent");
    Ok(see_other(format!("/requests/{id}")))
}

#[derive(Template)]
#[template(path = "report_shown.html")]
struct ShownView {
    shell: Shell,
    held: Report,
    by: String,
    back: String,
}

/// `/requests/reports/ID`: what staff may read of a report about a request that they do not see.
pub async fn shown(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let back = super::tending::back(&super::query(&visit));
    let mut scope = visit.read().await?;
    let steward = policy::steward(&scope)?;
    let actor = policy::actor(&mut scope).await?;
    let held = reports::waiting(&mut scope, &steward, actor, super::id(&id)?).await?;
    let persons = Persons::learn(&mut scope, [held.by]).await?;
    drop(scope);
    let shell = visit.shell(visit.t("requests-report-shown-title"));
    let name = persons.of(held.by).map(|person| person.name.clone()).filter(|name| !name.is_empty());
    visit.render(&ShownView { by: name.unwrap_or_else(|| shell.t("requests-former")), shell, held, back })
}

/// Only staff settle; whether they see the request or not, the report is theirs.
pub async fn settle(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let settlement = Settlement::parse(fields.get("settlement")).ok_or(web::Refusal(web::Trouble::Malformed));
    let mut scope = visit.write().await?;
    let steward = policy::steward(&scope)?;
    let actor = policy::actor(&mut scope).await?;
    let id = super::id(&id)?;
    reports::find(&mut scope, id).await?;
    reports::settle(&mut scope, steward, actor, id, settlement?, "web").await?;
    scope.commit().await?;
    visit.flash("requests-report-settled");
    Ok(see_other(super::tending::back(&fields)))
}

fn answer_in(text: &str) -> Result<Option<i64>, Problem> {
    if text.is_empty() { Ok(None) } else { super::id(text).map(Some) }
}

async fn view(visit: &Visit, id: i64, answer: Option<i64>, typed: Typed) -> Result<ReportView> {
    let mut scope = visit.read().await?;
    let request = policy::request(&mut scope, id).await?;
    let actor = policy::actor(&mut scope).await?;
    let held: Option<Answer> = reports::reportable(&mut scope, &request, actor, answer).await?;
    let author = held.as_ref().map_or(request.asker, |answer| answer.author);
    let persons = Persons::learn(&mut scope, [author]).await?;
    drop(scope);
    let shell = visit.shell(visit.t("requests-report-title"));
    let name = persons.of(author).map(|person| person.name.clone()).filter(|name| !name.is_empty());
    Ok(ReportView {
        author: name.unwrap_or_else(|| shell.t("requests-former")),
        quote: plain(held.as_ref().map_or(&request.title, |answer| &answer.text), QUOTED),
        chosen: request.is_chosen(),
        contact: !request.is_chosen() && held.as_ref().is_some_and(|answer| answer.kind == Kind::Contact),
        reasons: Reason::ALL.iter().map(|reason| reason.code()).collect(),
        request: request.id,
        answer,
        shell,
        faults: typed.faults,
        reason: typed.reason,
        note: typed.note,
        shows: typed.shows,
    })
}
