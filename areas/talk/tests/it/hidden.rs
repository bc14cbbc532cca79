use crate::house::{answered, house, said};
use kernel::{AudienceId, MICROS_PER_SECOND, Role};
use store::{args, statement};

const THEN: i64 = 1_700_000_000_000_000;

statement!(MESSAGE_NUMBER = "select id from talk_messages where community_id = $1 and number = $2");

#[tokio::test]
async fn a_hidden_history_leaks_nowhere_until_it_is_opened() {
    let house = house().await;
    let mut member = house.member("Нина", &[]).await;
    let mut staff = house.member("Мария", &[Role::Administrator]).await;
    let vera = house.imported("Вера").await;
    house.history(AudienceId::EVERYONE, vec![said(1, THEN, vera, "Открытый вопрос?")]).await;
    let (oleg, silent) = (house.imported("Олег").await, house.imported("Молчун").await);
    let audience = house.hidden().await;
    let hidden = vec![
        said(11, THEN + MICROS_PER_SECOND, vera, "Тайное совещание?"),
        answered(12, THEN + 2 * MICROS_PER_SECOND, vera, 11, "Тайное слово"),
        answered(13, THEN + 3 * MICROS_PER_SECOND, oleg, 1, "Тайный ответ на открытый вопрос"),
    ];
    house.history(audience, hidden).await;
    house.settle().await;
    house.is_healthy().await;
    let thread = house.one(&MESSAGE_NUMBER, args![11]).await;
    let open = house.one(&MESSAGE_NUMBER, args![1]).await;
    let reply = house.one(&MESSAGE_NUMBER, args![13]).await;
    let (thread, open) = (format!("/talk/threads/{thread}"), format!("/talk/threads/{open}"));
    for path in ["/talk", "/talk/months/2023-11", &open, "/search?q=тайное", "/search?q=тайный&order=newest"] {
        member.browser.get(path).await.is(200).lacks("Тайн").lacks("тайное совещание");
        staff.browser.get(path).await.is(200).sees("Тайн");
    }
    member.browser.get(&open).await.sees("ответов пока нет").sees("ждёт ответа");
    member.browser.get("/talk/months/2023-11").await.sees("1 разговор").sees("1 сообщение");
    staff.browser.get("/talk/months/2023-11").await.sees("2 разговора").sees("4 сообщения");
    for path in [thread.clone(), format!("/talk/messages/{reply}"), format!("/talk/messages/{reply}/deletion")] {
        member.browser.get(&path).await.is(404);
    }
    member.browser.post(&thread, &[("text", "Можно?")]).await.is(404);
    assert_eq!((house.deeds("talk.reply").await, staff.browser.get(&thread).await.status.as_u16()), (2, 200));
    let form = member.browser.get(&format!("{open}?to={reply}")).await;
    form.is(200).lacks("Тайный").lacks("name=\"to\"");
    let search_by = |person: kernel::IdentityId| format!("/search?person={}", person.0);
    member.browser.get(&search_by(oleg)).await.is(404).lacks("Олег");
    member.browser.get(&search_by(silent)).await.is(404).lacks("Молчун");
    staff.browser.get(&search_by(oleg)).await.is(200).sees("Олег");
    let named = |name: &str| format!("/search?q=слово&who={name}");
    member.browser.get(&named("олег")).await.sees("такого имени нет").lacks("Олег");
    staff.browser.get(&named("молчун")).await.sees("такого имени нет").lacks("Молчун");
    house.open(audience).await;
    member.browser.get(&search_by(oleg)).await.is(200).sees("Олег");
    member.browser.get(&named("олег")).await.sees("Олег").lacks("такого имени нет");
    member.browser.get(&search_by(silent)).await.is(404).lacks("Молчун");
    member.browser.get(&thread).await.is(200).sees("Тайное слово");
    member.browser.get(&open).await.sees("1 ответ").sees("Тайный ответ").lacks("ждёт ответа");
    member.browser.get("/search?q=тайное").await.sees("Нашлось 3 совпадения");
    house.is_healthy().await;
}

#[tokio::test]
async fn another_community_sees_nothing_of_it() {
    let house = house().await;
    let mut member = house.member("Нина", &[]).await;
    let thread = member.browser.post("/talk/new", &[("text", "Наше дело")]).await.location().to_owned();
    house.settle().await;
    member.browser.get(&thread).await.is(200).sees("Наше дело");
    house.database.community("other").await;
    let token = member.browser.cookie("session").expect("a session").to_owned();
    let mut foreign = member.browser.stranger().at("other.localhost");
    foreign.set_cookie("session", &token);
    assert!(foreign.get(&thread).await.status.is_redirection(), "a session of one community opens no other");
}
