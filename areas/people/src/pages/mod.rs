//! The routes of people, and what their pages share.

mod account_data;
mod account_remove;
mod claim;
mod claim_links;
mod claims;
mod directory;
mod imported;
mod legal_ground;
mod merges;
mod person;
mod profile_edit;
mod profile_points;
mod removals;
mod remove_me;

use kernel::{Door, MemberId, Problem, Result};
use web::Route;
use web::rates::Rate;

/// Looks for one's own name: enough for a person, too few for a list.
pub(crate) const SEARCH_RATE: Rate = Rate { burst: 20, per_minute: 6 };
/// Claims and wishes of one stranger.
pub(crate) const WISH_RATE: Rate = Rate { burst: 6, per_minute: 1 };

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = member_routes();
    routes.extend(staff_routes());
    routes.extend([
        Route::get("/claim/{token}", Door::Stranger, claim::search),
        Route::get("/claim/{token}/{member}", Door::Stranger, claim::ask),
        Route::post("/claim/{token}/{member}", Door::Account, claim::make),
        Route::post("/claim/{token}/{member}/letter", Door::Stranger, claim::letter),
        Route::get("/remove-me", Door::Stranger, remove_me::show),
        Route::post("/remove-me", Door::Stranger, remove_me::ask),
        Route::get("/remove-me/{token}", Door::Stranger, remove_me::show_by_link),
        Route::post("/remove-me/{token}", Door::Stranger, remove_me::by_link),
    ]);
    routes
}

fn member_routes() -> Vec<Route> {
    vec![
        Route::get("/people", Door::Member, directory::show),
        Route::get("/people/{id}", Door::Member, person::show),
        Route::get("/profile/edit", Door::Member, profile_edit::begin),
        Route::get("/profile/edit/{step}", Door::Member, profile_edit::show),
        Route::post("/profile/edit/{step}", Door::Member, profile_edit::save),
        Route::get("/account/data", Door::Member, account_data::show),
        Route::get("/account/data.json", Door::Member, account_data::download),
        Route::get("/account/remove", Door::Member, account_remove::show),
        Route::post("/account/remove", Door::Member, account_remove::remove),
    ]
}

fn staff_routes() -> Vec<Route> {
    vec![
        Route::get("/people/imported", Door::Staff, imported::list),
        Route::post("/people/imported/{id}/link", Door::Staff, imported::make_link),
        Route::get("/people/{id}/remove", Door::Owner, imported::ask_removal),
        Route::post("/people/{id}/remove", Door::Owner, imported::remove),
        Route::get("/people/{id}/merge", Door::Staff, merges::choose),
        Route::get("/merges", Door::Staff, merges::list),
        Route::post("/merges", Door::Staff, merges::merge),
        Route::post("/merges/{act}/undo", Door::Staff, merges::undo),
        Route::get("/claim-links", Door::Staff, claim_links::list),
        Route::post("/claim-links", Door::Staff, claim_links::make),
        Route::post("/claim-links/{id}/renew", Door::Staff, claim_links::renew),
        Route::post("/claim-links/{id}/revoke", Door::Staff, claim_links::revoke),
        Route::get("/claims", Door::Staff, claims::list),
        Route::post("/claims", Door::Staff, claims::decide),
        Route::get("/profile-points", Door::Staff, profile_points::list),
        Route::post("/profile-points", Door::Staff, profile_points::add),
        Route::get("/profile-points/{id}", Door::Staff, profile_points::show),
        Route::post("/profile-points/{id}", Door::Staff, profile_points::change),
        Route::post("/profile-points/{id}/shift", Door::Staff, profile_points::shift),
        Route::post("/profile-points/{id}/retire", Door::Staff, profile_points::retire),
        Route::get("/removals", Door::Owner, removals::list),
        Route::get("/removals/{id}", Door::Owner, removals::find),
        Route::post("/removals/{id}", Door::Owner, removals::decide),
        Route::get("/legal-ground", Door::Owner, legal_ground::show),
        Route::post("/legal-ground", Door::Owner, legal_ground::state),
    ]
}

/// A number in an address; a page that is not there for anything else.
fn number(text: &str) -> Result<i64> {
    text.parse().map_err(|_| Problem::NotFound)
}

/// The number after which a list goes on, if the address names one; a page that is not there for anything else.
fn place(fields: &web::Fields, name: &str) -> Result<Option<i64>> {
    Some(fields.get(name)).filter(|text| !text.is_empty()).map(number).transpose()
}

fn member_id(text: &str) -> Result<MemberId> {
    number(text).map(MemberId)
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

/// The month of a moment as a word: «март 2024».
fn month(shell: &web::Shell, at: Option<kernel::Micros>) -> String {
    let zone = shell.community.as_ref().map_or(chrono_tz::UTC, |community| community.timezone);
    at.map_or_else(String::new, |at| shell.month(month_key(crate::activity::month_of(zone, at))))
}

/// `2024-03` for 202403.
fn month_key(month: i64) -> String {
    format!("{:04}-{:02}", month / 100, month % 100)
}
