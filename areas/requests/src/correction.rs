//! An asker corrects their open request: a slip in its title, a new deadline, what answers asked for. Which parts were corrected and
//! when stands with it for ever, so that nobody wonders why an answer does not fit; what stood there before does not.

use crate::draft::{self, Draft};
use crate::policy::Own;
use crate::request::{Request, State, codes};
use crate::routing::floor::telling;
use crate::tags::{self, Tag};
use crate::wish::{self, Typed, Wish};
use crate::{course, deeds, invitation, similar, text};
use chrono_tz::Tz;
use kernel::{FieldFault, Micros, Problem, Result, fold};
use store::{Scope, args, statement};

codes!(
    /// What was corrected.
    Part {
        Title = "title",
        Details = "details",
        Wanted = "wanted",
        Topic = "topic",
        City = "city",
        Deadline = "deadline",
        Tags = "tags",
    }
);

statement!(
    CHANGE = "update requests_requests set title = $3, details = $4, city = $5, city_key = $6, wanted = $7, topic_id = $8, \
     deadline_at = $9, changed_at = $10 where community_id = $1 and id = $2 and state = 'open'"
);
statement!(ADD = "insert into requests_corrections (community_id, id, request_id, parts, at) values ($1, $2, $3, $4, $5)");

/// One's own open request as its form shows it.
///
/// # Errors
/// `Conflict` for a closed one, `NotFound` for a draft, which has a form of its own.
pub async fn held(scope: &mut Scope, own: Own) -> Result<Draft> {
    let request = own.into_inner();
    match request.state {
        State::Open => {}
        State::Closed => return Err(Problem::Conflict("requests-correction-closed")),
        State::Draft => return Err(Problem::NotFound),
    }
    let tags = tags::of(scope, request.id).await?;
    Ok(Draft { request, tags, people: Vec::new(), files: Vec::new() })
}

/// What may be kept of what was typed. A deadline that has passed stays if it is left as it was.
///
/// # Errors
/// The faults at their fields.
pub fn parse(typed: &Typed, held: &Request, zone: Tz, now: Micros) -> Result<Wish, Vec<FieldFault>> {
    let same = held.deadline_at.filter(|at| wish::day(*at, zone).to_string() == typed.deadline.trim());
    let deadline = if same.is_some() { String::new() } else { typed.deadline.clone() };
    let parsed =
        Typed { deadline, kind: String::new(), sight: String::new(), people: Vec::new(), ..typed.clone() }.parse(zone, now);
    let untitled = text::line(&typed.title).is_empty();
    let mut faults: Vec<FieldFault> =
        untitled.then_some(FieldFault { field: "title", word: "requests-fault-title-empty" }).into_iter().collect();
    match parsed {
        Ok(wish) if faults.is_empty() => Ok(Wish { deadline_at: same.or(wish.deadline_at), ..wish }),
        Ok(_) => Err(faults),
        Err(more) => {
            faults.extend(more);
            Err(faults)
        }
    }
}

/// Corrects what differs: those who look for it or are asked next meet the new words. Gives whether anything did.
///
/// # Errors
/// `Invalid` at `topic`; `Conflict` where it is closed.
pub async fn correct(scope: &mut Scope, held: Draft, wish: &Wish, channel: &str) -> Result<bool> {
    let parts = differing(&held.request, &held.tags, wish);
    if parts.is_empty() {
        return Ok(false);
    }
    if parts.contains(&Part::Topic) {
        draft::topic_of(scope, wish).await?;
    }
    if is_another(&held, wish) {
        // Whoever was asked was told why them by words that stand there no more.
        invitation::forget_facts(scope, held.request.id).await?;
    } else if parts.iter().any(|part| matches!(part, Part::Title | Part::City)) {
        invitation::forget_where(scope, held.request.id).await?;
    }
    let (id, now) = (scope.deal()?, scope.now());
    let request = Request {
        title: wish.title.clone(),
        details: wish.details.clone(),
        city: wish.city.clone(),
        wanted: wish.wanted.clone(),
        topic: wish.topic,
        deadline_at: wish.deadline_at,
        changed_at: now,
        ..held.request
    };
    change(scope, &request).await?;
    let codes: Vec<&str> = parts.iter().map(|part| part.code()).collect();
    scope.run(&ADD, args![id, request.id, codes.join(" "), now]).await?;
    if parts.contains(&Part::Tags) {
        tags::put(scope, request.id, &wish.tags).await?;
    }
    similar::forget(scope, request.id).await?;
    similar::remember(scope, &request).await?;
    if parts.contains(&Part::Deadline) {
        // What reminds of the deadline was to look by the old one.
        course::look_now(scope, request.id).await?;
    }
    let amount = i64::try_from(parts.len()).unwrap_or_default();
    deeds::tell(scope, &request, deeds::Told { amount, ..deeds::Told::of(&request, deeds::CORRECTED, channel) }).await?;
    Ok(true)
}

/// Whether so little is left of what was said that it is another request: less than half of what the shorter title and its tags tell.
fn is_another(held: &Draft, wish: &Wish) -> bool {
    let told = |title: &str, tags: &[Tag]| {
        let labels = tags.iter().map(|tag| tag.label.as_str());
        telling(&std::iter::once(title).chain(labels).collect::<Vec<_>>().join("\n"))
    };
    let (before, now) = (told(&held.request.title, &held.tags), told(&wish.title, &wish.tags));
    before.intersection(&now).count() * 2 < before.len().min(now.len())
}

fn differing(held: &Request, tags: &[Tag], wish: &Wish) -> Vec<Part> {
    let labels = |tags: &[Tag]| {
        let mut labels: Vec<String> = tags.iter().map(|tag| tag.label.clone()).collect();
        labels.sort();
        labels
    };
    let differs = |part: &Part| match part {
        Part::Title => held.title != wish.title,
        Part::Details => held.details != wish.details,
        Part::Wanted => held.wanted != wish.wanted,
        Part::Topic => held.topic != wish.topic,
        Part::City => held.city != wish.city,
        Part::Deadline => held.deadline_at != wish.deadline_at,
        Part::Tags => labels(tags) != labels(&wish.tags),
    };
    Part::ALL.iter().copied().filter(differs).collect()
}

async fn change(scope: &mut Scope, request: &Request) -> Result<()> {
    let row = args![
        request.id,
        &request.title,
        &request.details,
        &request.city,
        fold(&request.city),
        &request.wanted,
        request.topic,
        request.deadline_at,
        request.changed_at
    ];
    match scope.run(&CHANGE, row).await? {
        0 => Err(Problem::Conflict("requests-correction-closed")),
        _ => Ok(()),
    }
}
