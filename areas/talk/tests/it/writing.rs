use crate::house::{house, id_in};
use kernel::{MICROS_PER_DAY, MICROS_PER_SECOND, Role};

#[tokio::test]
async fn members_begin_and_answer_and_deeds_tell_of_it() {
    let house = house().await;
    let mut asker = house.member("Нина Абрамова", &[]).await;
    let mut other = house.member("Илья Гордеев", &[]).await;
    let empty = asker.browser.get("/talk").await;
    empty.is(200).sees("Здесь пока тихо");
    let form = asker.browser.get("/talk/new").await;
    let thread = asker.browser.submit(&form, "#composer", &[("text", "**Кто** принимает по субботам?")]).await;
    thread.is(200).sees("Кто принимает по субботам?").sees("ждёт ответа").has(".prose strong");
    let id = id_in(&thread.path);
    assert_eq!((house.deeds("talk.message").await, house.deeds("talk.reply").await), (1, 0));
    let page = other.browser.get(&format!("/talk/threads/{id}")).await;
    page.sees("Нина Абрамова").lacks("/correction").lacks("/deletion");
    assert_eq!(page.link("Нина Абрамова"), format!("/people/{}", asker.member));
    let page = other.browser.submit(&page, "#composer", &[("text", "Я принимаю.\nС десяти")]).await;
    page.is(200).sees("Я принимаю. С десяти").lacks("ждёт ответа").sees("1 ответ");
    assert!(page.html().contains("Я принимаю.<br>"), "line ends stay");
    assert_eq!(house.party("talk.reply", "answered").await, Some(asker.identity));
    let page = asker.browser.get(&format!("/talk/threads/{id}")).await;
    asker.browser.submit(&page, "#composer", &[("text", "Спасибо, и ещё вопрос")]).await.sees("2 ответа");
    assert_eq!(house.deeds("talk.reply").await, 2);
    assert_eq!(house.party("talk.reply", "actor").await, Some(asker.identity));
    asker.browser.get("/talk").await.sees("Кто принимает по субботам?").sees("2 ответа").sees("ноябрь 2026");
    house.is_healthy().await;
}

#[tokio::test]
async fn a_form_sent_twice_is_one_message_and_a_bad_one_keeps_its_text() {
    let house = house().await;
    let mut person = house.member("Нина", &[]).await;
    let first = person.browser.post("/talk/new", &[("text", "Одно и то же")]).await;
    let second = person.browser.post("/talk/new", &[("text", "Одно и то же")]).await;
    assert_eq!((first.is(303).location(), house.deeds("talk.message").await), (second.is(303).location(), 1));
    let long = "длинно ".repeat(1_200);
    let page = person.browser.post("/talk/new", &[("text", &long)]).await;
    page.is(422).sees("длиннее 8 000").has("[aria-invalid=true]");
    assert_eq!(page.one("textarea"), long.trim());
    let thread = first.location().to_owned();
    person.browser.post(&thread, &[("text", "  ")]).await.is(422).sees("нет слов").sees("Одно и то же");
    assert_eq!(house.deeds("talk.reply").await, 0);
    for turn in 0..30 {
        let page = person.browser.post("/talk/new", &[("text", &format!("Поток {turn}"))]).await;
        if page.status.as_u16() != 303 {
            page.is(429).sees("слишком часто");
            assert_eq!(page.one("textarea"), format!("Поток {turn}"));
            assert!(turn > 5, "a lively talk is not a flood");
            return;
        }
    }
    panic!("thirty messages in a moment were let through");
}

#[tokio::test]
async fn strangers_write_nothing_and_hostile_words_do_nothing() {
    let house = house().await;
    let mut person = house.member("Нина", &[]).await;
    let mut stranger = person.browser.stranger();
    assert!(stranger.get("/talk").await.is(303).location().starts_with("/sign-in"));
    assert!(stranger.post("/talk/new", &[("text", "Пустите")]).await.status.is_redirection());
    assert_eq!(house.deeds("talk.message").await, 0);
    let hostile =
        "<script>alert(1)</script> [сюда](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n**да** https://example.org/a?b=1";
    let page = person.browser.post("/talk/new", &[("text", hostile)]).await;
    let page = person.browser.follow(page).await;
    page.is(200).sees("<script>alert(1)</script>").has(".prose strong").has(".prose a[href^='https://example.org']");
    assert_eq!((page.count(".prose script"), page.count(".prose img"), page.count("a[href^='javascript']")), (0, 0, 0));
    let plain = person.browser.post("/talk/new", &[("text", "\"><b>жирно</b> & http://x.example/\"onclick=\"x")]).await;
    let page = person.browser.follow(plain).await;
    assert_eq!((page.count(".prose b"), page.count(".prose [onclick]")), (0, 0));
    person.browser.get("/talk/threads/999999").await.is(404);
    person.browser.get("/talk/threads/x").await.is(404);
    person.browser.get("/talk/months/2026-13").await.is(404);
    person.browser.get("/talk?before=%00%ff").await.is(404);
}

#[tokio::test]
async fn own_words_are_mended_within_an_hour() {
    let house = house().await;
    let mut author = house.member("Нина", &[]).await;
    let mut other = house.member("Илья", &[Role::Moderator]).await;
    let thread = author.browser.post("/talk/new", &[("text", "Супервизия *в* среду")]).await.location().to_owned();
    let correction = format!("/talk/messages/{}/correction", id_in(&thread));
    other.browser.get(&correction).await.is(403);
    other.browser.post(&correction, &[("text", "Чужие слова")]).await.is(403);
    let form = author.browser.get(&correction).await;
    assert_eq!(form.one("textarea"), "Супервизия *в* среду");
    author.browser.post(&correction, &[("text", "")]).await.is(422).sees("нет слов");
    let page = author.browser.submit(&form, "#composer", &[("text", "Супервизия в четверг?")]).await;
    page.is(200).sees("Супервизия в четверг?").sees("исправлено").lacks("среду");
    assert_eq!((house.deeds("talk.edited").await, page.title().contains("четверг")), (1, true));
    house.database.clock.pass(3_601 * MICROS_PER_SECOND);
    author.browser.get(&thread).await.lacks("/correction").has("a[href$='/deletion']");
    author.browser.post(&correction, &[("text", "Поздно")]).await.is(409).sees("Час на исправление прошёл");
    assert_eq!(house.deeds("talk.edited").await, 1);
    house.is_healthy().await;
}

#[tokio::test]
async fn words_are_deleted_by_their_author_and_by_moderators() {
    let house = house().await;
    let mut asker = house.member("Нина", &[]).await;
    let mut helper = house.member("Илья", &[]).await;
    let mut moderator = house.member("Мария", &[Role::Moderator]).await;
    let thread = asker.browser.post("/talk/new", &[("text", "Кто возьмёт пару?")]).await.location().to_owned();
    let answer = helper.browser.post(&thread, &[("text", "Возьму я, пишите")]).await.location().to_owned();
    let deletion = format!("{answer}/deletion");
    asker.browser.get(&deletion).await.is(403);
    asker.browser.post(&deletion, &[]).await.is(403);
    let form = helper.browser.get(&deletion).await;
    form.is(200).sees("Возьму я, пишите");
    let page = helper.browser.submit(&form, "main form", &[]).await;
    page.sees("Сообщение удалено автором").lacks("Возьму я").sees("1 ответ").sees("ждёт ответа");
    helper.browser.post(&deletion, &[]).await.is(409);
    assert_eq!((house.deeds("talk.deleted").await, house.party("talk.deleted", "author").await), (1, None));
    let page = moderator.browser.get(&format!("/talk/messages/{}/deletion", id_in(&thread))).await;
    moderator.browser.submit(&page, "main form", &[]).await.sees("удалено модератором").lacks("возьмёт пару").lacks("ждёт ответа");
    assert_eq!(house.party("talk.deleted", "author").await, Some(asker.identity));
    asker.browser.get("/talk").await.sees("Сообщение без слов").lacks("возьмёт");
    house.is_healthy().await;
}

#[tokio::test]
async fn questions_wait_a_week() {
    let house = house().await;
    let mut person = house.member("Нина", &[]).await;
    person.browser.get("/talk/questions").await.sees("Все вопросы с ответами");
    let thread = person.browser.post("/talk/new", &[("text", "Кто знает хорошего юриста?")]).await.location().to_owned();
    person.browser.get("/talk/questions").await.sees("хорошего юриста");
    person.browser.post(&thread, &[("text", "Отвечу себе: нашла")]).await.is(303);
    person.browser.get("/talk/questions").await.sees("хорошего юриста");
    let mut other = house.member("Илья", &[]).await;
    house.database.clock.pass(8 * MICROS_PER_DAY);
    other.browser.get("/talk/questions").await.lacks("хорошего юриста");
}
