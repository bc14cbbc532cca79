//! `/remove-me`: needs no account. With a personal link it is done at once; without proof the owner looks at it.

use super::imported::PersonRow;
use super::{SEARCH_RATE, WISH_RATE};
use crate::imported;
use crate::links::{self, Link, LinkKind};
use crate::removals::{self, Wish};
use askama::Template;
use axum::extract::{Path, RawQuery};
use axum::http::{HeaderValue, StatusCode, header};
use identity::session;
use identity::throttle::{self, NETWORK_WISHES, Subject};
use kernel::{MemberId, Problem};
use web::{Faults, Fields, Shell, Visit};

#[derive(Template)]
#[template(path = "remove_me.html")]
struct WishView {
    shell: Shell,
    /// Where the form leads: with a link, to the link.
    action: String,
    /// Whom the person picked, or whom their personal link is for.
    person: Option<PersonRow>,
    /// The link is proof: it is done at once.
    proof: bool,
    typed_name: String,
    typed_contact: String,
    words_too: bool,
    faults: Faults,
    /// Minutes to wait, where this network wrote as many wishes as are taken.
    wait_minutes: Option<i64>,
}

#[derive(Template)]
#[template(path = "remove_me_done.html")]
struct DoneView {
    shell: Shell,
    at_once: bool,
}

fn blank(visit: &Visit, action: String) -> WishView {
    let shell = visit.shell(visit.t("people-remove-me-title"));
    WishView {
        shell,
        action,
        person: None,
        proof: false,
        typed_name: String::new(),
        typed_contact: String::new(),
        words_too: false,
        faults: Faults::none(),
        wait_minutes: None,
    }
}

pub(super) async fn show(visit: Visit) -> web::Result {
    visit.render(&blank(&visit, "/remove-me".to_owned()))
}

pub(super) async fn ask(visit: Visit, form: Fields) -> web::Result {
    wish(&visit, blank(&visit, "/remove-me".to_owned()), None, &form).await
}

/// Writes the wish down and answers the same whether or not anybody of that name was in the chat.
async fn wish(visit: &Visit, mut view: WishView, member: Option<MemberId>, form: &Fields) -> web::Result {
    (view.typed_name, view.typed_contact) = (form.text("name"), form.text("contact"));
    view.words_too = form.get("words") == "too";
    let wish = match Wish::parse(member, form.get("name"), form.get("contact"), form.get("words")) {
        Ok(wish) => wish,
        Err(Problem::Invalid(faults)) => {
            view.faults = faults.into();
            return visit.render_invalid(&view);
        }
        Err(problem) => return Err(problem.into()),
    };
    match counted(visit).await {
        Err(Problem::TooMany(seconds)) => return too_often(visit, view, seconds),
        counted => counted?,
    }
    let mut scope = visit.write().await?;
    removals::ask(&mut scope, &wish).await?;
    scope.commit().await?;
    done(visit, false)
}

/// Wishes without proof cost the owner time and anybody can write them: each counts until the window has passed, on
/// every node.
async fn counted(visit: &Visit) -> kernel::Result<()> {
    let (house, from) = (&visit.house, Subject::wishes_from(&session::network(visit.client)));
    throttle::begin(&house.store, &house.chance, house.clock.now(), &[from]).await.map(|_counted| ())
}

/// The form again, with what was typed, the limit, and how long to wait.
fn too_often(visit: &Visit, mut view: WishView, seconds: i64) -> web::Result {
    // The seconds end a moment after the minute does.
    view.wait_minutes = Some(((seconds + 58) / 60).max(1));
    let mut page = visit.render_with(StatusCode::TOO_MANY_REQUESTS, &view)?;
    page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    Ok(page)
}

fn done(visit: &Visit, at_once: bool) -> web::Result {
    visit.render(&DoneView { shell: visit.shell(visit.t("people-remove-me-title")), at_once })
}

/// The page of a link: a personal one is for its person; by the chat's link the person was picked on the page before.
async fn by_link_view(visit: &Visit, token: &str, picked: Option<i64>) -> web::Result<(WishView, Link)> {
    let mut scope = visit.read().await?;
    let link = links::working(&mut scope, token).await?;
    let proof = link.kind == LinkKind::Personal;
    let member = if proof { link.member } else { picked.map(MemberId) };
    let mut view = blank(visit, format!("/remove-me/{token}"));
    if let Some(member) = member {
        view.person = Some(PersonRow::of(&view.shell, &imported::one(&mut scope, member).await?));
    }
    Ok((WishView { proof, ..view }, link))
}

pub(super) async fn show_by_link(visit: Visit, Path(token): Path<String>, RawQuery(raw): RawQuery) -> web::Result {
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    visit.limit("people.claim-search", SEARCH_RATE)?;
    match by_link_view(&visit, &token, fields.number("member")).await {
        Ok((view, _)) => visit.render(&view),
        // A link that is over still deserves an answer: the wish can be made without it.
        Err(refusal) if matches!(refusal.0, web::Trouble::Problem(Problem::Conflict(_))) => {
            visit.render(&blank(&visit, "/remove-me".to_owned()))
        }
        Err(refusal) => Err(refusal),
    }
}

pub(super) async fn by_link(visit: Visit, Path(token): Path<String>, form: Fields) -> web::Result {
    let (view, link) = by_link_view(&visit, &token, form.number("member")).await?;
    if link.kind == LinkKind::Chat {
        let member = view.person.as_ref().map(|person| MemberId(person.id));
        return wish(&visit, view, member, &form).await;
    }
    visit.limit("people.remove-me", WISH_RATE)?;
    let words_too = removals::words_too(form.get("words")).ok_or(Problem::field("words", "people-fault-choice"))?;
    let mut scope = visit.write().await?;
    let link = links::working(&mut scope, &token).await?;
    removals::by_link(&mut scope, &link, words_too).await?;
    scope.commit().await?;
    done(&visit, true)
}
