use crate::answering::{answer, ends_well};
use crate::house::{Person, TestHouse, asked, house};
use kernel::{MICROS_PER_DAY, Role};
use requests::closure::{Closing, close};
use requests::request::Outcome;
use requests::{deal, policy};
use store::{args, statement};

statement!(HELPS = "select count(*) from requests_helps where community_id = $1 and request_id = $2 and undone_at is null");
statement!(CLOSURES = "select count(*) from requests_closures where community_id = $1 and request_id = $2");
statement!(
    HELP = "select id from requests_helps where community_id = $1 and request_id = $2 and undone_at is null order by id limit 1"
);
statement!(DEAL = "select id from requests_deals where community_id = $1 and help_id = $2 and replaced_at is null");
statement!(DEALS = "select count(*) from requests_deals where community_id = $1 and replaced_at is null");

/// Asked by one, answered by another: the request's number.
async fn answered(asker: &mut Person, helper: &mut Person, title: &str) -> i64 {
    let id = asked(asker, title, &[]).await;
    answer(helper, id, "solution", "Помогу вот чем", &[]).await;
    id
}

async fn help(house: &TestHouse, request: i64) -> i64 {
    house.one(&HELP, args![request]).await
}

#[tokio::test]
async fn several_share_in_the_help_and_each_is_thanked() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let mut vera = house.member("Вера Кочетова", &[]).await;
    let id = answered(&mut nina, &mut ilya, "Нужен юрист").await;
    let path = format!("/requests/{id}/closure");
    ilya.browser.get(&path).await.is(403);
    ilya.browser.post(&path, &[("outcome", "solved")]).await.is(403);
    nina.browser.get(&format!("/requests/{id}")).await.sees("Отозвать запрос");
    nina.browser.get(&format!("{path}?outcome=withdrawn")).await.is(200).has("input[value=withdrawn][checked]");
    let form = nina.browser.get(&path).await;
    form.is(200).sees("Илья Громов").sees("Сумма сделки, ₽");
    nina.browser
        .post(&path, &[("note", "Ничего не выбрано")])
        .await
        .is(422)
        .sees("Выберите, чем закончился")
        .sees("Ничего не выбрано");
    nina.browser.post(&path, &[("outcome", "unsolved")]).await.is(422).sees("почему не вышло");
    let wrong = [("outcome", "solved"), ("other", "Никто Никакой"), ("amount-other", "x")];
    nina.browser.post(&path, &wrong).await.is(422).sees("с таким именем нет").sees("Напишите её так");
    let helper = ilya.member.to_string();
    let (thanks, shown, amount) = (format!("thanks-{helper}"), format!("shown-{helper}"), format!("amount-{helper}"));
    let fields = [
        ("outcome", "solved"),
        ("note", "Нашли за *день*"),
        ("helper", helper.as_str()),
        (thanks.as_str(), "Спасибо за точный совет"),
        (shown.as_str(), "1"),
        (amount.as_str(), "много"),
        ("other", "вера кочетова"),
        ("thanks-other", "И вам"),
    ];
    let page = nina.browser.post(&path, &fields).await;
    page.is(422).sees("Напишите её так").sees("Спасибо за точный совет").sees("Нашли за *день*");
    assert_eq!(page.attribute(&format!("#{amount}"), "value"), "много");
    let mut fields = fields.to_vec();
    fields[5].1 = "4 900,50";
    let done = nina.browser.post(&path, &fields).await;
    assert_eq!(done.is(303).location(), format!("/requests/{id}#outcome"));
    nina.browser.post(&path, &fields).await.is(303);
    assert_eq!((house.one(&HELPS, args![id]).await, house.one(&CLOSURES, args![id]).await), (2, 1));
    assert_eq!((house.deeds("requests.closed").await, house.deeds("requests.deal").await), (1, 1));
    let request = format!("/requests/{id}");
    let page = nina.browser.get(&request).await;
    page.sees("решён").sees("Нашли за день").sees("4 900,50 ₽").sees("видите только вы двое").sees("Открыть снова");
    ilya.browser.get(&request).await.sees("4 900,50 ₽").sees("Да, так и было").sees("Спасибо за точный совет");
    vera.browser.get(&request).await.sees("Илья Громов").lacks("4 900").lacks("Спасибо за точный совет").sees("И вам");
    ends_well(&house).await;
}

#[tokio::test]
async fn a_deal_is_confirmed_disputed_and_corrected() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut other = house.member("Другая", &[Role::Owner]).await;
    let id = answered(&mut nina, &mut ilya, "Нужна смета").await;
    let helper = ilya.member.to_string();
    let fields = [("outcome", "solved"), ("helper", helper.as_str())];
    nina.browser.post(&format!("/requests/{id}/closure"), &fields).await.is(303);
    let help = help(&house, id).await;
    let state = format!("/requests/helps/{help}/deal");
    other.browser.get(&state).await.is(404);
    ilya.browser.get(&state).await.is(403);
    nina.browser.get(&state).await.is(200);
    nina.browser.post(&state, &[("amount", "-5")]).await.is(422).sees("Напишите её так");
    nina.browser.post(&state, &[("amount", "1000")]).await.is(303);
    nina.browser.post(&state, &[("amount", "1000")]).await.is(303);
    assert_eq!(house.deeds("requests.deal").await, 1);
    let first = house.one(&DEAL, args![help]).await;
    for act in ["confirmation", "dispute"] {
        other.browser.post(&format!("/requests/deals/{first}/{act}"), &[]).await.is(404);
        nina.browser.post(&format!("/requests/deals/{first}/{act}"), &[]).await.is(403);
    }
    ilya.browser.post(&format!("/requests/deals/{first}/dispute"), &[]).await.is(303);
    nina.browser.get(&format!("/requests/{id}")).await.sees("вторая сторона не согласна");
    nina.browser.post(&state, &[("amount", "1200")]).await.is(303);
    ilya.browser.post(&format!("/requests/deals/{first}/confirmation"), &[]).await.is(409).sees("уже исправили");
    let second = house.one(&DEAL, args![help]).await;
    for _ in 0..2 {
        ilya.browser.post(&format!("/requests/deals/{second}/confirmation"), &[]).await.is(303);
    }
    assert_eq!((house.deeds("requests.deal").await, house.deeds("requests.deal_confirmed").await), (2, 1));
    ilya.browser.get(&format!("/requests/{id}")).await.sees("подтверждена").sees("1 200 ₽");
    assert_eq!(house.one(&DEALS, args![]).await, 1);
    ends_well(&house).await;
}

#[tokio::test]
async fn totals_are_told_from_three_deals_on() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let (helper, amount) = (ilya.member.to_string(), format!("amount-{}", ilya.member));
    for number in 1..=3 {
        assert_eq!(deal::totals(&mut house.read().await).await.expect("totals"), []);
        let id = answered(&mut nina, &mut ilya, &format!("Дело {number}")).await;
        let fields = [("outcome", "solved"), ("helper", helper.as_str()), (amount.as_str(), "100")];
        nina.browser.post(&format!("/requests/{id}/closure"), &fields).await.is(303);
        let deal = house.one(&DEAL, args![help(&house, id).await]).await;
        if number == 3 {
            assert_eq!(deal::totals(&mut house.read().await).await.expect("totals"), [], "the third is not confirmed yet");
        }
        ilya.browser.post(&format!("/requests/deals/{deal}/confirmation"), &[]).await.is(303);
    }
    let totals = deal::totals(&mut house.read().await).await.expect("totals");
    assert_eq!(totals.iter().map(|total| (total.deals, total.amount.minor)).collect::<Vec<_>>(), [(3, 30_000)]);
    ends_well(&house).await;
}

#[tokio::test]
async fn a_closure_is_undone_within_thirty_days() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let id = answered(&mut nina, &mut ilya, "Нужен сайт").await;
    let (helper, amount) = (ilya.member.to_string(), format!("amount-{}", ilya.member));
    let fields = [("outcome", "solved"), ("helper", helper.as_str()), (amount.as_str(), "500")];
    let (close, reopen) = (format!("/requests/{id}/closure"), format!("/requests/{id}/reopening"));
    nina.browser.post(&close, &fields).await.is(303);
    ilya.browser.post(&reopen, &[]).await.is(403);
    house.database.clock.pass(29 * MICROS_PER_DAY);
    for _ in 0..2 {
        nina.browser.post(&reopen, &[]).await.is(303);
    }
    assert_eq!(
        (house.deeds("requests.reopened").await, house.one(&HELPS, args![id]).await, house.one(&DEALS, args![]).await),
        (1, 0, 0)
    );
    nina.browser.get(&format!("/requests/{id}")).await.sees("Отметить исход").lacks("500 ₽");
    answer(&mut ilya, id, "solution", "Ещё раз помогу", &[]).await;
    nina.browser.post(&close, &fields).await.is(303);
    assert_eq!((house.one(&HELPS, args![id]).await, house.deeds("requests.closed").await), (1, 2));
    for _ in 0..2 {
        house.database.clock.pass(MICROS_PER_DAY * 31 / 2);
        nina.browser.get("/requests").await.is(200);
    }
    nina.browser.post(&reopen, &[]).await.is(409).sees("больше 30 дней");
    nina.browser.get(&format!("/requests/{id}")).await.lacks("Открыть снова");
    ends_well(&house).await;
}

#[tokio::test]
async fn what_both_confirmed_is_not_undone_by_one() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let id = answered(&mut nina, &mut ilya, "Нужен сайт").await;
    let (helper, amount) = (ilya.member.to_string(), format!("amount-{}", ilya.member));
    let (page, reopen) = (format!("/requests/{id}"), format!("/requests/{id}/reopening"));
    let fields = [("outcome", "solved"), ("helper", helper.as_str()), (amount.as_str(), "500")];
    nina.browser.post(&format!("{page}/closure"), &fields).await.is(303);
    nina.browser.get(&page).await.sees("Открыть снова");
    let deal = house.one(&DEAL, args![help(&house, id).await]).await;
    ilya.browser.post(&format!("/requests/deals/{deal}/confirmation"), &[]).await.is(303);
    nina.browser.get(&page).await.lacks("Открыть снова").sees("500 ₽");
    nina.browser.post(&reopen, &[]).await.is(409).sees("подтвердили оба");
    assert_eq!((house.one(&HELPS, args![id]).await, house.one(&DEALS, args![]).await), (1, 1));
    ends_well(&house).await;
}

#[tokio::test]
async fn two_tabs_close_once() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let id = answered(&mut nina, &mut ilya, "Нужно два окна").await;
    let who = house.who(nina.member).await;
    let closing = |note: &str| Closing { outcome: Outcome::Solved, note: note.to_owned(), helpers: Vec::new() };
    let tab = |note: &'static str| {
        let (store, who) = (house.database.store.clone(), who.clone());
        let closing = closing(note);
        async move {
            let mut scope = store.write(&who).await?;
            let own = policy::own(&mut scope, id).await?;
            close(&mut scope, own, closing, "web").await?;
            scope.commit().await
        }
    };
    let (first, second) = tokio::join!(tab("Первое окно"), tab("Второе окно"));
    assert!(first.is_ok() != second.is_ok(), "one closes and the other hears of it: {first:?} {second:?}");
    assert_eq!((house.one(&CLOSURES, args![id]).await, house.deeds("requests.closed").await), (1, 1));
    nina.browser.post(&format!("/requests/{id}/closure"), &[("outcome", "withdrawn")]).await.is(409).sees("уже закрыт");
    ends_well(&house).await;
}

#[tokio::test]
async fn helpers_of_a_request_of_chosen_people_are_among_them() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let ilya = house.member("Илья", &[]).await;
    let outside = house.member("Посторонний", &[]).await;
    let chosen = ilya.member.to_string();
    let id = asked(&mut nina, "Между своими", &[("sight", "chosen"), ("person", &chosen)]).await;
    let close = format!("/requests/{id}/closure");
    let stranger = outside.member.to_string();
    nina.browser.post(&close, &[("outcome", "solved"), ("helper", &stranger)]).await.is(422).sees("кого-то из них");
    let own = nina.member.to_string();
    nina.browser.post(&close, &[("outcome", "solved"), ("helper", &own)]).await.is(422).sees("Себя отмечать не нужно");
    nina.browser.post(&close, &[("outcome", "solved"), ("helper", "99999")]).await.is(422).sees("не состоит");
    nina.browser.post(&close, &[("outcome", "solved"), ("helper", &chosen)]).await.is(303);
    assert_eq!(house.one(&HELPS, args![id]).await, 1);
    ends_well(&house).await;
}

#[tokio::test]
async fn what_was_confirmed_stands_until_its_correction_is_confirmed() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let (helper, amount) = (ilya.member.to_string(), format!("amount-{}", ilya.member));
    let (mut help_of_last, mut page) = (0, String::new());
    for number in 1..=3 {
        let id = answered(&mut nina, &mut ilya, &format!("Дело {number}")).await;
        let fields = [("outcome", "solved"), ("helper", helper.as_str()), (amount.as_str(), "100")];
        nina.browser.post(&format!("/requests/{id}/closure"), &fields).await.is(303);
        help_of_last = help(&house, id).await;
        let deal = house.one(&DEAL, args![help_of_last]).await;
        ilya.browser.post(&format!("/requests/deals/{deal}/confirmation"), &[]).await.is(303);
        page = format!("/requests/{id}");
    }
    let total = async || deal::totals(&mut house.read().await).await.expect("totals")[0].amount.minor;
    let (first, state) = (house.one(&DEAL, args![help_of_last]).await, format!("/requests/helps/{help_of_last}/deal"));
    nina.browser.post(&state, &[("amount", "250")]).await.is(303);
    for person in [&mut nina, &mut ilya] {
        person
            .browser
            .get(&page)
            .await
            .sees("Сделка: 100 ₽")
            .sees("подтверждена")
            .sees("Исправлено на 250 ₽")
            .sees("ждёт подтверждения");
    }
    assert_eq!(total().await, 30_000, "the last that both confirmed is counted");
    nina.browser.post(&state, &[("act", "none")]).await.is(303);
    nina.browser.get(&page).await.lacks("250").sees("Сделка: 100 ₽");
    nina.browser.post(&state, &[("act", "none")]).await.is(409).sees("подтвердили вы оба");
    nina.browser.post(&state, &[("amount", "250")]).await.is(303);
    nina.browser.post(&state, &[("amount", "300")]).await.is(303);
    ilya.browser.get(&page).await.lacks("250").sees("Исправлено на 300 ₽").sees("Сделка: 100 ₽");
    ilya.browser.post(&format!("/requests/deals/{first}/dispute"), &[]).await.is(409).sees("уже исправили");
    let second = house.one(&LAST_DEAL, args![help_of_last]).await;
    ilya.browser.post(&format!("/requests/deals/{second}/dispute"), &[]).await.is(303);
    nina.browser.get(&page).await.sees("Сделка: 100 ₽").sees("вторая сторона не согласна");
    assert_eq!(total().await, 30_000, "and stands while its correction is disputed");
    ilya.browser.post(&format!("/requests/deals/{second}/confirmation"), &[]).await.is(409).sees("Вы сказали, что это не так");
    nina.browser.post(&state, &[("amount", "300")]).await.is(303);
    let second = house.one(&LAST_DEAL, args![help_of_last]).await;
    ilya.browser.post(&format!("/requests/deals/{second}/confirmation"), &[]).await.is(303);
    ilya.browser.get(&page).await.lacks("100 ₽").sees("Сделка: 300 ₽").sees("подтверждена");
    assert_eq!(total().await, 50_000);
    ends_well(&house).await;
}

statement!(LAST_DEAL = "select max(id) from requests_deals where community_id = $1 and help_id = $2 and replaced_at is null");

#[tokio::test]
async fn words_under_an_unmarked_person_are_a_mistake_to_mend_and_are_never_lost() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let mut vera = house.member("Вера Кочетова", &[]).await;
    let id = answered(&mut nina, &mut ilya, "Нужен юрист").await;
    answer(&mut vera, id, "solution", "И я помогу", &[]).await;
    let path = format!("/requests/{id}/closure");
    let (first, second) = (ilya.member.to_string(), vera.member.to_string());
    let (thanks, amount) = (format!("thanks-{first}"), format!("amount-{first}"));
    let (others, sum) = (format!("thanks-{second}"), format!("amount-{second}"));
    let fields =
        |outcome| [("outcome", outcome), ("helper", second.as_str()), (thanks.as_str(), "Спасибо, Илья"), (sum.as_str(), "abc")];
    let page = nina.browser.post(&path, &fields("solved")).await;
    page.is(422).sees("отметьте, что этот человек помог").sees("Спасибо, Илья").sees("Напишите её так");
    assert_eq!(page.attribute(&format!("#{sum}"), "value"), "abc");
    let page = nina.browser.post(&path, &fields("withdrawn")).await;
    page.is(422).sees("бывают только у решённого").sees("Спасибо, Илья");
    assert_eq!(page.attribute(&format!("#{sum}"), "value"), "abc");
    let page = nina.browser.post(&path, &[("outcome", "solved"), (amount.as_str(), "100"), ("thanks-other", "И вам")]).await;
    page.is(422).sees("назовите, кто помог").sees("И вам");
    assert_eq!(page.attribute(&format!("#{amount}"), "value"), "100");
    assert_eq!(house.one(&CLOSURES, args![id]).await, 0);
    let whole =
        [("outcome", "solved"), ("helper", first.as_str()), ("helper", second.as_str()), (others.as_str(), "Спасибо, Вера")];
    nina.browser.post(&path, &whole).await.is(303);
    assert_eq!(house.one(&HELPS, args![id]).await, 2);
    vera.browser.get(&format!("/requests/{id}")).await.sees("Спасибо, Вера");
    ends_well(&house).await;
}

#[tokio::test]
async fn thanks_are_said_and_changed_after_the_closing_and_shown_as_both_agree() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut other = house.member("Другая", &[Role::Owner]).await;
    let id = answered(&mut nina, &mut ilya, "Нужна смета").await;
    let (page, helper) = (format!("/requests/{id}"), ilya.member.to_string());
    nina.browser.post(&format!("{page}/closure"), &[("outcome", "solved"), ("helper", helper.as_str())]).await.is(303);
    let help = help(&house, id).await;
    let path = format!("/requests/helps/{help}/thanking");
    other.browser.get(&path).await.is(404);
    ilya.browser.get(&path).await.is(403);
    ilya.browser.post(&path, &[("thanks", "Я молодец")]).await.is(403);
    nina.browser.get(&page).await.sees("Добавить спасибо");
    nina.browser.get(&path).await.is(200);
    let long = "я".repeat(601);
    nina.browser.post(&path, &[("thanks", long.as_str())]).await.is(422).sees("длиннее 600").sees(&long);
    nina.browser.post(&path, &[("thanks", "Смета сошлась"), ("shown", "1")]).await.is(303);
    other.browser.get(&page).await.lacks("Смета сошлась");
    ilya.browser.get(&page).await.sees("Смета сошлась");
    ilya.browser.post(&format!("/requests/helps/{help}/thanks"), &[("agrees", "1")]).await.is(303);
    other.browser.get(&page).await.sees("Смета сошлась");
    nina.browser.get(&page).await.sees("Изменить спасибо");
    nina.browser.post(&path, &[("thanks", "Другие слова"), ("shown", "1")]).await.is(303);
    other.browser.get(&page).await.lacks("Другие слова").lacks("Смета сошлась");
    ilya.browser.get(&page).await.sees("Другие слова").lacks("Смета сошлась");
    let told = house.deeds("requests.thanked").await;
    nina.browser.post(&path, &[("thanks", "Другие слова"), ("shown", "1")]).await.is(303);
    assert_eq!(house.deeds("requests.thanked").await, told, "the same words are said once");
    ends_well(&house).await;
}
