//! A deal that came of help. Its amount is seen by the two; totals count what both have confirmed last. A correction is a new row;
//! what was confirmed stands, and is counted, until the correction is confirmed as well.

use crate::deeds;
use crate::money::Amount;
use crate::person::Persons;
use crate::policy::{Received, Stated};
use crate::request::Request;
use kernel::{MICROS_PER_DAY, MemberId, Micros, Problem, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Deals below which no total is told: from fewer, an amount could be guessed.
pub const TOLD_FROM: i64 = 3;

/// Corrections of one deal within [`MICROS_PER_DAY`]: each writes a deed and a letter.
pub const CORRECTIONS_A_DAY: i64 = 5;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deal {
    pub id: i64,
    pub request: i64,
    pub help: i64,
    pub asker: MemberId,
    pub helper: MemberId,
    pub amount: Amount,
    pub stated_at: Micros,
    pub stated_by: MemberId,
    pub confirmed_at: Option<Micros>,
    pub disputed_at: Option<Micros>,
    pub replaced_at: Option<Micros>,
}

impl FromRow for Deal {
    fn from_row(row: &mut Row) -> anyhow::Result<Deal> {
        Ok(Deal {
            id: row.next()?,
            request: row.next()?,
            help: row.next()?,
            asker: row.next()?,
            helper: row.next()?,
            amount: Amount { minor: row.next()?, currency: row.next()? },
            stated_at: row.next()?,
            stated_by: row.next()?,
            confirmed_at: row.next()?,
            disputed_at: row.next()?,
            replaced_at: row.next()?,
        })
    }
}

/// Confirmed deals of one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    pub deals: i64,
    pub amount: Amount,
}

statement!(
    ADD = "insert into requests_deals (community_id, id, request_id, help_id, asker_id, helper_id, amount_minor, currency, stated_at, stated_by, \
     confirmed_at, disputed_at, replaced_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $5, null, null, null)"
);
statement!(
    ONE = "select id, request_id, help_id, asker_id, helper_id, amount_minor, currency, stated_at, stated_by, confirmed_at, disputed_at, \
     replaced_at from requests_deals where community_id = $1 and id = $2"
);
statement!(
    OF_HELP = "select id, request_id, help_id, asker_id, helper_id, amount_minor, currency, stated_at, stated_by, confirmed_at, disputed_at, \
     replaced_at from requests_deals where community_id = $1 and help_id = $2 and replaced_at is null order by id desc limit 1"
);
statement!(REPLACE = "update requests_deals set replaced_at = $3 where community_id = $1 and id = $2");
statement!(
    UNDO = "update requests_deals set replaced_at = $4 where community_id = $1 and replaced_at is null and help_id in \
     (select h.id from requests_helps h where h.community_id = $1 and h.request_id = $2 and h.closure_id = $3)"
);
statement!(
    REPLACE_OLDER =
        "update requests_deals set replaced_at = $4 where community_id = $1 and help_id = $2 and id < $3 and replaced_at is null"
);
statement!(
    CONFIRMED = "select id, request_id, help_id, asker_id, helper_id, amount_minor, currency, stated_at, stated_by, confirmed_at, disputed_at, \
     replaced_at from requests_deals where community_id = $1 and help_id = $2 and confirmed_at is not null and replaced_at is null \
     order by id desc limit 1"
);
// A deal is confirmed or disputed, each once: of two words at once the first stands.
statement!(
    CONFIRM = "update requests_deals set confirmed_at = $3 \
     where community_id = $1 and id = $2 and confirmed_at is null and disputed_at is null and replaced_at is null"
);
statement!(
    DISPUTE = "update requests_deals set disputed_at = $3 \
     where community_id = $1 and id = $2 and confirmed_at is null and disputed_at is null and replaced_at is null"
);
statement!(
    CORRECTED = "select count(*) from requests_deals d where d.community_id = $1 and d.help_id = $2 and d.stated_at > $3 \
     and exists (select 1 from requests_deals o where o.community_id = $1 and o.help_id = $2 and o.id < d.id)"
);
statement!(
    TOTALS = "select currency, count(*), cast(sum(amount_minor) as bigint) from requests_deals \
     where community_id = $1 and confirmed_at is not null and replaced_at is null group by currency having count(*) >= $2 order by currency"
);

/// # Errors
/// `NotFound` if there is none.
pub(crate) async fn find(scope: &mut Scope, id: i64) -> Result<Deal> {
    scope.one(&ONE, args![id]).await
}

/// The deal that was stated last for help, if any.
pub async fn of_help(scope: &mut Scope, received: &Received) -> Result<Option<Deal>> {
    scope.maybe(&OF_HELP, args![received.help().id]).await
}

/// The asker states a deal, or corrects it: the new row waits for the helper's word, and takes the place of one that waited
/// before. The same amount twice is one deal, and to go back to the confirmed amount is to take the correction back.
///
/// # Errors
/// `Invalid` at `amount` after [`CORRECTIONS_A_DAY`], and where whoever helped is gone: nobody could confirm it.
pub async fn state(scope: &mut Scope, received: &Received, amount: &Amount, channel: &str) -> Result<i64> {
    let held = of_help(scope, received).await?;
    if let Some(held) = &held {
        if held.amount == *amount && held.disputed_at.is_none() {
            return Ok(held.id);
        }
        if held.confirmed_at.is_none() {
            let now = scope.now();
            scope.run(&REPLACE, args![held.id, now]).await?;
        }
    }
    let help = received.help();
    let confirmed = confirmed_of(scope, help.id).await?;
    if let Some(confirmed) = confirmed.filter(|confirmed| confirmed.amount == *amount) {
        return Ok(confirmed.id);
    }
    if !Persons::learn(scope, [help.helper]).await?.is_active(help.helper) {
        return Err(Problem::field("amount", "requests-deal-gone"));
    }
    let now = scope.now();
    if scope.one::<i64>(&CORRECTED, args![help.id, now - MICROS_PER_DAY]).await? >= CORRECTIONS_A_DAY {
        return Err(Problem::field("amount", "requests-deal-fault-often"));
    }
    add(scope, received.request(), (help.id, help.helper), (amount, now), channel).await
}

/// What both confirmed for help, and stands until a correction of it is confirmed.
pub(crate) async fn confirmed_of(scope: &mut Scope, help: i64) -> Result<Option<Deal>> {
    scope.maybe(&CONFIRMED, args![help]).await
}

/// There was no deal after all: what was stated last and never confirmed stands no more. Twice is once.
///
/// # Errors
/// `Conflict` for a deal that both have confirmed.
pub async fn take_back(scope: &mut Scope, received: &Received, channel: &str) -> Result<()> {
    let Some(held) = of_help(scope, received).await? else { return Ok(()) };
    if held.confirmed_at.is_some() {
        return Err(Problem::Conflict("requests-deal-confirmed-already"));
    }
    let now = scope.now();
    scope.run(&REPLACE, args![held.id, now]).await?;
    let (object, parties) = ((deeds::DEAL_OBJECT, held.id), [("helper", held.helper)]);
    let told = deeds::Told { object, parties: &parties, ..deeds::Told::of(received.request(), deeds::DEAL, channel) };
    deeds::tell(scope, received.request(), told).await
}

/// A new deal for help of a helper. Stated at the moment at which the help was confirmed, it is told of together with it.
pub(crate) async fn add(
    scope: &mut Scope,
    request: &Request,
    (help, helper): (i64, MemberId),
    (amount, now): (&Amount, Micros),
    channel: &str,
) -> Result<i64> {
    let id = scope.deal()?;
    let row = args![id, request.id, help, request.asker, helper, amount.minor, &amount.currency, now];
    scope.run(&ADD, row).await?;
    let parties = [("helper", helper)];
    let object = (deeds::DEAL_OBJECT, id);
    let told = deeds::Told { object, amount: amount.minor, parties: &parties, ..deeds::Told::of(request, deeds::DEAL, channel) };
    deeds::tell(scope, request, told).await?;
    Ok(id)
}

/// The helper confirms; twice is once, and it stays so until a correction.
///
/// # Errors
/// `Conflict` if they have disputed it, or the asker has stated another amount meanwhile.
pub async fn confirm(scope: &mut Scope, stated: &Stated, channel: &str) -> Result<()> {
    let deal = standing(scope, stated).await?;
    if deal.confirmed_at.is_some() {
        return Ok(());
    }
    if deal.disputed_at.is_some() {
        return Err(Problem::Conflict("requests-deal-disputed-already"));
    }
    let now = scope.now();
    if scope.run(&CONFIRM, args![deal.id, now]).await? == 0 {
        return Err(Problem::Conflict("requests-deal-replaced"));
    }
    scope.run(&REPLACE_OLDER, args![deal.help, deal.id, now]).await?;
    tell(scope, stated, deeds::DEAL_CONFIRMED, deal.amount.minor, channel).await
}

/// The helper says that it is not so; twice is once. A correction opens it again.
///
/// # Errors
/// `Conflict` if they have confirmed it, or the asker has stated another amount meanwhile.
pub async fn dispute(scope: &mut Scope, stated: &Stated, channel: &str) -> Result<()> {
    let deal = standing(scope, stated).await?;
    if deal.disputed_at.is_some() {
        return Ok(());
    }
    if deal.confirmed_at.is_some() {
        return Err(Problem::Conflict("requests-deal-confirmed-stays"));
    }
    let now = scope.now();
    if scope.run(&DISPUTE, args![deal.id, now]).await? == 0 {
        return Err(Problem::Conflict("requests-deal-replaced"));
    }
    tell(scope, stated, deeds::DEAL_DISPUTED, 0, channel).await
}

/// The deals of a closure that is undone stand no longer.
pub(crate) async fn undo(scope: &mut Scope, request: i64, closure: i64) -> Result<()> {
    let now = scope.now();
    scope.run(&UNDO, args![request, closure, now]).await.map(|_| ())
}

/// Confirmed deals by currency, where there are enough of them that no amount can be guessed.
pub async fn totals(scope: &mut Scope) -> Result<Vec<Total>> {
    let rows = scope.all::<(String, i64, i64)>(&TOTALS, args![TOLD_FROM]).await?;
    Ok(rows.into_iter().map(|(currency, deals, minor)| Total { deals, amount: Amount { minor, currency } }).collect())
}

/// The deal of a statement, while it is the last one.
async fn standing<'s>(scope: &mut Scope, stated: &'s Stated) -> Result<&'s Deal> {
    let deal = stated.deal();
    let last = scope.maybe::<Deal>(&OF_HELP, args![deal.help]).await?;
    if last.is_some_and(|last| last.id == deal.id) { Ok(deal) } else { Err(Problem::Conflict("requests-deal-replaced")) }
}

async fn tell(scope: &mut Scope, stated: &Stated, kind: &str, amount: i64, channel: &str) -> Result<()> {
    let (request, deal) = (stated.request(), stated.deal());
    let parties = [("asker", deal.asker)];
    let object = (deeds::DEAL_OBJECT, deal.id);
    let told = deeds::Told { object, amount, parties: &parties, ..deeds::Told::of(request, kind, channel) };
    deeds::tell(scope, request, told).await
}
