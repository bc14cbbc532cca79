//! An invented community lives on the real code: nothing is left hanging, nobody is asked beyond what they allow, and the same
//! seed tells the same story.

use crate::app::TestApp;
use artel::cli::SimulateArgs;
use artel::commands::demo;
use artel::commands::simulate::{self, ONCE};
use artel::simulation::Figures;
use kernel::{CommunityId, Locale, MICROS_PER_DAY};
use std::collections::HashMap;
use store::{args, statement};

/// After the last request: long enough for two rounds, the leader and the Desk, whoever kept them waiting.
const QUIET: i64 = 11;
const WEEK: i64 = 7 * MICROS_PER_DAY;
/// What a member allows who said nothing.
const USUAL: i64 = 3;

statement!(
    ENDS = "select id, case when first_answer_at is not null then 'answered' when escalated_at is not null then 'escalated' \
     when state = 'closed' then 'closed' else 'hanging' end from requests_requests where community_id = $1 and state <> 'draft' order by id"
);
statement!(
    ASKS = "select i.member_id, i.request_id, i.cause, i.invited_at from requests_invitations i where i.community_id = $1 \
     order by i.invited_at, i.id"
);
statement!(LIMITS = "select member_id, per_week, holiday_from, holiday_until from requests_limits where community_id = $1");
statement!(
    OWN = "select count(*) from requests_invitations i join requests_requests r on r.community_id = i.community_id \
     and r.id = i.request_id and r.asker_id = i.member_id where i.community_id = $1"
);
statement!(
    KINDS = "select kind, count(*) from deeds where community_id = $1 and channel in ('simulation', 'house') group by kind order by kind"
);
statement!(DEAD = "select count(*) from deed_heads h, jobs j where h.community_id = $1 and j.state = 'dead'");

async fn told(app: &TestApp, members: u32, days: i64, seed: u64, quiet: i64) -> Figures {
    let args = SimulateArgs { members, days, seed, locale: "ru".to_owned(), json: false };
    let since = ONCE - days * MICROS_PER_DAY;
    simulate::tell(&app.raised, &args, (since, ONCE + quiet * MICROS_PER_DAY), false).await.expect("a story")
}

async fn community(app: &TestApp) -> CommunityId {
    identity::community::all(&app.database.store).await.expect("communities")[0].id
}

#[tokio::test]
async fn every_request_comes_to_something_and_nobody_is_asked_beyond_their_limit() {
    let app = TestApp::raised().await;
    let figures = told(&app, 40, 4, 1, QUIET).await;
    let community = community(&app).await;
    let mut scope = app.read(community).await;
    let ends = scope.all::<(i64, String)>(&ENDS, args![]).await.expect("requests");
    assert!(ends.len() > 18 && ends.len() == figures.requests, "{} requests", ends.len());
    let hanging: Vec<&i64> = ends.iter().filter(|(_, end)| end == "hanging").map(|(id, _)| id).collect();
    assert!(hanging.is_empty() && figures.left_hanging == 0, "left hanging: {hanging:?}");

    let asks = scope.all::<(i64, i64, String, i64)>(&ASKS, args![]).await.expect("asks");
    let limits = scope.all::<(i64, i64, Option<i64>, Option<i64>)>(&LIMITS, args![]).await.expect("limits");
    let limits: HashMap<i64, (i64, Option<i64>, Option<i64>)> =
        limits.into_iter().map(|(member, week, from, until)| (member, (week, from, until))).collect();
    assert!(asks.len() > 50 && asks.len() == figures.asks, "{} asks", asks.len());
    let mut before: HashMap<i64, Vec<i64>> = HashMap::new();
    for (member, request, cause, at) in asks {
        let (week, from, until) = limits.get(&member).copied().unwrap_or((USUAL, None, None));
        let earlier = before.entry(member).or_default();
        // Whom the asker chose by name is asked whatever they allow; it counts all the same.
        if cause != "chosen" {
            let lately = earlier.iter().filter(|then| **then > at - WEEK).count() as i64;
            assert!(lately < week, "{member} allows {week} a week and was asked for {request} after {lately} others");
            let away = from.zip(until).is_some_and(|(from, until)| (from..until).contains(&at));
            assert!(!away, "{member} is on holiday and was asked for {request}");
        }
        earlier.push(at);
    }
    assert_eq!(scope.one::<i64>(&OWN, args![]).await.expect("a count"), 0, "nobody is asked for their own request");

    let kinds: HashMap<String, i64> = scope.all::<(String, i64)>(&KINDS, args![]).await.expect("deeds").into_iter().collect();
    for kind in ["asked", "invited", "answered", "introduced", "introduction_accepted", "closed", "thanked", "pledged", "reminded"]
    {
        assert!(kinds.contains_key(&format!("requests.{kind}")), "nobody did what {kind} tells: {kinds:?}");
    }
    assert_eq!(scope.one::<i64>(&DEAD, args![]).await.expect("a count"), 0, "no job is dead");
    assert!(figures.answered > 0.8 && figures.with_outcome > 0.7 && figures.letters > 50, "{figures}");
    assert!(figures.desk_acts_a_day_mean < 20.0 && figures.asks_largest_share < 0.15, "{figures}");
    drop(scope);
    app.healthy().await;
}

#[tokio::test]
async fn the_same_seed_tells_the_same_story() {
    let (first, again, other) = (TestApp::raised().await, TestApp::raised().await, TestApp::raised().await);
    let told_first = told(&first, 40, 3, 7, 1).await;
    assert!(told_first.requests > 8 && told_first.asks > 20, "{told_first}");
    assert_eq!(told(&again, 40, 3, 7, 1).await.deeds, told_first.deeds);
    assert_ne!(told(&other, 40, 3, 8, 1).await.deeds, told_first.deeds);
}

statement!(
    SHOWN = "select 'fresh', count(*) from requests_requests where community_id = $1 and state = 'open' and first_answer_at is null and stage = 'routed' \
     union all select 'answered', count(*) from requests_requests where community_id = $1 and state = 'open' and first_answer_at is not null \
     union all select 'at the desk', count(*) from requests_requests where community_id = $1 and state = 'open' and stage = 'desk' \
     union all select 'closed', count(*) from requests_requests where community_id = $1 and state = 'closed' \
     union all select 'invited', count(*) from requests_invitations where community_id = $1 and state = 'waiting' \
     union all select 'to meet', count(*) from requests_introductions where community_id = $1 and declined_at is null \
       and (asker_accepted_at is null or person_accepted_at is null) \
     union all select 'met', count(*) from requests_introductions where community_id = $1 and asker_accepted_at is not null and person_accepted_at is not null \
     union all select 'reported', count(*) from requests_reports where community_id = $1 and settled_at is null \
     union all select 'deal', count(*) from requests_deals where community_id = $1 and confirmed_at is not null \
     union all select 'thanks', count(*) from requests_helps where community_id = $1 and thanks <> '' and asker_agrees = true and helper_agreed_at is not null \
     union all select 'pledge', count(*) from requests_pledges where community_id = $1"
);

#[tokio::test]
async fn a_demo_has_requests_in_every_state() {
    let app = TestApp::raised().await;
    demo::make(&app.raised, Locale::En, 1, 9).await.expect("a demo");
    let mut scope = app.read(community(&app).await).await;
    let shown = scope.all::<(String, i64)>(&SHOWN, args![]).await.expect("what it shows");
    let missing: Vec<&String> = shown.iter().filter(|(_, count)| *count == 0).map(|(what, _)| what).collect();
    assert!(shown.len() == 11 && missing.is_empty(), "missing: {missing:?} of {shown:?}");
    drop(scope);
    app.healthy().await;
}
