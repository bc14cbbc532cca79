//! How long it takes until those who come have ties: survival curves, so that who came lately is not counted as failing.

use crate::day::{Day, WINDOW_DAYS};
use crate::facts::Facts;
use crate::network::{Formed, Network};
use serde::{Deserialize, Serialize};
use ties::{Survival, kaplan_meier};

/// Who came within so many days is a newcomer of these figures.
pub const COHORT_DAYS: Day = 365;
/// A median rests on at least so many who were watched until its day.
pub const FEWEST_WATCHED: u32 = 10;
/// The ties whose coming is watched.
pub const WATCHED: [usize; 3] = [1, 3, 6];

/// Somebody who came, and when they had their ties.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    person: u32,
    /// Days since they came. Who left stays among those who came, and will have no more ties.
    watched: i64,
    /// Days from coming to the first, third and sixth tie.
    pub tie_days: [Option<i64>; 3],
    /// With whom these ties are.
    pub tie_with: [Option<u32>; 3],
}

/// By rising person.
pub struct Arrivals(Vec<Arrival>);

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Newcomers {
    pub count: i64,
    /// How many have had their first, third and sixth tie.
    pub reached: [i64; 3],
    /// The day by which half of them have it (Kaplan and Meier 1958); nothing if fewer than half ever get there.
    pub median_days: [Option<u32>; 3],
    /// The share that has it within 28 days; nothing before enough of them were watched for so long.
    pub within_window: [Option<f64>; 3],
}

/// The median, if enough people were still watched on that day: the end of a curve hangs on one or two.
fn supported_median(survival: &Survival) -> Option<u32> {
    survival.median().filter(|day| survival.step(*day).is_some_and(|step| step.at_risk >= FEWEST_WATCHED))
}

impl Arrivals {
    pub(super) fn of(facts: &Facts, network: &Network) -> Arrivals {
        let both = |tie: &Formed| [(tie.a, tie.day, tie.b), (tie.b, tie.day, tie.a)];
        let mut formed: Vec<(u32, Day, u32)> = network.formed.iter().flat_map(both).collect();
        formed.sort_unstable();
        let arrival = |(place, person): (usize, &crate::person::Person)| {
            let joined = person.joined().filter(|joined| *joined > facts.day - COHORT_DAYS && *joined <= facts.day)?;
            if network.team[place] {
                return None;
            }
            let place = u32::try_from(place).ok()?;
            let mine = &formed[formed.partition_point(|tie| tie.0 < place)..formed.partition_point(|tie| tie.0 <= place)];
            let days_to = |n: usize| mine.get(n - 1).map(|tie| (tie.1 - joined).max(0));
            let with = |n: usize| mine.get(n - 1).map(|tie| tie.2);
            Some(Arrival {
                person: place,
                watched: facts.day - joined,
                tie_days: WATCHED.map(days_to),
                tie_with: WATCHED.map(with),
            })
        };
        Arrivals(facts.people.iter().enumerate().filter_map(arrival).collect())
    }

    pub(super) fn of_person(&self, person: u32) -> Option<&Arrival> {
        self.0.binary_search_by_key(&person, |arrival| arrival.person).ok().map(|at| &self.0[at])
    }

    pub(super) fn figures(&self) -> Newcomers {
        let survivals = [0, 1, 2].map(|nth: usize| {
            let durations: Vec<(u32, bool)> = self
                .0
                .iter()
                .map(|arrival| match arrival.tie_days[nth] {
                    Some(days) => (u32::try_from(days).unwrap_or(u32::MAX), true),
                    None => (u32::try_from(arrival.watched).unwrap_or_default(), false),
                })
                .collect();
            kaplan_meier(&durations)
        });
        let long_enough = self.0.iter().filter(|arrival| arrival.watched >= WINDOW_DAYS - 1);
        let watched = long_enough.count() >= FEWEST_WATCHED as usize;
        Newcomers {
            count: self.0.len() as i64,
            reached: [0, 1, 2].map(|nth: usize| self.0.iter().filter(|arrival| arrival.tie_days[nth].is_some()).count() as i64),
            median_days: [0, 1, 2].map(|nth: usize| supported_median(&survivals[nth])),
            within_window: [0, 1, 2].map(|nth: usize| watched.then(|| 1.0 - survivals[nth].at(27))),
        }
    }
}
