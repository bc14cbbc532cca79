//! The Desk: what waits for those who run the community. Areas lay rows on it; this page puts them in order, counts
//! their queues, and leads through them by keyboard.

use askama::Template;
use axum::extract::Query;
use kernel::{Door, Micros};
use serde::Deserialize;
use store::Scope;
use web::{
    Area, Cursor, DESK_COUNTED, DeskAsk, DeskPlace, DeskQueue, DeskRow, Group, NavItem, Page, Pager, Panel, Response, Result,
    Route, Shell, Visit,
};

/// Rows of one page.
const ROWS: usize = 20;

/// The Desk, as an area of the house. Its words are those of the first page.
pub fn area() -> Area {
    Area {
        name: "desk",
        routes: vec![Route::get("/desk", Door::Staff, desk)],
        nav: vec![NavItem { path: "/desk", icon: "desk", word: "desk-title", door: Door::Staff, group: Group::Manage, order: 0 }],
        ..Area::default()
    }
}

#[derive(Template)]
#[template(path = "desk.html")]
struct Desk {
    shell: Shell,
    queue: Option<String>,
    queues: Vec<DeskQueue>,
    total: i64,
    done_today: i64,
    rows: Vec<DeskRow>,
    aside: Vec<Panel>,
    pager: Pager,
}

impl Desk {
    /// «300+» where no more were counted.
    fn count(&self, held: &DeskQueue) -> String {
        self.number(held.count, held.count >= DESK_COUNTED)
    }

    fn total(&self) -> String {
        self.number(self.total, self.is_more())
    }

    fn is_more(&self) -> bool {
        self.queues.iter().any(|held| held.count >= DESK_COUNTED)
    }

    fn number(&self, count: i64, more: bool) -> String {
        format!("{}{}", self.shell.number(count), if more { "+" } else { "" })
    }
}

#[derive(Deserialize)]
struct Asked {
    queue: Option<String>,
    #[serde(default)]
    after: String,
}

/// A place on the Desk of all areas: the place within the area, with the area's number before the id.
type Spot = (i64, Micros, usize, i64);

async fn desk(visit: Visit, Query(asked): Query<Asked>) -> Result<Response> {
    let after = Cursor::place::<Spot>(&asked.after)?;
    let queue = asked.queue.filter(|queue| !queue.is_empty());
    let mut scope = visit.read().await?;
    let laid = lay(&mut scope, &visit, queue.as_ref(), after).await?;
    drop(scope);
    if queue.as_ref().is_some_and(|queue| laid.queues.iter().all(|held| held.code != *queue)) {
        return Err(kernel::Problem::NotFound.into());
    }
    let total = laid.queues.iter().map(|queue| queue.count).sum();
    let page = Page::cut(laid.rows, ROWS, |(spot, _)| *spot);
    let first = after.map(|_| address(queue.as_deref(), None));
    let pager = Pager::onward(first, page.next.map(|next| address(queue.as_deref(), Some(&next))));
    let rows = page.rows.into_iter().map(|(_, row)| row).collect();
    let shell = visit.shell(visit.t("desk-title"));
    visit.render(&Desk { shell, queue, queues: laid.queues, total, done_today: laid.done_today, rows, aside: laid.aside, pager })
}

#[derive(Default)]
struct Laid {
    queues: Vec<DeskQueue>,
    rows: Vec<(Spot, DeskRow)>,
    aside: Vec<Panel>,
    done_today: i64,
}

/// What all areas lay, in one order.
async fn lay(scope: &mut Scope, visit: &Visit, queue: Option<&String>, after: Option<Spot>) -> Result<Laid> {
    let mut laid = Laid::default();
    for (number, desk) in visit.house.desks.iter().enumerate() {
        let ask = DeskAsk { queue: queue.cloned(), after: after.map(|spot| within(spot, number)), limit: ROWS + 1 };
        let part = desk(scope, visit, &ask).await?;
        laid.rows.extend(part.rows.into_iter().map(|row| (spot(number, &row), row)));
        laid.queues.extend(part.queues);
        laid.aside.extend(part.aside);
        laid.done_today += part.done_today;
    }
    laid.rows.sort_by_key(|(spot, _)| *spot);
    laid.aside.sort_by_key(|panel| panel.order);
    Ok(laid)
}

fn spot(area: usize, row: &DeskRow) -> Spot {
    let (urgency, at, id) = row.place;
    (urgency, at, area, id)
}

/// The place after which an area goes on: of two equal rows, that of the earlier area comes first.
fn within((urgency, at, area, id): Spot, number: usize) -> DeskPlace {
    let id = match number.cmp(&area) {
        std::cmp::Ordering::Less => i64::MAX,
        std::cmp::Ordering::Equal => id,
        std::cmp::Ordering::Greater => i64::MIN,
    };
    (urgency, at, id)
}

fn address(queue: Option<&str>, after: Option<&str>) -> String {
    let named = [("queue", queue), ("after", after)];
    let pairs: Vec<String> = named.iter().filter_map(|(name, value)| value.map(|value| format!("{name}={value}"))).collect();
    if pairs.is_empty() { "/desk".to_owned() } else { format!("/desk?{}", pairs.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_go_on_where_the_page_before_ended() {
        let end = (20, 1_000, 1, 7);
        assert_eq!(within(end, 0), (20, 1_000, i64::MAX), "the area before has shown all of that moment");
        assert_eq!(within(end, 1), (20, 1_000, 7));
        assert_eq!(within(end, 2), (20, 1_000, i64::MIN), "the area after has shown none of it");
        assert_eq!(address(None, None), "/desk");
        assert_eq!(address(Some("stale"), Some("abc")), "/desk?queue=stale&after=abc");
    }
}
