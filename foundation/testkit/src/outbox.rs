//! The letters that were written, and the jobs that must not be left behind.

use crate::TestDatabase;
use kernel::{Clock, Letter, Micros};
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use store::{Place, Store, args, global_statement};

/// The post box of one test. Dropped, it insists that every letter was looked at and that no job is dead or forgotten:
/// waiting though its time has come, or running though the test is over.
pub struct Outbox {
    store: Store,
    place: Place,
    clock: Clock,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    letters: BTreeSet<i64>,
    kinds: BTreeSet<String>,
}

global_statement!(LETTERS = "select id, payload from jobs where kind = $1 order by created_at, id");
const LEFT: &str = "select id, kind, state, coalesce(error, '') from jobs \
     where state in ('dead', 'running') or (state = 'waiting' and due_at <= $1) or kind = 'mail.letter' order by created_at, id";
global_statement!(LEFT_BEHIND = LEFT);

type Left = (i64, String, String, String);

impl Outbox {
    pub fn of(database: &TestDatabase) -> Outbox {
        let (store, place, clock) = (database.store.clone(), database.place.clone(), database.clock.clone());
        Outbox { store, place, clock, seen: Mutex::default() }
    }

    /// Letters written since the last look, oldest first. They count as examined.
    pub async fn letters(&self) -> Vec<Letter> {
        let mut global = self.store.global_read().await.expect("the jobs can be read");
        let rows = global.all::<(i64, serde_json::Value)>(&LETTERS, args![Letter::JOB]).await.expect("the letters");
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = rows.into_iter().filter(|(id, _)| seen.letters.insert(*id));
        fresh.map(|(_, letter)| serde_json::from_value(letter).expect("a job of this kind holds a letter")).collect()
    }

    /// The one letter written since the last look, which must be to this address.
    pub async fn letter_to(&self, address: &str) -> Letter {
        let mut letters = self.letters().await;
        let to: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
        assert_eq!(to, [address], "letters since the last look");
        letters.remove(0)
    }

    /// No letter was written since the last look.
    pub async fn empty(&self) {
        let subjects: Vec<String> =
            self.letters().await.into_iter().map(|letter| format!("{}: {}", letter.to, letter.subject)).collect();
        assert!(subjects.is_empty(), "letters that should not be: {subjects:?}");
    }

    /// Jobs of this kind may stay behind: the test is about them.
    pub fn forgive(&self, kind: &str) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).kinds.insert(kind.to_owned());
    }

    fn faults(&self, left: Vec<Left>) -> Vec<String> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let faults = left.into_iter().filter_map(|(id, kind, state, error)| match kind.as_str() {
            _ if seen.kinds.contains(&kind) => None,
            Letter::JOB if state != "dead" && seen.letters.contains(&id) => None,
            Letter::JOB if state != "dead" => Some(format!("letter {id} was examined by nobody ({state})")),
            _ => Some(format!("job {id} of the kind {kind} is {state} {error}")),
        });
        faults.collect()
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let (store, place, now) = (self.store.clone(), self.place.clone(), self.clock.now());
        // The runtime of the test is blocked by this very drop, so the last look has its own.
        let look = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a small runtime");
            runtime.block_on(left_behind(store, place, now))
        });
        let faults = self.faults(look.join().expect("the last look at the jobs"));
        assert!(faults.is_empty(), "the test left behind: {faults:#?}");
    }
}

async fn left_behind(store: Store, place: Place, now: Micros) -> Vec<Left> {
    let Some(url) = place.database_url else {
        let mut global = store.global_read().await.expect("the jobs can be read");
        return global.all(&LEFT_BEHIND, args![now]).await.expect("the jobs left behind");
    };
    // The pool of the store lives in the test's own runtime; this look needs a connection of its own.
    let client = crate::cluster::connect(&url).await;
    let rows = client.query(LEFT, &[&now]).await.expect("the jobs left behind");
    rows.iter().map(|row| (row.get(0), row.get(1), row.get(2), row.get(3))).collect()
}
