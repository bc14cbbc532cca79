//! Weights follow who answered, once enough requests were answered, and only where they are better.

use crate::house::{Person, TestHouse, house};
use crate::routed::{learned, members};
use kernel::{CommunityId, MICROS_PER_DAY};
use requests::deeds;
use requests::request::{self, Request};
use requests::{refit, routing::weights};
use routing::{Reason, Weights};
use store::{Scope, args, statement};

const MINUTE: i64 = 60_000_000;

statement!(
    ASK = "insert into requests_requests (community_id, id, audience_id, asker_id, state, kind, title, details, city, city_key, wanted, created_at, changed_at, \
     asked_at, first_answer_at, last_answer_at, answers, stage, round) \
     values ($1, $2, 0, $3, 'open', 'solution', $4, '', '', '', '', $5, $5, $5, $5, $5, 1, 'routed', 1)"
);
statement!(TAG = "insert into requests_tags (community_id, request_id, tag, label) values ($1, $2, $3, $3)");
statement!(
    ANSWER = "insert into requests_answers (community_id, id, request_id, author_id, kind, text, at) values ($1, $2, $3, $4, 'solution', 'Вот как', $5)"
);
statement!(FITTED = "select requests from requests_weights where community_id = $1");

async fn told(scope: &mut Scope, actor: &Person, request: &Request, kind: &str, object: (&str, i64)) {
    let identity = actor.identity;
    let deed = store::Deed {
        kind,
        at: scope.now(),
        actor: Some(identity),
        object_kind: object.0,
        object: object.1,
        audience: request.audience,
        channel: "web",
        amount: 0,
        parties: &[],
    };
    scope.deed(deed).await.expect("a deed");
}

/// So many requests, each answered by whoever knows its tag.
async fn lived(house: &TestHouse, asker: &Person, helpers: &[Person], requests: usize) {
    lived_in(house, house.community, asker, helpers, requests).await;
}

async fn lived_in(house: &TestHouse, community: CommunityId, asker: &Person, helpers: &[Person], requests: usize) {
    let who = house.database.who(community);
    for number in 0..requests {
        let topic = number % helpers.len();
        let mut scope = house.database.store.write(&who).await.expect("a turn to write");
        let (id, answer) = (scope.deal().expect("an id"), scope.deal().expect("an id"));
        let now = scope.now();
        scope.run(&ASK, args![id, asker.member, format!("Вопрос о деле номер {topic}"), now]).await.expect("asked");
        scope.run(&TAG, args![id, format!("дело {topic}")]).await.expect("a tag");
        let request = request::any(&mut scope, id).await.expect("a request");
        told(&mut scope, asker, &request, deeds::ASKED, (deeds::REQUEST, id)).await;
        scope.run(&ANSWER, args![answer, id, helpers[topic].member, now]).await.expect("answered");
        told(&mut scope, &helpers[topic], &request, deeds::ANSWERED, (deeds::ANSWER, answer)).await;
        scope.commit().await.expect("lived");
        house.database.clock.pass(MINUTE);
    }
}

#[tokio::test]
async fn weights_are_fitted_once_enough_was_answered() {
    let house = house().await;
    let nina = house.member("Нина", &[]).await;
    let helpers = members(&house, 12).await;
    let (store, who) = (house.database.store.clone(), house.database.who(house.community));
    lived(&house, &nina, &helpers, 100).await;
    assert_eq!(refit::refit(&store, &who).await.expect("looked"), None, "too few");
    assert_eq!(weights(&mut house.read().await).await.expect("weights"), Weights::untrained());
    lived(&house, &nina, &helpers, 100).await;
    let (fitted, requests) = refit::refit(&store, &who).await.expect("fitted").expect("enough");
    assert!(requests >= 150, "{requests}");
    assert!(fitted.get(Reason::Tags) + fitted.get(Reason::TagTaste) + fitted.get(Reason::Similar) > 0.0);
    assert_eq!(house.one(&FITTED, args![]).await, i64::from(requests));
    let kept = weights(&mut house.read().await).await.expect("weights");
    assert!(Reason::ALL.into_iter().all(|reason| (kept.get(reason) - fitted.get(reason)).abs() < 1e-9), "kept as they were fitted");
    let again = refit::refit(&store, &who).await.expect("fitted").expect("enough");
    assert_eq!(again.1, requests);
    assert_eq!(learned(&house).await.index.sizes().0, 200);
}

statement!(WEIGH = "insert into requests_weights (community_id, weights, requests, fitted_at) values ($1, $2, 1, 0)");

/// Monday comes, and the weights are fitted.
async fn week(house: &TestHouse) {
    let schedules = requests::area().schedules;
    let weekly = schedules.iter().find(|schedule| schedule.name == "requests.refit").expect("it recurs");
    for days in [0, 8] {
        house.database.clock.pass(days * MICROS_PER_DAY);
        weekly.tick(&house.database.store, house.database.clock.now(), &house.database.chance).await.expect("a schedule");
    }
    house.settle().await;
}

#[tokio::test]
async fn a_young_community_starts_from_the_mean_of_three_others() {
    let house = house().await;
    let store = &house.database.store;
    let young = || async { weights(&mut house.read().await).await.expect("weights") };
    let mut others = Vec::new();
    for number in 1..=3 {
        let name = format!("other{number}");
        let community = house.database.community(&name).await;
        let host = format!("{name}.localhost");
        let mut people = Vec::new();
        for person in 0..7 {
            people.push(house.member_of(community, &host, &format!("Участник {person}"), &[]).await);
        }
        lived_in(&house, community, &people[0], &people[1..], 160 + 10 * number).await;
        let who = house.database.who(community);
        let mut scope = store.write(&who).await.expect("a turn to write");
        let own = serde_json::json!({ "tags": number, "similar": 0.5 });
        scope.run(&WEIGH, args![own]).await.expect("weights of its own");
        scope.commit().await.expect("they stay");
        others.push(who);
        week(&house).await;
        if number < 3 {
            assert_eq!(young().await, Weights::untrained(), "of {number} each could be read");
        }
    }
    let mut fitted = Vec::new();
    for who in &others {
        fitted.push(refit::refit(store, who).await.expect("fitted").expect("enough"));
    }
    assert!(fitted.iter().all(|(_, requests)| *requests >= 150), "{fitted:?}");
    let pooled = Weights::pooled(&fitted, 150);
    let kept = young().await;
    assert!(Reason::ALL.into_iter().all(|reason| (kept.get(reason) - pooled.get(reason)).abs() < 1e-9), "{kept:?} {pooled:?}");
    assert_ne!(pooled, Weights::untrained());
    assert_eq!(house.one(&FITTED, args![]).await, 0, "it stands on no request of its own");
}
