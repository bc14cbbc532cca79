//! Past answers near to a request, and what they say of those who gave them.

use crate::decay::hours;
use crate::index::Index;
use crate::reason::Fact;

/// So many of the nearest past answers vote (CombSUM, Fox and Shaw 1994).
const VOTERS: usize = 200;
/// A vote fades by half in this time, in hours.
const HALF_LIFE: f64 = 60.0 * 24.0;
/// So many typical answers stand in for those a member has not yet given.
const TYPICAL: f64 = 5.0;
/// Lifts the logarithm of votes so that the first ones count most.
const FIRST_VOTES: f64 = 3.0;
/// So many are shown.
const SHOWN: usize = 2;
/// Only what is at least so near as this share of the nearest is called similar,
const SHOWN_NEARNESS: f64 = 0.5;
/// and holds at least this share of what the request says, by the weight of its words: one common word is no likeness.
const SHOWN_SHARE: f64 = 0.1;

/// A past answer that votes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vote {
    pub(crate) member: u32,
    pub(crate) answer: i64,
    /// From 0 to 1, the nearest of all.
    pub(crate) nearness: f64,
    faded: f64,
}

/// Sums of one member's votes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Support {
    faded: f64,
    plain: f64,
    pub(crate) nearest: f64,
}

pub(crate) struct Similar {
    /// Best first.
    pub(crate) votes: Vec<Vote>,
    support: Vec<Support>,
    /// Nearness of a typical answer, over all that were ever given.
    typical: f64,
    /// Nearness from which an answer may be shown as similar.
    shown: f64,
}

impl Similar {
    pub(crate) fn find(index: &Index, terms: &[u32], at: i64) -> Similar {
        let hits = index.texts.nearest(terms, VOTERS);
        let greatest = hits.first().map_or(1.0, |hit| f64::from(hit.score));
        let mut support = vec![Support::default(); index.members.len()];
        let mut votes = Vec::with_capacity(hits.len());
        for hit in hits {
            let kept = index.answers[hit.text as usize];
            let Some(member) = kept.member else { continue };
            let nearness = f64::from(hit.score) / greatest;
            let age = (hours(at) - hours(kept.at)).max(0.0);
            let faded = f64::from(kept.weight) * nearness * (-age / HALF_LIFE).exp2();
            let sum = &mut support[member as usize];
            sum.faded += faded;
            sum.plain += f64::from(kept.weight) * nearness;
            sum.nearest = sum.nearest.max(nearness);
            votes.push(Vote { member, answer: kept.id, nearness, faded });
        }
        let all: f64 = support.iter().map(|sum| sum.plain).sum();
        let shown = SHOWN_NEARNESS.max(SHOWN_SHARE * f64::from(index.texts.whole(terms)) / greatest);
        Similar { votes, support, typical: all / index.weight.max(1.0), shown }
    }

    /// Votes that fade, as a logarithm.
    pub(crate) fn lately(&self, member: u32) -> f64 {
        let faded = self.support[member as usize].faded;
        if faded == 0.0 { 0.0 } else { (FIRST_VOTES * faded).ln_1p() }
    }

    /// Votes that do not fade.
    pub(crate) fn sum(&self, member: u32) -> f64 {
        FIRST_VOTES * self.support[member as usize].plain
    }

    pub(crate) fn nearest(&self, member: u32) -> f64 {
        self.support[member as usize].nearest
    }

    /// How much more of a member's answers are near than of everybody's: a logarithm, never under 0.
    pub(crate) fn devotion(&self, member: u32, given: f64) -> f64 {
        let plain = self.support[member as usize].plain;
        if plain == 0.0 {
            return 0.0;
        }
        ((plain + TYPICAL * self.typical) / (given + TYPICAL) / self.typical).ln().max(0.0)
    }

    /// The past answers of a member that a reader should see, nearest and newest first. Answers vote from farther away than they are shown.
    pub(crate) fn facts(&self, member: u32) -> Vec<Fact> {
        let mut theirs: Vec<&Vote> =
            self.votes.iter().filter(|vote| vote.member == member && vote.nearness >= self.shown).collect();
        theirs.sort_by(|one, other| {
            (other.nearness + other.faded).total_cmp(&(one.nearness + one.faded)).then(other.answer.cmp(&one.answer))
        });
        theirs.iter().take(SHOWN).map(|vote| Fact::Answer(vote.answer)).collect()
    }
}
