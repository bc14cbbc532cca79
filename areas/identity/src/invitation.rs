//! Invitations by e-mail: a letter with a link that makes its reader a member, once, within two weeks.

use crate::account;
pub use crate::invitee::Invitee;
use crate::letters::{self, Draft, Pen};
use crate::member::{self, Arrival, Member};
use crate::parsed::{Email, Name};
use crate::policy::Invites;
use crate::{audit, deeds};
use kernel::{AccountId, AudienceId, IdentityId, Locale, MICROS_PER_DAY, Micros, Problem, Result, token};
use serde_json::json;
use std::collections::HashSet;
use store::{Deed, FromRow, List, Row, Scope, args, statement};
use web::Words;

/// Days for which an invitation is good.
pub const GOOD_DAYS: i64 = 14;
/// People invited at once.
pub const AT_ONCE: usize = 50;
/// Invitations on one page.
pub const PAGE: usize = 50;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Waiting,
    Accepted,
    Expired,
    Revoked,
}

impl State {
    /// The word that says it.
    pub fn word(self) -> &'static str {
        match self {
            State::Waiting => "identity-invitation-waiting",
            State::Accepted => "identity-invitation-accepted",
            State::Expired => "identity-invitation-expired",
            State::Revoked => "identity-invitation-revoked",
        }
    }
}

#[derive(Clone, Debug)]
pub struct Invitation {
    pub id: i64,
    pub email: String,
    pub name: String,
    pub invited_by: Option<IdentityId>,
    pub created_at: Micros,
    pub expires_at: Micros,
    pub accepted_at: Option<Micros>,
    pub revoked_at: Option<Micros>,
}

impl FromRow for Invitation {
    fn from_row(row: &mut Row) -> anyhow::Result<Invitation> {
        Ok(Invitation {
            id: row.next()?,
            email: row.next()?,
            name: row.next()?,
            invited_by: row.next()?,
            created_at: row.next()?,
            expires_at: row.next()?,
            accepted_at: row.next()?,
            revoked_at: row.next()?,
        })
    }
}

impl Invitation {
    pub fn state(&self, now: Micros) -> State {
        match (self.accepted_at, self.revoked_at) {
            (Some(_), _) => State::Accepted,
            (None, Some(_)) => State::Revoked,
            (None, None) if self.expires_at <= now => State::Expired,
            (None, None) => State::Waiting,
        }
    }
}

/// What the letters say besides: who writes, and where links lead.
pub struct Post<'a> {
    pub words: &'a Words,
    pub locale: Locale,
    pub community: &'a str,
    pub origin: &'a str,
    /// The inviter's name; empty if the house itself invites.
    pub inviter: &'a str,
}

macro_rules! invitations {
    ($rest:literal) => {
        concat!("select id, email, name, invited_by, created_at, expires_at, accepted_at, revoked_at from identity_invitations where community_id = $1 ", $rest)
    };
}

statement!(
    ADD = "insert into identity_invitations \
     (community_id, id, email, email_folded, name, token_hash, invited_by, created_at, expires_at, accepted_at, accepted_by, revoked_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, null, null)"
);
statement!(ONE = invitations!("and id = $2"));
statement!(BY_TOKEN = invitations!("and token_hash = $2"));
statement!(BEFORE = invitations!("and id < $2 order by id desc limit $3"));
statement!(
    OPEN_FOR = "select email_folded from identity_invitations \
     where community_id = $1 and email_folded {any $2} and accepted_at is null and revoked_at is null and expires_at > $3"
);
statement!(
    MEMBERS_AMONG = "select a.email_folded from identity_accounts a join identity_members m on m.account_id = a.id \
     where m.community_id = $1 and m.state = 'active' and a.email_folded {any $2}"
);
statement!(
    RENEW = "update identity_invitations set token_hash = $3, expires_at = $4 where community_id = $1 and id = $2 and accepted_at is null and revoked_at is null"
);
statement!(
    REVOKE = "update identity_invitations set revoked_at = $3 where community_id = $1 and id = $2 and accepted_at is null and revoked_at is null"
);
statement!(
    FORGET = "update identity_invitations set email = '', email_folded = '', name = '', revoked_at = coalesce(revoked_at, $3) \
     where community_id = $1 and email_folded = $2"
);
statement!(
    ACCEPT = "update identity_invitations set accepted_at = $3, accepted_by = $4 \
     where community_id = $1 and id = $2 and accepted_at is null and revoked_at is null and expires_at > $3"
);

/// Invitations before an id, newest first.
pub async fn before(scope: &mut Scope, _right: &Invites, id: Option<i64>, limit: usize) -> Result<Vec<Invitation>> {
    scope.all(&BEFORE, args![id.unwrap_or(i64::MAX), limit]).await
}

/// Addresses among these (folded) that belong to members, and those with an invitation that is still good.
pub async fn taken(scope: &mut Scope, emails: &[String]) -> Result<(HashSet<String>, HashSet<String>)> {
    let now = scope.now();
    let members = scope.all::<String>(&MEMBERS_AMONG, args![List::Text(emails.to_vec())]).await?;
    let invited = scope.all::<String>(&OPEN_FOR, args![List::Text(emails.to_vec()), now]).await?;
    Ok((members.into_iter().collect(), invited.into_iter().collect()))
}

/// Invites people and writes their letters. Members and those with a good invitation are passed over. Gives how many
/// were invited.
pub async fn send(scope: &mut Scope, _right: &Invites, invitees: &[Invitee], post: &Post<'_>) -> Result<usize> {
    let folded: Vec<String> = invitees.iter().map(|invitee| invitee.email.folded().to_owned()).collect();
    let (members, invited) = taken(scope, &folded).await?;
    let mut seen = HashSet::new();
    let mut sent = 0;
    for invitee in invitees.iter().take(AT_ONCE) {
        let email = invitee.email.folded();
        if members.contains(email) || invited.contains(email) || !seen.insert(email) {
            continue;
        }
        send_one(scope, invitee, post).await?;
        sent += 1;
    }
    Ok(sent)
}

async fn send_one(scope: &mut Scope, invitee: &Invitee, post: &Post<'_>) -> Result<()> {
    let (id, now, secret, by) = (scope.deal()?, scope.now(), token::make(scope.chance()), scope.viewer().identity);
    let row = args![
        id,
        invitee.email.as_str(),
        invitee.email.folded(),
        &invitee.name,
        token::hash(&secret),
        by,
        now,
        now + GOOD_DAYS * MICROS_PER_DAY
    ];
    scope.run(&ADD, row).await?;
    scope
        .deed(Deed {
            kind: deeds::MEMBER_INVITED,
            at: now,
            actor: by,
            object_kind: "invitation",
            object: id,
            audience: AudienceId::EVERYONE,
            channel: deeds::WEB,
            amount: 0,
            parties: &[],
        })
        .await?;
    deliver(scope, id, invitee.email.as_str(), &secret, post).await
}

async fn deliver(scope: &mut Scope, id: i64, to: &str, secret: &str, post: &Post<'_>) -> Result<()> {
    let pen = Pen { words: post.words, locale: post.locale };
    let text = match post.inviter {
        "" => pen.tt("identity-letter-invitation-text", "community", post.community),
        inviter => post.words.tv(
            post.locale,
            "identity-letter-invitation-text-by",
            &[("inviter", inviter.into()), ("community", post.community.into())],
        ),
    };
    let draft = Draft {
        to,
        locale: post.locale,
        key: format!("invitation-{id}-{}", scope.chance().id()),
        subject: pen.tt("identity-letter-invitation-subject", "community", post.community),
        lines: vec![text],
        code: None,
        link: Some((pen.t("identity-letter-invitation-link"), format!("{}/invitation?key={secret}", post.origin))),
        after: vec![pen.t("identity-letter-invitation-note")],
    };
    let letter = letters::write(post.words, post.community, &draft)?;
    scope.letter(&letter).await.map(|_| ())
}

/// Sends the letter again, with a new link and new time; the old link is dead.
///
/// # Errors
/// `NotFound`, or `Conflict` if it was accepted or revoked.
pub async fn resend(scope: &mut Scope, _right: &Invites, id: i64, post: &Post<'_>) -> Result<()> {
    let held = scope.one::<Invitation>(&ONE, args![id]).await?;
    let (now, secret) = (scope.now(), token::make(scope.chance()));
    if scope.run(&RENEW, args![id, token::hash(&secret), now + GOOD_DAYS * MICROS_PER_DAY]).await? == 0 {
        return Err(Problem::Conflict("identity-invitation-closed"));
    }
    deliver(scope, id, &held.email, &secret, post).await
}

/// Takes an invitation back.
///
/// # Errors
/// `NotFound`, or `Conflict` if it was accepted.
pub async fn revoke(scope: &mut Scope, _right: &Invites, id: i64) -> Result<()> {
    let held = scope.one::<Invitation>(&ONE, args![id]).await?;
    let now = scope.now();
    if held.accepted_at.is_some() {
        return Err(Problem::Conflict("identity-invitation-closed"));
    }
    if scope.run(&REVOKE, args![id, now]).await? > 0 {
        audit::record(scope, "identity.invitation-revoked", "invitation", id, &json!({})).await?;
    }
    Ok(())
}

/// The invitation of a link, if it can still be accepted.
pub async fn by_link(scope: &mut Scope, secret: &str) -> Result<Option<Invitation>> {
    let now = scope.now();
    let held = scope.maybe::<Invitation>(&BY_TOKEN, args![token::hash(secret)]).await?;
    Ok(held.filter(|held| held.state(now) == State::Waiting))
}

/// Forgets the address and name in every invitation of this address: part of an erasure. Those still open die.
pub async fn forget(scope: &mut Scope, email: &Email) -> Result<u64> {
    let now = scope.now();
    scope.run(&FORGET, args![email.folded(), now]).await
}

/// Who accepts an invitation.
pub enum Acceptor {
    /// Somebody who is signed in: the link was meant for whoever holds it.
    Account(AccountId),
    /// Somebody new. If the invited address has an account already, its owner must sign in first: an invitation that
    /// was handed on must not open a stranger's account.
    Newcomer(Locale),
}

/// Makes the acceptor a member, once.
///
/// # Errors
/// `Conflict("identity-invitation-over")` if it cannot be accepted any more, `Conflict("identity-invitation-known")`
/// if the address has an account and nobody is signed in.
pub async fn accept(scope: &mut Scope, secret: &str, acceptor: Acceptor, name: &Name) -> Result<Member> {
    let over = || Problem::Conflict("identity-invitation-over");
    let held = by_link(scope, secret).await?.ok_or_else(over)?;
    let (now, chance) = (scope.now(), scope.chance().clone());
    let account = match acceptor {
        Acceptor::Account(account) => account,
        Acceptor::Newcomer(locale) => {
            let email = Email::parse(&held.email).ok_or_else(over)?;
            let opened = account::open_new(scope, &email, locale, now, &chance).await?;
            opened.ok_or(Problem::Conflict("identity-invitation-known"))?.id
        }
    };
    let joined = member::join(scope, account, name, Arrival { inviter: held.invited_by }).await?;
    if scope.run(&ACCEPT, args![held.id, now, joined.id]).await? == 0 {
        return Err(over());
    }
    Ok(joined)
}
