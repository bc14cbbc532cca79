//! Who would rather not is nobody's business: not in the list of those who were asked, not between two who might have met.

use crate::answering::{answer, ends_well};
use crate::house::{Person, TestHouse, asked, house_with};
use crate::noticing::noticed;
use crate::rooms;
use people::erasures::Erasable;
use store::{args, statement};

statement!(
    INTRODUCTION = "select id from requests_introductions where community_id = $1 and request_id = $2 order by id desc limit 1"
);

async fn recommended(house: &TestHouse, helper: &mut Person, request: i64, person: &Person) -> String {
    answer(helper, request, "recommendation", "Знает это лучше всех", &[("person", &person.member.to_string())]).await;
    format!("/requests/introductions/{}", house.one(&INTRODUCTION, args![request]).await)
}

#[tokio::test]
async fn the_asker_learns_who_helps_and_how_many_were_asked_and_nothing_else() {
    let house = house_with(vec![rooms::area()]).await;
    let mut owner = house.member("Основатель", &[kernel::Role::Owner]).await;
    owner.browser.post("/requests/limits", &[("per_week", "0")]).await.is(303);
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut people = Vec::new();
    for name in ["Анна", "Борис", "Вера", "Глеб", "Дина"] {
        people.push(house.member(name, &[]).await);
    }
    let request = asked(&mut nina, "Нужна смета", &[]).await;
    house.settle().await;
    let path = format!("/requests/{request}");
    let before = nina.browser.get(&path).await.one("aside");
    let seen_by_others = people[3].browser.get(&path).await.one("aside");
    people[0].browser.get(&path).await.is(200);
    assert_eq!(nina.browser.get(&path).await.one("aside"), before, "that somebody has read it is theirs to know");
    people[0].browser.post(&format!("{path}/declining"), &[]).await.is(303);
    people[1].browser.post(&format!("{path}/declining"), &[]).await.is(303);
    assert!(web::unbind(&before).contains("5 человек") && !before.contains("Борис"), "a number, nobody's name: {before}");
    assert_eq!(nina.browser.get(&path).await.one("aside"), before, "a refusal is not counted either");
    assert_eq!(people[3].browser.get(&path).await.one("aside"), seen_by_others, "nor does anybody else see who is missing");
    people[0].browser.get(&path).await.sees("Вы не берётесь за этот запрос");
    owner.browser.get(&path).await.lacks("не смогут").lacks("Борис").lacks("Анна");
    people[2].browser.post(&format!("{path}/taking"), &[]).await.is(303);
    let aside = nina.browser.get(&path).await.one("aside");
    assert!(aside.contains("обещает помочь") && aside.contains("Вера") && !aside.contains("Глеб"), "{aside}");
    assert!(web::unbind(&aside).contains("Спросили ещё 4 человек"), "{aside}");
    for place in [3, 4] {
        people[place].browser.post(&format!("{path}/declining"), &[]).await.is(303);
    }
    assert_eq!(nina.browser.get(&path).await.one("aside"), aside);
    people[3].browser.get(&path).await.one("aside");
    nina.browser.post(&format!("{path}/closure"), &[("outcome", "withdrawn")]).await.is(303);
    let aside = people[3].browser.get(&path).await.one("aside");
    assert!(!aside.contains("Вера") && !aside.contains("без ответа"), "who took it up and did not come to it is named to nobody");
    ends_well(&house).await;
}

#[tokio::test]
async fn a_refused_introduction_looks_like_silence_until_the_request_ends() {
    let house = house_with(vec![rooms::area()]).await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let mut vera = house.member("Вера Кочетова", &[]).await;
    let request = asked(&mut nina, "Нужен редактор", &[]).await;
    let place = recommended(&house, &mut ilya, request, &vera).await;
    nina.browser.get("/requests").await.is(200);
    let (before, today) = (nina.browser.get(&place).await.one("main"), nina.browser.get("/today").await.one("main"));
    vera.browser.post(&format!("{place}/refusal"), &[]).await.is(303);
    assert_eq!(nina.browser.get(&place).await.one("main"), before);
    assert_eq!(nina.browser.get("/today").await.one("main"), today);
    nina.browser.get(&format!("/requests/{request}")).await.lacks("не сложилось").sees("Решать вам обоим");
    vera.browser.get(&place).await.sees("не сложилось");
    vera.browser.get("/today").await.lacks("Знакомство: Нина");
    nina.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    nina.browser.get(&place).await.sees("Вы согласились").lacks("@example.org").lacks("не сложилось");
    vera.browser.get(&place).await.sees("не сложилось").lacks("@example.org");
    vera.browser.post(&format!("{place}/acceptance"), &[]).await.is(409);
    nina.browser.post(&format!("/requests/{request}/closure"), &[("outcome", "unsolved"), ("note", "Не нашли")]).await.is(303);
    nina.browser.get(&place).await.sees("не сложилось");
    ends_well(&house).await;
}

#[tokio::test]
async fn each_may_decline_without_knowing_of_the_other() {
    let house = house_with(vec![rooms::area()]).await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let mut vera = house.member("Вера Кочетова", &[]).await;
    let request = asked(&mut nina, "Нужен редактор", &[]).await;
    let place = recommended(&house, &mut ilya, request, &vera).await;
    vera.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    vera.browser.post(&format!("{place}/refusal"), &[]).await.is(303);
    nina.browser.post(&format!("{place}/refusal"), &[]).await.is(303);
    for person in [&mut nina, &mut vera] {
        person.browser.get(&place).await.sees("не сложилось").lacks("@example.org");
        person.browser.post(&format!("{place}/acceptance"), &[]).await.is(409);
    }
    nina.browser.post(&format!("/requests/{request}/closure"), &[("outcome", "withdrawn")]).await.is(303);
    nina.browser.post(&format!("/requests/{request}/reopening"), &[]).await.is(303);
    vera.browser.get(&place).await.sees("не сложилось");
    ends_well(&house).await;
}

#[tokio::test]
async fn a_closed_request_introduces_nobody() {
    let house = house_with(vec![rooms::area()]).await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let mut vera = house.member("Вера Кочетова", &[]).await;
    let request = asked(&mut nina, "Нужен редактор", &[]).await;
    let place = recommended(&house, &mut ilya, request, &vera).await;
    nina.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    nina.browser.post(&format!("/requests/{request}/closure"), &[("outcome", "solved")]).await.is(303);
    vera.browser.post(&format!("{place}/acceptance"), &[]).await.is(409);
    vera.browser.get("/today").await.is(200).lacks("Знакомство: Нина");
    nina.browser.get(&place).await.sees("не сложилось").lacks("@example.org");
    nina.browser.post(&format!("/requests/{request}/reopening"), &[]).await.is(303);
    vera.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    nina.browser.get(&place).await.sees("@example.org");
    ends_well(&house).await;
}

#[tokio::test]
async fn whoever_refuses_sees_no_more_of_a_request_of_chosen_people() {
    let house = house_with(vec![rooms::area()]).await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let chosen = ilya.member.to_string();
    let request = asked(&mut nina, "Деликатное дело", &[("sight", "chosen"), ("person", &chosen)]).await;
    let place = recommended(&house, &mut ilya, request, &vera).await;
    nina.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    vera.browser.get(&format!("/requests/{request}")).await.is(200).sees("Деликатное дело");
    let page = vera.browser.post(&format!("{place}/refusal"), &[]).await;
    assert_eq!(page.is(303).location(), "/today");
    for path in [format!("/requests/{request}"), place.clone()] {
        vera.browser.get(&path).await.is(404).lacks("Деликатное");
    }
    vera.browser.get("/requests").await.lacks("Деликатное");
    ilya.browser.get(&format!("/requests/{request}")).await.is(200).lacks("не сложилось");
    nina.browser.get(&place).await.sees("Вы согласились").lacks("не сложилось");
    ends_well(&house).await;
}

#[tokio::test]
async fn nobody_waits_to_meet_whoever_is_gone() {
    let house = house_with(vec![rooms::area()]).await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let vera = house.member("Вера", &[]).await;
    let request = asked(&mut nina, "Нужен редактор", &[]).await;
    let place = recommended(&house, &mut ilya, request, &vera).await;
    nina.browser.get("/today").await.sees("Знакомство: Вера");
    let mine = people::policy::myself(&house.who(vera.member).await.viewer).expect("myself");
    let mut scope = house.write().await;
    people::erasures::erase(&mut scope, &Erasable::by_myself(&mine), false).await.expect("erased");
    scope.commit().await.expect("gone");
    house.settle().await;
    nina.browser.get("/today").await.lacks("Знакомство");
    nina.browser.get(&place).await.sees("не сложилось");
    nina.browser.post(&format!("{place}/acceptance"), &[]).await.is(409);
    nina.browser.post(&format!("/requests/{request}/closure"), &[("outcome", "withdrawn")]).await.is(303);
    nina.browser.post(&format!("/requests/{request}/reopening"), &[]).await.is(303);
    nina.browser.get(&place).await.sees("не сложилось");
    ends_well(&house).await;
}

#[tokio::test]
async fn one_letter_tells_of_a_recommendation() {
    let noticed = noticed().await;
    let mut nina = noticed.house.member("Нина", &[]).await;
    let mut ilya = noticed.house.member("Илья", &[]).await;
    let vera = noticed.house.member("Вера", &[]).await;
    let address = noticed.address(&nina).await;
    let request = asked(&mut nina, "Нужен редактор", &[]).await;
    drop(noticed.letters().await);
    let place = recommended(&noticed.house, &mut ilya, request, &vera).await;
    let letters: Vec<_> = noticed.letters().await.into_iter().filter(|letter| letter.to == address).collect();
    let [letter] = &letters[..] else { panic!("one letter, not {letters:?}") };
    assert!(letter.text.contains(&place) && letter.text.contains("Знает это лучше всех"), "{}", letter.text);
    // Whoever stopped letters of answers still hears that somebody waits to be met.
    nina.browser.post("/requests/notices", &[("comes", "introduced")]).await.is(303);
    let gleb = noticed.house.member("Глеб", &[]).await;
    let place = recommended(&noticed.house, &mut ilya, request, &gleb).await;
    let letters: Vec<_> = noticed.letters().await.into_iter().filter(|letter| letter.to == address).collect();
    let [letter] = &letters[..] else { panic!("one letter, not {letters:?}") };
    assert!(letter.text.contains(&place) && letter.subject.contains("Знакомство"), "{}", letter.text);
}
