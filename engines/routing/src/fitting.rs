//! Weights learnt from requests that were answered: ridge logistic regression, conditional on the request (McFadden 1974), over weights
//! that are never negative. Who answered is compared with the candidates of the same request only, so that a request which nobody
//! could answer, or which everybody could, teaches nothing wrong.

use crate::candidates::Candidates;
use crate::reason::{Reason, Values};
use crate::weights::Weights;

/// A request of the past: the values that its candidates had then, and who of them answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sample {
    pub values: Vec<Values>,
    pub answered: Vec<bool>,
}

/// How strongly weights are held at where they started: as if so much had been learnt before.
const RIDGE: f64 = 20.0;
const MOST_STEPS: usize = 25;
/// A step that changes no weight by more than this is the last.
const STILL: f64 = 1e-5;
/// Rounds over the weights within one step.
const ROUNDS: usize = 200;
/// A step is halved at most so often before it is given up.
const HALVINGS: usize = 12;
/// So many answered requests are enough to leave the start.
pub const ENOUGH: usize = 150;

type Row = [f64; Reason::COUNT];

impl Candidates {
    /// This request as a sample, once it is known who answered, of those candidates who had the same chance to (`among`): whoever was
    /// asked answers for another reason than whoever came by. Those who answered are kept, and the `most` who rank best by
    /// `weights`: the others are told apart easily and only cost time.
    pub fn sample(&self, weights: &Weights, most: usize, among: impl Fn(i64) -> bool, answered: impl Fn(i64) -> bool) -> Sample {
        let here = || self.iter().filter(|(member, _)| among(*member));
        let mut best: Vec<(f64, i64)> = here().map(|(member, values)| (weights.score(values), member)).collect();
        if best.len() > most && most > 0 {
            best.select_nth_unstable_by(most - 1, |one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        }
        best.truncate(most);
        let best: std::collections::HashSet<i64> = best.into_iter().map(|(_, member)| member).collect();
        let mut sample = Sample::default();
        for (member, values) in here().filter(|(member, _)| answered(*member) || best.contains(member)) {
            sample.values.push(*values);
            sample.answered.push(answered(member));
        }
        sample
    }
}

/// The weights that make the answers of the past likeliest, held near `start`. The same samples give the same bits.
pub fn fit(samples: &[Sample], start: &Weights) -> Weights {
    let start_row = start.as_array();
    let mut weights = start_row;
    let mut now = Slope::at(samples, &weights, &start_row);
    for _ in 0..MOST_STEPS {
        let goal = now.step(&weights);
        let Some((moved, slope)) = shorter(samples, &weights, &goal, &start_row, now.loss) else { break };
        let change = moved.iter().zip(&weights).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max);
        (weights, now) = (moved, slope);
        if change < STILL {
            break;
        }
    }
    let mut fitted = Weights::nothing();
    Reason::ALL.into_iter().for_each(|reason| fitted.set(reason, weights[reason as usize]));
    fitted
}

/// The step towards the goal, halved until it is no loss.
fn shorter(samples: &[Sample], from: &Row, goal: &Row, start: &Row, loss: f64) -> Option<(Row, Slope)> {
    let mut part = 1.0;
    for _ in 0..HALVINGS {
        let moved: Row = std::array::from_fn(|place| from[place] + part * (goal[place] - from[place]));
        let slope = Slope::at(samples, &moved, start);
        if slope.loss < loss {
            return Some((moved, slope));
        }
        part /= 2.0;
    }
    None
}

/// Loss, gradient and curvature at some weights.
struct Slope {
    loss: f64,
    gradient: Row,
    curvature: Vec<Row>,
}

impl Slope {
    fn at(samples: &[Sample], weights: &Row, start: &Row) -> Slope {
        let mut slope = Slope { loss: 0.0, gradient: [0.0; Reason::COUNT], curvature: vec![[0.0; Reason::COUNT]; Reason::COUNT] };
        for (place, weight) in weights.iter().enumerate() {
            let away = weight - start[place];
            slope.loss += RIDGE * away * away / 2.0;
            slope.gradient[place] += RIDGE * away;
            slope.curvature[place][place] += RIDGE;
        }
        let mut chances = Vec::new();
        for sample in samples {
            slope.add(sample, weights, &mut chances);
        }
        slope
    }

    fn add(&mut self, sample: &Sample, weights: &Row, chances: &mut Vec<f64>) {
        let count = sample.answered.iter().filter(|answered| **answered).count() as f64;
        if count == 0.0 {
            return;
        }
        let logarithm = softmax(sample, weights, chances);
        // A request with four answers says more than one with one, but not four times as much.
        let (each, all) = (1.0 / count.sqrt(), count.sqrt());
        let mut mean = [0.0; Reason::COUNT];
        for ((values, answered), chance) in sample.values.iter().zip(&sample.answered).zip(chances.iter()) {
            if *answered {
                self.loss -= each * (score(values, weights) - logarithm);
                (0..Reason::COUNT).for_each(|place| self.gradient[place] -= each * signed(values, place));
            }
            for (place, sum) in mean.iter_mut().enumerate() {
                *sum += chance * signed(values, place);
            }
        }
        (0..Reason::COUNT).for_each(|place| self.gradient[place] += all * mean[place]);
        for (values, chance) in sample.values.iter().zip(chances.iter()).filter(|(_, chance)| **chance > 1e-7) {
            let away: Row = std::array::from_fn(|place| signed(values, place) - mean[place]);
            for (row, one) in self.curvature.iter_mut().zip(away) {
                let part = all * chance * one;
                row.iter_mut().zip(away).for_each(|(cell, other)| *cell += part * other);
            }
        }
    }

    /// The lowest point of the parabola over weights that are not negative, found weight by weight.
    fn step(&self, from: &Row) -> Row {
        let mut to = *from;
        for _ in 0..ROUNDS {
            let mut change = 0.0_f64;
            for place in 0..Reason::COUNT {
                let slope: f64 = self.gradient[place]
                    + (0..Reason::COUNT).map(|other| self.curvature[place][other] * (to[other] - from[other])).sum::<f64>();
                let better = (to[place] - slope / self.curvature[place][place]).max(0.0);
                change = change.max((better - to[place]).abs());
                to[place] = better;
            }
            if change < STILL / 10.0 {
                break;
            }
        }
        to
    }
}

fn signed(values: &Values, place: usize) -> f64 {
    Reason::ALL[place].sign() * f64::from(values[place])
}

fn score(values: &Values, weights: &Row) -> f64 {
    (0..Reason::COUNT).map(|place| weights[place] * signed(values, place)).sum()
}

/// The chance of each candidate to be the one who answers; returns the logarithm of the sum.
fn softmax(sample: &Sample, weights: &Row, chances: &mut Vec<f64>) -> f64 {
    chances.clear();
    chances.extend(sample.values.iter().map(|values| score(values, weights)));
    let greatest = chances.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = chances.iter().map(|score| (score - greatest).exp()).sum();
    let logarithm = greatest + sum.ln();
    chances.iter_mut().for_each(|score| *score = (*score - logarithm).exp());
    logarithm
}

/// Whether new weights rank requests better that neither was fitted on: by the reciprocal rank of the first who answered and the
/// share of those who answered among the first ten, both together.
pub fn better_on_held_out(new: &Weights, old: &Weights, held_out: &[Sample]) -> bool {
    quality(new, held_out) > quality(old, held_out)
}

fn quality(weights: &Weights, samples: &[Sample]) -> f64 {
    samples
        .iter()
        .map(|sample| {
            let ranks = ranks(weights, sample);
            let first = ranks.iter().min().map_or(0.0, |rank| 1.0 / *rank as f64);
            let among = ranks.iter().filter(|rank| **rank <= 10).count() as f64 / ranks.len().max(1) as f64;
            first + among
        })
        .sum()
}

/// Ranks from 1 of those who answered; equals share the worse rank, so that weights which tell nothing apart win nothing.
fn ranks(weights: &Weights, sample: &Sample) -> Vec<usize> {
    let scores: Vec<f64> = sample.values.iter().map(|values| weights.score(values)).collect();
    let answered = scores.iter().zip(&sample.answered).filter(|(_, answered)| **answered);
    answered.map(|(mine, _)| scores.iter().filter(|score| *score >= mine).count()).collect()
}

/// The weights a community should use from now on: fitted on the earlier four fifths of its answered requests, if that ranks the last
/// fifth better, and then on all; otherwise those it has. Samples are in order of time.
pub fn refit(samples: &[Sample], have: &Weights, start: &Weights) -> Weights {
    if samples.len() < ENOUGH {
        return have.clone();
    }
    let (earlier, held_out) = samples.split_at(samples.len() * 4 / 5);
    if better_on_held_out(&fit(earlier, start), have, held_out) { fit(samples, start) } else { have.clone() }
}
