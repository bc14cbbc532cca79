//! A trial of the engine on a real history: every question is ranked from what was known before it, and what came of it is the truth.
//!
//! The protocol: a candidate gave at least `least` answers before the question and did not ask it; the truth are those candidates who
//! then answered; questions without truth do not count; the last `test_share` of those that count, in order of time, are the test.
//! Weights are fitted on the earlier part, from answers given before the test began.

mod baselines;
mod judging;
mod replay;

pub use judging::{Difference, Judged, difference};
pub use replay::{Case, Outcome, run};

/// What happened in a community, each list in order of time. Times are in microseconds of UTC.
#[derive(Clone, Debug, Default)]
pub struct History {
    pub questions: Vec<Question>,
    pub answers: Vec<Given>,
    /// Writings that are no answers: who and when.
    pub seen: Vec<(i64, i64)>,
    pub least: u32,
    pub test_share: f64,
}

#[derive(Clone, Debug)]
pub struct Question {
    pub id: i64,
    pub at: i64,
    pub asker: i64,
    pub text: String,
    pub tags: Vec<String>,
    /// Who answered, and when first.
    pub answered: Vec<(i64, i64)>,
}

#[derive(Clone, Debug)]
pub struct Given {
    pub id: i64,
    pub at: i64,
    pub member: i64,
    pub asker: Option<i64>,
    pub question: std::sync::Arc<str>,
    pub text: String,
    pub tags: std::sync::Arc<[String]>,
}
