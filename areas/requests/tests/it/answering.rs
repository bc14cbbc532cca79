use crate::house::{Person, TestHouse, asked, house, id_in};
use kernel::Role;
use store::{args, statement};

statement!(COUNTED = "select answers from requests_requests where community_id = $1 and id = $2");
statement!(
    WAITS = "select count(*) from requests_requests where community_id = $1 and id = $2 and first_answer_at is null and last_answer_at is null"
);
statement!(ROWS = "select count(*) from requests_answers where community_id = $1 and request_id = $2");
statement!(
    STATE =
        "select count(*) from requests_invitations where community_id = $1 and request_id = $2 and member_id = $3 and state = $4"
);

/// The house settles, and the area's own checks find nothing.
pub async fn ends_well(house: &TestHouse) {
    house.settle().await;
    let mut scope = house.read().await;
    for check in requests::doctor::CHECKS {
        let faults = scope.one::<i64>(check.count, &[]).await.expect("a check");
        assert_eq!(faults, 0, "{}: {}", check.name, check.says);
    }
}

/// Answers; gives the number of the answer.
pub async fn answer(person: &mut Person, request: i64, kind: &str, text: &str, fields: &[(&str, &str)]) -> i64 {
    let fields = [&[("kind", kind), ("text", text)][..], fields].concat();
    let page = person.browser.post(&format!("/requests/{request}/answers"), &fields).await;
    let place = page.is(303).location().rsplit_once("#a").map(|(_, id)| id.to_owned());
    place.and_then(|id| id.parse().ok()).expect("the place of an answer")
}

#[tokio::test]
async fn a_request_is_read_and_answered_in_every_way() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let mut vera = house.member("Вера Кочетова", &[]).await;
    let _leonid = house.member("Леонид Мохов", &[]).await;
    let details = "Встречи **по субботам**";
    let id = asked(&mut nina, "Ищу семейного терапевта", &[("details", details), ("city", "Казань")]).await;
    let path = format!("/requests/{id}");
    let page = ilya.browser.get(&path).await;
    page.is(200)
        .sees("Ищу семейного терапевта")
        .sees("Нина Абрамова")
        .sees("Казань")
        .sees("видит всё сообщество")
        .has(".prose strong");
    page.sees("Пока никто не ответил").lacks("Отметить исход").lacks("/closure");
    let page = ilya.browser.submit(&page, "form.composer", &[("text", "Возьму пару, *суббота* в десять")]).await;
    page.is(200).sees("Ответ отправлен").has(".comment .prose em").sees("Есть 1 ответ");
    let form = ilya.browser.get(&format!("{path}?as=recommendation")).await;
    let page =
        ilya.browser.submit(&form, "form.composer", &[("text", "Работала с такими парами"), ("name", "вера кочетова")]).await;
    page.is(200).sees("Вера Кочетова").sees("Рекомендация").sees("Знакомство предложено");
    answer(&mut ilya, id, "contact", "Ольга, тел. 555-01", &[]).await;
    answer(&mut ilya, id, "comment", "А ребёнку сколько лет?", &[]).await;
    nina.browser.get(&path).await.sees("тел. 555-01").sees("Отметить исход").sees("Решить о знакомстве");
    ilya.browser.get(&path).await.sees("тел. 555-01");
    vera.browser.get(&path).await.lacks("555-01").sees("Контакт видит только автор запроса").sees("ребёнку сколько лет");
    assert_eq!(house.one(&COUNTED, args![id]).await, 3);
    assert_eq!((house.deeds("requests.answered").await, house.deeds("requests.commented").await), (3, 1));
    nina.browser
        .post(&format!("{path}/answers"), &[("kind", "solution"), ("text", "Сама")])
        .await
        .is(422)
        .sees("только комментарием");
    answer(&mut nina, id, "comment", "Шесть лет", &[]).await;
    assert_eq!(house.one(&COUNTED, args![id]).await, 3);
    for gone in ["/requests/999999", "/requests/x", "/requests/0"] {
        ilya.browser.get(gone).await.is(404);
    }
    let mut stranger = ilya.browser.stranger();
    assert!(stranger.get(&path).await.is(303).location().starts_with("/sign-in"));
    ends_well(&house).await;
}

#[tokio::test]
async fn recommendations_name_a_member_once_and_neither_of_the_two() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let first = house.member("Анна Петрова", &[]).await;
    house.member("Анна Петрова", &[]).await;
    house.imported("Игорь Былой").await;
    let id = asked(&mut nina, "Кто знает бухгалтера", &[]).await;
    let path = format!("/requests/{id}/answers");
    let why = [("kind", "recommendation"), ("text", "Знает НКО")];
    let tries = [("", "Назовите участника"), ("Никто Никакой", "с таким именем нет"), ("Игорь Былой", "с таким именем нет")];
    for (name, word) in tries {
        ilya.browser.post(&path, &[&why[..], &[("name", name)]].concat()).await.is(422).sees(word).sees("Знает НКО");
    }
    let page = ilya.browser.post(&path, &[&why[..], &[("name", "Илья")]].concat()).await;
    assert_eq!(page.is(422).count("form.composer input[type=radio]"), 0, "nobody is offered themselves");
    ilya.browser.post(&path, &[&why[..], &[("name", "Илья Громов")]].concat()).await.is(422).sees("Себя рекомендовать не нужно");
    ilya.browser.post(&path, &[&why[..], &[("name", "Нина Абрамова")]].concat()).await.is(422).sees("Это и есть автор");
    let page = ilya.browser.post(&path, &[&why[..], &[("name", "Анна Петрова")]].concat()).await;
    page.is(422).sees("Выберите, кого вы имеете в виду");
    assert_eq!(page.count("form.composer input[type=radio]"), 2);
    let chosen = first.member.to_string();
    let page = ilya.browser.submit(&page, "form.composer", &[("person", &chosen)]).await;
    page.is(200).sees("Анна Петрова");
    let other = [("kind", "recommendation"), ("text", "Иначе сказано"), ("person", chosen.as_str())];
    ilya.browser.post(&path, &other).await.is(422).sees("уже рекомендовали").sees("Иначе сказано");
    assert_eq!((house.one(&ROWS, args![id]).await, house.deeds("requests.introduced").await), (1, 1));
    ends_well(&house).await;
}

#[tokio::test]
async fn an_answer_sent_twice_is_one_and_a_bad_one_keeps_its_text() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let id = asked(&mut nina, "Нужен совет", &[]).await;
    let path = format!("/requests/{id}/answers");
    let first = answer(&mut ilya, id, "solution", "Одно и то же", &[]).await;
    assert_eq!(answer(&mut ilya, id, "solution", "Одно и то же", &[]).await, first);
    assert_eq!((house.one(&ROWS, args![id]).await, house.deeds("requests.answered").await), (1, 1));
    ilya.browser.post(&path, &[("kind", "solution"), ("text", " \n")]).await.is(422).sees("нет слов").has("[aria-invalid=true]");
    let long = "длинный текст ".repeat(4_000);
    assert!(long.len() > 100_000);
    let page = ilya.browser.post(&path, &[("kind", "solution"), ("text", &long)]).await;
    page.is(422).sees("длиннее 8 000");
    assert_eq!(page.one("textarea"), long.trim());
    let hostile = "<script>alert(1)</script> [сюда](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n**да**";
    answer(&mut ilya, id, "solution", hostile, &[]).await;
    let page = nina.browser.get(&format!("/requests/{id}")).await;
    page.sees("<script>alert(1)</script>").has(".comment .prose strong");
    assert_eq!((page.count(".prose script"), page.count(".prose img"), page.count("a[href^='javascript']")), (0, 0, 0));
    for turn in 0..30 {
        let page = ilya.browser.post(&path, &[("kind", "comment"), ("text", &format!("Поток {turn}"))]).await;
        if page.status.as_u16() != 303 {
            page.is(429).sees("слишком часто");
            assert_eq!(page.one("textarea"), format!("Поток {turn}"));
            ends_well(&house).await;
            return;
        }
    }
    panic!("thirty answers in a moment were let through");
}

#[tokio::test]
async fn comments_are_folded_away_and_words_deleted() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let mut maria = house.member("Мария", &[Role::Moderator]).await;
    let id = asked(&mut nina, "Нужен зал", &[]).await;
    let path = format!("/requests/{id}");
    let comment = answer(&mut ilya, id, "comment", "А у нас тоже дождь", &[]).await;
    let solution = answer(&mut ilya, id, "solution", "Есть зал на Баумана", &[]).await;
    let fold = |answer: i64| format!("{path}/answers/{answer}/folding");
    vera.browser.post(&fold(comment), &[]).await.is(403);
    ilya.browser.post(&fold(comment), &[]).await.is(403);
    nina.browser.post(&fold(solution), &[]).await.is(409).sees("только комментарий");
    nina.browser.post(&fold(comment), &[]).await.is(303);
    nina.browser.post(&fold(comment), &[]).await.is(303);
    assert_eq!(house.deeds("requests.folded").await, 1);
    let page = vera.browser.get(&path).await;
    page.sees("Свёрнуто").has("details .prose").lacks("/unfolding");
    maria.browser.post(&format!("{path}/answers/{comment}/unfolding"), &[]).await.is(303);
    vera.browser.get(&path).await.lacks("Свёрнуто").sees("тоже дождь");
    let deletion = format!("{path}/answers/{solution}/deletion");
    vera.browser.get(&deletion).await.is(403);
    nina.browser.post(&deletion, &[]).await.is(403);
    let form = ilya.browser.get(&deletion).await;
    form.is(200).sees("зал на Баумана");
    ilya.browser.submit(&form, "main form", &[]).await.sees("Автор удалил").lacks("Баумана").sees("Ждём ответов");
    assert_eq!((house.one(&COUNTED, args![id]).await, house.one(&WAITS, args![id]).await), (0, 1));
    ilya.browser.post(&deletion, &[]).await.is(409);
    maria.browser.post(&format!("{path}/answers/{comment}/deletion"), &[]).await.is(303);
    vera.browser.get(&path).await.sees("Модератор убрал").lacks("тоже дождь");
    vera.browser.get(&format!("{path}/answers/999999/deletion")).await.is(404);
    ends_well(&house).await;
}

#[tokio::test]
async fn an_answer_settles_the_invitation_and_a_closed_request_takes_none() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let people = [ilya.member.to_string(), vera.member.to_string()];
    let chosen = [("sight", "chosen"), ("person", people[0].as_str()), ("person", people[1].as_str())];
    let id = asked(&mut nina, "Только между нами", &chosen).await;
    let path = format!("/requests/{id}");
    ilya.browser.get(&path).await.is(200).sees("только выбранным").sees("Почему вас спросили").sees("Не сейчас");
    vera.browser.post(&format!("{path}/declining"), &[]).await.is(303);
    nina.browser.get(&path).await.lacks("не сейчас").sees("Вера").sees("ваш выбор").lacks("не сможет");
    ilya.browser.get(&path).await.lacks("Вера").lacks("не сможет").sees("2 человека");
    answer(&mut ilya, id, "solution", "Отвечаю", &[]).await;
    assert_eq!(house.one(&STATE, args![id, ilya.member, "answered"]).await, 1);
    nina.browser.post(&format!("{path}/closure"), &[("outcome", "withdrawn")]).await.is(303);
    let late = ilya.browser.post(&format!("{path}/answers"), &[("kind", "solution"), ("text", "Я опоздал")]).await;
    late.is(409).sees("Запрос уже закрыт");
    assert_eq!(late.one("textarea"), "Я опоздал");
    assert_eq!(house.one(&ROWS, args![id]).await, 1);
    ends_well(&house).await;
}

#[tokio::test]
async fn a_request_of_chosen_people_is_nowhere_for_others() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let ilya = house.member("Илья", &[]).await;
    let mut owner = house.member("Олег", &[Role::Owner]).await;
    let there = house.database.community("drugie").await;
    let mut foreign = house.member_of(there, "drugie.localhost", "Чужой", &[Role::Owner]).await;
    let chosen = ilya.member.to_string();
    let id = asked(&mut nina, "Тайный разговор", &[("sight", "chosen"), ("person", &chosen)]).await;
    let open = asked(&mut nina, "Открытый разговор", &[]).await;
    for person in [&mut owner, &mut foreign] {
        for path in ["", "/closure", "/answers/1/deletion"] {
            person.browser.get(&format!("/requests/{id}{path}")).await.is(404).lacks("Тайный");
        }
        for path in ["/answers", "/closure", "/reopening", "/answers/1/folding", "/answers/1/deletion"] {
            let page = person
                .browser
                .post(&format!("/requests/{id}{path}"), &[("text", "x"), ("kind", "comment"), ("outcome", "solved")])
                .await;
            page.is(404).lacks("Тайный");
        }
    }
    foreign.browser.get(&format!("/requests/{open}")).await.is(404).lacks("Открытый");
    owner.browser.get(&format!("/requests/{open}")).await.is(200);
    owner.browser.post(&format!("/requests/{open}/closure"), &[("outcome", "withdrawn")]).await.is(403);
    ends_well(&house).await;
}

#[tokio::test]
async fn the_page_costs_the_same_with_few_answers_and_with_many() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut helpers = Vec::new();
    for number in 0..6 {
        helpers.push(house.member(&format!("Помощник {number}"), &[]).await);
    }
    let people: Vec<String> = helpers.iter().map(|helper| helper.member.to_string()).collect();
    let mut fields = vec![("sight", "chosen"), ("city", "Уфа"), ("tag", "право")];
    fields.extend(people.iter().map(|person| ("person", person.as_str())));
    let id = asked(&mut nina, "Нужны все", &fields).await;
    let path = format!("/requests/{id}");
    answer(&mut helpers[0], id, "solution", "Первый", &[]).await;
    let (few, few_own) = (house.statements(&mut helpers[0], &path).await, house.statements(&mut nina, &path).await);
    for (number, helper) in helpers.iter_mut().enumerate().skip(1) {
        for turn in 0..10 {
            answer(helper, id, "comment", &format!("Слово {number} {turn}"), &[]).await;
        }
    }
    let page = nina.browser.get(&path).await;
    assert_eq!(page.count("ol.thread > li"), requests::answer::PAGE);
    let further = page.link("Дальше");
    nina.browser.get(further.split('#').next().unwrap_or_default()).await.is(200).sees("Слово 5 9").lacks("Слово 1 1 ");
    assert_eq!((house.statements(&mut helpers[0], &path).await, house.statements(&mut nina, &path).await), (few, few_own));
    assert!(few <= 8 && few_own <= 8, "{few} and {few_own} statements");
    nina.browser.post(&format!("{path}/closure"), &[("outcome", "solved"), ("helper", &people[0])]).await.is(303);
    let closed = house.statements(&mut nina, &path).await;
    assert!(closed <= 8, "{closed} statements");
    ends_well(&house).await;
    assert_eq!(id_in(&path), id);
}

#[tokio::test]
async fn whoever_went_away_answers_no_more_and_is_recommended_to_nobody() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let mut vera = house.member("Вера Кочетова", &[]).await;
    let id = asked(&mut nina, "Нужен переводчик", &[]).await;
    let path = format!("/requests/{id}/answers");
    answer(&mut vera, id, "solution", "Переведу", &[]).await;
    let mut scope = house.write().await;
    identity::member::leave(&mut scope, vera.member).await.expect("she goes away");
    scope.commit().await.expect("gone");
    let late = vera.browser.post(&path, &[("kind", "solution"), ("text", "И ещё")]).await;
    assert!(matches!(late.status.as_u16(), 303 | 403), "{}", late.status);
    let gone = vera.member.to_string();
    let fields = [("kind", "recommendation"), ("text", "Знает язык"), ("person", gone.as_str())];
    ilya.browser.post(&path, &fields).await.is(422).sees("среди участников нет").sees("Знает язык");
    assert_eq!(house.one(&ROWS, args![id]).await, 1);
    let page = nina.browser.get(&format!("/requests/{id}")).await;
    page.sees("Переведу").sees("Вера Кочетова");
    assert_eq!(page.count(&format!("a[href='/people/{gone}']")), 0, "nobody is led to a page that is none");
    ends_well(&house).await;
}

#[tokio::test]
async fn a_part_of_a_name_is_enough_in_latin_letters_too() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    house.member("Вера Кочеткова", &[]).await;
    house.member("Юлия Щукина", &[]).await;
    house.member("Алексей Цой", &[]).await;
    house.member("Алексей Юдин", &[]).await;
    let id = asked(&mut nina, "Кто знает бухгалтера", &[]).await;
    let path = format!("/requests/{id}/answers");
    let tell = |name: &'static str, text: &'static str| [("kind", "recommendation"), ("text", text), ("name", name)];
    for (at, name) in ["кочет", "Julia Shchukina", "Tsoy"].into_iter().enumerate() {
        ilya.browser.post(&path, &tell(name, ["Раз", "Два", "Три"][at])).await.is(303);
    }
    let page = nina.browser.get(&format!("/requests/{id}")).await;
    page.sees("Вера Кочеткова").sees("Юлия Щукина").sees("Алексей Цой").lacks("Юдин");
    let page = ilya.browser.post(&path, &tell("Alexey", "Знает НКО")).await;
    page.is(422).sees("Выберите, кого вы имеете в виду").sees("Алексей Цой").sees("Алексей Юдин").sees("Знает НКО");
    assert_eq!(page.count("form.composer input[type=radio]"), 2);
    assert_eq!(page.attribute("#name", "value"), "Alexey");
    ilya.browser.post(&path, &tell("Anton", "Знает НКО")).await.is(422).sees("с таким именем нет").sees("Знает НКО");
    ends_well(&house).await;
}
