//! The routes of pulse, and what its pages share: the day they are of, and how much of the community they look at.

mod charts;
mod conversations;
mod formed;
mod hours;
mod labels;
mod marks;
mod pair;
mod people;
mod person;
mod picture;
mod pulse;
mod shown;
mod tables;
mod team;
mod ties;
mod told;
mod with;

use crate::day::{self, Day};
use crate::sight::Sight;
use crate::snapshot::Snapshot;
use crate::{measuring, snapshot};
use chrono_tz::Tz;
use kernel::{Door, Problem, Result};
use web::rates::Rate;
use web::{Fields, Route, Visit};

/// Days whose figures must be computed first, for one reader: each costs a moment of the whole machine.
const COMPUTING: Rate = Rate { burst: 40, per_minute: 12 };

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/pulse", Door::Member, pulse::show),
        Route::get("/pulse/people", Door::Staff, people::list),
        Route::get("/pulse/people/{person}", Door::Staff, person::show),
        Route::get("/pulse/ties", Door::Staff, ties::list),
        Route::get("/pulse/ties/{person}/{other}", Door::Staff, pair::show),
        Route::get("/pulse/with/{member}", Door::Member, with::show),
        Route::get("/pulse/conversations", Door::Staff, conversations::list),
        Route::get("/pulse/hours", Door::Staff, hours::list),
        Route::get("/pulse/team", Door::Owner, team::show),
        Route::post("/pulse/team", Door::Owner, team::name),
        Route::post("/pulse/team/{entry}", Door::Owner, team::change),
    ]
}

/// The fields of an address. One with too many of them has none.
fn query(visit: &Visit) -> Fields {
    let text = visit.address.split_once('?').map_or("", |(_, query)| query);
    Fields::parse(text.as_bytes()).unwrap_or_default()
}

/// A number in an address; what is no number leads nowhere.
fn number(text: &str) -> Result<i64> {
    text.parse().map_err(|_| Problem::NotFound)
}

fn zone(visit: &Visit) -> Result<Tz> {
    Ok(visit.community()?.timezone)
}

/// The present day in the community's zone.
fn today(visit: &Visit) -> Result<Day> {
    Ok(day::day_of(zone(visit)?, visit.house.clock.now()))
}

/// The day that an address asks for; today if it asks for none.
///
/// # Errors
/// `Invalid` at the field `at` for what is no date, and for a day that has not begun.
fn asked_day(visit: &Visit, fields: &Fields) -> Result<Day> {
    let today = today(visit)?;
    match fields.get("at").trim() {
        "" => Ok(today),
        text => {
            let day = day::parse_early(text).ok_or(Problem::field("at", "pulse-fault-date"))?;
            if day > today { Err(Problem::field("at", "pulse-fault-future")) } else { Ok(day) }
        }
    }
}

/// How much the viewer looks at: staff at everything, members at what is open to all.
async fn sight(visit: &Visit) -> Result<Sight> {
    if !visit.viewer.is_staff() {
        return Ok(Sight::Open);
    }
    Sight::of_staff(&mut visit.read().await?).await
}

/// The figures of a day, kept or computed now. One statement where they are kept and true.
async fn figures(visit: &Visit, day: Day, sight: Sight) -> Result<Snapshot> {
    let kept = snapshot::find(&mut visit.read().await?, day, sight).await?;
    match kept {
        Some(kept) if !kept.stale || day == today(visit)? && kept.cost_micros > measuring::CHEAP_MICROS => Ok(kept),
        _ => {
            visit.limit("pulse-computing", COMPUTING)?;
            measuring::figures(&visit.house.store, &visit.who()?, day, sight).await
        }
    }
}

/// The address of a page of a day: `/pulse/people?at=2022-06-01&figure=active`.
fn address(path: &str, day: Day, rest: &[(&str, &str)]) -> String {
    let mut address = format!("{path}?at={}", day::written(day));
    for (name, value) in rest.iter().filter(|(_, value)| !value.is_empty()) {
        address.push_str(&format!("&{name}={value}"));
    }
    address
}
