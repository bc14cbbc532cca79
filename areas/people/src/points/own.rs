//! Points that a community added of its own: their keys are `own-ID`.

use super::{Kind, Point, Visibility};
use crate::policy::Steward;
use kernel::{FieldFault, Problem, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Own points of one community, the retired included.
pub const OWN_POINTS: usize = 40;
const LABEL_CHARS: usize = 80;
const HINT_CHARS: usize = 200;
const CHOICES: usize = 30;
const CHOICE_CHARS: usize = 60;

statement!(
    ALL = "select id, label, hint, kind, choices, visibility, facet, position, retired_at is not null from people_own_points \
     where community_id = $1 order by position, id"
);
statement!(
    ADD = "insert into people_own_points (community_id, id, label, hint, kind, choices, visibility, facet, position) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
statement!(
    CHANGE = "update people_own_points set label = $3, hint = $4, choices = $5, visibility = $6, facet = $7 where community_id = $1 and id = $2"
);
statement!(PLACE = "update people_own_points set position = $3 where community_id = $1 and id = $2");
statement!(RETIRE = "update people_own_points set retired_at = $3 where community_id = $1 and id = $2 and retired_at is null");
statement!(REVIVE = "update people_own_points set retired_at = null where community_id = $1 and id = $2");

#[derive(Clone, Debug)]
pub struct OwnPoint {
    pub id: i64,
    pub label: String,
    pub hint: String,
    /// `text`, `long`, `choice`, `number`, `list` or `url`. It never changes: values were written by it.
    pub kind: String,
    pub choices: Vec<String>,
    pub visibility: Visibility,
    pub facet: bool,
    pub position: i64,
    pub retired: bool,
}

impl FromRow for OwnPoint {
    fn from_row(row: &mut Row) -> anyhow::Result<OwnPoint> {
        Ok(OwnPoint {
            id: row.next()?,
            label: row.next()?,
            hint: row.next()?,
            kind: row.next()?,
            choices: row.next::<String>()?.lines().map(str::to_owned).collect(),
            visibility: Visibility::parse(&row.next::<String>()?).unwrap_or(Visibility::Staff),
            facet: row.next()?,
            position: row.next()?,
            retired: row.next()?,
        })
    }
}

/// A point as staff wrote it, already sound.
#[derive(Clone, Debug)]
pub struct Written {
    pub label: String,
    pub hint: String,
    pub kind: String,
    pub choices: Vec<String>,
    pub visibility: Visibility,
    pub facet: bool,
}

impl Written {
    /// # Errors
    /// [`Problem::Invalid`] naming the fields.
    pub fn parse(label: &str, hint: &str, kind: &str, choices: &str, visibility: &str, facet: bool) -> Result<Written> {
        let mut faults = Vec::new();
        let mut fault = |field, word| faults.push(FieldFault { field, word });
        let (label, hint) = (label.split_whitespace().collect::<Vec<_>>().join(" "), hint.trim().to_owned());
        if label.is_empty() {
            fault("label", "people-fault-label");
        } else if label.chars().count() > LABEL_CHARS {
            fault("label", "people-fault-long");
        }
        if hint.chars().count() > HINT_CHARS {
            fault("hint", "people-fault-long");
        }
        if !["text", "long", "choice", "number", "list", "url"].contains(&kind) {
            fault("kind", "people-fault-choice");
        }
        let mut kept: Vec<String> = Vec::new();
        for choice in choices.lines().map(str::trim).filter(|choice| !choice.is_empty()) {
            if !kept.iter().any(|held| held == choice) {
                kept.push(choice.to_owned());
            }
        }
        let sound = kept.len() <= CHOICES && kept.iter().all(|choice| choice.chars().count() <= CHOICE_CHARS);
        if kind == "choice" && (kept.len() < 2 || !sound) {
            fault("choices", "people-fault-choices");
        }
        let visibility = Visibility::parse(visibility);
        if visibility.is_none() {
            fault("visibility", "people-fault-choice");
        }
        match visibility {
            Some(visibility) if faults.is_empty() => {
                let choices = if kind == "choice" { kept } else { Vec::new() };
                let facet = facet && matches!(kind, "text" | "list" | "choice");
                Ok(Written { label, hint, kind: kind.to_owned(), choices, visibility, facet })
            }
            _ => Err(Problem::Invalid(faults)),
        }
    }
}

impl OwnPoint {
    pub fn key(&self) -> String {
        format!("own-{}", self.id)
    }

    pub fn point(&self) -> Point {
        let kind = match self.kind.as_str() {
            "long" => Kind::Long,
            "choice" => Kind::Choice(self.choices.iter().map(|choice| choice.clone().into()).collect()),
            "number" => Kind::Number(-1_000_000_000, 1_000_000_000),
            "list" => Kind::List,
            "url" => Kind::Url,
            _ => Kind::Text,
        };
        let own = Some((self.label.clone(), self.hint.clone()));
        Point { key: self.key().into(), kind, step: "own", visibility: self.visibility, facet: self.facet, own }
    }
}

/// The list of a community's own points.
pub struct OwnPoints;

impl OwnPoints {
    pub async fn all(scope: &mut Scope) -> Result<Vec<OwnPoint>> {
        scope.all(&ALL, &[]).await
    }

    pub async fn find(scope: &mut Scope, id: i64) -> Result<OwnPoint> {
        OwnPoints::all(scope).await?.into_iter().find(|point| point.id == id).ok_or(Problem::NotFound)
    }

    pub async fn add(scope: &mut Scope, _: &Steward, written: &Written) -> Result<i64> {
        let held = OwnPoints::all(scope).await?;
        if held.len() >= OWN_POINTS {
            return Err(Problem::Conflict("people-conflict-points"));
        }
        let id = scope.deal()?;
        let position = held.iter().map(|point| point.position).max().unwrap_or(0) + 1;
        let choices = written.choices.join("\n");
        let visibility = written.visibility.code();
        scope
            .run(&ADD, args![id, &written.label, &written.hint, &written.kind, choices, visibility, written.facet, position])
            .await?;
        Ok(id)
    }

    /// Everything but the kind. The facet's roll-up follows.
    pub async fn change(scope: &mut Scope, _: &Steward, id: i64, written: &Written) -> Result<()> {
        let before = OwnPoints::find(scope, id).await?;
        let choices = written.choices.join("\n");
        scope.run(&CHANGE, args![id, &written.label, &written.hint, choices, written.visibility.code(), written.facet]).await?;
        if before.facet != written.facet {
            let own = OwnPoints::find(scope, id).await?;
            let mut point = own.point();
            point.facet &= !own.retired;
            crate::facets::rebuild(scope, &point).await?;
        }
        Ok(())
    }

    /// One place up or down.
    pub async fn shift(scope: &mut Scope, _: &Steward, id: i64, up: bool) -> Result<()> {
        let points = OwnPoints::all(scope).await?;
        let at = points.iter().position(|point| point.id == id).ok_or(Problem::NotFound)?;
        let other = if up { at.checked_sub(1) } else { Some(at + 1) };
        let Some(other) = other.and_then(|other| points.get(other)) else { return Ok(()) };
        scope.run(&PLACE, args![id, other.position]).await?;
        scope.run(&PLACE, args![other.id, points[at].position]).await?;
        Ok(())
    }

    /// A retired point is asked for no more and shown to nobody; what people wrote stays theirs and comes back with it.
    pub async fn retire(scope: &mut Scope, _: &Steward, id: i64, retired: bool) -> Result<()> {
        let now = scope.now();
        let changed = if retired { scope.run(&RETIRE, args![id, now]).await? } else { scope.run(&REVIVE, args![id]).await? };
        if changed == 0 {
            return Err(Problem::NotFound);
        }
        let own = OwnPoints::find(scope, id).await?;
        let mut point = own.point();
        point.facet &= !own.retired;
        crate::facets::rebuild(scope, &point).await
    }
}
