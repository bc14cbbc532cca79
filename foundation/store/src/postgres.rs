//! PostgreSQL: a pool of connections, prepared statements, one round trip a statement, many in flight for bulk work.

use crate::BoxFuture;
use crate::row::Row;
use crate::value::{List, Value, without_zeros};
use anyhow::{Context, bail};
use bytes::BytesMut;
use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime};
use futures_util::{StreamExt, TryStreamExt, pin_mut, stream};
use std::time::Duration;
use tokio_postgres::Statement;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

pub const CONNECTIONS: usize = 16;
/// Statements of one bulk run on their way at once.
const IN_FLIGHT: usize = 64;
/// How long a connection is waited for. Longer means that those who hold one ask for a second.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Clone)]
pub struct Postgres {
    pool: Pool,
    pub url: String,
}

pub struct PostgresTx {
    client: Option<Object>,
    open: bool,
}

impl Postgres {
    pub fn open(url: &str) -> anyhow::Result<Postgres> {
        let config: tokio_postgres::Config = url.parse().context("the database URL")?;
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = Manager::from_config(config, tls(), recycling);
        let pool = Pool::builder(manager).max_size(CONNECTIONS).runtime(Runtime::Tokio1).wait_timeout(Some(PATIENCE)).build()?;
        Ok(Postgres { pool, url: url.to_owned() })
    }

    pub async fn write(&self) -> anyhow::Result<PostgresTx> {
        self.begin("begin isolation level read committed").await
    }

    pub async fn read(&self) -> anyhow::Result<PostgresTx> {
        self.begin("begin isolation level repeatable read read only").await
    }

    async fn begin(&self, text: &str) -> anyhow::Result<PostgresTx> {
        // Connections that died in the pool (the server was restarted) are found by using them.
        for _ in 0..CONNECTIONS {
            let client = self.pool.get().await.context("no connection to PostgreSQL")?;
            // Open before the word is sent: a request dropped while it is on its way must not leave a transaction
            // behind in the pool.
            let tx = PostgresTx { client: Some(client), open: true };
            match tx.client().batch_execute(text).await {
                Ok(()) => return Ok(tx),
                Err(_) if tx.client().is_closed() => {}
                Err(error) => return Err(error.into()),
            }
        }
        bail!("PostgreSQL closes every connection")
    }

    /// A connection of its own, outside the pool: migrations and listening.
    pub async fn alone(&self) -> anyhow::Result<tokio_postgres::Client> {
        let (client, connection) = tokio_postgres::connect(&self.url, tls()).await?;
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::warn!(%error, "a PostgreSQL connection ended");
            }
        });
        Ok(client)
    }
}

fn tls() -> tokio_postgres_rustls::MakeRustlsConnect {
    let roots = rustls::RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring speaks the default TLS versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    tokio_postgres_rustls::MakeRustlsConnect::new(config)
}

impl PostgresTx {
    fn client(&self) -> &Object {
        self.client.as_ref().expect("the connection is there until the end")
    }

    pub async fn each(
        &mut self,
        text: &str,
        values: &[Value],
        seen: &mut (dyn FnMut(Row) -> anyhow::Result<()> + Send),
    ) -> anyhow::Result<()> {
        let statement = self.client().prepare_cached(text).await?;
        let bound = &values[..statement.params().len().min(values.len())];
        let rows = self.client().query_raw(&statement, bound).await?;
        pin_mut!(rows);
        while let Some(row) = rows.try_next().await? {
            seen(Row::new(cells(&row)?))?;
        }
        Ok(())
    }

    pub async fn run(&mut self, text: &str, values: &[Value]) -> anyhow::Result<u64> {
        let statement = self.client().prepare_cached(text).await?;
        let bound = &values[..statement.params().len().min(values.len())];
        Ok(self.client().execute_raw(&statement, bound).await?)
    }

    pub async fn run_many(&mut self, text: &str, rows: &[Vec<Value>]) -> anyhow::Result<u64> {
        let statement = self.client().prepare_cached(text).await?;
        let mut pending = Vec::with_capacity(rows.len());
        for row in rows {
            pending.push(execute(self.client(), &statement, row));
        }
        let sums: Vec<u64> = stream::iter(pending).buffered(IN_FLIGHT).try_collect().await?;
        Ok(sums.iter().sum())
    }

    pub async fn commit(mut self) -> anyhow::Result<()> {
        self.client().batch_execute("commit").await?;
        self.open = false;
        Ok(())
    }
}

impl Drop for PostgresTx {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        if !self.open {
            return;
        }
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => {
                runtime.spawn(async move {
                    if client.batch_execute("rollback").await.is_err() {
                        drop(Object::take(client));
                    }
                });
            }
            // Without a runtime nothing can be said to the server: the connection goes, and the transaction with it.
            Err(_) => drop(Object::take(client)),
        }
    }
}

/// One execution on its way. Boxed, because a closure over borrowed rows is not general enough for handlers.
fn execute<'a>(
    client: &'a Object,
    statement: &'a Statement,
    row: &'a [Value],
) -> BoxFuture<'a, Result<u64, tokio_postgres::Error>> {
    Box::pin(client.execute_raw(statement, row))
}

fn cells(row: &tokio_postgres::Row) -> anyhow::Result<Vec<Value>> {
    let mut cells = Vec::with_capacity(row.len());
    for (index, column) in row.columns().iter().enumerate() {
        cells.push(match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(index)?.into(),
            Type::INT4 => row.try_get::<_, Option<i32>>(index)?.into(),
            Type::FLOAT8 => row.try_get::<_, Option<f64>>(index)?.into(),
            Type::BOOL => row.try_get::<_, Option<bool>>(index)?.into(),
            Type::TEXT | Type::VARCHAR | Type::NAME => row.try_get::<_, Option<String>>(index)?.into(),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(index)?.into(),
            ref other => bail!("column {} is of the unexpected type {other}: cast it", column.name()),
        });
    }
    Ok(cells)
}

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, kind) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::I64(number), &Type::INT4) => i32::try_from(*number)?.to_sql(kind, out),
            (Value::I64(number), &Type::FLOAT8) => (*number as f64).to_sql(kind, out),
            (Value::I64(number), &Type::INT8) => number.to_sql(kind, out),
            (Value::F64(number), &Type::FLOAT8) => number.to_sql(kind, out),
            (Value::Bool(truth), &Type::BOOL) => truth.to_sql(kind, out),
            (Value::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::NAME) => without_zeros(text).as_ref().to_sql(kind, out),
            (Value::Bytes(bytes), &Type::BYTEA) => bytes.to_sql(kind, out),
            (Value::List(List::I64(list)), &Type::INT8_ARRAY) => list.to_sql(kind, out),
            (Value::List(List::Text(list)), &Type::TEXT_ARRAY | &Type::VARCHAR_ARRAY) => {
                list.iter().map(|text| without_zeros(text).into_owned()).collect::<Vec<String>>().to_sql(kind, out)
            }
            // The bytes of one kind may look like another: eight letters would pass for a bigint.
            (value, _) => Err(format!("{value:?} was bound to {kind}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// Columns of a statement that [`cells`] cannot read.
pub(crate) fn unreadable(statement: &Statement) -> Option<String> {
    const READ: [Type; 7] = [Type::INT8, Type::INT4, Type::FLOAT8, Type::BOOL, Type::TEXT, Type::VARCHAR, Type::BYTEA];
    let column = statement.columns().iter().find(|column| !READ.contains(column.type_()) && *column.type_() != Type::NAME)?;
    Some(format!("column {} is of the unexpected type {}: cast it", column.name(), column.type_()))
}
