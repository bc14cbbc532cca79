//! How well promises are kept: figures of requests that are known one by one, and the Desk that says so.

use crate::house::{TestHouse, house, house_with};
use axum::response::{Html, IntoResponse};
use kernel::{Door, MICROS_PER_DAY, MemberId, Micros, Role};
use requests::figures::{self, Figures};
use store::{args, statement};
use web::{Area, DeskAsk, Response, Route, Visit};

const HOUR: Micros = MICROS_PER_DAY / 24;

statement!(
    FILL = "insert into requests_requests (community_id, id, audience_id, asker_id, state, kind, title, details, city, city_key, wanted, \
     created_at, changed_at, asked_at, first_answer_at, answers, stage, round, escalated_at, outcome, closed_at) \
     values ($1, $2, $3, $4, $5, 'contact', 'Запрос', '', '', '', '', $6, $6, $6, $7, 0, 'routed', 1, $8, $9, $10)"
);

/// One request of the past, in hours.
struct Past {
    ago: i64,
    wait: Option<i64>,
    outcome: Option<&'static str>,
    escalated: bool,
    audience: i64,
    state: &'static str,
}

const ASKED: Past = Past { ago: 100, wait: None, outcome: None, escalated: false, audience: 0, state: "open" };

async fn fill(house: &TestHouse, asker: MemberId, past: &[Past]) {
    let mut scope = house.write().await;
    let (now, mut rows) = (scope.now(), Vec::new());
    for one in past {
        let (id, at) = (scope.deal().expect("a number"), now - one.ago * HOUR);
        let (first, escalated) = (one.wait.map(|wait| at + wait * HOUR), one.escalated.then_some(at + 24 * HOUR));
        let state = if one.outcome.is_some() { "closed" } else { one.state };
        let closed = one.outcome.map(|_| now);
        rows.push(args![id, one.audience, asker, state, at, first, escalated, one.outcome, closed].to_vec());
    }
    scope.run_many(&FILL, rows).await.expect("rows");
    scope.commit().await.expect("they stay");
}

/// What areas lay beside the Desk, and nothing else of it.
async fn aside(visit: Visit) -> web::Result<Response> {
    let mut scope = visit.read().await?;
    let mut shown = String::new();
    for desk in &visit.house.desks {
        let part = desk(&mut scope, &visit, &DeskAsk { limit: 10, ..DeskAsk::default() }).await?;
        part.aside.iter().for_each(|panel| shown.push_str(panel.html.as_str()));
    }
    Ok(Html(shown).into_response())
}

#[tokio::test]
async fn figures_are_those_of_requests_that_everybody_sees() {
    let desk = Area { name: "aside", routes: vec![Route::get("/aside", Door::Staff, aside)], ..Area::default() };
    let house = house_with(vec![desk]).await;
    let mut owner = house.member("Основатель", &[Role::Owner]).await;
    let mut nina = house.member("Нина", &[]).await;
    nina.browser.get("/aside").await.is(403);
    owner.browser.get("/aside").await.is(200).sees("Обещания").lacks("%").lacks("мало данных");
    let first = [
        Past { wait: Some(1), outcome: Some("solved"), ..ASKED },
        Past { wait: Some(2), outcome: Some("solved"), ..ASKED },
        Past { wait: Some(4), ago: 90, ..ASKED },
        Past { wait: Some(10), ago: 80, outcome: Some("unsolved"), ..ASKED },
    ];
    fill(&house, nina.member, &first).await;
    owner.browser.get("/aside").await.sees("мало данных").lacks("%");
    let more = [
        Past { wait: Some(30), ago: 70, escalated: true, ..ASKED },
        Past { ago: 60, escalated: true, ..ASKED },
        Past { ago: 2, ..ASKED },
        Past { wait: Some(1), ago: 3, ..ASKED },
        // None of these counts.
        Past { wait: Some(20), ago: 50, outcome: Some("solved"), escalated: true, audience: 77, ..ASKED },
        Past { wait: Some(1), ago: 31 * 24, outcome: Some("solved"), escalated: true, ..ASKED },
        Past { ago: 40, state: "draft", ..ASKED },
    ];
    fill(&house, nina.member, &more).await;
    let held = figures::lately(&mut house.read().await).await.expect("figures");
    let known = Figures {
        asked: 8,
        found: 0,
        ripe: 7,
        answered_in_time: 5,
        answered: 6,
        median_wait: Some(2 * HOUR),
        closed: 3,
        escalated: 2,
        counted_at: None,
    };
    assert_eq!(held, known);
    let aside = owner.browser.get("/aside").await;
    aside.sees("71 %").sees("38 %").sees("2 ч").lacks("мало данных");
    // Each figure opens to as many requests as it counts.
    let links: Vec<String> = aside.attributes("dd a", "href").into_iter().collect();
    assert_eq!(links, ["in-time", "answered", "closed", "escalated"].map(|of| format!("/requests/promises?of={of}")));
    for (of, count) in [("in-time", 5), ("late", 2), ("answered", 6), ("closed", 3), ("open", 5), ("escalated", 2)] {
        let page = owner.browser.get(&format!("/requests/promises?of={of}")).await;
        assert_eq!(page.is(200).count(".item"), count, "{of}");
        assert!(page.one("#behind").ends_with(&format!(": {count}")), "{}", page.one("#behind"));
        page.sees("Нина");
    }
    let waits = owner.browser.get("/requests/promises?of=answered").await;
    let text = waits.text();
    assert!(text.find("через 1 ч") < text.find("через 30 ч"), "{text}");
    nina.browser.get("/requests/promises").await.is(403);
    owner.browser.get("/requests/promises?of=nonsense").await.is(404);
}

statement!(
    CLOSE_ONE = "update requests_requests set state = 'closed', outcome = 'solved' where community_id = $1 and id in (select min(id) from requests_requests where community_id = $1 and state = 'open')"
);

/// The hands of the clock go on, and what is due is done.
async fn minutes_pass(house: &TestHouse, minutes: i64) {
    house.database.clock.pass(minutes * MICROS_PER_DAY / 1_440);
    for schedule in &requests::area().schedules {
        schedule.tick(&house.database.store, house.database.clock.now(), &house.database.chance).await.expect("a schedule");
    }
    house.settle().await;
}

#[tokio::test]
async fn where_much_is_asked_the_figures_are_those_of_the_last_minutes() {
    let house = house().await;
    let mut owner = house.member("Основатель", &[Role::Owner]).await;
    let nina = house.member("Нина", &[]).await;
    let past = |ago| Past { wait: Some(1), ago, ..ASKED };
    fill(&house, nina.member, &(0..990).map(|number| past(30 + number % 600)).collect::<Vec<_>>()).await;
    let now = async || figures::lately(&mut house.read().await).await.expect("figures");
    minutes_pass(&house, 0).await;
    minutes_pass(&house, 6).await;
    assert_eq!((now().await.asked, now().await.counted_at), (990, None), "few are counted at each look");
    let first = owner.browser.get("/requests/promises?of=answered").await;
    assert_eq!(first.is(200).count(".item"), figures::behind::PAGE);
    let second = owner.browser.get(&first.attribute(".pager a[rel=next]", "href")).await;
    assert_eq!(second.is(200).count(".item"), figures::behind::PAGE);
    assert_ne!(first.attribute(".item h3 a", "href"), second.attribute(".item h3 a", "href"));
    assert!(house.statements(&mut owner, "/requests/promises").await <= 6);
    fill(&house, nina.member, &(0..20).map(past).collect::<Vec<_>>()).await;
    assert_eq!((now().await.asked, now().await.counted_at), (1_010, None));
    minutes_pass(&house, 6).await;
    let kept = now().await;
    assert_eq!((kept.asked, kept.answered, kept.median_wait, kept.closed), (1_010, 1_010, Some(HOUR), 0));
    assert!(kept.counted_at.is_some());
    let mut scope = house.write().await;
    scope.run(&CLOSE_ONE, &[]).await.expect("closed");
    scope.commit().await.expect("it stays");
    assert_eq!(now().await, kept, "until the next count");
    minutes_pass(&house, 6).await;
    assert_eq!(now().await.closed, 1);
    house.database.clock.pass(MICROS_PER_DAY);
    assert_eq!(now().await.counted_at, None, "where no job counts, the look does");
}
