//! Who is asked in the next round: the likeliest to help of those who may be asked, shared out so that nobody is worn out.

use crate::history::asking;
use crate::limits;
use crate::person;
use crate::reasons::{self, Answered, Because, Known};
use crate::request::{Kind, Request};
use crate::routing::floor::{self, Likeness};
use crate::routing::offered::{Wished, shared_words};
use crate::routing::{Learned, callings, denied, names, reading};
use kernel::{MemberId, Micros, Result};
use routing::{Candidates, Cap, Fact, Ranked, Reason, Weights};
use std::collections::{BTreeSet, HashMap};
use store::{Scope, args, statement};

pub use crate::routing::learning::SHARE;

/// So many of the best are looked at first; if too few of them may be asked, eight times as many, and so on.
const LOOKED_AT: usize = 256;
const WIDER: usize = 8;
/// Of those of whom something is known that has to do with the request, so many times as many are looked at and no more, and of
/// those who may be asked the facts of so many are looked up: whoever is further down is not likely to help.
const LOOKS: usize = 64;
const WEIGHED: usize = 256;
/// Members whose past answers are read at once.
const AT_ONCE: usize = 32;
/// So many times as many with a reason as are asked: enough to share among.
const POOL: usize = 8;
/// Whoever offers the like, or answered under its tags, is looked at whatever else they do: so many by either.
const APART: usize = 48;
/// One place of so many is for those whose offer fits best.
const FITTING_ONE_IN: usize = 3;

/// Somebody to ask, with the facts for it.
pub type Choice = (MemberId, Vec<Because>);

statement!(LABELS = "select tag, label from requests_tags where community_id = $1 and request_id = $2 order by tag");
statement!(WEIGHTS = "select weights from requests_weights where community_id = $1");

/// The weights of the community's reasons: as fitted to its past, or those that every community starts with.
pub async fn weights(scope: &mut Scope) -> Result<Weights> {
    let Some(kept) = scope.maybe::<serde_json::Value>(&WEIGHTS, &[]).await? else { return Ok(Weights::untrained()) };
    let mut weights = Weights::nothing();
    for reason in Reason::ALL {
        let held = kept.get(reason.word()).and_then(serde_json::Value::as_f64);
        weights.set(reason, held.unwrap_or_else(|| Weights::untrained().get(reason)));
    }
    Ok(weights)
}

/// What a request says to the ranking.
pub(crate) struct Asked {
    at: i64,
    asker: i64,
    text: String,
    tags: Vec<String>,
    wanted: Vec<String>,
}

impl Asked {
    pub fn of(request: &Request, at: i64, tags: Vec<String>) -> Asked {
        let title = denied::meant(&request.title);
        let lines = request.wanted.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty());
        let wanted = lines.chain(names::told(&title, request.kind == Kind::Contact)).collect();
        let text = format!("{title}\n{}\n{}", denied::meant(&request.details), request.city);
        let text = format!("{text}\n{}", callings::other_words(&title));
        Asked { at, asker: request.asker.0, text, tags, wanted }
    }

    /// The same for a search among offers, where a calling near to that of the title may be meant, or a tag.
    fn among_offers(&self, title: &str) -> Option<Asked> {
        let (near, tags) = (callings::near_words(title), self.tags.join("\n"));
        let more = !near.is_empty() || !tags.is_empty();
        let text = format!("{title}\n{}\n{near}\n{tags}", callings::other_words(title));
        let (tags, wanted) = (self.tags.clone(), Vec::new());
        more.then_some(Asked { at: self.at, asker: self.asker, text, tags, wanted })
    }

    /// Calls with the request as the engine wants it.
    pub fn with<T>(&self, ask: impl FnOnce(&routing::Request<'_>) -> T) -> T {
        let tags: Vec<&str> = self.tags.iter().map(String::as_str).collect();
        let wanted: Vec<&str> = self.wanted.iter().map(String::as_str).collect();
        ask(&routing::Request { at: self.at, asker: self.asker, text: &self.text, tags: &tags, wanted: &wanted })
    }
}

/// Who may be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choosing {
    /// Where the community has grown, only those who have a reason that stands: the house disturbs nobody without one.
    ByReason,
    /// The same first, then the likeliest, whatever is known of them: a person decided that somebody is to be asked.
    Anybody,
}

/// At most `asked` members to ask now, the likeliest first. Fewer where fewer may be asked, or fewer have a reason.
pub async fn round(
    scope: &mut Scope,
    learned: &Learned,
    request: &Request,
    asked: usize,
    choosing: Choosing,
) -> Result<Vec<Choice>> {
    let labels: HashMap<String, String> = scope.all::<(String, String)>(&LABELS, args![request.id]).await?.into_iter().collect();
    let mut tags: Vec<String> = labels.keys().cloned().collect();
    tags.sort_unstable();
    let weights = weights(scope).await?;
    let (title, details) = (denied::meant(&request.title), denied::meant(&request.details));
    let likeness = Likeness::of(&learned.index, &title, &format!("{details}\n{}", request.city), &tags);
    let wished = Wished::of(&title, &request.city, &tags);
    let said = Asked::of(request, scope.now(), tags);
    let left_out = person::meant(scope, &denied::names(&format!("{}\n{}", request.title, request.details))).await?;
    let may_be = |member: i64| learned.active.contains(&member) && !left_out.contains(&member);
    let candidates = said.with(|said| Candidates::of(&learned.index, said, may_be));
    let among_offers = said.among_offers(&title).map(|said| said.with(|said| Candidates::of(&learned.index, said, may_be)));
    let offering = nearest(among_offers.as_ref().unwrap_or(&candidates), Reason::Offers);
    let mut why = Why {
        learned,
        said: &said,
        candidates: &candidates,
        offering,
        weights: &weights,
        labels: &labels,
        likeness,
        wished,
        known: HashMap::new(),
        fits: HashMap::new(),
    };
    let cap = Cap { asked, ..learned.cap() };
    let (grown, called) = (floor::is_grown(&learned.index, &learned.active), choosing == Choosing::Anybody);
    let mut people = if grown || called { why.for_a_reason(scope, request, &cap).await? } else { Vec::new() };
    if (called || !grown) && people.len() < asked {
        let others = why.likeliest(scope, request, &cap).await?;
        people.extend(others.into_iter().filter(|member| !people.contains(member)).collect::<Vec<_>>());
        people.truncate(asked);
    }
    why.learn(scope, &people).await?;
    let with_reasons =
        |member| (MemberId(member), Some(why.of(member)).filter(|facts| !facts.is_empty()).unwrap_or(vec![Because::Wider]));
    Ok(people.into_iter().map(with_reasons).collect())
}

/// Of some who are ranked, those who may be asked now.
async fn free(scope: &mut Scope, request: &Request, ranked: &[(i64, f64)]) -> Result<Vec<(i64, f64)>> {
    let members: Vec<i64> = ranked.iter().map(|(member, _)| *member).collect();
    let free = limits::spare(scope, request, &members).await?;
    Ok(ranked.iter().filter(|(member, _)| free.contains(member)).copied().collect())
}

/// Those for whom one reason speaks most.
fn nearest(candidates: &Candidates, reason: Reason) -> BTreeSet<i64> {
    let mut weights = Weights::nothing();
    weights.set(reason, 1.0);
    let nearest = candidates.order_of(&weights, APART, |_, values| values[reason as usize] > 0.0);
    nearest.into_iter().map(|(member, _)| member).collect()
}

/// Why each of the candidates, as far as it was looked at.
struct Why<'r> {
    learned: &'r Learned,
    said: &'r Asked,
    candidates: &'r Candidates,
    /// Those who offer the nearest to what the request says, or to more words for it.
    offering: BTreeSet<i64>,
    weights: &'r Weights,
    labels: &'r HashMap<String, String>,
    likeness: Likeness,
    wished: Wished,
    known: HashMap<i64, Vec<Because>>,
    /// Those whose offer fits, and whether they are where it is needed.
    fits: HashMap<i64, bool>,
}

impl Why<'_> {
    fn of(&self, member: i64) -> Vec<Because> {
        self.known.get(&member).cloned().unwrap_or_default()
    }

    /// Of the best, those who may be asked; and whether these are all there are.
    async fn open(&self, scope: &mut Scope, request: &Request, top: usize) -> Result<(Vec<(i64, f64)>, bool)> {
        let ranked = self.candidates.order(self.weights, top);
        Ok((free(scope, request, &ranked).await?, ranked.len() < top))
    }

    /// The likeliest, whatever is known of them.
    async fn likeliest(&self, scope: &mut Scope, request: &Request, cap: &Cap) -> Result<Vec<i64>> {
        let mut top = LOOKED_AT;
        loop {
            let (open, all) = self.open(scope, request, top).await?;
            let picked = self.learned.sharing.pick(&open, cap);
            if picked.len() >= cap.asked || all {
                return Ok(picked);
            }
            top *= WIDER;
        }
    }

    /// The likeliest who have a reason that stands; some places are for those whose offer fits best.
    async fn for_a_reason(&mut self, scope: &mut Scope, request: &Request, cap: &Cap) -> Result<Vec<i64>> {
        let apart = free(scope, request, &self.apart()).await?;
        let mut standing = self.standing(scope, &apart, usize::MAX).await?;
        let mut weighed = 0;
        for some in self.spoken_for().chunks(LOOKED_AT) {
            let mut open = free(scope, request, some).await?;
            open.truncate(WEIGHED - weighed);
            weighed += open.len();
            open.retain(|(member, _)| !apart.iter().any(|(known, _)| known == member));
            standing.extend(self.standing(scope, &open, cap.asked * POOL).await?);
            if standing.len() >= cap.asked || weighed == WEIGHED {
                break;
            }
        }
        standing.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let mut people = self.fitting(&standing, cap);
        let others = self.learned.sharing.pick(&standing, cap);
        people.extend(others.into_iter().filter(|member| !people.contains(member)).collect::<Vec<_>>());
        people.truncate(cap.asked);
        Ok(people)
    }

    /// Of those with a reason, the ones who get the places for the best offers: first whoever is where it is needed, then the likeliest.
    fn fitting(&self, standing: &[(i64, f64)], cap: &Cap) -> Vec<i64> {
        let pick = |there: bool| {
            let fits = |(member, _): &&(i64, f64)| self.fits.get(member) == Some(&there);
            self.learned.sharing.pick(&standing.iter().filter(fits).copied().collect::<Vec<_>>(), cap)
        };
        let mut people = [pick(true), pick(false)].concat();
        people.truncate(cap.asked.div_ceil(FITTING_ONE_IN));
        people
    }

    /// The nearest by their profiles, and by the tags of the request, with the scores of all.
    fn apart(&self) -> Vec<(i64, f64)> {
        let mut members = self.offering.clone();
        members.extend(nearest(self.candidates, Reason::Tags));
        self.candidates.order_of(self.weights, members.len(), |member, _| members.contains(&member))
    }

    /// The first of these, at most `most`, who have a reason that stands.
    async fn standing(&mut self, scope: &mut Scope, open: &[(i64, f64)], most: usize) -> Result<Vec<(i64, f64)>> {
        let mut standing = Vec::new();
        for some in open.chunks(AT_ONCE) {
            let members: Vec<i64> = some.iter().map(|(member, _)| *member).collect();
            self.learn(scope, &members).await?;
            standing.extend(some.iter().filter(|(member, _)| floor::stands(&self.of(*member))).copied());
            if standing.len() >= most {
                break;
            }
        }
        Ok(standing)
    }

    /// Those of whom anything at all is known that has to do with the request, the likeliest first.
    fn spoken_for(&self) -> Vec<(i64, f64)> {
        let matter = [Reason::Similar, Reason::Nearest, Reason::Tags, Reason::Offers, Reason::Knows];
        let speaks = |_, values: &routing::Values| matter.iter().any(|reason| values[*reason as usize] > 0.0);
        self.candidates.order_of(self.weights, LOOKED_AT * LOOKS, speaks)
    }

    /// Finds the facts of some members; their past answers and what they offer are read, three statements for all of them.
    async fn learn(&mut self, scope: &mut Scope, members: &[i64]) -> Result<()> {
        let new = members.iter().filter(|member| !self.known.contains_key(member));
        let ranked: Vec<Ranked> = self.said.with(|said| {
            new.filter_map(|member| self.learned.index.reasons(self.candidates, said, self.weights, *member)).collect()
        });
        let (said, answered) = self.alike(scope, &ranked).await?;
        let (index, members) = (&self.learned.index, self.learned.active.len());
        let offers = |ranked: &&Ranked| ranked.because.iter().any(|because| because.reason == Reason::Offers);
        let offering = ranked.iter().filter(|ranked| offers(ranked) || self.offering.contains(&ranked.member));
        let profiles = reading::says(scope, &offering.map(|ranked| ranked.member).collect::<Vec<_>>()).await?;
        for ranked in &ranked {
            let says = profiles.get(&ranked.member);
            let words = shared_words(&ranked.because);
            let offered = says.map(|says| self.wished.offered(index, members, &says.services, words)).unwrap_or_default();
            let beside = says.map(|says| self.wished.beside(index, members, says)).unwrap_or_default();
            let there = beside.iter().any(|fact| matches!(fact, Because::Lives { .. }));
            let fits = offered.fits(there);
            self.fits.extend(fits.then_some((ranked.member, there)));
            let (now, labels) = (scope.now(), self.labels);
            let known = Known { now, said: &said, answered: &answered, offered: &offered.items, fits, beside: &beside, labels };
            self.known.insert(ranked.member, reasons::choose(&ranked.because, &known));
        }
        Ok(())
    }

    /// Of the past answers that the engine found near, those that are like the request in the words that stand there today.
    async fn alike(&self, scope: &mut Scope, ranked: &[Ranked]) -> Result<(HashMap<i64, Micros>, Answered)> {
        let facts = ranked.iter().flat_map(|ranked| &ranked.because).flat_map(|because| &because.facts);
        let near: BTreeSet<i64> = facts.filter_map(|fact| if let Fact::Answer(id) = fact { Some(*id) } else { None }).collect();
        let (answers, messages): (Vec<i64>, Vec<i64>) = near.into_iter().partition(|id| self.learned.answers.contains_key(id));
        let mut found = (HashMap::new(), Answered::new());
        for past in reading::exchanges(scope, (&messages, &answers), self.learned.open()).await? {
            match (self.learned.answers.get(&past.id), self.likeness.holds(&past.told, &past.beside, &past.answer)) {
                (_, false) => {}
                (Some(given), true) => drop(found.1.insert(past.id, *given)),
                // What somebody offered or told in a conversation is no request like this one.
                (None, true) if !asking::seeks(&past.told) => {}
                (None, true) => found.0.extend(self.learned.index.answered_at(past.id).map(|at| (past.id, at))),
            }
        }
        Ok(found)
    }
}
