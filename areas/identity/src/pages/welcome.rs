//! `/welcome`: the first run. Opened by the link that the terminal shows; without it, a word on where to find the link.

use super::agent;
use super::community::Form;
use crate::address::{Place, host_of, place};
use crate::community::{NewOwner, Site};
use crate::session::Browser;
use crate::{first_run, gate, sign_in};
use askama::Template;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode};
use kernel::Problem;
use serde::Deserialize;
use web::{Faults, Fields, Result, Shell, Visit, see_other};

/// As they stand on the page.
const FIELDS: [&str; 10] =
    ["profession", "specialisation", "mission", "name", "slug", "currency", "timezone", "owner_name", "owner_email", "password"];

#[derive(Template)]
#[template(path = "welcome.html")]
struct WelcomeView {
    shell: Shell,
    faults: Faults,
    form: Form,
    code: String,
    slug: String,
    owner_name: String,
    owner_email: String,
    /// `chat` or `people`.
    from: String,
}

#[derive(Template)]
#[template(path = "welcome_closed.html")]
struct ClosedView {
    shell: Shell,
    /// There is a community already.
    founded: bool,
}

#[derive(Deserialize)]
pub struct Opened {
    #[serde(default)]
    code: String,
}

async fn closed(visit: &Visit) -> Result {
    let founded = !first_run::is_waiting(&visit.house.store).await?;
    let status = if founded { StatusCode::NOT_FOUND } else { StatusCode::FORBIDDEN };
    let title = visit.t(if founded { "identity-welcome-done-title" } else { "identity-welcome-closed-title" });
    visit.render_with(status, &ClosedView { shell: visit.shell(title), founded })
}

pub async fn show(visit: Visit, Query(opened): Query<Opened>) -> Result {
    if !first_run::is_good(&visit.house.store, &opened.code).await? {
        return closed(&visit).await;
    }
    let form = Form::blank(&visit);
    let (slug, owner_name, owner_email) = (String::new(), String::new(), String::new());
    let shell = visit.shell(visit.t("identity-welcome-title"));
    visit.render(&WelcomeView {
        shell,
        faults: Faults::none(),
        form,
        code: opened.code,
        slug,
        owner_name,
        owner_email,
        from: "chat".to_owned(),
    })
}

pub async fn found(visit: Visit, headers: HeaderMap, fields: Fields) -> Result {
    let code = fields.text("code");
    if !first_run::is_good(&visit.house.store, &code).await? {
        return closed(&visit).await;
    }
    let view = WelcomeView {
        shell: visit.shell(visit.t("identity-welcome-title")),
        faults: Faults::none(),
        form: Form::typed(&visit, &fields),
        code,
        slug: fields.text("slug"),
        owner_name: fields.text("owner_name"),
        owner_email: fields.text("owner_email"),
        from: fields.text("from"),
    };
    founded(&visit, &headers, fields.get("password"), view).await
}

async fn founded(visit: &Visit, headers: &HeaderMap, password: &str, mut view: WelcomeView) -> Result {
    view.form.missing(&mut view.faults);
    let owner = NewOwner { email: view.owner_email.clone(), name: view.owner_name.clone(), password: Some(password.to_owned()) };
    let plan = (view.form.said(&view.slug), owner);
    if view.faults.any() {
        if let Err(Problem::Invalid(more)) = crate::founding::Plan::parse(plan.0, plan.1) {
            view.faults.0.extend(more);
        }
        view.faults.ordered(&FIELDS);
        return visit.render_invalid(&view);
    }
    let browser = Browser::of(agent(headers), visit.client);
    let house = (&visit.house.store, &visit.house.clock, &visit.house.chance);
    match first_run::found(house, &view.code, plan, site(visit), &browser).await {
        Ok((_, secret)) => {
            gate::forget_communities(&visit.house);
            sign_in::keep(visit, &secret);
            Ok(see_other(next(&view.from)))
        }
        Err(Problem::Invalid(faults)) => {
            view.faults = faults.into();
            view.faults.ordered(&FIELDS);
            visit.render_invalid(&view)
        }
        Err(problem) => Err(problem.into()),
    }
}

/// Where the founder goes on.
fn next(from: &str) -> &'static str {
    match from {
        "chat" => "/import",
        "people" => "/invitations",
        _ => "/today",
    }
}

/// With no public address configured, the one at which the holder of the code founds is where links will lead.
fn site(visit: &Visit) -> Site {
    let public = visit.house.public_url.as_deref().and_then(host_of);
    let host = match place(&visit.host, public.as_deref()) {
        Place::Own(host) if is_host(&host) => Some(host),
        _ => None,
    };
    let scheme = if visit.arrival.secure { "https" } else { "http" };
    let origin = (visit.house.public_url.is_none() && is_authority(&visit.arrival.authority))
        .then(|| format!("{scheme}://{}", visit.arrival.authority));
    Site { host, origin }
}

fn is_host(host: &str) -> bool {
    !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte))
}

fn is_authority(authority: &str) -> bool {
    !authority.is_empty() && authority.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
}
