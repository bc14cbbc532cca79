//! Roles in a community (capability A4): given and taken by the owner, written down in the audit and the ledger.
//! A community never loses its last owner.

use crate::member::{self, State};
use crate::policy::KeepsRoles;
use crate::{audit, deeds};
use kernel::{AudienceId, IdentityId, MemberId, Micros, Problem, Result, Role};
use serde_json::json;
use store::{Deed, FromRow, Party, Row, Scope, args, statement};

/// Roles that an owner gives by hand. The others follow from what a person does: joining, applying, paying.
pub const GRANTABLE: [Role; 8] = [
    Role::Owner,
    Role::Administrator,
    Role::Moderator,
    Role::Council,
    Role::DirectionLeader,
    Role::Mentor,
    Role::GroupHost,
    Role::Ambassador,
];

/// The scope of a role that holds in the whole community. Circles bring kinds of their own.
pub const COMMUNITY: &str = "community";

/// Holders shown on one page.
pub const HOLDERS: i64 = 500;
/// People found when an owner looks for one.
pub const FOUND: i64 = 20;

/// A role in somebody's hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    pub member: MemberId,
    pub name: String,
    pub role: Role,
    pub granted_at: Micros,
    pub granted_by: Option<IdentityId>,
}

impl FromRow for Holding {
    fn from_row(row: &mut Row) -> anyhow::Result<Holding> {
        Ok(Holding {
            member: row.next()?,
            name: row.next()?,
            role: stored(&row.next::<String>()?)?,
            granted_at: row.next()?,
            granted_by: row.next()?,
        })
    }
}

statement!(
    GRANT = "insert into identity_roles (community_id, member_id, role, scope_kind, scope_id, granted_at, granted_by) \
     values ($1, $2, $3, 'community', 0, $4, $5) on conflict do nothing"
);
statement!(
    REVOKE = "delete from identity_roles where community_id = $1 and member_id = $2 and role = $3 and scope_kind = 'community' and scope_id = 0"
);
statement!(DROP_ALL = "delete from identity_roles where community_id = $1 and member_id = $2");
statement!(
    OF_MEMBER =
        "select role from identity_roles where community_id = $1 and member_id = $2 and scope_kind = 'community' order by role"
);
statement!(
    OWNERS = "select r.member_id from identity_roles r join identity_members m on m.community_id = r.community_id and m.id = r.member_id \
     where r.community_id = $1 and r.role = 'owner' and r.scope_kind = 'community' and m.state = 'active'"
);
statement!(
    HOLDINGS = "select m.id, m.name, r.role, r.granted_at, r.granted_by from identity_roles r \
     join identity_members m on m.community_id = r.community_id and m.id = r.member_id \
     where r.community_id = $1 and r.scope_kind = 'community' and m.state = 'active' order by m.sort_key, m.id, r.role limit $2"
);
statement!(
    BY_NAME = "select id, name from identity_members where community_id = $1 and state = 'active' and sort_key >= $2 and sort_key < $3 order by sort_key, id limit $4"
);

fn stored(code: &str) -> anyhow::Result<Role> {
    Role::parse(code).ok_or_else(|| anyhow::anyhow!("no role is called {code:?}"))
}

/// Roles that a member holds in the whole community.
pub async fn of_member(scope: &mut Scope, id: MemberId) -> Result<Vec<Role>> {
    let codes = scope.all::<String>(&OF_MEMBER, args![id]).await?;
    Ok(codes.iter().map(|code| stored(code)).collect::<anyhow::Result<_>>()?)
}

/// Everybody with a role, by name; at most [`HOLDERS`] rows.
pub async fn holdings(scope: &mut Scope) -> Result<Vec<Holding>> {
    scope.all(&HOLDINGS, args![HOLDERS]).await
}

/// Active members whose name begins so, for choosing one; at most [`FOUND`].
pub async fn candidates(scope: &mut Scope, beginning: &str) -> Result<Vec<(MemberId, String)>> {
    let from = kernel::sort_key(beginning);
    let to = format!("{from}\u{10ffff}");
    scope.all(&BY_NAME, args![from, to, FOUND]).await
}

/// Gives a role. Giving what somebody holds changes nothing.
///
/// # Errors
/// `NotFound` for somebody who is no member today, `Invalid` for a role that is not given by hand.
pub async fn grant(scope: &mut Scope, _right: &KeepsRoles, id: MemberId, role: Role) -> Result<()> {
    if !GRANTABLE.contains(&role) {
        return Err(Problem::field("role", "identity-fault-role"));
    }
    if member::member(scope, id).await?.state != State::Active {
        return Err(Problem::NotFound);
    }
    give(scope, id, role).await
}

/// The owner of a new community, who cannot be given the role by another.
pub(crate) async fn give(scope: &mut Scope, id: MemberId, role: Role) -> Result<()> {
    let (now, by) = (scope.now(), scope.viewer().identity);
    if scope.run(&GRANT, args![id, role.code(), now, by]).await? == 0 {
        return Ok(());
    }
    tell(scope, id, role, deeds::ROLE_GRANTED, "identity.role-granted").await
}

/// Takes a role back. Taking what nobody holds changes nothing.
///
/// # Errors
/// `Conflict` when it is the last owner's.
pub async fn revoke(scope: &mut Scope, _right: &KeepsRoles, id: MemberId, role: Role) -> Result<()> {
    if role == Role::Owner {
        keep_an_owner_without(scope, id).await?;
    }
    if scope.run(&REVOKE, args![id, role.code()]).await? == 0 {
        return Ok(());
    }
    tell(scope, id, role, deeds::ROLE_REVOKED, "identity.role-revoked").await
}

/// # Errors
/// `Conflict` if the community would be left without an owner. Safe against races: writers of a community take turns.
pub(crate) async fn keep_an_owner_without(scope: &mut Scope, id: MemberId) -> Result<()> {
    let owners = scope.all::<MemberId>(&OWNERS, &[]).await?;
    if owners == [id] { Err(Problem::Conflict("identity-role-last-owner")) } else { Ok(()) }
}

/// Takes every role from somebody who goes.
pub(crate) async fn drop_all(scope: &mut Scope, id: MemberId) -> Result<()> {
    let held = of_member(scope, id).await?;
    scope.run(&DROP_ALL, args![id]).await?;
    for role in held {
        tell(scope, id, role, deeds::ROLE_REVOKED, "identity.role-revoked").await?;
    }
    Ok(())
}

async fn tell(scope: &mut Scope, id: MemberId, role: Role, kind: &str, act: &str) -> Result<()> {
    let holder = member::member(scope, id).await?.identity.map(|identity| Party { part: "holder", identity });
    let (at, actor) = (scope.now(), scope.viewer().identity);
    scope
        .deed(Deed {
            kind,
            at,
            actor,
            object_kind: deeds::MEMBER,
            object: id.0,
            audience: AudienceId::EVERYONE,
            channel: deeds::WEB,
            amount: 0,
            parties: holder.as_slice(),
        })
        .await?;
    audit::record(scope, act, deeds::MEMBER, id.0, &json!({ "role": role.code() })).await
}
