//! Drafts: requests that their asker alone sees, until they are asked.

use crate::files::{self, File};
use crate::policy::Actor;
use crate::request::{Kind, Request, State, columns};
use crate::tags::{self, Tag};
use crate::wish::Wish;
use kernel::{AudienceId, MICROS_PER_SECOND, MemberId, Micros, Problem, Result, fold};
use store::{Scope, args, statement};

/// Drafts that one member keeps.
pub const AT_MOST: i64 = 50;
/// The same words by the same person within this time are one draft: a form was sent twice.
const TWICE: Micros = 120 * MICROS_PER_SECOND;

/// A draft with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Draft {
    pub request: Request,
    pub tags: Vec<Tag>,
    /// Whom it is meant for, by name; only those who are members today.
    pub people: Vec<(MemberId, String)>,
    pub files: Vec<File>,
}

impl Draft {
    pub fn wish(&self) -> Wish {
        let held = &self.request;
        Wish {
            title: held.title.clone(),
            details: held.details.clone(),
            kind: held.kind,
            topic: held.topic,
            tags: self.tags.clone(),
            city: held.city.clone(),
            wanted: held.wanted.clone(),
            deadline_at: held.deadline_at,
            chosen: held.stage == crate::request::Stage::Chosen,
            people: self.people.iter().map(|(member, _)| *member).collect(),
        }
    }
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    pub id: i64,
    pub title: String,
    pub kind: Kind,
    pub changed_at: Micros,
}

statement!(
    OWN = concat!("select ", columns!(), " from requests_requests r where r.community_id = $1 and r.id = $2 and r.asker_id = $3")
);
statement!(
    BELONGINGS = "select 'tag', cast(0 as bigint), tag, label, cast(0 as bigint), cast(0 as bigint) from requests_tags \
       where community_id = $1 and request_id = $2 \
     union all select 'person', m.id, m.name, m.sort_key, cast(0 as bigint), cast(0 as bigint) from requests_chosen c \
       join identity_persons m on m.community_id = c.community_id and m.id = c.member_id \
       where c.community_id = $1 and c.request_id = $2 and m.state = 'active' \
     union all select 'file', id, name, '', bytes, added_at from requests_files where community_id = $1 and request_id = $2 \
     order by 1, 4, 2"
);
statement!(
    LIST = "select id, title, kind, changed_at from requests_requests \
     where community_id = $1 and asker_id = $2 and state = 'draft' order by changed_at desc, id desc limit $3"
);
statement!(
    LIKE = "select id from requests_requests where community_id = $1 and asker_id = $2 and changed_at >= $3 \
     and title = $4 and details = $5 and kind = $6 order by changed_at desc, id desc limit 1"
);
statement!(
    ADD = "insert into requests_requests (community_id, id, audience_id, asker_id, state, kind, title, details, city, city_key, wanted, \
     topic_id, deadline_at, created_at, changed_at, answers, stage, round) \
     values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, 0, $14, 0)"
);
statement!(
    CHANGE = "update requests_requests set kind = $3, title = $4, details = $5, city = $6, city_key = $7, wanted = $8, topic_id = $9, \
     deadline_at = $10, changed_at = $11, stage = $12 where community_id = $1 and id = $2 and state = 'draft'"
);
statement!(REMOVE = "delete from requests_requests where community_id = $1 and id = $2 and state = 'draft'");
statement!(FORGET_CHOSEN = "delete from requests_chosen where community_id = $1 and request_id = $2");
statement!(CHOOSE = "insert into requests_chosen (community_id, request_id, member_id) values ($1, $2, $3)");
statement!(KNOWN = "select id, name, sort_key, state from identity_persons where community_id = $1 and id {any $2}");
/// Keeps what is wished as a draft: a new one, or one of the asker's own. Gives its number; of a form that was sent twice,
/// the same one, though it may be asked by now.
///
/// # Errors
/// `NotFound` for what is no request of theirs, `Conflict` for one that was asked, and where there are [`AT_MOST`].
pub async fn keep(scope: &mut Scope, actor: Actor, draft: Option<i64>, wish: &Wish) -> Result<i64> {
    let topic = topic_of(scope, wish).await?;
    let id = match draft {
        Some(id) => {
            if find(scope, actor, id).await?.state != State::Draft {
                return Err(Problem::Conflict("requests-draft-asked"));
            }
            change(scope, id, wish, topic).await?;
            id
        }
        None => {
            let since = scope.now() - TWICE;
            let twice = args![actor.member, since, wish.title.clone(), wish.details.clone(), wish.kind.code()];
            if let Some(id) = scope.maybe::<i64>(&LIKE, twice).await? {
                return Ok(id);
            }
            add(scope, actor, wish, topic).await?
        }
    };
    tags::put(scope, id, &wish.tags).await?;
    choose(scope, id, actor, &wish.people).await?;
    Ok(id)
}

/// The topic, unless nothing is asked under it any more.
pub(crate) async fn topic_of(scope: &mut Scope, wish: &Wish) -> Result<Option<i64>> {
    let Some(topic) = wish.topic else { return Ok(None) };
    match crate::topic::find(scope, topic).await {
        Ok(found) if !found.retired => Ok(Some(topic)),
        Ok(_) | Err(Problem::NotFound) => Err(Problem::field("topic", "requests-fault-topic")),
        Err(problem) => Err(problem),
    }
}

fn stage(wish: &Wish) -> &'static str {
    if wish.chosen { "chosen" } else { "routed" }
}

async fn add(scope: &mut Scope, actor: Actor, wish: &Wish, topic: Option<i64>) -> Result<i64> {
    if of(scope, actor.member).await?.len() >= usize::try_from(AT_MOST).unwrap_or(usize::MAX) {
        return Err(Problem::Conflict("requests-drafts-many"));
    }
    let (id, now) = (scope.deal()?, scope.now());
    let row = args![
        id,
        AudienceId::EVERYONE,
        actor.member,
        wish.kind.code(),
        wish.title.clone(),
        wish.details.clone(),
        wish.city.clone(),
        fold(&wish.city),
        wish.wanted.clone(),
        topic,
        wish.deadline_at,
        now,
        stage(wish)
    ];
    scope.run(&ADD, row).await?;
    Ok(id)
}

async fn change(scope: &mut Scope, id: i64, wish: &Wish, topic: Option<i64>) -> Result<()> {
    let now = scope.now();
    let row = args![
        id,
        wish.kind.code(),
        wish.title.clone(),
        wish.details.clone(),
        wish.city.clone(),
        fold(&wish.city),
        wish.wanted.clone(),
        topic,
        wish.deadline_at,
        now,
        stage(wish)
    ];
    scope.run(&CHANGE, row).await.map(|_| ())
}

/// People stay chosen while the whole community is meant: who turns back finds them.
async fn choose(scope: &mut Scope, id: i64, actor: Actor, people: &[MemberId]) -> Result<()> {
    let here = active(scope, people).await?;
    scope.run(&FORGET_CHOSEN, args![id]).await?;
    let others = here.iter().filter(|(member, _)| *member != actor.member);
    scope.run_many(&CHOOSE, others.map(|(member, _)| args![id, *member].to_vec()).collect()).await.map(|_| ())
}

pub(crate) async fn forget_chosen(scope: &mut Scope, id: i64) -> Result<()> {
    scope.run(&FORGET_CHOSEN, args![id]).await.map(|_| ())
}

/// Those of these who are members today, by name.
pub async fn active(scope: &mut Scope, members: &[MemberId]) -> Result<Vec<(MemberId, String)>> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let numbers: Vec<i64> = members.iter().map(|member| member.0).collect();
    let mut known = scope.all::<(MemberId, String, String, String)>(&KNOWN, args![numbers]).await?;
    known.retain(|(_, _, _, state)| state == "active");
    known.sort_by(|left, right| (&left.2, left.0).cmp(&(&right.2, right.0)));
    Ok(known.into_iter().map(|(member, name, ..)| (member, name)).collect())
}

/// A request of one's own, asked or not.
pub(crate) async fn find(scope: &mut Scope, actor: Actor, id: i64) -> Result<Request> {
    scope.one(&OWN, args![id, actor.member]).await
}

/// One's own draft with all that belongs to it. Two statements.
///
/// # Errors
/// `NotFound` for what is no draft of theirs.
pub async fn own(scope: &mut Scope, actor: Actor, id: i64) -> Result<Draft> {
    let request = find(scope, actor, id).await?;
    if request.state != State::Draft {
        return Err(Problem::NotFound);
    }
    let rows = scope.all::<(String, i64, String, String, i64, Micros)>(&BELONGINGS, args![id]).await?;
    let mut draft = Draft { request, tags: Vec::new(), people: Vec::new(), files: Vec::new() };
    for (what, id, name, label, bytes, added_at) in rows {
        match what.as_str() {
            "tag" => draft.tags.push(Tag { folded: name, label }),
            "person" => draft.people.push((MemberId(id), name)),
            _ => draft.files.push(File { id, name, bytes, added_at }),
        }
    }
    Ok(draft)
}

/// A member's drafts, the latest first.
pub async fn of(scope: &mut Scope, member: MemberId) -> Result<Vec<DraftLine>> {
    let rows = scope.all::<(i64, String, String, Micros)>(&LIST, args![member, AT_MOST]).await?;
    let kind = |code: &str| Kind::parse(code).unwrap_or(Kind::Solution);
    Ok(rows.into_iter().map(|(id, title, code, changed_at)| DraftLine { id, title, kind: kind(&code), changed_at }).collect())
}

/// Throws a draft away, with its files.
///
/// # Errors
/// `NotFound` for what is no request of theirs, `Conflict` for one that was asked.
pub async fn delete(scope: &mut Scope, actor: Actor, id: i64) -> Result<()> {
    if find(scope, actor, id).await?.state != State::Draft {
        return Err(Problem::Conflict("requests-draft-asked"));
    }
    discard(scope, id).await
}

/// A draft goes with everything of it: nobody but its writer ever saw it.
pub(crate) async fn discard(scope: &mut Scope, id: i64) -> Result<()> {
    files::forget_all(scope, id).await?;
    tags::put(scope, id, &[]).await?;
    forget_chosen(scope, id).await?;
    scope.run(&REMOVE, args![id]).await.map(|_| ())
}
