//! Forgetting a person. Their name, outside ids, points and account go; what they wrote stays readable under "a former
//! member", or goes as well if they wish so. A keyed hash of how they were known stays, and importers obey it.

use crate::links::{Link, LinkKind};
use crate::policy::{Keeper, Myself};
use crate::{deeds, facets, keeping, merges};
use identity::identity::{IdentityRow, NewIdentity};
use identity::member::State;
use identity::parsed::Email;
use kernel::{AccountId, IdentityId, MemberId, Micros, Problem, Result, token};
use std::collections::{BTreeSet, HashMap, HashSet};
use store::{FromRow, Row, Scope, Work, args, statement};

/// The job by which talk takes down the words of an identity: `{"identity_id": 7}`.
pub const ERASE_WORDS: &str = "talk.erase-words";
/// The job by which requests take a name out of what others wrote to recommend or to thank its bearer:
/// `{"member_ids": [3, 7], "names": ["…"]}`. A job that is done keeps no payload.
pub const ERASE_NAMES: &str = "requests.erase-names";
/// The job by which talk takes a name off what others passed on from its bearer: `{"names": ["…"]}`.
pub const ERASE_CREDITS: &str = "talk.erase-credits";
/// Who said a passed on message first is often known by a name alone. The name is remembered under this source.
const CREDITED: &str = "credited";
/// Identities compared at once when erasures are replayed.
const SLICE: i64 = 2_000;

/// The right to forget one member, and what it rests on.
pub struct Erasable {
    member: MemberId,
    proof: &'static str,
}

impl Erasable {
    /// A personal link was handed to the person themselves.
    pub fn by_link(link: &Link) -> Result<Erasable> {
        match (link.kind, link.member) {
            (LinkKind::Personal, Some(member)) => Ok(Erasable { member, proof: "link" }),
            _ => Err(Problem::Forbidden),
        }
    }

    /// The owner vouches for the wish.
    pub fn by_owner(_: &Keeper, member: MemberId) -> Erasable {
        Erasable { member, proof: "owner" }
    }

    /// A member speaks for themselves.
    pub fn by_myself(myself: &Myself) -> Erasable {
        Erasable { member: myself.member, proof: "self" }
    }

    pub fn member(&self) -> MemberId {
        self.member
    }

    pub fn proof(&self) -> &'static str {
        self.proof
    }
}

/// Somebody who was forgotten and is met again by an importer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErasedIdentity {
    /// What their words are written under.
    pub identity: IdentityId,
    /// Their words are not to be kept either.
    pub words_too: bool,
}

/// One row of the list of the forgotten, as it is carried over into a restored database.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ErasureRow {
    pub hash: Vec<u8>,
    pub identity: IdentityId,
    pub words_too: bool,
    pub at: Micros,
}

impl FromRow for ErasureRow {
    fn from_row(row: &mut Row) -> anyhow::Result<ErasureRow> {
        Ok(ErasureRow { hash: row.next()?, identity: row.next()?, words_too: row.next()?, at: row.next()? })
    }
}

statement!(ALL = "select hash, identity_id, words_too, at from people_erasures where community_id = $1 order by hash");
statement!(
    ADD = "insert into people_erasures (community_id, hash, identity_id, words_too, at) values ($1, $2, $3, $4, $5) \
     on conflict (community_id, hash) do update set identity_id = excluded.identity_id, words_too = excluded.words_too"
);
statement!(FORGET_POINTS = "delete from people_points where community_id = $1 and member_id {any $2}");
statement!(FORGET_CLAIMS = "delete from people_claims where community_id = $1 and member_id {any $2}");
statement!(FORGET_CLAIMS_OF_ACCOUNT = "delete from people_claims where community_id = $1 and account_id = $2");
statement!(FORGET_LINKS = "delete from people_links where community_id = $1 and member_id {any $2}");
// A wish by a name alone stays: it may be of another of that name, and the owner answers it.
statement!(
    FORGET_REMOVALS = "update people_removals set name = '', contact = '', state = case when state = 'waiting' then 'done' else state end, \
     decided_at = coalesce(decided_at, $3) where community_id = $1 and member_id {any $2} \
     and not (proof = $4 and state = 'waiting')"
);
statement!(
    WAYS_AFTER = "select id, source, outside_id, member_id from identity_ways where community_id = $1 and id > $2 and erased_at is null order by id limit $3"
);

/// Everybody of a community who was forgotten: what an importer asks before it writes a person.
pub struct Erasures {
    secret: Vec<u8>,
    known: HashMap<Vec<u8>, ErasedIdentity>,
}

impl Erasures {
    pub async fn load(scope: &mut Scope) -> Result<Erasures> {
        let secret = identity::community::secret(scope).await?;
        let known = rows(scope).await?.into_iter();
        let known = known.map(|row| (row.hash, ErasedIdentity { identity: row.identity, words_too: row.words_too })).collect();
        Ok(Erasures { secret, known })
    }

    /// The forgotten person whom a source names so, if there is one.
    pub fn find(&self, source: &str, outside_id: &str) -> Option<ErasedIdentity> {
        if self.known.is_empty() {
            return None;
        }
        self.known.get(&hash(&self.secret, source, outside_id)).copied()
    }

    /// Somebody of this name who was forgotten, where nothing but a name is known: of whoever said first what was passed
    /// on, was mentioned, or wrote in a form of the history that has no numbers. Their words are hushed with them only
    /// under a whole name; one of several Annas shall not take the words of the others along.
    pub fn credited(&self, name: &str) -> Option<ErasedIdentity> {
        let found = self.find(CREDITED, name)?;
        Some(ErasedIdentity { words_too: found.words_too && name.contains(' '), ..found })
    }

    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

fn hash(secret: &[u8], source: &str, outside_id: &str) -> Vec<u8> {
    token::keyed_hash(secret, &format!("{source}\n{outside_id}"))
}

/// The list of the forgotten: what a restore carries over from the database it replaces.
pub async fn rows(scope: &mut Scope) -> Result<Vec<ErasureRow>> {
    scope.all(&ALL, &[]).await
}

/// Forgets a member: an active one, or an imported person.
///
/// # Errors
/// `Conflict` for the last owner, and for somebody who is forgotten already or is another's past.
pub async fn erase(scope: &mut Scope, right: &Erasable, words_too: bool) -> Result<()> {
    let held = identity::member::member(scope, right.member).await?;
    if matches!(held.state, State::Erased | State::Merged) {
        return Err(Problem::Conflict("people-conflict-gone"));
    }
    let mut members = merges::pasts(scope, right.member).await?;
    members.push(right.member);
    let identities = identity::identity::of_member(scope, right.member).await?;
    let names = names(scope, &members, &identities).await?;
    erase_names(scope, &members, &names).await?;
    // The member goes first: whoever may not go (the last owner) keeps everything.
    for member in members.iter().rev() {
        identity::member::erase(scope, *member).await?;
        facets::forget(scope, *member).await?;
    }
    let erased = forget_identities(scope, &identities, words_too).await?;
    if let Some(identity) = erased.last() {
        forget_credits(scope, (*identity, words_too), &names).await?;
    }
    forget_rows(scope, &members).await?;
    if let Some(account) = held.account {
        forget_account(scope, account).await?;
    }
    deeds::about_member(scope, deeds::ERASED, right.member, i64::from(words_too), "erased", &erased).await?;
    let detail = serde_json::json!({ "proof": right.proof, "words_too": words_too });
    crate::audit::record(scope, "people-audit-erased", "member", right.member.0, &detail).await
}

async fn forget_identities(scope: &mut Scope, identities: &[IdentityRow], words_too: bool) -> Result<Vec<IdentityId>> {
    let (secret, now) = (identity::community::secret(scope).await?, scope.now());
    let mut erased = Vec::with_capacity(identities.len());
    for way in identities.iter().filter(|way| way.erased_at.is_none()) {
        let row = ErasureRow { hash: hash(&secret, &way.source, &way.outside_id), identity: way.id, words_too, at: now };
        add(scope, row).await?;
        identity::identity::erase(scope, way.id).await?;
        if words_too {
            erase_words(scope, way.id).await?;
        }
        erased.push(way.id);
    }
    Ok(erased)
}

/// The row, and the note beside the data that outlives it.
async fn add(scope: &mut Scope, row: ErasureRow) -> Result<()> {
    scope.run(&ADD, args![row.hash.clone(), row.identity, row.words_too, row.at]).await?;
    keeping::note(scope, row).await
}

async fn erase_words(scope: &mut Scope, identity: IdentityId) -> Result<()> {
    let key = format!("{}-{identity}", scope.community());
    let payload = serde_json::json!({ "identity_id": identity.0 });
    scope.enqueue(Work { kind: ERASE_WORDS, payload, due: None, key: Some(&key) }).await.map(|_| ())
}

/// The names are known for the last time now, so the jobs take them along.
async fn names(scope: &mut Scope, members: &[MemberId], identities: &[IdentityRow]) -> Result<BTreeSet<String>> {
    let numbers: Vec<i64> = members.iter().map(|member| member.0).collect();
    let held = identity::member::names(scope, &numbers).await?;
    let known = identities.iter().map(|way| way.name.clone()).chain(held.into_values());
    Ok(known.filter(|name| !name.is_empty()).collect())
}

async fn erase_names(scope: &mut Scope, members: &[MemberId], names: &BTreeSet<String>) -> Result<()> {
    let numbers: Vec<i64> = members.iter().map(|member| member.0).collect();
    let key = members.last().map(MemberId::to_string);
    let payload = serde_json::json!({ "member_ids": numbers, "names": names });
    scope.enqueue(Work { kind: ERASE_NAMES, payload, due: None, key: key.as_deref() }).await?;
    let payload = serde_json::json!({ "names": names });
    scope.enqueue(Work { kind: ERASE_CREDITS, payload, due: None, key: key.as_deref() }).await.map(|_| ())
}

/// Importers leave the names out as well.
async fn forget_credits(scope: &mut Scope, (identity, words_too): (IdentityId, bool), names: &BTreeSet<String>) -> Result<()> {
    let (secret, at) = (identity::community::secret(scope).await?, scope.now());
    for name in names {
        add(scope, ErasureRow { hash: hash(&secret, CREDITED, name), identity, words_too, at }).await?;
    }
    Ok(())
}

async fn forget_rows(scope: &mut Scope, members: &[MemberId]) -> Result<()> {
    let numbers: Vec<i64> = members.iter().map(|member| member.0).collect();
    let now = scope.now();
    for statement in [&FORGET_POINTS, &FORGET_CLAIMS, &FORGET_LINKS] {
        scope.run(statement, args![numbers.clone()]).await?;
    }
    scope.run(&FORGET_REMOVALS, args![numbers, now, crate::removals::GUESS]).await.map(|_| ())
}

/// The address goes from everything of this community, and the account with it, unless it is a member of another.
async fn forget_account(scope: &mut Scope, account: AccountId) -> Result<()> {
    scope.run(&FORGET_CLAIMS_OF_ACCOUNT, args![account]).await?;
    let held = identity::account::one(scope, account).await?;
    if let Some(email) = Email::parse(&held.email) {
        identity::invitation::forget(scope, &email).await?;
    }
    identity::account::close(scope, account).await.map(|_| ())
}

/// Forgets again those who were forgotten after a backup was taken. Numbers may have been dealt to others since, so
/// people are recognised by their hash, never by a number. Gives how many were forgotten now. Whoever was the last owner
/// when the backup was made stays until there is another, and the next replay meets them again.
pub async fn replay(scope: &mut Scope, rows: &[ErasureRow]) -> Result<usize> {
    let secret = identity::community::secret(scope).await?;
    let held: HashMap<Vec<u8>, IdentityId> = self::rows(scope).await?.into_iter().map(|row| (row.hash, row.identity)).collect();
    let mut missing: HashMap<&[u8], &ErasureRow> =
        rows.iter().filter(|row| !held.contains_key(&row.hash)).map(|row| (row.hash.as_slice(), row)).collect();
    let mut forgotten = 0;
    let mut after = 0;
    while !missing.is_empty() {
        let ways = scope.all::<(IdentityId, String, String, Option<MemberId>)>(&WAYS_AFTER, args![after, SLICE]).await?;
        let Some(last) = ways.last().map(|way| way.0.0) else { break };
        for (_, source, outside_id, member) in ways {
            let Some(row) = missing.remove(hash(&secret, &source, &outside_id).as_slice()) else { continue };
            match again(scope, &source, &outside_id, member, row).await {
                Ok(()) => forgotten += 1,
                Err(Problem::Conflict(word)) => {
                    tracing::warn!(community = %scope.community(), identity = row.identity.0, word, "an erasure cannot be carried out again");
                }
                Err(problem) => return Err(problem),
            }
        }
        after = last;
    }
    // To forget somebody again is to remember their names again.
    let held: HashSet<Vec<u8>> = self::rows(scope).await?.into_iter().map(|row| row.hash).collect();
    for row in missing.into_values().filter(|row| !held.contains(&row.hash)) {
        keep_for_importers(scope, row).await?;
    }
    Ok(forgotten)
}

/// An identity that the backup still knows.
async fn again(scope: &mut Scope, source: &str, outside_id: &str, member: Option<MemberId>, row: &ErasureRow) -> Result<()> {
    let Some(way) = identity::identity::by_outside(scope, source, outside_id).await? else { return Ok(()) };
    let state = match member {
        Some(member) => Some(identity::member::member(scope, member).await?.state),
        None => None,
    };
    match (member, state) {
        (None, _) | (_, None | Some(State::Erased | State::Merged)) => {
            forget_identities(scope, &[way], row.words_too).await.map(|_| ())
        }
        (Some(member), Some(_)) => erase(scope, &Erasable { member, proof: "replay" }, row.words_too).await,
    }
}

/// Somebody the backup does not know yet: an empty identity stands for them when an importer meets them.
async fn keep_for_importers(scope: &mut Scope, row: &ErasureRow) -> Result<()> {
    let outside_id: String = row.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let new = NewIdentity { member: None, source: "erased", outside_id: &outside_id, kind: identity::identity::PERSON, name: "" };
    let identity = identity::identity::create(scope, new).await?;
    identity::identity::erase(scope, identity).await?;
    add(scope, ErasureRow { identity, ..row.clone() }).await
}
