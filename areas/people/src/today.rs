//! What the first page offers to do about people.

use crate::profile::ENOUGH_POINTS;
use kernel::Result;
use store::{BoxFuture, Scope, args, statement};
use web::{Step, Visit};

statement!(
    WAITING = "select (select count(*) from people_points p where p.community_id = $1 and p.member_id = $2), \
     (select count(*) from people_claims c where c.community_id = $1 and c.state = 'waiting'), \
     (select count(*) from people_removals r where r.community_id = $1 and r.state = 'waiting'), \
     (select case when exists (select 1 from people_links l where l.community_id = $1) then 1 else 0 end), \
     (select case when exists (select 1 from identity_persons m where m.community_id = $1 and m.state = 'imported') then 1 else 0 end), \
     (select case when exists (select 1 from identity_grounds g where g.community_id = $1) then 1 else 0 end)"
);

/// One statement.
pub fn steps<'a>(scope: &'a mut Scope, visit: &'a Visit) -> BoxFuture<'a, Result<Vec<Step>>> {
    Box::pin(async move {
        let Some(member) = visit.viewer.member else { return Ok(Vec::new()) };
        let (points, claims, removals, links, imported, stated) =
            scope.one::<(i64, i64, i64, i64, i64, i64)>(&WAITING, args![member]).await?;
        let mut steps = vec![step(visit, 20, "user", "profile", "/profile/edit", None, points >= ENOUGH_POINTS)];
        if visit.viewer.is_staff() {
            if imported > 0 {
                steps.push(step(visit, 14, "link", "links", "/claim-links", None, links > 0));
            }
            if claims > 0 {
                steps.push(step(visit, 2, "useradd", "claims", "/claims", Some(claims), false));
            }
        }
        if visit.viewer.is_owner() {
            if removals > 0 {
                steps.push(step(visit, 1, "leave", "removals", "/removals", Some(removals), false));
            }
            if imported > 0 {
                steps.push(step(visit, 12, "shield", "ground", "/legal-ground", None, stated > 0));
            }
        }
        Ok(steps)
    })
}

fn step(visit: &Visit, order: u16, icon: &'static str, name: &str, path: &str, n: Option<i64>, done: bool) -> Step {
    let key = format!("people-step-{name}");
    let title = match n {
        Some(n) => visit.tv(&key, &[("n", n.into())]),
        None => visit.t(&key),
    };
    let (note, action) = (visit.t(&format!("{key}-note")), visit.t(&format!("{key}-action")));
    Step { order, icon, title, note, path: path.to_owned(), action, done }
}
