//! The route table of talk.

mod correction;
mod deletion;
mod messages;
mod months;
mod new;
mod questions;
mod search;
mod shown;
mod talk;
mod threads;
mod topics;

use kernel::Door;
use web::{Fields, Route, Visit};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/talk", Door::Member, talk::show),
        Route::get("/talk/questions", Door::Member, questions::show),
        Route::get("/talk/months/{month}", Door::Member, months::show),
        Route::get("/talk/topics/{topic}", Door::Member, topics::show),
        Route::get("/talk/new", Door::Member, new::show),
        Route::post("/talk/new", Door::Member, new::create),
        Route::get("/talk/threads/{thread}", Door::Member, threads::show),
        Route::post("/talk/threads/{thread}", Door::Member, threads::answer),
        Route::get("/talk/messages/{message}", Door::Member, messages::show),
        Route::get("/talk/messages/{message}/correction", Door::Member, correction::show),
        Route::post("/talk/messages/{message}/correction", Door::Member, correction::save),
        Route::get("/talk/messages/{message}/deletion", Door::Member, deletion::show),
        Route::post("/talk/messages/{message}/deletion", Door::Member, deletion::confirm),
        Route::get("/search", Door::Member, search::show),
    ]
}

/// How often one member may write: a lively talk, not a flood.
const POSTING: web::Rate = web::Rate { burst: 12, per_minute: 6 };

/// The fields of an address. One with too many of them has none.
fn query(visit: &Visit) -> Fields {
    let text = visit.address.split_once('?').map_or("", |(_, query)| query);
    Fields::parse(text.as_bytes()).unwrap_or_default()
}

/// An id in an address; what is no number leads nowhere.
fn id(text: &str) -> Result<i64, kernel::Problem> {
    text.parse().ok().filter(|id| *id > 0).ok_or(kernel::Problem::NotFound)
}
