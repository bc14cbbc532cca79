use kernel::IdentityId;
use store::{List, args, statement};

statement!(
    ADD_TIE = "insert into people_ties (community_id, identity_id, other_id, audience_id, given, received, last_at) \
     values ($1, $2, $3, 0, $4, 0, 0)"
);
statement!(GIVEN = "select given from people_ties where community_id = $1 and identity_id = $2");
statement!(AMONG = "select count(*) from people_ties where community_id = $1 and identity_id {any $2}");
statement!(POINTS = "select value from people_facets where community_id = $1 and point {any $2} order by point");
statement!(ADD_POINT = "insert into people_facets (community_id, point, folded, value, members) values ($1, $2, '', $3, 0)");
statement!(
    ADD_LINK = "insert into people_links (community_id, id, kind, token_hash, member_id, created_at, expires_at) values ($1, $2, 'chat', $3, $4, 0, 0)"
);
statement!(LINK = "select token_hash, member_id from people_links where community_id = $1 and id = $2");

#[tokio::test]
async fn values_come_back_as_they_went() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    for (who, number) in [(1, i64::MIN), (2, i64::MAX), (3, 0), (4, -1)] {
        scope.run(&ADD_TIE, args![who, 9, number]).await.unwrap();
        assert_eq!(scope.one::<i64>(&GIVEN, args![IdentityId(who)]).await.unwrap(), number);
    }
    for (point, value, kept) in [
        ("a", "ноль\0внутри", "ноль внутри"),
        ("b", "👩‍👩‍👧 😀", "👩‍👩‍👧 😀"),
        ("c", "", ""),
        ("d", "'; drop table deeds; --", "'; drop table deeds; --"),
    ] {
        scope.run(&ADD_POINT, args![point, value]).await.unwrap();
        let found = scope.all::<String>(&POINTS, args![List::Text(vec![point.to_owned(), "z\0".to_owned()])]).await.unwrap();
        assert_eq!(found, [kept.replace("ноль внутри", "нольвнутри")]);
    }
    for (id, bytes, member) in [(1, vec![0, 255, 0], Some(7)), (2, Vec::new(), None)] {
        scope.run(&ADD_LINK, args![id, bytes.clone(), member]).await.unwrap();
        assert_eq!(scope.one::<(Vec<u8>, Option<i64>)>(&LINK, args![id]).await.unwrap(), (bytes, member));
    }
    scope.commit().await.unwrap();
}

#[tokio::test]
async fn lists_may_be_empty_or_long() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    let rows = (0..10_000).map(|who| args![who, 1, 1].to_vec()).collect();
    assert_eq!(scope.run_many(&ADD_TIE, rows).await.unwrap(), 10_000);
    for (list, found) in [(Vec::new(), 0), ((0..10_000).collect(), 10_000), (vec![i64::MIN, 5, 5, i64::MAX], 1)] {
        assert_eq!(scope.one::<i64>(&AMONG, args![List::I64(list)]).await.unwrap(), found);
    }
    assert_eq!(scope.all::<String>(&POINTS, args![List::Text(Vec::new())]).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn a_value_of_another_kind_is_refused_and_not_read_as_something_else() {
    let Some((_, postgres)) = testkit::both().await else { return };
    let community = postgres.community("Опора").await;
    for wrong in
        [store::Value::from("12345678"), store::Value::from(1.5), store::Value::from(vec![0_u8; 8]), store::Value::from(true)]
    {
        let mut scope = postgres.store.write(&postgres.who(community)).await.unwrap();
        let fault = scope.run(&ADD_TIE, &[wrong, 2.into(), 3.into()]).await.unwrap_err();
        assert!(format!("{fault:#}").contains("ADD_TIE"), "{fault}");
    }
}
