//! What talk offers on the first page: questions that wait, and a first word of one's own.

use crate::thread::{self, WAITING_COUNTED};
use kernel::Result;
use store::{BoxFuture, Scope, args, statement};
use web::{Step, Visit};

// By whichever identity: who found themselves in a history has said hello long ago.
statement!(
    HAS_WRITTEN = "select m.id from identity_ways w join talk_messages m on m.community_id = w.community_id and m.author_id = w.id \
     where w.community_id = $1 and w.member_id = $2 limit 1"
);

/// Steps of one member. Two statements.
pub(crate) fn steps<'a>(scope: &'a mut Scope, visit: &'a Visit) -> BoxFuture<'a, Result<Vec<Step>>> {
    Box::pin(async move {
        let Some(member) = visit.viewer.member else { return Ok(Vec::new()) };
        let waiting = thread::count_waiting(scope).await?;
        let written = scope.maybe::<i64>(&HAS_WRITTEN, args![member]).await?.is_some();
        let mut steps = vec![hello(visit, written)];
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
