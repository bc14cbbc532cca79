//! What a page costs: as many statements in a large community as in a small one, and few.

use crate::app::TestApp;
use crate::history;
use kernel::CommunityId;
use std::fmt::Write;
use store::statement;
use testkit::Browser;

/// Statements of one page, its gate included.
const BUDGET: u64 = 8;
const SMALL: i64 = 40;
const LARGE: i64 = 600;

statement!(THREAD = "select min(id) from talk_threads where community_id = $1");
statement!(MEMBERS = "select id from identity_members where community_id = $1 and state = 'active' order by id limit 2");

/// What one visit costs once everything that is remembered is remembered.
async fn cost(app: &TestApp, browser: &mut Browser, path: &str) -> u64 {
    let mut least = u64::MAX;
    for _ in 0..3 {
        let before = app.database.store.statements_run();
        browser.get(path).await.is(200);
        least = least.min(app.database.store.statements_run() - before);
    }
    least
}

/// Members with profiles, claims, invitations, links, wishes and points: `times` of each.
async fn grow(app: &TestApp, community: CommunityId, from: usize, to: usize) {
    let imported = app.imported(community).await;
    for number in from..to {
        let account = app.account(community, &format!("member-{number}@example.org")).await;
        let member =
            app.join(community, account, &format!("Member {number}"), (number % 2 == 0).then_some(kernel::Role::Mentor)).await;
        let mut scope = app.write(community).await;
        let steward = people::policy::steward(scope.viewer()).expect("the house may");
        people::profile::fill(&mut scope, member, &[("city", if number % 2 == 0 { "Kazan" } else { "Ufa" })])
            .await
            .expect("a profile");
        let token = people::links::make_chat(&mut scope, &steward).await.expect("a link");
        let link = people::links::working(&mut scope, &token).await.expect("it works");
        let claimed = imported[number % imported.len()];
        people::claims::make(&mut scope, &link, account, claimed, "It was me").await.expect("a claim");
        let wish = people::removals::Wish::parse(None, &format!("Person {number}"), "a@example.org", "stay").expect("a wish");
        people::removals::ask(&mut scope, &wish).await.expect("asked");
        scope.commit().await.expect("they stay");
    }
}

async fn invite(owner: &mut Browser, from: usize, to: usize) {
    let mut lines = String::new();
    for number in from..to {
        writeln!(lines, "guest-{number}@example.org Guest {number}").expect("a line");
    }
    owner.post("/invitations", &[("people", &lines)]).await.is(303);
}

fn pages(thread: i64, run: i64, members: &[i64]) -> Vec<String> {
    let fixed = [
        "/today",
        "/desk",
        "/desk?queue=stale",
        "/requests/notices",
        "/talk",
        "/talk/questions",
        "/talk/new",
        "/search",
        "/search?q=something",
        "/search?q=something&who=Person",
        "/people",
        "/people?sort=newest",
        "/people?q=Member",
        "/people?f=city:kazan",
        "/people/imported",
        "/people/imported?show=all",
        "/claims",
        "/claim-links",
        "/merges",
        "/removals",
        "/legal-ground",
        "/profile-points",
        "/profile/edit/about",
        "/roles",
        "/roles?q=Member",
        "/invitations",
        "/audit",
        "/community",
        "/import",
        "/pulse",
        "/pulse/people?figure=members",
        "/pulse/ties",
        "/pulse/conversations",
        "/pulse/hours",
        "/pulse/team?q=Member",
        "/account",
        "/account/sessions",
        "/account/data",
        "/account/password",
        "/account/leave",
        "/account/remove",
    ];
    let mut pages: Vec<String> = fixed.iter().map(|path| (*path).to_owned()).collect();
    pages.push(format!("/talk/months/{}", history::MONTH));
    pages.push(format!("/talk/threads/{thread}"));
    pages.push(format!("/import/{run}"));
    pages.extend(members.iter().map(|member| format!("/people/{member}")));
    // Of a past day too, whose figures are computed once and then kept.
    for path in ["/pulse", "/pulse/people", "/pulse/ties", "/pulse/conversations", "/pulse/hours"] {
        pages.push(format!("{path}?at=2026-03-03&figure=active"));
    }
    pages.extend(members.iter().map(|member| format!("/pulse/people/{member}")));
    pages
}

#[tokio::test]
async fn pages_cost_the_same_in_a_large_community_as_in_a_small_one() {
    let app = TestApp::raised().await;
    let founded = app.found("granit", "Granit House", "owner@granit.example.org", "Owner").await;
    let community = founded.community;
    app.import(community, "small.json", &history::telegram("Granit", SMALL)).await;
    grow(&app, community, 0, 3).await;
    let mut owner = app.signed_in("granit.localhost", "owner@granit.example.org").await;
    let mut member = app.signed_in("granit.localhost", "member-1@example.org").await;
    owner.post("/talk/new", &[("text", "Shall we meet on Thursday?")]).await.is(303);
    invite(&mut owner, 0, 3).await;
    // A second import of the same chat is begun and ended before anything is measured, so that lists are lists.
    let run = app.import(community, "again.json", &history::telegram("Granit", SMALL)).await;
    app.catch_up().await;
    let mut scope = app.read(community).await;
    let thread = scope.one::<i64>(&THREAD, &[]).await.expect("a thread");
    let members = scope.all::<i64>(&MEMBERS, &[]).await.expect("members");
    drop(scope);
    let pages = pages(thread, run, &members);
    let before = measured(&app, &mut owner, &mut member, &pages).await;

    app.import(community, "large.json", &history::telegram("Granit", LARGE)).await;
    grow(&app, community, 3, 33).await;
    invite(&mut owner, 3, 43).await;
    app.catch_up().await;
    let after = measured(&app, &mut owner, &mut member, &pages).await;
    let mut faults = String::new();
    for ((who, path, few), (.., many)) in before.iter().zip(&after) {
        if few != many || *many > BUDGET {
            writeln!(faults, "{path} as {who}: {few} statements with few rows, {many} with many").expect("a line");
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
    app.healthy().await;
}

async fn measured<'p>(
    app: &TestApp,
    owner: &mut Browser,
    member: &mut Browser,
    pages: &'p [String],
) -> Vec<(&'static str, &'p str, u64)> {
    let mut costs = Vec::new();
    for path in pages {
        costs.push(("owner", path.as_str(), cost(app, owner, path).await));
        if member.get(path).await.status.as_u16() == 200 {
            costs.push(("member", path.as_str(), cost(app, member, path).await));
        }
    }
    costs
}
