//! A transaction on either database.

use crate::dialect::Dialect;
use crate::postgres::PostgresTx;
use crate::row::{FromRow, Row};
use crate::sqlite::SqliteTx;
use crate::statement::Statement;
use crate::value::Value;
use kernel::{Problem, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub(crate) enum Tx {
    Sqlite(SqliteTx),
    Postgres(PostgresTx),
}

/// A transaction together with the count of statements the store has run.
pub(crate) struct Counted {
    tx: Tx,
    counter: Arc<AtomicU64>,
    /// A statement failed. PostgreSQL then refuses everything and answers a commit with a silent rollback; SQLite would
    /// go on and commit the half. So on both nothing more can be done here.
    spoilt: bool,
}

impl Counted {
    pub fn new(tx: Tx, counter: Arc<AtomicU64>) -> Counted {
        Counted { tx, counter, spoilt: false }
    }

    fn begin_statements(&mut self, count: usize) -> Result<()> {
        if self.spoilt {
            return Err(spoilt());
        }
        self.counter.fetch_add(count as u64, Ordering::Relaxed);
        Ok(())
    }

    fn end_statement<T>(&mut self, done: anyhow::Result<T>) -> Result<T> {
        self.spoilt |= done.is_err();
        done.map_err(problem)
    }

    pub fn dialect(&self) -> Dialect {
        match self.tx {
            Tx::Sqlite(_) => Dialect::Sqlite,
            Tx::Postgres(_) => Dialect::Postgres,
        }
    }

    pub async fn all<T: FromRow + Send>(&mut self, statement: &Statement, values: &[Value]) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each_text(statement.in_dialect(self.dialect()), values, &mut |mut row| {
            found.push(T::from_row(&mut row)?);
            Ok(())
        })
        .await
        .map_err(|error| named(error, statement))?;
        Ok(found)
    }

    pub async fn maybe<T: FromRow + Send>(&mut self, statement: &Statement, values: &[Value]) -> Result<Option<T>> {
        Ok(self.all(statement, values).await?.into_iter().next())
    }

    pub async fn run(&mut self, statement: &Statement, values: &[Value]) -> Result<u64> {
        self.begin_statements(1)?;
        let text = statement.in_dialect(self.dialect());
        let done = match &mut self.tx {
            Tx::Sqlite(tx) => tx.run(text, values),
            Tx::Postgres(tx) => tx.run(text, values).await,
        };
        self.end_statement(done).map_err(|problem| named(problem, statement))
    }

    /// One statement for many rows: in a tight loop on SQLite, many in flight on PostgreSQL.
    pub async fn run_many(&mut self, statement: &Statement, rows: &[Vec<Value>]) -> Result<u64> {
        self.begin_statements(rows.len())?;
        let text = statement.in_dialect(self.dialect());
        let done = match &mut self.tx {
            Tx::Sqlite(tx) => rows.iter().try_fold(0, |sum, row| Ok(sum + tx.run(text, row)?)),
            Tx::Postgres(tx) => tx.run_many(text, rows).await,
        };
        self.end_statement(done).map_err(|problem| named(problem, statement))
    }

    pub async fn each_text(
        &mut self,
        text: &str,
        values: &[Value],
        seen: &mut (dyn FnMut(Row) -> anyhow::Result<()> + Send),
    ) -> Result<()> {
        self.begin_statements(1)?;
        let done = match &mut self.tx {
            Tx::Sqlite(tx) => tx.each(text, values, seen),
            Tx::Postgres(tx) => tx.each(text, values, seen).await,
        };
        self.end_statement(done)
    }

    /// As [`Counted::each_text`] for whole tables: it may take long, so other tasks of this thread go elsewhere.
    pub async fn each_of_many(&mut self, text: &str, seen: &mut (dyn FnMut(Row) -> anyhow::Result<()> + Send)) -> Result<()> {
        self.begin_statements(1)?;
        let done = match &mut self.tx {
            Tx::Sqlite(tx) => crate::sqlite::blocking(|| tx.each(text, &[], seen)),
            Tx::Postgres(tx) => tx.each(text, &[], seen).await,
        };
        self.end_statement(done)
    }

    pub async fn commit(self) -> Result<()> {
        if self.spoilt {
            return Err(spoilt());
        }
        match self.tx {
            Tx::Sqlite(tx) => tx.commit(),
            Tx::Postgres(tx) => tx.commit().await,
        }
        .map_err(problem)
    }
}

fn spoilt() -> Problem {
    Problem::Internal(anyhow::anyhow!("a statement of this transaction failed before: nothing of it can stay"))
}

fn named(problem: Problem, statement: &Statement) -> Problem {
    let place = || format!("{} ({})", statement.name, statement.place);
    match problem {
        Problem::Internal(error) => Problem::Internal(error.context(place())),
        Problem::Again(error) => Problem::Again(error.context(place())),
        other => other,
    }
}

/// Sorts a database's error: what may succeed when tried again, and what may not. The one place that knows.
pub(crate) fn problem(error: anyhow::Error) -> Problem {
    let busy = error.downcast_ref::<rusqlite::Error>().is_some_and(|error| {
        matches!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked))
    });
    let code = error.downcast_ref::<tokio_postgres::Error>().and_then(|error| error.code().cloned());
    let conflict = matches!(
        code,
        Some(tokio_postgres::error::SqlState::T_R_SERIALIZATION_FAILURE | tokio_postgres::error::SqlState::T_R_DEADLOCK_DETECTED)
    );
    if busy || conflict {
        return Problem::Again(error);
    }
    match error.downcast::<Problem>() {
        Ok(problem) => problem,
        Err(error) => Problem::Internal(error),
    }
}
