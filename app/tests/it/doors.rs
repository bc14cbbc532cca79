//! Every route of the house is tried by everybody, with what is this community's own and with what is another's.

use crate::addresses::{Ids, filled, ids, names_a_thing};
use crate::app::{MARK, OURS, Place, TestApp, session_of};
use crate::doors_expected::{ALL, Expected, Persona, expected};
use crate::untouched::fingerprint;
use axum::body::HttpBody;
use http_body_util::BodyExt;
use kernel::{AccountId, Door};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use testkit::{Browser, Page};

struct Tour {
    app: TestApp,
    here: Place,
    there: Place,
    own: Ids,
    foreign: Ids,
    browsers: BTreeMap<Persona, Browser>,
    faults: Vec<String>,
    addresses: BTreeSet<String>,
}

impl Tour {
    async fn begin() -> Tour {
        let app = TestApp::raised().await;
        let here = app.place(("granit", "granit.localhost"), OURS, 0).await;
        let there = app.place(("kamen", "kamen.localhost"), MARK, 1_000_000).await;
        let mut browsers = BTreeMap::new();
        for persona in ALL {
            browsers.insert(persona, come_in(&app, &here, &there, persona).await);
        }
        app.signed_in(there.host, &there.owner_email).await;
        app.catch_up().await;
        let (own, foreign) = (ids(&app, &here).await, ids(&app, &there).await);
        Tour { app, here, there, own, foreign, browsers, faults: Vec::new(), addresses: BTreeSet::new() }
    }

    fn fault(&mut self, text: String) {
        self.faults.push(text);
    }

    /// What every answer must be, whoever asked for whatever.
    fn judge(&mut self, (method, path, door): (&str, &str, Door), persona: Persona, page: &Page, foreign: bool) {
        let status = page.status.as_u16();
        let told = || format!("{method} {} ({door:?}) as {persona:?}: {status}", page.path);
        if status >= 500 || matches!(status, 401 | 405 | 413 | 421 | 429) {
            self.fault(told());
        }
        let shows_sign_in = page.header("location").is_some_and(|to| to == "/sign-in" || to.starts_with("/sign-in?"));
        match expected(door, persona) {
            Expected::SignIn if !(status == 303 && shows_sign_in) => self.fault(format!("{}, not to the sign-in", told())),
            Expected::Refuse if !matches!(status, 403 | 404) => self.fault(format!("{}, not refused", told())),
            Expected::Enter if shows_sign_in && !path.starts_with("/sign-in") => {
                self.fault(format!("{}, shown to the sign-in", told()))
            }
            Expected::Enter if !foreign && is_refused(method, path, persona, status) => self.fault(format!("{}, refused", told())),
            _ => {}
        }
        if foreign && names_a_thing(path) && status == 200 {
            self.fault(format!("{}, though it is another's", told()));
        }
        let body = page.html().to_lowercase();
        let may_name_home =
            persona == Persona::TheirOwnerHere && matches!(path, "/account" | "/account/language" | "/account/sessions");
        if body.contains(&MARK.to_lowercase()) && !may_name_home {
            let at = body.find(&MARK.to_lowercase()).unwrap_or_default();
            let around: String = body.chars().skip(body[..at].chars().count().saturating_sub(80)).take(200).collect();
            self.fault(format!("{} shows what is another's: {around}", told()));
        }
    }

    fn gather_addresses(&mut self, page: &Page) {
        if page.status.as_u16() == 200 {
            for (selector, name) in [("a[href^='/']", "href"), ("form[action^='/']", "action"), ("[data-live]", "data-live")] {
                self.addresses.extend(page.attributes(selector, name));
            }
        }
    }

    fn end(self) {
        assert!(self.faults.is_empty(), "{} faults:\n{}", self.faults.len(), self.faults.join("\n"));
    }
}

/// Doors that open onto a room which is not there for some, or only after the first run.
fn is_refused(method: &str, path: &str, persona: Persona, status: u16) -> bool {
    match (method, path) {
        // The community is founded: there is no first run any more.
        (_, "/welcome") => status != 404,
        // The way to another community of one's own; whoever is a member nowhere has none.
        ("GET", "/account/communities/{slug}") if !persona.is_member() => status != 404,
        // Moderators may delete, and only an author may correct; the last message is nobody's here.
        (_, "/talk/messages/{message}/correction") => !matches!(status, 403 | 404),
        (_, "/talk/messages/{message}/deletion") => status == 404,
        // A draft is its writer's alone, whoever else asks for it.
        ("POST", "/requests/drafts/{id}/files") => status != 400,
        (_, path) if path.starts_with("/requests/drafts/{id}") && (method == "POST" || persona != Persona::Owner) => status != 404,
        // The file was asked with its request, and a draft has none.
        (_, "/requests/drafts/{id}/files/{file}/deletion") => status != 404,
        // For those who were asked to help, and nobody was; the request has no direction that could be muted.
        (_, "/requests/{id}/taking" | "/requests/{id}/passing" | "/requests/{id}/declining" | "/requests/{id}/muting") => {
            !matches!(status, 403 | 404)
        }
        // A judgement of something that was not found in any history here.
        ("POST", "/requests/found/{message}") => status != 404,
        // Nothing was asked about often enough to be a topic.
        (_, path) if path.starts_with("/requests/topics/found/") => status != 404,
        // The twin of an owner did not ask.
        // The owner asked it, and nobody reports their own words.
        ("GET", "/requests/{id}/report") if persona == Persona::Owner => status != 409,
        // Nor do they read who reported them.
        ("GET", "/requests/reports/{id}") if persona == Persona::Owner => status != 404,
        (
            "POST",
            "/requests/{id}/opening" | "/requests/{id}/closure" | "/requests/{id}/correction" | "/requests/{id}/reopening",
        ) => status != 403,
        // What came of a request is for its asker, the owner, to say.
        (_, "/requests/{id}/closure" | "/requests/{id}/correction" | "/requests/{id}/reopening") if persona != Persona::Owner => {
            status != 403
        }
        // Nobody has answered there yet: there is nothing to fold, to accept or to confirm.
        (_, path) if path.contains("{answer}") => status != 404,
        (_, path) if ["introductions", "helps", "deals"].iter().any(|noun| path.starts_with(&format!("/requests/{noun}/"))) => {
            status != 404
        }
        // An act without a word on whom it is about.
        ("POST", "/merges" | "/roles/revoke" | "/claims" | "/account/language" | "/pulse/team/{entry}") => status == 403,
        _ => matches!(status, 403 | 404),
    }
}

fn email(persona: Persona) -> String {
    format!("{persona:?}@example.org").to_lowercase()
}

async fn come_in(app: &TestApp, here: &Place, there: &Place, persona: Persona) -> Browser {
    let (community, address) = (here.founded.community, email(persona));
    match persona {
        Persona::Stranger => app.browser(here.host),
        Persona::Owner => app.signed_in(here.host, &here.owner_email).await,
        Persona::TheirOwnerHere => app.signed_in(here.host, &there.owner_email).await,
        Persona::TheirOwner => carried_over(app, here, there, &there.owner_email).await,
        Persona::TheirMember => {
            let account = app.account(there.founded.community, &address).await;
            app.join(there.founded.community, account, &format!("{MARK} Member"), None).await;
            carried_over(app, here, there, &address).await
        }
        _ => {
            let account = app.account(community, &address).await;
            if persona.is_member() {
                app.join(community, account, &format!("{OURS} {persona:?}"), persona.role()).await;
            }
            app.signed_in(here.host, &address).await
        }
    }
}

/// A session of the other host, its cookie moved over by hand.
async fn carried_over(app: &TestApp, here: &Place, there: &Place, address: &str) -> Browser {
    let at_home = app.signed_in(there.host, address).await;
    let mut browser = app.browser(here.host);
    browser.set_cookie("session", at_home.cookie("session").expect("signed in at home"));
    browser
}

/// An answer that may never end: what came of it within a moment.
async fn glimpse(browser: &mut Browser, path: &str) -> Page {
    let answer = browser.open(path).await;
    let (parts, mut body) = answer.into_parts();
    let mut seen = Vec::new();
    while !body.is_end_stream() {
        match tokio::time::timeout(Duration::from_millis(60), body.frame()).await {
            Ok(Some(Ok(frame))) => seen.extend(frame.into_data().unwrap_or_default()),
            _ => break,
        }
    }
    Page {
        status: parts.status,
        headers: parts.headers,
        body: seen.into(),
        path: path.to_owned(),
        host: browser.host().to_owned(),
        came_by: Vec::new(),
    }
}

fn routes(method: &'static str) -> Vec<(&'static str, &'static str, Door)> {
    let mut routes = web::doors(&artel::house::areas());
    routes.extend([("POST", "/theme", Door::Open), ("POST", "/language", Door::Open)]);
    routes.retain(|route| route.0 == method);
    assert!(routes.len() > 40, "{}", routes.len());
    routes
}

#[tokio::test]
async fn every_page_opens_to_those_it_is_for() {
    let mut tour = Tour::begin().await;
    for route in routes("GET") {
        for persona in ALL {
            for foreign in [false, true] {
                if foreign && !route.1.contains('{') {
                    continue;
                }
                let (place, ids) = if foreign { (&tour.there, &tour.foreign) } else { (&tour.here, &tour.own) };
                let path = filled(route.1, place, ids);
                let mut browser = tour.browsers[&persona].clone();
                let streams = route.1.ends_with("/events");
                let page = if streams { glimpse(&mut browser, &path).await } else { browser.get(&path).await };
                tour.judge(route, persona, &page, foreign);
                tour.gather_addresses(&page);
            }
        }
    }
    every_address_is_a_route(&mut tour);
    tour.end();
}

/// Pages lead only where there is a route.
fn every_address_is_a_route(tour: &mut Tour) {
    assert!(tour.addresses.len() > 100, "pages lead on: {:?}", tour.addresses);
    let patterns: Vec<&str> = routes("GET").into_iter().chain(routes("POST")).map(|(_, path, _)| path).collect();
    for address in std::mem::take(&mut tour.addresses) {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let known = path.starts_with("/assets/") || patterns.iter().any(|pattern| fits(pattern, path));
        if !known {
            tour.fault(format!("a page leads to {address}, and no route does"));
        }
    }
}

fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len() && pattern.iter().zip(&path).all(|(part, given)| part.starts_with('{') || part == given)
}

/// Somebody of the persona's kind who is needed for one act only: many acts send people away.
async fn twin(tour: &Tour, persona: Persona, number: usize) -> (Browser, Option<AccountId>) {
    let (app, here) = (&tour.app, &tour.here);
    if persona.is_unknown() {
        return (tour.browsers[&persona].clone(), None);
    }
    if persona == Persona::TheirOwnerHere {
        return (app.carried_in(here.host, here.founded.community, tour.there.founded.account).await, None);
    }
    let account = app.account(here.founded.community, &format!("twin-{number}@example.org")).await;
    if persona.is_member() {
        app.join(here.founded.community, account, "Twin", persona.role()).await;
    }
    (app.carried_in(here.host, here.founded.community, account).await, Some(account))
}

#[tokio::test]
async fn every_act_is_done_by_those_it_is_for() {
    let mut tour = Tour::begin().await;
    let before = fingerprint(&tour.app, tour.there.founded.community).await;
    let mut number = 0;
    for route in routes("POST") {
        for persona in ALL {
            for foreign in [true, false] {
                if foreign && !route.1.contains('{') {
                    continue;
                }
                number += 1;
                let (mut browser, account) = twin(&tour, persona, number).await;
                let address = match (account, foreign) {
                    // Everybody ends a session of their own, not the owner's.
                    (Some(account), false) => {
                        let session = session_of(&tour.app, tour.here.founded.community, account).await;
                        filled(route.1, &tour.here, &Ids { session, ..tour.own })
                    }
                    (_, true) => filled(route.1, &tour.there, &tour.foreign),
                    (None, false) => filled(route.1, &tour.here, &tour.own),
                };
                // Limits of a network are another test's matter.
                browser = browser.from(std::net::IpAddr::from([10, (number / 250) as u8, (number % 250) as u8, 1]));
                let page = browser.post(&address, &[]).await;
                tour.judge(route, persona, &page, foreign);
            }
        }
    }
    let after = fingerprint(&tour.app, tour.there.founded.community).await;
    assert_eq!(before, after, "the other community is as it was");
    let mut member = tour.browsers[&Persona::TheirMember].clone().at(tour.there.host);
    let token = member.clone().at(tour.here.host).cookie("session").expect("it was moved over").to_owned();
    member.set_cookie("session", &token);
    member.get("/today").await.is(200).sees(MARK);
    tour.end();
}

#[tokio::test]
async fn what_is_looked_for_elsewhere_is_there_at_home() {
    let tour = Tour::begin().await;
    let mut owner = tour.app.signed_in(tour.there.host, &tour.there.owner_email).await;
    let message = format!("/talk/threads/{}", tour.foreign.thread);
    let run = format!("/import/{}", tour.there.run);
    let pages = [
        "/today",
        "/talk",
        "/people",
        "/people/imported",
        "/import",
        "/invitations",
        "/claims",
        "/removals",
        "/profile-points",
        "/roles",
    ];
    for path in pages.into_iter().chain([message.as_str(), run.as_str()]) {
        let page = owner.get(path).await;
        assert!(page.is(200).html().contains(MARK), "{path} shows nothing of its own");
        assert!(!page.html().contains(OURS), "{path} shows what is another's");
    }
    let found = owner.get(&format!("/search?q={MARK}")).await;
    assert!(found.is(200).count("article, .hit") > 0, "{}", found.text());
    let mut ours = tour.browsers[&Persona::Owner].clone();
    for path in [
        format!("/search?q={MARK}"),
        format!("/people?q={MARK}"),
        format!("/people/imported?show=all&q={MARK}"),
        format!("/roles?q={MARK}"),
    ] {
        let page = ours.get(&path).await;
        let words = page.is(200).text().replace(MARK, "");
        assert!(!words.contains("Person") && page.count(".hit") == 0, "{path}: {words}");
    }
}
