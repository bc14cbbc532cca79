//! "That was I." A personal link proves it; whoever comes by the chat's link waits for the owner's word.

use crate::deeds;
use crate::links::{self, Link, LinkKind};
use crate::merges::{self, Cause};
use crate::policy::Steward;
use identity::member::{self, Member, State};
use identity::parsed::Name;
use kernel::{AccountId, MemberId, Micros, Problem, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Claims of one account that may wait at once.
pub const WAITING_AT_ONCE: i64 = 3;
/// Claims on one page of those who decide.
pub const PAGE: usize = 50;
const NOTE_CHARS: usize = 300;

/// A claim that waits for a decision.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub id: i64,
    pub member: MemberId,
    pub name: String,
    pub account: AccountId,
    /// The address that the account proved.
    pub email: String,
    pub note: String,
    pub created_at: Micros,
    /// Claims that wait for the same person, this one included.
    pub rivals: i64,
}

impl FromRow for Waiting {
    fn from_row(row: &mut Row) -> anyhow::Result<Waiting> {
        Ok(Waiting {
            id: row.next()?,
            member: row.next()?,
            name: row.next()?,
            account: row.next()?,
            email: row.next()?,
            note: row.next()?,
            created_at: row.next()?,
            rivals: row.next()?,
        })
    }
}

/// What became of a claim, for the letter to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    Confirmed { account: AccountId, member: MemberId },
    Refused { account: AccountId },
}

statement!(
    ADD = "insert into people_claims (community_id, id, member_id, account_id, link_id, note, state, created_at) values ($1, $2, $3, $4, $5, $6, 'waiting', $7)"
);
statement!(
    OF_ACCOUNT =
        "select id, member_id, state from people_claims where community_id = $1 and account_id = $2 order by id desc limit 50"
);
statement!(ONE = "select id, member_id, account_id, state from people_claims where community_id = $1 and id = $2");
statement!(
    RIVALS = "select id, account_id from people_claims where community_id = $1 and member_id = $2 and state = 'waiting' and id <> $3 order by id"
);
statement!(
    DECIDE = "update people_claims set state = $3, decided_at = $4, decided_by = $5, note = '' where community_id = $1 and id = $2 and state = 'waiting'"
);
statement!(
    WAITING = "select c.id, c.member_id, m.name, c.account_id, a.email, c.note, c.created_at, \
     (select count(*) from people_claims r where r.community_id = c.community_id and r.member_id = c.member_id and r.state = 'waiting') \
     from people_claims c join identity_persons m on m.community_id = c.community_id and m.id = c.member_id join identity_sign_ins a on a.id = c.account_id \
     where c.community_id = $1 and c.state = 'waiting' and (c.created_at > $2 or (c.created_at = $2 and c.id > $3)) order by c.created_at, c.id limit $4"
);
statement!(COUNT = "select count(*) from people_claims where community_id = $1 and state = 'waiting'");

/// What came of a claim made by a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The owner will look at it.
    Waits,
    /// The personal link was proof enough.
    Joined(MemberId),
}

/// Says for an account: that imported person was I. `link` must be working.
///
/// # Errors
/// `Conflict` if somebody has claimed the person before, if the account's claim waits already, or if the personal link
/// was used up by a faster one.
pub async fn make(scope: &mut Scope, link: &Link, account: AccountId, person: MemberId, note: &str) -> Result<Outcome> {
    if link.kind == LinkKind::Personal && link.member != Some(person) {
        return Err(Problem::NotFound);
    }
    let imported = member::member(scope, person).await?;
    if imported.state != State::Imported {
        return Err(Problem::Conflict("people-conflict-claimed"));
    }
    let claims = scope.all::<(i64, MemberId, String)>(&OF_ACCOUNT, args![account]).await?;
    let waiting = claims.iter().filter(|(_, _, state)| state == "waiting");
    if link.kind == LinkKind::Chat {
        if waiting.clone().any(|(_, claimed, _)| *claimed == person) {
            return Err(Problem::Conflict("people-conflict-claim-waits"));
        }
        if waiting.count() as i64 >= WAITING_AT_ONCE {
            return Err(Problem::Conflict("people-conflict-many-claims"));
        }
    }
    let (id, now) = (scope.deal()?, scope.now());
    let note: String = note.trim().chars().take(NOTE_CHARS).collect();
    scope.run(&ADD, args![id, person, account, link.id, note, now]).await?;
    if link.kind == LinkKind::Chat {
        return Ok(Outcome::Waits);
    }
    links::use_up(scope, link, Some(account)).await?;
    let joined = carry_out(scope, id, account, &imported).await?;
    Ok(Outcome::Joined(joined))
}

/// Confirms a claim. Other claims for the same person are refused by this: a person cannot be two.
///
/// # Errors
/// `NotFound` if there is none, `Conflict` if it was decided or the person is claimed.
pub async fn confirm(scope: &mut Scope, _: &Steward, claim: i64) -> Result<Vec<Decided>> {
    let (person, account) = waiting(scope, claim).await?;
    let imported = member::member(scope, person).await?;
    if imported.state != State::Imported {
        return Err(Problem::Conflict("people-conflict-claimed"));
    }
    let member = carry_out(scope, claim, account, &imported).await?;
    let mut decided = vec![Decided::Confirmed { account, member }];
    for (rival, account) in scope.all::<(i64, AccountId)>(&RIVALS, args![person, claim]).await? {
        decide(scope, rival, "refused").await?;
        decided.push(Decided::Refused { account });
    }
    crate::audit::record(
        scope,
        "people-audit-claim-confirmed",
        "member",
        member.0,
        &serde_json::json!({ "past": person.0, "claim": claim }),
    )
    .await?;
    Ok(decided)
}

pub async fn refuse(scope: &mut Scope, _: &Steward, claim: i64) -> Result<Decided> {
    let (person, account) = waiting(scope, claim).await?;
    decide(scope, claim, "refused").await?;
    crate::audit::record(scope, "people-audit-claim-refused", "member", person.0, &serde_json::json!({ "claim": claim })).await?;
    Ok(Decided::Refused { account })
}

async fn waiting(scope: &mut Scope, claim: i64) -> Result<(MemberId, AccountId)> {
    let (_, person, account, state) = scope.one::<(i64, MemberId, AccountId, String)>(&ONE, args![claim]).await?;
    if state == "waiting" { Ok((person, account)) } else { Err(Problem::Conflict("people-conflict-decided")) }
}

async fn decide(scope: &mut Scope, claim: i64, state: &str) -> Result<()> {
    let (now, by) = (scope.now(), scope.viewer().member);
    scope.run(&DECIDE, args![claim, state, now, by]).await.map(|_| ())
}

/// The account becomes a member, or is one, and gets the person's identities; the imported person becomes their past.
async fn carry_out(scope: &mut Scope, claim: i64, account: AccountId, imported: &Member) -> Result<MemberId> {
    let joined = match member::of_account(scope, account).await? {
        Some(held) if held.state == State::Active => held,
        _ => {
            let name = name_of(imported)?;
            member::join(scope, account, &name, member::Arrival::default()).await?
        }
    };
    links::revoke_of(scope, imported.id).await?;
    let (_, moved) = merges::carry_over(scope, imported.id, joined.id, Cause::Claim).await?;
    decide(scope, claim, "confirmed").await?;
    deeds::about_member(scope, deeds::CLAIMED, joined.id, 0, "identity", &moved).await?;
    Ok(joined.id)
}

/// The name the chat knew them by, as far as it can be a name here; they may change it at once.
fn name_of(imported: &Member) -> Result<Name> {
    let short: String = imported.name.chars().take(80).collect();
    let name = Name::parse(&short).or_else(|| Name::parse(&format!("№ {}", imported.id)));
    name.ok_or_else(|| Problem::Internal(anyhow::anyhow!("a number is a name")))
}

/// Claims that wait, oldest first, after a place; one more than [`PAGE`] if there are others.
pub async fn list(scope: &mut Scope, _: &Steward, after: Option<(Micros, i64)>) -> Result<Vec<Waiting>> {
    let (at, id) = after.unwrap_or((i64::MIN, 0));
    scope.all(&WAITING, args![at, id, PAGE + 1]).await
}

pub async fn count(scope: &mut Scope) -> Result<i64> {
    scope.one(&COUNT, &[]).await
}
