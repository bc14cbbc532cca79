//! Everything the community holds about one member, for themselves (capability A5).

use crate::policy::Myself;
use crate::{merges, profile, standing};
use kernel::{IdentityId, Micros, Result};
use serde_json::{Value as Json, json};
use std::sync::Arc;
use store::{BoxFuture, FromRow, Row, Scope, args, statement};

/// What another area holds about the identities of a member, put into the house by the application: the key under
/// which it stands in the export, and what it holds.
#[derive(Clone)]
pub struct OwnData(pub Vec<(&'static str, Arc<HeldFn>)>);

pub type HeldFn = dyn for<'a> Fn(&'a mut Scope, &'a [IdentityId]) -> BoxFuture<'a, Result<Json>> + Send + Sync;

/// Claims and wishes listed.
const ROWS: i64 = 1_000;
/// Deeds listed: the latest ones.
const DEEDS: i64 = 10_000;

struct ClaimRow(Json);

impl FromRow for ClaimRow {
    fn from_row(row: &mut Row) -> anyhow::Result<ClaimRow> {
        let (id, member, state): (i64, i64, String) = (row.next()?, row.next()?, row.next()?);
        let (note, created, decided): (String, Micros, Option<Micros>) = (row.next()?, row.next()?, row.next()?);
        Ok(ClaimRow(
            json!({ "id": id, "person": member, "state": state, "note": note, "created_at": moment(created), "decided_at": decided.map(moment) }),
        ))
    }
}

statement!(
    CLAIMS = "select id, member_id, state, note, created_at, decided_at from people_claims where community_id = $1 and account_id = $2 order by id desc limit $3"
);

/// Reads everything held about the member. Other persons stand in it only by name, where both are members.
pub async fn export(scope: &mut Scope, myself: &Myself, others: Option<&OwnData>) -> Result<Json> {
    let member = identity::member::member(scope, myself.member).await?;
    let ways = identity::identity::of_member(scope, member.id).await?;
    let identities: Vec<IdentityId> = ways.iter().map(|way| way.id).collect();
    let mut held = json!({
        "member": { "id": member.id, "name": member.name, "state": member.state.code(), "joined_at": member.joined_at.map(moment) },
        "known_as": ways.iter().map(|way| json!({ "id": way.id, "source": way.source, "outside_id": way.outside_id, "kind": way.kind, "name": way.name, "since": moment(way.created_at) })).collect::<Vec<_>>(),
        "profile": points(scope, myself).await?,
        "months": months(scope, myself).await?,
        "most_often_with": companions(scope, myself).await?,
        "past_persons": merges::of_member(scope, member.id).await?.iter().map(|act| json!({ "person": act.from, "name": act.from_name, "cause": act.cause, "at": moment(act.at), "undone_at": act.undone_at.map(moment) })).collect::<Vec<_>>(),
        "deeds": deeds(scope, &identities).await?,
    });
    if let Some(account) = member.account {
        let sign_in = identity::account::one(scope, account).await?;
        held["account"] = json!({ "email": sign_in.email, "language": sign_in.locale.code(), "has_password": sign_in.password_hash.is_some(), "created_at": moment(sign_in.created_at) });
        held["claims"] = scope.all::<ClaimRow>(&CLAIMS, args![account, ROWS]).await?.into_iter().map(|row| row.0).collect();
    }
    for (key, read) in others.map(|others| others.0.as_slice()).unwrap_or_default() {
        held[*key] = read(scope, &identities).await?;
    }
    Ok(held)
}

async fn points(scope: &mut Scope, myself: &Myself) -> Result<Vec<Json>> {
    let filled = profile::filled(scope, myself.member).await?;
    Ok(filled.iter().map(|row| json!({ "point": row.key, "value": row.value, "visible_to": row.visibility.code() })).collect())
}

async fn months(scope: &mut Scope, myself: &Myself) -> Result<Vec<Json>> {
    let months = standing::months(scope, myself.member).await?;
    let row = |month: &standing::Month| json!({ "month": month.month, "messages": month.messages, "replies": month.replies, "answered": month.answered, "reactions": month.reactions });
    Ok(months.iter().map(row).collect())
}

async fn companions(scope: &mut Scope, myself: &Myself) -> Result<Vec<Json>> {
    let companions = standing::companions(scope, myself.member).await?;
    Ok(companions
        .iter()
        .map(|other| json!({ "member": other.member, "name": other.name, "given": other.given, "received": other.received }))
        .collect())
}

async fn deeds(scope: &mut Scope, identities: &[IdentityId]) -> Result<Vec<Json>> {
    let audiences = scope.viewer().audiences.clone();
    let mut found = Vec::new();
    for identity in identities {
        for deed in scope.deeds_of(*identity, Micros::MAX, DEEDS).await? {
            if audiences.contains(&deed.audience) {
                found.push(json!({ "seq": deed.seq, "kind": deed.kind, "at": moment(deed.at), "object": deed.object_kind, "id": deed.object, "channel": deed.channel }));
            }
        }
    }
    Ok(found)
}

/// RFC 3339 in UTC.
fn moment(at: Micros) -> String {
    chrono::DateTime::from_timestamp_micros(at).unwrap_or_default().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
