//! PostgreSQL for tests. Making a database takes half a second, emptying one a few milliseconds: so databases are kept
//! between tests in numbered places, and whoever holds a place's lock has its database for itself.

use sha2::{Digest, Sha256};
use store::Dialect;
use tokio_postgres::{Client, NoTls};

/// Tests at once on one server.
const PLACES: i32 = 128;

/// The address of a database without rows, for this test alone until its runtime ends.
pub async fn fresh(server: &str) -> String {
    let client = connect(server).await;
    let kind = kind();
    for place in 0..PLACES {
        if !taken(&client, kind, place).await {
            continue;
        }
        let name = name(kind, place);
        if !exists(&client, &name).await {
            sweep(&client, kind).await;
            client.batch_execute(&format!("create database {name}")).await.expect("a new database");
        }
        empty(&client, server, &name).await;
        hold(client);
        return named(server, &name);
    }
    panic!("{PLACES} tests are at work on this PostgreSQL already");
}

/// The lock lives as long as its connection, and that as long as the runtime of the test: tasks that a test
/// leaves behind end with it too, so none can write into the next one's database.
fn hold(client: Client) {
    tokio::spawn(async move {
        std::future::pending::<()>().await;
        drop(client);
    });
}

pub async fn connect(server: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(server, NoTls).await.expect("PostgreSQL answers");
    tokio::spawn(connection);
    client
}

/// Names the migrations as PostgreSQL sees them: other texts are other databases.
fn kind() -> i32 {
    let mut hash = Sha256::new();
    for (number, name, text) in migrations::ALL {
        hash.update(format!("{number} {name} {}", Dialect::Postgres.render_migration(text)));
    }
    let hash = hash.finalize();
    i32::from_be_bytes([hash[0] & 0x7f, hash[1], hash[2], hash[3]])
}

fn name(kind: i32, place: i32) -> String {
    format!("artel_test_{kind}_{place}")
}

async fn taken(client: &Client, kind: i32, place: i32) -> bool {
    let row = client.query_one("select pg_try_advisory_lock($1, $2)", &[&kind, &place]).await.expect("a lock");
    row.get(0)
}

async fn exists(client: &Client, name: &str) -> bool {
    let found = client.query_opt("select 1 from pg_database where cast(datname as text) = $1", &[&name]).await;
    found.expect("the list of databases").is_some()
}

/// Sees the last test's connections out and takes its rows away. The schema is left to the store's own migrations.
async fn empty(client: &Client, server: &str, name: &str) {
    let end = "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where cast(datname as text) = $1";
    client.execute(end, &[&name]).await.expect("the last test leaves");
    let inside = connect(&named(server, name)).await;
    let touched = "select cast(relname as text) from pg_class where relkind = 'r' and cast(relnamespace as regnamespace) = cast('public' as regnamespace) \
         and relname <> 'refinery_schema_history' and pg_relation_size(oid) > 0";
    let tables: Vec<String> = inside.query(touched, &[]).await.expect("the tables").iter().map(|row| row.get(0)).collect();
    if !tables.is_empty() {
        inside.batch_execute(&format!("truncate {}; {FORGET}", tables.join(", "))).await.expect("the rows go");
    }
}

/// What the server learned of rows outlives them, and whom the last test founded is not whom this one founds.
const FORGET: &str = "delete from pg_statistic s using pg_class c where c.oid = s.starelid and c.relnamespace = cast(cast('public' as regnamespace) as oid)";

/// Drops the databases of other migrations that nobody holds.
async fn sweep(client: &Client, kind: i32) {
    let rows = client
        .query("select cast(datname as text) from pg_database where starts_with(cast(datname as text), 'artel_test_')", &[])
        .await;
    for row in rows.expect("the list of databases") {
        let found: String = row.get(0);
        let numbers: Vec<i32> = found.split('_').filter_map(|part| part.parse().ok()).collect();
        let [theirs, place] = numbers[..] else { continue };
        if theirs == kind || !taken(client, theirs, place).await {
            continue;
        }
        if let Err(error) = client.batch_execute(&format!("drop database {found} with (force)")).await {
            eprintln!("the database {found} of older tests stays behind: {error}");
        }
        client.execute("select pg_advisory_unlock($1, $2)", &[&theirs, &place]).await.expect("the lock is given back");
    }
}

/// The address with another database name; parameters stay.
fn named(server: &str, name: &str) -> String {
    let (address, parameters) =
        server.split_once('?').map_or((server, String::new()), |(address, rest)| (address, format!("?{rest}")));
    let authority = address.find("://").map_or(0, |at| at + 3);
    let end = address[authority..].find('/').map_or(address.len(), |at| authority + at);
    format!("{}/{name}{parameters}", &address[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_database_of_the_same_server() {
        assert_eq!(named("postgres://u@h:5/postgres", "x"), "postgres://u@h:5/x");
        assert_eq!(named("postgres://u@h:5", "x"), "postgres://u@h:5/x");
        assert_eq!(named("postgres://h/postgres?sslmode=disable", "x"), "postgres://h/x?sslmode=disable");
    }
}
