//! Requests found in a history: by words, hashtags and thanks; judged by staff; never mixed with real ones unasked.

use crate::house::{answered, house, said};
use kernel::{AudienceId, MICROS_PER_SECOND, Micros, Role};
use requests::history::found;
use store::{args, statement};

const MINUTE: Micros = 60 * MICROS_PER_SECOND;
const HOUR: Micros = 60 * MINUTE;

statement!(
    CONFIDENCE = "select h.confidence from requests_found_helps h join talk_messages m on m.community_id = h.community_id and m.id = h.answer_id \
     where h.community_id = $1 and m.number = $2"
);
statement!(REMEMBERED = "select count(distinct request_id) from requests_words where community_id = $1");
statement!(FOUND = "select count(*) from requests_found where community_id = $1 and (confidence >= 0.5 or tagged)");

#[tokio::test]
async fn requests_are_found_with_those_who_helped() {
    let house = house().await;
    let (asker, helper, other) = (house.imported("Руслан").await, house.imported("Вера").await, house.imported("Нина").await);
    let start = house.database.clock.now() - 1_000 * HOUR;
    let audience = house.hidden().await;
    let lines = vec![
        said(1, start, asker, "Всем добрый день! Подскажите, пожалуйста, семейного терапевта в Казани?"),
        answered(2, start + MINUTE, helper, 1, "Попробуйте Екатерину, она принимает очно"),
        answered(3, start + 2 * MINUTE, asker, 2, "Спасибо большое, помогло!"),
        said(4, start + 5 * HOUR, other, "Отличные выходные получились"),
        said(5, start + 9 * HOUR, other, "#супервизия в среду по вечерам"),
        said(6, start + 30 * HOUR, asker, "Коллеги, кто-нибудь сталкивался с отказом страховой?"),
        answered(7, start + 31 * HOUR, other, 6, "Да, пишите жалобу"),
        said(8, start + 31 * HOUR + MINUTE, asker, "Спасибо!"),
    ];
    house.history(audience, lines).await;
    house.settle().await;
    assert_eq!(house.one(&FOUND, &[]).await, 2);
    let confidence = async |number: i64| house.read().await.one::<f64>(&CONFIDENCE, args![number]).await.expect("a help");
    assert_eq!((confidence(2).await, confidence(7).await), (0.9, 0.6));

    let mut owner = house.member("Анна Вершинина", &[Role::Owner]).await;
    let mut member = house.member("Пётр", &[]).await;
    member.browser.get("/requests/found").await.is(403);
    member.browser.post("/requests/found/hashtags", &[("hashtags", "запрос")]).await.is(403);
    owner.browser.get("/requests/found").await.is(200).sees("семейного терапевта в Казани").sees("Руслан");
    owner.browser.get("/requests/found/all").await.is(200).sees("1 ответ").sees("1 помог").lacks("Отличные выходные");

    let refused = owner.browser.post("/requests/found/hashtags", &[("hashtags", "#не хештег!")]).await;
    assert_eq!(refused.is(422).attribute("#hashtags", "value"), "#не хештег!");
    owner.browser.post("/requests/found/hashtags", &[("hashtags", "#Супервизия")]).await.is(303);
    assert_eq!(house.one(&FOUND, &[]).await, 3, "a hashtag of the owner makes a request");
    owner.browser.post("/requests/found/hashtags", &[("hashtags", "")]).await.is(303);
    assert_eq!(house.one(&FOUND, &[]).await, 2);
}

#[tokio::test]
async fn who_asks_the_like_meets_what_was_answered_in_the_chat() {
    let house = house().await;
    let (asker, helper) = (house.imported("Руслан").await, house.imported("Вера").await);
    let start = house.database.clock.now() - 1_000 * HOUR;
    let audience = house.hidden().await;
    let lines = vec![
        said(1, start, asker, "Всем добрый день! Подскажите, пожалуйста, семейного терапевта в Казани?"),
        answered(2, start + MINUTE, helper, 1, "Попробуйте Екатерину, она принимает очно"),
        answered(3, start + 2 * MINUTE, asker, 2, "Спасибо большое, помогло!"),
        said(6, start + 30 * HOUR, asker, "Коллеги, посоветуйте семейного терапевта в Самаре?"),
    ];
    house.history(audience, lines).await;
    house.settle().await;
    let mut member = house.member("Пётр", &[]).await;
    let mut owner = house.member("Анна Вершинина", &[Role::Owner]).await;
    let like = "/requests/similar?q=ищу+семейного+терапевта&part";
    member.browser.get(like).await.is(200).lacks("терапевта в Казани");
    owner.browser.get(like).await.sees("семейного терапевта в Казани").sees("из чата");
    house.open(audience).await;
    let page = member.browser.get(like).await;
    page.sees("терапевта в Казани").sees("из чата").sees("помогло").sees("1 ответ").lacks("Самаре").lacks("Руслан");
    // Whoever tells the details as well finds no less.
    let told = "Уже+спрашивали+знакомых,+очередь+полгода,+важна+бережность,+пара+после+переезда,+ребёнок,+бюджет+любой";
    member.browser.get(&format!("/requests/similar?q=ищу+семейного+терапевта%0A{told}&part")).await.sees("терапевта в Казани");
    let message = page.attribute(".similar a", "href");
    assert!(message.starts_with("/talk/messages/"), "{message}");
    member.browser.visit(&message).await.is(200).sees("Попробуйте Екатерину");

    // What was solved here stands first, what waits here comes last.
    let open = crate::house::asked(&mut owner, "Ищу семейного терапевта в Уфе", &[]).await;
    let solved = crate::house::asked(&mut owner, "Ищу семейного терапевта в Перми", &[]).await;
    let outcome = [("outcome", "solved"), ("note", "Нашёлся")];
    owner.browser.post(&format!("/requests/{solved}/closure"), &outcome).await.is(303);
    let page = member.browser.get(like).await;
    assert_eq!(
        page.attributes(".similar a", "href"),
        [format!("/requests/{solved}"), message.clone(), format!("/requests/{open}")]
    );

    let mut moderator = house.member("Мария", &[Role::Moderator]).await;
    moderator.browser.post(&format!("{message}/deletion"), &[]).await.is(303);
    member.browser.get(like).await.lacks("в Казани");
    house.settle().await;
    member.browser.get(like).await.sees("в Перми").lacks("в Казани");
}

#[tokio::test]
async fn a_sample_is_judged_before_anything_counts() {
    let house = house().await;
    let asker = house.imported("Руслан").await;
    let start = house.database.clock.now() - 1_000 * HOUR;
    let audience = house.hidden().await;
    let lines = (1..=35)
        .map(|number| {
            said(number, start + number * HOUR, asker, &format!("Коллеги, подскажите, кто знает специалиста номер {number}?"))
        })
        .collect();
    house.history(audience, lines).await;
    house.settle().await;
    let mut owner = house.member("Анна Вершинина", &[Role::Owner]).await;
    let mut administrator = house.member("Мария", &[Role::Administrator]).await;
    owner.browser.post("/requests/found/acceptance", &[("accepted", "yes")]).await.is(409);
    let page = owner.browser.get("/requests/found").await;
    let acts = page.attributes("form[action^='/requests/found/']:has(button[name=asks])", "action");
    assert_eq!(acts.len(), 35);
    for (place, act) in acts.iter().enumerate() {
        let asks = if place < 27 { "yes" } else { "no" };
        administrator.browser.post(act, &[("asks", asks)]).await.is(303);
    }
    owner.browser.post("/requests/found/999999999", &[("asks", "yes")]).await.is(404);
    owner.browser.get("/requests/found").await.sees("77").sees("35");
    administrator.browser.post("/requests/found/acceptance", &[("accepted", "yes")]).await.is(403);
    owner.browser.post("/requests/found/acceptance", &[("accepted", "yes")]).await.is(303);
    let mut scope = house.read().await;
    assert!(requests::history::settings::held(&mut scope).await.expect("settings").accepted_at.is_some());
    drop(scope);
    owner.browser.post("/requests/found/acceptance", &[("accepted", "no")]).await.is(303);
}

#[tokio::test]
async fn what_is_taken_back_or_deleted_is_found_no_more() {
    let house = house().await;
    let asker = house.imported("Руслан").await;
    let start = house.database.clock.now() - 1_000 * HOUR;
    let (kept, back) = (house.hidden().await, house.hidden().await);
    house.history(kept, vec![said(1, start, asker, "Добрый день! Подскажите юриста?")]).await;
    house.history(back, vec![said(2, start + HOUR, asker, "Коллеги, кто знает врача?")]).await;
    house.settle().await;
    assert_eq!(house.one(&FOUND, &[]).await, 2);
    assert_eq!(house.one(&REMEMBERED, &[]).await, 2);
    let mut scope = house.write().await;
    let deed = store::Deed {
        kind: "import.withdrawn",
        at: start,
        actor: None,
        object_kind: "import",
        object: 1,
        audience: back,
        channel: "web",
        amount: 0,
        parties: &[],
    };
    scope.deed(deed).await.expect("a deed");
    scope.commit().await.expect("committed");
    house.settle().await;
    assert_eq!(house.one(&FOUND, &[]).await, 1);
    assert_eq!(house.one(&REMEMBERED, &[]).await, 1, "its words go with it");
    let mut scope = house.read().await;
    assert_eq!(found::counts(&mut scope).await.expect("counts").requests, 0, "the house itself sees no audience");
    assert_ne!(kept, AudienceId::EVERYONE);
}
