//! Histories by chance: whatever happens and whenever followers come, what was kept on the way equals what is counted
//! from the first deed, and both equal the definitions.

use crate::model::{GONE, Model, NEW};
use crate::town::{Town, at};
use kernel::{AudienceId, IdentityId, MICROS_PER_DAY};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use pulse::day::{Day, day_of};
use pulse::facts;
use pulse::figures::{Figures, clusters::LastWeek, measure};
use pulse::sight::Sight;
use pulse::team::Post;
use std::sync::Arc;
use store::{args, statement};
use talk::history::Incoming;
use talk::posting;
use talk::wording::Wording;

const PEOPLE: usize = 7;
const CASES: u32 = 12;

/// Something that happens. People, messages, imports and acts are picked by number, whatever there is.
#[derive(Clone, Debug)]
enum Act {
    Say { who: usize, back: i64, hour: i64, import: usize, to: Option<usize> },
    Post { who: usize, to: Option<usize> },
    Delete { message: usize, by: usize, moderator: bool },
    Move { who: usize, back: i64, kind: &'static str, import: usize },
    Open(usize),
    TakeBack(usize),
    Merge(usize, usize),
    Unmerge(usize),
    Erase(usize),
    Team { who: usize, back: i64, days: Option<i64> },
    Pass(i64),
    Follow(i64),
    Look { back: i64, whole: bool },
}

/// Days ago: mostly of the last months, and of years ago, of which less is read.
fn back() -> impl Strategy<Value = i64> {
    prop_oneof![7 => 0..260i64, 2 => 260..520i64, 1 => 520..1500i64]
}

fn act() -> impl Strategy<Value = Act> {
    let who = 0..PEOPLE;
    let kind = prop::sample::select(vec!["chat.joined", "chat.left"]);
    let import = prop::sample::select(vec![0usize, 0, 1, 2]);
    prop_oneof![
        26 => (who.clone(), back(), 0..24i64, import.clone(), prop::option::weighted(0.8, 0..200usize))
            .prop_map(|(who, back, hour, import, to)| Act::Say { who, back, hour, import, to }),
        8 => (who.clone(), prop::option::weighted(0.7, 0..200usize)).prop_map(|(who, to)| Act::Post { who, to }),
        5 => (0..200usize, who.clone(), any::<bool>()).prop_map(|(message, by, moderator)| Act::Delete { message, by, moderator }),
        4 => (who.clone(), back(), kind, import).prop_map(|(who, back, kind, import)| Act::Move { who, back, kind, import }),
        1 => (1..3usize).prop_map(Act::Open),
        1 => (1..3usize).prop_map(Act::TakeBack),
        2 => (who.clone(), who.clone()).prop_map(|(past, person)| Act::Merge(past, person)),
        1 => (0..9usize).prop_map(Act::Unmerge),
        1 => who.clone().prop_map(Act::Erase),
        1 => (who, 0..120i64, prop::option::of(1..90i64)).prop_map(|(who, back, days)| Act::Team { who, back, days }),
        2 => (1..40i64).prop_map(Act::Pass),
        6 => (1..40i64).prop_map(Act::Follow),
        2 => (0..120i64, any::<bool>()).prop_map(|(back, whole)| Act::Look { back, whole }),
    ]
}

/// A community in which acts happen, with what they are picked from.
struct Play {
    town: Town,
    people: Vec<IdentityId>,
    imports: [AudienceId; 3],
    settled: [bool; 3],
    opened: [bool; 3],
    /// The number, the id and the import of each message.
    messages: Vec<(Option<i64>, i64, usize)>,
    merges: Vec<i64>,
    today: Day,
}

impl Play {
    async fn begin(town: Town, today: Day) -> Play {
        let mut people = Vec::new();
        for name in 0..PEOPLE {
            people.push(town.person(&format!("Участник {name}")).await);
        }
        let imports = [AudienceId::EVERYONE, town.import().await, town.import().await];
        Play { town, people, imports, settled: [false; 3], opened: [true, false, false], messages: vec![], merges: vec![], today }
    }

    async fn happen(&mut self, act: &Act) {
        match act.clone() {
            Act::Say { who, back, hour, import, to } => self.say(who, self.today - back, hour, import, to).await,
            Act::Post { who, to } => self.post(who, to).await,
            Act::Delete { message, by, moderator } => self.delete(message, by, moderator).await,
            Act::Move { who, back, kind, import } if !self.settled[import] => {
                self.town.moves(kind, self.people[who], self.today - back, self.imports[import]).await;
            }
            Act::Open(import) if !self.settled[import] => {
                self.town.open(self.imports[import]).await;
                self.opened[import] = true;
            }
            Act::TakeBack(import) if !self.settled[import] => {
                self.town.take_back(self.imports[import]).await;
                self.settled[import] = true;
                self.messages.retain(|message| message.2 != import);
            }
            Act::Merge(past, person) => self.merge(past, person).await,
            Act::Unmerge(nth) => self.unmerge(nth).await,
            Act::Erase(who) => self.erase(who).await,
            Act::Team { who, back, days } => self.team(who, self.today - back, days).await,
            Act::Pass(days) => {
                self.town.database.clock.pass(days * MICROS_PER_DAY);
                self.today += days;
            }
            Act::Follow(deeds) => self.town.follow_a_little(deeds).await,
            Act::Look { back, whole } => {
                self.town.snapshot(self.today - back, if whole { Sight::Whole } else { Sight::Open }).await;
            }
            Act::Move { .. } | Act::Open(_) | Act::TakeBack(_) => {}
        }
    }

    async fn say(&mut self, who: usize, day: Day, hour: i64, import: usize, to: Option<usize>) {
        if self.settled[import] {
            return;
        }
        let same: Vec<i64> = self.messages.iter().filter(|message| message.2 == import).filter_map(|message| message.0).collect();
        let reply_to = to.filter(|_| !same.is_empty()).map(|nth| same[same.len() - 1 - nth % same.len().min(9)]);
        let moment = at(day, hour).min(self.town.database.clock.now());
        let number = self.town.number();
        let line = Incoming { number, at: moment, author: Some(self.people[who]), reply_to, ..Incoming::default() };
        let ids = self.town.bring(self.imports[import], vec![line]).await;
        self.messages.push((Some(number), ids[0], import));
    }

    fn open_audiences(&self) -> Vec<AudienceId> {
        (1..3).filter(|import| self.opened[*import] && !self.settled[*import]).map(|import| self.imports[import]).collect()
    }

    /// As a member does it on the page of a conversation.
    async fn post(&mut self, who: usize, to: Option<usize>) {
        let viewer = self.town.viewer(self.people[who], false, &self.open_audiences()).await;
        if viewer.viewer.member.is_none() {
            return;
        }
        let mut scope = self.town.database.store.write(&viewer).await.expect("a turn to write");
        let writer = talk::policy::writer(&mut scope).await.expect("a writer");
        let wording = Wording::parse(&format!("Слово {}", self.messages.len())).expect("a wording");
        let zone = chrono_tz::Europe::Moscow;
        let answered = to.filter(|_| !self.messages.is_empty()).map(|nth| self.messages[nth % self.messages.len()]);
        let (posted, import) = match answered {
            None => (posting::begin(&mut scope, zone, writer, &wording, "web").await, 0),
            Some((_, message, import)) => {
                let Ok(message) = talk::policy::message(&mut scope, message).await else { return };
                let thread = talk::policy::thread(&mut scope, message.thread).await.expect("its thread");
                (posting::answer(&mut scope, zone, writer, (&thread, &message), &wording, "web").await, import)
            }
        };
        let posted = posted.expect("posted");
        scope.commit().await.expect("it stays");
        self.messages.push((None, posted.message, import));
    }

    async fn delete(&mut self, message: usize, by: usize, moderator: bool) {
        if self.messages.is_empty() {
            return;
        }
        let viewer = self.town.viewer(self.people[by], moderator, &self.imports[1..]).await;
        if viewer.viewer.member.is_some() {
            self.town.deletes(&viewer, self.messages[message % self.messages.len()].1).await;
        }
    }

    async fn merge(&mut self, past: usize, person: usize) {
        let (past, person) = (self.town.member_of(self.people[past]).await, self.town.member_of(self.people[person]).await);
        let (Some(past), Some(person)) = (past, person) else { return };
        let mut scope = self.town.write().await;
        let right = people::policy::steward(scope.viewer()).expect("the house may");
        if let Ok(act) = people::merges::merge(&mut scope, &right, past, person).await {
            scope.commit().await.expect("one person now");
            self.merges.push(act);
        }
    }

    async fn unmerge(&mut self, nth: usize) {
        let Some(act) = self.merges.get(nth % self.merges.len().max(1)).copied() else { return };
        let mut scope = self.town.write().await;
        let right = people::policy::steward(scope.viewer()).expect("the house may");
        if people::merges::undo(&mut scope, &right, act).await.is_ok() {
            scope.commit().await.expect("two again");
        }
    }

    async fn erase(&mut self, who: usize) {
        let Some(member) = self.town.member_of(self.people[who]).await else { return };
        let mut scope = self.town.write().await;
        let keeper = people::policy::keeper(scope.viewer()).expect("the house may");
        let right = people::erasures::Erasable::by_owner(&keeper, member);
        if people::erasures::erase(&mut scope, &right, false).await.is_ok() {
            scope.commit().await.expect("forgotten");
        }
    }

    async fn team(&mut self, who: usize, from: Day, days: Option<i64>) {
        let Some(member) = self.town.member_of(self.people[who]).await else { return };
        let mut scope = self.town.write().await;
        let right = pulse::policy::names_team(scope.viewer()).expect("the house may");
        let post = if days.is_none() { Post::Founder } else { Post::Staff };
        if pulse::team::name(&mut scope, &right, member, post, from, days.map(|days| from + days)).await.is_ok() {
            scope.commit().await.expect("named");
        }
    }
}

statement!(
    DAYS = "select identity_id, day, audience_id, messages, replies from pulse_days where community_id = $1 order by 1, 2, 3"
);
statement!(
    HOURS = "select day, hour, identity_id, audience_id, messages from pulse_hours where community_id = $1 order by 1, 2, 3, 4"
);
statement!(TIES = "select a_id, b_id, day, audience_id, ab, ba from pulse_ties where community_id = $1 order by 1, 2, 3, 4");
statement!(MOVES = "select identity_id, seq, day, audience_id, arrived from pulse_moves where community_id = $1 order by 1, 2");

#[derive(Debug, PartialEq)]
struct Rollups {
    days: Vec<(i64, i64, i64, i64, i64)>,
    hours: Vec<(i64, i64, i64, i64, i64)>,
    ties: Vec<(i64, i64, i64, i64, i64, i64)>,
    moves: Vec<(i64, i64, i64, i64, bool)>,
}

async fn rollups(town: &Town) -> Rollups {
    Rollups {
        days: town.rows(&DAYS, &[]).await,
        hours: town.rows(&HOURS, &[]).await,
        ties: town.rows(&TIES, &[]).await,
        moves: town.rows(&MOVES, &[]).await,
    }
}

/// The figures as text, but for clusters: they are history, begun from last week's.
fn told(figures: &Figures) -> String {
    let mut told = serde_json::to_value(figures).expect("JSON");
    let fields = told.as_object_mut().expect("fields");
    assert!(fields.remove("clusters").is_some() && fields.remove("drawing").is_some());
    told.to_string()
}

async fn computed(town: &Town, day: Day, sight: Sight) -> Figures {
    let mut scope = town.read().await;
    measure(&facts::read(&mut scope, day, sight).await.expect("facts"), &LastWeek::default()).figures
}

const SIGHTS: [Sight; 2] = [Sight::Open, Sight::Whole];

async fn plays(acts: Vec<Act>, town: Town, today: Day) {
    let mut play = Play::begin(town, today).await;
    for act in &acts {
        play.happen(act).await;
    }
    let town = &play.town;
    town.follow().await;
    town.healthy().await;
    let days = [play.today, play.today - 1, play.today - 30, play.today - 101];
    let kept = rollups(town).await;
    let mut served = Vec::new();
    for (day, sight) in days.into_iter().flat_map(|day| SIGHTS.map(|sight| (day, sight))) {
        let figures = town.snapshot(day, sight).await.figures;
        assert_eq!(told(&figures), told(&computed(town, day, sight).await), "what is kept of {day} is true");
        served.push(told(&figures));
    }
    for sight in SIGHTS {
        let model = Model::of(town, sight).await;
        for day in days {
            agrees(town, &model, day, sight).await;
        }
    }
    town.rebuild().await;
    town.healthy().await;
    assert_eq!(rollups(town).await, kept, "rebuilt row by row");
    for ((day, sight), before) in days.into_iter().flat_map(|day| SIGHTS.map(|sight| (day, sight))).zip(served) {
        assert_eq!(told(&town.snapshot(day, sight).await.figures), before, "rebuilt figures of {day}");
    }
}

statement!(
    STANDINGS = "select person_id, state, state_before, joined_day, left_day, active, team, messages, ties, interactions, lonely, newcomer \
     from pulse_standings where community_id = $1 and day = $2 and sight = $3 order by person_id"
);
statement!(
    TIE_DAYS = "select person_id, tie_days_1, tie_days_3, tie_days_6 from pulse_standings \
     where community_id = $1 and day = $2 and sight = $3 and newcomer order by person_id"
);

type Stands = (i64, i64, Option<i64>, i64, Option<i64>, bool, bool, i64, i64, i64, bool, bool);

async fn agrees(town: &Town, model: &Model, day: Day, sight: Sight) {
    let figures = town.snapshot(day, sight).await.figures;
    let pairs = model.pairs(day);
    let mut expected: Vec<Stands> = Vec::new();
    for person in model.persons(day) {
        let mine: Vec<_> = pairs.iter().filter(|((a, b), _)| *a == person || *b == person).map(|(_, pair)| pair).collect();
        let (ties, interactions) =
            (mine.iter().filter(|pair| pair.is_tie()).count() as i64, mine.iter().map(|pair| pair.ab + pair.ba).sum());
        let (active, team) = (model.is_active(person, day), model.is_team(person, day));
        expected.push((
            person,
            model.state(person, day).expect("they came"),
            model.state(person, day - 28),
            model.joined(person),
            model.left(person, day),
            active,
            team,
            model.messages(person, day),
            ties,
            interactions,
            active && !team && ties == 0,
            !team && model.joined(person) > day - 365,
        ));
    }
    assert_eq!(town.rows::<Stands>(&STANDINGS, args![day, sight.code()]).await, expected, "persons on {day}, {sight:?}");
    assert_eq!(figures.transitions, model.transitions(day));
    assert_eq!(figures.hours, model.hours(day));
    sizes(model, &figures, &expected);
    ties(model, &figures, &expected);
    let came = town.rows::<(i64, Option<i64>, Option<i64>, Option<i64>)>(&TIE_DAYS, args![day, sight.code()]).await;
    for (person, first, third, sixth) in &came {
        let days = model.tie_days(*person, day);
        assert_eq!([first, third, sixth].map(|days| *days), [0, 2, 5].map(|nth| days.get(nth).copied()), "ties of {person}");
    }
    assert_eq!(figures.newcomers.count as usize, came.len());
}

fn sizes(model: &Model, figures: &Figures, persons: &[Stands]) {
    let (size, day) = (&figures.size, figures.day);
    let count = |wanted: &dyn Fn(&Stands) -> bool| persons.iter().filter(|row| wanted(row)).count() as i64;
    let was = |row: &Stands| row.2.is_some_and(|before| before != GONE);
    assert_eq!(size.members, count(&|row| row.1 != GONE));
    assert_eq!(size.members_before, count(&was));
    assert_eq!(size.active, count(&|row| row.5));
    assert_eq!(size.active_before, count(&|row| model.is_active(row.0, day - 28)));
    assert_eq!(size.new, count(&|row| row.3 > day - 28));
    assert_eq!(size.states[NEW as usize], count(&|row| row.1 == NEW));
    assert_eq!(size.gone, count(&|row| (was(row) || row.3 > day - 28) && row.1 == GONE));
    assert_eq!(size.gone_new, count(&|row| row.3 > day - 28 && row.1 == GONE));
    assert_eq!(size.members, size.members_before + size.new + size.back - size.gone, "growth adds up");
    assert_eq!(size.left, count(&|row| row.4.is_some_and(|left| left > day - 28)));
    assert_eq!(size.back, count(&|row| row.2 == Some(GONE) && row.1 != GONE));
    assert_eq!(size.messages, persons.iter().map(|row| row.7).sum::<i64>());
    for period in &figures.periods {
        let there: Vec<i64> = model.persons(period.day).into_iter().filter(|one| model.is_member(*one, period.day)).collect();
        let back = there.iter().filter(|one| model.state(**one, period.day - 28) == Some(GONE)).count();
        let active = there.iter().filter(|one| model.is_active(**one, period.day)).count();
        assert_eq!(
            (period.members, period.active, period.back),
            (there.len() as i64, active as i64, back as i64),
            "{}",
            period.day
        );
    }
    let rows: i64 = figures.transitions.iter().flatten().sum();
    assert_eq!(rows, count(&|row| row.2.is_some()), "rows sum to those who had come 28 days before");
}

fn ties(model: &Model, figures: &Figures, persons: &[Stands]) {
    let (found, day) = (&figures.ties, figures.day);
    let pairs = model.pairs(day);
    let tied: Vec<_> = pairs.iter().filter(|(_, pair)| pair.is_tie()).collect();
    let with_team = |(a, b): &(i64, i64)| model.is_team(*a, day) || model.is_team(*b, day);
    assert_eq!((found.pairs, found.all), (pairs.len() as i64, tied.len() as i64));
    assert_eq!(found.horizontal, tied.iter().filter(|(pair, _)| !with_team(pair)).count() as i64);
    assert_eq!(found.interactions, pairs.values().map(|pair| pair.ab + pair.ba).sum::<i64>());
    assert_eq!(found.between_members, pairs.values().map(|pair| pair.between_members).sum::<i64>());
    assert_eq!(found.lonely, persons.iter().filter(|row| row.10).count() as i64);
    let mut depths: Vec<f64> = tied.iter().map(|(_, pair)| pair.depth).collect();
    depths.sort_unstable_by(f64::total_cmp);
    let middles = depths.get(depths.len().saturating_sub(1) / 2).zip(depths.get(depths.len() / 2));
    match (found.median_depth, middles.map(|(low, high)| (low + high) / 2.0)) {
        (Some(one), Some(other)) => assert!((one - other).abs() < 1e-9 * other.abs(), "{one} {other}"),
        (one, other) => assert_eq!(one, other),
    }
}

#[test]
fn whatever_happens_what_is_kept_equals_what_is_counted_anew() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let mut runner = TestRunner::new(ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        max_shrink_iters: 60,
        ..ProptestConfig::default()
    });
    let case = std::cell::Cell::new(0);
    let database = Arc::new(runtime.block_on(testkit::database()));
    let ran = runner.run(&prop::collection::vec(act(), 30..90), |acts| {
        case.set(case.get() + 1);
        // The clock of the database goes on from one community to the next.
        let today = day_of(chrono_tz::Europe::Moscow, database.clock.now());
        let town = runtime.block_on(Town::in_database(database.clone(), &format!("opora{}", case.get())));
        let played = runtime.block_on(async { tokio::spawn(plays(acts, town, today)).await });
        played.map_err(|error| TestCaseError::fail(format!("{error}")))
    });
    if let Err(error) = ran {
        panic!("{error}");
    }
}
