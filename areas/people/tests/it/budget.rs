//! What pages cost: the same few statements however many people, and no large table read from end to end.

use crate::support::{TestApp, at, say};
use kernel::AudienceId;
use people::{PersonTopics, Topic};
use std::sync::Arc;
use store::plans::scans;
use testkit::Browser;

const BUDGET: u64 = 8;
const LARGE: [&str; 12] = [
    "people_links",
    "people_claims",
    "people_merges",
    "people_removals",
    "people_points",
    "people_traits",
    "people_facets",
    "people_activity",
    "people_ties",
    "people_totals",
    "identity_members",
    "identity_identities",
];

/// A visit now and then learns the community anew, and later ones remember it for seconds: the smallest of three visits is one
/// that remembered, however slow the machine is.
async fn cost(app: &TestApp, browser: &mut Browser, path: &str) -> u64 {
    let mut fewest = u64::MAX;
    for _ in 0..3 {
        let before = app.database.store.statements_run();
        browser.get(path).await.is(200);
        fewest = fewest.min(app.database.store.statements_run() - before);
    }
    fewest
}

#[tokio::test]
async fn pages_cost_the_same_with_many_people_as_with_few() {
    let topics: Arc<people::person::TopicsFn> = Arc::new(|scope, member, _| {
        Box::pin(async move {
            let messages = people::standing::span(scope, member).await?.map_or(0, |_| 1);
            Ok(vec![Topic { title: "Сон".into(), path: "/talk".into(), messages }])
        })
    });
    let app = TestApp::with(|plan| plan.with(PersonTopics(topics))).await;
    let (nina, mut browser) = app.member("nina@example.org", "Нина").await;
    let mut owner = app.owner().await;
    let person = format!("/people/{nina}");
    let paths = ["/people", "/people?sort=newest", "/people?q=уч&f=city:казань", person.as_str()];
    let mut few = Vec::new();
    for path in paths {
        few.push(cost(&app, &mut browser, path).await);
    }
    let staff_paths =
        ["/people/imported", "/people/imported?show=all", "/claims", "/merges", "/claim-links", "/removals", "/people?q=н"];
    let mut staff_few = Vec::new();
    for path in staff_paths.iter().chain([&person.as_str()]) {
        staff_few.push(cost(&app, &mut owner, path).await);
    }
    crowd(&app, nina).await;
    for (path, few) in paths.iter().zip(few) {
        let many = cost(&app, &mut browser, path).await;
        assert_eq!(many, few, "{path}");
        assert!(many <= BUDGET, "{path} costs {many}");
    }
    for (path, few) in staff_paths.iter().chain([&person.as_str()]).zip(staff_few) {
        let many = cost(&app, &mut owner, path).await;
        assert_eq!(many, few, "{path} as staff");
        assert!(many <= BUDGET, "{path} costs {many} as staff");
    }
}

/// Two hundred members with a city and ties to one, three hundred imported persons.
async fn crowd(app: &TestApp, nina: kernel::MemberId) {
    let names: Vec<String> = (0..300).map(|number| format!("Гость {number}")).collect();
    let guests = app.imported(&names.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let mut scope = app.write().await;
    let own = identity::identity::own(&mut scope, nina).await.expect("own");
    for (number, guest) in guests.iter().enumerate().take(200) {
        let member = identity::member::create(&mut scope, identity::member::State::Active, &format!("Участник {number}"))
            .await
            .expect("a member");
        people::profile::fill(
            &mut scope,
            member,
            &[("city", if number % 2 == 0 { "Казань" } else { "Уфа" }), ("specialisation", "Сон, Пары")],
        )
        .await
        .expect("a profile");
        identity::identity::repoint(&mut scope, *guest, member).await.expect("an identity");
        say(
            &mut scope,
            *guest,
            Some(own),
            at("2026-01-05T12:00:00Z") + number as i64 * kernel::MICROS_PER_DAY,
            AudienceId::EVERYONE,
        )
        .await;
        say(&mut scope, own, Some(*guest), at("2026-01-05T12:00:00Z"), AudienceId::EVERYONE).await;
    }
    for guest in &guests[200..] {
        say(&mut scope, *guest, None, at("2026-01-05T12:00:00Z"), AudienceId::EVERYONE).await;
    }
    scope.commit().await.expect("a crowd");
    app.catch_up().await;
}

/// What the doctor counts and what a rare act of staff or a follower removes: no page does.
const NOT_OF_PAGES: [&str; 9] = [
    "FACETS_OFF",
    "TRAITS_LOST",
    "WRITTEN_OFF",
    "TOTALS_OFF",
    "TIES_OFF",
    "MERGES_OFF",
    "FORGET_MONTHS",
    "FORGET_TIES",
    "FORGET_TOTALS",
];

#[tokio::test]
async fn statements_are_understood_and_find_their_rows_by_index() {
    let database = testkit::database().await;
    let found = scans(&database.store, &LARGE).await.expect("the plans");
    let ours = found.iter().filter(|scan| scan.place.contains("areas/people/src") && !NOT_OF_PAGES.contains(&scan.statement));
    let faults: Vec<_> = ours.collect();
    assert!(faults.is_empty(), "{faults:#?}");
}
