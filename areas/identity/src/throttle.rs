//! Throttles of sign-in, shared by all nodes: so many failures of an account and of a network, and no more for a while.
//! An attempt is written down before it is made and taken back if it succeeds, so that a hundred at once are a hundred.

use kernel::{Chance, MICROS_PER_SECOND, Micros, Problem, Result, token};
use store::{List, Store, args, global_statement};

/// How long a failure counts.
pub const WINDOW: Micros = 15 * 60 * MICROS_PER_SECOND;
/// Failures of one account within the window.
pub const ACCOUNT_FAILURES: i64 = 5;
/// Failures of one network (/24, /64) within the window.
pub const NETWORK_FAILURES: i64 = 30;
/// Sign-in letters to one address within the window.
pub const ADDRESS_LETTERS: i64 = 4;
/// Sign-in letters asked for by one network within the window.
pub const NETWORK_LETTERS: i64 = 30;

/// Wishes to be removed that one network may write without proof within the window.
pub const NETWORK_WISHES: i64 = 5;

/// What is counted, and how far.
#[derive(Clone, Debug)]
pub struct Subject {
    key: String,
    limit: i64,
}

impl Subject {
    /// Failures of an account, whether or not there is one: strangers' addresses are kept as hashes only.
    pub fn account(email_folded: &str) -> Subject {
        Subject { key: format!("account:{}", hashed(email_folded)), limit: ACCOUNT_FAILURES }
    }

    pub fn network(network: &str) -> Subject {
        Subject { key: format!("network:{network}"), limit: NETWORK_FAILURES }
    }

    pub fn letters_to(email_folded: &str) -> Subject {
        Subject { key: format!("letters-to:{}", hashed(email_folded)), limit: ADDRESS_LETTERS }
    }

    pub fn letters_from(network: &str) -> Subject {
        Subject { key: format!("letters-from:{network}"), limit: NETWORK_LETTERS }
    }

    pub fn wishes_from(network: &str) -> Subject {
        Subject { key: format!("wishes-from:{network}"), limit: NETWORK_WISHES }
    }
}

fn hashed(text: &str) -> String {
    token::hash(text).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// An attempt that counts as a failure until it is forgiven.
#[derive(Debug)]
#[must_use]
pub struct Attempt(Vec<i64>);

global_statement!(NOTE = "insert into identity_failures (id, subject, at) values ($1, $2, $3)");
global_statement!(
    COUNTS = "select subject, count(*), min(at) from identity_failures where subject {any $1} and at > $2 group by subject"
);
global_statement!(FORGET = "delete from identity_failures where id {any $1}");
global_statement!(CLEAN = "delete from identity_failures where at <= $1");

/// Writes an attempt down.
///
/// # Errors
/// `TooMany` with the seconds to wait. A refused attempt does not count, so knocking does not make the wait longer.
pub async fn begin(store: &Store, chance: &Chance, now: Micros, subjects: &[Subject]) -> Result<Attempt> {
    let mut global = store.global().await?;
    let mut attempt = Attempt(Vec::with_capacity(subjects.len()));
    for subject in subjects {
        let id = chance.id();
        global.run(&NOTE, args![id, &subject.key, now]).await?;
        attempt.0.push(id);
    }
    global.commit().await?;
    // Counted after the commit: of two at the same moment each sees the other.
    let keys = subjects.iter().map(|subject| subject.key.clone()).collect();
    let counts = store.global_read().await?.all::<(String, i64, Micros)>(&COUNTS, args![List::Text(keys), now - WINDOW]).await?;
    let waits =
        counts.iter().filter(|(key, count, _)| subjects.iter().any(|subject| subject.key == *key && *count > subject.limit));
    match waits.map(|(_, _, first)| (first + WINDOW - now) / MICROS_PER_SECOND + 1).max() {
        None => Ok(attempt),
        Some(seconds) => {
            forgive(store, attempt).await?;
            Err(Problem::TooMany(seconds))
        }
    }
}

/// The attempt was no failure.
pub async fn forgive(store: &Store, attempt: Attempt) -> Result<()> {
    let mut global = store.global().await?;
    global.run(&FORGET, args![attempt.0]).await?;
    global.commit().await
}

/// Forgets failures that count no more.
pub(crate) async fn clean(global: &mut store::Global, now: Micros) -> Result<u64> {
    global.run(&CLEAN, args![now - WINDOW]).await
}
