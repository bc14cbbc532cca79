//! What was asked before and is like a new request: by the stems of words, the rare ones weighing more. Each viewer is
//! answered from what they may see, down to the counting of words.

pub(crate) mod chat;

use crate::lists::{self, Line};
use crate::request::{Outcome, Request, State};
use crate::said_by_all;
use kernel::{Micros, Result};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use store::{FromRow, Row, Scope, args, statement};

/// Requests that are shown.
pub const SHOWN: usize = 5;
/// Words of a request that are remembered: those of the title first.
const REMEMBERED: usize = 80;
/// Words of a new request that are looked for.
const ASKED: usize = 24;
/// Of each word, so many requests of an audience are looked at, the latest. More than this many, and it says nothing.
const OF_EACH: i64 = 200;
/// The best that are read whole: some of them came to nothing and are not shown.
const READ: usize = 40;
/// What is searched for must carry this share of what all words together could.
const SHARE: f64 = 0.34;
/// What is like a new request has this share of what its title says, words that nobody has used before included.
const NEAR: f64 = 0.45;

/// Words that say nothing of what is asked for.
static SAID_BY_ALL: LazyLock<HashSet<i64>> =
    LazyLock::new(|| said_by_all::words().map(|word| number(&search::stem(&search::fold(word)))).collect());

/// A request like the one that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    pub id: i64,
    pub title: String,
    pub solved: bool,
    /// It was asked in a chat before there was this house; `id` is the message.
    pub from_chat: bool,
    /// When it was asked.
    pub asked_at: Micros,
    pub answers: i64,
}

struct Found(Similar, Option<Outcome>);

impl FromRow for Found {
    fn from_row(row: &mut Row) -> anyhow::Result<Found> {
        let (id, title, state): (i64, String, String) = (row.next()?, row.next()?, row.next()?);
        let outcome = row.next::<Option<String>>()?.as_deref().and_then(Outcome::parse);
        let solved = State::parse(&state) == Some(State::Closed) && outcome == Some(Outcome::Solved);
        Ok(Found(Similar { id, title, solved, from_chat: false, asked_at: row.next()?, answers: row.next()? }, outcome))
    }
}

statement!(FORGET = "delete from requests_words where community_id = $1 and request_id = $2");
statement!(
    ADD = "insert into requests_words (community_id, stem, audience_id, request_id) values ($1, $2, $3, $4) on conflict do nothing"
);
// `reach` says for each word and audience how far back its latest requests go, so that a word of all requests costs no
// more than a rare one.
statement!(
    WITH_WORDS = "with reach as materialized (select s.number as stem, a.number as audience, coalesce((select request_id from requests_words \
         where community_id = $1 and stem = s.number and audience_id = a.number order by request_id desc limit 1 offset $4), 0) as edge \
       from {numbers $2} s cross join {numbers $3} a) \
     select w.stem, w.request_id from reach cross join requests_words w where w.community_id = $1 and w.stem = reach.stem \
     and w.audience_id = reach.audience and w.request_id > reach.edge"
);
statement!(
    READ_MANY = "select id, title, state, outcome, asked_at, answers from requests_requests \
     where community_id = $1 and id {any $2} and audience_id {any $3} and state <> 'draft' and asked_at is not null"
);

/// Remembers the words of a request that was asked.
pub(crate) async fn remember(scope: &mut Scope, request: &Request) -> Result<()> {
    let stems = stems(&format!("{}\n{}", request.title, web::plain(&request.details, 8_000)), REMEMBERED);
    let rows = stems.into_iter().map(|stem| args![stem, request.audience, request.id].to_vec()).collect();
    scope.run_many(&ADD, rows).await.map(|_| ())
}

pub(crate) async fn forget(scope: &mut Scope, request: i64) -> Result<()> {
    scope.run(&FORGET, args![request]).await.map(|_| ())
}

/// Pairs of word and request, of what was asked here and of a history: that is far larger, and neither may crowd out the other.
async fn with_words(scope: &mut Scope, stems: &[i64]) -> Result<(Vec<(i64, i64)>, Vec<(i64, i64)>)> {
    if stems.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let audiences = scope.viewer().audience_numbers();
    let pairs = scope.all::<(i64, i64)>(&WITH_WORDS, args![stems.to_vec(), audiences, OF_EACH]).await?;
    Ok(pairs.into_iter().partition(|(_, id)| !chat::is_message(*id)))
}

/// Words that a request must share with what is asked now.
fn enough(asked: usize) -> usize {
    if asked >= 3 { 2 } else { 1 }
}

fn ids(best: Vec<(i64, f64)>) -> Vec<i64> {
    best.into_iter().map(|(id, _)| id).collect()
}

/// Requests that have the words of a text, the likest first, whatever came of them. One page.
pub async fn search(scope: &mut Scope, text: &str) -> Result<Vec<Line>> {
    let stems = stems(text, ASKED);
    let (here, _) = with_words(scope, &stems).await?;
    let mut ids = ids(best(&here, enough(stems.len()), SHARE));
    ids.truncate(lists::PAGE);
    let mut lines = lists::among(scope, &ids).await?;
    lines.sort_by_key(|line| ids.iter().position(|id| *id == line.id));
    Ok(lines)
}

/// Requests like a text, the likest first: solved ones, after them those of a history that were answered there, and open
/// ones at the end. At most four statements.
pub async fn like(scope: &mut Scope, text: &str) -> Result<Vec<Similar>> {
    let all = stems(text, ASKED);
    let title = stems(text.trim().lines().next().unwrap_or_default(), ASKED);
    // A title that says nothing leaves it to what is told below.
    let title = if title.is_empty() { &all } else { &title };
    let (mut here, mut said) = with_words(scope, &all).await?;
    for pairs in [&mut here, &mut said] {
        let near = near(pairs, title);
        pairs.retain(|(_, id)| near.contains(id));
    }
    // How much is shared is judged by the title: whoever tells the details as well loses nothing of what it found.
    let requests = ids(best(&here, enough(title.len()), 0.0));
    let messages: Vec<i64> = ids(best(&said, chat::enough(title.len()), 0.0)).into_iter().map(chat::message).collect();
    let mut shown = read(scope, &requests).await?;
    // What is said beside the matter makes no request alike: its own title has some of the words.
    shown.retain(|row| stems(&row.title, REMEMBERED).iter().any(|stem| title.contains(stem)));
    shown.extend(chat::answered(scope, &messages, SHOWN).await?);
    // Those of a history come in their own order.
    shown.sort_by_key(|row| match (row.from_chat, row.solved) {
        (false, true) => 0,
        (true, _) => 1,
        (false, false) => 2,
    });
    shown.truncate(SHOWN);
    Ok(shown)
}

/// Of these requests those that were solved or are open, in their order.
async fn read(scope: &mut Scope, ids: &[i64]) -> Result<Vec<Similar>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let audiences = scope.viewer().audience_numbers();
    let rows = scope.all::<Found>(&READ_MANY, args![ids.to_vec(), audiences]).await?;
    let mut rows: Vec<Similar> =
        rows.into_iter().filter(|Found(row, outcome)| row.solved || outcome.is_none()).map(|Found(row, _)| row).collect();
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok(rows)
}

/// How much a word says that stands in so many requests.
fn weight(with: f64) -> f64 {
    (1.0 + OF_EACH as f64 / with.max(1.0)).ln()
}

/// Those that have enough of what a title says: two of its words unless it has no more, and of their weight a good part. A word that nobody has used
/// weighs as the rarest: what it is about was never asked.
fn near(pairs: &[(i64, i64)], title: &[i64]) -> HashSet<i64> {
    let mut with: HashMap<i64, f64> = title.iter().map(|stem| (*stem, 0.0)).collect();
    let pairs = || pairs.iter().filter(|(stem, _)| title.contains(stem));
    for (stem, _) in pairs() {
        *with.entry(*stem).or_default() += 1.0;
    }
    let all: f64 = with.values().map(|with| weight(*with)).sum();
    let mut shared: HashMap<i64, (f64, usize)> = HashMap::new();
    for (stem, request) in pairs() {
        let held = shared.entry(*request).or_default();
        *held = (held.0 + weight(with[stem]), held.1 + 1);
    }
    let is_near = |(score, words): &(f64, usize)| *words >= enough(title.len()) && *score >= NEAR * all;
    shared.into_iter().filter(|(_, shared)| is_near(shared)).map(|(request, _)| request).collect()
}

/// Requests by how much of the words they have, from pairs of word and request; `enough` is the least number of words, and `share` the
/// least part of what all words together could carry.
fn best(pairs: &[(i64, i64)], enough: usize, share: f64) -> Vec<(i64, f64)> {
    let mut with: HashMap<i64, f64> = HashMap::new();
    for (stem, _) in pairs {
        *with.entry(*stem).or_default() += 1.0;
    }
    let weight = |stem: &i64| weight(with[stem]);
    let known: f64 = with.keys().map(weight).sum();
    let mut scores: HashMap<i64, (f64, usize)> = HashMap::new();
    for (stem, request) in pairs {
        let held = scores.entry(*request).or_default();
        *held = (held.0 + weight(stem), held.1 + 1);
    }
    let mut best: Vec<(i64, f64)> = scores
        .into_iter()
        .filter(|(_, (score, words))| *words >= enough && *score >= share * known)
        .map(|(request, (score, _))| (request, score))
        .collect();
    best.sort_by(|left, right| right.1.total_cmp(&left.1).then(right.0.cmp(&left.0)));
    best.truncate(READ);
    best
}

/// The words of a text that say what it is about, as numbers; each once, in their order.
fn stems(text: &str, limit: usize) -> Vec<i64> {
    let mut seen = HashSet::new();
    let folded = search::fold(text);
    let words = folded.split(' ').filter(|word| word.chars().count() > 2 && !word.chars().all(|letter| letter.is_ascii_digit()));
    words
        .map(|word| number(&search::stem(word)))
        .filter(|stem| !SAID_BY_ALL.contains(stem) && seen.insert(*stem))
        .take(limit)
        .collect()
}

/// FNV-1a: a number that stays the same from one version to the next.
fn number(stem: &str) -> i64 {
    let hash = stem.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash.cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_meet_in_any_form_and_common_ones_are_passed_over() {
        let of = |text: &str| stems(text, 9).into_iter().collect::<HashSet<i64>>();
        assert_eq!(of("Ищу юриста для семейного спора"), of("Кто знает семейных юристов? Споры"));
        assert_eq!(stems("Looking for accountants", 9), stems("an accountant", 9));
        assert!(stems("кто может помочь, пожалуйста 2026", 9).is_empty());
    }

    #[test]
    fn rare_words_weigh_more_and_one_of_many_is_not_enough() {
        // Word 1 stands in a hundred requests, words 2 and 3 in the first alone.
        let mut pairs: Vec<(i64, i64)> = (1..=100).map(|request| (1, request)).collect();
        pairs.extend([(2, 1), (3, 1)]);
        assert_eq!(best(&pairs, 2, SHARE).iter().map(|(id, _)| *id).collect::<Vec<_>>(), [1]);
        assert!(best(&[(1, 7)], 2, SHARE).is_empty());
        assert_eq!(best(&[(1, 7)], 1, SHARE).len(), 1);
    }

    #[test]
    fn what_shares_only_what_many_have_is_not_near() {
        // Word 1 stands in a hundred requests, word 2 in three; nobody has used word 3.
        let mut pairs: Vec<(i64, i64)> = (1..=100).map(|request| (1, request)).collect();
        pairs.extend([(2, 1), (2, 2), (2, 101)]);
        let near = |title: &[i64]| {
            let mut near: Vec<i64> = near(&pairs, title).into_iter().collect();
            near.sort_unstable();
            near
        };
        assert_eq!(near(&[1, 2]), [1, 2, 101]);
        assert_eq!(near(&[2]), [1, 2, 101]);
        assert_eq!(near(&[1, 2, 3]), [1, 2], "one word of three is not enough");
        assert!(near(&[1, 3]).is_empty(), "a city, and a matter that was never asked about");
        assert!(near(&[1, 2, 3, 4]).is_empty(), "half of it was never asked about");
    }
}
