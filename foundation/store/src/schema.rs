//! The schema as a database tells it: tables, columns, keys. One shape for both, so that a test can compare them.

use crate::{Database, Store, args, global_statement};
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

global_statement!(SQLITE_TABLES = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'refinery_schema_history' order by name");
global_statement!(SQLITE_COLUMNS = "select name, lower(type), \"notnull\", pk from pragma_table_info($1) order by cid");
global_statement!(SQLITE_INDEXES = "select l.name, group_concat(i.name, ', '), l.\"unique\" from pragma_index_list($1) l, pragma_index_info(l.name) i \
     where l.origin = 'c' group by l.name, l.\"unique\" order by l.name");
global_statement!(POSTGRES_TABLES = "select cast(table_name as text) from information_schema.tables \
     where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'refinery_schema_history' order by 1");
global_statement!(POSTGRES_COLUMNS = "select cast(column_name as text), cast(data_type as text), is_nullable = 'NO', \
     coalesce((select cast(k.ordinal_position as bigint) from information_schema.key_column_usage k \
       join information_schema.table_constraints c on c.constraint_name = k.constraint_name and c.table_schema = k.table_schema and c.table_name = k.table_name \
       where c.constraint_type = 'PRIMARY KEY' and k.table_schema = col.table_schema and k.table_name = col.table_name and k.column_name = col.column_name), 0) \
     from information_schema.columns col where table_schema = current_schema() and cast(table_name as text) = $1 order by ordinal_position");
global_statement!(POSTGRES_INDEXES = "select cast(c.relname as text), \
       cast((select string_agg(a.attname, ', ' order by k.place) from unnest(i.indkey) with ordinality k(number, place) \
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number) as text), i.indisunique \
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace \
     where n.nspname = current_schema() and cast(t.relname as text) = $1 and not i.indisprimary order by 1");

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
        let mut key: Vec<(i64, String)> = rows.iter().filter(|row| row.3 > 0).map(|row| (row.3, row.0.clone())).collect();
        key.sort();
        let columns = rows.into_iter().map(|(name, kind, set, _)| (name, kind_name(&kind), !set)).collect();
        let indexes = global.all::<(String, String, bool)>(indexes, args![&name]).await?;
        let key = key.into_iter().map(|(_, name)| name).collect();
        found.insert(name.clone(), Table { name, columns, key, indexes });
    }
    Ok(found)
}

fn kind_name(kind: &str) -> String {
    if matches!(kind, "blob" | "bytea") { "bytes".to_owned() } else { kind.to_owned() }
}
