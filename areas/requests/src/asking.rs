//! A draft becomes a request: seen by those it is for, its words remembered, its way begun. One act.

use crate::draft::{self, Draft};
use crate::policy::Actor;
use crate::request::{Request, Stage, State};
use crate::{course, deeds, invitation, similar};
use kernel::{AudienceId, FieldFault, MICROS_PER_DAY, MemberId, Micros, Problem, Result};
use store::{Scope, args, statement};

/// Requests that one member may ask within 24 hours, and within seven days: the week of everybody who helps is shared by all.
pub const A_DAY: usize = 5;
pub const A_WEEK: usize = 15;

statement!(
    OPEN = "update requests_requests set state = 'open', audience_id = $3, asked_at = $4, changed_at = $4 \
     where community_id = $1 and id = $2 and state = 'draft'"
);

// What was asked changes later than it was asked, if at all: so the index by changing bounds what is read.
statement!(
    ASKED_SINCE = "select asked_at from requests_requests where community_id = $1 and asker_id = $2 and changed_at > $3 \
     and asked_at > $3 and state <> 'draft' order by asked_at desc limit $4"
);

/// Asks a draft of the actor's own. One that is asked already stays as it is, so that a form sent twice asks once.
///
/// # Errors
/// `NotFound` for what is no request of theirs, `Invalid` where something is missing yet, or after [`A_DAY`] or [`A_WEEK`].
pub async fn ask(scope: &mut Scope, actor: Actor, id: i64, channel: &str) -> Result<Request> {
    let held = draft::find(scope, actor, id).await?;
    if held.state != State::Draft {
        return Ok(held);
    }
    let draft = draft::own(scope, actor, id).await?;
    let people: Vec<MemberId> = draft.people.iter().map(|(member, _)| *member).collect();
    let mut faults = missing(&draft, scope.now());
    faults.extend(too_many(scope, actor).await?);
    if !faults.is_empty() {
        return Err(Problem::Invalid(faults));
    }
    let request = open(scope, draft.request, &people).await?;
    similar::remember(scope, &request).await?;
    deeds::tell(scope, &request, deeds::Told::of(&request, deeds::ASKED, channel)).await?;
    if request.is_chosen() {
        invitation::invite_chosen(scope, &request, &people, channel).await?;
    }
    course::begin(scope, &request).await?;
    Ok(request)
}

/// Each request takes the attention of several people, whether or not it is closed soon.
async fn too_many(scope: &mut Scope, actor: Actor) -> Result<Option<FieldFault>> {
    let now = scope.now();
    let asked = scope.all::<Micros>(&ASKED_SINCE, args![actor.member, now - 7 * MICROS_PER_DAY, A_WEEK as i64]).await?;
    let today = asked.iter().filter(|at| **at > now - MICROS_PER_DAY).count();
    let fault = |word| Some(FieldFault { field: "title", word });
    Ok(match (today >= A_DAY, asked.len() >= A_WEEK) {
        (true, _) => fault("requests-fault-many-today"),
        (false, true) => fault("requests-fault-many-week"),
        (false, false) => None,
    })
}

/// What must still be said.
fn missing(draft: &Draft, now: kernel::Micros) -> Vec<FieldFault> {
    let request = &draft.request;
    let mut faults = Vec::new();
    let mut fault = |field, word| faults.push(FieldFault { field, word });
    if request.title.is_empty() {
        fault("title", "requests-fault-title-empty");
    }
    if request.deadline_at.is_some_and(|at| at <= now) {
        fault("deadline", "requests-fault-deadline-past");
    }
    if request.stage == Stage::Chosen && draft.people.is_empty() {
        fault("people", "requests-fault-people-none");
    }
    faults
}

async fn open(scope: &mut Scope, request: Request, people: &[MemberId]) -> Result<Request> {
    let audience = if request.stage == Stage::Chosen {
        let everybody: Vec<MemberId> = people.iter().copied().chain([request.asker]).collect();
        identity::audience::choose(scope, &everybody).await?
    } else {
        AudienceId::EVERYONE
    };
    draft::forget_chosen(scope, request.id).await?;
    let now = scope.now();
    scope.run(&OPEN, args![request.id, audience, now]).await?;
    Ok(Request { state: State::Open, audience, asked_at: Some(now), changed_at: now, ..request })
}
