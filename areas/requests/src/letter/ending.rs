//! Letters of how a request ends: that it came to the Desk, that staff closed it, that help was confirmed, that
//! all of it is open again, and of deals.

use super::{Draft, Said, to_request};
use crate::invitation;
use crate::notices::News;
use crate::person::Persons;
use crate::policy;
use crate::request::Stage;
use crate::stops::{self, Kind};
use crate::{closure, deal};
use kernel::{MICROS_PER_DAY, MemberId, Result};
use store::{Scope, args, statement};

/// To the asker: staff look after it now.
pub(super) async fn at_desk(scope: &mut Scope, said: &Said<'_>, news: &News) -> Result<Option<Draft>> {
    let request = policy::request(scope, news.object).await?;
    if !request.is_open() || request.stage != Stage::Desk {
        return Ok(None);
    }
    let title = said.title(&request);
    let subject = said.tt("requests-letter-desk-subject", &[("title", &title)]);
    let why = match (request.waits(), invitation::of_request(scope, &request).await?.is_empty()) {
        (false, _) => "requests-letter-desk-stale",
        (true, true) => "requests-letter-desk-nobody",
        (true, false) => "requests-letter-desk",
    };
    let lines = vec![said.t(why), title];
    Ok(Some(Draft { subject, lines, ..to_request(said, &request, "requests-letter-answered-act") }))
}

statement!(
    CLOSURE = "select by_id, note from requests_closures where community_id = $1 and request_id = $2 and undone_at is null order by id desc limit 1"
);

/// To the asker: staff closed it, with their word and the way to open it again.
pub(super) async fn closed_by_staff(scope: &mut Scope, said: &Said<'_>, news: &News) -> Result<Option<Draft>> {
    let request = policy::request(scope, news.object).await?;
    let held = scope.maybe::<(MemberId, String)>(&CLOSURE, args![request.id]).await?;
    let Some((by, note)) = held.filter(|(by, _)| !request.is_open() && *by != request.asker) else { return Ok(None) };
    let persons = Persons::learn(scope, [by]).await?;
    let (name, title) = (said.name(&persons, by), said.title(&request));
    let subject = said.tt("requests-letter-closed-subject", &[("title", &title)]);
    let lines = vec![said.tt("requests-letter-closed", &[("name", &name)]), title, said.t("requests-letter-closed-again")];
    let quote = web::plain(&note, super::QUOTED);
    Ok(Some(Draft { subject, lines, quote, ..to_request(said, &request, "requests-letter-closed-act") }))
}

statement!(
    HELP = "select id, thanks from requests_helps where community_id = $1 and request_id = $2 and helper_id = $3 and undone_at is null"
);
statement!(
    WAITING = "select id from requests_deals where community_id = $1 and help_id = $2 and confirmed_at is null and disputed_at is null \
     and replaced_at is null order by id desc limit 1"
);
// The first deal of a help, stated as the help was confirmed.
statement!(
    TOLD_TOGETHER = "select h.id from requests_helps h where h.community_id = $1 and h.id = $2 and h.at = $4 and h.undone_at is null \
     and not exists (select 1 from requests_deals d where d.community_id = $1 and d.help_id = h.id and d.id < $3)"
);

/// To whoever helped; a deal that was stated with it waits for their word in the same letter.
pub(super) async fn helped(scope: &mut Scope, said: &Said<'_>, news: &News) -> Result<Option<Draft>> {
    let request = policy::request(scope, news.object).await?;
    let Some((help, thanks)) = scope.maybe::<(i64, String)>(&HELP, args![request.id, news.member]).await? else { return Ok(None) };
    let persons = Persons::learn(scope, [request.asker]).await?;
    let name = said.name(&persons, request.asker);
    let subject = said.tt("requests-letter-helped-subject", &[("name", &name)]);
    let mut lines = vec![said.tt("requests-letter-helped", &[("name", &name)]), said.title(&request)];
    let mut act = "requests-letter-helped-act";
    if !thanks.is_empty() {
        lines.push(said.t("requests-letter-helped-words"));
    }
    if scope.maybe::<i64>(&WAITING, args![help]).await?.is_some() {
        lines.push(said.t("requests-letter-helped-deal"));
        act = "requests-letter-deal-act";
    }
    Ok(Some(Draft { subject, lines, quote: thanks, ..to_request(said, &request, act) }))
}

/// To whoever helped. The amount is for the two to see on the page; a letter does not carry it.
pub(super) async fn deal(scope: &mut Scope, said: &Said<'_>, news: &News) -> Result<Option<Draft>> {
    let stated = policy::stated(scope, news.object).await?;
    let (deal, request) = (stated.deal(), stated.request());
    if deal.confirmed_at.or(deal.disputed_at).or(deal.replaced_at).is_some() {
        return Ok(None);
    }
    let together = scope.maybe::<i64>(&TOLD_TOGETHER, args![deal.help, deal.id, deal.stated_at]).await?;
    if together.is_some() && !stops::is_stopped(scope, news.member, Kind::Helped).await? {
        return Ok(None);
    }
    let persons = Persons::learn(scope, [request.asker]).await?;
    let name = said.name(&persons, request.asker);
    let corrects = deal::confirmed_of(scope, deal.help).await?.is_some();
    let told = if corrects { "requests-letter-deal-corrected" } else { "requests-letter-deal" };
    let subject = said.tt("requests-letter-deal-subject", &[("name", &name)]);
    let lines = vec![said.tt(told, &[("name", &name)]), said.title(request)];
    Ok(Some(Draft { subject, lines, ..to_request(said, request, "requests-letter-deal-act") }))
}

statement!(
    UNDONE = "select count(*) from requests_closures where community_id = $1 and request_id = $2 and undone_at > $3 and undone_at - at >= $4"
);

/// To whoever had helped or answered: it is not solved after all. Once a day, however often it is closed and opened again; a slip of
/// the hand is told to nobody.
pub(super) async fn reopened(scope: &mut Scope, said: &Said<'_>, news: &News) -> Result<Option<Draft>> {
    let request = policy::request(scope, news.object).await?;
    let since = scope.now() - MICROS_PER_DAY;
    if !request.is_open() || scope.one::<i64>(&UNDONE, args![request.id, since, closure::SLIP]).await? != 1 {
        return Ok(None);
    }
    let persons = Persons::learn(scope, [request.asker]).await?;
    let (name, title) = (said.name(&persons, request.asker), said.title(&request));
    let subject = said.tt("requests-letter-reopened-subject", &[("title", &title)]);
    let key = if news.part == "helper" { "requests-letter-reopened-helper" } else { "requests-letter-reopened" };
    let lines = vec![said.tt(key, &[("name", &name)]), title];
    Ok(Some(Draft { subject, lines, ..to_request(said, &request, "requests-letter-helped-act") }))
}

/// To the asker: the helper says that it is not so, and the word is theirs again.
pub(super) async fn disputed(scope: &mut Scope, said: &Said<'_>, news: &News) -> Result<Option<Draft>> {
    let deal = deal::find(scope, news.object).await?;
    let request = policy::request(scope, deal.request).await?;
    if news.member != deal.asker || deal.disputed_at.is_none() || deal.replaced_at.is_some() {
        return Ok(None);
    }
    let persons = Persons::learn(scope, [deal.helper]).await?;
    let (name, title) = (said.name(&persons, deal.helper), said.title(&request));
    let subject = said.tt("requests-letter-disputed-subject", &[("title", &title)]);
    let lines = vec![said.tt("requests-letter-disputed", &[("name", &name)]), title];
    let path = format!("/requests/helps/{}/deal", deal.help);
    Ok(Some(Draft { subject, lines, path, ..to_request(said, &request, "requests-letter-disputed-act") }))
}
