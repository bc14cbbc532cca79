//! A house with one invented area behind every kind of door, and a gate that believes the header `x-as`.

use askama::Template;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::{Router, extract::ConnectInfo};
use http_body_util::BodyExt;
use kernel::{AccountId, Chance, Clock, CommunityId, Door, IdentityId, Locale, MemberId, Problem, Role, Viewer};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tower::ServiceExt;
use web::{Area, Community, Faults, Fields, Group, House, HousePlan, NavItem, Pager, Response, Route, Shell, Trouble, Visit};

/// Thursday, 19 November 2026, 12:00 in Moscow.
pub const NOON: i64 = 1_795_078_800_000_000;

pub struct TestHouse {
    pub house: Arc<House>,
    pub service: Router,
    pub retries: Arc<AtomicU32>,
    _data: tempfile::TempDir,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    pub fn cookies(&self) -> Vec<&str> {
        self.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().expect("text")).collect()
    }
}

pub async fn house() -> TestHouse {
    house_with(|_| {}).await
}

pub async fn house_with(change: impl FnOnce(&mut HousePlan)) -> TestHouse {
    let data = tempfile::tempdir().expect("a folder");
    let place = store::Place { data: data.path().to_owned(), database_url: None };
    let store = store::Store::open(&place).await.expect("a store");
    let retries = Arc::new(AtomicU32::new(0));
    let mut plan = HousePlan::new(store, Clock::held_at(NOON), Chance::seeded(7), place.data).with(retries.clone());
    change(&mut plan);
    let areas = [area()];
    let house = Arc::new(House::raise(plan, &areas).expect("a house"));
    let service = web::house_router(&areas, house.clone(), |rooms| rooms.layer(from_fn(gate)));
    TestHouse { house, service, retries, _data: data }
}

impl TestHouse {
    pub async fn send(&self, request: axum::http::request::Builder, body: impl Into<Body>) -> Answer {
        self.send_from("127.0.0.1", request, body).await
    }

    pub async fn send_from(&self, peer: &str, request: axum::http::request::Builder, body: impl Into<Body>) -> Answer {
        let request = if request.headers_ref().is_some_and(|headers| headers.contains_key(header::HOST)) {
            request
        } else {
            request.header(header::HOST, "opora.example")
        };
        let mut request = request.body(body.into()).expect("a request");
        let peer = SocketAddr::new(peer.parse().expect("an address"), 4_000);
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.service.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a body").to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str, who: &str) -> Answer {
        self.send(Request::builder().uri(path).header("x-as", who), Body::empty()).await
    }

    pub async fn post(&self, path: &str, who: &str, form: &str) -> Answer {
        let request = Request::builder().method(Method::POST).uri(path).header("x-as", who).header("sec-fetch-site", "same-origin");
        self.send(request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"), form.to_owned()).await
    }
}

async fn gate(mut request: Request, next: Next) -> Response {
    let mut visit = request.extensions().get::<Visit>().expect("a stranger").clone();
    if visit.host == "unknown.example" {
        return Trouble::Misdirected.into();
    }
    if visit.host != "bare.example" {
        visit.community = Some(Arc::new(community()));
    }
    let who = request.headers().get("x-as").map_or("", |who| who.to_str().expect("text"));
    visit.viewer = Arc::new(viewer(who));
    visit.session = visit.viewer.account.map(|account| account.0);
    visit.settle(None);
    request.extensions_mut().insert(visit);
    next.run(request).await
}

pub fn community() -> Community {
    Community {
        id: CommunityId(1),
        slug: "opora".into(),
        name: "Опора & <Ко>".into(),
        mission: "Помочь начинающим".into(),
        profession: "психологи".into(),
        specialisation: "начинающие".into(),
        locale: Locale::Ru,
        timezone: chrono_tz::Europe::Moscow,
        currency: "RUB".into(),
        host: None,
    }
}

pub fn viewer(who: &str) -> Viewer {
    let member = Viewer {
        account: Some(AccountId(5)),
        member: Some(MemberId(6)),
        identity: Some(IdentityId(7)),
        name: "Екатерина <Соловьёва>".into(),
        ..Viewer::default()
    };
    let with = |role: Role| Viewer { roles: member.roles.with(role), ..member.clone() };
    match who {
        "account" => Viewer { account: Some(AccountId(8)), name: "Гость".into(), ..Viewer::default() },
        "member" => member,
        "leader" => with(Role::GroupHost),
        "moderator" => with(Role::Moderator),
        "staff" => with(Role::Administrator),
        "owner" => with(Role::Owner),
        _ => Viewer::default(),
    }
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "app.html" %}{% import "_field.html" as field %}{% import "_person.html" as person %}{% import "_empty.html" as empty %}
{% block head %}<script type="module" src="{{ shell.asset("live.js") }}"></script>{% endblock %}
{% block content %}
<header class="page-head"><h1>{{ shell.t("hall-title") }}</h1><p class="lead">{{ shell.tv("hall-count", 5) }}</p></header>
<p>{{ shell.when(at) }} {{ shell.when_day(at) }} {{ shell.ago(at) }} {{ shell.time(at) }} {{ shell.number(12345) }} {{ shell.percent(0.025) }} {{ shell.tally(7) }}</p>
{% for name in names %}{% call person::row(shell, 5, name, "") %}{% endcall %}{% call person::pill(shell, 6, name) %}{% endcall %}{% endfor %}
<form class="stack" method="post" action="/hall">
{% call field::summary(shell, faults) %}{% endcall %}
{% call field::text(shell, faults, "name", "hall-name", typed, "hall-hint") %}{% endcall %}
{% call field::input(shell, faults, "email", "mail", "hall-mail", "", "", "email", true) %}{% endcall %}
{% call field::area(shell, faults, "text", "hall-text", typed, "", 3) %}{% endcall %}
{% call field::select(shell, faults, "pick", "hall-pick", picks, "b", "") %}{% endcall %}
<button type="submit" class="btn btn--primary">{{ shell.t("web-save") }}</button>
</form>
{% call empty::block(shell, "people", "hall-title", "hall-hint", "/hall", "web-save") %}{% endcall %}
<div class="prose">{{ web::markdown(typed) }}</div>
<section data-live="/events" data-live-parts="progress"><div id="progress" aria-live="polite"></div></section>
{% include "_pager.html" %}
{% endblock %}"##
)]
struct HallView {
    shell: Shell,
    at: i64,
    names: Vec<String>,
    faults: Faults,
    typed: String,
    picks: Vec<(&'static str, &'static str)>,
    pager: Pager,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "public.html" %}{% block content %}<div class="wrap band"><h1>{{ shell.title }}</h1></div>{% endblock %}"#
)]
struct PorchView {
    shell: Shell,
}

fn hall(visit: &Visit, faults: Faults, typed: String) -> HallView {
    let pager = Pager::new(Some("/hall?before=a&b=c".into()), Some("/hall?after=b".into()));
    let shell = visit.shell(visit.t("hall-title"));
    HallView {
        shell,
        at: NOON - 3_600_000_000,
        names: vec!["Нина <Абрамова>".into()],
        faults,
        typed,
        picks: vec![("a", "А"), ("b", "Б")],
        pager,
    }
}

async fn show_hall(visit: Visit) -> web::Result {
    visit.render(&hall(&visit, Faults::none(), "**раз**".into()))
}

async fn take_hall(visit: Visit, fields: Fields) -> web::Result {
    if fields.text("name").is_empty() {
        let mut faults = Faults::none();
        faults.add("name", "hall-name-missing");
        return visit.render_invalid(&hall(&visit, faults, fields.get("text").to_owned()));
    }
    visit.flash_n("hall-saved", 2);
    Ok(web::see_other("/hall"))
}

async fn porch(visit: Visit) -> web::Result {
    visit.render(&PorchView { shell: visit.shell(visit.t("hall-title")) })
}

async fn said() -> &'static str {
    "inside"
}

async fn numbered(_: axum::extract::Path<i64>, _: axum::extract::Query<Vec<(String, i64)>>) -> &'static str {
    "inside"
}

async fn broken() -> web::Result {
    Err(anyhow::anyhow!("the wire to 10.0.0.1 is cut"))?
}

async fn falling(_visit: Visit) -> web::Result {
    panic!("a slip")
}

async fn conflict() -> web::Result {
    Err(Problem::Conflict("hall-late"))?
}

async fn slow() -> &'static str {
    tokio::time::sleep(Duration::from_secs(600)).await;
    "late"
}

/// Asks for another try until the third.
async fn stubborn(visit: Visit, fields: Fields) -> web::Result {
    let tries = visit.house.get::<Arc<AtomicU32>>().fetch_add(1, Ordering::SeqCst) + 1;
    visit.flash("hall-saved");
    let wanted: u32 = fields.get("tries").parse().expect("a number");
    if tries < wanted { Err(Problem::Again(anyhow::anyhow!("busy")))? } else { Ok(web::see_other("/hall")) }
}

async fn count_bytes(_visit: Visit, body: Body) -> web::Result {
    use axum::response::IntoResponse;
    let bytes = body.collect().await.map_err(|_| web::Refusal(Trouble::TooLarge))?.to_bytes();
    Ok(bytes.len().to_string().into_response())
}

async fn events(visit: Visit) -> web::Result {
    web::live::watch(&visit, Duration::from_millis(5), || async {
        Some(vec![web::Event::part("progress", "<b>1</b>\r\n<i>2</i>")])
    })
}

/// Whatever it is about is over already.
async fn last_event(visit: Visit) -> web::Result {
    web::live::watch(&visit, Duration::from_millis(5), || async { Some(vec![web::Event::go("/hall")]) })
}

pub fn area() -> Area {
    let mut routes: Vec<Route> = [
        ("/for/open", Door::Open),
        ("/for/stranger", Door::Stranger),
        ("/for/account", Door::Account),
        ("/for/member", Door::Member),
        ("/for/leader", Door::Leader),
        ("/for/moderator", Door::Moderator),
        ("/for/staff", Door::Staff),
        ("/for/owner", Door::Owner),
    ]
    .into_iter()
    .map(|(path, door)| Route::get(path, door, said))
    .collect();
    routes.extend([
        Route::get("/hall", Door::Member, show_hall),
        Route::post("/hall", Door::Member, take_hall),
        Route::get("/", Door::Open, porch),
        Route::get("/broken", Door::Stranger, broken),
        Route::get("/falling", Door::Stranger, falling),
        Route::get("/conflict", Door::Stranger, conflict),
        Route::get("/slow", Door::Stranger, slow).patience(Duration::from_millis(30)),
        Route::post("/stubborn", Door::Member, stubborn),
        Route::upload("/upload", Door::Member, 200_000, count_bytes),
        Route::upload("/history", Door::Member, 200_000, count_bytes).excess("hall-late"),
        Route::post("/short", Door::Stranger, count_bytes),
        Route::stream("/events", Door::Member, events),
        Route::stream("/events/last", Door::Member, last_event),
        Route::get("/secret/{token}", Door::Stranger, said),
        Route::post("/secret/{token}", Door::Stranger, said).from_anywhere(),
        Route::get("/numbered/{number}", Door::Stranger, numbered),
        Route::post("/numbered/{number}", Door::Stranger, numbered),
    ]);
    let nav = |path, icon, word, door, group, order| NavItem { path, icon, word, door, group, order };
    Area {
        name: "hall",
        routes,
        words: &[(Locale::Ru, RU), (Locale::En, EN)],
        nav: vec![
            nav("/hall", "people", "hall-title", Door::Member, Group::Main, 1),
            nav("/for/owner", "gear", "hall-pick", Door::Owner, Group::Manage, 1),
        ],
        ..Area::default()
    }
}

const RU: &str = "hall-title = Зал
hall-count = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
}
hall-name = Имя
hall-name-missing = Напишите имя
hall-mail = Почта
hall-text = Слово
hall-pick = Выбор
hall-hint = Как к вам обращаться
hall-saved = { $n ->
    [one] Сохранили { $n } слово
    [few] Сохранили { $n } слова
   *[many] Сохранили { $n } слов
}
hall-late = Место уже заняли: выберите другое.
";
const EN: &str = "hall-title = Hall
hall-count = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
hall-name = Name
hall-name-missing = Write your name
hall-mail = Mail
hall-text = Word
hall-pick = Choice
hall-hint = How to address you
hall-saved = { $n ->
    [one] Saved { $n } word
   *[other] Saved { $n } words
}
hall-late = The place is taken: choose another one.
";
