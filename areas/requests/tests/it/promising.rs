//! How well promises are kept: figures of requests that are known one by one, and the Desk that says so.

use crate::house::{TestHouse, house_with};
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
    };
    assert_eq!(held, known);
    owner.browser.get("/aside").await.sees("71 %").sees("38 %").sees("2 ч").lacks("мало данных");
}
