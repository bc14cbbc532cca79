//! PostgreSQL as the target of a restore: one transaction puts the archive's tables in the place of the old ones.

use super::erasures::Erasure;
use super::index::Index;
use super::restore::Before;
use crate::dialect::Dialect;
use crate::migrate;
use crate::postgres::Postgres;
use crate::value::Value;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Transaction};

const HISTORY: &str = "refinery_schema_history";

pub(super) struct Target {
    client: Client,
}

impl Target {
    pub async fn open(url: &str) -> Result<Target> {
        Ok(Target { client: Postgres::open(url)?.alone().await.context("PostgreSQL does not answer")? })
    }

    async fn has(&self, table: &str) -> Result<bool> {
        let found = "select 1 from pg_class where relkind = 'r' and cast(relname as text) = $1 \
             and cast(cast(relnamespace as regnamespace) as text) = cast(current_schema() as text)";
        Ok(self.client.query_opt(found, &[&table]).await?.is_some())
    }

    pub async fn look(&self) -> Result<Before> {
        let mut before = Before::default();
        if self.has("deed_heads").await? {
            before.lived_in = self.client.query_one("select exists (select 1 from deed_heads)", &[]).await?.get(0);
        }
        if self.has("people_erasures").await? {
            let rows = self.client.query("select community_id, hash, identity_id, words_too, at from people_erasures", &[]).await?;
            let erasure = |row: tokio_postgres::Row| Erasure {
                community: row.get(0),
                hash: row.get(1),
                identity: row.get(2),
                words_too: row.get(3),
                at: row.get(4),
            };
            before.erasures = rows.into_iter().map(erasure).collect();
        }
        Ok(before)
    }

    /// Drops what was there, makes the tables of the archive's schema and fills them, in one transaction.
    pub async fn replace(&mut self, index: &Index) -> Result<()> {
        let transaction = self.client.transaction().await?;
        // Long enough for requests at work to end, and then rather nothing than a house that hangs.
        transaction.batch_execute("set local lock_timeout = '30s'").await?;
        transaction.execute("select pg_advisory_xact_lock($1)", &[&migrate::LOCK]).await?;
        // Only our own: whatever somebody else built upon our tables makes the server refuse, and nothing is lost.
        for view in made_ever("create view ") {
            transaction
                .batch_execute(&format!("drop view if exists {view} cascade"))
                .await
                .with_context(|| format!("dropping {view}"))?;
        }
        transaction.batch_execute(&format!("drop table if exists {HISTORY}")).await?;
        for table in made_ever("create table ") {
            transaction
                .batch_execute(&format!("drop table if exists {table}"))
                .await
                .with_context(|| format!("dropping {table}"))?;
        }
        make_schema(&transaction, index.manifest.schema).await?;
        for name in index.shapes.keys() {
            load(index, name, &transaction).await.with_context(|| format!("loading the table {name}"))?;
        }
        transaction.commit().await?;
        // Without figures the planner would guess, and guess wrong, until the server finds time.
        self.client.batch_execute("analyze").await?;
        Ok(())
    }
}

/// The name of everything that any migration ever made with these words.
fn made_ever(words: &str) -> BTreeSet<&'static str> {
    let made = migrations::ALL.iter().flat_map(|migration| migration.2.lines()).filter_map(|line| line.strip_prefix(words));
    made.filter_map(|rest| rest.split([' ', '(']).next()).collect()
}

/// The migrations up to one, and the history that says so, in our own transaction: the migration runner insists on its own.
async fn make_schema(transaction: &Transaction<'_>, schema: i32) -> Result<()> {
    let history = format!(
        "create table {HISTORY} (version int4 primary key, name varchar(255), applied_on varchar(255), checksum varchar(255))"
    );
    transaction.batch_execute(&history).await?;
    let runner = migrate::runner(Dialect::Postgres)?;
    let applied_on = chrono::DateTime::from_timestamp_micros(kernel::Clock::real()).unwrap_or_default().to_rfc3339();
    let note = format!("insert into {HISTORY} (version, name, applied_on, checksum) values ($1, $2, $3, $4)");
    for migration in runner.get_migrations().iter().filter(|migration| migration.version() <= schema) {
        transaction.batch_execute(migration.sql().context("a migration has a text")?).await?;
        let checksum = migration.checksum().to_string();
        transaction.execute(&note, &[&migration.version(), &migration.name(), &applied_on, &checksum]).await?;
    }
    Ok(())
}

async fn load(index: &Index, name: &str, transaction: &Transaction<'_>) -> Result<()> {
    let mut dump = index.dump(name)?;
    let columns: Vec<&str> = dump.table.columns.iter().map(|column| column.0.as_str()).collect();
    let kinds = dump.table.columns.iter().map(|column| kind(&column.1)).collect::<Result<Vec<Type>>>()?;
    let sink = transaction.copy_in(&format!("copy {name} ({}) from stdin binary", columns.join(", "))).await?;
    let mut writer = std::pin::pin!(BinaryCopyInWriter::new(sink, &kinds));
    while let Some(row) = dump.rows.next()? {
        let cells: Vec<&(dyn ToSql + Sync)> = row.iter().map(|cell: &Value| cell as &(dyn ToSql + Sync)).collect();
        writer.as_mut().write(&cells).await?;
    }
    writer.finish().await?;
    Ok(())
}

fn kind(name: &str) -> Result<Type> {
    Ok(match name {
        "bigint" => Type::INT8,
        "boolean" => Type::BOOL,
        "double precision" => Type::FLOAT8,
        "text" => Type::TEXT,
        "bytes" => Type::BYTEA,
        other => bail!("columns of the kind {other} are not known"),
    })
}
