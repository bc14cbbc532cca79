//! Answers: a solution, the recommendation of a member, a contact, and comments beside them.

use crate::policy::{Actor, Visible};
use crate::request::{Request, codes, stored};
use crate::{deeds, introduction, invitation, person, text};
use kernel::{FieldFault, MICROS_PER_SECOND, MemberId, Micros, Problem, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Answers on one page.
pub const PAGE: usize = 50;
/// The same words by the same person within this time are one answer: a form was sent twice.
const TWICE: Micros = 120 * MICROS_PER_SECOND;

codes!(
    /// What is answered.
    Kind {
        Solution = "solution",
        /// A member who will help.
        Recommendation = "recommendation",
        /// Somebody outside, in words. Seen by the asker and its author only.
        Contact = "contact",
        /// A word beside the matter.
        Comment = "comment",
    }
);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub id: i64,
    pub request: i64,
    pub author: MemberId,
    pub kind: Kind,
    /// Markdown as typed; empty once deleted.
    pub text: String,
    /// The member recommended.
    pub person: Option<MemberId>,
    pub at: Micros,
    pub folded_at: Option<Micros>,
    pub folded_by: Option<MemberId>,
    pub deleted_at: Option<Micros>,
    pub deleted_by: Option<MemberId>,
}

impl FromRow for Answer {
    fn from_row(row: &mut Row) -> anyhow::Result<Answer> {
        Ok(Answer {
            id: row.next()?,
            request: row.next()?,
            author: row.next()?,
            kind: stored(row, Kind::parse)?,
            text: row.next()?,
            person: row.next()?,
            at: row.next()?,
            folded_at: row.next()?,
            folded_by: row.next()?,
            deleted_at: row.next()?,
            deleted_by: row.next()?,
        })
    }
}

/// An answer as it was typed.
#[derive(Clone, Copy, Debug)]
pub struct NewAnswer<'a> {
    pub kind: Kind,
    pub text: &'a str,
    /// Of a recommendation: who.
    pub person: Option<MemberId>,
}

/// The columns of [`Answer`], of the table under the name `a`.
macro_rules! columns {
    () => {
        "a.id, a.request_id, a.author_id, a.kind, a.text, a.person_id, a.at, a.folded_at, a.folded_by, a.deleted_at, a.deleted_by"
    };
}
pub(crate) use columns;

statement!(
    ADD = "insert into requests_answers (community_id, id, request_id, author_id, kind, text, person_id, at, folded_at, folded_by, deleted_at, \
     deleted_by) values ($1, $2, $3, $4, $5, $6, $7, $8, null, null, null, null)"
);
statement!(
    ONE = concat!("select ", columns!(), " from requests_answers a where a.community_id = $1 and a.request_id = $2 and a.id = $3")
);
statement!(
    LAST_OF_AUTHOR = concat!(
        "select ",
        columns!(),
        " from requests_answers a where a.community_id = $1 and a.author_id = $2 order by a.at desc, a.id desc limit 1"
    )
);
statement!(
    RECOMMENDED = "select count(*) from requests_answers where community_id = $1 and request_id = $2 and person_id = $3 and deleted_at is null"
);
statement!(TOUCH = "update requests_requests set changed_at = $3 where community_id = $1 and id = $2");
statement!(
    COUNT = "update requests_requests set \
     answers = (select count(*) from requests_answers a where a.community_id = $1 and a.request_id = $2 and a.kind <> 'comment' \
       and a.deleted_at is null and a.author_id <> requests_requests.asker_id), \
     first_answer_at = (select min(a.at) from requests_answers a where a.community_id = $1 and a.request_id = $2 and a.kind <> 'comment' \
       and a.deleted_at is null and a.author_id <> requests_requests.asker_id), \
     last_answer_at = (select max(a.at) from requests_answers a where a.community_id = $1 and a.request_id = $2 and a.kind <> 'comment' \
       and a.deleted_at is null and a.author_id <> requests_requests.asker_id) \
     where community_id = $1 and id = $2"
);

/// # Errors
/// `NotFound` if the request has no such answer.
pub(crate) async fn find(scope: &mut Scope, request: &Request, id: i64) -> Result<Answer> {
    scope.one(&ONE, args![request.id, id]).await
}

/// Answers a request. What counts as an answer, settles the invitation of its author; a recommendation proposes an
/// introduction. The same answer sent twice is one.
///
/// # Errors
/// `Invalid` at `text` or `person`; `Conflict` where the request takes no answers any more, or its asker is gone.
pub async fn add(scope: &mut Scope, request: &Visible<Request>, actor: Actor, new: NewAnswer<'_>, channel: &str) -> Result<i64> {
    let text = checked(request, actor, &new)?;
    if let Some(id) = said_already(scope, request, actor, &new, &text).await? {
        return Ok(id);
    }
    if !request.is_open() {
        return Err(Problem::Conflict("requests-answer-closed"));
    }
    let known = person::Persons::learn(scope, new.person.into_iter().chain([request.asker])).await?;
    if !known.is_active(request.asker) {
        return Err(Problem::Conflict("requests-answer-asker-gone"));
    }
    if let Some(person) = new.person {
        recommendable(scope, request, person, &known).await?;
    }
    let (id, now) = (scope.deal()?, scope.now());
    scope.run(&ADD, args![id, request.id, actor.member, new.kind.code(), text, new.person, now]).await?;
    scope.run(&TOUCH, args![request.id, now]).await?;
    if new.kind == Kind::Comment {
        let told = deeds::Told { object: (deeds::ANSWER, id), ..deeds::Told::of(request, deeds::COMMENTED, channel) };
        deeds::tell(scope, request, told).await?;
        return Ok(id);
    }
    count(scope, request.id).await?;
    tell_answered(scope, request, id, &new, channel).await?;
    invitation::settle_answered(scope, request, actor.member).await?;
    if let Some(person) = new.person {
        introduction::propose(scope, request, id, (person, actor.member), channel).await?;
    }
    Ok(id)
}

/// Makes `answers` and the times of the first and last one say what the rows say.
pub(crate) async fn count(scope: &mut Scope, request: i64) -> Result<()> {
    scope.run(&COUNT, args![request]).await.map(|_| ())
}

/// The text to keep, if such an answer may be given at all by this member.
fn checked(request: &Request, actor: Actor, new: &NewAnswer<'_>) -> Result<String> {
    let mut faults = Vec::new();
    let mut fault = |field, word| faults.push(FieldFault { field, word });
    let text = text::said(new.text, text::LETTERS);
    if let Err(wrong) = text {
        fault("text", wrong.word());
    }
    if actor.member == request.asker && new.kind != Kind::Comment {
        fault("kind", "requests-answer-fault-own");
    }
    match (new.kind, new.person) {
        (Kind::Recommendation, None) => fault("person", "requests-answer-fault-person"),
        (Kind::Recommendation, Some(person)) if person == actor.member => fault("person", "requests-answer-fault-oneself"),
        (Kind::Recommendation, Some(person)) if person == request.asker => fault("person", "requests-answer-fault-asker"),
        (Kind::Recommendation, Some(_)) | (_, None) => {}
        (_, Some(_)) => fault("person", "requests-answer-fault-nobody"),
    }
    match text {
        Ok(text) if faults.is_empty() => Ok(text),
        _ => Err(Problem::Invalid(faults)),
    }
}

async fn said_already(scope: &mut Scope, request: &Request, actor: Actor, new: &NewAnswer<'_>, text: &str) -> Result<Option<i64>> {
    let since = scope.now() - TWICE;
    let last = scope.maybe::<Answer>(&LAST_OF_AUTHOR, args![actor.member]).await?;
    let same = |last: &Answer| {
        last.request == request.id
            && last.at >= since
            && last.deleted_at.is_none()
            && (last.kind, last.person, last.text.as_str()) == (new.kind, new.person, text)
    };
    Ok(last.filter(same).map(|last| last.id))
}

/// A member whom nobody has named here yet.
async fn recommendable(scope: &mut Scope, request: &Request, member: MemberId, known: &person::Persons) -> Result<()> {
    if !known.is_active(member) {
        return Err(Problem::field("person", "requests-answer-fault-unknown"));
    }
    let before: i64 = scope.one(&RECOMMENDED, args![request.id, member]).await?;
    if before > 0 { Err(Problem::field("person", "requests-answer-fault-recommended")) } else { Ok(()) }
}

/// In a request of chosen people the recommended one is named in no deed before the asker lets them in: whatever comes
/// of deeds cannot tell them of it.
async fn tell_answered(scope: &mut Scope, request: &Request, id: i64, new: &NewAnswer<'_>, channel: &str) -> Result<()> {
    let mut parties = vec![("answered", request.asker)];
    parties.extend(new.person.filter(|_| !request.is_chosen()).map(|person| ("recommended", person)));
    let told = deeds::Told { object: (deeds::ANSWER, id), parties: &parties, ..deeds::Told::of(request, deeds::ANSWERED, channel) };
    deeds::tell(scope, request, told).await
}
