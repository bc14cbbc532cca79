//! A person in a community. Those who came with a history agreed to nothing yet and are `imported`; those who were
//! found to be somebody else are `merged`, another's past.

use crate::identity::{self, ACCOUNT, NewIdentity, PERSON};
pub use crate::merging::{merge_into, restore};
use crate::parsed::Name;
use crate::{deeds, role};
use kernel::{AccountId, AudienceId, IdentityId, MemberId, Micros, Problem, Result, fold, sort_key};
use store::{Deed, FromRow, Party, Row, Scope, args, statement};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Known from a history, agreed to nothing.
    Imported,
    /// Joined by their own will.
    Active,
    /// Went away; their words stay.
    Left,
    /// Another member's past.
    Merged,
    /// Forgotten at their own wish.
    Erased,
    /// Came only with an import that was taken back.
    Withdrawn,
}

impl State {
    pub const ALL: [State; 6] = [State::Imported, State::Active, State::Left, State::Merged, State::Erased, State::Withdrawn];

    /// As in the column `state`.
    pub fn code(self) -> &'static str {
        match self {
            State::Imported => "imported",
            State::Active => "active",
            State::Left => "left",
            State::Merged => "merged",
            State::Erased => "erased",
            State::Withdrawn => "withdrawn",
        }
    }

    pub fn parse(code: &str) -> anyhow::Result<State> {
        State::ALL.into_iter().find(|state| state.code() == code).ok_or_else(|| anyhow::anyhow!("no member is {code:?}"))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: MemberId,
    pub account: Option<AccountId>,
    /// By which they act here.
    pub identity: Option<IdentityId>,
    pub state: State,
    /// Empty when erased.
    pub name: String,
    pub created_at: Micros,
    pub joined_at: Option<Micros>,
    pub left_at: Option<Micros>,
}

impl FromRow for Member {
    fn from_row(row: &mut Row) -> anyhow::Result<Member> {
        Ok(Member {
            id: row.next()?,
            account: row.next()?,
            identity: row.next()?,
            state: State::parse(&row.next::<String>()?)?,
            name: row.next()?,
            created_at: row.next()?,
            joined_at: row.next()?,
            left_at: row.next()?,
        })
    }
}

/// How somebody came to be a member.
#[derive(Clone, Copy, Debug, Default)]
pub struct Arrival {
    /// Who brought them.
    pub inviter: Option<IdentityId>,
}

statement!(
    ONE = "select id, account_id, identity_id, state, name, created_at, joined_at, left_at from identity_members where community_id = $1 and id = $2"
);
statement!(
    OF_ACCOUNT = "select id, account_id, identity_id, state, name, created_at, joined_at, left_at from identity_members where community_id = $1 and account_id = $2"
);
statement!(COUNT = "select count(*) from identity_members where community_id = $1 and state = 'active'");
statement!(
    CREATE = "insert into identity_members (community_id, id, account_id, identity_id, state, name, folded, sort_key, created_at, joined_at, left_at) \
     values ($1, $2, $3, null, $4, $5, $6, $7, $8, $9, null)"
);
statement!(SET_IDENTITY = "update identity_members set identity_id = $3 where community_id = $1 and id = $2");
statement!(
    COME_BACK = "update identity_members set state = 'active', joined_at = $3, left_at = null where community_id = $1 and id = $2"
);
statement!(
    GO_AWAY = "update identity_members set state = 'left', left_at = $3 where community_id = $1 and id = $2 and state = 'active'"
);
statement!(
    RENAME = "update identity_members set name = $3, folded = $4, sort_key = $5 where community_id = $1 and id = $2 and state <> 'erased'"
);
statement!(
    ERASE = "update identity_members set state = 'erased', name = '', folded = '', sort_key = '', account_id = null, identity_id = null, left_at = coalesce(left_at, $3) \
     where community_id = $1 and id = $2"
);

statement!(
    FORGET_INVITATION =
        "update identity_invitations set email = '', email_folded = '', name = '' where community_id = $1 and accepted_by = $2"
);

/// # Errors
/// `NotFound` if there is none.
pub async fn member(scope: &mut Scope, id: MemberId) -> Result<Member> {
    scope.one(&ONE, args![id]).await
}

/// The membership of an account here, whatever its state.
pub async fn of_account(scope: &mut Scope, account: AccountId) -> Result<Option<Member>> {
    scope.maybe(&OF_ACCOUNT, args![account]).await
}

/// Active members.
pub async fn count(scope: &mut Scope) -> Result<i64> {
    scope.one(&COUNT, &[]).await
}

/// A bare row, without account, identity or deed: for importers and those who build on them.
pub async fn create(scope: &mut Scope, state: State, name: &str) -> Result<MemberId> {
    add(scope, None, state, name).await
}

async fn add(scope: &mut Scope, account: Option<AccountId>, state: State, name: &str) -> Result<MemberId> {
    let (id, now) = (MemberId(scope.deal()?), scope.now());
    let joined_at = (state == State::Active).then_some(now);
    scope.run(&CREATE, args![id, account, state.code(), name, fold(name), sort_key(name), now, joined_at]).await?;
    Ok(id)
}

/// Makes an account a member, or brings one back who left. Joining twice changes nothing. Writes `member.joined`.
pub async fn join(scope: &mut Scope, account: AccountId, name: &Name, arrival: Arrival) -> Result<Member> {
    let id = match of_account(scope, account).await? {
        Some(held) if held.state == State::Active => return Ok(held),
        Some(held) => {
            let now = scope.now();
            scope.run(&COME_BACK, args![held.id, now]).await?;
            rename(scope, held.id, name).await?;
            held.id
        }
        None => begin(scope, account, name).await?,
    };
    let joined = member(scope, id).await?;
    let inviter = arrival.inviter.map(|identity| Party { part: "inviter", identity });
    write(scope, deeds::MEMBER_JOINED, &joined, inviter.as_slice()).await?;
    Ok(joined)
}

async fn begin(scope: &mut Scope, account: AccountId, name: &Name) -> Result<MemberId> {
    let id = add(scope, Some(account), State::Active, name.as_str()).await?;
    let outside_id = identity::outside_id_of(account);
    let new = NewIdentity { member: Some(id), source: ACCOUNT, outside_id: &outside_id, kind: PERSON, name: name.as_str() };
    // Where only the member was forgotten, not the identity, whoever comes again is known under the same number.
    let own = match identity::by_outside(scope, ACCOUNT, &outside_id).await? {
        Some(held) => {
            identity::repoint(scope, held.id, id).await?;
            identity::rename(scope, held.id, name.as_str()).await?;
            held.id
        }
        None => identity::create(scope, new).await?,
    };
    set_identity(scope, id, own).await?;
    Ok(id)
}

/// By which identity the member acts.
pub async fn set_identity(scope: &mut Scope, id: MemberId, identity: IdentityId) -> Result<()> {
    scope.run(&SET_IDENTITY, args![id, identity]).await.map(|_| ())
}

/// Lets a member go, with their roles. Their words stay. Writes `member.left`.
///
/// # Errors
/// `Conflict` for the last owner, `NotFound` for somebody who is not here.
pub async fn leave(scope: &mut Scope, id: MemberId) -> Result<()> {
    role::keep_an_owner_without(scope, id).await?;
    let leaving = member(scope, id).await?;
    let now = scope.now();
    if scope.run(&GO_AWAY, args![id, now]).await? == 0 {
        return Err(Problem::NotFound);
    }
    role::drop_all(scope, id).await?;
    write(scope, deeds::MEMBER_LEFT, &leaving, &[]).await.map(|_| ())
}

async fn write(scope: &mut Scope, kind: &str, member: &Member, parties: &[Party<'_>]) -> Result<i64> {
    let at = scope.now();
    scope
        .deed(Deed {
            kind,
            at,
            actor: member.identity,
            object_kind: deeds::MEMBER,
            object: member.id.0,
            audience: AudienceId::EVERYONE,
            channel: deeds::WEB,
            amount: 0,
            parties,
        })
        .await
}

pub async fn rename(scope: &mut Scope, id: MemberId, name: &Name) -> Result<()> {
    touched(scope.run(&RENAME, args![id, name.as_str(), name.folded(), name.sort_key()]).await?)
}

/// Forgets the name, the way to the account and how they were invited; roles go too. The row stays, so that what points to it finds nobody.
///
/// # Errors
/// `Conflict` for the last owner.
pub async fn erase(scope: &mut Scope, id: MemberId) -> Result<()> {
    role::keep_an_owner_without(scope, id).await?;
    role::drop_all(scope, id).await?;
    scope.run(&FORGET_INVITATION, args![id]).await?;
    let now = scope.now();
    touched(scope.run(&ERASE, args![id, now]).await?)
}

fn touched(rows: u64) -> Result<()> {
    if rows == 0 { Err(Problem::NotFound) } else { Ok(()) }
}

statement!(NAMES = "select id, name from identity_members where community_id = $1 and id {any $2} and name <> ''");

/// Names of members, in one statement. The forgotten are left out.
pub async fn names(scope: &mut Scope, ids: &[i64]) -> Result<std::collections::HashMap<i64, String>> {
    if ids.is_empty() {
        return Ok(std::collections::HashMap::new());
    }
    Ok(scope.all::<(i64, String)>(&NAMES, args![ids.to_vec()]).await?.into_iter().collect())
}
