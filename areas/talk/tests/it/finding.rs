use crate::house::{house, id_in, said};
use kernel::{AudienceId, MICROS_PER_DAY, Role};
use store::{Deed, Follower};
use talk::history::{Incoming, ServiceDeed};

const THEN: i64 = 1_700_000_000_000_000;

#[tokio::test]
async fn words_are_found_marked_and_narrowed() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Гордеев", &[]).await;
    let vera = house.imported("Вера Кочетова").await;
    // She only joined: whoever said nothing is no author.
    let silent = house.imported("Варвара Тихонова").await;
    let joined = ServiceDeed { kind: "chat.joined", parties: Vec::new() };
    let joined = Incoming { number: 2, at: THEN + 1, author: Some(silent), service: Some(joined), ..Incoming::default() };
    house.history(AudienceId::EVERYONE, vec![said(1, THEN, vera, "Говорили о супервизии <b>в Казани</b>"), joined]).await;
    nina.browser.post("/talk/new", &[("text", "Ищу супервизора: нужна супервизия в четверг")]).await.is(303);
    let page = nina.browser.get("/search?q=супервизией").await;
    page.is(200).sees("Ещё 2 новых сообщения записываются в поиск").sees("Ничего не нашлось");
    house.settle().await;
    let page = ilya.browser.get("/search?q=супервизией").await;
    page.is(200).sees("Нашлось 2 совпадения").lacks("записыва").sees("<b>в Казани</b>");
    assert!(page.all("mark").contains(&"супервизии".to_owned()), "{:?}", page.all("mark"));
    assert_eq!(page.count(".hits b"), 0, "found text is escaped");
    ilya.browser.get("/search?q=супервизия&until=2023-12-31").await.sees("Нашлось 1 совпадение").sees("Вера Кочетова");
    ilya.browser.get("/search?q=супервизия&from=2024-01-01").await.sees("Нашлось 1 совпадение").sees("Нина Абрамова");
    let one = ilya.browser.get("/search?q=супервизия&who=Абрамова").await;
    one.sees("Нашлось 1 совпадение").sees("в четверг").lacks("Казани");
    let author = ilya.browser.get("/search?q=супервизия&who=Кочетова").await;
    author.sees("Нашлось 1 совпадение").sees("Казани").lacks("в четверг");
    assert_eq!(author.count("main a[href^='/people/']"), 0, "who came with a history has a name and no page");
    for nobody in ["Никто", "%25", "_", "к", "Тихонова", "Варвара%20Тихонова"] {
        let page = ilya.browser.get(&format!("/search?q=супервизия&who={nobody}")).await;
        page.sees("такого имени нет").lacks("Казани");
    }
    ilya.browser.get(&format!("/search?q=супервизия&person={vera}")).await.sees("Нашлось 1 совпадение").sees("Казани");
    ilya.browser.get("/search").await.is(200).sees("О чём хотите узнать?");
    ilya.browser.get("/search?q=жираф&after=&from=&person=").await.is(200).sees("Ничего не нашлось");
    let hit = ilya.browser.get("/search?q=четверг").await;
    let address = hit.attribute(".hit a[href^='/talk/messages/']", "href");
    ilya.browser.visit(&address).await.is(200).sees("нужна супервизия");
}

#[tokio::test]
async fn of_many_who_may_be_meant_the_first_are_shown_and_that_is_said() {
    let house = house().await;
    let mut reader = house.member("Нина", &[]).await;
    let mut lines = Vec::new();
    for number in 1..=9 {
        let author = house.imported(&format!("Вера {number}")).await;
        lines.push(said(number, THEN + number, author, "Слово"));
    }
    house.history(AudienceId::EVERYONE, lines).await;
    house.settle().await;
    let page = reader.browser.get("/search?q=слово&who=Вера").await;
    page.is(200).sees("Кого вы имели в виду?").sees("Показаны первые 8").sees("Вера 8").lacks("Вера 9");
    reader.browser.get("/search?q=слово&who=Вера+9").await.lacks("Показаны первые").sees("Нашлось 1 совпадение");
}

#[tokio::test]
async fn a_day_that_nobody_can_read_is_told_at_its_field() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    nina.browser.post("/talk/new", &[("text", "Супервизия в четверг")]).await.is(303);
    house.settle().await;
    let page = nina.browser.get("/search?q=супервизия&from=вчера&until=2024-02-31").await;
    page.is(422).sees("Это не дата").lacks("Нашёлся").lacks("Ничего не нашлось");
    for field in ["from", "until"] {
        assert_eq!(page.attribute(&format!("#{field}"), "aria-describedby"), format!("{field}-error"));
        page.has(&format!("#{field}[aria-invalid=true][type=text]")).has(&format!("#{field}-error"));
    }
    assert_eq!((page.attribute("#from", "value").as_str(), page.attribute("#q", "value").as_str()), ("вчера", "супервизия"));
    let mended = nina.browser.get("/search?q=супервизия&from=2020-01-01&until=").await;
    mended.is(200).sees("Нашлось 1 совпадение").has("#from[type=date]");
    assert_eq!(mended.count("[aria-invalid], .error"), 0);
    nina.browser.get("/search?q=нина&kind=people&from=вчера").await.is(200).sees("Нашлось 1 совпадение");
}

#[tokio::test]
async fn people_are_found_from_joining_to_leaving() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let gone = house.member("Пётр Соловьёв", &[]).await;
    house.imported("Пётр Кочетов").await;
    house.settle().await;
    let page = nina.browser.get("/search?q=петр&kind=people").await;
    page.is(200).sees("Пётр Соловьёв").lacks("Кочетов").has("a[href^='/people/'] mark, .hit a[href^='/people/']");
    let people::PersonSearch(find) = talk::person_search(house.index.clone());
    let who = identity::gate::who(&house.database.store, &house.database.who(house.community), nina.member).await.unwrap();
    assert_eq!(find(house.community, &who.viewer, "соловьев", 10).unwrap(), [gone.member]);
    assert!(find(house.community, &kernel::Viewer::default(), "соловьев", 10).unwrap().is_empty());
    let mut scope = house.write().await;
    identity::member::leave(&mut scope, gone.member).await.unwrap();
    scope.commit().await.unwrap();
    house.settle().await;
    nina.browser.get("/search?q=петр&kind=people").await.lacks("Соловьёв").sees("Ничего не нашлось");
}

#[tokio::test]
async fn what_is_deleted_or_edited_is_found_no_more() {
    let house = house().await;
    let mut nina = house.member("Нина", &[Role::Moderator]).await;
    let first = nina.browser.post("/talk/new", &[("text", "Секретное слово кентавр")]).await.location().to_owned();
    let second = nina.browser.post("/talk/new", &[("text", "Опечатка: грифон")]).await.location().to_owned();
    house.settle().await;
    nina.browser.get("/search?q=кентавр").await.sees("Нашлось 1 совпадение");
    nina.browser.post(&format!("/talk/messages/{}/deletion", id_in(&first)), &[]).await.is(303);
    // The rows have the last word even before the index has met the deed.
    nina.browser.get("/search?q=кентавр").await.lacks("Секретное");
    nina.browser.post(&format!("/talk/messages/{}/correction", id_in(&second)), &[("text", "Поправка: сфинкс")]).await.is(303);
    house.settle().await;
    nina.browser.get("/search?q=кентавр").await.sees("Ничего не нашлось");
    nina.browser.get("/search?q=грифон").await.sees("Ничего не нашлось");
    nina.browser.get("/search?q=сфинкс").await.sees("Нашлось 1 совпадение");
}

#[tokio::test]
async fn words_behind_a_spoiler_are_found_and_stay_hidden() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let vera = house.imported("Вера").await;
    let html = "<p>Убийца — <label class=\"spoiler\"><span>садовник &lt;Лев&gt;</span></label>, и <em>точка</em></p>";
    let told = Incoming { html: Some(html.to_owned()), ..said(1, THEN, vera, "Убийца — […], и точка") };
    house.history(AudienceId::EVERYONE, vec![told]).await;
    house.settle().await;
    for words in ["садовником", "лев", "убийца"] {
        let page = nina.browser.get(&format!("/search?q={words}")).await;
        page.is(200).sees("Нашлось 1 совпадение").sees("Убийца — […], и точка").lacks("садовник &");
        assert!(!page.one(".hit").contains("Лев"), "{}", page.one(".hit"));
    }
}

#[tokio::test]
async fn a_rebuilt_index_equals_the_running_one_and_a_withdrawn_history_leaves_it() {
    let house = house().await;
    let mut staff = house.member("Нина", &[Role::Owner, Role::Administrator]).await;
    let vera = house.imported("Вера").await;
    let audience = house.hidden().await;
    let lines = (1..=700)
        .map(|number| said(number, THEN + number * MICROS_PER_DAY / 700, vera, &format!("Заметка номер{number} о налогах")))
        .collect();
    house.history(audience, lines).await;
    staff.browser.get("/search").await.is(200).sees("впереди 99+ сообщений");
    house.settle().await;
    staff.browser.get("/search").await.is(200).lacks("записывается в поиск");
    let found = |page: &testkit::Page| page.one(".sec .small.muted");
    let running = found(&staff.browser.get("/search?q=налог").await);
    assert!(running.contains("700"), "{running}");
    let first = staff.browser.get("/search?q=налог&order=newest").await;
    let second = staff.browser.click(&first, "Дальше").await;
    assert_eq!((first.count(".hit"), second.count(".hit")), (20, 20));
    assert_ne!(first.attributes(".hit h3 a", "href"), second.attributes(".hit h3 a", "href"));
    let anew = search::Index::in_memory().unwrap();
    let follower = talk::SearchFollower::new(anew.clone(), talk::Pace::AT_ONCE);
    let (clock, chance) = (&house.database.clock, &house.database.chance);
    store::followers::catch_up(&house.database.store, &follower, house.community, clock, chance).await.unwrap();
    follower.flush().await.unwrap();
    assert_eq!((anew.len(), anew.cursor(house.community.0)), (house.index.len(), house.index.cursor(house.community.0)));
    assert_eq!(follower.cursor(house.community), anew.cursor(house.community.0));
    let mut scope = house.write().await;
    talk::history::take_back(&mut scope, audience, 0, i64::MAX).await.unwrap();
    talk::history::take_back_rest(&mut scope, audience).await.unwrap();
    identity::audience::withdraw(&mut scope, audience).await.unwrap();
    let (at, parties) = (scope.now(), &[]);
    let deed = Deed {
        kind: "import.withdrawn",
        at,
        actor: None,
        object_kind: "import",
        object: 1,
        audience,
        channel: "web",
        amount: 0,
        parties,
    };
    scope.deed(deed).await.unwrap();
    scope.commit().await.unwrap();
    house.settle().await;
    assert_eq!(house.index.len(), 1, "the one member is left");
    staff.browser.get("/search?q=налог").await.sees("Ничего не нашлось");
}
