//! SQLite: one writer, a pool of readers, write-ahead log, durable commits.

use crate::row::Row;
use crate::value::{List, Value, without_zeros};
use anyhow::Context;
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{OwnedMutexGuard, OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Readers open at once; further ones wait their turn.
pub const READERS: usize = 8;
/// What each connection keeps of the file, in KiB; sorting takes as much again and then goes on in a file. Readers stand on the
/// machine's own cache, so that eight of them keep as much as two writers.
const WRITER_CACHE_KIB: u32 = 16_000;
const READER_CACHE_KIB: u32 = 4_000;
/// Pages of the log before they go into the file: 16 MiB. At SQLite's own 4 MiB an import carries the same pages over at every
/// slice.
const WAL_PAGES: u32 = 4_000;
const CACHED_STATEMENTS: usize = 256;
/// How long a writer waits for another process (the command line beside a server) to let go.
const BUSY: Duration = Duration::from_secs(20);
/// How long a turn is waited for within this process. Longer means that somebody holds one and asks for a second.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Clone)]
pub struct Sqlite {
    pub path: PathBuf,
    writer: Arc<tokio::sync::Mutex<Connection>>,
    readers: Arc<Readers>,
}

pub struct Readers {
    idle: Mutex<Vec<Connection>>,
    places: Arc<Semaphore>,
}

pub enum SqliteTx {
    Write(OwnedMutexGuard<Connection>),
    Read { connection: Option<Connection>, readers: Arc<Readers>, _place: OwnedSemaphorePermit },
}

impl Sqlite {
    pub fn open(path: &Path) -> anyhow::Result<Sqlite> {
        crate::private::begin(path).with_context(|| format!("opening {}", path.display()))?;
        let writer = connect(path, false)?;
        Ok(Sqlite {
            path: path.to_owned(),
            writer: Arc::new(tokio::sync::Mutex::new(writer)),
            readers: Arc::new(Readers { idle: Mutex::new(Vec::new()), places: Arc::new(Semaphore::new(READERS)) }),
        })
    }

    /// `BEGIN IMMEDIATE` on the one writer. Writers of this process queue fairly; another process is waited for.
    pub async fn write(&self) -> anyhow::Result<SqliteTx> {
        let guard = timeout(PATIENCE, self.writer.clone().lock_owned()).await.context("no turn to write came")?;
        blocking(|| guard.execute_batch("begin immediate"))?;
        Ok(SqliteTx::Write(guard))
    }

    /// One snapshot on a reader of its own.
    pub async fn read(&self) -> anyhow::Result<SqliteTx> {
        let place = timeout(PATIENCE, self.readers.places.clone().acquire_owned()).await.context("no reader became free")??;
        let idle = self.readers.idle.lock().expect("no reader panics with the pool in hand").pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connect(&self.path, true)?,
        };
        connection.execute_batch("begin deferred")?;
        Ok(SqliteTx::Read { connection: Some(connection), readers: self.readers.clone(), _place: place })
    }

    /// The writer itself, outside any transaction: migrations, backups, maintenance.
    pub async fn exclusive(&self) -> OwnedMutexGuard<Connection> {
        self.writer.clone().lock_owned().await
    }
}

/// Opens the file as Artel uses it: WAL, full durability, foreign keys.
pub fn connect(path: &Path, read_only: bool) -> anyhow::Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if !read_only {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let mut connection = Connection::open_with_flags(path, flags).with_context(|| format!("opening {}", path.display()))?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    // A plan is made once, for any values. Otherwise SQLite makes many of them anew at each use, to look at what is bound.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A short, even step: with SQLite's own growing steps a writer in another process can be starved.
    connection.busy_handler(Some(|tries| {
        std::thread::sleep(Duration::from_millis(1));
        u128::try_from(tries).unwrap_or(0) < BUSY.as_millis()
    }))?;
    // Nothing is mapped into memory: each connection would count the whole file as its own, and a large community as gigabytes.
    // What is sorted may be a whole history: in memory it would have no bound, so it lies in files without a name.
    let cache = if read_only { READER_CACHE_KIB } else { WRITER_CACHE_KIB };
    connection.execute_batch(&format!(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
         pragma temp_store = file; pragma cache_size = -{cache}; pragma mmap_size = 0;
         pragma wal_autocheckpoint = {WAL_PAGES};",
    ))?;
    if read_only {
        connection.execute_batch("pragma query_only = on")?;
    }
    Ok(connection)
}

/// Runs what may wait for the disk without holding up the other tasks of this thread.
pub fn blocking<T>(work: impl FnOnce() -> T) -> T {
    match tokio::runtime::Handle::try_current().map(|handle| handle.runtime_flavor()) {
        Ok(tokio::runtime::RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        _ => work(),
    }
}

impl SqliteTx {
    fn connection(&self) -> &Connection {
        match self {
            SqliteTx::Write(guard) => guard,
            SqliteTx::Read { connection, .. } => connection.as_ref().expect("the connection is there until the end"),
        }
    }

    pub fn each(&mut self, text: &str, values: &[Value], seen: &mut dyn FnMut(Row) -> anyhow::Result<()>) -> anyhow::Result<()> {
        let mut statement = self.connection().prepare_cached(text)?;
        bind(&mut statement, values)?;
        let columns = statement.column_count();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            let cells = (0..columns).map(|column| row.get_ref(column).map(cell)).collect::<Result<Vec<Value>, _>>()?;
            seen(Row::new(cells))?;
        }
        Ok(())
    }

    pub fn run(&mut self, text: &str, values: &[Value]) -> anyhow::Result<u64> {
        let mut statement = self.connection().prepare_cached(text)?;
        bind(&mut statement, values)?;
        Ok(statement.raw_execute()? as u64)
    }

    pub fn commit(mut self) -> anyhow::Result<()> {
        match &self {
            SqliteTx::Write(guard) => blocking(|| guard.execute_batch("commit"))?,
            SqliteTx::Read { .. } => self.connection().execute_batch("commit")?,
        }
        self.give_back();
        Ok(())
    }

    fn give_back(&mut self) {
        if let SqliteTx::Read { connection, readers, .. } = self
            && let Some(connection) = connection.take()
        {
            readers.idle.lock().expect("no reader panics with the pool in hand").push(connection);
        }
    }
}

impl Drop for SqliteTx {
    fn drop(&mut self) {
        let open = match self {
            SqliteTx::Write(guard) => !guard.is_autocommit(),
            SqliteTx::Read { connection, .. } => connection.as_ref().is_some_and(|connection| !connection.is_autocommit()),
        };
        if open && let Err(error) = self.connection().execute_batch("rollback") {
            tracing::error!(%error, "a transaction could not be rolled back");
        }
        self.give_back();
    }
}

fn bind(statement: &mut rusqlite::Statement<'_>, values: &[Value]) -> anyhow::Result<()> {
    for (index, value) in values.iter().enumerate().take(statement.parameter_count()) {
        statement.raw_bind_parameter(index + 1, value)?;
    }
    Ok(())
}

fn cell(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::I64(number),
        ValueRef::Real(number) => Value::F64(number),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Value::I64(number) => ToSqlOutput::Borrowed(ValueRef::Integer(*number)),
            Value::F64(number) => ToSqlOutput::Borrowed(ValueRef::Real(*number)),
            Value::Bool(truth) => ToSqlOutput::Borrowed(ValueRef::Integer((*truth).into())),
            Value::Text(text) => match without_zeros(text) {
                Cow::Borrowed(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
                Cow::Owned(text) => ToSqlOutput::Owned(rusqlite::types::Value::Text(text)),
            },
            Value::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            Value::List(List::I64(list)) => json(list),
            Value::List(List::Text(list)) => json(&list.iter().map(|text| without_zeros(text)).collect::<Vec<_>>()),
        })
    }
}

fn json<T: serde::Serialize>(list: &[T]) -> ToSqlOutput<'static> {
    let text = serde_json::to_string(list).expect("numbers and texts are JSON");
    ToSqlOutput::Owned(rusqlite::types::Value::Text(text))
}
