use crate::{Tally, deed, runner, tallied};
use kernel::Chance;
use std::sync::Arc;
use std::time::Duration;
use testkit::TestDatabase;
use tokio::sync::watch;
use tokio::task::JoinSet;

const WRITERS: i64 = 16;
const TURNS: i64 = 12;

/// Sixteen writers, deeds of two communities mixed, one deed or three a turn; some change their mind.
async fn write_at_once(db: &TestDatabase, communities: [kernel::CommunityId; 2]) -> i64 {
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let (store, whos) = (db.store.clone(), communities.map(|community| db.who(community)));
        writers.spawn(async move {
            let mut written = 0;
            for turn in 0..TURNS {
                let mut scope = store.write(&whos[(writer % 2) as usize]).await.unwrap();
                let deeds: Vec<_> = (0..1 + turn % 3).map(|part| deed("a.b", writer * 1_000 + turn * 10 + part)).collect();
                scope.deeds(&deeds).await.unwrap();
                if turn % 5 == 4 {
                    drop(scope);
                    continue;
                }
                scope.commit().await.unwrap();
                written += deeds.len() as i64;
            }
            written
        });
    }
    writers.join_all().await.into_iter().sum()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixteen_writers_and_followers_restarted_at_random() {
    let db = testkit::database().await;
    let communities = [db.community("Одна").await, db.community("Другая").await];
    let second = db.second().await;
    let (stop, restarts) = (watch::channel(false), Chance::seeded(16));
    // Two nodes follow; each is cut off in the middle of whatever it does, again and again.
    let mut nodes = JoinSet::new();
    for store in [db.store.clone(), second] {
        let (mut over, chance, runner) = (stop.1.clone(), restarts.clone(), runner(&db, store, vec![Arc::new(Tally)], Vec::new()));
        nodes.spawn(async move {
            while !*over.borrow() {
                let (_keep, stopping) = watch::channel(false);
                let node = tokio::spawn(runner.clone().run(stopping));
                let pause = Duration::from_millis(5 + chance.below(40));
                tokio::select! { () = tokio::time::sleep(pause) => {}, _ = over.changed() => {} }
                node.abort();
                assert!(node.await.is_err_and(|error| error.is_cancelled()));
            }
        });
    }
    let written = write_at_once(&db, communities).await;
    stop.0.send(true).unwrap();
    nodes.join_all().await;
    runner(&db, db.store.clone(), vec![Arc::new(Tally)], Vec::new()).settle().await.unwrap();

    let mut met = 0;
    for community in communities {
        let (seen, _) = tallied(&db, community).await;
        let dense: Vec<(i64, i64)> = (1..=seen.len() as i64).map(|place| (place, place)).collect();
        assert_eq!(seen, dense, "places are dense, none is skipped, none is out of order");
        met += seen.len() as i64;
    }
    assert_eq!(met, written);
    let findings = store::doctor::examine(&db.store, &[], &db.clock, &db.chance).await.unwrap();
    assert!(findings.iter().all(|finding| finding.faults == 0), "{findings:?}");
}
