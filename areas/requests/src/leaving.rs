//! Whoever leaves waits for nothing, and nobody waits for them: their open requests are withdrawn, introductions that have not
//! come about end, and they are asked for nothing more. Drafts and settings stay: they may come back.

use crate::request::{Request, columns};
use crate::{closure, introduction, invitation};
use identity::member::{self, State};
use kernel::{MemberId, Result};
use serde_json::json;
use store::{BoxFuture, DeedRow, JobHandler, Outcome, Running, Scope, Slices, Work, args, statement};

/// The kind of job; payload `{"member_id": …}`.
pub const JOB: &str = "requests.leaving";
/// Where the house itself acts.
const CHANNEL: &str = "house";
/// Requests withdrawn in one transaction: writers of the community wait meanwhile.
const SLICE: i64 = 25;

// A sum with nought keeps the database from walking all requests in their order for the few of one person.
statement!(
    STILL_OPEN = concat!(
        "select ",
        columns!(),
        " from requests_requests r where r.community_id = $1 and r.asker_id = $2 and r.state = 'open' order by r.id + 0 limit $3"
    )
);

/// Leaves the work to a job; each deed of leaving has its own, since one may come back and leave again.
pub(crate) async fn hear(scope: &mut Scope, deed: &DeedRow) -> Result<()> {
    let payload = json!({ "member_id": deed.object });
    let key = format!("{}-{}", deed.object, deed.seq);
    scope.enqueue(Work { kind: JOB, payload, due: None, key: Some(&key) }).await.map(|_| ())
}

pub struct Leaving;

impl JobHandler for Leaving {
    fn kind(&self) -> &'static str {
        JOB
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let Some(member) = job.payload["member_id"].as_i64().map(MemberId) else {
                return Ok(Outcome::Failed("the payload names no member".to_owned()));
            };
            job.to_the_end(&mut Withdrawing { member }).await
        })
    }
}

struct Withdrawing {
    member: MemberId,
}

impl Slices for Withdrawing {
    fn slice<'a>(&'a mut self, scope: &'a mut Scope) -> BoxFuture<'a, Result<bool>> {
        Box::pin(step(scope, self.member))
    }

    /// What is withdrawn is not found again.
    fn reached(&self) -> serde_json::Value {
        json!({})
    }
}

/// One slice; whether there may be more. Nothing happens to whoever is back already.
async fn step(scope: &mut Scope, leaving: MemberId) -> Result<bool> {
    if member::member(scope, leaving).await?.state != State::Left {
        return Ok(false);
    }
    let open = scope.all::<Request>(&STILL_OPEN, args![leaving, SLICE]).await?;
    if !open.is_empty() {
        for request in open {
            closure::withdraw(scope, &request, leaving, "", CHANNEL).await?;
        }
        return Ok(true);
    }
    invitation::release(scope, leaving).await?;
    introduction::withdraw_of_member(scope, leaving).await?;
    Ok(false)
}
