//! Which topic is worth a direction of its own, and who could lead it. The rule is stated on the page, with these numbers.

use super::counting::{Counted, Helper};
use super::counts::Summary;
use super::{Directions, ENOUGH};
use crate::limits;
use crate::person::Persons;
use crate::topic::Topic;
use kernel::{MemberId, Micros, Result};
use std::cmp::Reverse;
use std::collections::HashSet;
use store::Scope;

/// Requests in ninety days, at the least; and at least one of so many of all.
pub const VOLUME: i64 = 8;
pub const ONE_OF: i64 = 100;
/// One of so many was not answered in time.
pub const SLOW_ONE_OF: i64 = 3;
/// Members of today who answered in it.
pub const PEOPLE: usize = 2;
/// Whoever could lead it answered so many of its requests and helped so often.
pub const LEADER_ANSWERED: i64 = 2;
pub const LEADER_HELPED: i64 = 1;
/// People who are proposed.
const PROPOSED: usize = 3;

/// Why a topic is not worth a direction, or that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Worth,
    Covered(Topic),
    Few,
    /// Too few have fallen due to say how soon they are answered.
    Unripe,
    InTime,
    NobodyToAnswer,
}

/// A topic as it stands now, with people as they are today.
#[derive(Clone, Debug)]
pub struct Judged {
    pub topic: Counted,
    pub verdict: Verdict,
    /// Members of today who answered most, some named elsewhere.
    pub here: Vec<Helper>,
    /// Who could lead it, the likeliest first.
    pub leaders: Vec<Helper>,
}

/// What is known today of those who answered.
#[derive(Clone, Debug, Default)]
pub struct Today {
    pub active: HashSet<MemberId>,
    pub away: HashSet<MemberId>,
    pub leading: HashSet<MemberId>,
}

impl Today {
    /// Two statements, the persons being known already.
    pub async fn learn(scope: &mut Scope, persons: &Persons, topics: &[Counted], directions: &Directions) -> Result<Today> {
        let people: HashSet<MemberId> = topics.iter().flat_map(|topic| &topic.people).map(|one| one.member).collect();
        let active: HashSet<MemberId> = people.into_iter().filter(|member| persons.is_active(*member)).collect();
        let mut asked: Vec<MemberId> = active.iter().copied().collect();
        asked.sort_unstable();
        let now = scope.now();
        let away = limits::of_many(scope, &asked).await?;
        let away = away.into_iter().filter(|(_, limits)| limits.on_holiday(now)).map(|(member, _)| member).collect();
        let leading = directions.open.iter().filter_map(|topic| topic.leader).collect();
        Ok(Today { active, away, leading })
    }

    fn may_lead(&self, one: &Helper) -> bool {
        let able = one.answered >= LEADER_ANSWERED && one.helped >= LEADER_HELPED;
        able && self.active.contains(&one.member) && !self.away.contains(&one.member) && !self.leading.contains(&one.member)
    }
}

/// The smallest volume that is enough, of all requests of ninety days.
pub fn volume(lately: i64) -> i64 {
    VOLUME.max(lately / ONE_OF)
}

/// Judges a topic by the rule.
pub fn judge(topic: Counted, summary: &Summary, directions: &Directions, today: &Today) -> Judged {
    let here: Vec<Helper> = topic.people.iter().filter(|one| today.active.contains(&one.member)).copied().collect();
    let late = topic.ripe - topic.in_time;
    let verdict = match directions.covering(&topic) {
        Some(direction) => Verdict::Covered(direction.clone()),
        None if topic.lately < volume(summary.lately()) => Verdict::Few,
        None if topic.ripe < ENOUGH as i64 => Verdict::Unripe,
        None if late * SLOW_ONE_OF < topic.ripe => Verdict::InTime,
        None if here.len() < PEOPLE => Verdict::NobodyToAnswer,
        None => Verdict::Worth,
    };
    let mut leaders: Vec<Helper> = here.iter().filter(|one| today.may_lead(one)).copied().collect();
    leaders.sort_by_key(|one| (Reverse((one.helped, one.answered)), one.member));
    leaders.truncate(PROPOSED);
    Judged { topic, verdict, here, leaders }
}

/// The share that was answered in time; nothing of fewer than five.
pub fn share_in_time(topic: &Counted) -> Option<f64> {
    (topic.ripe >= ENOUGH as i64).then(|| topic.in_time as f64 / topic.ripe as f64)
}

/// Half of the answered waited no longer; nothing of fewer than five.
pub fn usual_wait(topic: &Counted) -> Option<Micros> {
    topic.median_wait.filter(|_| topic.answered >= ENOUGH as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic() -> Counted {
        let helper = |member, answered, helped| Helper { member: MemberId(member), answered, helped };
        let people = vec![helper(1, 4, 3), helper(2, 3, 2), helper(3, 5, 1), helper(4, 6, 0), helper(5, 1, 1)];
        Counted { lately: 9, ripe: 9, in_time: 6, answered: 7, people, ..Counted::default() }
    }

    fn judged(change: impl Fn(&mut Counted), today: &Today) -> Judged {
        let mut topic = topic();
        change(&mut topic);
        let summary = Summary {
            at: 0,
            asked_lately: 100,
            asked_earlier: 0,
            found_lately: 0,
            found_earlier: 0,
            is_cut: false,
            is_young: false,
        };
        judge(topic, &summary, &Directions::default(), today)
    }

    fn today(active: &[i64]) -> Today {
        Today { active: active.iter().map(|id| MemberId(*id)).collect(), ..Today::default() }
    }

    #[test]
    fn each_part_of_the_rule_decides() {
        let all = today(&[1, 2, 3, 4, 5]);
        assert_eq!(judged(|_| {}, &all).verdict, Verdict::Worth, "three of nine waited longer than a day");
        assert_eq!(judged(|topic| topic.in_time = 7, &all).verdict, Verdict::InTime);
        assert_eq!(judged(|topic| topic.lately = 7, &all).verdict, Verdict::Few);
        assert_eq!(judged(|topic| (topic.ripe, topic.in_time) = (4, 0), &all).verdict, Verdict::Unripe);
        assert_eq!(judged(|_| {}, &today(&[1])).verdict, Verdict::NobodyToAnswer);
        assert_eq!((volume(100), volume(5_000)), (8, 50));
    }

    #[test]
    fn leaders_helped_are_here_and_lead_nothing_yet() {
        let of = |today: &Today| judged(|_| {}, today).leaders.iter().map(|one| one.member.0).collect::<Vec<_>>();
        assert_eq!(of(&today(&[1, 2, 3, 4, 5])), [1, 2, 3]);
        let mut some = today(&[1, 2, 3, 4, 5]);
        some.away.insert(MemberId(1));
        some.leading.insert(MemberId(2));
        assert_eq!(of(&some), [3], "four helped nobody as far as is known, five answered once");
    }

    #[test]
    fn nothing_is_said_of_fewer_than_five() {
        let mut few = topic();
        (few.ripe, few.answered, few.median_wait) = (4, 4, Some(7));
        assert_eq!((share_in_time(&few), usual_wait(&few)), (None, None));
        (few.ripe, few.answered) = (6, 5);
        assert_eq!((share_in_time(&few), usual_wait(&few)), (Some(1.0), Some(7)));
    }
}
