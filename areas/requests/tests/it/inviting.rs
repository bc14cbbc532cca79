//! What an invited member does: takes it up, declines, names another, mutes the topic; and says how much they may be asked.

use crate::house::{Person, asked, house};
use crate::routed::{invitations, members};
use kernel::Role;
use requests::invitation::{Cause, State};
use requests::reasons::Because;
use store::{args, statement};

statement!(TOPIC = "select id from requests_topics where community_id = $1");
statement!(MUTES = "select count(*) from requests_mutes where community_id = $1");

#[tokio::test]
async fn one_declines_without_being_counted_and_may_think_better_of_it() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let request = asked(&mut nina, "Кто поможет", &[]).await;
    house.settle().await;
    let (deeds, path) = (house.deeds("requests.invited").await, format!("/requests/{request}"));
    ilya.browser.get(&path).await.sees("Не сейчас").sees("Отказ никто не считает");
    ilya.browser.post(&format!("{path}/declining"), &[]).await.is(303);
    ilya.browser.post(&format!("{path}/declining"), &[]).await.is(303);
    assert_eq!(invitations(&house, request).await[0].state, State::Declined);
    assert_eq!((deeds, house.deeds("requests.took").await), (1, 0));
    ilya.browser.get(&path).await.sees("Передумать можно");
    ilya.browser.post(&format!("{path}/taking"), &[]).await.is(303);
    assert_eq!(invitations(&house, request).await[0].state, State::Took);
    nina.browser.post(&format!("{path}/taking"), &[]).await.is(403);
    nina.browser.post(&format!("{path}/declining"), &[]).await.is(403);
    ilya.browser.post("/requests/999999/taking", &[]).await.is(404);
    ilya.browser.post(&format!("{path}/answers"), &[("kind", "solution"), ("text", "Вот ответ")]).await.is(303);
    ilya.browser.post(&format!("{path}/declining"), &[]).await.is(409).sees("Вы уже ответили");
    house.settle().await;
}

#[tokio::test]
async fn one_names_another_who_hears_by_whom() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let request = asked(&mut nina, "Кто знает бухгалтера", &[]).await;
    house.settle().await;
    let mut vera = house.member("Вера Кочетова", &[]).await;
    let path = format!("/requests/{request}/passing");
    ilya.browser.get(&path).await.is(200).sees("Кто поможет?");
    let found = ilya.browser.get(&format!("{path}?name=Вера")).await;
    found.is(200).sees("Вера Кочетова").lacks("Нина").sees("Если этот человек сейчас принимает просьбы");
    vera.browser.get(&path).await.is(403);
    let to = |person: &Person| person.member.to_string();
    let oneself = ilya.browser.post(&path, &[("member", &to(&ilya)), ("name", "Вера")]).await;
    oneself.is(409).sees("Это вы").has("#name-error").has("input[name=name][value='Вера']").has("main ul form");
    ilya.browser.post(&path, &[("member", &to(&nina))]).await.is(409).sees("автор");
    ilya.browser.post(&path, &[("member", "999999")]).await.is(409).sees("больше не участник");
    let named = to(&vera);
    let sent = ilya.browser.submit(&found, "main ul form", &[]).await;
    sent.is(200).sees("Если этого человека сейчас можно спрашивать");
    ilya.browser.post(&path, &[("member", &named)]).await.is(303);
    ilya.browser.get(&format!("/requests/{request}")).await.sees("Одного человека вы уже назвали").lacks("Кочетова");
    assert_eq!(house.deeds("requests.passed_on").await, 1, "sent twice, said once");
    let asked = ilya.browser.get(&format!("{path}?name=Вера")).await;
    assert_eq!(asked.is(200).count("main ul form"), 1, "whether somebody was asked is not told");
    let held = invitations(&house, request).await;
    let hers = held.iter().find(|held| held.member == vera.member).expect("asked");
    assert_eq!((hers.cause, hers.passed_by, hers.state), (Cause::Passed, Some(ilya.member), State::Waiting));
    assert_eq!(hers.reasons, [Because::Passed { by: ilya.member }]);
    vera.browser.get(&format!("/requests/{request}")).await.sees("Вас назвали как того, кто поможет: Илья Громов");
    assert_eq!(held.iter().find(|held| held.member == ilya.member).map(|held| held.state), Some(State::Passed));
    house.settle().await;
}

#[tokio::test]
async fn whoever_helps_already_is_not_named_and_the_naming_stays_free() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let mut vera = house.member("Вера Кочетова", &[]).await;
    let request = asked(&mut nina, "Кто знает бухгалтера", &[]).await;
    house.settle().await;
    vera.browser.post(&format!("/requests/{request}/taking"), &[]).await.is(303);
    let path = format!("/requests/{request}/passing");
    let oleg = house.member("Олег", &[]).await;
    let refused = ilya.browser.post(&path, &[("member", &vera.member.to_string()), ("name", "Вера")]).await;
    refused.is(409).sees("уже отвечает на запрос или обещал помочь").has("#name-error");
    ilya.browser.post(&path, &[("member", &oleg.member.to_string())]).await.is(303);
    assert_eq!(house.deeds("requests.passed_on").await, 1);
    house.settle().await;
}

#[tokio::test]
async fn a_muted_topic_is_heard_of_no_more_until_it_is_wished_for_again() {
    let house = house().await;
    let mut owner = house.member("Основатель", &[Role::Owner]).await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    owner.browser.post("/requests/limits", &[("per_week", "0")]).await.is(303);
    owner.browser.post("/requests/topics", &[("name", "Супервизия")]).await.is(303);
    let topic = house.one(&TOPIC, &[]).await.to_string();
    let first = asked(&mut nina, "Первый запрос", &[("topic", &topic)]).await;
    house.settle().await;
    assert_eq!(invitations(&house, first).await.len(), 1);
    ilya.browser.post(&format!("/requests/{first}/muting"), &[]).await.is(303);
    assert_eq!((house.one(&MUTES, args![]).await, invitations(&house, first).await[0].state), (1, State::Declined));
    let second = asked(&mut nina, "Второй запрос", &[("topic", &topic)]).await;
    house.settle().await;
    assert!(invitations(&house, second).await.is_empty());
    ilya.browser.get("/requests/limits").await.sees("Супервизия");
    let why_not = "Запрос не относится ни к одному направлению";
    let (button, asked_for) = ("Не спрашивать об этом направлении", "Вы просили больше не спрашивать вас об этом направлении");
    ilya.browser.get(&format!("/requests/{first}")).await.sees(asked_for).lacks(button).lacks(why_not);
    ilya.browser.post(&format!("/requests/limits/topics/{topic}/hearing"), &[]).await.is(303);
    ilya.browser.get(&format!("/requests/{first}")).await.sees(button).lacks(asked_for).lacks(why_not);
    assert_eq!(house.one(&MUTES, args![]).await, 0);
    let third = asked(&mut nina, "Третий запрос", &[]).await;
    house.settle().await;
    ilya.browser.get(&format!("/requests/{third}")).await.lacks("Не спрашивать об этом направлении").sees(why_not);
    ilya.browser.post(&format!("/requests/{third}/muting"), &[]).await.is(404);
    assert_eq!(invitations(&house, third).await.len(), 1, "without a topic there is nothing to mute");
}

#[tokio::test]
async fn limits_are_kept_and_faults_stand_at_their_fields() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let page = nina.browser.get("/requests/limits").await;
    page.is(200).sees("За последние семь дней вас не спрашивали").has("#per_week[value='3']");
    let wrong = [
        ("per_week", "21"),
        ("quiet_from", "22"),
        ("quiet_until", ""),
        ("holiday_from", "2026-12-30"),
        ("holiday_until", "2026-12-01"),
    ];
    let faults = nina.browser.submit(&page, "#limits", &wrong).await;
    faults.is(422).sees("Число от 0 до 20").sees("Укажите оба часа").sees("по порядку").has("#per_week[value='21']");
    let right = [
        ("per_week", "0"),
        ("quiet_from", "22"),
        ("quiet_until", "8"),
        ("holiday_from", "2026-12-30"),
        ("holiday_until", "2027-01-08"),
    ];
    let kept = nina.browser.submit(&faults, "#limits", &right).await;
    kept.is(200).sees("Сохранено").has("#per_week[value='0']").has("#holiday_until[value='2027-01-08']");
    let statements = house.statements(&mut nina, "/requests/limits").await;
    assert!(statements <= 8, "{statements} statements");
}

#[tokio::test]
async fn the_page_of_a_request_stays_within_its_statements_however_many_were_asked() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    members(&house, 12).await;
    let request = asked(&mut nina, "Кто поможет", &[]).await;
    house.settle().await;
    for person in [&mut nina, &mut ilya] {
        let statements = house.statements(person, &format!("/requests/{request}")).await;
        assert!(statements <= 8, "{statements} statements");
    }
}

#[tokio::test]
async fn two_who_name_the_same_person_at_once_ask_them_once() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let request = asked(&mut nina, "Кто знает бухгалтера", &[]).await;
    house.settle().await;
    let gleb = house.member("Глеб", &[]).await;
    let path = format!("/requests/{request}/passing");
    let named = gleb.member.to_string();
    let fields = [("member", named.as_str())];
    let (one, other) = tokio::join!(ilya.browser.post(&path, &fields), vera.browser.post(&path, &fields));
    let mut statuses = [one.status, other.status].map(|status| status.as_u16());
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 303], "each of them did, and neither hears of the other");
    let held = invitations(&house, request).await;
    assert_eq!(held.iter().filter(|held| held.member == gleb.member).count(), 1);
    assert_eq!((house.deeds("requests.passed_on").await, held.iter().filter(|held| held.state == State::Passed).count()), (2, 2));
}

/// The page of a request as `person` sees it, but for whom they named.
async fn after_naming(person: &mut Person, request: i64, (named, name): (&Person, &str)) -> (u16, String, String) {
    let path = format!("/requests/{request}");
    let fields = [("member", &*named.member.to_string())];
    let sent = person.browser.post(&format!("{path}/passing"), &fields).await;
    let page = person.browser.get(&path).await;
    page.sees("Спасибо. Если этого человека сейчас можно спрашивать, запрос до него дойдёт");
    let found = person.browser.get(&format!("{path}/passing?name={name}")).await.is(200).count("main ul form");
    assert_eq!(found, 1);
    (sent.status.as_u16(), sent.location().replace(&path, ""), page.one("aside").replace(&path, ""))
}

#[tokio::test]
async fn whoever_names_another_does_not_learn_whether_they_may_be_asked() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let (first, second) = (asked(&mut nina, "Нужен бухгалтер", &[]).await, asked(&mut nina, "Нужен юрист", &[]).await);
    house.settle().await;
    let vera = house.member("Вера", &[]).await;
    let mut gleb = house.member("Глеб", &[]).await;
    gleb.browser.post("/requests/limits", &[("per_week", "0")]).await.is(303);
    let free = after_naming(&mut ilya, first, (&vera, "Вера")).await;
    let busy = after_naming(&mut ilya, second, (&gleb, "Глеб")).await;
    assert_eq!(free, busy);
    let held = invitations(&house, second).await;
    assert!(held.iter().all(|held| held.member != gleb.member), "within their limits");
    assert_eq!(held.iter().find(|held| held.member == ilya.member).map(|held| held.state), Some(State::Passed));
    assert!(invitations(&house, first).await.iter().any(|held| held.member == vera.member));
    assert_eq!(house.deeds("requests.passed_on").await, 2);
    house.settle().await;
}
