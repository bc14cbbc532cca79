//! PostgreSQL for tests: migrated once into a template, copied for each test, dropped after it.

use kernel::{Chance, Clock, MICROS_PER_SECOND};
use sha2::{Digest, Sha256};
use std::fmt;
use store::{Dialect, Place, Store};
use tokio_postgres::{Client, NoTls};

/// One number among the server's advisory locks: whoever makes a template holds it.
const MAKING: i64 = 0x6172_7465_6c01;
/// After so long a test's database belongs to nobody any more.
const FORGOTTEN_SECONDS: i64 = 3_600;
/// Templates of other migrations are kept while somebody may still work with them.
const OLD_TEMPLATE_SECONDS: i64 = 86_400;
/// Databases swept away by one test, so that none waits long for others' leavings.
const SWEPT_AT_ONCE: usize = 4;

/// The address of one test's database, which goes when this is dropped.
pub struct TestUrl {
    server: String,
    name: String,
}

impl fmt::Display for TestUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&named(&self.server, &self.name))
    }
}

impl Drop for TestUrl {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // The runtime of the test may be stopping or blocked by this very drop, so the farewell has its own.
        let farewell = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a small runtime");
            runtime.block_on(async { drop_database(&connect(&server).await, &name).await });
        });
        if farewell.join().is_err() {
            eprintln!("the test database {} stays behind; a later run sweeps it away", self.name);
        }
    }
}

/// A fresh copy of the migrated template.
pub async fn fresh(server: &str) -> TestUrl {
    let client = connect(server).await;
    let template = match template(&client).await {
        Some(template) => template,
        None => make_template(server, &client).await,
    };
    sweep(&client).await;
    let name = format!("artel_test_{}_{}", seconds(), Chance::system().id());
    client.batch_execute(&format!("create database {name} template {template}")).await.expect("a copy of the template");
    TestUrl { server: server.to_owned(), name }
}

async fn connect(server: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(server, NoTls).await.expect("PostgreSQL answers");
    tokio::spawn(connection);
    client
}

/// The address with another database name; parameters stay.
fn named(server: &str, name: &str) -> String {
    let (address, parameters) = server.split_once('?').map_or((server, String::new()), |(address, rest)| (address, format!("?{rest}")));
    let authority = address.find("://").map_or(0, |at| at + 3);
    let end = address[authority..].find('/').map_or(address.len(), |at| authority + at);
    format!("{}/{name}{parameters}", &address[..end])
}

fn seconds() -> i64 {
    Clock::real() / MICROS_PER_SECOND
}

/// Names the migrations as PostgreSQL sees them: another text is another template.
fn prefix() -> String {
    let mut hash = Sha256::new();
    for (number, name, text) in migrations::ALL {
        hash.update(format!("{number} {name} {}", Dialect::Postgres.render_migration(text)));
    }
    let hash: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("artel_template_{hash}_")
}

async fn template(client: &Client) -> Option<String> {
    databases(client, &prefix()).await.into_iter().next()
}

async fn databases(client: &Client, prefix: &str) -> Vec<String> {
    let text = "select cast(datname as text) from pg_database where starts_with(cast(datname as text), $1) order by 1";
    let rows = client.query(text, &[&prefix]).await.expect("the list of databases");
    rows.iter().map(|row| row.get(0)).collect()
}

async fn make_template(server: &str, client: &Client) -> String {
    client.execute("select pg_advisory_lock($1)", &[&MAKING]).await.expect("the lock of the template");
    let made = match template(client).await {
        Some(template) => template,
        None => migrate_one(server, client).await,
    };
    client.execute("select pg_advisory_unlock($1)", &[&MAKING]).await.expect("the lock is given back");
    made
}

/// Migrates under another name first: a template that was begun and not finished must never be copied.
async fn migrate_one(server: &str, client: &Client) -> String {
    let making = format!("artel_test_{}_{}", seconds(), Chance::system().id());
    client.batch_execute(&format!("create database {making}")).await.expect("a new database");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place { data: folder.path().to_owned(), database_url: Some(named(server, &making)) };
    drop(Store::open(&place).await.expect("the template is migrated"));
    let end = "select count(pg_terminate_backend(pid)) from pg_stat_activity where cast(datname as text) = $1";
    let made = format!("{}{}", prefix(), seconds());
    for _ in 0..100 {
        client.execute(end, &[&making]).await.expect("nobody is in the template");
        if client.batch_execute(&format!("alter database {making} rename to {made}")).await.is_ok() {
            return made;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("somebody will not leave the template {making}");
}

/// Drops what runs that were cut off left behind, a few at a time.
async fn sweep(client: &Client) {
    let ours = prefix();
    let old = |name: &String, prefix: &str, after: i64| {
        let made = name.strip_prefix(prefix).and_then(|rest| rest.split('_').find_map(|part| part.parse::<i64>().ok()));
        made.is_some_and(|made| made < seconds() - after)
    };
    let mut leavings: Vec<String> = databases(client, "artel_test_").await;
    leavings.retain(|name| old(name, "artel_test_", FORGOTTEN_SECONDS));
    for name in databases(client, "artel_template_").await {
        let made = name.rsplit('_').next().and_then(|part| part.parse::<i64>().ok());
        if !name.starts_with(&ours) && made.is_some_and(|made| made < seconds() - OLD_TEMPLATE_SECONDS) {
            leavings.push(name);
        }
    }
    for name in leavings.into_iter().take(SWEPT_AT_ONCE) {
        drop_database(client, &name).await;
    }
}

async fn drop_database(client: &Client, name: &str) {
    if let Err(error) = client.batch_execute(&format!("drop database if exists {name} with (force)")).await {
        eprintln!("the test database {name} could not be dropped: {error}");
    }
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
