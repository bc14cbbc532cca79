//! `/account/communities/NAME` and `/pass`: from one community to another of the same account. The pass goes along in the
//! address for a minute; a button uses it up, so that no foreign page can sign anybody in as somebody else.

use super::agent;
use super::sessions::holder;
use crate::{address, community, member, pass, sign_in};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode};
use kernel::{Problem, Viewer};
use serde::Deserialize;
use std::sync::Arc;
use store::Who;
use web::{Fields, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "pass.html")]
struct PassView {
    shell: Shell,
    community: String,
    /// Whose pass it is; nothing if it is spent.
    email: Option<String>,
    key: String,
}

#[derive(Deserialize)]
pub struct Keyed {
    #[serde(default)]
    key: String,
}

pub async fn go(visit: Visit, Path(slug): Path<String>) -> Result {
    let (account, house) = (holder(&visit)?, &visit.house);
    let known = community::known_by_slug(&house.store, &slug).await?.ok_or(Problem::NotFound)?;
    let there = Who {
        community: known.community.id,
        viewer: Arc::new(Viewer::default()),
        clock: house.clock.clone(),
        chance: house.chance.clone(),
    };
    let mut scope = house.store.read(&there).await?;
    member::of_account(&mut scope, account)
        .await?
        .filter(|member| member.state == member::State::Active)
        .ok_or(Problem::NotFound)?;
    drop(scope);
    let mut global = house.store.global().await?;
    let secret = pass::make(&mut global, &house.chance, account, known.community.id, house.clock.now()).await?;
    global.commit().await?;
    Ok(see_other(format!("{}/pass?key={secret}", address::origin_of(house, &known))))
}

async fn page(visit: &Visit, key: String) -> Result {
    let mut global = visit.house.store.global_read().await?;
    let email = pass::holder(&mut global, &key, visit.community()?.id, visit.house.clock.now()).await?;
    let status = if email.is_some() { StatusCode::OK } else { StatusCode::GONE };
    let community = visit.community()?.name.clone();
    visit.render_with(status, &PassView { shell: visit.shell(visit.t("identity-pass-title")), community, email, key })
}

pub async fn show(visit: Visit, Query(keyed): Query<Keyed>) -> Result {
    page(&visit, keyed.key).await
}

pub async fn enter(visit: Visit, headers: HeaderMap, fields: Fields) -> Result {
    let mut global = visit.house.store.global().await?;
    match pass::use_up(&mut global, fields.get("key"), visit.community()?.id, visit.house.clock.now()).await {
        Ok(account) => {
            global.commit().await?;
            sign_in::enter(&visit, agent(&headers), account).await?;
            Ok(see_other("/today"))
        }
        Err(Problem::Conflict(_)) => page(&visit, String::new()).await,
        Err(problem) => Err(problem.into()),
    }
}
