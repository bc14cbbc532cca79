//! The first run: a one-time code in the terminal opens the welcome page. There is no exception for this machine's own
//! browser: behind a proxy every stranger is this machine.

use crate::community;
use crate::founding::{self, Founded, NewCommunity, NewOwner, Plan, Site};
use crate::session::{self, Browser};
use kernel::{Chance, Clock, Problem, Result, token};
use store::{Store, args, global_statement};

/// There is one row: a new code takes the place of the one before.
const ROW: i64 = 1;

global_statement!(
    OPEN = "insert into identity_first_runs (id, code_hash, made_at, used_at) values ($1, $2, $3, null) \
     on conflict (id) do update set code_hash = excluded.code_hash, made_at = excluded.made_at, used_at = null"
);
global_statement!(GOOD = "select code_hash from identity_first_runs where id = $1 and used_at is null");
global_statement!(USE = "update identity_first_runs set used_at = $3 where id = $1 and code_hash = $2 and used_at is null");

/// A new code, if there is no community yet. Codes made before are good no more.
pub async fn open(store: &Store, chance: &Chance, clock: &Clock) -> Result<Option<String>> {
    let mut global = store.global().await?;
    if community::any(&mut global).await? {
        return Ok(None);
    }
    let code = token::make(chance);
    global.run(&OPEN, args![ROW, token::hash(&code), clock.now()]).await?;
    global.commit().await?;
    Ok(Some(code))
}

/// Whether the installation still waits for its first community.
pub async fn is_waiting(store: &Store) -> Result<bool> {
    Ok(!community::any(&mut store.global_read().await?).await?)
}

/// Whether this is the code, and nobody used it.
pub async fn is_good(store: &Store, code: &str) -> Result<bool> {
    let held = store.global_read().await?.maybe::<Vec<u8>>(&GOOD, args![ROW]).await?;
    Ok(held.is_some_and(|held| token::same(&held, &token::hash(code))))
}

/// Founds the first community, uses up the code and signs the owner in, all in one transaction. Gives the session's
/// token. Of two browsers one comes first.
///
/// # Errors
/// `Invalid` with faulty fields, `Conflict` if somebody was faster.
pub async fn found(
    (store, clock, chance): (&Store, &Clock, &Chance),
    code: &str,
    (new, owner): (NewCommunity, NewOwner),
    site: Site,
    browser: &Browser,
) -> Result<(Founded, String)> {
    let plan = Plan::parse(new, owner)?.hashed(chance).await?;
    let faster = || Problem::Conflict("identity-welcome-used");
    let mut global = store.global().await?;
    // The row is held until the commit, so a second browser waits here and then finds the code used.
    if global.run(&USE, args![ROW, token::hash(code), clock.now()]).await? == 0 || community::any(&mut global).await? {
        return Err(faster());
    }
    let (mut scope, founded) = founding::found_in(global, clock, chance, plan, site).await?;
    let secret = session::open(&mut scope, chance, clock.now(), founded.account, founded.community, browser).await?;
    scope.commit().await?;
    Ok((founded, secret))
}
