use crate::house::{asked, house};
use kernel::Role;
use store::statement;

statement!(ACTS = "select count(*) from identity_audit where community_id = $1 and act like 'requests.%'");

#[tokio::test]
async fn staff_open_lead_rename_and_close_directions() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut boss = house.member("Анна", &[Role::Administrator]).await;
    nina.browser.get("/requests/topics").await.sees("Направлений пока нет").lacks("Открыть направление");
    nina.browser.post("/requests/topics", &[("name", "Моё")]).await.is(403);
    let page = boss.browser.get("/requests/topics").await;
    boss.browser.submit(&page, "#new", &[("name", " ")]).await.is(422).sees("Дайте направлению название");
    let edit = boss.browser.submit(&page, "#new", &[("name", "Семейная  терапия")]).await;
    edit.is(200).sees("Направление открыто");
    let page = boss.browser.submit(&page, "#new", &[("name", "семейная терапия")]).await;
    page.is(422).sees("уже есть");
    let (path, topic) = (edit.path.clone(), edit.path.trim_end_matches("/edit").to_owned());
    nina.browser.get(&path).await.is(403);
    nina.browser.post(&path, &[("act", "retire")]).await.is(403);
    let found = boss.browser.submit(&edit, "#find", &[("q", "абрам")]).await;
    let page = boss.browser.submit(&found, "#lead", &[("act", "lead")]).await;
    page.sees("Нина Абрамова").sees("Больше не ведёт");
    boss.browser.post(&path, &[("act", "lead"), ("leader", "999")]).await.is(422).sees("среди участников нет");
    let page = boss.browser.submit(&page, "#rename", &[("name", "Семья"), ("act", "rename")]).await;
    nina.browser.get("/requests/topics").await.sees("Семья").sees("ведёт Нина Абрамова");
    let number = topic.rsplit('/').next().expect("a number").to_owned();
    asked(&mut nina, "Ищу терапевта", &[("topic", &number)]).await;
    nina.browser.get(&topic).await.sees("Ищу терапевта");
    nina.browser.get(&format!("/requests?topic={number}")).await.sees("Ищу терапевта");
    let page = boss.browser.submit(&page, "#retire", &[("act", "retire")]).await;
    page.sees("Открыть снова");
    nina.browser.get("/requests/new").await.lacks("Семья");
    nina.browser.get(&topic).await.sees("закрыто для новых").sees("Ищу терапевта");
    nina.browser.post("/requests/new", &[("title", "Ещё"), ("topic", &number), ("act", "ask")]).await.is(422);
    let list = boss.browser.get("/requests/topics").await;
    boss.browser.submit(&list, "#new", &[("name", "Семья")]).await.sees("Направление открыто");
    nina.browser.get("/requests/new").await.sees("Семья");
    assert_eq!(house.one(&ACTS, &[]).await, 5);
    boss.browser.get("/audit").await.is(403);
    nina.browser.get("/requests/topics/777").await.is(404);
}

#[tokio::test]
async fn staff_say_how_the_community_asks() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut owner = house.member("Анна", &[Role::Owner]).await;
    nina.browser.get("/requests/settings").await.is(403);
    nina.browser.post("/requests/settings", &[("asked", "7"), ("hours", "12")]).await.is(403);
    let page = owner.browser.get("/requests/settings").await;
    assert_eq!((page.attribute("#asked", "value").as_str(), page.attribute("#hours", "value").as_str()), ("5", "24"));
    owner
        .browser
        .submit(&page, "#settings", &[("asked", "21"), ("hours", "много")])
        .await
        .is(422)
        .has("#asked-error")
        .has("#hours-error");
    let page = owner.browser.submit(&page, "#settings", &[("asked", "7"), ("hours", "12")]).await;
    assert_eq!((page.attribute("#asked", "value").as_str(), page.attribute("#hours", "value").as_str()), ("7", "12"));
    owner.browser.submit(&page, "#settings", &[]).await.is(200);
    assert_eq!(house.one(&ACTS, &[]).await, 1, "what stays as it was is no act");
    owner.browser.get("/audit").await.sees("Изменено, как спрашивают о помощи");
}
