//! Notices that a member stopped, by kind; and the token in each letter, by which one click stops that kind without signing in.

use crate::policy::Actor;
use crate::request::codes;
use identity::community;
use kernel::{MemberId, Problem, Result, token};
use std::collections::BTreeSet;
use std::fmt::Write;
use store::{Scope, args, statement};

codes!(
    /// What a letter tells of.
    Kind {
        /// Somebody is asked to help.
        Invited = "invited",
        /// Their request was answered.
        Answered = "answered",
        /// An introduction waits for their word, or has come about.
        Introduced = "introduced",
        /// Their request came to the Desk, or staff closed it.
        Course = "course",
        /// They are reminded of something of theirs.
        Reminded = "reminded",
        /// Their help was confirmed, or a request that they answered is open again.
        Helped = "helped",
        /// A deal waits for their word, or the other one does not agree with it.
        Deal = "deal",
    }
);

/// Bytes of a token's seal: nobody guesses 128 bits.
const SEAL_BYTES: usize = 16;

statement!(
    ADD = "insert into requests_stops (community_id, member_id, kind, at) values ($1, $2, $3, $4) on conflict (community_id, member_id, kind) do nothing"
);
statement!(DROP = "delete from requests_stops where community_id = $1 and member_id = $2 and kind = $3");
statement!(OF = "select kind from requests_stops where community_id = $1 and member_id = $2");
statement!(IS = "select 1 from requests_stops where community_id = $1 and member_id = $2 and kind = $3");

/// Kinds that a member stopped.
pub async fn of(scope: &mut Scope, member: MemberId) -> Result<BTreeSet<Kind>> {
    let held = scope.all::<String>(&OF, args![member]).await?;
    Ok(held.iter().filter_map(|code| Kind::parse(code)).collect())
}

pub async fn is_stopped(scope: &mut Scope, member: MemberId, kind: Kind) -> Result<bool> {
    Ok(scope.maybe::<i64>(&IS, args![member, kind.code()]).await?.is_some())
}

/// Makes exactly these kinds the stopped ones.
pub async fn keep(scope: &mut Scope, actor: Actor, stopped: &BTreeSet<Kind>) -> Result<()> {
    for kind in Kind::ALL {
        set(scope, actor.member, *kind, stopped.contains(kind)).await?;
    }
    Ok(())
}

async fn set(scope: &mut Scope, member: MemberId, kind: Kind, stopped: bool) -> Result<()> {
    let now = scope.now();
    match stopped {
        true => scope.run(&ADD, args![member, kind.code(), now]).await?,
        false => scope.run(&DROP, args![member, kind.code()]).await?,
    };
    Ok(())
}

/// Whoever holds a letter's token: its reader, as far as this one kind goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    member: MemberId,
    pub kind: Kind,
}

/// The token of one member and kind: the same in every letter, for ever.
pub async fn token(scope: &mut Scope, member: MemberId, kind: Kind) -> Result<String> {
    let secret = community::secret(scope).await?;
    Ok(written(&secret, member, kind))
}

fn written(secret: &[u8], member: MemberId, kind: Kind) -> String {
    format!("{member}-{}-{}", kind.code(), seal(secret, member, kind))
}

/// Who holds a token.
///
/// # Errors
/// `NotFound` for one that this community did not make.
pub async fn holder(scope: &mut Scope, text: &str) -> Result<Holder> {
    let mut parts = text.splitn(3, '-');
    let member = parts.next().and_then(|part| part.parse().ok()).map(MemberId).ok_or(Problem::NotFound)?;
    let kind = parts.next().and_then(Kind::parse).ok_or(Problem::NotFound)?;
    let secret = community::secret(scope).await?;
    // The whole of it is compared: a number written otherwise, with a plus or with noughts before it, is no token.
    let same = token::same(written(&secret, member, kind).as_bytes(), text.as_bytes());
    if same { Ok(Holder { member, kind }) } else { Err(Problem::NotFound) }
}

fn seal(secret: &[u8], member: MemberId, kind: Kind) -> String {
    let hash = token::keyed_hash(secret, &format!("requests.stop.{member}.{}", kind.code()));
    hash.iter().take(SEAL_BYTES).fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a String takes any text");
        text
    })
}

/// Stops the kind, or lets it come again; twice is once.
pub async fn set_by(scope: &mut Scope, holder: Holder, stopped: bool) -> Result<()> {
    set(scope, holder.member, holder.kind, stopped).await
}

/// Whether the holder's kind is stopped.
pub async fn stopped_by(scope: &mut Scope, holder: Holder) -> Result<bool> {
    is_stopped(scope, holder.member, holder.kind).await
}
