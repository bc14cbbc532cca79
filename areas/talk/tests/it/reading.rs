use crate::house::{answered, house, id_in, said, service};
use kernel::{AudienceId, MICROS_PER_SECOND};
use talk::history::Incoming;

/// 2024-02-29T20:00Z: the last evening of February in Moscow.
const EVENING: i64 = 1_709_236_800_000_000;
const HOUR: i64 = 3_600 * MICROS_PER_SECOND;

#[tokio::test]
async fn a_history_is_read_by_months_and_threads() {
    let house = house().await;
    let mut reader = house.member("Нина", &[]).await;
    let vera = house.imported("Вера Кочетова").await;
    let oleg = house.imported("Олег <Панов>").await;
    let nobody = Incoming {
        author: None,
        author_name: Some("Deleted Account".to_owned()),
        ..said(5, EVENING + 3 * HOUR, vera, "Ничей вопрос")
    };
    let extras = r#"{"media":{"kind":"photo","title":"вид.jpg","detail":null},"reactions":[["👍",3]],"forward":"Канал & Ко"}"#;
    let poll = r#"{"poll":{"question":"Когда?","options":[["вт",2],["чт",1]],"total":3}}"#;
    let lines = vec![
        said(1, EVENING, vera, "Кто ведёт группу в Казани?"),
        answered(2, EVENING + HOUR / 2, oleg, 1, "Я веду, https://example.org/x?a=1&b=2"),
        answered(3, EVENING + HOUR, vera, 2, "Спасибо"),
        service(4, EVENING + 2 * HOUR),
        nobody,
        Incoming { extras: Some(extras.to_owned()), ..said(6, EVENING + 4 * HOUR, oleg, "") },
        Incoming { extras: Some(poll.to_owned()), ..said(7, EVENING + 5 * HOUR, oleg, "Когда?") },
    ];
    house.history(AudienceId::EVERYONE, lines).await;
    let talk = reader.browser.get("/talk").await;
    talk.is(200).sees("Кто ведёт группу в Казани?").sees("февраль 2024").sees("март 2024").sees("2024");
    let february = reader.browser.get("/talk/months/2024-02").await;
    february.is(200).sees("Кто ведёт группу").lacks("Ничей вопрос").sees("Вера Кочетова").lacks("служебн");
    let march = reader.browser.get("/talk/months/2024-03").await;
    march.is(200).sees("1 марта").sees("Ничей вопрос").sees("Удалённый аккаунт").sees("1 служебная запись").lacks("Казани");
    reader.browser.get("/talk/months/2020-01").await.is(200).sees("молчали");
    let page = reader.browser.click(&talk, "Кто ведёт группу").await;
    page.is(200).sees("Вера Кочетова").sees("Олег <Панов>").sees("2 ответа");
    assert_eq!(page.count("a[href^='/people/']:not(.person)"), 0, "those who agreed to nothing are no links");
    assert_eq!(page.attribute(".prose a", "href"), "https://example.org/x?a=1&b=2");
    let quote = page.attribute(".answered", "href");
    assert!(quote.starts_with("#m"), "{quote}");
    page.sees("Олег <Панов> Я веду");
    let photo = reader.browser.click(&march, "Сообщение без слов").await;
    photo.sees("Фотография").sees("вид.jpg").sees("👍 3").sees("переслано от: Канал & Ко");
    let poll = reader.browser.click(&march, "Когда?").await;
    poll.sees("Опрос").sees("вт2").sees("Проголосовали 3");
    house.is_healthy().await;
}

#[tokio::test]
async fn a_long_thread_turns_pages_and_each_message_has_an_address() {
    let house = house().await;
    let mut reader = house.member("Нина", &[]).await;
    let vera = house.imported("Вера").await;
    let mut lines = vec![said(1, EVENING, vera, "Длинный разговор")];
    // Three messages share each moment, so that the id decides.
    lines.extend(
        (2..=132).map(|number| answered(number, EVENING + number / 3 * MICROS_PER_SECOND, vera, 1, &format!("слово{number}."))),
    );
    house.history(AudienceId::EVERYONE, lines).await;
    let talk = reader.browser.get("/talk").await;
    let first = reader.browser.click(&talk, "Длинный разговор").await;
    first.sees("слово2.").sees("слово51.").lacks("слово52.").sees("131 ответ");
    assert_eq!(first.count(".comment"), 51);
    let second = reader.browser.click(&first, "Дальше").await;
    second.sees("слово52.").sees("слово101.").lacks("слово51.").lacks("слово102.").sees("К началу");
    let third = reader.browser.click(&second, "Дальше").await;
    third.sees("слово102.").sees("слово132.");
    assert_eq!(third.count("a[rel=next]"), 0);
    let back = reader.browser.click(&third, "Раньше").await;
    assert_eq!(back.all(".comment .prose"), second.all(".comment .prose"));
    let start = reader.browser.click(&back, "Раньше").await;
    assert_eq!(start.all(".comment .prose"), first.all(".comment .prose"));
    let end = reader.browser.click(&first, "К последним ответам").await;
    end.sees("слово132.").sees("слово83.").lacks("слово82.");
    let far = id_in(&end.attributes(".comment header small a", "href")[45]);
    let leads = reader.browser.get(&format!("/talk/messages/{far}")).await.is(303).location().to_owned();
    assert!(leads.ends_with(&format!("#m{far}")), "{leads}");
    let page = reader.browser.visit(&format!("/talk/messages/{far}")).await;
    page.has(&format!("#m{far}"));
    let near = id_in(&first.attributes(".comment header small a", "href")[10]);
    assert!(!reader.browser.get(&format!("/talk/messages/{near}")).await.location().contains('?'));
    let form = reader.browser.get(&format!("/talk/threads/{}?to={far}", id_in(&first.path))).await;
    form.sees("ответ на это сообщение");
    let answered = reader.browser.submit(&form, "#composer", &[("text", "Отвечаю далеко")]).await;
    answered.sees("Отвечаю далеко");
    assert_eq!(house.party("talk.reply", "answered").await, Some(vera));
    let other = reader.browser.post("/talk/new", &[("text", "Другой разговор")]).await.location().to_owned();
    reader.browser.post(&other, &[("text", "Не туда"), ("to", &far.to_string())]).await.is(409).sees("в другом разговоре");
    house.is_healthy().await;
}

#[tokio::test]
async fn topics_gather_their_conversations() {
    let house = house().await;
    let mut reader = house.member("Нина", &[]).await;
    let vera = house.imported("Вера").await;
    let topic = Incoming { opens_topic: Some("Налоги & сборы".to_owned()), ..service(1, EVENING) };
    let inside = Incoming { topic: Some(1), ..said(2, EVENING + HOUR, vera, "Про патент") };
    house.history(AudienceId::EVERYONE, vec![topic, inside, said(3, EVENING + 2 * HOUR, vera, "Мимо темы")]).await;
    let talk = reader.browser.get("/talk").await;
    let page = reader.browser.click(&talk, "Налоги & сборы").await;
    page.is(200).sees("Про патент").lacks("Мимо темы");
    reader.browser.get("/talk/topics/999999").await.is(404);
    let people::PersonTopics(topics) = talk::person_topics();
    let who = identity::gate::who(&house.database.store, &house.database.who(house.community), reader.member).await.unwrap();
    let mut scope = house.database.store.read(&who).await.unwrap();
    assert!(topics(&mut scope, reader.member, 5).await.unwrap().is_empty());
    let vera = identity::identity::one(&mut scope, vera).await.unwrap().member.unwrap();
    let found = topics(&mut scope, vera, 5).await.unwrap();
    assert_eq!(found.iter().map(|topic| (topic.title.as_str(), topic.messages)).collect::<Vec<_>>(), [("Налоги & сборы", 1)]);
    assert_eq!(found[0].path, page.path);
}

#[tokio::test]
async fn a_broken_place_is_no_page() {
    let house = house().await;
    let mut reader = house.member("Нина", &[]).await;
    let vera = house.imported("Вера").await;
    let topic = Incoming { opens_topic: Some("Налоги".to_owned()), ..service(1, EVENING) };
    house.history(AudienceId::EVERYONE, vec![topic, Incoming { topic: Some(1), ..said(2, EVENING, vera, "Про патент?") }]).await;
    let talk = reader.browser.get("/talk").await;
    let thread = talk.attribute("a[href^='/talk/threads/']", "href");
    let topic = talk.attribute("a[href^='/talk/topics/']", "href");
    let places = [
        ("/talk", "before"),
        ("/talk/questions", "before"),
        ("/talk/months/2024-02", "after"),
        (topic.as_str(), "before"),
        (thread.as_str(), "before"),
        (thread.as_str(), "after"),
        (thread.as_str(), "to"),
        ("/search", "after"),
        ("/search", "person"),
    ];
    for (path, name) in places {
        reader.browser.get(&format!("{path}?{name}=")).await.is(200);
        for broken in ["garbage", "WzEsMiwzXQ", "-1"] {
            reader.browser.get(&format!("{path}?{name}={broken}")).await.is(404);
        }
    }
    reader.browser.get("/search?q=патент&person=999999").await.is(404);
}
