//! `/invitation?key=…`: accepting an invitation.

use super::{agent, in_query, sign_in};
use crate::invitation::{self, Acceptor, Invitation};
use crate::parsed::{Email, Name};
use crate::session::{self, Browser};
use crate::{account, identity};
use askama::Template;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode};
use kernel::Problem;
use serde::Deserialize;
use web::{Faults, Fields, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationView {
    shell: Shell,
    faults: Faults,
    community: String,
    mission: String,
    inviter: Option<String>,
    key: String,
    name: String,
    /// Where to sign in first, if the invited address has an account.
    sign_in: Option<String>,
}

#[derive(Template)]
#[template(path = "invitation_over.html")]
struct OverView {
    shell: Shell,
}

#[derive(Deserialize)]
pub struct Keyed {
    #[serde(default)]
    key: String,
}

fn over(visit: &Visit) -> Result {
    visit.render_with(StatusCode::GONE, &OverView { shell: visit.shell(visit.t("identity-invitation-over-title")) })
}

async fn view(visit: &Visit, key: &str, faults: Faults, name: Option<String>) -> Result<Option<InvitationView>> {
    let mut scope = visit.read().await?;
    let Some(held) = invitation::by_link(&mut scope, key).await? else { return Ok(None) };
    let inviters: Vec<kernel::IdentityId> = held.invited_by.into_iter().collect();
    let inviter = identity::names(&mut scope, &inviters).await?.into_values().next().and_then(|named| named.name);
    let known = match Email::parse(&held.email) {
        Some(email) if visit.viewer.account.is_none() => account::by_email(&mut scope, &email).await?.is_some(),
        _ => false,
    };
    let community = visit.community()?;
    Ok(Some(InvitationView {
        shell: visit.shell(visit.t("identity-invitation-title")),
        faults,
        community: community.name.clone(),
        mission: community.mission.clone(),
        inviter,
        key: key.to_owned(),
        sign_in: known.then(|| sign_in_first(&held, key)),
        name: name.unwrap_or(held.name),
    }))
}

fn sign_in_first(held: &Invitation, key: &str) -> String {
    sign_in::address(&held.email, &format!("/invitation?key={}", in_query(key)))
}

pub async fn show(visit: Visit, Query(keyed): Query<Keyed>) -> Result {
    if visit.viewer.is_member() {
        return Ok(see_other("/today"));
    }
    match view(&visit, &keyed.key, Faults::none(), None).await? {
        Some(page) => visit.render(&page),
        None => over(&visit),
    }
}

pub async fn accept(visit: Visit, headers: HeaderMap, fields: Fields) -> Result {
    if visit.viewer.is_member() {
        return Ok(see_other("/today"));
    }
    let key = fields.get("key");
    let Some(name) = Name::parse(fields.get("name")) else {
        let mut faults = Faults::none();
        faults.add("name", "identity-fault-name");
        return match view(&visit, key, faults, Some(fields.text("name"))).await? {
            Some(page) => visit.render_invalid(&page),
            None => over(&visit),
        };
    };
    match join(&visit, &headers, key, &name).await {
        Ok(()) => {
            visit.flash("identity-invitation-welcome");
            Ok(see_other("/today"))
        }
        Err(Problem::Conflict("identity-invitation-over")) => over(&visit),
        // The page says where to sign in first.
        Err(Problem::Conflict("identity-invitation-known")) => Ok(see_other(format!("/invitation?key={}", in_query(key)))),
        Err(problem) => Err(problem.into()),
    }
}

async fn join(visit: &Visit, headers: &HeaderMap, key: &str, name: &Name) -> Result<(), Problem> {
    let mut scope = visit.write().await?;
    let acceptor = visit.viewer.account.map_or(Acceptor::Newcomer(visit.locale), Acceptor::Account);
    let joined = invitation::accept(&mut scope, key, acceptor, name).await?;
    let fresh = match (visit.session, joined.account) {
        (None, Some(account)) => {
            let (now, community, chance) = (scope.now(), scope.community(), scope.chance().clone());
            let browser = Browser::of(agent(headers), visit.client);
            Some(session::open(&mut scope, &chance, now, account, community, &browser).await?)
        }
        _ => None,
    };
    scope.commit().await?;
    if let Some(secret) = fresh {
        crate::sign_in::keep(visit, &secret);
    }
    Ok(())
}
