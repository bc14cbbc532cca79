//! An invented community lives on the real code: what the doors call is called here, under a clock that is moved from one
//! moment at which something happens to the next. What people are like and what they decide is invented in `engines/demo`;
//! here it is done.
//!
//! Whoever learns of something learns it from the deeds, as by a letter: each file of behaviour hears every deed, lays what
//! its people will do on the agenda, and does it when its time has come. An area that comes later adds one file more, with a
//! variant of [`Act`] and a line in [`Life::hear`] and in [`Life::act`].

mod agenda;
mod asking;
mod helping;
mod housework;
mod people;
mod report;
mod scene;
mod tending;

pub use people::{People, invented, role};
pub use report::Figures;

use agenda::Agenda;
use demo::Living;
use demo::living::Need;
use housework::Housework;
use kernel::{MICROS_PER_DAY, Micros, Problem, Result};
use report::Tally;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{DeedRow, Scope};
use web::House;

/// Where the deeds of a simulation happen.
pub const CHANNEL: &str = "simulation";
/// Requests a day for each thousand members.
pub const A_DAY: f64 = 150.0;
/// Deeds heard at once.
const EARSHOT: i64 = 500;

/// What somebody will do.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    Asking(asking::Act),
    Helping(helping::Act),
    Tending(tending::Act),
}

/// A request as its people remember it.
pub(crate) struct Story {
    pub need: Need,
    pub asked_at: Micros,
    pub first_answer_at: Option<Micros>,
    /// Who has answered, in turn.
    pub answers: Vec<usize>,
    pub comments: usize,
    pub escalated: bool,
    pub outcome: Option<i64>,
    /// The asker is about to close it.
    pub closing: bool,
    /// How often the asker was reminded.
    pub reminders: usize,
    /// Acts about it from the Desk.
    pub tended: usize,
}

/// A community that lives.
pub struct Life {
    pub(crate) house: Housework,
    pub(crate) living: Living,
    pub(crate) people: People,
    pub(crate) agenda: Agenda,
    pub(crate) stories: BTreeMap<i64, Story>,
    /// The request of each answer and comment.
    pub(crate) answers: BTreeMap<i64, i64>,
    pub(crate) adverts: BTreeSet<i64>,
    /// Those who will say whether they want to meet.
    pub(crate) meetings: BTreeSet<(i64, usize)>,
    pub(crate) tally: Tally,
    heard: i64,
    begun: i64,
}

/// How it is lived.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub days: i64,
    /// Requests a day.
    pub a_day: f64,
    /// Letters are written, and counted as they would be sent.
    pub letters: bool,
    /// Each day is told on the terminal.
    pub told: bool,
    /// Hours between two looks at schedules and at whatever stands on deeds.
    pub hours: i64,
    /// Days at the end on which nobody sits down at the Desk.
    pub away: i64,
}

impl Life {
    /// Begins with people who are members already, at the moment at which the story begins.
    pub async fn begin(
        living: Living,
        people: People,
        runner: &store::runner::Runner,
        house: &Arc<House>,
        plan: Plan,
    ) -> Result<Life> {
        let house = Housework::new(runner, house.clone(), &people, plan);
        let mut life = Life {
            house,
            living,
            people,
            agenda: Agenda::default(),
            stories: BTreeMap::new(),
            answers: BTreeMap::new(),
            adverts: BTreeSet::new(),
            meetings: BTreeSet::new(),
            tally: Tally::default(),
            heard: 0,
            begun: 0,
        };
        life.house.begin().await?;
        life.heard = life.house.head().await?;
        life.begun = life.heard;
        Ok(life)
    }

    /// Lives the days of a plan, and the time after them until `until`, in which nobody asks anything new.
    pub async fn live(&mut self, plan: Plan, until: Micros) -> Result<()> {
        let since = self.house.now();
        helping::plan(self);
        for day in 0..plan.days {
            asking::plan(self, day, plan.a_day);
            if day < plan.days - plan.away {
                tending::plan(self, day);
            }
            self.go_on((since + (day + 1) * MICROS_PER_DAY).min(until)).await?;
            if plan.told {
                eprintln!("day {} of {}: {}", day + 1, plan.days, self.tally.line(&self.stories));
            }
        }
        let mut day = plan.days;
        while self.house.now() < until {
            tending::plan(self, day);
            day += 1;
            self.go_on((since + day * MICROS_PER_DAY).min(until)).await?;
        }
        self.house.rest().await
    }

    /// Everything until a moment, each thing at its time.
    async fn go_on(&mut self, until: Micros) -> Result<()> {
        loop {
            self.settle().await?;
            let next = self.house.next(self.agenda.next()).await?;
            if next >= until {
                self.house.pass_to(until);
                return Ok(());
            }
            self.house.pass_to(next);
            self.house.keep_hours().await?;
            while let Some(act) = self.agenda.due(next) {
                match self.act(act).await {
                    // Somebody else was first: it happens to the living.
                    Ok(()) | Err(Problem::Conflict(_)) => {}
                    Err(problem) => return Err(problem),
                }
            }
        }
    }

    /// The house does what is due, and everybody hears of what was done.
    async fn settle(&mut self) -> Result<()> {
        loop {
            self.house.work().await?;
            let mut heard = false;
            loop {
                let deeds = self.house.deeds_after(self.heard, EARSHOT).await?;
                let Some(last) = deeds.last() else { break };
                (self.heard, heard) = (last.seq, true);
                for deed in &deeds {
                    self.hear(deed);
                }
            }
            if !heard {
                return Ok(());
            }
            self.house.tell().await?;
        }
    }

    fn hear(&mut self, deed: &DeedRow) {
        self.tally.hear(&self.people, deed);
        asking::hear(self, deed);
        helping::hear(self, deed);
    }

    async fn act(&mut self, act: Act) -> Result<()> {
        match act {
            Act::Asking(act) => asking::act(self, act).await,
            Act::Helping(act) => helping::act(self, act).await,
            Act::Tending(act) => tending::act(self, act).await,
        }
    }

    /// A turn to write, as one of the people.
    pub(crate) async fn turn(&self, person: usize) -> Result<Scope> {
        let who = identity::gate::who(&self.house.runner.store, &self.house.system(), self.people.members[person]).await?;
        self.house.runner.store.write(&who).await
    }

    pub(crate) fn later(&mut self, at: Micros, act: Act) {
        self.agenda.lay(at.max(self.house.now()), act);
    }

    /// What came of it all.
    pub async fn figures(&self, days: i64) -> Result<Figures> {
        let deeds = self.deeds().await?;
        let mut scope = self.house.runner.store.read(&self.house.system()).await?;
        let round = requests::settings::held(&mut scope).await?.asked;
        Ok(self.tally.figures(&self.stories, &self.people, days, self.house.now(), (deeds, self.house.letters(), round)))
    }

    /// A hash over the deeds of the story without their ids: the same for the same deeds.
    async fn deeds(&self) -> Result<u64> {
        let mut hash = report::Fingerprint::default();
        let mut after = self.begun;
        loop {
            let deeds = self.house.deeds_after(after, EARSHOT).await?;
            let Some(last) = deeds.last() else { return Ok(hash.value()) };
            after = last.seq;
            for deed in &deeds {
                hash.take(deed, self.house.began_at, &self.people);
            }
        }
    }
}
