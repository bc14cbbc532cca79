//! PostgreSQL: a pool of connections, prepared statements, one round trip a statement, many in flight for bulk work.

use crate::row::Row;
use crate::value::{List, Value};
use anyhow::{Context, bail};
use bytes::BytesMut;
use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use futures_util::{StreamExt, TryStreamExt, pin_mut, stream};
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

pub const CONNECTIONS: usize = 16;
/// Statements of one bulk run on their way at once.
const IN_FLIGHT: usize = 64;

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
        let pool = Pool::builder(manager).max_size(CONNECTIONS).build()?;
        Ok(Postgres { pool, url: url.to_owned() })
    }

    pub async fn write(&self) -> anyhow::Result<PostgresTx> {
        self.begin("begin isolation level read committed").await
    }

    pub async fn read(&self) -> anyhow::Result<PostgresTx> {
        self.begin("begin isolation level repeatable read read only").await
    }

    async fn begin(&self, text: &str) -> anyhow::Result<PostgresTx> {
        let client = self.pool.get().await.context("no connection to PostgreSQL")?;
        client.batch_execute(text).await?;
        Ok(PostgresTx { client: Some(client), open: true })
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
        let client = self.client();
        let sums: Vec<u64> = stream::iter(rows.iter().map(|row| client.execute_raw(&statement, row)))
            .buffered(IN_FLIGHT)
            .try_collect()
            .await?;
        Ok(sums.iter().sum())
    }

    pub async fn batch(&mut self, text: &str) -> anyhow::Result<()> {
        Ok(self.client().batch_execute(text).await?)
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
            (Value::I64(number), _) => Err(format!("a bigint ({number}) was bound to {kind}").into()),
            (Value::F64(number), _) => number.to_sql(kind, out),
            (Value::Bool(truth), _) => truth.to_sql(kind, out),
            // PostgreSQL has no zero character in a text; SQLite would keep it, so both drop it.
            (Value::Text(text), _) if text.contains('\0') => text.replace('\0', "").to_sql(kind, out),
            (Value::Text(text), _) => text.to_sql(kind, out),
            (Value::Bytes(bytes), _) => bytes.to_sql(kind, out),
            (Value::List(List::I64(list)), _) => list.to_sql(kind, out),
            (Value::List(List::Text(list)), _) => list.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
