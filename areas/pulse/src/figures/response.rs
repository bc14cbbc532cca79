//! Whose conversations are taken up, and how soon.

use super::standing::Standing;
use crate::facts::{Begun, Facts};
use crate::person::State;
use kernel::{MICROS_PER_DAY, Micros};
use serde::{Deserialize, Serialize};

/// Conversations that some people began within the 28 days.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Group {
    pub begun: i64,
    /// Answered by another by the end of the day.
    pub answered: i64,
    /// Answered within 24 hours.
    pub within_a_day: i64,
    /// The median of the waits of those answered, in microseconds; the mean of two middles.
    pub median_wait: Option<Micros>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Response {
    pub all: Group,
    pub team: Group,
    /// Of those who are new.
    pub new: Group,
    /// Of other members.
    pub others: Group,
}

impl Group {
    pub fn answered_share(&self) -> Option<f64> {
        (self.begun > 0).then(|| self.answered as f64 / self.begun as f64)
    }

    fn of<'a>(begun: impl Iterator<Item = &'a Begun>) -> Group {
        let (mut group, mut waits) = (Group::default(), Vec::new());
        for begun in begun {
            group.begun += 1;
            if let Some(wait) = begun.answered_at.map(|answered| (answered - begun.at).max(0)) {
                group.answered += 1;
                group.within_a_day += i64::from(wait <= MICROS_PER_DAY);
                waits.push(wait);
            }
        }
        waits.sort_unstable();
        let middles = waits.get(waits.len().saturating_sub(1) / 2).zip(waits.get(waits.len() / 2));
        group.median_wait = middles.map(|(low, high)| low + (high - low) / 2);
        group
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Team,
    New,
    Other,
}

impl Response {
    pub(super) fn of(facts: &Facts, standings: &[Standing]) -> Response {
        let kind = |begun: &&Begun| {
            let id = facts.people[begun.person as usize].id;
            let place = standings.binary_search_by_key(&id, |standing| standing.person).ok();
            match place.map(|place| &standings[place]) {
                Some(standing) if standing.team => Kind::Team,
                Some(standing) if standing.state == State::New => Kind::New,
                _ => Kind::Other,
            }
        };
        let of = |wanted: Kind| Group::of(facts.begun.iter().filter(|begun| kind(begun) == wanted));
        Response { all: Group::of(facts.begun.iter()), team: of(Kind::Team), new: of(Kind::New), others: of(Kind::Other) }
    }
}
