use crate::answering::{answer, ends_well};
use crate::house::{asked, house};
use store::{args, statement};

statement!(HELP = "select id from requests_helps where community_id = $1 and request_id = $2 and undone_at is null");
statement!(PLEDGES = "select count(*) from requests_pledges where community_id = $1");

#[tokio::test]
async fn a_pledge_is_made_changed_and_counted() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let form = ilya.browser.get("/requests/pledge").await;
    assert_eq!(form.is(200).attribute("#times", "value"), "3");
    for nonsense in ["", "0", "51", "x", "-3"] {
        ilya.browser.post("/requests/pledge", &[("times", nonsense)]).await.is(422).sees("от 1 до 50");
    }
    let page = ilya.browser.submit(&form, "main form", &[("times", "5")]).await;
    page.is(200).sees("Помогу 5 раз в 2026 году").sees("Осталось 5 раз");
    ilya.browser.post("/requests/pledge", &[("times", "5")]).await.is(303);
    assert_eq!((house.deeds("requests.pledged").await, house.one(&PLEDGES, args![]).await), (1, 1));
    let id = asked(&mut nina, "Нужен совет", &[]).await;
    answer(&mut ilya, id, "solution", "Вот он", &[]).await;
    let helper = ilya.member.to_string();
    nina.browser.post(&format!("/requests/{id}/closure"), &[("outcome", "solved"), ("helper", &helper)]).await.is(303);
    let page = ilya.browser.get("/requests/pledge").await;
    page.sees("1 раз из 5").sees("Осталось 4 раза").sees("Нужен совет").has(".tally");
    assert!(house.statements(&mut ilya, "/requests/pledge").await <= 8);
    let person = format!("/people/{}", ilya.member);
    nina.browser.get(&person).await.sees("Обещание на этот год: 1 раз из 5").has(".tally");
    nina.browser.post(&format!("/requests/{id}/reopening"), &[]).await.is(303);
    ilya.browser.get("/requests/pledge").await.sees("Осталось 5 раз").lacks("Нужен совет");
    assert!(house.statements(&mut nina, &person).await <= 8);
    ends_well(&house).await;
}

#[tokio::test]
async fn thanks_stand_on_the_profile_while_both_agree() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let id = asked(&mut nina, "Нужен голос", &[]).await;
    answer(&mut ilya, id, "solution", "Вот он", &[]).await;
    let helper = ilya.member.to_string();
    let (thanks, shown) = (format!("thanks-{helper}"), format!("shown-{helper}"));
    let fields = [("outcome", "solved"), ("helper", helper.as_str()), (thanks.as_str(), "Вы нас спасли"), (shown.as_str(), "1")];
    nina.browser.post(&format!("/requests/{id}/closure"), &fields).await.is(303);
    let person = format!("/people/{}", ilya.member);
    let act = format!("/requests/helps/{}/thanks", house.one(&HELP, args![id]).await);
    vera.browser.get(&person).await.lacks("Вы нас спасли");
    vera.browser.post(&act, &[("agrees", "1")]).await.is(404);
    for _ in 0..2 {
        ilya.browser.post(&act, &[("agrees", "1")]).await.is(303);
    }
    assert_eq!(house.deeds("requests.thanked").await, 1);
    vera.browser.get(&person).await.sees("Вы нас спасли").sees("Нина");
    vera.browser.get(&format!("/requests/{id}")).await.sees("Вы нас спасли");
    nina.browser.post(&act, &[("agrees", "0")]).await.is(303);
    vera.browser.get(&person).await.lacks("Вы нас спасли");
    nina.browser.post(&act, &[("agrees", "1")]).await.is(303);
    ilya.browser.post(&act, &[("agrees", "0")]).await.is(303);
    vera.browser.get(&person).await.lacks("Вы нас спасли").has(".tally");
    ends_well(&house).await;
}

#[tokio::test]
async fn help_with_what_a_reader_may_not_see_is_not_told_of() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let chosen = ilya.member.to_string();
    let id = asked(&mut nina, "Тайное дело", &[("sight", "chosen"), ("person", &chosen)]).await;
    let (thanks, shown) = (format!("thanks-{chosen}"), format!("shown-{chosen}"));
    let fields = [("outcome", "solved"), ("helper", chosen.as_str()), (thanks.as_str(), "Никому не скажу"), (shown.as_str(), "1")];
    nina.browser.post(&format!("/requests/{id}/closure"), &fields).await.is(303);
    ilya.browser.post(&format!("/requests/helps/{}/thanks", house.one(&HELP, args![id]).await), &[("agrees", "1")]).await.is(303);
    let person = format!("/people/{}", ilya.member);
    vera.browser.get(&person).await.lacks("Никому не скажу").lacks("помощь подтвердил");
    nina.browser.get(&person).await.sees("Никому не скажу");
    ends_well(&house).await;
}
