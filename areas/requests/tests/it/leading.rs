//! Whoever leads a direction is asked for what nobody else took up, within what they allow; the Desk says where they were not. A
//! request that its asker opens again begins anew, and staff see it at once.

use crate::answering::ends_well;
use crate::coursing::{hours, topic};
use crate::house::asked;
use crate::noticing::{noticed, said};
use crate::routed::{invitations, members, stage};
use kernel::Role;
use requests::invitation::{Cause, State};
use requests::reasons::Because;

#[tokio::test]
async fn a_leader_whom_a_round_asked_is_asked_once_more_as_leader_and_it_stays_one_invitation() {
    let noticed = noticed().await;
    let house = &noticed.house;
    let mut nina = house.member("Нина", &[]).await;
    let mut lena = house.member("Лена", &[]).await;
    lena.browser.post("/requests/limits", &[("per_week", "20")]).await.is(303);
    noticed.address(&lena).await;
    let direction = topic(house, &lena).await;
    let request = asked(&mut nina, "Кто поможет с визой", &[("topic", &direction)]).await;
    house.settle().await;
    let first = invitations(house, request).await;
    assert!(first.iter().any(|held| (held.member, held.cause) == (lena.member, Cause::Routed)), "a round asks her: {first:?}");
    drop(noticed.letters().await);
    hours(house, 25).await;
    let held = invitations(house, request).await;
    let hers: Vec<_> = held.iter().filter(|held| held.member == lena.member).collect();
    assert_eq!((stage(house, request).await.as_str(), hers.len(), hers[0].cause), ("leader", 1, Cause::Leader));
    assert_eq!((&hers[0].reasons[0], hers[0].state), (&Because::Leader, State::Waiting));
    let letters = noticed.letters().await;
    assert!(letters.iter().any(|letter| said(letter).contains("Вы ведёте направление")), "{letters:?}");
    hours(house, 22).await;
    assert_eq!(stage(house, request).await, "leader", "and she has her whole time");
    hours(house, 2).await;
    assert_eq!(stage(house, request).await, "desk");
    drop(noticed.letters().await);
    ends_well(house).await;
}

#[tokio::test]
async fn a_leader_who_lets_nobody_ask_is_not_asked_and_the_desk_says_so() {
    let noticed = noticed().await;
    let house = &noticed.house;
    let mut nina = house.member("Нина", &[]).await;
    let mut lena = house.member("Лена", &[]).await;
    lena.browser.post("/requests/limits", &[("per_week", "0")]).await.is(303);
    let mut zoya = house.member("Зоя", &[Role::Administrator]).await;
    zoya.browser.post("/requests/limits", &[("per_week", "0")]).await.is(303);
    let direction = topic(house, &lena).await;
    let request = asked(&mut nina, "Кто поможет с визой", &[("topic", &direction)]).await;
    hours(house, 50).await;
    assert_eq!(stage(house, request).await, "desk");
    assert!(invitations(house, request).await.iter().all(|held| held.member != lena.member));
    zoya.browser.get("/desk").await.is(200).sees("Лена ведёт направление, но спросить нельзя").sees("Дошли до стола: что известно");
    ends_well(house).await;
}

#[tokio::test]
async fn where_there_was_nobody_to_ask_everybody_is_told_so_and_not_that_nobody_took_it_up() {
    let noticed = noticed().await;
    let house = &noticed.house;
    let mut owner = house.member("Олег Рин", &[Role::Owner]).await;
    owner.browser.post("/requests/limits", &[("per_week", "0")]).await.is(303);
    let mut anna = house.member("Анна Ким", &[]).await;
    noticed.address(&anna).await;
    let request = asked(&mut anna, "Ищу корректора", &[]).await;
    let letters = noticed.letters().await;
    assert!(letters.iter().any(|letter| said(letter).contains("Сейчас спросить некого")), "{letters:?}");
    anna.browser.get(&format!("/requests/{request}")).await.is(200).sees("Сейчас спросить некого").lacks("Никто не взялся");
    anna.browser.get("/today").await.sees("Пока без ответа: запрос передан администраторам");
    owner.browser.get("/desk").await.is(200).sees("спросить было некого").sees("Спросить двоих").lacks("Спросить ещё двоих");
    owner.browser.get("/requests/settings").await.is(200).sees("а если спросить некого, идёт туда сразу");
    ends_well(house).await;
}

#[tokio::test]
async fn a_request_that_staff_closed_and_its_asker_opens_again_begins_anew_and_is_not_hidden() {
    let noticed = noticed().await;
    let house = &noticed.house;
    let mut owner = house.member("Олег Рин", &[Role::Owner]).await;
    owner.browser.post("/requests/limits", &[("per_week", "0")]).await.is(303);
    let mut anna = house.member("Анна Ким", &[]).await;
    let request = asked(&mut anna, "Ищу корректора", &[]).await;
    house.settle().await;
    owner.browser.get("/desk").await.is(200).sees("Ищу корректора");
    owner.browser.post(&format!("/requests/{request}/tending"), &[("act", "withdraw")]).await.is(303);
    owner.browser.get("/desk").await.is(200).lacks("Ищу корректора");
    anna.browser.post(&format!("/requests/{request}/reopening"), &[]).await.is(303);
    anna.browser.get(&format!("/requests/{request}")).await.is(200).sees("Запрос снова открыт").lacks("Отмеченная помощь снята");
    house.settle().await;
    owner.browser.get("/desk").await.is(200).sees("Ищу корректора");
    // Closed once more, and meanwhile somebody came who can be asked: they are, at once.
    owner.browser.post(&format!("/requests/{request}/tending"), &[("act", "withdraw")]).await.is(303);
    let people = members(house, 1).await;
    anna.browser.post(&format!("/requests/{request}/reopening"), &[]).await.is(303);
    house.settle().await;
    let held = invitations(house, request).await;
    assert_eq!(held.iter().map(|held| held.member).collect::<Vec<_>>(), [people[0].member]);
    assert_eq!(stage(house, request).await, "routed");
    ends_well(house).await;
}
