//! The points of a profile (capability A2): those that every community has, and what they may hold.

mod catalogue;
mod own;
mod value;

pub use catalogue::{ALL, STEPS};
pub use own::{OwnPoint, OwnPoints, Written};
pub use value::{LIST_ITEMS, shown};

use std::borrow::Cow;

/// Who may see a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    Everyone,
    Members,
    Staff,
}

impl Visibility {
    pub const ALL: [Visibility; 3] = [Visibility::Everyone, Visibility::Members, Visibility::Staff];

    pub fn code(self) -> &'static str {
        match self {
            Visibility::Everyone => "everyone",
            Visibility::Members => "members",
            Visibility::Staff => "staff",
        }
    }

    pub fn parse(code: &str) -> Option<Visibility> {
        Visibility::ALL.into_iter().find(|visibility| visibility.code() == code)
    }

    /// The key of its word.
    pub fn word(self) -> &'static str {
        match self {
            Visibility::Everyone => "people-visibility-everyone",
            Visibility::Members => "people-visibility-members",
            Visibility::Staff => "people-visibility-staff",
        }
    }
}

/// What a point holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line, up to 160 characters.
    Text,
    /// Paragraphs, up to 4,000 characters.
    Long,
    /// Several sentences, one a line.
    Lines,
    /// Several words or names, divided by commas or lines.
    List,
    /// One of these codes (of a community's own point: of these texts).
    Choice(Vec<Cow<'static, str>>),
    /// A whole number between these.
    Number(i64, i64),
    /// An address of the web.
    Url,
    /// A time zone's name, e.g. `Europe/Moscow`.
    Zone,
}

impl Kind {
    pub fn code(&self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Long => "long",
            Kind::Lines => "lines",
            Kind::List => "list",
            Kind::Choice(_) => "choice",
            Kind::Number(..) => "number",
            Kind::Url => "url",
            Kind::Zone => "zone",
        }
    }

    /// Values that gather people: only these may be facets.
    pub fn may_be_facet(&self) -> bool {
        matches!(self, Kind::Text | Kind::List | Kind::Choice(_))
    }
}

/// A point of a profile as it is asked for.
#[derive(Clone, Debug)]
pub struct Point {
    pub key: Cow<'static, str>,
    pub kind: Kind,
    /// One of [`STEPS`].
    pub step: &'static str,
    /// Who sees it unless the member says otherwise.
    pub visibility: Visibility,
    pub facet: bool,
    /// A community's own point carries its label and hint; those of the house have words.
    pub own: Option<(String, String)>,
}

impl Point {
    /// The key of the label's word, of the house's points.
    pub fn word(&self) -> String {
        format!("people-point-{}", self.key)
    }

    /// The label in the reader's language.
    pub fn label(&self, words: &web::Words, locale: kernel::Locale) -> String {
        match &self.own {
            Some((label, _)) => label.clone(),
            None => words.t(locale, &self.word()),
        }
    }

    /// A value as people read it: a choice by its word, the rest as it stands.
    pub fn spoken(&self, value: &str, words: &web::Words, locale: kernel::Locale) -> String {
        match (&self.kind, &self.own) {
            (Kind::Choice(codes), None) if codes.iter().any(|code| code == value) => {
                words.t(locale, &format!("people-choice-{}-{value}", self.key))
            }
            _ => value.to_owned(),
        }
    }

    /// Values by which members are gathered in the directory: folded, and as written.
    pub fn traits(&self, value: &str) -> Vec<(String, String)> {
        if !self.facet || value.is_empty() {
            return Vec::new();
        }
        let pair = |text: &str| (kernel::fold(text), text.to_owned());
        match self.kind {
            Kind::Text | Kind::Choice(_) => vec![pair(value)],
            Kind::List => value.lines().map(pair).collect(),
            _ => Vec::new(),
        }
    }
}

/// Every point of a community: the house's, then its own.
#[derive(Clone, Debug)]
pub struct Points(Vec<Point>);

impl Points {
    pub fn with_own(own: &[OwnPoint]) -> Points {
        let mut points = catalogue::all();
        points.extend(own.iter().filter(|point| !point.retired).map(OwnPoint::point));
        Points(points)
    }

    pub async fn load(scope: &mut store::Scope) -> kernel::Result<Points> {
        Ok(Points::with_own(&OwnPoints::all(scope).await?))
    }

    pub fn find(&self, key: &str) -> Option<&Point> {
        self.0.iter().find(|point| point.key == key)
    }

    pub fn of_step<'a>(&'a self, step: &'a str) -> impl Iterator<Item = &'a Point> {
        self.0.iter().filter(move |point| point.step == step)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Point> {
        self.0.iter()
    }

    /// The steps that ask for anything here.
    pub fn steps(&self) -> Vec<&'static str> {
        STEPS.into_iter().filter(|step| self.of_step(step).next().is_some()).collect()
    }
}
