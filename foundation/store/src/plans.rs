//! How each statement would be carried out: a test asks that none reads a large table from end to end.

use crate::schema::told;
use crate::{Database, Dialect, Statement, Store};
use anyhow::Context;
use kernel::Result;
use serde_json::Value as Json;

/// A statement that reads the whole of a large table, or cannot be explained.
#[derive(Clone, Debug)]
pub struct Scan {
    pub statement: &'static str,
    pub place: &'static str,
    /// The step of the plan.
    pub step: String,
}

/// Statements that would read one of the `large` tables without an index, or an index of theirs from end to end.
/// The tables may be empty: the plans are those for any values.
/// It is for databases of tests: PostgreSQL is made to forget that it ever counted the rows of a table, which it does
/// at times of its own choosing, because every index of a table known to be empty costs it the same.
pub async fn scans(store: &Store, large: &[&str]) -> Result<Vec<Scan>> {
    let mut found = Vec::new();
    match store.database() {
        Database::Sqlite(sqlite) => {
            let connection = crate::sqlite::connect(&sqlite.path, true)?;
            for statement in Statement::all() {
                let steps = sqlite_steps(&connection, statement.in_dialect(Dialect::Sqlite));
                let steps = steps.with_context(|| format!("{} ({})", statement.name, statement.place))?;
                found.extend(
                    steps.into_iter().filter(|step| scans_large(step, statement.text, large)).map(|step| scan(statement, step)),
                );
            }
        }
        Database::Postgres(postgres) => {
            let client = postgres.alone().await?;
            client
                .batch_execute(
                    "analyze; update pg_class set reltuples = -1, relpages = 0 where relnamespace = current_schema()::regnamespace;
                     set enable_seqscan = off; set plan_cache_mode = force_generic_plan",
                )
                .await
                .map_err(anyhow::Error::from)?;
            for statement in Statement::all() {
                match postgres_plan(&client, statement.in_dialect(Dialect::Postgres)).await {
                    Ok(plan) => gather(&plan, large, &mut |step| found.push(scan(statement, step))),
                    Err(error) => found.push(scan(statement, error)),
                }
            }
        }
    }
    Ok(found)
}

fn scan(statement: &Statement, step: String) -> Scan {
    Scan { statement: statement.name, place: statement.place, step }
}

fn sqlite_steps(connection: &rusqlite::Connection, text: &str) -> rusqlite::Result<Vec<String>> {
    let mut explained = connection.prepare(&format!("explain query plan {text}"))?;
    let mut rows = explained.raw_query();
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        steps.push(row.get(3)?);
    }
    Ok(steps)
}

/// SQLite names a table by its alias: `SCAN m USING INDEX …`.
fn scans_large(step: &str, text: &str, large: &[&str]) -> bool {
    let Some(named) = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next()) else { return false };
    large.iter().any(|table| *table == named || aliases(text, table).any(|alias| alias == named))
}

fn aliases<'t>(text: &'t str, table: &'t str) -> impl Iterator<Item = &'t str> {
    let words: Vec<&str> =
        text.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).filter(|word| !word.is_empty()).collect();
    let found: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| **word == table)
        .filter_map(|(at, _)| match words.get(at + 1) {
            Some(&"as") => words.get(at + 2).copied(),
            next => next.copied(),
        })
        .collect();
    found.into_iter()
}

async fn postgres_plan(client: &tokio_postgres::Client, text: &str) -> Result<Json, String> {
    let prepared = client.prepare(text).await.map_err(|error| told(&error))?;
    let nulls = vec!["null"; prepared.params().len()].join(", ");
    let arguments = if nulls.is_empty() { String::new() } else { format!("({nulls})") };
    let explain =
        format!("prepare artel_plan as {text}; explain (format json) execute artel_plan{arguments}; deallocate artel_plan");
    let said = client.simple_query(&explain).await.map_err(|error| told(&error))?;
    let plan = said.iter().find_map(|message| match message {
        tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0),
        _ => None,
    });
    serde_json::from_str(plan.unwrap_or_default()).map_err(|error| error.to_string())
}

fn gather(plan: &Json, large: &[&str], found: &mut dyn FnMut(String)) {
    match plan {
        Json::Array(parts) => parts.iter().for_each(|part| gather(part, large, found)),
        Json::Object(fields) => {
            let field = |name: &str| fields.get(name).and_then(Json::as_str).unwrap_or_default();
            let (kind, table) = (field("Node Type"), field("Relation Name"));
            // Without a condition an index is read from end to end, which is the same in disguise.
            let whole = matches!(kind, "Index Scan" | "Index Only Scan") && !fields.contains_key("Index Cond");
            if large.contains(&table) && (whole || kind == "Seq Scan") {
                found(format!("{kind} on {table} {}", field("Index Name")));
            }
            fields.values().for_each(|part| gather(part, large, found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_is_known_by_the_alias_too() {
        let text = "select m.id from talk_messages as m join deeds d on d.seq = m.id";
        assert!(scans_large("SCAN m USING INDEX x", text, &["talk_messages"]));
        assert!(scans_large("SCAN d", text, &["deeds"]));
        assert!(!scans_large("SEARCH m USING INDEX x (community_id=?)", text, &["talk_messages"]));
        assert!(!scans_large("SCAN d", text, &["talk_messages"]));
    }
}
