//! The pages of ties: what the depth counts can be opened, groups add up, and nothing is told by colour alone.

use crate::pages_front::{Front, Guest, links, number};
use crate::town::{TODAY, Town, at, on};
use kernel::{AudienceId, IdentityId};
use pulse::day::{Day, written};
use std::collections::BTreeSet;
use talk::history::Incoming;

const DAY: &str = "2026-11-10";

/// Two answer each other again and again, a message every so many days, the last one on a day.
async fn talk_long(town: &mut Town, [one, other]: [IdentityId; 2], last: Day, (times, apart): (i64, Day)) {
    let mut lines: Vec<Incoming> = Vec::new();
    for turn in 0..times {
        let author = Some(if turn % 2 == 0 { one } else { other });
        let (number, reply_to) = (town.number(), lines.last().map(|line| line.number));
        lines.push(Incoming { number, at: at(last - (times - 1 - turn) * apart, 12), author, reply_to, ..Incoming::default() });
    }
    town.bring(AudienceId::EVERYONE, lines).await;
}

#[tokio::test]
async fn a_pair_opens_to_every_answer_that_its_depth_counts() {
    let mut town = Town::new().await;
    let day = on(DAY);
    let two = town.people(["Вера Кочетова", "Глеб Стрижов"]).await;
    // 120 answers in three and a half years, of which the last nine lie within the 90 days.
    talk_long(&mut town, two, day, (121, 10)).await;
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let list = owner.browser.get(&format!("/pulse/ties?at={DAY}")).await;
    let href = list.is(200).attribute("table.pairs tbody a", "href");
    let page = owner.browser.get(&href).await;
    let lead = page.is(200).one(".page-head .lead");
    assert!(lead.contains("4 ответа") && lead.contains("5 ответов") && lead.contains("их 120"), "{lead}");
    assert_eq!(number(&page.one(".sec__head p")), Some(120));
    assert_eq!(owner.leaf(&href, ".deeds .item").await.len(), 120, "all of them, page by page");
    // The depth is the sum of them all: 2^(-age / 45).
    let depth: f64 = (0..120).map(|turn| 2f64.powf(-f64::from(turn * 10) / 45.0)).sum();
    assert!((depth - 7.005).abs() < 0.001 && lead.contains("Глубина 7:"), "{depth} {lead}");
    let before = href.replace(DAY, &written(day - 1300));
    let early = owner.browser.get(&before).await;
    assert_eq!(early.status.as_u16(), 404, "nobody was there");
}

#[tokio::test]
async fn who_spoke_long_ago_has_no_depth_and_their_answers_open_still() {
    let mut town = Town::new().await;
    let two = town.people(["Вера Кочетова", "Глеб Стрижов"]).await;
    talk_long(&mut town, two, on(DAY) - 120, (4, 5)).await;
    let [vera, gleb] = [town.member_of(two[0]).await.expect("a member"), town.member_of(two[1]).await.expect("a member")];
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let page = owner.browser.get(&format!("/pulse/ties/{vera}/{gleb}?at={DAY}")).await;
    page.is(200).sees("Вера Кочетова — 0 ответов").lacks("Глубина");
    assert_eq!((number(&page.one(".sec__head p")), page.count(".deeds .item")), (Some(3), 3));
}

#[tokio::test]
async fn who_was_merged_has_no_pair_and_who_they_are_now_has_it_at_once() {
    let mut town = Town::new().await;
    let people = town.people(["Вера Кочетова", "Глеб Стрижов", "Дарья Полевая"]).await;
    talk_long(&mut town, [people[0], people[1]], on(DAY), (21, 4)).await;
    let mut members = Vec::new();
    for person in people {
        members.push(town.member_of(person).await.expect("a member"));
    }
    let [vera, gleb, daria] = [members[0], members[1], members[2]];
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let pair = |one, other| format!("/pulse/ties/{one}/{other}?at={DAY}");
    let before = owner.browser.get(&pair(vera, gleb)).await.is(200).one(".page-head .lead");
    assert!(before.contains("их 20"), "{before}");
    owner.browser.get(&pair(vera, daria)).await.is(404);
    front.town.merge(gleb, daria).await;
    // No other page of that day was opened since: the pair asks for the figures itself.
    let page = owner.browser.get(&pair(vera, daria)).await;
    assert_eq!(page.is(200).one(".page-head .lead").replace("Дарья Полевая", "Глеб Стрижов"), before);
    assert_eq!((number(&page.one(".sec__head p")), page.count(".deeds .item")), (Some(20), 20));
    for gone in [pair(vera, gleb), pair(gleb, vera), pair(gleb, daria), format!("/pulse/people/{gleb}?at={DAY}")] {
        owner.browser.get(&gone).await.is(404);
    }
}

#[tokio::test]
async fn a_person_is_told_by_the_figures_of_now() {
    let mut town = Town::new().await;
    let [vera, gleb, daria] = town.people(["Вера Кочетова", "Глеб Стрижов", "Дарья Полевая"]).await;
    talk_long(&mut town, [vera, gleb], on(DAY), (21, 4)).await;
    town.says(daria, on(DAY) - 2).await;
    let [gleb, daria] = [town.member_of(gleb).await.expect("a member"), town.member_of(daria).await.expect("a member")];
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let path = format!("/pulse/people/{daria}?at={DAY}");
    let page = owner.browser.get(&path).await;
    assert_eq!((page.is(200).count("tbody tr"), number(&page.one(".sec .sec__head p"))), (0, Some(1)));
    front.town.merge(gleb, daria).await;
    let page = owner.browser.get(&path).await;
    let messages = number(&page.is(200).one(".sec .sec__head p"));
    assert_eq!((page.count("tbody tr"), messages), (1, Some(page.count(".deeds .item") as i64)), "what is counted is listed");
}

#[tokio::test]
async fn who_fell_silent_is_opened_to_where_they_did() {
    let mut town = Town::new().await;
    let [vera, gleb, daria] = town.people(["Вера Кочетова", "Глеб Стрижов", "Дарья Полевая"]).await;
    talk_long(&mut town, [vera, gleb], on(DAY), (21, 4)).await;
    town.says(daria, on(DAY) - 300).await;
    let last = town.says(daria, on(DAY) - 200).await;
    let last = town.message(last).await;
    let daria = town.member_of(daria).await.expect("a member");
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let page = owner.browser.get(&format!("/pulse/people/{daria}?at={DAY}&figure=gone")).await;
    page.is(200).sees("За эти 28 дней сообщений нет").sees("Последнее сообщение до этих дней");
    assert_eq!(page.attribute("main p a[href^='/talk/messages/']", "href"), format!("/talk/messages/{last}"));
}

#[tokio::test]
async fn a_pair_whose_figures_wait_for_the_job_is_not_told_of_somebody_merged() {
    let mut town = Town::new().await;
    let [vera, gleb, daria] = town.people(["Вера Кочетова", "Глеб Стрижов", "Дарья Полевая"]).await;
    talk_long(&mut town, [vera, gleb], on(TODAY), (21, 4)).await;
    let mut members = Vec::new();
    for person in [vera, gleb, daria] {
        members.push(town.member_of(person).await.expect("a member"));
    }
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let pair = format!("/pulse/ties/{}/{}", members[0], members[1]);
    owner.browser.get(&pair).await.is(200).sees("их 20");
    // Figures of the present day that took long are kept until the job comes by.
    front.town.figures_took_long().await;
    front.town.merge(members[1], members[2]).await;
    owner.browser.get("/pulse").await.is(200).sees("по состоянию на");
    owner.browser.get(&pair).await.is(404);
    owner.browser.get(&format!("/pulse/people/{}", members[1])).await.is(404);
}

/// Everybody of each group answers everybody else of it.
async fn groups(town: &mut Town, sizes: &[usize], day: Day) {
    let mut lines = Vec::new();
    for (group, size) in sizes.iter().enumerate() {
        let mut people = Vec::new();
        for place in 0..*size {
            people.push(town.person(&format!("Участник {group}-{place}")).await);
        }
        for (place, one) in people.iter().enumerate() {
            for other in &people[..place] {
                let mut before = None;
                for author in [*one, *other, *one] {
                    let number = town.number();
                    lines.push(Incoming { number, at: at(day, 12), author: Some(author), reply_to: before, ..Incoming::default() });
                    before = Some(number);
                }
            }
        }
    }
    town.bring(AudienceId::EVERYONE, lines).await;
}

async fn opened(sizes: &[usize]) -> (Front, Guest) {
    let mut town = Town::new().await;
    groups(&mut town, sizes, on(DAY) - 3).await;
    let front = Front::of(town).await;
    let owner = front.owner().await;
    (front, owner)
}

#[tokio::test]
async fn groups_add_up_and_those_of_two_open_too() {
    let (_front, mut owner) = opened(&[5, 4, 4, 3, 3, 3, 2, 2]).await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    assert_eq!(number(&page.is(200).one("figure:has(#clusters) .figure__number")), Some(8));
    let rows = page.all("figure:has(#clusters) tbody tr");
    assert_eq!(rows.len(), 7, "six of three and more, and one row for those of two: {rows:?}");
    assert!(rows[6].contains("ещё 2 группы меньше чем из 3"), "{rows:?}");
    let found: Vec<_> =
        links(&page, "/pulse/people?").into_iter().filter(|(href, _)| href.contains("cluster") || href.contains("small")).collect();
    assert_eq!(found.len(), 7, "{found:?}");
    let (mut people, mut told) = (Vec::new(), 0);
    for (href, label) in &found {
        let names = owner.leaf(href, ".people article h2").await;
        assert_eq!(Some(names.len() as i64), number(label), "{href}");
        people.extend(names);
        told += number(label).unwrap_or_default();
    }
    assert_eq!((people.iter().collect::<BTreeSet<_>>().len(), told), (26, 26), "everybody who has ties, once");
    owner.browser.get(&format!("/pulse/people?at={DAY}&figure=small&number=x")).await.is(404);
}

#[tokio::test]
async fn groups_are_told_apart_by_number_and_shape_and_the_table_names_them() {
    let (_front, mut owner) = opened(&[5, 4, 4, 3, 3, 3]).await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    page.is(200).sees("Нарисованы все, у кого есть связи: 22 человека; связей: 31.");
    let classes: BTreeSet<String> = page.attributes("svg.ties .c-node", "class").into_iter().collect();
    assert_eq!(classes.len(), 5, "five colours: {classes:?}");
    assert_eq!(page.count("svg.ties .c-node"), 22);
    let numbers: BTreeSet<String> = page.all("svg.ties .ties__number").into_iter().collect();
    assert_eq!(numbers, (1..=6).map(|number| number.to_string()).collect());
    let signs: BTreeSet<(String, String)> = page
        .attributes("figure:has(#clusters) .mark path", "class")
        .into_iter()
        .zip(page.attributes("figure:has(#clusters) .mark path", "d"))
        .collect();
    assert_eq!(signs.len(), 6, "no two groups are marked alike: {signs:?}");
    assert!(
        page.all("figure:has(#clusters) tbody th").iter().enumerate().all(|(at, head)| head.starts_with(&format!("{}", at + 1)))
    );
    let table = owner.browser.get(&format!("/pulse/ties?at={DAY}")).await;
    let groups: BTreeSet<String> =
        table.is(200).all("table.pairs tbody td:nth-of-type(5)").into_iter().map(|cell| cell.trim().to_owned()).collect();
    assert_eq!(groups, (1..=6).map(|number| number.to_string()).collect(), "nobody answered anybody of another group");
}
