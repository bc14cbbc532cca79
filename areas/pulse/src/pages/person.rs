//! `/pulse/people/{person}`: what one person wrote in the days of the window, when they came and went, and their ties.

use super::formed::{FormedView, formed};
use super::people::{asked, facts, link};
use super::shown::{Dated, Line, dated, lines, name_or_former, of_day, standing};
use super::{address, asked_day, number, query, sight, zone};
use crate::behind::{self, Passage};
use crate::day::{self, Day, WINDOW_DAYS};
use crate::pairs::{self, Pair};
use crate::policy;
use crate::sight::Sight;
use crate::standings::{self, Standing};
use askama::Template;
use axum::extract::Path;
use kernel::{Micros, Problem};
use store::DeedRow;
use web::{Cursor, Page, Pager, Shell, Visit};

#[derive(Template)]
#[template(path = "pulse_person.html")]
struct PersonView {
    shell: Shell,
    dated: Dated,
    id: i64,
    name: String,
    /// Whether they have a page of their own.
    claimed: bool,
    facts: Vec<String>,
    messages: i64,
    lines: Vec<Line>,
    /// The last message before the days of the window: where they fell silent, or what their return is counted from.
    earlier: Option<Line>,
    pager: Pager,
    /// The day, and whether they came.
    passages: Vec<(String, bool)>,
    ties: Vec<TieRow>,
    /// How the tie came to be that the list counts.
    formed: Option<FormedView>,
    list: String,
}

/// Messages before the window that are looked at for one that still has its words.
const EARLIER: usize = 5;

struct TieRow {
    name: String,
    href: String,
    pair: Pair,
    last: String,
}

pub(super) async fn show(visit: Visit, Path(person): Path<String>) -> web::Result {
    policy::sees_persons(&visit.viewer)?;
    let fields = query(&visit);
    let (day, person) = (asked_day(&visit, &fields)?, number(&person)?);
    let figure = asked(&fields)?;
    let before = Cursor::place::<(i64, i64)>(fields.get("before"))?;
    let sight = sight(&visit).await?;
    let zone = zone(&visit)?;
    let (row, dated) = stood(&visit, day, sight, person).await?;
    let mut scope = visit.read().await?;
    let audiences = visit.viewer.audience_numbers();
    let (identities, passages) = behind::ways(&mut scope, person, day, &audiences).await?;
    // Whom the figures knew and who became another since is nobody: who they are now has this past.
    if identities.is_empty() {
        return Err(Problem::NotFound.into());
    }
    let from = day::begins(zone, day - WINDOW_DAYS + 1);
    let place = before.unwrap_or((day::begins(zone, day + 1), 0));
    let deeds = scope.deeds_of_kinds(&identities, &behind::WRITTEN, (Micros::MIN, place), behind::PAGE as i64 + 1).await?;
    let (within, mut earlier): (Vec<DeedRow>, Vec<DeedRow>) = deeds.into_iter().partition(|deed| deed.at >= from);
    earlier.truncate(EARLIER);
    let mut page = Page::cut(within, behind::PAGE, |deed| (deed.at, deed.seq));
    page.rows.append(&mut earlier);
    let (lines, earlier): (Vec<Line>, Vec<Line>) =
        lines(&mut scope, &page.rows).await?.into_iter().partition(|line| line.at >= from);
    let ties = pairs::of_one(&mut scope, day, sight, person).await?;
    let shell = visit.shell(name_or_former(row.name.as_ref(), &visit.shell("")));
    let formed = formed(&visit, &mut scope, &shell, (day, sight), (person, row.name.as_ref(), figure)).await?;
    drop(scope);
    let own = format!("/pulse/people/{person}");
    let pager = Pager::new(
        before.map(|_| link(&own, day, figure, &[])),
        page.next.map(|next| link(&own, day, figure, &[("before", &next)])),
    );
    let said = |passage: &Passage| (shell.day(day::begins(zone, passage.day)), passage.arrived);
    let view = PersonView {
        dated,
        id: person,
        name: name_or_former(row.name.as_ref(), &shell),
        claimed: row.claimed,
        facts: facts(&visit, &shell, figure, &row),
        messages: row.messages,
        lines,
        earlier: earlier.into_iter().next(),
        pager,
        passages: passages.iter().map(said).collect(),
        ties: ties.into_iter().map(|pair| tie(&visit, &shell, day, pair)).collect(),
        formed,
        list: link("/pulse/people", day, figure, &[]),
        shell,
    };
    visit.render(&view)
}

/// The person as the figures of the day tell of them, which are computed first where they are not kept or grew stale.
async fn stood(visit: &Visit, day: Day, sight: Sight, person: i64) -> kernel::Result<(Standing, Dated)> {
    let shell = visit.shell("");
    if let Some(row) = standings::one_true_still(&mut visit.read().await?, day, sight, person).await? {
        return Ok((row, dated(visit, &shell, day)?));
    }
    let (_, dated) = of_day(visit, &shell, day, sight).await?;
    Ok((standing(&mut visit.read().await?, day, sight, person).await?, dated))
}

fn tie(visit: &Visit, shell: &Shell, day: Day, pair: Pair) -> TieRow {
    let zone = visit.community.as_ref().map_or(chrono_tz::UTC, |community| community.timezone);
    TieRow {
        name: name_or_former(pair.b.name.as_ref(), shell),
        href: address(&format!("/pulse/ties/{}/{}", pair.a.person, pair.b.person), day, &[]),
        last: shell.day(day::begins(zone, pair.last)),
        pair,
    }
}
