//! What is counted: requests that everybody may see, with who answered them and whose help was confirmed; and those found in a
//! history, where the owner accepted them.

use super::candidates::Said;
use super::counting::{ASKED, FOUND, Fact};
use super::{DAYS, Window};
use crate::history::asking::SURE;
use crate::history::{found, settings};
use crate::routing;
use kernel::{AudienceId, IdentityId, MICROS_PER_DAY, MemberId, Micros, Result};
use std::collections::{BTreeSet, HashMap};
use store::{FromRow, Row, Scope, args, statement};

/// Requests that are counted at once, the latest; of each source.
pub const AT_MOST: i64 = 20_000;
/// Letters of a message that are read: it says early what it asks for.
const LETTERS: usize = 300;
/// Deeds of which the latest talk is read, to compare with.
const TALK: i64 = 12_000;
const SLICE: i64 = 500;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub said: Vec<Said>,
    pub facts: HashMap<(i64, i64), Fact>,
    /// Words that say nothing here: hashtags that mean a request, cities that are said at their own place.
    pub common: Vec<String>,
    pub talk: Vec<String>,
    pub is_cut: bool,
}

macro_rules! lately {
    () => {
        "with lately as materialized (select id, asker_id, title, city_key, topic_id, asked_at, first_answer_at \
           from requests_requests where community_id = $1 and asked_at >= $2 and audience_id = $3 and state <> 'draft' \
           order by asked_at desc, id desc limit $4) "
    };
}

statement!(REQUESTS = concat!(lately!(), "select id, asker_id, title, city_key, topic_id, asked_at, first_answer_at from lately"));
statement!(
    TAGS = concat!(
        lately!(),
        "select t.request_id, t.label from lately l join requests_tags t on t.community_id = $1 and t.request_id = l.id"
    )
);
statement!(
    ANSWERED = concat!(
        lately!(),
        "select distinct l.id, a.author_id, exists (select 1 from requests_helps h where h.community_id = $1 and h.request_id = l.id \
           and h.helper_id = a.author_id and h.undone_at is null) \
         from lately l join requests_answers a on a.community_id = $1 and a.request_id = l.id and a.kind <> 'comment' \
           and a.deleted_at is null and a.author_id <> l.asker_id \
         join identity_persons p on p.community_id = $1 and p.id = a.author_id and p.state <> 'erased'"
    )
);
statement!(
    MESSAGES = "select f.message_id, f.audience_id, f.asker_id, f.at, (select min(h.at) from requests_found_helps h \
       where h.community_id = f.community_id and h.message_id = f.message_id) \
     from requests_found f where f.community_id = $1 and f.at >= $2 and f.at <= $3 and (f.confidence >= $4 or f.tagged) \
     order by f.at desc, f.message_id desc limit $5"
);
statement!(HASHTAGS = "select message_id, tag from requests_found_tags where community_id = $1 and message_id {any $2}");
statement!(
    HELPS = "select message_id, helper_id, confidence from requests_found_helps where community_id = $1 and message_id {any $2}"
);
statement!(HEAD = "select seq from store_heads where community_id = $1");
statement!(OPEN = "select id from identity_open_audiences where community_id = $1");

struct Request {
    id: i64,
    asker: MemberId,
    title: String,
    city: String,
    topic: Option<i64>,
    at: Micros,
    answered_at: Option<Micros>,
}

impl FromRow for Request {
    fn from_row(row: &mut Row) -> anyhow::Result<Request> {
        Ok(Request {
            id: row.next()?,
            asker: row.next()?,
            title: row.next()?,
            city: row.next()?,
            topic: row.next()?,
            at: row.next()?,
            answered_at: row.next()?,
        })
    }
}

/// Reads all that is counted. A dozen statements and as many as there are slices of a history and of members.
pub(super) async fn read(scope: &mut Scope, window: Window) -> Result<Read> {
    let mut read = Read::default();
    real(scope, window, &mut read).await?;
    let held = settings::held(scope).await?;
    read.common.extend(held.hashtags);
    cities(scope, &mut read).await?;
    // What all of them are is no direction among them.
    read.common.push(identity::community::known(scope).await?.community.profession.clone());
    if held.accepted_at.is_some() {
        messages(scope, window, &mut read).await?;
    }
    talk(scope, &mut read).await?;
    Ok(read)
}

/// Where members live is no matter that they ask about.
async fn cities(scope: &mut Scope, read: &mut Read) -> Result<()> {
    let (mut cities, mut after) = (BTreeSet::new(), 0);
    loop {
        let members = routing::active(scope, after, SLICE).await?;
        let Some(last) = members.last().copied() else { break };
        cities.extend(people::profile::of_many(scope, &members, &["city"]).await?.into_values());
        after = last;
    }
    read.common.extend(cities.into_iter().flat_map(|city| [routing::other_names(&city), city]));
    Ok(())
}

async fn real(scope: &mut Scope, window: Window, read: &mut Read) -> Result<()> {
    let which = args![window.from, AudienceId::EVERYONE, AT_MOST];
    let requests = scope.all::<Request>(&REQUESTS, which).await?;
    read.is_cut = requests.len() as i64 == AT_MOST;
    let mut tags: HashMap<i64, Vec<String>> = HashMap::new();
    for (request, label) in scope.all::<(i64, String)>(&TAGS, which).await? {
        tags.entry(request).or_default().push(label);
    }
    for request in requests {
        let id = (ASKED, request.id);
        let wait = request.answered_at.map(|at| (at - request.at).max(0));
        read.facts.insert(id, Fact { id, at: request.at, wait, under: request.topic, ..Fact::default() });
        // The need in one sentence: what is told beside it is about much else.
        let (tags, text) = (tags.remove(&request.id).unwrap_or_default(), request.title);
        read.said.push(Said { id, asker: request.asker.0, tags, text });
        read.common.push(request.city);
    }
    for (request, member, helped) in scope.all::<(i64, MemberId, bool)>(&ANSWERED, which).await? {
        if let Some(fact) = read.facts.get_mut(&(ASKED, request)) {
            fact.by.insert(member);
            if helped {
                fact.helped.insert(member);
            }
        }
    }
    read.common.sort_unstable();
    read.common.dedup();
    Ok(())
}

struct Message {
    id: i64,
    audience: AudienceId,
    asker: IdentityId,
    at: Micros,
    answered_at: Option<Micros>,
}

impl FromRow for Message {
    fn from_row(row: &mut Row) -> anyhow::Result<Message> {
        Ok(Message { id: row.next()?, audience: row.next()?, asker: row.next()?, at: row.next()?, answered_at: row.next()? })
    }
}

async fn messages(scope: &mut Scope, window: Window, read: &mut Read) -> Result<()> {
    let found = scope.all::<Message>(&MESSAGES, args![window.from, window.now, SURE, AT_MOST]).await?;
    read.is_cut |= found.len() as i64 == AT_MOST;
    for slice in found.chunks(SLICE as usize) {
        let ids: Vec<i64> = slice.iter().map(|message| message.id).collect();
        let audiences: BTreeSet<i64> = slice.iter().map(|message| message.audience.0).collect();
        let audiences: Vec<i64> = audiences.into_iter().collect();
        let texts = talk::evidence::exchanges(scope, &ids, &audiences).await?;
        let mut texts: HashMap<i64, String> = texts.into_iter().map(|one| (one.id, one.answer)).collect();
        let mut tags: HashMap<i64, Vec<String>> = HashMap::new();
        for (message, tag) in scope.all::<(i64, String)>(&HASHTAGS, args![ids.clone()]).await? {
            tags.entry(message).or_default().push(tag);
        }
        let helps = scope.all::<(i64, IdentityId, f64)>(&HELPS, args![ids]).await?;
        let people: Vec<IdentityId> = slice.iter().map(|one| one.asker).chain(helps.iter().map(|(_, helper, _)| *helper)).collect();
        let named = identity::identity::names(scope, &people).await?;
        let member = |identity: &IdentityId| named.get(identity).filter(|named| named.name.is_some())?.member;
        for message in slice {
            let Some(text) = texts.remove(&message.id).filter(|text| !text.is_empty()) else { continue };
            let id = (FOUND, message.id);
            let asker = member(&message.asker).map_or(-message.asker.0, |member| member.0);
            let wait = message.answered_at.map(|at| (at - message.at).max(0));
            read.facts.insert(id, Fact { id, at: message.at, wait, ..Fact::default() });
            let text = text.chars().take(LETTERS).collect();
            read.said.push(Said { id, asker, tags: tags.remove(&message.id).unwrap_or_default(), text });
        }
        for (message, helper, confidence) in helps {
            if let (Some(fact), Some(member)) = (read.facts.get_mut(&(FOUND, message)), member(&helper)) {
                fact.by.insert(member);
                if confidence >= found::HELPED {
                    fact.helped.insert(member);
                }
            }
        }
    }
    Ok(())
}

/// The latest that was said in conversations that everybody sees, beside what is counted as requests.
async fn talk(scope: &mut Scope, read: &mut Read) -> Result<()> {
    let head = scope.maybe::<i64>(&HEAD, &[]).await?.unwrap_or_default();
    let mut open = scope.all::<i64>(&OPEN, &[]).await?;
    open.push(AudienceId::EVERYONE.0);
    let mut after = (head - TALK).max(0);
    loop {
        let deeds = scope.deeds_after(after, SLICE).await?;
        let Some(last) = deeds.last().map(|deed| deed.seq) else { return Ok(()) };
        after = last;
        let said = deeds.iter().filter(|deed| [talk::deeds::MESSAGE, talk::deeds::REPLY].contains(&deed.kind.as_str()));
        let ids: Vec<i64> = said.map(|deed| deed.object).filter(|id| !read.facts.contains_key(&(FOUND, *id))).collect();
        if !ids.is_empty() {
            let texts = talk::evidence::exchanges(scope, &ids, &open).await?;
            read.talk.extend(texts.into_iter().map(|one| one.answer));
        }
    }
}

/// Requests of each source in each stretch: asked lately and earlier, found lately and earlier.
pub(super) fn totals(read: &Read, window: Window) -> [i64; 4] {
    debug_assert_eq!(window.now - window.middle, DAYS * MICROS_PER_DAY);
    let mut totals = [0; 4];
    for fact in read.facts.values() {
        let place = 2 * usize::from(fact.is_found()) + usize::from(!window.is_late(fact.at));
        totals[place] += 1;
    }
    totals
}
