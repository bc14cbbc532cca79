//! `/requests/settings`: how many people a round asks, and how long it waits for them.

use crate::policy;
use crate::settings::{self, ASKED, PATIENCE_HOURS, Settings};
use askama::Template;
use serde_json::json;
use web::{Faults, Fields, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsView {
    shell: Shell,
    faults: Faults,
    asked: String,
    hours: String,
}

pub async fn show(visit: Visit) -> Result<Response> {
    let mut scope = visit.read().await?;
    let held = settings::held(&mut scope).await?;
    drop(scope);
    visit.render(&view(&visit, Faults::none(), held.asked.to_string(), held.patience_hours.to_string()))
}

pub async fn keep(visit: Visit, fields: Fields) -> Result<Response> {
    let (asked, hours) = (fields.number("asked"), fields.number("hours"));
    let mut faults = Faults::none();
    let asked = asked.filter(|asked| ASKED.contains(asked)).unwrap_or_else(|| {
        faults.add("asked", "requests-fault-asked");
        0
    });
    let patience_hours = hours.filter(|hours| PATIENCE_HOURS.contains(hours)).unwrap_or_else(|| {
        faults.add("hours", "requests-fault-hours");
        0
    });
    if faults.any() {
        return visit.render_invalid(&view(&visit, faults, fields.text("asked"), fields.text("hours")));
    }
    let mut scope = visit.write().await?;
    let right = policy::steward(&scope)?;
    let settings = Settings { asked, patience_hours };
    if settings::held(&mut scope).await? != settings {
        settings::keep(&mut scope, right, settings).await?;
        let (community, detail) = (scope.community().0, json!({ "asked": asked, "patience_hours": patience_hours }));
        identity::audit::record(&mut scope, "requests.settings-changed", "community", community, &detail).await?;
    }
    scope.commit().await?;
    visit.flash("requests-settings-kept");
    Ok(see_other("/requests/settings"))
}

fn view(visit: &Visit, faults: Faults, asked: String, hours: String) -> SettingsView {
    SettingsView { shell: visit.shell(visit.t("requests-settings-title")), faults, asked, hours }
}
