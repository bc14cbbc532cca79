//! `/claim-links`: the one link for the whole chat, and the personal ones that wait to be used.

use super::imported::LinkView;
use super::{number, place};
use crate::links::{self, Link, Waiting};
use crate::{imported, letters, policy};
use askama::Template;
use axum::extract::{Path, RawQuery};
use web::{Fields, Pager, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "claim_links.html")]
struct ListView {
    shell: Shell,
    chat: Option<Link>,
    chat_works: bool,
    some_hidden: bool,
    waiting: Vec<Waiting>,
    pager: Pager,
}

pub(super) async fn list(visit: Visit, RawQuery(raw): RawQuery) -> web::Result {
    policy::steward(&visit.viewer)?;
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    let before = place(&fields, "before")?;
    let mut scope = visit.read().await?;
    let chat = links::chat(&mut scope).await?;
    let mut waiting = links::waiting(&mut scope, before).await?;
    let some_hidden = imported::some_hidden(&mut scope).await?;
    let now = scope.now();
    drop(scope);
    let more = waiting.len() > links::SHOWN;
    waiting.truncate(links::SHOWN);
    let older = waiting.last().filter(|_| more).map(|last| format!("/claim-links?before={}", last.id));
    let pager = Pager::new(before.map(|_| "/claim-links".to_owned()), older);
    let chat_works = chat.as_ref().is_some_and(|link| link.works(now));
    visit.render(&ListView { shell: visit.shell(visit.t("people-links-title")), chat, chat_works, some_hidden, waiting, pager })
}

pub(super) async fn make(visit: Visit) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let mut scope = visit.write().await?;
    let token = links::make_chat(&mut scope, &steward).await?;
    let link = letters::link(&mut scope, &visit, &format!("/claim/{token}")).await?;
    let until = scope.now() + links::DAYS * kernel::MICROS_PER_DAY;
    let some_hidden = imported::some_hidden(&mut scope).await?;
    scope.commit().await?;
    visit.render(&LinkView { shell: visit.shell(visit.t("people-link-made")), name: None, some_hidden, link, until })
}

pub(super) async fn renew(visit: Visit, Path(id): Path<String>) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let mut scope = visit.write().await?;
    links::renew(&mut scope, &steward, number(&id)?).await?;
    scope.commit().await?;
    visit.flash("people-link-renewed");
    Ok(see_other("/claim-links"))
}

pub(super) async fn revoke(visit: Visit, Path(id): Path<String>) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let mut scope = visit.write().await?;
    links::revoke(&mut scope, &steward, number(&id)?).await?;
    scope.commit().await?;
    visit.flash("people-link-revoked");
    Ok(see_other("/claim-links"))
}
