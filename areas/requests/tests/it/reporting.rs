//! Reports: of the words of others alone, quoted on the Desk as far as staff may see them; and what may be done about them.

use crate::answering::{answer, ends_well};
use crate::house::{Person, TestHouse, asked, house_with};
use crate::rooms;
use kernel::Role;
use store::statement;

statement!(REPORT = "select max(id) from requests_reports where community_id = $1");
statement!(SHOWN = "select count(*) from requests_reports where community_id = $1 and shown <> ''");

struct Four {
    house: TestHouse,
    owner: Person,
    nina: Person,
    ilya: Person,
    vera: Person,
}

async fn four() -> Four {
    let house = house_with(vec![rooms::area()]).await;
    let owner = house.member("Основатель", &[Role::Owner]).await;
    let nina = house.member("Нина", &[]).await;
    let ilya = house.member("Илья", &[]).await;
    let vera = house.member("Вера", &[]).await;
    Four { house, owner, nina, ilya, vera }
}

#[tokio::test]
async fn nobody_reports_their_own_words() {
    let Four { house, mut nina, mut ilya, .. } = four().await;
    let request = asked(&mut nina, "Нужен редактор", &[]).await;
    let own = answer(&mut ilya, request, "solution", "Возьмусь сам", &[]).await;
    let path = format!("/requests/{request}/report");
    nina.browser.get(&format!("/requests/{request}")).await.lacks("Позвать администраторов к этому запросу").sees("Пожаловаться");
    nina.browser.get(&path).await.is(409).sees("ваши собственные слова");
    nina.browser.post(&path, &[("reason", "rude")]).await.is(409);
    ilya.browser.get(&format!("/requests/{request}")).await.sees("Позвать администраторов к этому запросу").lacks("Пожаловаться");
    ilya.browser.get(&format!("{path}?answer={own}")).await.is(409);
    ilya.browser.post(&path, &[("reason", "rude"), ("answer", &own.to_string())]).await.is(409);
    assert_eq!(house.deeds("requests.reported").await, 0);
    nina.browser.post(&path, &[("reason", "rude"), ("answer", &own.to_string())]).await.is(303);
    ends_well(&house).await;
}

#[tokio::test]
async fn the_desk_quotes_what_was_reported() {
    let Four { house, mut owner, mut nina, mut ilya, .. } = four().await;
    let request = asked(&mut nina, "Нужен редактор", &[("details", "**Срочно** за копейки")]).await;
    let long = format!("Глупый вопрос, {}конец", "и ещё раз ".repeat(40));
    let comment = answer(&mut ilya, request, "comment", &long, &[]).await;
    nina.browser
        .post(&format!("/requests/{request}/report"), &[("reason", "rude"), ("answer", &comment.to_string())])
        .await
        .is(303);
    ilya.browser.post(&format!("/requests/{request}/report"), &[("reason", "advert")]).await.is(303);
    let desk = owner.browser.get("/desk").await;
    desk.is(200).sees("«Глупый вопрос, и ещё раз").lacks("конец").sees("«Срочно за копейки»");
    ends_well(&house).await;
}

#[tokio::test]
async fn of_a_request_of_chosen_people_the_desk_has_the_shown_words_alone() {
    let Four { house, mut owner, mut nina, mut ilya, mut vera } = four().await;
    let (one, two) = (ilya.member.to_string(), vera.member.to_string());
    let chosen = [("sight", "chosen"), ("person", one.as_str()), ("person", two.as_str())];
    let request = asked(&mut nina, "Деликатное дело", &chosen).await;
    let said = answer(&mut ilya, request, "comment", "Обидные слова", &[]).await.to_string();
    let path = format!("/requests/{request}/report");
    nina.browser.post(&path, &[("reason", "rude"), ("answer", &said)]).await.is(303);
    owner.browser.get("/desk").await.is(200).sees("Грубость").lacks("Обидные").lacks("Деликатное").lacks("Илья");
    vera.browser.post(&path, &[("reason", "rude"), ("answer", &said), ("shows", "1")]).await.is(303);
    owner.browser.get("/desk").await.sees("«Обидные слова»").lacks("Деликатное").lacks("Илья").lacks("[Удалить слова]");
    // The row opens what it may open.
    let report = house.one(&REPORT, &[]).await;
    let opened = format!("/requests/reports/{report}");
    let links = owner.browser.get("/desk?queue=reported").await.attributes("p", "data-path");
    assert!(links.iter().any(|link| link.starts_with(&format!("{opened}?back="))), "{links:?}");
    owner.browser.get(&opened).await.is(200).sees("Вера").sees("Обидные слова").lacks("Деликатное").lacks("Илья");
    owner.browser.get(&format!("/requests/reports/{}", report - 1)).await.lacks("Обидные");
    vera.browser.get(&opened).await.is(403);
    let settled = [("settlement", "kept"), ("back", "/desk?queue=reported")];
    assert_eq!(owner.browser.post(&format!("{opened}/settlement"), &settled).await.is(303).location(), "/desk?queue=reported");
    owner.browser.get(&opened).await.is(404);
    ends_well(&house).await;
}

#[tokio::test]
async fn a_contact_is_judged_by_whoever_was_shown_it() {
    let Four { house, mut owner, mut nina, mut ilya, mut vera } = four().await;
    let request = asked(&mut nina, "Нужен редактор", &[]).await;
    let contact = answer(&mut ilya, request, "contact", "Звоните 555-01, обманет", &[]).await;
    let (page, path) = (format!("/requests/{request}"), format!("/requests/{request}/report"));
    let (asking, fields) = (format!("{path}?answer={contact}"), [("reason", "harm"), ("answer", &*contact.to_string())]);
    vera.browser.get(&page).await.lacks("Пожаловаться").lacks("555-01");
    vera.browser.get(&asking).await.is(404);
    vera.browser.post(&path, &fields).await.is(404);
    owner.browser.get(&page).await.lacks("555-01").lacks(&format!("answers/{contact}/deletion"));
    owner.browser.get("/desk").await.lacks("555-01");
    nina.browser.get(&asking).await.is(200).sees("эти слова увидят и администраторы");
    nina.browser.post(&path, &fields).await.is(303);
    owner.browser.get("/desk").await.sees("«Звоните 555-01, обманет»").sees("[Удалить слова]").lacks("[Посмотреть]");
    let report = house.one(&REPORT, &[]).await;
    assert_eq!(house.one(&SHOWN, &[]).await, 1);
    owner.browser.post(&format!("/requests/reports/{report}/settlement"), &[("settlement", "deleted")]).await.is(303);
    nina.browser.get(&page).await.sees("Модератор убрал эти слова").lacks("555-01");
    assert_eq!(house.one(&SHOWN, &[]).await, 0, "what staff were shown goes with the words");
    ends_well(&house).await;
}
