//! Deals: stated and corrected by the asker, confirmed or disputed by the helper.

use super::request_lines::Named;
use crate::money::{self, Amount};
use crate::person::Persons;
use crate::{deal, policy};
use askama::Template;
use axum::extract::Path;
use kernel::Problem;
use web::{Faults, Fields, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "deal.html")]
struct DealView {
    shell: Shell,
    id: i64,
    request: i64,
    helper: Named,
    currency: String,
    amount: String,
    /// There is one already: this corrects it.
    corrects: bool,
    /// It was never confirmed, and may be taken back.
    waits: bool,
    faults: Faults,
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let view = view(&visit, super::id(&id)?, None, Faults::none()).await?;
    visit.render(&view)
}

async fn view(visit: &Visit, id: i64, typed: Option<String>, faults: Faults) -> Result<DealView> {
    let mut scope = visit.read().await?;
    let received = policy::received(&mut scope, id).await?;
    let held = deal::of_help(&mut scope, &received).await?;
    let persons = Persons::learn(&mut scope, [received.help().helper]).await?;
    drop(scope);
    let shell = visit.shell(visit.t("requests-deal-title"));
    Ok(DealView {
        id,
        request: received.request().id,
        helper: Named::of(&shell, &persons, received.help().helper),
        currency: money::sign(&visit.community()?.currency).to_owned(),
        corrects: held.is_some(),
        waits: held.as_ref().is_some_and(|deal| deal.confirmed_at.is_none()),
        amount: typed.or(held.map(|deal| deal.amount.typed(visit.locale))).unwrap_or_default(),
        faults,
        shell,
    })
}

pub async fn state(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = super::id(&id)?;
    if fields.get("act") == "none" {
        return take_back(&visit, id).await;
    }
    let amount = match Amount::parse(fields.get("amount"), &visit.community()?.currency) {
        Ok(amount) => amount,
        Err(word) => {
            let mut faults = Faults::none();
            faults.add("amount", word);
            return mend(&visit, id, &fields, faults).await;
        }
    };
    let mut scope = visit.write().await?;
    let received = policy::received(&mut scope, id).await?;
    match deal::state(&mut scope, &received, &amount, "web").await {
        Err(Problem::Invalid(faults)) => {
            drop(scope);
            return mend(&visit, id, &fields, faults.into()).await;
        }
        stated => stated?,
    };
    scope.commit().await?;
    visit.flash("requests-deal-notice-stated");
    Ok(see_other(format!("/requests/{}#h{id}", received.request().id)))
}

/// The form again, with what was typed and what to mend.
async fn mend(visit: &Visit, id: i64, fields: &Fields, faults: Faults) -> Result<Response> {
    let view = view(visit, id, Some(fields.text("amount")), faults).await?;
    visit.render_invalid(&view)
}

/// There was no deal after all.
async fn take_back(visit: &Visit, id: i64) -> Result<Response> {
    let mut scope = visit.write().await?;
    let received = policy::received(&mut scope, id).await?;
    deal::take_back(&mut scope, &received, "web").await?;
    scope.commit().await?;
    visit.flash("requests-deal-notice-none");
    Ok(see_other(format!("/requests/{}#h{id}", received.request().id)))
}

pub async fn confirm(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let mut scope = visit.write().await?;
    let stated = policy::stated(&mut scope, super::id(&id)?).await?;
    deal::confirm(&mut scope, &stated, "web").await?;
    scope.commit().await?;
    visit.flash("requests-deal-notice-confirmed");
    Ok(see_other(format!("/requests/{}#h{}", stated.request().id, stated.deal().help)))
}

pub async fn dispute(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let mut scope = visit.write().await?;
    let stated = policy::stated(&mut scope, super::id(&id)?).await?;
    deal::dispute(&mut scope, &stated, "web").await?;
    scope.commit().await?;
    visit.flash("requests-deal-notice-disputed");
    Ok(see_other(format!("/requests/{}#h{}", stated.request().id, stated.deal().help)))
}
