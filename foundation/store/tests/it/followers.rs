use crate::{Sender, Tally, deed, runner, tallied, write_deeds};
use std::sync::Arc;
use std::time::Duration;
use store::{Deed, deeds, followers};
use tokio::sync::watch;

#[tokio::test]
async fn a_projection_rebuilt_from_zero_equals_the_running_one() {
    let db = testkit::database().await;
    let (community, other) = (db.community("Опора").await, db.community("Другая").await);
    write_deeds(&db, other, &[deed("a.other", 1)]).await;
    let runner = runner(&db, db.store.clone(), vec![Arc::new(Tally)], Vec::new());
    for round in 0..4 {
        // More than one slice in the second round.
        let count = if round == 1 { followers::SLICE + 7 } else { 20 };
        let all: Vec<Deed<'_>> =
            (0..count).map(|object| deed(["a.asked", "a.answered", "a.joined"][object as usize % 3], object)).collect();
        write_deeds(&db, community, &all).await;
        runner.settle().await.unwrap();
    }
    let running = tallied(&db, community).await;
    assert_eq!(running.0.len() as i64, followers::SLICE + 67);
    assert_eq!(running.1.iter().map(|kind| kind.1).sum::<i64>(), followers::SLICE + 67);

    followers::reset(&db.store, &Tally, &db.who(community)).await.unwrap();
    assert_eq!(tallied(&db, community).await, (Vec::new(), Vec::new()));
    runner.catch_up(community).await.unwrap();
    assert_eq!(tallied(&db, community).await, running);
    assert_eq!(tallied(&db, other).await.1, [("a.other".to_owned(), 1)], "a neighbour is left alone");
}

#[tokio::test]
async fn an_effector_begins_at_the_head_and_is_silent_about_history() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let sender = Arc::new(Sender::default());
    let runner = runner(&db, db.store.clone(), vec![sender.clone()], Vec::new());
    write_deeds(&db, community, &[deed("a.past", 1), deed("a.past", 2)]).await;
    runner.settle().await.unwrap();
    assert_eq!(*sender.0.lock().unwrap(), [0_i64; 0], "the past is not its business");

    let imported = Deed { channel: deeds::IMPORTED, ..deed("a.told", 3) };
    write_deeds(&db, community, &[imported.clone(), deed("a.told", 4), imported]).await;
    runner.settle().await.unwrap();
    assert_eq!(*sender.0.lock().unwrap(), [4], "imported deeds send nothing");

    assert!(followers::reset(&db.store, sender.as_ref(), &db.who(community)).await.is_err(), "an effector is never replayed");
    runner.settle().await.unwrap();
    assert_eq!(*sender.0.lock().unwrap(), [4]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commit_wakes_the_followers_before_the_sweep() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let (stop, stopping) = watch::channel(false);
    let node = tokio::spawn(runner(&db, db.store.clone(), vec![Arc::new(Tally)], Vec::new()).run(stopping));
    tokio::time::sleep(Duration::from_millis(100)).await;
    for round in 1..=5 {
        write_deeds(&db, community, &[deed("a.b", round)]).await;
        let mut waited = 0;
        while tallied(&db, community).await.0.len() as i64 != round {
            waited += 1;
            assert!(waited < 100, "nobody woke the follower");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
    stop.send(true).unwrap();
    tokio::time::timeout(Duration::from_secs(5), node).await.unwrap().unwrap();
}
