use crate::workshop::{Workshop, count};
use chat_import::progress::Progress;
use chat_import::run::State;
use chat_import::{opening, taking_back};
use kernel::Problem;
use store::{args, statement};
use tokio::sync::watch;

statement!(MESSAGES = "select count(*) from talk_messages where community_id = $1 and kind = 'message'");
statement!(THREADS = "select count(*), cast(coalesce(sum(replies), 0) as bigint) from talk_threads where community_id = $1");
statement!(
    DEEDS = "select kind, count(*) from deeds where community_id = $1 and kind <> 'import.opened' group by kind order by kind"
);
statement!(PEOPLE = "select count(*) from identity_members where community_id = $1 and state = 'imported'");
statement!(MONTHS = "select cast(sum(messages) as bigint) from talk_months where community_id = $1");
statement!(EARLIEST_DEED = "select min(at) from deeds where community_id = $1 and kind = 'talk.message'");

/// A history of a few people, written as Telegram Desktop would.
fn demo() -> (demo::Demo, String) {
    let demo = demo::demo(demo::Locale::En, 7, 1_795_132_800_000_000);
    let text = demo.telegram_json();
    (demo, text)
}

fn spoken(text: &str) -> usize {
    let parsed: serde_json::Value = serde_json::from_str(text).expect("JSON");
    parsed["messages"].as_array().expect("messages").iter().filter(|message| message["type"] == "message").count()
}

/// The same export cut off after some entries: an earlier export of the same chat.
fn earlier(text: &str, entries: usize) -> String {
    let mut parsed: serde_json::Value = serde_json::from_str(text).expect("JSON");
    parsed["messages"].as_array_mut().expect("messages").truncate(entries);
    parsed.to_string()
}

#[tokio::test]
async fn a_history_comes_in_once_and_grows_by_what_is_new() {
    let workshop = Workshop::open().await;
    let (_, text) = demo();
    let (half, whole) = (workshop.file("half.json", &earlier(&text, 2_000)), workshop.file("whole.json", &text));

    let first = workshop.import(&half).await;
    assert_eq!(first.state, State::Brought, "{:?}", first.faults);
    assert_eq!(count(&first, "messages") as usize, spoken(&earlier(&text, 2_000)));
    let second = workshop.import(&whole).await;
    assert_eq!(count(&second, "messages") + count(&first, "messages"), spoken(&text) as i64);
    assert_eq!(count(&second, "duplicates"), count(&first, "messages"));
    let again = workshop.import(&whole).await;
    assert_eq!((count(&again, "messages"), count(&again, "people"), count(&again, "service")), (0, 0, 0));
    assert_eq!(count(&again, "duplicates"), spoken(&text) as i64);

    let mut scope = workshop.read().await;
    assert_eq!(scope.one::<i64>(&MESSAGES, &[]).await.expect("count"), spoken(&text) as i64);
    assert_eq!(scope.one::<i64>(&MONTHS, &[]).await.expect("months"), spoken(&text) as i64);
    assert_eq!(scope.one::<i64>(&PEOPLE, &[]).await.expect("people"), count(&first, "people") + count(&second, "people"));
    let earliest = scope.one::<i64>(&EARLIEST_DEED, &[]).await.expect("a deed");
    assert!(earliest < workshop.database.clock.now() - 300 * kernel::MICROS_PER_DAY, "deeds stand at their own time");
}

#[tokio::test]
async fn threads_and_deeds_do_not_depend_on_how_the_history_came() {
    let (_, text) = demo();
    let whole = Workshop::open().await;
    whole.import(&whole.file("whole.json", &text)).await;
    let parts = Workshop::open().await;
    for entries in [700, 701, 3_000, usize::MAX] {
        let run = parts.import(&parts.file("part.json", &earlier(&text, entries))).await;
        let mut scope = parts.write().await;
        opening::open(&mut scope, run.id).await.expect("opened");
        scope.commit().await.expect("committed");
    }
    let (mut left, mut right) = (whole.read().await, parts.read().await);
    let threads = left.one::<(i64, i64)>(&THREADS, &[]).await.expect("threads");
    assert_eq!(threads, right.one::<(i64, i64)>(&THREADS, &[]).await.expect("threads"));
    assert!(threads.1 > 1_000, "a talk without answers proves nothing: {threads:?}");
    let deeds = left.all::<(String, i64)>(&DEEDS, &[]).await.expect("deeds");
    assert_eq!(deeds, right.all::<(String, i64)>(&DEEDS, &[]).await.expect("deeds"));
    for kind in ["talk.message", "talk.reply", "talk.reaction", "chat.joined", "chat.left", "chat.invited"] {
        assert!(deeds.iter().any(|(name, count)| name == kind && *count > 0), "no {kind} in {deeds:?}");
    }
}

#[tokio::test]
async fn a_broken_run_goes_on_where_it_was() {
    let workshop = Workshop::open().await;
    let (_, text) = demo();
    let (id, job) = workshop.begin(&workshop.file("whole.json", &text)).await;
    let (stop, stopping) = watch::channel(false);
    let (store, who) = (workshop.database.store.clone(), workshop.who.clone());
    let stopper = tokio::spawn(async move {
        loop {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            let mut scope = store.read(&who).await.expect("a scope");
            let row = scope.job(job).await.expect("the job");
            if Progress::read(row.progress.as_ref()).position > 300 || row.state == "done" {
                stop.send_replace(true);
                return;
            }
        }
    });
    workshop.runner.run_one(job, stopping).await.expect("ran");
    stopper.await.expect("stopped");
    let broken = workshop.read().await.job(job).await.expect("the job");
    assert_eq!(broken.state, "waiting", "handed back, not lost");
    let position = Progress::read(broken.progress.as_ref()).position;
    assert!(position > 300 && position < 5_000, "{position}");
    let (_keep, stopping) = watch::channel(false);
    workshop.runner.run_one(job, stopping).await.expect("ran").expect("was waiting");
    let run = workshop.run(id).await;
    assert_eq!((run.state, count(&run, "messages") as usize, count(&run, "duplicates")), (State::Brought, spoken(&text), 0));
    let whole = Workshop::open().await;
    let unbroken = whole.import(&whole.file("whole.json", &text)).await;
    for key in ["people", "authors", "replies", "service"] {
        assert_eq!(count(&run, key), count(&unbroken, key), "{key}, broken or not");
    }
}

#[tokio::test]
async fn what_was_cancelled_can_be_taken_back_and_brought_again() {
    let workshop = Workshop::open().await;
    let (_, text) = demo();
    let path = workshop.file("whole.json", &text);
    let first = workshop.import(&path).await;
    let mut scope = workshop.write().await;
    taking_back::begin(&mut scope, first.id).await.expect("begun");
    scope.commit().await.expect("committed");
    workshop.runner.settle().await.expect("settled");
    let mut scope = workshop.read().await;
    assert_eq!(workshop.run(first.id).await.state, State::Withdrawn);
    assert_eq!(scope.one::<i64>(&MESSAGES, &[]).await.expect("count"), 0);
    assert_eq!(scope.one::<i64>(&PEOPLE, &[]).await.expect("count"), 0);
    assert_eq!(scope.one::<(i64, i64)>(&THREADS, args![]).await.expect("count").0, 0);
    drop(scope);
    let again = workshop.import(&path).await;
    assert_eq!(count(&again, "messages"), count(&first, "messages"));
    assert_eq!(count(&again, "people"), count(&first, "people"));
    let mut scope = workshop.write().await;
    opening::open(&mut scope, again.id).await.expect("opened");
    assert!(matches!(opening::open(&mut scope, again.id).await, Err(Problem::Conflict(_))), "an import is opened once");
    assert!(matches!(taking_back::begin(&mut scope, again.id).await, Err(Problem::Conflict(_))), "what members saw stays");
}

#[tokio::test]
async fn persons_who_came_twice_go_as_often() {
    let workshop = Workshop::open().await;
    let (_, text) = demo();
    let (half, whole) = (workshop.file("half.json", &earlier(&text, 2_000)), workshop.file("whole.json", &text));
    let take_back = async |id: i64| {
        let mut scope = workshop.write().await;
        taking_back::begin(&mut scope, id).await.expect("begun");
        scope.commit().await.expect("committed");
        workshop.runner.settle().await.expect("settled");
        assert_eq!(workshop.run(id).await.state, State::Withdrawn);
        workshop.read().await.one::<i64>(&PEOPLE, &[]).await.expect("count")
    };
    for _ in 0..3 {
        let run = workshop.import(&half).await;
        assert!(count(&run, "people") > 20, "{:?}", run.counts);
        assert_eq!(take_back(run.id).await, 0, "nobody stays without a word of theirs");
    }
    let first = workshop.import(&half).await;
    let rest = workshop.import(&whole).await;
    assert_eq!(take_back(rest.id).await, count(&first, "people"), "those of the import that stands stay");
}

#[tokio::test]
async fn a_bad_file_is_refused_whole_with_its_place_named() {
    let workshop = Workshop::open().await;
    let (_, text) = demo();
    let cut = workshop.file("cut.json", &text[..text.len() / 2]);
    let run = workshop.import(&cut).await;
    assert_eq!(run.state, State::Failed);
    let faults = run.faults.expect("faults");
    let (ru, en) = (faults[0]["ru"].as_str().expect("ru"), faults[0]["en"].as_str().expect("en"));
    assert!(ru.contains("cut.json") && en.contains("cut.json") && ru != en, "{ru} / {en}");
    assert_eq!(workshop.read().await.one::<i64>(&MESSAGES, &[]).await.expect("count"), 0, "nothing was written");
    let good = workshop.import(&workshop.file("good.json", &text)).await;
    assert_eq!(good.state, State::Brought);
}
