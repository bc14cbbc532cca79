//! Help that its receiver confirmed, with thanks in their own words. Thanks stand on the helper's profile while both agree.

use crate::closure::THANKS_LETTERS;
use crate::pledge::Year;
use crate::policy::{Given, Received};
use crate::request::Request;
use crate::{deeds, text};
use kernel::{MemberId, Micros, Problem, Result};
use store::{FromRow, Row, Scope, args, statement};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    pub id: i64,
    pub request: i64,
    pub closure: i64,
    pub helper: MemberId,
    pub asker: MemberId,
    pub at: Micros,
    /// The asker's own words; may be empty.
    pub thanks: String,
    pub asker_agrees: bool,
    pub helper_agreed_at: Option<Micros>,
    pub undone_at: Option<Micros>,
}

impl FromRow for Help {
    fn from_row(row: &mut Row) -> anyhow::Result<Help> {
        Ok(Help {
            id: row.next()?,
            request: row.next()?,
            closure: row.next()?,
            helper: row.next()?,
            asker: row.next()?,
            at: row.next()?,
            thanks: row.next()?,
            asker_agrees: row.next()?,
            helper_agreed_at: row.next()?,
            undone_at: row.next()?,
        })
    }
}

impl Help {
    /// Both agree that the thanks are shown.
    pub fn is_shown(&self) -> bool {
        self.asker_agrees && self.helper_agreed_at.is_some() && self.undone_at.is_none() && !self.thanks.is_empty()
    }
}

statement!(
    ONE = "select id, request_id, closure_id, helper_id, asker_id, at, thanks, asker_agrees, helper_agreed_at, undone_at \
     from requests_helps where community_id = $1 and id = $2"
);
statement!(pub(crate) ADD = "insert into requests_helps (community_id, id, request_id, closure_id, helper_id, asker_id, at, thanks, asker_agrees, \
     helper_agreed_at, undone_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, null)");
statement!(pub(crate) UNDO = "update requests_helps set undone_at = $4 where community_id = $1 and request_id = $2 and closure_id = $3 and undone_at is null");
statement!(HELPER_AGREES = "update requests_helps set helper_agreed_at = $3 where community_id = $1 and id = $2");
statement!(
    THANK = "update requests_helps set thanks = $3, asker_agrees = $4, helper_agreed_at = $5 where community_id = $1 and id = $2"
);
statement!(ASKER_AGREES = "update requests_helps set asker_agrees = $3 where community_id = $1 and id = $2");

statement!(
    GIVEN_IN = "select h.id, h.at, h.request_id, r.title, h.asker_id, m.name from requests_helps h \
     join requests_requests r on r.community_id = h.community_id and r.id = h.request_id \
     left join identity_persons m on m.community_id = h.community_id and m.id = h.asker_id \
     where h.community_id = $1 and h.helper_id = $2 and h.at >= $3 and h.at < $4 and h.undone_at is null and r.audience_id {any $5} \
     order by h.at desc, h.id desc limit $6"
);

/// Helps listed on the page of a pledge.
const LISTED: i64 = 50;

/// Help in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: i64,
    pub at: Micros,
    pub request: i64,
    pub title: String,
    pub asker: MemberId,
    /// Empty for those who were forgotten.
    pub asker_name: String,
}

impl FromRow for Line {
    fn from_row(row: &mut Row) -> anyhow::Result<Line> {
        Ok(Line {
            id: row.next()?,
            at: row.next()?,
            request: row.next()?,
            title: row.next()?,
            asker: row.next()?,
            asker_name: row.next::<Option<String>>()?.unwrap_or_default(),
        })
    }
}

/// Whom a member helped in a year, the latest first, as far as the viewer may see the requests.
pub async fn given_in(scope: &mut Scope, helper: MemberId, year: Year) -> Result<Vec<Line>> {
    let audiences = scope.viewer().audience_numbers();
    scope.all(&GIVEN_IN, args![helper, year.from, year.until, audiences, LISTED]).await
}

/// # Errors
/// `NotFound` if there is none, or it was undone with its closure.
pub(crate) async fn find(scope: &mut Scope, id: i64) -> Result<Help> {
    let help = scope.one::<Help>(&ONE, args![id]).await?;
    if help.undone_at.is_some() { Err(Problem::NotFound) } else { Ok(help) }
}

/// The helper agrees that the thanks are shown, or takes that back.
pub async fn show_given(scope: &mut Scope, given: &Given, agrees: bool, channel: &str) -> Result<()> {
    let help = given.help();
    if help.helper_agreed_at.is_some() == agrees {
        return Ok(());
    }
    let at = agrees.then(|| scope.now());
    scope.run(&HELPER_AGREES, args![help.id, at]).await?;
    tell(scope, given.request(), help, agrees, channel).await
}

/// The asker agrees that their words are shown, or takes that back.
pub async fn show_received(scope: &mut Scope, received: &Received, agrees: bool, channel: &str) -> Result<()> {
    let help = received.help();
    if help.asker_agrees == agrees {
        return Ok(());
    }
    scope.run(&ASKER_AGREES, args![help.id, agrees]).await?;
    tell(scope, received.request(), help, agrees, channel).await
}

/// The asker says thanks later, or says them otherwise. New words are shown only once the helper has agreed to them as well.
/// The same words twice are said once.
///
/// # Errors
/// `Invalid` at `thanks`.
pub async fn thank(scope: &mut Scope, received: &Received, typed: &str, shown: bool, channel: &str) -> Result<()> {
    let help = received.help();
    let thanks = text::kept(typed, THANKS_LETTERS).map_err(|_| Problem::field("thanks", "requests-closure-fault-thanks"))?;
    if thanks == help.thanks {
        return show_received(scope, received, shown, channel).await;
    }
    let agreed_at: Option<Micros> = None;
    scope.run(&THANK, args![help.id, thanks, shown, agreed_at]).await?;
    tell(scope, received.request(), help, shown, channel).await
}

async fn tell(scope: &mut Scope, request: &Request, help: &Help, agrees: bool, channel: &str) -> Result<()> {
    let (object, amount) = ((deeds::HELP, help.id), i64::from(agrees));
    let told = deeds::Told { object, amount, ..deeds::Told::of(request, deeds::THANKED, channel) };
    deeds::tell(scope, request, told).await
}
