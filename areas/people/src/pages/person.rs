//! `/people/ID`: a member's page. Imported persons have none: for members and staff alike it is 404.

use super::{member_id, month_key};
use crate::help::{PersonStanding, Standing};
use crate::merges::{self, Act};
use crate::person::{Person, PersonTopics, Topic};
use crate::points::{Kind, Point, Points, STEPS, Visibility, shown};
use crate::standing::{Companion, Month};
use askama::Template;
use axum::extract::{Path, RawQuery};
use kernel::Problem;
use web::{Fields, Shell, Visit, see_other};

/// Months in the chart: two years, up to the last month in which something was written.
const MONTHS: usize = 24;

#[derive(Template)]
#[template(path = "person.html")]
struct PersonView {
    shell: Shell,
    id: i64,
    name: String,
    note: String,
    headline: String,
    joined: String,
    offers: Vec<String>,
    needs: Vec<String>,
    about: Vec<String>,
    groups: Vec<Group>,
    stats: Option<Stats>,
    chart: Option<Chart>,
    topics: Vec<Topic>,
    companions: Vec<Companion>,
    /// Answers between this member and the reader: given by the member, given by the reader.
    ours: Option<(i64, i64)>,
    standing: Standing,
    myself: bool,
    as_others: bool,
    /// Staff may say under what other name this member came with a history.
    staff: bool,
    history: Vec<Act>,
}

struct Group {
    step: &'static str,
    facts: Vec<Fact>,
}

struct Fact {
    label: String,
    lines: Vec<String>,
    url: bool,
    /// Shown to the member themselves and to staff.
    hidden: bool,
}

struct Stats {
    messages: i64,
    replies: i64,
    answered: i64,
    since: String,
}

/// Bars of messages by month; geometry in a box of 1000 by 300.
pub(super) struct Chart {
    pub bars: Vec<Bar>,
    pub most: i64,
    pub labels: Vec<String>,
    pub rows: Vec<(String, Month)>,
}

pub(super) struct Bar {
    pub x: String,
    pub y: String,
    pub width: String,
    pub height: String,
}

pub(super) async fn show(visit: Visit, Path(id): Path<String>, RawQuery(raw): RawQuery) -> web::Result {
    let id = member_id(&id)?;
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    let mut scope = visit.read().await?;
    let mut person = match Person::find(&mut scope, id, visit.house.find::<PersonTopics>()).await {
        Ok(person) => person,
        // A merge can be undone, so this is no address for ever.
        Err(Problem::NotFound) => {
            let now = merges::became(&mut scope, id).await?.ok_or(Problem::NotFound)?;
            return Ok(see_other(format!("/people/{now}")));
        }
        Err(problem) => return Err(problem.into()),
    };
    let history = if visit.viewer.is_staff() { merges::of_member(&mut scope, id).await? } else { Vec::new() };
    let standing = match visit.house.find::<PersonStanding>() {
        Some(PersonStanding(standing)) => standing(&mut scope, id, visit.community()?.timezone).await?,
        None => Standing::default(),
    };
    drop(scope);
    let myself = visit.viewer.member == Some(id);
    let as_others = myself && fields.get("as") == "others";
    if as_others {
        person = person.as_others_see();
    }
    visit.render(&view(&visit, (person, standing), myself, as_others, history))
}

fn view(visit: &Visit, (person, standing): (Person, Standing), myself: bool, as_others: bool, history: Vec<Act>) -> PersonView {
    let shell = visit.shell(person.member.name.clone());
    let note =
        ["profession", "specialisation", "city"].iter().filter_map(|key| person.value(key)).map(|value| value.replace('\n', ", "));
    let lines =
        |key: &str| person.value(key).map(|value| shown(value).into_iter().map(str::to_owned).collect()).unwrap_or_default();
    let reader = visit.viewer.member;
    let ours = person
        .companions
        .iter()
        .find(|companion| Some(companion.member) == reader)
        .map(|companion| (companion.given, companion.received));
    PersonView {
        id: person.member.id.0,
        name: person.member.name.clone(),
        note: note.collect::<Vec<_>>().join(", "),
        headline: person.value("headline").unwrap_or_default().to_owned(),
        joined: since(&shell, &person),
        offers: lines("offer"),
        needs: lines("need"),
        about: lines("about"),
        groups: groups(visit, &person),
        stats: stats(&shell, &person),
        chart: chart(&shell, &person.months),
        companions: person
            .companions
            .iter()
            .filter(|companion| Some(companion.member) != reader)
            .take(crate::standing::COMPANIONS)
            .cloned()
            .collect(),
        topics: person.topics,
        ours,
        standing,
        myself,
        as_others,
        staff: visit.viewer.is_staff() && !as_others,
        history: if as_others { Vec::new() } else { history },
        shell,
    }
}

/// Points that have no place of their own on the page, step by step.
fn groups(visit: &Visit, person: &Person) -> Vec<Group> {
    const PLACED: [&str; 4] = ["headline", "about", "offer", "need"];
    let fact = |points: &Points, key: &str| {
        let point = points.find(key).filter(|point| !PLACED.contains(&point.key.as_ref()))?;
        let row = person.filled.iter().find(|row| row.key == key)?;
        Some(fact(visit, point, &row.value, row.visibility))
    };
    let facts_of = |step: &'static str| {
        let keys: Vec<String> = person.points.of_step(step).map(|point| point.key.to_string()).collect();
        keys.iter().filter_map(|key| fact(&person.points, key)).collect::<Vec<_>>()
    };
    STEPS.into_iter().map(|step| Group { step, facts: facts_of(step) }).filter(|group| !group.facts.is_empty()).collect()
}

fn fact(visit: &Visit, point: &Point, value: &str, visibility: Visibility) -> Fact {
    let spoken = point.spoken(value, &visit.house.words, visit.locale);
    let lines = match point.kind {
        Kind::List => vec![spoken.replace('\n', ", ")],
        _ => shown(&spoken).into_iter().map(str::to_owned).collect(),
    };
    Fact {
        label: point.label(&visit.house.words, visit.locale),
        lines,
        url: point.kind == Kind::Url,
        hidden: visibility == Visibility::Staff,
    }
}

/// The first month of theirs that the reader may know of: the history of a chat knew them before they had an account.
fn since(shell: &Shell, person: &Person) -> String {
    let zone = shell.community.as_ref().map_or(chrono_tz::UTC, |community| community.timezone);
    let joined = person.member.joined_at.map(|at| crate::activity::month_of(zone, at));
    let came = person.months.first().map(|month| month.month);
    joined.into_iter().chain(came).min().map_or_else(String::new, |month| shell.month(month_key(month)))
}

fn stats(shell: &Shell, person: &Person) -> Option<Stats> {
    let first = person.months.iter().find(|month| month.messages > 0)?;
    let since = shell.month(month_key(first.month));
    Some(Stats { messages: person.messages(), replies: person.replies(), answered: person.answered(), since })
}

/// The last months with something in them, the silent ones between included.
pub(super) fn chart(shell: &Shell, months: &[Month]) -> Option<Chart> {
    let last = months.iter().rev().find(|month| month.messages > 0)?.month;
    let mut rows: Vec<(String, Month)> = Vec::with_capacity(MONTHS);
    let mut at = last;
    let first = months.first().map_or(last, |month| month.month);
    while rows.len() < MONTHS && at >= first {
        let held = months.iter().find(|month| month.month == at).cloned();
        let month = held.unwrap_or(Month { month: at, messages: 0, replies: 0, answered: 0, reactions: 0 });
        rows.push((shell.month(month_key(at)), month));
        at = before(at);
    }
    rows.reverse();
    let most = rows.iter().map(|(_, month)| month.messages).max().unwrap_or(1).max(1);
    let step = 1_000.0 / rows.len() as f64;
    let bar = |(place, (_, month)): (usize, &(String, Month))| {
        let height = 300.0 * month.messages as f64 / most as f64;
        let (x, width) = (step * (place as f64 + 0.15), step * 0.7);
        Bar {
            x: format!("{x:.1}"),
            y: format!("{:.1}", 300.0 - height),
            width: format!("{width:.1}"),
            height: format!("{height:.1}"),
        }
    };
    let bars = rows.iter().enumerate().map(bar).collect();
    let labels = match rows.as_slice() {
        [only] => vec![only.0.clone()],
        [first, .., last] => vec![first.0.clone(), last.0.clone()],
        [] => Vec::new(),
    };
    Some(Chart { bars, most, labels, rows })
}

/// The month before: 202312 for 202401.
fn before(month: i64) -> i64 {
    if month % 100 <= 1 { (month / 100 - 1) * 100 + 12 } else { month - 1 }
}
