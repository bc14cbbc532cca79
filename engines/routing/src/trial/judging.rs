//! How good rankings are, and whether one kind is better than another beyond chance.

use crate::sharing::gini;
use std::collections::{HashMap, HashSet};

/// A true person counts for the reciprocal rank within so many.
const DEPTH: usize = 100;
const FIRST: usize = 10;
const ASKED: usize = 5;
/// Of a normal distribution, 95 % lie within so many standard deviations.
const NORMAL_95: f64 = 1.96;

/// One way of ranking, judged over all cases.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    reciprocal: Vec<f64>,
    recall: Vec<f64>,
    first: Vec<f64>,
    reached: Vec<f64>,
    asks: HashMap<i64, u64>,
}

/// A mean with half the width of its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    pub mean: f64,
    pub half: f64,
}

impl Difference {
    /// More than chance explains.
    pub fn is_better(&self) -> bool {
        self.mean - self.half > 0.0
    }
}

impl Judged {
    pub(crate) fn add(&mut self, ranking: &[i64], truth: &HashSet<i64>) {
        let first = ranking.iter().take(DEPTH).position(|member| truth.contains(member));
        let among =
            |most: usize| ranking.iter().take(most).filter(|member| truth.contains(member)).count() as f64 / truth.len() as f64;
        self.reciprocal.push(first.map_or(0.0, |place| 1.0 / (place + 1) as f64));
        self.recall.push(among(FIRST));
        self.reached.push(among(ASKED));
        self.first.push(f64::from(u8::from(first == Some(0))));
        for member in ranking.iter().take(ASKED) {
            *self.asks.entry(*member).or_default() += 1;
        }
    }

    pub fn cases(&self) -> usize {
        self.recall.len()
    }

    /// Mean reciprocal rank of the first true person.
    pub fn mrr(&self) -> Difference {
        mean(&self.reciprocal)
    }

    /// Share of the true persons among the first ten.
    pub fn recall_at_10(&self) -> Difference {
        mean(&self.recall)
    }

    /// Share of the true persons among the five who are asked.
    pub fn recall_at_5(&self) -> Difference {
        mean(&self.reached)
    }

    /// Share of cases whose first is a true person.
    pub fn p_at_1(&self) -> Difference {
        mean(&self.first)
    }

    /// Of all asks, five a case, the part of the one most asked.
    pub fn largest_share(&self) -> f64 {
        let total: u64 = self.asks.values().sum();
        if total == 0 { 0.0 } else { self.asks.values().copied().max().unwrap_or(0) as f64 / total as f64 }
    }

    /// Gini of asks among all who were ever candidates.
    pub fn gini_of_asks(&self, ever: &[i64]) -> f64 {
        gini(&ever.iter().map(|member| self.asks.get(member).copied().unwrap_or(0)).collect::<Vec<_>>())
    }
}

/// By how much one way ranks the same cases better than another: reciprocal rank, and recall among the first ten.
pub fn difference(one: &Judged, other: &Judged) -> (Difference, Difference) {
    let paired = |one: &[f64], other: &[f64]| mean(&one.iter().zip(other).map(|(one, other)| one - other).collect::<Vec<_>>());
    (paired(&one.reciprocal, &other.reciprocal), paired(&one.recall, &other.recall))
}

fn mean(values: &[f64]) -> Difference {
    let count = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count;
    Difference { mean, half: NORMAL_95 * (variance / count).sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_rankings_have_known_figures() {
        let mut judged = Judged::default();
        judged.add(&[1, 2, 3], &HashSet::from([2, 9]));
        judged.add(&[4, 5, 1], &HashSet::from([4]));
        judged.add(&[1], &HashSet::from([7]));
        assert!((judged.mrr().mean - 0.5).abs() < 1e-12);
        assert!((judged.recall_at_10().mean - 0.5).abs() < 1e-12);
        assert!((judged.p_at_1().mean - 1.0 / 3.0).abs() < 1e-12);
        assert!((judged.largest_share() - 3.0 / 7.0).abs() < 1e-12);
        assert_eq!(judged.cases(), 3);
        let (reciprocal, _) = difference(&judged, &judged);
        assert_eq!((reciprocal.mean, reciprocal.half, reciprocal.is_better()), (0.0, 0.0, false));
        assert!(Difference { mean: 0.2, half: 0.1 }.is_better());
    }
}
