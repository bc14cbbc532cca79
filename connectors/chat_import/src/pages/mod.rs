//! The pages of imports. Who runs the community brings a history in; its owner opens it or takes it back.

mod act;
mod findings;
mod imports;
mod progress;
mod run;
mod upload;

use kernel::Door;
use web::{Group, NavItem, Route};

/// The largest upload.
pub const UPLOAD_BYTES: u64 = 2 * 1024 * 1024 * 1024;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/import", Door::Staff, imports::list),
        Route::upload("/import", Door::Staff, UPLOAD_BYTES + 1024 * 1024, upload::receive).excess("import-fault-large"),
        Route::get("/import/{id}", Door::Staff, run::show),
        Route::stream("/import/{id}/events", Door::Staff, run::events),
        Route::get("/import/{id}/findings", Door::Staff, findings::show),
        Route::post("/import/{id}/pause", Door::Staff, act::pause),
        Route::post("/import/{id}/resume", Door::Staff, act::resume),
        Route::post("/import/{id}/cancel", Door::Staff, act::cancel),
        Route::post("/import/{id}/open", Door::Owner, act::open),
        Route::get("/import/{id}/take-back", Door::Owner, act::ask_take_back),
        Route::post("/import/{id}/take-back", Door::Owner, act::take_back),
    ]
}

pub fn nav() -> Vec<NavItem> {
    vec![NavItem { path: "/import", icon: "importer", word: "import-nav", door: Door::Staff, group: Group::Manage, order: 40 }]
}
