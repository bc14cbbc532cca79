//! Reads a history question by question: ranks first, learns afterwards.

use super::baselines::{HALF_LIVES, LENGTH_SHARES, PastTexts, Recency, RecentTags, by_score, z_sum};
use super::judging::{Judged, difference};
use super::{Given, History, Question};
use crate::candidates::{Candidates, Request};
use crate::fitting::{Sample, refit};
use crate::index::{Answer, Index};
use crate::reason::Reason;
use crate::sharing::{Cap, Sharing};
use crate::weights::Weights;
use std::collections::{HashMap, HashSet};

/// The first part of the earlier questions teaches nothing about weights: little was known then.
const WARM_UP: f64 = 0.1;
/// Candidates kept of each earlier question, beside those who answered.
const SAMPLED: usize = 300;
/// The judge looks at a hundred.
const RANKED: usize = 101;
/// Largest shares of asks that the curve tries.
const CAPS: [f64; 9] = [0.2, 0.15, 0.12, 0.1, 0.08, 0.06, 0.05, 0.03, 0.02];

/// One question of the test, and the rankings it was given.
#[derive(Clone, Debug)]
pub struct Case {
    pub id: i64,
    truth: HashSet<i64>,
    scored: Vec<(i64, f64)>,
    pub trained: Vec<i64>,
    pub untrained: Vec<i64>,
    pub capped: Vec<i64>,
}

/// What came of a trial.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub cases: Vec<Case>,
    /// Earlier questions that taught the weights.
    pub taught: usize,
    pub weights: Weights,
    pub trained: Judged,
    pub untrained: Judged,
    pub capped: Judged,
    /// Name and figures.
    pub baselines: Vec<(&'static str, Judged)>,
    /// What was chosen for each on the earlier part: half-lives in days, and the share of length of BM25.
    pub chosen: Vec<(&'static str, f64)>,
    /// The cap, and the figures under it.
    pub curve: Vec<(f64, Judged)>,
    /// All who were ever candidates.
    pub ever: Vec<i64>,
}

/// What is learnt as the history goes on.
#[derive(Default)]
struct Learnt {
    index: Index,
    recency: Recency,
    texts: PastTexts,
    tags: RecentTags,
    given: HashMap<i64, u32>,
    answers: usize,
    seen: usize,
}

impl Learnt {
    fn until(&mut self, history: &History, at: i64) {
        while let Some(given) = history.answers.get(self.answers).filter(|given| given.at < at) {
            self.learn(given);
            self.answers += 1;
        }
        while let Some((member, seen)) = history.seen.get(self.seen).filter(|(_, seen)| *seen < at) {
            self.index.see(*member, *seen);
            self.seen += 1;
        }
    }

    fn learn(&mut self, given: &Given) {
        let tags: Vec<&str> = given.tags.iter().map(String::as_str).collect();
        self.index.learn(&Answer {
            id: given.id,
            at: given.at,
            member: given.member,
            asker: given.asker,
            question: &given.question,
            answer: &given.text,
            tags: &tags,
            weight: 1.0,
        });
        self.recency.learn(given);
        self.texts.learn(given);
        self.tags.learn(given);
        *self.given.entry(given.member).or_default() += 1;
    }

    fn candidates(&self, question: &Question, least: u32) -> Candidates {
        let tags: Vec<&str> = question.tags.iter().map(String::as_str).collect();
        let request = Request { at: question.at, asker: question.asker, text: &question.text, tags: &tags, wanted: &[] };
        Candidates::of(&self.index, &request, |member| self.given.get(&member).is_some_and(|given| *given >= least))
    }
}

/// Questions that count, with those who answered and could be asked.
fn counting(history: &History) -> (Vec<(&Question, HashSet<i64>)>, Vec<i64>) {
    let (mut given, mut read, mut counting): (HashMap<i64, u32>, usize, Vec<_>) = (HashMap::new(), 0, Vec::new());
    for question in &history.questions {
        while let Some(answer) = history.answers.get(read).filter(|answer| answer.at < question.at) {
            *given.entry(answer.member).or_default() += 1;
            read += 1;
        }
        let could = |member: &i64| *member != question.asker && given.get(member).is_some_and(|given| *given >= history.least);
        let truth: HashSet<i64> = question.answered.iter().map(|(member, _)| *member).filter(could).collect();
        if !truth.is_empty() {
            counting.push((question, truth));
        }
    }
    let mut ever: Vec<i64> = given.into_iter().filter(|(_, given)| *given >= history.least).map(|(member, _)| member).collect();
    ever.sort_unstable();
    (counting, ever)
}

/// Ranks every question of the test in every way.
pub fn run(history: &History) -> Outcome {
    let (counting, ever) = counting(history);
    let tested = (counting.len() as f64 * history.test_share).round_ties_even() as usize;
    let (earlier, test) = counting.split_at(counting.len() - tested);
    let mut learnt = Learnt::default();
    let began = test.first().map_or(i64::MAX, |(question, _)| question.at);
    let (samples, choices) = teach(history, &mut learnt, earlier, began);
    let weights = refit(&samples, &Weights::untrained(), &Weights::untrained());
    let names = ["recency", "bm25", "zsum"];
    let mut outcome = Outcome {
        cases: Vec::new(),
        taught: samples.len(),
        weights,
        trained: Judged::default(),
        untrained: Judged::default(),
        capped: Judged::default(),
        baselines: names.map(|name| (name, Judged::default())).to_vec(),
        chosen: choices.told(),
        curve: Vec::new(),
        ever,
    };
    let mut sharing = Sharing::new();
    for (question, truth) in test {
        learnt.until(history, question.at);
        outcome.add(&learnt, question, truth, history.least, choices, &mut sharing);
    }
    outcome.curve = CAPS.into_iter().map(|share| (share, under_cap(&outcome.cases, share))).collect();
    outcome
}

/// Goes through the earlier questions: samples for the weights, and the half-lives at which the baselines did best.
fn teach(history: &History, learnt: &mut Learnt, earlier: &[(&Question, HashSet<i64>)], began: i64) -> (Vec<Sample>, Choices) {
    let mut samples = Vec::new();
    let mut tried = Tried::default();
    let warm = (earlier.len() as f64 * WARM_UP) as usize;
    for (question, truth) in earlier.iter().skip(warm) {
        learnt.until(history, question.at);
        let candidates = learnt.candidates(question, history.least);
        let in_time: HashSet<i64> = question
            .answered
            .iter()
            .filter(|(member, at)| *at < began && truth.contains(member))
            .map(|(member, _)| *member)
            .collect();
        if in_time.is_empty() {
            continue;
        }
        samples.push(candidates.sample(&Weights::untrained(), SAMPLED, |_| true, |member| in_time.contains(&member)));
        tried.add(learnt, &candidates, question, &in_time);
    }
    (samples, tried.best())
}

/// Which variant of each baseline is taken.
#[derive(Clone, Copy)]
struct Choices {
    recency: usize,
    length: usize,
    z_sum: usize,
}

impl Choices {
    fn told(self) -> Vec<(&'static str, f64)> {
        vec![("recency", HALF_LIVES[self.recency]), ("bm25", LENGTH_SHARES[self.length]), ("zsum", HALF_LIVES[self.z_sum])]
    }
}

/// The variants of the baselines, judged on the earlier part.
#[derive(Default)]
struct Tried {
    recency: [Judged; HALF_LIVES.len()],
    length: [Judged; LENGTH_SHARES.len()],
    z_sum: [Judged; HALF_LIVES.len()],
}

impl Tried {
    fn add(&mut self, learnt: &Learnt, candidates: &Candidates, question: &Question, truth: &HashSet<i64>) {
        let members = &candidates.members;
        for choice in 0..HALF_LIVES.len() {
            self.recency[choice].add(&by_score(members, &learnt.recency.scores(members, question.at, choice)), truth);
            self.z_sum[choice].add(&by_score(members, &z_sum_of(learnt, candidates, question, choice)), truth);
        }
        for choice in 0..LENGTH_SHARES.len() {
            self.length[choice].add(&by_score(members, &learnt.texts.scores(members, question, choice)), truth);
        }
    }

    fn best(&self) -> Choices {
        let best = |tried: &[Judged]| {
            let sum = |place: usize| tried[place].mrr().mean + tried[place].recall_at_10().mean;
            (0..tried.len()).max_by(|one, other| sum(*one).total_cmp(&sum(*other))).unwrap_or(0)
        };
        Choices { recency: best(&self.recency), length: best(&self.length), z_sum: best(&self.z_sum) }
    }
}

/// Similar past answers, decayed tags where there are any, and recent activity.
fn z_sum_of(learnt: &Learnt, candidates: &Candidates, question: &Question, choice: usize) -> Vec<f64> {
    let similar = candidates.places.iter().map(|place| candidates.similar.sum(*place).ln_1p()).collect();
    let tags = learnt.tags.scores(&candidates.members, question);
    z_sum(&[similar, tags, learnt.recency.scores(&candidates.members, question.at, choice)])
}

impl Outcome {
    fn add(
        &mut self,
        learnt: &Learnt,
        question: &Question,
        truth: &HashSet<i64>,
        least: u32,
        choices: Choices,
        sharing: &mut Sharing,
    ) {
        let candidates = learnt.candidates(question, least);
        let scored = candidates.order(&self.weights, RANKED);
        let members = |scored: &[(i64, f64)]| -> Vec<i64> { scored.iter().map(|(member, _)| *member).collect() };
        let case = Case {
            id: question.id,
            truth: truth.clone(),
            trained: members(&scored),
            untrained: members(&candidates.order(&Weights::untrained(), RANKED)),
            capped: sharing.choose(&scored, &Cap::default()),
            scored,
        };
        self.trained.add(&case.trained, truth);
        self.untrained.add(&case.untrained, truth);
        self.capped.add(&case.capped, truth);
        self.cases.push(case);
        let members = &candidates.members;
        let ways = [
            learnt.recency.scores(members, question.at, choices.recency),
            learnt.texts.scores(members, question, choices.length),
            z_sum_of(learnt, &candidates, question, choices.z_sum),
        ];
        for ((_, judged), scores) in self.baselines.iter_mut().zip(ways) {
            judged.add(&by_score(members, &scores), truth);
        }
    }

    /// For each baseline: by how much this way is better, in reciprocal rank and in recall.
    pub fn against_baselines(&self, judged: &Judged) -> Vec<(&'static str, super::Difference, super::Difference)> {
        self.baselines
            .iter()
            .map(|(name, baseline)| {
                let (reciprocal, recall) = difference(judged, baseline);
                (*name, reciprocal, recall)
            })
            .collect()
    }

    /// Weights by the reason's word, those that count.
    pub fn told_weights(&self) -> Vec<(&'static str, f64)> {
        Reason::ALL
            .into_iter()
            .map(|reason| (reason.word(), self.weights.get(reason)))
            .filter(|(_, weight)| *weight > 0.0)
            .collect()
    }
}

fn under_cap(cases: &[Case], share: f64) -> Judged {
    let (mut sharing, mut judged, cap) = (Sharing::new(), Judged::default(), Cap { share, ..Cap::default() });
    for case in cases {
        judged.add(&sharing.choose(&case.scored, &cap), &case.truth);
    }
    judged
}
