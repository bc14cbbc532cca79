//! `/invitations`: whom staff invited by e-mail, and inviting more.

use crate::invitation::{self, AT_ONCE, Invitation, Invitee, PAGE, Post, State};
use crate::{address, identity, policy};
use askama::Template;
use axum::extract::{Path, Query};
use kernel::Problem;
use serde::Deserialize;
use store::Scope;
use web::rates::Rate;
use web::{Cursor, Faults, Fields, Page, Pager, Result, Shell, Visit, see_other};

/// How often one person may send: letters go to people who did not ask.
const SENDING: Rate = Rate { burst: 20, per_minute: 4 };

#[derive(Template)]
#[template(path = "invitations.html")]
struct InvitationsView {
    shell: Shell,
    faults: Faults,
    people: String,
    /// Lines that could not be read, as they were typed.
    unread: Vec<String>,
    rows: Vec<Row>,
    pager: Pager,
    at_once: usize,
}

struct Row {
    invitation: Invitation,
    state: State,
    inviter: Option<String>,
}

impl Row {
    /// It can still be sent again and taken back.
    fn is_open(&self) -> bool {
        matches!(self.state, State::Waiting | State::Expired)
    }

    fn badge(&self) -> &'static str {
        match self.state {
            State::Waiting => "badge--slate",
            State::Accepted => "badge--accent",
            State::Expired => "badge--ochre",
            State::Revoked => "",
        }
    }
}

#[derive(Deserialize)]
pub struct From {
    before: Option<String>,
}

async fn view(visit: &Visit, before: Option<i64>, faults: Faults, people: String, unread: Vec<String>) -> Result<InvitationsView> {
    let right = policy::invites(&visit.viewer)?;
    let mut scope = visit.read().await?;
    let page = Page::cut(invitation::before(&mut scope, &right, before, PAGE + 1).await?, PAGE, |invitation| invitation.id);
    let inviters: Vec<kernel::IdentityId> = page.rows.iter().filter_map(|invitation| invitation.invited_by).collect();
    let names = identity::names(&mut scope, &inviters).await?;
    let now = scope.now();
    let row = |invitation: Invitation| {
        let inviter = invitation.invited_by.and_then(|id| names.get(&id)?.name.clone());
        Row { state: invitation.state(now), inviter, invitation }
    };
    let pager = Pager::new(
        before.map(|_| "/invitations".to_owned()),
        page.next.clone().map(|cursor| format!("/invitations?before={cursor}")),
    );
    let rows = page.rows.into_iter().map(row).collect();
    Ok(InvitationsView {
        shell: visit.shell(visit.t("identity-invitations-title")),
        faults,
        people,
        unread,
        rows,
        pager,
        at_once: AT_ONCE,
    })
}

pub async fn list(visit: Visit, Query(from): Query<From>) -> Result {
    let before = Cursor::place::<i64>(from.before.as_deref().unwrap_or_default())?;
    visit.render(&view(&visit, before, Faults::none(), String::new(), Vec::new()).await?)
}

pub async fn send(visit: Visit, fields: Fields) -> Result {
    let right = policy::invites(&visit.viewer)?;
    let people = fields.text("people");
    let lines: Vec<&str> = people.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let unread: Vec<String> = lines.iter().filter(|line| Invitee::parse(line).is_none()).map(|line| (*line).to_owned()).collect();
    let fault = match lines.len() {
        0 => Some("identity-fault-people-none"),
        count if count > AT_ONCE => Some("identity-fault-people-many"),
        _ if !unread.is_empty() => Some("identity-fault-people-unread"),
        _ => None,
    };
    if let Some(word) = fault {
        let mut faults = Faults::none();
        faults.add("people", word);
        return visit.render_invalid(&view(&visit, None, faults, people, unread).await?);
    }
    visit.limit("invite", SENDING)?;
    let invitees: Vec<Invitee> = lines.iter().filter_map(|line| Invitee::parse(line)).collect();
    let mut scope = visit.write().await?;
    let origin = address::origin(&mut scope, &visit.house).await?;
    let sent = invitation::send(&mut scope, &right, &invitees, &post(&visit, &origin)?).await?;
    scope.commit().await?;
    match sent {
        0 => visit.flash("identity-invitations-all-here"),
        sent => visit.flash_n("identity-invitations-sent", i64::try_from(sent).unwrap_or(i64::MAX)),
    }
    Ok(see_other("/invitations"))
}

/// Invitations are written in the community's language: the reader's is not known yet.
fn post<'a>(visit: &'a Visit, origin: &'a str) -> Result<Post<'a>, Problem> {
    let community = visit.community()?;
    Ok(Post {
        words: &visit.house.words,
        locale: community.locale,
        community: &community.name,
        origin,
        inviter: &visit.viewer.name,
    })
}

pub async fn resend(visit: Visit, Path(id): Path<i64>) -> Result {
    let right = policy::invites(&visit.viewer)?;
    visit.limit("invite", SENDING)?;
    let mut scope: Scope = visit.write().await?;
    let origin = address::origin(&mut scope, &visit.house).await?;
    invitation::resend(&mut scope, &right, id, &post(&visit, &origin)?).await?;
    scope.commit().await?;
    visit.flash("identity-invitations-resent");
    Ok(see_other("/invitations"))
}

pub async fn revoke(visit: Visit, Path(id): Path<i64>) -> Result {
    let right = policy::invites(&visit.viewer)?;
    let mut scope = visit.write().await?;
    invitation::revoke(&mut scope, &right, id).await?;
    scope.commit().await?;
    visit.flash("identity-invitations-revoked");
    Ok(see_other("/invitations"))
}
