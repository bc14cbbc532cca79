//! Signing in: one letter with a six-digit code and a link, or a password if the person set one. The answer is the same
//! whether or not an address is known. To an unknown one no letter is sent: nobody gets mail that they did not ask for.

use crate::account::{self, Account};
use crate::address::origin_of;
use crate::community;
use crate::letters::{self, Draft, Pen};
use crate::outside::Outside;
use crate::parsed::Email;
use crate::throttle::{self, Subject};
use crate::{password, session};
use kernel::{AccountId, CommunityId, Letter, Locale, MICROS_PER_SECOND, Micros, Problem, Result, token};
use serde_json::json;
use std::net::IpAddr;
use store::{Global, Work, args, global_statement};
use web::{Community, House, Visit};

/// The cookie that binds a code to the browser that asked for it: `ID.SECRET`.
pub const COOKIE: &str = "code";
/// How long a letter is good.
pub const GOOD_FOR: Micros = 15 * 60 * MICROS_PER_SECOND;
/// Wrong codes after which a letter's code is dead. Its link stays good.
pub const TRIES: i64 = 5;
/// The job that stands in for a letter to an unknown address, so that both ways write the same.
pub const NO_LETTER: &str = "identity.no-letter";
const DIGITS: u64 = 1_000_000;

/// Where somebody knocks.
#[derive(Clone, Copy)]
pub struct Desk<'v> {
    pub house: &'v House,
    pub community: &'v Community,
    pub client: IpAddr,
    pub locale: Locale,
}

impl<'v> Desk<'v> {
    pub fn of(visit: &'v Visit) -> Result<Desk<'v>> {
        Ok(Desk { house: &visit.house, community: visit.community()?, client: visit.client, locale: visit.locale })
    }

    fn now(&self) -> Micros {
        self.house.clock.now()
    }

    fn network(&self) -> String {
        session::network(self.client)
    }

    async fn attempt(&self, subjects: &[Subject]) -> Result<throttle::Attempt> {
        throttle::begin(&self.house.store, &self.house.chance, self.now(), subjects).await
    }
}

/// Who gets a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Welcome {
    /// Those who have an account.
    Known,
    /// Anybody: using the letter opens an account. For those who were given a link and prove their address.
    Anybody,
}

/// Who came in, and where they were going.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    pub account: AccountId,
    pub next: String,
}

global_statement!(
    ADD = "insert into identity_codes \
     (id, community_id, email_folded, email, account_id, code_hash, token_hash, next_path, tries, created_at, expires_at, used_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, null)"
);
global_statement!(ASKED = "select email from identity_codes where id = $1 and community_id = $2 and expires_at > $3");
global_statement!(
    TRY = "update identity_codes set tries = tries + 1 \
     where id = $1 and community_id = $2 and used_at is null and expires_at > $3 and tries < $4 returning code_hash, email, next_path"
);
global_statement!(USE = "update identity_codes set used_at = $2 where id = $1 and used_at is null");
global_statement!(
    USE_LINK = "update identity_codes set used_at = $3 \
     where token_hash = $1 and community_id = $2 and used_at is null and expires_at > $3 returning email, next_path"
);
global_statement!(
    LINK_GOOD =
        "select email from identity_codes where token_hash = $1 and community_id = $2 and used_at is null and expires_at > $3"
);
global_statement!(CLEAN = "delete from identity_codes where expires_at <= $1");

global_statement!(
    CLAIMING = "select next_path from identity_codes \
     where id = $1 and community_id = $2 and email_folded = $3 and expires_at > $4 and next_path like '/claim/%'"
);

/// Where a person without an account was going when they gave this address in this browser: a second letter is for
/// them too, although nobody of that address is known yet.
pub async fn claiming(desk: Desk<'_>, cookie: Option<&str>, email: &Email) -> Result<Option<String>> {
    let Some((id, _)) = cookie.and_then(parsed) else { return Ok(None) };
    let values = args![id, desk.community.id, email.folded(), desk.now()];
    desk.house.store.global_read().await?.maybe(&CLAIMING, values).await
}

/// Sends the letter, if anybody is to get one. Gives the value of the cookie [`COOKIE`].
///
/// # Errors
/// `TooMany` when this address or network asked too often.
pub async fn ask(desk: Desk<'_>, email: &Email, next: &str, welcome: Welcome) -> Result<String> {
    // Letters asked for count until the window has passed, whatever becomes of them.
    let _counted = desk.attempt(&[Subject::letters_to(email.folded()), Subject::letters_from(&desk.network())]).await?;
    let chance = &desk.house.chance;
    let (id, secret, link) = (chance.id(), token::make(chance), token::make(chance));
    let code = format!("{:06}", chance.below(DIGITS));
    let mut global = desk.house.store.global().await?;
    let account = account::by_email(&mut global, email).await?;
    let is_welcome = account.is_some() || welcome == Welcome::Anybody;
    // Without a letter nobody may come in by guessing: the hash is of nothing that can be typed.
    let code_hash = if is_welcome { token::keyed_hash(secret.as_bytes(), &code) } else { chance.bytes::<32>().to_vec() };
    let (now, community) = (desk.now(), desk.community.id);
    let row = args![
        id,
        community,
        email.folded(),
        email.as_str(),
        account.as_ref().map(|account| account.id),
        code_hash,
        token::hash(&link),
        next,
        now,
        now + GOOD_FOR
    ];
    global.run(&ADD, row).await?;
    let letter = letter(desk, &mut global, email, account.as_ref(), &code, &link, id).await?;
    let (kind, payload) = if is_welcome { (Letter::JOB, serde_json::to_value(&letter)?) } else { (NO_LETTER, json!({})) };
    global.enqueue(chance.id(), Some(community), Work { kind, payload, due: None, key: Some(&letter.key) }, now).await?;
    global.commit().await?;
    Ok(format!("{id}.{secret}"))
}

async fn letter(
    desk: Desk<'_>,
    global: &mut Global,
    email: &Email,
    account: Option<&Account>,
    code: &str,
    link: &str,
    id: i64,
) -> Result<Letter> {
    let known = community::known_in(global, desk.community.id).await?;
    let locale = account.map_or(desk.locale, |account| account.locale);
    let (pen, name) = (Pen { words: &desk.house.words, locale }, desk.community.name.as_str());
    let url = format!("{}/sign-in/link?key={link}", origin_of(desk.house, &known));
    let subject =
        desk.house.words.tv(locale, "identity-letter-sign-in-subject", &[("code", code.into()), ("community", name.into())]);
    letters::write(
        &desk.house.words,
        name,
        &Draft {
            to: email.as_str(),
            locale,
            key: format!("sign-in-{id}"),
            subject,
            lines: vec![pen.tt("identity-letter-sign-in-text", "community", name)],
            code: Some(code.to_owned()),
            link: Some((pen.t("identity-letter-sign-in-link"), url)),
            after: vec![pen.t("identity-letter-sign-in-note")],
        },
    )
}

/// The address to which this browser asked for a letter, as it typed it.
pub async fn asked(desk: Desk<'_>, cookie: &str) -> Result<Option<String>> {
    let Some((id, _)) = parsed(cookie) else { return Ok(None) };
    desk.house.store.global_read().await?.maybe(&ASKED, args![id, desk.community.id, desk.now()]).await
}

fn parsed(cookie: &str) -> Option<(i64, &str)> {
    let (id, secret) = cookie.split_once('.')?;
    Some((id.parse().ok()?, secret))
}

/// Comes in by the code from the letter, in the browser that asked for it.
///
/// # Errors
/// `Invalid` at `code`, `TooMany`.
pub async fn by_code(desk: Desk<'_>, cookie: &str, code: &str) -> Result<Entered> {
    let spent = || Problem::field("code", "identity-fault-code-spent");
    let (id, secret) = parsed(cookie).ok_or_else(spent)?;
    let email = asked(desk, cookie).await?.ok_or_else(spent)?;
    let folded = email.to_ascii_lowercase();
    let attempt = desk.attempt(&[Subject::account(&folded), Subject::network(&desk.network())]).await?;
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let mut global = desk.house.store.global().await?;
    let row = global.maybe::<(Vec<u8>, String, String)>(&TRY, args![id, desk.community.id, desk.now(), TRIES]).await?;
    let Some((hash, email, next)) = row else { return Err(spent()) };
    if !token::same(&hash, &token::keyed_hash(secret.as_bytes(), &digits)) {
        // The try counts even though nobody came in.
        global.commit().await?;
        return Err(Problem::field("code", "identity-fault-code"));
    }
    global.run(&USE, args![id, desk.now()]).await?;
    let account = proven(&mut global, desk, &email).await?;
    global.commit().await?;
    throttle::forgive(&desk.house.store, attempt).await?;
    Ok(Entered { account: account.id, next })
}

/// The address whose link this is, if it is still good. Changes nothing, so that mail scanners do not use it up.
pub async fn link_is_good(desk: Desk<'_>, link: &str) -> Result<Option<String>> {
    desk.house.store.global_read().await?.maybe(&LINK_GOOD, args![token::hash(link), desk.community.id, desk.now()]).await
}

/// Comes in by the link from the letter, in the browser that pressed the button; uses the link up.
///
/// # Errors
/// `Conflict` for a link that is used, old or not ours, `TooMany`.
pub async fn by_link(desk: Desk<'_>, link: &str) -> Result<Entered> {
    let attempt = desk.attempt(&[Subject::network(&desk.network())]).await?;
    let mut global = desk.house.store.global().await?;
    let row = global.maybe::<(String, String)>(&USE_LINK, args![token::hash(link), desk.community.id, desk.now()]).await?;
    let Some((email, next)) = row else { return Err(Problem::Conflict("identity-link-spent")) };
    let account = proven(&mut global, desk, &email).await?;
    global.commit().await?;
    throttle::forgive(&desk.house.store, attempt).await?;
    Ok(Entered { account: account.id, next })
}

/// The mailbox was proven: its account, opened now for those who were welcome without one.
async fn proven(global: &mut Global, desk: Desk<'_>, email: &str) -> Result<Account> {
    let email = Email::parse(email).ok_or(Problem::NotFound)?;
    account::ensure(global, &email, desk.locale, desk.now(), &desk.house.chance).await
}

/// Comes in by a password. As much work is done for those who have none.
///
/// # Errors
/// `Invalid` at `password`, `TooMany`.
pub async fn by_password(desk: Desk<'_>, email: &Email, text: &str) -> Result<AccountId> {
    let attempt = desk.attempt(&[Subject::account(email.folded()), Subject::network(&desk.network())]).await?;
    let account = account::by_email(&mut desk.house.store.global_read().await?, email).await?;
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    match (password::is(text, hash).await?, account) {
        (true, Some(account)) => {
            throttle::forgive(&desk.house.store, attempt).await?;
            Ok(account.id)
        }
        _ => Err(Problem::field("password", "identity-fault-password-wrong")),
    }
}

/// Whether this is the account's password: asked before it is changed. Failures count as those of signing in.
pub async fn confirms(desk: Desk<'_>, account: &Account, text: &str) -> Result<bool> {
    let folded = account.email.to_ascii_lowercase();
    let attempt = desk.attempt(&[Subject::account(&folded), Subject::network(&desk.network())]).await?;
    let confirmed = password::is(text, account.password_hash.clone()).await?;
    if confirmed {
        throttle::forgive(&desk.house.store, attempt).await?;
    }
    Ok(confirmed)
}

/// Opens this browser's session and ends the one it had: tokens change with every sign-in.
pub async fn enter(visit: &Visit, agent: Option<&str>, account: AccountId) -> Result<()> {
    let community: CommunityId = visit.community()?.id;
    let (now, chance) = (visit.house.clock.now(), &visit.house.chance);
    let browser = session::Browser::of(agent, visit.client);
    let mut global = visit.house.store.global().await?;
    if let (Some(old), Some(holder)) = (visit.session, visit.viewer.account) {
        session::revoke(&mut global, old, holder, now).await?;
    }
    let secret = session::open(&mut global, chance, now, account, community, &browser).await?;
    global.commit().await?;
    keep(visit, &secret);
    visit.drop_cookie(COOKIE);
    Ok(())
}

/// Gives the browser its token.
pub(crate) fn keep(visit: &Visit, secret: &str) {
    visit.set_cookie(session::COOKIE, secret, Some(session::ABSOLUTE_DAYS * 86_400));
}

/// Forgets letters that are no longer good.
pub(crate) async fn clean(outside: &mut impl Outside, now: Micros) -> Result<u64> {
    outside.touch(&CLEAN, args![now]).await
}
