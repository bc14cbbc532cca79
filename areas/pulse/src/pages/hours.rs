//! `/pulse/hours`: who wrote in an hour of a weekday, in any of them, or at all, with how much.

use super::shown::{Dated, name_or_former, of_day};
use super::{address, asked_day, query, sight};
use crate::behind::{self, Cell};
use crate::figures::Figures;
use crate::policy;
use askama::Template;
use kernel::Problem;
use web::{Cursor, Fields, Page, Pager, Shell, Visit};

/// Persons on one page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "pulse_hours.html")]
struct HoursView {
    shell: Shell,
    dated: Dated,
    title: String,
    messages: i64,
    rows: Vec<Row>,
    pager: Pager,
}

struct Row {
    name: String,
    messages: i64,
    href: String,
}

fn part(fields: &Fields, name: &str, below: i64) -> kernel::Result<Option<i64>> {
    match fields.get(name) {
        "" => Ok(None),
        text => text.parse().ok().filter(|number| (0..below).contains(number)).map(Some).ok_or(Problem::NotFound),
    }
}

/// Messages of the cell, as the figures count them.
fn counted(figures: &Figures, cell: Cell) -> i64 {
    let asked = |part: Option<i64>, place: usize| part.is_none_or(|part| part == place as i64);
    let rows = figures.hours.iter().enumerate().filter(|(weekday, _)| asked(cell.weekday, *weekday));
    rows.flat_map(|(_, row)| row.iter().enumerate()).filter(|(hour, _)| asked(cell.hour, *hour)).map(|(_, count)| count).sum()
}

pub(super) async fn list(visit: Visit) -> web::Result {
    policy::sees_persons(&visit.viewer)?;
    let fields = query(&visit);
    let day = asked_day(&visit, &fields)?;
    let cell = Cell { weekday: part(&fields, "weekday", 7)?, hour: part(&fields, "hour", 24)? };
    let after = Cursor::place::<(i64, i64)>(fields.get("after"))?;
    let sight = sight(&visit).await?;
    let shell = visit.shell(visit.t("pulse-hours-list"));
    let (kept, dated) = of_day(&visit, &shell, day, sight).await?;
    let audiences = visit.viewer.audience_numbers();
    let found = behind::at_hours(&mut visit.read().await?, day, cell, &audiences, after, PAGE + 1).await?;
    let page = Page::cut(found, PAGE, |writer| (writer.messages, writer.person));
    let said = |part: Option<i64>| part.map(|part| part.to_string()).unwrap_or_default();
    let (weekday, hour) = (said(cell.weekday), said(cell.hour));
    let link = |after: &str| address("/pulse/hours", day, &[("weekday", &weekday), ("hour", &hour), ("after", after)]);
    let rows = page.rows.iter().map(|writer| Row {
        name: name_or_former(writer.name.as_ref(), &shell),
        messages: writer.messages,
        href: address(&format!("/pulse/people/{}", writer.person), day, &[("figure", "messages")]),
    });
    let view = HoursView {
        rows: rows.collect(),
        title: title(&visit, cell),
        messages: counted(&kept.figures, cell),
        pager: Pager::onward(after.map(|_| link("")), page.next.as_ref().map(|next| link(next))),
        dated,
        shell,
    };
    visit.render(&view)
}

fn title(visit: &Visit, cell: Cell) -> String {
    let weekday = cell.weekday.map(|weekday| visit.t(&format!("pulse-weekday-{}", weekday + 1)));
    let hours = cell.hour.map(|hour| format!("{hour}:00–{}:00", (hour + 1) % 24));
    let when = [weekday, hours].into_iter().flatten().collect::<Vec<_>>().join(", ");
    if when.is_empty() { visit.t("pulse-hours-list") } else { visit.tv("pulse-hours-when", &[("when", when.into())]) }
}
