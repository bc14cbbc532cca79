//! Those who ask: they write what they need, read what comes, meet, close, thank, and forget to.

use super::{CHANNEL, Life, Story};
use demo::living::{self, Need, Verdict};
use kernel::{AudienceId, MemberId, Micros, Problem, Result};
use requests::closure::{self, Closing, Helper};
use requests::course::Reminder;
use requests::money::Amount;
use requests::request::{Kind, Outcome};
use requests::wish::Wish;
use requests::{deal, deeds, draft, folding, introduction, policy, tags};
use store::{DeedRow, Scope};

#[derive(Clone, Debug)]
pub(crate) enum Act {
    Asks { person: usize },
    Closes { request: i64 },
    Reopens { request: i64 },
    OpensToAll { request: i64 },
    Meets { introduction: i64, person: usize, accepts: bool },
    Folds { request: i64, answer: i64 },
    Corrects { request: i64, help: i64 },
}

/// What is said to those who have asked as often as one may in a day and in a week.
const TOO_MANY: [&str; 2] = ["requests-fault-many-today", "requests-fault-many-week"];
/// Small units in one of the currency.
const MINOR: i64 = 100;

/// Those who will ask on a day.
pub(crate) fn plan(life: &mut Life, day: i64, a_day: f64) {
    for when in life.living.asks_on(day, a_day) {
        if when.at >= life.house.now() {
            life.later(when.at, super::Act::Asking(Act::Asks { person: when.asker }));
        }
    }
}

pub(crate) fn hear(life: &mut Life, deed: &DeedRow) {
    match deed.kind.as_str() {
        deeds::ANSWERED => hear_answer(life, deed),
        deeds::REMINDED => hear_reminder(life, deed),
        deeds::INTRODUCED | deeds::INTRODUCTION_ACCEPTED => hear_introduction(life, deed),
        deeds::COMMENTED => hear_comment(life, deed),
        deeds::CLOSED => {
            if let Some(story) = life.stories.get_mut(&deed.object) {
                story.outcome = Some(deed.amount);
            }
        }
        deeds::REOPENED => hear_reopened(life, deed),
        deeds::ESCALATED => {
            if let Some(story) = life.stories.get_mut(&deed.object) {
                story.escalated = true;
            }
        }
        _ => {}
    }
}

fn hear_answer(life: &mut Life, deed: &DeedRow) {
    let Some(request) = life.answers.get(&deed.object).copied() else { return };
    let (Some(story), Some(author)) = (life.stories.get_mut(&request), life.people.of(deed.actor)) else { return };
    story.first_answer_at.get_or_insert(deed.at);
    story.answers.push(author);
    if story.closing {
        return;
    }
    if let Verdict::Closes(at) = life.living.verdict(&story.need, story.answers.len(), deed.at) {
        story.closing = true;
        life.later(at, super::Act::Asking(Act::Closes { request }));
    }
}

/// Reminders bring those who forgot.
fn hear_reminder(life: &mut Life, deed: &DeedRow) {
    let request = deed.object;
    let Some(story) = life.stories.get_mut(&request) else { return };
    let act = match Reminder::parse(deed.amount) {
        Some(Reminder::Unanswered) => {
            let (at, opens) = life.living.opens(&story.need, deed.at);
            Some((at, if opens { Act::OpensToAll { request } } else { Act::Closes { request } }))
        }
        Some(Reminder::BeforeDeadline) if story.answers.is_empty() => None,
        Some(Reminder::BeforeDeadline | Reminder::AfterDeadline | Reminder::Silence | Reminder::StillOpen) => {
            story.reminders += 1;
            life.living.minds(&story.need, story.reminders - 1, deed.at).map(|at| (at, Act::Closes { request }))
        }
        Some(Reminder::Taker) | None => None,
    };
    if let Some((at, act)) = act {
        life.later(at, super::Act::Asking(act));
    }
}

/// Both say whether they want to meet, each once they know of it.
fn hear_introduction(life: &mut Life, deed: &DeedRow) {
    for part in ["asker", "person"] {
        let Some(person) = life.people.of(deed.party(part)) else { continue };
        if deed.amount == 2 || !life.meetings.insert((deed.object, person)) {
            continue;
        }
        let number = usize::try_from(deed.object).unwrap_or_default();
        if let Some((at, accepts)) = life.living.meets(number, person, deed.at) {
            life.later(at, super::Act::Asking(Act::Meets { introduction: deed.object, person, accepts }));
        }
    }
}

fn hear_comment(life: &mut Life, deed: &DeedRow) {
    let Some(request) = life.answers.get(&deed.object).copied() else { return };
    let Some(story) = life.stories.get_mut(&request) else { return };
    story.comments += 1;
    if let Some(at) = life.living.folds(&story.need, story.comments, deed.at) {
        life.later(at, super::Act::Asking(Act::Folds { request, answer: deed.object }));
    }
}

fn hear_reopened(life: &mut Life, deed: &DeedRow) {
    let Some(story) = life.stories.get_mut(&deed.object) else { return };
    story.outcome = None;
    let at = life.living.opens(&story.need, deed.at + 2 * kernel::MICROS_PER_DAY).0;
    life.later(at, super::Act::Asking(Act::Closes { request: deed.object }));
}

pub(crate) async fn act(life: &mut Life, act: Act) -> Result<()> {
    match act {
        Act::Asks { person } => ask(life, person).await,
        Act::Closes { request } => close(life, request).await,
        Act::Meets { introduction, person, accepts } => {
            let mut scope = life.turn(person).await?;
            let between = policy::between(&mut scope, introduction).await?;
            if accepts {
                introduction::accept(&mut scope, &between, CHANNEL).await?;
            } else {
                introduction::decline(&mut scope, &between).await?;
            }
            scope.commit().await
        }
        Act::Reopens { request } => {
            let mut scope = life.turn_of_asker(request).await?;
            let own = policy::own(&mut scope, request).await?;
            closure::reopen(&mut scope, own, CHANNEL).await?;
            scope.commit().await
        }
        Act::OpensToAll { request } => {
            let mut scope = life.turn_of_asker(request).await?;
            let own = policy::own(&mut scope, request).await?;
            requests::course::open_to_all(&mut scope, &own, CHANNEL).await?;
            scope.commit().await
        }
        Act::Folds { request, answer } => {
            let mut scope = life.turn_of_asker(request).await?;
            let foldable = policy::foldable(&mut scope, request, answer).await?;
            let actor = policy::actor(&mut scope).await?;
            folding::fold(&mut scope, &foldable, actor, CHANNEL).await?;
            scope.commit().await
        }
        Act::Corrects { request, help } => correct(life, request, help).await,
    }
}

impl Life {
    async fn turn_of_asker(&self, request: i64) -> Result<Scope> {
        let story = self.stories.get(&request).ok_or(Problem::NotFound)?;
        self.turn(story.need.asker).await
    }
}

/// A draft is written and asked.
async fn ask(life: &mut Life, person: usize) -> Result<()> {
    let need = life.living.need(life.stories.len(), person);
    let asked_at = life.house.now();
    let wish = wish(life, &need, asked_at)?;
    let mut scope = life.turn(person).await?;
    let actor = policy::actor(&mut scope).await?;
    let draft = draft::keep(&mut scope, actor, None, &wish).await?;
    let request = match requests::asking::ask(&mut scope, actor, draft, CHANNEL).await {
        // They do without.
        Err(Problem::Invalid(faults)) if faults.iter().all(|fault| TOO_MANY.contains(&fault.word)) => return Ok(()),
        asked => asked?.id,
    };
    scope.commit().await?;
    let story = Story {
        need,
        asked_at,
        first_answer_at: None,
        answers: Vec::new(),
        comments: 0,
        escalated: false,
        outcome: None,
        closing: false,
        reminders: 0,
        tended: 0,
    };
    life.stories.insert(request, story);
    Ok(())
}

fn wish(life: &Life, need: &Need, asked_at: Micros) -> Result<Wish> {
    let chosen: Vec<MemberId> = need.chosen.iter().map(|person| life.people.members[*person]).collect();
    Ok(Wish {
        title: need.title.clone(),
        details: need.details.clone(),
        kind: Kind::parse(need.asking.code()).unwrap_or(Kind::Solution),
        topic: need.direction.map(|direction| life.people.directions[direction]),
        tags: tags::parse(&need.tags).map_err(Problem::Conflict)?,
        city: need.city.clone(),
        wanted: need.wanted.clone(),
        deadline_at: life.living.deadline(need, asked_at),
        chosen: !chosen.is_empty(),
        people: chosen,
    })
}

/// What came of it, with whose help, in the asker's own words.
async fn close(life: &mut Life, request: i64) -> Result<()> {
    let mut scope = life.turn_of_asker(request).await?;
    let own = policy::own(&mut scope, request).await?;
    if !own.is_open() {
        return Ok(());
    }
    let mut candidates = closure::candidates(&mut scope, &own).await?;
    if own.audience != AudienceId::EVERYONE {
        let chosen = identity::audience::chosen(&mut scope, own.audience).await?;
        candidates.retain(|member| chosen.contains(member));
    }
    let story = life.stories.get(&request).ok_or(Problem::NotFound)?;
    let name_of = |place: usize| {
        let number = life.people.number(candidates[place]).unwrap_or_default();
        life.living.residents()[number].person.first_name.clone()
    };
    let told = life.living.closing(&story.need, candidates.len(), life.house.now(), name_of);
    let reopens_at = told.reopens_at;
    closure::close(&mut scope, own, closing(life, told, &candidates), CHANNEL).await?;
    scope.commit().await?;
    if let Some(at) = reopens_at {
        life.later(at, super::Act::Asking(Act::Reopens { request }));
    }
    Ok(())
}

fn closing(life: &Life, told: living::Closing, candidates: &[MemberId]) -> Closing {
    let amount = |units: i64| Amount { minor: units * MINOR, currency: life.people.currency.clone() };
    let helpers = told.helpers.iter().zip(&told.thanks).enumerate();
    let helpers = helpers.map(|(place, (helper, thanks))| Helper {
        member: candidates[*helper],
        thanks: thanks.clone(),
        shown: told.shown,
        deal: told.deal.filter(|_| place == 0).map(amount),
    });
    Closing { outcome: Outcome::parse(told.outcome).unwrap_or(Outcome::Unsolved), note: told.note, helpers: helpers.collect() }
}

/// The helper said that the amount was another: the asker states that one.
async fn correct(life: &mut Life, request: i64, help: i64) -> Result<()> {
    let mut scope = life.turn_of_asker(request).await?;
    let received = match policy::received(&mut scope, help).await {
        // The closure was undone meanwhile, and the help with it.
        Err(Problem::NotFound) => return Ok(()),
        received => received?,
    };
    let story = life.stories.get(&request).ok_or(Problem::NotFound)?;
    let amount = Amount { minor: life.living.corrected(&story.need) * MINOR, currency: life.people.currency.clone() };
    deal::state(&mut scope, &received, &amount, CHANNEL).await?;
    scope.commit().await
}
