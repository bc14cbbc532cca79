//! A warm introduction: the asker and a member whom somebody recommended. Either may decline and says no reason; each
//! learns the other's contacts once both have accepted. Who declined is told to nobody: to the other one a refusal looks like
//! silence, in pages, lists and letters, and the end of the request ends both alike.

use crate::deeds;
use crate::invitation;
use crate::person::Persons;
use crate::policy::{Between, Side};
use crate::request::Request;
use identity::audience;
use kernel::{MemberId, Micros, Problem, Result};
use store::{FromRow, Row, Scope, args, statement};

/// In the place of who declined: each did, without knowing of the other.
const BOTH: MemberId = MemberId(0);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    pub id: i64,
    pub request: i64,
    pub answer: i64,
    pub asker: MemberId,
    pub person: MemberId,
    /// Who recommended.
    pub by: MemberId,
    pub proposed_at: Micros,
    pub asker_accepted_at: Option<Micros>,
    pub person_accepted_at: Option<Micros>,
    pub declined_at: Option<Micros>,
    /// Nobody where it went with its request or its answer, [`BOTH`] where each of the two did.
    pub declined_by: Option<MemberId>,
}

/// How far an introduction has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Proposed,
    AskerAccepted,
    PersonAccepted,
    Met,
    Declined,
}

impl Stage {
    pub fn of(asker: Option<Micros>, person: Option<Micros>, declined: Option<Micros>) -> Stage {
        match (asker, person, declined) {
            (_, _, Some(_)) => Stage::Declined,
            (Some(_), Some(_), None) => Stage::Met,
            (Some(_), None, None) => Stage::AskerAccepted,
            (None, Some(_), None) => Stage::PersonAccepted,
            (None, None, None) => Stage::Proposed,
        }
    }

    pub fn accepted_by(self, side: Side) -> bool {
        matches!((self, side), (Stage::Met, _) | (Stage::AskerAccepted, Side::Asker) | (Stage::PersonAccepted, Side::Person))
    }
}

impl FromRow for Introduction {
    fn from_row(row: &mut Row) -> anyhow::Result<Introduction> {
        Ok(Introduction {
            id: row.next()?,
            request: row.next()?,
            answer: row.next()?,
            asker: row.next()?,
            person: row.next()?,
            by: row.next()?,
            proposed_at: row.next()?,
            asker_accepted_at: row.next()?,
            person_accepted_at: row.next()?,
            declined_at: row.next()?,
            declined_by: row.next()?,
        })
    }
}

impl Introduction {
    pub fn stage(&self) -> Stage {
        Stage::of(self.asker_accepted_at, self.person_accepted_at, self.declined_at)
    }

    /// As one of the two sees it: the other's refusal is not told, and a closed request ends what has not come about.
    pub fn seen_by(&self, side: Side, open: bool) -> Stage {
        if self.declined_by != Some(self.of(side.other())) {
            return self.stage();
        }
        match side {
            _ if !open => Stage::Declined,
            Side::Asker => Stage::of(self.asker_accepted_at, None, None),
            Side::Person => Stage::of(None, self.person_accepted_at, None),
        }
    }

    /// Who stands on this side.
    pub fn of(&self, side: Side) -> MemberId {
        match side {
            Side::Asker => self.asker,
            Side::Person => self.person,
        }
    }
}

statement!(
    PROPOSE = "insert into requests_introductions (community_id, id, request_id, answer_id, asker_id, person_id, by_id, proposed_at, \
     asker_accepted_at, person_accepted_at, declined_at, declined_by) values ($1, $2, $3, $4, $5, $6, $7, $8, null, null, null, null)"
);
statement!(
    ONE = "select id, request_id, answer_id, asker_id, person_id, by_id, proposed_at, asker_accepted_at, person_accepted_at, declined_at, \
     declined_by from requests_introductions where community_id = $1 and id = $2"
);
statement!(ASKER_ACCEPTS = "update requests_introductions set asker_accepted_at = $3 where community_id = $1 and id = $2");
statement!(PERSON_ACCEPTS = "update requests_introductions set person_accepted_at = $3 where community_id = $1 and id = $2");
statement!(DECLINE = "update requests_introductions set declined_at = $3, declined_by = $4 where community_id = $1 and id = $2");
statement!(
    WITHDRAW = "update requests_introductions set declined_at = $3, declined_by = null where community_id = $1 and declined_at is null \
     and (asker_accepted_at is null or person_accepted_at is null) \
     and answer_id in (select a.id from requests_answers a where a.community_id = $1 and a.request_id = $2)"
);
statement!(
    WITHDRAW_OF_ANSWER = "update requests_introductions set declined_at = $3, declined_by = null where community_id = $1 and declined_at is null \
     and (asker_accepted_at is null or person_accepted_at is null) and answer_id = $2"
);
statement!(
    PENDING_OF_ANSWER = "select person_id from requests_introductions where community_id = $1 and answer_id = $2 and declined_at is null \
     and (asker_accepted_at is null or person_accepted_at is null)"
);
// One of the two may be gone by now: what went with them does not come back.
statement!(
    RESTORE = "update requests_introductions set declined_at = null where community_id = $1 and declined_at is not null and declined_by is null \
     and (select count(*) from identity_persons p where p.community_id = $1 and p.state = 'active' \
       and p.id in (requests_introductions.asker_id, requests_introductions.person_id)) = 2 \
     and answer_id in (select a.id from requests_answers a where a.community_id = $1 and a.request_id = $2 and a.deleted_at is null)"
);
statement!(
    WITHDRAW_OF_MEMBER = "update requests_introductions set declined_at = $3, declined_by = null where community_id = $1 and declined_at is null \
     and (asker_accepted_at is null or person_accepted_at is null) and (person_id = $2 or asker_id = $2)"
);
statement!(
    ANSWERS_OF = "select count(*) from requests_answers where community_id = $1 and request_id = $2 and author_id = $3 and deleted_at is null"
);

/// # Errors
/// `NotFound` if there is none.
pub(crate) async fn find(scope: &mut Scope, id: i64) -> Result<Introduction> {
    scope.one(&ONE, args![id]).await
}

/// Proposes that the asker and a recommended member meet. `(person, by)`: who, and who says so.
pub(crate) async fn propose(
    scope: &mut Scope,
    request: &Request,
    answer: i64,
    (person, by): (MemberId, MemberId),
    channel: &str,
) -> Result<i64> {
    let (id, now) = (scope.deal()?, scope.now());
    scope.run(&PROPOSE, args![id, request.id, answer, request.asker, person, by, now]).await?;
    // Of a request of chosen people the person hears only once the asker has let them in.
    let everyone = [("asker", request.asker), ("person", person)];
    let parties = if request.is_chosen() { &everyone[..1] } else { &everyone[..] };
    let told = deeds::Told { object: (deeds::INTRODUCTION, id), parties, ..deeds::Told::of(request, deeds::INTRODUCED, channel) };
    deeds::tell(scope, request, told).await?;
    Ok(id)
}

/// Accepts for one of the two; twice is once. The asker's word lets the person see a request of chosen people. Where the other
/// one would rather not, the word is kept and nothing comes of it.
///
/// # Errors
/// `Conflict` once they declined themselves, the request is closed, or the other one is gone.
pub async fn accept(scope: &mut Scope, between: &Between, channel: &str) -> Result<()> {
    let (held, side) = (between.introduction(), between.side());
    let stage = held.seen_by(side, between.request().is_open());
    if stage == Stage::Declined {
        return Err(Problem::Conflict("requests-introduction-declined"));
    }
    if !between.request().is_open() && stage != Stage::Met {
        return Err(Problem::Conflict("requests-introduction-closed"));
    }
    if stage.accepted_by(side) {
        return Ok(());
    }
    let other = held.of(side.other());
    if !Persons::learn(scope, [other]).await?.is_active(other) {
        return Err(Problem::Conflict("requests-introduction-gone"));
    }
    let now = scope.now();
    let statement = if side == Side::Asker { &ASKER_ACCEPTS } else { &PERSON_ACCEPTS };
    scope.run(statement, args![held.id, now]).await?;
    if held.declined_at.is_some() {
        return Ok(());
    }
    let request = between.request();
    if side == Side::Asker && request.is_chosen() {
        audience::add(scope, request.audience, &[held.person]).await?;
    }
    let both = stage.accepted_by(side.other());
    let parties = [(side.other().part(), other)];
    let told = deeds::Told {
        object: (deeds::INTRODUCTION, held.id),
        amount: if both { 2 } else { 1 },
        parties: &parties,
        ..deeds::Told::of(request, deeds::INTRODUCTION_ACCEPTED, channel)
    };
    deeds::tell(scope, request, told).await
}

/// Declines for one of the two; twice is once. No deed says so. Whoever was let in to a request of chosen people for this
/// introduction alone sees it no more.
///
/// # Errors
/// `Conflict` once both have accepted: what they know of each other cannot be taken back.
pub async fn decline(scope: &mut Scope, between: &Between) -> Result<()> {
    let held = between.introduction();
    match held.seen_by(between.side(), between.request().is_open()) {
        Stage::Declined => return Ok(()),
        Stage::Met => return Err(Problem::Conflict("requests-introduction-met")),
        Stage::Proposed | Stage::AskerAccepted | Stage::PersonAccepted => {}
    }
    let by = if held.declined_at.is_some() { BOTH } else { held.of(between.side()) };
    let now = scope.now();
    scope.run(&DECLINE, args![held.id, now, by]).await?;
    shut_out(scope, between.request(), held.person).await
}

/// A recommended person who was neither asked by the asker nor has said anything there sees a request of chosen people no more.
async fn shut_out(scope: &mut Scope, request: &Request, person: MemberId) -> Result<()> {
    if !request.is_chosen() || invitation::of_member(scope, request, person).await?.is_some() {
        return Ok(());
    }
    if scope.one::<i64>(&ANSWERS_OF, args![request.id, person]).await? > 0 {
        return Ok(());
    }
    audience::remove(scope, request.audience, &[person]).await
}

/// The request was closed: those who have not met do not.
pub(crate) async fn withdraw(scope: &mut Scope, request: &Request) -> Result<()> {
    let now = scope.now();
    scope.run(&WITHDRAW, args![request.id, now]).await.map(|_| ())
}

/// The recommendation was taken back.
pub(crate) async fn withdraw_of(scope: &mut Scope, request: &Request, answer: i64) -> Result<()> {
    let now = scope.now();
    let persons = scope.all::<MemberId>(&PENDING_OF_ANSWER, args![answer]).await?;
    scope.run(&WITHDRAW_OF_ANSWER, args![answer, now]).await?;
    for person in persons {
        shut_out(scope, request, person).await?;
    }
    Ok(())
}

/// One of the two is gone: the other waits for nobody.
pub(crate) async fn withdraw_of_member(scope: &mut Scope, member: MemberId) -> Result<()> {
    let now = scope.now();
    scope.run(&WITHDRAW_OF_MEMBER, args![member, now]).await.map(|_| ())
}

/// The request is open again, and with it what went with it.
pub(crate) async fn restore(scope: &mut Scope, request: &Request) -> Result<()> {
    scope.run(&RESTORE, args![request.id]).await.map(|_| ())
}
