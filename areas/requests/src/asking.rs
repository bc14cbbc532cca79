//! A draft becomes a request: seen by those it is for, its words remembered, its way begun. One act.

use crate::draft::{self, Draft};
use crate::policy::Actor;
use crate::request::{Request, Stage, State};
use crate::{course, deeds, invitation, similar};
use kernel::{AudienceId, FieldFault, MemberId, Problem, Result};
use store::{Scope, args, statement};

statement!(
    OPEN = "update requests_requests set state = 'open', audience_id = $3, asked_at = $4, changed_at = $4 \
     where community_id = $1 and id = $2 and state = 'draft'"
);

/// Asks a draft of the actor's own. One that is asked already stays as it is, so that a form sent twice asks once.
///
/// # Errors
/// `NotFound` for what is no request of theirs, `Invalid` where something is missing yet.
pub async fn ask(scope: &mut Scope, actor: Actor, id: i64, channel: &str) -> Result<Request> {
    let held = draft::find(scope, actor, id).await?;
    if held.state != State::Draft {
        return Ok(held);
    }
    let draft = draft::own(scope, actor, id).await?;
    let people: Vec<MemberId> = draft.people.iter().map(|(member, _)| *member).collect();
    let faults = missing(&draft, scope.now());
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
