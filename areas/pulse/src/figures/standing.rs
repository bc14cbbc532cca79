//! How a person stands on a day: one row for each person of whom deeds tell. Figures of persons are counts of these rows,
//! so what opens a figure adds up to it.

use super::clusters::Divided;
use super::fates::Fates;
use super::newcomers::Arrivals;
use super::ties::Shape;
use crate::day::{Day, WINDOW_DAYS};
use crate::facts::Facts;
use crate::network::{Network, TieGraph};
use crate::person::State;

#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// A member's number, or that of an erased identity with its sign turned.
    pub person: i64,
    pub state: State,
    /// 28 days before; nothing if they had not come yet.
    pub before: Option<State>,
    pub joined: Day,
    pub last_written: Option<Day>,
    /// Wrote within the 28 days, and is a member.
    pub active: bool,
    pub left: Option<Day>,
    /// Of the team on the day.
    pub team: bool,
    /// Messages of the 28 days.
    pub messages: i64,
    /// Ties, with the team too.
    pub ties: i64,
    /// Answers given and received in the days of ties.
    pub interactions: i64,
    /// Core number in the graph of ties; 0 without ties.
    pub core: i64,
    /// In the largest connected part of the graph of ties.
    pub giant: bool,
    pub cluster: Option<i64>,
    /// The share of shortest ways between others of the largest part that lead through this person.
    pub bridge: f64,
    /// Active, not of the team, without any tie.
    pub lonely: bool,
    /// Came within the days that newcomers are counted for, and is not of the team.
    pub newcomer: bool,
    /// Days from coming to the first, third and sixth tie.
    pub tie_days: [Option<i64>; 3],
    /// With whom these ties are.
    pub tie_with: [Option<i64>; 3],
    /// What becomes of them in each case of resilience: marks.
    pub fates: i64,
}

/// What was found of everybody before they are told of one by one.
pub(super) struct Seen<'s> {
    pub network: &'s Network,
    pub graph: &'s TieGraph,
    pub shape: &'s Shape,
    pub divided: &'s Divided,
    pub arrivals: &'s Arrivals,
    pub fates: &'s Fates,
}

/// Everybody who had come by the day, by rising number.
pub(super) fn all(facts: &Facts, seen: &Seen<'_>) -> Vec<Standing> {
    let Seen { network, graph, shape, divided, arrivals, fates } = seen;
    let day = facts.day;
    let (mut ties, mut interactions) = (vec![0i64; facts.people.len()], vec![0i64; facts.people.len()]);
    for pair in &network.pairs {
        for person in [pair.a, pair.b] {
            ties[person as usize] += i64::from(pair.is_tie());
            interactions[person as usize] += pair.interactions();
        }
    }
    let stands = |(place, person): (usize, &crate::person::Person)| {
        let (state, joined) = (person.state(day)?, person.joined()?);
        let node = graph.node(place as u32).map(|node| node as usize);
        let active = state != State::Gone && person.is_active(day);
        let team = network.team[place];
        let arrival = arrivals.of_person(place as u32);
        Some(Standing {
            person: person.id,
            state,
            before: person.state(day - WINDOW_DAYS),
            joined,
            last_written: person.last_written(day),
            active,
            left: person.left(day),
            team,
            messages: person.messages_between(day - WINDOW_DAYS + 1, day),
            ties: ties[place],
            interactions: interactions[place],
            core: node.map_or(0, |node| i64::from(shape.cores[node])),
            giant: node.is_some_and(|node| shape.giant[node]),
            cluster: node.and_then(|node| divided.of_node[node]),
            bridge: node.map_or(0.0, |node| shape.bridges[node]),
            lonely: active && !team && ties[place] == 0,
            newcomer: arrival.is_some(),
            tie_days: arrival.map_or([None; 3], |arrival| arrival.tie_days),
            tie_with: arrival.map_or([None; 3], |arrival| arrival.tie_with.map(|with| Some(facts.people[with? as usize].id))),
            fates: fates.of(place),
        })
    };
    facts.people.iter().enumerate().filter_map(stands).collect()
}
