//! Ties between members on a day, and the graph they make.

use crate::day::Day;
use crate::facts::{Exchange, Facts};
use ties::Graph;

/// Answers both ways within so many days make a tie.
pub const TIE_DAYS: Day = 90;
/// After so many days an answer weighs half in the depth of a tie.
pub const HALF_LIFE_DAYS: f64 = 45.0;

/// Two members, at least one of whom answered the other within the last [`TIE_DAYS`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub a: u32,
    pub b: u32,
    /// Answers of a to b within the last days.
    pub ab: i64,
    pub ba: i64,
    pub last: Day,
    /// Every answer ever, halved each 45 days: sum of n x 2^(-age in days / 45), added in the order of days.
    pub depth: f64,
    /// One of them is of the team on the day.
    pub with_team: bool,
    /// Answers of both within the last days, given while neither was of the team.
    pub between_members: i64,
}

impl Pair {
    /// Both answered: a tie.
    pub fn is_tie(&self) -> bool {
        self.ab > 0 && self.ba > 0
    }

    pub fn interactions(&self) -> i64 {
        self.ab + self.ba
    }
}

/// A tie between two who are not of the team, and the day it came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formed {
    pub a: u32,
    pub b: u32,
    pub day: Day,
}

/// What the exchanges of a day's facts say of pairs.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// By a, then b.
    pub pairs: Vec<Pair>,
    pub formed: Vec<Formed>,
    /// Whether each person is a member on the day.
    pub members: Vec<bool>,
    /// Whether each person is of the team on the day.
    pub team: Vec<bool>,
    /// By what persons are ordered where nothing else tells them apart.
    pub order: Vec<i64>,
}

impl Network {
    pub fn read(facts: &Facts) -> Network {
        let members: Vec<bool> = facts.people.iter().map(|person| person.is_member(facts.day)).collect();
        let mut team = vec![false; facts.people.len()];
        facts.holders(None).into_iter().for_each(|person| team[person as usize] = true);
        let order = facts.people.iter().map(|person| person.order).collect();
        let mut network = Network { members, team, order, ..Network::default() };
        for pair in facts.exchanges.chunk_by(|one, next| (one.a, one.b) == (next.a, next.b)) {
            network.take(facts, pair);
        }
        network
    }

    fn take(&mut self, facts: &Facts, days: &[Exchange]) {
        let Some(Exchange { a, b, .. }) = days.first().copied() else { return };
        if let Some(day) = formed(facts, days) {
            self.formed.push(Formed { a, b, day });
        }
        if !(self.members[a as usize] && self.members[b as usize]) {
            return;
        }
        let with_team = self.team[a as usize] || self.team[b as usize];
        let mut pair = Pair { a, b, ab: 0, ba: 0, last: Day::MIN, depth: 0.0, with_team, between_members: 0 };
        for exchange in days {
            let age = (facts.day - exchange.day) as f64;
            pair.depth += (exchange.ab + exchange.ba) as f64 * (-age / HALF_LIFE_DAYS).exp2();
            pair.last = exchange.day;
            if exchange.day > facts.day - TIE_DAYS {
                pair.ab += exchange.ab;
                pair.ba += exchange.ba;
                if !(facts.is_team(a, exchange.day) || facts.is_team(b, exchange.day)) {
                    pair.between_members += exchange.ab + exchange.ba;
                }
            }
        }
        if pair.interactions() > 0 {
            self.pairs.push(pair);
        }
    }

    pub fn interactions(&self) -> i64 {
        self.pairs.iter().map(Pair::interactions).sum()
    }

    pub fn ties(&self) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(|pair| pair.is_tie())
    }
}

/// The first day by which both had answered within [`TIE_DAYS`], neither being of the team then.
fn formed(facts: &Facts, days: &[Exchange]) -> Option<Day> {
    let (mut there, mut back): (Option<Day>, Option<Day>) = (None, None);
    for exchange in days {
        if exchange.ab > 0 {
            there = Some(exchange.day);
        }
        if exchange.ba > 0 {
            back = Some(exchange.day);
        }
        if let (Some(there), Some(back)) = (there, back)
            && (there - back).abs() < TIE_DAYS
            && !facts.is_team(exchange.a, exchange.day)
            && !facts.is_team(exchange.b, exchange.day)
        {
            return Some(exchange.day);
        }
    }
    None
}

/// The ties as a graph: its nodes are members with at least one tie, numbered by rising [`Network::order`], so that the same
/// ties make the same graph whatever numbers members have; the weight of a tie is its answers within the last days.
pub struct TieGraph {
    pub graph: Graph,
    /// The person of each node.
    pub persons: Vec<u32>,
    /// The node of each person, by rising person.
    nodes: Vec<(u32, u32)>,
}

impl TieGraph {
    pub fn of(network: &Network) -> TieGraph {
        let mut persons: Vec<u32> = network.ties().flat_map(|pair| [pair.a, pair.b]).collect();
        persons.sort_unstable();
        persons.dedup();
        persons.sort_by_key(|person| network.order[*person as usize]);
        let mut nodes: Vec<(u32, u32)> = persons.iter().copied().zip(0..).collect();
        nodes.sort_unstable();
        let mut graph = TieGraph { graph: Graph::new(0, []), persons, nodes };
        let node = |person: u32| graph.node(person).unwrap_or_default();
        let mut edges: Vec<(u32, u32, u64)> = network
            .ties()
            .map(|pair| (node(pair.a), node(pair.b), pair.interactions().unsigned_abs()))
            .map(|(one, other, weight)| (one.min(other), one.max(other), weight))
            .collect();
        edges.sort_unstable();
        graph.graph = Graph::new(graph.persons.len(), edges);
        graph
    }

    pub fn node(&self, person: u32) -> Option<u32> {
        self.nodes.binary_search_by_key(&person, |node| node.0).ok().map(|at| self.nodes[at].1)
    }
}
