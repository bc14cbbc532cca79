//! Who keeps together: clusters of the graph of ties, with names that stay while the clusters do.

use super::Parameters;
use crate::facts::Facts;
use crate::network::{Network, TieGraph};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ties::{Leiden, clusters, jaccard_names};

/// Smaller ones are not shown by name: two people are a pair.
pub const SMALLEST_SHOWN: i64 = 3;

/// Clusters with a row of their own: the largest. Smaller ones, and others past these, have one together.
const OWN_ROWS: usize = 30;

/// Modularity for which clusters are given up that would have stayed as they were.
const WORTH_CHANGING: f64 = 0.005;

/// The clusters last written down, to begin from and to take names from.
#[derive(Clone, Debug, Default)]
pub struct LastWeek {
    /// The cluster of each person, by rising person.
    pub of_person: BTreeMap<i64, i64>,
    /// After whom each cluster is called.
    pub after: BTreeMap<i64, i64>,
    /// The highest number ever given.
    pub highest: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cluster {
    /// Keeps while the cluster does.
    pub number: i64,
    /// The person it is called after: who had most ties within it when it was named.
    pub after: i64,
    pub size: i64,
    /// Ties within it.
    pub inside: i64,
    /// Ties that lead out of it.
    pub outside: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Clusters {
    pub count: i64,
    pub modularity: Option<f64>,
    /// The largest first.
    pub list: Vec<Cluster>,
    /// Ties between two different clusters that have no row of their own: they lead out of both.
    #[serde(default)]
    pub small_between: i64,
}

impl Clusters {
    /// Who is smaller than this is told of together: as many clusters of one size as do not fit.
    pub fn small_below(&self) -> i64 {
        small_below(&self.list)
    }

    /// Ties between two of different clusters: each leads out of two.
    pub fn crossing(&self) -> i64 {
        self.list.iter().map(|cluster| cluster.outside).sum::<i64>() / 2
    }
}

fn small_below(list: &[Cluster]) -> i64 {
    list.get(OWN_ROWS).map_or(SMALLEST_SHOWN, |next| SMALLEST_SHOWN.max(next.size + 1))
}

/// Clusters and who is in them.
pub struct Divided {
    pub figures: Clusters,
    /// The number of each node's cluster.
    pub of_node: Vec<Option<i64>>,
    /// The engine's label of each node: 0 is the largest cluster.
    pub labels: Vec<u32>,
}

pub(super) fn divide(facts: &Facts, network: &Network, graph: &TieGraph, last: &LastWeek, parameters: &Parameters) -> Divided {
    let ids: Vec<i64> = graph.persons.iter().map(|person| facts.people[*person as usize].id).collect();
    let found = found(graph, &options(&ids, last, parameters));
    let mut members: Vec<Vec<u64>> = vec![Vec::new(); found.count];
    found.of.iter().zip(&ids).for_each(|(label, id)| members[*label as usize].push(id.cast_unsigned()));
    let mut highest = last.highest;
    let numbers: Vec<i64> = jaccard_names(&before(last), &members)
        .into_iter()
        .map(|kept| kept.map_or_else(|| next(&mut highest), u64::cast_signed))
        .collect();
    let mut list: Vec<Cluster> = numbers
        .iter()
        .zip(&members)
        .map(|(number, members)| Cluster { number: *number, after: 0, size: members.len() as i64, inside: 0, outside: 0 })
        .collect();
    let inside = count_ties(network, graph, &found.of, &mut list);
    for (label, cluster) in list.iter_mut().enumerate() {
        cluster.after = last.after.get(&cluster.number).copied().unwrap_or_else(|| best_tied(label, &found.of, &inside, &ids));
    }
    let of_node = found.of.iter().map(|label| numbers.get(*label as usize).copied()).collect();
    let modularity = (!ids.is_empty()).then_some(found.modularity);
    let small_between = between_small(network, graph, &found.of, &list);
    let figures = Clusters { count: found.count as i64, modularity, list, small_between };
    Divided { figures, of_node, labels: found.of }
}

/// From last week's clusters, unless that is clearly worse than from nothing: the last ones may be long ago.
fn found(graph: &TieGraph, options: &Leiden) -> ties::Clusters {
    let continued = clusters(&graph.graph, options);
    if options.start.is_none() {
        return continued;
    }
    let afresh = clusters(&graph.graph, &Leiden { start: None, ..options.clone() });
    if afresh.modularity > continued.modularity + WORTH_CHANGING { afresh } else { continued }
}

fn next(highest: &mut i64) -> i64 {
    *highest += 1;
    *highest
}

/// Begins from last week's clusters, so that small changes stay small; who was in none begins alone.
fn options(ids: &[i64], last: &LastWeek, parameters: &Parameters) -> Leiden {
    let mut labels: BTreeMap<i64, u32> = BTreeMap::new();
    let mut count = 0;
    let mut fresh = || {
        count += 1;
        count - 1
    };
    let start = ids.iter().map(|id| match last.of_person.get(id) {
        Some(cluster) => *labels.entry(*cluster).or_insert_with(&mut fresh),
        None => fresh(),
    });
    let start: Vec<u32> = start.collect();
    let begin = (!last.of_person.is_empty()).then_some(start);
    Leiden { seed: parameters.seed, resolution: parameters.resolution, start: begin, ..Leiden::default() }
}

fn before(last: &LastWeek) -> Vec<(u64, Vec<u64>)> {
    let mut sets: BTreeMap<i64, Vec<u64>> = BTreeMap::new();
    last.of_person.iter().for_each(|(person, cluster)| sets.entry(*cluster).or_default().push(person.cast_unsigned()));
    sets.into_iter().map(|(cluster, members)| (cluster.cast_unsigned(), members)).collect()
}

fn between_small(network: &Network, graph: &TieGraph, of: &[u32], list: &[Cluster]) -> i64 {
    let below = small_below(list);
    let label = |person: u32| graph.node(person).map(|node| of[node as usize]);
    let small = |label: u32| list[label as usize].size < below;
    let of_two = network.ties().filter_map(|pair| label(pair.a).zip(label(pair.b)));
    of_two.filter(|(one, other)| one != other && small(*one) && small(*other)).count() as i64
}

/// Counts ties within and out of clusters; gives each node's ties within its own.
fn count_ties(network: &Network, graph: &TieGraph, of: &[u32], list: &mut [Cluster]) -> Vec<i64> {
    let mut inside = vec![0; graph.persons.len()];
    for pair in network.ties() {
        let (Some(a), Some(b)) = (graph.node(pair.a), graph.node(pair.b)) else { continue };
        let (a, b) = (a as usize, b as usize);
        if of[a] == of[b] {
            list[of[a] as usize].inside += 1;
            inside[a] += 1;
            inside[b] += 1;
        } else {
            list[of[a] as usize].outside += 1;
            list[of[b] as usize].outside += 1;
        }
    }
    inside
}

fn best_tied(label: usize, of: &[u32], inside: &[i64], ids: &[i64]) -> i64 {
    let within = (0..ids.len()).filter(|node| of[*node] as usize == label);
    within.max_by_key(|node| (inside[*node], std::cmp::Reverse(ids[*node]))).map_or(0, |node| ids[node])
}
