//! The figures of a day, each made of facts alone: the same facts give the same figures, bit for bit.

pub mod clusters;
pub mod drawing;
pub mod fates;
pub mod newcomers;
pub mod resilience;
pub mod response;
pub mod size;
pub mod standing;
pub mod ties;

use crate::day::{Day, WINDOW_DAYS};
use crate::facts::Facts;
use crate::network::{HALF_LIFE_DAYS, Network, Pair, TIE_DAYS, TieGraph};
use crate::person::GONE_AFTER_DAYS;
use serde::{Deserialize, Serialize};
use standing::Standing;

/// By what the figures were measured: printed with them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parameters {
    pub window_days: Day,
    pub ties_days: Day,
    pub gone_after_days: Day,
    pub half_life_days: f64,
    pub weights: Weights,
    pub newcomers_days: Day,
    pub resolution: f64,
    pub pivots: usize,
    pub random_orders: usize,
    pub seed: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weights {
    pub reply: i64,
}

impl Default for Parameters {
    fn default() -> Parameters {
        Parameters {
            window_days: WINDOW_DAYS,
            ties_days: TIE_DAYS,
            gone_after_days: GONE_AFTER_DAYS,
            half_life_days: HALF_LIFE_DAYS,
            weights: Weights { reply: crate::deeds::REPLY_WEIGHT },
            newcomers_days: newcomers::COHORT_DAYS,
            resolution: 1.0,
            pivots: ties::PIVOTS,
            random_orders: resilience::RANDOM_ORDERS,
            seed: SEED,
        }
    }
}

/// Chance in the algorithms begins here, always.
pub const SEED: u64 = 1;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    pub day: Day,
    /// The first day anything is known of; nothing in an empty community.
    pub first_day: Option<Day>,
    pub size: size::Size,
    /// The last periods of 28 days, the oldest first; the last one ends with the day.
    pub periods: Vec<size::Period>,
    /// From the state 28 days before (row) to the state now (column): new, active, passive, returning, gone.
    pub transitions: [[i64; 5]; 5],
    /// Messages of the 28 days by weekday (Monday first) and hour.
    pub hours: Vec<Vec<i64>>,
    pub response: response::Response,
    pub ties: ties::Ties,
    pub clusters: clusters::Clusters,
    pub newcomers: newcomers::Newcomers,
    pub resilience: resilience::Resilience,
    pub drawing: drawing::Drawing,
    pub parameters: Parameters,
}

impl Figures {
    /// Whether anybody is named as the team on the day: else nothing can be told of talk without it.
    pub fn has_team(&self) -> bool {
        self.resilience.staff.removed > 0
    }

    /// Of all answers, those between members rather than with the team.
    pub fn members_share(&self) -> Option<f64> {
        self.ties.members_share().filter(|_| self.has_team())
    }
}

/// The figures, and how each person stands in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    pub figures: Figures,
    pub standings: Vec<Standing>,
    /// The persons of each cluster of the figures, by its number.
    pub of_cluster: Vec<(i64, i64)>,
    /// Everybody who answered somebody within the days of ties: the two persons, and what is between them.
    pub pairs: Vec<((i64, i64), Pair)>,
}

/// Measures a day. Costs time in proportion to the facts: not for a thread that serves pages.
pub fn measure(facts: &Facts, last: &clusters::LastWeek) -> Measured {
    let network = Network::read(facts);
    let graph = TieGraph::of(&network);
    let parameters = Parameters::default();
    let shape = ties::Shape::of(&graph, &parameters);
    let divided = clusters::divide(facts, &network, &graph, last, &parameters);
    let arrivals = newcomers::Arrivals::of(facts, &network);
    let (resilience, fates) = resilience::Resilience::of(facts, &network, &graph);
    let seen =
        standing::Seen { network: &network, graph: &graph, shape: &shape, divided: &divided, arrivals: &arrivals, fates: &fates };
    let standings = standing::all(facts, &seen);
    let figures = Figures {
        day: facts.day,
        first_day: facts.first_day,
        size: size::Size::of(facts, &standings),
        periods: size::periods(facts),
        transitions: size::transitions(&standings),
        hours: size::hours(facts),
        response: response::Response::of(facts, &standings),
        ties: ties::Ties::of(&network, &graph, &shape, &standings),
        newcomers: arrivals.figures(),
        resilience,
        drawing: drawing::Drawing::of(facts, &network, &graph, &divided),
        clusters: divided.figures,
        parameters,
    };
    let of_cluster = standings.iter().filter_map(|standing| Some((standing.person, standing.cluster?))).collect();
    let person = |place: u32| facts.people[place as usize].id;
    let pairs = network.pairs.iter().map(|pair| ((person(pair.a), person(pair.b)), *pair)).collect();
    Measured { figures, standings, of_cluster, pairs }
}
