//! `/audit`: what staff did with power, newest first.

use crate::audit::{self, Entry, PAGE};
use crate::{identity, policy};
use askama::Template;
use axum::extract::Query;
use kernel::{Micros, Role};
use serde::Deserialize;
use std::collections::HashMap;
use web::{Cursor, Page, Pager, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditView {
    shell: Shell,
    rows: Vec<Row>,
    pager: Pager,
}

struct Row {
    at: Micros,
    /// Nothing if the house itself acted, or the person was forgotten.
    actor: Option<String>,
    act: String,
    /// The members whom it concerns. The forgotten have no name; of two they stand as somebody who was here once.
    subject: String,
    detail: String,
}

#[derive(Deserialize)]
pub struct From {
    before: Option<String>,
}

pub async fn list(visit: Visit, Query(from): Query<From>) -> Result {
    let _right = policy::reads_audit(&visit.viewer)?;
    let before = Cursor::place::<i64>(from.before.as_deref().unwrap_or_default())?;
    let mut scope = visit.read().await?;
    let page = Page::cut(audit::before(&mut scope, before, PAGE + 1).await?, PAGE, |entry| entry.id);
    let actors: Vec<kernel::IdentityId> = page.rows.iter().filter_map(|entry| entry.actor).collect();
    let subjects: Vec<i64> = page.rows.iter().flat_map(concerned).flatten().collect();
    let names = identity::names(&mut scope, &actors).await?;
    let members = crate::member::names(&mut scope, &subjects).await?;
    let rows = page
        .rows
        .iter()
        .map(|entry| row(&visit, entry, names.get(&entry.actor.unwrap_or(kernel::IdentityId(0))), &members))
        .collect();
    let newer = before.map(|_| "/audit".to_owned());
    let pager = Pager::new(newer, page.next.map(|cursor| format!("/audit?before={cursor}")));
    visit.render(&AuditView { shell: visit.shell(visit.t("identity-audit-title")), rows, pager })
}

/// The member whom an act concerns, and the other one if it concerns two.
fn concerned(entry: &Entry) -> [Option<i64>; 2] {
    if entry.subject_kind != crate::deeds::MEMBER {
        return [None, None];
    }
    [Some(entry.subject), entry.detail["past"].as_i64().or(entry.detail["person"].as_i64())]
}

fn subject(visit: &Visit, concerned: [Option<i64>; 2], members: &HashMap<i64, String>) -> String {
    let name = |id: i64| members.get(&id).cloned();
    match concerned {
        [Some(one), Some(other)] => [one, other].map(|id| name(id).unwrap_or_else(|| visit.t("identity-audit-former"))).join(" · "),
        [one, other] => one.or(other).and_then(name).unwrap_or_default(),
    }
}

fn row(visit: &Visit, entry: &Entry, actor: Option<&identity::Named>, members: &HashMap<i64, String>) -> Row {
    let word = entry.act.replacen('.', "-audit-", 1);
    let act = if visit.house.words.knows(&word) { visit.t(&word) } else { entry.act.clone() };
    let role = entry.detail["role"].as_str().and_then(Role::parse);
    Row {
        at: entry.at,
        actor: actor.and_then(|named| named.name.clone()),
        act,
        subject: subject(visit, concerned(entry), members),
        detail: role.map(|role| visit.t(&super::roles::word(role))).unwrap_or_default(),
    }
}
