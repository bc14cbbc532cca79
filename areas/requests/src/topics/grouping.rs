//! Requests fall into topics. Candidates are taken by volume; one whose requests are nearly those of a topic that stands joins
//! it, one that lies within it is noted there, any other begins a topic. The order in which requests come in does not matter.

use super::candidates::{Candidate, ENOUGH, Said, candidates};
use std::collections::BTreeSet;

/// Requests in common, of all of both: from here on they are one topic.
const SAME: f64 = 0.6;
/// Part of a candidate's requests that lie in a topic: from here on it is a narrower word of it.
const WITHIN: f64 = 0.8;
/// A topic of one or two people is no topic of the community.
pub const ASKERS: usize = 3;
/// Topics that are kept.
pub const AT_MOST: usize = 30;
/// Narrower words that are told of one topic.
const INSIDE: usize = 6;

/// Requests that ask about the like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The stems it began with: its name between one count and the next.
    pub key: String,
    pub label: String,
    /// By which words it is known: stems, and a readable form.
    pub terms: Vec<(String, String)>,
    /// Narrower words and in how many of its requests they stand.
    pub inside: Vec<(String, usize)>,
    /// Its requests, in the order of their ids.
    pub requests: Vec<(i64, i64)>,
}

struct Growing {
    requests: BTreeSet<usize>,
    terms: Vec<Candidate>,
    inside: Vec<Candidate>,
}

/// Topics, those of most requests first.
pub fn group(said: &[Said], common: &[String], talk: &[String]) -> Vec<Group> {
    let mut ordered: Vec<&Said> = said.iter().collect();
    ordered.sort_by_key(|one| one.id);
    let mut topics: Vec<Growing> = Vec::new();
    for candidate in candidates(&ordered, common, talk) {
        place(&mut topics, candidate);
    }
    let askers = |topic: &Growing| topic.requests.iter().map(|at| ordered[*at].asker).collect::<BTreeSet<_>>().len();
    topics.retain(|topic| topic.requests.len() >= ENOUGH && askers(topic) >= ASKERS && topic.has_a_name());
    let mut groups: Vec<Group> = topics.into_iter().map(|topic| topic.named(&ordered)).collect();
    groups.sort_by(|left, right| right.requests.len().cmp(&left.requests.len()).then_with(|| left.key.cmp(&right.key)));
    groups.truncate(AT_MOST);
    groups
}

fn place(topics: &mut Vec<Growing>, candidate: Candidate) {
    let (mut same, mut within) = ((SAME, None), (WITHIN, None));
    for (at, topic) in topics.iter().enumerate() {
        let shared = topic.requests.intersection(&candidate.requests).count() as f64;
        let part = shared / candidate.requests.len() as f64;
        let all = (topic.requests.len() + candidate.requests.len()) as f64 - shared;
        // Of equals the earlier stands: it has more requests, or comes first by its letters.
        better(&mut same, shared / all, at);
        better(&mut within, part, at);
    }
    if let Some(at) = same.1 {
        topics[at].requests.extend(&candidate.requests);
        topics[at].terms.push(candidate);
        return;
    }
    if let Some(at) = within.1 {
        topics[at].inside.push(candidate);
        return;
    }
    topics.push(Growing { requests: candidate.requests.clone(), terms: vec![candidate], inside: Vec::new() });
}

/// Takes what is better than what is held, or the first that is good enough.
fn better(held: &mut (f64, Option<usize>), value: f64, at: usize) {
    if value > held.0 || (held.1.is_none() && value >= held.0) {
        *held = (value, Some(at));
    }
}

/// What two have in common, of all that either has (Jaccard).
fn overlap(left: &BTreeSet<usize>, right: &BTreeSet<usize>) -> f64 {
    let shared = left.intersection(right).count();
    shared as f64 / (left.len() + right.len() - shared).max(1) as f64
}

impl Growing {
    fn named(self, said: &[&Said]) -> Group {
        Group {
            key: self.terms.first().map(|term| term.key.clone()).unwrap_or_default(),
            label: capital(&self.label()),
            terms: self.terms.iter().map(|term| (term.key.clone(), term.name())).collect(),
            inside: self.narrower(),
            requests: self.requests.iter().map(|at| said[*at].id).collect(),
        }
    }

    /// Pairs before their words, and of words with nearly the same requests the first.
    fn narrower(&self) -> Vec<(String, usize)> {
        let mut inside: Vec<&Candidate> = self.inside.iter().collect();
        inside.sort_by(|left, right| {
            let size = |one: &Candidate| (one.requests.len(), one.is_pair());
            size(right).cmp(&size(left)).then_with(|| left.key.cmp(&right.key))
        });
        let mut told: Vec<&Candidate> = Vec::new();
        for one in inside {
            if told.iter().all(|held| (overlap(&held.requests, &one.requests)) < SAME) {
                told.push(one);
            }
        }
        let count = |one: &&Candidate| (one.name(), one.requests.intersection(&self.requests).count());
        told.iter().take(INSIDE).map(count).collect()
    }

    /// The pair that most of its requests have.
    fn pair(&self) -> Option<&Candidate> {
        let pairs = self.terms.iter().chain(&self.inside).filter(|term| term.is_pair());
        let count = |pair: &&Candidate| pair.requests.intersection(&self.requests).count();
        let most = pairs.max_by(|left, right| count(left).cmp(&count(right)).then_with(|| right.key.cmp(&left.key)));
        most.filter(|pair| count(pair) * 2 > self.requests.len())
    }

    fn has_a_name(&self) -> bool {
        self.terms.iter().any(Candidate::names_something) || self.pair().is_some()
    }

    /// A tag that half of its requests have; or the pair that most have; or the word that most have. Two words that nobody put
    /// together name nothing.
    fn label(&self) -> String {
        let tag = self.terms.iter().filter(|term| term.tagged * 2 >= self.requests.len()).max_by_key(|term| term.tagged);
        if let Some(label) = tag.and_then(|term| term.labels.usual()) {
            return label.to_owned();
        }
        if let Some(pair) = self.pair() {
            return pair.name();
        }
        // Rather one whose name is sure; of equals the first stands: they come by their letters.
        let words = self.terms.iter().rev().filter(|term| term.names_something());
        words.max_by_key(|term| (term.is_sure(), term.requests.len())).map(Candidate::name).unwrap_or_default()
    }
}

fn capital(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
#[path = "grouping_tests.rs"]
mod tests;
