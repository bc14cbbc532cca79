//! Who should be asked, best first, each with the reasons and the facts behind them.

use crate::candidates::{Candidates, Request};
use crate::index::{Index, folded};
use crate::reason::{Fact, Reason, Values};
use crate::weights::Weights;

/// A reason of one member, with what it adds to the score and what it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Because {
    pub reason: Reason,
    /// Weight times value, never negative; of [`Reason::Load`] it is taken off.
    pub part: f64,
    pub facts: Vec<Fact>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    pub member: i64,
    /// The sum of all parts, load taken off.
    pub score: f64,
    /// Those that count for something, the strongest first.
    pub because: Vec<Because>,
}

impl Candidates {
    /// The best `top` members and their scores; of equals the one with the lower id goes first.
    pub fn order(&self, weights: &Weights, top: usize) -> Vec<(i64, f64)> {
        self.order_of(weights, top, |_, _| true)
    }

    /// The same of those alone who pass, by themselves or by their values.
    pub fn order_of(&self, weights: &Weights, top: usize, which: impl Fn(i64, &Values) -> bool) -> Vec<(i64, f64)> {
        self.best(weights, top, which).into_iter().map(|(place, score)| (self.members[place], score)).collect()
    }

    fn best(&self, weights: &Weights, top: usize, which: impl Fn(i64, &Values) -> bool) -> Vec<(usize, f64)> {
        let passing = self.values.iter().enumerate().filter(|(place, values)| which(self.members[*place], values));
        let mut scored: Vec<(usize, f64)> = passing.map(|(place, values)| (place, weights.score(values))).collect();
        let better = |one: &(usize, f64), other: &(usize, f64)| {
            other.1.total_cmp(&one.1).then(self.members[one.0].cmp(&self.members[other.0]))
        };
        if top < scored.len() && top > 0 {
            scored.select_nth_unstable_by(top - 1, better);
        }
        scored.truncate(top);
        scored.sort_by(better);
        scored
    }
}

impl Index {
    /// The best `top` of those who are eligible, with their reasons.
    pub fn rank(&self, request: &Request<'_>, weights: &Weights, eligible: impl Fn(i64) -> bool, top: usize) -> Vec<Ranked> {
        let candidates = Candidates::of(self, request, eligible);
        candidates
            .best(weights, top, |_, _| true)
            .into_iter()
            .map(|(place, score)| self.ranked(&candidates, request, weights, (place, score), false))
            .collect()
    }

    /// Why one of the candidates: for those who are asked in the end. What they have no more of than the last of the candidates is told
    /// as well, at the end: where all are alike, each still has reasons. None for somebody who is not among them.
    pub fn reasons(&self, candidates: &Candidates, request: &Request<'_>, weights: &Weights, member: i64) -> Option<Ranked> {
        let place = candidates.members.iter().position(|known| *known == member)?;
        Some(self.ranked(candidates, request, weights, (place, weights.score(&candidates.values[place])), true))
    }

    fn ranked(
        &self,
        candidates: &Candidates,
        request: &Request<'_>,
        weights: &Weights,
        (place, score): (usize, f64),
        all: bool,
    ) -> Ranked {
        let mut because: Vec<Because> = Reason::ALL
            .into_iter()
            .filter(|reason| all || weights.get(*reason) > 0.0)
            .map(|reason| (reason, weights.part(reason, &candidates.values[place]).abs()))
            .filter(|(_, part)| all || *part > 0.0)
            .map(|(reason, part)| Because {
                reason,
                part,
                facts: self.facts(candidates, request, candidates.places[place], reason),
            })
            .collect();
        because.sort_by(|one, other| other.part.total_cmp(&one.part).then(one.reason.cmp(&other.reason)));
        Ranked { member: candidates.members[place], score, because }
    }

    /// What a reason stands on. One without facts is not worth showing: it says only that the member is above the last of the candidates.
    fn facts(&self, candidates: &Candidates, request: &Request<'_>, place: u32, reason: Reason) -> Vec<Fact> {
        let member = &self.members[place as usize];
        match reason {
            Reason::Similar | Reason::Nearest | Reason::Devoted => candidates.similar.facts(place),
            Reason::Tags | Reason::TagTaste => self.tags.facts(request.tags, place),
            Reason::Offers => self.offered(request, place),
            Reason::Knows => self.named(request, place),
            Reason::Day | Reason::Week | Reason::Month | Reason::Quarter | Reason::Pace | Reason::Days if member.answers > 0 => {
                vec![Fact::Answered { answers: member.answers, last_at: member.last_answer }]
            }
            Reason::Talking | Reason::Seen => member.last_seen.map(Fact::SeenAt).into_iter().collect(),
            Reason::Hour if member.answers > 0 => vec![Fact::Percent(member.habits.hour_percent(request.at))],
            Reason::Ties => {
                let tie = self.place_of(request.asker).and_then(|asker| member.ties.get(&asker));
                tie.map(|tie| Fact::Helped { them: tie.to, by_them: tie.from }).into_iter().collect()
            }
            Reason::Load => vec![Fact::Asked(self.load(place, request.at).round() as u32)],
            _ => Vec::new(),
        }
    }

    /// Words of the request that the profile offers.
    fn offered(&self, request: &Request<'_>, place: u32) -> Vec<Fact> {
        let Some(profile) = &self.members[place as usize].profile else { return Vec::new() };
        let mut shown: Vec<(u32, String)> = Vec::new();
        for word in request.text.split_whitespace().chain(request.tags.iter().copied()) {
            let mut terms = Vec::new();
            self.lexicon.known(word, &mut terms);
            for term in terms.into_iter().filter(|term| profile.offers.contains(term)) {
                if !shown.iter().any(|(known, _)| *known == term) {
                    shown.push((term, word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_string()));
                }
            }
        }
        shown.into_iter().map(|(_, word)| Fact::Offer(word)).collect()
    }

    fn named(&self, request: &Request<'_>, place: u32) -> Vec<Fact> {
        let Some(profile) = &self.members[place as usize].profile else { return Vec::new() };
        let known = |name: &&&str| profile.names.contains(&folded(name));
        request.wanted.iter().filter(known).map(|name| Fact::Name((*name).to_string())).collect()
    }
}
