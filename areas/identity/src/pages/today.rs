//! What identity has to say on the first page: to an owner, whom to bring; to everybody, nothing that can wait.

use kernel::Result;
use store::{BoxFuture, Scope, args, statement};
use web::{Step, Visit};

/// People with whom a community begins.
const FIRST: i64 = 5;
/// An owner and somebody beside them.
const HELPED: i64 = 2;

// Invitations ever sent, and those who help to keep the house; both counted only as far as the steps ask.
statement!(
    BEGUN = "select (select count(*) from (select i.id from identity_invitations i where i.community_id = $1 order by i.id limit $2) sent), \
     (select count(*) from (select r.member_id from identity_roles r \
       where r.community_id = $1 and r.scope_kind = 'community' and r.role in ('owner', 'administrator', 'moderator') \
       group by r.member_id limit $3) helpers)"
);

/// Steps of an owner. One statement.
pub fn steps<'a>(scope: &'a mut Scope, visit: &'a Visit) -> BoxFuture<'a, Result<Vec<Step>>> {
    Box::pin(async move {
        if !visit.viewer.is_owner() {
            return Ok(Vec::new());
        }
        let (sent, helpers) = scope.one::<(i64, i64)>(&BEGUN, args![FIRST, HELPED]).await?;
        let step = |order, icon, name: &str, path: &str, done| Step {
            order,
            icon,
            title: visit.t(&format!("identity-step-{name}-title")),
            note: visit.t(&format!("identity-step-{name}-note")),
            path: path.to_owned(),
            action: visit.t(&format!("identity-step-{name}-act")),
            done,
        };
        Ok(vec![
            step(20, "useradd", "invite", "/invitations", sent >= FIRST),
            step(60, "key", "helper", "/roles", helpers >= HELPED),
        ])
    })
}
