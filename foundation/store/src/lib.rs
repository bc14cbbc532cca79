//! The store: one set of portable SQL over SQLite and PostgreSQL, the ledger of deeds, its followers, and jobs.

pub mod archive;
pub mod deeds;
pub mod dialect;
pub mod doctor;
pub mod followers;
pub mod jobs;
pub mod migrate;
pub mod plans;
mod postgres;
pub mod private;
pub mod pruning;
pub mod row;
pub mod runner;
pub mod schedules;
pub mod schema;
pub mod scope;
mod slices;
pub mod sqlite;
pub mod statement;
mod statistics;
mod tx;
pub mod value;
pub mod wakers;

pub use deeds::{Deed, DeedRow, Party, QUARTER};
pub use dialect::Dialect;
pub use followers::{Follower, FollowerRole};
#[doc(hidden)]
pub use inventory;
pub use jobs::{JobHandler, Outcome, Running, Wish, Work};
pub use row::{FromRow, Row};
pub use schedules::Schedule;
pub use scope::{Global, Scope, Who};
pub use slices::Slices;
pub use statement::{Registered, Statement};
pub use value::{Cell, List, Value};
pub use wakers::Wakers;

use kernel::{Problem, Result};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tx::{Counted, Tx};

/// A future that may be sent between threads: what dyn traits return.
pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn std::future::Future<Output = T> + Send + 'a>>;

/// Tries of a transaction's beginning before the trouble is told.
const BEGINNINGS: u32 = 5;

#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    data: PathBuf,
    database: Database,
    statements: Arc<AtomicU64>,
    wakers: Wakers,
}

#[derive(Clone)]
pub(crate) enum Database {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

/// Where the data lives.
#[derive(Clone, Debug)]
pub struct Place {
    /// The data folder: `artel.db`, files, outbox, the search index.
    pub data: PathBuf,
    /// `postgres://…`; without it `artel.db` in the data folder.
    pub database_url: Option<String>,
}

impl Place {
    pub fn sqlite_path(&self) -> PathBuf {
        self.data.join("artel.db")
    }
}

impl Store {
    /// Opens the database and brings its schema up to date, under a lock and after a backup (SQLite).
    pub async fn open(place: &Place) -> anyhow::Result<Store> {
        private::folder(&place.data)?;
        private::close(&place.data)?;
        // Held from before the file is opened until its schema is right: a restore exchanges the file meanwhile.
        let _lock = if place.database_url.is_none() { Some(migrate::lock(&place.sqlite_path())?) } else { None };
        let database = match &place.database_url {
            Some(url) => Database::Postgres(postgres::Postgres::open(url)?),
            None => Database::Sqlite(sqlite::Sqlite::open(&place.sqlite_path())?),
        };
        let inner = Inner { data: place.data.clone(), database, statements: Arc::default(), wakers: Wakers::default() };
        let store = Store { inner: Arc::new(inner) };
        migrate::run(&store).await?;
        Ok(store)
    }

    pub fn dialect(&self) -> Dialect {
        match self.inner.database {
            Database::Sqlite(_) => Dialect::Sqlite,
            Database::Postgres(_) => Dialect::Postgres,
        }
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        &self.inner.data
    }

    pub(crate) fn database(&self) -> &Database {
        &self.inner.database
    }

    pub fn wakers(&self) -> &Wakers {
        &self.inner.wakers
    }

    /// Statements run since the store was opened: a test counts those of a page.
    pub fn statements_run(&self) -> u64 {
        self.inner.statements.load(Ordering::Relaxed)
    }

    fn counted(&self, tx: Tx) -> Counted {
        Counted::new(tx, self.inner.statements.clone())
    }

    pub(crate) async fn begin(&self, write: bool) -> Result<Counted> {
        for attempt in 1.. {
            let begun = match (&self.inner.database, write) {
                (Database::Sqlite(sqlite), true) => sqlite.write().await.map(Tx::Sqlite),
                (Database::Sqlite(sqlite), false) => sqlite.read().await.map(Tx::Sqlite),
                (Database::Postgres(postgres), true) => postgres.write().await.map(Tx::Postgres),
                (Database::Postgres(postgres), false) => postgres.read().await.map(Tx::Postgres),
            };
            match begun.map_err(tx::problem) {
                Ok(tx) => return Ok(self.counted(tx)),
                Err(Problem::Again(error)) if attempt < BEGINNINGS => {
                    tracing::debug!(%error, attempt, "the database was busy");
                }
                Err(problem) => return Err(problem),
            }
        }
        unreachable!("the last attempt returns")
    }

    /// A snapshot of one community.
    pub async fn read(&self, who: &Who) -> Result<Scope> {
        Scope::reading(self.clone(), who.clone(), self.begin(false).await?).await
    }

    /// A turn to write in one community.
    pub async fn write(&self, who: &Who) -> Result<Scope> {
        Scope::writing(self.clone(), who.clone(), self.begin(true).await?).await
    }

    /// A snapshot outside communities.
    pub async fn global_read(&self) -> Result<Global> {
        Ok(Global { tx: self.begin(false).await?, store: self.clone(), wakes_jobs: false })
    }

    /// To be asked for after much was written at once. PostgreSQL measures its tables by itself, but up to a minute later,
    /// and until then plans as if they were nearly empty; SQLite was told of them once for all (`statistics.rs`).
    pub async fn measure(&self) -> Result<()> {
        match &self.inner.database {
            Database::Sqlite(_) => Ok(()),
            Database::Postgres(postgres) => {
                postgres.alone().await?.batch_execute("analyze").await.map_err(|error| Problem::Internal(error.into()))
            }
        }
    }

    /// A turn to write outside communities.
    pub async fn global(&self) -> Result<Global> {
        Ok(Global { tx: self.begin(true).await?, store: self.clone(), wakes_jobs: false })
    }
}
