//! Sharing requests out: nobody is asked more than their part, so that the best are not worn out and the others are met.
//!
//! Whoever is asked becomes dearer, and cheaper again while they are not (a dual price, updated request by request). So a person whose
//! part is limited is kept for the requests that need them most, and is not spent on whichever come first.

use std::collections::HashMap;

/// How requests are shared out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cap {
    /// The largest part of all asks that may go to one person, from 0 to 1.
    pub share: f64,
    /// People asked for each request.
    pub asked: usize,
}

impl Default for Cap {
    /// Five are asked, and nobody gets more than a tenth: the figures in `bench/RESULTS.md` say why.
    fn default() -> Cap {
        Cap { share: 0.1, asked: 5 }
    }
}

impl Cap {
    /// Asks that one person may have for each request.
    fn part(&self) -> f64 {
        self.share * self.asked as f64
    }
}

/// What one ask adds to the price, in chances to be the one who answers.
const STEP: f64 = 0.04;

/// Who was asked how often so far.
#[derive(Clone, Debug, Default)]
pub struct Sharing {
    requests: u64,
    people: HashMap<i64, Person>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Person {
    asks: u64,
    price: f64,
    /// The request of which the price is.
    of: u64,
}

impl Sharing {
    pub fn new() -> Sharing {
        Sharing::default()
    }

    /// Times somebody was asked.
    pub fn asks(&self, member: i64) -> u64 {
        self.people.get(&member).map_or(0, |person| person.asks)
    }

    /// Chooses from members and scores, best first, who is asked for the next request, and remembers it. They come first in the answer;
    /// the others follow in their old order, as reserves.
    pub fn choose(&mut self, ranked: &[(i64, f64)], cap: &Cap) -> Vec<i64> {
        let mut order = self.pick(ranked, cap);
        self.remember(&order, cap);
        let reserves: Vec<i64> = ranked.iter().map(|(member, _)| *member).filter(|member| !order.contains(member)).collect();
        order.extend(reserves);
        order
    }

    /// Who should be asked for the next request, of members and scores, best first. Nothing is remembered: whether they are asked indeed
    /// is the caller's to say. Fewer than `cap.asked` where the others have had their part already.
    pub fn pick(&self, ranked: &[(i64, f64)], cap: &Cap) -> Vec<i64> {
        let (next, part) = (self.requests + 1, cap.part());
        let allowed = ((part * next as f64) as u64).max(1);
        let chances = chances(ranked);
        let mut open: Vec<(i64, f64)> = ranked
            .iter()
            .zip(chances)
            .filter(|((member, _), _)| self.asks(*member) < allowed)
            .map(|((member, _), chance)| (*member, chance - self.price(*member, next, part)))
            .collect();
        open.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        open.truncate(cap.asked);
        let mut order: Vec<i64> = open.into_iter().map(|(member, _)| member).collect();
        // Of those who are asked, the likeliest first: the price decides who, not in which order.
        let place: HashMap<i64, usize> = ranked.iter().enumerate().map(|(place, (member, _))| (*member, place)).collect();
        order.sort_by_key(|member| place.get(member).copied());
        order
    }

    /// These members were asked for one request: told for each in the order of time, it rebuilds what [`Sharing::choose`] knew.
    pub fn remember(&mut self, asked: &[i64], cap: &Cap) {
        self.requests += 1;
        let part = cap.part();
        for member in asked {
            let price = self.price(*member, self.requests, part) + STEP;
            let person = self.people.entry(*member).or_default();
            *person = Person { asks: person.asks + 1, price, of: self.requests };
        }
    }

    /// What asking somebody costs at a request: falls with each by the part somebody may have of it.
    fn price(&self, member: i64, request: u64, part: f64) -> f64 {
        let Some(person) = self.people.get(&member) else { return 0.0 };
        let since = (request - person.of) as f64;
        (person.price - since * part * STEP).max(0.0)
    }
}

/// The chance of each to be the one who answers, if the scores are logarithms of odds.
fn chances(ranked: &[(i64, f64)]) -> Vec<f64> {
    let greatest = ranked.iter().map(|(_, score)| *score).fold(f64::NEG_INFINITY, f64::max);
    let odds: Vec<f64> = ranked.iter().map(|(_, score)| (score - greatest).exp()).collect();
    let sum: f64 = odds.iter().sum();
    odds.into_iter().map(|odds| odds / sum).collect()
}

/// How unevenly asks are spread over all who could be asked: 0 if all get the same, near 1 if one gets everything (Gini 1912).
pub fn gini(asks: &[u64]) -> f64 {
    let total: u64 = asks.iter().sum();
    if total == 0 {
        return 0.0;
    }
    let mut sorted = asks.to_vec();
    sorted.sort_unstable();
    let count = sorted.len() as f64;
    let sum: f64 = sorted.iter().enumerate().map(|(place, asks)| (2.0 * place as f64 - count + 1.0) * *asks as f64).sum();
    sum / (count * total as f64)
}

/// How asks were spread, for the report to the community's owner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concentration {
    pub gini: f64,
    /// Of all asks, the part that went to the one most asked.
    pub largest_share: f64,
    /// Of those who are new, the part that was asked at all; none if nobody is new.
    pub newcomers_asked: Option<f64>,
}

/// From everybody who could be asked: how often they were, and whether they are new.
pub fn concentration(people: &[(u64, bool)]) -> Concentration {
    let asks: Vec<u64> = people.iter().map(|(asks, _)| *asks).collect();
    let total: u64 = asks.iter().sum();
    let newcomers: Vec<u64> = people.iter().filter(|(_, new)| *new).map(|(asks, _)| *asks).collect();
    let asked = newcomers.iter().filter(|asks| **asks > 0).count();
    Concentration {
        gini: gini(&asks),
        largest_share: if total == 0 { 0.0 } else { asks.iter().copied().max().unwrap_or(0) as f64 / total as f64 },
        newcomers_asked: (!newcomers.is_empty()).then(|| asked as f64 / newcomers.len() as f64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nobody_gets_more_than_their_part(
            scores in prop::collection::vec(prop::collection::vec(0.0_f64..5.0, 30), 20..120),
            share in 0.05_f64..0.2,
        ) {
            let (mut sharing, cap) = (Sharing::new(), Cap { share, asked: 5 });
            for scores in &scores {
                // The first member is by far the best, always.
                let mut ranked: Vec<(i64, f64)> = (0..).zip(scores.iter().copied()).collect();
                ranked[0].1 += 20.0;
                ranked.sort_by(|one, other| other.1.total_cmp(&one.1));
                let chosen = sharing.choose(&ranked, &cap);
                prop_assert_eq!(chosen.len(), ranked.len());
            }
            let total = 5 * scores.len() as u64;
            let most = (0..30).map(|member| sharing.asks(member)).max().unwrap();
            prop_assert!(most as f64 <= (share * total as f64).max(1.0));
            prop_assert!(sharing.asks(0) as f64 > 0.6 * share * total as f64, "the best is used: {}", sharing.asks(0));
        }
    }

    #[test]
    fn what_is_remembered_is_what_was_chosen() {
        let (mut lived, mut told, cap) = (Sharing::new(), Sharing::new(), Cap { share: 0.1, asked: 3 });
        for request in 0..60_i64 {
            let mut ranked: Vec<(i64, f64)> =
                (0..40).map(|member| (member, ((member * 7 + request * 3) % 11) as f64 / 4.0)).collect();
            ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
            let picked = told.pick(&ranked, &cap);
            assert_eq!(picked, told.pick(&ranked, &cap), "looking changes nothing");
            assert_eq!(picked, lived.choose(&ranked, &cap)[..picked.len()]);
            told.remember(&picked, &cap);
        }
        assert!((0..40).all(|member| lived.asks(member) == told.asks(member) && told.asks(member) <= 18));
    }

    #[test]
    fn gini_of_known_spreads() {
        assert_eq!(gini(&[3, 3, 3]), 0.0);
        assert!((gini(&[0, 0, 0, 8]) - 0.75).abs() < 1e-12);
        assert!((gini(&[1, 2, 3, 4]) - 0.25).abs() < 1e-12);
        assert_eq!(gini(&[]), 0.0);
        let spread = concentration(&[(0, true), (2, true), (6, false)]);
        assert_eq!((spread.largest_share, spread.newcomers_asked), (0.75, Some(0.5)));
        assert_eq!(concentration(&[(0, false)]).newcomers_asked, None);
    }
}
