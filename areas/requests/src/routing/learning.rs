//! What is learnt of one community, deed by deed. Deeds say who did what and when; the texts are read as they stand. What
//! changes the past (a claim, a merge, an erasure, a history opened or withdrawn) is learnt by learning everything anew, so that
//! nothing remains of what is gone. Words that were changed or taken back are forgotten at once, and read as they stand now.

use crate::deeds;
use crate::reasons::Answered;
use crate::routing::floor;
use crate::routing::reading::{self, Slice};
use crate::settings;
use kernel::{IdentityId, Micros, Result};
use routing::{Answer, Cap, Index, Profile, Sharing, Words};
use std::collections::{HashMap, HashSet};
use store::{DeedRow, Scope, Store, Who};
use talk::evidence::Exchange;

/// Deeds, or members, learnt between two breaths.
const SLICE: i64 = 500;
/// An answer that the asker confirmed says as much as so many others.
const CONFIRMED: f64 = 2.0;
/// The largest part of all asks that may go to one member.
pub const SHARE: f64 = 0.1;

/// Deeds after which the past is another one.
const OVERTURNING: [&str; 6] = [
    people::deeds::CLAIMED,
    people::deeds::MERGED,
    people::deeds::UNMERGED,
    people::deeds::ERASED,
    "import.opened",
    "import.withdrawn",
];

/// What looks at the index right before a deed is learnt.
pub type Onlooker<'a> = &'a mut (dyn FnMut(&Index, &DeedRow) + Send);

/// One community as far as its ledger has been read.
#[derive(Default)]
pub struct Learned {
    pub index: Index,
    /// Who was asked how often, from the rounds of the past.
    pub sharing: Sharing,
    /// Members of today.
    pub active: HashSet<i64>,
    /// Answers to requests, as against those in conversations.
    pub answers: Answered,
    begun: bool,
    seq: i64,
    /// What overturned the past up to here was known when reading began.
    sure_until: i64,
    asked: usize,
    open: Vec<i64>,
    members: HashMap<IdentityId, Option<i64>>,
    rebuilt: u64,
}

impl Learned {
    /// How often everything was learnt anew.
    pub fn rebuilt(&self) -> u64 {
        self.rebuilt
    }

    pub async fn catch_up(&mut self, store: &Store, who: &Who) -> Result<()> {
        self.go_on(store, who, &mut |_, _| {}).await
    }

    /// The same, with somebody who looks on.
    pub async fn go_on(&mut self, store: &Store, who: &Who, onlooker: Onlooker<'_>) -> Result<()> {
        loop {
            if !self.begun {
                self.begin(store, who).await?;
            }
            let mut scope = store.read(who).await?;
            let deeds = scope.deeds_after(self.seq, SLICE).await?;
            let overturned = |deed: &DeedRow| deed.seq > self.sure_until && OVERTURNING.contains(&deed.kind.as_str());
            if deeds.iter().any(overturned) {
                *self = Learned { rebuilt: self.rebuilt + 1, ..Learned::default() };
                continue;
            }
            let Some(last) = deeds.last().map(|deed| deed.seq) else { return Ok(()) };
            self.meet(&mut scope, &deeds, onlooker).await?;
            self.seq = last;
            if (deeds.len() as i64) < SLICE {
                return Ok(());
            }
            drop(scope);
            tokio::task::yield_now().await;
        }
    }

    /// Profiles of all members of today, and what everybody may see.
    async fn begin(&mut self, store: &Store, who: &Who) -> Result<()> {
        let mut scope = store.read(who).await?;
        self.sure_until = reading::head(&mut scope).await?;
        self.open = reading::open(&mut scope).await?;
        self.asked = usize::try_from(settings::held(&mut scope).await?.asked).unwrap_or(1);
        drop(scope);
        let mut after = 0;
        loop {
            let mut scope = store.read(who).await?;
            let members = reading::active(&mut scope, after, SLICE).await?;
            let Some(last) = members.last().copied() else { break };
            self.describe(&mut scope, &members).await?;
            self.active.extend(&members);
            after = last;
        }
        self.begun = true;
        Ok(())
    }

    /// Audiences that every member sees.
    pub(super) fn open(&self) -> &[i64] {
        &self.open
    }

    /// The rules by which rounds are shared out: in a small community a tenth would leave nobody to ask.
    pub fn cap(&self) -> Cap {
        Cap { share: SHARE.max(2.0 / self.active.len().max(1) as f64), asked: self.asked }
    }

    async fn describe(&mut self, scope: &mut Scope, members: &[i64]) -> Result<()> {
        for (member, offers, knows) in reading::profiles(scope, members).await? {
            let (offers, knows): (Vec<&str>, Vec<&str>) =
                (offers.iter().map(String::as_str).collect(), knows.iter().map(String::as_str).collect());
            self.index.describe(member, &Profile { offers: &offers, knows: &knows });
        }
        Ok(())
    }

    async fn meet(&mut self, scope: &mut Scope, deeds: &[DeedRow], onlooker: Onlooker<'_>) -> Result<()> {
        let seen: Vec<&DeedRow> = deeds.iter().filter(|deed| self.open.contains(&deed.audience.0)).collect();
        self.meet_people(scope, &seen).await?;
        let slice = Slice::read(scope, &seen, &self.open).await?;
        for deed in &seen {
            onlooker(&self.index, deed);
            self.learn(deed, &slice);
        }
        self.reword(scope, &seen).await?;
        for given in &slice.judged {
            self.index.confirm(given.id, weight(given.helped));
            if self.answers.contains_key(&given.id) {
                reading::note(&mut self.answers, given);
            }
        }
        Ok(())
    }

    /// Forgets the words that were changed or taken back since reading began, those of questions and requests in their answers too,
    /// and reads what stands now.
    async fn reword(&mut self, scope: &mut Scope, deeds: &[&DeedRow]) -> Result<()> {
        let objects = |kind: &str| -> Vec<i64> {
            deeds.iter().filter(|deed| deed.seq > self.sure_until && deed.kind == kind).map(|deed| deed.object).collect()
        };
        let (edited, deleted, answers) =
            (objects(talk::deeds::EDITED), objects(talk::deeds::DELETED), objects(deeds::ANSWER_DELETED));
        let messages = [edited, deleted.clone()].concat();
        let mut changed: HashMap<i64, Option<Words<'_>>> = messages.iter().chain(&answers).map(|id| (*id, None)).collect();
        let mut exchanges = Vec::new();
        if !messages.is_empty() {
            let concerned = [talk::evidence::answering(scope, &messages).await?, messages].concat();
            changed.extend(concerned.iter().map(|id| (*id, None)));
            exchanges = talk::evidence::exchanges(scope, &concerned, &self.open).await?;
            exchanges.retain(|exchange| !deleted.contains(&exchange.id));
        }
        for Exchange { id, question, answer, .. } in &exchanges {
            changed.insert(*id, Some(Words { question, answer, tags: &[] }));
        }
        let corrected = reading::answers_of(scope, objects(deeds::CORRECTED), &self.open).await?;
        let tagged: Vec<Vec<&str>> = corrected.iter().map(|(_, tags)| tags.iter().map(String::as_str).collect()).collect();
        let questions: Vec<String> = corrected.iter().map(|(given, _)| given.question()).collect();
        for (((given, _), tags), question) in corrected.iter().zip(&tagged).zip(&questions) {
            changed.insert(given.id, Some(Words { question, answer: &given.answer, tags }));
        }
        self.index.reword(&changed);
        Ok(())
    }

    /// Who came and went, what they say of themselves now, and whose the identities of these deeds are.
    async fn meet_people(&mut self, scope: &mut Scope, deeds: &[&DeedRow]) -> Result<()> {
        let mut changed = Vec::new();
        for deed in deeds.iter().filter(|deed| deed.seq > self.sure_until) {
            match deed.kind.as_str() {
                identity::deeds::MEMBER_JOINED | people::deeds::PROFILE_CHANGED => changed.push(deed.object),
                identity::deeds::MEMBER_LEFT => drop(self.active.remove(&deed.object)),
                _ => {}
            }
            if deed.kind == identity::deeds::MEMBER_JOINED {
                self.active.insert(deed.object);
            }
        }
        changed.sort_unstable();
        changed.dedup();
        if !changed.is_empty() {
            self.describe(scope, &changed).await?;
        }
        let named = deeds.iter().flat_map(|deed| deed.actor.into_iter().chain(deed.parties.iter().map(|(_, identity)| *identity)));
        let mut unknown: Vec<IdentityId> = named.filter(|identity| !self.members.contains_key(identity)).collect();
        unknown.sort_unstable();
        unknown.dedup();
        self.members.extend(reading::members(scope, &unknown).await?);
        Ok(())
    }

    fn member(&self, identity: Option<IdentityId>) -> Option<i64> {
        self.members.get(&identity?).copied().flatten()
    }

    fn learn(&mut self, deed: &DeedRow, slice: &Slice) {
        let actor = self.member(deed.actor);
        match deed.kind.as_str() {
            talk::deeds::REPLY => self.reply(deed, actor, slice),
            deeds::ANSWERED => self.answer(deed, slice),
            deeds::INVITED | deeds::PASSED_ON => self.invited(deed),
            talk::deeds::MESSAGE | deeds::ASKED | deeds::COMMENTED | deeds::TOOK | identity::deeds::MEMBER_JOINED => {
                self.see(actor, deed.at);
            }
            _ => {}
        }
    }

    fn see(&mut self, member: Option<i64>, at: Micros) {
        if let Some(member) = member {
            self.index.see(member, at);
        }
    }

    /// An answer to another person, with what it answers: the words of whoever is forgotten are not there any more.
    fn reply(&mut self, deed: &DeedRow, actor: Option<i64>, slice: &Slice) {
        let Some(member) = actor else { return };
        let answered = deed.party("answered");
        let asker = self.member(answered);
        let (Some(exchange), true) = (slice.exchanges.get(&deed.object), answered.is_some()) else {
            return self.index.see(member, deed.at);
        };
        if !exchange.answer.is_empty() && !floor::is_answer(&exchange.answer) {
            return self.index.see(member, deed.at);
        }
        let question = if asker.is_some() { exchange.question.as_str() } else { "" };
        self.index.learn(&Answer {
            id: deed.object,
            at: deed.at,
            member,
            asker,
            question,
            answer: &exchange.answer,
            tags: &[],
            weight: weight(slice.confirmed.contains(&deed.object)),
        });
    }

    fn answer(&mut self, deed: &DeedRow, slice: &Slice) {
        let Some(given) = slice.answers.get(&deed.object) else { return };
        if !given.answer.is_empty() && !floor::is_answer(&given.answer) {
            return self.index.see(given.author, deed.at);
        }
        let tags: Vec<&str> = slice.tags.get(&given.request).into_iter().flatten().map(String::as_str).collect();
        reading::note(&mut self.answers, given);
        self.index.learn(&Answer {
            id: given.id,
            at: given.at,
            member: given.author,
            asker: Some(given.asker),
            question: &given.question(),
            answer: &given.answer,
            tags: &tags,
            weight: weight(given.helped),
        });
    }

    fn invited(&mut self, deed: &DeedRow) {
        let parties = deed.parties.iter().filter(|(part, _)| part == "invited");
        let members: Vec<i64> = parties.filter_map(|(_, identity)| self.member(Some(*identity))).collect();
        members.iter().for_each(|member| self.index.ask(*member, deed.at));
        if deed.kind == deeds::INVITED && deed.amount > 0 {
            self.sharing.remember(&members, &self.cap());
        }
    }
}

fn weight(helped: bool) -> f64 {
    if helped { CONFIRMED } else { 1.0 }
}
