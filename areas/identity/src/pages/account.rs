//! `/account`: one's own name, language, password, browsers and communities.

use super::sessions::holder;
use crate::account::{self, Account, Home};
use crate::member;
use crate::parsed::Name;
use askama::Template;
use kernel::Locale;
use kernel::door::Answer;
use web::{Faults, Fields, OwnPage, Result, Shell, Visit, see_other};

const YEAR_SECONDS: i64 = 365 * 86_400;

#[derive(Template)]
#[template(path = "account.html")]
struct AccountView {
    shell: Shell,
    faults: Faults,
    account: Account,
    /// As typed, or as it is; empty for those who are no members here.
    name: String,
    homes: Vec<Home>,
    languages: Vec<(&'static str, String)>,
    /// What other areas let the viewer set for themselves.
    own: Vec<OwnPage>,
}

async fn view(visit: &Visit, faults: Faults, name: String) -> Result<AccountView> {
    let (id, community) = (holder(visit)?, visit.community()?.id);
    let mut global = visit.house.store.global_read().await?;
    let account = account::one(&mut global, id).await?;
    let homes = account::homes(&mut global, id, community).await?;
    let languages = vec![("ru", visit.t("web-language-ru")), ("en", visit.t("web-language-en"))];
    let own = visit.house.own.iter().copied().filter(|page| page.door.answer(&visit.viewer) == Answer::Enter).collect();
    Ok(AccountView { shell: visit.shell(visit.t("identity-account-title")), faults, account, name, homes, languages, own })
}

pub async fn show(visit: Visit) -> Result {
    visit.render(&view(&visit, Faults::none(), visit.viewer.name.clone()).await?)
}

pub async fn rename(visit: Visit, fields: Fields) -> Result {
    let member = visit.viewer.member.ok_or(kernel::Problem::Forbidden)?;
    let Some(name) = Name::parse(fields.get("name")) else {
        let mut faults = Faults::none();
        faults.add("name", "identity-fault-name");
        return visit.render_invalid(&view(&visit, faults, fields.text("name")).await?);
    };
    let mut scope = visit.write().await?;
    member::rename(&mut scope, member, &name).await?;
    scope.commit().await?;
    visit.flash("identity-account-saved");
    Ok(see_other("/account"))
}

/// The language of letters and, on this browser, of pages.
pub async fn speak(visit: Visit, fields: Fields) -> Result {
    let id = holder(&visit)?;
    let Some(locale) = Locale::ALL.into_iter().find(|locale| locale.code() == fields.get("locale")) else {
        let mut faults = Faults::none();
        faults.add("locale", "identity-fault-language");
        return visit.render_invalid(&view(&visit, faults, visit.viewer.name.clone()).await?);
    };
    let mut global = visit.house.store.global().await?;
    account::set_locale(&mut global, id, locale).await?;
    global.commit().await?;
    visit.set_cookie("language", locale.code(), Some(YEAR_SECONDS));
    visit.flash("identity-account-saved");
    Ok(see_other("/account"))
}
