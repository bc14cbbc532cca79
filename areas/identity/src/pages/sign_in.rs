//! `/sign-in`: an address, then the code or the link from the letter; or a password.

use super::{agent, in_query};
use crate::parsed::Email;
use crate::sign_in::{self, Desk, Welcome};
use askama::Template;
use axum::extract::Query;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use kernel::{MICROS_PER_SECOND, Problem};
use serde::Deserialize;
use web::{Faults, Fields, Response, Result, Shell, Visit, local_path, see_other};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInView {
    shell: Shell,
    faults: Faults,
    email: String,
    next: String,
    /// Microseconds to wait, if there were too many tries.
    wait: Option<i64>,
    /// The part with the password is open.
    by_password: bool,
}

#[derive(Template)]
#[template(path = "code.html")]
struct CodeView {
    shell: Shell,
    faults: Faults,
    email: String,
    next: String,
    wait: Option<i64>,
}

#[derive(Template)]
#[template(path = "link.html")]
struct LinkView {
    shell: Shell,
    /// The address whose link it is; nothing if it is spent.
    email: Option<String>,
    key: String,
}

#[derive(Deserialize)]
pub struct Came {
    #[serde(default)]
    next: String,
    #[serde(default)]
    email: String,
}

#[derive(Deserialize)]
pub struct Keyed {
    #[serde(default)]
    key: String,
}

/// Where a person goes after coming in.
fn onward(next: &str) -> String {
    local_path(next).unwrap_or("/").to_owned()
}

fn view(visit: &Visit, faults: Faults, email: &str, next: &str) -> SignInView {
    let shell = visit.shell(visit.t("identity-sign-in-title"));
    SignInView { shell, faults, email: email.to_owned(), next: onward(next), wait: None, by_password: false }
}

pub async fn show(visit: Visit, Query(came): Query<Came>) -> Result {
    if visit.viewer.is_member() {
        return Ok(see_other(onward(&came.next)));
    }
    visit.render(&view(&visit, Faults::none(), &came.email, &came.next))
}

/// The page again, saying how long to wait: 429.
fn too_many(visit: &Visit, page: &impl Template, seconds: i64) -> Result {
    let mut response = visit.render_with(StatusCode::TOO_MANY_REQUESTS, page)?;
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    Ok(response)
}

pub async fn ask(visit: Visit, fields: Fields) -> Result {
    let mut page = view(&visit, Faults::none(), &fields.text("email"), fields.get("next"));
    let Some(email) = Email::parse(&page.email) else {
        page.faults.add("email", "identity-fault-email");
        return visit.render_invalid(&page);
    };
    let claiming = sign_in::claiming(Desk::of(&visit)?, visit.cookie(sign_in::COOKIE), &email).await?;
    let asked = match &claiming {
        Some(next) => sign_in::ask(Desk::of(&visit)?, &email, next, Welcome::Anybody).await,
        None => sign_in::ask(Desk::of(&visit)?, &email, &page.next, Welcome::Known).await,
    };
    match asked {
        Ok(cookie) => {
            visit.set_cookie(sign_in::COOKIE, &cookie, Some(sign_in::GOOD_FOR / MICROS_PER_SECOND));
            Ok(see_other("/sign-in/code"))
        }
        Err(Problem::TooMany(seconds)) => {
            page.wait = Some(seconds * MICROS_PER_SECOND);
            too_many(&visit, &page, seconds)
        }
        Err(problem) => Err(problem.into()),
    }
}

/// The browser that asked sees the same page whether or not a letter was sent.
async fn code_view(visit: &Visit) -> Result<Option<CodeView>> {
    let Some(cookie) = visit.cookie(sign_in::COOKIE) else { return Ok(None) };
    let asked = sign_in::asked(Desk::of(visit)?, cookie).await?;
    let shell = visit.shell(visit.t("identity-code-title"));
    Ok(asked.map(|email| CodeView { shell, faults: Faults::none(), email, next: "/".to_owned(), wait: None }))
}

pub async fn code(visit: Visit) -> Result {
    match code_view(&visit).await? {
        Some(page) => visit.render(&page),
        None => Ok(see_other("/sign-in")),
    }
}

pub async fn enter_by_code(visit: Visit, headers: HeaderMap, fields: Fields) -> Result {
    let cookie = visit.cookie(sign_in::COOKIE).unwrap_or_default().to_owned();
    match sign_in::by_code(Desk::of(&visit)?, &cookie, fields.get("code")).await {
        Ok(entered) => come_in(&visit, &headers, entered.account, &entered.next).await,
        Err(problem) => {
            let Some(mut page) = code_view(&visit).await? else {
                let mut page = view(&visit, Faults::none(), "", "/");
                page.faults.add("email", "identity-fault-code-spent");
                return visit.render_invalid(&page);
            };
            match problem {
                Problem::Invalid(faults) => {
                    page.faults = faults.into();
                    visit.render_invalid(&page)
                }
                Problem::TooMany(seconds) => {
                    page.wait = Some(seconds * MICROS_PER_SECOND);
                    too_many(&visit, &page, seconds)
                }
                other => Err(other.into()),
            }
        }
    }
}

fn spent_or(visit: &Visit, email: Option<String>, key: String) -> Result {
    let status = if email.is_some() { StatusCode::OK } else { StatusCode::GONE };
    let title = visit.t(if email.is_some() { "identity-link-title" } else { "identity-link-spent-title" });
    visit.render_with(status, &LinkView { shell: visit.shell(title), email, key })
}

pub async fn link(visit: Visit, Query(keyed): Query<Keyed>) -> Result {
    let email = sign_in::link_is_good(Desk::of(&visit)?, &keyed.key).await?;
    spent_or(&visit, email, keyed.key)
}

pub async fn enter_by_link(visit: Visit, headers: HeaderMap, fields: Fields) -> Result {
    match sign_in::by_link(Desk::of(&visit)?, fields.get("key")).await {
        Ok(entered) => come_in(&visit, &headers, entered.account, &entered.next).await,
        Err(Problem::Conflict(_)) => spent_or(&visit, None, String::new()),
        Err(problem) => Err(problem.into()),
    }
}

pub async fn enter_by_password(visit: Visit, headers: HeaderMap, fields: Fields) -> Result {
    let mut page = view(&visit, Faults::none(), &fields.text("email"), fields.get("next"));
    page.by_password = true;
    let Some(email) = Email::parse(&page.email) else {
        page.faults.add("email", "identity-fault-email");
        return visit.render_invalid(&page);
    };
    match sign_in::by_password(Desk::of(&visit)?, &email, fields.get("password")).await {
        Ok(account) => come_in(&visit, &headers, account, &page.next).await,
        Err(Problem::Invalid(faults)) => {
            page.faults = faults.into();
            visit.render_invalid(&page)
        }
        Err(Problem::TooMany(seconds)) => {
            page.wait = Some(seconds * MICROS_PER_SECOND);
            too_many(&visit, &page, seconds)
        }
        Err(problem) => Err(problem.into()),
    }
}

async fn come_in(visit: &Visit, headers: &HeaderMap, account: kernel::AccountId, next: &str) -> Result<Response> {
    sign_in::enter(visit, agent(headers), account).await?;
    Ok(see_other(onward(next)))
}

/// The sign-in page with an address filled in, leading on to a path.
pub(super) fn address(email: &str, next: &str) -> String {
    format!("/sign-in?email={}&next={}", in_query(email), in_query(next))
}
