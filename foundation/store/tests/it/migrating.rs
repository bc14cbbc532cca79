use refinery::{Migration, Runner, Target};
use std::thread;
use store::{Dialect, Place, Store};

fn runner(dialect: Dialect) -> Runner {
    let unapplied = |(number, name, text): &(i32, &str, &str)| {
        Migration::unapplied(&format!("V{number}__{name}"), &dialect.render_migration(text)).unwrap()
    };
    Runner::new(&migrations::ALL.iter().map(unapplied).collect::<Vec<_>>())
}

#[tokio::test]
async fn sqlite_is_copied_before_its_schema_changes() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place { data: folder.path().to_owned(), database_url: None };
    let mut old = rusqlite::Connection::open(place.sqlite_path()).unwrap();
    runner(Dialect::Sqlite).set_target(Target::Version(1)).run(&mut old).unwrap();
    old.execute("insert into deed_heads (community_id, seq, next_id) values (7, 0, 1)", []).unwrap();
    drop(old);
    drop(Store::open(&place).await.unwrap());
    drop(Store::open(&place).await.unwrap());

    let copies: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let copies: Vec<_> = copies.iter().filter(|path| path.to_str().unwrap().contains("artel-before-")).collect();
    assert_eq!(copies.len(), 1, "once, and not for a schema that is right already: {copies:?}");
    let copy = rusqlite::Connection::open(copies[0]).unwrap();
    let community: i64 = copy.query_row("select community_id from deed_heads", [], |row| row.get(0)).unwrap();
    let later: i64 =
        copy.query_row("select count(*) from sqlite_master where name = 'talk_messages'", [], |row| row.get(0)).unwrap();
    assert_eq!((community, later), (7, 0));
    drop(copy);
    let now = rusqlite::Connection::open(place.sqlite_path()).unwrap();
    assert_eq!(now.query_row("select community_id from deed_heads", [], |row| row.get::<_, i64>(0)).unwrap(), 7);
}

fn opened_at_once(place: &Place) {
    let open = || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async { store::schema::tables(&Store::open(place).await.unwrap()).await.unwrap().len() })
    };
    thread::scope(|scope| {
        let openers: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
        for opener in openers {
            assert!(opener.join().unwrap() > 20);
        }
    });
}

#[test]
fn four_who_open_a_fresh_folder_at_once_migrate_it_once() {
    let folder = tempfile::tempdir().unwrap();
    opened_at_once(&Place { data: folder.path().to_owned(), database_url: None });
}

#[test]
fn four_who_open_an_empty_postgresql_at_once_migrate_it_once() {
    if std::env::var("ARTEL_TEST_POSTGRES").is_err() {
        return;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let db = runtime.block_on(async {
        let db = testkit::database_on(Dialect::Postgres).await;
        let (client, connection) =
            tokio_postgres::connect(db.place.database_url.as_ref().unwrap(), tokio_postgres::NoTls).await.unwrap();
        tokio::spawn(connection);
        client.batch_execute("drop schema public cascade; create schema public").await.unwrap();
        db
    });
    opened_at_once(&db.place);
}

#[tokio::test]
async fn a_database_of_a_newer_artel_is_refused() {
    let db = testkit::database_on(Dialect::Sqlite).await;
    let connection = rusqlite::Connection::open(db.place.sqlite_path()).unwrap();
    connection.execute("insert into refinery_schema_history (version, name, applied_on, checksum) select 999, 'later', applied_on, '1' from refinery_schema_history where version = 1", []).unwrap();
    let refused = Store::open(&db.place).await.err().expect("not opened").to_string();
    assert!(refused.contains("a newer Artel made this database (its schema is 999"), "{refused}");
    connection.execute("delete from refinery_schema_history where version = 999", []).unwrap();
    assert!(Store::open(&db.place).await.is_ok());
}
