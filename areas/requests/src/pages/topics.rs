//! `/requests/topics`: the directions of requests. Everybody sees them and what is asked under each; staff open, rename and
//! retire them, and name who leads.

use super::list::{LineView, lines};
use crate::lists::{self, Key, Line};
use crate::person::{self, Person};
use crate::policy;
use crate::topic::{self, Topic, TopicName};
use askama::Template;
use axum::extract::Path;
use kernel::{MemberId, Problem};
use web::paging::Page;
use web::{Cursor, Faults, Fields, Pager, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "topics.html")]
struct TopicsView {
    shell: Shell,
    faults: Faults,
    open: Vec<Topic>,
    retired: Vec<Topic>,
    typed: String,
    staff: bool,
}

#[derive(Template)]
#[template(path = "topic.html")]
struct TopicView {
    shell: Shell,
    topic: Topic,
    lines: Vec<LineView>,
    pager: Pager,
    staff: bool,
}

#[derive(Template)]
#[template(path = "topic_edit.html")]
struct EditView {
    shell: Shell,
    faults: Faults,
    topic: Topic,
    typed: String,
    q: String,
    found: Vec<Person>,
}

pub async fn list(visit: Visit) -> Result<Response> {
    let view = view(&visit, Faults::none(), String::new()).await?;
    visit.render(&view)
}

async fn view(visit: &Visit, faults: Faults, name: String) -> Result<TopicsView, Problem> {
    let mut scope = visit.read().await?;
    let (retired, open) = topic::all(&mut scope).await?.into_iter().partition(|topic| topic.retired);
    let shell = visit.shell(visit.t("requests-topics-title"));
    Ok(TopicsView { shell, faults, open, retired, typed: name, staff: visit.viewer.is_staff() })
}

pub async fn create(visit: Visit, fields: Fields) -> Result<Response> {
    let name = match TopicName::parse(fields.get("name")) {
        Ok(name) => name,
        Err(word) => return mend(&visit, word, fields.text("name")).await,
    };
    let mut scope = visit.write().await?;
    let right = policy::steward(&scope)?;
    match topic::create(&mut scope, right, &name).await {
        Ok(id) => {
            scope.commit().await?;
            visit.flash("requests-topic-opened");
            Ok(see_other(format!("/requests/topics/{id}/edit")))
        }
        Err(Problem::Invalid(faults)) => {
            drop(scope);
            let word = faults.first().map_or("requests-fault-topic-taken", |fault| fault.word);
            mend(&visit, word, fields.text("name")).await
        }
        Err(problem) => Err(problem.into()),
    }
}

async fn mend(visit: &Visit, word: &'static str, name: String) -> Result<Response> {
    let mut faults = Faults::none();
    faults.add("name", word);
    let view = view(visit, faults, name).await?;
    visit.render_invalid(&view)
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    let before = Cursor::place::<Key>(super::query(&visit).get("before"))?;
    let mut scope = visit.read().await?;
    let topic = topic::find(&mut scope, id).await?;
    let page = Page::cut(lists::of_topic(&mut scope, id, before).await?, lists::PAGE, |line: &Line| line.key);
    drop(scope);
    let shell = visit.shell(topic.name.clone());
    let path = format!("/requests/topics/{id}");
    let pager = Pager::new(before.map(|_| path.clone()), page.next.map(|next| format!("{path}?before={next}")));
    let lines = lines(&shell, page.rows);
    visit.render(&TopicView { shell, topic, lines, pager, staff: visit.viewer.is_staff() })
}

pub async fn edit(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let view = edit_view(&visit, super::id(&id)?, Faults::none(), None).await?;
    visit.render(&view)
}

async fn edit_view(visit: &Visit, id: i64, faults: Faults, name: Option<String>) -> Result<EditView, Problem> {
    let q = super::query(visit).text("q");
    let mut scope = visit.read().await?;
    let topic = topic::find(&mut scope, id).await?;
    let found = if q.is_empty() { Vec::new() } else { person::named(&mut scope, &q).await? };
    let shell = visit.shell(topic.name.clone());
    Ok(EditView { shell, faults, typed: name.unwrap_or_else(|| topic.name.clone()), topic, q, found })
}

pub async fn change(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.write().await?;
    let right = policy::steward(&scope)?;
    let done = match fields.get("act") {
        "lead" => topic::lead(&mut scope, right, id, fields.number("leader").map(MemberId)).await,
        "release" => topic::lead(&mut scope, right, id, None).await,
        "retire" => topic::retire(&mut scope, right, id, true).await,
        "restore" => topic::retire(&mut scope, right, id, false).await,
        _ => match TopicName::parse(fields.get("name")) {
            Ok(name) => topic::rename(&mut scope, right, id, &name).await,
            Err(word) => topic::find(&mut scope, id).await.and(Err(Problem::field("name", word))),
        },
    };
    match done {
        Ok(()) => {
            scope.commit().await?;
            visit.flash("requests-topic-changed");
            Ok(see_other(format!("/requests/topics/{id}/edit")))
        }
        Err(Problem::Invalid(faults)) => {
            drop(scope);
            let view = edit_view(&visit, id, faults.into(), Some(fields.text("name"))).await?;
            visit.render_invalid(&view)
        }
        Err(problem) => Err(problem.into()),
    }
}
