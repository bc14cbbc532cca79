use crate::house::{area, house, viewer};
use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use kernel::door::Answer;

const PERSONAS: [&str; 7] = ["", "account", "member", "leader", "moderator", "staff", "owner"];

#[tokio::test]
async fn every_door_answers_every_persona() {
    let house = house().await;
    let doors = web::doors(&[area()]);
    for (method, path, door) in doors.into_iter().filter(|(_, path, _)| path.starts_with("/for/")) {
        assert_eq!(method, "GET");
        for who in PERSONAS {
            let answer = house.get(path, who).await;
            let viewer = viewer(who);
            let expected = match door.answer(&viewer) {
                Answer::Enter => StatusCode::OK,
                Answer::SignIn => StatusCode::SEE_OTHER,
                Answer::Refuse if viewer.is_member() || path == "/for/member" => StatusCode::FORBIDDEN,
                Answer::Refuse => StatusCode::NOT_FOUND,
            };
            assert_eq!(answer.status, expected, "{path} as {who:?}");
            assert_eq!(answer.text() == "inside", expected == StatusCode::OK, "{path} as {who:?}");
        }
    }
}

#[tokio::test]
async fn strangers_are_led_to_sign_in_and_back() {
    let house = house().await;
    let answer = house.get("/hall?q=%D0%B0&b=1", "").await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "/sign-in?next=%2Fhall%3Fq%3D%25D0%25B0%26b%3D1")
    );
    let act = house.post("/hall", "", "name=x").await;
    assert_eq!((act.status, act.header("location")), (StatusCode::SEE_OTHER, "/sign-in"));
}

#[tokio::test]
async fn a_refusal_says_who_opens() {
    let house = house().await;
    let answer = house.get("/for/owner", "member").await;
    assert!(answer.text().contains("только владелец"), "{}", answer.text());
    let answer = house.get("/for/member", "account").await;
    assert!(answer.text().contains("приглашение") && answer.text().contains("/sign-in"), "{}", answer.text());
}

#[tokio::test]
async fn hosts_without_a_community_have_few_rooms() {
    let house = house().await;
    let at = |path: &str, host: &str| Request::builder().uri(path).header("host", host).header("x-as", "owner");
    assert_eq!(house.send(at("/for/open", "bare.example:8080"), Body::empty()).await.status, StatusCode::OK);
    assert_eq!(house.send(at("/for/owner", "bare.example"), Body::empty()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.send(at("/for/open", "unknown.example"), Body::empty()).await.status, StatusCode::MISDIRECTED_REQUEST);
    assert_eq!(house.send(at("/healthz", "unknown.example"), Body::empty()).await.status, StatusCode::OK);
}
