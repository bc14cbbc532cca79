use crate::answering::{answer, ends_well};
use crate::house::{Person, TestHouse, asked, house};
use store::{args, statement};

statement!(
    INTRODUCTION = "select id from requests_introductions where community_id = $1 and request_id = $2 order by id desc limit 1"
);
statement!(PARTIES = "select count(*) from deed_parties where community_id = $1 and identity_id = $2");

/// Ilya recommends somebody: the place of the introduction.
async fn recommended(house: &TestHouse, helper: &mut Person, request: i64, person: &Person) -> String {
    answer(helper, request, "recommendation", "Знает это лучше всех", &[("person", &person.member.to_string())]).await;
    format!("/requests/introductions/{}", house.one(&INTRODUCTION, args![request]).await)
}

/// A telephone that only staff see otherwise.
async fn with_phone(house: &TestHouse, person: &Person, number: &str) {
    let mut scope = house.write().await;
    people::profile::fill(&mut scope, person.member, &[("phone", number)]).await.expect("a profile");
    scope.commit().await.expect("it stays");
}

#[tokio::test]
async fn both_accept_and_only_then_see_how_to_reach_each_other() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let mut vera = house.member("Вера Кочетова", &[]).await;
    with_phone(&house, &vera, "+7 900 555-66-77").await;
    with_phone(&house, &nina, "+7 900 111-22-33").await;
    let id = asked(&mut nina, "Кто ведёт группы", &[]).await;
    let place = recommended(&house, &mut ilya, id, &vera).await;
    ilya.browser.get(&place).await.is(404);
    ilya.browser.post(&format!("{place}/acceptance"), &[]).await.is(404);
    vera.browser
        .get(&place)
        .await
        .is(200)
        .sees("Нина Абрамова")
        .sees("Знает это лучше всех")
        .lacks("111-22-33")
        .lacks("@example.org");
    for _ in 0..2 {
        vera.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    }
    assert_eq!(house.deeds("requests.introduction_accepted").await, 1);
    vera.browser.get(&place).await.sees("Вы согласились").lacks("111-22-33").lacks("@example.org");
    nina.browser.get(&place).await.lacks("555-66-77").lacks("@example.org");
    nina.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    nina.browser.get(&place).await.sees("Согласны оба: контакты открыты").sees("555-66-77").sees("@example.org").lacks("111-22-33");
    vera.browser.get(&place).await.sees("111-22-33").lacks("555-66-77");
    ilya.browser.get(&place).await.is(404);
    ilya.browser.get(&format!("/requests/{id}")).await.sees("Знакомство состоялось").lacks("555-66-77");
    nina.browser.post(&format!("{place}/refusal"), &[]).await.is(409).sees("уже состоялось");
    ends_well(&house).await;
}

#[tokio::test]
async fn a_refusal_says_no_reason_and_blames_nobody() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let mut petr = house.member("Пётр", &[]).await;
    let id = asked(&mut nina, "Нужен редактор", &[]).await;
    let place = recommended(&house, &mut ilya, id, &vera).await;
    for _ in 0..2 {
        vera.browser.post(&format!("{place}/refusal"), &[]).await.is(303);
    }
    vera.browser.post(&format!("{place}/acceptance"), &[]).await.is(409).sees("уже не состоится");
    nina.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    nina.browser.get(&place).await.lacks("не сложилось").lacks("@example.org");
    assert_eq!(house.deeds("requests.introduction_accepted").await, 0, "of what comes to nothing no deed tells");
    petr.browser.get(&format!("/requests/{id}")).await.lacks("не сложилось");
    ilya.browser.get(&format!("/requests/{id}")).await.lacks("не сложилось");
    let other = recommended(&house, &mut ilya, id, &petr).await;
    nina.browser.post(&format!("/requests/{id}/closure"), &[("outcome", "withdrawn")]).await.is(303);
    petr.browser.post(&format!("{other}/acceptance"), &[]).await.is(409);
    nina.browser.post(&format!("/requests/{id}/reopening"), &[]).await.is(303);
    vera.browser.post(&format!("{place}/acceptance"), &[]).await.is(409);
    petr.browser.post(&format!("{other}/acceptance"), &[]).await.is(303);
    ends_well(&house).await;
}

#[tokio::test]
async fn a_request_of_chosen_people_opens_for_the_recommended_by_the_askers_word_alone() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let chosen = ilya.member.to_string();
    let id = asked(&mut nina, "Деликатное дело", &[("sight", "chosen"), ("person", &chosen)]).await;
    let before = house.one(&PARTIES, args![vera.identity]).await;
    let place = recommended(&house, &mut ilya, id, &vera).await;
    assert_eq!(house.one(&PARTIES, args![vera.identity]).await, before, "no deed names her yet");
    vera.browser.get(&place).await.is(404).lacks("Деликатное");
    vera.browser.post(&format!("{place}/acceptance"), &[]).await.is(404);
    vera.browser.get(&format!("/requests/{id}")).await.is(404);
    nina.browser.get(&place).await.sees("вы покажете его и этому человеку");
    nina.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    assert_eq!(house.one(&PARTIES, args![vera.identity]).await, before + 1);
    vera.browser.get(&format!("/requests/{id}")).await.is(200).sees("Деликатное дело");
    vera.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    nina.browser.get(&place).await.sees("@example.org");
    ends_well(&house).await;
}
