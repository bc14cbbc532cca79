//! Long because: one slice of a history touches six tables that must agree, and the rows are seen best beside each other.
//!
//! A history comes in: many messages at once, in slices, with threads, months and deeds kept in the same
//! transaction. What is known already (the same number of the same chat) is passed over.

mod likeness;
mod recent;

pub use likeness::{ChatTold, key, key_of};

use chrono::Datelike;
use chrono_tz::Tz;
use kernel::{AudienceId, IdentityId, Micros, Result};
use recent::{Known, Recent};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::deeds::IMPORTED;
use store::{Deed, Party, Scope, Value, args, statement};

/// Characters of a thread's first message that its lists show.
pub const EXCERPT: usize = 180;

/// The chat a history belongs to.
#[derive(Clone, Debug)]
pub struct Source {
    pub key: String,
    pub title: String,
    pub kind: String,
}

/// One line of a history, with its persons already met.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    pub number: i64,
    pub at: Micros,
    pub author: Option<IdentityId>,
    /// How the author is called where there is no identity: a deleted account without an id.
    pub author_name: Option<String>,
    pub text: String,
    /// Safe HTML, only where the text has formatting.
    pub html: Option<String>,
    /// JSON: media, poll, forward, reactions, service line.
    pub extras: Option<String>,
    pub reply_to: Option<i64>,
    pub topic: Option<i64>,
    pub question: bool,
    pub edited_at: Option<Micros>,
    /// Who reacted, where the history says it.
    pub reactions: Vec<(IdentityId, Micros)>,
    /// A line the chat wrote about itself, with the deed it tells of.
    pub service: Option<ServiceDeed>,
    /// A topic that this service line opened.
    pub opens_topic: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub struct ServiceDeed {
    /// `chat.joined`, `chat.left`, `chat.invited`, `chat.removed`; empty for lines that concern nobody.
    pub kind: &'static str,
    /// The persons invited or removed.
    pub parties: Vec<IdentityId>,
}

/// What was added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    pub messages: u64,
    pub replies: u64,
    pub service: u64,
    pub duplicates: u64,
}

/// A history on its way in. Holds the latest messages of the chat and asks for others, to know replies and repetitions.
pub struct History {
    chat: i64,
    audience: AudienceId,
    zone: Tz,
    known: Recent,
    topics: HashMap<i64, i64>,
}

/// Additions to a thread that stood before this slice.
#[derive(Default)]
struct Growth {
    replies: i64,
    last_at: Micros,
    answered_at: Option<Micros>,
}

statement!(FIND_CHAT = "select id from talk_chats where community_id = $1 and source_key = $2");
statement!(
    ADD_CHAT = "insert into talk_chats (community_id, id, source_key, title, kind, created_at) values ($1, $2, $3, $4, $5, $6)"
);
statement!(TOPICS = "select number, id from talk_topics where community_id = $1 and chat_id = $2");
statement!(
    ADD_TOPIC = "insert into talk_topics (community_id, id, chat_id, audience_id, number, title) values ($1, $2, $3, $4, $5, $6)"
);
statement!(
    ADD_MESSAGE = "insert into talk_messages (community_id, id, chat_id, number, audience_id, kind, at, month, author_id, author_name, \
     thread_id, reply_to_id, topic_id, text, html, extras, question, edited_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"
);
statement!(
    ADD_THREAD = "insert into talk_threads (community_id, id, chat_id, topic_id, audience_id, month, started_at, last_at, \
     starter_id, starter_name, excerpt, question, answered_at, replies) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
);
statement!(
    GROW_THREAD = "update talk_threads set replies = replies + $3, \
     last_at = case when last_at < $4 then $4 else last_at end, \
     answered_at = case when answered_at is null then cast($5 as bigint) else answered_at end \
     where community_id = $1 and id = $2"
);
statement!(
    GROW_LATER = "insert into talk_thread_additions (community_id, audience_id, thread_id, replies, last_at, answered_at) \
     values ($1, $2, $3, $4, $5, $6) on conflict (community_id, audience_id, thread_id) do update set \
     replies = talk_thread_additions.replies + excluded.replies, \
     last_at = case when talk_thread_additions.last_at < excluded.last_at then excluded.last_at else talk_thread_additions.last_at end, \
     answered_at = coalesce(talk_thread_additions.answered_at, excluded.answered_at)"
);
statement!(
    GROW_MONTH = "insert into talk_months (community_id, month, audience_id, threads, messages) values ($1, $2, $3, $4, $5) \
     on conflict (community_id, month, audience_id) do update set threads = talk_months.threads + excluded.threads, \
     messages = talk_months.messages + excluded.messages"
);
statement!(
    ADDITIONS =
        "select thread_id, replies, last_at, answered_at from talk_thread_additions where community_id = $1 and audience_id = $2"
);
statement!(FORGET_ADDITIONS = "delete from talk_thread_additions where community_id = $1 and audience_id = $2");
statement!(FORGET_MESSAGES = "delete from talk_messages where community_id = $1 and id >= $2 and id < $3 and audience_id = $4");
statement!(FORGET_THREADS = "delete from talk_threads where community_id = $1 and id >= $2 and id < $3 and audience_id = $4");
statement!(FORGET_TOPICS = "delete from talk_topics where community_id = $1 and audience_id = $2");
statement!(FORGET_MONTHS = "delete from talk_months where community_id = $1 and audience_id = $2");

statement!(WROTE = "select distinct author_id from talk_messages where community_id = $1 and author_id {any $2}");

/// The month of a moment in a zone, as yyyymm.
pub fn month_of(at: Micros, zone: Tz) -> i64 {
    let moment = chrono::DateTime::from_timestamp_micros(at).unwrap_or_default().with_timezone(&zone);
    i64::from(moment.year()) * 100 + i64::from(moment.month())
}

/// The first words of a text, cut at a word where possible.
pub fn excerpt(text: &str) -> String {
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = flat.char_indices().nth(EXCERPT) else { return flat };
    let end = flat[..cut].rfind(' ').filter(|end| *end > cut / 2).unwrap_or(cut);
    format!("{}…", flat[..end].trim_end_matches([',', '.', ';', ':', '—', '-']))
}

statement!(
    WRITERS = "select distinct author_id, author_name from talk_messages where community_id = $1 and id >= $2 and chat_id = $3 and kind = 'message'"
);

/// Who wrote the messages of a chat that came in from a number on: an identity, or the name of nobody known.
pub async fn writers(scope: &mut Scope, chat: i64, from: i64) -> Result<Vec<(Option<IdentityId>, Option<String>)>> {
    scope.all(&WRITERS, args![from, chat]).await
}

impl History {
    /// Finds or makes the chat and learns what of it is known. The scope must be a writing one.
    pub async fn begin(scope: &mut Scope, source: &Source, audience: AudienceId, zone: Tz) -> Result<History> {
        let chat = match scope.maybe::<i64>(&FIND_CHAT, args![&source.key]).await? {
            Some(chat) => chat,
            None => {
                let (chat, now) = (scope.deal()?, scope.now());
                scope.run(&ADD_CHAT, args![chat, &source.key, &source.title, &source.kind, now]).await?;
                chat
            }
        };
        let known = Recent::of(scope, chat).await?;
        let topics = scope.all::<(i64, i64)>(&TOPICS, args![chat]).await?.into_iter().collect();
        Ok(History { chat, audience, zone, known, topics })
    }

    pub fn chat(&self) -> i64 {
        self.chat
    }

    /// Learns what is known under these numbers, before [`History::knows`] is asked.
    pub async fn learn(&mut self, scope: &mut Scope, numbers: Vec<i64>) -> Result<()> {
        self.known.learn(scope, numbers).await
    }

    pub fn knows(&self, number: i64) -> bool {
        self.known.find(number).is_some()
    }

    /// Adds a slice. On an error the scope is to be dropped and the history begun anew.
    pub async fn add(&mut self, scope: &mut Scope, lines: Vec<Incoming>) -> Result<Added> {
        let mut slice = Slice::default();
        self.learn(scope, lines.iter().flat_map(|line| [Some(line.number), line.reply_to]).flatten().collect()).await?;
        for line in lines {
            if self.knows(line.number) {
                slice.added.duplicates += u64::from(line.service.is_none());
                continue;
            }
            let id = scope.deal()?;
            match line.service.is_some() {
                true => self.service(scope, &mut slice, id, line)?,
                false => self.message(&mut slice, id, line),
            }
        }
        slice.write(scope, self.audience).await
    }

    fn service(&mut self, scope: &mut Scope, slice: &mut Slice, id: i64, line: Incoming) -> Result<()> {
        let service = line.service.clone().unwrap_or_default();
        if let Some(title) = &line.opens_topic {
            let topic = scope.deal()?;
            self.topics.insert(line.number, topic);
            slice.topics.push(args![topic, self.chat, self.audience, line.number, title].to_vec());
        }
        let author = line.author.map_or(0, |author| author.0);
        self.known.note(line.number, Known { id, thread: 0, author, starter: 0, audience: self.audience.0 });
        if !service.kind.is_empty() {
            slice.told.push(Told {
                kind: service.kind,
                at: line.at,
                actor: line.author,
                id,
                parties: service.parties,
                part: party_name(service.kind),
            });
        }
        slice.added.service += 1;
        let month = month_of(line.at, self.zone);
        slice.rows.push(self.row(id, 0, None, None, month, "service", line));
        Ok(())
    }

    fn message(&mut self, slice: &mut Slice, id: i64, mut line: Incoming) {
        let month = month_of(line.at, self.zone);
        let topic = line.topic.and_then(|number| self.topics.get(&number).copied());
        // An answer to a line that is gone, or to a service line, begins a conversation of its own.
        let answered = line.reply_to.and_then(|number| self.known.find(number)).filter(|known| known.thread != 0);
        let thread = answered.map_or(id, |known| known.thread);
        let author = line.author.map_or(0, |author| author.0);
        let thread_audience = answered.map_or(self.audience.0, |known| known.audience);
        let starter = answered.map_or(author, |known| known.starter);
        self.known.note(line.number, Known { id, thread, author, starter, audience: thread_audience });
        slice.added.messages += 1;
        slice.added.replies += u64::from(line.reply_to.is_some());
        let grown = slice.months.entry(month).or_default();
        grown.1 += 1;
        match answered {
            Some(answered) => {
                slice.grow(thread, thread_audience, line.at, author == 0 || author != starter);
                let to = IdentityId(answered.author);
                let parties = if answered.author == 0 || answered.author == author { Vec::new() } else { vec![to] };
                slice.told.push(Told { kind: "talk.reply", at: line.at, actor: line.author, id, parties, part: "answered" });
            }
            None => {
                grown.0 += 1;
                slice.begin(id, thread_row(&line, topic, month, self.audience, self.chat, id), &line);
                slice.told.push(Told { kind: "talk.message", at: line.at, actor: line.author, id, parties: Vec::new(), part: "" });
            }
        }
        for (from, at) in std::mem::take(&mut line.reactions) {
            let parties = line.author.into_iter().filter(|author| *author != from).collect();
            slice.told.push(Told { kind: "talk.reaction", at, actor: Some(from), id, parties, part: "receiver" });
        }
        slice.rows.push(self.row(id, thread, answered.map(|known| known.id), topic, month, "message", line));
    }

    #[allow(clippy::too_many_arguments, reason = "one argument a column that the line itself does not know")]
    fn row(
        &self,
        id: i64,
        thread: i64,
        reply: Option<i64>,
        topic: Option<i64>,
        month: i64,
        kind: &str,
        line: Incoming,
    ) -> Vec<Value> {
        let values: &[Value] = args![
            id,
            self.chat,
            line.number,
            self.audience,
            kind,
            line.at,
            month,
            line.author,
            line.author_name,
            thread,
            reply,
            topic,
            line.text,
            line.html,
            line.extras,
            line.question,
            line.edited_at
        ];
        values.to_vec()
    }
}

fn party_name(kind: &str) -> &'static str {
    if kind == "chat.removed" { "removed" } else { "invited" }
}

/// A deed of the slice, before it has its place.
struct Told {
    kind: &'static str,
    at: Micros,
    actor: Option<IdentityId>,
    id: i64,
    parties: Vec<IdentityId>,
    part: &'static str,
}

/// A thread begun in this slice: its row, and where in it grow the last three columns.
struct Begun {
    row: Vec<Value>,
    growth: Growth,
}

#[derive(Default)]
struct Slice {
    added: Added,
    rows: Vec<Vec<Value>>,
    topics: Vec<Vec<Value>>,
    begun: BTreeMap<i64, Begun>,
    grown: BTreeMap<(i64, i64), Growth>,
    months: BTreeMap<i64, (i64, i64)>,
    told: Vec<Told>,
}

fn thread_row(line: &Incoming, topic: Option<i64>, month: i64, audience: AudienceId, chat: i64, id: i64) -> Vec<Value> {
    args![id, chat, topic, audience, month, line.at, line.author, line.author_name.clone(), excerpt(&line.text), line.question]
        .to_vec()
}

impl Slice {
    fn begin(&mut self, id: i64, row: Vec<Value>, line: &Incoming) {
        let growth = Growth { replies: 0, last_at: line.at, answered_at: None };
        self.begun.insert(id, Begun { row, growth });
    }

    fn grow(&mut self, thread: i64, audience: i64, at: Micros, by_another: bool) {
        let growth = match self.begun.get_mut(&thread) {
            Some(begun) => &mut begun.growth,
            None => self.grown.entry((thread, audience)).or_default(),
        };
        growth.replies += 1;
        growth.last_at = growth.last_at.max(at);
        if by_another && growth.answered_at.is_none() {
            growth.answered_at = Some(at);
        }
    }

    async fn write(self, scope: &mut Scope, audience: AudienceId) -> Result<Added> {
        scope.run_many(&ADD_TOPIC, self.topics).await?;
        scope.run_many(&ADD_MESSAGE, self.rows).await?;
        let begun = self.begun.into_values().map(|begun| {
            let mut row = begun.row;
            // started_at stands at 5; last_at follows it, answered_at and replies end the row.
            row.insert(6, begun.growth.last_at.into());
            row.push(begun.growth.answered_at.into());
            row.push(begun.growth.replies.into());
            row
        });
        scope.run_many(&ADD_THREAD, begun.collect()).await?;
        let (mut now, mut later) = (Vec::new(), Vec::new());
        for ((thread, thread_audience), growth) in self.grown {
            match thread_audience == audience.0 {
                true => now.push(args![thread, growth.replies, growth.last_at, growth.answered_at].to_vec()),
                false => later.push(args![audience, thread, growth.replies, growth.last_at, growth.answered_at].to_vec()),
            }
        }
        scope.run_many(&GROW_THREAD, now).await?;
        scope.run_many(&GROW_LATER, later).await?;
        let months = self.months.into_iter().map(|(month, (threads, messages))| args![month, audience, threads, messages].to_vec());
        scope.run_many(&GROW_MONTH, months.collect()).await?;
        tell(scope, &self.told, audience).await?;
        Ok(self.added)
    }
}

async fn tell(scope: &mut Scope, told: &[Told], audience: AudienceId) -> Result<()> {
    let parties: Vec<Vec<Party<'_>>> = told
        .iter()
        .map(|told| told.parties.iter().map(|identity| Party { part: told.part, identity: *identity }).collect())
        .collect();
    let deeds: Vec<Deed<'_>> = told
        .iter()
        .zip(&parties)
        .map(|(told, parties)| Deed {
            kind: told.kind,
            at: told.at,
            actor: told.actor,
            object_kind: "message",
            object: told.id,
            audience,
            channel: IMPORTED,
            amount: 0,
            parties,
        })
        .collect();
    scope.deeds(&deeds).await.map(|_| ())
}

/// Opens a hidden history to members: replies that waited are counted in the threads they answer.
pub async fn open(scope: &mut Scope, audience: AudienceId) -> Result<()> {
    let waiting = scope.all::<(i64, i64, i64, Option<i64>)>(&ADDITIONS, args![audience]).await?;
    let rows =
        waiting.into_iter().map(|(thread, replies, last_at, answered_at)| args![thread, replies, last_at, answered_at].to_vec());
    scope.run_many(&GROW_THREAD, rows.collect()).await?;
    scope.run(&FORGET_ADDITIONS, args![audience]).await?;
    Ok(())
}

/// Takes back one slice of a history, of the ids from `from` up to `until`. Gives how many messages went.
pub async fn take_back(scope: &mut Scope, audience: AudienceId, from: i64, until: i64) -> Result<u64> {
    scope.run(&FORGET_THREADS, args![from, until, audience]).await?;
    scope.run(&FORGET_MESSAGES, args![from, until, audience]).await
}

/// Which of these identities have written anything that is still here, or are named by a deed that still counts: somebody
/// invited or thanked them in a history that stands.
pub async fn wrote(scope: &mut Scope, identities: &[IdentityId]) -> Result<HashSet<IdentityId>> {
    let numbers: Vec<i64> = identities.iter().map(|identity| identity.0).collect();
    let mut stay: HashSet<IdentityId> = scope.all(&WROTE, args![numbers]).await?.into_iter().collect();
    let concerned = scope.concerned(identities).await?;
    let audiences: Vec<AudienceId> = concerned.iter().map(|(_, audience)| *audience).collect();
    let withdrawn = identity::audience::withdrawn(scope, &audiences).await?;
    stay.extend(concerned.into_iter().filter(|(_, audience)| !withdrawn.contains(audience)).map(|(identity, _)| identity));
    Ok(stay)
}

/// The end of taking back: what is not found by ids.
pub async fn take_back_rest(scope: &mut Scope, audience: AudienceId) -> Result<()> {
    scope.run(&FORGET_ADDITIONS, args![audience]).await?;
    scope.run(&FORGET_TOPICS, args![audience]).await?;
    scope.run(&FORGET_MONTHS, args![audience]).await?;
    Ok(())
}
