//! One way a person is known in a community: an account, or a source and an outside id. Deeds name identities, and an
//! identity points to a member. Who belongs to whom is changed here and nowhere else; why is the people area's.

use crate::member::State;
use kernel::{AccountId, IdentityId, MemberId, Micros, Problem, Result, fold};
use std::collections::HashMap;
use store::{FromRow, Row, Scope, args, statement};

/// The source of identities that are accounts.
pub const ACCOUNT: &str = "account";
/// The kind of identities that are people, not channels or the deleted.
pub const PERSON: &str = "person";

/// An identity as it stands in its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityRow {
    pub id: IdentityId,
    pub member: Option<MemberId>,
    /// [`ACCOUNT`], `telegram`, …
    pub source: String,
    /// The id that the source knows; `erased:ID` when it was forgotten.
    pub outside_id: String,
    pub kind: String,
    /// As the source names the person; empty when it was forgotten.
    pub name: String,
    pub created_at: Micros,
    pub erased_at: Option<Micros>,
}

impl FromRow for IdentityRow {
    fn from_row(row: &mut Row) -> anyhow::Result<IdentityRow> {
        Ok(IdentityRow {
            id: row.next()?,
            member: row.next()?,
            source: row.next()?,
            outside_id: row.next()?,
            kind: row.next()?,
            name: row.next()?,
            created_at: row.next()?,
            erased_at: row.next()?,
        })
    }
}

/// How an identity is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The member's name, or the source's; nothing if it was erased.
    pub name: Option<String>,
    pub member: Option<MemberId>,
    /// The member's state; nothing if no member stands behind it.
    pub state: Option<State>,
    /// [`PERSON`], or what the importer said it is.
    pub kind: String,
}

impl Named {
    /// A member of today, who may have a profile.
    pub fn is_active(&self) -> bool {
        self.state == Some(State::Active)
    }
}

/// An identity to be written.
#[derive(Clone, Debug)]
pub struct NewIdentity<'a> {
    pub member: Option<MemberId>,
    pub source: &'a str,
    pub outside_id: &'a str,
    pub kind: &'a str,
    pub name: &'a str,
}

statement!(
    CREATE = "insert into identity_identities (community_id, id, member_id, source, outside_id, kind, name, folded, created_at, erased_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null)"
);
statement!(
    NAMES = "select i.id, i.kind, i.name, i.erased_at, m.id, m.name, m.state from identity_identities i \
     left join identity_members m on m.community_id = i.community_id and m.id = i.member_id \
     where i.community_id = $1 and i.id {any $2}"
);
statement!(
    ONE = "select id, member_id, source, outside_id, kind, name, created_at, erased_at from identity_identities where community_id = $1 and id = $2"
);
statement!(
    OF_MEMBER = "select id, member_id, source, outside_id, kind, name, created_at, erased_at from identity_identities \
     where community_id = $1 and member_id = $2 order by id"
);
statement!(
    BY_OUTSIDE = "select id, member_id, source, outside_id, kind, name, created_at, erased_at from identity_identities \
     where community_id = $1 and source = $2 and outside_id = $3"
);
statement!(OWN = "select identity_id from identity_members where community_id = $1 and id = $2");
statement!(REPOINT = "update identity_identities set member_id = $3 where community_id = $1 and id = $2 and erased_at is null");
statement!(
    RENAME = "update identity_identities set name = $3, folded = $4 where community_id = $1 and id = $2 and erased_at is null"
);
statement!(
    ERASE = "update identity_identities set name = '', folded = '', outside_id = $3, member_id = null, erased_at = $4 \
     where community_id = $1 and id = $2 and erased_at is null"
);

/// Writes an identity. The pair of source and outside id must be new.
pub async fn create(scope: &mut Scope, new: NewIdentity<'_>) -> Result<IdentityId> {
    let (id, now) = (IdentityId(scope.deal()?), scope.now());
    scope.run(&CREATE, args![id, new.member, new.source, new.outside_id, new.kind, new.name, fold(new.name), now]).await?;
    Ok(id)
}

/// How each of these identities is shown, in one statement. Those that do not exist are left out.
pub async fn names(scope: &mut Scope, ids: &[IdentityId]) -> Result<HashMap<IdentityId, Named>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut numbers: Vec<i64> = ids.iter().map(|id| id.0).collect();
    numbers.sort_unstable();
    numbers.dedup();
    Ok(scope.all::<NamedRow>(&NAMES, args![numbers]).await?.into_iter().map(|row| (row.0, row.1)).collect())
}

struct NamedRow(IdentityId, Named);

impl FromRow for NamedRow {
    fn from_row(row: &mut Row) -> anyhow::Result<NamedRow> {
        let (id, kind): (IdentityId, String) = (row.next()?, row.next()?);
        let (own, erased): (String, Option<Micros>) = (row.next()?, row.next()?);
        let (member, name): (Option<MemberId>, Option<String>) = (row.next()?, row.next()?);
        let state = row.next::<Option<String>>()?.map(|code| State::parse(&code)).transpose()?;
        let forgotten = erased.is_some() || state == Some(State::Erased);
        let name = name.filter(|name| !name.is_empty()).unwrap_or(own);
        let named = Named { name: Some(name).filter(|name| !forgotten && !name.is_empty()), member, state, kind };
        Ok(NamedRow(id, named))
    }
}

pub async fn one(scope: &mut Scope, id: IdentityId) -> Result<IdentityRow> {
    scope.one(&ONE, args![id]).await
}

/// All ways by which a member is known.
pub async fn of_member(scope: &mut Scope, member: MemberId) -> Result<Vec<IdentityRow>> {
    scope.all(&OF_MEMBER, args![member]).await
}

pub async fn by_outside(scope: &mut Scope, source: &str, outside_id: &str) -> Result<Option<IdentityRow>> {
    scope.maybe(&BY_OUTSIDE, args![source, outside_id]).await
}

/// The identity by which a member acts here: of an account, or the first one of an imported person.
///
/// # Errors
/// `NotFound` if the member has none.
pub async fn own(scope: &mut Scope, member: MemberId) -> Result<IdentityId> {
    scope.maybe::<Option<IdentityId>>(&OWN, args![member]).await?.flatten().ok_or(Problem::NotFound)
}

/// The outside id of an account's identity.
pub fn outside_id_of(account: AccountId) -> String {
    account.0.to_string()
}

/// Lets an identity point to another member. No deed is rewritten by this.
///
/// # Errors
/// `NotFound` if there is none, or it was erased.
pub async fn repoint(scope: &mut Scope, id: IdentityId, to: MemberId) -> Result<()> {
    one_row(scope.run(&REPOINT, args![id, to]).await?)
}

/// The name by which the source knows the person now.
pub async fn rename(scope: &mut Scope, id: IdentityId, name: &str) -> Result<()> {
    one_row(scope.run(&RENAME, args![id, name, fold(name)]).await?)
}

/// Forgets the name and the outside id and cuts the way to the member. Deeds keep the bare number. Cannot be undone:
/// whoever must recognise the person later keeps a keyed hash before this.
///
/// # Errors
/// `NotFound` if there is none, or it was erased before.
pub async fn erase(scope: &mut Scope, id: IdentityId) -> Result<()> {
    let now = scope.now();
    one_row(scope.run(&ERASE, args![id, format!("erased:{id}"), now]).await?)
}

fn one_row(touched: u64) -> Result<()> {
    if touched == 0 { Err(Problem::NotFound) } else { Ok(()) }
}
