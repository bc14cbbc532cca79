//! What an area gives to the house: routes with their doors, words, menu entries, followers, jobs.

use crate::{DeskFn, NavItem, OwnPage, PanelsFn, Visit};
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};
use kernel::{Door, Locale};
use std::sync::Arc;
use std::time::Duration;
use store::{BoxFuture, Follower, JobHandler, Schedule, Scope};

/// The largest body of a route that says nothing else: a long message and then some.
pub const BODY_BYTES: u64 = 64 * 1024;

/// How long a handler may take, if the route says nothing else.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// An area's face to the house.
#[derive(Default)]
pub struct Area {
    pub name: &'static str,
    pub routes: Vec<Route>,
    pub followers: Vec<Arc<dyn Follower>>,
    pub jobs: Vec<Arc<dyn JobHandler>>,
    pub schedules: Vec<Schedule>,
    /// `(Locale::Ru, include_str!("../words/ru.ftl"))` and the same in English.
    pub words: &'static [(Locale, &'static str)],
    pub nav: Vec<NavItem>,
    /// What the first page offers to do.
    pub today: Option<TodayFn>,
    /// Parts of the first page that the area draws itself.
    pub panels: Option<PanelsFn>,
    /// What the area lays on the Desk.
    pub desk: Option<DeskFn>,
    /// The viewer's own settings of the area: the account page leads to them.
    pub own: Vec<OwnPage>,
}

/// Looks into the snapshot of the first page and says what there is to do. At most two statements.
pub type TodayFn = for<'a> fn(&'a mut Scope, &'a Visit) -> BoxFuture<'a, kernel::Result<Vec<Step>>>;

/// One thing to do first, in the reader's language.
#[derive(Clone, Debug)]
pub struct Step {
    /// Smaller comes first, across areas.
    pub order: u16,
    pub icon: &'static str,
    pub title: String,
    pub note: String,
    pub path: String,
    /// The words of the button or link.
    pub action: String,
    pub done: bool,
}

/// How a route treats its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Small body, read whole; a unsafe one is tried again when the database asks.
    Page,
    /// Large body, streamed; tried once.
    Upload,
    /// An endless answer.
    Stream,
}

#[derive(Clone)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub door: Door,
    pub(crate) kind: Kind,
    pub(crate) body_bytes: u64,
    /// What an upload that announces more is told, instead of the general word.
    pub(crate) excess: Option<&'static str>,
    pub(crate) patience: Option<Duration>,
    pub(crate) from_anywhere: bool,
    pub(crate) handler: MethodRouter,
}

impl Route {
    pub fn get<H, T>(path: &'static str, door: Door, handler: H) -> Route
    where
        H: Handler<T, ()>,
        T: 'static,
    {
        Route {
            method: "GET",
            path,
            door,
            kind: Kind::Page,
            body_bytes: BODY_BYTES,
            excess: None,
            patience: Some(PATIENCE),
            from_anywhere: false,
            handler: routing::get(handler),
        }
    }

    pub fn post<H, T>(path: &'static str, door: Door, handler: H) -> Route
    where
        H: Handler<T, ()>,
        T: 'static,
    {
        Route { method: "POST", handler: routing::post(handler), ..Route::get(path, door, nothing) }
    }

    /// A live stream of events (GET): see [`crate::stream`].
    pub fn stream<H, T>(path: &'static str, door: Door, handler: H) -> Route
    where
        H: Handler<T, ()>,
        T: 'static,
    {
        Route { kind: Kind::Stream, patience: None, ..Route::get(path, door, handler) }
    }

    /// A POST whose body is streamed to the handler and may have up to `body_bytes`. It is never tried again by itself.
    pub fn upload<H, T>(path: &'static str, door: Door, body_bytes: u64, handler: H) -> Route
    where
        H: Handler<T, ()>,
        T: 'static,
    {
        let mut route = Route { kind: Kind::Upload, body_bytes, patience: None, ..Route::post(path, door, handler) };
        route.handler = route.handler.layer(DefaultBodyLimit::disable());
        route
    }

    /// A larger body that is still read whole.
    pub fn body_bytes(self, body_bytes: u64) -> Route {
        Route { body_bytes, ..self }
    }

    /// A word for an upload that is too large from the first: what else its sender can do.
    pub fn excess(self, word: &'static str) -> Route {
        Route { excess: Some(word), ..self }
    }

    /// Another patience than [`PATIENCE`].
    pub fn patience(self, patience: Duration) -> Route {
        Route { patience: Some(patience), ..self }
    }

    /// An act that other sites may ask for as well, since what allows it is a secret in its path and no cookie: the one
    /// click by which a mail provider stops letters (RFC 8058). Such a handler asks nothing of the viewer.
    pub fn from_anywhere(self) -> Route {
        Route { from_anywhere: true, ..self }
    }
}

async fn nothing() {}

/// The addresses of acts that may be asked for from anywhere, for the test that counts them.
pub fn open_to_anywhere(areas: &[Area]) -> Vec<&'static str> {
    let routes = areas.iter().flat_map(|area| &area.routes);
    routes.filter(|route| route.from_anywhere).map(|route| route.path).collect()
}

/// Every route with its door, for the test that tries them all.
pub fn doors(areas: &[Area]) -> Vec<(&'static str, &'static str, Door)> {
    areas.iter().flat_map(|area| area.routes.iter().map(|route| (route.method, route.path, route.door))).collect()
}
