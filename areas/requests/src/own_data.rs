//! What requests hold of one person, for that person: what they asked, answered and reported, in their own words; what they were
//! asked; and how they let themselves be asked.

use kernel::{IdentityId, MemberId, Micros, Result};
use people::own_data::HeldFn;
use serde_json::{Value as Json, json};
use std::sync::Arc;
use store::{Scope, args, statement};

/// Rows of each kind in one export: the latest.
const ROWS: i64 = 10_000;

statement!(
    ASKED = "select id, state, kind, title, details, city, wanted, created_at, asked_at, closed_at from requests_requests \
     where community_id = $1 and asker_id = $2 order by changed_at desc, id desc limit $3"
);
statement!(
    ANSWERED = "select id, request_id, kind, text, at from requests_answers where community_id = $1 and author_id = $2 and text <> '' \
     order by at desc, id desc limit $3"
);

statement!(
    REPORTED = "select id, request_id, answer_id, reason, note, shown, at, settlement from requests_reports \
     where community_id = $1 and by_id = $2 order by at desc, id desc limit $3"
);
statement!(
    INVITED = "select id, request_id, cause, state, invited_at, seen_at, settled_at from requests_invitations \
     where community_id = $1 and member_id = $2 order by invited_at desc, id desc limit $3"
);
statement!(STOPS = "select kind, at from requests_stops where community_id = $1 and member_id = $2 order by kind limit $3");
statement!(MUTES = "select topic_id, at from requests_mutes where community_id = $1 and member_id = $2 order by topic_id limit $3");
statement!(
    PLEDGES =
        "select year, times, set_at from requests_pledges where community_id = $1 and member_id = $2 order by year desc limit $3"
);
statement!(
    LIMITS = "select per_week, quiet_from, quiet_until, holiday_from, holiday_until, changed_at from requests_limits \
     where community_id = $1 and member_id = $2"
);

/// The part of a person's own data that requests give, and the name under which it stands.
pub fn own_data() -> (&'static str, Arc<HeldFn>) {
    ("requests", Arc::new(|scope, identities| Box::pin(held(scope, identities))))
}

type AskedRow = (i64, String, String, String, String, String, String, Micros, Option<Micros>, Option<Micros>);

type ReportRow = (i64, i64, Option<i64>, String, String, String, Micros, Option<String>);
type InvitedRow = (i64, i64, String, String, Micros, Option<Micros>, Option<Micros>);
type LimitsRow = (i64, Option<i64>, Option<i64>, Option<Micros>, Option<Micros>, Micros);

/// Whoever reads their own data is the viewer: requests know members, not identities.
async fn held(scope: &mut Scope, _: &[IdentityId]) -> Result<Json> {
    let Some(member) = scope.viewer().member else { return Ok(json!({})) };
    Ok(json!({
        "asked": asked(scope, member).await?,
        "answered": answered(scope, member).await?,
        "reports": reported(scope, member).await?,
        "invitations": invited(scope, member).await?,
        "stops": stops(scope, member).await?,
        "mutes": mutes(scope, member).await?,
        "pledges": pledges(scope, member).await?,
        "limits": limits(scope, member).await?,
    }))
}

async fn asked(scope: &mut Scope, member: MemberId) -> Result<Vec<Json>> {
    let rows = scope.all::<AskedRow>(&ASKED, args![member, ROWS]).await?.into_iter();
    let told = rows.map(|(id, state, kind, title, details, city, wanted, created_at, asked_at, closed_at)| {
        json!({ "id": id, "state": state, "kind": kind, "title": title, "details": details, "city": city, "wanted": wanted,
            "created_at": moment(created_at), "asked_at": asked_at.map(moment), "closed_at": closed_at.map(moment) })
    });
    Ok(told.collect())
}

async fn answered(scope: &mut Scope, member: MemberId) -> Result<Vec<Json>> {
    let rows = scope.all::<(i64, i64, String, String, Micros)>(&ANSWERED, args![member, ROWS]).await?.into_iter();
    let told = rows
        .map(|(id, request, kind, text, at)| json!({ "id": id, "request": request, "kind": kind, "text": text, "at": moment(at) }));
    Ok(told.collect())
}

async fn reported(scope: &mut Scope, member: MemberId) -> Result<Vec<Json>> {
    let rows = scope.all::<ReportRow>(&REPORTED, args![member, ROWS]).await?.into_iter();
    let told = rows.map(|(id, request, answer, reason, note, shown, at, settlement)| {
        json!({ "id": id, "request": request, "answer": answer, "reason": reason, "note": note, "shown": shown,
            "at": moment(at), "settlement": settlement })
    });
    Ok(told.collect())
}

async fn invited(scope: &mut Scope, member: MemberId) -> Result<Vec<Json>> {
    let rows = scope.all::<InvitedRow>(&INVITED, args![member, ROWS]).await?.into_iter();
    let told = rows.map(|(id, request, cause, state, at, seen_at, settled_at)| {
        json!({ "id": id, "request": request, "cause": cause, "state": state, "at": moment(at),
            "seen_at": seen_at.map(moment), "settled_at": settled_at.map(moment) })
    });
    Ok(told.collect())
}

async fn stops(scope: &mut Scope, member: MemberId) -> Result<Vec<Json>> {
    let rows = scope.all::<(String, Micros)>(&STOPS, args![member, ROWS]).await?.into_iter();
    Ok(rows.map(|(kind, at)| json!({ "kind": kind, "at": moment(at) })).collect())
}

async fn mutes(scope: &mut Scope, member: MemberId) -> Result<Vec<Json>> {
    let rows = scope.all::<(i64, Micros)>(&MUTES, args![member, ROWS]).await?.into_iter();
    Ok(rows.map(|(topic, at)| json!({ "topic": topic, "at": moment(at) })).collect())
}

async fn pledges(scope: &mut Scope, member: MemberId) -> Result<Vec<Json>> {
    let rows = scope.all::<(i64, i64, Micros)>(&PLEDGES, args![member, ROWS]).await?.into_iter();
    Ok(rows.map(|(year, times, at)| json!({ "year": year, "times": times, "at": moment(at) })).collect())
}

/// Nothing for whoever keeps the usual ones.
async fn limits(scope: &mut Scope, member: MemberId) -> Result<Option<Json>> {
    let held = scope.maybe::<LimitsRow>(&LIMITS, args![member]).await?;
    Ok(held.map(|(per_week, quiet_from, quiet_until, holiday_from, holiday_until, at)| {
        json!({ "per_week": per_week, "quiet_from": quiet_from, "quiet_until": quiet_until,
            "holiday_from": holiday_from.map(moment), "holiday_until": holiday_until.map(moment), "at": moment(at) })
    }))
}

/// RFC 3339 in UTC.
fn moment(at: Micros) -> String {
    chrono::DateTime::from_timestamp_micros(at).unwrap_or_default().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
