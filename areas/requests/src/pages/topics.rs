//! `/requests/topics`: the directions of requests. Everybody sees them and what is asked under each; staff open, rename and
//! retire them, name who leads and by which words new requests meet them.

use super::list::{LineView, lines};
use super::topics_found;
use crate::lists::{self, Key, Line};
use crate::person::{self, Person};
use crate::policy;
use crate::tags::{self, Tag};
use crate::topic::{self, Topic, TopicName};
use crate::topics;
use crate::topics::counting::Helper;
use crate::topics::overview;
use crate::topics::worth::Judged;
use askama::Template;
use axum::extract::Path;
use kernel::{MemberId, Problem};
use store::Scope;
use web::paging::Page;
use web::{Cursor, Faults, Fields, Pager, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "topics.html")]
struct TopicsView {
    shell: Shell,
    faults: Faults,
    open: Vec<Topic>,
    retired: Vec<Topic>,
    typed: Typed,
    /// Members who could lead the new one, each with facts.
    leaders: Vec<(MemberId, String, Vec<String>)>,
    staff: bool,
}

impl TopicsView {
    fn leads(&self, id: &MemberId) -> bool {
        self.typed.leader == Some(*id)
    }
}

/// A new direction as its form holds it.
#[derive(Clone, Debug, Default)]
struct Typed {
    name: String,
    tags: String,
    leader: Option<MemberId>,
    /// Whoever is to lead it said yes.
    agreed: bool,
    /// The found topic from which it is opened.
    found: Option<i64>,
}

impl Typed {
    fn of(fields: &Fields) -> Typed {
        Typed {
            name: fields.text("name"),
            tags: fields.text("tags"),
            leader: fields.number("leader").map(MemberId),
            agreed: fields.has("agreed"),
            found: fields.number("found"),
        }
    }

    fn parse(&self) -> Result<(TopicName, Vec<Tag>), Faults> {
        let mut faults = Faults::none();
        let name = TopicName::parse(&self.name).map_err(|word| faults.add("name", word));
        let tags = tags::parse(std::slice::from_ref(&self.tags)).map_err(|word| faults.add("tags", word));
        if self.leader.is_some() && !self.agreed {
            faults.add("leader", "requests-fault-topic-agreed");
        }
        match (name, tags) {
            (Ok(name), Ok(tags)) if !faults.any() => Ok((name, tags)),
            _ => Err(faults),
        }
    }
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
    tags: String,
    q: String,
    found: Vec<Person>,
}

pub async fn list(visit: Visit) -> Result<Response> {
    let found = super::query(&visit).number("found").filter(|_| visit.viewer.is_staff());
    let view = view(&visit, Faults::none(), Typed { found, ..Typed::default() }).await?;
    visit.render(&view)
}

/// With the form as it was typed; as a found topic fills it where nothing was.
async fn view(visit: &Visit, faults: Faults, mut typed: Typed) -> Result<TopicsView, Problem> {
    let mut scope = visit.read().await?;
    let (retired, open) = topic::all(&mut scope).await?.into_iter().partition(|topic| topic.retired);
    let shell = visit.shell(visit.t("requests-topics-title"));
    let mut leaders = Vec::new();
    if let Some(found) = typed.found {
        let (judged, _, persons) = overview::one(&mut scope, found).await?;
        if !faults.any() {
            fill(&mut typed, &judged);
        }
        let all = judged.topic.lately + judged.topic.earlier;
        let told = |one: &Helper| {
            let name = topics_found::name(&shell, &persons, one.member);
            (one.member, name, topics_found::because(&shell, one, all))
        };
        leaders = judged.leaders.iter().map(told).collect();
    }
    Ok(TopicsView { shell, faults, open, retired, typed, leaders, staff: visit.viewer.is_staff() })
}

fn fill(typed: &mut Typed, judged: &Judged) {
    let topic = &judged.topic;
    typed.name = topic.label.chars().take(topic::NAME_LETTERS).collect();
    typed.tags = topic.terms.iter().take(tags::AT_MOST).map(|(_, label)| label.as_str()).collect::<Vec<_>>().join(", ");
    typed.leader = judged.leaders.first().map(|one| one.member);
}

pub async fn create(visit: Visit, fields: Fields) -> Result<Response> {
    let typed = Typed::of(&fields);
    let (name, tags) = match typed.parse() {
        Ok(parsed) => parsed,
        Err(faults) => return mend(&visit, faults, typed).await,
    };
    let mut scope = visit.write().await?;
    match open(&mut scope, &typed, &name, &tags).await {
        Ok(id) => {
            scope.commit().await?;
            visit.flash(if typed.leader.is_some() { "requests-topic-opened-led" } else { "requests-topic-opened" });
            Ok(see_other(format!("/requests/topics/{id}/edit")))
        }
        Err(Problem::Invalid(faults)) => {
            drop(scope);
            mend(&visit, faults.into(), typed).await
        }
        Err(problem) => Err(problem.into()),
    }
}

async fn open(scope: &mut Scope, typed: &Typed, name: &TopicName, tags: &[Tag]) -> Result<i64, Problem> {
    let right = policy::steward(scope)?;
    let id = topic::create(scope, right, name).await?;
    if !tags.is_empty() {
        topic::tag(scope, right, id, tags).await?;
    }
    if typed.leader.is_some() {
        topic::lead(scope, right, id, typed.leader).await?;
    }
    Ok(id)
}

async fn mend(visit: &Visit, faults: Faults, typed: Typed) -> Result<Response> {
    let view = match view(visit, faults.clone(), typed.clone()).await {
        // The topic it came from was counted away meanwhile: what was typed stays.
        Err(Problem::NotFound) => view(visit, faults, Typed { found: None, ..typed }).await?,
        view => view?,
    };
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

async fn edit_view(visit: &Visit, id: i64, faults: Faults, typed: Option<(String, String)>) -> Result<EditView, Problem> {
    let q = super::query(visit).text("q");
    let mut scope = visit.read().await?;
    let topic = topic::find(&mut scope, id).await?;
    let found = if q.is_empty() { Vec::new() } else { person::named(&mut scope, &q).await? };
    let held = topics::tags::of(&mut scope, id).await?.join(", ");
    let (name, tags) = typed.unwrap_or_default();
    // Each form of the page sends its own fields alone.
    let or = |typed: String, held: &str| if typed.is_empty() { held.to_owned() } else { typed };
    let shell = visit.shell(topic.name.clone());
    Ok(EditView { shell, faults, typed: or(name, &topic.name), tags: or(tags, &held), topic, q, found })
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
        "tag" => match tags::parse(&[fields.text("tags")]) {
            Ok(tags) => topic::tag(&mut scope, right, id, &tags).await,
            Err(word) => topic::find(&mut scope, id).await.and(Err(Problem::field("tags", word))),
        },
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
            let view = edit_view(&visit, id, faults.into(), Some((fields.text("name"), fields.text("tags")))).await?;
            visit.render_invalid(&view)
        }
        Err(problem) => Err(problem.into()),
    }
}
