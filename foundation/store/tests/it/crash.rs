//! A process is killed in the middle of a job, as by `kill -9`, and another goes on where it was.

use crate::{deed, handler, runner};
use serde_json::json;
use std::process::{Command, Stdio};
use std::time::Duration;
use store::{Outcome, Place, Running, Store, Wish, Work, args, global_statement};
use testkit::TestDatabase;
use tokio::sync::watch;

const SLICES: i64 = 30;

global_statement!(LAPSED_NOW = "update jobs set lease_until = 0 where id = $1");

/// Thirty slices, each with its deed and its progress in one transaction; the last one ends the job.
async fn in_slices(job: &mut Running) -> kernel::Result<Outcome> {
    let done = job.progress.as_ref().map_or(0, |progress| progress["slices"].as_i64().unwrap());
    for slice in done + 1..=SLICES {
        let mut scope = job.store.write(&job.who()?).await?;
        scope.deed(deed("a.slice", slice)).await?;
        assert_eq!(job.heartbeat_in(&mut scope, &json!({"slices": slice})).await?, Wish::GoOn);
        if slice == SLICES {
            job.finish(&mut scope).await?;
        }
        scope.commit().await?;
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(Outcome::Done)
}

/// The process that will be killed. Runs only when the test below starts it.
#[tokio::test]
#[ignore = "the child of a_job_survives_the_death_of_its_process"]
async fn child() {
    let Ok(data) = std::env::var("ARTEL_TEST_CHILD_DATA") else { return };
    let place = Place { data: data.into(), database_url: std::env::var("ARTEL_TEST_CHILD_URL").ok() };
    let (clock, chance) = (kernel::Clock::held_at(testkit::MORNING), kernel::Chance::system());
    let handlers = vec![handler("a.slices", |job| Box::pin(in_slices(job)))];
    let store = Store::open(&place).await.unwrap();
    let runner = store::runner::Runner { store, clock, chance, followers: Vec::new(), handlers, schedules: Vec::new() };
    let (_keep, stopping) = watch::channel(false);
    runner.work_once(&stopping).await.unwrap();
}

async fn progress(db: &TestDatabase, id: i64) -> i64 {
    let job = db.store.global_read().await.unwrap().job(id).await.unwrap();
    job.progress.map_or(0, |progress| progress["slices"].as_i64().unwrap())
}

#[tokio::test]
async fn a_job_survives_the_death_of_its_process() {
    let db = testkit::database().await;
    let community = db.community("Опора").await;
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    let id = scope.enqueue(Work { kind: "a.slices", payload: json!({}), due: None, key: None }).await.unwrap();
    scope.commit().await.unwrap();

    for round in 1..=2 {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "crash::child", "--ignored"]).env("ARTEL_TEST_CHILD_DATA", &db.place.data).stdout(Stdio::null());
        if let Some(url) = &db.place.database_url {
            command.env("ARTEL_TEST_CHILD_URL", url);
        }
        let mut child = command.spawn().unwrap();
        while progress(&db, id).await < round * 8 {
            assert!(child.try_wait().unwrap().is_none(), "the child is still at work");
            tokio::time::sleep(Duration::from_millis(3)).await;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // Nobody may take the job before its lease is over.
        let early = runner(&db, db.store.clone(), Vec::new(), vec![handler("a.slices", |_| unreachable!("the lease holds"))]);
        early.settle().await.unwrap();
        let mut global = db.store.global().await.unwrap();
        global.run(&LAPSED_NOW, args![id]).await.unwrap();
        global.commit().await.unwrap();
    }
    let reached = progress(&db, id).await;
    assert!((16..SLICES).contains(&reached), "{reached}");
    runner(&db, db.store.clone(), Vec::new(), vec![handler("a.slices", |job| Box::pin(in_slices(job)))]).settle().await.unwrap();
    let job = db.store.global_read().await.unwrap().job(id).await.unwrap();
    assert_eq!((job.state.as_str(), job.attempt), ("done", 3));
    let deeds = db.store.read(&db.who(community)).await.unwrap().deeds_after(0, 100).await.unwrap();
    let slices: Vec<i64> = deeds.iter().map(|deed| deed.object).collect();
    assert_eq!(slices, (1..=SLICES).collect::<Vec<_>>(), "each slice once, in order");
}
