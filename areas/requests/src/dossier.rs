//! Everything the page of a request shows, in at most seven statements however much was answered.

use crate::answer::{self, Answer};
use crate::files::File;
use crate::introduction::Introduction;
use crate::invitation::{self, Invitation};
use crate::money::Amount;
use crate::person::Persons;
use crate::policy::Visible;
use crate::reasons::{Because, Sources};
use crate::request::{Outcome, Request};
use crate::tags::Tag;
use kernel::{MemberId, Micros, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Of one help: what was confirmed, and its correction.
const DEALS_AT_ONCE: usize = 2;
/// Corrections that are told of.
const CORRECTIONS: usize = 5;

/// The key of an answer in its list.
pub type Place = (Micros, i64);

#[derive(Clone, Debug)]
pub struct Dossier {
    pub answers: Vec<Given>,
    /// Where the next page of answers begins.
    pub next: Option<Place>,
    pub invitations: Vec<Invitation>,
    /// How many see a request of chosen people besides its asker.
    pub sees: Option<usize>,
    /// Of a closed one.
    pub closing: Option<Closing>,
    pub tags: Vec<Tag>,
    /// The latest corrections by its asker, the last one first: which parts, and when.
    pub corrections: Vec<(String, Micros)>,
    pub files: Vec<File>,
    pub topic: Option<(i64, String)>,
    /// The viewer wants to hear nothing of its topic.
    pub muted: bool,
    pub persons: Persons,
    /// What the reasons stand on that this viewer is told.
    pub sources: Sources,
}

/// An answer with the introduction that came of it.
#[derive(Clone, Debug)]
pub struct Given {
    pub answer: Answer,
    pub introduction: Option<Introduction>,
}

impl FromRow for Given {
    fn from_row(row: &mut Row) -> anyhow::Result<Given> {
        let answer = Answer::from_row(row)?;
        let held: Option<i64> = row.next()?;
        let introduction = held.map(|_| Introduction::from_row(row)).transpose()?;
        Ok(Given { answer, introduction })
    }
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Closing {
    pub outcome: Outcome,
    pub note: String,
    /// The asker, or staff from the Desk.
    pub by: MemberId,
    pub at: Micros,
    pub helps: Vec<Helped>,
}

impl Closing {
    /// Whether it holds a deal that both confirmed, which nobody can undo alone.
    pub fn is_agreed(&self) -> bool {
        self.helps.iter().any(|help| help.confirmed.is_some() || help.deal.as_ref().is_some_and(|deal| deal.confirmed))
    }
}

/// Somebody whose help was confirmed.
#[derive(Clone, Debug)]
pub struct Helped {
    pub id: i64,
    pub helper: MemberId,
    pub thanks: String,
    pub asker_agrees: bool,
    pub helper_agrees: bool,
    /// What was stated last.
    pub deal: Option<Deal>,
    /// What both confirmed before it, and stands until the last one is confirmed.
    pub confirmed: Option<Amount>,
}

/// A deal as it stands.
#[derive(Clone, Debug)]
pub struct Deal {
    pub id: i64,
    pub amount: Amount,
    pub confirmed: bool,
    pub disputed: bool,
}

struct ClosingRow(Outcome, String, MemberId, Micros, Option<Helped>);

impl FromRow for ClosingRow {
    fn from_row(row: &mut Row) -> anyhow::Result<ClosingRow> {
        let outcome = crate::request::stored(row, Outcome::parse)?;
        let (note, by, at) = (row.next()?, row.next()?, row.next()?);
        let (id, helper): (Option<i64>, Option<MemberId>) = (row.next()?, row.next()?);
        let Some((id, helper)) = id.zip(helper) else { return Ok(ClosingRow(outcome, note, by, at, None)) };
        let (thanks, asker_agrees) = (row.next()?, row.next()?);
        let helper_agrees = row.next::<Option<Micros>>()?.is_some();
        let deal: Option<i64> = row.next()?;
        let amount = row.next::<Option<i64>>()?.zip(row.next::<Option<String>>()?);
        let (confirmed, disputed) = (row.next::<Option<Micros>>()?.is_some(), row.next::<Option<Micros>>()?.is_some());
        let deal =
            deal.zip(amount).map(|(id, (minor, currency))| Deal { id, amount: Amount { minor, currency }, confirmed, disputed });
        Ok(ClosingRow(
            outcome,
            note,
            by,
            at,
            Some(Helped { id, helper, thanks, asker_agrees, helper_agrees, deal, confirmed: None }),
        ))
    }
}

statement!(
    ANSWERS = concat!(
        "select ",
        answer::columns!(),
        ", i.id, i.id, i.request_id, i.answer_id, i.asker_id, i.person_id, i.by_id, i.proposed_at, i.asker_accepted_at, \
         i.person_accepted_at, i.declined_at, i.declined_by from requests_answers a \
         left join requests_introductions i on i.community_id = a.community_id and i.answer_id = a.id \
         where a.community_id = $1 and a.request_id = $2 and (a.at > $3 or (a.at = $3 and a.id > $4)) order by a.at, a.id limit $5"
    )
);
statement!(
    CLOSING = "select c.outcome, c.note, c.by_id, c.at, h.id, h.helper_id, h.thanks, h.asker_agrees, h.helper_agreed_at, d.id, d.amount_minor, d.currency, \
       d.confirmed_at, d.disputed_at from requests_closures c \
     left join requests_helps h on h.community_id = c.community_id and h.request_id = c.request_id and h.closure_id = c.id and h.undone_at is null \
     left join requests_deals d on d.community_id = h.community_id and d.help_id = h.id and d.replaced_at is null \
     where c.community_id = $1 and c.request_id = $2 and c.undone_at is null order by c.id desc, h.id, d.id limit $3"
);
statement!(
    BELONGINGS = "select 'topic', id, name, '', cast(0 as bigint), cast(0 as bigint) from requests_topics where community_id = $1 and id = $3 \
     union all select 'tag', cast(0 as bigint), tag, label, cast(0 as bigint), cast(0 as bigint) from requests_tags \
       where community_id = $1 and request_id = $2 \
     union all select 'muted', topic_id, '', '', cast(0 as bigint), cast(0 as bigint) from requests_mutes \
       where community_id = $1 and member_id = $7 and topic_id = $3 \
     union all select 'sees', count(*), '', '', cast(0 as bigint), cast(0 as bigint) from identity_chosen \
       where community_id = $1 and audience_id = $4 and member_id <> $5 \
     union all select * from (select 'corrected', id, parts, '', cast(0 as bigint), at from requests_corrections \
       where community_id = $1 and request_id = $2 order by id desc limit $6) corrected \
     union all select 'file', id, name, '', bytes, added_at from requests_files where community_id = $1 and request_id = $2 order by 1, 2, 4"
);

/// Loads what belongs to a request; answers from `after` on. Five statements, and the request itself is the sixth.
pub async fn load(scope: &mut Scope, request: &Visible<Request>, after: Option<Place>) -> Result<Dossier> {
    let (mut answers, next) = answers(scope, request.id, after).await?;
    let mut invitations = invitation::of_request(scope, request).await?;
    if request.is_open() && scope.viewer().member == Some(request.asker) {
        leave_stated(scope, &mut invitations).await?;
    }
    let closing = if request.is_open() { None } else { closing(scope, request.id).await? };
    let viewer = scope.viewer().member;
    for given in &mut answers {
        hide(&mut given.answer, request, viewer);
    }
    let mut dossier = Dossier {
        answers,
        next,
        invitations,
        sees: request.is_chosen().then_some(0),
        closing,
        tags: Vec::new(),
        corrections: Vec::new(),
        files: Vec::new(),
        topic: None,
        muted: false,
        persons: Persons::default(),
        sources: Sources::default(),
    };
    add_belongings(scope, request, &mut dossier).await?;
    dossier.persons = Persons::learn(scope, named(request, &dossier)).await?;
    dossier.sources = Sources::learn(scope, told(request, &dossier, viewer)).await?;
    Ok(dossier)
}

/// The asker reads of others only what their profiles say today: a seventh statement, where anything was told by a profile.
async fn leave_stated(scope: &mut Scope, invitations: &mut [Invitation]) -> Result<()> {
    let told = invitations.iter().filter(|held| held.reasons.iter().any(Because::is_of_profile));
    let stated = crate::routing::stated(scope, &told.map(|held| held.member.0).collect::<Vec<_>>()).await?;
    for held in invitations {
        let states = stated.get(&held.member.0).map_or("", String::as_str);
        let facts = std::mem::take(&mut held.reasons).into_iter();
        held.reasons = facts.filter_map(|fact| if fact.is_of_profile() { fact.while_stated(states) } else { Some(fact) }).collect();
    }
    Ok(())
}

/// Contacts are for the asker and whoever gave them: nobody else's page holds their words at all.
fn hide(answer: &mut Answer, request: &Request, viewer: Option<MemberId>) {
    if answer.kind == answer::Kind::Contact && viewer != Some(request.asker) && viewer != Some(answer.author) {
        answer.text.clear();
    }
}

async fn answers(scope: &mut Scope, request: i64, after: Option<Place>) -> Result<(Vec<Given>, Option<Place>)> {
    let (at, id) = after.unwrap_or((i64::MIN, i64::MIN));
    let mut answers = scope.all::<Given>(&ANSWERS, args![request, at, id, answer::PAGE + 1]).await?;
    let more = answers.len() > answer::PAGE;
    answers.truncate(answer::PAGE);
    let next = answers.last().filter(|_| more).map(|last| (last.answer.at, last.answer.id));
    Ok((answers, next))
}

async fn closing(scope: &mut Scope, request: i64) -> Result<Option<Closing>> {
    let rows = scope.all::<ClosingRow>(&CLOSING, args![request, crate::closure::HELPERS * DEALS_AT_ONCE]).await?;
    let mut closing: Option<Closing> = None;
    for ClosingRow(outcome, note, by, at, help) in rows {
        let closing = closing.get_or_insert(Closing { outcome, note, by, at, helps: Vec::new() });
        let Some(help) = help else { continue };
        match closing.helps.last_mut().filter(|held| held.id == help.id) {
            Some(held) => held.corrected(help.deal),
            None => closing.helps.push(help),
        }
    }
    Ok(closing)
}

impl Helped {
    /// A later statement on the same help.
    fn corrected(&mut self, later: Option<Deal>) {
        self.confirmed = self.deal.take().filter(|deal| deal.confirmed).map(|deal| deal.amount);
        self.deal = later;
    }
}

async fn add_belongings(scope: &mut Scope, request: &Request, dossier: &mut Dossier) -> Result<()> {
    let viewer = scope.viewer().member;
    let row = args![request.id, request.topic, request.audience, request.asker, CORRECTIONS, viewer];
    let rows = scope.all::<(String, i64, String, String, i64, Micros)>(&BELONGINGS, row).await?;
    for (what, id, name, label, bytes, added_at) in rows {
        match what.as_str() {
            "tag" => dossier.tags.push(Tag { folded: name, label }),
            "corrected" => dossier.corrections.insert(0, (name, added_at)),
            "sees" => dossier.sees = dossier.sees.and(usize::try_from(id).ok()),
            "muted" => dossier.muted = true,
            "topic" => dossier.topic = Some((id, name)),
            _ => dossier.files.push(File { id, name, bytes, added_at }),
        }
    }
    Ok(())
}

/// Reasons that are told: to the invited their own, to the asker everybody's. A closed request asks nobody any more.
fn told<'d>(request: &Request, dossier: &'d Dossier, viewer: Option<MemberId>) -> Vec<&'d Because> {
    let asks = viewer == Some(request.asker);
    let held = dossier.invitations.iter().filter(|held| request.is_open() && (asks || viewer == Some(held.member)));
    held.flat_map(|held| &held.reasons).collect()
}

/// Everybody whom the page names.
fn named(request: &Request, dossier: &Dossier) -> Vec<MemberId> {
    let mut members = vec![request.asker];
    for given in &dossier.answers {
        members.push(given.answer.author);
        members.extend(given.answer.person);
    }
    for held in &dossier.invitations {
        members.push(held.member);
        members.extend(held.passed_by);
    }
    members.extend(dossier.closing.iter().map(|closing| closing.by));
    members.extend(dossier.closing.iter().flat_map(|closing| &closing.helps).map(|help| help.helper));
    members
}
