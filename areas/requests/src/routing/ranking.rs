//! Who is asked in the next round: the likeliest to help of those who may be asked, shared out so that nobody is worn out.

use crate::limits;
use crate::reasons::{self, Because, Known};
use crate::request::Request;
use crate::routing::Learned;
use kernel::{MemberId, Result};
use routing::{Candidates, Reason, Weights};
use std::collections::HashMap;
use store::{Scope, args, statement};

pub use crate::routing::learning::SHARE;

/// So many of the best are looked at first; if too few of them may be asked, eight times as many, and so on.
const LOOKED_AT: usize = 256;
const WIDER: usize = 8;

/// Somebody to ask, with the facts for it.
pub type Choice = (MemberId, Vec<Because>);

statement!(LABELS = "select tag, label from requests_tags where community_id = $1 and request_id = $2 order by tag");
statement!(WEIGHTS = "select weights from requests_weights where community_id = $1");

/// The weights of the community's reasons: as fitted to its past, or those that every community starts with.
pub async fn weights(scope: &mut Scope) -> Result<Weights> {
    let Some(kept) = scope.maybe::<serde_json::Value>(&WEIGHTS, &[]).await? else { return Ok(Weights::untrained()) };
    let mut weights = Weights::nothing();
    for reason in Reason::ALL {
        let held = kept.get(reason.word()).and_then(serde_json::Value::as_f64);
        weights.set(reason, held.unwrap_or_else(|| Weights::untrained().get(reason)));
    }
    Ok(weights)
}

/// What a request says to the ranking.
pub(crate) struct Asked {
    at: i64,
    asker: i64,
    text: String,
    tags: Vec<String>,
    wanted: Vec<String>,
}

impl Asked {
    pub fn of(request: &Request, at: i64, tags: Vec<String>) -> Asked {
        let wanted = request.wanted.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
        let text = format!("{}\n{}\n{}", request.title, request.details, request.city);
        Asked { at, asker: request.asker.0, text, tags, wanted }
    }

    /// Calls with the request as the engine wants it.
    pub fn with<T>(&self, ask: impl FnOnce(&routing::Request<'_>) -> T) -> T {
        let tags: Vec<&str> = self.tags.iter().map(String::as_str).collect();
        let wanted: Vec<&str> = self.wanted.iter().map(String::as_str).collect();
        ask(&routing::Request { at: self.at, asker: self.asker, text: &self.text, tags: &tags, wanted: &wanted })
    }
}

/// At most `asked` members to ask now, the likeliest first. Fewer where fewer may be asked.
pub async fn round(scope: &mut Scope, learned: &Learned, request: &Request, asked: usize) -> Result<Vec<Choice>> {
    let labels: HashMap<String, String> = scope.all::<(String, String)>(&LABELS, args![request.id]).await?.into_iter().collect();
    let mut tags: Vec<String> = labels.keys().cloned().collect();
    tags.sort_unstable();
    let weights = weights(scope).await?;
    let said = Asked::of(request, scope.now(), tags);
    let candidates = said.with(|said| Candidates::of(&learned.index, said, |member| learned.active.contains(&member)));
    let cap = routing::Cap { asked, ..learned.cap() };
    let mut top = LOOKED_AT;
    let picked = loop {
        let ranked = candidates.order(&weights, top);
        let members: Vec<i64> = ranked.iter().map(|(member, _)| *member).collect();
        let free = limits::free(scope, request, &members).await?;
        let open: Vec<(i64, f64)> = ranked.into_iter().filter(|(member, _)| free.contains(member)).collect();
        let picked = learned.sharing.pick(&open, &cap);
        if picked.len() >= asked || members.len() < top {
            break picked;
        }
        top *= WIDER;
    };
    Ok(said.with(|said| {
        picked.into_iter().map(|member| (MemberId(member), why(learned, &candidates, said, &weights, &labels, member))).collect()
    }))
}

fn why(
    learned: &Learned,
    candidates: &Candidates,
    said: &routing::Request<'_>,
    weights: &Weights,
    labels: &HashMap<String, String>,
    member: i64,
) -> Vec<Because> {
    let Some(ranked) = learned.index.reasons(candidates, said, weights, member) else { return Vec::new() };
    let when = |answer| learned.index.answered_at(answer);
    reasons::choose(&ranked.because, &Known { now: said.at, when, answered: &learned.answers, labels })
}
