//! What people hear of the requests they asked and took up: from the Desk, of deals, of what they promised. By letters and on Today.

use crate::answering::{answer, ends_well};
use crate::house::{asked, house_with};
use crate::noticing::{Noticed, noticed, said};
use crate::rooms;
use kernel::{Letter, MICROS_PER_DAY, Role};
use store::{args, statement};

statement!(HELP = "select id from requests_helps where community_id = $1 and request_id = $2 and undone_at is null");
statement!(DEAL = "select max(id) from requests_deals where community_id = $1 and replaced_at is null");

fn only(letters: Vec<Letter>) -> Letter {
    let [letter] = &letters[..] else { panic!("one letter, not {letters:?}") };
    letter.clone()
}

async fn to(noticed: &Noticed, address: &str) -> Vec<Letter> {
    noticed.letters().await.into_iter().filter(|letter| letter.to == address).collect()
}

#[tokio::test]
async fn the_asker_hears_that_staff_look_after_it_and_that_they_closed_it() {
    let noticed = noticed().await;
    let mut owner = noticed.house.member("Олег Рин", &[Role::Owner]).await;
    owner.browser.post("/requests/limits", &[("per_week", "0")]).await.is(303);
    let mut anna = noticed.house.member("Анна Ким", &[]).await;
    let address = noticed.address(&anna).await;
    let request = asked(&mut anna, "Ищу корректора", &[]).await;
    let letter = only(to(&noticed, &address).await);
    assert_eq!(web::unbind(&letter.subject), "Запрос передан администраторам: Ищу корректора");
    assert!(letter.text.contains(&format!("/requests/{request}")) && letter.text.contains("-course-"), "{}", letter.text);
    anna.browser.get("/today").await.is(200).sees("запрос передан администраторам").lacks("Отметить исход");
    anna.browser.get(&format!("/requests/{request}")).await.sees("Запрос передан администраторам");
    owner.browser.get("/today").await.lacks("Ищу корректора");

    let path = format!("/requests/{request}/tending");
    owner.browser.post(&path, &[("act", "withdraw")]).await.is(303);
    let letter = only(to(&noticed, &address).await);
    assert_eq!(web::unbind(&letter.subject), "Администратор закрыл запрос: Ищу корректора");
    let text = said(&letter);
    assert!(
        text.contains("Олег Рин") && text.contains("> Мы не нашли, кого спросить") && text.contains("откройте его снова"),
        "{text}"
    );
    anna.browser.get("/today").await.sees("Запрос закрыт администратором: Олег Рин").lacks("передан");
    noticed.house.database.clock.pass(8 * MICROS_PER_DAY);
    anna.browser.get("/today").await.is(200).lacks("Запрос закрыт администратором");

    let stop = letter.stop.expect("each notice can be stopped");
    let stop = format!("/requests/stops/{}", stop.rsplit('/').next().expect("a token"));
    anna.browser.post(&stop, &[]).await.is(303);
    anna.browser.post(&format!("/requests/{request}/reopening"), &[]).await.is(303);
    assert!(to(&noticed, &address).await.is_empty(), "one click stops the kind");
}

#[tokio::test]
async fn closing_it_oneself_is_no_news_to_oneself() {
    let noticed = noticed().await;
    let mut anna = noticed.house.member("Анна Ким", &[]).await;
    let mut boris = noticed.house.member("Борис Лем", &[]).await;
    let request = asked(&mut anna, "Ищу корректора", &[]).await;
    answer(&mut boris, request, "solution", "Вот контакт бюро", &[]).await;
    drop(noticed.letters().await);
    anna.browser.post(&format!("/requests/{request}/closure"), &[("outcome", "withdrawn")]).await.is(303);
    assert!(noticed.letters().await.is_empty());
    anna.browser.get("/today").await.is(200).lacks("Ищу корректора");
}

#[tokio::test]
async fn a_disputed_deal_comes_back_to_the_asker_until_it_is_corrected_or_taken_back() {
    let noticed = noticed().await;
    let mut anna = noticed.house.member("Анна Ким", &[]).await;
    let mut boris = noticed.house.member("Борис Лем", &[]).await;
    let (of_anna, of_boris) = (noticed.address(&anna).await, noticed.address(&boris).await);
    let request = asked(&mut anna, "Нужна смета", &[]).await;
    answer(&mut boris, request, "solution", "Составлю", &[]).await;
    let (helper, amount) = (boris.member.to_string(), format!("amount-{}", boris.member));
    drop(noticed.letters().await);
    let fields = [("outcome", "solved"), ("helper", helper.as_str()), (amount.as_str(), "5000")];
    anna.browser.post(&format!("/requests/{request}/closure"), &fields).await.is(303);
    let letter = only(to(&noticed, &of_boris).await);
    assert!(said(&letter).contains("названа и сделка") && !said(&letter).contains("5 000"), "{}", letter.text);
    boris.browser.get("/today").await.sees("Сделка, о которой говорит Анна Ким");

    let deal = noticed.house.one(&DEAL, &[]).await;
    boris.browser.post(&format!("/requests/deals/{deal}/dispute"), &[]).await.is(303);
    let letter = only(to(&noticed, &of_anna).await);
    assert_eq!(web::unbind(&letter.subject), "Сделку оспорили: Нужна смета");
    let help = noticed.house.one(&HELP, args![request]).await;
    let form = format!("/requests/helps/{help}/deal");
    assert!(letter.text.contains(&form) && letter.text.contains("-deal-"), "{}", letter.text);
    anna.browser.get("/today").await.sees("Сделку оспорили: Борис Лем").has(&format!("a[href='{form}']"));
    boris.browser.get("/today").await.lacks("Сделку оспорили");

    let page = anna.browser.get(&form).await;
    page.is(200).sees("Сделки не было");
    anna.browser.post(&form, &[("amount", "4000")]).await.is(303);
    assert_eq!(to(&noticed, &of_boris).await.len(), 1, "the corrected amount is asked about");
    anna.browser.get("/today").await.lacks("Сделку оспорили");
    let deal = noticed.house.one(&DEAL, &[]).await;
    boris.browser.post(&format!("/requests/deals/{deal}/dispute"), &[]).await.is(303);
    for _ in 0..2 {
        anna.browser.post(&form, &[("act", "none")]).await.is(303);
    }
    anna.browser.get("/today").await.lacks("Сделку оспорили");
    anna.browser.get(&format!("/requests/{request}")).await.lacks("4 000").sees("Добавить сделку");
    assert!(to(&noticed, &of_boris).await.is_empty(), "what was taken back is told to nobody");
    ends_well(&noticed.house).await;
}

#[tokio::test]
async fn what_one_took_up_stays_on_today_until_it_is_answered_or_closed() {
    let house = house_with(vec![rooms::area()]).await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let (first, second) = (asked(&mut nina, "Нужна смета", &[]).await, asked(&mut nina, "Нужен сметчик", &[]).await);
    house.settle().await;
    ilya.browser.get("/today").await.is(200).sees("Могу помочь").lacks("Вы взялись помочь");
    for request in [first, second] {
        ilya.browser.post(&format!("/requests/{request}/taking"), &[]).await.is(303);
        nina.browser.get(&format!("/requests/{request}")).await.sees("обещает помочь");
    }
    let today = ilya.browser.get("/today").await;
    today.sees("Вы взялись помочь: Нина Абрамова").has(&format!("a[href='/requests/{first}#composer']"));
    assert_eq!(today.count("article.item"), 2);
    ilya.browser.get(&format!("/requests/{first}")).await.lacks("Вас просят помочь").sees("Ваше слово");
    answer(&mut ilya, first, "solution", "Вот как её составить", &[]).await;
    assert_eq!(ilya.browser.get("/today").await.count("article.item"), 1, "answered");
    ilya.browser.get(&format!("/requests/{first}")).await.lacks("Вас просят помочь").sees("Вы ответили. Спасибо!");
    nina.browser.post(&format!("/requests/{second}/closure"), &[("outcome", "withdrawn")]).await.is(303);
    ilya.browser.get("/today").await.lacks("Вы взялись помочь");
    nina.browser.get(&format!("/requests/{second}")).await.lacks("обещает помочь").lacks("без ответа");
    ends_well(&house).await;
}

#[tokio::test]
async fn ones_own_open_request_stands_on_today_the_most_urgent_first() {
    let noticed = noticed().await;
    let mut anna = noticed.house.member("Анна Ким", &[]).await;
    let mut boris = noticed.house.member("Борис Лем", &[]).await;
    let clock = &noticed.house.database.clock;
    let id = asked(&mut anna, "Ищу корректора", &[]).await;
    anna.browser.get("/today").await.is(200).sees("По вашим запросам").sees("Подбираем людей").sees("Ищу корректора");
    noticed.letters().await;
    anna.browser.get("/today").await.sees("Спросили 1 человека. Ответа пока нет.").lacks("Отметить исход");
    boris.browser.post(&format!("/requests/{id}/taking"), &[]).await.is(303);
    anna.browser.get("/today").await.sees("Борис Лем может помочь: ждём ответа").lacks("Ответа пока нет");
    boris.browser.get("/today").await.lacks("По вашим запросам");
    for number in 0..4 {
        asked(&mut anna, &format!("Ещё просьба {number}"), &[]).await;
    }
    // Nobody asks more than this in a day.
    noticed.letters().await;
    clock.pass(MICROS_PER_DAY + 1);
    let day = chrono::DateTime::from_timestamp_micros(clock.now() + MICROS_PER_DAY).expect("a day").format("%Y-%m-%d").to_string();
    asked(&mut anna, "Нужна вёрстка", &[("deadline", &day)]).await;
    asked(&mut anna, "Последняя просьба", &[]).await;
    noticed.letters().await;
    let today = anna.browser.get("/today").await;
    assert_eq!(today.all("article.item h3").first().map(String::as_str), Some("Нужна вёрстка"), "due tomorrow comes first");
    assert_eq!(today.count("article.item"), 5);
    today.has("a[href='/requests?list=mine']").has("article.item .badge--ochre");
    anna.browser.get("/requests?list=mine").await.is(200).sees("Ищу корректора").sees("Последняя просьба");
}
