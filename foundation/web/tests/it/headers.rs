use crate::house::{house, house_with};
use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

#[tokio::test]
async fn every_answer_is_armoured() {
    let house = house().await;
    let asset = web::assets::address("base.css");
    let answers = [
        ("/hall", "member", StatusCode::OK),
        ("/hall", "", StatusCode::SEE_OTHER),
        ("/nowhere", "member", StatusCode::NOT_FOUND),
        ("/broken", "", StatusCode::INTERNAL_SERVER_ERROR),
        ("/falling", "", StatusCode::INTERNAL_SERVER_ERROR),
        ("/slow", "", StatusCode::SERVICE_UNAVAILABLE),
        ("/short", "", StatusCode::METHOD_NOT_ALLOWED),
        ("/assets/none.css", "", StatusCode::NOT_FOUND),
        ("/healthz", "", StatusCode::OK),
        ("/readyz", "", StatusCode::OK),
        ("/robots.txt", "", StatusCode::OK),
        ("/favicon.ico", "", StatusCode::OK),
        (asset, "", StatusCode::OK),
    ];
    for (path, who, status) in answers {
        let answer = house.get(path, who).await;
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("content-security-policy"), POLICY, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("camera=()"), "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "{path}");
        let public = path.starts_with("/assets/") && status == StatusCode::OK || path == "/favicon.ico";
        assert_eq!(answer.header("cache-control").contains("no-store"), !public, "{path}");
    }
}

#[tokio::test]
async fn tls_is_promised_only_where_it_is() {
    let secure = house_with(|plan| plan.public_url = Some("https://opora.example/".into())).await;
    let answer = secure.post("/theme", "", "theme=dark&next=/hall").await;
    assert_eq!(answer.header("strict-transport-security"), "max-age=63072000");
    assert_eq!(answer.cookies(), ["__Host-theme=dark; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000; Secure"]);

    let plain = house().await;
    let answer = plain.post("/theme", "", "theme=dark&next=/hall").await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/hall"));
    assert_eq!(answer.cookies(), ["theme=dark; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"]);
}

#[tokio::test]
async fn the_scheme_is_believed_from_a_trusted_proxy_alone() {
    let house = house_with(|plan| plan.proxies = web::client::TrustedProxies::parse(&["10.0.0.0/8"]).expect("a network")).await;
    let request = || Request::builder().uri("/").header("x-forwarded-proto", "https");
    let trusted = house.send_from("10.1.1.1", request(), Body::empty()).await;
    assert_ne!(trusted.header("strict-transport-security"), "");
    let stranger = house.send_from("203.0.113.5", request(), Body::empty()).await;
    assert_eq!(stranger.header("strict-transport-security"), "");
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_named_by_content() {
    let house = house().await;
    for (name, address) in web::assets::all() {
        let answer = house.get(address, "").await;
        assert_eq!(
            (answer.status, answer.header("cache-control")),
            (StatusCode::OK, "public, max-age=31536000, immutable"),
            "{name}"
        );
        assert!(!answer.body.is_empty() && answer.header("content-encoding").is_empty(), "{name}");
        let tag = answer.header("etag").to_owned();
        let known = house.send(Request::builder().uri(address).header("if-none-match", &tag), Body::empty()).await;
        assert_eq!((known.status, known.body.len()), (StatusCode::NOT_MODIFIED, 0), "{name}");
        let packed = house.send(Request::builder().uri(address).header("accept-encoding", "gzip, br"), Body::empty()).await;
        let font = name.ends_with("woff2");
        assert_eq!(packed.header("content-encoding"), if font { "" } else { "gzip" }, "{name}");
        assert!(font || packed.body.len() < answer.body.len() || answer.body.len() < 400, "{name}");
    }
    assert_eq!(house.get("/assets/base.css", "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get("/assets/../Cargo.toml", "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_first_view_is_small() {
    let house = house().await;
    let packed = |address: &'static str| Request::builder().uri(address).header("accept-encoding", "gzip").header("x-as", "member");
    let page = house.send(packed("/hall"), Body::empty()).await;
    assert_eq!(page.header("content-encoding"), "gzip");
    let (mut cold, mut warm) = (page.body.len(), page.body.len());
    for (name, address) in web::assets::all() {
        let bytes = house.send(packed(address), Body::empty()).await.body.len();
        cold += if name.contains("latin-ext") { 0 } else { bytes };
        warm += if name.starts_with("fonts/") { 0 } else { bytes };
    }
    assert!(cold <= 200 * 1_024 && warm <= 60 * 1_024, "cold {cold}, fonts known {warm}");
}
