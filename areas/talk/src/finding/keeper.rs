//! Keeps the one writer of the index on a thread of its own. Commits are costly, so they come at a pace: at once
//! after a quiet time, else when enough was gathered or enough time went by.

use anyhow::{Context, anyhow};
use kernel::{Clock, CommunityId, Result};
use search::{Document, Index, Kind, Writer};
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// Orders that may wait at the keeper's door.
const WAITING: usize = 8;
/// How long the writer and its memory are kept with nothing to do.
const IDLE: Duration = Duration::from_secs(20);

/// How often commits may come.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The shortest time between two commits.
    pub every: Duration,
    /// Changes that are committed whatever the time.
    pub changes: usize,
}

impl Pace {
    /// For a house that serves.
    pub const SERVING: Pace = Pace { every: Duration::from_secs(3), changes: 5_000 };
    /// For tests and commands, which want to find what they wrote.
    pub const AT_ONCE: Pace = Pace { every: Duration::ZERO, changes: 5_000 };
}

/// One change of the index.
#[derive(Debug)]
pub(crate) enum Change {
    Put(Document),
    Remove(Kind, i64),
    RemoveAudience(i64),
}

/// The changes of a slice of deeds.
#[derive(Debug)]
pub(crate) struct Batch {
    pub community: CommunityId,
    pub changes: Vec<Change>,
    /// The last deed of the slice.
    pub seq: i64,
    /// Nothing more waits in the ledger just now.
    pub settled: bool,
}

enum Order {
    Take(Batch, oneshot::Sender<anyhow::Result<()>>),
    Flush(oneshot::Sender<anyhow::Result<()>>),
    Forget(CommunityId, oneshot::Sender<anyhow::Result<()>>),
}

/// Where each community stands in the writer's memory, ahead of the disk.
type Ahead = Arc<Mutex<BTreeMap<i64, i64>>>;

/// The keeper's door. When it is dropped, the keeper commits what it has and ends.
pub(crate) struct Keeper {
    orders: SyncSender<Order>,
    ahead: Ahead,
    index: Index,
}

impl Keeper {
    pub fn start(index: Index, pace: Pace) -> Keeper {
        let (orders, receiver) = sync_channel(WAITING);
        let ahead = Ahead::default();
        let bench =
            Bench { index: index.clone(), pace, ahead: ahead.clone(), writer: None, changes: 0, since: None, committed: None };
        let started = std::thread::Builder::new().name("search".to_owned()).spawn(move || bench.work(&receiver));
        if let Err(error) = started {
            // Without the thread its door is closed: every order fails, and the follower says so.
            tracing::error!(%error, "the search index has no thread to be written by");
        }
        Keeper { orders, ahead, index }
    }

    /// The last deed taken in, committed or not.
    pub fn cursor(&self, community: CommunityId) -> i64 {
        let ahead = locked(&self.ahead).get(&community.0).copied();
        ahead.unwrap_or_else(|| self.index.cursor(community.0))
    }

    /// Takes a batch in; it is durable at the next commit.
    pub async fn take(&self, batch: Batch) -> Result<()> {
        self.ask(|answer| Order::Take(batch, answer)).await
    }

    /// Commits now.
    pub async fn flush(&self) -> Result<()> {
        self.ask(Order::Flush).await
    }

    /// Takes a community out of the index, to be read anew from the first deed.
    pub async fn forget(&self, community: CommunityId) -> Result<()> {
        self.ask(|answer| Order::Forget(community, answer)).await
    }

    async fn ask(&self, order: impl FnOnce(oneshot::Sender<anyhow::Result<()>>) -> Order) -> Result<()> {
        let (answer, answered) = oneshot::channel();
        let (orders, order) = (self.orders.clone(), order(answer));
        // The door may be full while the keeper commits: the wait must not hold a thread of the pages.
        tokio::task::spawn_blocking(move || orders.send(order).map_err(|_| anyhow!("the keeper of the search index is gone")))
            .await
            .context("the way to the search index")??;
        answered.await.context("the keeper of the search index fell silent")?.map_err(Into::into)
    }
}

fn locked(ahead: &Ahead) -> MutexGuard<'_, BTreeMap<i64, i64>> {
    ahead.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The thread's own belongings.
struct Bench {
    index: Index,
    pace: Pace,
    ahead: Ahead,
    writer: Option<Writer>,
    changes: usize,
    /// When the first change came that waits for a commit.
    since: Option<Instant>,
    committed: Option<Instant>,
}

impl Bench {
    fn work(mut self, orders: &Receiver<Order>) {
        loop {
            let order = match (self.waits(), &self.writer) {
                (true, _) => orders.recv_timeout(self.until_due()),
                (false, Some(_)) => orders.recv_timeout(IDLE),
                (false, None) => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match order {
                Ok(order) => self.serve(order),
                Err(RecvTimeoutError::Timeout) if self.waits() => {
                    if let Err(error) = self.commit() {
                        tracing::error!(%error, "the search index could not be committed and will be read again from the ledger");
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.writer = None,
                Err(RecvTimeoutError::Disconnected) => {
                    let last = if self.waits() { self.commit() } else { Ok(()) };
                    if let Err(error) = last {
                        tracing::error!(%error, "the last words to the search index were lost; the ledger has them");
                    }
                    return;
                }
            }
        }
    }

    fn serve(&mut self, order: Order) {
        let (done, answer) = match order {
            Order::Take(batch, answer) => (self.take(batch), answer),
            Order::Flush(answer) => (if self.waits() { self.commit() } else { Ok(()) }, answer),
            Order::Forget(community, answer) => (self.forget(community), answer),
        };
        // Nobody may be waiting any more, which changes nothing.
        let _ = answer.send(done);
    }

    /// Something was taken in that is not on the disk.
    fn waits(&self) -> bool {
        !locked(&self.ahead).is_empty()
    }

    /// How long what waits may still wait.
    fn until_due(&self) -> Duration {
        self.since.map_or(Duration::ZERO, |since| self.pace.every.saturating_sub(since.elapsed()))
    }

    /// The last commit is long enough ago for another one.
    fn is_quiet(&self) -> bool {
        self.committed.is_none_or(|committed| committed.elapsed() >= self.pace.every)
    }

    fn take(&mut self, batch: Batch) -> anyhow::Result<()> {
        let changes = batch.changes.len();
        let taken = self.change(&batch);
        self.or_drop(taken)?;
        locked(&self.ahead).insert(batch.community.0, batch.seq);
        self.changes += changes;
        self.since = self.since.or_else(|| Some(Clock::stopwatch()));
        if self.changes >= self.pace.changes || batch.settled && self.is_quiet() { self.commit() } else { Ok(()) }
    }

    fn change(&mut self, batch: &Batch) -> search::Result<()> {
        let community = batch.community.0;
        let writer = self.writer()?;
        for change in &batch.changes {
            match change {
                Change::Put(document) => writer.put(document)?,
                Change::Remove(kind, id) => writer.remove(community, *kind, *id),
                Change::RemoveAudience(audience) => writer.remove_audience(community, *audience),
            }
        }
        Ok(())
    }

    fn writer(&mut self) -> search::Result<&mut Writer> {
        if self.writer.is_none() {
            self.writer = Some(self.index.writer()?);
        }
        self.writer.as_mut().ok_or(search::Error::Busy)
    }

    fn commit(&mut self) -> anyhow::Result<()> {
        let cursors: Vec<(i64, i64)> = locked(&self.ahead).iter().map(|(community, seq)| (*community, *seq)).collect();
        let committed = self.writer().and_then(|writer| writer.commit(&cursors));
        self.or_drop(committed)?;
        locked(&self.ahead).clear();
        (self.changes, self.since) = (0, None);
        self.committed = Some(Clock::stopwatch());
        Ok(())
    }

    fn forget(&mut self, community: CommunityId) -> anyhow::Result<()> {
        locked(&self.ahead).remove(&community.0);
        let forgotten = self.writer().map(|writer| writer.remove_community(community.0));
        self.or_drop(forgotten)?;
        self.commit()
    }

    /// After an error the writer's memory is worth nothing: the follower begins again where the disk is.
    fn or_drop(&mut self, done: search::Result<()>) -> anyhow::Result<()> {
        if done.is_err() {
            self.writer = None;
            (self.changes, self.since) = (0, None);
            locked(&self.ahead).clear();
        }
        done.map_err(Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMUNITY: CommunityId = CommunityId(3);

    fn batch(seq: i64, settled: bool) -> Batch {
        let document = Document {
            community: 3,
            audience: 0,
            kind: Kind::Message,
            id: seq,
            person: 1,
            at: seq,
            title: String::new(),
            text: "слово".to_owned(),
            hidden: String::new(),
        };
        Batch { community: COMMUNITY, changes: vec![Change::Put(document)], seq, settled }
    }

    #[tokio::test]
    async fn commits_keep_their_pace_and_nothing_is_lost() {
        let index = Index::in_memory().unwrap();
        let keeper = Keeper::start(index.clone(), Pace { every: Duration::from_secs(600), changes: 4 });
        keeper.take(batch(1, false)).await.unwrap();
        keeper.take(batch(2, true)).await.unwrap();
        assert_eq!(index.cursor(3), 2, "after a quiet time a commit comes at once");
        keeper.take(batch(3, true)).await.unwrap();
        assert_eq!((index.cursor(3), keeper.cursor(COMMUNITY)), (2, 3), "the next one waits for its time");
        for seq in 4..=6 {
            keeper.take(batch(seq, false)).await.unwrap();
        }
        assert_eq!((index.cursor(3), index.len()), (6, 6), "or until enough is gathered");
        keeper.take(batch(7, true)).await.unwrap();
        keeper.flush().await.unwrap();
        assert_eq!((index.cursor(3), keeper.cursor(COMMUNITY)), (7, 7));
        keeper.forget(COMMUNITY).await.unwrap();
        assert_eq!((index.cursor(3), keeper.cursor(COMMUNITY), index.len()), (0, 0, 0));
    }

    #[tokio::test]
    async fn a_lost_writer_sends_the_follower_back_to_the_disk() {
        let index = Index::in_memory().unwrap();
        let keeper = Keeper::start(index.clone(), Pace::AT_ONCE);
        let other = index.writer().unwrap();
        assert!(keeper.take(batch(1, true)).await.is_err(), "another holds the index");
        assert_eq!(keeper.cursor(COMMUNITY), 0);
        drop(other);
        keeper.take(batch(1, true)).await.unwrap();
        assert_eq!((keeper.cursor(COMMUNITY), index.len()), (1, 1));
    }
}
