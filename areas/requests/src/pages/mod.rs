//! The routes of requests, and what their pages share.

mod answers;
mod bounds;
mod closure;
mod composer;
mod correction;
mod deals;
mod drafts;
mod files;
mod found;
mod introductions;
mod invitations;
mod limits;
mod list;
mod new;
mod pledge;
mod promises;
mod reopening;
mod reports;
mod request;
mod request_lines;
mod settings;
mod similar;
mod stops;
mod tending;
mod thanks;
mod topics;
mod topics_found;

use crate::request::Kind;
use crate::topic::Topic;
use kernel::{Door, Problem};
use web::{Fields, Rate, Route, Visit};

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = asking();
    routes.extend(directions());
    routes.extend(inviting());
    routes.extend(history());
    routes.extend(answering());
    routes.extend(ending());
    routes.extend(noticing());
    routes
}

fn asking() -> Vec<Route> {
    vec![
        Route::get("/requests", Door::Member, list::show),
        Route::get("/requests/new", Door::Member, new::show),
        Route::post("/requests/new", Door::Member, new::create).body_bytes(FORM_BYTES),
        Route::get("/requests/similar", Door::Member, similar::show),
        Route::get("/requests/drafts", Door::Member, drafts::list),
        Route::get("/requests/drafts/{id}", Door::Member, new::show_draft),
        Route::post("/requests/drafts/{id}", Door::Member, new::change).body_bytes(FORM_BYTES),
        Route::get("/requests/drafts/{id}/preview", Door::Member, drafts::preview),
        Route::post("/requests/drafts/{id}/asking", Door::Member, new::ask_draft),
        Route::get("/requests/drafts/{id}/deletion", Door::Member, drafts::ask_deletion),
        Route::post("/requests/drafts/{id}/deletion", Door::Member, drafts::delete),
        Route::get("/requests/drafts/{id}/files", Door::Member, files::list),
        Route::upload("/requests/drafts/{id}/files", Door::Member, files::UPLOAD_BYTES, files::receive)
            .excess("requests-fault-files-large"),
        Route::post("/requests/drafts/{id}/files/{file}/deletion", Door::Member, files::remove),
        Route::get("/requests/{id}/files/{file}", Door::Member, files::download),
        Route::get("/requests/{id}/correction", Door::Member, correction::show),
        Route::post("/requests/{id}/correction", Door::Member, correction::save).body_bytes(FORM_BYTES),
    ]
}

fn history() -> Vec<Route> {
    vec![
        Route::get("/requests/found", Door::Staff, found::show),
        Route::get("/requests/found/all", Door::Staff, found::list),
        Route::post("/requests/found/{message}", Door::Staff, found::label),
        Route::post("/requests/found/hashtags", Door::Staff, found::name),
        Route::post("/requests/found/acceptance", Door::Owner, found::accept),
    ]
}

fn inviting() -> Vec<Route> {
    vec![
        Route::post("/requests/{id}/taking", Door::Member, invitations::take),
        Route::post("/requests/{id}/declining", Door::Member, invitations::decline),
        Route::get("/requests/{id}/passing", Door::Member, invitations::choose),
        Route::post("/requests/{id}/passing", Door::Member, invitations::pass),
        Route::post("/requests/{id}/muting", Door::Member, invitations::mute),
        Route::post("/requests/{id}/opening", Door::Member, invitations::open_to_all),
        Route::get("/requests/limits", Door::Member, limits::show),
        Route::post("/requests/limits", Door::Member, limits::keep),
        Route::post("/requests/limits/topics/{topic}/hearing", Door::Member, limits::unmute),
    ]
}

fn directions() -> Vec<Route> {
    vec![
        Route::get("/requests/topics", Door::Member, topics::list),
        Route::post("/requests/topics", Door::Staff, topics::create),
        Route::get("/requests/topics/found", Door::Staff, topics_found::list),
        Route::post("/requests/topics/found", Door::Staff, topics_found::recount),
        Route::get("/requests/topics/found/{topic}", Door::Staff, topics_found::show),
        Route::post("/requests/topics/found/{topic}/putting-off", Door::Staff, topics_found::put_off),
        Route::get("/requests/topics/{id}", Door::Member, topics::show),
        Route::get("/requests/topics/{id}/edit", Door::Staff, topics::edit),
        Route::post("/requests/topics/{id}/edit", Door::Staff, topics::change),
        Route::get("/requests/promises", Door::Staff, promises::show),
        Route::get("/requests/settings", Door::Staff, settings::show),
        Route::post("/requests/settings", Door::Staff, settings::keep),
    ]
}

fn answering() -> Vec<Route> {
    vec![
        Route::get("/requests/{id}", Door::Member, request::show),
        Route::post("/requests/{id}/answers", Door::Member, answers::add).body_bytes(answers::BODY_BYTES),
        Route::post("/requests/{id}/answers/{answer}/folding", Door::Member, answers::fold),
        Route::post("/requests/{id}/answers/{answer}/unfolding", Door::Member, answers::unfold),
        Route::get("/requests/{id}/answers/{answer}/deletion", Door::Member, answers::deletion),
        Route::post("/requests/{id}/answers/{answer}/deletion", Door::Member, answers::delete),
        Route::get("/requests/introductions/{id}", Door::Member, introductions::show),
        Route::post("/requests/introductions/{id}/acceptance", Door::Member, introductions::accept),
        Route::post("/requests/introductions/{id}/refusal", Door::Member, introductions::decline),
    ]
}

fn ending() -> Vec<Route> {
    vec![
        Route::get("/requests/{id}/closure", Door::Member, closure::show),
        Route::post("/requests/{id}/closure", Door::Member, closure::close).body_bytes(answers::BODY_BYTES),
        Route::post("/requests/{id}/reopening", Door::Member, reopening::reopen),
        Route::post("/requests/helps/{id}/thanks", Door::Member, thanks::agree),
        Route::get("/requests/helps/{id}/thanking", Door::Member, thanks::show),
        Route::post("/requests/helps/{id}/thanking", Door::Member, thanks::say).body_bytes(answers::BODY_BYTES),
        Route::get("/requests/helps/{id}/deal", Door::Member, deals::show),
        Route::post("/requests/helps/{id}/deal", Door::Member, deals::state),
        Route::post("/requests/deals/{id}/confirmation", Door::Member, deals::confirm),
        Route::post("/requests/deals/{id}/dispute", Door::Member, deals::dispute),
        Route::get("/requests/pledge", Door::Member, pledge::show),
        Route::post("/requests/pledge", Door::Member, pledge::set),
    ]
}

/// Letters and how they stop, reports, and what staff do from the Desk.
fn noticing() -> Vec<Route> {
    vec![
        Route::get("/requests/notices", Door::Member, stops::show),
        Route::post("/requests/notices", Door::Member, stops::keep),
        Route::get("/requests/stops/{token}", Door::Open, stops::ask),
        Route::post("/requests/stops/{token}", Door::Open, stops::stop).from_anywhere(),
        Route::get("/requests/{id}/report", Door::Member, reports::show),
        Route::post("/requests/{id}/report", Door::Member, reports::report),
        Route::get("/requests/reports/{id}", Door::Staff, reports::shown),
        Route::post("/requests/reports/{id}/settlement", Door::Staff, reports::settle),
        Route::get("/requests/{id}/withdrawal", Door::Staff, tending::confirm),
        Route::post("/requests/{id}/tending", Door::Staff, tending::tend).body_bytes(answers::BODY_BYTES),
    ]
}

/// The form of a request: a text that is far too long comes back to be shortened rather than being lost.
const FORM_BYTES: u64 = 1024 * 1024;
/// How often one member may ask: more than anybody needs, fewer than a flood.
const ASKING: Rate = Rate { burst: 10, per_minute: 2 };
/// How often one member may correct what they asked.
const CORRECTING: Rate = Rate { burst: 20, per_minute: 4 };
/// How often one member may bring files.
const FILES: Rate = Rate { burst: 20, per_minute: 6 };

/// The fields of an address. One with too many of them has none.
fn query(visit: &Visit) -> Fields {
    let text = visit.address.split_once('?').map_or("", |(_, query)| query);
    Fields::parse(text.as_bytes()).unwrap_or_default()
}

/// An id in an address; what is no number leads nowhere.
fn id(text: &str) -> Result<i64, Problem> {
    text.parse().ok().filter(|id| *id > 0).ok_or(Problem::NotFound)
}

/// A query written anew: names and values, the empty ones left out.
fn address(path: &str, fields: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    fields.iter().filter(|(_, value)| !value.is_empty()).for_each(|(name, value)| {
        query.append_pair(name, value);
    });
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Kinds of requests: code, name, and what is meant by it.
fn kinds(visit: &Visit) -> Vec<(&'static str, String, String)> {
    let said = |kind: &Kind| {
        let code = kind.code();
        (code, visit.t(&format!("requests-kind-{code}")), visit.t(&format!("requests-kind-{code}-note")))
    };
    Kind::ALL.iter().map(said).collect()
}

/// Topics that can be chosen, after the word for none of them.
fn topics(visit: &Visit, topics: Vec<Topic>, none: &str) -> Vec<(String, String)> {
    let open = topics.into_iter().filter(|topic| !topic.retired).map(|topic| (topic.id.to_string(), topic.name));
    [(String::new(), visit.t(none))].into_iter().chain(open).collect()
}
