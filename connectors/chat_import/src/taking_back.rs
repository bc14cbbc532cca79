//! The owner takes an import back: its messages go, slice by slice; the deeds stay in the ledger, in an
//! audience that is withdrawn, and every reading leaves them out.

use crate::forgetting;
use crate::run::{self, Run, State, TAKE_BACK};
use kernel::{Problem, Result};
use serde_json::json;
use store::{BoxFuture, JobHandler, Outcome, Running, Scope, Wish, Work};

/// Ids looked at in one transaction.
const SLICE: i64 = 2_000;
/// Runs before one that is taken back among which those taken back earlier are looked for.
const EARLIER_RUNS: i64 = 100;

/// Begins taking back. Nothing of it is seen from this moment on.
pub async fn begin(scope: &mut Scope, id: i64) -> Result<Run> {
    let run = run::find(scope, id).await?;
    if !run.state.may_be_settled() {
        return Err(Problem::Conflict("import-not-open-now"));
    }
    identity::audience::withdraw(scope, run.audience).await?;
    let key = format!("{}-{id}", scope.community());
    let job = scope.enqueue(Work { kind: TAKE_BACK, payload: json!({ "run": id }), due: None, key: Some(&key) }).await?;
    run::set_job(scope, id, job, State::Withdrawing).await?;
    run::tell(scope, "import.withdrawn", &run).await?;
    Ok(run)
}

pub struct TakingBack;

impl JobHandler for TakingBack {
    fn kind(&self) -> &'static str {
        TAKE_BACK
    }

    fn lasting(&self) -> bool {
        true
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(take_back(job))
    }
}

async fn take_back(job: &mut Running) -> Result<Outcome> {
    let id = job.payload["run"].as_i64().unwrap_or_default();
    let who = job.who()?;
    let mut look = job.store.read(&who).await?;
    let run = run::find(&mut look, id).await?;
    drop(look);
    let mut way = job.progress.clone().and_then(|progress| serde_json::from_value::<Way>(progress).ok());
    loop {
        let mut scope = job.store.write(&who).await?;
        let way = match &mut way {
            Some(way) => way,
            none => none.insert(Way::begin(&mut scope, &run).await?),
        };
        match way.step() {
            Some(Step::Messages(from, until)) => {
                talk::history::take_back(&mut scope, run.audience, from, until).await?;
                way.done += until - from;
            }
            Some(Step::Persons(from, until)) => {
                persons(&mut scope, from, until).await?;
                way.done += until - from;
            }
            None => {
                talk::history::take_back_rest(&mut scope, run.audience).await?;
                run::set_state(&mut scope, id, State::Withdrawn).await?;
                forgetting::forget_later(&mut scope, &run).await?;
                job.finish(&mut scope).await?;
                scope.commit().await?;
                return Ok(Outcome::Done);
            }
        }
        let wish = job.heartbeat_in(&mut scope, &serde_json::to_value(&*way)?).await?;
        scope.commit().await?;
        if wish == Wish::Stop {
            return Ok(Outcome::Stopped);
        }
        tokio::task::yield_now().await;
    }
}

/// The ids that are gone through, and how far: messages first, then persons, when it is certain who wrote nothing else.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Way {
    done: i64,
    total: i64,
    messages: (i64, i64),
    /// Stretches of ids, each from its first up to and without its second.
    persons: Vec<(i64, i64)>,
}

enum Step {
    Messages(i64, i64),
    Persons(i64, i64),
}

impl Way {
    async fn begin(scope: &mut Scope, run: &Run) -> Result<Way> {
        let first = run.counts.as_ref().and_then(|counts| counts["first_id"].as_i64()).unwrap_or(run.id);
        // Everything the import could have dealt stands before the next id of today.
        let end = scope.deal()?;
        let mut persons = met_again(scope, run).await?;
        persons.push((first, end));
        let total = end - first + persons.iter().map(|(from, until)| until - from).sum::<i64>();
        Ok(Way { done: 0, total, messages: (first, end), persons })
    }

    fn step(&self) -> Option<Step> {
        let mut rest = self.done;
        let slice = |(from, until): (i64, i64), rest: i64| (from + rest, (from + rest + SLICE).min(until));
        if rest < self.messages.1 - self.messages.0 {
            let (from, until) = slice(self.messages, rest);
            return Some(Step::Messages(from, until));
        }
        rest -= self.messages.1 - self.messages.0;
        for stretch in &self.persons {
            if rest < stretch.1 - stretch.0 {
                let (from, until) = slice(*stretch, rest);
                return Some(Step::Persons(from, until));
            }
            rest -= stretch.1 - stretch.0;
        }
        None
    }
}

/// The ids dealt during earlier imports that were taken back: if this import met their persons again, they came back
/// under their old ids, and go with it. Where another import stands in between, it may be that one who met them.
async fn met_again(scope: &mut Scope, run: &Run) -> Result<Vec<(i64, i64)>> {
    let runs = run::list(scope, run.id, EARLIER_RUNS).await?;
    let stands = |run: &Run| match run.state {
        State::Withdrawn | State::Unchanged => false,
        state => run.brought_something() || !state.may_be_settled(),
    };
    let (mut stretches, mut until) = (Vec::new(), run.id);
    for run in runs.iter().take_while(|run| !stands(run)) {
        if run.state == State::Withdrawn {
            stretches.push((run.id, until));
        }
        until = run.id;
    }
    Ok(stretches)
}

/// Those who came only with this import go with it; who wrote elsewhere, or is named elsewhere, stays.
async fn persons(scope: &mut Scope, from: i64, until: i64) -> Result<()> {
    let came = identity::arrival::imported_between(scope, from, until).await?;
    let stay = talk::history::wrote(scope, &came).await?;
    let gone: Vec<_> = came.into_iter().filter(|identity| !stay.contains(identity)).collect();
    identity::arrival::withdraw(scope, from, until, &gone).await.map(|_| ())
}
