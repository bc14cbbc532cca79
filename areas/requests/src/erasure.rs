//! What requests hold of a person who was erased. Their drafts go at once: nobody else ever saw them; so do their own settings and
//! what they wrote to staff alone. Their open requests are withdrawn, and nobody waits for them. Their words go too, if they
//! wished so, slice by slice; the rows stay, so that what others answered has something to stand on.

pub mod names;

use crate::request::{Request, columns};
use crate::{closure, draft, files, introduction, invitation, leaving, reports, similar, tags};
use kernel::{MemberId, Result};
use serde_json::json;
use store::{BoxFuture, DeedRow, Follower, FollowerRole, JobHandler, Outcome, Running, Scope, Slices, Work, args, statement};

/// The deed of people that says so: object is the member, amount 1 where the words go too.
const ERASED: &str = "people.erased";
/// The kind of job; payload `{"member_id": …, "words_too": …}`.
pub const JOB: &str = "requests.erase-words";
/// Where the house itself acts.
const CHANNEL: &str = "house";
/// Requests erased in one transaction: writers of the community wait meanwhile.
const SLICE: i64 = 25;

// Sums with nought keep the database from walking all requests in their order for the few of one person.
statement!(
    DRAFTS =
        "select id from requests_requests where community_id = $1 and asker_id = $2 and state = 'draft' order by id + 0 limit $3"
);
statement!(
    ASKED = "select id from requests_requests where community_id = $1 and asker_id = $2 and state <> 'draft' and id > $3 order by id limit $4"
);
statement!(
    EMPTY = "update requests_requests set title = '', details = '', city = '', city_key = '', wanted = '' where community_id = $1 and id = $2"
);
statement!(EMPTY_NOTES = "update requests_closures set note = '' where community_id = $1 and request_id = $2 and note <> ''");
statement!(EMPTY_ANSWERS = "update requests_answers set text = '' where community_id = $1 and author_id = $2 and text <> ''");
statement!(EMPTY_THANKS = "update requests_helps set thanks = '' where community_id = $1 and asker_id = $2 and thanks <> ''");
statement!(
    STILL_OPEN = concat!(
        "select ",
        columns!(),
        " from requests_requests r where r.community_id = $1 and r.asker_id = $2 and r.state = 'open' order by r.id + 0 limit $3"
    )
);
statement!(
    EMPTY_REPORTS =
        "update requests_reports set note = '', shown = '' where community_id = $1 and by_id = $2 and (note <> '' or shown <> '')"
);
statement!(FORGET_STOPS = "delete from requests_stops where community_id = $1 and member_id = $2");
statement!(FORGET_LIMITS = "delete from requests_limits where community_id = $1 and member_id = $2");
statement!(FORGET_MUTES = "delete from requests_mutes where community_id = $1 and member_id = $2");
statement!(FORGET_PLEDGES = "delete from requests_pledges where community_id = $1 and member_id = $2");
statement!(UNLEAD = "update requests_topics set leader_id = null where community_id = $1 and leader_id = $2");

/// The deed of identity by which somebody left. Object is the member.
const LEFT: &str = identity::deeds::MEMBER_LEFT;

/// Hears of erasures, and of those who left, and leaves the work to a job. It reads from the first deed on, so that none is
/// missed; to erase twice is to erase once.
pub struct Erasures;

impl Follower for Erasures {
    fn name(&self) -> &'static str {
        "requests.erasures"
    }

    fn role(&self) -> FollowerRole {
        FollowerRole::Projection
    }

    fn meet<'a>(&'a self, scope: &'a mut Scope, deeds: &'a [DeedRow]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for deed in deeds {
                if deed.kind == LEFT {
                    leaving::hear(scope, deed).await?;
                }
                if deed.kind != ERASED {
                    continue;
                }
                let payload = json!({ "member_id": deed.object, "words_too": deed.amount == 1 });
                let key = format!("{}-{}", deed.object, deed.amount);
                scope.enqueue(Work { kind: JOB, payload, due: None, key: Some(&key) }).await?;
            }
            Ok(())
        })
    }

    fn reset<'a>(&'a self, _: &'a mut Scope) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

pub struct EraseWords;

impl JobHandler for EraseWords {
    fn kind(&self) -> &'static str {
        JOB
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let Some(member) = job.payload["member_id"].as_i64().map(MemberId) else {
                return Ok(Outcome::Failed("the payload names no member".to_owned()));
            };
            let words_too = job.payload["words_too"].as_bool().unwrap_or_default();
            let after = job.progress.as_ref().and_then(|held| held["after"].as_i64()).unwrap_or_default();
            job.to_the_end(&mut Erasing { member, words_too, after }).await
        })
    }
}

struct Erasing {
    member: MemberId,
    words_too: bool,
    /// The last request that is emptied already.
    after: i64,
}

impl Slices for Erasing {
    fn slice<'a>(&'a mut self, scope: &'a mut Scope) -> BoxFuture<'a, Result<bool>> {
        Box::pin(step(scope, self.member, self.words_too, &mut self.after))
    }

    fn reached(&self) -> serde_json::Value {
        json!({ "after": self.after })
    }
}

/// One slice; whether there may be more.
async fn step(scope: &mut Scope, member: MemberId, words_too: bool, after: &mut i64) -> Result<bool> {
    let drafts = scope.all::<i64>(&DRAFTS, args![member, SLICE]).await?;
    if !drafts.is_empty() {
        for id in drafts {
            draft::discard(scope, id).await?;
        }
        return Ok(true);
    }
    let open = scope.all::<Request>(&STILL_OPEN, args![member, SLICE]).await?;
    if !open.is_empty() {
        for request in open {
            closure::withdraw(scope, &request, member, "", CHANNEL).await?;
        }
        return Ok(true);
    }
    forget_own(scope, member).await?;
    if !words_too {
        return Ok(false);
    }
    scope.run(&EMPTY_ANSWERS, args![member]).await?;
    scope.run(&EMPTY_THANKS, args![member]).await?;
    reports::forget_shown_of(scope, member).await?;
    let asked = scope.all::<i64>(&ASKED, args![member, *after, SLICE]).await?;
    let Some(last) = asked.last().copied() else { return Ok(false) };
    *after = last;
    for id in asked {
        empty(scope, id).await?;
    }
    Ok(true)
}

/// What was theirs alone, and what others would wait for.
async fn forget_own(scope: &mut Scope, member: MemberId) -> Result<()> {
    for statement in [&EMPTY_REPORTS, &FORGET_STOPS, &FORGET_LIMITS, &FORGET_MUTES, &FORGET_PLEDGES, &UNLEAD] {
        scope.run(statement, args![member]).await?;
    }
    invitation::release(scope, member).await?;
    introduction::withdraw_of_member(scope, member).await?;
    invitation::forget_facts_of(scope, member).await
}

async fn empty(scope: &mut Scope, id: i64) -> Result<()> {
    scope.run(&EMPTY, args![id]).await?;
    scope.run(&EMPTY_NOTES, args![id]).await?;
    invitation::forget_facts(scope, id).await?;
    similar::forget(scope, id).await?;
    tags::put(scope, id, &[]).await?;
    files::forget_all(scope, id).await
}
