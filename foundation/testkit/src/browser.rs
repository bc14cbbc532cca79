//! A browser without a window: requests go straight into the router, with cookies, redirects and forms as people's have.

use crate::cookies::Jar;
use crate::form::{self, File};
use crate::page::Page;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderName, HeaderValue, Method, Request, Response, Uri, header};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use tower::ServiceExt;

/// Redirects followed before it must be a circle.
const REDIRECTS: usize = 10;

/// One person's browser. `clone` gives another window with the same cookies as they are now.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    host: String,
    scheme: &'static str,
    client: IpAddr,
    headers: Vec<(HeaderName, HeaderValue)>,
    jar: Jar,
}

impl Browser {
    /// A browser at a host (`opora.localhost`, a port may follow) that nobody knows yet.
    pub fn new(router: Router, host: &str) -> Browser {
        let client = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7));
        Browser { router, host: host.to_owned(), scheme: "http", client, headers: Vec::new(), jar: Jar::default() }
    }

    /// The same person at another host. Cookies of each host stay its own.
    pub fn at(mut self, host: &str) -> Browser {
        self.host = host.to_owned();
        self
    }

    /// The same house, somebody without any cookie.
    pub fn stranger(&self) -> Browser {
        let mut stranger = self.clone();
        stranger.jar.forget();
        stranger
    }

    /// Comes from this address.
    pub fn from(mut self, client: IpAddr) -> Browser {
        self.client = client;
        self
    }

    /// `Origin` says https, as behind a proxy that speaks TLS.
    pub fn over_tls(mut self) -> Browser {
        self.scheme = "https";
        self
    }

    /// Sends a header with every request from now on; an earlier one of this name gives way. What the browser
    /// says by itself (`Host`, `Origin`, `Sec-Fetch-Site`) gives way too.
    pub fn with(mut self, name: &str, value: &str) -> Browser {
        let name = HeaderName::try_from(name).expect("a header's name");
        self.headers.retain(|(held, _)| *held != name);
        self.headers.push((name, HeaderValue::from_str(value).expect("a header's value")));
        self
    }

    pub fn host(&self) -> &str {
        &self.host
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.jar.value(&self.host, name)
    }

    /// The `Set-Cookie` line by which a cookie came.
    pub fn cookie_line(&self, name: &str) -> Option<&str> {
        self.jar.line(&self.host, name)
    }

    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.jar.put(&self.host, name, value);
    }

    pub fn forget_cookies(&mut self) {
        self.jar.forget();
    }

    /// Opens a path and stays, even if it redirects.
    pub async fn get(&mut self, path: &str) -> Page {
        let request = self.request(Method::GET, path, "none");
        self.send(request).await
    }

    /// Opens a path and goes where redirects lead.
    pub async fn visit(&mut self, path: &str) -> Page {
        let page = self.get(path).await;
        self.follow(page).await
    }

    /// Goes where redirects lead, by GET.
    pub async fn follow(&mut self, mut page: Page) -> Page {
        let mut came_by = std::mem::take(&mut page.came_by);
        while page.status.is_redirection() {
            assert!(came_by.len() < REDIRECTS, "redirects in a circle: {came_by:?}");
            came_by.push(page.path.clone());
            let (host, path) = self.target(page.location(), &page.path);
            self.host = host;
            let request = self.request(Method::GET, &path, "same-origin");
            page = self.send(request).await;
        }
        page.came_by = came_by;
        page
    }

    /// Follows the link with these words.
    pub async fn click(&mut self, page: &Page, label: &str) -> Page {
        let (host, path) = self.target(&page.link(label), &page.path);
        self.host = host;
        let request = self.request(Method::GET, &path, "same-origin");
        let page = self.send(request).await;
        self.follow(page).await
    }

    /// Sends fields by POST without a form: what a script or an attacker would do. Stays.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let fields: Vec<(String, String)> = fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        self.post_body(path, "application/x-www-form-urlencoded", form::urlencoded(&fields)).await
    }

    /// Sends any body by POST. Stays.
    pub async fn post_body(&mut self, path: &str, kind: &str, body: impl Into<Body>) -> Page {
        let mut request = self.request(Method::POST, path, "same-origin");
        request.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_str(kind).expect("a content type"));
        *request.body_mut() = body.into();
        self.send(request).await
    }

    /// Fills the page's form that a selector finds, sends it as the page says, and goes where redirects lead.
    /// Hidden inputs and values already there go along; a button is pressed by giving its name and value.
    pub async fn submit(&mut self, page: &Page, form: &str, fields: &[(&str, &str)]) -> Page {
        self.upload(page, form, fields, &[]).await
    }

    /// The same with files.
    pub async fn upload(&mut self, page: &Page, form: &str, fields: &[(&str, &str)], files: &[File<'_>]) -> Page {
        let filled = form::fill(page, form, fields);
        let (host, path) = self.target(&filled.action, &page.path);
        self.host = host;
        let answer = if !filled.post {
            let path = path.split('?').next().unwrap_or_default().to_owned();
            let request = self.request(Method::GET, &format!("{path}?{}", form::urlencoded(&filled.fields)), "same-origin");
            self.send(request).await
        } else if filled.multipart {
            let (kind, body) = form::multipart(&filled.fields, files);
            self.post_body(&path, &kind, body).await
        } else {
            assert!(files.is_empty(), "the form `{form}` does not take files");
            self.post_body(&path, "application/x-www-form-urlencoded", form::urlencoded(&filled.fields)).await
        };
        self.follow(answer).await
    }

    /// Opens a path and gives the answer as it comes: for streams.
    pub async fn open(&mut self, path: &str) -> Response<Body> {
        let request = self.request(Method::GET, path, "same-origin");
        let host = self.host.clone();
        let answer = self.router.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        self.jar.take(&host, answer.headers());
        answer
    }

    /// A request with everything a browser says by itself, to be changed and sent.
    pub fn request(&self, method: Method, path: &str, site: &'static str) -> Request<Body> {
        let unsafe_method = !matches!(method, Method::GET | Method::HEAD);
        let uri: Uri = path.parse().unwrap_or_else(|error| panic!("`{path}` is no path: {error}"));
        let mut request = Request::builder().method(method).uri(uri).body(Body::empty()).expect("a request");
        let headers = request.headers_mut();
        headers.insert(header::HOST, HeaderValue::from_str(&self.host).expect("a host"));
        headers.insert("sec-fetch-site", HeaderValue::from_static(site));
        headers.insert(header::ACCEPT, HeaderValue::from_static("text/html,application/xhtml+xml,*/*;q=0.8"));
        if unsafe_method {
            let origin = format!("{}://{}", self.scheme, self.host);
            headers.insert(header::ORIGIN, HeaderValue::from_str(&origin).expect("an origin"));
        }
        if let Some(cookies) = self.jar.header(&self.host) {
            headers.insert(header::COOKIE, HeaderValue::from_str(&cookies).expect("cookies"));
        }
        for (name, value) in &self.headers {
            headers.insert(name.clone(), value.clone());
        }
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.client, 50_123)));
        request
    }

    /// Sends a request and keeps the cookies that come back.
    pub async fn send(&mut self, request: Request<Body>) -> Page {
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let host = self.host.clone();
        let answer = self.router.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        self.jar.take(&host, answer.headers());
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("the whole answer");
        Page { status: parts.status, headers: parts.headers, body, path, host, came_by: Vec::new() }
    }

    /// Host and path of an address found on a page.
    fn target(&self, address: &str, from: &str) -> (String, String) {
        let address = address.split('#').next().unwrap_or_default();
        for scheme in ["http://", "https://"] {
            if let Some(rest) = address.strip_prefix(scheme) {
                let (host, path) = rest.find('/').map_or((rest, "/"), |at| rest.split_at(at));
                return (host.to_owned(), path.to_owned());
            }
        }
        let here = from.split('?').next().unwrap_or_default();
        let path = match address.bytes().next() {
            None => from.to_owned(),
            Some(b'/') => address.to_owned(),
            Some(b'?') => format!("{here}{address}"),
            Some(_) => format!("{}/{address}", here.rsplit_once('/').map_or("", |(folder, _)| folder)),
        };
        (self.host.clone(), path)
    }
}
