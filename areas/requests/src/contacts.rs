//! How two who were introduced reach each other: told to each of them once both have accepted, and to nobody else.

use crate::introduction::Stage;
use crate::policy::Between;
use kernel::{Problem, Result};
use store::{Scope, args, statement};

/// Points of a profile by which somebody is reached. To accept an introduction shows them, whoever sees them otherwise.
const POINTS: [&str; 2] = ["telegram", "phone"];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    pub email: Option<String>,
    pub telegram: Option<String>,
    pub phone: Option<String>,
}

statement!(
    EMAIL = "select s.email from identity_persons m join identity_sign_ins s on s.id = m.account_id \
     where m.community_id = $1 and m.id = $2 and m.state = 'active'"
);

/// The contacts of the other one.
///
/// # Errors
/// `Forbidden` until both have accepted.
pub async fn of_other(scope: &mut Scope, between: &Between) -> Result<Contacts> {
    if between.introduction().stage() != Stage::Met {
        return Err(Problem::Forbidden);
    }
    let other = between.introduction().of(between.side().other());
    // Who went away since is written to by nobody.
    let Some(email) = scope.maybe::<String>(&EMAIL, args![other]).await? else { return Ok(Contacts::default()) };
    let filled = people::profile::filled(scope, other).await?;
    let point = |key: &str| filled.iter().find(|point| point.key == key).map(|point| point.value.clone());
    Ok(Contacts { email: Some(email), telegram: point(POINTS[0]), phone: point(POINTS[1]) })
}
