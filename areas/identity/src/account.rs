//! A person's sign-in, one for all communities of the installation.

use crate::outside::Outside;
use crate::parsed::Email;
use kernel::{AccountId, Chance, Locale, Micros, Problem, Result};
use store::{FromRow, Row, args, global_statement};

#[derive(Clone, Debug)]
pub struct Account {
    pub id: AccountId,
    pub email: String,
    /// A PHC string; nothing if the person set no password.
    pub password_hash: Option<String>,
    pub locale: Locale,
    pub created_at: Micros,
}

impl FromRow for Account {
    fn from_row(row: &mut Row) -> anyhow::Result<Account> {
        Ok(Account {
            id: row.next()?,
            email: row.next()?,
            password_hash: row.next()?,
            locale: Locale::parse(&row.next::<String>()?).unwrap_or_default(),
            created_at: row.next()?,
        })
    }
}

/// A community in which an account is a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    pub slug: String,
    pub name: String,
}

impl FromRow for Home {
    fn from_row(row: &mut Row) -> anyhow::Result<Home> {
        Ok(Home { slug: row.next()?, name: row.next()? })
    }
}

/// Communities of one account that are listed.
const HOMES: i64 = 50;

global_statement!(BY_ID = "select id, email, password_hash, locale, created_at from identity_accounts where id = $1");
global_statement!(BY_EMAIL = "select id, email, password_hash, locale, created_at from identity_accounts where email_folded = $1");
global_statement!(
    OPEN = "insert into identity_accounts (id, email, email_folded, password_hash, locale, created_at) \
     values ($1, $2, $3, null, $4, $5) on conflict (email_folded) do nothing"
);
global_statement!(SET_PASSWORD = "update identity_accounts set password_hash = $2 where id = $1");
global_statement!(SET_LOCALE = "update identity_accounts set locale = $2 where id = $1");
global_statement!(
    CLOSE = "delete from identity_accounts where id = $1 and not exists (select 1 from identity_members m where m.account_id = $1)"
);
global_statement!(CLOSE_SESSIONS = "delete from identity_sessions where account_id = $1");
global_statement!(CLOSE_CODES = "delete from identity_codes where account_id = $1");
global_statement!(CLOSE_PASSES = "delete from identity_passes where account_id = $1");
global_statement!(
    HOMES_OF = "select c.slug, c.name from identity_members m join identity_communities c on c.id = m.community_id \
     where m.account_id = $1 and m.state = 'active' and c.id <> $2 order by c.name, c.id limit $3"
);

/// # Errors
/// `NotFound` if there is none.
pub async fn one(outside: &mut impl Outside, id: AccountId) -> Result<Account> {
    outside.row(&BY_ID, args![id]).await?.ok_or(Problem::NotFound)
}

pub async fn by_email(outside: &mut impl Outside, email: &Email) -> Result<Option<Account>> {
    outside.row(&BY_EMAIL, args![email.folded()]).await
}

/// The account of this address, opened now if there is none. Whoever calls this has seen proof of the mailbox, or is
/// the owner of the installation.
pub async fn ensure(outside: &mut impl Outside, email: &Email, locale: Locale, now: Micros, chance: &Chance) -> Result<Account> {
    outside.touch(&OPEN, args![chance.id(), email.as_str(), email.folded(), locale.code(), now]).await?;
    by_email(outside, email).await?.ok_or(Problem::NotFound)
}

/// A new account of this address, or nothing if there is one already.
pub async fn open_new(
    outside: &mut impl Outside,
    email: &Email,
    locale: Locale,
    now: Micros,
    chance: &Chance,
) -> Result<Option<Account>> {
    let opened = outside.touch(&OPEN, args![chance.id(), email.as_str(), email.folded(), locale.code(), now]).await?;
    if opened == 0 { Ok(None) } else { by_email(outside, email).await }
}

/// Closes an account that is a member nowhere, with everything known of it: sessions, letters, passes. False if it is a
/// member somewhere still, and then nothing changes.
pub async fn close(outside: &mut impl Outside, id: AccountId) -> Result<bool> {
    if outside.touch(&CLOSE, args![id]).await? == 0 {
        return Ok(false);
    }
    for statement in [&CLOSE_SESSIONS, &CLOSE_CODES, &CLOSE_PASSES] {
        outside.touch(statement, args![id]).await?;
    }
    Ok(true)
}

/// Sets, changes or (with `None`) removes the password.
pub async fn set_password(outside: &mut impl Outside, id: AccountId, hash: Option<&str>) -> Result<()> {
    outside.touch(&SET_PASSWORD, args![id, hash]).await.map(|_| ())
}

pub async fn set_locale(outside: &mut impl Outside, id: AccountId, locale: Locale) -> Result<()> {
    outside.touch(&SET_LOCALE, args![id, locale.code()]).await.map(|_| ())
}

/// Other communities where the account is a member.
pub async fn homes(outside: &mut impl Outside, id: AccountId, but: kernel::CommunityId) -> Result<Vec<Home>> {
    outside.rows(&HOMES_OF, args![id, but, HOMES]).await
}
