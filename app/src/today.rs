//! The first page of a member. Not a capability of its own: each area says what there is to do or draws its part, this
//! page puts it in order.

use askama::Template;
use kernel::{Door, Locale};
use store::Scope;
use web::{Area, Group, NavItem, Panel, PanelPlace, Response, Result, Route, Shell, Step, Visit};

/// Steps shown at once: a person has one morning.
const STEPS: usize = 6;

/// The first page, as an area of the house.
pub fn area() -> Area {
    Area {
        name: "today",
        routes: vec![Route::get("/today", Door::Member, today)],
        words: &[(Locale::Ru, include_str!("../words/ru.ftl")), (Locale::En, include_str!("../words/en.ftl"))],
        nav: vec![NavItem { path: "/today", icon: "today", word: "today-nav", door: Door::Member, group: Group::Main, order: 0 }],
        ..Area::default()
    }
}

#[derive(Template)]
#[template(path = "today.html")]
struct Today {
    shell: Shell,
    greeting: String,
    lead: String,
    panels: Vec<Panel>,
    steps: Vec<Step>,
}

impl Today {
    fn at(&self, place: PanelPlace) -> impl Iterator<Item = &Panel> {
        self.panels.iter().filter(move |panel| panel.place == place)
    }

    fn has_head(&self) -> bool {
        self.at(PanelPlace::Head).next().is_some()
    }

    /// Where areas have drawn something, steps that are all done need no place of their own.
    fn shows_steps(&self) -> bool {
        self.at(PanelPlace::Main).next().is_none() || self.steps.iter().any(|step| !step.done)
    }
}

async fn today(visit: Visit) -> Result<Response> {
    let mut scope = visit.read().await?;
    let panels = panels(&mut scope, &visit).await?;
    let steps = steps(&mut scope, &visit).await?;
    drop(scope);
    let shell = visit.shell(visit.t("today-title"));
    let first_name = visit.viewer.name.split_whitespace().next().unwrap_or_default().to_owned();
    let greeting = shell.tt(format!("today-greeting-{}", part_of_day(&visit)), "name", first_name);
    let waiting = steps.iter().filter(|step| !step.done).count() + panels.iter().map(|panel| panel.waiting).sum::<usize>();
    let lead = if waiting == 0 { shell.t("today-lead-none") } else { shell.tv("today-lead", waiting) };
    visit.render(&Today { shell, greeting, lead, panels, steps })
}

async fn panels(scope: &mut Scope, visit: &Visit) -> Result<Vec<Panel>> {
    let mut panels = Vec::new();
    for draw in &visit.house.panels {
        panels.extend(draw(scope, visit).await?);
    }
    panels.sort_by_key(|panel| panel.order);
    Ok(panels)
}

async fn steps(scope: &mut Scope, visit: &Visit) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    for today in &visit.house.today {
        steps.extend(today(scope, visit).await?);
    }
    steps.sort_by_key(|step| (step.done, step.order));
    steps.truncate(STEPS);
    Ok(steps)
}

/// By the clock on the community's wall.
fn part_of_day(visit: &Visit) -> &'static str {
    use chrono::Timelike;
    let zone = visit.community.as_ref().map_or(chrono_tz::UTC, |community| community.timezone);
    let now = chrono::DateTime::from_timestamp_micros(visit.house.clock.now()).unwrap_or_default().with_timezone(&zone);
    match now.hour() {
        5..=11 => "morning",
        12..=17 => "day",
        18..=22 => "evening",
        _ => "night",
    }
}
