//! Once a week: where enough requests were answered, the weights of the reasons are fitted to who answered them, from what was
//! known when each was asked. New weights are taken only if they rank requests better that they were not fitted on.
//! A community that has not come so far starts from the mean of at least three others: of their weights, and of nothing else.

use crate::request::{Request, columns};
use crate::routing::{Asked, Learned, tags, weights};
use kernel::{CommunityId, MemberId, Result};
use routing::{Candidates, ENOUGH, Index, Reason, Sample, Weights};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::{BoxFuture, DeedRow, JobHandler, List, Outcome, Running, Schedule, Scope, Store, Who, Wish, args, statement};

const JOB: &str = "requests.refit";
pub(crate) const WEEKLY: Schedule = Schedule { name: JOB, cron: "40 3 * * 1", kind: JOB };
/// Requests that are learnt from: the latest.
const MOST: i64 = 1_000;
/// Candidates kept of each, beside those who answered.
const KEPT: usize = 50;
/// So many communities make a mean in which none of them can be read.
const POOLED: usize = 3;
/// The built-in start counts in a mean as so many requests.
const START: u32 = 150;

statement!(
    LATEST = concat!(
        "select ",
        columns!(),
        " from requests_requests r where r.community_id = $1 and r.audience_id = 0 and r.answers > 0 and r.asked_at is not null \
         order by r.asked_at desc, r.id desc limit $2"
    )
);
statement!(
    ANSWERED = "select distinct request_id, author_id from requests_answers where community_id = $1 and request_id {any $2} and kind {any $3} and deleted_at is null"
);
statement!(
    INVITED = "select distinct request_id, member_id from requests_invitations where community_id = $1 and request_id {any $2}"
);
statement!(FITTED = "select requests from requests_weights where community_id = $1");
statement!(
    KEEP = "insert into requests_weights (community_id, weights, requests, fitted_at) values ($1, $2, $3, $4) \
     on conflict (community_id) do update set weights = excluded.weights, requests = excluded.requests, fitted_at = excluded.fitted_at"
);

pub struct Refit;

impl JobHandler for Refit {
    fn kind(&self) -> &'static str {
        JOB
    }

    fn lasting(&self) -> bool {
        true
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let communities = store::followers::communities(&job.store).await?;
            let (mut fitted, mut young) = (Vec::new(), Vec::new());
            for community in communities {
                let who = Who::system(community, &job.clock, &job.chance);
                match refit(&job.store, &who).await? {
                    Some(found) => fitted.push(found),
                    None => young.push(community),
                }
                if job.heartbeat(&serde_json::Value::Null).await? == Wish::Stop {
                    return Ok(Outcome::Stopped);
                }
            }
            if fitted.len() >= POOLED {
                start(job, &young, &Weights::pooled(&fitted, START)).await?;
            }
            Ok(Outcome::Done)
        })
    }
}

/// Weights for those that have none of their own yet.
async fn start(job: &Running, young: &[CommunityId], pooled: &Weights) -> Result<()> {
    for community in young {
        let mut scope = job.store.write(&Who::system(*community, &job.clock, &job.chance)).await?;
        keep(&mut scope, pooled, 0).await?;
        scope.commit().await?;
    }
    Ok(())
}

/// What one community has to teach: its requests, who was asked, who answered them, and under which tags.
struct Past {
    requests: HashMap<i64, (Request, Vec<String>)>,
    invited: HashMap<i64, HashSet<i64>>,
    answered: HashMap<i64, HashSet<i64>>,
}

async fn past(scope: &mut Scope) -> Result<Past> {
    let requests = scope.all::<Request>(&LATEST, args![MOST]).await?;
    let ids: Vec<i64> = requests.iter().map(|request| request.id).collect();
    let kinds = List::Text(["solution", "recommendation", "contact"].map(str::to_owned).to_vec());
    let mut answered: HashMap<i64, HashSet<i64>> = HashMap::new();
    for (request, MemberId(author)) in scope.all::<(i64, MemberId)>(&ANSWERED, args![ids.clone(), kinds]).await? {
        answered.entry(request).or_default().insert(author);
    }
    let mut invited: HashMap<i64, HashSet<i64>> = HashMap::new();
    for (request, MemberId(member)) in scope.all::<(i64, MemberId)>(&INVITED, args![ids.clone()]).await? {
        invited.entry(request).or_default().insert(member);
    }
    let mut tags = tags(scope, ids).await?;
    let with_tags = |request: Request| (request.id, (request.clone(), tags.remove(&request.id).unwrap_or_default()));
    Ok(Past { requests: requests.into_iter().map(with_tags).collect(), invited, answered })
}

impl Past {
    /// A request as samples, from what is known at its place in the ledger: of those who were asked, who answered; and of all the
    /// others, who came by and did. Taken together they would teach whom the house asks, and the next weights would follow
    /// the last ones. Nothing of those among whom nobody answered.
    fn samples(&self, index: &Index, deed: &DeedRow, have: &Weights) -> Vec<Sample> {
        let (Some((request, tags)), Some(answered)) = (self.requests.get(&deed.object), self.answered.get(&deed.object)) else {
            return Vec::new();
        };
        let asked = |member| self.invited.get(&request.id).is_some_and(|invited| invited.contains(&member));
        let said = Asked::of(request, deed.at, tags.clone());
        let candidates = said.with(|said| Candidates::of(index, said, |_| true));
        let sample = |of_the_asked| {
            candidates.sample(have, KEPT, |member| asked(member) == of_the_asked, |member| answered.contains(&member))
        };
        [true, false].map(sample).into_iter().filter(|sample| sample.answered.contains(&true)).collect()
    }
}

/// Fits one community's weights anew and keeps them if they are better. Gives its weights and on how many requests they
/// stand; nothing where too few were answered.
pub async fn refit(store: &Store, who: &Who) -> Result<Option<(Weights, u32)>> {
    let mut scope = store.read(who).await?;
    let past = past(&mut scope).await?;
    let own = scope.maybe::<i64>(&FITTED, &[]).await?.unwrap_or_default() > 0;
    let have = weights(&mut scope).await?;
    drop(scope);
    if past.requests.len() < ENOUGH {
        return Ok(None);
    }
    let samples = replay(store, who, &past, &have).await?;
    if samples.len() < ENOUGH {
        return Ok(None);
    }
    let (requests, before) = (u32::try_from(samples.len()).unwrap_or(u32::MAX), have.clone());
    let fitting = tokio::task::spawn_blocking(move || routing::refit(&samples, &have, &Weights::untrained()));
    let found = fitting.await.map_err(|error| anyhow::anyhow!("weights could not be fitted: {error}"))?;
    if found != before || !own {
        let mut scope = store.write(who).await?;
        keep(&mut scope, &found, i64::from(requests)).await?;
        scope.commit().await?;
    }
    Ok(Some((found, requests)))
}

/// The ledger is gone through once more from its beginning, and each request is looked at in its place.
async fn replay(store: &Store, who: &Who, past: &Past, have: &Weights) -> Result<Vec<Sample>> {
    let mut samples: BTreeMap<i64, Vec<Sample>> = BTreeMap::new();
    let mut onlooker = |index: &Index, deed: &DeedRow| {
        if deed.kind == crate::deeds::ASKED {
            samples.insert(deed.seq, past.samples(index, deed, have));
        }
    };
    Learned::default().go_on(store, who, &mut onlooker).await?;
    Ok(samples.into_values().flatten().collect())
}

async fn keep(scope: &mut Scope, weights: &Weights, requests: i64) -> Result<()> {
    let kept: serde_json::Map<String, serde_json::Value> =
        Reason::ALL.into_iter().map(|reason| (reason.word().to_owned(), weights.get(reason).into())).collect();
    let now = scope.now();
    scope.run(&KEEP, args![serde_json::Value::Object(kept), requests, now]).await.map(|_| ())
}
