use store::args;
use store::schema::{plans, prepare_all, tables};

#[tokio::test]
async fn every_statement_is_understood() {
    let db = testkit::database().await;
    assert_eq!(prepare_all(&db.store).await.unwrap(), []);
    assert!(store::Statement::all().count() > 30);
}

#[tokio::test]
async fn no_statement_of_the_store_reads_the_ledger_from_end_to_end() {
    let db = testkit::database().await;
    let large = ["deeds", "deed_parties", "jobs"];
    // The doctor looks at everything of one community, and the states of jobs are counted for an operator.
    let allowed = ["HEAD_BEHIND", "GAPS", "PARTY_ORPHANS", "STATES", "LETTERS", "LEFT_BEHIND", "LAPSE", "ALL_JOBS"];
    let scans = plans(&db.store, &large).await.unwrap();
    let faults: Vec<_> = scans.iter().filter(|scan| !allowed.contains(&scan.statement)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(scans.iter().any(|scan| scan.statement == "STATES" || scan.statement == "LETTERS"), "a scan would be seen: {scans:?}");
}

#[tokio::test]
async fn both_databases_have_the_same_schema() {
    let Some((sqlite, postgres)) = testkit::both().await else { return };
    let (left, right) = (tables(&sqlite.store).await.unwrap(), tables(&postgres.store).await.unwrap());
    assert!(left.len() > 20, "{}", left.len());
    for (name, table) in &left {
        assert_eq!(Some(table), right.get(name));
        assert!(!table.key.is_empty(), "{name} has no primary key");
    }
    assert_eq!(left.len(), right.len());
}

#[tokio::test]
async fn texts_are_sorted_byte_by_byte() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    for kind in ["ё", "b", "Я", "B", "а", "😀", "a b", "ab"] {
        scope.run(&crate::COUNT_KIND, args![kind]).await.unwrap();
    }
    let sorted: Vec<String> =
        scope.all::<(String, i64)>(&crate::KINDS, &[]).await.unwrap().into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(sorted, ["B", "a b", "ab", "b", "Я", "а", "ё", "😀"]);
}
