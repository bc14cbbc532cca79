//! What came of a request: solved and by whom, not solved and why, withdrawn. A closure is undone, never changed.

use crate::deal;
use crate::help;
use crate::money::Amount;
use crate::person::Persons;
use crate::policy::Own;
use crate::request::{Outcome, Request};
use crate::{course, deeds, introduction, invitation, tending, text};
use identity::audience;
use kernel::{FieldFault, MICROS_PER_DAY, MICROS_PER_SECOND, MemberId, Micros, Problem, Result};
use std::collections::BTreeSet;
use store::{Scope, args, statement};

/// People who may share in the help.
pub const HELPERS: usize = 10;
/// People offered to choose from.
const CANDIDATES_AT_MOST: i64 = 30;
/// The longest word of thanks.
pub const THANKS_LETTERS: usize = 600;
/// The longest note on how it was solved, or why not.
pub const NOTE_LETTERS: usize = 4_000;
/// How long a closure can be undone.
pub const REOPENS_FOR: Micros = 30 * MICROS_PER_DAY;
/// What was closed for less than this was closed by a slip.
pub(crate) const SLIP: Micros = 60 * MICROS_PER_SECOND;
/// The same words within this time are one closure: a form was sent twice.
const TWICE: Micros = 120 * MICROS_PER_SECOND;

/// What the asker says.
#[derive(Clone, Debug)]
pub struct Closing {
    pub outcome: Outcome,
    pub note: String,
    /// Of a solved one; more than [`HELPERS`] are refused.
    pub helpers: Vec<Helper>,
}

/// Somebody whose help the asker confirms.
#[derive(Clone, Debug)]
pub struct Helper {
    pub member: MemberId,
    /// The asker's own words; may be empty.
    pub thanks: String,
    /// The asker agrees that the thanks are shown on the profile.
    pub shown: bool,
    pub deal: Option<Amount>,
}

statement!(
    ADD = "insert into requests_closures (community_id, id, request_id, by_id, outcome, note, at, undone_at, undone_by) \
     values ($1, $2, $3, $4, $5, $6, $7, null, null)"
);
statement!(
    AGREED = "select count(*) from requests_helps h join requests_deals d on d.community_id = h.community_id and d.help_id = h.id \
     where h.community_id = $1 and h.request_id = $2 and h.closure_id = $3 and d.confirmed_at is not null and d.replaced_at is null"
);
statement!(
    LATEST = "select id, outcome, note, at from requests_closures where community_id = $1 and request_id = $2 and undone_at is null \
     order by id desc limit 1"
);
statement!(UNDO = "update requests_closures set undone_at = $3, undone_by = $4 where community_id = $1 and id = $2");
statement!(
    CLOSE = "update requests_requests set state = 'closed', outcome = $3, closed_at = $4, changed_at = $4 \
     where community_id = $1 and id = $2 and state = 'open'"
);
statement!(
    OPEN = "update requests_requests set state = 'open', outcome = null, closed_at = null, changed_at = $3 \
     where community_id = $1 and id = $2 and state = 'closed'"
);

statement!(
    CANDIDATES = "select member, min(place), min(at) from ( \
       select author_id as member, cast(case when kind = 'comment' then 2 else 0 end as bigint) as place, at from requests_answers \
         where community_id = $1 and request_id = $2 and deleted_at is null and author_id <> $3 \
       union all select person_id, cast(1 as bigint), at from requests_answers \
         where community_id = $1 and request_id = $2 and deleted_at is null and person_id is not null \
     ) named group by member order by 2, 3, 1 limit $4"
);

statement!(
    CONCERNED = "select member, min(place) from ( \
       select helper_id as member, cast(0 as bigint) as place from requests_helps \
         where community_id = $1 and request_id = $2 and closure_id = $4 and undone_at is null \
       union all select author_id, cast(1 as bigint) from requests_answers \
         where community_id = $1 and request_id = $2 and deleted_at is null and kind <> 'comment' and author_id <> $3 \
     ) named group by member order by 2, 1"
);

/// Who may have helped: those who answered, those who were recommended, those who said a word beside.
pub async fn candidates(scope: &mut Scope, own: &Own) -> Result<Vec<MemberId>> {
    let rows = scope.all::<(MemberId, i64, Micros)>(&CANDIDATES, args![own.id, own.asker, CANDIDATES_AT_MOST]).await?;
    let mut members: Vec<MemberId> = rows.into_iter().map(|(member, ..)| member).collect();
    if own.is_chosen() {
        // Whoever was recommended and not let in knows nothing of it, and would be refused.
        let chosen = audience::chosen(scope, own.audience).await?;
        members.retain(|member| chosen.contains(member));
    }
    Ok(members)
}

/// Closes one's own open request. The same form sent twice is one closure.
///
/// # Errors
/// `Invalid` at `note` or `helpers`; `Conflict` if it is closed already.
pub async fn close(scope: &mut Scope, own: Own, closing: Closing, channel: &str) -> Result<i64> {
    let request = own.into_inner();
    let closing = checked(&request, closing)?;
    if !request.is_open() {
        return closed_already(scope, &request, &closing).await;
    }
    may_have_helped(scope, &request, &closing).await?;
    let (id, now) = (scope.deal()?, scope.now());
    if scope.run(&CLOSE, args![request.id, closing.outcome.code(), now]).await? == 0 {
        return Err(Problem::Conflict("requests-closure-done"));
    }
    scope.run(&ADD, args![id, request.id, request.asker, closing.outcome.code(), &closing.note, now]).await?;
    introduction::withdraw(scope, &request).await?;
    invitation::lapse(scope, &request).await?;
    tell_closed(scope, &request, &closing, channel).await?;
    confirm_help(scope, &request, id, &closing.helpers, channel).await?;
    Ok(id)
}

/// Closes an open request that its asker did not close: staff did, with a word, or the asker is gone. Nothing happens to a
/// closed one.
pub(crate) async fn withdraw(scope: &mut Scope, request: &Request, by: MemberId, note: &str, channel: &str) -> Result<()> {
    let (id, now, outcome) = (scope.deal()?, scope.now(), Outcome::Withdrawn);
    if scope.run(&CLOSE, args![request.id, outcome.code(), now]).await? == 0 {
        return Ok(());
    }
    scope.run(&ADD, args![id, request.id, by, outcome.code(), note, now]).await?;
    introduction::withdraw(scope, request).await?;
    invitation::lapse(scope, request).await?;
    let asker = [("asker", request.asker)];
    let parties = if by == request.asker { &[] } else { &asker[..] };
    let told = deeds::Told { amount: 3, parties, ..deeds::Told::of(request, deeds::CLOSED, channel) };
    deeds::tell(scope, request, told).await
}

/// Undoes a closure of one's own request. Its helps and deals are undone with it; an open request stays as it is. Gives how many
/// helps were.
///
/// # Errors
/// `Conflict` once [`REOPENS_FOR`] has passed, and where both confirmed a deal: that is corrected, and what else is needed is asked anew.
pub async fn reopen(scope: &mut Scope, own: Own, channel: &str) -> Result<u64> {
    let mut request = own.into_inner();
    if request.is_open() {
        return Ok(0);
    }
    let now = scope.now();
    if !reopens(&request, now) {
        return Err(Problem::Conflict("requests-reopening-late"));
    }
    let (closure, ..) = scope.one::<(i64, String, String, Micros)>(&LATEST, args![request.id]).await?;
    // What two agreed on one of them cannot take back.
    if scope.one::<i64>(&AGREED, args![request.id, closure]).await? > 0 {
        return Err(Problem::Conflict("requests-reopening-deal"));
    }
    let concerned = scope.all::<(MemberId, i64)>(&CONCERNED, args![request.id, request.asker, closure]).await?;
    let part = |(member, place): (MemberId, i64)| (if place == 0 { "helper" } else { "author" }, member);
    let parties: Vec<(&str, MemberId)> = concerned.into_iter().map(part).collect();
    scope.run(&UNDO, args![closure, now, request.asker]).await?;
    deal::undo(scope, request.id, closure).await?;
    let helps = scope.run(&help::UNDO, args![request.id, closure, now]).await?;
    introduction::restore(scope, &request).await?;
    scope.run(&OPEN, args![request.id, now]).await?;
    (request.state, request.outcome, request.closed_at) = (crate::request::State::Open, None, None);
    let told = deeds::Told { parties: &parties, ..deeds::Told::of(&request, deeds::REOPENED, channel) };
    deeds::tell(scope, &request, told).await?;
    tending::wake(scope, request.id).await?;
    course::begin_again(scope, &request).await?;
    Ok(helps)
}

/// Whether a closed request may be opened again now.
pub fn reopens(request: &Request, now: Micros) -> bool {
    request.closed_at.is_some_and(|at| now - at <= REOPENS_FOR)
}

fn checked(request: &Request, mut closing: Closing) -> Result<Closing> {
    let mut faults = Vec::new();
    let mut fault = |field, word| faults.push(FieldFault { field, word });
    match text::kept(&closing.note, NOTE_LETTERS) {
        Ok(note) if note.is_empty() && closing.outcome == Outcome::Unsolved => fault("note", "requests-closure-fault-why"),
        Ok(note) => closing.note = note,
        Err(_) => fault("note", "requests-closure-fault-note"),
    }
    if closing.outcome != Outcome::Solved {
        closing.helpers.clear();
    }
    for helper in &mut closing.helpers {
        match text::kept(&helper.thanks, THANKS_LETTERS) {
            Ok(thanks) => helper.thanks = thanks,
            Err(_) => fault("helpers", "requests-closure-fault-thanks"),
        }
    }
    let members: BTreeSet<MemberId> = closing.helpers.iter().map(|helper| helper.member).collect();
    if members.contains(&request.asker) {
        fault("helpers", "requests-closure-fault-oneself");
    }
    if members.len() < closing.helpers.len() || members.len() > HELPERS {
        fault("helpers", "requests-closure-fault-many");
    }
    if faults.is_empty() { Ok(closing) } else { Err(Problem::Invalid(faults)) }
}

/// Helpers are members; of a request of chosen people they are among those who know of it.
async fn may_have_helped(scope: &mut Scope, request: &Request, closing: &Closing) -> Result<()> {
    if closing.helpers.is_empty() {
        return Ok(());
    }
    let known = Persons::learn(scope, closing.helpers.iter().map(|helper| helper.member)).await?;
    if !closing.helpers.iter().all(|helper| known.is_active(helper.member)) {
        return Err(Problem::field("helpers", "requests-closure-fault-unknown"));
    }
    if request.is_chosen() {
        let chosen: BTreeSet<MemberId> = audience::chosen(scope, request.audience).await?.into_iter().collect();
        if !closing.helpers.iter().all(|helper| chosen.contains(&helper.member)) {
            return Err(Problem::field("helpers", "requests-closure-fault-chosen"));
        }
    }
    Ok(())
}

async fn closed_already(scope: &mut Scope, request: &Request, closing: &Closing) -> Result<i64> {
    let held = scope.maybe::<(i64, String, String, Micros)>(&LATEST, args![request.id]).await?;
    let since = scope.now() - TWICE;
    match held {
        Some((id, outcome, note, at)) if outcome == closing.outcome.code() && note == closing.note && at >= since => Ok(id),
        _ => Err(Problem::Conflict("requests-closure-done")),
    }
}

async fn tell_closed(scope: &mut Scope, request: &Request, closing: &Closing, channel: &str) -> Result<()> {
    let parties: Vec<(&str, MemberId)> = closing.helpers.iter().map(|helper| ("helper", helper.member)).collect();
    let amount = match closing.outcome {
        Outcome::Solved => 1,
        Outcome::Unsolved => 2,
        Outcome::Withdrawn => 3,
    };
    let told = deeds::Told { amount, parties: &parties, ..deeds::Told::of(request, deeds::CLOSED, channel) };
    deeds::tell(scope, request, told).await
}

async fn confirm_help(scope: &mut Scope, request: &Request, closure: i64, helpers: &[Helper], channel: &str) -> Result<()> {
    let now = scope.now();
    let first = scope.deal_many(i64::try_from(helpers.len()).unwrap_or_default())?;
    let rows = (first..).zip(helpers).map(|(id, helper)| {
        args![id, request.id, closure, helper.member, request.asker, now, &helper.thanks, helper.shown].to_vec()
    });
    scope.run_many(&help::ADD, rows.collect()).await?;
    for (id, helper) in (first..).zip(helpers) {
        if let Some(amount) = &helper.deal {
            deal::add(scope, request, (id, helper.member), (amount, now), channel).await?;
        }
    }
    Ok(())
}
