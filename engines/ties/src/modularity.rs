use crate::Graph;

/// Modularity of a division into clusters: for each cluster, the share of the weight that lies within it, less `resolution` times
/// the share expected if everyone kept their strength and chose partners by chance. Between -1/2 and 1 at a resolution of 1; 0 for a
/// graph without ties.
///
/// Definition: Newman, Girvan, "Finding and evaluating community structure in networks", 2004; with weights, Newman, "Analysis of
/// weighted networks", 2004; with a resolution, Reichardt, Bornholdt, "Statistical mechanics of community detection", 2006.
/// Sums within a cluster are of integers; clusters are added by rising label.
///
/// # Panics
/// If `of` has not one label for each node.
pub fn modularity(graph: &Graph, of: &[u32], resolution: f64) -> f64 {
    assert_eq!(of.len(), graph.nodes(), "one label for each node");
    if graph.weight() == 0 {
        return 0.0;
    }
    let labels = Labels::new(of);
    let (mut within, mut strength) = (vec![0u64; labels.count], vec![0u64; labels.count]);
    for node in 0..graph.nodes() as u32 {
        let label = labels.of[node as usize];
        strength[label as usize] += graph.strength(node);
        within[label as usize] +=
            graph.neighbours(node).filter(|&(other, _)| labels.of[other as usize] == label).map(|(_, weight)| weight).sum::<u64>();
    }
    let both_ways = 2.0 * graph.weight() as f64;
    let gain = |(&within, &strength): (&u64, &u64)| {
        let expected = strength as f64 / both_ways;
        within as f64 / both_ways - resolution * expected * expected
    };
    within.iter().zip(&strength).map(gain).sum()
}

/// Labels without gaps, in the same order.
pub(crate) struct Labels {
    pub of: Vec<u32>,
    pub count: usize,
}

impl Labels {
    pub(crate) fn new(of: &[u32]) -> Labels {
        let mut known = of.to_vec();
        known.sort_unstable();
        known.dedup();
        if known.last().is_none_or(|&last| last as usize + 1 == known.len()) {
            return Labels { of: of.to_vec(), count: known.len() };
        }
        let rank = |label: &u32| known.binary_search(label).map_or(0, |rank| rank as u32);
        Labels { of: of.iter().map(rank).collect(), count: known.len() }
    }
}
