//! SQLite as the target of a restore: a new file is built beside the old one and takes its name.

use super::erasures::Erasure;
use super::files;
use super::index::Index;
use super::restore::Before;
use crate::dialect::Dialect;
use crate::migrate;
use anyhow::{Context, Result, bail, ensure};
use refinery::Target;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::path::{Path, PathBuf};

/// What became of the old file's write-ahead log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Settled {
    /// Written back: the old file is whole by itself. Or there was none.
    Whole,
    /// The old file cannot be read; it is kept as it is, with its log.
    Unreadable,
}

/// Looks at the old database, which a server may have open.
pub(super) fn look(path: &Path, force: bool) -> Result<(Before, Settled)> {
    if !path.exists() {
        return Ok((Before::default(), Settled::Whole));
    }
    match look_inside(path) {
        Ok(before) => Ok((before, Settled::Whole)),
        Err(error) if force && !is_reason(&error) => {
            tracing::warn!(%error, "the old database cannot be read and is put aside as it is");
            Ok((Before::default(), Settled::Unreadable))
        }
        Err(error) => Err(error),
    }
}

fn open(path: &Path) -> Result<Connection> {
    Ok(Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?)
}

/// Makes the old file whole by itself, and sure that nobody has it open: only the last one in the house can leave the
/// write-ahead log.
pub(super) fn settle(path: &Path) -> Result<()> {
    if !path.exists() {
        return Ok(());
    }
    let connection = open(path)?;
    let mode = connection.query_row("pragma journal_mode = delete", [], |row| row.get::<_, String>(0));
    if !mode.is_ok_and(|mode| mode == "delete") {
        bail!("somebody works with {}: stop the server first", path.display());
    }
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}

fn look_inside(path: &Path) -> Result<Before> {
    let connection = open(path)?;
    let has = |table: &str| -> rusqlite::Result<bool> {
        connection.query_row("select count(*) from sqlite_master where type = 'table' and name = ?1", [table], |row| row.get(0))
    };
    let mut before = Before::default();
    if has("deed_heads")? {
        before.lived_in = connection.query_row("select exists (select 1 from deed_heads)", [], |row| row.get(0))?;
    } else {
        let tables: i64 = connection.query_row("select count(*) from sqlite_master", [], |row| row.get(0))?;
        ensure!(tables == 0, "{} is a database, but not Artel's", path.display());
    }
    if has("people_erasures")? {
        let mut statement = connection.prepare("select community_id, hash, identity_id, words_too, at from people_erasures")?;
        let rows = statement.query_map([], |row| {
            Ok(Erasure {
                community: row.get(0)?,
                hash: row.get(1)?,
                identity: row.get(2)?,
                words_too: row.get(3)?,
                at: row.get(4)?,
            })
        })?;
        before.erasures = rows.collect::<rusqlite::Result<_>>()?;
    }
    Ok(before)
}

/// True for what `force` does not overrule: somebody at work, and a database that is not ours.
fn is_reason(error: &anyhow::Error) -> bool {
    match error.downcast_ref::<rusqlite::Error>() {
        Some(error) => {
            matches!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked))
        }
        None => true,
    }
}

/// A file that goes again unless it gets its name.
pub(super) struct Fresh(tempfile::TempPath);

/// Builds the archive's database in a new file beside the old one.
pub(super) fn build(index: &Index, beside: &Path) -> Result<Fresh> {
    let folder = beside.parent().context("the database lies in a folder")?;
    let fresh = Fresh(tempfile::Builder::new().prefix(".artel-restoring-").suffix(".db").tempfile_in(folder)?.into_temp_path());
    let mut connection = Connection::open(&fresh.0)?;
    // A crash leaves an unfinished file that nobody will open, so nothing needs to be written twice.
    connection.execute_batch("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -64000;")?;
    migrate::runner(Dialect::Sqlite)?.set_target(Target::Version(index.manifest.schema)).run(&mut connection)?;
    connection.execute_batch("begin")?;
    for name in index.shapes.keys() {
        load(index, name, &connection).with_context(|| format!("loading the table {name}"))?;
    }
    connection.execute_batch("commit")?;
    connection.close().map_err(|(_, error)| error)?;
    File::open(&fresh.0)?.sync_all()?;
    Ok(fresh)
}

fn load(index: &Index, name: &str, connection: &Connection) -> Result<()> {
    let mut dump = index.dump(name)?;
    let columns: Vec<&str> = dump.table.columns.iter().map(|column| column.0.as_str()).collect();
    let places: Vec<String> = (1..=columns.len()).map(|number| format!("?{number}")).collect();
    let mut insert = connection.prepare(&format!("insert into {name} ({}) values ({})", columns.join(", "), places.join(", ")))?;
    while let Some(row) = dump.rows.next()? {
        insert.execute(rusqlite::params_from_iter(row))?;
    }
    Ok(())
}

/// Gives the new file the old one's name. The old one stays under another: at no moment is there none.
pub(super) fn exchange(fresh: Fresh, path: &Path, settled: Settled) -> Result<Option<PathBuf>> {
    let kept = path.exists().then(|| files::beside(path, "artel-before-restore").with_extension("db"));
    if let Some(kept) = &kept {
        if std::fs::hard_link(path, kept).is_err() {
            std::fs::copy(path, kept).context("keeping the old database")?;
        }
        if settled == Settled::Unreadable {
            move_log(path, kept)?;
        }
    }
    fresh.0.persist(path)?;
    files::sync_folder(path.parent().context("the database lies in a folder")?)?;
    Ok(kept)
}

/// The log of the old file must not be taken for the new one's.
fn move_log(path: &Path, kept: &Path) -> Result<()> {
    for end in ["-wal", "-shm"] {
        let (from, to) = (with_end(path, end), with_end(kept, end));
        if from.exists() {
            std::fs::rename(from, to)?;
        }
    }
    Ok(())
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}
