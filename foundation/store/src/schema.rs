//! The schema as a database tells it: tables, columns, keys. One shape for both, so that a test can compare them.

pub use crate::plans::scans as plans;
use crate::{Database, Dialect, Statement, Store, args};
use kernel::Result;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    /// Name, kind (`bigint`, `text`, `bytes`, `boolean`, `double precision`), may be null; in order.
    pub columns: Vec<(String, String, bool)>,
    /// Columns of the primary key, in order.
    pub key: Vec<String>,
    /// Indexes: name, columns, unique.
    pub indexes: Vec<(String, String, bool)>,
}

/// A statement that only one of the databases understands: so it is not on the list of all statements.
macro_rules! catalogue {
    ($name:ident = $text:expr) => {
        static $name: Statement = Statement::new(stringify!($name), concat!(file!(), ":", line!()), $text, true);
    };
}

catalogue!(
    SQLITE_TABLES = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'refinery_schema_history' order by name"
);
catalogue!(SQLITE_COLUMNS = "select name, lower(type), \"notnull\", pk from pragma_table_info($1) order by cid");
catalogue!(
    SQLITE_INDEXES = "select l.name, group_concat(i.name, ', '), l.\"unique\" from pragma_index_list($1) l, pragma_index_info(l.name) i \
     where l.origin = 'c' group by l.name, l.\"unique\" order by l.name"
);
catalogue!(
    POSTGRES_TABLES = "select cast(table_name as text) from information_schema.tables \
     where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'refinery_schema_history' order by 1"
);
catalogue!(
    POSTGRES_COLUMNS = "select cast(column_name as text), cast(data_type as text), is_nullable = 'NO', \
     coalesce((select cast(k.ordinal_position as bigint) from information_schema.key_column_usage k \
       join information_schema.table_constraints c on c.constraint_name = k.constraint_name and c.table_schema = k.table_schema and c.table_name = k.table_name \
       where c.constraint_type = 'PRIMARY KEY' and k.table_schema = col.table_schema and k.table_name = col.table_name and k.column_name = col.column_name), 0) \
     from information_schema.columns col where table_schema = current_schema() and cast(table_name as text) = $1 order by ordinal_position"
);
catalogue!(
    POSTGRES_INDEXES = "select cast(c.relname as text), \
       cast((select string_agg(a.attname, ', ' order by k.place) from unnest(i.indkey) with ordinality k(number, place) \
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number) as text), i.indisunique \
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace \
     where n.nspname = current_schema() and cast(t.relname as text) = $1 and not i.indisprimary order by 1"
);

/// Every table of Artel, by name.
pub async fn tables(store: &Store) -> Result<BTreeMap<String, Table>> {
    let sqlite = matches!(store.database(), Database::Sqlite(_));
    let (names, columns, indexes) = if sqlite {
        (&SQLITE_TABLES, &SQLITE_COLUMNS, &SQLITE_INDEXES)
    } else {
        (&POSTGRES_TABLES, &POSTGRES_COLUMNS, &POSTGRES_INDEXES)
    };
    let mut global = store.global_read().await?;
    let mut found = BTreeMap::new();
    for name in global.all::<String>(names, &[]).await? {
        let rows = global.all::<(String, String, bool, i64)>(columns, args![&name]).await?;
        let indexes = global.all::<(String, String, bool)>(indexes, args![&name]).await?;
        found.insert(name.clone(), table(name, rows, indexes));
    }
    Ok(found)
}

fn kind_name(kind: &str) -> String {
    if matches!(kind, "blob" | "bytea") { "bytes".to_owned() } else { kind.to_owned() }
}

/// The schema as it was after a migration (its number), whatever the database: what an archive of that time must hold.
pub(crate) fn at_version(version: i32) -> anyhow::Result<BTreeMap<String, Table>> {
    let mut connection = rusqlite::Connection::open_in_memory()?;
    crate::migrate::runner(Dialect::Sqlite)?.set_target(refinery::Target::Version(version)).run(&mut connection)?;
    let mut tables = BTreeMap::new();
    let mut names = connection.prepare(SQLITE_TABLES.in_dialect(Dialect::Sqlite))?;
    for name in names.query_map([], |row| row.get::<_, String>(0))? {
        let name = name?;
        let mut columns = connection.prepare_cached(SQLITE_COLUMNS.in_dialect(Dialect::Sqlite))?;
        let rows = columns.query_map([&name], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, bool>(2)?, row.get::<_, i64>(3)?))
        })?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        tables.insert(name.clone(), table(name, rows, Vec::new()));
    }
    Ok(tables)
}

fn table(name: String, rows: Vec<(String, String, bool, i64)>, indexes: Vec<(String, String, bool)>) -> Table {
    let mut key: Vec<(i64, String)> = rows.iter().filter(|row| row.3 > 0).map(|row| (row.3, row.0.clone())).collect();
    key.sort();
    let key = key.into_iter().map(|(_, name)| name).collect();
    let columns = rows.into_iter().map(|(name, kind, set, _)| (name, kind_name(&kind), !set)).collect();
    Table { name, columns, key, indexes }
}

/// Prepares every statement linked into this program. Gives name, place and fault of those that the database refuses,
/// or whose columns come in a kind that rows cannot hold.
pub async fn prepare_all(store: &Store) -> Result<Vec<(&'static str, &'static str, String)>> {
    let mut faults = Vec::new();
    match store.database() {
        Database::Sqlite(sqlite) => {
            let connection = crate::sqlite::connect(&sqlite.path, true)?;
            for statement in Statement::all() {
                if let Err(error) = connection.prepare(statement.in_dialect(Dialect::Sqlite)) {
                    faults.push((statement.name, statement.place, error.to_string()));
                }
            }
        }
        Database::Postgres(postgres) => {
            let client = postgres.alone().await?;
            for statement in Statement::all() {
                match client.prepare(statement.in_dialect(Dialect::Postgres)).await {
                    Ok(prepared) => {
                        faults.extend(crate::postgres::unreadable(&prepared).map(|fault| (statement.name, statement.place, fault)))
                    }
                    Err(error) => faults.push((statement.name, statement.place, told(&error))),
                }
            }
        }
    }
    Ok(faults)
}

/// What the server said, not only that it said something.
pub(crate) fn told(error: &tokio_postgres::Error) -> String {
    error.as_db_error().map_or_else(|| error.to_string(), |said| said.message().to_owned())
}
