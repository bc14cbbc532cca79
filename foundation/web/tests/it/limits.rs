use crate::house::{house, house_with};
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, StatusCode};
use http_body_util::BodyExt;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tower::ServiceExt;
use web::Rate;

fn post(path: &str) -> axum::http::request::Builder {
    Request::builder().method(Method::POST).uri(path).header("x-as", "member").header("sec-fetch-site", "same-origin")
}

fn pieces(count: usize) -> Body {
    Body::from_stream(futures_util::stream::iter((0..count).map(|_| Ok::<_, std::io::Error>(vec![b'x'; 1_000]))))
}

#[tokio::test]
async fn bodies_have_limits() {
    let house = house().await;
    assert_eq!(house.send(post("/short"), pieces(65)).await.text(), "65000");
    assert_eq!(house.send(post("/short"), pieces(66)).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(house.send(post("/upload"), pieces(200)).await.text(), "200000");
    assert_eq!(house.send(post("/upload"), pieces(201)).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let announced = house.send(post("/upload"), vec![b'x'; 200_001]).await;
    assert_eq!(announced.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(announced.text().contains("<h1>"), "a refusal is a page");
    let told = house.send(post("/history"), vec![b'x'; 200_001]).await;
    assert_eq!(told.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(told.text().contains("Место уже заняли"), "a route may have a word of its own: {}", told.text());
}

#[tokio::test]
async fn slow_broken_and_falling_handlers_end_calmly() {
    let house = house().await;
    assert_eq!(house.get("/slow", "").await.status, StatusCode::SERVICE_UNAVAILABLE);
    for path in ["/broken", "/falling"] {
        let answer = house.get(path, "").await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(
            answer.text().contains("Номер") && !answer.text().contains("10.0.0.1") && !answer.text().contains("slip"),
            "{}",
            answer.text()
        );
    }
    let conflict = house.get("/conflict", "").await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    assert!(conflict.text().contains("Место уже заняли"));
}

#[tokio::test]
async fn a_form_is_tried_three_times() {
    let house = house().await;
    let answer = house.post("/stubborn", "member", "tries=3").await;
    assert_eq!((answer.status, house.retries.load(Ordering::SeqCst), answer.cookies().len()), (StatusCode::SEE_OTHER, 3, 1));
    house.retries.store(0, Ordering::SeqCst);
    let answer = house.post("/stubborn", "member", "tries=9").await;
    assert_eq!((answer.status, house.retries.load(Ordering::SeqCst)), (StatusCode::SERVICE_UNAVAILABLE, 3));
}

#[tokio::test]
async fn floods_of_a_network_stop_behind_a_trusted_proxy() {
    let house = house_with(|plan| {
        plan.proxies = web::client::TrustedProxies::parse(&["127.0.0.1"]).expect("a network");
        plan.floods.network = Rate { burst: 3, per_minute: 1 };
    })
    .await;
    let come = |from: &'static str| house.send(Request::builder().uri("/").header("x-forwarded-for", from), Body::empty());
    for from in ["203.0.113.1", "203.0.113.2", "198.51.100.1, 203.0.113.3"] {
        assert_eq!(come(from).await.status, StatusCode::OK);
    }
    let stopped = come("203.0.113.9").await;
    assert_eq!(stopped.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(stopped.header("retry-after").parse::<i64>().expect("seconds") > 1);
    assert_eq!(come("203.0.114.9").await.status, StatusCode::OK, "the next network");
    // The machine itself is not counted, and an untrusted peer's header is not read.
    for _ in 0..5 {
        assert_eq!(house.get("/", "").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn acts_of_an_account_have_an_allowance() {
    let house = house_with(|plan| plan.floods.account = Rate { burst: 2, per_minute: 1 }).await;
    for _ in 0..2 {
        assert_eq!(house.post("/hall", "member", "name=x").await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(house.post("/hall", "member", "name=x").await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(house.get("/hall", "member").await.status, StatusCode::OK, "reading is not counted");
}

#[tokio::test]
async fn streams_are_few_and_end_with_the_house() {
    let house = house().await;
    let open = || {
        let request =
            Request::builder().uri("/events").header("host", "opora.example").header("x-as", "member").body(Body::empty());
        house.service.clone().oneshot(request.expect("a request"))
    };
    let mut streams = Vec::new();
    for _ in 0..web::live::STREAMS_OF_ONE {
        streams.push(open().await.expect("an answer"));
    }
    assert_eq!(open().await.expect("an answer").status(), StatusCode::TOO_MANY_REQUESTS);
    let mut first = streams.pop().expect("a stream");
    assert_eq!(first.headers()["content-type"], "text/event-stream");
    let event = first.body_mut().frame().await.expect("an event").expect("whole").into_data().expect("data");
    assert_eq!(String::from_utf8_lossy(&event), "event: progress\ndata: <b>1</b>\ndata: <i>2</i>\n\n");
    drop(first);
    let last = Request::builder().uri("/events/last").header("host", "opora.example").header("x-as", "member").body(Body::empty());
    let last = house.service.clone().oneshot(last.expect("a request")).await.expect("an answer").into_body().collect();
    let last = tokio::time::timeout(Duration::from_secs(2), last).await.expect("it ends when it leads away").expect("whole");
    assert_eq!(String::from_utf8_lossy(&last.to_bytes()), "event: go\ndata: /hall\n\n");
    streams.push(open().await.expect("an answer"));
    assert_eq!(streams.last().expect("a stream").status(), StatusCode::OK, "a closed stream makes room");
    house.house.close();
    for stream in streams {
        tokio::time::timeout(Duration::from_secs(2), stream.into_body().collect()).await.expect("the stream ends").expect("whole");
    }
    assert_eq!(house.get("/readyz", "").await.status, StatusCode::SERVICE_UNAVAILABLE);
}
