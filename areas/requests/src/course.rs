//! The course of an open request: the one job that follows it from the first round to the Desk, and reminds. What comes next
//! is decided in `steps.rs`; here it is done, each step with its rows and deeds, and the job's end in the same transaction.

use crate::invitation::{self, Cause, Invitation, Round, State};
use crate::policy::Own;
use crate::request::{self, Request, Stage};
use crate::routing::{Choosing, Keeper, Learned, round};
pub use crate::steps::{ROUNDS, Reminder, SILENCE, STALE, Step};
use crate::steps::{Standing, Taker};
use crate::{deeds, limits, reasons, settings, similar, topic};
use kernel::{AudienceId, MemberId, Micros, Problem, Result};
use serde_json::json;
use store::{BoxFuture, JobHandler, Outcome, Running, Scope, Work, args, statement};

/// The kind of job; payload `{"request_id": …}`, one for each open request.
pub const JOB: &str = "requests.course";
/// Where the house itself acts.
const CHANNEL: &str = "house";
/// Steps of one run: more than there can be due at once.
const STEPS: usize = 16;

statement!(
    MOVE = "update requests_requests set stage = $3, round = $4, escalated_at = $5 where community_id = $1 and id = $2 and state = 'open'"
);
statement!(REMINDED = "select kind, member_id, at from requests_reminders where community_id = $1 and request_id = $2");
statement!(
    REMIND = "insert into requests_reminders (community_id, request_id, kind, member_id, at) values ($1, $2, $3, $4, $5) \
     on conflict (community_id, request_id, kind, member_id) do update set at = excluded.at"
);
statement!(SAID = "select count(*) from (select 1 from requests_answers where community_id = $1 and request_id = $2 limit 1) a");
statement!(
    OPEN_TO_ALL = "update requests_requests set audience_id = 0, stage = 'routed', round = 0, changed_at = $3 where community_id = $1 and id = $2"
);

/// A request was opened, or opened again: from now on it is followed.
pub async fn begin(scope: &mut Scope, request: &Request) -> Result<()> {
    invitation::wake(scope, request).await?;
    follow(scope, request.id, None).await.map(|_| ())
}

/// Its asker opened a closed one again. One that had come to the Desk begins anew, with the next people at once: whoever could not
/// be asked then may be now. One that had not goes on where it was.
pub async fn begin_again(scope: &mut Scope, request: &Request) -> Result<()> {
    if request.stage == Stage::Desk {
        scope.run(&MOVE, args![request.id, Stage::Routed.code(), 0_i64, request.escalated_at]).await?;
    }
    invitation::wake(scope, request).await?;
    // The job of before it was closed may still wait for tomorrow.
    look_now(scope, request.id).await
}

/// The one job of a request: nothing happens where it has one.
pub(crate) async fn follow(scope: &mut Scope, request: i64, due: Option<Micros>) -> Result<i64> {
    let key = format!("course-{request}");
    scope.enqueue(Work { kind: JOB, payload: json!({ "request_id": request }), due, key: Some(&key) }).await
}

/// Lets the whole community see and answer a request that only chosen people saw. Only while nobody has said anything: what
/// was said there was said to few.
///
/// # Errors
/// `Conflict` where it is closed, or somebody has said something.
pub async fn open_to_all(scope: &mut Scope, own: &Own, channel: &str) -> Result<()> {
    if !own.is_chosen() {
        return Ok(());
    }
    if !own.is_open() {
        return Err(Problem::Conflict("requests-opening-closed"));
    }
    if scope.one::<i64>(&SAID, args![own.id]).await? > 0 {
        return Err(Problem::Conflict("requests-opening-said"));
    }
    let now = scope.now();
    scope.run(&OPEN_TO_ALL, args![own.id, now]).await?;
    let opened = Request { audience: AudienceId::EVERYONE, stage: Stage::Routed, round: 0, ..Request::clone(own) };
    similar::forget(scope, own.id).await?;
    similar::remember(scope, &opened).await?;
    deeds::tell(scope, &opened, deeds::Told::of(&opened, deeds::ASKED, channel)).await?;
    look_now(scope, own.id).await
}

/// The job that waits was to look later; this one looks now.
pub(crate) async fn look_now(scope: &mut Scope, request: i64) -> Result<()> {
    let waiting = follow(scope, request, None).await?;
    scope.cancel_job(waiting).await?;
    follow(scope, request, None).await.map(|_| ())
}

/// Somebody declined: where everybody did, nothing is left to wait for.
pub(crate) async fn hurry(scope: &mut Scope, request: &Request) -> Result<()> {
    if !standing(scope, request).await?.asks_in_vain() {
        return Ok(());
    }
    look_now(scope, request.id).await
}

/// How a request stands.
pub async fn standing(scope: &mut Scope, request: &Request) -> Result<Standing> {
    let invitations = invitation::of_request(scope, request).await?;
    let patience = settings::held(scope).await?.patience();
    let reminded = scope.all::<(i64, MemberId, Micros)>(&REMINDED, args![request.id]).await?;
    let asked_at = request.asked_at.unwrap_or(request.created_at);
    let taken = invitations.iter().filter(|held| held.state == State::Took);
    Ok(Standing {
        asker: request.asker,
        asked_at,
        changed_at: request.changed_at,
        deadline_at: request.deadline_at,
        first_answer_at: request.first_answer_at,
        last_answer_at: request.last_answer_at,
        stage: request.stage,
        round: request.round,
        moved_at: invitations.iter().map(|held| held.invited_at).chain(request.escalated_at).fold(asked_at, Micros::max),
        patience,
        declined: declined(request, &invitations),
        takers: taken.map(|held| Taker { member: held.member, since: held.settled_at.unwrap_or(held.invited_at) }).collect(),
        reminded: reminded.into_iter().filter_map(|(kind, member, at)| Some((Reminder::parse(kind)?, member, at))).collect(),
    })
}

/// Whether everybody whom the last step asked has declined or named another, who did.
fn declined(request: &Request, invitations: &[Invitation]) -> bool {
    let since = request.escalated_at.unwrap_or(Micros::MIN);
    let mut last = invitations.iter().filter(|held| held.round == request.round && held.invited_at >= since).peekable();
    last.peek().is_some() && last.all(|held| matches!(held.state, State::Declined | State::Passed))
}

/// Does the steps that are due.
pub struct Course {
    keeper: Keeper,
}

impl Course {
    pub fn new(keeper: Keeper) -> Course {
        Course { keeper }
    }

    async fn go_on(&self, job: &mut Running, id: i64) -> Result<Outcome> {
        let who = job.who()?;
        // What is learnt is fetched before the turn to write is taken: others write meanwhile.
        let mut learned = None;
        if asks_next(job, id).await? {
            learned = Some(self.keeper.learned(&job.store, &who).await?);
        }
        let mut scope = job.store.write(&who).await?;
        let next = match request::any(&mut scope, id).await {
            Ok(request) if request.is_open() => walk(&mut scope, learned.as_deref(), request).await?,
            Ok(request) => {
                invitation::lapse(&mut scope, &request).await?;
                None
            }
            Err(Problem::NotFound) => None,
            Err(problem) => return Err(problem),
        };
        job.finish(&mut scope).await?;
        if let Some(due) = next {
            follow(&mut scope, id, Some(due)).await?;
        }
        scope.commit().await?;
        Ok(Outcome::Done)
    }
}

impl JobHandler for Course {
    fn kind(&self) -> &'static str {
        JOB
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            match job.payload["request_id"].as_i64() {
                Some(id) => self.go_on(job, id).await,
                None => Ok(Outcome::Failed("the payload names no request".to_owned())),
            }
        })
    }
}

/// Whether members are to be asked now.
async fn asks_next(job: &Running, id: i64) -> Result<bool> {
    let mut scope = job.store.read(&job.who()?).await?;
    let request = match request::any(&mut scope, id).await {
        Ok(request) if request.is_open() => request,
        Ok(_) | Err(Problem::NotFound) => return Ok(false),
        Err(problem) => return Err(problem),
    };
    let now = scope.now();
    // Another step may be due before the round: whenever the round is near, better to have learnt for nothing.
    let near = standing(&mut scope, &request).await?.asks_by(now);
    Ok(near)
}

/// All that is due now; gives when the next step is.
async fn walk(scope: &mut Scope, learned: Option<&Learned>, mut request: Request) -> Result<Option<Micros>> {
    let now = scope.now();
    for _ in 0..STEPS {
        let (due, step) = standing(scope, &request).await?.next(now);
        if due > now || step == Step::Look {
            return Ok(Some(due));
        }
        match (step, learned) {
            (Step::Invite(number), Some(learned)) => invite(scope, learned, &request, number).await?,
            // Somebody moved it between the look and the turn: look again at once, with what is to be learnt.
            (Step::Invite(_), None) => return Ok(Some(now)),
            (Step::Leader, _) => leader(scope, &request).await?,
            (Step::Desk, _) => desk(scope, &request).await?,
            (Step::Remind(reminder, member), _) => remind(scope, &request, reminder, member).await?,
            (Step::Look, _) => {}
        }
        request = request::any(scope, request.id).await?;
    }
    Ok(Some(now))
}

/// The next members are asked, those who have a reason; where nobody has or may be, the leader of the topic is at once.
async fn invite(scope: &mut Scope, learned: &Learned, request: &Request, number: i64) -> Result<()> {
    let asked = usize::try_from(settings::held(scope).await?.asked).unwrap_or(1);
    let people = round(scope, learned, request, asked, Choosing::ByReason).await?;
    if people.is_empty() {
        return leader(scope, request).await;
    }
    scope.run(&MOVE, args![request.id, request.stage.code(), number, request.escalated_at]).await?;
    invitation::invite(scope, request, Round { number, cause: Cause::Routed, passed_by: None }, &people, CHANNEL).await
}

/// The leader of the topic is asked, and once more as its leader if a round asked them and they said nothing; where there is
/// none, or they cannot be asked, the Desk is next.
async fn leader(scope: &mut Scope, request: &Request) -> Result<()> {
    let leader = match request.topic {
        Some(topic) => topic::find(scope, topic).await?.leader,
        None => None,
    };
    let Some(leader) = leader else { return desk(scope, request).await };
    let asked = invitation::of_member(scope, request, leader).await?;
    let may_be_asked = match &asked {
        None => limits::free(scope, request, &[leader.0]).await?.contains(&leader.0),
        Some(held) if held.state == State::Waiting && held.cause != Cause::Leader => limits::hears(scope, request, leader).await?,
        Some(_) => false,
    };
    if !may_be_asked {
        return desk(scope, request).await;
    }
    let Some(held) = asked else {
        escalate(scope, request, (Stage::Leader, 1), &[]).await?;
        let round = Round { number: request.round, cause: Cause::Leader, passed_by: None };
        return invitation::invite(scope, request, round, &[(leader, reasons::of_leader())], CHANNEL).await;
    };
    invitation::ask_as_leader(scope, request, &held).await?;
    escalate(scope, request, (Stage::Leader, 1), &[("leader", leader)]).await
}

/// That staff look after it is for its asker to know.
async fn desk(scope: &mut Scope, request: &Request) -> Result<()> {
    escalate(scope, request, (Stage::Desk, 2), &[("asker", request.asker)]).await
}

async fn escalate(scope: &mut Scope, request: &Request, to: (Stage, i64), parties: &[(&str, MemberId)]) -> Result<()> {
    let (now, (stage, amount)) = (scope.now(), to);
    scope.run(&MOVE, args![request.id, stage.code(), request.round, now]).await?;
    let told = deeds::Told { amount, parties, ..deeds::Told::of(request, deeds::ESCALATED, CHANNEL) };
    deeds::tell(scope, request, told).await
}

async fn remind(scope: &mut Scope, request: &Request, reminder: Reminder, member: MemberId) -> Result<()> {
    let now = scope.now();
    scope.run(&REMIND, args![request.id, reminder.code(), member, now]).await?;
    let told = deeds::Told {
        amount: reminder.code(),
        parties: &[("reminded", member)],
        ..deeds::Told::of(request, deeds::REMINDED, CHANNEL)
    };
    deeds::tell(scope, request, told).await
}
