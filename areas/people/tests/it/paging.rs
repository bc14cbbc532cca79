//! Broken places in lists are pages that are not there: the beginning would pass for what was asked.

use crate::support::{TestApp, path};
use web::Cursor;

#[tokio::test]
async fn a_broken_place_is_no_page() {
    let app = TestApp::founded().await;
    app.imported(&["Нина Абрамова"]).await;
    let mut owner = app.owner().await;
    let page = owner.post("/claim-links", &[]).await;
    let link = path(&page.is(200).attribute("#link", "value"));
    let whole = Cursor::encode(&(1_i64, 1_i64));
    for list in ["/people?after=", "/people/imported?show=all&after=", "/claims?after=", "/removals?after="] {
        owner.get(list).await.is(200);
        for broken in ["garbage", "%21%21", "1", &"A".repeat(2_000), &Cursor::encode(&"text")] {
            owner.get(&format!("{list}{broken}")).await.is(404);
        }
    }
    for list in ["/merges?before=", "/claim-links?before="] {
        owner.get(list).await.is(200);
        owner.get(&format!("{list}17")).await.is(200);
        owner.get(&format!("{list}garbage")).await.is(404);
    }
    owner.get(&format!("/claims?after={whole}")).await.is(200);
    owner.get(&format!("/people?after={whole}")).await.is(404);
    app.stranger().get(&format!("{link}?q=нина&after=garbage")).await.is(404);
    app.stranger().get(&format!("{link}?q=нина")).await.is(200).sees("Нина Абрамова");
}

#[tokio::test]
async fn a_place_of_one_order_is_no_place_of_another() {
    let app = TestApp::founded().await;
    for number in 0..30 {
        app.member(&format!("m{number}@example.org"), &format!("Мария {number:02}")).await;
    }
    let mut owner = app.owner().await;
    for order in ["name", "newest"] {
        let page = owner.get(&format!("/people?sort={order}")).await;
        let next = page.attributes("a[href*='after=']", "href").remove(0);
        owner.get(&next).await.is(200).sees("Мария");
        let other = if order == "name" { "newest" } else { "name" };
        let after = next.split("after=").nth(1).expect("a place").split('&').next().expect("a place");
        owner.get(&format!("/people?sort={other}&after={after}")).await.is(404);
        owner.get(&format!("/people?q=мария&after={after}")).await.is(404);
    }
}
