use crate::house::{house, house_with};
use axum::extract::Request;
use axum::http::{Method, StatusCode};

const FORM: &str = "theme=dark&next=/hall";

fn act(headers: &[(&str, &str)]) -> axum::http::request::Builder {
    let request = Request::builder().method(Method::POST).uri("/theme").header("content-type", "application/x-www-form-urlencoded");
    headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))
}

#[tokio::test]
async fn acts_from_elsewhere_are_refused() {
    let house = house().await;
    let refused: [&[(&str, &str)]; 9] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "same-site"), ("origin", "http://opora.example")],
        &[("sec-fetch-site", "none")],
        &[("sec-fetch-site", "same-origin"), ("origin", "http://evil.example")],
        &[("sec-fetch-site", "made-up")],
        &[("origin", "null")],
        &[("origin", "http://opora.example:81")],
        &[("origin", "http://opora.example.evil.example")],
    ];
    for headers in refused {
        let answer = house.send(act(headers), FORM).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert!(
            answer.cookies().is_empty() && answer.text().contains("другого сайта") || answer.text().contains("another site"),
            "{headers:?}"
        );
    }
    let taken: [&[(&str, &str)]; 5] = [
        &[("sec-fetch-site", "same-origin")],
        &[("sec-fetch-site", "same-origin"), ("origin", "http://opora.example")],
        &[("sec-fetch-site", "none"), ("origin", "http://opora.example")],
        &[("origin", "http://OPORA.example")],
        &[],
    ];
    for headers in taken {
        let answer = house.send(act(headers), FORM).await;
        assert_eq!((answer.status, answer.cookies().len()), (StatusCode::SEE_OTHER, 1), "{headers:?}");
    }
}

#[tokio::test]
async fn reading_is_free_and_plain_http_is_foreign_to_tls() {
    let house = house_with(|plan| plan.public_url = Some("https://opora.example".into())).await;
    let read = house.send(Request::builder().uri("/").header("sec-fetch-site", "cross-site"), "").await;
    assert_eq!(read.status, StatusCode::OK);
    assert_eq!(house.send(act(&[("origin", "http://opora.example")]), FORM).await.status, StatusCode::FORBIDDEN);
    assert_eq!(house.send(act(&[("origin", "https://opora.example")]), FORM).await.status, StatusCode::SEE_OTHER);
}

/// A mail provider sends a form of its own making from wherever it is; the secret in the path is what allows the act.
#[tokio::test]
async fn an_act_by_a_secret_may_come_from_anywhere() {
    let house = house().await;
    let foreign = |path: &str| {
        let request = Request::builder().method(Method::POST).uri(path).header("sec-fetch-site", "cross-site");
        request.header("origin", "https://mail.example").header("content-type", "application/x-www-form-urlencoded")
    };
    assert_eq!(house.send(foreign("/secret/abc"), "List-Unsubscribe=One-Click").await.text(), "inside");
    for elsewhere in ["/secret/", "/secret/abc/def", "/numbered/1", "/theme"] {
        assert_eq!(house.send(foreign(elsewhere), FORM).await.status, StatusCode::FORBIDDEN, "{elsewhere}");
    }
    assert_eq!(web::open_to_anywhere(&[crate::house::area()]), ["/secret/{token}"]);
}
