//! `/pulse/ties/{person}/{other}`: every answer that two ever gave each other, each a message: those of the days of ties make
//! the pair, all of them its depth.

use super::shown::{Dated, Line, dated, lines, name_or_former, of_day, standing};
use super::{address, asked_day, number, query, sight, zone};
use crate::behind;
use crate::day::{self, Day};
use crate::pairs::{self, Half, Pair};
use crate::policy;
use crate::sight::Sight;
use askama::Template;
use axum::extract::Path;
use kernel::{IdentityId, Micros, Problem, Result};
use store::{DeedRow, Scope};
use web::{Cursor, Pager, Shell, Visit};

/// Answers on one page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "pulse_pair.html")]
pub(super) struct PairView {
    pub shell: Shell,
    pub dated: Dated,
    pub one: String,
    pub other: String,
    pub there: i64,
    pub back: i64,
    /// Nothing where the days of ties know no answer.
    pub depth: Option<f64>,
    /// Answers ever given, as many as the depth counts.
    pub ever: i64,
    pub lines: Vec<Line>,
    pub pager: Pager,
    /// Where each of the two opens; empty where the reader may not look.
    pub hrefs: [String; 2],
}

pub(super) async fn show(visit: Visit, Path((person, other)): Path<(String, String)>) -> web::Result {
    policy::sees_persons(&visit.viewer)?;
    let (person, other) = (number(&person)?, number(&other)?);
    let day = asked_day(&visit, &query(&visit))?;
    let sight = sight(&visit).await?;
    let shell = visit.shell(visit.t("pulse-pair-title"));
    let (pair, dated) = spoke(&visit, &shell, (day, sight), person, other).await?;
    let pair = match pair {
        Some(pair) => pair,
        None => nothing_between(&mut visit.read().await?, (day, sight), person, other).await?,
    };
    let opens = |person: i64| address(&format!("/pulse/people/{person}"), day, &[]);
    let path = format!("/pulse/ties/{person}/{other}");
    let view = view(&visit, (shell, dated), (day, &path), pair, [opens(person), opens(other)]).await?;
    visit.render(&view)
}

/// The pair as the figures of the day tell of it, which are computed first where they are not kept or grew stale.
pub(super) async fn spoke(
    visit: &Visit,
    shell: &Shell,
    (day, sight): (Day, Sight),
    one: i64,
    other: i64,
) -> Result<(Option<Pair>, Dated)> {
    if let Some(pair) = pairs::between_true_still(&mut visit.read().await?, day, sight, one, other).await? {
        return Ok((Some(pair), dated(visit, shell, day)?));
    }
    let (_, dated) = of_day(visit, shell, day, sight).await?;
    Ok((pairs::between(&mut visit.read().await?, day, sight, one, other).await?, dated))
}

/// Two persons of the day who did not answer each other.
async fn nothing_between(scope: &mut Scope, (day, sight): (Day, Sight), person: i64, other: i64) -> Result<Pair> {
    if person == other {
        return Err(Problem::NotFound);
    }
    let (one, two) = (standing(scope, day, sight, person).await?, standing(scope, day, sight, other).await?);
    let half = |person: i64, name: Option<String>, claimed: bool| Half { person, name, claimed, gave: 0 };
    Ok(Pair {
        a: half(person, one.name, one.claimed),
        b: half(other, two.name, two.claimed),
        between_members: 0,
        last: day,
        depth: 0.0,
        with_team: false,
    })
}

/// What is between two, for staff and for one of the two alike.
///
/// # Errors
/// `NotFound` if one of the two became another person since: who they are now has their answers.
pub(super) async fn view(
    visit: &Visit,
    (shell, dated): (Shell, Dated),
    (day, path): (Day, &str),
    pair: Pair,
    hrefs: [String; 2],
) -> Result<PairView> {
    let zone = zone(visit)?;
    let before = Cursor::place::<(Micros, i64)>(query(visit).get("before"))?;
    let mut scope = visit.read().await?;
    let until = day::begins(zone, day + 1);
    let audiences = scope.viewer().audience_numbers();
    let (ways, ever) = behind::ways_of_two(&mut scope, (pair.a.person, pair.b.person), day, &audiences).await?;
    // Who joined is nobody's past, and may have said nothing yet.
    let became_another = |half: &Half, way: &Vec<IdentityId>| way.is_empty() && !half.claimed;
    if became_another(&pair.a, &ways[0]) || became_another(&pair.b, &ways[1]) {
        return Err(Problem::NotFound);
    }
    let mut deeds = answers(&mut scope, &ways, before.unwrap_or((until, 0))).await?;
    let more = deeds.len() > PAGE;
    deeds.truncate(PAGE);
    let next = deeds.last().filter(|_| more).map(|deed| Cursor::encode(&(deed.at, deed.seq)));
    let names = [&pair.a, &pair.b].map(|half| half.name.clone());
    let [one, other] = names.map(|name| name_or_former(name.as_ref(), &shell));
    let mut lines = lines(&mut scope, &deeds).await?;
    drop(scope);
    for line in &mut lines {
        let deed = deeds.iter().find(|deed| deed.object == line.id);
        let first = deed.and_then(|deed| deed.actor).is_some_and(|actor| ways[0].contains(&actor));
        line.author = if first { one.clone() } else { other.clone() };
    }
    Ok(PairView {
        dated,
        there: pair.a.gave,
        back: pair.b.gave,
        depth: (pair.answers() > 0).then_some(pair.depth),
        ever,
        pager: Pager::new(before.map(|_| address(path, day, &[])), next.map(|next| address(path, day, &[("before", &next)]))),
        one,
        other,
        lines,
        hrefs,
        shell,
    })
}

/// Answers of each of two to the other before a place, newest first, one more than a page holds. Two statements.
async fn answers(scope: &mut Scope, ways: &[Vec<IdentityId>; 2], (at, seq): (Micros, i64)) -> Result<Vec<DeedRow>> {
    let both: Vec<IdentityId> = ways.iter().flatten().copied().collect();
    // What was answered in the very moment in which the page before ended is asked for again and passed over below.
    let until = if seq > 0 { at + 1 } else { at };
    let found = scope.answers_between(&both, &both, (0, until), 2 * PAGE as i64 + 1).await?;
    let side = |identity: Option<IdentityId>| ways.iter().position(|way| identity.is_some_and(|one| way.contains(&one)));
    let counts = |deed: &DeedRow| {
        deed.kind == behind::WRITTEN[1]
            && (deed.at < at || deed.seq < seq)
            && side(deed.actor).zip(side(deed.party("answered"))).is_some_and(|(from, to)| from != to)
    };
    Ok(found.into_iter().filter(counts).collect())
}
