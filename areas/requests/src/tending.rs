//! What staff do from the Desk about a request that goes badly: ask two more, remind its asker, wait, or close it with a kind
//! word. A request that was tended leaves the Desk for a while; each act is a row and stands in the audit.

use crate::course::{Reminder, STALE};
use crate::desk::{awake, escalated, late, silent, unanswered};
use crate::invitation::{self, Cause, Round};
use crate::policy::{Actor, Steward, Visible};
use crate::request::{self, Request, codes};
use crate::routing::{self, Choosing, Keeper};
use crate::{closure, deeds, settings};
use identity::audit;
use kernel::{MICROS_PER_DAY, Micros, Problem, Result};
use serde_json::json;
use store::{BoxFuture, JobHandler, Outcome, Running, Scope, Work, args, statement};

/// The kind of job; payload `{"request_id": …, "tending_id": …}`.
pub const JOB: &str = "requests.tending";
/// People asked from the Desk at once.
pub const ASKED: usize = 2;
/// For so long a request that was put off, or whose asker was reminded, is not on the Desk.
const REST: Micros = 3 * MICROS_PER_DAY;

codes!(
    Act {
        Ask = "ask",
        Remind = "remind",
        Wait = "wait",
        Withdraw = "withdraw",
        /// There was nobody more to ask: the house says so.
        Nobody = "nobody",
    }
);

statement!(
    ADD =
        "insert into requests_tended (community_id, id, request_id, act, by_id, at, until_at) values ($1, $2, $3, $4, $5, $6, $7)"
);
statement!(
    RESTING =
        "select act from requests_tended where community_id = $1 and request_id = $2 and until_at > $3 order by id desc limit 1"
);
statement!(
    ON_DESK = concat!(
        "select r.id from requests_requests r where r.community_id = $1 and r.id = $4 and (",
        escalated!(),
        " or ",
        unanswered!(),
        " or ",
        late!(),
        " or ",
        silent!(),
        ") limit 1"
    )
);
statement!(ASKED_SO_FAR = "select count(*) from requests_invitations where community_id = $1 and request_id = $2");
statement!(WAKE = "update requests_tended set until_at = $3 where community_id = $1 and request_id = $2 and until_at > $3");
statement!(NOBODY = "update requests_tended set act = 'nobody', until_at = at where community_id = $1 and id = $2");
/// Does one act about an open request that all may see. The same act again while the request rests is done already: then it is false.
///
/// # Errors
/// `Conflict` for a closed one, and for closing one that is not on the Desk (any more); `NotFound` for one of chosen people, which is no staff's matter.
pub async fn tend(scope: &mut Scope, _: Steward, actor: Actor, request: &Visible<Request>, act: Act, note: &str) -> Result<bool> {
    if request.is_chosen() {
        return Err(Problem::NotFound);
    }
    let now = scope.now();
    let resting = scope.maybe::<String>(&RESTING, args![request.id, now]).await?;
    if resting.as_deref() == Some(act.code()) {
        return Ok(false);
    }
    if !request.is_open() {
        return Err(Problem::Conflict("requests-tending-closed"));
    }
    if act == Act::Withdraw {
        lies_on_desk(scope, request).await?;
    }
    let rest = if act == Act::Ask { settings::held(scope).await?.patience() } else { REST };
    let id = scope.deal()?;
    scope.run(&ADD, args![id, request.id, act.code(), actor.member, now, now + rest]).await?;
    audit::record(scope, audited(act), "request", request.id, &json!({})).await?;
    match act {
        Act::Ask => ask_later(scope, request.id, id).await?,
        Act::Remind => remind(scope, request).await?,
        // With a word to its asker, who may open it again.
        Act::Withdraw => closure::withdraw(scope, request, actor.member, note, "web").await?,
        Act::Wait => {}
        Act::Nobody => return Err(Problem::Forbidden),
    }
    Ok(true)
}

/// Whether a request may be closed from the Desk now.
///
/// # Errors
/// As those of [`tend`].
pub async fn may_withdraw(scope: &mut Scope, _: &Steward, request: &Visible<Request>) -> Result<()> {
    if request.is_chosen() {
        return Err(Problem::NotFound);
    }
    if !request.is_open() {
        return Err(Problem::Conflict("requests-tending-closed"));
    }
    lies_on_desk(scope, request).await
}

async fn lies_on_desk(scope: &mut Scope, request: &Request) -> Result<()> {
    let now = scope.now();
    let lies = scope.maybe::<i64>(&ON_DESK, args![now, now - STALE, request.id]).await?;
    lies.map(drop).ok_or(Problem::Conflict("requests-tending-gone"))
}

/// How many people were asked to help so far.
pub async fn asked(scope: &mut Scope, request: i64) -> Result<i64> {
    scope.one(&ASKED_SO_FAR, args![request]).await
}

/// Its asker opened a request again: it rests no longer.
pub(crate) async fn wake(scope: &mut Scope, request: i64) -> Result<()> {
    let now = scope.now();
    scope.run(&WAKE, args![request, now]).await.map(|_| ())
}

/// As it stands in the audit.
fn audited(act: Act) -> &'static str {
    match act {
        Act::Ask | Act::Nobody => "requests.tended-ask",
        Act::Remind => "requests.tended-remind",
        Act::Wait => "requests.tended-wait",
        Act::Withdraw => "requests.tended-withdraw",
    }
}

async fn ask_later(scope: &mut Scope, request: i64, tending: i64) -> Result<()> {
    let payload = json!({ "request_id": request, "tending_id": tending });
    let key = format!("tending-{tending}");
    scope.enqueue(Work { kind: JOB, payload, due: None, key: Some(&key) }).await.map(|_| ())
}

/// The asker is asked what came of it, as the house would.
async fn remind(scope: &mut Scope, request: &Request) -> Result<()> {
    let told = deeds::Told {
        amount: Reminder::Silence.code(),
        parties: &[("reminded", request.asker)],
        ..deeds::Told::of(request, deeds::REMINDED, "web")
    };
    deeds::tell(scope, request, told).await
}

/// Asks the next best people for a request that staff tend, whatever its stage.
pub struct Asking {
    keeper: Keeper,
}

impl Asking {
    pub fn new(keeper: Keeper) -> Asking {
        Asking { keeper }
    }

    async fn ask(&self, job: &mut Running, request: i64, tending: i64) -> Result<Outcome> {
        let who = job.who()?;
        let learned = self.keeper.learned(&job.store, &who).await?;
        let mut scope = job.store.write(&who).await?;
        let held = request::any(&mut scope, request).await?;
        if held.is_open() {
            let people = routing::round(&mut scope, &learned, &held, ASKED, Choosing::Anybody).await?;
            if people.is_empty() {
                scope.run(&NOBODY, args![tending]).await?;
            }
            let round = Round { number: held.round, cause: Cause::Desk, passed_by: None };
            invitation::invite(&mut scope, &held, round, &people, "house").await?;
        }
        job.finish(&mut scope).await?;
        scope.commit().await?;
        Ok(Outcome::Done)
    }
}

impl JobHandler for Asking {
    fn kind(&self) -> &'static str {
        JOB
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            match (job.payload["request_id"].as_i64(), job.payload["tending_id"].as_i64()) {
                (Some(request), Some(tending)) => self.ask(job, request, tending).await,
                _ => Ok(Outcome::Failed("the payload names no request".to_owned())),
            }
        })
    }
}
