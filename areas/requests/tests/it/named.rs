//! Languages by the very words that members list, and places that are meant and not only mentioned.

use crate::answering::ends_well;
use crate::house::{Person, TestHouse, answered, asked, house, said};
use crate::routed::{invitations, members, says};
use kernel::{AudienceId, MICROS_PER_DAY, MemberId};
use people::points::Visibility;

/// Nina asks among thirty members who answered a hundred times, of another matter each time than is asked here.
async fn grown(house: &TestHouse) -> (Person, Vec<Person>) {
    let (nina, people) = (house.member("Нина", &[]).await, members(house, 30).await);
    let olga = house.member("Ольга", &[]).await;
    let at = house.database.clock.now() - 40 * MICROS_PER_DAY;
    let exchange = |number: i64| {
        let (id, time, helper) = (2 * number + 1, at + number * 60_000_000, &people[number as usize % 20]);
        let answer = answered(id + 1, time + 1_000_000, helper.identity, id, "Делали так: сначала замер, потом заказ");
        [said(id, time, olga.identity, "Какой насос поставить в скважину на даче?"), answer]
    };
    house.history(AudienceId::EVERYONE, (0..110).flat_map(exchange).collect()).await;
    (nina, people)
}

/// Whom the house asks for a request of this title.
async fn heard(house: &TestHouse, asker: &mut Person, title: &str) -> Vec<MemberId> {
    let request = asked(asker, title, &[]).await;
    house.settle().await;
    invitations(house, request).await.iter().map(|held| held.member).collect()
}

#[tokio::test]
async fn a_language_is_known_by_the_word_that_a_member_lists() {
    let house = house().await;
    let (mut nina, people) = grown(&house).await;
    for person in &people {
        says(&house, person, "languages", "русский", Visibility::Members).await;
    }
    says(&house, &people[25], "languages", "русский, жестовый", Visibility::Members).await;
    says(&house, &people[26], "languages", "English, Welsh", Visibility::Members).await;
    says(&house, &people[27], "languages", "English, Romansh", Visibility::Members).await;
    says(&house, &people[28], "languages", "русский, эрзянский", Visibility::Members).await;
    // Each of them is asked once: nobody gets more than their share.
    for (title, speaker) in [
        ("Психолог, владеющий эрзянским языком", 28),
        ("Кто принимает на жестовом?", 25),
        ("Welsh-speaking engineer for a chapel", 26),
        ("Who speaks Romansh", 27),
    ] {
        assert_eq!(heard(&house, &mut nina, title).await, [people[speaker].member], "{title}");
    }
    assert_eq!(heard(&house, &mut nina, "Romansh sheepdog puppy").await, []);
    ends_well(&house).await;
}

#[tokio::test]
async fn a_place_that_is_denied_or_left_asks_nobody_there() {
    let house = house().await;
    let (mut nina, people) = grown(&house).await;
    for (number, person) in people.iter().enumerate() {
        let city = if number == 25 {
            "Казань"
        } else if number == 26 {
            "Самара"
        } else {
            "Тверь"
        };
        says(&house, person, "city", city, Visibility::Members).await;
    }
    assert_eq!(heard(&house, &mut nina, "Ищу коллегу не из Казани").await, []);
    let moving = heard(&house, &mut nina, "Переезжаю из Казани в Самару, нужен кабинет в Самаре").await;
    assert_eq!(moving, [people[26].member]);
    assert_eq!(heard(&house, &mut nina, "Office in Kazan").await, [people[25].member]);
    ends_well(&house).await;
}
