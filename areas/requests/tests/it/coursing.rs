//! The clock is moved over open requests: rounds, the leader, the Desk, reminders; and the chosen stay among themselves.

use crate::house::{TestHouse, asked, house};
use crate::routed::{invitations, members, stage};
use kernel::{MICROS_PER_DAY, Role};
use requests::invitation::{Cause, State};
use store::{args, statement};

const HOUR: i64 = MICROS_PER_DAY / 24;

statement!(REMINDED = "select count(*) from deeds where community_id = $1 and kind = 'requests.reminded' and amount = $2");
statement!(ESCALATED = "select count(*) from deeds where community_id = $1 and kind = 'requests.escalated' and amount = $2");
statement!(LEAD = "update requests_topics set leader_id = $2 where community_id = $1");
statement!(TOPIC = "select id from requests_topics where community_id = $1");

/// Time goes by, hour by hour, and the house does what is due.
pub async fn hours(house: &TestHouse, hours: i64) {
    for _ in 0..hours {
        house.database.clock.pass(HOUR);
        house.settle().await;
    }
}

pub async fn topic(house: &TestHouse, leader: &crate::house::Person) -> String {
    let mut owner = house.member("Основатель", &[Role::Owner]).await;
    owner.browser.post("/requests/topics", &[("name", "Визы")]).await.is(303);
    let mut scope = house.write().await;
    scope.run(&LEAD, args![leader.member]).await.expect("a leader");
    let topic: i64 = scope.one(&TOPIC, &[]).await.expect("a topic");
    scope.commit().await.expect("kept");
    topic.to_string()
}

#[tokio::test]
async fn nobody_takes_it_up_so_the_circle_widens_to_the_desk() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut lena = house.member("Лена", &[]).await;
    members(&house, 24).await;
    lena.browser.post("/requests/limits", &[("per_week", "20")]).await.is(303);
    let topic = topic(&house, &lena).await;
    let request = asked(&mut nina, "Кто поможет с визой", &[("topic", &topic)]).await;
    hours(&house, 1).await;
    assert_eq!(invitations(&house, request).await.len(), 5);
    hours(&house, 22).await;
    assert_eq!(invitations(&house, request).await.len(), 5, "within the patience nobody else is asked");
    hours(&house, 3).await;
    let second = invitations(&house, request).await;
    assert_eq!((second.len(), second.iter().filter(|held| held.round == 2).count()), (10, 5));
    hours(&house, 24).await;
    let lead = invitations(&house, request).await.iter().any(|held| held.member == lena.member && held.cause == Cause::Leader);
    assert!(lead, "the leader is asked as leader, whether or not a round had asked her");
    hours(&house, 25).await;
    assert_eq!((stage(&house, request).await.as_str(), house.one(&ESCALATED, args![2]).await), ("desk", 1));
    let before = invitations(&house, request).await.len();
    hours(&house, 30).await;
    assert_eq!(
        (invitations(&house, request).await.len(), house.one(&ESCALATED, args![2]).await),
        (before, 1),
        "and there it stays"
    );
}

#[tokio::test]
async fn where_nobody_can_be_asked_it_goes_to_the_leader_and_the_desk_at_once() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let request = asked(&mut nina, "Есть ли тут кто-нибудь", &[]).await;
    house.settle().await;
    assert_eq!((stage(&house, request).await.as_str(), house.one(&ESCALATED, args![2]).await), ("desk", 1));
    assert_eq!(house.deeds("requests.invited").await, 0);
}

#[tokio::test]
async fn whoever_takes_it_up_is_waited_for_and_an_answer_ends_the_search() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut people = members(&house, 14).await;
    let request = asked(&mut nina, "Кто поможет с отчётом", &[]).await;
    house.settle().await;
    let first = invitations(&house, request).await[0].member;
    let helper = people.iter_mut().find(|person| person.member == first).expect("one of them");
    hours(&house, 2).await;
    helper.browser.post(&format!("/requests/{request}/taking"), &[]).await.is(303);
    helper.browser.post(&format!("/requests/{request}/taking"), &[]).await.is(303);
    assert_eq!(house.deeds("requests.took").await, 1, "saying it twice is saying it once");
    hours(&house, 30).await;
    assert_eq!(
        (invitations(&house, request).await.len(), house.one(&REMINDED, args![4]).await),
        (5, 1),
        "reminded, and waited for"
    );
    let words = [("kind", "solution"), ("text", "Вот как сделать отчёт")];
    helper.browser.post(&format!("/requests/{request}/answers"), &words).await.is(303);
    let held = invitations(&house, request).await;
    assert_eq!(held.iter().find(|held| held.member == first).map(|held| held.state), Some(State::Answered));
    hours(&house, 24 * 6).await;
    assert_eq!((invitations(&house, request).await.len(), house.one(&REMINDED, args![3]).await), (5, 0));
    hours(&house, 26).await;
    assert_eq!(house.one(&REMINDED, args![3]).await, 1, "a week after the last answer: what came of it?");
    hours(&house, 24 * 8).await;
    assert_eq!(stage(&house, request).await, "desk", "and the stale come to the Desk");
    assert_eq!(house.one(&REMINDED, args![3]).await, 1);
}

#[tokio::test]
async fn a_request_of_chosen_people_never_leaves_them_but_may_be_opened() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut owner = house.member("Основатель", &[Role::Owner]).await;
    members(&house, 8).await;
    let chosen = ilya.member.to_string();
    let request = asked(&mut nina, "Тайное дело", &[("sight", "chosen"), ("person", &chosen)]).await;
    hours(&house, 80).await;
    let held = invitations(&house, request).await;
    assert_eq!((held.len(), held[0].member, held[0].cause), (1, ilya.member, Cause::Chosen));
    assert_eq!((stage(&house, request).await.as_str(), house.deeds("requests.escalated").await), ("chosen", 0));
    assert_eq!(house.one(&REMINDED, args![5]).await, 1, "the asker hears that nobody answered");
    owner.browser.get(&format!("/requests/{request}")).await.is(404);
    ilya.browser
        .post(&format!("/requests/{request}/passing"), &[("member", &owner.member.to_string())])
        .await
        .is(409)
        .sees("выбранные");
    ilya.browser.post(&format!("/requests/{request}/opening"), &[]).await.is(403);
    nina.browser.post(&format!("/requests/{request}/opening"), &[]).await.is(303);
    nina.browser.post(&format!("/requests/{request}/opening"), &[]).await.is(303);
    house.settle().await;
    let held = invitations(&house, request).await;
    assert_eq!(held.iter().filter(|held| held.cause == Cause::Routed).count(), 5, "now others are asked, at once");
    owner.browser.get(&format!("/requests/{request}")).await.is(200).sees("Тайное дело");
}

#[tokio::test]
async fn what_was_said_to_few_is_not_opened_to_all() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let chosen = ilya.member.to_string();
    let request = asked(&mut nina, "Тайное дело", &[("sight", "chosen"), ("person", &chosen)]).await;
    ilya.browser.post(&format!("/requests/{request}/answers"), &[("kind", "solution"), ("text", "Только вам")]).await.is(303);
    nina.browser.post(&format!("/requests/{request}/opening"), &[]).await.is(409).sees("новым запросом");
    house.settle().await;
}

#[tokio::test]
async fn two_workers_at_once_ask_once() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    members(&house, 12).await;
    for number in 0..3 {
        asked(&mut nina, &format!("Запрос {number}"), &[]).await;
    }
    tokio::join!(house.settle(), house.settle());
    house.settle().await;
    assert_eq!(house.deeds("requests.invited").await, 3, "one round each");
    house.database.clock.pass(25 * HOUR);
    tokio::join!(house.settle(), house.settle());
    house.settle().await;
    assert!(house.deeds("requests.invited").await <= 6);
    assert_eq!(house.one(&JOBS, args![]).await, 3, "and each request has its one job");
}

statement!(JOBS = "select count(*) from jobs where community_id = $1 and kind = 'requests.course' and state = 'waiting'");

#[tokio::test]
async fn a_request_that_was_closed_is_followed_no_more_and_one_opened_again_is() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    members(&house, 12).await;
    let request = asked(&mut nina, "Кто поможет с отчётом", &[]).await;
    house.settle().await;
    nina.browser
        .post(&format!("/requests/{request}/closure"), &[("outcome", "withdrawn"), ("note", "Само решилось")])
        .await
        .is(303);
    hours(&house, 30).await;
    assert_eq!((invitations(&house, request).await.len(), house.one(&JOBS, args![]).await), (5, 0));
    assert!(invitations(&house, request).await.iter().all(|held| held.state == State::Lapsed));
    nina.browser.post(&format!("/requests/{request}/reopening"), &[]).await.is(303);
    house.settle().await;
    let held = invitations(&house, request).await;
    assert!(held.iter().take(5).all(|held| held.state == State::Waiting), "they may help again");
    assert_eq!((held.len(), house.one(&JOBS, args![]).await), (10, 1), "and the next are asked: the first had their time");
}

statement!(DONE = "select count(*) from jobs where coalesce(community_id, $1) = $1 and kind = $2 and state = 'done'");

#[tokio::test]
async fn what_recurs_is_done_without_anybody_asking() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    members(&house, 6).await;
    asked(&mut nina, "Кто поможет с отчётом", &[]).await;
    let schedules = requests::area().schedules;
    for day in [0, 8] {
        house.database.clock.pass(day * MICROS_PER_DAY);
        for schedule in &schedules {
            let due = schedule.tick(&house.database.store, house.database.clock.now(), &house.database.chance).await;
            assert_eq!(due.expect("a schedule"), day > 0, "{}", schedule.name);
        }
    }
    house.settle().await;
    for kind in ["requests.warm", "requests.refit", "requests.follow"] {
        assert_eq!(house.one(&DONE, args![kind]).await, 1, "{kind}");
    }
    assert_eq!(house.one(&JOBS, args![]).await, 1, "a request that is followed is not followed twice");
    let mut scope = house.write().await;
    assert!(scope.run(&LOST, &[]).await.expect("lost") > 0);
    scope.commit().await.expect("lost");
    house.database.clock.pass(2 * MICROS_PER_DAY);
    for schedule in &schedules {
        schedule.tick(&house.database.store, house.database.clock.now(), &house.database.chance).await.expect("a schedule");
    }
    house.settle().await;
    assert_eq!(house.one(&JOBS, args![]).await, 1, "one that was lost is found again");
}

statement!(
    LOST = "update jobs set state = 'dead', unique_key = null where community_id = $1 and kind = 'requests.course' and state = 'waiting'"
);

#[tokio::test]
async fn where_everybody_declined_the_next_are_asked_at_once() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut people = members(&house, 12).await;
    let request = asked(&mut nina, "Кто поможет с отчётом", &[]).await;
    house.settle().await;
    let first: Vec<_> = invitations(&house, request).await.into_iter().map(|held| held.member).collect();
    assert_eq!(first.len(), 5);
    hours(&house, 1).await;
    let path = format!("/requests/{request}/declining");
    for (number, person) in people.iter_mut().filter(|person| first.contains(&person.member)).enumerate() {
        assert_eq!(invitations(&house, request).await.len(), 5, "{number} declined, the others are waited for");
        for _ in 0..2 {
            person.browser.post(&path, &[]).await.is(303);
        }
        house.settle().await;
    }
    let held = invitations(&house, request).await;
    assert_eq!((held.len(), held.iter().filter(|held| held.round == 2).count()), (10, 5), "an hour after asking");
    assert_eq!((house.one(&JOBS, args![]).await, house.deeds("requests.invited").await), (1, 2));
    hours(&house, 1).await;
    assert_eq!(invitations(&house, request).await.len(), 10, "the second round has its time");
    let second: Vec<_> = held.iter().filter(|held| held.round == 2).map(|held| held.member).collect();
    for person in people.iter_mut().filter(|person| second.contains(&person.member)) {
        person.browser.post(&path, &[]).await.is(303);
    }
    house.settle().await;
    assert_eq!(
        (stage(&house, request).await.as_str(), house.one(&ESCALATED, args![2]).await),
        ("desk", 1),
        "two hours after asking"
    );
}

statement!(
    BACK = "update jobs set state = 'waiting', due_at = 0, done_at = null, unique_key = null, lease_owner = null, lease_until = null \
     where community_id = $1 and kind = 'requests.course' and state = 'done'"
);
statement!(
    TOLD = "select count(*) from deeds where community_id = $1 and kind in ('requests.invited', 'requests.escalated', 'requests.reminded')"
);
statement!(INVITED = "select count(*) from requests_invitations where community_id = $1");

/// A process that is killed may leave a row behind that says its job is yet to be done.
#[tokio::test]
async fn a_course_that_was_walked_takes_no_second_effect_when_its_jobs_run_again() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    members(&house, 14).await;
    let request = asked(&mut nina, "Кто поможет с отчётом", &[]).await;
    for (day, invited, told) in [(0, 5, 1), (1, 10, 2), (2, 10, 3)] {
        house.database.clock.pass(day.min(1) * 25 * HOUR);
        house.settle().await;
        let before = (house.one(&INVITED, &[]).await, house.one(&TOLD, &[]).await);
        assert_eq!(before, (invited, told), "day {day}");
        let mut scope = house.write().await;
        assert!(scope.run(&BACK, &[]).await.expect("back") > 0, "what was done waits again");
        scope.commit().await.expect("kept");
        house.settle().await;
        assert_eq!((house.one(&INVITED, &[]).await, house.one(&TOLD, &[]).await), before, "day {day}");
        assert_eq!(house.one(&JOBS, args![]).await, 1, "and one job is left");
    }
    assert_eq!(stage(&house, request).await, "desk");
}
