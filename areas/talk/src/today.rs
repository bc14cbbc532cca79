//! What talk offers on the first page: questions that wait, and a first word of one's own.

use crate::thread::{self, WAITING_COUNTED};
use kernel::Result;
use store::{BoxFuture, Scope, args, statement};
use web::{Step, Visit};

// Who wrote under whichever identity has said hello: also those who found themselves in a history.
statement!(
    BEGUN = "select (select count(*) from (select 1 from talk_threads t where t.community_id = $1 and t.question and t.answered_at is null \
       and t.started_at >= $2 and t.audience_id {any $3} limit $4) waiting), \
     (select case when exists (select 1 from identity_ways w join talk_messages m on m.community_id = w.community_id and m.author_id = w.id \
       where w.community_id = $1 and w.member_id = $5) then 1 else 0 end)"
);

/// Steps of one member. One statement.
pub(crate) fn steps<'a>(scope: &'a mut Scope, visit: &'a Visit) -> BoxFuture<'a, Result<Vec<Step>>> {
    Box::pin(async move {
        let Some(member) = visit.viewer.member else { return Ok(Vec::new()) };
        let (audiences, since) = (scope.viewer().audience_numbers(), thread::waiting_since(scope));
        let (waiting, written) = scope.one::<(i64, i64)>(&BEGUN, args![since, audiences, WAITING_COUNTED, member]).await?;
        let mut steps = vec![hello(visit, written > 0)];
        steps.extend((waiting > 0).then(|| questions(visit, waiting)));
        Ok(steps)
    })
}

fn hello(visit: &Visit, done: bool) -> Step {
    Step {
        order: 16,
        icon: "chat",
        title: visit.t("talk-today-hello"),
        note: visit.t("talk-today-hello-note"),
        path: "/talk/new".to_owned(),
        action: visit.t("talk-today-hello-act"),
        done,
    }
}

fn questions(visit: &Visit, waiting: i64) -> Step {
    let word = if waiting < WAITING_COUNTED { "talk-today-waiting" } else { "talk-today-waiting-many" };
    Step {
        order: 6,
        icon: "requests",
        title: visit.tv(word, &[("n", waiting.into())]),
        note: visit.t("talk-today-waiting-note"),
        path: "/talk/questions".to_owned(),
        action: visit.t("talk-today-waiting-act"),
        done: false,
    }
}
