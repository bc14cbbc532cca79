//! How much each reason counts. Never less than nothing, so that no reason shown to people speaks against somebody.

use crate::reason::{Reason, Values};

#[derive(Clone, Debug, PartialEq)]
pub struct Weights([f64; Reason::COUNT]);

impl Default for Weights {
    /// Where every community starts.
    fn default() -> Weights {
        Weights::untrained()
    }
}

impl Weights {
    /// Where every community starts: the weights of two unlike communities, a site of questions with tags and a chat without, found
    /// on the earlier part of each and rounded. What neither had (offers, companies, load) has the weight of a strong reason.
    pub fn untrained() -> Weights {
        let mut weights = Weights::nothing();
        for (reason, weight) in UNTRAINED {
            weights.set(reason, weight);
        }
        weights
    }

    pub fn nothing() -> Weights {
        Weights([0.0; Reason::COUNT])
    }

    pub fn get(&self, reason: Reason) -> f64 {
        self.0[reason as usize]
    }

    /// A weight under nothing, or none at all, becomes nothing.
    pub fn set(&mut self, reason: Reason, weight: f64) {
        self.0[reason as usize] = if weight > 0.0 && weight.is_finite() { weight } else { 0.0 };
    }

    /// The mean of the weights of several communities, each counted by the requests it was fitted on, so that a new one starts where
    /// the others have got to. The built-in start counts as `start` requests.
    pub fn pooled(communities: &[(Weights, u32)], start: u32) -> Weights {
        let all = f64::from(start) + communities.iter().map(|(_, requests)| f64::from(*requests)).sum::<f64>();
        let mut pooled = Weights::untrained();
        for reason in Reason::ALL {
            let sum: f64 = communities.iter().map(|(weights, requests)| weights.get(reason) * f64::from(*requests)).sum();
            let mean = (sum + Weights::untrained().get(reason) * f64::from(start)) / all;
            pooled.set(reason, if all > 0.0 { mean } else { Weights::untrained().get(reason) });
        }
        pooled
    }

    pub fn score(&self, values: &Values) -> f64 {
        Reason::ALL.into_iter().map(|reason| self.part(reason, values)).sum()
    }

    /// What one reason adds to the score, or takes off.
    pub fn part(&self, reason: Reason, values: &Values) -> f64 {
        reason.sign() * self.get(reason) * f64::from(values[reason as usize])
    }

    pub(crate) fn as_array(&self) -> [f64; Reason::COUNT] {
        self.0
    }
}

const UNTRAINED: [(Reason, f64); Reason::COUNT] = [
    (Reason::Similar, 0.2),
    (Reason::Nearest, 0.05),
    (Reason::Devoted, 0.2),
    (Reason::Tags, 0.1),
    (Reason::TagTaste, 0.15),
    (Reason::Offers, 0.3),
    (Reason::Knows, 0.3),
    (Reason::Day, 0.1),
    (Reason::Week, 0.05),
    (Reason::Month, 0.15),
    (Reason::Quarter, 0.2),
    (Reason::Pace, 0.15),
    (Reason::Days, 0.1),
    (Reason::Talking, 0.35),
    (Reason::Seen, 0.4),
    (Reason::Hour, 0.15),
    (Reason::Ties, 0.1),
    (Reason::Load, 0.1),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_weight_is_under_nothing() {
        let mut weights = Weights::untrained();
        weights.set(Reason::Tags, -3.0);
        weights.set(Reason::Hour, f64::NAN);
        assert!(weights.get(Reason::Tags) == 0.0 && weights.get(Reason::Hour) == 0.0);
        assert!(Reason::ALL.into_iter().all(|reason| Weights::untrained().get(reason) >= 0.0));
    }

    #[test]
    fn pooling_counts_communities_by_their_requests() {
        let (mut one, mut other) = (Weights::nothing(), Weights::nothing());
        one.set(Reason::Tags, 1.0);
        other.set(Reason::Tags, 4.0);
        let pooled = Weights::pooled(&[(one.clone(), 200), (other, 100)], 0);
        assert!((pooled.get(Reason::Tags) - 2.0).abs() < 1e-12);
        assert_eq!(Weights::pooled(&[], 0), Weights::untrained());
        assert!((Weights::pooled(&[], 10).get(Reason::Tags) - Weights::untrained().get(Reason::Tags)).abs() < 1e-12);
    }

    #[test]
    fn load_is_taken_off() {
        let mut values = [0.0; Reason::COUNT];
        values[Reason::Load as usize] = 2.0;
        assert!(Weights::untrained().score(&values) < 0.0);
    }
}
