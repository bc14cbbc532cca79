//! What identity has to say on the first page: to an owner, whom to bring; to everybody, nothing that can wait.

use crate::invitation;
use kernel::Result;
use store::{BoxFuture, Scope, args, statement};
use web::{Step, Visit};

/// People with whom a community begins.
const FIRST: i64 = 5;

statement!(
    HELPERS = "select count(*) from (select r.member_id from identity_roles r \
     where r.community_id = $1 and r.scope_kind = 'community' and r.role in ('owner', 'administrator', 'moderator') group by r.member_id limit $2) helpers"
);

pub fn steps<'a>(scope: &'a mut Scope, visit: &'a Visit) -> BoxFuture<'a, Result<Vec<Step>>> {
    Box::pin(async move {
        if !visit.viewer.is_owner() {
            return Ok(Vec::new());
        }
        let sent = invitation::sent(scope, FIRST).await?;
        let helpers = scope.one::<i64>(&HELPERS, args![2]).await?;
        let step = |order, icon, name: &str, path: &str, done| Step {
            order,
            icon,
            title: visit.t(&format!("identity-step-{name}-title")),
            note: visit.t(&format!("identity-step-{name}-note")),
            path: path.to_owned(),
            action: visit.t(&format!("identity-step-{name}-act")),
            done,
        };
        Ok(vec![step(20, "useradd", "invite", "/invitations", sent >= FIRST), step(60, "key", "helper", "/roles", helpers > 1)])
    })
}
