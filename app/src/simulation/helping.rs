//! Those who help: asked or not, they answer, name another, decline, say a word, confirm a deal, promise.

use super::{CHANNEL, Life};
use demo::living::{self, Reaction};
use kernel::{AudienceId, Problem, Result};
use requests::answer::{self, Kind, NewAnswer};
use requests::course::Reminder;
use requests::pledge::{self, Year};
use requests::policy::{self, Visible};
use requests::reports::{self, NewReport, Reason};
use requests::request::Request;
use requests::{deal, deeds, help, invitation};
use store::{DeedRow, Scope};

#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// `feels_asked`: by name, or as the leader of a direction.
    Looks {
        request: i64,
        person: usize,
        feels_asked: bool,
    },
    Answers {
        request: i64,
        person: usize,
    },
    Comments {
        request: i64,
        person: usize,
        advert: bool,
    },
    Reports {
        request: i64,
        answer: i64,
        person: usize,
        note: String,
    },
    Confirms {
        deal: i64,
        person: usize,
        is_so: bool,
    },
    ShowsThanks {
        request: i64,
        person: usize,
    },
    Pledges {
        person: usize,
        times: i64,
    },
}

/// Promises of the year are made in the first days.
pub(crate) fn plan(life: &mut Life) {
    let now = life.house.now();
    for person in 0..life.people.members.len() {
        if let Some(times) = life.living.residents()[person].habits.pledge {
            let at = now + (person as i64 % 48) * 3_600_000_000;
            life.later(at, super::Act::Helping(Act::Pledges { person, times }));
        }
    }
}

pub(crate) fn hear(life: &mut Life, deed: &DeedRow) {
    match deed.kind.as_str() {
        deeds::INVITED | deeds::PASSED_ON => hear_invitation(life, deed),
        deeds::ASKED => hear_request(life, deed),
        deeds::ANSWERED => hear_answer(life, deed),
        deeds::COMMENTED => hear_comment(life, deed),
        deeds::REMINDED if deed.amount == Reminder::Taker.code() => hear_reminder(life, deed),
        deeds::CLOSED => hear_closed(life, deed),
        deeds::DEAL => hear_deal(life, deed),
        _ => {}
    }
}

fn hear_invitation(life: &mut Life, deed: &DeedRow) {
    let request = deed.object;
    let feels_asked = deed.kind == deeds::PASSED_ON || deed.amount == 0;
    let invited: Vec<usize> =
        deed.parties.iter().filter(|(part, _)| part == "invited").filter_map(|(_, who)| life.people.of(Some(*who))).collect();
    for person in invited {
        let Some(story) = life.stories.get(&request) else { continue };
        if let Some(at) = life.living.looks(&story.need, person, deed.at) {
            life.later(at, super::Act::Helping(Act::Looks { request, person, feels_asked }));
        }
    }
}

/// Some look through what is asked without having been asked.
fn hear_request(life: &mut Life, deed: &DeedRow) {
    let Some(story) = life.stories.get(&deed.object).filter(|_| deed.audience == AudienceId::EVERYONE) else { return };
    for (person, at) in life.living.comes_by(&story.need, deed.at) {
        life.later(at, super::Act::Helping(Act::Answers { request: deed.object, person }));
    }
}

fn hear_answer(life: &mut Life, deed: &DeedRow) {
    let Some(request) = life.answers.get(&deed.object).copied() else { return };
    let Some(story) = life.stories.get(&request).filter(|_| deed.audience == AudienceId::EVERYONE) else { return };
    if story.answers.len() != 1 {
        return;
    }
    if let Some((person, at, advert)) = life.living.chats(&story.need, deed.at) {
        life.later(at, super::Act::Helping(Act::Comments { request, person, advert }));
    }
}

fn hear_comment(life: &mut Life, deed: &DeedRow) {
    let answer = deed.object;
    let (Some(request), Some(author)) = (life.answers.get(&answer).copied(), life.people.of(deed.actor)) else { return };
    let Some(story) = life.stories.get(&request).filter(|_| life.adverts.contains(&answer)) else { return };
    if let Some((person, at, note)) = life.living.reports(&story.need, author, deed.at) {
        life.later(at, super::Act::Helping(Act::Reports { request, answer, person, note }));
    }
}

/// Whoever said that they will help is reminded, and some then do.
fn hear_reminder(life: &mut Life, deed: &DeedRow) {
    let Some(person) = life.people.of(deed.party("reminded")) else { return };
    let Some(story) = life.stories.get(&deed.object) else { return };
    if let Some(at) = life.living.keeps_word(&story.need, person, deed.at) {
        life.later(at, super::Act::Helping(Act::Answers { request: deed.object, person }));
    }
}

fn hear_closed(life: &mut Life, deed: &DeedRow) {
    let helpers: Vec<usize> =
        deed.parties.iter().filter(|(part, _)| part == "helper").filter_map(|(_, who)| life.people.of(Some(*who))).collect();
    for person in helpers {
        let Some(story) = life.stories.get(&deed.object) else { continue };
        if let Some(at) = life.living.shows_thanks(&story.need, person, deed.at) {
            life.later(at, super::Act::Helping(Act::ShowsThanks { request: deed.object, person }));
        }
    }
}

fn hear_deal(life: &mut Life, deed: &DeedRow) {
    let Some(person) = life.people.of(deed.party("helper")) else { return };
    let number = usize::try_from(deed.object).unwrap_or_default();
    let Some((at, is_so)) = life.living.confirms(number, person, deed.at) else { return };
    life.later(at, super::Act::Helping(Act::Confirms { deal: deed.object, person, is_so }));
}

pub(crate) async fn act(life: &mut Life, act: Act) -> Result<()> {
    match act {
        Act::Looks { request, person, feels_asked } => look(life, request, person, feels_asked).await,
        Act::Answers { request, person } => answer(life, request, person).await,
        Act::Comments { request, person, advert } => comment(life, request, person, advert).await,
        Act::Confirms { deal, person, is_so } => confirm(life, deal, person, is_so).await,
        Act::ShowsThanks { request, person } => show_thanks(life, request, person).await,
        Act::Reports { request, answer, person, note } => {
            let mut scope = life.turn(person).await?;
            let (actor, visible) = (policy::actor(&mut scope).await?, policy::request(&mut scope, request).await?);
            let new = NewReport { answer: Some(answer), reason: Reason::Advert, note: &note, shows: false };
            reports::report(&mut scope, &visible, actor, new, CHANNEL).await?;
            scope.commit().await
        }
        Act::Pledges { person, times } => {
            let mut scope = life.turn(person).await?;
            let actor = policy::actor(&mut scope).await?;
            let year = year(&mut scope).await?;
            pledge::set(&mut scope, actor, year, times, CHANNEL).await?;
            scope.commit().await
        }
    }
}

async fn year(scope: &mut Scope) -> Result<Year> {
    let zone = identity::community::known(scope).await?.community.timezone;
    Ok(Year::of(zone, scope.now()))
}

/// What somebody who was asked does with it.
async fn look(life: &mut Life, request: i64, person: usize, feels_asked: bool) -> Result<()> {
    let Some(story) = life.stories.get(&request) else { return Ok(()) };
    let reaction = life.living.reacts(&story.need, person, feels_asked, life.house.now());
    match reaction {
        Reaction::Ignores => return Ok(()),
        Reaction::Answers => return answer(life, request, person).await,
        Reaction::Takes(Some(at)) => life.later(at, super::Act::Helping(Act::Answers { request, person })),
        _ => {}
    }
    let mut scope = life.turn(person).await?;
    let (actor, visible) = (policy::actor(&mut scope).await?, policy::request(&mut scope, request).await?);
    match reaction {
        Reaction::Takes(_) => invitation::took(&mut scope, actor, &visible, CHANNEL).await?,
        Reaction::Mutes if visible.topic.is_some() => invitation::mute_topic(&mut scope, actor, &visible).await?,
        Reaction::PassesOn(to) => {
            let to = life.people.members[to];
            match invitation::pass_on(&mut scope, actor, &visible, to, CHANNEL).await {
                // It is the asker whom they would name.
                Err(Problem::Conflict(_)) => invitation::decline(&mut scope, actor, &visible).await?,
                Err(problem) => return Err(problem),
                Ok(_) => {}
            }
        }
        _ => invitation::decline(&mut scope, actor, &visible).await?,
    }
    scope.commit().await
}

/// Nobody answers twice, or what is closed.
async fn answer(life: &mut Life, request: i64, person: usize) -> Result<()> {
    let Some(story) = life.stories.get(&request) else { return Ok(()) };
    if story.answers.contains(&person) || story.outcome.is_some() {
        return Ok(());
    }
    let told = life.living.answer(&story.need, person, story.answers.len());
    match give(life, request, person, &told).await {
        // The member they would name was named already.
        Err(Problem::Invalid(_)) => {
            let Some(story) = life.stories.get(&request) else { return Ok(()) };
            let told = life.living.solution(&story.need, person, story.answers.len());
            give(life, request, person, &told).await
        }
        given => given,
    }
}

async fn give(life: &mut Life, request: i64, person: usize, told: &living::Answer) -> Result<()> {
    let named = told.person.map(|named| life.people.members[named]);
    let kind = Kind::parse(told.kind.code()).unwrap_or(Kind::Solution);
    say(life, request, person, NewAnswer { kind, text: &told.text, person: named }).await.map(|_| ())
}

async fn say(life: &mut Life, request: i64, person: usize, new: NewAnswer<'_>) -> Result<i64> {
    let mut scope = life.turn(person).await?;
    let visible: Visible<Request> = policy::request(&mut scope, request).await?;
    let actor = policy::actor(&mut scope).await?;
    let id = answer::add(&mut scope, &visible, actor, new, CHANNEL).await?;
    scope.commit().await?;
    life.answers.insert(id, request);
    Ok(id)
}

async fn comment(life: &mut Life, request: i64, person: usize, advert: bool) -> Result<()> {
    let Some(story) = life.stories.get(&request) else { return Ok(()) };
    let text = life.living.comment(&story.need, person, advert);
    let id = say(life, request, person, NewAnswer { kind: Kind::Comment, text: &text, person: None }).await?;
    if advert {
        life.adverts.insert(id);
    }
    Ok(())
}

async fn confirm(life: &mut Life, deal: i64, person: usize, is_so: bool) -> Result<()> {
    let mut scope = life.turn(person).await?;
    let stated = match policy::stated(&mut scope, deal).await {
        Err(Problem::NotFound) => return Ok(()),
        stated => stated?,
    };
    if is_so {
        deal::confirm(&mut scope, &stated, CHANNEL).await?;
        return scope.commit().await;
    }
    deal::dispute(&mut scope, &stated, CHANNEL).await?;
    scope.commit().await?;
    let (request, help) = (stated.request().id, stated.deal().help);
    let at = life.house.now() + kernel::MICROS_PER_DAY;
    life.later(at, super::Act::Asking(super::asking::Act::Corrects { request, help }));
    Ok(())
}

/// The helper agrees that the asker's words stand on their profile.
async fn show_thanks(life: &mut Life, request: i64, person: usize) -> Result<()> {
    let mut scope = life.turn(person).await?;
    let year = year(&mut scope).await?;
    let given = help::given_in(&mut scope, life.people.members[person], year).await?;
    let Some(line) = given.into_iter().find(|line| line.request == request) else { return Ok(()) };
    let given = policy::given(&mut scope, line.id).await?;
    help::show_given(&mut scope, &given, true, CHANNEL).await?;
    scope.commit().await
}
