//! Requests for help: asked, routed, answered, closed, remembered. See README.md.

pub mod deeds;
pub mod policy;
pub mod request;
pub mod settings;

use kernel::Locale;
use web::Area;

/// The area's face to the house.
pub fn area() -> Area {
    Area {
        name: "requests",
        words: &[(Locale::Ru, include_str!("../words/ru.ftl")), (Locale::En, include_str!("../words/en.ftl"))],
        ..Area::default()
    }
}
