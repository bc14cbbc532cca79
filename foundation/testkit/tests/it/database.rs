use store::global_statement;

global_statement!(NAMES = "select name from identity_communities order by name");

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
async fn a_database_used_before_comes_back_empty() {
    for turn in 0..3 {
        let Some((_, postgres)) = testkit::both().await else { return };
        let other = testkit::database_on(store::Dialect::Postgres).await;
        assert_ne!(postgres.place.database_url, other.place.database_url, "two at once are two");
        assert!(names(&postgres.store).await.is_empty(), "turn {turn}");
        postgres.community("Опора").await;
        assert!(names(&other.store).await.is_empty());
    }
}

#[test]
fn the_next_test_gets_the_same_database_without_rows() {
    if std::env::var("ARTEL_TEST_POSTGRES").is_err() {
        return;
    }
    let turn = || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let db = testkit::database_on(store::Dialect::Postgres).await;
            assert!(names(&db.store).await.is_empty());
            db.community("Опора").await;
        });
    };
    turn();
    turn();
}
