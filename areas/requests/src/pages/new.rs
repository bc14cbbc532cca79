//! `/requests/new` and `/requests/drafts/ID`: the form by which somebody asks. Whatever its button, what was typed is kept.

use super::ASKING;
use super::bounds::{self, Bounds};
use crate::draft::{self, Draft};
use crate::files::File;
use crate::person::{self, Person};
use crate::policy::{self, Actor};
use crate::request::Kind;
use crate::similar::{self, Similar};
use crate::topic::Topic;
use crate::wish::{Typed, Wish};
use crate::{asking, tags, topic, topics};
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use kernel::{MemberId, Problem};
use serde_json::json;
use store::Scope;
use web::{Faults, Fields, Response, Result, Shell, Visit, see_other};

/// Fields for tags that are offered before any is filled.
const TAG_FIELDS: usize = 3;

#[derive(Template)]
#[template(path = "new.html")]
struct FormView {
    shell: Shell,
    faults: Faults,
    typed: Typed,
    /// The draft's number, once there is one.
    draft: Option<i64>,
    files: Vec<File>,
    kinds: Vec<(&'static str, String, String)>,
    topics: Vec<(String, String)>,
    /// Each with what it holds.
    tag_fields: Vec<String>,
    tags_in_use: Vec<String>,
    people: Vec<(MemberId, String)>,
    /// The name that is looked for among members, and who has it.
    find: String,
    found: Vec<Person>,
    similar: Vec<Similar>,
    /// The direction that what was typed seems to belong to, while none is chosen.
    suggested: Option<Topic>,
    days: (String, String),
    bounds: Bounds,
}

/// What a button of the form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Ask,
    Save,
    /// The page keeps it by itself while it is being written.
    Auto,
    Preview,
    Files,
    Find,
}

impl Act {
    fn of(fields: &Fields) -> Act {
        match fields.get("act") {
            // The Enter key asks, but within the field for a name, where it looks for somebody.
            "enter" if !fields.text("find").is_empty() => Act::Find,
            "ask" | "enter" => Act::Ask,
            "auto" => Act::Auto,
            "preview" => Act::Preview,
            "files" => Act::Files,
            "find" => Act::Find,
            _ => Act::Save,
        }
    }
}

/// What the form is shown with.
#[derive(Default)]
struct Shown {
    typed: Typed,
    faults: Faults,
    draft: Option<i64>,
    files: Vec<File>,
    people: Option<Vec<(MemberId, String)>>,
    find: String,
}

pub async fn show(visit: Visit) -> Result<Response> {
    let mut scope = visit.read().await?;
    let topic = super::query(&visit).get("topic").to_owned();
    let typed = Typed { kind: Kind::Solution.code().to_owned(), sight: "community".to_owned(), topic, ..Typed::default() };
    let view = view(&visit, &mut scope, Shown { typed, ..Shown::default() }).await?;
    visit.render(&view)
}

pub async fn show_draft(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.read().await?;
    let actor = policy::actor(&mut scope).await?;
    let draft = draft::own(&mut scope, actor, id).await?;
    let find = super::query(&visit).text("find");
    let shown = of_draft(&visit, draft, Faults::none(), find)?;
    let view = view(&visit, &mut scope, shown).await?;
    visit.render(&view)
}

pub async fn create(visit: Visit, fields: Fields) -> Result<Response> {
    receive(&visit, None, &fields).await
}

pub async fn change(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    receive(&visit, Some(super::id(&id)?), &fields).await
}

async fn receive(visit: &Visit, id: Option<i64>, fields: &Fields) -> Result<Response> {
    let (act, typed) = (Act::of(fields), typed(fields));
    let zone = visit.community()?.timezone;
    let wish = match typed.parse(zone, visit.house.clock.now()) {
        Ok(wish) => wish,
        Err(faults) => return mend(visit, id, typed, faults.into(), StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    if wish.is_empty() && id.is_none() && matches!(act, Act::Ask | Act::Save | Act::Auto) {
        if act == Act::Auto {
            return Ok(StatusCode::NO_CONTENT.into_response());
        }
        return mend(visit, id, typed, fault("title", "requests-fault-title-empty"), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    if act == Act::Ask && visit.limit("requests.ask", ASKING).is_err() {
        return mend(visit, id, typed, fault("title", "requests-fault-often"), StatusCode::TOO_MANY_REQUESTS).await;
    }
    let mut scope = visit.write().await?;
    let actor = policy::actor(&mut scope).await?;
    let kept = match draft::keep(&mut scope, actor, id, &wish).await {
        Ok(kept) => kept,
        Err(Problem::Invalid(faults)) => {
            drop(scope);
            return mend(visit, id, typed, faults.into(), StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        // A form that was sent twice leads where the first one led.
        Err(Problem::Conflict("requests-draft-asked")) => return Ok(see_other(format!("/requests/{}", id.unwrap_or_default()))),
        Err(problem) => return Err(problem.into()),
    };
    if act == Act::Ask {
        return ask(visit, scope, actor, kept).await;
    }
    scope.commit().await?;
    answer(visit, act, kept, &wish, fields)
}

/// Where the other buttons lead, the draft being kept.
fn answer(visit: &Visit, act: Act, draft: i64, wish: &Wish, fields: &Fields) -> Result<Response> {
    let path = format!("/requests/drafts/{draft}");
    Ok(match act {
        Act::Auto => {
            let kind = HeaderValue::from_static("application/json");
            let body = json!({ "path": path, "said": visit.t("requests-draft-kept") }).to_string();
            ([(header::CONTENT_TYPE, kind)], body).into_response()
        }
        Act::Preview => see_other(format!("{path}/preview")),
        Act::Files => see_other(format!("{path}/files")),
        Act::Find => {
            let sought = super::address(&path, &[("find", &fields.text("find"))]);
            see_other(format!("{sought}#people"))
        }
        Act::Ask | Act::Save => {
            visit.flash(if wish.title.is_empty() { "requests-draft-kept-untitled" } else { "requests-draft-kept" });
            see_other(path)
        }
    })
}

/// Asks a draft that was just kept. What is missing yet is said at its field, and the draft stays.
async fn ask(visit: &Visit, mut scope: Scope, actor: Actor, draft: i64) -> Result<Response> {
    match asking::ask(&mut scope, actor, draft, "web").await {
        Ok(request) => {
            scope.commit().await?;
            visit.flash("requests-asked");
            Ok(see_other(format!("/requests/{}", request.id)))
        }
        Err(Problem::Invalid(faults)) => {
            scope.commit().await?;
            mend_draft(visit, draft, faults.into()).await
        }
        Err(problem) => Err(problem.into()),
    }
}

/// `/requests/drafts/ID/asking`: asks from the preview.
pub async fn ask_draft(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    visit.limit("requests.ask", ASKING)?;
    let mut scope = visit.write().await?;
    let actor = policy::actor(&mut scope).await?;
    ask(&visit, scope, actor, id).await
}

pub(super) fn fault(field: &'static str, word: &'static str) -> Faults {
    let mut faults = Faults::none();
    faults.add(field, word);
    faults
}

/// The form again, with what was typed and what to mend.
async fn mend(visit: &Visit, draft: Option<i64>, typed: Typed, faults: Faults, status: StatusCode) -> Result<Response> {
    let mut scope = visit.read().await?;
    let files = match draft {
        Some(id) => {
            let actor = policy::actor(&mut scope).await?;
            draft::own(&mut scope, actor, id).await?.files
        }
        None => Vec::new(),
    };
    let view = view(visit, &mut scope, Shown { typed, faults, draft, files, ..Shown::default() }).await?;
    visit.render_with(status, &view)
}

async fn mend_draft(visit: &Visit, id: i64, faults: Faults) -> Result<Response> {
    let mut scope = visit.read().await?;
    let actor = policy::actor(&mut scope).await?;
    let draft = draft::own(&mut scope, actor, id).await?;
    let shown = of_draft(visit, draft, faults, String::new())?;
    let view = view(visit, &mut scope, shown).await?;
    visit.render_invalid(&view)
}

pub(super) fn typed(fields: &Fields) -> Typed {
    Typed {
        title: fields.text("title"),
        details: fields.text("details"),
        kind: fields.text("kind"),
        // A suggested direction is taken by its own button.
        topic: [fields.text("suggested"), fields.text("topic")].into_iter().find(|topic| !topic.is_empty()).unwrap_or_default(),
        tags: fields.all("tag").map(str::to_owned).take(40).collect(),
        city: fields.text("city"),
        wanted: fields.text("wanted"),
        deadline: fields.text("deadline"),
        sight: fields.text("sight"),
        people: fields.all("person").filter_map(|id| id.parse().ok()).map(MemberId).collect(),
    }
}

/// What was typed, and room for more.
pub(super) fn tag_fields(tags: &[String]) -> Vec<String> {
    let mut fields = tags.to_vec();
    fields.resize((tags.len() + 1).clamp(TAG_FIELDS, tags::AT_MOST.max(tags.len())), String::new());
    fields
}

fn of_draft(visit: &Visit, draft: Draft, faults: Faults, find: String) -> Result<Shown> {
    let typed = Typed::of(&draft.wish(), visit.community()?.timezone);
    Ok(Shown { typed, faults, draft: Some(draft.request.id), files: draft.files, people: Some(draft.people), find })
}

async fn view(visit: &Visit, scope: &mut Scope, shown: Shown) -> Result<FormView, Problem> {
    let people = match shown.people {
        Some(people) => people,
        None => draft::active(scope, &shown.typed.people).await?,
    };
    let found = if shown.find.is_empty() { Vec::new() } else { person::named(scope, &shown.find).await? };
    let choice = super::topics(visit, topic::all(scope).await?, "requests-topic-none");
    let tags_in_use = tags::in_use(scope).await?;
    let like = if shown.faults.any() { format!("{}\n{}", shown.typed.title, shown.typed.details) } else { String::new() };
    let similar = similar::like(scope, &like).await?;
    let unplaced = if shown.typed.topic.is_empty() {
        format!("{}\n{}", shown.typed.title, shown.typed.tags.join("\n"))
    } else {
        String::new()
    };
    let suggested = topics::suggest(scope, &unplaced).await?;
    Ok(FormView {
        shell: visit.shell(visit.t(if shown.draft.is_some() { "requests-draft-title" } else { "requests-new-title" })),
        faults: shown.faults,
        draft: shown.draft,
        files: shown.files,
        kinds: super::kinds(visit),
        topics: choice,
        tag_fields: tag_fields(&shown.typed.tags),
        tags_in_use,
        found: found
            .into_iter()
            .filter(|one| Some(one.id) != visit.viewer.member && !people.iter().any(|(id, _)| *id == one.id))
            .collect(),
        people,
        find: shown.find,
        similar,
        suggested,
        days: bounds::days(visit.community()?.timezone, visit.house.clock.now()),
        typed: shown.typed,
        bounds: Bounds::HELD,
    })
}
