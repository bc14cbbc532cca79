//! Requests of chosen people: how many may be chosen, how many letters they get, who is told to see it, who may have helped.

use crate::answering::{answer, ends_well};
use crate::house::{asked, house_with};
use crate::noticing::noticed;
use crate::rooms;
use store::{args, statement};

statement!(INTRODUCTION = "select id from requests_introductions where community_id = $1 and request_id = $2");

#[tokio::test]
async fn twenty_may_be_chosen_and_one_of_them_gets_three_letters_a_day() {
    let noticed = noticed().await;
    let house = &noticed.house;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let chosen = ilya.member.to_string();
    let numbers: Vec<String> = (1..=21).map(|number| number.to_string()).collect();
    let mut fields = vec![("title", "Всем сразу"), ("sight", "chosen"), ("act", "ask")];
    fields.extend(numbers.iter().map(|number| ("person", number.as_str())));
    let page = nina.browser.post("/requests/new", &fields).await;
    page.is(422).sees("Выбрано больше 20 человек").has("#title[value='Всем сразу']");
    let address = noticed.address(&ilya).await;
    let mut letters = 0;
    for number in 0..5 {
        asked(&mut nina, &format!("Личное дело {number}"), &[("sight", "chosen"), ("person", &chosen)]).await;
        letters += noticed.letters().await.into_iter().filter(|letter| letter.to == address).count();
    }
    assert_eq!(letters, 3);
    ilya.browser.get("/today").await.sees("Личное дело 0").sees("Личное дело 4");
    house.database.clock.pass(kernel::MICROS_PER_DAY + 1);
    drop(noticed.letters().await);
    asked(&mut nina, "Новый день", &[("sight", "chosen"), ("person", &chosen)]).await;
    let letters = noticed.letters().await;
    assert!(letters.iter().any(|letter| letter.to == address && letter.text.contains("Новый день")), "{letters:?}");
    ends_well(house).await;
}

#[tokio::test]
async fn whoever_is_let_in_is_counted_and_whoever_is_not_is_offered_as_no_helper() {
    let house = house_with(vec![rooms::area()]).await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let vera = house.member("Вера Кочетова", &[]).await;
    let chosen = ilya.member.to_string();
    let id = asked(&mut nina, "Деликатное дело", &[("sight", "chosen"), ("person", &chosen)]).await;
    answer(&mut ilya, id, "recommendation", "Знает это", &[("person", &vera.member.to_string())]).await;
    let (page, closing) = (format!("/requests/{id}"), format!("/requests/{id}/closure"));
    nina.browser.get(&page).await.sees("Видит 1 человек");
    nina.browser.get(&closing).await.is(200).sees("Илья").lacks("Кочетова");
    let place = format!("/requests/introductions/{}", house.one(&INTRODUCTION, args![id]).await);
    nina.browser.get(&place).await.sees("Согласившись, вы покажете его и этому человеку");
    nina.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    nina.browser.get(&page).await.sees("Видят 2 человека");
    nina.browser.get(&closing).await.sees("Кочетова");
    let helper = vera.member.to_string();
    nina.browser.post(&closing, &[("outcome", "solved"), ("helper", &helper)]).await.is(303);
    ends_well(&house).await;
}
