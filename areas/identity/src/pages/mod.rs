//! Pages of identity, one file a resource, named as its address. This is the table of routes.

mod account;
mod audit;
mod community;
mod front;
mod invitation;
mod invitations;
mod leave;
mod pass;
mod password;
mod roles;
mod sessions;
mod sign_in;
mod today;
mod welcome;

pub use today::steps;

use axum::http::{HeaderMap, header};
use kernel::Door;
use web::Route;

/// Forms with a list of people in them.
const LIST_BYTES: u64 = 256 * 1024;

pub fn routes() -> Vec<Route> {
    [strangers(), own(), manage()].concat()
}

/// Before and while coming in.
fn strangers() -> Vec<Route> {
    vec![
        Route::get("/", Door::Open, front::show),
        Route::get("/welcome", Door::Open, welcome::show),
        Route::post("/welcome", Door::Open, welcome::found),
        Route::get("/sign-in", Door::Stranger, sign_in::show),
        Route::post("/sign-in", Door::Stranger, sign_in::ask),
        Route::get("/sign-in/code", Door::Stranger, sign_in::code),
        Route::post("/sign-in/code", Door::Stranger, sign_in::enter_by_code),
        Route::get("/sign-in/link", Door::Stranger, sign_in::link),
        Route::post("/sign-in/link", Door::Stranger, sign_in::enter_by_link),
        Route::post("/sign-in/password", Door::Stranger, sign_in::enter_by_password),
        Route::get("/invitation", Door::Stranger, invitation::show),
        Route::post("/invitation", Door::Stranger, invitation::accept),
        Route::get("/pass", Door::Stranger, pass::show),
        Route::post("/pass", Door::Stranger, pass::enter),
    ]
}

/// Of one's own account.
fn own() -> Vec<Route> {
    vec![
        Route::post("/sign-out", Door::Account, sessions::sign_out),
        Route::get("/account", Door::Account, account::show),
        Route::post("/account/name", Door::Member, account::rename),
        Route::post("/account/language", Door::Account, account::speak),
        Route::get("/account/password", Door::Account, password::show),
        Route::post("/account/password", Door::Account, password::set),
        Route::post("/account/password/remove", Door::Account, password::remove),
        Route::get("/account/sessions", Door::Account, sessions::list),
        Route::post("/account/sessions/{id}/end", Door::Account, sessions::end),
        Route::post("/account/sessions/end-others", Door::Account, sessions::end_others),
        Route::get("/account/communities/{slug}", Door::Account, pass::go),
        Route::get("/account/leave", Door::Member, leave::show),
        Route::post("/account/leave", Door::Member, leave::leave),
    ]
}

/// Of those who run the community.
fn manage() -> Vec<Route> {
    vec![
        Route::get("/invitations", Door::Staff, invitations::list),
        Route::post("/invitations", Door::Staff, invitations::send).body_bytes(LIST_BYTES),
        Route::post("/invitations/{id}/resend", Door::Staff, invitations::resend),
        Route::post("/invitations/{id}/revoke", Door::Staff, invitations::revoke),
        Route::get("/roles", Door::Owner, roles::list),
        Route::post("/roles", Door::Owner, roles::grant),
        Route::post("/roles/revoke", Door::Owner, roles::revoke),
        Route::get("/audit", Door::Owner, audit::list),
        Route::get("/community", Door::Owner, community::show),
        Route::post("/community", Door::Owner, community::describe),
    ]
}

/// What the browser says of itself.
fn agent(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::USER_AGENT)?.to_str().ok()
}

/// A value as it stands in a query.
fn in_query(text: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.~/".contains(byte);
    text.bytes().map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
