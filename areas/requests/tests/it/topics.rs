//! Topics found in requests: their figures by hand, what they lead to, who may see them, and what must not be in them.

use crate::answering::{answer, ends_well};
use crate::house::{Person, TestHouse, answered, asked, house, house_with, said};
use kernel::{Door, MICROS_PER_DAY, Micros, Role};
use requests::figures::{self, Figures};
use store::{args, global_statement, statement};
use testkit::Page;
use web::{Area, DeskAsk, Html, Route, Visit};

const DAY: Micros = MICROS_PER_DAY;
const HOUR: Micros = DAY / 24;
const PAGE: &str = "/requests/topics/found";

statement!(
    MOVE =
        "update requests_requests set asked_at = $3, first_answer_at = $4, last_answer_at = $4 where community_id = $1 and id = $2"
);
statement!(MOVE_ANSWERS = "update requests_answers set at = $3 where community_id = $1 and request_id = $2");
global_statement!(PROFESSION = "update identity_communities set profession = 'Юристы' where id = $1");
statement!(ACTS = "select count(*) from identity_audit where community_id = $1 and act = $2");
statement!(TOPIC_OF = "select coalesce(topic_id, 0) from requests_requests where community_id = $1 and id = $2");

/// A request as if it had been asked so long ago, and answered so long after.
async fn put_back(house: &TestHouse, request: i64, ago: Micros, wait: Option<Micros>) {
    let mut scope = house.write().await;
    let at = scope.now() - ago;
    scope.run(&MOVE, args![request, at, wait.map(|wait| at + wait)]).await.expect("moved");
    if let Some(wait) = wait {
        scope.run(&MOVE_ANSWERS, args![request, at + wait]).await.expect("moved");
    }
    scope.commit().await.expect("it stays there");
}

async fn recount(house: &TestHouse, staff: &mut Person) -> Page {
    staff.browser.post(PAGE, &[]).await.is(303);
    house.settle().await;
    staff.browser.get(PAGE).await
}

/// The cells of one topic in the table, its name first.
fn row(page: &Page, label: &str) -> Vec<String> {
    let rows = page.all("table tbody tr th").iter().position(|name| name == label).unwrap_or_else(|| panic!("no {label}"));
    let nth = rows + 1;
    page.all(&format!("table tbody tr:nth-child({nth}) td"))
}

/// Ten requests for a lawyer by three people: eight of the last ninety days, one of them of today.
async fn lawyers(house: &TestHouse, askers: &mut [Person; 3], vera: &mut Person, ilya: &mut Person) -> Vec<i64> {
    let needs = ["аренда", "развод", "наследство", "штраф", "таможня", "патент", "банкротство", "виза", "ипотека", "завещание"];
    let mut ids = Vec::new();
    for (at, need) in needs.iter().enumerate() {
        ids.push(asked(&mut askers[at % 3], &format!("Нужен юрист: {need}"), &[]).await);
    }
    for id in &ids[..4] {
        answer(vera, *id, "solution", "Помогу", &[]).await;
    }
    for id in [ids[0], ids[4]] {
        answer(ilya, id, "solution", "И я помогу", &[]).await;
    }
    let helper = vera.member.to_string();
    for (asker, id) in [(0, ids[0]), (1, ids[1])] {
        let closed = [("outcome", "solved"), ("helper", helper.as_str())];
        askers[asker].browser.post(&format!("/requests/{id}/closure"), &closed).await.is(303);
    }
    let days = [3, 10, 20, 40, 60, 70, 80, 0, 100, 170];
    let waits = [Some(1), Some(2), Some(4), Some(30), Some(50), None, None, None, None, None];
    for ((id, days), wait) in ids.iter().zip(days).zip(waits) {
        put_back(house, *id, days * DAY + HOUR, wait.map(|hours| hours * HOUR)).await;
    }
    ids
}

#[tokio::test]
async fn figures_are_those_counted_by_hand_and_lead_to_their_requests() {
    let house = house().await;
    let mut askers = [house.member("Нина", &[]).await, house.member("Олег", &[]).await, house.member("Пётр", &[]).await];
    let (mut vera, mut ilya) = (house.member("Вера Ким", &[]).await, house.member("Илья Громов", &[]).await);
    let mut boss = house.member("Анна", &[Role::Administrator]).await;
    boss.browser.get(PAGE).await.is(200).sees("Ещё не считали");
    recount(&house, &mut boss).await.sees("Частых тем пока нет").sees("0 запросов за 90 дней");
    lawyers(&house, &mut askers, &mut vera, &mut ilya).await;
    for need in ["кран", "труба", "котёл", "ванна"] {
        asked(&mut askers[0], &format!("Нужен сантехник: {need}"), &[]).await;
    }
    let page = recount(&house, &mut boss).await;
    page.sees("Одну тему стоит сделать направлением")
        .sees("12 запросов за 90 дней")
        .sees("до того за столько же 2")
        .lacks("антехник");
    page.sees("Найденных в истории переписки среди них нет");
    let cells = row(&page, "Юрист");
    assert_eq!(cells, ["Стоит открыть.", "8, до того 2", "3 из 7 · 43 %", "Вера Ким (4), Илья Громов (2)"].map(str::to_owned));
    let why = page.one("#worth article");
    assert!(why.contains("за сутки никто не ответил: 4 из 7") && why.contains("отвечали 2 участника"), "{why}");
    assert!(why.contains("Вера Ким: ответы на 4 из 10 запросов, помощь подтвердили 2 раза"), "{why}");
    assert!(!why.contains("Илья"), "nobody confirmed his help: {why}");
    let topic = page.attribute("table tbody th a", "href");
    let (vera_id, ilya_id) = (vera.member.to_string(), ilya.member.to_string());
    for (query, count) in [
        (String::new(), 10),
        ("?of=lately".to_owned(), 8),
        ("?of=earlier".to_owned(), 2),
        ("?of=in-time".to_owned(), 3),
        ("?of=late".to_owned(), 4),
        ("?of=answered".to_owned(), 5),
        ("?of=found".to_owned(), 0),
        (format!("?who={vera_id}"), 4),
        (format!("?of=helped&who={vera_id}"), 2),
        (format!("?who={ilya_id}"), 2),
        (format!("?of=helped&who={ilya_id}"), 0),
    ] {
        let list = boss.browser.get(&format!("{topic}{query}")).await;
        assert_eq!(list.is(200).count("#requests article"), count, "{query}");
        assert!(list.one("#requests h2").ends_with(&format!(": {count}")), "{query}: {}", list.one("#requests h2"));
    }
    boss.browser
        .get(&topic)
        .await
        .sees("Нужен юрист: аренда")
        .sees("Обычно ждут 4 ч")
        .sees("первый ответ через 4 ч")
        .lacks("сантехник");
    assert!(house.statements(&mut boss, PAGE).await <= 10);
    assert!(house.statements(&mut boss, &topic).await <= 12);
    ends_well(&house).await;
}

#[tokio::test]
async fn what_all_members_are_is_no_topic_among_them() {
    let house = house().await;
    let mut anna = house.member("Анна", &[Role::Owner]).await;
    let mut askers = [house.member("Нина", &[]).await, house.member("Павел", &[]).await, house.member("Олег", &[]).await];
    let (mut vera, mut ilya) = (house.member("Вера", &[]).await, house.member("Илья", &[]).await);
    lawyers(&house, &mut askers, &mut vera, &mut ilya).await;
    recount(&house, &mut anna).await.sees("Юрист");
    let mut global = house.database.store.global().await.expect("a turn to write");
    global.run(&PROFESSION, args![house.community]).await.expect("lawyers all of them");
    global.commit().await.expect("it stays so");
    recount(&house, &mut anna).await.is(200).lacks("Юрист");
}

#[tokio::test]
async fn a_direction_is_opened_from_a_topic_with_a_leader_who_agreed() {
    let house = house().await;
    let mut askers = [house.member("Нина", &[]).await, house.member("Олег", &[]).await, house.member("Пётр", &[]).await];
    let (mut vera, mut ilya) = (house.member("Вера Ким", &[]).await, house.member("Илья Громов", &[]).await);
    let mut boss = house.member("Анна", &[Role::Administrator]).await;
    let ids = lawyers(&house, &mut askers, &mut vera, &mut ilya).await;
    let page = recount(&house, &mut boss).await;
    let form = boss.browser.click(&page, "Открыть направление: Юрист").await;
    assert_eq!(form.is(200).attribute("#name", "value"), "Юрист");
    assert_eq!(form.attribute("#tags", "value"), "юрист");
    assert_eq!(form.attribute("input[name=leader][checked]", "value"), vera.member.to_string());
    let refused = boss.browser.submit(&form, "#new", &[]).await;
    refused.is(422).sees("Сначала спросите, согласен ли человек").has("#leader-error");
    let opened = boss.browser.submit(&refused, "#new", &[("name", "Право"), ("agreed", "1")]).await;
    opened.is(200).sees("Направление открыто, и его ведут").sees("Вера Ким");
    assert_eq!(opened.attribute("#tags", "value"), "юрист");
    for act in ["requests.topic-opened", "requests.topic-tagged", "requests.leader-named"] {
        assert_eq!(house.one(&ACTS, args![act]).await, 1, "{act}");
    }
    let page = boss.browser.get(PAGE).await;
    assert_eq!(row(&page, "Юрист")[0], "Уже в направлении Право", "known by its tag, though its name is another");
    page.sees("Новые направления пока не нужны").lacks("Стоит открыть.");

    let direction = opened.path.trim_end_matches("/edit").rsplit('/').next().expect("a number").to_owned();
    let nina = &mut askers[0];
    nina.browser
        .get("/requests/similar?part=&q=Нужны+юристы")
        .await
        .sees("Похоже на направление «Право»")
        .has("button[name=suggested]");
    nina.browser.get("/requests/similar?part=&q=Нужен+стол").await.lacks("Похоже на направление");
    let draft = nina.browser.post("/requests/new", &[("title", "Ищу юристов"), ("suggested", &direction), ("topic", "")]).await;
    let draft = nina.browser.follow(draft).await;
    assert_eq!(draft.attribute("#topic option[selected]", "value"), direction);
    draft.lacks("Похоже на направление");
    let number = draft.path.rsplit('/').next().and_then(|id| id.parse::<i64>().ok()).expect("a draft");
    assert_eq!(house.one(&TOPIC_OF, args![number]).await.to_string(), direction);

    let edit = boss.browser.get(&format!("/requests/topics/{direction}/edit")).await;
    boss.browser.submit(&edit, "#tag", &[("tags", "я,".repeat(9).as_str()), ("act", "tag")]).await;
    boss.browser.submit(&edit, "#tag", &[("tags", "суд, договор"), ("act", "tag")]).await.is(200).sees("Сохранено");
    nina.browser.get("/requests/similar?part=&q=Составить+договоры").await.sees("Похоже на направление «Право»");
    boss.browser.get(PAGE).await.sees("Стоит открыть.");
    boss.browser.post(&format!("/requests/topics/{direction}/edit"), &[("act", "retire")]).await.is(303);
    nina.browser.get("/requests/similar?part=&q=Составить+договоры").await.lacks("Похоже на направление");
    assert_eq!(ids.len(), 10);
}

#[tokio::test]
async fn topics_are_for_staff_and_hold_nothing_of_chosen_people() {
    let house = house().await;
    let mut askers = [house.member("Нина", &[]).await, house.member("Олег", &[]).await, house.member("Пётр", &[]).await];
    let (mut vera, mut ilya) = (house.member("Вера Ким", &[]).await, house.member("Илья Громов", &[]).await);
    let mut boss = house.member("Анна", &[Role::Administrator]).await;
    let chosen = vera.member.to_string();
    for (at, need) in ["луна", "марс", "венера", "сатурн", "юпитер"].iter().enumerate() {
        let title = format!("Нужен астролог, а ещё юрист: {need}");
        asked(&mut askers[(at + 1) % 3], &title, &[("sight", "chosen"), ("person", &chosen), ("tag", "тайное")]).await;
    }
    lawyers(&house, &mut askers, &mut vera, &mut ilya).await;
    let page = recount(&house, &mut boss).await;
    page.lacks("стролог").lacks("айное").sees("8 запросов за 90 дней");
    assert_eq!(row(&page, "Юрист")[1], "8, до того 2", "requests of chosen people do not count");
    let topic = page.attribute("table tbody th a", "href");
    boss.browser.get(&topic).await.is(200).lacks("стролог").lacks("луна");
    let id = topic.rsplit('/').next().expect("a number").to_owned();

    for path in [PAGE.to_owned(), topic.clone()] {
        askers[0].browser.get(&path).await.is(403);
    }
    askers[0].browser.post(PAGE, &[]).await.is(403);
    askers[0].browser.post(&format!("{topic}/putting-off"), &[]).await.is(403);
    askers[0].browser.get(&format!("/requests/topics?found={id}")).await.is(200).lacks("Юрист");
    boss.browser.get(&format!("{PAGE}/777")).await.is(404);
    boss.browser.get(&format!("{PAGE}/нет")).await.is(404);
    boss.browser.post(&format!("{PAGE}/777/putting-off"), &[]).await.is(404);
    boss.browser.post(&format!("{topic}/putting-off"), &[]).await.is(303);

    let other = house.database.community("iskra").await;
    let mut stranger = house.member_of(other, "iskra.localhost", "Марк", &[Role::Owner]).await;
    stranger.browser.get(&topic).await.is(404);
    stranger.browser.post(&format!("{topic}/putting-off"), &[]).await.is(404);
    stranger.browser.post(PAGE, &[]).await.is(303);
    house.settle().await;
    stranger.browser.get(PAGE).await.is(200).sees("Частых тем пока нет").lacks("Юрист");
    stranger.browser.get(&topic).await.is(404);
}

async fn figures_for(house: &TestHouse, person: &Person) -> Figures {
    let mut scope = house.database.store.read(&house.who(person.member).await).await.expect("a snapshot");
    figures::lately(&mut scope).await.expect("figures")
}

#[tokio::test]
async fn found_requests_count_once_the_owner_accepted_them_and_no_longer_when_they_are_set_apart() {
    let house = house().await;
    let people = [house.imported("Руслан").await, house.imported("Нина").await, house.imported("Олег").await];
    let helper = house.imported("Вера").await;
    let start = house.database.clock.now() - 40 * DAY;
    let mut lines = Vec::new();
    for day in 1..=35 {
        let what = if day % 3 == 0 { "бухгалтера" } else { "помощника" };
        let place = usize::try_from(day).expect("few") % 3;
        let asker = if day % 3 == 0 { people[usize::try_from(day / 3).expect("few") % 3] } else { people[place] };
        lines.push(said(day, start + day * DAY, asker, &format!("Коллеги, подскажите, пожалуйста, кто знает {what} имя{day}?")));
        if day >= 31 {
            lines.push(answered(day + 100, start + day * DAY + 2 * HOUR, helper, day, "Попробуйте Екатерину, она принимает"));
        }
    }
    lines.sort_by_key(|line| line.at);
    house.history(house.hidden().await, lines).await;
    house.settle().await;
    let mut owner = house.member("Анна Вершинина", &[Role::Owner]).await;
    recount(&house, &mut owner)
        .await
        .sees("0 запросов за 90 дней")
        .sees("Найденных в истории переписки среди них нет")
        .lacks("ухгалтер");
    assert_eq!(figures_for(&house, &owner).await, Figures::default());

    let page = owner.browser.get("/requests/found").await;
    for act in page.attributes("form[action^='/requests/found/']:has(button[name=asks])", "action") {
        owner.browser.post(&act, &[("asks", "yes")]).await.is(303);
    }
    owner.browser.post("/requests/found/acceptance", &[("accepted", "yes")]).await.is(303);
    house.settle().await;
    let page = owner.browser.get(PAGE).await;
    page.sees("0 запросов за 90 дней").sees("К ним 35 найденных в истории переписки");
    let cells = row(&page, "Бухгалтер");
    assert_eq!(cells[1], "11", "days 3, 6 … 33");
    assert_eq!(cells[2], "1 из 11 · 9,1 %", "day 33 alone was answered");
    let topic = page.attributes("table tbody th a", "href").into_iter().next().expect("a topic");
    let list = owner.browser.get(&format!("{topic}?of=found")).await;
    assert!(list.is(200).count("#requests article") >= 11);
    list.sees("из истории").sees("Коллеги, подскажите");

    let figures = figures_for(&house, &owner).await;
    let expected = Figures {
        asked: 26,
        found: 26,
        ripe: 26,
        answered_in_time: 5,
        answered: 5,
        median_wait: Some(2 * HOUR),
        closed: 0,
        escalated: 0,
        counted_at: None,
    };
    assert_eq!(figures, expected, "days 10 to 35 are of the last thirty, 31 to 35 were answered");
    assert_eq!(figures.own(), 0);
    let mut nina = house.member("Нина", &[]).await;
    asked(&mut nina, "Ищу зал", &[]).await;
    let both = figures_for(&house, &owner).await;
    assert_eq!((both.asked, both.found, both.own(), both.ripe), (27, 26, 1, 26));
    assert_eq!(figures_for(&house, &nina).await.found, 0, "a history that is not open is nothing to members");

    owner.browser.post("/requests/found/acceptance", &[("accepted", "no")]).await.is(303);
    house.settle().await;
    owner.browser.get(PAGE).await.sees("Найденных в истории переписки среди них нет").lacks("ухгалтер");
    assert_eq!(figures_for(&house, &owner).await, Figures { asked: 1, ..Figures::default() });
    nina.browser.get(PAGE).await.is(403);
}

/// What requests lay on the Desk, one row a line, for those who may see it.
async fn lay(visit: Visit) -> web::Result<web::Response> {
    let ask = DeskAsk { queue: Some("topics".to_owned()), after: None, limit: 20 };
    let mut scope = visit.read().await?;
    let part = requests::area().desk.expect("requests have a Desk")(&mut scope, &visit, &ask).await?;
    let acts = |row: &web::DeskRow| row.acts.iter().map(|act| act.path.clone()).collect::<Vec<_>>().join(" ");
    let told = |row: &web::DeskRow| format!("<li>{} | {} | {}</li>", row.title, row.reasons.join("; "), acts(row));
    let rows: Vec<String> = part.rows.iter().map(told).collect();
    let count = part.queues.iter().find(|queue| queue.code == "topics").expect("a queue").count;
    Ok(axum::response::IntoResponse::into_response(axum::response::Html(format!(
        "<main><p>{count}</p><ul>{}</ul></main>",
        Html::trusted(rows.join("")).as_str()
    ))))
}

#[tokio::test]
async fn the_desk_says_which_direction_is_worth_opening_until_it_is_opened_or_put_off() {
    let desk = Area { name: "laid", routes: vec![Route::get("/laid", Door::Staff, lay)], ..Area::default() };
    let house = house_with(vec![desk]).await;
    let mut askers = [house.member("Нина", &[]).await, house.member("Олег", &[]).await, house.member("Пётр", &[]).await];
    let (mut vera, mut ilya) = (house.member("Вера Ким", &[]).await, house.member("Илья Громов", &[]).await);
    let mut boss = house.member("Анна", &[Role::Administrator]).await;
    lawyers(&house, &mut askers, &mut vera, &mut ilya).await;
    assert_eq!(boss.browser.get("/laid").await.one("main p"), "0", "nothing was counted yet");
    let topic = recount(&house, &mut boss).await.attribute("table tbody th a", "href");
    let laid = boss.browser.get("/laid").await;
    assert_eq!((laid.one("main p").as_str(), laid.count("main li")), ("1", 1));
    laid.sees("«Юрист»: стоит открыть направление").sees("8 запросов за 90 дней").sees("за сутки никто не ответил: 4 из 7");
    laid.sees("мог бы вести участник Вера Ким").sees(&format!("{topic}/putting-off"));
    boss.browser.post(&format!("{topic}/putting-off"), &[]).await.is(303);
    assert_eq!(boss.browser.get("/laid").await.one("main p"), "0");
    boss.browser.get(PAGE).await.sees("Стоит открыть.");
    for (days, rows) in [(89, "0"), (2, "1")] {
        house.database.clock.pass(days * DAY);
        boss = house.member("Анна", &[Role::Administrator]).await;
        assert_eq!(boss.browser.get("/laid").await.one("main p"), rows);
    }
    boss.browser.post("/requests/topics", &[("name", "Юристы")]).await.is(303);
    assert_eq!(boss.browser.get("/laid").await.one("main p"), "0", "there is such a direction now");
}

#[tokio::test]
async fn where_members_live_is_no_topic_and_a_calling_is_named_as_dictionaries_have_it() {
    let house = house().await;
    let mut boss = house.member("Основатель", &[Role::Owner]).await;
    let mut askers = [house.member("Анна", &[]).await, house.member("Борис", &[]).await, house.member("Вера", &[]).await];
    crate::routed::says(&house, &boss, "city", "Ростов-на-Дону", people::points::Visibility::Members).await;
    let needs = ["посоветуйте бухгалтера", "бухгалтера на упрощёнку", "ищу бухгалтера", "жду бухгалтера", "толкового бухгалтера"];
    for (at, need) in needs.iter().enumerate() {
        asked(&mut askers[at % 3], &format!("В Ростове {need}"), &[]).await;
    }
    let page = recount(&house, &mut boss).await;
    assert_eq!(page.all("table tbody tr th"), ["Бухгалтер"]);
    ends_well(&house).await;
}
