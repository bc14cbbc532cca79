//! Members who are asked to help with a request, each for reasons of their own. Declining costs nothing and is counted nowhere.

use crate::person::Persons;
use crate::policy::{Actor, Visible};
use crate::reasons::Because;
use crate::request::{Request, codes, stored};
use crate::{course, deeds, limits, mutes, reasons};
use kernel::{MICROS_PER_DAY, MemberId, Micros, Problem, Result};
use store::{FromRow, List, Row, Scope, args, statement};

/// Invitations of one request that are read: many times what a request ever gets.
const AT_MOST: i64 = 500;
/// Letters a day by which one asker may reach one person whom they choose.
pub const CHOSEN_LETTERS_A_DAY: i64 = 3;

codes!(
    /// Why somebody is asked.
    Cause {
        /// The house found them likeliest to help.
        Routed = "routed",
        /// They lead the request's topic.
        Leader = "leader",
        Desk = "desk",
        /// Another who was invited named them.
        Passed = "passed",
        /// The asker named them.
        Chosen = "chosen",
    }
);
codes!(
    State {
        Waiting = "waiting",
        /// They said that they will help.
        Took = "took",
        Answered = "answered",
        Declined = "declined",
        /// They named another.
        Passed = "passed",
        /// The request was closed before they said anything.
        Lapsed = "lapsed",
    }
);

impl State {
    pub fn may_take(self) -> bool {
        matches!(self, State::Waiting | State::Declined | State::Passed | State::Lapsed)
    }

    pub fn may_pass(self) -> bool {
        !matches!(self, State::Passed)
    }

    pub fn may_decline(self) -> bool {
        matches!(self, State::Waiting | State::Took | State::Lapsed)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Invitation {
    pub id: i64,
    pub request: i64,
    pub member: MemberId,
    pub round: i64,
    pub cause: Cause,
    pub passed_by: Option<MemberId>,
    pub reasons: Vec<Because>,
    pub state: State,
    pub invited_at: Micros,
    pub settled_at: Option<Micros>,
}

impl FromRow for Invitation {
    fn from_row(row: &mut Row) -> anyhow::Result<Invitation> {
        Ok(Invitation {
            id: row.next()?,
            request: row.next()?,
            member: row.next()?,
            round: row.next()?,
            cause: stored(row, Cause::parse)?,
            passed_by: row.next()?,
            reasons: serde_json::from_str(&row.next::<String>()?)?,
            state: stored(row, State::parse)?,
            invited_at: row.next()?,
            settled_at: row.next()?,
        })
    }
}

/// How people come to be invited together.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    pub number: i64,
    pub cause: Cause,
    pub passed_by: Option<MemberId>,
}

macro_rules! columns {
    () => {
        "i.id, i.request_id, i.member_id, i.round, i.cause, i.passed_by, i.reasons, i.state, i.invited_at, i.settled_at"
    };
}

statement!(
    ADD = "insert into requests_invitations (community_id, id, request_id, member_id, round, cause, passed_by, reasons, state, invited_at, seen_at, settled_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, null, null) on conflict (community_id, request_id, member_id) do nothing"
);
statement!(
    OF_REQUEST = concat!(
        "select ",
        columns!(),
        " from requests_invitations i where i.community_id = $1 and i.request_id = $2 order by i.id limit $3"
    )
);
statement!(
    MINE = concat!(
        "select ",
        columns!(),
        " from requests_invitations i where i.community_id = $1 and i.request_id = $2 and i.member_id = $3"
    )
);
statement!(
    WAITING_FOR = concat!(
        "select ",
        columns!(),
        " from requests_invitations i join requests_requests r on r.community_id = i.community_id and r.id = i.request_id \
         and r.state = 'open' and r.audience_id {any $4} \
         where i.community_id = $1 and i.member_id = $2 and i.state = 'waiting' order by i.invited_at desc, i.id desc limit $3"
    )
);
statement!(
    SETTLE = "update requests_invitations set state = $4, settled_at = $5 \
     where community_id = $1 and request_id = $2 and member_id = $3"
);
statement!(
    LAPSE = "update requests_invitations set state = 'lapsed', settled_at = $3 where community_id = $1 and request_id = $2 and state = 'waiting'"
);
statement!(
    WAKE = "update requests_invitations set state = 'waiting', settled_at = null where community_id = $1 and request_id = $2 and state = 'lapsed'"
);

statement!(
    CHOSEN_BEFORE = "select count(*) from requests_invitations i join requests_requests r on r.community_id = i.community_id \
     and r.id = i.request_id and r.asker_id = $3 \
     where i.community_id = $1 and i.member_id = $2 and i.cause = 'chosen' and i.id < $4 and i.invited_at > $5"
);
statement!(
    LEADS = "update requests_invitations set cause = 'leader', round = $4, reasons = $5, invited_at = $6 \
     where community_id = $1 and request_id = $2 and member_id = $3 and state = 'waiting'"
);
statement!(
    FORGET_FACTS = "update requests_invitations set reasons = '[]' where community_id = $1 and request_id = $2 and reasons <> '[]'"
);
statement!(
    FORGET_WHERE = "update requests_invitations set reasons = '[]' where community_id = $1 and request_id = $2 \
     and reasons like '%\"fact\":\"lives\"%'"
);
statement!(
    FORGET_FACTS_OF =
        "update requests_invitations set reasons = '[]' where community_id = $1 and member_id = $2 and reasons <> '[]'"
);

statement!(
    RELEASE = "update requests_invitations set state = 'declined', settled_at = $3 where community_id = $1 and member_id = $2 \
     and state {any $4}"
);

/// Whoever was asked is gone: nobody waits for them.
pub(crate) async fn release(scope: &mut Scope, member: MemberId) -> Result<()> {
    let (now, open) = (scope.now(), [State::Waiting, State::Took, State::Lapsed].map(|state| state.code().to_owned()));
    scope.run(&RELEASE, args![member, now, List::Text(open.to_vec())]).await.map(|_| ())
}

/// The words of a request are gone, and with them those that stand in facts.
pub(crate) async fn forget_facts(scope: &mut Scope, request: i64) -> Result<()> {
    scope.run(&FORGET_FACTS, args![request]).await.map(|_| ())
}

/// A request is about another place now: whoever was asked since they live in the one before is told nothing of why them.
pub(crate) async fn forget_where(scope: &mut Scope, request: i64) -> Result<()> {
    scope.run(&FORGET_WHERE, args![request]).await.map(|_| ())
}

/// Whoever was asked is forgotten: nothing is kept of why them.
pub(crate) async fn forget_facts_of(scope: &mut Scope, member: MemberId) -> Result<()> {
    scope.run(&FORGET_FACTS_OF, args![member]).await.map(|_| ())
}

/// Everybody who was asked to help with a request, in the order of asking.
pub async fn of_request(scope: &mut Scope, request: &Request) -> Result<Vec<Invitation>> {
    scope.all(&OF_REQUEST, args![request.id, AT_MOST]).await
}

/// A member's own invitation to a request.
pub async fn of_member(scope: &mut Scope, request: &Request, member: MemberId) -> Result<Option<Invitation>> {
    scope.maybe(&MINE, args![request.id, member]).await
}

/// Invitations on which a member has said nothing yet, to open requests that the scope's viewer may see: the newest first.
pub async fn waiting_for(scope: &mut Scope, member: MemberId, limit: i64) -> Result<Vec<Invitation>> {
    let audiences = scope.viewer().audience_numbers();
    scope.all(&WAITING_FOR, args![member, limit, audiences]).await
}

/// Asks members, each with their reasons, and says so in one deed. Whoever was asked already is passed over.
pub async fn invite(
    scope: &mut Scope,
    request: &Request,
    round: Round,
    people: &[(MemberId, Vec<Because>)],
    channel: &str,
) -> Result<()> {
    let added = add(scope, request, round, people).await?;
    if added.is_empty() {
        return Ok(());
    }
    let parties: Vec<(&str, MemberId)> = added.iter().map(|member| ("invited", *member)).collect();
    // Only the house's own rounds count in sharing out; a leader and chosen people are asked whoever else was.
    let amount = if round.cause == Cause::Routed { round.number } else { 0 };
    let told = deeds::Told { amount, parties: &parties, ..deeds::Told::of(request, deeds::INVITED, channel) };
    deeds::tell(scope, request, told).await
}

/// The leader of its topic, whom a round asked and who said nothing, is asked as its leader. It stays one invitation.
pub(crate) async fn ask_as_leader(scope: &mut Scope, request: &Request, held: &Invitation) -> Result<()> {
    let (now, mut facts) = (scope.now(), reasons::of_leader());
    facts.extend(held.reasons.iter().take(reasons::AT_MOST - 1).cloned());
    let facts = serde_json::to_string(&facts)?;
    scope.run(&LEADS, args![request.id, held.member, request.round, facts, now]).await.map(|_| ())
}

/// The rows alone; gives whom they are new for.
async fn add(scope: &mut Scope, request: &Request, round: Round, people: &[(MemberId, Vec<Because>)]) -> Result<Vec<MemberId>> {
    let known: Vec<MemberId> = of_request(scope, request).await?.into_iter().map(|held| held.member).collect();
    let mut new: Vec<&(MemberId, Vec<Because>)> = Vec::new();
    for person in people {
        if !known.contains(&person.0) && new.iter().all(|(member, _)| *member != person.0) {
            new.push(person);
        }
    }
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let (first, now) = (scope.deal_many(new.len() as i64)?, scope.now());
    let mut rows = Vec::with_capacity(new.len());
    for (id, (member, reasons)) in (first..).zip(&new) {
        let reasons = serde_json::to_string(reasons)?;
        rows.push(args![id, request.id, *member, round.number, round.cause.code(), round.passed_by, reasons, now].to_vec());
    }
    scope.run_many(&ADD, rows).await?;
    Ok(new.into_iter().map(|(member, _)| *member).collect())
}

/// Whether an asker chose somebody so often today that they read of it on Today alone.
pub(crate) async fn is_one_too_many(scope: &mut Scope, request: &Request, held: &Invitation) -> Result<bool> {
    if held.cause != Cause::Chosen {
        return Ok(false);
    }
    let row = args![held.member, request.asker, held.id, held.invited_at - MICROS_PER_DAY];
    Ok(scope.one::<i64>(&CHOSEN_BEFORE, row).await? >= CHOSEN_LETTERS_A_DAY)
}

/// Asks those whom the asker chose.
pub async fn invite_chosen(scope: &mut Scope, request: &Request, members: &[MemberId], channel: &str) -> Result<()> {
    let people: Vec<(MemberId, Vec<Because>)> = members
        .iter()
        .filter(|member| **member != request.asker)
        .map(|member| (*member, vec![Because::Chosen { by: request.asker }]))
        .collect();
    let round = Round { number: 0, cause: Cause::Chosen, passed_by: None };
    invite(scope, request, round, &people, channel).await
}

/// What the actor was asked, of a request that still takes help.
async fn own(scope: &mut Scope, actor: Actor, request: &Request) -> Result<Invitation> {
    let held = of_member(scope, request, actor.member).await?.ok_or(Problem::Forbidden)?;
    if request.is_open() { Ok(held) } else { Err(Problem::Conflict("requests-invitation-closed")) }
}

/// «I can help». Saying so twice is saying it once; whoever declined may think better of it.
///
/// # Errors
/// `Forbidden` for whoever was not asked, `Conflict` where the request is closed.
pub async fn took(scope: &mut Scope, actor: Actor, request: &Visible<Request>, channel: &str) -> Result<()> {
    let held = own(scope, actor, request).await?;
    if matches!(held.state, State::Took | State::Answered) {
        return Ok(());
    }
    settle(scope, request, actor.member, State::Took).await?;
    deeds::tell(scope, request, deeds::Told::of(request, deeds::TOOK, channel)).await
}

/// «Not now». No deed says so, and nothing counts it.
///
/// # Errors
/// `Forbidden` for whoever was not asked, `Conflict` where the request is closed or they have answered.
pub async fn decline(scope: &mut Scope, actor: Actor, request: &Visible<Request>) -> Result<()> {
    let held = own(scope, actor, request).await?;
    match held.state {
        State::Answered => Err(Problem::Conflict("requests-invitation-answered-already")),
        State::Declined | State::Passed => Ok(()),
        State::Waiting | State::Took | State::Lapsed => leave(scope, request, actor.member).await,
    }
}

/// Where they were the last to be waited for, the next are asked at once.
async fn leave(scope: &mut Scope, request: &Request, member: MemberId) -> Result<()> {
    settle(scope, request, member, State::Declined).await?;
    course::hurry(scope, request).await
}

/// «I know who»: another member is asked, and hears who named them. Whether they take requests at the moment, or were asked
/// already, is theirs to know: where they cannot be asked the naming is kept, all looks the same, and the house goes on.
/// False where somebody had been named before.
///
/// # Errors
/// `Forbidden` for whoever was not asked; `Conflict` where the one named is no member, the asker or the actor.
pub async fn pass_on(scope: &mut Scope, actor: Actor, request: &Visible<Request>, to: MemberId, channel: &str) -> Result<bool> {
    if request.is_chosen() {
        return Err(Problem::Conflict("requests-pass-chosen"));
    }
    let held = own(scope, actor, request).await?;
    may_be_named(scope, actor, request, to).await?;
    if held.state == State::Passed {
        return Ok(false);
    }
    let free = limits::free(scope, request, &[to.0]).await?.contains(&to.0);
    if free {
        let round = Round { number: request.round, cause: Cause::Passed, passed_by: Some(actor.member) };
        add(scope, request, round, &[(to, vec![Because::Passed { by: actor.member }])]).await?;
    }
    if held.state != State::Answered {
        settle(scope, request, actor.member, State::Passed).await?;
    }
    // Only whoever is really asked is a party: parties are told, and their weeks are counted.
    let (invited, nobody) = ([("invited", to)], []);
    let parties: &[(&str, MemberId)] = if free { &invited } else { &nobody };
    deeds::tell(scope, request, deeds::Told { parties, ..deeds::Told::of(request, deeds::PASSED_ON, channel) }).await?;
    course::hurry(scope, request).await?;
    Ok(true)
}

async fn may_be_named(scope: &mut Scope, actor: Actor, request: &Request, to: MemberId) -> Result<()> {
    if to == request.asker {
        return Err(Problem::Conflict("requests-pass-asker"));
    }
    if to == actor.member {
        return Err(Problem::Conflict("requests-pass-self"));
    }
    // What all can see of them is no secret.
    let helps = of_member(scope, request, to).await?.is_some_and(|held| matches!(held.state, State::Took | State::Answered));
    if helps {
        return Err(Problem::Conflict("requests-pass-helps"));
    }
    let known = Persons::learn(scope, [to]).await?;
    if known.is_active(to) { Ok(()) } else { Err(Problem::Conflict("requests-pass-unknown")) }
}

/// Nothing more of this topic, and not this one either.
///
/// # Errors
/// `NotFound` where the request has no topic.
pub async fn mute_topic(scope: &mut Scope, actor: Actor, request: &Visible<Request>) -> Result<()> {
    let topic = request.topic.ok_or(Problem::NotFound)?;
    mutes::mute(scope, actor, topic).await?;
    let held = of_member(scope, request, actor.member).await?;
    if request.is_open() && held.is_some_and(|held| matches!(held.state, State::Waiting | State::Took)) {
        leave(scope, request, actor.member).await?;
    }
    Ok(())
}

/// Somebody who answered is waited for no more. Nothing happens to whoever was not asked.
pub async fn settle_answered(scope: &mut Scope, request: &Request, member: MemberId) -> Result<()> {
    settle(scope, request, member, State::Answered).await
}

/// The request is closed: nobody needs to say anything any more.
pub async fn lapse(scope: &mut Scope, request: &Request) -> Result<()> {
    let now = scope.now();
    scope.run(&LAPSE, args![request.id, now]).await.map(|_| ())
}

/// The request is open again, and with it what lapsed.
pub(crate) async fn wake(scope: &mut Scope, request: &Request) -> Result<()> {
    scope.run(&WAKE, args![request.id]).await.map(|_| ())
}

async fn settle(scope: &mut Scope, request: &Request, member: MemberId, state: State) -> Result<()> {
    let now = scope.now();
    scope.run(&SETTLE, args![request.id, member, state.code(), now]).await.map(|_| ())
}
