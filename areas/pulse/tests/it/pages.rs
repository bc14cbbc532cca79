//! The pages of pulse through the front door: what opens a figure adds up to it, and only those see it who may.

use crate::pages_front::{Front, Guest, counted, links, number};
use crate::town::{TODAY, Town, at, on};
use kernel::{AudienceId, IdentityId, Role};
use pulse::day::{Day, written};
use std::collections::BTreeSet;
use talk::history::Incoming;

/// The day that the pages are asked for.
pub const DAY: &str = "2026-11-10";
/// More than one page of people.
const CROWD: usize = 64;
/// As many as must have been watched before it is said how soon newcomers have ties.
const EARLIER: i64 = 10;

async fn story(town: &mut Town) -> [IdentityId; 5] {
    let day = on(DAY);
    let people = town.people(["Вера Кочетова", "Глеб Стрижов", "Дарья Полевая", "Егор Чижов", "Жанна Сомова"]).await;
    let [vera, gleb, daria, egor, zhanna] = people;
    // Long ago: Vera and Egor. Egor is silent since, and comes back; Zhanna left.
    town.says(vera, day - 150).await;
    town.says(egor, day - 120).await;
    town.says(zhanna, day - 60).await;
    town.moves("chat.left", zhanna, day - 5, AudienceId::EVERYONE).await;
    town.tie((vera, day - 40), (gleb, day - 12)).await;
    town.tie((gleb, day - 8), (daria, day - 7)).await;
    town.tie((daria, day - 6), (vera, day - 6)).await;
    town.tie((vera, day - 2), (egor, day - 2)).await;
    let pavel = town.person("Павел Ледов").await;
    town.tie((egor, day - 9), (pavel, day - 9)).await;
    let asked = town.says(vera, day - 3).await;
    town.answers(daria, asked, day - 3).await;
    // As many came earlier as it takes to say how soon newcomers have ties.
    for place in 0..EARLIER {
        let who = town.person(&format!("Давний гость {place}")).await;
        town.says(who, day - 100 - place).await;
    }
    // Many come and write a line each, some of them two.
    let mut crowd = Vec::new();
    for place in 0..CROWD {
        let who = town.person(&format!("Гость {place}")).await;
        for hour in 0..1 + (place % 2) as i64 {
            let number = town.number();
            crowd.push(Incoming { number, at: at(day - 1, 14 + hour), author: Some(who), ..Incoming::default() });
        }
    }
    town.bring(AudienceId::EVERYONE, crowd).await;
    people
}

pub async fn told() -> (Front, Guest) {
    let mut town = Town::new().await;
    story(&mut town).await;
    let front = Front::of(town).await;
    let owner = front.owner().await;
    (front, owner)
}

#[tokio::test]
async fn persons_behind_every_figure_are_as_many_as_it_says() {
    let (_front, mut owner) = told().await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    page.is(200).sees("Пульс");
    let found = links(&page, "/pulse/people?");
    let figures: BTreeSet<&str> = found.iter().filter_map(|(href, _)| href.split("figure=").nth(1)?.split('&').next()).collect();
    for figure in [
        "members",
        "active",
        "new",
        "left",
        "gone",
        "state",
        "cell",
        "lonely",
        "connectors",
        "tied",
        "newcomers",
        "reached",
        "top",
        "before",
        "woke",
        "churned",
        "soon",
        "removed",
        "together",
        "held",
    ] {
        assert!(figures.contains(figure), "{figure} is not linked: {figures:?}");
    }
    for (href, label) in &found {
        let list = owner.browser.get(href).await;
        let count = number(&list.is(200).one(".page-head .lead")).expect("a count");
        let rows = owner.leaf(href, ".people article h2").await;
        assert_eq!(rows.len() as i64, count, "{href}: {rows:?}");
        assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len(), "{href}: nobody twice");
        if let Some(said) = counted(label).filter(|_| !href.contains("figure=messages")) {
            assert_eq!(said, count, "{href} is called {label}");
        }
    }
    assert_eq!(number(&page.one("figure:has(#size) .figure__number")), Some(CROWD as i64 + EARLIER + 5), "Zhanna is gone");
}

#[tokio::test]
async fn messages_of_the_figure_are_the_messages_of_its_people() {
    let (_front, mut owner) = told().await;
    let path = format!("/pulse/people?at={DAY}&figure=messages");
    let all = owner.browser.get(&path).await.one(".page-head .lead");
    let told = number(all.split(':').nth(1).expect("messages")).expect("a number");
    let mut sum = 0;
    let hrefs = {
        let mut hrefs = Vec::new();
        let mut next = Some(path);
        while let Some(path) = next {
            let page = owner.browser.get(&path).await;
            hrefs.extend(page.attributes(".people article a", "href"));
            next = page.attributes(".pager a[rel=next]", "href").first().cloned();
        }
        hrefs
    };
    for href in hrefs {
        let page = owner.browser.get(&href).await;
        let said = number(&page.is(200).one(".sec .sec__head p")).expect("a count");
        let deeds = owner.leaf(&href, ".deeds .item").await.len() as i64;
        assert_eq!(deeds, said, "{href}");
        assert_eq!(page.count(".deeds a[href^='/talk/messages/']") as i64, deeds);
        sum += deeds;
    }
    assert_eq!(sum, told);
    assert_eq!(told, (CROWD + CROWD / 2) as i64 + 15);
}

#[tokio::test]
async fn hours_and_pairs_and_conversations_add_up() {
    let (_front, mut owner) = told().await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    let cells: Vec<(String, String)> =
        links(&page, "/pulse/hours?").into_iter().filter(|(href, _)| href.contains("hour=")).collect();
    assert!(cells.len() > 3, "{cells:?}");
    for (href, label) in &cells {
        let rows = owner.leaf(href, "tbody td").await;
        let sum: i64 = rows.iter().filter_map(|row| number(row)).sum();
        assert_eq!(Some(sum), number(label), "{href}");
    }
    let pairs = links(&page, "/pulse/ties?");
    assert!(pairs.len() > 4 && pairs.iter().any(|(href, _)| href.contains("show=inside")), "{pairs:?}");
    for (href, label) in pairs {
        let rows = owner.leaf(&href, "table.pairs tbody tr").await;
        assert_eq!(counted(&label).unwrap_or(rows.len() as i64), rows.len() as i64, "{href} is called {label}");
    }
    let list = owner.browser.get(&format!("/pulse/ties?at={DAY}&show=pairs")).await;
    let answers = number(list.one(".page-head .lead").split(',').nth(1).expect("answers")).expect("a number");
    let mut sum = 0;
    for href in list.attributes("table.pairs tbody a", "href") {
        sum += owner.leaf(&href, ".deeds .item").await.len() as i64;
    }
    assert_eq!((sum, answers), (11, 11));
    let begun = links(&page, "/pulse/conversations?");
    assert!(begun.len() > 3, "{begun:?}");
    for (href, label) in begun {
        let rows = owner.leaf(&href, ".deeds .item").await;
        // Who was answered is told as a share, how long they waited as a time.
        let lead = owner.browser.get(&href).await.is(200).one(".page-head .lead");
        assert_eq!(number(&lead), Some(rows.len() as i64), "{href}");
        let said = counted(&label).filter(|_| !href.contains("order=wait")).or(number(&lead));
        assert_eq!(said, Some(rows.len() as i64), "{href} is called {label}");
    }
}

#[tokio::test]
async fn what_is_not_a_day_is_told_at_its_field() {
    let (_front, mut owner) = told().await;
    for (typed, word) in [
        ("вчера", "Это не дата"),
        ("2026-02-31", "Это не дата"),
        ("2026-11-22", "ещё не наступил"),
        ("1999-01-01", "ещё не было"),
        ("0001-01-01", "ещё не было"),
    ] {
        let page = owner.browser.get(&format!("/pulse?at={typed}")).await;
        page.is(422).sees(word).has("#at[aria-invalid=true]").has("#at-error");
        assert_eq!(page.attribute("#at", "value"), typed, "what was typed stays");
        assert_eq!(page.attribute("#at", "aria-describedby"), "at-error");
    }
    let page = owner.browser.get("/pulse").await;
    assert_eq!(page.is(200).attribute("#at", "max"), TODAY);
    assert_eq!((page.attribute("#at", "value").as_str(), page.attribute("#at", "min")), (TODAY, written(on(DAY) - 150)));
    assert_eq!(owner.browser.get("/pulse/people?at=gestern&figure=active").await.status.as_u16(), 422);
    for lost in [
        "/pulse/people?figure=wings",
        "/pulse/people?figure=cluster&number=x",
        "/pulse/people?figure=cell&from=new",
        "/pulse/people/nobody",
        "/pulse/people/999999",
        "/pulse/hours?hour=24",
        "/pulse/ties?show=all",
        "/pulse/ties?show=inside",
        "/pulse/ties?show=kept",
        "/pulse/ties?show=kept&case=top-2",
        "/pulse/ties?show=lost&case=founders",
        "/pulse/people?figure=together",
        "/pulse/people?figure=apart&case=team",
        "/pulse/people?figure=removed&case=row-13",
        "/pulse/people?figure=soon&number=2",
        "/pulse/conversations?answered=late",
        "/pulse/conversations?order=mood",
        "/pulse/ties?show=outside&number=77",
        "/pulse/ties?after=x",
        "/pulse/conversations?who=cats",
        "/pulse/people?figure=top&number=7",
    ] {
        owner.browser.get(lost).await.is(404);
    }
}

#[tokio::test]
async fn persons_are_for_staff_and_the_team_for_the_owner() {
    let (front, mut owner) = told().await;
    let mut member = front.guest("Нина Абрамова", &[]).await;
    let mut administrator = front.guest("Илья Гордеев", &[Role::Administrator]).await;
    let person = format!("/pulse/people/{}", member.member);
    let staff = ["/pulse/people?figure=active", &person, "/pulse/ties", "/pulse/conversations", "/pulse/hours"];
    for path in staff {
        member.browser.get(path).await.is(403);
        administrator.browser.get(path).await.is(200);
        owner.browser.get(path).await.is(200);
    }
    administrator.browser.get("/pulse/team").await.is(403);
    let one = member.member.to_string();
    let fields = [("member", one.as_str()), ("role", "founder"), ("from", "2026-01-01")];
    administrator.browser.post("/pulse/team", &fields).await.is(403);
    owner.browser.get("/pulse/team").await.is(200).lacks("Илья Гордеев · Команда");
    let page = member.browser.get(&format!("/pulse?at={DAY}")).await;
    page.is(200).sees("С кем вы связаны").lacks("Вера Кочетова").lacks("Гость");
    for path in ["/pulse/people", "/pulse/ties", "/pulse/hours", "/pulse/conversations", "/pulse/team"] {
        assert_eq!(links(&page, path), [], "{path}");
    }
}

#[tokio::test]
async fn members_see_their_own_ties_and_only_those_by_name_who_agreed() {
    let town = Town::new().await;
    let vera = town.person("Вера Кочетова").await;
    let mut front = Front::of(town).await;
    let mut nina = front.guest("Нина Абрамова", &[]).await;
    let ilya = front.guest("Илья Гордеев", &[]).await;
    let today = on(TODAY);
    front.town.tie((nina.identity, today - 3), (ilya.identity, today - 2)).await;
    front.town.tie((nina.identity, today - 3), (vera, today - 2)).await;
    front.town.tie((ilya.identity, today - 3), (vera, today - 2)).await;
    front.town.follow().await;
    let page = nina.browser.get("/pulse").await;
    page.is(200).sees("Илья Гордеев").sees("И ещё 1 человек из истории чата").lacks("Вера Кочетова");
    page.sees("вы ответили 1 раз, вам ответили 1 раз · взаимно");
    let own = page.attribute("a[href^='/pulse/with/']", "href");
    let answers = nina.browser.get(&own).await;
    answers.is(200).sees("Илья Гордеев").sees("2 ответа");
    assert_eq!(answers.count(".deeds a[href^='/talk/messages/']"), 2);
    let vera = front.town.member_of(vera).await.expect("a member");
    nina.browser.get(&format!("/pulse/with/{vera}")).await.is(404);
    nina.browser.get("/pulse/with/999999").await.is(404);
    nina.browser.get(&format!("/pulse/ties/{}/{vera}", nina.member)).await.is(403);
}

#[tokio::test]
async fn a_community_without_a_word_is_told_so_kindly() {
    let front = Front::of(Town::new().await).await;
    let mut owner = front.owner().await;
    let mut member = front.guest("Нина Абрамова", &[]).await;
    for guest in [&mut owner, &mut member] {
        let page = guest.browser.get("/pulse").await;
        page.is(200).sees("Пока нечего измерять").has("a[href='/talk/new']");
        assert_eq!(page.count(".figure, .stats"), 0);
    }
}

#[tokio::test]
async fn a_history_that_ended_long_ago_says_when() {
    let mut town = Town::new().await;
    let [vera, gleb] = town.people(["Вера Кочетова", "Глеб Стрижов"]).await;
    town.tie((vera, on("2022-08-29")), (gleb, on("2022-08-30"))).await;
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let page = owner.browser.get("/pulse").await;
    page.is(200).sees("За это время никто ничего не написал").sees("Последнее сообщение было 30 августа 2022");
    let then = page.attribute(".notice a", "href");
    assert_eq!(then, "/pulse?at=2022-08-30");
    owner.browser.get(&then).await.is(200).lacks("никто ничего не написал").sees("28 дней: 3–30 августа 2022");
    for unknown in ["99999", "-1"] {
        owner.browser.get(&format!("/pulse/people?figure=cluster&number={unknown}&at=2022-08-30")).await.is(404);
    }
}

#[tokio::test]
async fn a_hidden_history_is_counted_for_staff_and_said_to_be() {
    let mut town = Town::new().await;
    let vera = town.person("Вера Кочетова").await;
    let audience = town.import().await;
    let number = town.number();
    let line = Incoming { number, at: at(on(TODAY) - 1, 10), author: Some(vera), ..Incoming::default() };
    town.bring(audience, vec![line]).await;
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let mut member = front.guest("Нина Абрамова", &[]).await;
    owner.browser.get("/pulse").await.is(200).sees("ещё не открыли участникам").sees("В сообществе 3 участника, пишут 1");
    let list = owner.browser.get("/pulse/people?figure=active").await;
    assert_eq!(owner.leaf(&list.path, ".people article h2").await, ["Вера Кочетова"]);
    member.browser.get("/pulse").await.is(200).lacks("ещё не открыли").sees("Пока нечего измерять");
}

fn day_before(day: &str, days: Day) -> String {
    written(on(day) - days)
}

#[tokio::test]
async fn the_owner_names_the_founder_and_the_question_is_answered() {
    let (front, mut owner) = told().await;
    let path = format!("/pulse?at={DAY}");
    owner.browser.get(&path).await.sees("Основатель на этот день не назван").has("a[href='/pulse/team']");
    let page = owner.browser.get("/pulse/team").await;
    page.is(200)
        .sees("Анна Ёлкина")
        .sees("владелец в Артели")
        .sees("Вера Кочетова")
        .sees("ответов дал и получил за 90 дней: 12 августа – 9 ноября");
    let found = owner.browser.get("/pulse/team?q=кочет").await;
    found.is(200).sees("Вера Кочетова");
    let vera = found.attribute("#name input[name=member]", "value");
    let faulty = [("q", "кочет"), ("member", vera.as_str()), ("role", "founder"), ("from", "вчера"), ("until", "2026-01-01")];
    let page = owner.browser.post("/pulse/team", &faulty).await;
    page.is(422).sees("Это не дата").has("#from[aria-invalid=true]").has(&format!("#name input[value='{vera}'][checked]"));
    assert_eq!((page.attribute("#from", "value").as_str(), page.attribute("#until", "value").as_str()), ("вчера", "2026-01-01"));
    let from = day_before(DAY, 400);
    let backwards =
        [("q", "кочет"), ("member", vera.as_str()), ("role", "founder"), ("from", "2026-01-02"), ("until", "2026-01-01")];
    owner.browser.post("/pulse/team", &backwards).await.is(422).sees("позже первого");
    owner.browser.post("/pulse/team", &[("role", "king")]).await.is(422).sees("Выберите человека").sees("Выберите, основатель");
    let named = [("member", vera.as_str()), ("role", "founder"), ("from", from.as_str()), ("until", "")];
    owner.browser.post("/pulse/team", &named).await.is(303);
    owner.browser.post("/pulse/team", &named).await.is(422).sees("уже назван").sees("Вера Кочетова");
    front.town.follow().await;
    let page = owner.browser.get(&path).await;
    page.is(200).sees("Основатели: Вера Кочетова").lacks("Основатель на этот день не назван");
    page.has("a[href*='figure=founders']");
    assert!(["Да", "Отчасти", "Нет"].contains(&page.one(".card--field .big").as_str()));
    let team = owner.browser.get("/pulse/team").await;
    let act = team.attribute("form:has(input[value=end])", "action");
    owner.browser.post(&act, &[("act", "end"), ("until", "скоро")]).await.is(422);
    owner.browser.post(&act, &[("act", "end"), ("until", "2001-01-01")]).await.is(422);
    owner.browser.post(&act, &[("act", "end"), ("until", DAY)]).await.is(303);
    front.town.follow().await;
    owner.browser.get(&path).await.sees("Основатель на этот день не назван");
    owner.browser.post(&act, &[("act", "remove")]).await.is(303);
    owner.browser.get("/pulse/team").await.sees("Пока никто");
    owner.browser.post(&act, &[("act", "remove")]).await.is(404);
    let audit = owner.browser.get("/audit").await;
    audit.is(200).sees("Назван в команду").sees("Записан уход из команды").sees("Убран из команды");
}

#[tokio::test]
async fn pages_cost_few_statements() {
    let (front, mut owner) = told().await;
    let mut member = front.guest("Нина Абрамова", &[]).await;
    let store = &front.town.database.store;
    let person = owner.browser.get(&format!("/pulse/people?at={DAY}&figure=tied")).await.attribute(".people a", "href");
    let pair = owner.browser.get(&format!("/pulse/ties?at={DAY}")).await.attribute(".pairs a", "href");
    let paths = [
        format!("/pulse?at={DAY}"),
        "/pulse".to_owned(),
        format!("/pulse/people?at={DAY}&figure=active"),
        format!("/pulse/ties?at={DAY}"),
        format!("/pulse/conversations?at={DAY}"),
        format!("/pulse/hours?at={DAY}&hour=14"),
        format!("/pulse/hours?at={DAY}&hour=14&show=messages"),
        "/pulse/team?q=ве".to_owned(),
        person,
        pair,
    ];
    for path in &paths {
        let mut fewest = u64::MAX;
        for _ in 0..3 {
            let before = store.statements_run();
            owner.browser.get(path).await.is(200);
            fewest = fewest.min(store.statements_run() - before);
        }
        assert!(fewest <= 8, "{path} costs {fewest}");
    }
    member.browser.get(&paths[0]).await.is(200);
    let before = store.statements_run();
    member.browser.get(&paths[0]).await.is(200);
    assert!(store.statements_run() - before <= 8);
}
