//! `/profile/edit/STEP`: one's own profile, a few points at a time. Every step can be passed over.

use crate::points::{Kind, Point, Points, Visibility};
use crate::policy::{self, Myself};
use crate::profile::{self, Change, Filled};
use askama::Template;
use axum::extract::Path;
use identity::parsed::Name;
use kernel::Problem;
use web::{Fields, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "profile_edit.html")]
struct EditView {
    shell: Shell,
    step: &'static str,
    steps: Vec<Mark>,
    place: usize,
    /// The member's name, asked for in the first step.
    name: Option<Asked>,
    fields: Vec<Asked>,
    next: Option<&'static str>,
    faults: Vec<(String, String)>,
    filled: usize,
    of: usize,
}

/// A step in the row of steps.
struct Mark {
    step: &'static str,
    done: bool,
}

/// A point as the form asks for it.
struct Asked {
    key: String,
    label: String,
    hint: String,
    kind: &'static str,
    choices: Vec<(String, String)>,
    value: String,
    visibility: Visibility,
    fault: Option<&'static str>,
}

pub(super) async fn begin(visit: Visit) -> web::Result {
    let myself = policy::myself(&visit.viewer)?;
    let mut scope = visit.read().await?;
    let points = Points::load(&mut scope).await?;
    let filled = profile::filled(&mut scope, myself.member).await?;
    let steps = points.steps();
    let empty = steps.iter().find(|step| !points.of_step(step).any(|point| holds(&filled, point)));
    Ok(see_other(format!("/profile/edit/{}", empty.or(steps.first()).unwrap_or(&"about"))))
}

fn holds(filled: &[Filled], point: &Point) -> bool {
    filled.iter().any(|row| row.key == point.key)
}

pub(super) async fn show(visit: Visit, Path(step): Path<String>) -> web::Result {
    let myself = policy::myself(&visit.viewer)?;
    let mut scope = visit.read().await?;
    let points = Points::load(&mut scope).await?;
    let filled = profile::filled(&mut scope, myself.member).await?;
    drop(scope);
    let step = known(&points, &step)?;
    let fields = points.of_step(step).map(|point| asked(&visit, point, &filled)).collect();
    let name = first(&points, step).then(|| name_asked(&visit, visit.viewer.name.clone(), None));
    visit.render(&view(&visit, &points, &filled, step, name, fields))
}

fn known(points: &Points, step: &str) -> Result<&'static str, Problem> {
    points.steps().into_iter().find(|held| *held == step).ok_or(Problem::NotFound)
}

fn first(points: &Points, step: &str) -> bool {
    points.steps().first() == Some(&step)
}

pub(super) async fn save(visit: Visit, Path(step): Path<String>, form: Fields) -> web::Result {
    let myself = policy::myself(&visit.viewer)?;
    let mut scope = visit.write().await?;
    let points = Points::load(&mut scope).await?;
    let step = known(&points, &step)?;
    let filled = profile::filled(&mut scope, myself.member).await?;
    let (changes, fields) = read(&visit, &points, step, &filled, &form);
    let (name, name_field) = read_name(&visit, first(&points, step), &form);
    if fields.iter().chain(&name_field).any(|field| field.fault.is_some()) {
        return visit.render_invalid(&view(&visit, &points, &filled, step, name_field, fields));
    }
    keep(&mut scope, &myself, name, &visit.viewer.name, &changes).await?;
    scope.commit().await?;
    match after(&points, step) {
        Some(next) if form.get("then") != "profile" => Ok(see_other(format!("/profile/edit/{next}"))),
        _ => {
            visit.flash("people-profile-saved");
            Ok(see_other(format!("/people/{}", myself.member)))
        }
    }
}

async fn keep(
    scope: &mut store::Scope,
    myself: &Myself,
    name: Option<Name>,
    before: &str,
    changes: &[Change<'_>],
) -> kernel::Result<()> {
    if let Some(name) = name.filter(|name| name.as_str() != before) {
        identity::member::rename(scope, myself.member, &name).await?;
    }
    profile::change(scope, myself, changes).await.map(|_| ())
}

/// What was typed: the changes that pass, and every field as it is shown again.
fn read<'p>(
    visit: &Visit,
    points: &'p Points,
    step: &'static str,
    filled: &[Filled],
    form: &Fields,
) -> (Vec<Change<'p>>, Vec<Asked>) {
    let (mut changes, mut fields) = (Vec::new(), Vec::new());
    for point in points.of_step(step) {
        let mut field = asked(visit, point, filled);
        // A field that the form did not have is left as it is: a point may have been added meanwhile.
        if form.has(&point.key) {
            field.value = form.get(&point.key).to_owned();
            field.visibility = Visibility::parse(form.get(&format!("see-{}", point.key))).unwrap_or(field.visibility);
            match point.parse(&field.value) {
                Ok(value) => changes.push(Change { point, value, visibility: field.visibility }),
                Err(word) => field.fault = Some(word),
            }
        }
        fields.push(field);
    }
    (changes, fields)
}

fn read_name(visit: &Visit, first: bool, form: &Fields) -> (Option<Name>, Option<Asked>) {
    if !first || !form.has("name") {
        return (None, None);
    }
    let name = Name::parse(form.get("name"));
    let fault = name.is_none().then_some("people-fault-own-name");
    (name, Some(name_asked(visit, form.get("name").to_owned(), fault)))
}

fn name_asked(visit: &Visit, value: String, fault: Option<&'static str>) -> Asked {
    let (label, hint) = (visit.t("people-name"), visit.t("people-name-hint"));
    Asked { key: "name".to_owned(), label, hint, kind: "name", choices: Vec::new(), value, visibility: Visibility::Members, fault }
}

fn asked(visit: &Visit, point: &Point, filled: &[Filled]) -> Asked {
    let held = filled.iter().find(|row| row.key == point.key);
    let words = &visit.house.words;
    let choices = match &point.kind {
        Kind::Choice(codes) => codes.iter().map(|code| (code.to_string(), point.spoken(code, words, visit.locale))).collect(),
        _ => Vec::new(),
    };
    let hint = match (&point.own, &point.kind) {
        (Some((_, hint)), _) => hint.clone(),
        (None, Kind::List) => visit.t("people-hint-list"),
        (None, Kind::Lines) => visit.t("people-hint-lines"),
        (None, Kind::Zone) => visit.t("people-hint-zone"),
        _ => String::new(),
    };
    let value = held.map(|row| row.value.clone()).unwrap_or_default();
    let value = if point.kind == Kind::List { value.replace('\n', ", ") } else { value };
    let visibility = held.map_or(point.visibility, |row| row.visibility);
    Asked {
        key: point.key.to_string(),
        label: point.label(words, visit.locale),
        hint,
        kind: point.kind.code(),
        choices,
        value,
        visibility,
        fault: None,
    }
}

fn after(points: &Points, step: &str) -> Option<&'static str> {
    points.steps().into_iter().skip_while(|held| *held != step).nth(1)
}

fn view(
    visit: &Visit,
    points: &Points,
    filled: &[Filled],
    step: &'static str,
    name: Option<Asked>,
    fields: Vec<Asked>,
) -> EditView {
    let steps = points.steps();
    let faults = name
        .iter()
        .chain(&fields)
        .filter_map(|field| Some((field.key.clone(), format!("{}: {}", field.label, visit.t(field.fault?)))));
    EditView {
        shell: visit.shell(visit.t("people-edit")),
        place: steps.iter().position(|held| *held == step).unwrap_or_default() + 1,
        steps: steps.iter().map(|step| Mark { step, done: points.of_step(step).any(|point| holds(filled, point)) }).collect(),
        faults: faults.collect(),
        next: after(points, step),
        filled: points.iter().filter(|point| holds(filled, point)).count(),
        of: points.iter().count(),
        step,
        name,
        fields,
    }
}
