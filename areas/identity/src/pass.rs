//! Passing from one community to another of the same account: sessions are of one host, so a one-time pass goes along.

use crate::outside::Outside;
use kernel::{AccountId, Chance, CommunityId, MICROS_PER_SECOND, Micros, Problem, Result, token};
use store::{args, global_statement};

/// How long a pass is good.
pub const GOOD_FOR: Micros = 60 * MICROS_PER_SECOND;

global_statement!(
    MAKE = "insert into identity_passes (token_hash, account_id, community_id, expires_at, used_at) values ($1, $2, $3, $4, null)"
);
global_statement!(
    HOLDER = "select a.email from identity_passes p join identity_accounts a on a.id = p.account_id \
     where p.token_hash = $1 and p.community_id = $2 and p.used_at is null and p.expires_at > $3"
);
global_statement!(
    USE = "update identity_passes set used_at = $3 \
     where token_hash = $1 and community_id = $2 and used_at is null and expires_at > $3 returning account_id"
);
global_statement!(CLEAN = "delete from identity_passes where expires_at <= $1");

/// A pass of an account into a community.
pub async fn make(outside: &mut impl Outside, chance: &Chance, account: AccountId, to: CommunityId, now: Micros) -> Result<String> {
    let secret = token::make(chance);
    outside.touch(&MAKE, args![token::hash(&secret), account, to, now + GOOD_FOR]).await?;
    Ok(secret)
}

/// The address of the account that holds a good pass. Changes nothing.
pub async fn holder(outside: &mut impl Outside, secret: &str, community: CommunityId, now: Micros) -> Result<Option<String>> {
    outside.row(&HOLDER, args![token::hash(secret), community, now]).await
}

/// Uses a pass up.
///
/// # Errors
/// `Conflict` if it is used, old or for another community.
pub async fn use_up(outside: &mut impl Outside, secret: &str, community: CommunityId, now: Micros) -> Result<AccountId> {
    let account = outside.row(&USE, args![token::hash(secret), community, now]).await?;
    account.ok_or(Problem::Conflict("identity-pass-spent"))
}

/// Forgets passes that are no longer good.
pub(crate) async fn clean(outside: &mut impl Outside, now: Micros) -> Result<u64> {
    outside.touch(&CLEAN, args![now]).await
}
