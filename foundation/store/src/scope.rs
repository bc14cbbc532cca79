//! The only way to rows: a community, a viewer, a clock and a transaction in one hand.

use crate::row::FromRow;
use crate::statement::Statement;
use crate::tx::Counted;
use crate::value::Value;
use crate::{Store, global_statement, statement};
use kernel::{Chance, Clock, CommunityId, Micros, Problem, Result, Viewer};
use std::sync::Arc;

/// Who acts, where, and by which clock: everything a scope needs but the transaction.
#[derive(Clone)]
pub struct Who {
    pub community: CommunityId,
    pub viewer: Arc<Viewer>,
    pub clock: Clock,
    pub chance: Chance,
}

impl Who {
    /// The house itself acts: jobs, followers, the command line.
    pub fn system(community: CommunityId, clock: &Clock, chance: &Chance) -> Who {
        Who { community, viewer: Arc::new(Viewer::system()), clock: clock.clone(), chance: chance.clone() }
    }
}

/// A transaction within one community. Dropped without [`Scope::commit`], it never was.
pub struct Scope {
    who: Who,
    /// When it began.
    now: Micros,
    pub(crate) tx: Counted,
    pub(crate) store: Store,
    head: Option<Head>,
    /// Deeds or jobs were written, and somebody should be woken after the commit.
    pub(crate) wakes_jobs: bool,
}

/// The community's row in `deed_heads`, held by the writer until it commits.
#[derive(Clone, Copy, Debug)]
struct Head {
    seq: i64,
    next_id: i64,
    stored: (i64, i64),
}

statement!(HEAD = "select seq, next_id from deed_heads where community_id = $1 {lock}");
statement!(HEAD_MOVED = "update deed_heads set seq = $2, next_id = $3 where community_id = $1");

impl Scope {
    pub(crate) async fn reading(store: Store, who: Who, tx: Counted) -> Result<Scope> {
        let now = who.clock.now();
        Ok(Scope { who, now, tx, store, head: None, wakes_jobs: false })
    }

    /// Begins by locking the community's head, so that within a community writers take turns.
    pub(crate) async fn writing(store: Store, who: Who, tx: Counted) -> Result<Scope> {
        let mut scope = Scope::reading(store, who, tx).await?;
        let (seq, next_id) = scope.one::<(i64, i64)>(&HEAD, &[]).await?;
        // The turn begins here: whoever waited for it writes a later moment than whoever had it before.
        scope.now = scope.who.clock.now();
        scope.head = Some(Head { seq, next_id, stored: (seq, next_id) });
        Ok(scope)
    }

    pub fn community(&self) -> CommunityId {
        self.who.community
    }

    pub fn who(&self) -> &Who {
        &self.who
    }

    pub fn viewer(&self) -> &Viewer {
        &self.who.viewer
    }

    /// Business time: one moment for the whole transaction, so that a row and its deed agree about it.
    pub fn now(&self) -> Micros {
        self.now
    }

    pub fn chance(&self) -> &Chance {
        &self.who.chance
    }

    fn bound(&self, args: &[Value]) -> Vec<Value> {
        let mut values = Vec::with_capacity(args.len() + 1);
        values.push(Value::I64(self.who.community.0));
        values.extend_from_slice(args);
        values
    }

    /// Every row, in the order of the statement.
    pub async fn all<T: FromRow + Send>(&mut self, statement: &Statement, args: &[Value]) -> Result<Vec<T>> {
        let values = self.within(statement, args)?;
        self.tx.all(statement, &values).await
    }

    /// The first row, or nothing.
    pub async fn maybe<T: FromRow + Send>(&mut self, statement: &Statement, args: &[Value]) -> Result<Option<T>> {
        let values = self.within(statement, args)?;
        self.tx.maybe(statement, &values).await
    }

    /// The first row, or [`Problem::NotFound`].
    pub async fn one<T: FromRow + Send>(&mut self, statement: &Statement, args: &[Value]) -> Result<T> {
        self.maybe(statement, args).await?.ok_or(Problem::NotFound)
    }

    /// Runs a statement and tells how many rows it touched.
    pub async fn run(&mut self, statement: &Statement, args: &[Value]) -> Result<u64> {
        let values = self.within(statement, args)?;
        self.tx.run(statement, &values).await
    }

    /// Runs one statement for many rows of arguments (each begins with `$2`).
    pub async fn run_many(&mut self, statement: &Statement, rows: Vec<Vec<Value>>) -> Result<u64> {
        self.within(statement, &[])?;
        let community = Value::I64(self.who.community.0);
        let rows: Vec<Vec<Value>> = rows
            .into_iter()
            .map(|mut row| {
                row.insert(0, community.clone());
                row
            })
            .collect();
        self.tx.run_many(statement, &rows).await
    }

    fn within(&self, statement: &Statement, args: &[Value]) -> Result<Vec<Value>> {
        if statement.global {
            return Err(Problem::Internal(anyhow::anyhow!("{} is a statement outside communities", statement.name)));
        }
        Ok(self.bound(args))
    }

    /// Statements outside communities, in this same transaction: accounts, jobs.
    pub async fn global_all<T: FromRow + Send>(&mut self, statement: &Statement, args: &[Value]) -> Result<Vec<T>> {
        self.tx.all(statement, args).await
    }

    pub async fn global_maybe<T: FromRow + Send>(&mut self, statement: &Statement, args: &[Value]) -> Result<Option<T>> {
        self.tx.maybe(statement, args).await
    }

    pub async fn global_one<T: FromRow + Send>(&mut self, statement: &Statement, args: &[Value]) -> Result<T> {
        self.tx.maybe(statement, args).await?.ok_or(Problem::NotFound)
    }

    pub async fn global_run(&mut self, statement: &Statement, args: &[Value]) -> Result<u64> {
        self.tx.run(statement, args).await
    }

    /// The next id for a row of this community: dense, ordered by commit, free because the head is held.
    pub fn deal(&mut self) -> Result<i64> {
        self.deal_many(1)
    }

    /// The first of `count` consecutive ids.
    pub fn deal_many(&mut self, count: i64) -> Result<i64> {
        let head = self.head.as_mut().ok_or_else(reading_only)?;
        let first = head.next_id;
        head.next_id += count;
        Ok(first)
    }

    pub(crate) fn next_seq(&mut self) -> Result<i64> {
        let head = self.head.as_mut().ok_or_else(reading_only)?;
        head.seq += 1;
        Ok(head.seq)
    }

    /// Makes everything of this scope true at once, then wakes followers and job runners.
    pub async fn commit(mut self) -> Result<()> {
        let mut deeds = false;
        if let Some(head) = self.head
            && (head.seq, head.next_id) != head.stored
        {
            self.run(&HEAD_MOVED, crate::args![head.seq, head.next_id]).await?;
            deeds = head.seq != head.stored.0;
        }
        let (store, community, jobs) = (self.store, self.who.community, self.wakes_jobs);
        self.tx.commit().await?;
        if deeds {
            store.wakers().deeds(community);
        }
        if jobs {
            store.wakers().jobs();
        }
        Ok(())
    }
}

fn reading_only() -> Problem {
    Problem::Internal(anyhow::anyhow!("this scope only reads"))
}

/// A transaction outside communities: accounts, sessions, the list of communities, jobs.
pub struct Global {
    pub(crate) tx: Counted,
    pub(crate) store: Store,
    pub(crate) wakes_jobs: bool,
}

global_statement!(NEW_HEAD = "insert into deed_heads (community_id, seq, next_id) values ($1, 0, 1)");

impl Global {
    pub async fn all<T: FromRow + Send>(&mut self, statement: &Statement, args: &[Value]) -> Result<Vec<T>> {
        self.tx.all(statement, args).await
    }

    pub async fn maybe<T: FromRow + Send>(&mut self, statement: &Statement, args: &[Value]) -> Result<Option<T>> {
        self.tx.maybe(statement, args).await
    }

    pub async fn one<T: FromRow + Send>(&mut self, statement: &Statement, args: &[Value]) -> Result<T> {
        self.maybe(statement, args).await?.ok_or(Problem::NotFound)
    }

    pub async fn run(&mut self, statement: &Statement, args: &[Value]) -> Result<u64> {
        self.tx.run(statement, args).await
    }

    /// A new community's head. Its rows can be reached from then on.
    pub async fn found(&mut self, community: CommunityId) -> Result<()> {
        self.run(&NEW_HEAD, crate::args![community]).await.map(|_| ())
    }

    /// Goes on within one community in this same transaction.
    pub async fn enter(self, who: Who) -> Result<Scope> {
        let mut scope = Scope::writing(self.store, who, self.tx).await?;
        scope.wakes_jobs = self.wakes_jobs;
        Ok(scope)
    }

    pub async fn commit(self) -> Result<()> {
        self.tx.commit().await?;
        if self.wakes_jobs {
            self.store.wakers().jobs();
        }
        Ok(())
    }
}
