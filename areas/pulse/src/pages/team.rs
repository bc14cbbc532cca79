//! `/pulse/team`: who founded the community and who runs it, since when and until when. The owner names them; the
//! history and the roles suggest whom.

use super::{number, query, sight, today, zone};
use crate::day::{self, Day};
use crate::network::TIE_DAYS;
use crate::standings::{self, Standing};
use crate::team::{self, NamedEntry, Post};
use crate::{behind, policy};
use askama::Template;
use axum::extract::Path;
use kernel::{MemberId, Problem};
use store::Scope;
use web::{Faults, Fields, Shell, Visit, see_other};

/// Persons whom the history suggests.
const SUGGESTED: usize = 8;

#[derive(Template)]
#[template(path = "pulse_team.html")]
struct TeamView {
    shell: Shell,
    entries: Vec<EntryRow>,
    suggestions: Vec<Suggestion>,
    found: Vec<(i64, String)>,
    posts: Vec<(&'static str, String)>,
    form: FormView,
    today: String,
    faults: Faults,
}

struct EntryRow {
    id: i64,
    name: String,
    founder: bool,
    days: String,
    ended: bool,
}

struct Suggestion {
    member: i64,
    name: String,
    /// The fact that suggests them.
    because: String,
    from: String,
}

/// What stands in the fields of the form.
#[derive(Default)]
struct FormView {
    q: String,
    member: i64,
    role: String,
    from: String,
    until: String,
}

pub(super) async fn show(visit: Visit) -> web::Result {
    let q = query(&visit).text("q");
    let form = FormView { q, role: Post::Founder.code().to_owned(), ..FormView::default() };
    visit.render(&view(&visit, form, Faults::none()).await?)
}

async fn view(visit: &Visit, form: FormView, faults: Faults) -> web::Result<TeamView> {
    policy::names_team(&visit.viewer)?;
    let shell = visit.shell(visit.t("pulse-team-title"));
    let sight = sight(visit).await?;
    let mut scope = visit.read().await?;
    let entries = team::named(&mut scope).await?;
    let found = team::candidates(&mut scope, &form.q).await?;
    let holdings = identity::role::holdings(&mut scope).await?;
    let last = behind::last_written(&mut scope, today(visit)?, &visit.viewer.audience_numbers()).await?;
    let busiest = match last {
        Some(day) => busiest(visit, scope, day, sight).await?,
        None => Vec::new(),
    };
    let known =
        |member: i64| entries.iter().any(|row| row.entry.member.0 == member || row.person.is_some_and(|person| person.0 == member));
    let suggestions = suggestions(visit, &shell, &holdings, (&busiest, last.unwrap_or_default()))?;
    let posts = [Post::Founder, Post::Staff].map(|post| (post.code(), visit.t(&format!("pulse-post-{}", post.code()))));
    Ok(TeamView {
        suggestions: suggestions.into_iter().filter(|one| !known(one.member)).collect(),
        entries: entries.iter().map(|row| entry(visit, &shell, row)).collect::<kernel::Result<_>>()?,
        found,
        posts: posts.into(),
        form,
        today: day::written(today(visit)?),
        faults,
        shell,
    })
}

/// Those who held most of the conversation at the last day with deeds.
async fn busiest(visit: &Visit, mut scope: Scope, day: Day, sight: crate::sight::Sight) -> kernel::Result<Vec<Standing>> {
    let found = standings::busiest(&mut scope, day, sight, SUGGESTED).await?;
    drop(scope);
    if !found.is_empty() {
        return Ok(found);
    }
    super::figures(visit, day, sight).await?;
    standings::busiest(&mut visit.read().await?, day, sight, SUGGESTED).await
}

fn entry(visit: &Visit, shell: &Shell, row: &NamedEntry) -> kernel::Result<EntryRow> {
    let zone = zone(visit)?;
    let said = |day: Day| shell.day(day::begins(zone, day));
    let held = &row.entry;
    let days = match held.until {
        Some(until) => {
            let values = [("from", said(held.from).into()), ("until", said(until).into())];
            visit.tv("pulse-team-from-until", &values)
        }
        None => visit.tv("pulse-team-from", &[("from", said(held.from).into())]),
    };
    Ok(EntryRow {
        id: held.id,
        name: row.name.clone().unwrap_or_else(|| visit.t("pulse-former")),
        founder: held.post == Post::Founder,
        days,
        ended: held.until.is_some(),
    })
}

/// People with roles first, then those who answered and were answered most in the days up to one; nobody twice.
fn suggestions(
    visit: &Visit,
    shell: &Shell,
    holdings: &[identity::role::Holding],
    (busiest, last): (&[Standing], Day),
) -> kernel::Result<Vec<Suggestion>> {
    let zone = zone(visit)?;
    let days = shell.days(day::begins(zone, last - TIE_DAYS + 1), day::begins(zone, last));
    let mut found: Vec<Suggestion> = Vec::new();
    for held in holdings.iter().filter(|held| matches!(held.role, kernel::Role::Owner | kernel::Role::Administrator)) {
        if found.iter().all(|one| one.member != held.member.0) {
            found.push(Suggestion {
                member: held.member.0,
                name: held.name.clone(),
                because: visit.t(&format!("pulse-because-{}", held.role.code())),
                from: day::written(day::day_of(zone, held.granted_at)),
            });
        }
    }
    for standing in busiest.iter().filter(|standing| standing.interactions > 0) {
        let because = shell.tnt("pulse-because-answers", standing.interactions, "days", &days);
        match found.iter_mut().find(|one| one.member == standing.person) {
            Some(one) => {
                one.because = format!("{}, {because}", one.because);
                one.from = day::written(standing.joined);
            }
            None => found.push(Suggestion {
                member: standing.person,
                name: standing.name.clone().unwrap_or_default(),
                because,
                from: day::written(standing.joined),
            }),
        }
    }
    Ok(found)
}

/// A day that was typed, at its field.
fn typed(form: &Fields, name: &'static str, faults: &mut Faults) -> Option<Day> {
    let text = form.text(name);
    let day = day::parse(&text);
    if day.is_none() && !text.is_empty() {
        faults.add(name, "pulse-fault-date");
    }
    day
}

pub(super) async fn name(visit: Visit, form: Fields) -> web::Result {
    let right = policy::names_team(&visit.viewer)?;
    let mut faults = Faults::none();
    let member = form.number("member").filter(|member| *member > 0);
    let post = Post::parse(form.get("role"));
    let (from, until) = (typed(&form, "from", &mut faults), typed(&form, "until", &mut faults));
    if member.is_none() {
        faults.add("member", "pulse-fault-member");
    }
    if post.is_none() {
        faults.add("role", "pulse-fault-role");
    }
    if form.text("from").is_empty() {
        faults.add("from", "pulse-fault-from");
    }
    // A last day may be planned: until it comes they are of the team. A beginning that has not come is told of nobody.
    let today = today(&visit)?;
    if from.is_some_and(|from| from > today) {
        faults.add("from", "pulse-fault-from-future");
    }
    if from.zip(until).is_some_and(|(from, until)| until <= from) {
        faults.add("until", "pulse-fault-until");
    }
    if let (false, Some(member), Some(post), Some(from)) = (faults.any(), member, post, from) {
        let mut scope = visit.write().await?;
        match team::name(&mut scope, &right, MemberId(member), post, from, until).await {
            Ok(_) => {
                scope.commit().await?;
                visit.flash("pulse-team-named");
                return Ok(see_other("/pulse/team"));
            }
            Err(Problem::Conflict(word)) => faults.add("member", word),
            Err(problem) => return Err(problem.into()),
        }
    }
    let form = FormView {
        q: form.text("q"),
        member: member.unwrap_or_default(),
        role: form.get("role").to_owned(),
        from: form.text("from"),
        until: form.text("until"),
    };
    let mut view = view(&visit, form, faults).await?;
    keep_chosen(&visit, &mut view).await?;
    visit.render_invalid(&view)
}

/// Who was chosen stays to be chosen, also where no search gave them.
async fn keep_chosen(visit: &Visit, view: &mut TeamView) -> kernel::Result<()> {
    let chosen = view.form.member;
    if chosen > 0 && view.found.iter().all(|(member, _)| *member != chosen) {
        let names = identity::member::names(&mut visit.read().await?, &[chosen]).await?;
        view.found.extend(names.into_iter().take(1));
    }
    Ok(())
}

/// Ends an entry with a day, or takes it back.
pub(super) async fn change(visit: Visit, Path(entry): Path<String>, form: Fields) -> web::Result {
    let right = policy::names_team(&visit.viewer)?;
    let entry = number(&entry)?;
    let mut scope = visit.write().await?;
    match form.get("act") {
        "remove" => team::remove(&mut scope, &right, entry).await?,
        "end" => {
            let until = day::parse(form.get("until")).ok_or(Problem::field("until", "pulse-fault-date"))?;
            team::end(&mut scope, &right, entry, until).await?;
        }
        _ => return Err(Problem::NotFound.into()),
    }
    scope.commit().await?;
    visit.flash(if form.get("act") == "remove" { "pulse-team-removed" } else { "pulse-team-ended" });
    Ok(see_other("/pulse/team"))
}
