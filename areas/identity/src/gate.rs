//! The gate: which community a request came to, and who came. Everything behind it finds a `web::Visit`.

use crate::address::{Place, host_of, place};
use crate::audience::AUDIENCES_AT_ONCE;
use crate::community::{self, Known};
use crate::session::{self, Held};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::{AudienceId, Clock, Locale, MICROS_PER_SECOND, Micros, Result, Role, Roles, Viewer};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::{Scope, Who, args, statement};
use web::refusal::{Refusal, Trouble};
use web::{House, Visit};

/// How long a community is believed to be as it was read. Another node may have changed it meanwhile.
const TRUSTED_FOR: Micros = 3 * MICROS_PER_SECOND;
/// How long an unknown host is believed to be unknown.
const UNKNOWN_FOR: Micros = MICROS_PER_SECOND;
/// Hosts remembered at once; a flood of invented ones empties the memory.
const HOSTS: usize = 10_000;

/// Communities by host, as they were read lately. A part of the house: put one in with `HousePlan::with`. Without it
/// every request reads its community.
#[derive(Debug, Default)]
pub struct Communities(Mutex<HashMap<String, (Option<Known>, Micros)>>);

impl Communities {
    /// Reads everything anew from now on: called when a community was founded or changed.
    pub fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn remembered(&self, host: &str, now: Micros) -> Option<Option<Known>> {
        let hosts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, at) = hosts.get(host)?;
        let trusted = if known.is_some() { TRUSTED_FOR } else { UNKNOWN_FOR };
        (now - at < trusted).then(|| known.clone())
    }

    fn remember(&self, host: &str, known: &Option<Known>, now: Micros) {
        let mut hosts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if hosts.len() >= HOSTS {
            hosts.clear();
        }
        hosts.insert(host.to_owned(), (known.clone(), now));
    }
}

/// Forgets remembered communities of a house, if it remembers any.
pub fn forget_communities(house: &House) {
    if let Some(communities) = house.find::<Communities>() {
        communities.forget();
    }
}

/// The middleware itself.
pub async fn gate(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    match admit(&house, &parts).await {
        Ok(visit) => {
            parts.extensions.insert(visit);
            next.run(Request::from_parts(parts, body)).await
        }
        Err(refusal) => refusal.into_response(),
    }
}

async fn admit(house: &Arc<House>, parts: &Parts) -> Result<Visit, Refusal> {
    let mut visit = Visit::arrive(house, parts);
    let known = match at_host(house, &visit.host).await? {
        Some(known) => known,
        // Before the first community every host leads to the welcome page; afterwards an unknown one is refused.
        None if !founded(house).await? => return Ok(visit),
        // Whoever raced with the founding looked before it and asked after it: what was remembered meanwhile is wrong.
        None => look(house, &visit.host, Clock::real()).await?.ok_or(Refusal(Trouble::Misdirected))?,
    };
    visit.community = Some(known.community);
    let account = match visit.cookie(session::COOKIE).map(str::to_owned) {
        Some(secret) => recognise(&mut visit, &secret).await?,
        None => None,
    };
    visit.settle(account);
    Ok(visit)
}

async fn at_host(house: &House, host: &str) -> Result<Option<Known>> {
    let (communities, now) = (house.find::<Communities>(), Clock::real());
    if let Some(known) = communities.and_then(|communities| communities.remembered(host, now)) {
        return Ok(known);
    }
    look(house, host, now).await
}

async fn look(house: &House, host: &str, now: Micros) -> Result<Option<Known>> {
    let public_host = house.public_url.as_deref().and_then(host_of);
    let known = match place(host, public_host.as_deref()) {
        Place::Own(host) if host.is_empty() => None,
        place => community::by_place(&house.store, &place).await?,
    };
    if let Some(communities) = house.find::<Communities>() {
        communities.remember(host, &known, now);
    }
    Ok(known)
}

async fn founded(house: &House) -> Result<bool> {
    community::any(&mut house.store.global_read().await?).await
}

statement!(
    RIGHTS = "select 'role' as what, role as code, cast(0 as bigint) as id, true as opened from identity_roles \
     where community_id = $1 and member_id = $2 and scope_kind = 'community' \
     union all select 'audience', kind, id, opened_at is not null from identity_audiences \
       where community_id = $1 and kind = 'import' and withdrawn_at is null \
     union all select 'audience', 'chosen', audience_id, true from identity_audience_members where community_id = $1 and member_id = $2 \
     order by 1 desc, 3 desc limit $3"
);

/// Fills in who came. A token that is not good leaves a stranger. Two statements in one snapshot.
async fn recognise(visit: &mut Visit, secret: &str) -> Result<Option<Locale>> {
    let (who, now) = (visit.who()?, visit.house.clock.now());
    let mut scope = visit.house.store.read(&who).await?;
    let Some(held) = session::held(&mut scope, secret, who.community, now).await? else { return Ok(None) };
    let viewer = viewer(&mut scope, &held).await?;
    drop(scope);
    if now - held.seen_at > session::TOUCH_AFTER {
        let mut global = visit.house.store.global().await?;
        session::touch(&mut global, held.id, now).await?;
        global.commit().await?;
    }
    visit.session = Some(held.id);
    visit.viewer = Arc::new(viewer);
    Ok(Some(held.locale))
}

async fn viewer(scope: &mut Scope, held: &Held) -> Result<Viewer> {
    let account = Some(held.account);
    let Some((member, identity, name)) = held.member.clone() else { return Ok(Viewer { account, ..Viewer::default() }) };
    let rights = scope.all::<(String, String, i64, bool)>(&RIGHTS, args![member, AUDIENCES_AT_ONCE]).await?;
    let roles: Roles = rights.iter().filter(|(what, ..)| what == "role").filter_map(|(_, code, ..)| Role::parse(code)).collect();
    let mut viewer = Viewer { account, member: Some(member), identity, name, roles, ..Viewer::default() };
    let staff = viewer.is_staff();
    viewer.audiences.push(AudienceId::EVERYONE);
    viewer.audiences.extend(
        rights.iter().filter(|(what, _, _, opened)| what == "audience" && (*opened || staff)).map(|(_, _, id, _)| AudienceId(*id)),
    );
    Ok(viewer)
}

/// Acts as one member outside a browser: the command line, tests.
pub async fn who(store: &store::Store, who: &Who, member: kernel::MemberId) -> Result<Who> {
    let mut scope = store.read(who).await?;
    let held = crate::member::member(&mut scope, member).await?;
    let account = held.account.ok_or(kernel::Problem::NotFound)?;
    let held = Held { id: 0, seen_at: 0, account, locale: Locale::default(), member: Some((held.id, held.identity, held.name)) };
    let viewer = viewer(&mut scope, &held).await?;
    Ok(Who { viewer: Arc::new(viewer), ..who.clone() })
}
