use crate::house::{asked, house, id_in, main_text};
use kernel::{MICROS_PER_DAY, Role};
use requests::wish::Wish;
use requests::{asking, draft, policy};
use store::{args, statement};

statement!(REQUESTS = "select count(*) from requests_requests where community_id = $1 and state = $2");
statement!(INVITED = "select count(*) from requests_invitations where community_id = $1 and request_id = $2 and member_id = $3");

#[tokio::test]
async fn a_request_is_drafted_looked_at_and_asked_once() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let form = nina.browser.get("/requests/new").await;
    form.is(200).sees("Новый запрос").lacks("Удалить черновик");
    let empty = nina.browser.submit(&form, "main form", &[("act", "ask")]).await;
    empty.is(422).sees("Скажите одной фразой");
    let fields =
        [("title", "Ищу юриста по семейным спорам"), ("details", "Нужен **завтра**"), ("city", "Казань"), ("act", "preview")];
    let preview = nina.browser.submit(&form, "main form", &fields).await;
    preview.is(200).sees("Ищу юриста по семейным спорам").sees("Казань").has(".prose strong");
    nina.browser.get("/requests/drafts").await.sees("Ищу юриста");
    ilya.browser.get("/requests/drafts").await.sees("Черновиков нет");
    assert_eq!((house.one(&REQUESTS, args!["draft"]).await, house.deeds("requests.asked").await), (1, 0));
    ilya.browser.get("/requests").await.lacks("юриста");
    let asking = preview.attribute("#ask", "action");
    let draft = asking.trim_end_matches("/asking").to_owned();
    for path in [draft.clone(), format!("{draft}/preview"), format!("{draft}/deletion"), format!("{draft}/files")] {
        ilya.browser.get(&path).await.is(404).lacks("юриста");
    }
    ilya.browser.post(&draft, &[("title", "Чужое"), ("act", "save")]).await.is(404);
    ilya.browser.post(&asking, &[]).await.is(404);
    ilya.browser.post(&format!("{draft}/deletion"), &[]).await.is(404);
    let first = nina.browser.post(&asking, &[]).await.is(303).location().to_owned();
    let second = nina.browser.post(&asking, &[]).await.is(303).location().to_owned();
    assert_eq!(first, second, "a form sent twice asks once");
    assert_eq!(first, format!("/requests/{}", id_in(&draft)));
    assert_eq!(nina.browser.post(&draft, &[("title", "Позже"), ("act", "save")]).await.is(303).location(), first);
    nina.browser.post(&format!("{draft}/deletion"), &[]).await.is(409);
    assert_eq!((house.one(&REQUESTS, args!["open"]).await, house.deeds("requests.asked").await), (1, 1));
    let list = ilya.browser.get("/requests").await;
    list.sees("Ищу юриста по семейным спорам").sees("Нина Абрамова").sees("ждёт ответа").sees("Казань");
    nina.browser.get("/requests/drafts").await.sees("Черновиков нет");
    house.settle().await;
}

#[tokio::test]
async fn the_first_form_sent_twice_asks_once_too() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let first = asked(&mut nina, "Кто ведёт группы для родителей", &[]).await;
    assert_eq!(asked(&mut nina, "Кто ведёт группы для родителей", &[]).await, first);
    assert_eq!(house.deeds("requests.asked").await, 1);
    house.database.clock.pass(MICROS_PER_DAY);
    assert_ne!(asked(&mut nina, "Кто ведёт группы для родителей", &[]).await, first, "tomorrow it is asked anew");
}

#[tokio::test]
async fn each_fault_stands_at_its_field_and_nothing_typed_is_lost() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let long = "слово ".repeat(17_000);
    let fields =
        [("title", "Ищу типографию"), ("details", long.as_str()), ("deadline", "2020-01-01"), ("tag", "печать"), ("act", "ask")];
    let page = nina.browser.post("/requests/new", &fields).await;
    page.is(422).sees("длиннее 8").sees("уже прошёл").has("#details-error").has("#deadline-error");
    assert_eq!(page.attribute("#title", "value"), "Ищу типографию");
    assert_eq!(page.one("#details").trim(), long.trim(), "100 kB come back whole");
    assert!(page.attributes("input[name=tag]", "value").contains(&"печать".to_owned()));
    assert_eq!(house.one(&REQUESTS, args!["draft"]).await, 0);
    let huge = "а".repeat(1_200_000);
    nina.browser.post("/requests/new", &[("details", huge.as_str())]).await.is(413);
    let fields = [("title", "Ищу типографию"), ("sight", "chosen"), ("act", "ask")];
    let page = nina.browser.post("/requests/new", &fields).await;
    page.is(422).sees("никого не выбрали");
    let draft = page.attribute("#ask", "action");
    assert!(draft.starts_with("/requests/drafts/"), "what could be kept is kept: {draft}");
    let page = nina.browser.submit(&page, "main form", &[("sight", "community"), ("act", "ask")]).await;
    assert_eq!(page.came_by.len(), 1, "asked now");
    let fields = [("title", "Ещё"), ("kind", "zzz"), ("topic", "zzz"), ("sight", "zzz"), ("act", "ask")];
    let page = nina.browser.post("/requests/new", &fields).await;
    page.is(422).has("#kind-error").has("#topic-error").has("#people-error").sees("Выберите, кто увидит запрос");
    assert_eq!((page.attribute("#title", "value").as_str(), page.count("input[name=sight][checked]")), ("Ещё", 0));
    let fields = [("title", "Ещё"), ("topic", "9999"), ("act", "save")];
    nina.browser.post("/requests/new", &fields).await.is(422).sees("направления больше нет");
}

#[tokio::test]
async fn a_draft_keeps_itself_and_is_thrown_away() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    nina.browser.post("/requests/new", &[("act", "auto")]).await.is(204);
    let kept = nina.browser.post("/requests/new", &[("title", "Ищу"), ("act", "auto")]).await;
    let path = kept.is(200).json()["path"].as_str().expect("an address").to_owned();
    let kept = nina.browser.post(&path, &[("title", "Ищу зал"), ("tag", "#Аренда, зал"), ("act", "auto")]).await;
    assert_eq!(kept.is(200).json()["path"], path.as_str());
    let page = nina.browser.get(&path).await;
    assert_eq!(page.attribute("#title", "value"), "Ищу зал");
    assert_eq!(page.attributes("input[name=tag]", "value")[..2], ["Аренда", "зал"]);
    let page = nina.browser.get(&format!("{path}/deletion")).await;
    nina.browser.submit(&page, "main form", &[]).await.is(200).sees("Черновик удалён").sees("Черновиков нет");
    nina.browser.get(&path).await.is(404);
    assert_eq!(house.one(&REQUESTS, args!["draft"]).await, 0);
}

#[tokio::test]
async fn chosen_people_alone_ever_meet_it() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut vera = house.member("Вера Кочетова", &[]).await;
    let mut boris = house.member("Борис Ильин", &[Role::Moderator]).await;
    let mut owner = house.member("Анна Хозяйка", &[Role::Owner]).await;
    let form = nina.browser.get("/requests/new").await;
    let fields = [
        ("title", "Разговор о конфликте в шкатулке"),
        ("sight", "chosen"),
        ("find", "кочет"),
        ("tag", "шкатулка"),
        ("act", "find"),
    ];
    let page = nina.browser.submit(&form, "main form", &fields).await;
    page.is(200).sees("Вера Кочетова").lacks("Борис Ильин");
    let member = vera.member.to_string();
    let page = nina.browser.submit(&page, "main form", &[("person", &member), ("act", "save")]).await;
    page.sees("Вера Кочетова").has(&format!("input[name=person][value='{member}'][checked]"));
    let draft = page.attribute("#ask", "action");
    let upload = nina.browser.get(&format!("{draft}/files")).await;
    let file = testkit::File { field: "files", name: "шкатулка.txt", kind: "text/html", bytes: b"<b>secret</b>" };
    let page = nina.browser.upload(&upload, "#upload", &[], &[file]).await;
    let download = page.sees("шкатулка.txt").link("шкатулка.txt");
    vera.browser.get(&download).await.is(404);
    let page = nina.browser.get(&draft).await;
    nina.browser.submit(&page, "main form", &[("act", "ask")]).await;
    let id = id_in(&draft);
    house.settle().await;
    assert_eq!(house.one(&INVITED, args![id, vera.member]).await, 1);
    vera.browser.get("/requests").await.sees("шкатулке").sees("только выбранным");
    vera.browser.get("/requests?list=invited").await.sees("шкатулке");
    vera.browser.get(&download).await.is(200);
    vera.browser.get("/requests/similar?q=конфликт+шкатулка").await.sees("Разговор о конфликте");
    for stranger in [&mut boris, &mut owner] {
        for path in [
            "/requests",
            "/requests?list=invited",
            "/requests?list=mine",
            "/requests?list=closed",
            "/requests/new",
            "/requests/similar?q=конфликт+шкатулка&part",
            "/requests/drafts",
            "/requests/topics",
        ] {
            stranger.browser.get(path).await.is(200).lacks("шкатулк").lacks("Шкатулк");
        }
        let narrowed = stranger.browser.get("/requests?tag=шкатулка").await;
        assert_eq!(narrowed.count("main .item"), 0);
        stranger.browser.get(&download).await.is(404);
        stranger.browser.get(&format!("/requests/{id}")).await.is(404);
    }
    nina.browser.get("/requests/new").await.lacks("шкатулка");
}

#[tokio::test]
async fn nothing_of_one_community_is_met_in_another() {
    let house = house().await;
    let there = house.database.community("kvarts").await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut stranger = house.member_of(there, "kvarts.localhost", "Чужой Человек", &[Role::Owner]).await;
    let id = asked(&mut nina, "Ищу гранитную плиту", &[("tag", "гранит")]).await;
    let draft = nina.browser.post("/requests/new", &[("title", "Черновая плита"), ("act", "save")]).await.location().to_owned();
    for path in ["/requests", "/requests/new", "/requests/similar?q=гранитная+плита&part", "/requests?list=closed"] {
        stranger.browser.get(path).await.is(200).lacks("гранит").lacks("плита</a>");
    }
    for path in [format!("/requests/{id}"), draft.clone(), format!("{draft}/preview"), format!("/requests/{id}/files/1")] {
        stranger.browser.get(&path).await.is(404);
    }
    // People of another community cannot be chosen.
    let form = stranger.browser.get("/requests/new").await;
    let fields = [("title", "Ищу"), ("sight", "chosen"), ("find", "Нина"), ("act", "find")];
    stranger.browser.submit(&form, "main form", &fields).await.lacks("Абрамова").sees("Участника с именем");
    let member = nina.member.to_string();
    let fields = [("title", "Ищу своих"), ("sight", "chosen"), ("person", member.as_str()), ("act", "ask")];
    stranger.browser.post("/requests/new", &fields).await.is(422).sees("никого не выбрали");
}

#[tokio::test]
async fn hostile_text_stays_text() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let hostile = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)> ![i](http://x/y.png)";
    let fields =
        [("title", "<b>Ищу</b> \"юриста\""), ("details", hostile), ("tag", "<i>тег"), ("wanted", "<u>Яндекс"), ("act", "preview")];
    let form = nina.browser.get("/requests/new").await;
    let page = nina.browser.submit(&form, "main form", &fields).await;
    page.is(200).sees("<b>Ищу</b>");
    assert_eq!((page.count("main script"), page.count("main img"), page.count("main a[href^='javascript']")), (0, 0, 0));
    assert!(main_text(&page).contains("<u>Яндекс"));
}

#[tokio::test]
async fn one_member_asks_five_times_a_day_and_fifteen_times_a_week() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    for day in 0..3 {
        for number in 0..asking::A_DAY {
            // Past the door, which keeps out who sends too many forms.
            let wish = Wish { title: format!("Запрос {day} {number}"), ..Wish::default() };
            let mut scope = house.database.store.write(&house.who(nina.member).await).await.expect("a turn");
            let actor = policy::actor(&mut scope).await.expect("a member");
            let draft = draft::keep(&mut scope, actor, None, &wish).await.expect("a draft");
            asking::ask(&mut scope, actor, draft, "web").await.expect("within the day");
            scope.commit().await.expect("asked");
        }
        let path = format!("/requests/{}", asked(&mut ilya, &format!("Другой {day}"), &[]).await);
        ilya.browser.post(&format!("{path}/closure"), &[("outcome", "withdrawn")]).await.is(303);
        let page = nina.browser.post("/requests/new", &[("title", "Ещё один"), ("city", "Тула"), ("act", "ask")]).await;
        page.is(422).sees("За сутки вы задали уже пять запросов").has("#title-error");
        assert_eq!((page.attribute("#title", "value"), page.attribute("#city", "value")), ("Ещё один".into(), "Тула".into()));
        assert_eq!(house.one(&REQUESTS, args!["draft"]).await, day + 1, "kept as a draft");
        house.database.clock.pass(MICROS_PER_DAY + 1);
    }
    let draft = nina.browser.get("/requests/drafts").await.attribute("main a[href^='/requests/drafts/']", "href");
    nina.browser.post(&format!("{draft}/asking"), &[]).await.is(422).sees("За неделю вы задали уже пятнадцать");
    house.database.clock.pass(4 * MICROS_PER_DAY);
    nina.browser.post(&format!("{draft}/asking"), &[]).await.is(303);
    assert_eq!(house.deeds("requests.asked").await, 19);
    house.settle().await;
}

#[tokio::test]
async fn whoever_asks_too_often_waits_and_loses_no_word() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let draft = nina.browser.post("/requests/new", &[("title", "Черновик"), ("act", "save")]).await.is(303).location().to_owned();
    for _ in 0..10 {
        nina.browser.post("/requests/new", &[("title", ""), ("details", "Без заголовка"), ("act", "ask")]).await.is(422);
    }
    let page = nina.browser.post("/requests/new", &[("title", "Одиннадцатый"), ("city", "Казань"), ("act", "ask")]).await;
    page.is(429).sees("слишком часто").has("#title-error");
    assert_eq!((page.attribute("#title", "value"), page.attribute("#city", "value")), ("Одиннадцатый".into(), "Казань".into()));
    nina.browser.post(&format!("{draft}/asking"), &[]).await.is(429);
    assert_eq!((house.one(&REQUESTS, args!["open"]).await, house.deeds("requests.asked").await), (0, 0));
    nina.browser.post("/requests/new", &[("title", "Одиннадцатый"), ("act", "save")]).await.is(303);
    asked(&mut ilya, "Первый запрос другого", &[]).await;
    house.settle().await;
}

#[tokio::test]
async fn the_enter_key_asks_and_in_the_field_for_a_name_it_looks_for_somebody() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    house.member("Вера Кочетова", &[]).await;
    let form = nina.browser.get("/requests/new").await;
    assert_eq!(form.attribute("form#ask button", "value"), "enter", "the first button is the one that the key presses");
    let fields = [("title", "Нужен печник"), ("sight", "chosen"), ("find", "вера"), ("act", "enter")];
    let draft = nina.browser.post("/requests/new", &fields).await.is(303).location().to_owned();
    assert!(draft.starts_with("/requests/drafts/"), "{draft}");
    nina.browser.get(&draft).await.sees("Вера Кочетова");
    assert_eq!(house.deeds("requests.asked").await, 0);
    let asked = nina.browser.post("/requests/new", &[("title", "Нужен кровельщик"), ("act", "enter")]).await;
    assert!(!asked.is(303).location().starts_with("/requests/drafts"), "{}", asked.location());
    assert_eq!(house.deeds("requests.asked").await, 1);
    nina.browser
        .post("/requests/new", &[("title", ""), ("details", "Без заголовка"), ("act", "enter")])
        .await
        .is(422)
        .sees("Без заголовка");
}
