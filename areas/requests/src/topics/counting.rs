//! The figures of one topic, from the requests in it. Shares and waits are of the last ninety days.

use super::Window;
use super::grouping::Group;
use crate::figures::PROMISED;
use kernel::{MemberId, Micros};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// People who are told of in one topic.
const PEOPLE: usize = 30;

/// What is known of one request beside its words. Names are short: they are kept for each request of each topic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// 0 asked here, 1 found in a history; and the number of the request or of the message.
    #[serde(rename = "i")]
    pub id: (i64, i64),
    #[serde(rename = "a")]
    pub at: Micros,
    /// Until the first answer.
    #[serde(rename = "w")]
    pub wait: Option<Micros>,
    /// Members who answered, and of them those whose help was confirmed.
    #[serde(rename = "b")]
    pub by: BTreeSet<MemberId>,
    #[serde(rename = "h")]
    pub helped: BTreeSet<MemberId>,
    /// The direction it was asked under.
    #[serde(rename = "u", default, skip_serializing_if = "Option::is_none")]
    pub under: Option<i64>,
}

/// Requests of these sources.
pub const ASKED: i64 = 0;
pub const FOUND: i64 = 1;

impl Fact {
    pub fn is_found(&self) -> bool {
        self.id.0 == FOUND
    }

    pub fn in_time(&self) -> bool {
        self.wait.is_some_and(|wait| wait <= PROMISED)
    }

    /// Its promise has fallen due, or was kept before.
    pub fn ripe(&self, now: Micros) -> bool {
        self.at <= now - PROMISED || self.in_time()
    }

    /// Nobody answered in time.
    pub fn late(&self, now: Micros) -> bool {
        self.ripe(now) && !self.in_time()
    }
}

/// Somebody who answered in a topic: in how many requests, and in how many their help was confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helper {
    #[serde(rename = "m")]
    pub member: MemberId,
    #[serde(rename = "a")]
    pub answered: i64,
    #[serde(rename = "h")]
    pub helped: i64,
}

/// A topic with its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub id: i64,
    pub label: String,
    /// Stems and a readable form.
    pub terms: Vec<(String, String)>,
    pub inside: Vec<(String, usize)>,
    /// The direction under which at least half of it was asked.
    pub under: Option<i64>,
    pub lately: i64,
    pub earlier: i64,
    pub found: i64,
    pub ripe: i64,
    pub in_time: i64,
    pub answered: i64,
    pub median_wait: Option<Micros>,
    pub people: Vec<Helper>,
    /// The latest first.
    pub evidence: Vec<Fact>,
}

/// Counts a topic.
pub fn count(group: Group, facts: &HashMap<(i64, i64), Fact>, window: Window) -> Counted {
    let mut evidence: Vec<Fact> = group.requests.iter().filter_map(|id| facts.get(id)).cloned().collect();
    evidence.sort_by_key(|fact| Reverse((fact.at, fact.id)));
    let lately: Vec<&Fact> = evidence.iter().filter(|fact| window.is_late(fact.at)).collect();
    let number = |holds: &dyn Fn(&Fact) -> bool| whole(lately.iter().filter(|fact| holds(fact)).count());
    let mut waits: Vec<Micros> = lately.iter().filter_map(|fact| fact.wait).collect();
    waits.sort_unstable();
    Counted {
        id: number_of(&group.key),
        lately: whole(lately.len()),
        earlier: whole(evidence.len() - lately.len()),
        found: whole(evidence.iter().filter(|fact| fact.is_found()).count()),
        ripe: number(&|fact| fact.ripe(window.now)),
        in_time: number(&Fact::in_time),
        answered: whole(waits.len()),
        median_wait: (!waits.is_empty()).then(|| waits[waits.len().div_ceil(2) - 1]),
        under: under(&evidence),
        people: people(&evidence),
        label: group.label,
        terms: group.terms,
        inside: group.inside,
        evidence,
    }
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A number for an address that stays while the topic begins with the same words (FNV-1a).
fn number_of(key: &str) -> i64 {
    let hash = key.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 12).cast_signed().max(1)
}

fn under(evidence: &[Fact]) -> Option<i64> {
    let mut under: BTreeMap<i64, usize> = BTreeMap::new();
    for direction in evidence.iter().filter_map(|fact| fact.under) {
        *under.entry(direction).or_default() += 1;
    }
    under
        .into_iter()
        .filter(|(_, count)| count * 2 >= evidence.len())
        .max_by_key(|(id, count)| (*count, Reverse(*id)))
        .map(|(id, _)| id)
}

/// Those who answered most, and of equals those who helped most: the number that is shown first orders them.
fn people(evidence: &[Fact]) -> Vec<Helper> {
    let mut people: BTreeMap<MemberId, Helper> = BTreeMap::new();
    for fact in evidence {
        for member in &fact.by {
            let held = people.entry(*member).or_insert(Helper { member: *member, answered: 0, helped: 0 });
            held.answered += 1;
            held.helped += i64::from(fact.helped.contains(member));
        }
    }
    let mut people: Vec<Helper> = people.into_values().collect();
    people.sort_by_key(|one| (Reverse((one.answered, one.helped)), one.member));
    people.truncate(PEOPLE);
    people
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::MICROS_PER_DAY;

    const HOUR: Micros = MICROS_PER_DAY / 24;

    fn fact(id: i64, days_ago: i64, wait_hours: Option<i64>, by: &[i64], helped: &[i64]) -> Fact {
        let members = |ids: &[i64]| ids.iter().map(|id| MemberId(*id)).collect();
        let (at, wait) = (-days_ago * MICROS_PER_DAY - HOUR, wait_hours.map(|hours| hours * HOUR));
        Fact { id: (ASKED, id), at, wait, by: members(by), helped: members(helped), under: (id % 2 == 0).then_some(9) }
    }

    #[test]
    fn figures_are_of_their_windows_and_add_up() {
        let facts = [
            fact(1, 0, None, &[], &[]),
            fact(2, 3, Some(2), &[7, 8], &[7]),
            fact(3, 5, Some(30), &[8], &[8]),
            fact(4, 40, Some(4), &[7], &[7]),
            fact(5, 60, None, &[], &[]),
            fact(6, 100, Some(1), &[6], &[]),
        ];
        let requests = facts.iter().map(|fact| fact.id).collect();
        let group = Group { key: "юрист".into(), label: "Юрист".into(), terms: vec![], inside: vec![], requests };
        let counted = count(group, &facts.iter().map(|fact| (fact.id, fact.clone())).collect(), Window::until(0));
        assert_eq!((counted.lately, counted.earlier, counted.found), (5, 1, 0));
        assert_eq!((counted.ripe, counted.in_time, counted.answered), (4, 2, 3), "what was asked an hour ago is not due yet");
        assert_eq!(counted.median_wait, Some(4 * HOUR));
        assert_eq!(counted.under, Some(9), "half of it was asked there");
        let people: Vec<(i64, i64, i64)> = counted.people.iter().map(|one| (one.member.0, one.answered, one.helped)).collect();
        assert_eq!(people, [(7, 2, 2), (8, 2, 1), (6, 1, 0)]);
        let late = counted.evidence.iter().filter(|fact| Window::until(0).is_late(fact.at) && fact.late(0)).count();
        assert_eq!(late as i64, counted.ripe - counted.in_time);
    }
}
