//! Deals after they are stated: one word of the helper on each, and a few corrections a day.

use crate::answering::{answer, ends_well};
use crate::house::{Person, TestHouse, asked, house, house_with};
use crate::rooms;
use kernel::Problem;
use requests::{deal, policy};
use store::{args, statement};

statement!(HELP = "select id from requests_helps where community_id = $1 and request_id = $2 and undone_at is null");
statement!(LAST_DEAL = "select max(id) from requests_deals where community_id = $1 and help_id = $2 and replaced_at is null");

/// A closed request with a deal: its help, and the deal.
async fn dealt(house: &TestHouse, nina: &mut Person, ilya: &mut Person) -> (i64, i64) {
    let id = asked(nina, "Нужна смета", &[]).await;
    answer(ilya, id, "solution", "Помогу вот чем", &[]).await;
    let (helper, amount) = (ilya.member.to_string(), format!("amount-{}", ilya.member));
    let fields = [("outcome", "solved"), ("helper", helper.as_str()), (amount.as_str(), "100")];
    nina.browser.post(&format!("/requests/{id}/closure"), &fields).await.is(303);
    let help = house.one(&HELP, args![id]).await;
    (help, house.one(&LAST_DEAL, args![help]).await)
}

#[tokio::test]
async fn a_deal_is_confirmed_or_disputed_once_until_it_is_corrected() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let (help, deal) = dealt(&house, &mut nina, &mut ilya).await;
    for _ in 0..2 {
        ilya.browser.post(&format!("/requests/deals/{deal}/dispute"), &[]).await.is(303);
        ilya.browser.post(&format!("/requests/deals/{deal}/confirmation"), &[]).await.is(409).sees("исправит автор запроса");
    }
    nina.browser.post(&format!("/requests/helps/{help}/deal"), &[("amount", "120")]).await.is(303);
    let deal = house.one(&LAST_DEAL, args![help]).await;
    for _ in 0..2 {
        ilya.browser.post(&format!("/requests/deals/{deal}/confirmation"), &[]).await.is(303);
        ilya.browser.post(&format!("/requests/deals/{deal}/dispute"), &[]).await.is(409).sees("Вы подтвердили эту сделку");
    }
    assert_eq!((house.deeds("requests.deal_confirmed").await, house.deeds("requests.deal_disputed").await), (1, 1));
    ends_well(&house).await;
}

#[tokio::test]
async fn of_two_words_on_a_deal_at_once_one_stands() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let (_, deal) = dealt(&house, &mut nina, &mut ilya).await;
    let (who, store) = (house.who(ilya.member).await, &house.database.store);
    let word = async |confirms: bool| {
        let mut scope = store.write(&who).await?;
        let stated = policy::stated(&mut scope, deal).await?;
        if confirms {
            deal::confirm(&mut scope, &stated, "web").await?
        } else {
            deal::dispute(&mut scope, &stated, "web").await?
        }
        scope.commit().await
    };
    let (one, other) = tokio::join!(word(true), word(false));
    let lost: Vec<Problem> = [one, other].into_iter().filter_map(Result::err).collect();
    assert!(matches!(&lost[..], [Problem::Conflict(_)]), "{lost:?}");
    assert_eq!(house.deeds("requests.deal_confirmed").await + house.deeds("requests.deal_disputed").await, 1);
    ends_well(&house).await;
}

#[tokio::test]
async fn a_deal_is_corrected_five_times_a_day() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let (help, _) = dealt(&house, &mut nina, &mut ilya).await;
    let state = format!("/requests/helps/{help}/deal");
    for amount in 101..=105 {
        nina.browser.post(&state, &[("amount", &amount.to_string())]).await.is(303);
    }
    let page = nina.browser.post(&state, &[("amount", "106")]).await;
    page.is(422).sees("исправляли пять раз").has("#amount-error").has("#amount[value='106']");
    assert_eq!(house.deeds("requests.deal").await, 6);
    house.database.clock.pass(kernel::MICROS_PER_DAY + 1);
    nina.browser.post(&state, &[("amount", "106")]).await.is(303);
    ends_well(&house).await;
}

#[tokio::test]
async fn nobody_waits_for_the_word_of_a_helper_who_is_gone() {
    for disputed in [false, true] {
        let house = house_with(vec![rooms::area()]).await;
        let mut nina = house.member("Нина", &[]).await;
        let mut ilya = house.member("Илья", &[]).await;
        let (help, deal) = dealt(&house, &mut nina, &mut ilya).await;
        if disputed {
            ilya.browser.post(&format!("/requests/deals/{deal}/dispute"), &[]).await.is(303);
            nina.browser.get("/today").await.is(200).has(&format!("a[href='/requests/helps/{help}/deal']"));
        }
        ilya.browser.post("/account/leave", &[]).await.is(303);
        house.settle().await;
        let state = format!("/requests/helps/{help}/deal");
        let before = nina.browser.post(&state, &[("amount", "120")]).await;
        before.is(422).sees("новую сумму подтвердить некому").has("#amount[value='120']");
        let page = nina.browser.get("/requests?list=closed").await;
        let page = nina.browser.click(&page, "Нужна смета").await;
        page.is(200).sees("подтвердить уже некому").lacks("ждёт подтверждения").lacks("вторая сторона не согласна");
        let today = nina.browser.get("/today").await;
        assert_eq!(today.is(200).count(&format!("a[href='/requests/helps/{help}/deal']")), 0, "nothing is left to do");
        nina.browser.post(&state, &[("act", "none")]).await.is(303);
        let page = nina.browser.get(&page.path).await;
        page.is(200).lacks("Сделка:");
        ends_well(&house).await;
    }
}
