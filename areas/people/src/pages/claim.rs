//! `/claim/TOKEN`: a person finds themselves. Of anybody only the name, the months of the first and the last word and
//! the number of messages are shown, and a search is rationed.

use super::imported::PersonRow;
use super::{SEARCH_RATE, WISH_RATE, address, member_id};
use crate::claims::{self, Outcome};
use crate::imported::{self, After};
use crate::links::{self, Link, LinkKind};
use askama::Template;
use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use identity::parsed::Email;
use identity::sign_in::{self, Desk, Welcome};
use kernel::{MICROS_PER_SECOND, MemberId, Problem};
use store::Scope;
use web::{Cursor, Faults, Fields, Pager, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "claim.html")]
struct SearchView {
    shell: Shell,
    token: String,
    words: String,
    searched: bool,
    faults: Faults,
    people: Vec<PersonRow>,
    pager: Pager,
}

#[derive(Template)]
#[template(path = "claim_person.html")]
struct AskView {
    shell: Shell,
    token: String,
    person: PersonRow,
    personal: bool,
    /// The address of the account that came in; a stranger types theirs.
    signed_in: bool,
    email: String,
    faults: Faults,
}

#[derive(Template)]
#[template(path = "claim_over.html")]
struct OverView {
    shell: Shell,
    title: String,
    text: String,
}

/// A calm page where a link leads nowhere any more, or the person is taken.
fn over(visit: &Visit, word: &str) -> web::Result {
    let title = visit.t("people-claim-over");
    visit.render_with(StatusCode::GONE, &OverView { shell: visit.shell(title.clone()), title, text: visit.t(word) })
}

/// The link, if it works; otherwise the page that says so.
async fn opened(scope: &mut Scope, token: &str) -> Result<Link, Problem> {
    links::working(scope, token).await
}

pub(super) async fn search(visit: Visit, Path(token): Path<String>, RawQuery(raw): RawQuery) -> web::Result {
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    let words: String = fields.text("q").chars().take(120).collect();
    let mut scope = visit.read().await?;
    let link = match opened(&mut scope, &token).await {
        Ok(link) => link,
        Err(Problem::Conflict(word)) => return over(&visit, word),
        Err(problem) => return Err(problem.into()),
    };
    if let (LinkKind::Personal, Some(member)) = (link.kind, link.member) {
        return Ok(see_other(format!("/claim/{token}/{member}")));
    }
    let after = Cursor::place::<After>(fields.get("after"))?;
    let began = after.is_none();
    let shell = visit.shell(visit.t("people-claim-title"));
    let mut view = SearchView {
        shell,
        token,
        searched: !words.is_empty(),
        words,
        faults: Faults::none(),
        people: Vec::new(),
        pager: Pager::new(None, None),
    };
    if !view.searched {
        return visit.render(&view);
    }
    visit.limit("people.claim-search", SEARCH_RATE)?;
    let mut found = match imported::search(&mut scope, &view.words, after).await {
        Ok(found) => found,
        Err(Problem::Invalid(faults)) => {
            view.faults = faults.into();
            return visit.render_invalid(&view);
        }
        Err(problem) => return Err(problem.into()),
    };
    let more = found.len() > imported::FINDINGS;
    found.truncate(imported::FINDINGS);
    let page = |after: &str| address(&format!("/claim/{}", view.token), &[("q", &view.words), ("after", after)]);
    let next = found.last().filter(|_| more).map(|last| page(&Cursor::encode(&After::Name(last.sort_key.clone(), last.id.0))));
    view.pager = Pager::onward((!began).then(|| page("")), next);
    view.people = found.iter().map(|person| PersonRow::of(&view.shell, person)).collect();
    visit.render(&view)
}

/// The person whom a link lets the visitor claim.
async fn found(scope: &mut Scope, token: &str, member: &str) -> Result<(Link, imported::Imported), Problem> {
    let link = opened(scope, token).await?;
    let member = member_id(member)?;
    if link.kind == LinkKind::Personal && link.member != Some(member) {
        return Err(Problem::NotFound);
    }
    let person = imported::one(scope, member).await.map_err(|problem| match problem {
        Problem::NotFound => Problem::Conflict("people-conflict-claimed"),
        other => other,
    })?;
    Ok((link, person))
}

async fn ask_view(visit: &Visit, token: &str, member: &str, email: &str, faults: Faults) -> Result<AskView, Problem> {
    let mut scope = visit.read().await?;
    let (link, person) = found(&mut scope, token, member).await?;
    let shell = visit.shell(visit.t("people-claim-title"));
    Ok(AskView {
        person: PersonRow::of(&shell, &person),
        shell,
        token: token.to_owned(),
        personal: link.kind == LinkKind::Personal,
        signed_in: visit.viewer.account.is_some(),
        email: email.to_owned(),
        faults,
    })
}

pub(super) async fn ask(visit: Visit, Path((token, member)): Path<(String, String)>) -> web::Result {
    // Following numbers from one person to the next would be another way to copy the list.
    visit.limit("people.claim-search", SEARCH_RATE)?;
    match ask_view(&visit, &token, &member, "", Faults::none()).await {
        Ok(view) => visit.render(&view),
        Err(Problem::Conflict(word)) => over(&visit, word),
        Err(problem) => Err(problem.into()),
    }
}

/// A stranger proves an address; the letter leads back to this person.
pub(super) async fn letter(visit: Visit, Path((token, member)): Path<(String, String)>, form: Fields) -> web::Result {
    let typed = form.text("email");
    let view = match ask_view(&visit, &token, &member, &typed, Faults::none()).await {
        Ok(view) => view,
        Err(Problem::Conflict(word)) => return over(&visit, word),
        Err(problem) => return Err(problem.into()),
    };
    let Some(email) = Email::parse(&typed) else {
        let mut faults = Faults::none();
        faults.add("email", "people-fault-email");
        return visit.render_invalid(&AskView { faults, ..view });
    };
    let next = format!("/claim/{token}/{member}");
    let cookie = sign_in::ask(Desk::of(&visit)?, &email, &next, Welcome::Anybody).await?;
    visit.set_cookie(sign_in::COOKIE, &cookie, Some(sign_in::GOOD_FOR / MICROS_PER_SECOND));
    Ok(see_other("/sign-in/code"))
}

#[derive(Template)]
#[template(path = "claim_made.html")]
struct MadeView {
    shell: Shell,
    token: String,
}

pub(super) async fn make(visit: Visit, Path((token, member)): Path<(String, String)>, form: Fields) -> web::Result {
    visit.limit("people.claim", WISH_RATE)?;
    let account = visit.viewer.account.ok_or(Problem::Forbidden)?;
    let mut scope = visit.write().await?;
    match claim(&mut scope, &token, member_id(&member)?, account, form.get("note")).await {
        Ok(Outcome::Joined(_)) => {
            scope.commit().await?;
            visit.flash("people-claim-joined");
            Ok(see_other("/today"))
        }
        Ok(Outcome::Waits) => {
            scope.commit().await?;
            visit.render(&MadeView { shell: visit.shell(visit.t("people-claim-made")), token })
        }
        Err(Problem::Conflict(word)) => visit.render_with(
            StatusCode::CONFLICT,
            &OverView {
                shell: visit.shell(visit.t("people-claim-over")),
                title: visit.t("people-claim-over"),
                text: visit.t(word),
            },
        ),
        Err(problem) => Err(problem.into()),
    }
}

async fn claim(
    scope: &mut Scope,
    token: &str,
    member: MemberId,
    account: kernel::AccountId,
    note: &str,
) -> kernel::Result<Outcome> {
    let link = links::working(scope, token).await?;
    claims::make(scope, &link, account, member, note).await
}
