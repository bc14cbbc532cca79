//! What requests hold of one person, for that person: what they asked, answered and reported, in their own words; what came of it,
//! with thanks and deals of theirs; what they were asked; and how they let themselves be asked.

use kernel::{IdentityId, MemberId, Micros, Result};
use people::own_data::HeldFn;
use serde_json::{Value as Json, json};
use std::collections::HashMap;
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
    TAGS = "select request_id, label from requests_tags where community_id = $1 and request_id {any $2} order by request_id, tag limit $3"
);
statement!(
    FILES = "select request_id, id, name, bytes, added_at from requests_files where community_id = $1 and request_id {any $2} \
     order by request_id, id limit $3"
);
statement!(
    CORRECTED = "select request_id, parts, at from requests_corrections where community_id = $1 and request_id {any $2} \
     order by request_id, id limit $3"
);
statement!(
    ENDED = "select request_id, outcome, note, at, undone_at from requests_closures where community_id = $1 and request_id {any $2} \
     order by request_id, id limit $3"
);
statement!(
    GIVEN = "select id, request_id, asker_id, at, thanks, asker_agrees, helper_agreed_at, undone_at from requests_helps \
     where community_id = $1 and helper_id = $2 order by at desc, id desc limit $3"
);
statement!(
    TAKEN = "select id, request_id, helper_id, at, thanks, asker_agrees, helper_agreed_at, undone_at from requests_helps \
     where community_id = $1 and asker_id = $2 order by at desc, id desc limit $3"
);
statement!(
    DEALS = "select help_id, amount_minor, currency, stated_at, stated_by, confirmed_at, disputed_at, replaced_at from requests_deals \
     where community_id = $1 and help_id {any $2} order by help_id, id limit $3"
);
statement!(
    INTRODUCED_AS_ASKER = "select id, request_id, person_id, by_id, proposed_at, asker_accepted_at, person_accepted_at, declined_at \
     from requests_introductions where community_id = $1 and asker_id = $2 order by proposed_at desc, id desc limit $3"
);
statement!(
    INTRODUCED_AS_PERSON = "select id, request_id, asker_id, by_id, proposed_at, asker_accepted_at, person_accepted_at, declined_at \
     from requests_introductions where community_id = $1 and person_id = $2 order by proposed_at desc, id desc limit $3"
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

type HelpRow = (i64, i64, i64, Micros, String, bool, Option<Micros>, Option<Micros>);
type DealRow = (i64, i64, String, Micros, i64, Option<Micros>, Option<Micros>, Option<Micros>);
type IntroducedRow = (i64, i64, i64, i64, Micros, Option<Micros>, Option<Micros>, Option<Micros>);
type ReportRow = (i64, i64, Option<i64>, String, String, String, Micros, Option<String>);
type InvitedRow = (i64, i64, String, String, Micros, Option<Micros>, Option<Micros>);
type LimitsRow = (i64, Option<i64>, Option<i64>, Option<Micros>, Option<Micros>, Micros);

/// Whoever reads their own data is the viewer: requests know members, not identities.
async fn held(scope: &mut Scope, _: &[IdentityId]) -> Result<Json> {
    let Some(member) = scope.viewer().member else { return Ok(json!({})) };
    Ok(json!({
        "asked": asked(scope, member).await?,
        "answered": answered(scope, member).await?,
        "helped": helps(scope, member, Side::Helper).await?,
        "was_helped": helps(scope, member, Side::Asker).await?,
        "introduced_to_askers": introduced(scope, member, Side::Helper).await?,
        "introduced_as_asker": introduced(scope, member, Side::Asker).await?,
        "reports": reported(scope, member).await?,
        "invitations": invited(scope, member).await?,
        "stops": stops(scope, member).await?,
        "mutes": mutes(scope, member).await?,
        "pledges": pledges(scope, member).await?,
        "limits": limits(scope, member).await?,
    }))
}

/// On which side of help, or of an introduction, the member stands.
#[derive(Clone, Copy)]
enum Side {
    Asker,
    Helper,
}

async fn asked(scope: &mut Scope, member: MemberId) -> Result<Vec<Json>> {
    let rows = scope.all::<AskedRow>(&ASKED, args![member, ROWS]).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let tags = by_owner(
        scope.all::<(i64, String)>(&TAGS, args![ids.clone(), ROWS]).await?.into_iter().map(|(of, label)| (of, json!(label))),
    );
    let files = scope.all::<(i64, i64, String, i64, Micros)>(&FILES, args![ids.clone(), ROWS]).await?.into_iter();
    let files = by_owner(files.map(|(of, id, name, bytes, at)| {
        (of, json!({ "name": name, "bytes": bytes, "at": moment(at), "address": format!("/requests/{of}/files/{id}") }))
    }));
    let corrections = scope.all::<(i64, String, Micros)>(&CORRECTED, args![ids.clone(), ROWS]).await?.into_iter();
    let corrections = by_owner(corrections.map(|(of, parts, at)| (of, json!({ "parts": parts, "at": moment(at) }))));
    let endings = scope.all::<(i64, String, String, Micros, Option<Micros>)>(&ENDED, args![ids, ROWS]).await?.into_iter();
    let endings = by_owner(endings.map(|(of, outcome, note, at, undone_at)| {
        (of, json!({ "outcome": outcome, "note": note, "at": moment(at), "undone_at": undone_at.map(moment) }))
    }));
    let told = rows.into_iter().map(|(id, state, kind, title, details, city, wanted, created_at, asked_at, closed_at)| {
        json!({ "id": id, "state": state, "kind": kind, "title": title, "details": details, "city": city, "wanted": wanted,
            "tags": tags.get(&id), "files": files.get(&id), "corrections": corrections.get(&id), "endings": endings.get(&id),
            "created_at": moment(created_at), "asked_at": asked_at.map(moment), "closed_at": closed_at.map(moment) })
    });
    Ok(told.collect())
}

/// Help that was confirmed, with the words of thanks and every deal stated for it: both sides of it know these.
async fn helps(scope: &mut Scope, member: MemberId, side: Side) -> Result<Vec<Json>> {
    let statement = match side {
        Side::Helper => &GIVEN,
        Side::Asker => &TAKEN,
    };
    let rows = scope.all::<HelpRow>(statement, args![member, ROWS]).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let deals = scope.all::<DealRow>(&DEALS, args![ids, ROWS]).await?.into_iter();
    let deals = by_owner(deals.map(|(of, minor, currency, stated_at, by, confirmed_at, disputed_at, replaced_at)| {
        (
            of,
            json!({ "amount_minor": minor, "currency": currency, "stated_at": moment(stated_at), "stated_by_me": by == member.0,
                "confirmed_at": confirmed_at.map(moment), "disputed_at": disputed_at.map(moment), "replaced_at": replaced_at.map(moment) }),
        )
    }));
    let told = rows.into_iter().map(|(id, request, other, at, thanks, asker_agrees, helper_agreed_at, undone_at)| {
        json!({ "request": request, "with": other, "at": moment(at), "thanks": thanks, "asker_agrees_to_show": asker_agrees,
            "helper_agreed_at": helper_agreed_at.map(moment), "undone_at": undone_at.map(moment), "deals": deals.get(&id) })
    });
    Ok(told.collect())
}

async fn introduced(scope: &mut Scope, member: MemberId, side: Side) -> Result<Vec<Json>> {
    let statement = match side {
        Side::Helper => &INTRODUCED_AS_PERSON,
        Side::Asker => &INTRODUCED_AS_ASKER,
    };
    let rows = scope.all::<IntroducedRow>(statement, args![member, ROWS]).await?.into_iter();
    let told = rows.map(|(id, request, other, by, proposed_at, asker_at, person_at, declined_at)| {
        json!({ "id": id, "request": request, "with": other, "by": by, "proposed_at": moment(proposed_at),
            "asker_accepted_at": asker_at.map(moment), "person_accepted_at": person_at.map(moment),
            "declined_at": declined_at.map(moment) })
    });
    Ok(told.collect())
}

/// What stands under each owner, in the order it came.
fn by_owner(rows: impl Iterator<Item = (i64, Json)>) -> HashMap<i64, Vec<Json>> {
    let mut held = HashMap::<i64, Vec<Json>>::new();
    rows.for_each(|(owner, told)| held.entry(owner).or_default().push(told));
    held
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
