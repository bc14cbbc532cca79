use crate::{handler, runner};
use kernel::{CommunityId, MICROS_PER_SECOND, Problem};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use store::jobs::{ATTEMPTS, JobRow};
use store::{Outcome, Schedule, Wish, Work, args, global_statement};
use testkit::TestDatabase;
use tokio::sync::watch;

global_statement!(LAPSE = "update jobs set lease_until = 0 where id = $1");
global_statement!(ALL_JOBS = "select kind, state from jobs where created_at > $1 order by kind, state");

fn work(kind: &str) -> Work<'_> {
    Work { kind, payload: json!({"n": 1}), due: None, key: None }
}

async fn enqueue(db: &TestDatabase, community: CommunityId, work: Work<'_>) -> i64 {
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    let id = scope.enqueue(work).await.unwrap();
    scope.commit().await.unwrap();
    id
}

async fn job(db: &TestDatabase, id: i64) -> JobRow {
    db.store.global_read().await.unwrap().job(id).await.unwrap()
}

fn go_on() -> watch::Receiver<bool> {
    let (keep, stopping) = watch::channel(false);
    // A closed channel means the end of the house, so it stays open.
    std::mem::forget(keep);
    stopping
}

#[tokio::test]
async fn a_failing_job_waits_longer_each_time_and_ends_with_the_dead_letters() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let failing = handler("a.fails", |_| Box::pin(async { Err(Problem::Internal(anyhow::anyhow!("no luck"))) }));
    let runner = runner(&db, db.store.clone(), Vec::new(), vec![failing]);
    let id = enqueue(&db, community, Work { key: Some("only"), ..work("a.fails") }).await;
    let mut waits = Vec::new();
    for attempt in 1..=ATTEMPTS {
        assert!(runner.work_once(&go_on()).await.unwrap(), "attempt {attempt}");
        assert!(!runner.work_once(&go_on()).await.unwrap(), "not before its time");
        let wait = due(&db, id).await - db.clock.now();
        db.clock.pass(wait);
        waits.push(wait / MICROS_PER_SECOND);
    }
    let dead = job(&db, id).await;
    assert_eq!((dead.state.as_str(), dead.attempt, dead.error.as_deref()), ("dead", ATTEMPTS, Some("no luck")));
    assert!(waits[..7].windows(2).all(|pair| pair[0] < pair[1]) && (10..=12).contains(&waits[0]), "{waits:?}");
    assert_ne!(enqueue(&db, community, Work { key: Some("only"), ..work("a.fails") }).await, id, "the key of the dead is free");
}

global_statement!(DUE = "select due_at from jobs where id = $1");

async fn due(db: &TestDatabase, id: i64) -> i64 {
    db.store.global_read().await.unwrap().one(&DUE, args![id]).await.unwrap()
}

#[tokio::test]
async fn a_panic_is_a_failure_like_any_other() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let panics = handler("a.panics", |_| Box::pin(async { panic!("out of the blue") }));
    let fine = handler("a.fine", |_| Box::pin(async { Ok(Outcome::Done) }));
    let runner = runner(&db, db.store.clone(), Vec::new(), vec![panics, fine]);
    let (bad, good) = (enqueue(&db, community, work("a.panics")).await, enqueue(&db, community, work("a.fine")).await);
    runner.settle().await.unwrap();
    let row = job(&db, bad).await;
    assert_eq!((row.state.as_str(), row.error.as_deref()), ("waiting", Some("panicked: out of the blue")));
    assert_eq!(job(&db, good).await.state, "done");
}

#[tokio::test]
async fn a_worker_that_lost_its_lease_changes_nothing() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let (tries, store) = (Arc::new(AtomicUsize::new(0)), db.store.clone());
    let counted = tries.clone();
    let slow = handler("a.slow", move |job| {
        let (tries, store) = (counted.clone(), store.clone());
        Box::pin(async move {
            if tries.fetch_add(1, Ordering::SeqCst) == 0 {
                // This worker falls silent; another takes the job and ends it.
                let mut global = store.global().await?;
                global.run(&LAPSE, args![job.id]).await?;
                global.commit().await?;
                let other = Arc::new(store::runner::Runner {
                    store: store.clone(),
                    clock: job.clock.clone(),
                    chance: job.chance.clone(),
                    followers: Vec::new(),
                    handlers: vec![handler("a.slow", |job| {
                        Box::pin(async move {
                            let mut scope = job.store.write(&job.who()?).await?;
                            scope.deed(crate::deed("a.done", job.attempt)).await?;
                            job.finish(&mut scope).await?;
                            scope.commit().await?;
                            Ok(Outcome::Done)
                        })
                    })],
                    schedules: Vec::new(),
                });
                assert!(other.work_once(&go_on()).await?);
            }
            assert!(job.heartbeat(&json!({})).await.is_err());
            let mut scope = job.store.write(&job.who()?).await?;
            scope.deed(crate::deed("a.done", job.attempt)).await?;
            job.finish(&mut scope).await?;
            scope.commit().await?;
            Ok(Outcome::Done)
        })
    });
    let id = enqueue(&db, community, work("a.slow")).await;
    runner(&db, db.store.clone(), Vec::new(), vec![slow]).work_once(&go_on()).await.unwrap();
    assert_eq!((job(&db, id).await.state.as_str(), tries.load(Ordering::SeqCst)), ("done", 1));
    let deeds = db.store.read(&db.who(community)).await.unwrap().deeds_after(0, 10).await.unwrap();
    assert_eq!(deeds.iter().map(|deed| deed.object).collect::<Vec<_>>(), [2], "only the second worker's effect stays");
}

#[tokio::test]
async fn a_job_that_takes_its_workers_along_is_buried_at_last() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let id = enqueue(&db, community, work("a.kills")).await;
    for attempt in 1..=ATTEMPTS + 2 {
        // A worker that is cut off in the middle, as a killed process is.
        let begun = Arc::new(tokio::sync::Notify::new());
        let telling = begun.clone();
        let silent = handler("a.kills", move |_| {
            telling.notify_one();
            Box::pin(std::future::pending())
        });
        let runner = runner(&db, db.store.clone(), Vec::new(), vec![silent]);
        let stopping = go_on();
        let taken = tokio::select! {
            taken = runner.work_once(&stopping) => taken.unwrap(),
            () = begun.notified() => true,
        };
        assert_eq!(taken, attempt <= ATTEMPTS, "attempt {attempt}");
        let mut global = db.store.global().await.unwrap();
        global.run(&LAPSE, args![id]).await.unwrap();
        global.commit().await.unwrap();
    }
    assert_eq!((job(&db, id).await.state.as_str(), job(&db, id).await.attempt), ("dead", ATTEMPTS));
}

#[tokio::test]
async fn one_job_for_each_key_until_it_is_done() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let fine = handler("a.fine", |_| Box::pin(async { Ok(Outcome::Done) }));
    let runner = runner(&db, db.store.clone(), Vec::new(), vec![fine]);
    let keyed = Work { key: Some("k"), ..work("a.fine") };
    let first = enqueue(&db, community, keyed.clone()).await;
    assert_eq!(enqueue(&db, community, keyed.clone()).await, first, "the one that waits is meant");
    assert_ne!(enqueue(&db, community, Work { key: Some("other"), ..work("a.fine") }).await, first);
    runner.settle().await.unwrap();
    assert_ne!(enqueue(&db, community, keyed).await, first);
    let later = enqueue(&db, community, Work { due: Some(db.clock.now() + 60 * MICROS_PER_SECOND), ..work("a.fine") }).await;
    runner.settle().await.unwrap();
    assert_eq!(job(&db, later).await.state, "waiting");
    db.clock.pass(61 * MICROS_PER_SECOND);
    runner.settle().await.unwrap();
    assert_eq!(job(&db, later).await.state, "done");
}

#[tokio::test]
async fn jobs_are_cancelled_paused_and_resumed_by_people() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let store = db.store.clone();
    let who = db.who(community);
    // The handler asks itself to pause at the first try and to end at the second: as a person would meanwhile.
    let willing = handler("a.long", move |job| {
        let (store, who) = (store.clone(), who.clone());
        Box::pin(async move {
            let mut scope = store.write(&who).await?;
            match job.progress {
                None => scope.pause_job(job.id).await?,
                Some(_) => scope.cancel_job(job.id).await?,
            }
            scope.commit().await?;
            match job.heartbeat(&json!({"done": 1})).await? {
                Wish::Pause => Ok(Outcome::Stopped),
                Wish::Cancel => Ok(Outcome::Cancelled),
                wish => panic!("{wish:?}"),
            }
        })
    });
    let runner = runner(&db, db.store.clone(), Vec::new(), vec![willing]);
    let id = enqueue(&db, community, work("a.long")).await;
    runner.settle().await.unwrap();
    assert_eq!((job(&db, id).await.state.as_str(), job(&db, id).await.progress), ("paused", Some(json!({"done": 1}))));
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    scope.resume_job(id).await.unwrap();
    scope.commit().await.unwrap();
    runner.settle().await.unwrap();
    assert_eq!(job(&db, id).await.state, "cancelled");

    let waiting = enqueue(&db, community, Work { due: Some(i64::MAX), ..work("a.long") }).await;
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    scope.pause_job(waiting).await.unwrap();
    assert_eq!(scope.job(waiting).await.unwrap().state, "paused");
    scope.cancel_job(waiting).await.unwrap();
    assert_eq!(scope.job(waiting).await.unwrap().state, "cancelled");
    scope.commit().await.unwrap();
}

#[tokio::test]
async fn a_wish_that_comes_while_a_job_fails_is_not_lost() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let (store, who) = (db.store.clone(), db.who(community));
    let failing = handler("a.fails", move |job| {
        let (store, who) = (store.clone(), who.clone());
        Box::pin(async move {
            if job.attempt == 1 {
                let mut scope = store.write(&who).await?;
                scope.cancel_job(job.id).await?;
                scope.commit().await?;
                return Err(Problem::Internal(anyhow::anyhow!("no luck")));
            }
            assert_eq!(job.heartbeat(&json!({})).await?, Wish::Cancel);
            Ok(Outcome::Stopped)
        })
    });
    let id = enqueue(&db, community, work("a.fails")).await;
    runner(&db, db.store.clone(), Vec::new(), vec![failing]).settle().await.unwrap();
    assert_eq!(job(&db, id).await.state, "cancelled");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopping_house_hands_its_jobs_back() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let begun = Arc::new(tokio::sync::Notify::new());
    let telling = begun.clone();
    let patient = handler("a.long", move |job| {
        let begun = telling.clone();
        Box::pin(async move {
            loop {
                begun.notify_one();
                if job.heartbeat(&json!({"step": 1})).await? == Wish::Stop {
                    return Ok(Outcome::Stopped);
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        })
    });
    let id = enqueue(&db, community, work("a.long")).await;
    let (stop, stopping) = watch::channel(false);
    let node = tokio::spawn(runner(&db, db.store.clone(), Vec::new(), vec![patient]).run(stopping));
    begun.notified().await;
    stop.send(true).unwrap();
    tokio::time::timeout(Duration::from_secs(5), node).await.unwrap().unwrap();
    let row = job(&db, id).await;
    assert_eq!((row.state.as_str(), row.attempt, row.progress), ("waiting", 0, Some(json!({"step": 1}))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_ticks_once_however_many_nodes_ask() {
    let db = testkit::database().await;
    db.community("Опора").await;
    let nodes = [db.store.clone(), db.second().await, db.second().await];
    let schedule = Schedule { name: "a.daily", cron: "30 9 * * *", kind: "a.daily" };
    let mut ticks = 0;
    for _ in 0..4 * 48 {
        let ask = |store: store::Store| {
            let (now, chance) = (db.clock.now(), db.chance.clone());
            tokio::spawn(async move { schedule.tick(&store, now, &chance).await.unwrap() })
        };
        for answer in nodes.clone().map(ask) {
            ticks += usize::from(answer.await.unwrap());
        }
        db.clock.pass(15 * 60 * MICROS_PER_SECOND);
    }
    assert_eq!(ticks, 2, "two days, two mornings");
    let jobs = db.store.global_read().await.unwrap().all::<(String, String)>(&ALL_JOBS, args![0]).await.unwrap();
    assert_eq!(jobs, [("a.daily".to_owned(), "waiting".to_owned())], "the second day's waits in the first's place");
}
