//! Links by which people find themselves: one for the whole chat, and personal ones that staff hand out.
//! A link is shown once, when it is made; we keep its hash.

use crate::policy::Steward;
use identity::member::State;
use kernel::{AccountId, MICROS_PER_DAY, MemberId, Micros, Problem, Result, token};
use store::{FromRow, Row, Scope, args, statement};

/// How long a link works.
pub const DAYS: i64 = 30;
/// Personal links that wait, as staff see them on one page.
pub const SHOWN: usize = 50;
/// The longest token that is looked up.
const TOKEN_BYTES: usize = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// Posted into the chat: whoever follows it picks who they were, and the owner confirms.
    Chat,
    /// Handed to one person: proof enough, and good for one use.
    Personal,
}

#[derive(Clone, Debug)]
pub struct Link {
    pub id: i64,
    pub kind: LinkKind,
    /// The imported person of a personal link.
    pub member: Option<MemberId>,
    pub created_at: Micros,
    pub expires_at: Micros,
    pub used_at: Option<Micros>,
    pub used_by: Option<AccountId>,
    pub revoked_at: Option<Micros>,
}

impl FromRow for Link {
    fn from_row(row: &mut Row) -> anyhow::Result<Link> {
        Ok(Link {
            id: row.next()?,
            kind: if row.next::<String>()? == "chat" { LinkKind::Chat } else { LinkKind::Personal },
            member: row.next()?,
            created_at: row.next()?,
            expires_at: row.next()?,
            used_at: row.next()?,
            used_by: row.next()?,
            revoked_at: row.next()?,
        })
    }
}

impl Link {
    /// Whether it still opens anything.
    pub fn works(&self, now: Micros) -> bool {
        self.revoked_at.is_none() && self.used_at.is_none() && self.expires_at > now
    }
}

statement!(
    ADD = "insert into people_links (community_id, id, kind, token_hash, member_id, made_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
statement!(
    BY_TOKEN = "select id, kind, member_id, created_at, expires_at, used_at, used_by, revoked_at from people_links where community_id = $1 and token_hash = $2"
);
statement!(
    CHAT = "select id, kind, member_id, created_at, expires_at, used_at, used_by, revoked_at from people_links \
     where community_id = $1 and kind = 'chat' and revoked_at is null order by id desc limit 1"
);
statement!(
    REVOKE_CHAT = "update people_links set revoked_at = $2 where community_id = $1 and kind = 'chat' and revoked_at is null"
);
statement!(
    REVOKE =
        "update people_links set revoked_at = $3 where community_id = $1 and id = $2 and revoked_at is null and used_at is null"
);
statement!(
    REVOKE_OF_MEMBER = "update people_links set revoked_at = $3 where community_id = $1 and member_id = $2 and revoked_at is null and used_at is null"
);
statement!(
    RENEW =
        "update people_links set expires_at = $3 where community_id = $1 and id = $2 and revoked_at is null and used_at is null"
);
statement!(
    USE = "update people_links set used_at = $3, used_by = $4 where community_id = $1 and id = $2 and used_at is null and revoked_at is null"
);
statement!(
    WAITING = "select l.id, l.created_at, l.expires_at, m.id, m.name from people_links l \
     join identity_persons m on m.community_id = l.community_id and m.id = l.member_id \
     where l.community_id = $1 and l.kind = 'personal' and l.used_at is null and l.revoked_at is null and l.expires_at > $2 and l.id < $3 order by l.id desc limit $4"
);

/// The one link for the whole chat, if there is one that was not revoked.
pub async fn chat(scope: &mut Scope) -> Result<Option<Link>> {
    scope.maybe(&CHAT, &[]).await
}

/// Makes the link for the whole chat and gives its token, which cannot be shown again. The one before stops working.
pub async fn make_chat(scope: &mut Scope, _: &Steward) -> Result<String> {
    let now = scope.now();
    scope.run(&REVOKE_CHAT, args![now]).await?;
    let (id, token) = make(scope, "chat", None).await?;
    crate::audit::record(scope, "people-audit-chat-link-made", "link", id, &serde_json::json!({})).await?;
    Ok(token)
}

/// Makes a personal link for an imported person. Those handed out before for the same person stop working.
///
/// # Errors
/// `Conflict` if the person is no longer an imported one.
pub async fn make_personal(scope: &mut Scope, _: &Steward, member: MemberId) -> Result<String> {
    if identity::member::member(scope, member).await?.state != State::Imported {
        return Err(Problem::Conflict("people-conflict-claimed"));
    }
    revoke_of(scope, member).await?;
    let (_, token) = make(scope, "personal", Some(member)).await?;
    crate::audit::record(scope, "people-audit-personal-link-made", "member", member.0, &serde_json::json!({})).await?;
    Ok(token)
}

async fn make(scope: &mut Scope, kind: &str, member: Option<MemberId>) -> Result<(i64, String)> {
    let token = token::make(scope.chance());
    let (id, now, maker) = (scope.deal()?, scope.now(), scope.viewer().member);
    scope.run(&ADD, args![id, kind, token::hash(&token), member, maker, now, now + DAYS * MICROS_PER_DAY]).await?;
    Ok((id, token))
}

/// The link of a token, whatever became of it.
///
/// # Errors
/// `NotFound` if nobody made it.
pub async fn by_token(scope: &mut Scope, token: &str) -> Result<Link> {
    if token.len() > TOKEN_BYTES {
        return Err(Problem::NotFound);
    }
    scope.one(&BY_TOKEN, args![token::hash(token)]).await
}

/// A working link, or the reason why it works no more.
pub async fn working(scope: &mut Scope, token: &str) -> Result<Link> {
    let link = by_token(scope, token).await?;
    if link.works(scope.now()) { Ok(link) } else { Err(Problem::Conflict("people-conflict-link-over")) }
}

pub async fn revoke(scope: &mut Scope, _: &Steward, id: i64) -> Result<()> {
    let now = scope.now();
    scope.run(&REVOKE, args![id, now]).await?;
    crate::audit::record(scope, "people-audit-link-revoked", "link", id, &serde_json::json!({})).await
}

/// Another thirty days from now for the same link: one posted into the chat need not be posted again.
pub async fn renew(scope: &mut Scope, _: &Steward, id: i64) -> Result<()> {
    let until = scope.now() + DAYS * MICROS_PER_DAY;
    if scope.run(&RENEW, args![id, until]).await? == 0 {
        return Err(Problem::Conflict("people-conflict-link-over"));
    }
    Ok(())
}

/// Uses a personal link up.
///
/// # Errors
/// `Conflict` for whoever comes second.
pub(crate) async fn use_up(scope: &mut Scope, link: &Link, account: Option<AccountId>) -> Result<()> {
    let now = scope.now();
    if scope.run(&USE, args![link.id, now, account]).await? == 0 {
        return Err(Problem::Conflict("people-conflict-link-over"));
    }
    Ok(())
}

/// Personal links of a person stop working.
pub(crate) async fn revoke_of(scope: &mut Scope, member: MemberId) -> Result<()> {
    let now = scope.now();
    scope.run(&REVOKE_OF_MEMBER, args![member, now]).await.map(|_| ())
}

/// A personal link that waits to be used.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub id: i64,
    pub created_at: Micros,
    pub expires_at: Micros,
    pub member: MemberId,
    pub name: String,
}

impl FromRow for Waiting {
    fn from_row(row: &mut Row) -> anyhow::Result<Waiting> {
        Ok(Waiting { id: row.next()?, created_at: row.next()?, expires_at: row.next()?, member: row.next()?, name: row.next()? })
    }
}

/// Personal links not used yet, newest first, before an id.
pub async fn waiting(scope: &mut Scope, before: Option<i64>) -> Result<Vec<Waiting>> {
    let now = scope.now();
    scope.all(&WAITING, args![now, before.unwrap_or(i64::MAX), SHOWN + 1]).await
}
