//! What a figure opens to: the messages of an hour, those who were taken away; and nothing where the data cannot say.

use crate::pages::{DAY, told};
use crate::pages_front::{Front, links, number};
use crate::town::{TODAY, Town, at, on};
use kernel::{AudienceId, IdentityId};
use std::collections::BTreeSet;
use store::statement;
use talk::history::Incoming;

statement!(VERA = "select id from identity_identities where community_id = $1 and name like 'Вера%'");

#[tokio::test]
async fn an_hour_opens_to_its_messages_all_together_and_of_each_who_wrote() {
    let (_front, mut owner) = told().await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    let cells: Vec<(String, String)> =
        links(&page, "/pulse/hours?").into_iter().filter(|(href, _)| href.contains("hour=")).collect();
    let mut most = 0;
    for (href, label) in cells {
        let people = owner.browser.get(&href).await;
        let messages = links(&people, "/pulse/hours?").into_iter().find(|(_, label)| label == "Сообщения").expect("its messages");
        let page = owner.browser.get(&messages.0).await;
        page.is(200).sees("Что писали");
        assert_eq!(number(&page.one(".page-head .lead")), number(&label), "{href}");
        let (mut opened, mut next) = (Vec::new(), Some(messages.0));
        while let Some(path) = next {
            let page = owner.browser.get(&path).await;
            opened.extend(page.attributes(".deeds a[href^='/talk/messages/']", "href"));
            next = page.attributes(".pager a[rel=next]", "href").first().cloned();
        }
        assert_eq!(Some(opened.len() as i64), number(&label), "{href}");
        assert_eq!(opened.iter().collect::<BTreeSet<_>>().len(), opened.len(), "none twice: {opened:?}");
        most = most.max(opened.len());
        let of_each = links(&people, "/pulse/hours?").into_iter().filter(|(href, _)| href.contains("person="));
        for ((href, label), name) in of_each.zip(people.all("tbody th")).take(3) {
            let page = owner.browser.get(&href).await;
            assert_eq!(number(&page.is(200).one(".page-head .lead")), number(&label), "{href}");
            let signed = owner.leaf(&href, ".deeds .small").await;
            assert_eq!(Some(signed.len() as i64), number(&label), "{href}");
            assert!(signed.iter().all(|line| line.starts_with(&name)), "{signed:?}");
        }
    }
    assert!(most > 50, "more than a page: {most}");
    let nobody = format!("/pulse/hours?at={DAY}&show=messages&person=999999");
    owner.browser.get(&nobody).await.is(404);
    owner.browser.get(&format!("/pulse/hours?at={DAY}&show=cats")).await.is(404);
}

#[tokio::test]
async fn the_best_tied_who_are_listed_are_those_who_were_taken_away() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let people = town.people(["Вера", "Глеб", "Дарья", "Егор", "Жанна", "Зоя"]).await;
    for place in 0..6 {
        town.tie((people[place], today - 5), (people[(place + 1) % 6], today - 4)).await;
    }
    // All have two ties; only these two spoke more.
    town.tie((people[4], today - 3), (people[5], today - 3)).await;
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let kept = front.town.figures(today).await.resilience;
    assert_eq!((kept.top_10pct.removed, kept.top_10pct.interactions_share), (1, Some(8.0 / 14.0)));
    let listed = owner.leaf("/pulse/people?figure=top&number=10", ".people article h2").await;
    assert_eq!(listed, ["Жанна"], "as many ties as the others, and more answers");
}

#[tokio::test]
async fn on_a_phone_each_cell_bears_the_name_of_its_column() {
    let (_front, mut owner) = told().await;
    let person = owner.browser.get(&format!("/pulse/people?at={DAY}&figure=tied")).await.attribute(".people a", "href");
    for (path, tables) in [(format!("/pulse?at={DAY}"), 5), (format!("/pulse/ties?at={DAY}"), 1), (person, 1)] {
        let page = owner.browser.get(&path).await;
        assert_eq!(page.is(200).count("main .table--cards"), tables, "{path}");
        let (cells, named) = (page.count("main .table--cards tbody td"), page.count("main .table--cards tbody td[data-label]"));
        assert!(cells > 4 && cells == named, "{path}: {named} of {cells}");
        assert!(page.attributes("main .table--cards tbody td", "data-label").iter().all(|label| !label.is_empty()));
        assert_eq!(page.count("main .table-wrap"), page.count("main .table-wrap[tabindex='0'][role=region]"), "{path}");
    }
}

#[tokio::test]
async fn where_no_team_is_named_nothing_is_told_of_talk_without_it() {
    let (front, mut owner) = told().await;
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    page.sees("Команда на этот день не названа").lacks("связи без команды").lacks("show=members").lacks("who=team");
    for path in ["/pulse/ties", "/pulse/conversations"] {
        let page = owner.browser.get(&format!("{path}?at={DAY}")).await;
        page.is(200).lacks("оманд").lacks("show=members").lacks("who=team");
    }
    let figures = front.town.figures(on(DAY)).await;
    let told = pulse::report::json(&figures);
    assert!(told["ties"]["members_share"].is_null() && told["response"]["team"].is_null(), "{told}");
    let said = pulse::report::text(&told);
    assert!(said.contains("ties.members_share: not known\n") && said.contains("response.team: not known\n"), "{said}");
    let vera = front.town.rows::<IdentityId>(&VERA, &[]).await[0];
    front.town.names(vera, pulse::team::Post::Staff, on(DAY) - 200, None).await;
    let told = pulse::report::json(&front.town.figures(on(DAY)).await);
    assert!(told["ties"]["members_share"].is_number() && told["response"]["team"]["begun"].is_number(), "{told}");
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    page.lacks("Команда на этот день не названа").sees("без команды").has("a[href*='show=members']").has("a[href*='who=team']");
    for path in ["/pulse/ties", "/pulse/conversations"] {
        owner.browser.get(&format!("{path}?at={DAY}")).await.is(200).sees("оманд");
    }
}

#[tokio::test]
async fn the_wait_is_the_same_in_the_figures_and_in_the_list_of_those_who_waited() {
    let mut town = Town::new().await;
    let [vera, gleb] = town.people(["Вера Кочетова", "Глеб Стрижов"]).await;
    let day = on(DAY) - 1;
    let second = kernel::MICROS_PER_SECOND;
    let mut lines = Vec::new();
    for (hour, wait) in [(9, 168), (10, 90_000), (11, 167), (12, 30)] {
        let (asked, answer) = (town.number(), town.number());
        let line = |number, at, author, reply_to| Incoming { number, at, author: Some(author), reply_to, ..Incoming::default() };
        lines.push(line(asked, at(day, hour), vera, None));
        lines.push(line(answer, at(day, hour) + wait * second, gleb, Some(asked)));
    }
    lines.sort_by_key(|line| line.at);
    town.bring(AudienceId::EVERYONE, lines).await;
    let front = Front::of(town).await;
    let mut owner = front.owner().await;
    let told = pulse::report::json(&front.town.figures(on(DAY)).await);
    let all = &told["response"]["all"];
    assert_eq!((&all["median_wait_seconds"], &all["within_a_day"]), (&167.5.into(), &3.into()), "{all}");
    let page = owner.browser.get(&format!("/pulse?at={DAY}")).await;
    let list =
        links(page.is(200), "/pulse/conversations?").into_iter().find(|(href, _)| href.contains("order=wait")).expect("a list");
    let waits = owner.leaf(&list.0, ".deeds .small").await;
    let said: Vec<&str> = waits.iter().map(|line| line.split("ждали ответа ").nth(1).expect("a wait")).collect();
    assert_eq!(said, ["меньше минуты", "2 мин", "2 мин", "25 ч"], "the middle is between the two in the middle: {waits:?}");
    assert_eq!(owner.leaf(&format!("/pulse/conversations?at={DAY}&answered=soon"), ".deeds .item").await.len(), 3);
}
