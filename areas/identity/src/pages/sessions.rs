//! `/account/sessions`: browsers that are signed in, and the way to end them.

use crate::session::{self, Session};
use askama::Template;
use axum::extract::Path;
use kernel::{AccountId, Problem};
use web::{Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "sessions.html")]
struct SessionsView {
    shell: Shell,
    sessions: Vec<Row>,
    others: bool,
}

struct Row {
    session: Session,
    /// Browser and system in a few words; empty if it said nothing that we know.
    browser: String,
    current: bool,
}

/// The signed-in account.
pub(super) fn holder(visit: &Visit) -> Result<AccountId, Problem> {
    visit.viewer.account.ok_or(Problem::Forbidden)
}

pub async fn list(visit: Visit) -> Result {
    let account = holder(&visit)?;
    let mut global = visit.house.store.global_read().await?;
    let sessions = session::list(&mut global, account, visit.house.clock.now()).await?;
    let row = |session: Session| Row { browser: browser(&session.agent), current: Some(session.id) == visit.session, session };
    let mut sessions: Vec<Row> = sessions.into_iter().map(row).collect();
    sessions.sort_by_key(|row| !row.current);
    let others = sessions.iter().any(|row| !row.current);
    visit.render(&SessionsView { shell: visit.shell(visit.t("identity-sessions-title")), sessions, others })
}

pub async fn end(visit: Visit, Path(id): Path<i64>) -> Result {
    let account = holder(&visit)?;
    let mut global = visit.house.store.global().await?;
    session::revoke(&mut global, id, account, visit.house.clock.now()).await?;
    global.commit().await?;
    visit.flash("identity-sessions-ended");
    Ok(see_other("/account/sessions"))
}

pub async fn end_others(visit: Visit) -> Result {
    let account = holder(&visit)?;
    let mut global = visit.house.store.global().await?;
    session::revoke_others(&mut global, account, visit.session.unwrap_or_default(), visit.house.clock.now()).await?;
    global.commit().await?;
    visit.flash("identity-sessions-others-ended");
    Ok(see_other("/account/sessions"))
}

pub async fn sign_out(visit: Visit) -> Result {
    let account = holder(&visit)?;
    if let Some(id) = visit.session {
        let mut global = visit.house.store.global().await?;
        session::revoke(&mut global, id, account, visit.house.clock.now()).await?;
        global.commit().await?;
    }
    visit.drop_cookie(session::COOKIE);
    visit.flash("identity-signed-out");
    Ok(see_other("/"))
}

/// Names that are known to people, in the order in which they must be looked for: browsers pretend to be one another.
const BROWSERS: [(&str, &str); 7] = [
    ("YaBrowser/", "Yandex Browser"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];
const SYSTEMS: [(&str, &str); 6] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

fn browser(agent: &str) -> String {
    let known = |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    [known(&BROWSERS), known(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_named_in_a_few_words() {
        let yandex = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 YaBrowser/24.10 Safari/537.36";
        assert_eq!(browser(yandex), "Yandex Browser, Windows");
        assert_eq!(browser("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"), "Safari, iPhone");
        assert_eq!(browser(""), "");
    }
}
