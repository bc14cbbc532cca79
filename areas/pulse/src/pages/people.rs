//! `/pulse/people`: the persons behind a figure, as many as the figure says.

use super::shown::{Dated, name_or_former, of_day};
use super::{address, asked_day, number, query, sight};
use crate::day::{self, Day};
use crate::figures::Figures;
use crate::figures::fates::{Case, Part};
use crate::person::State;
use crate::policy;
use crate::sight::Sight;
use crate::standings::{self, After, Figure, Rank, Standing};
use askama::Template;
use kernel::Problem;
use store::Scope;
use web::{Cursor, Fields, Page, Pager, Shell, Visit};

#[derive(Template)]
#[template(path = "pulse_people.html")]
struct PeopleView {
    shell: Shell,
    dated: Dated,
    /// What the list is of.
    title: String,
    note: String,
    /// The other parts of the same: the word, how many, where they open, whether it is this one.
    ways: Vec<(&'static str, i64, String, bool)>,
    count: i64,
    rows: Vec<Row>,
    pager: Pager,
}

struct Row {
    id: i64,
    name: String,
    href: String,
    team: bool,
    /// What makes them counted.
    facts: Vec<String>,
}

/// The figure that an address asks for; all members if it asks for none.
///
/// # Errors
/// `NotFound` for what is no figure.
pub(super) fn asked(fields: &Fields) -> kernel::Result<Figure> {
    let state = |name: &str| State::parse(fields.get(name)).ok_or(Problem::NotFound);
    let nth = || ["1", "3", "6"].iter().position(|one| *one == fields.get("number")).ok_or(Problem::NotFound);
    let plain = [
        Figure::Members,
        Figure::Active,
        Figure::New,
        Figure::Gone,
        Figure::Left,
        Figure::Back,
        Figure::Lonely,
        Figure::Connectors,
        Figure::Giant,
        Figure::Core,
        Figure::Newcomers,
        Figure::Messages,
        Figure::Tied,
        Figure::Team,
        Figure::Founders,
        Figure::Before,
        Figure::Churned,
        Figure::Woke,
        Figure::Quiet,
    ];
    if let Some(part) = Part::ALL.into_iter().find(|part| part.code() == fields.get("figure")) {
        return Ok(Figure::Fate(Case::parse(fields.get("case")).ok_or(Problem::NotFound)?, part));
    }
    match fields.get("figure") {
        "state" => Ok(Figure::State(state("to")?)),
        "cell" => Ok(Figure::Cell(state("from")?, state("to")?)),
        "cluster" => Ok(Figure::Cluster(number(fields.get("number"))?)),
        "small" => Ok(Figure::Small(number(fields.get("number"))?)),
        "reached" => Ok(Figure::Reached(nth()?)),
        "unreached" => Ok(Figure::Unreached(nth()?)),
        "soon" => Ok(Figure::Soon(nth()?)),
        "top" => {
            let percent = ["1", "5", "10"].into_iter().find(|one| *one == fields.get("number"));
            Ok(Figure::Top(percent.and_then(|one| one.parse().ok()).ok_or(Problem::NotFound)?))
        }
        "" => Ok(Figure::Members),
        code => plain.into_iter().find(|figure| figure.code() == code).ok_or(Problem::NotFound),
    }
}

/// The part of an address that names a figure.
pub(super) fn named(figure: Figure) -> Vec<(&'static str, String)> {
    let code = ("figure", figure.code().to_owned());
    let nth = |nth: usize| ("number", ["1", "3", "6"][nth.min(2)].to_owned());
    match figure {
        Figure::State(to) => vec![code, ("to", to.code().to_owned())],
        Figure::Cell(from, to) => vec![code, ("from", from.code().to_owned()), ("to", to.code().to_owned())],
        Figure::Cluster(number) | Figure::Small(number) => vec![code, ("number", number.to_string())],
        Figure::Reached(n) | Figure::Unreached(n) | Figure::Soon(n) => vec![code, nth(n)],
        Figure::Fate(case, _) => vec![code, ("case", case.code())],
        Figure::Top(percent) => vec![code, ("number", percent.to_string())],
        _ => vec![code],
    }
}

pub(super) fn link(path: &str, day: Day, figure: Figure, rest: &[(&'static str, &str)]) -> String {
    let named = named(figure);
    let query: Vec<(&str, &str)> = named.iter().map(|(name, value)| (*name, value.as_str())).chain(rest.iter().copied()).collect();
    address(path, day, &query)
}

/// Of the top, those who were taken away, in this order; of other figures nobody in particular.
fn taken(figures: &Figures, figure: Figure) -> Option<&[i64]> {
    let resilience = &figures.resilience;
    let removed = match figure {
        Figure::Top(1) => resilience.top_1pct.removed,
        Figure::Top(5) => resilience.top_5pct.removed,
        Figure::Top(_) => resilience.top_10pct.removed,
        _ => return None,
    };
    Some(&resilience.top[..usize::try_from(removed).unwrap_or_default().min(resilience.top.len())])
}

pub(super) async fn list(visit: Visit) -> web::Result {
    policy::sees_persons(&visit.viewer)?;
    let fields = query(&visit);
    let (day, figure) = (asked_day(&visit, &fields)?, asked(&fields)?);
    let after = Cursor::place::<After>(fields.get("after"))?;
    let sight = sight(&visit).await?;
    let shell = visit.shell(visit.t("pulse-people-title"));
    let (kept, dated) = of_day(&visit, &shell, day, sight).await?;
    if !is_there(&kept.figures, figure) {
        return Err(Problem::NotFound.into());
    }
    let mut scope = visit.read().await?;
    let shown = after.map_or(0, |after| after.2).max(0);
    let (count, messages, fates) = counted(&mut scope, (day, sight), &kept.figures, figure).await?;
    let rows = match taken(&kept.figures, figure) {
        Some(people) => {
            let here = people.iter().copied().skip(usize::try_from(shown).unwrap_or_default()).take(standings::PAGE + 1);
            standings::chosen(&mut scope, day, sight, &here.collect::<Vec<i64>>()).await?
        }
        None => standings::list(&mut scope, (day, sight), figure, after, standings::PAGE + 1).await?,
    };
    let around = match figure {
        Figure::Cluster(number) => around(&mut scope, &kept.figures, number).await?,
        _ => None,
    };
    drop(scope);
    let rank = figure.rank();
    let page = Page::cut(rows, standings::PAGE, |row| (row.ranked(rank).to_bits(), row.person, shown + standings::PAGE as i64));
    let first = after.map(|_| link("/pulse/people", day, figure, &[]));
    let pager = Pager::onward(first, page.next.map(|next| link("/pulse/people", day, figure, &[("after", &next)])));
    let view = PeopleView {
        title: title(&visit, figure, &kept.figures, around),
        note: note(&shell, &kept.figures, figure, (count, messages, fates)),
        ways: ways(day, figure, fates),
        count,
        rows: page.rows.iter().map(|row| told(&visit, &shell, day, figure, row)).collect(),
        pager,
        dated,
        shell,
    };
    visit.render(&view)
}

/// Whether there is such a figure on the day: such a group, somebody who is taken away.
fn is_there(figures: &Figures, figure: Figure) -> bool {
    match figure {
        Figure::Cluster(number) => figures.clusters.list.iter().any(|cluster| cluster.number == number),
        Figure::Fate(case, _) => case.removed(&figures.resilience).is_some(),
        _ => true,
    }
}

/// How many people, their messages, and how many there are of each part where some are taken away.
async fn counted(
    scope: &mut Scope,
    (day, sight): (Day, Sight),
    figures: &Figures,
    figure: Figure,
) -> kernel::Result<(i64, i64, [i64; 5])> {
    if let Some(people) = taken(figures, figure) {
        return Ok((people.len() as i64, 0, [0; 5]));
    }
    let Figure::Fate(case, part) = figure else {
        let (count, messages) = standings::count(scope, day, sight, figure).await?;
        return Ok((count, messages, [0; 5]));
    };
    let fates = standings::fates(scope, day, sight, case).await?;
    Ok((fates[part as usize], 0, fates))
}

/// What the list adds up to.
fn note(shell: &Shell, figures: &Figures, figure: Figure, (count, messages, fates): (i64, i64, [i64; 5])) -> String {
    let share = |whole: i64| shell.percent(if whole > 0 { count as f64 / whole as f64 } else { 0.0 });
    let [_, together, apart, ..] = fates;
    match figure {
        Figure::Messages => shell.tv("pulse-messages", messages),
        Figure::Soon(nth) => {
            let count = figures.newcomers.count;
            match figures.newcomers.within_window[nth.min(2)] {
                Some(share) => shell.tnt("pulse-soon-note", count, "share", shell.percent(share)),
                None => shell.tv("pulse-who-newcomers", count),
            }
        }
        // The curve is of all who have ties, the rest of those who stay.
        Figure::Fate(Case::Row(_), _) => shell.tnt("pulse-fate-of-all", figures.ties.tied, "share", share(figures.ties.tied)),
        Figure::Fate(_, Part::Removed) => String::new(),
        Figure::Fate(..) => shell.tnt("pulse-fate-of-rest", together + apart, "share", share(together + apart)),
        _ => String::new(),
    }
}

/// The other parts of the same, where some are taken away.
fn ways(day: Day, figure: Figure, fates: [i64; 5]) -> Vec<(&'static str, i64, String, bool)> {
    let Figure::Fate(case, this) = figure else { return Vec::new() };
    let words = ["pulse-fate-removed", "pulse-fate-together", "pulse-fate-apart", "pulse-fate-held", "pulse-fate-loose"];
    // Who is taken from the curve leaves no figure of two ways behind.
    let shown = |part: &Part| !matches!(case, Case::Row(_)) || !matches!(part, Part::Held | Part::Loose);
    let way = |part: Part| {
        let href = link("/pulse/people", day, Figure::Fate(case, part), &[]);
        (words[part as usize], fates[part as usize], href, part == this)
    };
    Part::ALL.into_iter().filter(shown).map(way).collect()
}

/// «Without founders», «without the 20 who have most ties».
pub(super) fn case_word(visit: &Visit, case: Case, figures: &Figures) -> String {
    match case {
        Case::Nobody => visit.t("pulse-without-nobody"),
        Case::Founders => visit.t("pulse-without-founders"),
        Case::Team => visit.t("pulse-without-team"),
        Case::Top(percent) => visit.t(&format!("pulse-without-{percent}")),
        Case::Row(_) => visit.tv("pulse-without-first", &[("n", case.removed(&figures.resilience).unwrap_or_default().into())]),
    }
}

/// After whom a group is called, if they are not forgotten.
async fn around(scope: &mut Scope, figures: &Figures, number: i64) -> Result<Option<String>, kernel::Problem> {
    let Some(cluster) = figures.clusters.list.iter().find(|cluster| cluster.number == number) else { return Ok(None) };
    let name = identity::member::names(scope, &[cluster.after]).await?.remove(&cluster.after);
    Ok(name.filter(|name| !name.is_empty()))
}

fn title(visit: &Visit, figure: Figure, figures: &Figures, around: Option<String>) -> String {
    let word = |key: &str| visit.t(key);
    match figure {
        Figure::State(state) => word(&format!("pulse-list-state-{}", state.code())),
        Figure::Cell(from, to) => {
            let (from, to) = (word(&format!("pulse-were-{}", from.code())), word(&format!("pulse-now-{}", to.code())));
            visit.tv("pulse-list-cell", &[("from", from.into()), ("to", to.into())])
        }
        Figure::Cluster(number) => {
            let place = figures.clusters.list.iter().position(|cluster| cluster.number == number).map_or(0, |place| place + 1);
            match around {
                Some(name) => visit.tv("pulse-list-cluster-around", &[("n", place.into()), ("name", name.into())]),
                None => visit.tv("pulse-list-cluster", &[("n", place.into())]),
            }
        }
        Figure::Fate(case, part) => {
            let values =
                [("case", case_word(visit, case, figures).into()), ("part", word(&format!("pulse-list-{}", part.code())).into())];
            visit.tv("pulse-list-fate", &values)
        }
        Figure::Soon(nth) => word(["pulse-list-soon-1", "pulse-list-soon-3", "pulse-list-soon-6"][nth.min(2)]),
        Figure::Small(below) => visit.tv("pulse-list-small", &[("n", below.into())]),
        Figure::Reached(nth) => word(["pulse-list-reached-1", "pulse-list-reached-3", "pulse-list-reached-6"][nth.min(2)]),
        Figure::Unreached(nth) => word(["pulse-list-unreached-1", "pulse-list-unreached-3", "pulse-list-unreached-6"][nth.min(2)]),
        Figure::Top(percent) => visit.tv("pulse-list-top", &[("n", percent.into())]),
        figure => word(&format!("pulse-list-{}", figure.code())),
    }
}

fn told(visit: &Visit, shell: &Shell, day: Day, figure: Figure, row: &Standing) -> Row {
    Row {
        id: row.person,
        name: name_or_former(row.name.as_ref(), shell),
        href: link(&format!("/pulse/people/{}", row.person), day, figure, &[]),
        team: row.team,
        facts: facts(visit, shell, figure, row),
    }
}

/// What makes somebody counted here: days, messages, ties.
pub(super) fn facts(visit: &Visit, shell: &Shell, figure: Figure, row: &Standing) -> Vec<String> {
    let zone = visit.community.as_ref().map_or(chrono_tz::UTC, |community| community.timezone);
    let on = |word: &str, day: Option<Day>| day.map(|day| shell.tt(word, "day", shell.day(day::begins(zone, day))));
    let mut facts: Vec<Option<String>> = Vec::new();
    let nth = match figure {
        Figure::Reached(nth) | Figure::Soon(nth) => Some(nth.min(2)),
        _ => None,
    };
    facts.push((row.messages > 0).then(|| shell.tv("pulse-messages", row.messages)));
    if figure.rank() != Rank::Messages || row.ties > 0 {
        facts.push(Some(shell.tv("pulse-has-ties", row.ties)));
    }
    if figure == Figure::Connectors {
        facts.push(Some(shell.tt("pulse-has-bridge", "share", shell.percent(row.bridge))));
    }
    if let Some(days) = nth.and_then(|nth| row.tie_days[nth]) {
        facts.push(Some(shell.tv("pulse-took-days", days)));
    }
    facts.push(on("pulse-came-on", Some(row.joined)));
    facts.push(if row.left.is_some() { on("pulse-left-on", row.left) } else { on("pulse-wrote-on", row.last_written) });
    facts.into_iter().flatten().collect()
}
