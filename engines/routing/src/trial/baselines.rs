//! Simple ways of ranking that the engine must beat on the same cases.

use crate::decay::{Faded, hours};
use crate::tags::Tags;
use crate::trial::{Given, Question};
use crate::words::Lexicon;
use std::collections::HashMap;

/// Half-lives of recency to choose from on the earlier part, in days.
pub(super) const HALF_LIVES: [f64; 6] = [1.0, 3.0, 7.0, 14.0, 30.0, 90.0];
const HOURS_PER_DAY: f64 = 24.0;
const SATURATION: f64 = 1.2;
/// Shares of length to choose from on the earlier part: whoever answers much has a long text.
pub(super) const LENGTH_SHARES: [f64; 3] = [0.75, 0.3, 0.0];

/// Who answered lately, for each half-life.
#[derive(Default)]
pub(super) struct Recency {
    members: HashMap<i64, [Faded; HALF_LIVES.len()]>,
}

impl Recency {
    pub(super) fn learn(&mut self, given: &Given) {
        let counts = self.members.entry(given.member).or_default();
        for (count, half_life) in counts.iter_mut().zip(HALF_LIVES) {
            count.add(1.0, hours(given.at), half_life * HOURS_PER_DAY);
        }
    }

    /// Logarithms of the fading counts.
    pub(super) fn scores(&self, members: &[i64], at: i64, choice: usize) -> Vec<f64> {
        let read =
            |counts: &[Faded; HALF_LIVES.len()]| counts[choice].logarithm(hours(at), HALF_LIVES[choice] * HOURS_PER_DAY, -1e9);
        members.iter().map(|member| self.members.get(member).map_or(-1e9, read)).collect()
    }
}

/// BM25 of a question in all that a member ever answered, taken as one text.
#[derive(Default)]
pub(super) struct PastTexts {
    lexicon: Lexicon,
    /// For each term, how often each member used it or was asked with it.
    used: Vec<HashMap<i64, f64>>,
    lengths: HashMap<i64, f64>,
    all: f64,
}

impl PastTexts {
    pub(super) fn learn(&mut self, given: &Given) {
        let mut terms = Vec::new();
        self.lexicon.learn(&given.question, &mut terms);
        self.lexicon.learn(&given.text, &mut terms);
        given.tags.iter().for_each(|tag| self.lexicon.learn_tag(tag, &mut terms));
        *self.lengths.entry(given.member).or_default() += terms.len() as f64;
        self.all += terms.len() as f64;
        for term in terms {
            let place = term as usize;
            if place >= self.used.len() {
                self.used.resize_with(place + 1, HashMap::new);
            }
            *self.used[place].entry(given.member).or_default() += 1.0;
        }
    }

    pub(super) fn scores(&self, members: &[i64], question: &Question, choice: usize) -> Vec<f64> {
        let share = LENGTH_SHARES[choice];
        let mut terms = Vec::new();
        self.lexicon.known(&question.text, &mut terms);
        question.tags.iter().for_each(|tag| self.lexicon.known_tag(tag, &mut terms));
        terms.sort_unstable();
        let count = self.lengths.len() as f64;
        let average = self.all / count.max(1.0);
        let mut sums: HashMap<i64, f64> = HashMap::new();
        for same in terms.chunk_by(|one, other| one == other) {
            let Some(used) = self.used.get(same[0] as usize) else { continue };
            let rarity = (1.0 + (count - used.len() as f64 + 0.5) / (used.len() as f64 + 0.5)).ln();
            for (member, times) in used {
                let norm = SATURATION * (1.0 - share + share * self.lengths[member] / average);
                *sums.entry(*member).or_default() += same.len() as f64 * rarity * times * (SATURATION + 1.0) / (times + norm);
            }
        }
        members.iter().map(|member| sums.get(member).copied().unwrap_or(0.0)).collect()
    }
}

/// Tags counted with a half-life of 60 days, by the place of the member in a list of its own.
#[derive(Default)]
pub(super) struct RecentTags {
    places: HashMap<i64, u32>,
    tags: Tags,
}

impl RecentTags {
    pub(super) fn learn(&mut self, given: &Given) {
        let next = self.places.len() as u32;
        let place = *self.places.entry(given.member).or_insert(next);
        given.tags.iter().for_each(|tag| self.tags.learn(tag, place, hours(given.at), 1.0));
    }

    pub(super) fn scores(&self, members: &[i64], question: &Question) -> Vec<f64> {
        let mut sums = vec![0.0; self.places.len()];
        let tags: Vec<&str> = question.tags.iter().map(String::as_str).collect();
        self.tags.read(&tags, hours(question.at), |_| 1.0, |place, under| sums[place as usize] += under.recent);
        members.iter().map(|member| self.places.get(member).map_or(0.0, |place| sums[*place as usize].ln_1p())).collect()
    }
}

/// The sum of several ways of ranking, each in standard deviations from its mean.
pub(super) fn z_sum(ways: &[Vec<f64>]) -> Vec<f64> {
    let mut sums = vec![0.0; ways.first().map_or(0, Vec::len)];
    for way in ways {
        let count = way.len().max(1) as f64;
        let mean = way.iter().sum::<f64>() / count;
        let spread = (way.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt();
        if spread > 0.0 {
            sums.iter_mut().zip(way).for_each(|(sum, value)| *sum += (value - mean) / spread);
        }
    }
    sums
}

/// Members by falling score; of equals the lower id first.
pub(super) fn by_score(members: &[i64], scores: &[f64]) -> Vec<i64> {
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by(|one, other| scores[*other].total_cmp(&scores[*one]).then(members[*one].cmp(&members[*other])));
    order.into_iter().map(|place| members[place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn z_sum_weighs_each_way_alike() {
        let sums = z_sum(&[vec![0.0, 0.0, 1000.0], vec![0.0, 0.1, 0.1], vec![5.0; 3]]);
        assert_eq!(by_score(&[7, 8, 9], &sums), [9, 8, 7]);
        assert_eq!(by_score(&[3, 2], &[1.0, 1.0]), [2, 3]);
        assert!(z_sum(&[]).is_empty());
    }
}
