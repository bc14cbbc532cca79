//! Brings the schema up to date at start: under a lock, and on SQLite after a backup.

use crate::dialect::Dialect;
use crate::{Database, Store};
use anyhow::Context;
use kernel::Clock;
use refinery::{Migration, Report, Runner};
use std::fs::File;
use std::path::Path;

/// One number for Artel's lock among PostgreSQL's advisory locks.
pub(crate) const LOCK: i64 = 0x6172_7465_6c00;

/// The lock of the data folder: one process at a time changes the schema or exchanges the file.
pub(crate) fn lock(database: &Path) -> anyhow::Result<File> {
    let path = database.with_extension("lock");
    let lock =
        crate::private::options().write(true).create(true).truncate(true).open(path).context("the lock file of the data folder")?;
    crate::sqlite::blocking(|| lock.lock())?;
    Ok(lock)
}

pub(crate) fn runner(dialect: Dialect) -> anyhow::Result<Runner> {
    let migrations = migrations::ALL
        .iter()
        .map(|(number, name, text)| Migration::unapplied(&format!("V{number}__{name}"), &dialect.render_migration(text)))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Runner::new(&migrations).set_abort_divergent(true))
}

pub(crate) async fn run(store: &Store) -> anyhow::Result<()> {
    let report = match store.database() {
        Database::Sqlite(sqlite) => {
            let mut connection = sqlite.exclusive().await;
            let runner = runner(Dialect::Sqlite)?;
            refuse_newer(&runner.get_applied_migrations(&mut *connection).unwrap_or_default())?;
            back_up_before(&runner, &mut connection, &sqlite.path)?;
            let report = runner.run(&mut *connection)?;
            if !report.applied_migrations().is_empty() || !crate::statistics::are_stated(&connection)? {
                crate::statistics::state(&connection).context("the statistics of the planner")?;
            }
            report
        }
        Database::Postgres(postgres) => {
            let mut client = postgres.alone().await.context("PostgreSQL does not answer")?;
            client.execute("select pg_advisory_lock($1)", &[&LOCK]).await?;
            let report = run_alone(&mut client).await;
            client.execute("select pg_advisory_unlock($1)", &[&LOCK]).await?;
            report?
        }
    };
    tell(&report);
    Ok(())
}

async fn run_alone(client: &mut tokio_postgres::Client) -> anyhow::Result<Report> {
    let runner = runner(Dialect::Postgres)?;
    refuse_newer(&runner.get_applied_migrations_async(client).await.unwrap_or_default())?;
    Ok(runner.run_async(client).await?)
}

/// A program does not know what a later one made of the database, and touches nothing of it.
fn refuse_newer(applied: &[Migration]) -> anyhow::Result<()> {
    let (made, known) = (applied.iter().map(Migration::version).max().unwrap_or_default(), migrations::ALL.len());
    anyhow::ensure!(
        usize::try_from(made).is_ok_and(|made| made <= known),
        "a newer Artel made this database (its schema is {made}, this program knows {known}): start that version or a later one"
    );
    Ok(())
}

/// A copy beside the database before its schema changes. A fresh database has nothing to lose.
fn back_up_before(runner: &Runner, connection: &mut rusqlite::Connection, path: &Path) -> anyhow::Result<()> {
    let applied = runner.get_applied_migrations(connection).unwrap_or_default();
    if applied.is_empty() || applied.len() == migrations::ALL.len() {
        return Ok(());
    }
    let copy = path.with_file_name(format!("artel-before-{}-{}.db", migrations::ALL.len(), Clock::real() / 1_000_000));
    crate::private::begin(&copy).context("the backup before the migration")?;
    connection.backup("main", &copy, None::<fn(rusqlite::backup::Progress)>).context("the backup before the migration")?;
    tracing::info!(copy = %copy.display(), "the database was copied before its schema changes");
    Ok(())
}

fn tell(report: &Report) {
    for migration in report.applied_migrations() {
        tracing::info!(%migration, "migrated");
    }
}
