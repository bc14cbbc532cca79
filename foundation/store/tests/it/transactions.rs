use crate::deed;
use kernel::{CommunityId, Problem};
use std::time::Duration;
use store::{args, global_statement, statement};
use testkit::TestDatabase;

statement!(
    ADD_OWNER = "insert into identity_roles (community_id, member_id, role, scope_kind, scope_id, granted_at) values ($1, $2, 'owner', '', 0, 0)"
);
statement!(OWNERS = "select count(*) from identity_roles where community_id = $1 and role = 'owner'");
statement!(REMOVE_OWNER = "delete from identity_roles where community_id = $1 and member_id = $2 and role = 'owner'");
global_statement!(ALL_OWNERS = "select count(*) from identity_roles where role = 'owner' and $1 = 1");

async fn owners(db: &TestDatabase, community: CommunityId) -> i64 {
    db.store.read(&db.who(community)).await.unwrap().one(&OWNERS, &[]).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_check_and_then_write_one_wins() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let second = db.second().await;
    for round in 0..10 {
        let mut scope = db.store.write(&db.who(community)).await.unwrap();
        for member in [1, 2] {
            scope.run(&REMOVE_OWNER, args![member]).await.unwrap();
            scope.run(&ADD_OWNER, args![member]).await.unwrap();
        }
        scope.commit().await.unwrap();
        // Each owner takes away the other, but the last one may not go.
        let remove = |store: store::Store, who: store::Who, member: i64| async move {
            let mut scope = store.write(&who).await.unwrap();
            let left = scope.one::<i64>(&OWNERS, &[]).await.unwrap();
            tokio::time::sleep(Duration::from_millis(2)).await;
            if left < 2 {
                return false;
            }
            scope.run(&REMOVE_OWNER, args![member]).await.unwrap();
            scope.commit().await.unwrap();
            true
        };
        let one = tokio::spawn(remove(db.store.clone(), db.who(community), 1));
        let other = tokio::spawn(remove(second.clone(), db.who(community), 2));
        let (one, other) = (one.await.unwrap(), other.await.unwrap());
        assert!(one != other, "round {round}: one wins, not both and not none");
        assert_eq!(owners(&db, community).await, 1);
    }
}

#[tokio::test]
async fn what_is_not_committed_never_was() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    scope.run(&ADD_OWNER, args![1]).await.unwrap();
    assert_eq!(scope.deed(deed("a.b", 1)).await.unwrap(), 1);
    drop(scope);
    assert_eq!(owners(&db, community).await, 0);
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    assert_eq!((scope.deed(deed("a.b", 1)).await.unwrap(), scope.deal().unwrap()), (1, 1), "the place is free again");
    scope.run(&ADD_OWNER, args![1]).await.unwrap();
    scope.commit().await.unwrap();
    assert_eq!(owners(&db, community).await, 1);
}

#[tokio::test]
async fn after_a_failed_statement_nothing_can_be_committed() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    scope.run(&ADD_OWNER, args![1]).await.unwrap();
    scope.run(&ADD_OWNER, args![1]).await.unwrap_err();
    assert!(scope.run(&ADD_OWNER, args![2]).await.unwrap_err().to_string().contains("failed before"));
    assert!(scope.commit().await.unwrap_err().to_string().contains("failed before"));
    assert_eq!(owners(&db, community).await, 0);
}

#[tokio::test]
async fn a_reader_writes_nothing_and_deals_nothing() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let mut scope = db.store.read(&db.who(community)).await.unwrap();
    assert!(matches!(scope.deal(), Err(Problem::Internal(_))));
    assert!(scope.deed(deed("a.b", 1)).await.is_err());
    assert_eq!(scope.one::<i64>(&OWNERS, &[]).await.unwrap(), 0);
    assert!(scope.run(&ADD_OWNER, args![1]).await.is_err());
    drop(scope);
    assert_eq!(owners(&db, community).await, 0);
}

#[tokio::test]
async fn a_reader_sees_one_moment() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let mut reader = db.store.read(&db.who(community)).await.unwrap();
    assert_eq!(reader.one::<i64>(&OWNERS, &[]).await.unwrap(), 0);
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    scope.run(&ADD_OWNER, args![1]).await.unwrap();
    scope.commit().await.unwrap();
    assert_eq!(reader.one::<i64>(&OWNERS, &[]).await.unwrap(), 0);
    assert_eq!(owners(&db, community).await, 1);
}

#[tokio::test]
async fn statements_keep_to_their_side() {
    let db = testkit::database().await;
    let (community, other) = (db.community("Опора").await, db.community("Другая").await);
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    scope.run(&ADD_OWNER, args![1]).await.unwrap();
    let fault = scope.one::<i64>(&ALL_OWNERS, args![]).await.unwrap_err();
    assert!(fault.to_string().contains("outside communities"), "{fault}");
    assert_eq!(scope.global_one::<i64>(&ALL_OWNERS, args![1]).await.unwrap(), 1);
    scope.commit().await.unwrap();
    assert_eq!((owners(&db, community).await, owners(&db, other).await), (1, 0));
    let nowhere = db.store.write(&db.who(CommunityId(404))).await.err();
    assert!(matches!(nowhere, Some(Problem::NotFound)));
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelled_requests_leave_the_pool_usable() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    for turn in 0..120_u64 {
        let (store, who) = (db.store.clone(), db.who(community));
        let request = tokio::spawn(async move {
            let mut scope = if turn % 3 == 0 { store.read(&who).await.unwrap() } else { store.write(&who).await.unwrap() };
            scope.one::<i64>(&OWNERS, &[]).await.unwrap();
            if turn % 3 == 1 {
                scope.run(&ADD_OWNER, args![i64::try_from(turn).unwrap()]).await.unwrap();
                tokio::time::sleep(Duration::from_secs(60)).await;
                scope.commit().await.unwrap();
            }
        });
        tokio::time::sleep(Duration::from_micros(turn * 37 % 1_500)).await;
        request.abort();
    }
    for _ in 0..40 {
        assert_eq!(owners(&db, community).await, 0, "nothing of the cancelled stays");
        let mut scope = db.store.write(&db.who(community)).await.unwrap();
        scope.run(&ADD_OWNER, args![1]).await.unwrap();
        drop(scope);
    }
}
