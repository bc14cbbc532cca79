//! `/roles`: who holds which role, given and taken by the owner.

use crate::parsed::Email;
use crate::role::{self, GRANTABLE, Holding};
use crate::{account, member, policy};
use askama::Template;
use axum::extract::Query;
use kernel::{MemberId, Problem, Role};
use serde::Deserialize;
use store::Scope;
use web::{Faults, Fields, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "roles.html")]
struct RolesView {
    shell: Shell,
    faults: Faults,
    holders: Vec<Holder>,
    q: String,
    found: Vec<(MemberId, String)>,
    roles: Vec<(&'static str, String)>,
}

/// A person with their roles, in the order of names.
struct Holder {
    id: MemberId,
    name: String,
    held: Vec<Holding>,
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

/// The word for a role.
pub(super) fn word(role: Role) -> String {
    format!("identity-role-{}", role.code())
}

fn by_person(holdings: Vec<Holding>) -> Vec<Holder> {
    let mut holders: Vec<Holder> = Vec::new();
    for holding in holdings {
        match holders.last_mut().filter(|holder| holder.id == holding.member) {
            Some(holder) => holder.held.push(holding),
            None => holders.push(Holder { id: holding.member, name: holding.name.clone(), held: vec![holding] }),
        }
    }
    holders
}

/// People whom the owner may mean: by the beginning of the name, or by the whole address.
async fn find(scope: &mut Scope, q: &str) -> Result<Vec<(MemberId, String)>> {
    let Some(email) = Email::parse(q) else {
        return if kernel::sort_key(q).is_empty() { Ok(Vec::new()) } else { Ok(role::candidates(scope, q).await?) };
    };
    let Some(held) = account::by_email(scope, &email).await? else { return Ok(Vec::new()) };
    let found = member::of_account(scope, held.id).await?.filter(|member| member.state == member::State::Active);
    Ok(found.map(|member| (member.id, member.name)).into_iter().collect())
}

async fn view(visit: &Visit, faults: Faults, q: &str) -> Result<RolesView> {
    let mut scope = visit.read().await?;
    let holders = by_person(role::holdings(&mut scope).await?);
    let found = find(&mut scope, q).await?;
    let roles = GRANTABLE.iter().map(|role| (role.code(), visit.t(&word(*role)))).collect();
    Ok(RolesView { shell: visit.shell(visit.t("identity-roles-title")), faults, holders, q: q.to_owned(), found, roles })
}

pub async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result {
    visit.render(&view(&visit, Faults::none(), asked.q.trim()).await?)
}

pub async fn grant(visit: Visit, fields: Fields) -> Result {
    let right = policy::keeps_roles(&visit.viewer)?;
    let chosen = fields.number("member").map(MemberId).zip(Role::parse(fields.get("role")));
    let Some((id, role)) = chosen else {
        let mut faults = Faults::none();
        faults.add("role", "identity-fault-role");
        return visit.render_invalid(&view(&visit, faults, &fields.text("q")).await?);
    };
    let mut scope = visit.write().await?;
    role::grant(&mut scope, &right, id, role).await?;
    scope.commit().await?;
    visit.flash("identity-role-granted");
    Ok(see_other("/roles"))
}

pub async fn revoke(visit: Visit, fields: Fields) -> Result {
    let right = policy::keeps_roles(&visit.viewer)?;
    let (id, role) = fields.number("member").map(MemberId).zip(Role::parse(fields.get("role"))).ok_or(Problem::NotFound)?;
    let mut scope = visit.write().await?;
    role::revoke(&mut scope, &right, id, role).await?;
    scope.commit().await?;
    visit.flash("identity-role-revoked");
    Ok(see_other(if visit.viewer.member == Some(id) && role == Role::Owner { "/today" } else { "/roles" }))
}
