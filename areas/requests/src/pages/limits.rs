//! `/requests/limits`: how much one lets oneself be asked, and of which topics one hears nothing.

use crate::limits::{self, Limits, PER_WEEK};
use crate::{mutes, policy};
use askama::Template;
use axum::extract::Path;
use chrono::{DateTime, Days, NaiveDate, TimeZone};
use chrono_tz::Tz;
use kernel::{MICROS_PER_DAY, Micros};
use web::calendar::midnight;
use web::{Faults, Fields, Response, Result, Shell, Visit, see_other};

const HOURS: i64 = 24;
/// Nobody goes on a holiday later than this; a day beyond is a slip of the hand.
const HOLIDAY_AHEAD: Micros = 2 * 365 * MICROS_PER_DAY;

#[derive(Template)]
#[template(path = "limits.html")]
struct LimitsView {
    shell: Shell,
    faults: Faults,
    typed: Typed,
    hours: Vec<(String, String)>,
    this_week: i64,
    muted: Vec<(i64, String)>,
}

/// The form as it was typed. Hours as numbers, days as the browser writes them.
#[derive(Default)]
struct Typed {
    per_week: String,
    quiet_from: String,
    quiet_until: String,
    holiday_from: String,
    holiday_until: String,
}

impl Typed {
    fn read(fields: &Fields) -> Typed {
        Typed {
            per_week: fields.text("per_week"),
            quiet_from: fields.text("quiet_from"),
            quiet_until: fields.text("quiet_until"),
            holiday_from: fields.text("holiday_from"),
            holiday_until: fields.text("holiday_until"),
        }
    }

    fn of(limits: &Limits, zone: Tz) -> Typed {
        let hour = |hour: Option<i64>| hour.map(|hour| hour.to_string()).unwrap_or_default();
        let day = |at: Option<Micros>| at.map(|at| day_of(at, zone).to_string()).unwrap_or_default();
        Typed {
            per_week: limits.per_week.to_string(),
            quiet_from: hour(limits.quiet.map(|(from, _)| from)),
            quiet_until: hour(limits.quiet.map(|(_, until)| until)),
            holiday_from: day(limits.holiday.map(|(from, _)| from)),
            holiday_until: day(limits.holiday.map(|(_, until)| until - 1)),
        }
    }

    fn parse(&self, zone: Tz, now: Micros) -> Result<Limits, Faults> {
        let mut faults = Faults::none();
        let per_week = self.per_week.parse().ok().filter(|number| PER_WEEK.contains(number)).unwrap_or_else(|| {
            faults.add("per_week", "requests-fault-per-week");
            0
        });
        let quiet = match (hour(&self.quiet_from), hour(&self.quiet_until)) {
            (Ok(None), Ok(None)) => None,
            (Ok(Some(from)), Ok(Some(until))) if from != until => Some((from, until)),
            _ => {
                faults.add("quiet_from", "requests-fault-quiet");
                None
            }
        };
        let holiday = match (date(&self.holiday_from), date(&self.holiday_until)) {
            (Ok(None), Ok(None)) => None,
            (Ok(Some(from)), Ok(Some(until))) if from <= until && midnight(zone, until) > now + HOLIDAY_AHEAD => {
                faults.add("holiday_until", "requests-fault-holiday-far");
                None
            }
            (Ok(Some(from)), Ok(Some(until))) if from <= until => {
                until.checked_add_days(Days::new(1)).map(|after| (midnight(zone, from), midnight(zone, after)))
            }
            _ => {
                faults.add("holiday_from", "requests-fault-holiday");
                None
            }
        };
        if faults.any() { Err(faults) } else { Ok(Limits { per_week, quiet, holiday }) }
    }
}

fn hour(typed: &str) -> Result<Option<i64>, ()> {
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().ok().filter(|hour| (0..HOURS).contains(hour)).map(Some).ok_or(())
}

fn date(typed: &str) -> Result<Option<NaiveDate>, ()> {
    if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(drop) }
}

fn day_of(at: Micros, zone: Tz) -> NaiveDate {
    zone.from_utc_datetime(&DateTime::from_timestamp_micros(at).unwrap_or_default().naive_utc()).date_naive()
}

fn zone(visit: &Visit) -> Tz {
    visit.community.as_ref().map_or(chrono_tz::UTC, |community| community.timezone)
}

pub async fn show(visit: Visit) -> Result<Response> {
    let view = view(&visit, Faults::none(), None).await?;
    visit.render(&view)
}

pub async fn keep(visit: Visit, fields: Fields) -> Result<Response> {
    let typed = Typed::read(&fields);
    let limits = match typed.parse(zone(&visit), visit.house.clock.now()) {
        Ok(limits) => limits,
        Err(faults) => {
            let view = view(&visit, faults, Some(typed)).await?;
            return visit.render_invalid(&view);
        }
    };
    let mut scope = visit.write().await?;
    let actor = policy::actor(&mut scope).await?;
    limits::keep(&mut scope, actor, limits).await?;
    scope.commit().await?;
    visit.flash("requests-limits-kept");
    Ok(see_other("/requests/limits"))
}

/// Hears of a topic again.
pub async fn unmute(visit: Visit, Path(topic): Path<String>) -> Result<Response> {
    let mut scope = visit.write().await?;
    let actor = policy::actor(&mut scope).await?;
    mutes::unmute(&mut scope, actor, super::id(&topic)?).await?;
    scope.commit().await?;
    visit.flash("requests-topic-unmuted");
    Ok(see_other("/requests/limits"))
}

async fn view(visit: &Visit, faults: Faults, typed: Option<Typed>) -> Result<LimitsView> {
    let mut scope = visit.read().await?;
    let actor = policy::actor(&mut scope).await?;
    let held = limits::held(&mut scope, actor.member).await?;
    let this_week = limits::this_week(&mut scope, actor.member).await?;
    let muted = mutes::of_member(&mut scope, actor.member).await?;
    drop(scope);
    let hour = |hour: i64| (hour.to_string(), format!("{hour}:00"));
    let hours = [(String::new(), visit.t("requests-limits-no-hour"))].into_iter().chain((0..HOURS).map(hour)).collect();
    let typed = typed.unwrap_or_else(|| Typed::of(&held, zone(visit)));
    Ok(LimitsView { shell: visit.shell(visit.t("requests-limits-title")), faults, typed, hours, this_week, muted })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Moscow;

    /// 2026-11-22, noon in Moscow.
    const NOW: Micros = 1_795_338_000_000_000;

    #[test]
    fn what_was_typed_comes_back_as_it_was() {
        let typed = Typed {
            per_week: "5".to_owned(),
            quiet_from: "22".to_owned(),
            quiet_until: "8".to_owned(),
            holiday_from: "2026-12-30".to_owned(),
            holiday_until: "2027-01-08".to_owned(),
        };
        let limits = typed.parse(Moscow, NOW).expect("limits");
        assert_eq!((limits.per_week, limits.quiet), (5, Some((22, 8))));
        assert_eq!(
            limits.holiday.map(|(from, until)| (until - from) / kernel::MICROS_PER_DAY),
            Some(10),
            "the last day is included"
        );
        let back = Typed::of(&limits, Moscow);
        assert_eq!((back.holiday_from.as_str(), back.holiday_until.as_str()), ("2026-12-30", "2027-01-08"));
    }

    fn far(day: &str) -> Typed {
        let (from, until) = ("2026-12-30".to_owned(), day.to_owned());
        Typed { per_week: "3".to_owned(), holiday_from: from, holiday_until: until, ..Typed::default() }
    }

    #[test]
    fn half_an_answer_is_a_fault() {
        for (typed, field) in [
            (Typed { per_week: "21".to_owned(), ..Typed::default() }, "per_week"),
            (Typed { per_week: "3".to_owned(), quiet_from: "22".to_owned(), ..Typed::default() }, "quiet_from"),
            (Typed { per_week: "3".to_owned(), holiday_until: "2026-12-30".to_owned(), ..Typed::default() }, "holiday_from"),
            (far("9999-12-31"), "holiday_until"),
            (far("2028-11-22"), "holiday_until"),
        ] {
            let faults = typed.parse(Moscow, NOW).expect_err("a fault");
            assert!(faults.of(field).is_some(), "{field}");
        }
        assert!(far("2028-11-20").parse(Moscow, NOW).is_ok());
        assert!(Typed { per_week: "0".to_owned(), ..Typed::default() }.parse(Moscow, NOW).is_ok());
    }
}
