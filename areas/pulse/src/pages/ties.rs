//! `/pulse/ties`: who answered whom, pair by pair: the same as the drawing shows, and as the table of the command line.

use super::shown::{Dated, name_or_former, of_day};
use super::{address, asked_day, people, query, sight, zone};
use crate::day::{self, Day};
use crate::figures::Figures;
use crate::pairs::{self, After, Which};
use crate::policy;
use crate::standings;
use askama::Template;
use kernel::Problem;
use web::{Cursor, Page, Pager, Shell, Visit};

#[derive(Template)]
#[template(path = "pulse_ties.html")]
struct TiesView {
    shell: Shell,
    dated: Dated,
    title: String,
    /// What share of all answers these are, where some are taken away.
    note: String,
    which: Which,
    ways: Vec<(Which, String)>,
    count: i64,
    answers: i64,
    between: i64,
    /// Somebody is named as the team.
    has_team: bool,
    rows: Vec<Row>,
    pager: Pager,
}

struct Row {
    one: String,
    other: String,
    there: i64,
    back: i64,
    last: String,
    depth: f64,
    with_team: bool,
    /// The number of the group of both, or of each of the two.
    groups: String,
    href: String,
}

pub(super) async fn list(visit: Visit) -> web::Result {
    policy::sees_persons(&visit.viewer)?;
    let fields = query(&visit);
    let day = asked_day(&visit, &fields)?;
    let which = match fields.get("show") {
        "" => Which::default(),
        code => {
            let of = if fields.get("case").is_empty() { fields.get("number") } else { fields.get("case") };
            Which::parse(code, of).ok_or(Problem::NotFound)?
        }
    };
    let after = Cursor::place::<After>(fields.get("after"))?;
    let sight = sight(&visit).await?;
    let (shell, zone) = (visit.shell(visit.t("pulse-ties-table")), zone(&visit)?);
    let (kept, dated) = of_day(&visit, &shell, day, sight).await?;
    let title = title(&visit, which, &kept.figures).ok_or(Problem::NotFound)?;
    let mut scope = visit.read().await?;
    let (count, answers, between) = pairs::count(&mut scope, day, sight, which).await?;
    let found = pairs::list(&mut scope, (day, sight), which, after, pairs::PAGE + 1).await?;
    let page = Page::cut(found, pairs::PAGE, |pair| (pair.answers(), pair.a.person, pair.b.person));
    let people = page.rows.iter().flat_map(|pair| [pair.a.person, pair.b.person]).collect();
    let of_person = standings::clusters(&mut scope, day, sight, people).await?;
    drop(scope);
    let clusters = &kept.figures.clusters.list;
    let group = |person: i64| {
        let number = of_person.get(&person)?;
        clusters.iter().position(|cluster| cluster.number == *number).map(|place| place + 1)
    };
    let rows = page.rows.iter().map(|pair| Row {
        one: name_or_former(pair.a.name.as_ref(), &shell),
        other: name_or_former(pair.b.name.as_ref(), &shell),
        there: pair.a.gave,
        back: pair.b.gave,
        last: shell.day(day::begins(zone, pair.last)),
        depth: pair.depth,
        with_team: pair.with_team,
        groups: groups(group(pair.a.person), group(pair.b.person)),
        href: address(&format!("/pulse/ties/{}/{}", pair.a.person, pair.b.person), day, &[]),
    });
    let has_team = kept.figures.has_team();
    let ways = which.without().map_or(Which::ALL.to_vec(), |case| vec![Which::Kept(case), Which::Lost(case), Which::Pairs]);
    let named = |one: &Which| has_team || *one != Which::Horizontal || *one == which;
    let view = TiesView {
        rows: rows.collect(),
        pager: Pager::onward(after.map(|_| link(day, which, "")), page.next.as_ref().map(|next| link(day, which, next))),
        ways: ways.into_iter().filter(named).map(|which| (which, link(day, which, ""))).collect(),
        note: note(&visit, &shell, answers, &kept.figures, which),
        has_team,
        title,
        which,
        count,
        answers,
        between,
        dated,
        shell,
    };
    visit.render(&view)
}

/// The address of a table of pairs.
pub(super) fn link(day: Day, which: Which, after: &str) -> String {
    let of = if which.without().is_some() { "case" } else { "number" };
    address("/pulse/ties", day, &[("show", which.code()), (of, &which.of()), ("after", after)])
}

/// What the table is of; nothing for a group that is not there on the day, and where nobody was taken away.
fn title(visit: &Visit, which: Which, figures: &Figures) -> Option<String> {
    if let Some(case) = which.without() {
        case.removed(&figures.resilience)?;
        let word = if matches!(which, Which::Kept(_)) { "pulse-ties-kept" } else { "pulse-ties-lost" };
        return Some(visit.tv(word, &[("case", people::case_word(visit, case, figures).into())]));
    }
    let word = match which {
        Which::Inside(_) => "pulse-ties-inside",
        Which::Outside(_) => "pulse-ties-outside",
        Which::InsideSmall(below) => return Some(visit.tv("pulse-ties-inside-small", &[("n", below.into())])),
        Which::OutsideSmall(below) => return Some(visit.tv("pulse-ties-outside-small", &[("n", below.into())])),
        Which::Between => return Some(visit.t("pulse-ties-between")),
        _ => return Some(visit.t("pulse-ties-table")),
    };
    let number = which.group()?;
    let place = figures.clusters.list.iter().position(|cluster| cluster.number == number)? as i64 + 1;
    Some(visit.tv(word, &[("n", place.into())]))
}

/// What share of all answers is left, or lost.
fn note(visit: &Visit, shell: &Shell, answers: i64, figures: &Figures, which: Which) -> String {
    let all = figures.ties.interactions;
    if which.without().is_none() || all == 0 {
        return String::new();
    }
    let share = shell.percent(answers as f64 / all as f64);
    visit.tv("pulse-ties-share", &[("share", share.into()), ("all", all.into())])
}

/// `3`, `1 — 3`; a dash for who has no tie.
fn groups(one: Option<usize>, other: Option<usize>) -> String {
    let said = |place: Option<usize>| place.map_or("—".to_owned(), |place| place.to_string());
    if one == other { said(one) } else { format!("{}\u{a0}— {}", said(one), said(other)) }
}
