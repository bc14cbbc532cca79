//! `/profile-points`: points that the community adds of its own.

use super::number;
use crate::points::{OwnPoint, OwnPoints, Visibility, Written};
use crate::policy;
use askama::Template;
use axum::extract::Path;
use kernel::Problem;
use web::{Faults, Fields, Shell, Visit, see_other};

/// Kinds of point that a community can add, with their words `people-kind-…`.
const KINDS: [&str; 6] = ["text", "long", "choice", "number", "list", "url"];

#[derive(Template)]
#[template(path = "profile_points.html")]
struct ListView {
    shell: Shell,
    points: Vec<OwnPoint>,
    form: FormView,
    faults: Faults,
}

#[derive(Template)]
#[template(path = "profile_point.html")]
struct PointView {
    shell: Shell,
    id: i64,
    form: FormView,
    faults: Faults,
}

/// What stands in the fields of the form.
#[derive(Default)]
struct FormView {
    label: String,
    hint: String,
    kind: String,
    choices: String,
    visibility: String,
    facet: bool,
    kinds: Vec<(String, String)>,
    visibilities: Vec<(String, String)>,
}

impl FormView {
    fn blank(visit: &Visit) -> FormView {
        let kinds = KINDS.iter().map(|kind| ((*kind).to_owned(), visit.t(&format!("people-kind-{kind}")))).collect();
        let visibilities = Visibility::ALL.iter().map(|one| (one.code().to_owned(), visit.t(one.word()))).collect();
        FormView { kind: "text".to_owned(), visibility: "members".to_owned(), kinds, visibilities, ..FormView::default() }
    }

    fn typed(visit: &Visit, fields: &Fields, kind: Option<&str>) -> FormView {
        FormView {
            label: fields.get("label").to_owned(),
            hint: fields.get("hint").to_owned(),
            kind: kind.unwrap_or(fields.get("kind")).to_owned(),
            choices: fields.get("choices").replace("\r\n", "\n"),
            visibility: fields.get("visibility").to_owned(),
            facet: fields.has("facet"),
            ..FormView::blank(visit)
        }
    }

    fn of(visit: &Visit, point: &OwnPoint) -> FormView {
        FormView {
            label: point.label.clone(),
            hint: point.hint.clone(),
            kind: point.kind.clone(),
            choices: point.choices.join("\n"),
            visibility: point.visibility.code().to_owned(),
            facet: point.facet,
            ..FormView::blank(visit)
        }
    }

    fn parse(&self) -> kernel::Result<Written> {
        Written::parse(&self.label, &self.hint, &self.kind, &self.choices, &self.visibility, self.facet)
    }
}

pub(super) async fn list(visit: Visit) -> web::Result {
    policy::steward(&visit.viewer)?;
    let points = OwnPoints::all(&mut visit.read().await?).await?;
    let form = FormView::blank(&visit);
    visit.render(&ListView { shell: visit.shell(visit.t("people-points-title")), points, form, faults: Faults::none() })
}

pub(super) async fn add(visit: Visit, fields: Fields) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let form = FormView::typed(&visit, &fields, None);
    let mut scope = visit.write().await?;
    match form.parse() {
        Ok(written) => {
            OwnPoints::add(&mut scope, &steward, &written).await?;
            scope.commit().await?;
            visit.flash("people-point-added");
            Ok(see_other("/profile-points"))
        }
        Err(Problem::Invalid(faults)) => {
            let points = OwnPoints::all(&mut scope).await?;
            visit.render_invalid(&ListView {
                shell: visit.shell(visit.t("people-points-title")),
                points,
                form,
                faults: faults.into(),
            })
        }
        Err(problem) => Err(problem.into()),
    }
}

pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> web::Result {
    policy::steward(&visit.viewer)?;
    let point = OwnPoints::find(&mut visit.read().await?, number(&id)?).await?;
    let form = FormView::of(&visit, &point);
    visit.render(&PointView { shell: visit.shell(point.label), id: point.id, form, faults: Faults::none() })
}

pub(super) async fn change(visit: Visit, Path(id): Path<String>, fields: Fields) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let mut scope = visit.write().await?;
    let point = OwnPoints::find(&mut scope, number(&id)?).await?;
    let form = FormView::typed(&visit, &fields, Some(&point.kind));
    match form.parse() {
        Ok(written) => {
            OwnPoints::change(&mut scope, &steward, point.id, &written).await?;
            scope.commit().await?;
            visit.flash("people-point-changed");
            Ok(see_other("/profile-points"))
        }
        Err(Problem::Invalid(faults)) => {
            visit.render_invalid(&PointView { shell: visit.shell(point.label), id: point.id, form, faults: faults.into() })
        }
        Err(problem) => Err(problem.into()),
    }
}

pub(super) async fn shift(visit: Visit, Path(id): Path<String>, fields: Fields) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let mut scope = visit.write().await?;
    OwnPoints::shift(&mut scope, &steward, number(&id)?, fields.get("to") == "up").await?;
    scope.commit().await?;
    Ok(see_other("/profile-points"))
}

pub(super) async fn retire(visit: Visit, Path(id): Path<String>, fields: Fields) -> web::Result {
    let steward = policy::steward(&visit.viewer)?;
    let mut scope = visit.write().await?;
    OwnPoints::retire(&mut scope, &steward, number(&id)?, fields.get("retired") == "yes").await?;
    scope.commit().await?;
    Ok(see_other("/profile-points"))
}
