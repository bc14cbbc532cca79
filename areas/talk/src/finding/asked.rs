//! A search as a page asks for it, from the words typed to what may be shown.

use super::people::{self, Person};
use crate::author::Names;
use crate::deeds;
use crate::message::{self, Message};
use anyhow::Context;
use kernel::{IdentityId, MemberId, Micros, Result, sort_key};
use search::{Cursor, Found, Index, Kind, Order, Query};
use std::collections::HashMap;
use store::{Scope, args, statement};

/// Hits on one page.
pub const PAGE: usize = 20;
/// Persons that a typed name may mean.
pub const MEANT: usize = 8;
/// The least of a name by which authors of a history are looked for, in letters.
const LEAST_LETTERS: usize = 2;
/// The longest question that is read.
pub const LETTERS: usize = 200;
/// Deeds that are looked at while the index is behind.
const BEHIND_LOOKED_AT: i64 = 200;
/// The largest number of waiting messages that is said: beyond it a page says "99+".
const BEHIND_COUNTED: i64 = 99;

statement!(
    WAYS = "select id from identity_ways where community_id = $1 and id = $2 union \
     select w.id from identity_ways i join identity_ways w on w.community_id = i.community_id and w.member_id = i.member_id \
     where i.community_id = $1 and i.id = $2"
);

// Whoever came with a history is an author to those who may read something of theirs, and nothing else: whoever only joined said nothing.
statement!(
    AUTHORS = "select p.id, min(w.id), p.name from identity_persons p \
     join identity_ways w on w.community_id = p.community_id and w.member_id = p.id \
     where p.community_id = $1 and p.state in ('imported', 'left') and (p.sort_key like $2 or p.sort_key like $3) \
       and exists (select 1 from talk_messages m where m.community_id = w.community_id and m.author_id = w.id and m.kind <> 'service' \
         and m.audience_id {any $4}) \
     group by p.sort_key, p.id, p.name order by p.sort_key, p.id limit $5"
);
statement!(
    SEEN = "select id from talk_messages where community_id = $1 and author_id {any $2} and kind <> 'service' and audience_id {any $3} limit 1"
);

/// What a page asks.
#[derive(Clone, Debug)]
pub struct Asked {
    pub words: String,
    pub kind: Kind,
    pub from: Option<Micros>,
    /// Before this moment.
    pub until: Option<Micros>,
    pub newest: bool,
    pub after: Option<Cursor>,
}

/// Pieces of a text; the flag marks found words.
pub type Snippet = Vec<(String, bool)>;

/// A message that was found, and stands.
#[derive(Debug)]
pub struct MessageHit {
    pub message: Message,
    pub snippet: Snippet,
}

/// A member who was found, and is here.
#[derive(Debug)]
pub struct PersonHit {
    pub member: MemberId,
    pub name: String,
    pub snippet: Snippet,
}

/// The author by whom a search is narrowed.
#[derive(Clone, Debug)]
pub struct Author {
    pub identity: IdentityId,
    /// All ways by which the person is known; the identity alone for those who are no members.
    pub ways: Vec<i64>,
}

/// Learns who an author filter means; nobody if there is no such identity, or if the viewer sees nothing of theirs: who
/// came with a hidden history, or never wrote, is named to nobody by counting numbers.
pub async fn author(scope: &mut Scope, identity: IdentityId) -> Result<Option<Author>> {
    let ways = scope.all::<i64>(&WAYS, args![identity]).await?;
    let audiences = scope.viewer().audience_numbers();
    let seen = scope.maybe::<i64>(&SEEN, args![ways.clone(), audiences]).await?;
    if seen.is_none() && !is_here(scope, identity).await? {
        return Ok(None);
    }
    Ok(Some(Author { identity, ways }))
}

/// Members of today are named to members, whether they wrote or not.
async fn is_here(scope: &mut Scope, identity: IdentityId) -> Result<bool> {
    let names = identity::identity::names(scope, &[identity]).await?;
    Ok(names.get(&identity).is_some_and(|named| named.state == Some(identity::member::State::Active)))
}

/// Asks the index on behalf of the scope's viewer.
pub fn ask(scope: &Scope, index: &Index, asked: &Asked, author: Option<&Author>) -> Result<Found> {
    let person = author.filter(|_| asked.kind == Kind::Message).map(|author| author.ways.clone());
    let query = Query {
        community: scope.community().0,
        audiences: scope.viewer().audience_numbers(),
        kind: asked.kind,
        words: asked.words.clone(),
        person,
        from: asked.from.filter(|_| asked.kind == Kind::Message),
        until: asked.until.filter(|_| asked.kind == Kind::Message),
        order: if asked.newest && asked.kind == Kind::Message { Order::Newest } else { Order::Relevance { now: scope.now() } },
        after: asked.after,
        limit: PAGE,
    };
    Ok(index.search(&query).context("the search")?)
}

/// The messages behind hits, in their order. The rows have the last word: what was deleted or hidden since the
/// index was written is left out.
pub async fn messages(scope: &mut Scope, found: &Found, also: Option<IdentityId>) -> Result<(Vec<MessageHit>, Names)> {
    let rows = message::many(scope, found.hits.iter().map(|hit| hit.id).collect()).await?;
    let names = Names::learn(scope, rows.iter().map(|row| row.author).chain([also])).await?;
    let mut rows: HashMap<i64, Message> = rows.into_iter().filter(|row| !row.text.is_empty()).map(|row| (row.id, row)).collect();
    let hits =
        found.hits.iter().filter_map(|hit| Some(MessageHit { message: rows.remove(&hit.id)?, snippet: hit.snippet.clone() }));
    Ok((hits.collect(), names))
}

/// The members behind hits, in their order.
pub async fn persons(scope: &mut Scope, found: &Found) -> Result<Vec<PersonHit>> {
    let members: Vec<MemberId> = found.hits.iter().map(|hit| MemberId(hit.id)).collect();
    let mut snippets: HashMap<i64, Snippet> = found.hits.iter().map(|hit| (hit.id, hit.snippet.clone())).collect();
    let here = people::named(scope, &members).await?;
    let hit = |person: Person| PersonHit {
        member: person.member,
        name: person.name,
        snippet: snippets.remove(&person.member.0).unwrap_or_default(),
    };
    Ok(here.into_iter().map(hit).collect())
}

/// Those whom a typed name may mean: members, and after them the authors of a history that the viewer may read.
pub async fn meant(scope: &mut Scope, index: &Index, typed: &str) -> Result<Vec<Person>> {
    let found = people::find(index, scope.community(), scope.viewer(), typed, MEANT)?;
    let mut meant = people::named(scope, &found).await?;
    let key = sort_key(typed).replace(['%', '_'], "");
    let key = key.trim();
    if meant.len() < MEANT && key.chars().filter(|letter| letter.is_alphanumeric()).count() >= LEAST_LETTERS {
        let (audiences, room) = (scope.viewer().audience_numbers(), MEANT - meant.len());
        let rows = scope.all::<people::NamedRow>(&AUTHORS, args![format!("{key}%"), format!("% {key}%"), audiences, room]).await?;
        meant.extend(rows.into_iter().map(Person::from));
    }
    Ok(meant)
}

/// Messages that the index has not met yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behind {
    /// 0 when the index is in step.
    pub messages: i64,
    /// There are more, or not all waiting deeds were looked at.
    pub at_least: bool,
}

/// How far the index is behind, as far as the next deeds tell.
pub async fn behind(scope: &mut Scope, index: &Index) -> Result<Behind> {
    let cursor = index.cursor(scope.community().0);
    let waiting = scope.deeds_after(cursor, BEHIND_LOOKED_AT).await?;
    let written = waiting.iter().filter(|deed| matches!(deed.kind.as_str(), deeds::MESSAGE | deeds::REPLY)).count() as i64;
    let at_least = written > BEHIND_COUNTED || waiting.len() as i64 >= BEHIND_LOOKED_AT;
    Ok(Behind { messages: written.min(BEHIND_COUNTED), at_least })
}
