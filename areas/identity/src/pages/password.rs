//! `/account/password`: to set, change or remove a password. Every other browser is signed out by it, and a letter says so.

use super::sessions::holder;
use crate::account::{self, Account};
use crate::letters::{self, Draft, Pen};
use crate::password::{self, Password};
use crate::session;
use crate::sign_in::{self, Desk};
use askama::Template;
use kernel::Problem;
use web::{Faults, Fields, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "password.html")]
struct PasswordView {
    shell: Shell,
    faults: Faults,
    /// There is one already.
    set: bool,
    shortest: usize,
}

fn view(visit: &Visit, faults: Faults, account: &Account) -> PasswordView {
    let set = account.password_hash.is_some();
    PasswordView { shell: visit.shell(visit.t("identity-password-title")), faults, set, shortest: password::SHORTEST }
}

async fn own(visit: &Visit) -> Result<Account> {
    Ok(account::one(&mut visit.house.store.global_read().await?, holder(visit)?).await?)
}

pub async fn show(visit: Visit) -> Result {
    let account = own(&visit).await?;
    visit.render(&view(&visit, Faults::none(), &account))
}

pub async fn set(visit: Visit, fields: Fields) -> Result {
    let account = own(&visit).await?;
    let mut faults = Faults::none();
    let password = Password::parse(fields.get("password"));
    if let Err(word) = &password {
        faults.add("password", word);
    }
    if !is_confirmed(&visit, &account, &fields).await? {
        faults.add("current", "identity-fault-password-current");
    }
    match password {
        Ok(password) if !faults.any() => {
            let hash = password::hash(password, &visit.house.chance).await?;
            change(&visit, &account, Some(&hash)).await?;
            visit.flash("identity-password-saved");
            Ok(see_other("/account"))
        }
        _ => visit.render_invalid(&view(&visit, faults, &account)),
    }
}

pub async fn remove(visit: Visit, fields: Fields) -> Result {
    let account = own(&visit).await?;
    if !is_confirmed(&visit, &account, &fields).await? {
        let mut faults = Faults::none();
        faults.add("current", "identity-fault-password-current");
        return visit.render_invalid(&view(&visit, faults, &account));
    }
    change(&visit, &account, None).await?;
    visit.flash("identity-password-removed");
    Ok(see_other("/account"))
}

/// Who has a password says it before it is changed: an open browser is not enough.
async fn is_confirmed(visit: &Visit, account: &Account, fields: &Fields) -> Result<bool> {
    if account.password_hash.is_none() {
        return Ok(true);
    }
    Ok(sign_in::confirms(Desk::of(visit)?, account, fields.get("current")).await?)
}

async fn change(visit: &Visit, account: &Account, hash: Option<&str>) -> Result<(), Problem> {
    let mut scope = visit.write().await?;
    let now = scope.now();
    account::set_password(&mut scope, account.id, hash).await?;
    session::revoke_others(&mut scope, account.id, visit.session.unwrap_or_default(), now).await?;
    let pen = Pen { words: &visit.house.words, locale: account.locale };
    let community = visit.community()?.name.as_str();
    let said = if hash.is_some() { "identity-letter-password-set" } else { "identity-letter-password-removed" };
    let draft = Draft {
        to: &account.email,
        locale: account.locale,
        key: format!("password-{}", scope.chance().id()),
        subject: pen.tt("identity-letter-password-subject", "community", community),
        lines: vec![pen.t(said)],
        code: None,
        link: None,
        after: vec![pen.t("identity-letter-password-note")],
    };
    scope.letter(&letters::write(&visit.house.words, community, &draft)?).await?;
    scope.commit().await
}
