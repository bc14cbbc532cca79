//! The definitions of docs/pulse.md once more, as plainly as they can be written: from the deeds, with no roll-up, no
//! slices and no care for speed. Slow and independent, to be compared with.

use crate::town::Town;
use chrono::{Datelike, TimeZone, Timelike};
use kernel::{AudienceId, Micros};
use pulse::day::Day;
use pulse::sight::Sight;
use std::collections::{BTreeMap, BTreeSet};
use store::{DeedRow, args, statement};

statement!(
    WAYS = "select id, member_id, erased_at from identity_identities where community_id = $1 and kind <> 'channel' and kind <> 'group'"
);
statement!(AUDIENCES = "select id, opened_at, withdrawn_at from identity_audiences where community_id = $1");
statement!(
    TEAM = "select i.id, t.from_day, t.until_day from pulse_team t \
     join identity_members m on m.community_id = t.community_id and m.id = t.member_id \
     join identity_identities i on i.community_id = t.community_id and i.id = m.identity_id where t.community_id = $1"
);

/// States by their place in rows and columns.
pub const NEW: i64 = 0;
pub const ACTIVE: i64 = 1;
pub const PASSIVE: i64 = 2;
pub const RETURNING: i64 = 3;
pub const GONE: i64 = 4;

#[derive(Default)]
struct Life {
    /// Day and hour of each message.
    wrote: Vec<(Day, usize)>,
    /// Day, number of the deed, whether they came.
    moves: Vec<(Day, i64, bool)>,
}

pub struct Model {
    lives: BTreeMap<i64, Life>,
    /// Who answered whom on which day.
    answers: Vec<(i64, i64, Day)>,
    team: Vec<(i64, Day, Option<Day>)>,
}

#[derive(Clone, Copy, Default, Debug, PartialEq)]
pub struct Between {
    pub ab: i64,
    pub ba: i64,
    pub depth: f64,
    pub between_members: i64,
}

impl Between {
    pub fn is_tie(&self) -> bool {
        self.ab > 0 && self.ba > 0
    }
}

fn local(at: Micros) -> (Day, usize) {
    let moment = chrono_tz::Europe::Moscow.timestamp_micros(at).single().expect("a moment");
    (i64::from(moment.date_naive().num_days_from_ce()) - 719_163, moment.hour() as usize)
}

fn party(deed: &DeedRow, parts: &[&str]) -> Vec<i64> {
    deed.parties.iter().filter(|(part, _)| parts.contains(&part.as_str())).map(|(_, identity)| identity.0).collect()
}

impl Model {
    pub async fn of(town: &Town, sight: Sight) -> Model {
        let deeds = town.read().await.deeds_after(0, 100_000).await.expect("deeds");
        let seen: BTreeSet<i64> = std::iter::once(AudienceId::EVERYONE.0)
            .chain(town.rows::<(i64, Option<i64>, Option<i64>)>(&AUDIENCES, &[]).await.into_iter().filter_map(
                |(id, opened, withdrawn)| (withdrawn.is_none() && (opened.is_some() || sight == Sight::Whole)).then_some(id),
            ))
            .collect();
        let taken: BTreeSet<i64> =
            deeds.iter().filter(|deed| deed.kind == "talk.deleted" && deed.actor.is_some()).map(|deed| deed.object).collect();
        let mut model = Model { lives: BTreeMap::new(), answers: Vec::new(), team: Vec::new() };
        let mut person_of = BTreeMap::new();
        for (identity, member, erased_at) in town.rows::<(i64, Option<i64>, Option<i64>)>(&WAYS, &[]).await {
            let person = member.unwrap_or(-identity);
            person_of.insert(identity, person);
            if let (None, Some(erased_at)) = (member, erased_at) {
                model.lives.entry(person).or_default().moves.push((local(erased_at).0, i64::MAX, false));
            }
        }
        let team = town.rows::<(i64, Day, Option<Day>)>(&TEAM, args![]).await.into_iter();
        model.team = team.map(|(identity, from, until)| (person_of[&identity], from, until)).collect();
        for deed in deeds.iter().filter(|deed| seen.contains(&deed.audience.0) && !taken.contains(&deed.object)) {
            model.take(deed, &person_of);
        }
        model.lives.retain(|_, life| !life.wrote.is_empty() || life.moves.iter().any(|step| step.2));
        model.lives.values_mut().for_each(|life| life.moves.sort_unstable());
        model
    }

    fn take(&mut self, deed: &DeedRow, person_of: &BTreeMap<i64, i64>) {
        let actor = deed.actor.map(|identity| identity.0).and_then(|identity| person_of.get(&identity).copied());
        let (day, hour) = local(deed.at);
        let persons =
            |parts: &[&str]| party(deed, parts).into_iter().filter_map(|id| person_of.get(&id).copied()).collect::<Vec<_>>();
        if let ("talk.message" | "talk.reply", Some(author)) = (deed.kind.as_str(), actor) {
            self.lives.entry(author).or_default().wrote.push((day, hour));
            let others = persons(&["answered"]).into_iter().filter(|other| *other != author);
            self.answers.extend(others.map(|other| (author, other, day)));
        }
        let (who, arrived) = match deed.kind.as_str() {
            "community.founded" | "member.joined" => (actor.into_iter().collect(), true),
            "chat.joined" => (actor.into_iter().chain(persons(&["invited"])).collect(), true),
            "chat.invited" => (persons(&["invited"]), true),
            "member.left" | "chat.left" => (actor.into_iter().collect(), false),
            "chat.removed" => (persons(&["removed"]), false),
            _ => (Vec::new(), false),
        };
        for person in who {
            self.lives.entry(person).or_default().moves.push((day, deed.seq, arrived));
        }
    }

    pub fn persons(&self, day: Day) -> Vec<i64> {
        self.lives.keys().copied().filter(|person| self.joined(*person) <= day).collect()
    }

    /// The earliest sign of somebody, on any day; never for those whose every word was taken away.
    pub fn joined(&self, person: i64) -> Day {
        let Some(life) = self.lives.get(&person) else { return Day::MAX };
        let came = life.moves.iter().filter(|step| step.2).map(|step| step.0);
        came.chain(life.wrote.iter().map(|wrote| wrote.0)).min().expect("a sign of everybody")
    }

    fn wrote_between(&self, person: i64, from: Day, until: Day) -> i64 {
        self.lives[&person].wrote.iter().filter(|wrote| (from..=until).contains(&wrote.0)).count() as i64
    }

    pub fn messages(&self, person: i64, day: Day) -> i64 {
        self.wrote_between(person, day - 27, day)
    }

    /// Since when they are away.
    pub fn left(&self, person: i64, day: Day) -> Option<Day> {
        let last = self.lives[&person].moves.iter().rev().find(|step| step.0 <= day)?;
        (!last.2 && self.wrote_between(person, last.0 + 1, day) == 0).then_some(last.0)
    }

    pub fn state(&self, person: i64, day: Day) -> Option<i64> {
        let joined = self.joined(person);
        if joined > day {
            return None;
        }
        let silent_for_180 = joined <= day - 180 && self.wrote_between(person, day - 179, day) == 0;
        if self.left(person, day).is_some() || silent_for_180 {
            return Some(GONE);
        }
        if joined > day - 28 {
            return Some(NEW);
        }
        let Some(first) = (day - 27..=day).find(|written| self.wrote_between(person, *written, *written) > 0) else {
            return Some(PASSIVE);
        };
        // 28 days without a word before it, of somebody who was there already.
        let silent = joined < first - 28 && self.wrote_between(person, first - 28, first - 1) == 0;
        Some(if silent { RETURNING } else { ACTIVE })
    }

    pub fn is_member(&self, person: i64, day: Day) -> bool {
        self.state(person, day).is_some_and(|state| state != GONE)
    }

    pub fn is_active(&self, person: i64, day: Day) -> bool {
        self.is_member(person, day) && self.messages(person, day) > 0
    }

    pub fn is_team(&self, person: i64, day: Day) -> bool {
        self.team.iter().any(|(who, from, until)| *who == person && *from <= day && until.is_none_or(|until| day < until))
    }

    /// From the state 28 days before to the state now.
    pub fn transitions(&self, day: Day) -> [[i64; 5]; 5] {
        let mut cells = [[0; 5]; 5];
        for person in self.persons(day) {
            if let (Some(before), Some(now)) = (self.state(person, day - 28), self.state(person, day)) {
                cells[before as usize][now as usize] += 1;
            }
        }
        cells
    }

    pub fn hours(&self, day: Day) -> Vec<Vec<i64>> {
        let mut cells = vec![vec![0; 24]; 7];
        for (written, hour) in self.lives.values().flat_map(|life| &life.wrote).filter(|wrote| (day - 27..=day).contains(&wrote.0))
        {
            cells[(written + 3).rem_euclid(7) as usize][*hour] += 1;
        }
        cells
    }

    /// Members of whom at least one answered the other within 90 days.
    pub fn pairs(&self, day: Day) -> BTreeMap<(i64, i64), Between> {
        let mut pairs: BTreeMap<(i64, i64), Between> = BTreeMap::new();
        for (from, to, answered) in self.answers.iter().filter(|answer| answer.2 <= day) {
            let pair = pairs.entry((*from.min(to), *from.max(to))).or_default();
            pair.depth += 2f64.powf(-((day - answered) as f64) / 45.0);
            if *answered > day - 90 {
                *(if from < to { &mut pair.ab } else { &mut pair.ba }) += 1;
                pair.between_members += i64::from(!self.is_team(*from, *answered) && !self.is_team(*to, *answered));
            }
        }
        pairs.retain(|(a, b), pair| self.is_member(*a, day) && self.is_member(*b, day) && pair.ab + pair.ba > 0);
        pairs
    }

    /// Days from somebody's coming to each of their ties, none of them with the team.
    pub fn tie_days(&self, person: i64, day: Day) -> Vec<i64> {
        let partners: BTreeSet<i64> = self
            .answers
            .iter()
            .filter_map(|(from, to, _)| if *from == person { Some(*to) } else { (*to == person).then_some(*from) })
            .collect();
        let mut days: Vec<Day> = partners.into_iter().filter_map(|other| self.formed(person, other, day)).collect();
        days.sort_unstable();
        days.into_iter().map(|formed| (formed - self.joined(person)).max(0)).collect()
    }

    fn formed(&self, one: i64, other: i64, day: Day) -> Option<Day> {
        let answered = |from: i64, to: i64, day: Day| self.answers.contains(&(from, to, day));
        let within = |from: i64, to: i64, day: Day| (day - 89..=day).any(|on| answered(from, to, on));
        let mut days: Vec<Day> = self.answers.iter().map(|answer| answer.2).filter(|on| *on <= day).collect();
        days.sort_unstable();
        days.into_iter().find(|on| {
            (answered(one, other, *on) || answered(other, one, *on))
                && within(one, other, *on)
                && within(other, one, *on)
                && !self.is_team(one, *on)
                && !self.is_team(other, *on)
        })
    }
}
