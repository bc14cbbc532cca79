//! Letters about claims and removals, in the reader's language where we know it and the community's where we do not.

use kernel::{AccountId, Letter, Locale, Result};
use store::Scope;
use web::{Value, Visit, escape};

/// What a letter says: keys of its subject and text, and where its link leads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About {
    pub subject: &'static str,
    pub text: &'static str,
    pub path: Option<&'static str>,
}

pub(crate) const CONFIRMED: About =
    About { subject: "people-letter-confirmed-subject", text: "people-letter-confirmed-text", path: Some("/today") };
pub(crate) const REFUSED: About =
    About { subject: "people-letter-refused-subject", text: "people-letter-refused-text", path: None };
pub(crate) const REMOVED: About =
    About { subject: "people-letter-removed-subject", text: "people-letter-removed-text", path: None };
pub(crate) const REMOVAL_REFUSED: About =
    About { subject: "people-letter-kept-subject", text: "people-letter-kept-text", path: None };

/// Writes a letter to an account in the transaction of its cause. `key` names it for ever.
pub(crate) async fn to_account(scope: &mut Scope, visit: &Visit, account: AccountId, about: About, key: &str) -> Result<()> {
    let account = identity::account::one(scope, account).await?;
    send(scope, visit, &account.email, account.locale, about, key).await
}

/// Writes to an address that a person left with a wish, in the community's language. No address, no letter.
pub(crate) async fn to_contact(scope: &mut Scope, visit: &Visit, contact: &str, about: About, key: &str) -> Result<()> {
    let Some(email) = identity::parsed::Email::parse(contact) else { return Ok(()) };
    let locale = visit.community()?.locale;
    send(scope, visit, email.as_str(), locale, about, key).await
}

async fn send(scope: &mut Scope, visit: &Visit, to: &str, locale: Locale, about: About, key: &str) -> Result<()> {
    let community = visit.community()?;
    let words = &visit.house.words;
    let name = Value::from(community.name.as_str());
    let subject = words.tv(locale, about.subject, &[("community", name.clone())]);
    let said = words.tv(locale, about.text, &[("community", name)]);
    let link = match about.path {
        Some(path) => Some(link(scope, visit, path).await?),
        None => None,
    };
    let text = match &link {
        Some(link) => format!("{said}\n\n{link}\n"),
        None => format!("{said}\n"),
    };
    let anchor = link.map(|link| format!("<p><a href=\"{0}\">{0}</a></p>", escape(&link))).unwrap_or_default();
    let html = format!(
        "<!doctype html><html lang=\"{}\"><body><p>{}</p>{anchor}</body></html>",
        locale.code(),
        escape(&said).replace('\n', "<br>")
    );
    let key = format!("people.{}.{key}", scope.community());
    scope
        .letter(&Letter { to: to.to_owned(), from_name: community.name.clone(), subject, text, html, key, stop: None })
        .await
        .map(|_| ())
}

/// A full address of this community, for letters and for links that are posted elsewhere.
pub(crate) async fn link(scope: &mut Scope, visit: &Visit, path: &str) -> Result<String> {
    let origin = identity::address::origin(scope, &visit.house).await?;
    Ok(format!("{origin}{path}"))
}
