//! Somebody asks staff to look at a request or an answer. Of a request of chosen people staff see what its reporter chose to show,
//! and nothing else. A contact is read by its asker alone: to report it is to show it, so that nobody judges what they cannot read.

use crate::answer::{self, Answer, Kind};
use crate::policy::{self, Actor, Steward, Visible};
use crate::request::{Request, codes, stored};
use crate::{deeds, deletion, folding, text};
use identity::audit;
use kernel::{MemberId, Micros, Problem, Result};
use serde_json::json;
use store::{FromRow, Row, Scope, args, statement};
use web::plain;

/// The longest note.
pub const NOTE_LETTERS: usize = 1_000;
/// Letters of the reported words that staff are shown.
const SHOWN_LETTERS: usize = 1_000;

codes!(
    /// What is wrong.
    Reason {
        Rude = "rude",
        Advert = "advert",
        /// Tells of somebody what is not for others.
        Private = "private",
        /// False, or dangerous to follow.
        Harm = "harm",
        Other = "other",
    }
);
codes!(
    /// What staff did about it.
    Settlement {
        /// All is as it should be.
        Kept = "kept",
        Folded = "folded",
        Deleted = "deleted",
    }
);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub id: i64,
    pub request: i64,
    pub answer: Option<i64>,
    pub by: MemberId,
    pub reason: Reason,
    pub note: String,
    /// The reported words, where staff could not see them otherwise and the reporter chose to show them.
    pub shown: String,
    pub at: Micros,
    pub settled_at: Option<Micros>,
}

impl FromRow for Report {
    fn from_row(row: &mut Row) -> anyhow::Result<Report> {
        Ok(Report {
            id: row.next()?,
            request: row.next()?,
            answer: row.next()?,
            by: row.next()?,
            reason: stored(row, Reason::parse)?,
            note: row.next()?,
            shown: row.next()?,
            at: row.next()?,
            settled_at: row.next()?,
        })
    }
}

/// A report as it was filled in.
#[derive(Clone, Copy, Debug)]
pub struct NewReport<'a> {
    pub answer: Option<i64>,
    pub reason: Reason,
    pub note: &'a str,
    /// Of a request of chosen people: staff may read the reported words.
    pub shows: bool,
}

statement!(
    OPEN = "select id from requests_reports where community_id = $1 and request_id = $2 and by_id = $3 and coalesce(answer_id, 0) = $4 \
     and settled_at is null"
);
statement!(
    ADD = "insert into requests_reports (community_id, id, request_id, answer_id, by_id, reason, note, shown, at, settled_at, settled_by, \
     settlement) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, null, null)"
);
statement!(
    ONE = "select id, request_id, answer_id, by_id, reason, note, shown, at, settled_at from requests_reports where community_id = $1 and id = $2"
);
statement!(
    AUTHOR = "select coalesce(a.author_id, r.asker_id) from requests_reports p \
     join requests_requests r on r.community_id = p.community_id and r.id = p.request_id \
     left join requests_answers a on a.community_id = p.community_id and a.id = p.answer_id where p.community_id = $1 and p.id = $2"
);
statement!(
    SETTLE = "update requests_reports set settled_at = $3, settled_by = $4, settlement = $5 where community_id = $1 and id = $2 and settled_at is null"
);

statement!(
    FORGET_SHOWN =
        "update requests_reports set shown = '' where community_id = $1 and request_id = $2 and answer_id = $3 and shown <> ''"
);
statement!(
    FORGET_SHOWN_OF = "update requests_reports set shown = '' where community_id = $1 and shown <> '' and request_id in \
       (select r.id from requests_requests r where r.community_id = $1 and r.asker_id = $2 \
        union all select a.request_id from requests_answers a where a.community_id = $1 and a.author_id = $2) \
     and coalesce((select a.author_id from requests_answers a where a.community_id = $1 and a.id = requests_reports.answer_id), \
       (select r.asker_id from requests_requests r where r.community_id = $1 and r.id = requests_reports.request_id)) = $2"
);

/// An answer lost its words, and what staff were shown of them goes too.
pub(crate) async fn forget_shown(scope: &mut Scope, request: &Request, answer: i64) -> Result<()> {
    scope.run(&FORGET_SHOWN, args![request.id, answer]).await.map(|_| ())
}

/// The same for all words of somebody who was forgotten.
pub(crate) async fn forget_shown_of(scope: &mut Scope, author: MemberId) -> Result<()> {
    scope.run(&FORGET_SHOWN_OF, args![author]).await.map(|_| ())
}

/// Asks staff to look. One open report of one person about one thing: saying it again changes nothing.
///
/// # Errors
/// `Invalid` at `note`; `Conflict` for one's own words; `NotFound` for an answer that the request has not, and for a contact that
/// one does not read.
pub async fn report(scope: &mut Scope, request: &Visible<Request>, actor: Actor, new: NewReport<'_>, channel: &str) -> Result<i64> {
    let note = text::kept(new.note, NOTE_LETTERS).map_err(|_| Problem::field("note", "requests-report-fault-note"))?;
    let reportable = reportable(scope, request, actor, new.answer).await?;
    let words = match &reportable {
        Some(answer) => answer.text.clone(),
        None => format!("{}\n\n{}", request.title, request.details),
    };
    let shows = if request.is_chosen() { new.shows } else { reportable.is_some_and(|answer| answer.kind == Kind::Contact) };
    if let Some(id) = scope.maybe(&OPEN, args![request.id, actor.member, new.answer.unwrap_or_default()]).await? {
        return Ok(id);
    }
    let shown = if shows { plain(&words, SHOWN_LETTERS) } else { String::new() };
    let (id, now) = (scope.deal()?, scope.now());
    scope.run(&ADD, args![id, request.id, new.answer, actor.member, new.reason.code(), note, shown, now]).await?;
    let told = deeds::Told { object: (deeds::REPORT, id), ..deeds::Told::of(request, deeds::REPORTED, channel) };
    deeds::tell(scope, request, told).await?;
    Ok(id)
}

/// What may be reported by this member: the answer, or nothing where that is the request itself.
///
/// # Errors
/// `Conflict` for one's own words; `NotFound` for an answer that the request has not, or a contact that one does not read.
pub async fn reportable(
    scope: &mut Scope,
    request: &Visible<Request>,
    actor: Actor,
    answer: Option<i64>,
) -> Result<Option<Answer>> {
    let held = match answer {
        Some(answer) => Some(answer::find(scope, request, answer).await?),
        None => None,
    };
    if held.as_ref().map_or(request.asker, |held| held.author) == actor.member {
        return Err(Problem::Conflict("requests-report-own"));
    }
    let readable = held.as_ref().is_none_or(|held| held.kind != Kind::Contact || request.asker == actor.member);
    if readable { Ok(held) } else { Err(Problem::NotFound) }
}

/// # Errors
/// `NotFound` if there is none.
pub async fn find(scope: &mut Scope, id: i64) -> Result<Report> {
    scope.one(&ONE, args![id]).await
}

/// A report that waits, for staff to read: of a request that they do not see this is all there is.
///
/// # Errors
/// `NotFound` if there is none, it is settled, or it is about one's own words: nobody learns who reported them.
pub async fn waiting(scope: &mut Scope, _: &Steward, actor: Actor, id: i64) -> Result<Report> {
    let held = find(scope, id).await?;
    let own = scope.maybe::<MemberId>(&AUTHOR, args![id]).await? == Some(actor.member);
    if own || held.settled_at.is_some() { Err(Problem::NotFound) } else { Ok(held) }
}

/// Settles a report, with the act that goes with it. Of two who settle at once the second changes nothing.
///
/// # Errors
/// `NotFound`; `Forbidden` about one's own words; `Conflict` for an act that the thing does not take.
pub async fn settle(scope: &mut Scope, _: Steward, actor: Actor, id: i64, settlement: Settlement, channel: &str) -> Result<()> {
    let held = find(scope, id).await?;
    if scope.maybe::<MemberId>(&AUTHOR, args![id]).await? == Some(actor.member) {
        return Err(Problem::Forbidden);
    }
    let now = scope.now();
    if scope.run(&SETTLE, args![id, now, actor.member, settlement.code()]).await? == 0 {
        return Ok(());
    }
    match (settlement, held.answer) {
        (Settlement::Kept, _) => {}
        (Settlement::Folded, Some(answer)) => {
            let foldable = policy::foldable(scope, held.request, answer).await?;
            folding::fold(scope, &foldable, actor, channel).await?;
        }
        (Settlement::Deleted, Some(answer)) => {
            let deletable = policy::deletable(scope, held.request, answer).await?;
            deletion::delete(scope, &deletable, actor, channel).await?;
        }
        (Settlement::Folded | Settlement::Deleted, None) => return Err(Problem::Conflict("requests-report-no-answer")),
    }
    audit::record(scope, "requests.report-settled", "report", id, &json!({ "settlement": settlement.code() })).await?;
    let request = request_of(scope, held.request).await?;
    let told = deeds::Told { object: (deeds::REPORT, id), ..deeds::Told::of(&request, deeds::REPORT_SETTLED, channel) };
    deeds::tell(scope, &request, told).await
}

statement!(
    AUDIENCE = concat!("select ", crate::request::columns!(), " from requests_requests r where r.community_id = $1 and r.id = $2")
);

/// Whoever settles need not see it: the deed has its audience all the same.
async fn request_of(scope: &mut Scope, id: i64) -> Result<Request> {
    scope.one(&AUDIENCE, args![id]).await
}
