//! Everything that the figures of a day are made of, read once (`past` says what long ago is worth): rows of identities
//! become persons here, so that merges, claims and their undoing change no row.

use crate::day::{Day, WINDOW_DAYS, begins, date, day_of};
use crate::past::{self, AnsweredRow};
use crate::person::{Move, Person, Written};
use crate::sight::Sight;
use crate::team::{self, Post};
use chrono::Datelike;
use chrono_tz::Tz;
use kernel::{Micros, Result};
use std::collections::HashMap;
use store::{Scope, args, statement};

/// An identity of a person, with when it was erased.
pub const ERASED_SIGN: i64 = -1;

/// Answers between two persons on a day; `a` and `b` are places in [`Facts::people`], `a < b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exchange {
    pub a: u32,
    pub b: u32,
    pub day: Day,
    pub ab: i64,
    pub ba: i64,
}

/// Messages of a person in an hour of a day.
#[derive(Clone, Copy, Debug)]
pub struct Hour {
    pub day: Day,
    pub hour: i64,
    pub person: u32,
    pub messages: i64,
}

/// The beginning of a conversation by a person.
#[derive(Clone, Copy, Debug)]
pub struct Begun {
    pub thread: i64,
    pub person: u32,
    pub at: Micros,
    pub answered_at: Option<Micros>,
}

/// Somebody's part in running the community.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub person: u32,
    pub post: Post,
    pub from: Day,
    pub until: Option<Day>,
}

/// What a day's figures are made of.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub day: Day,
    /// By rising number.
    pub people: Vec<Person>,
    /// By pair and day: all of the last year and a quarter, and of pairs that speak now all there ever were.
    pub exchanges: Vec<Exchange>,
    pub hours: Vec<Hour>,
    pub begun: Vec<Begun>,
    pub team: Vec<Part>,
    /// The first day anything is known of.
    pub first_day: Option<Day>,
}

impl Facts {
    /// Whether a person is of the team (founders are staff too) on a day.
    pub fn is_team(&self, person: u32, day: Day) -> bool {
        self.team.iter().any(|part| part.person == person && part.from <= day && part.until.is_none_or(|until| day < until))
    }

    /// Who holds a post, or any, on the day of these facts.
    pub fn holders(&self, post: Option<Post>) -> Vec<u32> {
        let day = self.day;
        let holds = |part: &&Part| {
            post.is_none_or(|post| part.post == post) && part.from <= day && part.until.is_none_or(|until| day < until)
        };
        let mut found: Vec<u32> = self.team.iter().filter(holds).map(|part| part.person).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

// Whoever closed their account at the source was a person all the same, as long as an id tells them from others.
statement!(WAYS = "select id, member_id, erased_at from identity_ways where community_id = $1 and kind in ('person', 'deleted')");
statement!(
    OWN_WAYS = "select id, identity_id from identity_persons where community_id = $1 and id {any $2} and identity_id is not null"
);
statement!(
    MOVES = "select identity_id, day, seq, arrived from pulse_moves where community_id = $1 and day <= $2 \
     and audience_id {any $3}"
);
statement!(
    HOURS = "select day, hour, identity_id, messages from pulse_hours where community_id = $1 and day > $2 and day <= $3 and messages > 0 \
     and audience_id {any $4}"
);

/// Reads the facts of a day. One snapshot: the scope's.
pub async fn read(scope: &mut Scope, day: Day, sight: Sight) -> Result<Facts> {
    let zone = identity::community::known(scope).await?.community.timezone;
    let audiences = sight.audiences(scope).await?;
    let mut persons = Persons::learn(scope, zone).await?;
    for (identity, day, messages) in past::written(scope, day, &audiences).await? {
        if let Some(person) = persons.of(identity) {
            person.written.push(Written { day, messages });
        }
    }
    for (identity, day, seq, arrived) in scope.all::<(i64, Day, i64, bool)>(&MOVES, args![day, audiences.clone()]).await? {
        if let Some(person) = persons.of(identity) {
            person.moves.push(Move { day, seq, arrived });
        }
    }
    let mut facts = Facts { day, ..Facts::default() };
    let exchanges = past::answered(scope, day, &audiences, &persons.of_identity).await?;
    let hours = scope.all::<(Day, i64, i64, i64)>(&HOURS, args![day - WINDOW_DAYS, day, audiences.clone()]).await?;
    let (from, until) = (begins(zone, day - WINDOW_DAYS + 1), begins(zone, day + 1));
    let months = months(day - WINDOW_DAYS + 1, day);
    let begun = talk::evidence::begun_between(scope, &months, from, until, &audiences).await?;
    let team = team::all(scope).await?;
    let named: Vec<i64> = team.iter().map(|entry| entry.member.0).collect();
    let own: HashMap<i64, i64> = scope.all::<(i64, i64)>(&OWN_WAYS, args![named]).await?.into_iter().collect();
    persons.order(&exchanges);
    let places = persons.settle(&mut facts);
    facts.exchanges = joined(exchanges, &places);
    facts.hours = hours
        .into_iter()
        .filter_map(|(day, hour, identity, messages)| {
            places.get(&identity).map(|person| Hour { day, hour, person: *person, messages })
        })
        .collect();
    let by_person = |row: talk::evidence::Begun| {
        let person = places.get(&row.starter?.0).copied()?;
        let answered_at = row.answered_at.filter(|answered| *answered < until);
        Some(Begun { thread: row.thread, person, at: row.started_at, answered_at })
    };
    facts.begun = begun.into_iter().filter_map(by_person).collect();
    // Who was named may have become another's past since, by a claim or a merge: then that one ran the community.
    let person_of = |member: i64| own.get(&member).and_then(|identity| places.get(identity)).copied();
    facts.team = team
        .into_iter()
        .filter_map(|entry| {
            Some(Part { person: person_of(entry.member.0)?, post: entry.post, from: entry.from, until: entry.until })
        })
        .collect();
    Ok(facts)
}

/// The months (yyyymm) that days lie in.
pub(crate) fn months(from: Day, until: Day) -> Vec<i64> {
    let mut months: Vec<i64> =
        (from..=until).map(date).map(|date| i64::from(date.year()) * 100 + i64::from(date.month())).collect();
    months.dedup();
    months
}

/// Persons while their rows are gathered.
struct Persons {
    of_identity: HashMap<i64, usize>,
    people: Vec<Person>,
}

impl Persons {
    async fn learn(scope: &mut Scope, zone: Tz) -> Result<Persons> {
        let ways = scope.all::<(i64, Option<i64>, Option<Micros>)>(&WAYS, &[]).await?;
        let (mut of_identity, mut of_member, mut people) = (HashMap::with_capacity(ways.len()), HashMap::new(), Vec::new());
        for (identity, member, erased_at) in ways {
            let id = member.unwrap_or(identity * ERASED_SIGN);
            let place = *of_member.entry(id).or_insert_with(|| {
                people.push(Person { id, ..Person::default() });
                people.len() - 1
            });
            if let (None, Some(erased_at)) = (member, erased_at) {
                // The erased are gone from that day on; what they did before is a former member's.
                people[place].moves.push(Move { day: day_of(zone, erased_at), seq: i64::MAX, arrived: false });
            }
            of_identity.insert(identity, place);
        }
        Ok(Persons { of_identity, people })
    }

    fn of(&mut self, identity: i64) -> Option<&mut Person> {
        self.of_identity.get(&identity).map(|place| &mut self.people[*place])
    }

    /// By the lowest number of their identities that answered or were answered: a claim or a merge of who never did changes
    /// no order.
    fn order(&mut self, exchanges: &[AnsweredRow]) {
        for identity in exchanges.iter().flat_map(|row| [row.0, row.1]) {
            if let Some(person) = self.of(identity) {
                person.order = if person.order == 0 { identity } else { person.order.min(identity) };
            }
        }
    }

    /// Puts everybody in order, leaves out those of whom no deed tells, and says where each identity's person stands.
    fn settle(self, facts: &mut Facts) -> HashMap<i64, u32> {
        let mut order: Vec<usize> = (0..self.people.len()).collect();
        order.sort_unstable_by_key(|place| self.people[*place].id);
        let mut people = self.people;
        let mut settled = vec![None; people.len()];
        for place in order {
            let mut person = std::mem::take(&mut people[place]);
            person.settle();
            if person.joined().is_some() {
                settled[place] = u32::try_from(facts.people.len()).ok();
                facts.people.push(person);
            }
        }
        facts.first_day = facts.people.iter().filter_map(Person::joined).min();
        self.of_identity.into_iter().filter_map(|(identity, place)| settled[place].map(|person| (identity, person))).collect()
    }
}

impl Person {
    /// Rows of several identities and audiences become one life.
    fn settle(&mut self) {
        self.written.sort_unstable_by_key(|written| written.day);
        self.written.dedup_by(|next, kept| {
            let same = next.day == kept.day;
            if same {
                kept.messages += next.messages;
            }
            same
        });
        self.moves.sort_unstable();
    }
}

/// Exchanges of persons: those of one person with themselves are none.
fn joined(rows: Vec<AnsweredRow>, places: &HashMap<i64, u32>) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = rows
        .into_iter()
        .filter_map(|(a, b, day, ab, ba)| {
            let (a, b) = (*places.get(&a)?, *places.get(&b)?);
            match a.cmp(&b) {
                std::cmp::Ordering::Less => Some(Exchange { a, b, day, ab, ba }),
                std::cmp::Ordering::Greater => Some(Exchange { a: b, b: a, day, ab: ba, ba: ab }),
                std::cmp::Ordering::Equal => None,
            }
        })
        .collect();
    exchanges.sort_unstable();
    exchanges.dedup_by(|next, kept| {
        let same = (next.a, next.b, next.day) == (kept.a, kept.b, kept.day);
        if same {
            kept.ab += next.ab;
            kept.ba += next.ba;
        }
        same
    });
    exchanges
}
