//! What members are told: the community's totals without names, and no act that only others can do. And what too few cases say.

use crate::pages_front::{Front, links, number};
use crate::town::{Town, at, on};
use kernel::{AudienceId, IdentityId, Role};
use pulse::day::written;
use pulse::team::Post;
use talk::history::Incoming;

const DAY: &str = "2026-11-10";
const WORDS: [(&str, &str); 2] = [("ru", include_str!("../../words/ru.ftl")), ("en", include_str!("../../words/en.ftl"))];
/// Figures that members are told of, in the order of their page.
const TOLD: [&str; 10] =
    ["size", "active", "churn", "response", "ties", "reciprocity", "clusters", "resilience", "transitions", "hours"];

/// Every sentence of what to do: it has no values, so that it stands on a page as it is written.
fn advice(words: &str) -> Vec<&str> {
    words.lines().filter_map(|line| line.split_once("-advice = ")).map(|(_, said)| said).collect()
}

/// Words of a page without what keeps them on one line.
fn plain(said: &str) -> String {
    said.replace('\u{a0}', " ")
}

/// Eight who answer each other around; one of them more than the others, and one who fell silent.
async fn circle(town: &mut Town) -> Vec<IdentityId> {
    let (day, mut people, mut lines) = (on(DAY), Vec::new(), Vec::new());
    for place in 0..8 {
        people.push(town.person(&format!("Знакомый {place}")).await);
    }
    for (back, place) in [(60i64, 0usize), (5, 0), (60, 1), (5, 2), (60, 3), (4, 3), (60, 4), (3, 5), (60, 6)] {
        let (one, other) = (people[place], people[(place + 1) % 8]);
        let mut before = None;
        for author in [one, other, one] {
            let number = town.number();
            lines.push(Incoming { number, at: at(day - back, 12), author: Some(author), reply_to: before, ..Incoming::default() });
            before = Some(number);
        }
    }
    town.bring(AudienceId::EVERYONE, lines).await;
    people
}

#[tokio::test]
async fn members_see_churn_transitions_and_resilience_without_names() {
    let mut town = Town::new().await;
    let people = circle(&mut town).await;
    town.names(people[0], Post::Founder, on(DAY) - 400, None).await;
    let front = Front::of(town).await;
    let mut member = front.guest("Нина Абрамова", &[]).await;
    let mut owner = front.owner().await;
    let path = format!("/pulse?at={DAY}");
    let (theirs, staffs) = (member.browser.get(&path).await, owner.browser.get(&path).await);
    for figure in ["churn", "transitions"] {
        let of = |selector: &str| format!("figure:has(#{figure}) {selector}");
        assert_eq!(theirs.one(&of(".figure__number")), staffs.one(&of(".figure__number")), "{figure}");
        assert!(theirs.one(&of(".define")).len() > 30, "{figure} is defined");
    }
    assert_eq!(theirs.one("figure:has(#resilience) .figure__number"), staffs.one(".card--field .big"));
    let cells = |page: &testkit::Page| page.all(".heat--five td").iter().filter_map(|cell| number(cell)).sum::<i64>();
    assert_eq!((cells(&theirs), theirs.count(".heat--five td")), (cells(&staffs), 25));
    staffs.sees("Знакомый 0").sees("Основатели: Знакомый 0");
    theirs.lacks("Знакомый");
    assert_eq!(links(&theirs, "/pulse/"), [], "nothing that is for staff is linked");
}

#[tokio::test]
async fn members_are_told_of_every_figure_what_is_so_and_staff_also_what_to_do() {
    let mut town = Town::new().await;
    let people = circle(&mut town).await;
    town.names(people[0], Post::Founder, on(DAY) - 400, None).await;
    for person in people.iter().take(6) {
        town.says(*person, on(DAY) - 3).await;
    }
    let front = Front::of(town).await;
    let mut member = front.guest("Нина Абрамова", &[]).await;
    let mut owner = front.owner().await;
    for (language, words) in WORDS {
        let advice = advice(words);
        assert!(advice.len() > 30, "{advice:?}");
        let advised = |said: &str| advice.iter().any(|one| plain(said).contains(&plain(one)));
        for guest in [&mut member, &mut owner] {
            guest.browser.set_cookie("language", language);
        }
        // A day of many cases, one of few, and one on which the community was young.
        for day in [on(DAY), on(DAY) - 28, on(DAY) - 58] {
            let path = format!("/pulse?at={}", written(day));
            let (theirs, staffs) = (member.browser.get(&path).await, owner.browser.get(&path).await);
            assert_eq!(theirs.is(200).attributes("figure h3", "id"), TOLD);
            assert!(!advised(&theirs.one("main")), "{path}: {}", theirs.one("main"));
            for figure in TOLD.into_iter().filter(|figure| day == on(DAY) && *figure != "resilience") {
                let says = format!("figure:has(#{figure}) .figure__says");
                assert!(advised(&staffs.one(&says)), "{figure}: {}", staffs.one(&says));
            }
            assert!(day != on(DAY) || advised(&staffs.one(".card--field")), "{}", staffs.one(".card--field"));
        }
    }
}

#[tokio::test]
async fn only_the_owner_is_asked_to_name_the_founder() {
    let mut town = Town::new().await;
    circle(&mut town).await;
    let front = Front::of(town).await;
    let path = format!("/pulse?at={DAY}");
    let mut owner = front.owner().await;
    owner.browser.get(&path).await.sees("Назовите его, и Пульс посчитает");
    for roles in [&[Role::Administrator][..], &[]] {
        let mut guest = front.guest("Илья Гордеев", roles).await;
        guest.browser.get(&path).await.is(200).sees("Основатель на этот день не назван").lacks("Назовите его");
    }
}

#[tokio::test]
async fn nothing_is_advised_from_a_few_cases() {
    let mut town = Town::new().await;
    let [vera, gleb, daria] = town.people(["Вера Кочетова", "Глеб Стрижов", "Дарья Полевая"]).await;
    let day = on(DAY);
    town.tie((vera, day - 40), (gleb, day - 4)).await;
    town.tie((gleb, day - 5), (daria, day - 4)).await;
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    for (language, words) in
        [("ru", ["Слишком мало, чтобы судить", "нужно хотя бы 5"]), ("en", ["Too few to judge", "at least 5 are needed"])]
    {
        owner.browser.set_cookie("language", language);
        let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
        page.is(200);
        for figure in [
            "active",
            "churn",
            "transitions",
            "hours",
            "response",
            "ties",
            "reciprocity",
            "depth",
            "clusters",
            "connectors",
            "lonely",
        ] {
            let says = page.one(&format!("figure:has(#{figure}) .figure__says"));
            assert!(words.iter().all(|word| says.contains(word)), "{figure}: {says}");
        }
        assert!(page.one(".card--field").contains(words[0]), "of three people nobody can say what would be left");
    }
    owner.browser.set_cookie("language", "ru");
    owner
        .browser
        .get(&format!("/pulse?at={DAY}"))
        .await
        .sees("судить: всего 3, а нужно хотя бы 5.")
        .sees("сообщество выросло на 1 человека")
        .lacks("Ответьте новым");
}

#[tokio::test]
async fn who_was_named_and_merged_is_listed_by_the_name_they_have_now() {
    let mut town = Town::new().await;
    let people = circle(&mut town).await;
    town.names(people[0], Post::Founder, on(DAY) - 400, None).await;
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    owner.browser.get("/pulse/team").await.is(200).sees("Знакомый 0");
    let (past, person) =
        (front.town.member_of(people[0]).await.expect("a member"), front.town.member_of(people[4]).await.expect("a member"));
    front.town.merge(past, person).await;
    let entries = owner.browser.get("/pulse/team").await.all(".rows article h3");
    assert_eq!(entries[0], "Знакомый 4");
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    page.is(200).sees("Основатели: Знакомый 4");
    let founders = owner.leaf(&format!("/pulse/people?at={DAY}&figure=founders"), ".people article h2").await;
    assert_eq!(founders.len(), 1);
    assert!(founders[0].starts_with("Знакомый 4"), "{founders:?}");
}

#[tokio::test]
async fn nobody_is_tied_to_themselves() {
    let mut town = Town::new().await;
    circle(&mut town).await;
    let front = Front::of(town).await;
    let (mut one, other) = (front.guest("Захар Репин", &[]).await, front.guest("Ия Лоза", &[]).await);
    one.browser.get(&format!("/pulse/with/{}", one.member)).await.is(404);
    one.browser.get(&format!("/pulse/with/{}", other.member)).await.is(200).sees("Ия Лоза");
}

#[tokio::test]
async fn a_beginning_that_has_not_come_is_told_at_its_field_and_a_last_day_may_be_planned() {
    let mut town = Town::new().await;
    let vera = circle(&mut town).await[0];
    let vera = town.member_of(vera).await.expect("a member").to_string();
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let today = on(crate::town::TODAY);
    let (tomorrow, later) = (written(today + 1), written(today + 30));
    let early = [("member", vera.as_str()), ("role", "staff"), ("from", tomorrow.as_str()), ("until", "")];
    let page = owner.browser.post("/pulse/team", &early).await;
    page.is(422).sees("Этот день ещё не наступил").has("#from[aria-invalid=true]");
    assert_eq!(page.attribute("#from", "value"), tomorrow);
    let began = written(today - 100);
    let planned = [("member", vera.as_str()), ("role", "staff"), ("from", began.as_str()), ("until", later.as_str())];
    owner.browser.post("/pulse/team", &planned).await.is(303);
    assert_eq!(front.town.figures(today).await.resilience.staff.removed, 1, "of the team until that day comes");
}
