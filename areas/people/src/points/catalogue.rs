//! The forty points of the house. Labels are words `people-point-KEY`, choices `people-choice-KEY-CODE`.

use super::{Kind, Point, Visibility};
use std::borrow::Cow;

/// The steps in which a member is asked, in order. A community's own points come last.
pub const STEPS: [&str; 9] = ["about", "work", "education", "place", "company", "offer", "need", "beyond", "own"];

/// What a point of the house holds, in a form that can be written as a constant.
#[derive(Clone, Copy)]
enum Shape {
    Text,
    Long,
    Lines,
    List,
    Choice(&'static [&'static str]),
    Number(i64, i64),
    Url,
    Zone,
}

pub struct HousePoint {
    pub key: &'static str,
    step: &'static str,
    shape: Shape,
    visibility: Visibility,
    facet: bool,
}

const fn point(step: &'static str, key: &'static str, shape: Shape) -> HousePoint {
    HousePoint { key, step, shape, visibility: Visibility::Members, facet: false }
}

impl HousePoint {
    const fn facet(self) -> HousePoint {
        HousePoint { facet: true, ..self }
    }

    const fn staff(self) -> HousePoint {
        HousePoint { visibility: Visibility::Staff, ..self }
    }

    fn point(&self) -> Point {
        let kind = match self.shape {
            Shape::Text => Kind::Text,
            Shape::Long => Kind::Long,
            Shape::Lines => Kind::Lines,
            Shape::List => Kind::List,
            Shape::Choice(codes) => Kind::Choice(codes.iter().map(|code| Cow::Borrowed(*code)).collect()),
            Shape::Number(least, most) => Kind::Number(least, most),
            Shape::Url => Kind::Url,
            Shape::Zone => Kind::Zone,
        };
        Point { key: Cow::Borrowed(self.key), kind, step: self.step, visibility: self.visibility, facet: self.facet, own: None }
    }
}

pub const ALL: [HousePoint; 41] = [
    point("about", "headline", Shape::Text),
    point("about", "about", Shape::Long),
    point("about", "ask_me", Shape::Lines),
    point("about", "goal", Shape::Long).staff(),
    point("work", "profession", Shape::Text).facet(),
    point("work", "specialisation", Shape::List).facet(),
    point("work", "experience_years", Shape::Number(0, 80)),
    point("work", "practice", Shape::Choice(&["in-person", "online", "both"])).facet(),
    point("work", "works_with", Shape::List).facet(),
    point("work", "methods", Shape::List),
    point("education", "education", Shape::Lines),
    point("education", "alma_mater", Shape::List).facet(),
    point("education", "degree", Shape::Choice(&["bachelor", "master", "doctor", "other"])),
    point("education", "courses", Shape::Lines),
    point("education", "affiliations", Shape::List).facet(),
    point("place", "city", Shape::Text).facet(),
    point("place", "country", Shape::Text),
    point("place", "time_zone", Shape::Zone),
    point("place", "languages", Shape::List).facet(),
    point("place", "phone", Shape::Text).staff(),
    point("place", "telegram", Shape::Text),
    point("place", "site", Shape::Url),
    point("place", "best_time", Shape::Text),
    point("company", "company", Shape::Text),
    point("company", "position", Shape::Text),
    point("company", "industry", Shape::Text).facet(),
    point("company", "business_size", Shape::Choice(&["one", "upto10", "upto50", "upto250", "more"])).facet(),
    point("company", "company_site", Shape::Url),
    point("offer", "offer", Shape::Lines),
    point("offer", "contacts", Shape::Lines),
    point("offer", "teaches", Shape::List),
    point("offer", "mentor", Shape::Choice(&["yes", "later", "no"])).facet(),
    point("offer", "help_hours", Shape::Number(0, 100)),
    point("need", "need", Shape::Lines),
    point("need", "seeks", Shape::List),
    point("need", "challenge", Shape::Long),
    point("need", "hiring", Shape::Choice(&["hires", "seeks", "open", "no"])).facet(),
    point("beyond", "hobbies", Shape::List).facet(),
    point("beyond", "volunteers", Shape::Text),
    point("beyond", "books", Shape::Lines),
    point("beyond", "motto", Shape::Text),
];

pub(super) fn all() -> Vec<Point> {
    ALL.iter().map(HousePoint::point).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_have_one_key_each_a_known_step_and_facets_that_gather() {
        let points = all();
        let keys: std::collections::BTreeSet<_> = points.iter().map(|point| point.key.clone()).collect();
        assert_eq!(keys.len(), points.len());
        assert!(points.iter().all(|point| STEPS.contains(&point.step)));
        assert!(points.iter().filter(|point| point.facet).all(|point| point.kind.may_be_facet()));
        assert!(keys.iter().all(|key| !key.starts_with("own-")), "that prefix belongs to communities");
    }
}
