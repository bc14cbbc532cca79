//! What is learnt from requests that were answered.

use proptest::prelude::*;
use routing::{ENOUGH, Reason, Sample, Values, Weights, better_on_held_out, fit, refit};

/// Numbers between 0 and 1 by a linear congruence after Knuth (MMIX), upper bits.
struct Chance(u64);

impl Chance {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Requests whose answers follow these weights: of twenty candidates one answers, by the chances of a logistic choice.
fn invented(requests: usize, truth: &[(Reason, f64)], seed: u64) -> Vec<Sample> {
    let mut chance = Chance(seed);
    (0..requests)
        .map(|_| {
            let values: Vec<Values> = (0..20)
                .map(|_| {
                    let mut row = [0.0; Reason::COUNT];
                    truth.iter().for_each(|(reason, _)| row[*reason as usize] = (4.0 * chance.share()) as f32);
                    row
                })
                .collect();
            let odds: Vec<f64> = values
                .iter()
                .map(|row| {
                    truth
                        .iter()
                        .map(|(reason, weight)| reason.sign() * weight * f64::from(row[*reason as usize]))
                        .sum::<f64>()
                        .exp()
                })
                .collect();
            let mut drawn = chance.share() * odds.iter().sum::<f64>();
            let who = odds.iter().position(|odds| {
                drawn -= odds;
                drawn <= 0.0
            });
            let answered = (0..20).map(|place| Some(place) == who).collect();
            Sample { values, answered }
        })
        .collect()
}

const TRUTH: [(Reason, f64); 4] = [(Reason::Tags, 1.0), (Reason::Seen, 0.4), (Reason::Hour, 0.0), (Reason::Load, 0.6)];

#[test]
fn the_weights_behind_invented_answers_are_found() {
    let samples = invented(1200, &TRUTH, 1);
    let fitted = fit(&samples, &Weights::nothing());
    for (reason, weight) in TRUTH {
        assert!((fitted.get(reason) - weight).abs() < 0.1, "{}: {} for {weight}", reason.word(), fitted.get(reason));
    }
    assert_eq!(fitted, fit(&samples, &Weights::nothing()), "bit for bit");
}

#[test]
fn what_speaks_against_somebody_weighs_nothing() {
    let mut samples = invented(600, &TRUTH, 2);
    // Turned round: who answered is the last by tags.
    for row in samples.iter_mut().flat_map(|sample| &mut sample.values) {
        row[Reason::Tags as usize] = 4.0 - row[Reason::Tags as usize];
    }
    assert_eq!(fit(&samples, &Weights::nothing()).get(Reason::Tags), 0.0);
}

#[test]
fn what_never_varied_keeps_its_weight() {
    let fitted = fit(&invented(300, &TRUTH, 3), &Weights::untrained());
    assert!((fitted.get(Reason::Offers) - Weights::untrained().get(Reason::Offers)).abs() < 1e-9);
    assert_eq!(fit(&[], &Weights::untrained()), Weights::untrained());
    assert_eq!(fit(&[Sample::default()], &Weights::untrained()), Weights::untrained());
}

#[test]
fn weights_change_only_for_better_ones() {
    let samples = invented(1000, &TRUTH, 4);
    let mut best = Weights::nothing();
    TRUTH.iter().for_each(|(reason, weight)| best.set(*reason, *weight));
    let mut wrong = Weights::nothing();
    wrong.set(Reason::Hour, 1.0);
    assert!(better_on_held_out(&best, &wrong, &samples) && !better_on_held_out(&wrong, &best, &samples));
    assert!(!better_on_held_out(&best, &best, &samples), "the same is not better");
    assert!(better_on_held_out(&best, &Weights::nothing(), &samples), "weights that tell nothing apart win nothing");

    assert_eq!(refit(&samples[..ENOUGH - 1], &wrong, &Weights::untrained()), wrong, "too few were answered");
    assert!(refit(&samples, &wrong, &Weights::untrained()).get(Reason::Tags) > 0.8);
    // Answers that follow nothing teach nothing.
    let noise = invented(ENOUGH, &[(Reason::Tags, 0.0)], 5);
    let kept = refit(&noise, &best, &best);
    let held_out = &noise[noise.len() * 4 / 5..];
    assert!(kept == best || better_on_held_out(&fit(&noise[..noise.len() * 4 / 5], &best), &best, held_out));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn fitted_weights_are_never_negative_and_always_finite(seed in any::<u64>(), requests in 1_usize..60, scale in 0.0_f32..50.0) {
        let mut samples = invented(requests, &TRUTH, seed);
        samples.iter_mut().flat_map(|sample| &mut sample.values).for_each(|row| row[Reason::Ties as usize] = scale * row[1]);
        let fitted = fit(&samples, &Weights::untrained());
        prop_assert!(Reason::ALL.into_iter().all(|reason| fitted.get(reason) >= 0.0 && fitted.get(reason).is_finite()));
    }
}
