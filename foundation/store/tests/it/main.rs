//! The store on either database: `ARTEL_TEST_DATABASE` says which.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its helping functions too")]

mod archive;
mod crash;
mod followers;
mod hostile_archives;
mod jobs;
mod migrating;
mod private;
mod schema;
mod transactions;
mod values;
mod writers;

use kernel::{AudienceId, CommunityId, IdentityId, Result};
use std::sync::{Arc, Mutex};
use store::Running;
use store::runner::Runner;
use store::{BoxFuture, Deed, DeedRow, Follower, FollowerRole, JobHandler, Outcome, Party, Scope, Store, args, statement};
use testkit::TestDatabase;

pub fn deed(kind: &str, object: i64) -> Deed<'_> {
    Deed {
        kind,
        at: testkit::MORNING,
        actor: Some(IdentityId(1)),
        object_kind: "thing",
        object,
        audience: AudienceId::EVERYONE,
        channel: "web",
        amount: 0,
        parties: &[Party { part: "helped", identity: IdentityId(2) }],
    }
}

pub async fn write_deeds(db: &TestDatabase, community: CommunityId, deeds: &[Deed<'_>]) {
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    scope.deeds(deeds).await.unwrap();
    scope.commit().await.unwrap();
}

/// A runner with these followers and handlers on the test's own clock.
pub fn runner(
    db: &TestDatabase,
    store: Store,
    followers: Vec<Arc<dyn Follower>>,
    handlers: Vec<Arc<dyn JobHandler>>,
) -> Arc<Runner> {
    let (clock, chance) = (db.clock.clone(), db.chance.clone());
    Arc::new(Runner { store, clock, chance, followers, handlers, schedules: Vec::new() })
}

statement!(SEEN_COUNT = "select count(*) from identity_audit where community_id = $1");
statement!(
    SEE = "insert into identity_audit (community_id, id, at, actor_id, act, subject_kind, subject_id, detail) \
     values ($1, $2, 0, null, $3, '', $4, '')"
);
statement!(
    COUNT_KIND = "insert into people_facets (community_id, point, folded, value, members) values ($1, $2, '', '', 1) \
     on conflict (community_id, point, folded) do update set members = people_facets.members + 1"
);
statement!(FORGET_SEEN = "delete from identity_audit where community_id = $1");
statement!(FORGET_KINDS = "delete from people_facets where community_id = $1");
statement!(SEEN = "select id, subject_id from identity_audit where community_id = $1 order by id");
statement!(KINDS = "select point, members from people_facets where community_id = $1 order by point");

/// A projection that counts deeds by kind and writes down in what order it met them.
pub struct Tally;

impl Follower for Tally {
    fn name(&self) -> &'static str {
        "tally"
    }

    fn role(&self) -> FollowerRole {
        FollowerRole::Projection
    }

    fn meet<'a>(&'a self, scope: &'a mut Scope, deeds: &'a [DeedRow]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let mut met = scope.one::<i64>(&SEEN_COUNT, &[]).await?;
            for deed in deeds {
                met += 1;
                scope.run(&SEE, args![deed.seq, &deed.kind, met]).await?;
                scope.run(&COUNT_KIND, args![&deed.kind]).await?;
                tokio::task::yield_now().await;
            }
            Ok(())
        })
    }

    fn reset<'a>(&'a self, scope: &'a mut Scope) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            scope.run(&FORGET_SEEN, &[]).await?;
            scope.run(&FORGET_KINDS, &[]).await.map(|_| ())
        })
    }
}

/// What the tally holds: the order in which it met each place, and the counts by kind.
pub async fn tallied(db: &TestDatabase, community: CommunityId) -> (Vec<(i64, i64)>, Vec<(String, i64)>) {
    let mut scope = db.store.read(&db.who(community)).await.unwrap();
    (scope.all(&SEEN, &[]).await.unwrap(), scope.all(&KINDS, &[]).await.unwrap())
}

/// An effector that keeps what it would have sent.
#[derive(Default)]
pub struct Sender(pub Mutex<Vec<i64>>);

impl Follower for Sender {
    fn name(&self) -> &'static str {
        "sender"
    }

    fn role(&self) -> FollowerRole {
        FollowerRole::Effector
    }

    fn meet<'a>(&'a self, _: &'a mut Scope, deeds: &'a [DeedRow]) -> BoxFuture<'a, Result<()>> {
        self.0.lock().unwrap().extend(deeds.iter().map(|deed| deed.object));
        Box::pin(async { Ok(()) })
    }

    fn reset<'a>(&'a self, _: &'a mut Scope) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

type Work = dyn for<'a> Fn(&'a mut Running) -> BoxFuture<'a, Result<Outcome>> + Send + Sync;

/// A handler made of a function.
pub struct Handler(pub &'static str, pub Box<Work>);

impl JobHandler for Handler {
    fn kind(&self) -> &'static str {
        self.0
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        self.1(job)
    }
}

pub fn handler(
    kind: &'static str,
    work: impl for<'a> Fn(&'a mut Running) -> BoxFuture<'a, Result<Outcome>> + Send + Sync + 'static,
) -> Arc<dyn JobHandler> {
    Arc::new(Handler(kind, Box::new(work)))
}
