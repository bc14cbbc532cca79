use store::{args, global_statement};

global_statement!(NAMES = "select name from identity_communities order by name");
global_statement!(DATABASES = "select count(*) from pg_database where cast(datname as text) = $1");

async fn names(store: &store::Store) -> Vec<String> {
    store.global_read().await.unwrap().all(&NAMES, &[]).await.unwrap()
}

#[tokio::test]
async fn each_test_has_a_database_of_its_own() {
    let (one, other) = (testkit::database().await, testkit::database().await);
    one.community("Опора").await;
    assert_eq!(names(&one.store).await, ["Опора"]);
    assert_eq!(names(&one.second().await).await, ["Опора"], "another node sees the same");
    assert!(names(&other.store).await.is_empty());
    assert_eq!(one.clock.now(), testkit::MORNING);
    let folder = one.place.data.clone();
    drop(one);
    assert!(!folder.exists(), "the folder goes with the test");
}

#[tokio::test]
async fn a_database_on_postgresql_goes_with_its_test() {
    let Some((_, postgres)) = testkit::both().await else { return };
    let name = postgres.place.database_url.clone().unwrap().rsplit('/').next().unwrap().to_owned();
    let other = testkit::database_on(store::Dialect::Postgres).await;
    let there = async || other.store.global_read().await.unwrap().one::<i64>(&DATABASES, args![&name]).await.unwrap();
    assert_eq!(there().await, 1);
    drop(postgres);
    assert_eq!(there().await, 0);
}
