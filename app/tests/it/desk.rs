//! The Desk and Today with requests on them, as those see them who may.

use crate::app::TestApp;
use kernel::{MICROS_PER_DAY, Role};
use testkit::Browser;

async fn ask(browser: &mut Browser, title: &str) -> String {
    let fields = [("title", title), ("kind", "solution"), ("sight", "community"), ("act", "ask")];
    browser.post("/requests/new", &fields).await.is(303).location().to_owned()
}

#[tokio::test]
async fn what_nobody_answered_lies_on_the_desk_until_it_is_tended() {
    let app = TestApp::raised().await;
    let founded = app.found("granit", "Granit House", "owner@granit.example.org", "Owner").await;
    let community = founded.community;
    for (email, name, role) in [
        ("anna@example.org", "Anna Kim", None),
        ("boris@example.org", "Boris Lem", None),
        ("mod@example.org", "Mod", Some(Role::Moderator)),
    ] {
        let account = app.account(community, email).await;
        app.join(community, account, name, role).await;
    }
    let mut anna = app.signed_in("granit.localhost", "anna@example.org").await;
    let mut owner = app.signed_in("granit.localhost", "owner@granit.example.org").await;
    let mut moderator = app.signed_in("granit.localhost", "mod@example.org").await;
    let request = ask(&mut anna, "A bookkeeper for a charity").await;
    owner.get("/desk").await.is(200).sees("Nothing here");
    app.database.clock.pass(2 * MICROS_PER_DAY);
    let page = owner.get("/desk").await;
    page.is(200).sees("Anna Kim: a request without an answer");
    assert_eq!((page.count("[data-desk-row]"), page.count("form[data-desk-primary] button")), (1, 1));
    let queue = owner.get("/desk?queue=unanswered").await;
    queue.is(200).sees("A bookkeeper for a charity").has("a[href$='/withdrawal?back=%2Fdesk%3Fqueue%3Dunanswered']");
    owner.get("/desk?queue=stale").await.is(200).sees("Nothing here");
    owner.get("/desk?queue=nonsense").await.is(404);
    owner.get("/desk?after=nonsense").await.is(404);
    anna.get("/desk").await.is(403);
    moderator.get("/desk").await.is(403);

    let page = owner.post(&format!("{request}/tending"), &[("act", "wait"), ("back", "/desk?queue=unanswered")]).await;
    assert_eq!(page.is(303).location(), "/desk?queue=unanswered");
    owner.get("/desk").await.is(200).sees("Done today: 1");
    assert_eq!(owner.get("/desk").await.count("[data-desk-row]"), 0, "it rests");
    let mut boris = app.signed_in("granit.localhost", "boris@example.org").await;
    boris.post(&format!("{request}/report"), &[("reason", "advert")]).await.is(303);
    let desk = owner.get("/desk").await;
    let settlement = desk.attributes("form[action$='/settlement']", "action").swap_remove(0);
    owner.post(&settlement, &[("settlement", "kept"), ("back", "/desk")]).await.is(303);
    owner.get("/desk").await.is(200).sees("Done today: 2");
    app.database.clock.pass(4 * MICROS_PER_DAY);
    assert_eq!(owner.get("/desk").await.count("[data-desk-row]"), 1, "and is back");
    let today = anna.get("/today").await;
    today.is(200).sees("Ask for help").sees("Your help is needed").sees("Your pledge for the year");
}
