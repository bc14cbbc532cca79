//! What one chat's history tells at a glance: who answers, what stays unanswered, when it lives, how it grew.
//! Read once at the end of an import, in one pass over its messages, and kept with it; no page runs this.

use kernel::{IdentityId, Micros, Result};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use store::{Scope, args, statement};

/// Answerers and askers shown by name.
const TOP: usize = 5;
/// Messages read at a time.
const PAGE: i64 = 5_000;
const HOUR: Micros = 3_600_000_000;

#[derive(Clone, Debug, Default)]
pub struct Story {
    pub messages: i64,
    /// People who wrote; channels and groups are none.
    pub writers: i64,
    /// Messages of accounts that are gone and left nothing to tell them apart.
    pub nameless: i64,
    /// Identity, different people answered, answers; most people first.
    pub answerers: Vec<(IdentityId, i64, i64)>,
    /// Answers of known people to one another, of which the answerers' are a part.
    pub answers: i64,
    pub questions: i64,
    pub unanswered: i64,
    /// Hours since 1970 in UTC with the messages written in each; the reader knows the zone.
    pub hours: Vec<(i64, i64)>,
    /// yyyymm, messages, different writers.
    pub months: Vec<(i64, i64, i64)>,
    /// yyyymm, those who wrote for the first time.
    pub new_writers: Vec<(i64, i64)>,
}

statement!(
    MESSAGES = "select number, id, kind, at, month, author_id, reply_to_id from talk_messages \
     where community_id = $1 and chat_id = $2 and number > $3 order by number limit $4"
);
statement!(PEOPLE = "select id from identity_ways where community_id = $1 and id {any $2} and kind in ('person', 'deleted')");
statement!(
    QUESTIONS =
        "select count(*), count(*) - count(answered_at) from talk_threads where community_id = $1 and chat_id = $2 and question"
);

type Row = (i64, i64, String, Micros, i64, Option<IdentityId>, Option<i64>);

/// What one pass over the messages keeps.
#[derive(Default)]
struct Pass {
    /// By id, service lines too: a reply to one answers whoever it is of.
    authors: HashMap<i64, IdentityId>,
    /// Who answered, and which message.
    replies: Vec<(IdentityId, i64)>,
    messages: i64,
    nameless: i64,
    hours: BTreeMap<i64, i64>,
    months: BTreeMap<i64, i64>,
    wrote: BTreeMap<i64, HashSet<IdentityId>>,
}

impl Pass {
    fn see(&mut self, (_, id, kind, at, month, author, reply_to): Row) {
        if let Some(author) = author {
            self.authors.insert(id, author);
        }
        if kind != "message" {
            return;
        }
        self.messages += 1;
        *self.hours.entry(at.div_euclid(HOUR)).or_default() += 1;
        *self.months.entry(month).or_default() += 1;
        match author {
            Some(author) => {
                self.wrote.entry(month).or_default().insert(author);
                self.replies.extend(reply_to.map(|reply_to| (author, reply_to)));
            }
            None => self.nameless += 1,
        }
    }

    /// Identity, different people answered, answers; most people first.
    fn answerers(&self) -> Vec<(IdentityId, i64, i64)> {
        let mut answered = HashMap::<IdentityId, (HashSet<IdentityId>, i64)>::new();
        for (author, reply_to) in &self.replies {
            if let Some(whom) = self.authors.get(reply_to).filter(|whom| *whom != author) {
                let entry = answered.entry(*author).or_default();
                entry.0.insert(*whom);
                entry.1 += 1;
            }
        }
        let mut ranked: Vec<_> =
            answered.into_iter().map(|(author, (whom, answers))| (author, whom.len() as i64, answers)).collect();
        ranked.sort_unstable_by_key(|(author, people, answers)| (Reverse((*people, *answers)), *author));
        ranked
    }
}

/// Reads the story of a chat.
pub async fn read(scope: &mut Scope, chat: i64) -> Result<Story> {
    let (mut pass, mut after) = (Pass::default(), i64::MIN);
    loop {
        let rows = scope.all::<Row>(&MESSAGES, args![chat, after, PAGE]).await?;
        let Some(last) = rows.last() else { break };
        after = last.0;
        rows.into_iter().for_each(|row| pass.see(row));
    }
    let authors: HashSet<IdentityId> = pass.wrote.values().flatten().copied().collect();
    let authors: Vec<i64> = authors.into_iter().map(|author| author.0).collect();
    let people: HashSet<IdentityId> = scope.all::<IdentityId>(&PEOPLE, args![authors]).await?.into_iter().collect();
    let (questions, unanswered) = scope.one::<(i64, i64)>(&QUESTIONS, args![chat]).await?;
    let mut answerers = pass.answerers();
    let answers = answerers.iter().map(|(_, _, answers)| answers).sum();
    answerers.truncate(TOP);
    let (mut known, mut months, mut new_writers) = (HashSet::new(), Vec::new(), Vec::new());
    for (month, messages) in &pass.months {
        let wrote: Vec<&IdentityId> =
            pass.wrote.get(month).into_iter().flatten().filter(|author| people.contains(author)).collect();
        months.push((*month, *messages, wrote.len() as i64));
        match wrote.into_iter().filter(|author| known.insert(**author)).count() {
            0 => {}
            new => new_writers.push((*month, new as i64)),
        }
    }
    Ok(Story {
        messages: pass.messages,
        writers: known.len() as i64,
        nameless: pass.nameless,
        answerers,
        answers,
        questions,
        unanswered,
        hours: pass.hours.into_iter().collect(),
        months,
        new_writers,
    })
}
