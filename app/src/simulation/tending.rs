//! Who runs the community: sits down at the Desk at their hours, and works through what lies there. Each act is counted.

use super::{CHANNEL, Life};
use kernel::{Problem, Result};
use requests::desk::{self, Lying, LyingReport};
use requests::policy;
use requests::reports::{self, Settlement};
use requests::tending::{self, Act as Tended};

/// Rows taken from the Desk at one sitting: more than ever lie there.
const ROWS: usize = 500;
/// Acts that an administrator of up to a thousand members does in a day: what is left over lies until tomorrow.
const ACTS_A_DAY: usize = 20;

#[derive(Clone, Copy, Debug)]
pub(crate) enum Act {
    Works,
}

/// The hours of a day at the Desk.
pub(crate) fn plan(life: &mut Life, day: i64) {
    for at in life.living.desk_hours(day) {
        if at >= life.house.now() {
            life.later(at, super::Act::Tending(Act::Works));
        }
    }
}

pub(crate) async fn act(life: &mut Life, act: Act) -> Result<()> {
    match act {
        Act::Works => work(life).await,
    }
}

async fn work(life: &mut Life) -> Result<()> {
    let person = life.living.administrator();
    let mut scope = life.turn(person).await?;
    let rows = desk::lying(&mut scope, ROWS).await?;
    drop(scope);
    life.tally.sat_down(rows.len());
    let most = ACTS_A_DAY * life.people.members.len().div_ceil(1_000).max(1);
    for (place, row) in rows.iter().enumerate() {
        if life.tally.acts_on(life.house.now()) >= most {
            life.tally.left_over(rows.len() - place);
            break;
        }
        let done = match &row.report {
            Some(report) => settle(life, person, report).await,
            None => tend(life, person, row).await,
        };
        match done {
            Ok(true) => {
                let now = life.house.now();
                life.tally.acted(now);
            }
            // Nothing to do about it, or it was done meanwhile.
            Ok(false) | Err(Problem::Conflict(_)) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(())
}

/// An advert is folded away; what is all right stays.
async fn settle(life: &mut Life, person: usize, report: &LyingReport) -> Result<bool> {
    let settlement = if report.comment { Settlement::Folded } else { Settlement::Kept };
    let mut scope = life.turn(person).await?;
    let (right, actor) = (policy::steward(&scope)?, policy::actor(&mut scope).await?);
    reports::settle(&mut scope, right, actor, report.id, settlement, CHANNEL).await?;
    scope.commit().await?;
    Ok(true)
}

/// One act about a request, by how often it lay here before. What waits only for the house's next step is left to the house.
async fn tend(life: &mut Life, person: usize, row: &Lying) -> Result<bool> {
    let Some(story) = life.stories.get(&row.request) else { return Ok(false) };
    let act = match (row.queue, story.tended) {
        ("escalated", 0 | 1) if row.tended != Some(Tended::Nobody) => Tended::Ask,
        ("escalated", 0 | 1) => Tended::Wait,
        ("stale", 0 | 1) => Tended::Remind,
        ("escalated" | "stale", _) => Tended::Withdraw,
        _ => return Ok(false),
    };
    let note = if act == Tended::Withdraw { life.living.regret(&story.need) } else { String::new() };
    let mut scope = life.turn(person).await?;
    let (right, actor) = (policy::steward(&scope)?, policy::actor(&mut scope).await?);
    let visible = policy::request(&mut scope, row.request).await?;
    tending::tend(&mut scope, right, actor, &visible, act, &note).await?;
    scope.commit().await?;
    if let Some(story) = life.stories.get_mut(&row.request) {
        story.tended += 1;
    }
    Ok(true)
}
