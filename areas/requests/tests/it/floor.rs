//! In a community that has grown nobody is disturbed without a reason that stands; in a small or a new one everybody may be.

use crate::answering::ends_well;
use crate::house::{Person, TestHouse, answered, asked, house, said};
use crate::routed::{invitations, members, says, stage};
use kernel::{AudienceId, MICROS_PER_DAY, MemberId, Role};
use people::points::Visibility;
use requests::invitation::{Cause, Invitation, State};
use requests::reasons::Because;
use store::{args, statement};

const HOUR: i64 = MICROS_PER_DAY / 24;

statement!(LEAD = "update requests_topics set leader_id = $2 where community_id = $1");
statement!(TOPIC = "select id from requests_topics where community_id = $1");

/// What was asked in the past, each again and again.
const ASKED: [&str; 12] = [
    "Как получить визу в Италию через консульство?",
    "Какой насос поставить в скважину на даче?",
    "Кто чинит крышу из черепицы?",
    "Чем кормить щенка овчарки?",
    "Где шьют паруса для яхты?",
    "Какую краску взять для фасада?",
    "Почему глохнет двигатель трактора?",
    "Как составить смету на фундамент?",
    "Где купить рассаду томатов?",
    "Чем утеплить мансарду зимой?",
    "Какой объектив взять для портрета?",
    "Куда сдать старые батарейки?",
];

async fn hours(house: &TestHouse, hours: i64) {
    for _ in 0..hours {
        house.database.clock.pass(HOUR);
        house.settle().await;
    }
}

/// Nina asks, and of thirty members two know each of the twelve matters; the thirtieth knows nothing and says so.
async fn grown(house: &TestHouse) -> (Person, Vec<Person>) {
    let nina = house.member("Нина", &[]).await;
    let people = members(house, 30).await;
    let olga = house.member("Ольга", &[]).await;
    let (at, mut lines, mut number) = (house.database.clock.now() - 40 * MICROS_PER_DAY, Vec::new(), 0);
    for round in 0..10_usize {
        for (matter, question) in ASKED.iter().enumerate() {
            let helper = &people[2 * matter + round % 2];
            let time = at + number * 60_000_000;
            lines.push(said(number + 1, time, olga.identity, question));
            lines.push(answered(
                number + 2,
                time + 1_000_000,
                helper.identity,
                number + 1,
                "Делали так: сначала замер, потом заказ",
            ));
            lines.push(answered(number + 3, time + 2_000_000, people[29].identity, number + 1, "Не знаю"));
            number += 3;
        }
    }
    house.history(AudienceId::EVERYONE, lines).await;
    (nina, people)
}

async fn asked_people(house: &TestHouse, request: i64) -> Vec<MemberId> {
    let mut members: Vec<MemberId> = invitations(house, request).await.iter().map(|held| held.member).collect();
    members.sort_unstable();
    members
}

#[tokio::test]
async fn where_nobody_knows_nobody_is_disturbed_and_it_goes_to_the_leader_and_the_desk() {
    let house = house().await;
    let (mut nina, people) = grown(&house).await;
    let mut owner = house.member("Основатель", &[Role::Owner]).await;
    let alone = asked(&mut nina, "Кто прочитает лекцию по квантовой хромодинамике", &[]).await;
    house.settle().await;
    assert_eq!((asked_people(&house, alone).await.len(), stage(&house, alone).await.as_str()), (0, "desk"));

    owner.browser.post("/requests/topics", &[("name", "Физика")]).await.is(303);
    let mut scope = house.write().await;
    scope.run(&LEAD, args![people[20].member]).await.expect("a leader");
    scope.commit().await.expect("kept");
    let topic = house.one(&TOPIC, &[]).await.to_string();
    let led = asked(&mut nina, "Кто прочитает лекцию по квантовой хромодинамике летом", &[("topic", &topic)]).await;
    house.settle().await;
    let held = invitations(&house, led).await;
    assert_eq!(held.iter().map(|held| (held.member, held.cause)).collect::<Vec<_>>(), [(people[20].member, Cause::Leader)]);
    hours(&house, 25).await;
    assert_eq!(stage(&house, led).await, "desk");
    // From the Desk a person decides: two are asked, whatever is known of them.
    owner.browser.post(&format!("/requests/{alone}/tending"), &[("act", "ask")]).await.is(303);
    house.settle().await;
    assert_eq!(asked_people(&house, alone).await.len(), 2);
    ends_well(&house).await;
}

#[tokio::test]
async fn where_few_know_only_they_are_asked_and_they_have_their_whole_time() {
    let house = house().await;
    let (mut nina, people) = grown(&house).await;
    let request = asked(&mut nina, "Нужна виза в Италию, консульство отказало", &[]).await;
    house.settle().await;
    assert_eq!(asked_people(&house, request).await, [people[0].member, people[1].member]);
    let held = invitations(&house, request).await;
    for one in &held {
        assert!(matches!(one.reasons[..], [Because::Message { .. }, ..]), "{:?}", one.reasons);
    }
    hours(&house, 23).await;
    assert_eq!(stage(&house, request).await, "routed", "the settings promise a day, to two as to five");
    hours(&house, 2).await;
    assert_eq!(stage(&house, request).await, "desk");
    assert_eq!(asked_people(&house, request).await.len(), 2, "and nobody else is disturbed");
    ends_well(&house).await;
}

#[tokio::test]
async fn one_word_in_common_an_answer_that_was_none_and_a_word_of_every_profile_are_no_reasons() {
    let house = house().await;
    let (mut nina, people) = grown(&house).await;
    for person in &people {
        says(&house, person, "city", "Казань", Visibility::Members).await;
    }
    says(&house, &people[25], "offer", "Переплетаю книги", Visibility::Members).await;
    // «Насос» was spoken of, and so was «дача»; a pump for a bicycle is another matter.
    let pump = asked(&mut nina, "Одолжите велосипедный насос с манометром", &[("city", "Казань")]).await;
    house.settle().await;
    assert_eq!(asked_people(&house, pump).await, [], "{:?}", invitations(&house, pump).await);
    let books = asked(&mut nina, "Кто переплетает старинные книги", &[("city", "Казань")]).await;
    house.settle().await;
    assert_eq!(asked_people(&house, books).await, [people[25].member]);
    let held = &invitations(&house, books).await[0];
    let [Because::Offer { words }, Because::Lives { enough: false, .. }] = &held.reasons[..] else { panic!("{held:?}") };
    assert_eq!(words, &["Переплетаю книги"], "the offer as it is written");
    for request in [pump, books] {
        assert!(!asked_people(&house, request).await.contains(&people[29].member));
    }
    let visa = asked(&mut nina, "Виза в Италию через консульство", &[]).await;
    house.settle().await;
    assert!(!asked_people(&house, visa).await.contains(&people[29].member), "«не знаю» is no answer");
    ends_well(&house).await;
}

#[tokio::test]
async fn a_language_that_a_request_names_is_a_reason_and_a_country_is_none() {
    let house = house().await;
    let (mut nina, mut people) = grown(&house).await;
    for person in &people {
        says(&house, person, "languages", "русский", Visibility::Members).await;
    }
    says(&house, &people[25], "languages", "русский, немецкий B2", Visibility::Members).await;
    says(&house, &people[26], "languages", "Russian, German", Visibility::Members).await;
    says(&house, &people[27], "languages", "немецкий", Visibility::Staff).await;
    let german = asked(&mut nina, "Нужен специалист, говорящий по-немецки", &[]).await;
    house.settle().await;
    assert_eq!(asked_people(&house, german).await, [people[25].member, people[26].member]);
    let told = "Вы указали, что говорите на этом языке";
    people[25].browser.get(&format!("/requests/{german}")).await.sees(&format!("{told}: немецкий B2"));
    for title in ["Щенок немецкой овчарки в добрые руки", "Немецкий дизайн кухни", "Кто говорит по-русски и любит регби"]
    {
        let nonsense = asked(&mut nina, title, &[]).await;
        house.settle().await;
        let asked: Vec<MemberId> = asked_people(&house, nonsense).await;
        assert!(!asked.contains(&people[25].member) && !asked.contains(&people[26].member), "{title}: {asked:?}");
    }
    ends_well(&house).await;
}

#[tokio::test]
async fn a_city_is_a_reason_where_the_place_is_half_of_the_matter_and_told_beside_another_elsewhere() {
    let house = house().await;
    let (mut nina, mut people) = grown(&house).await;
    for (number, person) in people.iter().enumerate() {
        let city = if (24..28).contains(&number) { "Казань" } else { "Москва" };
        says(&house, person, "city", city, Visibility::Members).await;
    }
    says(&house, &people[27], "offer", "Переплетаю книги", Visibility::Members).await;
    let there = [people[24].member, people[25].member, people[26].member];
    let books = asked(&mut nina, "Кто переплетает старинные книги", &[("city", "Казань")]).await;
    house.settle().await;
    let held = invitations(&house, books).await;
    assert_eq!(held.len(), 1, "{held:?}");
    assert!(matches!(&held[0].reasons[..], [Because::Offer { .. }, Because::Lives { enough: false, .. }]), "{held:?}");
    let room = asked(&mut nina, "Кабинет в Казани", &[]).await;
    house.settle().await;
    assert_eq!(asked_people(&house, room).await, there, "the fourth has had their share");
    let told = "Вы указали, что живёте там, где это нужно: Казань";
    people[24].browser.get(&format!("/requests/{room}")).await.sees(told);
    let corrected = [("title", "Кабинет в Самаре")];
    nina.browser.post(&format!("/requests/{room}/correction"), &corrected).await.is(303);
    people[24].browser.get(&format!("/requests/{room}")).await.is(200).lacks(told);
    let crowd = asked(&mut nina, "Кабинет в Москве", &[]).await;
    let other = asked(&mut nina, "Одолжите велосипедный насос с манометром", &[("city", "Казань")]).await;
    house.settle().await;
    assert_eq!(asked_people(&house, crowd).await, [], "nearly all live there");
    assert_eq!(asked_people(&house, other).await, [], "the city says nothing of a pump");
    ends_well(&house).await;
}

#[tokio::test]
async fn a_small_or_a_new_community_asks_whoever_is_there() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let people = members(&house, 24).await;
    says(&house, &people[7], "offer", "Лекции по квантовой хромодинамике", Visibility::Members).await;
    let request = asked(&mut nina, "Кто прочитает лекцию по квантовой хромодинамике", &[]).await;
    house.settle().await;
    let held = invitations(&house, request).await;
    assert_eq!((held.len(), held[0].member), (5, people[7].member), "whoever offers it first, and others beside");
    assert!(held.iter().all(|held| held.state == State::Waiting && held.round == 1));
    ends_well(&house).await;
}

#[tokio::test]
async fn whoever_is_left_out_by_name_is_not_asked_and_a_company_named_in_the_title_is_a_way_to_it() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let people = members(&house, 24).await;
    let (roman, hanna) = (house.member("Роман Мещеряков", &[]).await, house.member("Ханна Озерова", &[]).await);
    for person in [&roman, &hanna] {
        says(&house, person, "offer", "Лекции по квантовой хромодинамике", Visibility::Members).await;
    }
    says(&house, &people[3], "company", "Клиника «Дом на Мойке»", Visibility::Members).await;
    let mut held_of = async |title: &str| {
        let request = asked(&mut nina, title, &[]).await;
        house.settle().await;
        invitations(&house, request).await
    };
    let is_asked = |held: &[Invitation], person: &Person| held.iter().any(|held| held.member == person.member);
    let held = held_of("Выход на руководство клиники «Дом на Мойке»").await;
    let way = held.iter().find(|held| held.member == people[3].member).expect("asked");
    assert_eq!(way.reasons[0], Because::Knows { name: "Дом на Мойке".to_owned() });
    let held = held_of("Лекции по квантовой хромодинамике, кроме Романа Мещерякова").await;
    assert!(is_asked(&held, &hanna) && !is_asked(&held, &roman), "{held:?}");
    let held = held_of("Лекции по хромодинамике, только не у Ханны Озеровой").await;
    assert!(is_asked(&held, &roman) && !is_asked(&held, &hanna), "{held:?}");
    ends_well(&house).await;
}

#[tokio::test]
async fn the_best_offers_are_asked_before_those_known_by_old_talk_and_first_of_all_whoever_is_there() {
    let house = house().await;
    let (mut nina, mut people) = grown(&house).await;
    let olga = house.member("Олеся", &[]).await;
    let (at, mut lines) = (house.database.clock.now() - 9 * MICROS_PER_DAY, Vec::new());
    for (number, person) in (0..8).zip(&people) {
        let (id, time) = (10_000 + 2 * number, at + number * 60_000_000);
        lines.push(said(id, time, olga.identity, "Посоветуйте, как вести семейную терапию пары после развода"));
        lines.push(answered(id + 1, time + 1_000_000, person.identity, id, "Встречайтесь с каждым отдельно, потом вместе"));
    }
    house.history(AudienceId::EVERYONE, lines).await;
    for (place, offer, city) in
        [(24, "Семейный психолог", "Казань"), (25, "Семейная терапия", "Пермь"), (26, "Детский психолог", "Казань")]
    {
        says(&house, &people[place], "offer", offer, Visibility::Members).await;
        says(&house, &people[place], "city", city, Visibility::Members).await;
    }
    let request = asked(&mut nina, "Ищу семейного терапевта в Казани для пары после развода", &[]).await;
    house.settle().await;
    let held = invitations(&house, request).await;
    assert_eq!(held.len(), 5, "a round is full: {held:?}");
    let place = |person: &Person| held.iter().position(|held| held.member == person.member);
    assert!(
        place(&people[24]).is_some() && place(&people[25]).is_some(),
        "the calling by its near one, and by its subject: {held:?}"
    );
    assert!(place(&people[26]).is_none(), "another psychologist of the same city: {held:?}");
    people[24].browser.get(&format!("/requests/{request}")).await.sees("В вашем профиле сказано об этом: «Семейный психолог»");
    let talked = held.iter().filter(|held| matches!(held.reasons[0], Because::Message { .. })).count();
    assert!(talked >= 3, "those who talked of the therapy are found by the calling: {held:?}");
    ends_well(&house).await;
}

#[tokio::test]
async fn a_tag_under_which_somebody_answered_twice_is_found_however_much_others_talk() {
    let house = house().await;
    let (mut nina, mut people) = grown(&house).await;
    for title in ["Кто посмотрит мой текст соглашения", "Отказ от соглашения с заказчиком"]
    {
        let id = asked(&mut nina, title, &[("tag", "договор")]).await;
        house.settle().await;
        crate::answering::answer(&mut people[28], id, "solution", "Пришлите, посмотрю сегодня вечером", &[]).await;
    }
    house.database.clock.pass(8 * MICROS_PER_DAY);
    let mut olga = house.member("Олеся", &[]).await;
    let request = asked(&mut olga, "Нужен договор к завтрашнему дню", &[("tag", "договор")]).await;
    house.settle().await;
    let held = invitations(&house, request).await;
    let of = held.iter().find(|held| held.member == people[28].member).expect("asked");
    assert!(of.reasons.contains(&Because::Tag { tag: "договор".to_owned(), answers: 2 }), "{held:?}");
    ends_well(&house).await;
}
