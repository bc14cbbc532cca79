//! What is left when some are taken away: every share opens to those it counts and those it does not, and they add up to it;
//! and the large number of each figure opens to its list.

use crate::pages_front::{Front, Guest, counted, links, number};
use crate::town::{Town, on};
use pulse::team::Post;

const DAY: &str = "2026-11-10";

/// Two rings of five, tied by Vera alone, whom two more answer who have nobody else; and two apart from all.
async fn village() -> (Front, Guest) {
    let mut town = Town::new().await;
    let day = on(DAY) - 5;
    let mut rings = Vec::new();
    for ring in 0..2 {
        let mut people = Vec::new();
        for place in 0..5 {
            people.push(town.person(&format!("Сосед {ring}-{place}")).await);
        }
        for place in 0..5 {
            town.tie((people[place], day), (people[(place + 1) % 5], day)).await;
        }
        rings.push(people);
    }
    let [vera, gleb, egor, zoya, foma] = town.people(["Вера Кочетова", "Глеб", "Егор", "Зоя", "Фома"]).await;
    for other in [rings[0][0], rings[1][0], gleb, egor] {
        for _ in 0..2 {
            town.tie((vera, day), (other, day)).await;
        }
    }
    town.tie((zoya, day), (foma, day)).await;
    let said = town.says(rings[0][2], day).await;
    town.answers(rings[1][2], said, day).await;
    town.names(vera, Post::Founder, day - 100, None).await;
    let front = Front::of(town).await;
    let owner = front.owner().await;
    (front, owner)
}

/// Whether a link is called by the share that a part has of a whole.
fn says_share(label: &str, part: i64, whole: i64) -> bool {
    let said = label.split('%').next().unwrap_or_default().replace('\u{a0}', "").replace(',', ".");
    let said: f64 = said.trim().parse().expect("a share");
    (said - 100.0 * part as f64 / whole as f64).abs() <= 0.5
}

/// How many people a list has, and how many its other parts say.
async fn parts(guest: &mut Guest, href: &str) -> (Vec<String>, Vec<i64>) {
    let page = guest.browser.get(href).await;
    let said: Vec<i64> = page.is(200).all(".chips a").iter().filter_map(|chip| number(chip)).collect();
    let mut found = Vec::new();
    for (path, count) in page.attributes(".chips a", "href").into_iter().zip(&said) {
        let names = guest.leaf(&path, ".people article h2").await;
        assert_eq!(names.len() as i64, *count, "{path}");
        assert_eq!(number(&guest.browser.get(&path).await.one(".page-head .lead")), Some(*count), "{path}");
        found.extend(names);
    }
    (found, said)
}

#[tokio::test]
async fn shares_of_those_who_stay_open_to_who_stays_together_and_who_falls_off() {
    let (front, mut owner) = village().await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    let people: Vec<(String, String)> = links(page.is(200), "/pulse/people?")
        .into_iter()
        .filter(|(href, _)| href.contains("case=") && !href.contains("row-"))
        .collect();
    // Nobody, the founder, the team, and three tops: two shares of each.
    assert_eq!(people.len(), 12, "{people:?}");
    for (href, label) in people {
        let (names, said) = parts(&mut owner, &href).await;
        let [removed, together, apart, held, loose] = said[..] else { panic!("{said:?}") };
        assert_eq!((together + apart, held + loose), (15 - removed, 15 - removed), "{href}: everybody with ties, once");
        assert_eq!(names.len() as i64, removed + 2 * (15 - removed));
        let part = if href.contains("figure=together") { together } else { held };
        assert!(says_share(&label, part, 15 - removed), "{href}: {label}");
    }
    let without = &front.town.figures(on(DAY)).await.resilience.founders;
    assert_eq!((without.removed, without.giant_share, without.core_share), (1, Some(5.0 / 14.0), Some(10.0 / 14.0)));
    let apart = owner.leaf(&format!("/pulse/people?at={DAY}&figure=apart&case=founders"), ".people article h2").await;
    assert_eq!(apart.len(), 9);
    assert!(["Глеб", "Егор", "Зоя", "Фома"].iter().all(|name| apart.iter().any(|one| one == name)), "{apart:?}");
    let page = owner.browser.get(&format!("/pulse/people?at={DAY}&figure=removed&case=founders")).await;
    assert!(page.is(200).one(".people article h2").starts_with("Вера Кочетова"));
}

#[tokio::test]
async fn the_talk_that_is_left_opens_to_its_pairs_and_what_goes_to_the_others() {
    let (_front, mut owner) = village().await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    let all = owner.browser.get(&format!("/pulse/ties?at={DAY}&show=pairs")).await.one(".page-head .lead");
    let answers = |lead: &str| number(lead.split(',').nth(1).expect("answers")).expect("a number");
    let kept: Vec<(String, String)> = links(&page, "/pulse/ties?").into_iter().filter(|(href, _)| href.contains("case=")).collect();
    assert_eq!(kept.len(), 6, "{kept:?}");
    for (href, label) in kept {
        let left = owner.browser.get(&href).await.is(200).one(".page-head .lead");
        let gone = owner.browser.get(&href.replace("show=kept", "show=lost")).await.is(200).one(".page-head .lead");
        assert_eq!(answers(&left) + answers(&gone), answers(&all), "{href}");
        assert_eq!(number(&left).zip(number(&gone)).map(|(left, gone)| left + gone), number(&all), "{href}");
        assert!(says_share(&label, answers(&left), answers(&all)), "{href}: {label}");
        let rows = owner.leaf(&href, "table.pairs tbody tr").await;
        assert_eq!(Some(rows.len() as i64), number(&left), "{href}");
        assert!(!href.contains("founders") || rows.iter().all(|row| !row.contains("Вера")), "{rows:?}");
    }
}

#[tokio::test]
async fn rows_of_the_removal_curve_open_to_who_is_gone_and_who_is_left() {
    let (_front, mut owner) = village().await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    let rows: Vec<(String, String)> =
        links(&page, "/pulse/people?").into_iter().filter(|(href, _)| href.contains("row-")).collect();
    assert!(rows.len() > 15, "{rows:?}");
    for (href, label) in rows {
        let (names, said) = parts(&mut owner, &href).await;
        let [removed, together, apart] = said[..] else { panic!("{said:?}") };
        assert_eq!((removed + together + apart, names.len()), (15, 15), "{href}");
        let part = if href.contains("figure=together") { together } else { removed };
        assert!(if label.contains('%') { says_share(&label, part, 15) } else { counted(&label) == Some(part) }, "{href}: {label}");
    }
}

#[tokio::test]
async fn ties_between_groups_open_and_are_each_counted_once() {
    let (front, mut owner) = village().await;
    let figures = front.town.figures(on(DAY)).await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    let between = links(&page, "/pulse/ties?").into_iter().find(|(href, _)| href.contains("show=between")).expect("they open");
    let rows = owner.leaf(&between.0, "table.pairs tbody tr").await;
    assert_eq!((counted(&between.1), rows.len() as i64), (Some(figures.clusters.crossing()), figures.clusters.crossing()));
    let small: Vec<(String, String)> =
        links(&page, "/pulse/ties?").into_iter().filter(|(href, _)| href.contains("-small")).collect();
    assert_eq!(small.len(), 1, "Zoya and Foma, tied to nobody else: {small:?}");
    for (href, label) in small {
        assert_eq!(counted(&label), Some(owner.leaf(&href, "table.pairs tbody tr").await.len() as i64), "{href}");
    }
    let inside: i64 = links(&page, "/pulse/ties?")
        .into_iter()
        .filter(|(href, _)| href.contains("show=inside"))
        .filter_map(|(_, label)| counted(&label))
        .sum();
    assert_eq!(inside + figures.clusters.crossing(), figures.ties.all);
}

#[tokio::test]
async fn the_number_of_each_figure_opens_to_its_list() {
    let (_front, mut owner) = village().await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    let (hrefs, labels) = (page.attributes("main .figure .figure__open", "href"), page.all("main .figure .figure__open"));
    assert!(hrefs.len() > 10, "{labels:?}");
    for (href, label) in hrefs.iter().zip(labels) {
        let list = owner.browser.get(href).await;
        let said = list.is(200).one(".page-head .lead");
        let is_count = ["Участники", "Пишут, но"].iter().any(|title| label.contains(title));
        assert!(!is_count || number(&said) == number(&label), "{href} is called {label}: {said}");
        assert!(number(&said).is_some_and(|count| count > 0), "{href}: {said}");
    }
    assert_eq!(page.count("dl.stats .figure__open"), 4, "those at the head too; nobody dropped out");
}

#[tokio::test]
async fn a_newcomers_tie_opens_to_the_answer_that_made_it() {
    let mut town = Town::new().await;
    let day = on(DAY);
    let [old, new, another] = town.people(["Давняя", "Новый", "Третья"]).await;
    town.says(old, day - 500).await;
    town.says(another, day - 500).await;
    let said = town.says(old, day - 30).await;
    // Answered once, not yet in turn; then with the other the tie is there sooner.
    let answered = town.answers(new, said, day - 30).await;
    town.tie((new, day - 20), (another, day - 18)).await;
    let made = town.answers(old, answered, day - 12).await;
    town.answers(new, made, day - 11).await;
    for place in 0..5 {
        let late = town.person(&format!("Гость {place}")).await;
        town.says(late, day - 2).await;
    }
    let made = town.message(made).await;
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    let reached: Vec<(String, String)> =
        links(page.is(200), "/pulse/people?").into_iter().filter(|(href, _)| href.contains("figure=reached")).collect();
    assert!(reached.iter().any(|(_, label)| label == "1"), "{reached:?}");
    let list = owner.browser.get(&format!("/pulse/people?at={DAY}&figure=reached&number=1")).await;
    assert!(list.is(200).one(".people article p").contains("12 дней"), "{}", list.one(".people article p"));
    let href = list.attribute(".people article a", "href");
    let page = owner.browser.get(&href).await;
    let section = page.is(200).one(".formed");
    assert!(section.contains("Первая связь: Третья") && section.contains("через 12 дней после прихода"), "{section}");
    assert_eq!(page.all(".formed .deeds .small").len(), 2, "the answer that made it, and the one it was in return for");
    assert!(page.all(".formed .deeds .small")[0].starts_with("Третья"), "she answered last");
    let message = page.attribute(".formed .deeds a[href^='/talk/messages/']", "href");
    assert_ne!(message, format!("/talk/messages/{made}"), "that is the second tie");
    let other = page.attribute(".formed .sec__head a", "href");
    owner.browser.get(&other).await.is(200).sees("Новый").sees("Третья").has(&format!("a[href='{message}']"));
    owner.browser.get(&href.replace("number=1", "number=3")).await.is(200).lacks("Третья связь: ");
}
