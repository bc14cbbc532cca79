//! What SQLite is told of the sizes of tables. Without statistics it takes `community_id = ?` for selective, and reads
//! a whole community where an index by person or month is at hand. Measured statistics would differ from day to day,
//! and with them the plans; so every database is told the same: one large community.

use rusqlite::Connection;

/// Rows of every tenant table, as the planner shall believe.
const ROWS: i64 = 1_000_000;
/// Rows that share the first column after the community, and then each further one.
const SHARED: [i64; 4] = [200, 20, 5, 2];

/// Writes the statistics where they are not yet as they should be, and lets this connection know them.
/// Connections opened later read them at their start.
pub(crate) fn state(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("pragma analysis_limit = 1; analyze; begin immediate; delete from sqlite_stat1;")?;
    let mut indexes = connection.prepare(
        "select m.name, l.name, l.origin, l.\"unique\", (select count(*) from pragma_index_info(l.name)), \
           (select name from pragma_index_info(l.name) where seqno = 0) \
         from sqlite_master m, pragma_index_list(m.name) l where m.type = 'table' and m.name not like 'sqlite_%'",
    )?;
    let rows = indexes.query_map([], |row| {
        let (table, index, origin): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (unique, columns, first): (bool, i64, Option<String>) = (row.get(3)?, row.get(4)?, row.get(5)?);
        Ok((table, index, origin == "pk", unique, usize::try_from(columns).unwrap_or_default(), first))
    })?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut add = connection.prepare("insert into sqlite_stat1 (tbl, idx, stat) values (?1, ?2, ?3)")?;
    for (table, index, key, unique, columns, first) in rows {
        if first.as_deref() != Some("community_id") || columns < 2 {
            continue;
        }
        // The primary key of a table without rowids is called by the table's own name.
        let name = if key { &table } else { &index };
        add.execute((&table, name, shape(columns, key || unique)))?;
    }
    connection.execute_batch("commit; analyze sqlite_schema")
}

/// Whether a database has been told.
pub(crate) fn are_stated(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("select exists (select 1 from sqlite_master where name = 'sqlite_stat1')", [], |row| row.get(0))
}

/// `rows, rows per first column, rows per first two …`, as `sqlite_stat1` keeps it.
fn shape(columns: usize, unique: bool) -> String {
    let mut numbers = vec![ROWS, ROWS];
    for column in 1..columns {
        let last = column + 1 == columns;
        let shared = SHARED.get(column - 1).copied().unwrap_or(1);
        numbers.push(if last && unique { 1 } else { shared });
    }
    numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_by_person_is_taken_before_the_whole_community() {
        let connection = Connection::open_in_memory().expect("memory");
        let table = "create table ties (community_id bigint, a bigint, b bigint, n bigint, primary key (community_id, a, b)) without rowid;\n\
             create index ties_by_b on ties (community_id, b);\n";
        connection.execute_batch(table).expect("a table");
        let plan = |connection: &Connection| -> String {
            let text = "explain query plan select n from ties where community_id = 1 and b = 2 order by a";
            connection.query_row(text, [], |row| row.get(3)).expect("a plan")
        };
        state(&connection).expect("statistics");
        assert!(plan(&connection).contains("ties_by_b"), "{}", plan(&connection));
        assert_eq!(shape(2, true), "1000000 1000000 1");
        assert_eq!(shape(3, false), "1000000 1000000 200 20");
    }
}
