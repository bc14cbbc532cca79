//! Sessions: a browser that is signed in to one community. We keep the token's hash; the browser keeps the token.

use crate::outside::Outside;
use crate::parsed::line;
use kernel::{AccountId, Chance, CommunityId, IdentityId, Locale, MICROS_PER_DAY, MemberId, Micros, Result, token};
use std::net::IpAddr;
use store::{FromRow, Row, args, global_statement};
use web::client::neighbourhood;

/// The cookie that holds the token.
pub const COOKIE: &str = "session";
/// Days without a visit after which a session ends.
pub const IDLE_DAYS: i64 = 30;
/// Days after which a session ends however often it is used.
pub const ABSOLUTE_DAYS: i64 = 180;
/// How old the note of the last visit may grow before it is written anew: a write an hour at most, not one a page.
pub const TOUCH_AFTER: Micros = 3_600 * kernel::MICROS_PER_SECOND;
/// Sessions of one account that are listed, newest first.
const LISTED: i64 = 100;
const AGENT_LETTERS: usize = 200;

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: i64,
    /// The community's name.
    pub community: String,
    pub created_at: Micros,
    pub seen_at: Micros,
    /// What the browser said of itself.
    pub agent: String,
    /// /24 or /64.
    pub network: String,
}

impl FromRow for Session {
    fn from_row(row: &mut Row) -> anyhow::Result<Session> {
        Ok(Session {
            id: row.next()?,
            community: row.next()?,
            created_at: row.next()?,
            seen_at: row.next()?,
            agent: row.next()?,
            network: row.next()?,
        })
    }
}

/// Whose browser it is, as the gate sees it.
#[derive(Clone, Debug)]
pub struct Held {
    pub id: i64,
    pub seen_at: Micros,
    pub account: AccountId,
    pub locale: Locale,
    /// The active membership, if there is one: member, acting identity, name.
    pub member: Option<(MemberId, Option<IdentityId>, String)>,
}

impl FromRow for Held {
    fn from_row(row: &mut Row) -> anyhow::Result<Held> {
        let (id, seen_at, account) = (row.next()?, row.next()?, row.next()?);
        let locale = Locale::parse(&row.next::<String>()?).unwrap_or_default();
        let (member, identity, name): (Option<MemberId>, Option<IdentityId>, Option<String>) =
            (row.next()?, row.next()?, row.next()?);
        Ok(Held { id, seen_at, account, locale, member: member.map(|member| (member, identity, name.unwrap_or_default())) })
    }
}

/// Where a browser signs in from.
#[derive(Clone, Debug)]
pub struct Browser {
    pub agent: String,
    pub network: String,
}

impl Browser {
    pub fn of(agent: Option<&str>, client: IpAddr) -> Browser {
        let agent: String = agent.unwrap_or_default().chars().take(AGENT_LETTERS).collect();
        Browser { agent: line(&agent, AGENT_LETTERS).unwrap_or_default(), network: network(client) }
    }
}

/// `203.0.113.0/24`, `2001:db8:1:2::/64`.
pub fn network(client: IpAddr) -> String {
    format!("{}/{}", neighbourhood(client), if client.is_ipv4() { 24 } else { 64 })
}

global_statement!(
    OPEN = "insert into identity_sessions (id, token_hash, account_id, community_id, created_at, seen_at, agent, network, revoked_at) \
     values ($1, $2, $3, $4, $5, $5, $6, $7, null)"
);
global_statement!(
    HELD = "select s.id, s.seen_at, a.id, a.locale, m.id, m.identity_id, m.name from identity_sessions s \
     join identity_accounts a on a.id = s.account_id \
     left join identity_members m on m.community_id = s.community_id and m.account_id = a.id and m.state = 'active' \
     where s.token_hash = $1 and s.community_id = $2 and s.revoked_at is null and s.created_at > $3 and s.seen_at > $4"
);
global_statement!(TOUCH = "update identity_sessions set seen_at = $2 where id = $1 and seen_at < $2");
global_statement!(
    LIST = "select s.id, c.name, s.created_at, s.seen_at, s.agent, s.network from identity_sessions s \
     join identity_communities c on c.id = s.community_id \
     where s.account_id = $1 and s.revoked_at is null and s.created_at > $2 and s.seen_at > $3 order by s.created_at desc, s.id limit $4"
);
global_statement!(REVOKE = "update identity_sessions set revoked_at = $3 where id = $1 and account_id = $2 and revoked_at is null");
global_statement!(
    REVOKE_OTHERS = "update identity_sessions set revoked_at = $3 where account_id = $1 and id <> $2 and revoked_at is null"
);
global_statement!(CLEAN = "delete from identity_sessions where revoked_at < $1 or seen_at < $1 or created_at < $2");

/// Opens a session and ends the one that this browser had. Gives the token for the cookie.
pub async fn open(
    outside: &mut impl Outside,
    chance: &Chance,
    now: Micros,
    account: AccountId,
    community: CommunityId,
    browser: &Browser,
) -> Result<String> {
    let secret = token::make(chance);
    outside
        .touch(&OPEN, args![chance.id(), token::hash(&secret), account, community, now, &browser.agent, &browser.network])
        .await?;
    Ok(secret)
}

/// Whose token this is, if it is good in this community.
pub async fn held(outside: &mut impl Outside, secret: &str, community: CommunityId, now: Micros) -> Result<Option<Held>> {
    outside.row(&HELD, args![token::hash(secret), community, oldest(now), idlest(now)]).await
}

fn oldest(now: Micros) -> Micros {
    now - ABSOLUTE_DAYS * MICROS_PER_DAY
}

fn idlest(now: Micros) -> Micros {
    now - IDLE_DAYS * MICROS_PER_DAY
}

/// Notes that the session is in use.
pub async fn touch(outside: &mut impl Outside, id: i64, now: Micros) -> Result<()> {
    outside.touch(&TOUCH, args![id, now]).await.map(|_| ())
}

/// Sessions of an account that are good now, newest first.
pub async fn list(outside: &mut impl Outside, account: AccountId, now: Micros) -> Result<Vec<Session>> {
    outside.rows(&LIST, args![account, oldest(now), idlest(now), LISTED]).await
}

/// Ends one session of an account. Ending what has ended changes nothing.
pub async fn revoke(outside: &mut impl Outside, id: i64, account: AccountId, now: Micros) -> Result<()> {
    outside.touch(&REVOKE, args![id, account, now]).await.map(|_| ())
}

/// Ends every session of an account but one (0: every one). Gives how many.
pub async fn revoke_others(outside: &mut impl Outside, account: AccountId, but: i64, now: Micros) -> Result<u64> {
    outside.touch(&REVOKE_OTHERS, args![account, but, now]).await
}

/// Forgets what ended long ago.
pub(crate) async fn clean(outside: &mut impl Outside, now: Micros) -> Result<u64> {
    outside.touch(&CLEAN, args![idlest(now), oldest(now)]).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_by_its_network() {
        let browser = Browser::of(Some("Mozilla/5.0\r\n X"), "203.0.113.9".parse().expect("an address"));
        assert_eq!((browser.agent.as_str(), browser.network.as_str()), ("Mozilla/5.0 X", "203.0.113.0/24"));
        assert_eq!(network("2001:db8:1:2::7".parse().expect("an address")), "2001:db8:1:2::/64");
    }
}
