//! What is counted no more, what is not seen yet, and when kept figures are computed again.

use crate::town::{TODAY, Town, on};
use identity::community::{Description, NewCommunity};
use kernel::{AudienceId, Clock, Locale, MICROS_PER_DAY};
use pulse::sight::Sight;
use pulse::snapshot;
use store::runner::Runner;
use store::{Who, Work, args, statement};
use talk::posting;
use talk::wording::Wording;

statement!(
    COUNTED = "select cast(coalesce(sum(messages), 0) as bigint) from pulse_days where community_id = $1 and identity_id = $2"
);

const EVERYONE: AudienceId = AudienceId::EVERYONE;

/// The clock of a machine does not stand still, not even within one transaction.
#[tokio::test]
async fn words_written_and_taken_away_by_a_running_clock_count_no_longer() {
    let town = Town::new().await;
    let [nina] = town.people(["Нина"]).await;
    let as_nina = Who { clock: Clock::machine(), ..town.viewer(nina, false, &[]).await };
    let mut scope = town.database.store.write(&as_nina).await.expect("a turn to write");
    let writer = talk::policy::writer(&mut scope).await.expect("a writer");
    let wording = Wording::parse("Слово").expect("a wording");
    let posted = posting::begin(&mut scope, chrono_tz::Europe::Moscow, writer, &wording, "web").await.expect("posted");
    scope.commit().await.expect("it stays");
    town.follow().await;
    assert_eq!(town.rows::<i64>(&COUNTED, args![nina]).await, [1]);
    assert!(town.deletes(&as_nina, posted.message).await);
    town.follow().await;
    assert_eq!(town.rows::<i64>(&COUNTED, args![nina]).await, [0]);
    town.healthy().await;
}

#[tokio::test]
async fn words_taken_away_are_evidence_no_more_and_those_of_the_erased_are() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let [nina, vera, judge, past] = town.people(["Нина", "Вера", "Модератор", "Нина из чата"]).await;
    town.tie((nina, today - 9), (vera, today - 8)).await;
    let mut own = Vec::new();
    for _ in 0..2 {
        own.push(town.says(nina, today - 7).await);
    }
    let long_ago = town.says(past, today - 6).await;
    let (from, to) = (town.member_of(past).await.expect("a member"), town.member_of(nina).await.expect("a member"));
    let mut scope = town.write().await;
    let right = people::policy::steward(scope.viewer()).expect("the house may");
    people::merges::merge(&mut scope, &right, from, to).await.expect("one person");
    scope.commit().await.expect("it stays");
    let before = town.figures(today).await;
    assert_eq!((before.size.messages, before.ties.all), (6, 1));
    let (as_nina, as_judge) = (town.viewer(nina, false, &[]).await, town.viewer(judge, true, &[]).await);
    assert!(!town.deletes(&town.viewer(vera, false, &[]).await, town.message(own[0]).await).await, "not another's");
    assert!(town.deletes(&as_nina, town.message(own[0]).await).await);
    assert!(!town.deletes(&as_nina, town.message(own[0]).await).await, "not twice");
    assert!(town.deletes(&as_judge, town.message(own[1]).await).await);
    assert!(town.deletes(&as_nina, town.message(long_ago).await).await, "her own words by an earlier name");
    let after = town.figures(today).await;
    assert_eq!((after.size.messages, after.size.members, after.ties.all), (3, 2, 1));
    town.healthy().await;
    town.rebuild().await;
    assert_eq!(town.figures(today).await.size, after.size);
    town.healthy().await;
    // Her answer goes, and the tie with it.
    let answer = town.rows::<i64>(&ANSWERS, args![nina]).await[0];
    assert!(town.deletes(&as_nina, answer).await);
    assert_eq!(town.figures(today).await.ties.all, 0);
    let mut scope = town.write().await;
    let keeper = people::policy::keeper(scope.viewer()).expect("the house may");
    let right = people::erasures::Erasable::by_owner(&keeper, town.member_of(vera).await.expect("a member"));
    people::erasures::erase(&mut scope, &right, true).await.expect("forgotten");
    scope.commit().await.expect("it stays");
    let erased = town.figures(today).await;
    assert_eq!((erased.size.messages, erased.size.members, erased.size.left), (2, 0, 1), "Vera's words count, she is gone");
    let former = town.rows::<i64>(&PERSONS, args![today]).await;
    assert_eq!(former[0], -vera.0, "a former member, by no name");
    let yesterday = town.figures(today - 1).await;
    assert_eq!((yesterday.size.members, yesterday.size.left), (1, 0), "she was there yesterday");
}

statement!(
    ANSWERS = "select id from talk_messages where community_id = $1 and author_id = $2 and reply_to_id is not null order by id"
);
statement!(PERSONS = "select person_id from pulse_standings where community_id = $1 and day = $2 order by person_id");

#[tokio::test]
async fn a_history_that_waits_is_seen_by_staff_alone() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let [nina, vera] = town.people(["Нина", "Вера"]).await;
    town.says(nina, today - 3).await;
    let import = town.import().await;
    town.moves("chat.joined", vera, today - 40, import).await;
    town.follow().await;
    let members = async |town: &Town, sight| town.snapshot(today, sight).await.figures.size.members;
    assert_eq!((members(&town, Sight::Open).await, members(&town, Sight::Whole).await), (1, 2));
    assert_eq!(Sight::of_staff(&mut town.read().await).await.expect("a sight"), Sight::Whole);
    town.open(import).await;
    town.follow().await;
    assert_eq!((members(&town, Sight::Open).await, members(&town, Sight::Whole).await), (2, 2));
    assert_eq!(Sight::of_staff(&mut town.read().await).await.expect("a sight"), Sight::Open, "nothing is hidden");
    town.take_back(import).await;
    town.follow().await;
    assert_eq!((members(&town, Sight::Open).await, members(&town, Sight::Whole).await), (1, 1));
    town.healthy().await;
}

#[tokio::test]
async fn what_was_computed_is_kept_until_a_deed_changes_it() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let nina = town.person("Нина").await;
    town.says(nina, today - 20).await;
    town.follow().await;
    let first = town.snapshot(today - 10, Sight::Open).await;
    town.snapshot(today - 5, Sight::Open).await;
    town.database.clock.pass(60 * 1_000_000);
    assert_eq!(town.snapshot(today - 10, Sight::Open).await.made_at, first.made_at, "kept");
    // A late deed of a day between the two.
    town.says(nina, today - 7).await;
    assert_eq!(town.snapshot(today - 5, Sight::Open).await.figures.size.messages, 1, "nobody has read it yet");
    town.follow().await;
    assert_eq!(town.snapshot(today - 10, Sight::Open).await.made_at, first.made_at, "days before it are as they were");
    assert_eq!(town.snapshot(today - 5, Sight::Open).await.figures.size.messages, 2);
    let kept = snapshot::find(&mut town.read().await, today - 5, Sight::Open).await.expect("a look").expect("kept");
    assert!(!kept.stale && kept.made_at > first.made_at);
}

statement!(KEPT = "select day from pulse_snapshots where community_id = $1 order by day");
statement!(BEHIND = "select distinct day from pulse_standings where community_id = $1 order by day");

#[tokio::test]
async fn so_many_days_are_kept_and_the_longest_ago_computed_go() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let nina = town.person("Нина").await;
    town.says(nina, today - 300).await;
    town.follow().await;
    for back in 0..snapshot::KEPT + 3 {
        town.database.clock.pass(1_000_000);
        town.snapshot(today - back, Sight::Open).await;
    }
    let kept = town.rows::<i64>(&KEPT, &[]).await;
    assert_eq!((kept.len() as i64, kept.last().copied()), (snapshot::KEPT, Some(today - 3)));
    assert_eq!(town.rows::<i64>(&BEHIND, &[]).await, kept, "nothing of the others stays behind");
    town.healthy().await;
}

statement!(DAYS = "select day from pulse_days where community_id = $1 order by day");

#[tokio::test]
async fn another_time_zone_means_counting_anew() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let nina = town.person("Нина").await;
    let line = talk::history::Incoming {
        number: town.number(),
        at: crate::town::at(today - 5, 1),
        author: Some(nina),
        ..talk::history::Incoming::default()
    };
    town.bring(EVERYONE, vec![line]).await;
    assert_eq!(town.figures(today).await.first_day, Some(today - 5));
    let mut scope = town.write().await;
    let right = identity::policy::keeps_community(scope.viewer()).expect("the house may");
    let said = NewCommunity {
        slug: "opora".into(),
        name: "Опора".into(),
        mission: String::new(),
        profession: String::new(),
        specialisation: String::new(),
        locale: Locale::Ru,
        timezone: "Europe/London".into(),
        currency: "RUB".into(),
    };
    let said = Description::parse(&said).expect("a description");
    identity::community::describe(&mut scope, &right, &said).await.expect("described");
    scope.commit().await.expect("it stays");
    town.says(nina, today).await;
    town.follow().await;
    assert_eq!(town.rows::<i64>(&DAYS, &[]).await, [today - 5, today], "one zone until all is counted anew");
    refresh(&town).await;
    assert_eq!(town.rows::<i64>(&DAYS, &[]).await, [today - 6, today], "1:00 of Moscow is 22:00 of the day before");
    let kept = snapshot::find(&mut town.read().await, today, Sight::Open).await.expect("a look").expect("kept");
    assert_eq!((kept.stale, kept.figures.first_day), (false, Some(today - 6)), "and the present day is ready");
    town.healthy().await;
}

/// What happens every few minutes.
async fn refresh(town: &Town) {
    let area = pulse::area();
    let database = &town.database;
    let kind = area.schedules[0].kind;
    let mut scope = town.write().await;
    scope.enqueue(Work { kind, payload: serde_json::Value::Null, due: None, key: None }).await.expect("work");
    scope.commit().await.expect("it waits");
    let runner = Runner {
        store: database.store.clone(),
        clock: database.clock.clone(),
        chance: database.chance.clone(),
        followers: area.followers,
        handlers: area.jobs,
        schedules: Vec::new(),
    };
    runner.settle().await.expect("all done");
}

#[tokio::test]
async fn the_present_day_is_ready_before_anybody_asks() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let nina = town.person("Нина").await;
    town.says(nina, today - 3).await;
    refresh(&town).await;
    let find = async |town: &Town, day| snapshot::find(&mut town.read().await, day, Sight::Open).await.expect("a look");
    assert_eq!(find(&town, today).await.map(|kept| (kept.stale, kept.figures.size.members)), Some((false, 1)));
    town.says(nina, today - 2).await;
    town.follow().await;
    assert_eq!(find(&town, today).await.map(|kept| kept.stale), Some(true));
    refresh(&town).await;
    assert_eq!(find(&town, today).await.map(|kept| (kept.stale, kept.figures.size.messages)), Some((false, 2)));
    town.database.clock.pass(MICROS_PER_DAY);
    refresh(&town).await;
    assert!(find(&town, today + 1).await.is_some(), "a new day");
}
